"""Diagnostic of an id that names nothing, with where what it would name is added."""

from collections.abc import Iterable
from types import MappingProxyType
from typing import Final

from generator.model.diagnostics import Diagnostic, did_you_mean, problem
from generator.model.span import Span

_PLACES: Final = MappingProxyType(
    {
        "actor": " under 'actors', here or in briefings/actors.yml",
        "article": " to the folder articles",
        "claim": " under 'claims'",
        "origin": " under 'origins'",
        "matter": " under 'matters'",
    }
)


def unknown_id(span: Span, what: str, id: str, known: Iterable[str], *, mean: str = "") -> Diagnostic:
    """Makes the diagnostic of an id that names nothing.

    Args:
        what: what it would name: "claim", "actor" …
        known: the ids that there are.
        mean: the opening of the hint, where more is known than which of these is nearest.
    """
    mean = mean or did_you_mean(id, known)
    where = _PLACES.get(what, "")
    if what == "actor" and not mean:
        where += f", as {id}: {{name: …, kind: person}}"
    return problem("unknown-id", span, what=what, id=id, mean=mean, where=where)
