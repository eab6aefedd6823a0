"""Anchoring of all quotes of a briefing, with hints at doubtful ones."""

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
"""Least number of words of a quote that usually shows what is claimed."""


def find_passages(briefing: Briefing) -> tuple[AnchoredBriefing, list[Diagnostic]]:
    """Anchors every quote and every passage set aside, and reports the problems of each."""
    anchorers = {article.id: Anchorer(article) for article in briefing.articles.values()}
    problems: list[Diagnostic] = []
    quotes: dict[str, tuple[Quote, ...]] = {}
    for claim in briefing.summary.claims:
        of_claim = []
        for evidence in claim.evidence:
            passage, faults = _anchor(anchorers, evidence, claim.withdrawn is not None)
            problems.extend(faults)
            if passage is not None:
                article = briefing.articles[evidence.article]
                of_claim.append(Quote(claim, evidence, article, passage, speech(article, claim, passage)))
                problems.extend(_quote_hints(article, claim, evidence, passage))
        quotes.setdefault(claim.id, tuple(of_claim))
    aside = []
    for entry in briefing.summary.set_aside:
        passage, faults = _anchor(anchorers, entry)
        problems.extend(faults)
        if passage is not None:
            aside.append((entry, passage))
    return AnchoredBriefing(briefing, quotes, tuple(aside)), problems


def _anchor(
    anchorers: dict[str, Anchorer], entry: Evidence | SetAside, withdrawn: bool = False
) -> tuple[Passage | None, list[Diagnostic]]:
    anchorer = anchorers.get(entry.article)
    if anchorer is None:
        return None, []  # an unknown article is reported with the references
    if anchorer.article.descriptor.withdrawn is not None and not withdrawn:
        return None, [problem("article-withdrawn", entry.at("article"), id=entry.article)]
    return anchorer.anchor(entry)


def _quote_hints(article: Article, claim: Claim, evidence: Evidence, passage: Passage) -> list[Diagnostic]:
    hints = []
    # Points at the words themselves, as a list of segments begins with a bracket.
    span = evidence.at("exact", 0)
    words = sum(len(fold(part).split()) for part in evidence.exact)
    if words < _SHORT:
        hints.append(problem("short-quote", span, words=words))
    start, end = around(article, passage.start, passage.end)
    before, after = fold(article.text[start : passage.start]), fold(article.text[passage.start : end])
    if denial := negation(f"{before} {after}", 0, len(before), article.language):
        hints.append(problem("negation-before", span, word=denial.group(), before=before))
    return hints
