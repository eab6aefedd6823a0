"""Files into text: what is read, what is refused, and where everything stands."""

import os
import socket
from pathlib import Path

import pytest

from generator.model.span import Span
from generator.read import source
from generator.read.source import Source, read_source
from tests.conftest import Repository


def _codes(root: Path, path: str) -> list[tuple[str, int, int]]:
    found, problems = read_source(root, path)
    assert found is None
    return [(one.code, one.span.line, one.span.column) for one in problems]


def test_places() -> None:
    text = Source("f.md", "é😀b\n\nd")
    assert [text.position(at) for at in range(7)] == [(1, 1), (1, 2), (1, 3), (1, 4), (2, 1), (3, 1), (3, 2)]
    assert text.span(1, 6) == Span("f.md", 1, 2, 3, 2)


def test_mark_and_line_ends_are_taken_out(repository: Repository) -> None:
    root = repository({"a.md": b"\xef\xbb\xbfone\r\ntwo\r\n", "b.md": b"one\ntwo\n"})
    first, second = (read_source(root, name) for name in ("a.md", "b.md"))
    assert first[1] == second[1] == []
    assert first[0] is not None and second[0] is not None
    assert first[0].text == second[0].text == "one\ntwo\n"


def test_only_the_first_mark_is_one(repository: Repository) -> None:
    found, _ = read_source(repository({"a.md": "\ufeff\ufeffa\ufeff"}), "a.md")
    assert found is not None
    assert found.text == "\ufeffa\ufeff"


def test_place_of_a_wrong_byte(repository: Repository) -> None:
    root = repository({"a.md": b"one\r\ntw\xc3\xa9o \xe9\n", "b.md": b"\xc0\xaf", "c.md": b"\xed\xa0\x80"})
    assert _codes(root, "a.md") == [("not-utf-8", 2, 6)]
    assert _codes(root, "b.md") == [("not-utf-8", 1, 1)]  # an overlong slash
    assert _codes(root, "c.md") == [("not-utf-8", 1, 1)]  # half of a surrogate pair


@pytest.mark.parametrize("char", ["\0", "\x08", "\x1b", "\x1e", "\x7f", "\x81", "\x9d", "\ufffe", "\uffff"])
def test_characters_that_are_no_text(repository: Repository, char: str) -> None:
    assert _codes(repository({"a.md": f"a\nb{char}c"}), "a.md") == [("control-character", 2, 2)]


def told(repository: Repository, text: str) -> list[tuple[str, int, int, str]]:
    """Code, line, column, and message and hint of each problem of a file."""
    _, problems = read_source(repository({"a.md": text.encode()}), "a.md")
    return [(one.code, one.span.line, one.span.column, f"{one.message} {one.hint}") for one in problems]


@pytest.mark.parametrize(
    ("char", "meant"),
    [
        *(("\x91", "‘ (U+2018)"), ("\x92", "’ (U+2019)"), ("\x93", "“ (U+201C)"), ("\x94", "” (U+201D)")),
        *(("\x95", "• (U+2022)"), ("\x96", "– (U+2013)"), ("\x97", "— (U+2014)"), ("\x85", "… (U+2026)")),
        *(("\x80", "€ (U+20AC)"), ("\x82", "‚ (U+201A)"), ("\x84", "„ (U+201E)"), ("\x8b", "‹ (U+2039)")),
        *(("\x9b", "› (U+203A)"), ("\x8a", "Š (U+0160)"), ("\x9c", "œ (U+0153)"), ("\x9f", "Ÿ (U+0178)")),
    ],
)
def test_a_byte_of_windows_1252_is_told_with_what_was_meant(
    repository: Repository, char: str, meant: str
) -> None:
    """To remove U+0093 would take the quotation mark away, and make a paraphrase of what was said."""
    (fault,) = told(repository, f"One.\nShe said {char}no.")
    assert fault[:3] == ("windows-character", 2, 10)
    assert f"in Windows-1252 it is {meant}. Write {meant[0]} in its place" in fault[3]


def test_a_word_in_an_accent_before_a_closing_mark_is_not_taken_for_utf_8(repository: Repository) -> None:
    faults = told(repository, "“l’été\x94\u00a0; “IRMÃ\x94 “Trâ\x94\u00a0!")
    assert [(code, column) for code, _, column, _ in faults] == [
        ("windows-character", 7),
        ("windows-character", 16),
        ("windows-character", 22),
    ]
    assert all("it is ” (U+201D)" in text for *_, text in faults)


