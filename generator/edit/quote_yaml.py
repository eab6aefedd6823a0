"""Quotes and claims as YAML to paste, with comments on whose words they are."""

from collections import Counter
from collections.abc import Container, Iterator, Mapping
from itertools import chain
from typing import Final

from generator.analyse.quotes.missing import abridged
from generator.analyse.text.sentences import around
from generator.edit.adding import Addition
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
    whose = list(_whose(voice, indent))
    if not claim:
        return "\n".join([*whose, *evidence])
    return "\n".join([*_claim(briefing, found, indent), *whose, _by(voice, indent), *evidence])


def all_as_yaml(briefing: Briefing, search: Search, *, claim: bool) -> str:
    """Writes every place of some words.

    Those of several articles are the evidence of one claim, each with its own speaker where they differ.
    Those of one article are numbered, each with its line and its sentence, for only one can be meant.
    """
    articles = Counter(found.article.id for found in search.found)
    if len(articles) > 1:
        return _together(briefing, search, articles, claim=claim)
    blocks = [as_yaml(briefing, found, claim=claim) for found in search.found]
    if len(blocks) < 2:
        return "".join(blocks)
    indent = key_column(briefing) - 2 * claim
    heading = comment(f"These words stand in {_number_of(search)}. Take the one that is meant.", indent)
    numbered = (
        f"{comment(f'{number}. {_place(found)}', indent)}\n{block}"
        for number, (found, block) in enumerate(zip(search.found, blocks, strict=True), 1)
    )
    return "\n\n".join(chain([heading], numbered))


def _together(briefing: Briefing, search: Search, articles: Mapping[str, int], *, claim: bool) -> str:
    indent = key_column(briefing)
    voices = [voice_of(briefing, found.article, found.passage) for found in search.found]
    of_claim = next((voice for voice in voices if voice.speaker), voices[0])
    differ = len({voice.speaker for voice in voices}) > 1
    # A claim's speaker is completed once, for all its evidence; other speakers stand with their words.
    lines = [*_claim(briefing, search.found[0], indent), _by(of_claim, indent)] if claim else []
    lines.append(f"{' ' * indent}evidence:")
    told: set[str] = set()
    for found, voice in zip(search.found, voices, strict=True):
        id = found.article.id
        lines.append(comment(_place(found), indent + 2))
        lines += _whose(voice, indent + 2)
        if articles[id] > 1 and id not in told:
            lines.append(comment(f"{id} has these words in {articles[id]} places: keep one.", indent + 2))
        told.add(id)
        if not found.decided:
            lines.append(comment(_UNDECIDED, indent + 2))
            continue
        own = differ and (not claim or voice.speaker != of_claim.speaker)
        lines += _piece(found, indent + 2, voice if own else None)
    if search.more:
        lines.append(comment(f"These words stand in {_number_of(search)}.", indent + 2))
    return "\n".join(lines)


def addition(briefing: Briefing, search: Search) -> Addition:
    """Makes what is put into the file for some words that were found: the claim, and its speakers' entries.

    Raises:
        ValueError: the words stand in several places of one article, or nothing singles their place out.
    """
    places = Counter(found.article.id for found in search.found)
    if search.more or max(places.values()) > 1 or not all(found.decided for found in search.found):
        raise ValueError("These words stand in several places of an article: take more of them.")
    written = all_as_yaml(briefing, search, claim=True).split("\n")
    voices = [voice_of(briefing, found.article, found.passage) for found in search.found]
    new = [voice.newcomer for voice in voices if voice.newcomer]
    entries = dict.fromkeys(one.entry.replace("kind: …", "kind: ") for one in new if one.id)
    return Addition(tuple(line for line in written if not line.lstrip().startswith("#")), tuple(entries))


def _number_of(search: Search) -> str:
    places = f"{len(search.found) + search.more} places"
    some = f", of which here are {len(search.found)}; with more words there are fewer"
    return places + some if search.more else places


def _claim(briefing: Briefing, found: Found, indent: int) -> Iterator[str]:
    """Writes a claim up to its text, which is left empty."""
    pad = " " * indent
    yield f"{pad[2:]}- id: {new_id(found.exact, _taken(briefing), 'claim')}"
    yield comment(_TEXT, indent)
    yield f"{pad}text: >-"
    yield f"{pad}  "


def _by(voice: Voice, indent: int) -> str:
    return f"{' ' * indent}by: {voice.speaker}".rstrip()


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
    yield f"{' ' * indent}evidence:"
    yield from _piece(found, indent + 2, None)


def _piece(found: Found, indent: int, own: Voice | None) -> Iterator[str]:
    """Writes the words of one article, with a speaker of their own if one is given."""
    pad, id = " " * indent, scalar(found.article.id)
    if not (found.prefix or found.suffix or own):
        yield f"{pad}{id}: {scalar(found.exact, indent)}"
        return
    yield f"{pad}{id}:"
    for field, words in (("exact", found.exact), ("prefix", found.prefix), ("suffix", found.suffix)):
        if words:
            yield f"{pad}  {field}: {scalar(words, indent + 2)}"
    if own:
        yield _by(own, indent + 2)


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
