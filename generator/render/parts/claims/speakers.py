"""Speakers of a claim in the reader's words: of each quote, of the claim as a whole, and before its text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.analyse.findings.findings import Findings
from generator.analyse.quotes.anchored import Quote
from generator.analyse.quotes.kept import once_for_each
from generator.analyse.quotes.named import is_namesake, names_shown
from generator.analyse.quotes.opening import content_of, opens_with_speaker
from generator.model.briefing import ARTICLE_VOICE, UNNAMED
from generator.model.claims import Claim
from generator.render.bidi import joined
from generator.render.words import listed, phrase
from generator.render.words.changes import SPEAKER


@dataclass(frozen=True)
class Told:
    """A claim as it stands alone: `Speakers.speaker`, `Speakers.lead`, and the text behind that lead."""

    speaker: str
    lead: str
    text: str


@dataclass(frozen=True)
class Speakers:
    """Names the speakers of one briefing's claims."""

    findings: Findings

    def told(self, id: str) -> Told:
        """Tell the claim ``id``, which many entries and pages refer to."""
        if id not in self._told:
            claim = self.findings.briefing.claims[id]
            lead = self.lead(claim) if claim.text else ""
            self._told[id] = Told(self.speaker(claim), lead, self.text(claim))
        return self._told[id]

    @cached_property
    def _told(self) -> dict[str, Told]:
        return {}

    def name(self, actor: str) -> str:
        """An actor's name, with the role where another has that name; what is no id is returned as it is."""
        return names_shown(self.findings.briefing).get(actor, actor)

    def short_name(self, actor: str) -> str:
        """An actor's name as running text has it: of a person, the last word."""
        known = self.findings.briefing.actors.get(actor)
        if known and known.kind == "person" and not is_namesake(self.findings.briefing, actor):
            return self.name(actor).split()[-1]
        return self.name(actor)

    def names(self, ids: Iterable[str]) -> str:
        """List speakers by name, reserved ones in the catalogue's words."""
        return listed([SPEAKER.get(id) or self.name(id) for id in ids]) or SPEAKER[UNNAMED]

    def letters(self, quotes: Iterable[Quote]) -> list[str]:
        """The letters of the quotes' sources, each once."""
        return sorted({self.findings.briefing.letter(quote.article.id) for quote in quotes})

    def speaker(self, claim: Claim) -> str:
        """Name who says a claim, and who passed it on: "South Korean officials (A), B itself".

        The speaker is one or several actors, the articles themselves, or the articles' words for somebody
        whom they don't name. Where its quotes have different speakers, each stands with its sources.
        """
        quotes = self.findings.quotes[claim.id]
        groups = _by_speaker(quotes)
        if _differ(groups):
            names = [self._with_letters(group) for group in groups]
            nobody = phrase("somebody-not-named")
            # The word is written small where it opens no sentence.
            return joined(
                ", ",
                (
                    name[0].lower() + name[1:] if at and name.startswith(nobody) else name
                    for at, name in enumerate(names)
                ),
            )
        return self.of_claim(claim)

    def lead(self, claim: Claim) -> str:
        """What stands before a claim's text wherever it stands alone: who says it, if the text doesn't tell.

        Empty where the text opens with the only speaker.
        """
        quotes = self.findings.quotes[claim.id]
        if self._names_before(claim):
            return self.speaker(claim)
        if claim.by == (ARTICLE_VOICE,):
            letters = self.letters(quotes)
            return phrase("writes", len(letters), listed(letters)) if letters else phrase("the-source")
        return "" if opens_with_speaker(self.findings.briefing, claim) else self.speaker(claim)

    def text(self, claim: Claim) -> str:
        """A claim's text as it stands behind its lead, which names the speakers that it may open with."""
        return content_of(self.findings.briefing, claim) if self._names_before(claim) else claim.text

    def _names_before(self, claim: Claim) -> bool:
        """Whether a lead is needed: for several speakers, somebody unnamed, a namesake, or one left open."""
        groups = _by_speaker(self.findings.quotes[claim.id])
        if any(is_namesake(self.findings.briefing, id) for id in claim.by):
            return True
        return _differ(groups) or bool(claim.passers_on) or claim.by == (UNNAMED,)

    def of_quote(self, quote: Quote, *, passed_on: bool = True) -> str:
        """Name who says a quote's words, as "B itself" or "B leaves open whether …"; of an actor, the name.

        Args:
            quote: the quote.
            passed_on: whether those are named too who passed the words on.
        """
        letter = self.findings.briefing.letter(quote.article.id)
        if quote.evidence.by_open:
            names = [
                phrase("itself", letter) if id == ARTICLE_VOICE else self.names([id])
                for id in quote.evidence.by_open
            ]
            name = phrase("leaves-open", letter, joined(phrase("or"), names))
        elif quote.is_own_voice:
            name = phrase("itself", letter)
        else:
            name = self._unnamed([quote]) if quote.by == (UNNAMED,) else self.names(quote.by)
        via = self.passed_on_by(quote) if passed_on else ""
        return phrase("according-to", name, via) if via else name

    def passed_on_by(self, quote: Quote) -> str:
        """Name who passed a quote's words on; empty where nobody did."""
        return listed([self.name(actor) for actor in quote.via])

    def of_claim(self, claim: Claim) -> str:
        """Name the claim's own speaker and who passed it on, whatever other speakers some quotes have."""
        quotes = self.findings.quotes[claim.id]
        if claim.by == (ARTICLE_VOICE,):
            letters = self.letters(quotes)
            name = phrase("sources-named", len(letters), listed(letters)) if letters else phrase("the-source")
        elif claim.by == (UNNAMED,):
            name = self._unnamed(quotes)
        else:
            name = listed([self.name(actor) for actor in claim.by])
        passed_on = listed([self.name(actor) for actor in claim.passers_on])
        return phrase("according-to", name, passed_on) if passed_on else name

    def _unnamed(self, quotes: Iterable[Quote]) -> str:
        described = dict.fromkeys(
            quote.evidence.described_as for quote in quotes if quote.evidence.described_as
        )
        names = [phrase("described-not-named", words) for words in described]
        return listed(names) if names else phrase("somebody-not-named")

    def _with_letters(self, quotes: list[Quote]) -> str:
        first = quotes[0]
        letters = listed(self.letters(quotes))
        if first.evidence.by_open:
            return self.of_quote(first)
        if first.is_own_voice:
            return phrase("itself", letters)
        return phrase("name-and-letters", self.of_quote(first), letters)


def _differ(groups: Iterable[Sequence[Quote]]) -> bool:
    """Tests whether some quotes have another speaker than the claim, or leave it open."""
    return any(quote.has_own_speaker for group in groups for quote in group)


def _by_speaker(quotes: Sequence[Quote]) -> list[list[Quote]]:
    """Group quotes by their speakers; those with the claim's own speaker come first.

    A quote that is left open is left out where another of its article isn't: it is told beside its words.
    """
    groups: dict[object, list[Quote]] = {}
    known = {quote.article.id for quote in quotes if not quote.evidence.by_open}
    told = [quote for quote in quotes if not quote.evidence.by_open or quote.article.id not in known]
    for quote in sorted(told, key=lambda quote: quote.has_own_speaker):
        of = quote.evidence
        open_ = (of.by_open, quote.article.id) if of.by_open else ()
        groups.setdefault((frozenset(quote.by), open_), []).append(quote)
    return list(groups.values())


@once_for_each
def speakers_of(findings: Findings) -> Speakers:
    """Return what names the speakers of a briefing: each of its pages does."""
    return Speakers(findings)
