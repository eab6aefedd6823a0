"""Differences: the quotes on which a question says that accounts differ, and which of their words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.analyse.findings.differing_words import Stretch, differing
from generator.analyse.quotes.anchored import AnchoredBriefing, Quote
from generator.analyse.quotes.support import names_of
from generator.analyse.text.boundaries import inside_word
from generator.analyse.text.fold import fold, fold_paragraphs
from generator.analyse.text.sentences import around
from generator.analyse.text.terms import is_adjective_of, missing, words_offered
from generator.model.briefing import RESERVED_SPEAKERS
from generator.model.claims import Claim
from generator.model.entries import Question

_IN_MARKS: Final = re.compile(r"“([^“”]+)”|„([^„“”]+)[“”]|‘([^‘’]+)’|«([^«»]+)»|»([^«»]+)«|\"([^\"]+)\"")
_LEFT_OUT: Final = re.compile(r"\s*\[?(?:\.\.\.|…)\]?\s*")


@dataclass(frozen=True)
class Quoted:
    """Words in quotation marks in a text of ours, from code point ``start`` up to ``end``, exclusive."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Marked:
    """A quote, and the stretches of it that are quoted: start and end in code points of its article."""

    quote: Quote
    marks: tuple[Stretch, ...]


def quoted_words(text: str) -> Iterator[Quoted]:
    """Yields the words in quotation marks, those around "…" apart, without a mark that ends them."""
    for match in _IN_MARKS.finditer(text):
        group = next(number for number, words in enumerate(match.groups(), 1) if words)
        at = match.start(group)
        for part in _LEFT_OUT.split(match[group]):
            start = text.index(part, at)
            at = start + len(part)
            words = part.rstrip(".,;:!?")
            if words.strip():
                yield Quoted(words, start, start + len(words))


def places_of(words: str, quote: Quote) -> list[Stretch]:
    """Finds where words stand in a quote, as whole words; their first letter may be a capital or not."""
    wanted = fold(words)
    forms = {wanted[:1].lower() + wanted[1:], wanted[:1].upper() + wanted[1:]}
    places = []
    for segment in quote.passage.segments:
        folded = fold_paragraphs(quote.article.text, (segment,))
        for form in forms:
            at = folded.text.find(form)
            while at >= 0:
                end = at + len(form)
                if not (inside_word(folded.text, at) or inside_word(folded.text, end)):
                    places.append((folded.starts[at], folded.ends[end - 1]))
                at = folded.text.find(form, at + 1)
    return sorted(set(places))


def quotes_of(anchored: AnchoredBriefing, claims: Iterable[str]) -> list[Quote]:
    """Returns the quotes of some claims, in the order of the claims; none for unknown ones."""
    return [quote for id in claims for quote in anchored.quotes.get(id, ())]


def differences(anchored: AnchoredBriefing) -> Mapping[str, tuple[Marked, ...]]:
    """Finds for each question that tells a difference the quotes that it quotes, those words marked.

    Words are those in quotation marks in ``differ``, and those of the ladder. Withdrawn questions are left
    out.
    """
    return {
        question.id: tuple(_marked(anchored, question))
        for question in anchored.briefing.summary.questions
        if question.differ and not question.withdrawn
    }


def _marked(anchored: AnchoredBriefing, question: Question) -> Iterator[Marked]:
    words = [quoted.text for quoted in quoted_words(question.differ or "")] + list(question.ladder)
    for quote in quotes_of(anchored, question.claims):
        marks = sorted({place for part in words for place in places_of(part, quote)})
        if marks:
            yield Marked(quote, tuple(marks))


def own_differences(anchored: AnchoredBriefing) -> Mapping[str, tuple[Marked, ...]]:
    """Finds for each claim in several articles which words of its quotes differ, by the claim's id."""
    found: dict[str, tuple[Marked, ...]] = {}
    for id, quotes in anchored.quotes.items():
        articles = list(dict.fromkeys(quote.article.id for quote in quotes))
        if len(articles) < 2:
            continue
        by_article = [[quote for quote in quotes if quote.article.id == article] for article in articles]
        marks = differing([[(quote.article, quote.passage.segments) for quote in own] for own in by_article])
        found[id] = tuple(
            Marked(quote, stretches)
            for own, of_article in zip(by_article, marks, strict=True)
            for quote, stretches in zip(own, of_article, strict=True)
        )
    return found


@dataclass(frozen=True)
class OnlyIn:
    """A number, date or name of a claim's text that only some of its articles have.

    Attributes:
        text: as the claim has it.
        articles: the ids of the articles that have it, in the order of the briefing.
    """

    text: str
    articles: tuple[str, ...]


def only_in(anchored: AnchoredBriefing) -> Mapping[str, tuple[OnlyIn, ...]]:
    """Finds for each claim the terms of its text that only some of its articles have, by the claim's id.

    An article has a term where a sentence of one of the claim's passages has it.
    """
    names = names_of(anchored.briefing)
    found: dict[str, tuple[OnlyIn, ...]] = {}
    for claim in anchored.briefing.claims.values():
        quotes = anchored.quotes[claim.id]
        articles = [
            id for id in anchored.briefing.articles if any(quote.article.id == id for quote in quotes)
        ]
        if claim.withdrawn or len(articles) < 2:
            continue
        letters = [f"source {anchored.briefing.letter(id)}" for id in articles]
        lacking = {}
        for article in articles:
            own = [quote for quote in quotes if quote.article.id == article]
            sentences = [_sentences(quote) for quote in own]
            is_foreign = anchored.briefing.is_foreign(article)
            texts = [quote.evidence.translation for quote in own if quote.evidence.translation]
            untranslated = is_foreign and len(texts) < len(own)
            foreign = [(text, own[0].article.language) for text in sentences] if is_foreign else []
            texts += [] if is_foreign else sentences
            speakers = set(claim.speakers) - RESERVED_SPEAKERS
            words = words_offered(texts, names)
            lacking[article] = {
                (term.start, term.end): term.text
                for term in missing(
                    claim.text,
                    [*texts, *letters],
                    speakers,
                    [],
                    names,
                    foreign=foreign,
                    figures_only=untranslated,
                )
                # "Ukrainian" where the article has Ukraine, and the other way round.
                if not any(
                    is_adjective_of(str(term.key[1]), word) or is_adjective_of(word, str(term.key[1]))
                    for word in words
                )
            }
        found[claim.id] = tuple(_partly_lacking(claim, articles, lacking))
    return {id: terms for id, terms in found.items() if terms}


def _sentences(quote: Quote) -> str:
    """Returns the sentences that a quote stands in."""
    start, end = around(quote.article, quote.passage.start, quote.passage.end)
    return quote.article.text[start:end]


def _partly_lacking(
    claim: Claim, articles: list[str], lacking: Mapping[str, Mapping[tuple[int, int], str]]
) -> Iterator[OnlyIn]:
    for place in sorted({place for places in lacking.values() for place in places}):
        having = tuple(article for article in articles if place not in lacking[article])
        if having:
            yield OnlyIn(claim.text[slice(*place)], having)
