"""Loading of the whole folder of briefings: reads every file, whatever is wrong with the others."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from generator.files.folder import Folder, Kind, NotPlain, opened
from generator.model.briefing import Article, Briefing, Library
from generator.model.diagnostics import Diagnostic, problem
from generator.model.entries import Actor, Registry, Summary
from generator.model.settings import Settings
from generator.model.span import Span
from generator.model.texts import id_fault
from generator.places import FOLDER, REGISTRY
from generator.read.article import ENDINGS, IMPORTED, read_article
from generator.read.dates_in_words import Published
from generator.read.settings import read_settings
from generator.read.source import MOST_BYTES, NOTHING_INSTEAD, Source, read_source
from generator.read.validate import NOTHING_PUBLISHED, Made, build_partly
from generator.read.yaml_values import read_yaml


def load(
    root: Path, only: str | None = None, *, instead: Mapping[str, bytes] = NOTHING_INSTEAD
) -> tuple[Library, list[Diagnostic]]:
    """Reads ``root``/briefings.

    A file with a fault is reported and left out of the library; all others are in it.

    Args:
        only: the slug of the one briefing to read, beside the registry and the settings; None for all.
        instead: bytes that count as those of a file, by path, before they are written.
    """
    outline = read_outline(root, instead)
    folders = [
        read_folder(root, name, outline.shared, instead=instead)
        for name in outline.folders
        if only in (None, name)
    ]
    return library_of(outline, folders), [
        *outline.problems,
        *(fault for one in folders for fault in one.problems),
    ]


@dataclass(frozen=True)
class Shared:
    """Registry of shared actors, the ids of its faulty ones, and whether it could be read at all."""

    registry: Registry
    lost: frozenset[str] = frozenset()
    read: bool = True


@dataclass(frozen=True)
class Outline:
    """What the briefings share, and which folders there are.

    Attributes:
        settings: the settings of the whole site.
        shared: the registry.
        folders: names of the briefings' folders, in order.
        problems: of the settings, the registry, and stray files.
        lines: the lines of the registry's file, by path.
    """

    settings: Settings
    shared: Shared
    folders: tuple[str, ...]
    problems: tuple[Diagnostic, ...]
    lines: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class ReadFolder:
    """What was read of a folder: its briefing, if that can be used, all problems, and its files' lines."""

    briefing: Briefing | None
    problems: tuple[Diagnostic, ...]
    lines: Mapping[str, tuple[str, ...]]


def read_outline(root: Path, instead: Mapping[str, bytes] = NOTHING_INSTEAD) -> Outline:
    """Reads the settings and the registry, and lists the folders of briefings."""
    reader = _Loader(root, instead)
    settings, faults = read_settings(root)
    reader.problems.extend(faults)
    kind = reader.path_kind(FOLDER)
    shared = Shared(Registry(actors={}))
    folders = []
    if kind != "folder":
        link = problem("link", Span(FOLDER), link=FOLDER)
        reader.problems.append(link if kind == "link" else problem("no-briefings", Span(FOLDER)))
    else:
        if reader.path_kind(REGISTRY) is not None:
            registry, lost = reader.read_entry(REGISTRY, Registry)
            shared = Shared(registry or shared.registry, lost, read=registry is not None)
        for name, kind in reader.visible_entries(FOLDER):
            if kind == "folder" or (kind == "link" and name != "actors.yml"):
                folders.append(name)
            elif name != "actors.yml" and name.endswith((".yml", ".yaml")):
                stray = Span(f"{FOLDER}/{name}")
                reader.problems.append(
                    problem("stray-file", stray, belongs="actors.yml and one folder a briefing")
                )
    return Outline(settings, shared, tuple(folders), tuple(reader.problems), reader.lines)


