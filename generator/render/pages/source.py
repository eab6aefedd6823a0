"""Plans the page of a source: its facts, the words that the site shows, and the claims on them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from generator.analyse.findings.coverage import State
from generator.analyse.findings.findings import Findings
from generator.analyse.quotes.anchored import Quote
from generator.analyse.quotes.shown import Stretch
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
from generator.render.parts.links import marked_title
from generator.render.parts.source_labels import foreign_language, label, label_view
from generator.render.parts.sources import aside_views, source_facts
from generator.render.reports.coverage import coverage_summary
from generator.render.words import phrase
from generator.render.words.scripts import QUOTING


@dataclass(frozen=True)
class PieceView:
    """A stretch of a paragraph, the quoted words marked.

    Attributes:
        gap: whether words of the paragraph are left out before it.
        runs: its text.
    """

    gap: bool
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class PassageView:
    """What the page shows of a paragraph, and the claims that rest on it.

    Attributes:
        number: the paragraph's, from 1.
        pieces: its text.
        gap_after: whether words are left out at its end.
        claims: those with a quote that begins here, in the order of the text.
    """

    number: int
    pieces: tuple[PieceView, ...]
    gap_after: bool
    claims: tuple[ClaimLink, ...]

    @property
    def leaves_out_words(self) -> bool:
        """Whether any words of the paragraph are left out."""
        return self.gap_after or any(piece.gap for piece in self.pieces)

    @property
    def has_unseen(self) -> bool:
        """Whether it has words that readers don't see."""
        return any(run.unseen for piece in self.pieces for run in piece.runs)


@dataclass(frozen=True)
class QuotingView:
    """What the script of the preview needs to have selected words quoted.

    Attributes:
        briefing: the briefing's slug.
        article: the article's id.
        words: the words of the script, as JSON.
    """

    briefing: str
    article: str
    words: str


@dataclass(frozen=True)
class UnusedView:
    """A sentence that is neither quoted nor set aside.

    Attributes:
        place: its place, in words.
        text: its words in the preview; else empty, for readers may not see them.
        paragraph: the number of its paragraph, from 1.
        before: the number of characters before it in the paragraph, without white space.
    """

    place: str
    text: str
    paragraph: int
    before: int


def source_plan(findings: Findings, article: Article, edition: Edition = PLAIN) -> Page:
    """Plan the page of one source."""
    briefing = findings.briefing
    here = source_page(briefing.slug, article.id)
    letter = briefing.letter(article.id)
    claims = ClaimWriter(findings, here)
    quoting = edition.preview and article.descriptor.withdrawn is None
    passages = _passages(findings, article, claims, all_text=quoting)
    title = phrase("source-title", letter, label(article))
    return Page(
        path=here,
        template="source",
        title=phrase("draft-title", title) if briefing.is_draft else title,
        description=phrase("source-description", letter, marked_title(briefing)),
        view={
            "letter": letter,
            "label": label_view(article),
            "language": foreign_language(article),
            "briefing_title": marked_title(briefing),
            "briefing": link(here, briefing_page(briefing.slug)),
            "facts": source_facts(article),
            "reliability_reason": article.descriptor.reliability_reason or "",
            "note": article.descriptor.note or "",
            "fingerprint": article.sha256 if article.text.strip() else "",
            "full": quoting or article.descriptor.rights == "full",
            "passages": passages,
            "rest_left": any(passage is None or passage.leaves_out_words for passage in passages),
            "set_aside": aside_views(findings, article),
            "draft": briefing.is_draft,
            "withdrawn": claims.tombstone(article.descriptor.withdrawn, "source"),
            "edit": edit_address(edition.settings, article.path),
            "print_footer": print_footer(findings, edition, here),
            "use": coverage_summary(findings, article),
            "unused": _unused(findings, article, with_text=quoting),
            "some_unseen": any(passage.has_unseen for passage in passages if passage),
            "quoting": _quoting(findings, article) if quoting else None,
            "json_ld": source_ld(findings, article, edition.settings),
        },
        head={"quoting": "yes"} if quoting else {},
    )


def _quoting(findings: Findings, article: Article) -> QuotingView:
    words = json.dumps(dict(QUOTING), ensure_ascii=False)
    return QuotingView(findings.briefing.slug, article.id, words)


def _unused(findings: Findings, article: Article, *, with_text: bool) -> tuple[UnusedView, ...]:
    """Make the views of the sentences that are neither quoted nor set aside."""
    coverage = findings.coverage.get(article.id)
    views = []
    for use in coverage.sentences if coverage else ():
        if use.state is State.UNUSED:
            number = paragraph_of(article, use.start)
            before = article.text[article.paragraphs[number - 1][0] : use.start]
            text = use.text if with_text else ""
            views.append(UnusedView(place_of(article, use.start), text, number, len("".join(before.split()))))
    return tuple(views)


def _passages(
    findings: Findings, article: Article, claims: ClaimWriter, *, all_text: bool
) -> tuple[PassageView | None, ...]:
    """Make the views of the paragraphs; None stands for words that nothing else tells to be left out.

    With ``all_text``, what readers don't see is not left out, but told apart.
    """
    quotes = findings.in_article(article.id)
    seen = findings.shown[article.id]
    stretches = article.paragraphs if all_text else seen
    views: list[PassageView | None] = []
    for number, (start, end) in enumerate(article.paragraphs, 1):
        shown = [
            (max(first, start), min(last, end)) for first, last in stretches if first < end and start < last
        ]
        if not shown:
            if not views or (views[-1] and not views[-1].gap_after):
                views.append(None)
            continue
        bounds = pairwise((start, *chain(*shown), end))
        gaps = [_has_words(article, first, last) for first, last in bounds][::2]
        if gaps[0] and views and views[-1] is None:
            views.pop()
        begun = (quote for quote in quotes if any(a <= quote.passage.start < b for a, b in shown))
        ids = dict.fromkeys(
            quote.claim.id
            for quote in sorted(
                begun, key=lambda quote: (quote.passage.start, claims.numbers[quote.claim.id])
            )
        )
        views.append(
            PassageView(
                number=number,
                pieces=tuple(
                    PieceView(gap, _runs(article, stretch, quotes, claims, seen))
                    for gap, stretch in zip(gaps[:-1], shown, strict=True)
                ),
                gap_after=gaps[-1],
                claims=tuple(map(claims.link, ids)),
            )
        )
    return tuple(views)


def _has_words(article: Article, start: int, end: int) -> bool:
    return any(char.isalnum() for char in article.text[start:end])


def _runs(
    article: Article,
    stretch: Stretch,
    quotes: list[Quote],
    claims: ClaimWriter,
    seen: Sequence[Stretch],
) -> tuple[Run, ...]:
    """Cut a stretch into runs, each quote with its address at its start, its claim's number at its end."""
    start, end = stretch
    begins: dict[int, tuple[str, ...]] = {}
    ends: dict[int, tuple[int, ...]] = {}
    for quote in quotes:
        first, last = quote.passage.start, quote.passage.end
        if start <= first < end:
            begins[first] = tuple(dict.fromkeys((*begins.get(first, ()), quote.passage.address)))
        if start < last <= end:
            ends[last] = tuple(dict.fromkeys((*ends.get(last, ()), claims.numbers[quote.claim.id])))
    spans = [span for quote in quotes for span in quote.passage.segments]
    return runs(article.text, start, end, spans, begins, ends, seen)
