"""Check that words shown as an article's own, apart from the quotes, stand in one of the articles."""

from collections.abc import Iterator

from generator.analyse.text.boundaries import inside_word
from generator.analyse.text.fold import fold, fold_paragraphs
from generator.model.briefing import Briefing
from generator.model.claims import Claim, Evidence
from generator.model.dated import StatedDate
from generator.model.diagnostics import Diagnostic, problem
from generator.model.entry import Entry
from generator.model.texts import id_fault


def check_stated(briefing: Briefing) -> list[Diagnostic]:
    """Reports each date "as stated" and each description of a speaker that no article has."""
    articles = {
        id: fold_paragraphs(article.text, article.paragraphs).text
        for id, article in briefing.articles.items()
    }
    if any(id in briefing.lost for id in _cited_articles(briefing)):
        return []
    problems = []
    for entry, path, words in _stated_words(briefing):
        if articles and not any(_contains(text, fold(words)) for text in articles.values()):
            problems.append(problem("words-not-found", entry.at(*path), words=words))
    return problems


def _contains(text: str, words: str) -> bool:
    """Tests whether the folded words stand in the folded text as whole words."""
    at = text.find(words)
    while at >= 0 and (inside_word(text, at) or inside_word(text, at + len(words))):
        at = text.find(words, at + 1)
    return at >= 0


def _cited_articles(briefing: Briefing) -> set[str]:
    return {evidence.article for claim in briefing.summary.claims for evidence in claim.evidence}


def _stated_words(briefing: Briefing) -> Iterator[tuple[Entry, tuple[str | int, ...], str]]:
    """Yields the words that entries give as an article's, each with its entry and path."""
    summary = briefing.summary
    dates: list[StatedDate | None] = [summary.as_of]
    dates += [origin.date for origin in summary.origins.values()]
    dates += [event.date for event in summary.events]
    for claim in summary.claims:
        dates += [*claim.dates(), claim.happened]
        for evidence in claim.evidence:
            if evidence.described_as:
                yield evidence, ("described_as",), evidence.described_as
        passing: tuple[Claim | Evidence, ...] = (claim, *claim.evidence)
        for entry in passing:
            for index, passed_on in enumerate(entry.via):
                if id_fault(passed_on) is not None:
                    yield entry, ("via", index), passed_on
    for date in dates:
        if date is not None and date.as_stated:
            yield date, ("as_stated",), date.as_stated
