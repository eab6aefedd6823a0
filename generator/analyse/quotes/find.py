"""Every quote of a briefing to its passage, and what is worth a second look about it."""

from typing import Final

from generator.analyse.quotes.anchor import Anchorer
from generator.analyse.quotes.anchored import AnchoredBriefing, Quote
from generator.analyse.quotes.speech import speech
from generator.analyse.text.fold import fold
from generator.analyse.text.negation import negation
from generator.analyse.text.sentences import around
from generator.model.briefing import Article, Briefing
from generator.model.diagnostics import Diagnostic, problem
from generator.model.entries import Claim, Evidence, SetAside
from generator.model.passage import Passage

_SHORT: Final = 5
"""A quote of fewer words than this seldom shows what it is taken to show."""


def find_passages(briefing: Briefing) -> tuple[AnchoredBriefing, list[Diagnostic]]:
    """Anchor every quote and every passage set aside."""
    anchorers = {article.id: Anchorer(article) for article in briefing.articles.values()}
    told: list[Diagnostic] = []
    quotes: dict[str, tuple[Quote, ...]] = {}
    for claim in briefing.summary.claims:
        found = []
        for evidence in claim.evidence:
            passage, problems = _anchor(anchorers, evidence, claim.withdrawn is not None)
            told.extend(problems)
            if passage is not None:
                article = briefing.articles[evidence.article]
                found.append(Quote(claim, evidence, article, passage, speech(article, claim, passage)))
                told.extend(_doubtful(article, claim, evidence, passage))
        quotes.setdefault(claim.id, tuple(found))
    aside = []
    for entry in briefing.summary.set_aside:
        passage, problems = _anchor(anchorers, entry)
        told.extend(problems)
        if passage is not None:
            aside.append((entry, passage))
    return AnchoredBriefing(briefing, quotes, tuple(aside)), told


def _anchor(
    anchorers: dict[str, Anchorer], entry: Evidence | SetAside, withdrawn: bool = False
) -> tuple[Passage | None, list[Diagnostic]]:
    anchorer = anchorers.get(entry.article)
    if anchorer is None:
        return None, []  # an unknown article is told among the references
    if anchorer.article.descriptor.withdrawn is not None and not withdrawn:
        return None, [problem("article-withdrawn", entry.at("article"), id=entry.article)]
    return anchorer.anchor(entry)


def _doubtful(article: Article, claim: Claim, evidence: Evidence, passage: Passage) -> list[Diagnostic]:
    told = []
    # Told at the words themselves; a list of segments begins with a bracket.
    span = evidence.at("exact", 0)
    words = sum(len(fold(part).split()) for part in evidence.exact)
    if words < _SHORT:
        told.append(problem("short-quote", span, words=words))
    start, end = around(article, passage.start, passage.end)
    before, after = fold(article.text[start : passage.start]), fold(article.text[passage.start : end])
    if found := negation(f"{before} {after}", 0, len(before), article.language):
        told.append(problem("negation-before", span, word=found.group(), before=before))
    return told
