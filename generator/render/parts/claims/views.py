"""Makes the view of a claim: its line, each quote in its sentence, and what else holds for it."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from generator.analyse.findings.findings import Findings
from generator.analyse.quotes.anchored import Quote
from generator.analyse.quotes.named import about_others
from generator.analyse.quotes.shown import without_outer_marks
from generator.analyse.text.fold import fold
from generator.model.claims import Claim
from generator.model.letters import with_letters
from generator.render.addresses import briefing_page
from generator.render.escape import Safe
from generator.render.parts.claims.line import ChipWriter, claim_line
from generator.render.parts.claims.opened import CitedView, ClaimView, QuoteView, RemarkView
from generator.render.parts.claims.passages import context_view, place_of
from generator.render.parts.claims.relations import relation_views
from generator.render.parts.claims.writer import ClaimWriter
from generator.render.parts.corrections import contact_address, correction_address
from generator.render.parts.dates import date_view, stated_view
from generator.render.parts.links import Link
from generator.render.parts.source_labels import SourceText, foreign_language, known_of, label_view
from generator.render.words import listed, phrase, shortened
from generator.render.words.values import MODALITY, SPEECH

TOLD: Final = MODALITY.keys() - {"asserts"}
"""Classes that are told; that somebody asserts it is what readers expect."""

LONGEST_TITLE: Final = 80
"""Code points of a title in a mail's subject. Percent-encoded, one may take twelve bytes of an address."""


