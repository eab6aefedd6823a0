"""The line of a claim: its sentence with the speaker's name and a chip for each source that carries it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.analyse.findings.findings import Findings
from generator.analyse.quotes.anchored import Quote
from generator.analyse.quotes.named import is_namesake
from generator.analyse.quotes.opening import opening_of
from generator.model.briefing import ARTICLE_VOICE, UNNAMED
from generator.model.claims import Claim
from generator.model.passage import Speech
from generator.render.bidi import isolated, joined
from generator.render.parts.claims.speakers import Speakers
from generator.render.parts.lettered import TextPiece, in_pieces
from generator.render.words import listed, phrase
from generator.render.words.changes import SPEAKER
from generator.render.words.values import CHIP

_FROM_STRONGEST: Final = (Speech.SPOKEN, Speech.PART_QUOTED, Speech.PARAPHRASE, Speech.ARTICLE)


@dataclass(frozen=True)
class ChipWriter:
    """Writes what the chips of one briefing's claims tell of how a source carries a claim."""

    findings: Findings
    speakers: Speakers

    def of_source(self, quotes: Sequence[Quote]) -> str:
        """What a chip tells behind its letter of all of a claim's quotes from one source.

        Empty where the source paraphrases the claim's own speaker, which is the default. Where its quotes are
        of several kinds, the weakest is told: prose is never taken for spoken words.
        """
        sure = [quote for quote in quotes if not quote.evidence.by_open] or list(quotes)
        own = [quote for quote in sure if not self._is_of_other(quote)]
        told = [self._told(quote) for quote in sure if self._is_of_other(quote)]
        if own:
            kind = max((quote.speech for quote in own), key=_FROM_STRONGEST.index)
            if kind is not Speech.PARAPHRASE or told:
                told.insert(0, CHIP[kind])
        return joined(", ", dict.fromkeys(told))

    def of_quote(self, quote: Quote) -> str:
        """What the chip of one quote tells behind its letter; the default is told here, too."""
        return self._told(quote) if self._is_of_other(quote) else CHIP[quote.speech]

    def with_speaker(self, quote: Quote) -> str:
        """What a chip tells behind its letter where no claim's line stands above it: who says it, and how."""
        if self._is_of_other(quote):
            return self._told(quote)
        end = opening_of(self.findings.briefing, quote.claim)
        name = quote.claim.text[:end] if end else self.speakers.of_quote(quote)
        return phrase("chip-other", name, CHIP[quote.speech])

    def _is_of_other(self, quote: Quote) -> bool:
        """Whether nobody says it whom the claim's line names."""
        return quote.has_own_speaker or quote.is_own_voice or quote.by == (UNNAMED,)

    def _told(self, quote: Quote) -> str:
        of = quote.evidence
        if of.by_open:
            names = (
                self.speakers.short_name(id)
                if id in self.findings.briefing.actors
                else CHIP[Speech.ARTICLE]
                if id == ARTICLE_VOICE
                else SPEAKER[id]
                for id in of.by_open
            )
            return phrase("chip-open", joined(phrase("or"), names))
        if quote.is_own_voice:
            return CHIP[Speech.ARTICLE]
        if quote.by == (UNNAMED,):
            return phrase("chip-unnamed")
        name = self.speakers.of_quote(quote)
        return name if quote.speech is Speech.PARAPHRASE else phrase("chip-other", name, CHIP[quote.speech])


def claim_line(findings: Findings, speakers: Speakers, claim: Claim) -> tuple[TextPiece, ...]:
    """Write the line of a claim.

    A source's letter in the text is its chip; a source that the text doesn't name has its chip at the end.
    What an article itself says opens with no name, as its chip tells that.
    """
    return tuple(_line(findings, speakers, claim))


def _line(findings: Findings, speakers: Speakers, claim: Claim) -> Iterator[TextPiece]:
    chips = ChipWriter(findings, speakers)
    by_letter: dict[str, list[Quote]] = {}
    for quote in findings.quotes[claim.id]:
        by_letter.setdefault(findings.briefing.letter(quote.article.id), []).append(quote)
    told = {letter: chips.of_source(quotes) for letter, quotes in sorted(by_letter.items())}
    name, space, text = _name_and_text(findings, speakers, claim)
    if name:
        yield TextPiece(name, strong=True)
    for piece in in_pieces(text, set(told), space=space):
        # A letter that stands there again tells nothing again.
        yield replace(piece, told=told.pop(piece.text, "")) if piece.letter else piece
    for letter, words in told.items():
        yield TextPiece(letter, space=True, letter=True, told=words)


def _name_and_text(findings: Findings, speakers: Speakers, claim: Claim) -> tuple[str, bool, str]:
    """The bold beginning of the line, whether white space follows it, and the rest of the line."""
    if (end := opening_of(findings.briefing, claim)) is not None:
        via = listed([speakers.name(actor) for actor in claim.passers_on])
        rest = claim.text[end:]
        told = f"{rest} {phrase('via-told', via)}" if via else rest
        named = claim.text[:end]
        if len(claim.by) == 1 and is_namesake(findings.briefing, claim.by[0]):
            named = phrase("namesake", named, findings.briefing.actors[claim.by[0]].role or "")
        return named, rest[:1].isspace(), told
    if claim.by == (ARTICLE_VOICE,) or not claim.text or not claim.speakers:
        return "", False, claim.text
    if claim.by == (UNNAMED,) and not any(quote.evidence.described_as for quote in findings.quotes[claim.id]):
        return "", False, claim.text
    return f"{isolated(speakers.of_claim(claim))}:", True, claim.text
