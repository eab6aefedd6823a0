"""The views of a briefing's sources: their facts, origins, and passages set aside."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from generator.analyse.findings.findings import Findings
from generator.analyse.findings.first_said import roots_of
from generator.analyse.quotes.anchored import OriginQuote
from generator.analyse.text.sentences import around
from generator.model.briefing import Article, Briefing
from generator.model.passage import Passage
from generator.model.texts import primary_language
from generator.render.addresses import link, source_page
from generator.render.escape import Safe
from generator.render.parts.claims.passages import place_of
from generator.render.parts.claims.writer import ClaimWriter
from generator.render.parts.dates import DateView, date_view
from generator.render.parts.links import Link
from generator.render.parts.source_labels import SourceText, foreign_language, known_of, label_view
from generator.render.words import LANGUAGE, listed, phrase
from generator.render.words.values import LANGUAGE_NAME, ORIGIN_KIND, RELIABILITY


@dataclass(frozen=True)
class OriginView:
    """An origin: the occasion where claims were first said.

    Attributes:
        derived_from: the title of the origin that it passes on; else empty.
        counts_once: the letters of several sources that count as one, as all of them lead here; else empty.
        quotes: the words that show it.
    """

    id: str
    title: str
    kind: str
    by: tuple[Link, ...]
    date: DateView | None
    derived_from: str
    counts_once: str
    quotes: tuple["OriginQuoteView", ...]
    note: str


@dataclass(frozen=True)
class OriginQuoteView:
    """Words of a source that show an origin: with the source's letter, their place, and the link to it."""

    letter: str
    place: str
    words: tuple[str, ...]
    language: str
    href: Safe
    translation: str
    note: str


@dataclass(frozen=True)
class SourceLink:
    """A source named on a briefing's page.

    Attributes:
        letter: its letter in the briefing.
        words: how many words it has.
        known: its publisher and date; empty where that is known of none of the sources.
        left_out: how many of its passages were left out, in words; empty for none.
        address: its address on the web, for paper; empty where it isn't known.
    """

    letter: str
    label: SourceText
    href: Safe
    known: str
    words: int
    left_out: str
    withdrawn: bool
    address: str = ""


@dataclass(frozen=True)
class AsideView:
    """A passage of a source that was set aside: read and not used.

    Attributes:
        place: its place in the source, in words.
        words: its segments, where the site shows them anyway; else empty.
        language: a BCP 47 tag, where it is not the site's language; else empty.
    """

    place: str
    words: tuple[str, ...]
    language: str
    reason: str


@dataclass(frozen=True)
class Fact:
    """A line of a source's description.

    Attributes:
        name: what the fact is, as "Title".
        value: the text; of a date, its words.
        href: the address that the text links to, or empty.
        date: the view of a date; else None.
        language: the BCP 47 tag of the source's own words, where it is not the site's language; else empty.
    """

    name: str
    value: str
    href: str = ""
    date: DateView | None = None
    language: str = ""


def aside_views(findings: Findings, article: Article) -> tuple[AsideView, ...]:
    """Make the views of the passages of an article that were set aside, in the order of its text."""
    asides = [(passage, entry) for entry, passage in findings.set_aside if passage.article == article.id]
    return tuple(
        _aside(findings, article, passage, entry.reason)
        for passage, entry in sorted(asides, key=lambda aside: aside[0].start)
    )


def _aside(findings: Findings, article: Article, passage: Passage, reason: str) -> AsideView:
    shown = findings.shown[article.id]
    public = all(
        any(first <= start and end <= last for first, last in shown) for start, end in passage.segments
    )
    place = place_of(article, passage.start)
    return AsideView(
        place=phrase("part-of-place", place) if _is_part(article, passage) else place,
        words=tuple(article.text[start:end] for start, end in passage.segments) if public else (),
        language=foreign_language(article),
        reason=reason,
    )


def _is_part(article: Article, passage: Passage) -> bool:
    """Whether a passage leaves words out of the sentences that it stands in."""
    first, last = around(article, passage.start, passage.end)
    omitted = article.text[first : passage.start] + article.text[passage.end : last]
    return len(passage.segments) > 1 or any(char.isalnum() for char in omitted)


def _language_name(tag: str) -> str:
    """A language's name, with its BCP 47 tag where that has subtags; the tag alone where no name is known."""
    name = LANGUAGE_NAME.get(primary_language(tag), "")
    return f"{name} ({tag})" if name and "-" in tag else name or tag


