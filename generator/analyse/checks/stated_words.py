"""Checks of dates and words as stated: an article has the words, and the date is the day that they name."""

from collections.abc import Iterator
from typing import Final

from rapidfuzz import fuzz

from generator.analyse.text.boundaries import inside_word
from generator.analyse.text.fold import fold, fold_paragraphs
from generator.analyse.text.nearest import nearest
from generator.analyse.text.terms import Names, terms
from generator.model.briefing import Briefing
from generator.model.claims import Claim, Evidence
from generator.model.dated import StatedDate
from generator.model.dates import WEEKDAYS, Precision, parse
from generator.model.diagnostics import Diagnostic, problem
from generator.model.entry import Entry
from generator.model.texts import id_fault

_LEAST_ALIKE: Final = 75.0
"""Least likeness, of 100, at which an article's words are shown for others."""

_NO_NAMES: Final = Names()


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
            problems.append(
                problem("words-not-found", entry.at(*path), words=words, near=_near(briefing, fold(words)))
            )
    return problems


def _near(briefing: Briefing, words: str) -> str:
    """Returns the opening of a hint that shows the words of an article that are most like some words."""
    best: tuple[float, str] = (_LEAST_ALIKE, "")
    for article in briefing.articles.values():
        folded = fold_paragraphs(article.text, article.paragraphs)
        place = nearest(words, folded.text)
        if place is not None:
            start, end = folded.starts[place[0]], folded.ends[place[1] - 1]
            alike = fuzz.ratio(words.casefold(), folded.text[slice(*place)].casefold())
            line = article.span(start, end).line
            shown = " ".join(article.text[start:end].split())
            best = max(best, (alike, f"Nearest, in {article.path}, line {line}: “{shown}”. "))
    return best[1]


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
    for claim in briefing.summary.claims:
        for evidence in claim.evidence:
            if evidence.described_as:
                yield evidence, ("described_as",), evidence.described_as
        passing: tuple[Claim | Evidence, ...] = (claim, *claim.evidence)
        for entry in passing:
            for index, passed_on in enumerate(entry.via):
                if id_fault(passed_on) is not None:
                    yield entry, ("via", index), passed_on
    for date in _dates(briefing):
        if date.as_stated:
            yield date, ("as_stated",), date.as_stated


def _dates(briefing: Briefing) -> list[StatedDate]:
    summary = briefing.summary
    dates: list[StatedDate | None] = [summary.as_of]
    dates += [origin.date for origin in summary.origins.values()]
    dates += [event.date for event in summary.events]
    for claim in summary.claims:
        dates += [*claim.dates(), claim.happened]
    return [date for date in dates if date is not None]


def check_dates(briefing: Briefing) -> list[Diagnostic]:
    """Reports an ``as_of`` without a year, and hints at a weekday as stated that is not its date's."""
    problems = []
    as_of = briefing.summary.as_of
    points = parse(as_of.edtf).points if as_of is not None and as_of.edtf else ()
    if as_of is not None and all(point.year is None for point in points):
        problems.append(problem("as-of-without-year", briefing.summary.at("as_of")))
    languages = dict.fromkeys(("en", *(article.language for article in briefing.articles.values())))
    for date in _dates(briefing):
        if not date.edtf or not date.as_stated or parse(date.edtf).precision is not Precision.DAY:
            continue
        day = {value for what, value, *_ in parse(date.edtf).components() if what == "weekday"}
        named = {
            term.key[1]
            for language in languages
            for term in terms(date.as_stated, _NO_NAMES, language)
            if term.key[0] == "weekday"
        }
        if day and named and day.isdisjoint(named):
            problems.append(
                problem(
                    "weekday-differs",
                    date.at("as_stated"),
                    date=parse(date.edtf).words(),
                    weekday=WEEKDAYS[int(day.pop())],
                    stated=date.as_stated,
                )
            )
    return problems
