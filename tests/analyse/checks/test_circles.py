"""Circles of references: each found once, whatever leads into it, and chains of any length followed once."""

import pytest

from generator.analyse.checks.references.circles import check_replacements, circles
from generator.model.dated import Withdrawn


@pytest.mark.parametrize(
    ("links", "found"),
    [
        ({}, []),
        ({"a": "b"}, []),
        ({"a": "b", "b": "c"}, []),
        ({"a": "a"}, [("a",)]),
        ({"a": "b", "b": "a"}, [("a", "b")]),
        ({"x": "b", "a": "b", "b": "a"}, [("b", "a")]),
        ({"a": "b", "b": "a", "x": "a", "y": "x"}, [("a", "b")]),
        ({"a": "b", "b": "c", "c": "a", "d": "d", "e": "d"}, [("a", "b", "c"), ("d",)]),
    ],
)
def test_each_circle_once(links: dict[str, str], found: list[tuple[str, ...]]) -> None:
    assert list(circles(links)) == found


def test_long_chains_and_rings_end() -> None:
    chain = {str(number): str(number + 1) for number in range(100_000)}
    assert list(circles(chain)) == []
    assert list(circles(dict(reversed(chain.items())))) == []
    assert [len(circle) for circle in circles({**chain, "100000": "0"})] == [100_001]


def _withdrawn(replaced_by: str | None) -> Withdrawn:
    return Withdrawn.model_validate({"date": "2024-11-01", "reason": "Wrong.", "replaced_by": replaced_by})


def test_replacements() -> None:
    entries = {
        "a": _withdrawn("b"),
        "b": _withdrawn("a"),
        "c": _withdrawn("c"),
        "d": None,
        "e": _withdrawn("d"),
    }
    told = list(check_replacements({**entries, "f": _withdrawn(None), "g": _withdrawn("nowhere")}))
    assert [problem.code for problem in told] == ["replacement-circle", "replaced-by-itself"]
    assert "a → b → a" in told[0].message and "'c'" in told[1].message
