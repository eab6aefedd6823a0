"""A briefing is examined again when something that its findings follow from changed, and only then."""

import os
import pickle
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from generator.files.folder import NotPlain
from generator.incremental import examined as module
from generator.incremental.pickled import Damaged, packed, unpacked
from generator.model.diagnostics import errors
from generator.pipeline import check
from generator.render.plan import plan
from generator.render.site import render
from tests.check.cases import with_two_briefings
from tests.paths import GOLDEN

HARBOUR = "briefings/harbour/briefing.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return with_two_briefings(tmp_path / "root")


@pytest.fixture
def looked_into(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The slugs of the folders that are examined from now on."""
    told: list[str] = []
    real = module._examined

    def counted(folder: tuple[str, dict[str, bytes] | None]) -> bytes:
        told.append(folder[0])
        return real(folder)

    monkeypatch.setattr(module, "_examined", counted)
    return told


def _told(root: Path) -> list[str]:
    """What is told, which is the same without anything that was kept."""
    problems = check(root, keep=True).diagnostics
    assert problems == check(root).diagnostics
    return [f"{problem.code} {problem.span.path}" for problem in errors(problems)]


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def _kept(root: Path, looked_into: list[str]) -> list[str]:
    """The slugs of what is examined anew."""
    looked_into.clear()
    check(root, keep=True)
    return looked_into[:]


def test_what_did_not_change_is_not_examined(root: Path, looked_into: list[str]) -> None:
    assert _kept(root, looked_into) == ["harbour", "quay"]
    assert _kept(root, looked_into) == []
    _replace(root / HARBOUR, "stays closed until", "stays shut until")
    assert _kept(root, looked_into) == ["harbour"]
    assert _told(root) == [f"quote-differs {HARBOUR}"]
    # The problem is kept, as the findings are.
    assert _kept(root, looked_into) == []
    assert _told(root) == [f"quote-differs {HARBOUR}"]
    _replace(root / HARBOUR, "stays shut until", "stays closed until")
    assert _kept(root, looked_into) == ["harbour"]  # what it was before is forgotten
    assert _told(root) == []


def test_registry_and_settings_concern_all(root: Path, looked_into: list[str]) -> None:
    _kept(root, looked_into)
    with (root / "briefings/actors.yml").open("a", encoding="utf-8") as file:
        file.write("# A remark.\n")
    assert _kept(root, looked_into) == ["harbour", "quay"]
    (root / "mkdocs.yml").write_text("extra:\n  briefings:\n    minimum_coverage: 1\n", encoding="utf-8")
    assert _kept(root, looked_into) == ["harbour", "quay"]
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("copyright: x\n")  # is no setting of ours
    assert _kept(root, looked_into) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "articles/c.md").write_text("A third one.", encoding="utf-8"),
        lambda folder: (folder / "articles/a.md").rename(folder / "articles/z.md"),
        lambda folder: (folder / "articles/b.txt").unlink(),
        lambda folder: (folder / "stray.txt").write_text("x", encoding="utf-8"),
    ],
    ids=["added", "renamed", "removed", "stray"],
)
def test_every_file_of_the_folder_counts(
    root: Path, looked_into: list[str], change: Callable[[Path], object]
) -> None:
    _kept(root, looked_into)
    change(root / "briefings/harbour")
    assert _kept(root, looked_into) == ["harbour"]
    _told(root)


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_folder_with_anything_but_plain_files_is_read_each_time(root: Path, looked_into: list[str]) -> None:
    (root / "briefings/quay/articles/c.md").symlink_to(root / "briefings/harbour/articles/a.md")
    for _ in range(2):
        assert "quay" in _kept(root, looked_into)
    assert _told(root) == ["link briefings/quay/articles/c.md"]


def test_a_damaged_result_counts_as_missing(root: Path, looked_into: list[str]) -> None:
    _kept(root, looked_into)
    with closing(sqlite3.connect(root / "build/cache/cache.sqlite")) as file, file:
        file.execute("UPDATE results SET value = substr(value, 2) WHERE kind = ?", (module.KIND,))
    assert _kept(root, looked_into) == ["harbour", "quay"]
    assert _told(root) == []


# Pickles.


class Shell:
    """Runs a command when it is unpickled."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("exit 3",)


class ByWayOfTheModel:
    """Names a function through what a module of ours imports."""

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return NotPlain, (Path(), "x", "file", "file")


@pytest.mark.parametrize("hostile", [Shell(), ByWayOfTheModel(), [print], {"x": eval}])
def test_a_pickle_with_anything_but_values_is_refused(hostile: object) -> None:
    data = zlib.compress(pickle.dumps(hostile))
    with pytest.raises(Damaged):
        unpacked(data, {})


@pytest.mark.parametrize("name", ["hashlib.sha256", "Briefing.span", "hashlib"])
def test_a_name_leads_to_a_class_of_its_module_alone(name: str) -> None:
    """`generator.model.briefing` imports hashlib."""
    text = f"\x80\x04\x8c\x18generator.model.briefing\x8c{chr(len(name))}{name}\x93."
    with pytest.raises(Damaged):
        unpacked(zlib.compress(text.encode("latin-1")), {})


@pytest.mark.parametrize("data", [b"", b"x", zlib.compress(b""), zlib.compress(b"\x80\x05")])
def test_what_is_no_pickle_is_damaged(data: bytes) -> None:
    with pytest.raises(Damaged):
        unpacked(data, {})


def test_what_is_kept_renders_to_the_same_pages() -> None:
    found = check(GOLDEN)
    registry = found.library.registry.actors
    again = [unpacked(packed(one, registry, one.briefing), registry) for one in found.findings]
    assert render(plan(again)) == render(plan(found.findings))
    shared = [one.briefing.actors[id] is actor for one in again for id, actor in registry.items()]
    assert all(shared)
