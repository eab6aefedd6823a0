"""Quotes and claims as YAML to paste, with comments on whose words they are."""

from collections.abc import Container, Iterator
from itertools import chain
from typing import Final

from generator.analyse.quotes.missing import abridged
from generator.analyse.text.sentences import around
from generator.edit.ids import new_id
from generator.edit.quote import Found, Search
from generator.edit.voice import Voice, voice_of
from generator.edit.yaml_text import comment, scalar
from generator.model.briefing import ARTICLE_VOICE, Briefing
from generator.model.passage import Speech

_MARKS: Final = {
    Speech.SPOKEN: "In quotation marks",
    Speech.PART_QUOTED: "Partly in quotation marks",
    Speech.PARAPHRASE: "Without quotation marks",
}
_TEXT: Final = "One full sentence that opens with who says it, and says no more than the quote."
_UNDECIDED: Final = "No few words around single this place out: quote more of it."


def as_yaml(briefing: Briefing, found: Found, *, claim: bool) -> str:
    """Writes the evidence of a place, or a whole claim on it, indented as the claims of the briefing are."""
    indent = key_column(briefing)
    evidence = _evidence(found, indent) if found.decided else [comment(_UNDECIDED, indent)]
    voice = voice_of(briefing, found.article, found.passage)
    whose = "\n".join(_whose(voice, indent))
    if not claim:
        return "\n".join([whose, *evidence])
    pad = " " * indent
    lines = [
        f"{pad[2:]}- id: {new_id(found.exact, _taken(briefing), 'claim')}",
        comment(_TEXT, indent),
        f"{pad}text: >-",
        f"{pad}  ",
        whose,
        f"{pad}by: {voice.speaker}".rstrip(),
        *evidence,
    ]
    return "\n".join(lines)


def all_as_yaml(briefing: Briefing, search: Search, *, claim: bool) -> str:
    """Writes every place of some words; of several, each numbered, with its line and its sentence."""
    blocks = [as_yaml(briefing, found, claim=claim) for found in search.found]
    if len(blocks) < 2:
        return "".join(blocks)
    indent = key_column(briefing) - 2 * claim
    number = len(blocks) + search.more
    more = f" Here are the first {len(blocks)}; with more words there are fewer." if search.more else ""
    heading = comment(f"These words stand in {number} places: take the one that is meant.{more}", indent)
    numbered = (
        f"{comment(f'{number}. {_place(found)}', indent)}\n{block}"
        for number, (found, block) in enumerate(zip(search.found, blocks, strict=True), 1)
    )
    return "\n\n".join(chain([heading], numbered))


def key_column(briefing: Briefing) -> int:
    """Returns the column, from 0, of the keys of a claim, as the last one has it that isn't in braces."""
    for claim in reversed(briefing.written.claims):
        first, second = claim.key_at("id"), claim.key_at("text")
        if first.column == second.column > 2 and first.line != second.line:
            return first.column - 1
    return 2


def _taken(briefing: Briefing) -> Container[str]:
    return {*briefing.claims, *briefing.lost}


def _evidence(found: Found, indent: int) -> Iterator[str]:
    pad, id = " " * indent, scalar(found.article.id)
    yield f"{pad}evidence:"
    if not (found.prefix or found.suffix):
        yield f"{pad}  {id}: {scalar(found.exact, indent + 2)}"
        return
    yield f"{pad}  {id}:"
    for field, words in (("exact", found.exact), ("prefix", found.prefix), ("suffix", found.suffix)):
        if words:
            yield f"{pad}    {field}: {scalar(words, indent + 4)}"


def _place(found: Found) -> str:
    article, passage = found.article, found.passage
    first, last = around(article, passage.start, passage.end)
    return f"{article.id}, line {passage.span.line}: {abridged(' '.join(article.text[first:last].split()))}"


def _whose(voice: Voice, indent: int) -> Iterator[str]:
    """Says in comments whose words a passage holds, as the checks will read it, and who is no actor yet."""
    yield comment(f"{_MARKS[voice.speech]}{_speaker(voice)}", indent)
    if voice.newcomer:
        # Without its sign it stands as an entry below "actors:" does.
        yield f"{' ' * indent}#   {voice.newcomer.entry}"


def _speaker(voice: Voice) -> str:
    near = f"“{voice.words}”" if voice.words else "the article"
    if not voice.is_read:
        return "; whose words they are is worked out in English articles alone."
    if voice.newcomer:
        also = f" ({voice.by[0]} is accepted, too)" if len(voice.by) == 1 else ""
        return f"; by {voice.newcomer.name}{also}, who is no actor yet. Add below 'actors:'"
    if voice.doubt and voice.words:
        return f"; “{voice.doubt}” may be an actor of another name, or nobody yet: write whom {near} means."
    if len(voice.by) > 1:
        return f"; {near} may mean {' or '.join(voice.by)}."
    if voice.by:
        return f"; by {voice.by[0]}, as the checks read {near}."
    if voice.words:
        return f"; “{voice.words}” is near, and names none of the actors: add one, or write unnamed."
    if voice.doubt:
        return f"; “{voice.doubt}” may give it to somebody: an actor, unnamed, or else {ARTICLE_VOICE}."
    if voice.speaker == ARTICLE_VOICE:
        return f", and nothing near gives it to anybody: by {ARTICLE_VOICE}."
    return "; nothing near says whose words they are."