@dataclass(frozen=True)
class ClaimViews:
    """Makes the views of one briefing's claims for its page."""

    writer: ClaimWriter

    @property
    def findings(self) -> Findings:
        """The briefing's findings."""
        return self.writer.findings

    def view(self, id: str) -> ClaimView:
        """Make the view of the claim ``id``."""
        writer, claim = self.writer, self.findings.briefing.claims[id]
        quotes = self.findings.quotes[id]
        times = writer.entry_history.times("claim", id)
        language = writer.language((id,))
        return ClaimView(
            id=id,
            link=writer.link(id),
            line=claim_line(self.findings, writer.speakers, claim),
            quotes=tuple(self._quote_view(claim, quote) for quote in quotes),
            facts=self._facts(claim),
            said=date_view(claim.said, language),
            happened=date_view(claim.happened, language),
            speakers=writer.actors(claim.speakers),
            about=writer.actors(about_others(self.findings.briefing, claim)),
            differ=self._questions[True].get(id, ()),
            questions=self._questions[False].get(id, ()),
            relations=relation_views(writer, claim),
            remarks=tuple(self._remarks(claim)),
            note=claim.note or "",
            correction=self._correction_address(claim),
            contact=self._contact_address(claim),
            cited=tuple(self._cited(quote) for quote in quotes),
            withdrawn=writer.tombstone(claim.withdrawn, "claim"),
            added=times.added,
            changed=times.changed,
        )

    @cached_property
    def _questions(self) -> Mapping[bool, Mapping[str, tuple[Link, ...]]]:
        """Links to questions by claim: under True those that tell how accounts differ, else under False."""
        links: dict[bool, dict[str, tuple[Link, ...]]] = {True: {}, False: {}}
        for question in self.findings.briefing.summary.questions:
            if not question.withdrawn:
                of_kind = links[bool(question.differ)]
                for id in question.claims:
                    anchor = Link(question.text, Safe(f"#question-{question.id}"))
                    of_kind[id] = (*of_kind.get(id, ()), anchor)
        return links

    @cached_property
    def _chips(self) -> ChipWriter:
        return ChipWriter(self.findings, self.writer.speakers)

    def _quote_view(self, claim: Claim, quote: Quote) -> QuoteView:
        article, evidence = quote.article, quote.evidence
        context = context_view(self.findings, quote, self.writer.here)
        sentence = " ".join(run.text for run in context.runs)
        return QuoteView(
            letter=self.findings.briefing.letter(article.id),
            told=self._chips.of_quote(quote),
            segments=quote.words,
            mark=quote.speech.value,
            language=foreign_language(article),
            context=context,
            repeats=_bare(sentence) == _bare(claim.text),
            verb=SourceText(evidence.cue, foreign_language(article)) if evidence.cue else None,
            facts=self._quote_facts(claim, quote),
            translation=evidence.translation or "",
            note=evidence.note or "",
        )

    def _quote_facts(self, claim: Claim, quote: Quote) -> tuple[str, ...]:
        """What holds for a quote and isn't told of the claim: class, who passed it on, origin, and date."""
        quotes = self.findings.quotes[claim.id]
        facts = []
        if quote.via and not quote.has_own_speaker and any(other.via != quote.via for other in quotes):
            facts.append(phrase("passed-on-by", self.writer.speakers.passed_on_by(quote)))
        if quote.evidence.modality in TOLD:
            facts.append(phrase("read-as-fact", MODALITY[str(quote.evidence.modality)]))
        if quote.origin and not self._shared_origin(quotes):
            origin, why = self.writer.first_said_in(quote.origin), quote.evidence.origin_inferred
            facts.append(
                phrase("probably-said-in", origin, why) if why else phrase("words-first-said-in", origin)
            )
        if quote.evidence.said:
            facts.append(phrase("said", stated_view(quote.evidence.said).words))
        return tuple(fact for fact in facts if fact)

    def _facts(self, claim: Claim) -> tuple[str, ...]:
        """A claim's facts: the origin where all of its quotes agree, and what only some of them have."""
        quotes = self.findings.quotes[claim.id]
        facts = []
        if origin := self._shared_origin(quotes):
            facts.append(phrase("first-said-in", self.writer.first_said_in(origin)))
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

    def _counted_once(self, claim: Claim) -> list[str]:
        """The notice that several sources have a claim from one origin, so they count as one."""
        briefing, roots = self.findings.briefing, self.findings.first_said[claim.id].roots
        return [
            phrase("sources-have-it", listed([briefing.letter(article) for article in root.articles]))
            for root in roots
            if root.counted_once and len(roots) == 1
        ]

    def _remarks(self, claim: Claim) -> Iterator[RemarkView]:
        """What stands below a claim in paragraphs of its own, on the page and on paper."""
        for word in claim.inferred:
            yield RemarkView(phrase("not-in-quote"), f"“{word.text}”. {word.reason}")
        for earlier in self.writer.entry_history.wordings(claim.id):
            until = phrase("until", earlier.until)
            if earlier.by != claim.by:
                until += phrase("then-said-by", self.writer.speakers.names(earlier.by))
            yield RemarkView(f"{until}:", f"“{with_letters(earlier.text, self.findings.briefing.letters)}”")

    def _correction_address(self, claim: Claim) -> str:
        """The address of the form for a correction; empty where an editor took the claim's text out."""
        if not claim.text:
            return ""
        return correction_address(self.writer.settings, self._address_of(claim), self.writer.speaker(claim))

    def _contact_address(self, claim: Claim) -> str:
        """The address at which to write about a claim, which tells its id; empty likewise."""
        if not claim.text:
            return ""
        title = shortened(self.findings.briefing.title, LONGEST_TITLE)
        subject = phrase("claim-of-briefing", title, claim.id)
        return contact_address(self.writer.settings, subject, self._address_of(claim))

    def _address_of(self, claim: Claim) -> str:
        page = posixpath.dirname(briefing_page(self.findings.briefing.slug))
        return f"{page}/#claim-{claim.id}"

    def _cited(self, quote: Quote) -> CitedView:
        article = quote.article
        words = without_outer_marks(phrase("left-out-between").join(quote.words))
        return CitedView(
            speaker=self.writer.speakers.of_quote(quote),
            speech=SPEECH[quote.speech],
            words=SourceText(words, foreign_language(article)),
            letter=self.findings.briefing.letter(article.id),
            place=place_of(article, quote.passage.start),
            label=label_view(article),
            known=known_of(article),
        )


def _bare(text: str) -> str:
    """A sentence without case, quotation marks and the mark that ends it, to compare it with another."""
    return fold(text).casefold().strip(" .'\"")


def _agreed(values: Iterable[str]) -> str:
    """The value that all have in common; empty where they differ, or have none."""
    different = set(values)
    return different.pop() if len(different) == 1 else ""