def source_facts(article: Article) -> tuple[Fact, ...]:
    """List the facts of a source; first, in one line, what is not known of it.

    Its title is left out, for its label tells it, and so is the site's language. Of a source whose text was
    taken out, only what is known.
    """
    about = article.descriptor
    language = foreign_language(article)
    published, retrieved = date_view(about.published, language), date_view(about.retrieved)
    facts = {
        "title": Fact(phrase("fact-title"), about.title or "", language=language),
        "publisher": Fact(phrase("fact-publisher"), about.publisher or ""),
        "author": Fact(phrase("fact-author"), about.author or ""),
        "published": Fact(phrase("fact-published"), published.words if published else "", date=published),
        "address": Fact(phrase("fact-address"), about.url or "", about.url or ""),
        "language": Fact(phrase("fact-language"), _language_name(about.language or "")),
    }
    default = LANGUAGE_NAME[LANGUAGE]
    known = [fact for name, fact in facts.items() if fact.value and name != "title" and fact.value != default]
    if about.archive_url:
        known.append(Fact(phrase("fact-archived-copy"), about.archive_url, about.archive_url))
    if retrieved:
        known.append(Fact(phrase("fact-retrieved"), retrieved.words, date=retrieved))
    if not article.text.strip():
        return tuple(known)
    unknown = [phrase(f"unknown-{name}") for name, fact in facts.items() if not fact.value]
    return (
        *([Fact(phrase("fact-not-known"), ", ".join(unknown))] if unknown else []),
        *known,
        Fact(phrase("fact-length"), phrase("words-count", len(article.text.split()))),
        *([Fact(phrase("fact-reliability"), RELIABILITY[about.reliability])] if about.reliability else []),
    )


LETTERED: Final = 4
"""The largest number of sources that a briefing's head lists by their letters."""


def source_links(findings: Findings, here: str) -> tuple[SourceLink, ...]:
    """Make the views of a briefing's sources for the page ``here``, in the order of their letters."""
    briefing = findings.briefing
    any_known = any(
        article.descriptor.publisher or article.descriptor.published for article in briefing.articles.values()
    )
    left_out = Counter(passage.article for _, passage in findings.set_aside)
    return tuple(
        SourceLink(
            letter=briefing.letter(article.id),
            label=label_view(article),
            href=link(here, source_page(briefing.slug, article.id)),
            known=known_of(article) if any_known else "",
            words=len(article.text.split()),
            left_out=phrase("passages-left-out", count) if (count := left_out[article.id]) else "",
            withdrawn=article.descriptor.withdrawn is not None,
            address=article.descriptor.url or article.descriptor.archive_url or "",
        )
        for article in briefing.articles.values()
    )


def sources_known(briefing: Briefing) -> str:
    """Count the sources and tell what is known of none of them, as "2 undated articles, A and B, …"."""
    articles = list(briefing.articles.values())
    letters = listed([briefing.letter(article.id) for article in articles])
    dated = any(article.descriptor.published for article in articles)
    count = len(articles)
    parts = [phrase("articles-count", count) if dated or not articles else phrase("undated-articles", count)]
    if 0 < len(articles) <= LETTERED:
        parts.append(letters)
    if articles and not any(article.descriptor.publisher for article in articles):
        parts.append(phrase("publishers-unknown", len(articles)))
    return ", ".join(parts)


def origin_views(findings: Findings, claims: ClaimWriter) -> tuple[OriginView, ...]:
    """Make the views of a briefing's origins, in the order of the YAML."""
    briefing = findings.briefing
    origins = briefing.summary.origins
    live = [claim.id for claim in briefing.summary.claims if not claim.withdrawn]
    counted_once = {
        root.id: listed([briefing.letter(article) for article in root.articles])
        for root in roots_of(findings, live)
        if root.counted_once
    }
    return tuple(
        OriginView(
            id=id,
            title=origin.title,
            kind=ORIGIN_KIND[origin.kind],
            by=claims.actors(origin.by),
            date=date_view(origin.date),
            derived_from=origins[origin.derived_from].title if origin.derived_from else "",
            counts_once=counted_once.get(id, ""),
            quotes=tuple(
                _origin_quote(findings, quote, claims.here)
                for quote in findings.of_origins
                if quote.origin == id
            ),
            note=origin.note or "",
        )
        for id, origin in origins.items()
    )


def _origin_quote(findings: Findings, quote: OriginQuote, here: str) -> OriginQuoteView:
    article, slug = quote.article, findings.briefing.slug
    return OriginQuoteView(
        letter=findings.briefing.letter(article.id),
        place=place_of(article, quote.passage.start),
        words=quote.words,
        language=foreign_language(article),
        href=link(here, source_page(slug, article.id)),
        translation=quote.evidence.translation or "",
        note=quote.evidence.note or "",
    )
