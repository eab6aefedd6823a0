"""Plans the page of a source: its facts, the words that the site shows, and the claims on them."""

from dataclasses import dataclass

from generator.analyse.findings.coverage import State
from generator.analyse.findings.findings import Findings
from generator.analyse.quotes.anchored import Quote
from generator.model.briefing import Article
from generator.render.addresses import briefing_page, link, source_page
from generator.render.edition import PLAIN, Edition
from generator.render.exports.json_ld import source_ld
from generator.render.page import Page
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
    """A quote of an extract, and the claims that rest on it."""

    words: tuple[str, ...]
    claims: tuple[ClaimLink, ...]


@dataclass(frozen=True)
class ExtractView:
    """Whole sentences of an article, the quoted words marked, with the quotes and their claims."""

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
            "rest_left": _leaves_out_words(findings, article),
            "set_aside": tuple(aside for aside in aside_views(findings, here) if aside.letter == letter),
            "withdrawn": claims.tombstone(article.descriptor.withdrawn, "source"),
            "edit": edit_address(edition.settings, article.path),
            "print_footer": print_footer(findings, edition, here),
            "use": coverage_summary(findings, article),
            "unused": _unused_places(findings, article),
            "json_ld": source_ld(findings, article, edition.settings),
        },
    )


def _leaves_out_words(findings: Findings, article: Article) -> bool:
    """Tell whether the page leaves out any words of the article."""
    ends = [0]
    for start, end in findings.shown[article.id]:
        ends += [start, end]
    ends.append(len(article.text))
    gaps = zip(ends[::2], ends[1::2], strict=True)
    return any(char.isalnum() for start, end in gaps for char in article.text[start:end])


def _unused_places(findings: Findings, article: Article) -> tuple[str, ...]:
    """The places of the sentences that are neither quoted nor set aside, in words."""
    coverage = findings.coverage.get(article.id)
    return tuple(
        place_of(article, use.start)
        for use in (coverage.sentences if coverage else ())
        if use.state is State.UNUSED
    )


def _extracts(findings: Findings, article: Article, claims: ClaimWriter) -> tuple[ExtractView, ...]:
    """Make the extracts of a source, each with its place: the paragraph where the whole text is shown."""
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
    inside = [quote for quote in quotes if start <= quote.passage.start < end]
    spans = [span for quote in quotes for span in quote.passage.segments]
    begins: dict[int, tuple[str, ...]] = {}
    for quote in inside:
        earlier = begins.get(quote.passage.start, ())
        begins[quote.passage.start] = tuple(dict.fromkeys((*earlier, quote.passage.address)))
    carries: dict[str, CarriesView] = {}
    for quote in inside:
        carried = carries.get(quote.passage.address)
        before = carried.claims if carried else ()
        carries[quote.passage.address] = CarriesView(quote.words, (*before, claims.link(quote.claim.id)))
    return ExtractView(place, runs(article.text, start, end, spans, begins), tuple(carries.values()))
