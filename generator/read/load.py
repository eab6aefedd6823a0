"""The whole folder of briefings into the model: every file is read, whatever is wrong with the others."""

import os
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from generator.model.briefing import Article, Briefing, Library
from generator.model.diagnostics import Diagnostic, problem
from generator.model.entries import Actor, Registry, Summary
from generator.model.span import Span
from generator.model.texts import id_fault
from generator.read.article import ENDINGS, read_article
from generator.read.settings import read_settings
from generator.read.source import Source, read_source
from generator.read.validate import Made, build_partly
from generator.read.yaml_values import read_yaml

FOLDER = "briefings"
REGISTRY = f"{FOLDER}/actors.yml"


def load(root: Path) -> tuple[Library, list[Diagnostic]]:
    """Read ``root``/briefings.

    A file with a fault is left out of the library and told; all others are in it. The problems tell
    of every file.
    """
    reader = _Loader(root)
    return reader.library(), reader.problems


@dataclass(frozen=True)
class _Shared:
    """The registry, the ids of its faulty actors, and whether it could be read at all."""

    registry: Registry
    lost: frozenset[str] = frozenset()
    read: bool = True


@dataclass
class _Loader:
    root: Path
    problems: list[Diagnostic] = field(default_factory=list)
    lines: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def library(self) -> Library:
        settings, faults = read_settings(self.root)
        self.problems.extend(faults)
        folder = self.root / FOLDER
        if folder.is_symlink() or not folder.is_dir():
            link = problem("link", Span(FOLDER), link=FOLDER)
            self.problems.append(link if folder.is_symlink() else problem("no-briefings", Span(FOLDER)))
            return Library(Registry(actors={}), (), self.lines, settings)
        shared = _Shared(Registry(actors={}))
        if os.path.lexists(self.root / REGISTRY):
            registry, lost = self._yaml(REGISTRY, Registry)
            shared = _Shared(registry or shared.registry, lost, read=registry is not None)
        briefings = []
        for name in self._names(FOLDER):
            if (folder / name).is_dir() or ((folder / name).is_symlink() and name != "actors.yml"):
                briefings.append(self._briefing(name, shared))
            elif name != "actors.yml" and name.endswith((".yml", ".yaml")):
                self.problems.append(
                    problem(
                        "stray-file", Span(f"{FOLDER}/{name}"), belongs="actors.yml and one folder a briefing"
                    )
                )
        made = tuple(one for one in briefings if one is not None)
        return Library(shared.registry, made, self.lines, settings)

    def _names(self, folder: str) -> list[str]:
        """What stands in a folder, in an order that no file system decides, but for hidden files.

        A hidden folder with a briefing in it is no editor's or system's own, and must not be lost.
        """
        return sorted(
            one.name
            for one in (self.root / folder).iterdir()
            if not one.name.startswith(".") or (one / "briefing.yml").exists()
        )

    def _briefing(self, slug: str, shared: _Shared) -> Briefing | None:
        base = f"{FOLDER}/{slug}"
        if (self.root / base).is_symlink():
            self.problems.append(problem("link", Span(base), link=base))
            return None
        if fault := id_fault(slug):
            self.problems.append(problem("invalid-slug", Span(base), text=slug, rule=fault))
            return None
        for name in self._names(base):
            if name not in ("briefing.yml", "articles"):
                self.problems.append(
                    problem(
                        "stray-file", Span(f"{base}/{name}"), belongs="briefing.yml and the folder articles"
                    )
                )
        articles, unread = self._articles(f"{base}/articles")
        path = f"{base}/briefing.yml"
        summary, lost = self._yaml(path, Summary)
        if summary is None:
            return None
        if articles is None:
            articles, unread = {}, frozenset(_cited(summary))
        actors: dict[str, Actor] = {**shared.registry.actors, **summary.actors}
        return Briefing(slug, path, summary, articles, actors, lost | unread | shared.lost, shared.read)

    def _articles(self, base: str) -> tuple[dict[str, Article] | None, frozenset[str]]:
        """The articles of a briefing by id, None when none can be read; the ids of those with a fault."""
        if not os.path.lexists(self.root / base):
            return {}, frozenset()
        if (self.root / base).is_symlink() or not (self.root / base).is_dir():
            link = problem("link", Span(base), link=base)
            is_link = (self.root / base).is_symlink()
            self.problems.append(link if is_link else problem("not-a-folder", Span(base)))
            return None, frozenset()
        found: dict[str, Article] = {}
        unread: set[str] = set()
        seen: dict[str, str] = {}
        for name in self._names(base):
            path = f"{base}/{name}"
            stem, ending = PurePath(name).stem, PurePath(name).suffix
            if ending not in ENDINGS:
                self.problems.append(
                    problem("stray-file", Span(path), belongs="articles that end in .md or .txt")
                )
            elif fault := id_fault(stem):
                self.problems.append(problem("invalid-slug", Span(path), text=stem, rule=fault))
            elif stem in seen:
                self.problems.append(problem("duplicate-article", Span(path), id=stem, other=seen[stem]))
            else:
                seen[stem] = path
                article, source, faults = read_article(self.root, path)
                self._keep(source, faults)
                if article is not None:
                    found[stem] = article
                    continue
            unread.add(stem)
        return found, frozenset(unread)

    def _yaml(self, path: str, model: type[Made]) -> tuple[Made | None, frozenset[str]]:
        source, faults = read_source(self.root, path)
        self._keep(source, faults)
        if source is None:
            return None, frozenset()
        value, faults = read_yaml(source)
        self.problems.extend(faults)
        if value is None:
            return None, frozenset()
        entry, wrong, lost = build_partly(model, value, path)
        self.problems.extend(wrong)
        return entry, lost

    def _keep(self, source: Source | None, faults: list[Diagnostic]) -> None:
        self.problems.extend(faults)
        if source is not None:
            self.lines[source.path] = tuple(source.text.split("\n"))


def _cited(summary: Summary) -> set[str]:
    """The ids of the articles that a briefing names."""
    quoted = {evidence.article for claim in summary.claims for evidence in claim.evidence}
    return quoted | {entry.article for entry in summary.set_aside}
