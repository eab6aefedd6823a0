"""The kinds of text, each with what it lets through and what it refuses."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.model.texts import (
    Flag,
    Id,
    Item,
    Language,
    Line,
    Name,
    Text,
    hidden,
    id_fault,
    listed,
    url_fault,
)


@pytest.mark.parametrize(
    "text", ["a", "0", "a-b", "a-", "2024-10", "a" * 80, "con-1", "com10", "nul2", "lpt"]
)
def test_ids(text: str) -> None:
    assert id_fault(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-a",
        "A",
        "a_b",
        "a b",
        "a/b",
        "../a",
        "a.b",
        "%2e",
        "İ",
        "ı",
        "а",
        "a\n",
        "a\x00",
        "a" * 81,
        "é",
        "con",
        "prn",
        "aux",
        "nul",
        "com1",
        "lpt9",
    ],
)
def test_no_ids(text: str) -> None:
    assert id_fault(text) is not None


@pytest.mark.parametrize("text", ["\u202e", "\u2066", "\u200b", "\ufeff", "\u00ad\u2060", "\U000e0041"])
def test_hidden(text: str) -> None:
    assert hidden(f"Kari{text} Arnesen") == f"U+{ord(text[-1]):04X}"


@pytest.mark.parametrize("text", ["Kari Arnesen", "می\u200cخواهم", "क्\u200dष", "Donau\u00addampf", "👩", "é"])
def test_not_hidden(text: str) -> None:
    assert hidden(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org",
        "http://example.org/a?b=c&d#e",
        "HTTPS://example.org:8080/",
        "https://пример.испытание/ä",
        "https://[2001:db8::1]/",
        "https://example.org/a,b;c(d)!'*%20",
    ],
)
def test_urls(text: str) -> None:
    assert url_fault(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "example.org",
        "//example.org/",
        "javascript:alert(1)",
        "JaVa\tscript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        " https://example.org",
        "https://example.org/\u202egro",
        "https://example.org/\u00a0",
        "data:text/html,x",
        "file:///etc/passwd",
        "vbscript:x",
        "ftp://example.org",
        "https:example.org",
        "https:///path",
        "https://user@example.org/",
        "https://:secret@example.org/",
        "https://example.org:port/",
        "https://example.org:99999/",
        "https://[::1/",
        "https://example.org/<script>",
        'https://example.org/"onclick="x',
        "https://example.org\\@evil.org/",
        "https://example.org/`",
    ],
)
def test_no_urls(text: str) -> None:
    assert url_fault(text) is not None


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        (Id, "a", "A"),
        (Text, "x" * 4000, "x" * 4001),
        (Text, "a\n\nb", " \n "),
        (Line, "x" * 300, "x" * 301),
        (Name, "Kari", "Ka\u200bri"),
        (Item, "Q212", "Q0"),
        (Item, "Q1", "Q212\n"),
        (Language, "pt-BR", "English"),
        (Language, "en", "en\n"),
        (Flag, True, "true"),
        (Flag, False, "no"),
        (Flag, False, 0),
        (Text, "1", 1),
    ],
)
def test_kinds(kind: Any, right: object, wrong: object) -> None:
    adapter = TypeAdapter(kind)
    assert adapter.validate_python(right) == right
    with pytest.raises(ValidationError):
        adapter.validate_python(wrong)


def test_listed() -> None:
    assert listed("a") == ["a"]
    assert listed(["a", "b"]) == ["a", "b"]
    assert listed(None) == [None]
