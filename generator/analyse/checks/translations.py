"""Checks of quotes in other languages: what their translations change, and what is not read of a language."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from generator.analyse.languages.digits import ENGLISH_FIGURES
from generator.analyse.languages.english import ENGLISH
from generator.analyse.languages.known import WITH_FILE, denials_known, language_of
from generator.analyse.quotes.named import known_actors
from generator.analyse.quotes.support import names_of
from generator.analyse.text.fold import fold
from generator.analyse.text.terms import Names, Term, grounds, read_terms, terms
from generator.model.briefing import Article, Briefing
from generator.model.claims import TextQuote
from generator.model.diagnostics import Diagnostic, problem

_ALIKE: Final = 0.6
"""Least likeness of two spellings of a name in two languages: Putin and Poutine."""

_LATIN: Final = re.compile(r"[A-Za-z\u00c0-\u024f]")


def check_translations(briefing: Briefing) -> list[Diagnostic]:
    """Reports translations from the page's own language, and those that differ from their quotes.

    Compared are numbers, dates, the names of actors, and whether something is denied, as far as the language
    is known. What is not known of a language is told once, at its first article.
    """
    problems = list(_not_read(briefing))
    names = names_of(briefing)
    for quote in _translated(briefing):
        article = briefing.articles.get(quote.article)
        if article is None or quote.translation is None:
            continue
        span = quote.at("translation")
        if not briefing.is_foreign(article.id):
            problems.append(problem("translation-of-english", span, path=article.path))
        elif differences := list(_differences(briefing, names, article, quote, quote.translation)):
            problems.append(problem("translation-differs", span, differences="; ".join(differences)))
    return problems


def _translated(briefing: Briefing) -> Iterator[TextQuote]:
    for claim in briefing.summary.claims:
        yield from () if claim.withdrawn else claim.evidence
    for origin in briefing.summary.origins.values():
        yield from origin.evidence


def _not_read(briefing: Briefing) -> Iterator[Diagnostic]:
    first = {
        article.primary_language: article
        for article in reversed(tuple(briefing.articles.values()))
        if article.descriptor.withdrawn is None and briefing.is_foreign(article.id)
    }
    for tag, article in sorted(first.items()):
        known = language_of(tag)
        missing = [] if known.is_attributed else ["attributions"]
        months = "" if tag in WITH_FILE else " (those of months and days too)"
        missing += ["words for numbers", f"names{months}"]
        missing += [] if denials_known(tag) else ["words that deny"]
        told = f"{', '.join(missing[:-1])} and {missing[-1]}"
        yield problem("language-not-read", article.descriptor.at("language"), name=known.name, missing=told)


def _differences(
    briefing: Briefing, names: Names, article: Article, quote: TextQuote, translation: str
) -> Iterator[str]:
    original = " ".join(quote.exact)
    for term in _figures_lost(original, translation, names, article.language):
        yield f"“{term.text}” stands in the quote alone"
    for term in _figures_added(original, translation, names, article.language):
        yield f"“{term.text}” stands in the translation alone"
    yield from _names_changed(briefing, names, original, translation)
    if denials_known(article.language):
        denied = language_of(article.language).negations.search(fold(original))
        denying = ENGLISH.negations.search(fold(translation))
        if denied and not denying:
            yield f"the quote denies (“{denied[0]}”), and the translation doesn’t"
        elif denying and not denied:
            yield f"the translation denies (“{denying[0]}”), and the quote doesn’t"


def _figures_lost(original: str, translation: str, names: Names, language: str) -> Iterator[Term]:
    """Yields each number and date of a quote that its translation lacks."""
    in_figures = read_terms(translation, names, ENGLISH, ENGLISH_FIGURES)
    offered = grounds(translation, names) | {term.key for term in in_figures}
    offered |= {("number", key[-1]) for key in offered if key[0] in ("day", "ordinal")}
    readings: dict[tuple[int, int], list[Term]] = {}
    for term in terms(original, names, language):
        if term.kind != "name" and term.key[0] != "unread":
            readings.setdefault((term.start, term.end), []).append(term)
    for read in readings.values():
        if not any(term.key in offered for term in read):
            yield read[0]


def _figures_added(original: str, translation: str, names: Names, language: str) -> Iterator[Term]:
    """Yields each number in digits and each date of a translation that its quote lacks.

    Words for numbers are not read in other languages, nor dates in those without a file.
    """
    offered = grounds(original, names, language)
    digits = {part for term in terms(original, names, language) for part in re.findall("[0-9]+", term.text)}
    known = language_of(language).tag in WITH_FILE
    for term in terms(translation, names):
        own = set(re.findall("[0-9]+", term.text))
        dated = known and term.key[0] in ("day", "month", "weekday")
        if term.kind == "name" or term.key[0] in ("unread", "unit") or not (own or dated):
            continue
        if term.key in offered or (("number", term.key[-1]) in offered and not dated):
            continue
        if not own or not own <= digits or (dated and _has_month(original, names, language)):
            yield term


def _has_month(original: str, names: Names, language: str) -> bool:
    return any(term.key[0] in ("day", "month") for term in terms(original, names, language))


def _names_changed(briefing: Briefing, names: Names, original: str, translation: str) -> Iterator[str]:
    """Yields the actors that are named in the quote alone, and the persons named in the translation alone.

    Names of persons are spelt alike in most languages; other names are translated, so that an actor counts
    as missing only where the quote has one of its names.
    """
    actors = known_actors(briefing)
    ours = {str(id) for term in names.find(translation) for id in term.key[1:]}
    theirs = {str(id) for term in names.find(original) for id in term.key[1:]}
    for term in names.find(original):
        if ours.isdisjoint(map(str, term.key[1:])):
            yield f"“{term.text}” is named in the quote alone"
    if not _LATIN.search(original):
        return
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+", original) if word[0].isupper()]
    for term in names.find(translation):
        ids = [str(id) for id in term.key[1:]]
        if theirs.isdisjoint(ids) and all(actors[id].kind == "person" for id in ids if id in actors):
            last = term.text.split()[-1].casefold()
            if not any(SequenceMatcher(None, last, word).ratio() >= _ALIKE for word in words):
                yield f"“{term.text}” is named in the translation alone"
