"""Makes the views of claims: links, speakers, facts, quotes, relations and withdrawals."""

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from generator.analyse.findings.accounts import KINDS
from generator.analyse.findings.findings import Findings
from generator.analyse.findings.first_said import way_of
from generator.analyse.quotes.anchored import Quote
from generator.model.briefing import ARTICLE_VOICE, UNNAMED
from generator.model.changes import NO_HISTORY, History
from generator.model.entries import (
    Assessment,
    Claim,
    Event,
    Evidence,
    Question,
    Relation,
    Withdrawn,
)
from generator.model.passage import Speech
from generator.model.settings import NOTHING_SET, Settings
from generator.render.addresses import actor_page, briefing_page, link, source_page
from generator.render.parts.claims.links import ClaimLink
from generator.render.parts.claims.opened import ClaimView, EarlierView, InferredView, QuoteView, RelationView
from generator.render.parts.claims.passages import context_view
from generator.render.parts.claims.tombstones import TombstoneView
from generator.render.parts.corrections import correction_address
from generator.render.parts.dates import date_view, stated_view
from generator.render.parts.earlier import EntryHistory
from generator.render.parts.links import Link
from generator.render.parts.source_labels import SourceText, foreign_language
from generator.render.words import listed, phrase, shortened
from generator.render.words.changes import SPEAKER
from generator.render.words.values import MODALITY, RELATION, RELATION_BACK, SPEECH, SPEECH_BEHIND, SUCCESSOR

_SPEECH_ORDER = tuple(Speech)

OPENING: Final = 44
"""The length of a wording's beginning that tells two claims of a row apart, in code points."""


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
            speech=listed([SPEECH[kind] for kind in kinds]),
            speech_label=listed([SPEECH_BEHIND[kind] for kind in kinds]),
            text=claim.text,
            letters=listed(self._source_letters(quotes)),
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
        return ClaimView(
            id=id,
            link=self.link(id),
            correction=self._correction_address(claim),
            verb=SourceText(claim.cue, language) if claim.cue else None,
            facts=self._facts(claim),
            about=self.actors(claim.about_others),
            speakers=self.actors(claim.by),
            said=date_view(claim.said, language),
            happened=date_view(claim.happened, language),
            quotes=tuple(self._quote_view(claim, quote) for quote in quotes),
            relations=_with_openings((*self._relation_views(claim), *self._relation_views_back(claim))),
            inferred=tuple(InferredView(word.text, word.reason) for word in claim.inferred),
            note=claim.note or "",
            withdrawn=self.tombstone(claim.withdrawn, "claim"),
            added=times.added,
            changed=times.changed,
            earlier=tuple(
                EarlierView(
                    earlier.until, self.names(earlier.by) if earlier.by != claim.by else "", earlier.text
                )
                for earlier in self.entry_history.wordings(id)
            ),
        )

    @cached_property
    def entry_history(self) -> EntryHistory:
        """The history of the briefing's single entries."""
        return EntryHistory(self.history)

    def names(self, ids: Iterable[str]) -> str:
        """List speakers by name, reserved ones in the catalogue's words."""
        return listed([SPEAKER.get(id) or self.name(id) for id in ids]) or SPEAKER[UNNAMED]

    def speaker(self, claim: Claim) -> str:
        """Name a claim's speaker, and who passed it on.

        The speaker is one or several actors, the article itself, or the article's words for somebody whom it
        doesn't name.
        """
        if claim.by == (ARTICLE_VOICE,):
            letters = self._source_letters(self.findings.quotes[claim.id])
            name = phrase("sources-named", len(letters), listed(letters)) if letters else phrase("the-source")
        elif claim.by == (UNNAMED,):
            described = claim.described_as
            name = phrase("described-not-named", described) if described else phrase("somebody-not-named")
        else:
            name = listed([self.name(actor) for actor in claim.by])
        passed_on = listed([self.name(actor) for actor in claim.via])
        return phrase("according-to", name, passed_on) if passed_on else name

    def name(self, actor: str) -> str:
        """An actor's name; what is no actor's id is returned as it is."""
        known = self.findings.briefing.actors.get(actor)
        return known.name or actor if known else actor

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
            return "" if claim.withdrawn else f"{claim.speaker} ({claim.speech_label}): {claim.text}"
        entries: dict[str, tuple[Question | Assessment | Event, ...]] = {
            "question": summary.questions,
            "assessment": summary.assessments,
            "event": summary.events,
        }
        return next((entry.text for entry in entries[kind] if entry.id == id and not entry.withdrawn), "")

    def _facts(self, claim: Claim) -> tuple[str, ...]:
        """A claim's facts: its modality, its origin or that it has none, and "not dated".

        Of a withdrawn claim nothing is called unknown.
        """
        facts = [phrase("read-as-fact", MODALITY[claim.modality])] if claim.modality else []
        if origin := self.first_said_in(claim.origin):
            facts.append(phrase("first-said-in", origin))
            facts += self._counted_once(claim)
        elif claim.withdrawn or any(evidence.origin for evidence in claim.evidence):
            pass  # Each quote has its own origin.
        elif claim.by == (ARTICLE_VOICE,):
            facts.append(phrase("names-nobody"))
        else:
            facts.append(phrase("first-said-not-stated"))
        if not (claim.said or claim.withdrawn):
            facts.append(phrase("not-dated"))
        return tuple(facts)

    def _first_said(self, claim: Claim, evidence: Evidence) -> str:
        """The origin of a quote's words, where it isn't that of the whole claim; else empty."""
        if evidence.origin and evidence.origin != claim.origin:
            return phrase("words-first-said-in", self.first_said_in(evidence.origin))
        if not claim.origin and not evidence.origin and any(entry.origin for entry in claim.evidence):
            return phrase("words-first-said-not-stated")
        return ""

    def _correction_address(self, claim: Claim) -> str:
        page = posixpath.dirname(briefing_page(self.findings.briefing.slug))
        return correction_address(self.settings, f"{page}/#claim-{claim.id}", self.speaker(claim))

    def _source_letters(self, quotes: tuple[Quote, ...]) -> list[str]:
        return sorted({self.findings.briefing.letter(quote.passage.article) for quote in quotes})

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
        return QuoteView(
            letter=self.findings.briefing.letter(article.id),
            segments=quote.words,
            speech=SPEECH[quote.speech],
            mark=quote.speech.value,
            language=foreign_language(article),
            context=context_view(self.findings, quote, self.here, self.findings.shown[article.id]),
            first_said=self._first_said(claim, quote.evidence),
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
            relation.note,
            live and relation.kind in KINDS,
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


def _with_openings(relations: tuple[RelationView, ...]) -> tuple[RelationView, ...]:
    """Give relations that would read alike the openings of the claims that they lead to."""
    names = [
        (relation.says, relation.other.speaker, relation.other.speech, relation.other.letters)
        for relation in relations
    ]
    return tuple(
        replace(relation, other=replace(relation.other, opening=shortened(relation.other.text, OPENING)))
        if relation.told and names.count(name) > 1
        else relation
        for relation, name in zip(relations, names, strict=True)
    )
