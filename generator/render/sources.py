"""Sources in the reader's words, and the page of each: what is known of it, and what it carries."""

from generator.analyse.findings.coverage import State, coverage_of
from generator.analyse.quotes.anchored import Findings, Quote
from generator.analyse.quotes.shown import shown_stretches
from generator.analyse.text.sentences import around
from generator.model.briefing import Article
from generator.model.passage import Passage
from generator.render.addresses import briefing_page, link, source_page
from generator.render.citation import sheet_foot
from generator.render.claims import ClaimWriter, segments
from generator.render.corrections import edit_address
from generator.render.coverage_report import use_told
from generator.render.dates import date_view
from generator.render.edition import PLAIN, Edition
from generator.render.json_ld import source_ld
from generator.render.page import Page
from generator.render.places import paragraph_of, place_of
from generator.render.runs import runs
from generator.render.source_labels import foreign_language, label, label_view
from generator.render.views import AsideView, CarriesView, ExtractView, Fact
from generator.render.words import phrase
from generator.render.words.values import LANGUAGE_NAME, RELIABILITY


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
        description=phrase("source-description", letter, briefing.summary.title or briefing.slug),
        view={
            "letter": letter,
            "label": label_view(article),
            "language": foreign_language(article),
            "briefing_title": briefing.summary.title or briefing.slug,
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
            "sheet_foot": sheet_foot(findings, edition, here),
            "use": use_told(findings, article),
            "unused": _unused(findings, article),
            "json_ld": source_ld(findings, article, edition.settings),
        },
    )


def aside_views(findings: Findings, here: str) -> tuple[AsideView, ...]:
    """What was read and not used; its words only where the site shows them anyway."""
    briefing = findings.briefing
    views = []
    for entry, passage in findings.set_aside:
        article = briefing.articles[passage.article]
        page = source_page(briefing.slug, article.id)
        shown = shown_stretches(article, findings.in_article(article.id))
        public = all(
            any(first <= start and end <= last for first, last in shown) for start, end in passage.segments
        )
        place = place_of(article, passage.start)
        views.append(
            AsideView(
                letter=briefing.letter(article.id),
                place=phrase("part-of-place", place) if _is_part(article, passage) else place,
                words=tuple(article.text[start:end] for start, end in passage.segments) if public else (),
                language=foreign_language(article),
                reason=entry.reason,
                context=None if here == page else link(here, page),
            )
        )
    return tuple(views)


def _is_part(article: Article, passage: Passage) -> bool:
    """Whether a passage leaves words out of the sentences that it stands in."""
    first, last = around(article, passage.start, passage.end)
    rest = article.text[first : passage.start] + article.text[passage.end : last]
    return len(passage.segments) > 1 or any(char.isalnum() for char in rest)


def _rest_left(findings: Findings, article: Article) -> bool:
    """Whether the page leaves out any words of the article."""
    ends = [0]
    for start, end in shown_stretches(article, findings.in_article(article.id)):
        ends += [start, end]
    ends.append(len(article.text))
    between = zip(ends[::2], ends[1::2], strict=True)
    return any(char.isalnum() for start, end in between for char in article.text[start:end])


def _unused(findings: Findings, article: Article) -> tuple[str, ...]:
    """Where the sentences stand that nothing rests on, told by their places alone."""
    found = coverage_of(findings, article)
    return tuple(
        place_of(article, one.start)
        for one in (found.sentences if found else ())
        if one.state is State.UNUSED
    )


def _language(tag: str) -> str:
    """A language by its name; the tag behind it where that says more, or alone where no name is known."""
    name = LANGUAGE_NAME.get(tag.split("-")[0].lower(), "")
    return f"{name} ({tag})" if name and "-" in tag else name or tag


def source_facts(article: Article) -> tuple[Fact, ...]:
    """What is known of a source, and in one line what is not."""
    about = article.descriptor
    language = foreign_language(article)
    published, retrieved = date_view(about.published, language), date_view(about.retrieved)
    told = {
        "title": Fact(phrase("fact-title"), about.title or "", language=language),
        "publisher": Fact(phrase("fact-publisher"), about.publisher or ""),
        "author": Fact(phrase("fact-author"), about.author or ""),
        "published": Fact(phrase("fact-published"), published.words if published else "", date=published),
        "address": Fact(phrase("fact-address"), about.url or "", about.url or ""),
        "language": Fact(phrase("fact-language"), _language(about.language or "")),
    }
    known = [fact for fact in told.values() if fact.value]
    if about.archive_url:
        known.append(Fact(phrase("fact-archived-copy"), about.archive_url, about.archive_url))
    if retrieved:
        known.append(Fact(phrase("fact-retrieved"), retrieved.words, date=retrieved))
    if not article.text.strip():
        return tuple(known)
    reliability = RELIABILITY.get(about.reliability or "", phrase("not-rated"))
    unknown = [phrase(f"unknown-{name}") for name, fact in told.items() if not fact.value]
    return (
        *([Fact(phrase("fact-not-known"), ", ".join(unknown))] if unknown else []),
        *known,
        Fact(phrase("fact-length"), phrase("words-count", len(article.text.split()))),
        Fact(phrase("fact-reliability"), reliability),
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
        for start, end in shown_stretches(article, quotes)
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
        words = segments(article, quote)
        carries[quote.passage.address] = CarriesView(words, (*before, claims.link(quote.claim.id)))
    return ExtractView(place, runs(article.text, start, end, spans, begins), tuple(carries.values()))
