"""Builds a site file by file with MkDocs: what is as it was before is taken, and only the rest is built.

Files that are no pages are no business of MkDocs. A page that earlier builds made is taken from the site that
stands, or from the cache; processes of MkDocs build the others, in shares, and what belongs to the theme.
"""

import os
import subprocess
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from generator.files.cache import Results, cached
from generator.files.content import Gone, Kept
from generator.files.folder import opened
from generator.files.linked import fill, move_files
from generator.files.package import code_id
from generator.files.walk import read_file
from generator.files.write import Stamps, write_file
from generator.places import CONFIG
from generator.publish.builder_process import (
    PAGES_ONLY,
    PAGES_SHARE,
    BuildFailed,
    output_of,
    started,
)
from generator.publish.builders import PAGES
from generator.publish.kept_pages import KIND, built_path, packed, page_key, shares, unpacked
from generator.publish.search.parts import KIND as INDEX
from generator.publish.search.parts import Index
from generator.render.exports.search import SEARCH_RECORDS

_SHARES: Final = ".shares"
"""Folder in the new site for what the processes build, each a folder of its own."""


@dataclass(frozen=True)
class OldSite:
    """The site that a new one will replace.

    Attributes:
        folder: which may be missing; None where there is none.
        stamps: what was written to its files.
    """

    folder: Path | None
    stamps: Stamps


NO_SITE: Final = OldSite(None, {})


def build_by_pages(
    root: Path, frame: str, into: Path, cache: str | None, written: Stamps, old: OldSite
) -> tuple[str, Mapping[str, str]]:
    """Build a site into a folder, whose other files are removed.

    Args:
        root: the folder of mkdocs.yml.
        frame: a key of all that frames a page.
        into: the folder for the site.
        cache: the folder below ``root`` that keeps pages for later builds; None keeps none.
        written: the stamps of the folder of rendered pages.
        old: the site whose files may be shared.

    Returns:
        what MkDocs printed, and the keys of the site's contents by path, without those of the theme.

    Raises:
        BuildFailed: MkDocs warns or fails.
        IndexFailed: the index can't be made.
    """
    _empty(into)
    pages = {path: page_key(frame, path, key) for path, (key, _) in written.items() if path.endswith(".md")}
    rooms = ("files", "publish", "render")
    with ExitStack() as stack:
        kept = stack.enter_context(cached(root, cache, KIND, frame, sweep=True))
        parts = stack.enter_context(cached(root, cache, INDEX, code_id(rooms), sweep=True))
        records, others = {}, {}
        for path, (key, _) in written.items():
            content = Kept(key, partial(read_file, root, f"{PAGES}/{path}"))
            if path.startswith(f"{SEARCH_RECORDS}/"):
                records[Path(path).stem] = content
            elif path not in pages:
                others[path] = content
        # The index is made by another program, while MkDocs works and what is known is written.
        threads = stack.enter_context(ThreadPoolExecutor(2))
        index = threads.submit(Index(records, parts).files, old.stamps)
        found = {
            built_path(page): Kept(key, partial(_html, kept, key))
            for page, key in pages.items()
            if key in kept
        }
        taken = {**others, **found}
        missing = {page: written[page][1][1] for page in pages if built_path(page) not in found}
        build = partial(_run_shares, root, into, taken=taken)
        built = threads.submit(build, shares(missing, os.cpu_count() or 1))
        gone = fill(into, taken, old.folder, old.stamps)
        output = built.result()
        if again := {page: written[page][1][1] for page in pages if built_path(page) in gone}:
            for page in again:
                del taken[built_path(page)]
            output += build(shares(again, os.cpu_count() or 1))
            missing |= again
        for page in missing:
            if (into / built_path(page)).is_file():  # what the settings leave out has no page
                kept.put(pages[page], packed(read_file(into, built_path(page))))
        indexed = index.result()
        fill(into, indexed, old.folder, old.stamps)
    html = {built_path(page): key for page, key in pages.items()}
    return output, {**html, **{path: content.key for path, content in {**others, **indexed}.items()}}


def _empty(into: Path) -> None:
    with opened(into.parent, into.name, make=True) as folder:
        for entry in folder.entries():
            if not entry.name.startswith("."):
                (folder.remove_folder if entry.kind == "folder" else folder.remove)(entry.name)


def _html(kept: Results, key: str) -> bytes:
    if (data := kept.get(key)) is None:
        raise Gone(key)
    return unpacked(data)


def _run_shares(root: Path, into: Path, parts: Sequence[Sequence[str]], taken: Mapping[str, object]) -> str:
    """Run MkDocs on each share of the pages, and move what it builds into the site.

    The first share builds what belongs to the theme, too.
    """
    running: list[subprocess.Popen[str]] = []
    threads = ThreadPoolExecutor(os.cpu_count() or 1)
    try:
        futures = [
            threads.submit(_build_share, root, into, number, part, running.append)
            for number, part in enumerate(parts)
        ]
        failed = [str(fault) for future in futures if (fault := future.exception()) is not None]
        if failed:
            raise BuildFailed("\n".join(dict.fromkeys(failed)))
        for number, _ in enumerate(parts):
            move_files(into, f"{_SHARES}/{number}", taken)
        return "".join(future.result() for future in futures)
    finally:
        for process in running:
            if process.poll() is None:
                process.kill()
        threads.shutdown(cancel_futures=True)
        with opened(into) as folder:
            folder.remove_folder(_SHARES)


def _build_share(
    root: Path,
    into: Path,
    number: int,
    part: Sequence[str],
    tell: Callable[["subprocess.Popen[str]"], object],
) -> str:
    share = f"{_SHARES}/{number}.txt"
    write_file(into, share, "\n".join([PAGES_ONLY if number else "", *part]).encode())
    site, more = into / _SHARES / f"{number}", {PAGES_SHARE: str((into / share).absolute())}
    process = started("mkdocs", root.absolute() / CONFIG, site, more)
    tell(process)
    return output_of("mkdocs", process)
