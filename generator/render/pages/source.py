"""The page of a source: what is known of it, and what it carries."""

from dataclasses import dataclass

from generator.analyse.findings.coverage import State
from generator.analyse.findings.findings import Findings
from generator.analyse.quotes.anchored import Quote
from generator.model.briefing import Article
from generator.render.addresses import briefing_page, link, source_page
from generator.render.edition import PLAIN, Edition
from generator.render.exports.json_ld import source_ld
from generator.render.pages.page import Page
from generator.render.parts.citation import print_footer
from generator.render.parts.claims.links import ClaimLink
from generator.render.parts.claims.passages import paragraph_of, place_of
from generator.render.parts.claims.runs import Run, runs
from generator.render.parts.claims.writer import ClaimWriter
from generator.render.parts.corrections import edit_address
from generator.render.parts.source_labels import foreign_language, label, label_view
from generator.render.parts.sources import aside_views, source_facts
from generator.render.reports.coverage import coverage_summary
from generator.render.words import phrase


@dataclass(frozen=True)
class CarriesView:
    """A quote of an extract, and the claims it carries."""

    words: tuple[str, ...]
    claims: tuple[ClaimLink, ...]


@dataclass(frozen=True)
class ExtractView:
    """Whole sentences of an article, the quoted words marked, and what they carry."""

    place: str
    runs: tuple[Run, ...]
    carries: tuple[CarriesView, ...]


def source_plan(findings: Findings, article: Article, edition: Edition = PLAIN) -> Page:
    """Plan the page of one source."""
    briefing = findings.briefing
    here = source_page(briefing.slug, article.id)
    letter = briefing.letter(article.id)
    claims = ClaimWriter(findings, here)
    title = phrase("source-title", letter, label(article))
    full = article.descriptor.rights == "full"
    return Page(
        path=here,
        template="source",
        title=title,
        description=phrase("source-description", letter, briefing.title),
        view={
            "letter": letter,
            "label": label_view(article),
            "language": foreign_language(article),
            "briefing_title": briefing.title,
            "briefing": link(here, briefing_page(briefing.slug)),
            "facts": source_facts(article),
            "reliability_reason": article.descriptor.reliability_reason or "",
            "note": article.descriptor.note or "",
            "fingerprint": article.sha256 if article.text.strip() else "",
            "full": full,
            "extracts": _extracts(findings, article, claims),
            "rest_left": _rest_left(findings, article),
            "set_aside": tuple(one for one in aside_views(findings, here) if one.letter == letter),
            "withdrawn": claims.tombstone(article.descriptor.withdrawn, "source"),
            "edit": edit_address(edition.settings, article.path),
            "print_footer": print_footer(findings, edition, here),
            "use": coverage_summary(findings, article),
            "unused": _unused(findings, article),
            "json_ld": source_ld(findings, article, edition.settings),
        },
    )


def _rest_left(findings: Findings, article: Article) -> bool:
    """Whether the page leaves out any words of the article."""
    ends = [0]
    for start, end in findings.shown[article.id]:
        ends += [start, end]
    ends.append(len(article.text))
    between = zip(ends[::2], ends[1::2], strict=True)
    return any(char.isalnum() for start, end in between for char in article.text[start:end])


def _unused(findings: Findings, article: Article) -> tuple[str, ...]:
    """Where the sentences stand that nothing rests on, told by their places alone."""
    found = findings.coverage.get(article.id)
    return tuple(
        place_of(article, one.start)
        for one in (found.sentences if found else ())
        if one.state is State.UNUSED
    )


def _extracts(findings: Findings, article: Article, claims: ClaimWriter) -> tuple[ExtractView, ...]:
    """The stretches to show, each with its place: a paragraph's where the whole text is shown."""
    quotes = findings.in_article(article.id)
    full = article.descriptor.rights == "full"
    return tuple(
        _extract(
            article,
            (start, end),
            quotes,
            claims,
            phrase("paragraph", paragraph_of(article, start)) if full else place_of(article, start),
        )
        for start, end in findings.shown[article.id]
    )


def _extract(
    article: Article, stretch: tuple[int, int], quotes: list[Quote], claims: ClaimWriter, place: str
) -> ExtractView:
    start, end = stretch
    here = [one for one in quotes if start <= one.passage.start < end]
    spans = [span for one in quotes for span in one.passage.segments]
    begins: dict[int, tuple[str, ...]] = {}
    for one in here:
        known = begins.get(one.passage.start, ())
        begins[one.passage.start] = tuple(dict.fromkeys((*known, one.passage.address)))
    carries: dict[str, CarriesView] = {}
    for quote in here:
        carried = carries.get(quote.passage.address)
        before = carried.claims if carried else ()
        carries[quote.passage.address] = CarriesView(quote.words, (*before, claims.link(quote.claim.id)))
    return ExtractView(place, runs(article.text, start, end, spans, begins), tuple(carries.values()))
