"""Loading of the whole folder of briefings: reads every file, whatever is wrong with the others."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from generator.files.folder import Kind, opened
from generator.model.briefing import Article, Briefing, Library
from generator.model.diagnostics import Diagnostic, problem
from generator.model.entries import Actor, Registry, Summary
from generator.model.span import Span
from generator.model.texts import id_fault
from generator.read.article import ENDINGS, IMPORTED, read_article
from generator.read.dates_in_words import Published
from generator.read.settings import read_settings
from generator.read.source import NOTHING_INSTEAD, Source, read_source
from generator.read.validate import NOTHING_PUBLISHED, Made, build_partly
from generator.read.yaml_values import read_yaml

FOLDER = "briefings"
REGISTRY = f"{FOLDER}/actors.yml"


def load(
    root: Path, only: str | None = None, *, instead: Mapping[str, bytes] = NOTHING_INSTEAD
) -> tuple[Library, list[Diagnostic]]:
    """Reads ``root``/briefings.

    A file with a fault is reported and left out of the library; all others are in it.

    Args:
        only: the slug of the one briefing to read, beside the registry and the settings; None for all.
        instead: bytes that count as those of a file, by path, before they are written.
    """
    reader = _Loader(root, only, instead)
    return reader.library(), reader.problems


@dataclass(frozen=True)
class _Shared:
    """Registry of shared actors, the ids of its faulty ones, and whether it could be read at all."""

    registry: Registry
    lost: frozenset[str] = frozenset()
    read: bool = True


@dataclass
class _Loader:
    root: Path
    only: str | None
    instead: Mapping[str, bytes]
    problems: list[Diagnostic] = field(default_factory=list)
    lines: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def library(self) -> Library:
        settings, faults = read_settings(self.root)
        self.problems.extend(faults)
        kind = self._path_kind(FOLDER)
        if kind != "folder":
            link = problem("link", Span(FOLDER), link=FOLDER)
            self.problems.append(link if kind == "link" else problem("no-briefings", Span(FOLDER)))
            return Library(Registry(actors={}), (), self.lines, settings)
        shared = _Shared(Registry(actors={}))
        if self._path_kind(REGISTRY) is not None:
            registry, lost = self._read_entry(REGISTRY, Registry)
            shared = _Shared(registry or shared.registry, lost, read=registry is not None)
        briefings = []
        for name, kind in self._visible_entries(FOLDER):
            if self.only not in (None, name):
                continue
            if kind == "folder" or (kind == "link" and name != "actors.yml"):
                briefings.append(self._read_briefing(name, kind, shared))
            elif name != "actors.yml" and name.endswith((".yml", ".yaml")):
                self.problems.append(
                    problem(
                        "stray-file", Span(f"{FOLDER}/{name}"), belongs="actors.yml and one folder a briefing"
                    )
                )
        made = tuple(briefing for briefing in briefings if briefing is not None)
        return Library(shared.registry, made, self.lines, settings, is_whole=None not in briefings)

    def _path_kind(self, path: str) -> Kind | None:
        above, _, name = path.rpartition("/")
        with opened(self.root, above) as folder:
            return folder.kind(name)

    def _visible_entries(self, path: str) -> list[tuple[str, Kind]]:
        """Lists the entries of a folder that are not hidden, by name.

        A hidden folder that holds a briefing is listed too, as it must not be lost unnoticed.
        """
        entries = []
        with opened(self.root, path) as folder:
            for entry in folder.entries():
                hidden = entry.name.startswith(".")
                if hidden and entry.kind == "folder":
                    with folder.folder(entry.name) as inner:
                        hidden = inner.kind("briefing.yml") is None
                if not hidden:
                    entries.append((entry.name, entry.kind))
        return entries

    def _read_briefing(self, slug: str, kind: Kind, shared: _Shared) -> Briefing | None:
        base = f"{FOLDER}/{slug}"
        if kind == "link":
            self.problems.append(problem("link", Span(base), link=base))
            return None
        if fault := id_fault(slug):
            self.problems.append(problem("invalid-slug", Span(base), text=slug, rule=fault))
            return None
        for name, _ in self._visible_entries(base):
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
        summary, lost = self._read_entry(path, Summary, published)
        if summary is None:
            return None
        if articles is None:
            articles, unread = {}, frozenset(_cited_articles(summary))
        registry = shared.registry.actors  # itself, where that is all: its tables are made once
        actors: Mapping[str, Actor] = {**registry, **summary.actors} if summary.actors else registry
        return Briefing(slug, path, summary, articles, actors, lost | unread | shared.lost, shared.read)

    def _read_articles(self, base: str) -> tuple[dict[str, Article] | None, frozenset[str]]:
        """Reads a briefing's articles by id, None when the folder can't be read; and the ids with a fault."""
        kind = self._path_kind(base)
        if kind is None:
            return {}, frozenset()
        if kind != "folder":
            link = problem("link", Span(base), link=base)
            self.problems.append(link if kind == "link" else problem("not-a-folder", Span(base)))
            return None, frozenset()
        articles: dict[str, Article] = {}
        unread: set[str] = set()
        seen: dict[str, str] = {}
        for name, _ in self._visible_entries(base):
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

    def _read_entry(
        self, path: str, model: type[Made], published: Published = NOTHING_PUBLISHED
    ) -> tuple[Made | None, frozenset[str]]:
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


def _cited_articles(summary: Summary) -> set[str]:
    """Returns the ids of the articles that a briefing names."""
    quoted = {evidence.article for claim in summary.claims for evidence in claim.evidence}
    quoted |= {shown.article for origin in summary.origins.values() for shown in origin.evidence}
    return quoted | {entry.article for entry in summary.set_aside}