@pytest.mark.parametrize(
    ("misread", "characters", "meant"),
    [
        ("â\x80\x9c", "U+00E2 U+0080 U+009C", "“ (U+201C)"),  # read as Latin-1
        ("â\x80\x99", "U+00E2 U+0080 U+0099", "’ (U+2019)"),
        ("â\x80\xa6", "U+00E2 U+0080 U+00A6", "… (U+2026)"),
        ("â€\x9d", "U+00E2 U+20AC U+009D", "” (U+201D)"),  # read as Windows-1252, which lacks 9D
        ("ð\x9f\x98\x80", "U+00F0 U+009F U+0098 U+0080", "😀 (U+1F600)"),
        ("Ã\x9c", "U+00C3 U+009C", "Ü (U+00DC)"),
    ],
)
def test_utf_8_read_as_another_encoding_is_told_as_what_it_was(
    repository: Repository, misread: str, characters: str, meant: str
) -> None:
    """Told once for all its characters: each by itself would be another mark."""
    (fault,) = told(repository, f"It is {misread}ber\n")
    assert fault[:3] == ("misread-character", 1, 7)
    assert fault[3].startswith(
        f"{characters} stand here: {meant}, read in another encoding than UTF-8. Write "
    )


def test_lines_that_end_as_on_an_old_mac_are_told_once(repository: Repository) -> None:
    (fault,) = told(repository, "One.\rTwo.\r\rThree.\nFour.\r\nFive.\r\r\n")[:1]
    assert fault[:3] == ("lone-carriage-return", 1, 5)
    assert fault[3].startswith(
        "3 lines of this file end with a carriage return alone (U+000D), as on an old Mac."
    )
    assert "Save the file with LF as line ends; to remove the character would join the lines." in fault[3]
    (alone,) = told(repository, "One.\rTwo.\n")
    assert alone[3].startswith("One line of this file ends with")


def test_a_carriage_return_too_many_is_removed(repository: Repository) -> None:
    (fault,) = told(repository, "One.\r\r\nTwo.\r\n")
    assert fault[:3] == ("control-character", 1, 5)
    assert "Remove it" in fault[3]


@pytest.mark.parametrize("char", ["\x0b", "\x0c"])
def test_old_line_breaks_part_lines(repository: Repository, char: str) -> None:
    (fault,) = told(repository, f"One{char}two\n")
    assert fault[:3] == ("old-line-break", 1, 4)
    assert "Write an ordinary line break in its place" in fault[3]


@pytest.mark.parametrize("char", ["\t", "\u00a0", "\u2028", "\u202e", "\ufeff", "\U0001f600", "\ufffd"])
def test_characters_that_are_text(repository: Repository, char: str) -> None:
    found, problems = read_source(repository({"a.md": f"a{char}b"}), "a.md")
    assert found is not None and not problems


def test_file_that_is_no_text_at_all_is_told_briefly(repository: Repository) -> None:
    assert len(_codes(repository({"a.md": b"\0" * 1_000_000}), "a.md")) == source.MOST_TOLD


def test_cap(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "MOST_BYTES", 10)
    root = repository({"a.md": "x" * 10, "b.md": "x" * 11})
    assert read_source(root, "a.md")[1] == []
    assert _codes(root, "b.md") == [("too-large", 0, 0)]


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff", "\r\n"])
def test_nothing(repository: Repository, text: str) -> None:
    assert _codes(repository({"a.md": text}), "a.md") == [("empty-file", 0, 0)]


def test_what_is_no_file(repository: Repository) -> None:
    root = repository({"a.md": "text", "folder/b.md": "text"})
    (root / "to-file.md").symlink_to("a.md")
    (root / "to-nothing.md").symlink_to("nowhere")
    (root / "to-itself.md").symlink_to("to-itself.md")
    (root / "to-folder").symlink_to("folder")
    os.mkfifo(root / "pipe.md")
    assert {
        name: _codes(root, name)[0][0]
        for name in (
            "none.md",
            "none/a.md",
            "folder",
            "pipe.md",
            "to-file.md",
            "to-nothing.md",
            "to-itself.md",
        )
    } == {
        "none.md": "missing-file",
        "none/a.md": "missing-file",
        "folder": "not-a-file",
        "pipe.md": "not-a-file",
        "to-file.md": "link",
        "to-nothing.md": "link",
        "to-itself.md": "link",
    }
    assert _codes(root, "to-folder/b.md") == [("link", 0, 0)]
    assert read_source(root, "to-folder/b.md")[1][0].message.startswith("to-folder is a link")


def test_socket_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the path of a socket must be short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("a.md")
        (_, problems) = read_source(tmp_path, "a.md")
    (one,) = problems
    assert (one.code, one.span) == ("unreadable", Span("a.md"))
    assert one.message == "This file cannot be read: No such device or address."


def test_nothing_stays_open(repository: Repository) -> None:
    root = repository({"a.md": "text", "folder/b.md": "text"})
    os.mkfifo(root / "pipe.md")
    first = os.open(root, os.O_RDONLY)
    os.close(first)
    for name in ("a.md", "folder", "pipe.md"):
        read_source(root, name)
    after = os.open(root, os.O_RDONLY)
    os.close(after)
    assert after == first
