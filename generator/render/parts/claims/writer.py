"""Makes the views of claims: links, speakers, facts, quotes, relations and withdrawals."""

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from generator.analyse.findings.findings import Findings
from generator.analyse.findings.first_said import way_of
from generator.analyse.quotes.anchored import Quote
from generator.analyse.quotes.named import about_others
from generator.model.briefing import ARTICLE_VOICE
from generator.model.changes import NO_HISTORY, History
from generator.model.claims import Claim, Relation
from generator.model.dated import Withdrawn
from generator.model.entries import Assessment, Event, Question
from generator.model.letters import with_letters
from generator.model.passage import Speech
from generator.model.settings import NOTHING_SET, Settings
from generator.render.addresses import actor_page, briefing_page, link, source_page
from generator.render.parts.claims.links import ClaimLink
from generator.render.parts.claims.opened import ClaimView, EarlierView, InferredView, QuoteView, RelationView
from generator.render.parts.claims.passages import context_view
from generator.render.parts.claims.speakers import Speakers
from generator.render.parts.claims.tombstones import TombstoneView
from generator.render.parts.corrections import correction_address
from generator.render.parts.dates import date_view, stated_view
from generator.render.parts.earlier import EntryHistory
from generator.render.parts.links import Link
from generator.render.parts.source_labels import SourceText, foreign_language
from generator.render.words import listed, phrase, shortened
from generator.render.words.values import MODALITY, RELATION, RELATION_BACK, SPEECH, SUCCESSOR

_SPEECH_ORDER = tuple(Speech)

OPENING: Final = 44
"""The length of a wording's beginning that tells two claims of a row apart, in code points."""


TOLD: Final = MODALITY.keys() - {"asserts"}
"""Classes that are told; that somebody asserts it is what readers expect."""


