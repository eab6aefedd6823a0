"""The whole folder: whatever stands in it, reading and checking come to an end and tell what is wrong."""

import shutil
import tempfile
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.pipeline import check
from generator.read.load import load
from tests.check.cases import MINIMAL

FILES = {
    path.relative_to(MINIMAL).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted(MINIMAL.rglob("*"))
    if path.is_file()
}
BRIEFING = "briefings/harbour/briefing.yml"


def test_minimal_repository() -> None:
    library, problems = load(MINIMAL)
    assert problems == []
    assert list(library.registry.actors) == ["arnesen", "port-authority"]
    (briefing,) = library.briefings
    assert (briefing.slug, list(briefing.articles), list(briefing.claims)) == (
        "harbour",
        ["a", "b"],
        ["harbour-stays-closed", "no-ship-was-damaged"],
    )
    assert set(library.lines) == set(FILES)
    assert library.lines[BRIEFING][0] == "title: The closed harbour"


def test_order_does_not_come_from_the_file_system(tmp_path: Path) -> None:
    for name in ("c", "a", "b"):
        shutil.copytree(MINIMAL / "briefings/harbour", tmp_path / "briefings" / name)
    library, _ = load(tmp_path)
    assert [briefing.slug for briefing in library.briefings] == ["a", "b", "c"]


_ODD: st.SearchStrategy[Any] = st.sampled_from(
    [
        None,
        True,
        0,
        1.5,
        "",
        " ",
        "a",
        "no such",
        "x" * 5000,
        [],
        [[]],
        [None],
        {},
        {"id": "a"},
        {"a": {"b": "c"}},
        *["article", "unnamed", "2024-10-13", "1", "\u202e", "é", "harbour-stays-closed", "arnesen"],
    ]
)


def _paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(one for key, held in inner for one in _paths(held, (*path, key)))]


def _changed(value: Any, path: tuple[Any, ...], how: str, odd: Any) -> Any:
    if not path:
        return odd
    whole = value.copy()
    if len(path) > 1:
        whole[path[0]] = _changed(whole[path[0]], path[1:], how, odd)
    elif how == "remove":
        del whole[path[0]]
    elif how == "add" and isinstance(whole, list):
        whole.append(odd)
    elif how == "add":
        whole["withdrawn" if odd != "a" else "added"] = odd
    else:
        whole[path[0]] = odd
    return whole


@settings(max_examples=80)
@given(data=st.data())
def test_no_value_in_no_place_makes_checking_fail(data: st.DataObject) -> None:
    files = {name: yaml.safe_load(text) for name, text in FILES.items() if name.endswith(".yml")}
    for _ in range(data.draw(st.integers(1, 4))):
        name = data.draw(st.sampled_from(sorted(files)))
        paths = _paths(files[name]) if isinstance(files[name], dict | list) else [()]
        how = data.draw(st.sampled_from(["replace", "remove", "add"]))
        files[name] = _changed(files[name], data.draw(st.sampled_from(paths)), how, data.draw(_ODD))
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(MINIMAL, root, dirs_exist_ok=True)
        for name, value in files.items():
            text = yaml.safe_dump(value, allow_unicode=True, sort_keys=False)
            (root / name).write_text(text, encoding="utf-8")
        for one in check(root).diagnostics:
            assert one.span.path
            assert one.message and one.hint


@settings(max_examples=60)
@given(data=st.data())
def test_no_bytes_in_no_file_make_checking_fail(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(FILES)))
    content = FILES[name].encode()
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(start + 40, len(content))))
    put = data.draw(st.binary(max_size=6) | st.text(max_size=6).map(str.encode))
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(MINIMAL, root, dirs_exist_ok=True)
        (root / name).write_bytes(content[:start] + put + content[end:])
        assert all(one.message and one.hint for one in check(root).diagnostics)
