"""What changed under standing quotes: speaker, class, number or negation of words that rest on the same."""

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
    """What a reviewer has to see first.

    Of a claim, while one of its quotes stands as it was; of a sentence or an assessment, while one of the
    claims it rests on does; of an actor, another name, which puts its words into somebody else's mouth.
    """
    return tuple(_alarms(kind, before, after))


def _alarms(kind: Kind, before: Plain, after: Plain) -> Iterator[Alarm]:
    if kind == "actor" and not same_words(before.get("name", ""), after.get("name", "")):
        yield Alarm.SPEAKER
    if not _stands(kind, before, after):
        return
    if kind == "claim":
        if not same_words(_speaker(before), _speaker(after)):
            yield Alarm.SPEAKER
        if before.get("modality") != after.get("modality"):
            yield Alarm.CLASS
    old, new = before.get("text", ""), after.get("text", "")
    if _numbers(old) != _numbers(new):
        yield Alarm.NUMBER
    if _negations(old) != _negations(new):
        yield Alarm.NEGATION


def _stands(kind: Kind, before: Plain, after: Plain) -> bool:
    if kind == "claim":
        return any(one in _quoted(after) for one in _quoted(before))
    if kind in ("sentence", "assessment"):
        return not set(before.get("claims", ())).isdisjoint(after.get("claims", ()))
    return False


def _quoted(claim: Plain) -> list[tuple[str, list[str]]]:
    """Each quote as it is looked for: other quotation marks or dashes make no other quote."""
    return [
        (one["article"], [fold_quote(part) for part in one["exact"]]) for one in claim.get("evidence", ())
    ]


def _speaker(claim: Plain) -> str:
    """Whoever speaks or passes it on; the order in which a joint statement names them says nothing."""
    return " | ".join((*sorted(claim.get("by", ())), claim.get("described_as", ""), *claim.get("via", ())))


def _numbers(text: str) -> Counter[tuple[object, ...]]:
    said: Iterator[tuple[object, ...]] = (one.key for one in terms(text, _NO_NAMES) if one.kind != "name")
    return Counter([*said, *((sign,) for sign in SIGN.findall(fold(text)))])


def _negations(text: str) -> Counter[str]:
    return Counter(found[0].casefold() for found in NEGATIONS["en"].finditer(fold(text)))
