"""Whatever was edited, a build that takes what earlier ones kept equals one that starts from nothing."""

import random
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pytest

from generator.cli import main
from generator.files import package
from generator.incremental import rendered, unchanged
from generator.render import assets, environment
from generator.render.paper import docx_styles, typst
from tests.paths import GOLDEN, REPOSITORY, copy_settings
from tests.read.git.commits import Commits

Snapshot = Callable[[Path], dict[str, bytes | str]]

BRIDGE: Final = "briefings/oldmere-bridge"
FERRY: Final = "briefings/ferry-timetable"
EDITS: Final = 7
"""How many edits follow one another from each seed."""


@dataclass
class Repository:
    """A repository that is edited; the templates of the generator lie beside it, to be edited too.

    Attributes:
        commits: makes them.
        chance: what decides.
        count: of edits, so that no two write the same words.
        installed: names of what is installed beside the generator.
    """

    commits: Commits
    chance: random.Random
    templates: Path
    count: int = 0
    installed: list[str] = field(default_factory=list)

    def replace(self, path: str, old: str, new: str) -> None:
        file = self.commits.root / path
        text = file.read_text(encoding="utf-8")
        assert old in text, (path, old)
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def insert(self, path: str, behind: str, line: str) -> None:
        self.replace(path, behind, f"{behind}{line}\n")

    @property
    def word(self) -> str:
        return f"word{self.count}"


def _note_of_a_claim(made: Repository) -> None:
    slug, line = made.chance.choice(
        [(BRIDGE, "  - id: six-weeks\n"), (BRIDGE, "  - id: no-opening\n"), (FERRY, "  - id: at-seven\n")]
    )
    text = (made.commits.root / slug / "briefing.yml").read_text(encoding="utf-8")
    inserted = f"{line}    note: Of {made.word}.\n"
    behind = text.partition(line)[2].partition("  - id:")[0]
    if "\n    note:" not in f"\n{behind}":
        made.replace(f"{slug}/briefing.yml", line, inserted)
    else:
        made.replace(f"{slug}/briefing.yml", "\ntitle: " if "\ntitle: " in text else "title: ", "title: The ")


def _a_briefing_more(made: Repository) -> None:
    shutil.copytree(made.commits.root / FERRY, made.commits.root / f"briefings/ferry-{made.word}")
    made.replace(f"briefings/ferry-{made.word}/briefing.yml", "title: ", f"title: Once more, {made.word}, ")


def _added(made: Repository, without: str) -> Path:
    """A briefing that an edit added and whose file has no such field; a new one where there is none."""
    briefings = made.commits.root / "briefings"
    fitting = [
        file.parent
        for file in sorted(briefings.glob("*-word*/briefing.yml"))
        if without not in file.read_text(encoding="utf-8")
    ]
    if not fitting:
        _a_briefing_more(made)
        return briefings / f"ferry-{made.word}"
    return made.chance.choice(fitting)


def _a_briefing_less(made: Repository) -> None:
    before = sorted((made.commits.root / "briefings").iterdir())
    folder = _added(made, "former_slugs")
    if folder in before:
        shutil.rmtree(folder)


def _a_briefing_renamed(made: Repository) -> None:
    old = _added(made, "former_slugs")
    new = old.with_name(f"moved-{made.word}")
    old.rename(new)
    path = new.relative_to(made.commits.root).as_posix()
    made.insert(f"{path}/briefing.yml", "status: archived\n", f"former_slugs: [{old.name}]")


def _a_briefing_withdrawn(made: Repository) -> None:
    path = _added(made, "withdrawn").relative_to(made.commits.root).as_posix()
    told = f"withdrawn: {{date: 2031-05-01, reason: Of {made.word}.}}"
    made.insert(f"{path}/briefing.yml", "status: archived\n", told)


def _an_article(made: Repository) -> None:
    [article, *_] = sorted((made.commits.root / FERRY / "articles").iterdir())
    with article.open("a", encoding="utf-8") as file:
        file.write(f"\n\nNobody quotes {made.word}.\n")


def _the_registry(made: Repository) -> None:
    if made.chance.random() < 0.5:
        made.replace("briefings/actors.yml", "    role: ", f"    role: {made.word.title()} ")
    else:
        added = f"  {made.word}:\n    name: {made.word.title()}\n    kind: organisation"
        made.insert("briefings/actors.yml", "actors:\n", added)


def _the_settings(made: Repository) -> None:
    made.replace("mkdocs.yml", "site_name: ", f"site_name: {made.word} ")


def _the_theme(made: Repository) -> None:
    shown = "{{ super() }}"
    made.replace("templates/overrides/main.html", shown, f"{shown}<!-- {made.word} -->")


def _a_template(made: Repository) -> None:
    name = made.chance.choice(["briefing", "source", "home", "actor"])
    with (made.templates / f"{name}.md.jinja").open("a", encoding="utf-8") as file:
        file.write(f"\nOf {made.word}.\n")