def read_folder(
    root: Path,
    slug: str,
    shared: Shared,
    *,
    instead: Mapping[str, bytes] = NOTHING_INSTEAD,
    whole: Mapping[str, bytes] | None = None,
) -> ReadFolder:
    """Reads the briefing in the folder ``slug``.

    Args:
        instead: bytes that count as those of a file, by path.
        whole: all files of the folder, as `plain_folder` gives them: nothing else is looked at then.
    """
    reader = _Loader(root, instead if whole is None else whole, whole)
    briefing = reader.read_briefing(slug, shared)
    return ReadFolder(briefing, tuple(reader.problems), reader.lines)


def plain_folder(root: Path, slug: str) -> dict[str, bytes] | None:
    """Returns the content of each file of a briefing's folder, by path; None where it holds anything else.

    Then nothing but these bytes decides what reading makes of the folder.
    """
    base = f"{FOLDER}/{slug}"
    found: dict[str, bytes] = {}
    try:
        with opened(root, base) as folder:
            if not _take(folder, base, found, lambda name: name == "briefing.yml"):
                return None
            if folder.kind("articles") is not None:
                with folder.folder("articles") as inner:
                    if not _take(
                        inner, f"{base}/articles", found, lambda name: PurePath(name).suffix in ENDINGS
                    ):
                        return None
    except (NotPlain, OSError, ValueError):
        return None
    return found if f"{base}/briefing.yml" in found else None


def _take(folder: Folder, path: str, found: dict[str, bytes], belongs: Callable[[str], bool]) -> bool:
    """Reads the files of a folder; tells whether nothing else is there, but for the folder of articles."""
    for entry in folder.entries():
        if entry.kind == "folder" and entry.name == "articles" and path.count("/") == 1:
            continue
        if entry.kind != "file":
            return False
        if entry.name.startswith("."):
            continue
        if not belongs(entry.name):
            return False
        data = folder.read(entry.name, MOST_BYTES)
        if len(data) > MOST_BYTES:
            return False
        found[f"{path}/{entry.name}"] = data
    return True


def library_of(
    outline: Outline, folders: Sequence[ReadFolder], lines: Mapping[str, tuple[str, ...]] | None = None
) -> Library:
    """Makes a library of what was read of the folders.

    Args:
        lines: the lines of all files; None for those that were read along.
    """
    made = tuple(one.briefing for one in folders if one.briefing is not None)
    if lines is None:
        lines = {**outline.lines}
        for one in folders:
            lines.update(one.lines)
    whole = all(one.briefing is not None for one in folders)
    return Library(outline.shared.registry, made, lines, outline.settings, is_whole=whole)


