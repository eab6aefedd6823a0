"""What an import says on the terminal: what was found and where, what was left out, what is left to do."""

from collections.abc import Iterator, Sequence
from typing import Final

from generator.edit.imports.run import Imported, Outcome
from generator.edit.imports.text.reading import FACTS

_MOST_SHOWN: Final = 4
_LONGEST: Final = 70


def refusals(outcome: Outcome) -> str:
    """Says of each file why no article was made of it."""
    lines = [f"{file}: {fault.why}\n    = {fault.instead}" for file, fault in outcome.refused]
    return "\n".join([*lines, "", "Nothing was written."])


def report(outcome: Outcome, slug: str) -> str:
    """Says of each article what was found, what was left out, and how to go on."""
    parts = ["\n".join(_lines(one)) for one in outcome.imported]
    return "\n\n".join([*parts, "\n".join(_next(outcome, slug))])


def _lines(one: Imported) -> Iterator[str]:
    reading = one.reading
    words = sum(len(text.split()) for text in reading.paragraphs)
    how = f"{reading.kind}, {reading.encoding}" if reading.encoding else reading.kind
    size = f"{_number(len(reading.paragraphs), 'paragraph')}, {_number(words, 'word')}"
    yield f"{one.path}: {size}, from {one.file} ({how})"
    width = max(map(len, FACTS))
    for fact in FACTS:
        if stated := one.facts.get(fact):
            yield f"  {fact:<{width}}  {stated.value}  [{stated.where}]"
    missing = [fact for fact in FACTS if fact not in one.facts]
    if missing:
        yield f"  Not stated, to fill in where you know it: {', '.join(missing)}."
    if "language" in missing:
        yield "  Without a language it is read as English."
    yield from (f"  {remark}" for remark in dict.fromkeys(one.remarks))
    if reading.mended:
        yield f"  Mended: {', '.join(f'{name} ({count})' for name, count in sorted(reading.mended.items()))}."
    if reading.left_out:
        yield f"  Left out: {_passages(reading.left_out)}"


def _passages(passages: Sequence[str]) -> str:
    """Counts passages and shows the longest, which are most likely to be missed."""
    words = sum(len(text.split()) for text in passages)
    longest = sorted(dict.fromkeys(passages), key=lambda text: -len(text))[:_MOST_SHOWN]
    shown = [text for text in dict.fromkeys(passages) if text in longest]
    some = ", ".join(f"“{_cut(text)}”" for text in shown)
    more = "; the longest" if len(dict.fromkeys(passages)) > _MOST_SHOWN else ""
    return f"{_number(len(passages), 'passage')}, {_number(words, 'word')}{more}: {some}."


def _next(outcome: Outcome, slug: str) -> Iterator[str]:
    them = "it" if len(outcome.imported) == 1 else "each"
    if outcome.near:
        yield f"The folder briefings/{slug} is new. {outcome.near}"
    yield f"Next: read {them} beside the original, and fill in the lines between --- at its top."
    if outcome.day:
        yield f"The day of the briefing, 'as_of', is that of its newest dated article now: {outcome.day}."
    if outcome.has_summary:
        yield f'Then, a claim from it: python -m generator quote {slug} "some of its words" --write'
    else:
        yield f"Then begin the briefing: python -m generator new {slug}"
    yield "python -m generator check --hints tells what is wrong or lacking."


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 2].rstrip()} …"
