"""Reading and examining of all briefings; what was found in a folder is kept until it changes.

What is found in a briefing follows from the files of its folder, the registry, the settings and the code, and
from nothing else. All of these are in the key of what is kept. Checks that concern several briefings are run
each time.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

from generator.analyse.checks.run import CHECKING, examine_briefing, examine_together
from generator.analyse.findings.findings import Findings
from generator.files.cache import cached, key_of
from generator.files.package import code_id
from generator.incremental.kept import kept_or_made
from generator.incremental.pickled import packed, unpacked
from generator.model.briefing import Briefing, Library
from generator.model.diagnostics import Diagnostic
from generator.model.settings import NOTHING_SET, Settings
from generator.places import FOLDER, REGISTRY
from generator.processes import spread
from generator.progress import Progress, each, unseen
from generator.read.load import (
    Outline,
    ReadFolder,
    Shared,
    library_of,
    plain_folder,
    read_folder,
    read_outline,
)
from generator.read.source import source_of

KIND: Final = "examined"
"""Name of these results in the cache."""

ROOMS: Final = ("files", "model", "read", "analyse", "incremental")


@dataclass(frozen=True)
class Examined:
    """What was found in a folder.

    Attributes:
        briefing: None where it can't be used.
        findings: of the briefing.
        read_problems: what reading reported.
        check_problems: what the checks reported that concern this briefing alone.
        lines: the lines of each file by path, where the folder holds more than plain files.
    """

    briefing: Briefing | None
    findings: Findings | None
    read_problems: tuple[Diagnostic, ...]
    check_problems: tuple[Diagnostic, ...]
    lines: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class AllExamined:
    """Everything that was read and found.

    Attributes:
        library: everything that was read.
        findings: those of each briefing.
        read_problems: what reading reported, of settings and registry too.
        check_problems: what the checks reported.
        keys: by slug, the key of what was found in a folder; none where it is not kept.
    """

    library: Library
    findings: tuple[Findings, ...]
    read_problems: tuple[Diagnostic, ...]
    check_problems: tuple[Diagnostic, ...]
    keys: Mapping[str, str]


def examine_all(root: Path, cache: str | None, progress: Progress = unseen) -> AllExamined:
    """Reads and examines everything below ``root``.

    Args:
        cache: the folder below ``root`` that keeps results for later; None keeps nothing.
        progress: is told of each briefing.
    """
    outline = read_outline(root)
    folders = {slug: plain_folder(root, slug) for slug in outline.folders}
    common = _common_key(outline)
    keys = {slug: _key(slug, files, common) for slug, files in folders.items() if files is not None}
    with cached(root, cache, KIND, code_id(ROOMS), sweep=True) as results:
        registry = outline.shared.registry.actors
        given = (root, outline.shared, outline.settings)
        found = kept_or_made(
            outline.folders,
            keys,
            results,
            read=lambda data: cast("Examined", unpacked(data, registry)),
            make=lambda slugs: spread(_examined, [(slug, folders[slug]) for slug in slugs], _prepare, given),
        )
        told = each(outline.folders, CHECKING, progress)
        parts = dict(zip(told, found, strict=True))
    read = [ReadFolder(part.briefing, part.read_problems, {}) for part in parts.values()]
    known = dict(outline.lines)
    for part in parts.values():
        known.update(part.lines)
    library = library_of(outline, read, _Lines(known, folders))
    return AllExamined(
        library,
        tuple(part.findings for part in parts.values() if part.findings is not None),
        (*outline.problems, *(fault for part in parts.values() for fault in part.read_problems)),
        (*examine_together(library), *(fault for part in parts.values() for fault in part.check_problems)),
        keys,
    )


class _Process:
    """What each process needs to examine folders."""

    root = Path()
    shared: Shared
    settings: Settings = NOTHING_SET


def _prepare(root: Path, shared: Shared, settings: Settings) -> None:
    _Process.root, _Process.shared, _Process.settings = root, shared, settings


def _examined(folder: tuple[str, Mapping[str, bytes] | None]) -> bytes:
    """Reads and examines one folder; returns the pickle of an `Examined`."""
    slug, files = folder
    read = read_folder(_Process.root, slug, _Process.shared, whole=files)
    findings: Findings | None = None
    problems: list[Diagnostic] = []
    if read.briefing is not None:
        findings, problems = examine_briefing(read.briefing, _Process.settings)
    lines = read.lines if files is None else {}
    made = Examined(read.briefing, findings, read.problems, tuple(problems), lines)
    return packed(made, _Process.shared.registry.actors, read.briefing)


def _common_key(outline: Outline) -> str:
    """Computes a key of what all briefings share: the registry and the settings."""
    registry = "\n".join(outline.lines.get(REGISTRY, ()))
    return key_of(registry, str(outline.shared.read), repr(outline.settings))


def _key(slug: str, files: Mapping[str, bytes], common: str) -> str:
    texts = (part for path, content in sorted(files.items()) for part in (path, content.decode("latin-1")))
    return key_of(slug, common, *texts)


@dataclass(frozen=True)
class _Lines(Mapping[str, tuple[str, ...]]):
    """The lines of each file that could be read, by path; split when they are asked for."""

    known: dict[str, tuple[str, ...]]
    folders: Mapping[str, Mapping[str, bytes] | None]

    def __getitem__(self, path: str) -> tuple[str, ...]:
        if path not in self.known:
            source, _ = source_of(path, self._files_beside(path)[path])
            if source is None:
                raise KeyError(path)
            self.known[path] = tuple(source.text.split("\n"))
        return self.known[path]

    def _files_beside(self, path: str) -> Mapping[str, bytes]:
        return self.folders.get(path.removeprefix(f"{FOLDER}/").partition("/")[0]) or {}

    def __iter__(self) -> Iterator[str]:
        paths = [path for files in self.folders.values() for path in files or {}]
        return (path for path in dict.fromkeys((*self.known, *paths)) if path in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)
