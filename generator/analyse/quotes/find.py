"""Anchoring of all quotes of a briefing, with whose words each holds, and hints at doubtful ones."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Final

from generator.analyse.attribution.antecedents import Attribution
from generator.analyse.attribution.attributed import (
    attribution_of,
    given_away,
    is_own_text,
    is_term,
    is_verbatim,
    may_be_of,
    stands_with,
)
from generator.analyse.attribution.attributor import Attributor
from generator.analyse.attribution.context import context_of
from generator.analyse.attribution.speech_acts import class_of, finite
from generator.analyse.languages.known import language_of
from generator.analyse.languages.spaceless import DENIED_AFTER
from generator.analyse.quotes.anchor import Anchorer
from generator.analyse.quotes.anchored import AnchoredBriefing, OriginQuote, Quote
from generator.analyse.quotes.elsewhere import Elsewhere
from generator.analyse.quotes.named import known_actors
from generator.analyse.quotes.speech import speech
from generator.analyse.text.boundaries import count_words
from generator.analyse.text.fold import fold
from generator.analyse.text.negation import negation
from generator.analyse.text.sentences import around
from generator.model.briefing import ARTICLE_VOICE, RESERVED_SPEAKERS, Article, Briefing
from generator.model.claims import Claim, Evidence, TextQuote
from generator.model.diagnostics import Diagnostic, problem
from generator.model.entries import SetAside
from generator.model.passage import Passage, Speech

_SHORT: Final = 5
"""Least number of words of a quote that usually shows what is claimed."""


def find_passages(briefing: Briefing) -> tuple[AnchoredBriefing, list[Diagnostic]]:
    """Anchors every quote and every passage set aside, and reports the problems of each."""
    anchorers = {article.id: Anchorer(article) for article in briefing.articles.values()}
    elsewhere = Elsewhere(anchorers)
    problems: list[Diagnostic] = []
    quotes: dict[str, tuple[Quote, ...]] = {}
    read = _Reader(briefing)
    for claim in briefing.summary.claims:
        of_claim = []
        for evidence in claim.evidence:
            passage, faults = _anchor(anchorers, elsewhere, evidence, claim.withdrawn is not None)
            problems.extend(faults)
            if passage is not None:
                article = briefing.articles[evidence.article]
                of_claim.append(read.quote(claim, evidence, article, passage))
                problems.extend(_quote_hints(article, claim, evidence, passage))
        quotes.setdefault(claim.id, tuple(of_claim))
    of_origins = []
    for id, origin in briefing.summary.origins.items():
        for shown in origin.evidence:
            passage, faults = _anchor(anchorers, elsewhere, shown)
            problems.extend(faults)
            if passage is not None:
                of_origins.append(OriginQuote(id, shown, briefing.articles[shown.article], passage))
    aside = []
    for entry in briefing.summary.set_aside:
        passage, faults = _anchor(anchorers, elsewhere, entry)
        problems.extend(faults)
        if passage is not None:
            aside.append((entry, passage))
    return AnchoredBriefing(briefing, quotes, tuple(aside), tuple(of_origins)), problems


@dataclass
class _Reader:
    """Reads whose words a passage holds, and how the article attributes them."""

    briefing: Briefing
    _attributors: dict[str, Attributor] = field(default_factory=dict)

    def quote(self, claim: Claim, evidence: Evidence, article: Article, passage: Passage) -> Quote:
        """Makes a quote with its kind of speech, and with its verb and class, set or worked out."""
        by = claim.by_in(evidence)
        kind = marked = speech(article, by or evidence.by_open, passage)
        english = language_of(article.language).is_attributed
        if english and kind is not Speech.ARTICLE:
            kind = self._refined(kind, article, by or evidence.by_open, passage)
        speakers = frozenset(by) - RESERVED_SPEAKERS
        found, attributed, silent = None, None, frozenset[str]()
        if speakers and english:
            spoken, passed_on = marked is Speech.SPOKEN, bool(claim.via_in(evidence))
            attributor = self._attributor(article)

            def by_any_of(speakers: frozenset[str]) -> tuple[Attribution | None, bool]:
                found = attribution_of(
                    attributor, article, passage, speakers, spoken=spoken, passed_on=passed_on
                )
                return found, found is not None or any(
                    fits(attributor, article, passage, speakers, spoken=spoken)
                    for fits in (is_own_text, may_be_of)
                )

            found, attributed = by_any_of(speakers)
            if attributed and len(speakers) > 1:
                around_it = context_of(article, passage)
                places = (*around_it.before, *around_it.own, *around_it.after)
                unnamed = speakers.difference(*(attributor.named_in(*place) for place in places))
                silent = frozenset(id for id in unnamed if not by_any_of(frozenset([id]))[1])
        given = ""
        if english and by == (ARTICLE_VOICE,) and kind is not Speech.SPOKEN:
            given = given_away(self._attributor(article), article, passage)
        near = found is not None and stands_with(found, article, passage)
        cue = evidence.cue or (finite(found.cue) if found and near else "")
        modality = evidence.modality or (class_of(cue) if cue and english else None)
        return Quote(claim, evidence, article, passage, kind, cue, modality, attributed, silent, given)

    def _refined(self, kind: Speech, article: Article, by: Collection[str], passage: Passage) -> Speech:
        """Tells what marks don't: a turn is spoken without them, and a title in them is nobody's words."""
        attributor = self._attributor(article)
        if is_verbatim(attributor, article, passage):
            return Speech.SPOKEN
        if kind is Speech.SPOKEN and is_term(attributor, article, passage):
            return Speech.ARTICLE if ARTICLE_VOICE in by else Speech.PARAPHRASE
        return kind

    def _attributor(self, article: Article) -> Attributor:
        if article.id not in self._attributors:
            self._attributors[article.id] = Attributor(article, known_actors(self.briefing))
        return self._attributors[article.id]


def _anchor(
    anchorers: dict[str, Anchorer],
    elsewhere: Elsewhere,
    entry: TextQuote | SetAside,
    withdrawn: bool = False,
) -> tuple[Passage | None, list[Diagnostic]]:
    anchorer = anchorers.get(entry.article)
    if anchorer is None:
        return None, []  # an unknown article is reported with the references
    if anchorer.article.descriptor.withdrawn is not None and not withdrawn:
        return None, [problem("article-withdrawn", entry.at("article"), id=entry.article)]
    passage, faults = anchorer.anchor(entry)
    return passage, [elsewhere.explain(entry, fault) for fault in faults]


def _quote_hints(article: Article, claim: Claim, evidence: Evidence, passage: Passage) -> list[Diagnostic]:
    hints = []
    # Points at the words themselves, as a list of segments begins with a bracket.
    span = evidence.at("exact", 0)
    words = sum(count_words(fold(part)) for part in evidence.exact)
    if words < _SHORT:
        hints.append(problem("short-quote", span, words=words))
    start, end = around(article, passage.start, passage.end)
    before, after = fold(article.text[start : passage.start]), fold(article.text[passage.start : end])
    if denial := negation(f"{before} {after}", 0, len(before), article.language):
        hints.append(problem("negation-before", span, word=denial.group(), before=before))
    rest = fold(article.text[passage.end : end]) if article.primary_language in DENIED_AFTER else ""
    if denial := negation(rest, 0, len(rest), article.language):
        hints.append(problem("negation-after", span, word=denial.group(), after=rest))
    return hints