@dataclass
class _Loader:
    root: Path
    instead: Mapping[str, bytes]
    whole: Mapping[str, bytes] | None = None
    problems: list[Diagnostic] = field(default_factory=list)
    lines: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def path_kind(self, path: str) -> Kind | None:
        """Returns the kind of what is at a path; None where there is nothing."""
        if self.whole is not None:
            return "folder"
        above, _, name = path.rpartition("/")
        with opened(self.root, above) as folder:
            return folder.kind(name)

    def visible_entries(self, path: str) -> list[tuple[str, Kind]]:
        """Lists the entries of a folder that are not hidden, by name.

        A hidden folder that holds a briefing is listed too, as it must not be lost unnoticed.
        """
        if self.whole is not None:
            return [(name, "file") for name in sorted(_names_in(path, self.whole))]
        entries: list[tuple[str, Kind]] = []
        with opened(self.root, path) as folder:
            for entry in folder.entries():
                hidden = entry.name.startswith(".")
                if hidden and entry.kind == "folder":
                    with folder.folder(entry.name) as inner:
                        hidden = inner.kind("briefing.yml") is None
                if not hidden:
                    entries.append((entry.name, entry.kind))
        return entries

    def read_briefing(self, slug: str, shared: Shared) -> Briefing | None:
        """Reads the briefing in a folder; None where it can't be used."""
        base = f"{FOLDER}/{slug}"
        if self.path_kind(base) == "link":
            self.problems.append(problem("link", Span(base), link=base))
            return None
        if fault := id_fault(slug):
            self.problems.append(problem("invalid-slug", Span(base), text=slug, rule=fault))
            return None
        for name, _ in self.visible_entries(base):
            if name not in ("briefing.yml", "articles"):
                self.problems.append(
                    problem(
                        "stray-file", Span(f"{base}/{name}"), belongs="briefing.yml and the folder articles"
                    )
                )
        articles, unread = self._read_articles(f"{base}/articles")
        path = f"{base}/briefing.yml"
        published = {
            id: (article.descriptor.published and article.descriptor.published.edtf) or ""
            for id, article in (articles or {}).items()
        }
        summary, lost = self.read_entry(path, Summary, published)
        if summary is None:
            return None
        if articles is None:
            articles, unread = {}, frozenset(_cited_articles(summary))
        registry = shared.registry.actors  # itself, where that is all: its tables are made once
        actors: Mapping[str, Actor] = {**registry, **summary.actors} if summary.actors else registry
        return Briefing(slug, path, summary, articles, actors, lost | unread | shared.lost, shared.read)

    def _read_articles(self, base: str) -> tuple[dict[str, Article] | None, frozenset[str]]:
        """Reads a briefing's articles by id, None when the folder can't be read; and the ids with a fault."""
        kind = self.path_kind(base)
        if kind is None:
            return {}, frozenset()
        if kind != "folder":
            link = problem("link", Span(base), link=base)
            self.problems.append(link if kind == "link" else problem("not-a-folder", Span(base)))
            return None, frozenset()
        articles: dict[str, Article] = {}
        unread: set[str] = set()
        seen: dict[str, str] = {}
        for name, _ in self.visible_entries(base):
            path = f"{base}/{name}"
            stem, ending = PurePath(name).stem, PurePath(name).suffix
            if ending.lower() in IMPORTED:
                slug = base.split("/")[1]
                self.problems.append(problem("not-imported", Span(path), slug=slug, path=path))
            elif ending not in ENDINGS:
                self.problems.append(
                    problem("stray-file", Span(path), belongs="articles that end in .md or .txt")
                )
            elif fault := id_fault(stem):
                self.problems.append(problem("invalid-slug", Span(path), text=stem, rule=fault))
            elif stem in seen:
                self.problems.append(problem("duplicate-article", Span(path), id=stem, other=seen[stem]))
                articles.pop(stem, None)  # which of the two is quoted, nobody can tell
            else:
                seen[stem] = path
                article, source, faults = read_article(self.root, path, self.instead)
                self._record(source, faults)
                if article is not None:
                    articles[stem] = article
                    continue
            unread.add(stem)
        return articles, frozenset(unread)

    def read_entry(
        self, path: str, model: type[Made], published: Published = NOTHING_PUBLISHED
    ) -> tuple[Made | None, frozenset[str]]:
        """Reads the entry that a file holds, as far as it can be read, and the ids with a fault."""
        source, faults = read_source(self.root, path, self.instead)
        self._record(source, faults)
        if source is None:
            return None, frozenset()
        value, faults = read_yaml(source)
        self.problems.extend(faults)
        if value is None:
            return None, frozenset()
        entry, wrong, lost = build_partly(model, value, path, published)
        self.problems.extend(wrong)
        return entry, lost

    def _record(self, source: Source | None, faults: list[Diagnostic]) -> None:
        self.problems.extend(faults)
        if source is not None:
            self.lines[source.path] = tuple(source.text.split("\n"))


def _names_in(path: str, whole: Mapping[str, bytes]) -> list[str]:
    """Returns the names of the files that lie right in a folder."""
    inner = (file.removeprefix(f"{path}/") for file in whole if file.startswith(f"{path}/"))
    return [name for name in inner if "/" not in name]


def _cited_articles(summary: Summary) -> set[str]:
    """Returns the ids of the articles that a briefing names."""
    quoted = {evidence.article for claim in summary.claims for evidence in claim.evidence}
    quoted |= {shown.article for origin in summary.origins.values() for shown in origin.evidence}
    return quoted | {entry.article for entry in summary.set_aside}