def _a_style_on_paper(made: Repository) -> None:
    with (made.templates / "paper/briefing.typ").open("a", encoding="utf-8") as file:
        file.write(f"\n#text(size: 6pt)[{made.word}]\n")


def _a_colour(made: Repository) -> None:
    look = made.templates / "assets/css/look.css"
    text = look.read_text(encoding="utf-8")
    colour = f"#{made.count:06x}"
    changed = re.sub(r"(--accent:\s*)[^;]+;", rf"\g<1>{colour};", text, count=1)
    assert changed != text
    look.write_text(changed, encoding="utf-8")


def _a_library(made: Repository) -> None:
    made.installed.append(f"{made.word}-1.0.dist-info")


KINDS: Final[Mapping[str, Callable[[Repository], None]]] = {
    "claim": _note_of_a_claim,
    "briefing added": _a_briefing_more,
    "briefing deleted": _a_briefing_less,
    "briefing renamed": _a_briefing_renamed,
    "briefing withdrawn": _a_briefing_withdrawn,
    "article": _an_article,
    "registry": _the_registry,
    "settings": _the_settings,
    "theme": _the_theme,
    "template": _a_template,
    "paper": _a_style_on_paper,
    "colour": _a_colour,
    "library": _a_library,
}


@pytest.fixture
def made(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Repository]:
    root, templates = tmp_path / "root", tmp_path / "templates"
    shutil.copytree(GOLDEN, root, ignore=shutil.ignore_patterns("build"))
    shutil.copytree(REPOSITORY / "templates", templates)
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(REPOSITORY / "generator", root / "generator", ignore=ignored)
    shutil.copytree(REPOSITORY / "templates/overrides", root / "templates/overrides")
    copy_settings(root)
    (root / ".gitignore").write_text("/build/\n/site/\n/.site.lock\n", encoding="utf-8")
    commits = Commits(root, root)
    commits.git("init", "--quiet", "--initial-branch=main")
    commits.commit({})
    repository = Repository(commits, random.Random(request.param), templates)
    for module in (assets, environment, rendered, typst, unchanged):
        monkeypatch.setattr(module, "templates_folder", lambda: templates)
    installed = package._installed
    monkeypatch.setattr(package, "_installed", lambda: [*installed(), *repository.installed])
    monkeypatch.setenv("SITE_URL", "https://example.org/team/")  # with a sitemap, and feeds
    for name in ("BRIEFING_REPOSITORY", "BRIEFING_CONTACT", "BRIEFING_SITE"):
        monkeypatch.delenv(name, raising=False)
    yield repository
    _forget()


def _forget() -> None:
    """What this process has of code and templates is of before the last edit."""
    package.code_id.cache_clear()
    assets.look.cache_clear()
    docx_styles.blank.cache_clear()


def _built(root: Path) -> None:
    assert main(["build", "--root", str(root), "--drafts"]) == 0


def _from_nothing(root: Path, clean: Path) -> None:
    """Build a copy of a repository without anything that earlier builds left."""
    shutil.rmtree(clean, ignore_errors=True)
    left = shutil.ignore_patterns("build", "site", ".site.lock")
    shutil.copytree(root, clean, ignore=left, symlinks=True)
    _built(clean)


def _differing(one: Path, other: Path, tree: Snapshot) -> set[str]:
    before, after = tree(one / "site"), tree(other / "site")
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


@pytest.mark.long
@pytest.mark.parametrize("made", range(4), indirect=True, ids=lambda seed: f"seed {seed}")
def test_edits_give_what_a_clean_build_gives(made: Repository, tmp_path: Path, tree: Snapshot) -> None:
    root = made.commits.root
    _built(root)
    for _ in range(EDITS):
        kind = made.chance.choice(sorted(KINDS))
        before = tree(root / "site")
        made.count += 1
        KINDS[kind](made)
        if made.chance.random() < 0.6 and made.commits.git("status", "--porcelain"):
            made.commits.commit({})
        _forget()
        _built(root)
        _from_nothing(root, tmp_path / "clean")
        assert (kind, _differing(root, tmp_path / "clean", tree)) == (kind, set())
        # The control: each edit is seen, but a library of which nothing changes.
        assert (tree(root / "site") != before) is (kind != "library"), kind


@pytest.mark.long
@pytest.mark.parametrize("made", [0], indirect=True, ids=[""])
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_each_kind_of_edit(made: Repository, kind: str, tmp_path: Path, tree: Snapshot) -> None:
    """Each kind once, behind a briefing that can be renamed, withdrawn and deleted."""
    made.count += 1
    _a_briefing_more(made)
    _built(made.commits.root)
    made.count += 1
    KINDS[kind](made)
    _forget()
    _built(made.commits.root)
    _from_nothing(made.commits.root, tmp_path / "clean")
    assert _differing(made.commits.root, tmp_path / "clean", tree) == set()
