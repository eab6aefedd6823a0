"""Claims in the reader's words: who says it first, and how it reached the page."""

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
"""How much of a wording tells two claims of a row apart, in code points."""


@dataclass(frozen=True)
class ClaimWriter:
    """Makes the views of one briefing's claims for one page.

    Attributes:
        findings: the briefing and what was found for it.
        here: the path of the page that shows the views.
        settings: what holds for the whole site.
        history: the briefing's.
    """

    findings: Findings
    here: str
    settings: Settings = NOTHING_SET
    history: History = NO_HISTORY

    def link(self, id: str) -> ClaimLink:
        """The claim ``id`` as other entries name it."""
        claim = self.findings.briefing.claims[id]
        quotes = self.findings.quotes[id]
        kinds = [kind for kind in _SPEECH_ORDER if any(quote.speech is kind for quote in quotes)]
        return ClaimLink(
            speaker=self.speaker(claim),
            speech=listed([SPEECH[kind] for kind in kinds]),
            speech_label=listed([SPEECH_BEHIND[kind] for kind in kinds]),
            text=claim.text,
            letters=listed(self._letters(quotes)),
            href=link(self.here, briefing_page(self.findings.briefing.slug), f"claim-{id}"),
            own_voice=claim.by == (ARTICLE_VOICE,),
            withdrawn=claim.withdrawn is not None,
        )

    def links(self, ids: tuple[str, ...]) -> tuple[ClaimLink, ...]:
        """The claims as one row names them, told apart where speaker, speech and sources don't."""
        told: set[tuple[str, str, str]] = set()
        links = []
        for one in map(self.link, ids):
            known = (one.speaker, one.speech, one.letters)
            again = known in told and not one.withdrawn
            if not one.withdrawn:
                told.add(known)
            links.append(replace(one, opening=shortened(one.text, OPENING)) if again else one)
        return tuple(links)

    def view(self, id: str) -> ClaimView:
        """The claim ``id`` with all that belongs to it."""
        claim = self.findings.briefing.claims[id]
        quotes = self.findings.quotes[id]
        times = self.entry_history.times("claim", id)
        language = self.language((id,))
        return ClaimView(
            id=id,
            link=self.link(id),
            correction=self._correction(claim),
            verb=SourceText(claim.cue, language) if claim.cue else None,
            facts=self._facts(claim),
            about=self.actors(claim.about_others),
            speakers=self.actors(claim.by),
            said=date_view(claim.said, language),
            happened=date_view(claim.happened, language),
            quotes=tuple(self._quote(claim, quote) for quote in quotes),
            relations=_told_apart((*self._relations(claim), *self._relations_back(claim))),
            inferred=tuple(InferredView(one.text, one.reason) for one in claim.inferred),
            note=claim.note or "",
            withdrawn=self.tombstone(claim.withdrawn, "claim"),
            added=times.added,
            changed=times.changed,
            earlier=tuple(
                EarlierView(one.until, self.names(one.by) if one.by != claim.by else "", one.text)
                for one in self.entry_history.wordings(id)
            ),
        )

    @cached_property
    def entry_history(self) -> EntryHistory:
        """Since when the entries stand, and how they were worded before."""
        return EntryHistory(self.history)

    def names(self, ids: Iterable[str]) -> str:
        """Speakers by name, as far as they have one."""
        return listed([SPEAKER.get(id) or self.name(id) for id in ids]) or SPEAKER[UNNAMED]

    def speaker(self, claim: Claim) -> str:
        """Who says it: names, the article itself, or the article's words for somebody it doesn't name."""
        if claim.by == (ARTICLE_VOICE,):
            letters = self._letters(self.findings.quotes[claim.id])
            name = phrase("sources-named", len(letters), listed(letters)) if letters else phrase("the-source")
        elif claim.by == (UNNAMED,):
            described = claim.described_as
            name = phrase("described-not-named", described) if described else phrase("somebody-not-named")
        else:
            name = listed([self.name(actor) for actor in claim.by])
        passed_on = listed([self.name(one) for one in claim.via])
        return phrase("according-to", name, passed_on) if passed_on else name

    def name(self, actor: str) -> str:
        """An actor's name; words that are no actor's id stand for themselves."""
        known = self.findings.briefing.actors.get(actor)
        return known.name or actor if known else actor

    def language(self, ids: Iterable[str]) -> str:
        """The foreign language of all quotes of these claims; empty where it isn't one and the same."""
        languages = {foreign_language(quote.article) for id in ids for quote in self.findings.quotes[id]}
        return languages.pop() if len(languages) == 1 else ""

    def actors(self, ids: tuple[str, ...]) -> tuple[Link, ...]:
        """Links to the pages of actors; what is no actor's id has none."""
        known = self.findings.briefing.actors
        return tuple(Link(self.name(id), link(self.here, actor_page(id))) for id in ids if id in known)

    def tombstone(self, withdrawn: Withdrawn | None, kind: str) -> TombstoneView | None:
        """When and why an entry of ``kind`` was withdrawn: a claim, question …, a source, or the briefing."""
        if withdrawn is None:
            return None
        other = withdrawn.replaced_by
        slug = self.findings.briefing.slug
        if not other:
            replaced = None
        elif kind == "briefing":
            replaced = Link(SUCCESSOR[kind], link(self.here, briefing_page(other)))
        elif kind == "source":
            letter = self.findings.briefing.letter(other)
            replaced = Link(phrase("sources-named", 1, letter), link(self.here, source_page(slug, other)))
        else:
            text = self._successor(kind, other) or SUCCESSOR[kind]
            replaced = Link(text, link(self.here, briefing_page(slug), f"{kind}-{other}"))
        return TombstoneView(stated_view(withdrawn.date), withdrawn.reason, replaced)

    def _successor(self, kind: str, id: str) -> str:
        """What took an entry's place, in words; empty when that was itself withdrawn."""
        summary = self.findings.briefing.summary
        if kind == "claim":
            claim = self.link(id)
            return "" if claim.withdrawn else f"{claim.speaker} ({claim.speech_label}): {claim.text}"
        entries: dict[str, tuple[Question | Assessment | Event, ...]] = {
            "question": summary.questions,
            "assessment": summary.assessments,
            "event": summary.events,
        }
        return next((one.text for one in entries[kind] if one.id == id and not one.withdrawn), "")

    def _facts(self, claim: Claim) -> tuple[str, ...]:
        """What is done by saying it, where it was first said, and "not dated".

        What is unknown is told of what stands; of a withdrawn claim only what was written.
        """
        facts = [phrase("read-as-fact", MODALITY[claim.modality])] if claim.modality else []
        if origin := self.first_said_in(claim.origin):
            facts.append(phrase("first-said-in", origin))
            facts += self._counts_once(claim)
        elif claim.withdrawn or any(evidence.origin for evidence in claim.evidence):
            pass  # Each quote tells its own.
        elif claim.by == (ARTICLE_VOICE,):
            facts.append(phrase("names-nobody"))
        else:
            facts.append(phrase("first-said-not-stated"))
        if not (claim.said or claim.withdrawn):
            facts.append(phrase("not-dated"))
        return tuple(facts)

    def _first_said(self, claim: Claim, evidence: Evidence) -> str:
        """Where a quote's words were first said, as far as the claim doesn't tell it for all its quotes."""
        if evidence.origin and evidence.origin != claim.origin:
            return phrase("words-first-said-in", self.first_said_in(evidence.origin))
        if not claim.origin and not evidence.origin and any(one.origin for one in claim.evidence):
            return phrase("words-first-said-not-stated")
        return ""

    def _correction(self, claim: Claim) -> str:
        page = posixpath.dirname(briefing_page(self.findings.briefing.slug))
        return correction_address(self.settings, f"{page}/#claim-{claim.id}", self.speaker(claim))

    def _letters(self, quotes: tuple[Quote, ...]) -> list[str]:
        return sorted({self.findings.briefing.letter(quote.passage.article) for quote in quotes})

    def first_said_in(self, id: str | None) -> str:
        """The root that an origin leads to, and what passed it on; empty when none is declared."""
        briefing = self.findings.briefing
        titles = [briefing.summary.origins[one].title for one in way_of(briefing, id)]
        if not titles:
            return ""
        root, *passed_on = titles[::-1]
        return phrase("as-passed-on-in", root, listed(passed_on)) if passed_on else root

    def _counts_once(self, claim: Claim) -> list[str]:
        """That several sources have a claim from one place, so that they are not taken for several."""
        briefing = self.findings.briefing
        return [
            phrase("sources-have-it", listed([briefing.letter(article) for article in root.articles]))
            for root in self.findings.first_said[claim.id].roots
            if root.counted_once and len(self.findings.first_said[claim.id].roots) == 1
        ]

    def _quote(self, claim: Claim, quote: Quote) -> QuoteView:
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

    def _relations(self, claim: Claim) -> list[RelationView]:
        return [self._relation(RELATION[one.kind], claim, one, one.claim) for one in claim.relations]

    def _relations_back(self, claim: Claim) -> list[RelationView]:
        """Relations are written once and shown on both claims."""
        return [
            self._relation(RELATION_BACK[relation.kind], other, relation, other.id)
            for other in self.findings.briefing.summary.claims
            for relation in other.relations
            if relation.claim == claim.id
        ]

    def _relation(self, says: str, written: Claim, relation: Relation, other: str) -> RelationView:
        related = self.findings.briefing.claims[relation.claim]
        stand = written.withdrawn is None and related.withdrawn is None
        return RelationView(
            says,
            self.link(other),
            relation.note,
            stand and relation.kind in KINDS,
            self._shared(written, relation) if stand else "",
        )

    def _shared(self, written: Claim, relation: Relation) -> str:
        """That two claims which are said separately lead to one place all the same."""
        origins = self.findings.briefing.summary.origins
        shared = [
            origins[root].title
            for one in self.findings.first_said[written.id].corroborations
            if relation.kind == "corroborates" and one.claim == relation.claim
            for root in one.shared_roots
        ]
        return phrase("both-lead-to", listed(shared)) if shared else ""


def _told_apart(relations: tuple[RelationView, ...]) -> tuple[RelationView, ...]:
    """Relations that would read alike get the openings of the claims that they lead to."""
    names = [(one.says, one.other.speaker, one.other.speech, one.other.letters) for one in relations]
    return tuple(
        replace(one, other=replace(one.other, opening=shortened(one.other.text, OPENING)))
        if one.told and names.count(name) > 1
        else one
        for one, name in zip(relations, names, strict=True)
    )
