"""The choice among statements: which values can be taken, which agree, and what is told of the others."""

import pytest

from generator.edit.imports.facts import choose
from generator.edit.imports.text.reading import Fact, Stated


def _chosen(field: Fact, *values: str) -> tuple[str | None, list[str]]:
    taken, remarks = choose([Stated(field, value, f"place {at}") for at, value in enumerate(values, 1)])
    return (taken[field].value if field in taken else None), remarks


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-03-02", "2026-03-02"),
        ("2026-03-02T23:30:00Z", "2026-03-02"),
        ("2026-03-02 09:00", "2026-03-02"),
        ("2026/03/02", "2026-03-02"),
        ("20260302", "2026-03-02"),
        ("2026-03", "2026-03"),
        ("2026", "2026"),
        ("Mon, 02 Mar 2026 10:00:00 GMT", "2026-03-02"),
        ("02/03/2026", None),
        ("2.3.2026", None),
        ("yesterday", None),
        ("2026-02-30", None),
        ("2026-03-021", None),
        ("1772438400", None),
    ],
)
def test_days(written: str, day: str | None) -> None:
    taken, remarks = _chosen("published", written)
    assert taken == day
    assert bool(remarks) is (day is None)


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("2026-03-02", "2026-03-02T10:00:00Z", True),
        ("2026-03-02T10:00:00Z", "2026-03", True),
        # One instant, written in two time zones.
        ("2026-03-01T23:30:00Z", "2026-03-02T00:30:00+01:00", True),
        ("2026-03-01T23:30:00Z", "2026-03-02T00:31:00+01:00", False),
        ("2026-03-02", "2026-03-03", False),
    ],
)
def test_two_days_of_publication(one: str, other: str, agree: bool) -> None:
    taken, remarks = _chosen("published", one, other)
    assert taken == (one[:10] if agree else None)
    assert bool(remarks) is not agree


def test_conflicts_name_every_value_once() -> None:
    assert _chosen("published", "2026-03-02", "2026-03-05", "2026-03-05", "2026-03-02") == (
        None,
        ["It states published in two ways, so none was taken: 2026-03-02 (place 1); 2026-03-05 (place 2)."],
    )
    assert _chosen("publisher", "The Example", "THE EXAMPLE", "Quay Post", "Quay Post") == (
        "The Example",
        ["place 3 has another publisher: “Quay Post”."],
    )


@pytest.mark.parametrize(
    ("field", "one", "other", "agree"),
    [
        ("title", "Wall to hold", "Wall to hold | The Example", True),
        ("title", "Wall to hold", "The Example: Wall to hold", True),
        ("title", "Wall to hold", "Wall “to hold”", True),
        ("title", "Wall to hold | The Example", "Wall to hold", False),
        ("language", "en", "en-GB", True),
        ("url", "https://a.example/b", "http://a.example/b/#top", True),
        ("url", "https://a.example/b", "https://a.example/b?page=2", False),
        ("author", "Ann Other", "ANN OTHER", True),
        ("author", "Ann Other", "Ann Other, Bo Third", False),
    ],
)
def test_what_agrees(field: Fact, one: str, other: str, agree: bool) -> None:
    taken, remarks = _chosen(field, one, other)
    assert taken == one
    assert bool(remarks) is not agree


@pytest.mark.parametrize(
    ("field", "written", "value"),
    [
        ("title", "  Wall &amp;\n quay\u200b ", "Wall & quay"),
        ("title", "x" * 301, None),
        ("title", " \n", None),
        ("language", "EN_gb", "en-GB"),
        ("language", "x-default", None),
        ("language", "english", "en"),
        ("url", "/2026/wall", None),
        ("url", "javascript:alert(1)", None),
        ("url", "https://user:pw@a.example/", None),
        ("author", "https://a.example/ann", None),
    ],
)
def test_values(field: Fact, written: str, value: str | None) -> None:
    taken, remarks = _chosen(field, written)
    assert taken == value
    assert bool(remarks) is (value is None and bool(written.strip()))


def test_a_value_that_cannot_be_taken_leaves_the_next() -> None:
    taken, remarks = _chosen("url", "/2026/wall", "https://a.example/2026/wall")
    assert taken == "https://a.example/2026/wall"
    assert remarks == ["place 1 has “/2026/wall” for url: only http:// and https:// are linked."]
