"""PDF and Word files, which are kept by what stands on the paper: that changes less often than a page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from generator.files.cache import cached
from generator.files.package import code_id
from generator.incremental.pickled import packed, unpacked
from generator.incremental.processes import spread
from generator.progress import Progress, each, unseen
from generator.publish.paper.files import paper_files, paper_keys
from generator.publish.paper.typst import Typesetter
from generator.render.paper.blocks import Paper

KIND: Final = "paper"
"""Name of these results in the cache."""

ROOMS: Final = ("render", "publish")


@dataclass(frozen=True)
class Wanted:
    """A paper that is to be set.

    Attributes:
        stem: the path of its files without an ending.
        paper: the paper, packed.
        keys: its files by path, each with a key of what it is made of.
    """

    stem: str
    paper: bytes
    keys: Mapping[str, str]


def wanted(stem: str, paper: Paper) -> Wanted:
    """Makes what `set_papers` needs of a paper."""
    return Wanted(stem, packed(paper, {}), paper_keys(stem, paper))


def set_papers(
    papers: Sequence[Wanted], root: Path, cache: str | None, progress: Progress = unseen
) -> dict[str, bytes]:
    """Makes each paper's PDF, the first sheet of it as a file of its own, and its Word file.

    Args:
        cache: the folder below ``root`` that keeps the files from one build to the next; files of none of the
            papers are removed from it. None for no cache.
        progress: is told of each paper.

    Returns:
        the bytes of each file by its path.

    Raises:
        TypesettingFailed: typst can't set one.
    """
    files: dict[str, bytes] = {}
    missing: list[tuple[Wanted, tuple[str, ...]]] = []
    keys = {path: key for paper in papers for path, key in paper.keys.items()}
    with cached(root, cache, KIND, code_id(ROOMS), sweep=True) as results:
        for paper in papers:
            found = {path: kept for path, key in paper.keys.items() if (kept := results.get(key)) is not None}
            files |= found
            if left := tuple(path for path in paper.keys if path not in found):
                missing.append((paper, left))
        # Made here, as nothing tidies up in a process that is stopped.
        with TemporaryDirectory(prefix="briefing-paper-") as empty:
            made = spread(_set, missing, _prepare, (empty,))
            for _, of_paper in zip(each(missing, "Setting PDF and Word files", progress), made, strict=True):
                for path, content in of_paper.items():
                    results.put(keys[path], content)
                    files[path] = content
    return files


class _Process:
    """What each process needs to set papers."""

    typesetter: Typesetter


def _prepare(empty: str) -> None:
    _Process.typesetter = Typesetter(Path(empty))


def _set(missing: tuple[Wanted, tuple[str, ...]]) -> Mapping[str, bytes]:
    paper, paths = missing
    return paper_files(paper.stem, unpacked(paper.paper, {}), _Process.typesetter, paths)
