"""Alarms: changes of speaker, class, number or negation in entries whose quotes or claims are unchanged."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from generator.analyse.text.fold import fold, fold_quote
from generator.analyse.text.negation import NEGATIONS
from generator.analyse.text.same_words import SIGN, same_words
from generator.analyse.text.terms import Names, terms
from generator.model.changes import Alarm, Kind, Plain

_NO_NAMES: Final = Names()


def alarms(kind: Kind, before: Plain, after: Plain) -> tuple[Alarm, ...]:
    """Finds the changes of an entry that a reviewer has to see first.

    A claim gives an alarm while one of its quotes is unchanged; a sentence or an assessment while it still
    rests on one of the same claims; an actor when its name changes, as its words get another speaker.
    """
    return tuple(_yield_alarms(kind, before, after))


def _yield_alarms(kind: Kind, before: Plain, after: Plain) -> Iterator[Alarm]:
    if kind == "actor" and not same_words(before.get("name", ""), after.get("name", "")):
        yield Alarm.SPEAKER
    if not _has_same_support(kind, before, after):
        return
    if kind == "claim":
        if not same_words(_speakers_text(before), _speakers_text(after)):
            yield Alarm.SPEAKER
        if before.get("modality") != after.get("modality"):
            yield Alarm.CLASS
    old, new = before.get("text", ""), after.get("text", "")
    if _numbers(old) != _numbers(new):
        yield Alarm.NUMBER
    if _negations(old) != _negations(new):
        yield Alarm.NEGATION


def _has_same_support(kind: Kind, before: Plain, after: Plain) -> bool:
    if kind == "claim":
        return any(quote in _folded_quotes(after) for quote in _folded_quotes(before))
    if kind in ("sentence", "assessment"):
        return not set(before.get("claims", ())).isdisjoint(after.get("claims", ()))
    return False


def _folded_quotes(claim: Plain) -> list[tuple[str, list[str]]]:
    """Returns each quote as it is looked for, as other quotation marks or dashes make no other quote."""
    return [
        (evidence["article"], [fold_quote(part) for part in evidence["exact"]])
        for evidence in claim.get("evidence", ())
    ]


def _speakers_text(claim: Plain) -> str:
    """Joins speakers and passers-on; the order of the names of a joint statement doesn't count."""
    return " | ".join((*sorted(claim.get("by", ())), claim.get("described_as", ""), *claim.get("via", ())))


def _numbers(text: str) -> Counter[tuple[object, ...]]:
    keys: Iterator[tuple[object, ...]] = (term.key for term in terms(text, _NO_NAMES) if term.kind != "name")
    return Counter([*keys, *((sign,) for sign in SIGN.findall(fold(text)))])


def _negations(text: str) -> Counter[str]:
    return Counter(match[0].casefold() for match in NEGATIONS["en"].finditer(fold(text)))
