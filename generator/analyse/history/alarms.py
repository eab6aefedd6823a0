"""Alarms: changes of speaker, class, number or negation in entries whose quotes or claims are unchanged."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from generator.analyse.languages.known import language_of
from generator.analyse.text.fold import fold, fold_quote
from generator.analyse.text.same_words import SIGN, same_words
from generator.analyse.text.terms import Names, terms
from generator.model.changes import Alarm, Kind, Plain

_NO_NAMES: Final = Names()


def alarms(kind: Kind, before: Plain, after: Plain) -> tuple[Alarm, ...]:
    """Finds the changes of an entry that a reviewer has to see first.

    A claim gives an alarm while one of its quotes is unchanged, of itself and of what is said of that quote;
    a sentence, an assessment or how accounts differ on a question while it still rests on one of the same
    claims; an actor when its name changes, as its words get another speaker.
    """
    return tuple(dict.fromkeys(_yield_alarms(kind, before, after)))


def _yield_alarms(kind: Kind, before: Plain, after: Plain) -> Iterator[Alarm]:
    if kind == "actor" and not same_words(before.get("name", ""), after.get("name", "")):
        yield Alarm.SPEAKER
    if not _has_same_support(kind, before, after):
        return
    if kind == "claim":
        if not same_words(_speakers_text(before), _speakers_text(after)):
            yield Alarm.SPEAKER
        yield from _quote_alarms(before, after)
    field = "differ" if kind == "question" else "text"
    yield from _text_alarms(before.get(field, ""), after.get(field, ""))


def _quote_alarms(before: Plain, after: Plain) -> Iterator[Alarm]:
    """Compares what is said of each quote that stands as it was."""
    old = {_folded_quote(quote): quote for quote in before.get("evidence", ())}
    for quote in after.get("evidence", ()):
        was = old.get(_folded_quote(quote))
        if was is None:
            continue
        if not same_words(_speakers_text(was), _speakers_text(quote)):
            yield Alarm.SPEAKER
        if any(was.get(field) != quote.get(field) for field in ("cue", "modality")):
            yield Alarm.CLASS
        yield from _text_alarms(was.get("translation", ""), quote.get("translation", ""))


def _text_alarms(old: str, new: str) -> Iterator[Alarm]:
    if _numbers(old) != _numbers(new):
        yield Alarm.NUMBER
    if _negations(old) != _negations(new):
        yield Alarm.NEGATION


def _has_same_support(kind: Kind, before: Plain, after: Plain) -> bool:
    if kind == "claim":
        new = {_folded_quote(quote) for quote in after.get("evidence", ())}
        return any(_folded_quote(quote) in new for quote in before.get("evidence", ()))
    if kind in ("sentence", "assessment", "question"):
        return not set(before.get("claims", ())).isdisjoint(after.get("claims", ()))
    return False


def _folded_quote(quote: Plain) -> tuple[str, ...]:
    """Returns a quote as it is looked for, as other quotation marks or dashes make no other quote."""
    return (quote["article"], *(fold_quote(part) for part in quote["exact"]))


def _speakers_text(entry: Plain) -> str:
    """Joins speakers and passers-on; the order of the names of a joint statement doesn't count."""
    left_open = ("open", *sorted(entry["by_open"])) if entry.get("by_open") else ()
    speakers = (*sorted(entry.get("by", ())), *left_open, entry.get("described_as", ""))
    return " | ".join((*speakers, *entry.get("via", ())))


def _numbers(text: str) -> Counter[tuple[object, ...]]:
    keys: Iterator[tuple[object, ...]] = (term.key for term in terms(text, _NO_NAMES) if term.kind != "name")
    return Counter([*keys, *((sign,) for sign in SIGN.findall(fold(text)))])


def _negations(text: str) -> Counter[str]:
    return Counter(match[0].casefold() for match in language_of("en").negations.finditer(fold(text)))
