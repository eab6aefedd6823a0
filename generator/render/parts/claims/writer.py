"""Links to the claims, actors and origins of one briefing, for one page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.analyse.findings.findings import Findings
from generator.analyse.findings.first_said import way_of
from generator.model.changes import NO_HISTORY, History
from generator.model.claims import Claim
from generator.model.dated import Withdrawn
from generator.model.entries import Assessment, Event, Question
from generator.model.settings import NOTHING_SET, Settings
from generator.render.addresses import actor_page, briefing_page, link, source_page
from generator.render.parts.claims.links import ClaimLink
from generator.render.parts.claims.speakers import Speakers, speakers_of
from generator.render.parts.claims.tombstones import TombstoneView
from generator.render.parts.dates import stated_view
from generator.render.parts.earlier import EntryHistory
from generator.render.parts.links import Link
from generator.render.parts.source_labels import foreign_language
from generator.render.words import listed, phrase
from generator.render.words.values import SUCCESSOR


@dataclass(frozen=True)
class ClaimWriter:
    """Links one page to what a briefing holds.

    Attributes:
        findings: the briefing's.
        here: the path of the page.
        settings: the site's.
        history: the briefing's, redacted.
    """

    findings: Findings
    here: str
    settings: Settings = NOTHING_SET
    history: History = NO_HISTORY

    def link(self, id: str) -> ClaimLink:
        """Make the view of the claim ``id`` for an entry that refers to it."""
        if id not in self._links:
            told = self.speakers.told(id)
            self._links[id] = ClaimLink(
                number=self.numbers[id],
                speaker=told.speaker,
                lead=told.lead,
                text=told.text,
                href=link(self.here, briefing_page(self.findings.briefing.slug), f"claim-{id}"),
                withdrawn=self.findings.briefing.claims[id].withdrawn is not None,
            )
        return self._links[id]

    @cached_property
    def _links(self) -> dict[str, ClaimLink]:
        return {}

    def links(self, ids: Iterable[str]) -> tuple[ClaimLink, ...]:
        """Link a row of claims, in the order of their numbers."""
        return tuple(sorted(map(self.link, ids), key=lambda claim: claim.number))

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each claim by its id: by matter, those without one next, withdrawn ones last."""
        summary = self.findings.briefing.summary
        matters = {matter: number for number, matter in enumerate(summary.matters)}
        ordered = sorted(
            summary.claims,
            key=lambda claim: (claim.withdrawn is not None, matters.get(claim.matter or "", len(matters))),
        )
        return {claim.id: number for number, claim in enumerate(ordered, 1)}

    @cached_property
    def entry_history(self) -> EntryHistory:
        """The history of the briefing's single entries."""
        return EntryHistory(self.history)

    @cached_property
    def speakers(self) -> Speakers:
        """The speakers of the briefing's claims, in the reader's words."""
        return speakers_of(self.findings)

    def name(self, actor: str) -> str:
        """An actor's name; what is no actor's id is returned as it is."""
        return self.speakers.name(actor)

    def speaker(self, claim: Claim) -> str:
        """Name who says a claim, and who passed it on."""
        return self.speakers.speaker(claim)

    def language(self, ids: Iterable[str]) -> str:
        """The foreign language that all quotes of these claims share, as a BCP 47 tag; else empty."""
        languages = {foreign_language(quote.article) for id in ids for quote in self.findings.quotes[id]}
        return languages.pop() if len(languages) == 1 else ""

    def actors(self, ids: Iterable[str]) -> tuple[Link, ...]:
        """Link to the pages of actors; what is no actor's id is left out."""
        known = self.findings.briefing.actors
        return tuple(Link(self.name(id), link(self.here, actor_page(id))) for id in ids if id in known)

    def first_said_in(self, id: str | None) -> str:
        """Name the root of an origin and the origins that passed it on; empty where none is declared."""
        briefing = self.findings.briefing
        titles = [briefing.summary.origins[origin].title for origin in way_of(briefing, id)]
        if not titles:
            return ""
        root, *passed_on = titles[::-1]
        return phrase("as-passed-on-in", root, listed(passed_on)) if passed_on else root

    def tombstone(self, withdrawn: Withdrawn | None, kind: str) -> TombstoneView | None:
        """Make the view of a withdrawal; None for None.

        Args:
            withdrawn: the withdrawal.
            kind: of the entry: claim, question, assessment, event, source or briefing.
        """
        if withdrawn is None:
            return None
        successor = withdrawn.replaced_by
        slug = self.findings.briefing.slug
        if not successor:
            replaced = None
        elif kind == "briefing":
            replaced = Link(SUCCESSOR[kind], link(self.here, briefing_page(successor)))
        elif kind == "source":
            letter = self.findings.briefing.letter(successor)
            replaced = Link(phrase("sources-named", 1, letter), link(self.here, source_page(slug, successor)))
        else:
            text = self._successor_text(kind, successor) or SUCCESSOR[kind]
            replaced = Link(text, link(self.here, briefing_page(slug), f"{kind}-{successor}"))
        return TombstoneView(stated_view(withdrawn.date), withdrawn.reason, replaced)

    def _successor_text(self, kind: str, id: str) -> str:
        """The text of the entry that replaced another; empty where it was itself withdrawn."""
        summary = self.findings.briefing.summary
        if kind == "claim":
            claim = self.link(id)
            return "" if claim.withdrawn else claim.sentence
        entries: dict[str, tuple[Question | Assessment | Event, ...]] = {
            "question": summary.questions,
            "assessment": summary.assessments,
            "event": summary.events,
        }
        return next((entry.text for entry in entries[kind] if entry.id == id and not entry.withdrawn), "")