@dataclass(frozen=True)
class ClaimWriter:
    """Makes the views of one briefing's claims for one page.

    Attributes:
        findings: the briefing's.
        here: the path of the page that shows the views.
        settings: the site's.
        history: the briefing's, redacted.
    """

    findings: Findings
    here: str
    settings: Settings = NOTHING_SET
    history: History = NO_HISTORY

    def link(self, id: str) -> ClaimLink:
        """Make the view of the claim ``id`` for an entry that refers to it."""
        claim = self.findings.briefing.claims[id]
        quotes = self.findings.quotes[id]
        kinds = [kind for kind in _SPEECH_ORDER if any(quote.speech is kind for quote in quotes)]
        return ClaimLink(
            speaker=self.speaker(claim),
            lead=self.speakers.lead(claim) if claim.text else "",
            speech=listed([SPEECH[kind] for kind in kinds]),
            text=self.speakers.text(claim),
            letters=listed(self.speakers.letters(quotes)),
            href=link(self.here, briefing_page(self.findings.briefing.slug), f"claim-{id}"),
            own_voice=claim.by == (ARTICLE_VOICE,),
            withdrawn=claim.withdrawn is not None,
        )

    def links(self, ids: tuple[str, ...]) -> tuple[ClaimLink, ...]:
        """Link a row of claims; one with the same speaker, speech and sources gets an opening."""
        seen: set[tuple[str, str, str]] = set()
        links = []
        for claim in map(self.link, ids):
            key = (claim.speaker, claim.speech, claim.letters)
            repeated = key in seen and not claim.withdrawn
            if not claim.withdrawn:
                seen.add(key)
            links.append(replace(claim, opening=shortened(claim.text, OPENING)) if repeated else claim)
        return tuple(links)

    def view(self, id: str) -> ClaimView:
        """Make the view of the claim ``id`` with its quotes, relations and earlier wordings."""
        claim = self.findings.briefing.claims[id]
        quotes = self.findings.quotes[id]
        times = self.entry_history.times("claim", id)
        language = self.language((id,))
        lead, text = self.speakers.line(claim)
        return ClaimView(
            id=id,
            link=self.link(id),
            lead=lead,
            text=text,
            correction=self._correction_address(claim),
            verb=SourceText(cue, language) if (cue := _agreed(quote.cue for quote in quotes)) else None,
            facts=self._facts(claim),
            about=self.actors(about_others(self.findings.briefing, claim)),
            speakers=self.actors(claim.speakers),
            said=date_view(claim.said, language),
            happened=date_view(claim.happened, language),
            quotes=tuple(self._quote_view(claim, quote) for quote in quotes),
            relations=(*self._relation_views(claim), *self._relation_views_back(claim)),
            inferred=tuple(InferredView(word.text, word.reason) for word in claim.inferred),
            note=claim.note or "",
            withdrawn=self.tombstone(claim.withdrawn, "claim"),
            added=times.added,
            changed=times.changed,
            earlier=tuple(
                EarlierView(
                    earlier.until,
                    self.speakers.names(earlier.by) if earlier.by != claim.by else "",
                    with_letters(earlier.text, self.findings.briefing.letters),
                )
                for earlier in self.entry_history.wordings(id)
            ),
        )

    @cached_property
    def entry_history(self) -> EntryHistory:
        """The history of the briefing's single entries."""
        return EntryHistory(self.history)

    @cached_property
    def speakers(self) -> Speakers:
        """The speakers of the briefing's claims, in the reader's words."""
        return Speakers(self.findings)

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

    def actors(self, ids: tuple[str, ...]) -> tuple[Link, ...]:
        """Link to the pages of actors; what is no actor's id is left out."""
        known = self.findings.briefing.actors
        return tuple(Link(self.name(id), link(self.here, actor_page(id))) for id in ids if id in known)

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

    def _facts(self, claim: Claim) -> tuple[str, ...]:
        """A claim's facts: class and origin, where all of its quotes agree, and what only some have."""
        quotes = self.findings.quotes[claim.id]
        modality = _agreed(quote.modality or "" for quote in quotes)
        facts = [phrase("read-as-fact", MODALITY[modality])] if modality in TOLD else []
        if origin := self._shared_origin(quotes):
            facts.append(phrase("first-said-in", self.first_said_in(origin)))
            facts += self._counted_once(claim)
        facts += [
            phrase("only-in", only.text, listed([self.findings.briefing.letter(id) for id in only.articles]))
            for only in self.findings.only_in.get(claim.id, ())
        ]
        return tuple(facts)

    def _shared_origin(self, quotes: tuple[Quote, ...]) -> str:
        """The origin that all of a claim's quotes declare, none of them by inference; else empty."""
        if any(quote.evidence.origin_inferred for quote in quotes):
            return ""
        return _agreed(quote.origin or "" for quote in quotes)

    def _speech(self, quote: Quote) -> str:
        """The kind of speech in words; of words that are left open, who may be saying them."""
        return self.speakers.of_quote(quote) if quote.evidence.by_open else SPEECH[quote.speech]

    def _quote_facts(self, claim: Claim, quote: Quote) -> tuple[str, ...]:
        """What holds for a quote and isn't told of the claim: speaker, class, origin, and date."""
        quotes = self.findings.quotes[claim.id]
        own = quote.has_own_speaker and not (quote.is_own_voice or quote.evidence.by_open)
        facts = [self.speakers.of_quote(quote)] if own else []
        if quote.via and not quote.has_own_speaker and any(other.via != quote.via for other in quotes):
            facts.append(phrase("passed-on-by", self.speakers.passed_on_by(quote)))
        if quote.modality in TOLD and not _agreed(other.modality or "" for other in quotes):
            facts.append(phrase("read-as-fact", MODALITY[str(quote.modality)]))
        if quote.origin and not self._shared_origin(quotes):
            origin, why = self.first_said_in(quote.origin), quote.evidence.origin_inferred
            facts.append(
                phrase("probably-said-in", origin, why) if why else phrase("words-first-said-in", origin)
            )
        if quote.evidence.said:
            facts.append(phrase("said", stated_view(quote.evidence.said).words))
        return tuple(fact for fact in facts if fact)

    def _correction_address(self, claim: Claim) -> str:
        page = posixpath.dirname(briefing_page(self.findings.briefing.slug))
        return correction_address(self.settings, f"{page}/#claim-{claim.id}", self.speaker(claim))

    def first_said_in(self, id: str | None) -> str:
        """Name the root of an origin and the origins that passed it on; empty where none is declared."""
        briefing = self.findings.briefing
        titles = [briefing.summary.origins[origin].title for origin in way_of(briefing, id)]
        if not titles:
            return ""
        root, *passed_on = titles[::-1]
        return phrase("as-passed-on-in", root, listed(passed_on)) if passed_on else root

    def _counted_once(self, claim: Claim) -> list[str]:
        """The notice that several sources have a claim from one origin, so they count as one."""
        briefing = self.findings.briefing
        return [
            phrase("sources-have-it", listed([briefing.letter(article) for article in root.articles]))
            for root in self.findings.first_said[claim.id].roots
            if root.counted_once and len(self.findings.first_said[claim.id].roots) == 1
        ]

    def _quote_view(self, claim: Claim, quote: Quote) -> QuoteView:
        article = quote.article
        agreed = _agreed(other.cue for other in self.findings.quotes[claim.id])
        return QuoteView(
            letter=self.findings.briefing.letter(article.id),
            segments=quote.words,
            speech=self._speech(quote),
            mark=quote.speech.value,
            language=foreign_language(article),
            context=context_view(self.findings, quote, self.here, self.findings.shown[article.id]),
            verb=SourceText(quote.cue, foreign_language(article)) if quote.cue and not agreed else None,
            facts=self._quote_facts(claim, quote),
            translation=quote.evidence.translation or "",
            note=quote.evidence.note or "",
        )

    def _relation_views(self, claim: Claim) -> list[RelationView]:
        return [
            self._relation_view(RELATION[relation.kind], claim, relation, relation.claim)
            for relation in claim.relations
        ]

    def _relation_views_back(self, claim: Claim) -> list[RelationView]:
        """The views of relations that other claims declare; a relation is shown on both of its claims."""
        return [
            self._relation_view(RELATION_BACK[relation.kind], related, relation, related.id)
            for related in self.findings.briefing.summary.claims
            for relation in related.relations
            if relation.claim == claim.id
        ]

    def _relation_view(self, says: str, declaring: Claim, relation: Relation, linked: str) -> RelationView:
        """Make the view of a relation of the claim ``declaring``, linked to the claim ``linked``."""
        related = self.findings.briefing.claims[relation.claim]
        live = declaring.withdrawn is None and related.withdrawn is None
        return RelationView(
            says,
            self.link(linked),
            relation.note or "",
            self._shared_origins(declaring, relation) if live else "",
        )

    def _shared_origins(self, declaring: Claim, relation: Relation) -> str:
        """The notice that two corroborating claims go back to one origin; empty where they don't."""
        origins = self.findings.briefing.summary.origins
        shared = [
            origins[root].title
            for corroboration in self.findings.first_said[declaring.id].corroborations
            if relation.kind == "corroborates" and corroboration.claim == relation.claim
            for root in corroboration.shared_roots
        ]
        return phrase("both-lead-to", listed(shared)) if shared else ""


def _agreed(values: Iterable[str]) -> str:
    """The value that all have in common; empty where they differ, or have none."""
    different = set(values)
    return different.pop() if len(different) == 1 else ""
