"""Whatever a file holds, mends stand where they are told and all other bytes stay; a second run is silent."""

import tempfile
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.edit.fixes.run import FixedFile, fix
from generator.model.entries import Summary
from generator.model.located import LocatedList, LocatedMapping, Unquoted
from generator.read.source import source_of
from generator.read.validate import build_partly
from generator.read.yaml_values import read_yaml
from tests.edit.fixes.base import BRIEFING, SUMMARY, files_of
from tests.edit.fixes.test_mends import MENDS

_SLIPS = [
    (old, broken, mended)
    for old, broken, mended in MENDS.values()
    if ("\t" not in broken or broken.startswith("\tby")) and "Work begins" not in broken
]
"""The cases but those of tabs of another width, as a tab has one in a file, and the one that needs an id."""


def _mended(data: bytes) -> tuple[bytes, FixedFile | None]:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for path, content in files_of("", {BRIEFING: data}).items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content if isinstance(content, bytes) else content.encode())
        found = {file.path: file for file in fix(root, lambda _: True)}
        assert set(found) <= {BRIEFING}
        if BRIEFING not in found:
            return data, None
        (root / BRIEFING).write_bytes(found[BRIEFING].after)
        assert fix(root, lambda _: True) == []
        return found[BRIEFING].after, found[BRIEFING]


@st.composite
def _several(draw: st.DrawFn) -> tuple[str, str]:
    """A file with several slips that don't touch each other, and the same file with each of them mended."""
    chosen: list[tuple[int, int, str, str]] = []
    for old, broken, mended in draw(st.lists(st.sampled_from(_SLIPS), min_size=2, max_size=6, unique=True)):
        start = SUMMARY.index(old)
        if all(start + len(old) <= first or last <= start for first, last, _, _ in chosen):
            chosen.append((start, start + len(old), broken, mended))
    texts = [SUMMARY, SUMMARY]
    for start, end, *new in sorted(chosen, reverse=True):
        texts = [text[:start] + text_new + text[end:] for text, text_new in zip(texts, new, strict=True)]
    return texts[0], texts[1]


def _bytes(text: str, newline: str, mark: bool, ends: bool) -> bytes:
    text = text if ends else text.removesuffix("\n")
    return (("\ufeff" if mark else "") + text.replace("\n", newline)).encode()


@given(_several(), st.sampled_from(["\n", "\r\n"]), st.booleans(), st.booleans())
def test_several_mends_are_each_what_it_is_alone(
    texts: tuple[str, str], newline: str, mark: bool, ends: bool
) -> None:
    broken, mended = (_bytes(text, newline, mark, ends) for text in texts)
    assert _mended(broken)[0] == mended


_LEADS = st.sampled_from(
    ["", "  ", "    ", "      ", "\t", "\u00a0\u00a0", "  - ", "- ", "  – ", "  • ", " -", "  * "]
)
_KEYS = st.sampled_from(
    [
        "",
        "",
        "title: ",
        "claims:",
        "text: ",
        "id: ",
        "by: ",
        "evidence:",
        "a: ",
        "exact: ",
        "as_of: ",
        "note: >-",
        "editors:",
    ]
)
_VALUES = st.sampled_from(
    [
        *("", "quay-is-safe", "Halvard Ek", "mayor, council", "2031", "1 March 2031", "the quay is safe"),
        *(
            "so: it is",
            '"safe" quay',
            "*",
            "– the old one –",
            "• one",
            "[a, b]",
            "{a: b",
            "'tis",
            "# x",
            "x # y",
            "|",
        ),
        *("said - in a letter... -", "The council's clerk", "b.md", "\u00a0x", "@x", "- x"),
    ]
)
_LINES = st.tuples(_LEADS, _KEYS, _VALUES).map("".join)


@given(st.lists(_LINES, min_size=1, max_size=12), st.integers(0, SUMMARY.count("\n")))
def test_what_is_not_told_stays(lines: list[str], at: int) -> None:
    kept = SUMMARY.split("\n")
    text = "\n".join([*kept[:at], *lines, *kept[at:]])
    after, file = _mended(text.encode())
    if file is None:
        assert after == text.encode()
        return
    assert file.before == text.encode()
    assert len(file.done) > 0
    told = {done.line for done in file.done}
    # An id that is put in has the line that began the entry below it.
    spoken_of = told | {line + 1 for line in told}
    untold = [line for number, line in enumerate(after.decode().split("\n"), 1) if number not in spoken_of]
    before = iter(text.split("\n"))
    assert all(line in before for line in untold), (
        "a line that isn't told of stands there as it was, in order"
    )
    assert len(text.split("\n")) - len(untold) <= len(spoken_of)
    was, now = _faults(text), _faults(after.decode())
    assert now <= was
    if was[0] == 0:
        ours, theirs = (list(_leaves(_value(one))) for one in (text, after.decode()))
        blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
        assert sum(max(b - a, d - c) for tag, a, b, c, d in blocks if tag != "equal") <= 3 * len(file.done)


def _value(text: str) -> Any:
    source, _ = source_of(BRIEFING, text.encode())
    return read_yaml(source)[0] if source else None


def _faults(text: str) -> tuple[int, int]:
    """Whether YAML refuses a text, and how many faults its values have."""
    source, faults = source_of(BRIEFING, text.encode())
    if source is None:
        return 1, len(faults)
    value, faults = read_yaml(source)
    if value is None:
        return 1, 0
    return 0, len(faults) + len(build_partly(Summary, value, BRIEFING)[1])


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, LocatedMapping):
        for key, item in value.items():
            yield key
            yield from _leaves(item)
    elif isinstance(value, LocatedList):
        for item in value:
            yield from _leaves(item)
    else:
        yield value.raw if isinstance(value, Unquoted) else str(value)
