"""Claims as data: each with its quotes, their passages, and where it was first said."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar, cast

from generator.analyse.findings.findings import Findings
from generator.analyse.findings.first_said import FirstSaid
from generator.analyse.quotes.anchored import Quote
from generator.analyse.text.fold import fold
from generator.model.briefing import Article, Briefing
from generator.model.entries import Claim
from generator.model.entry import Entry
from generator.model.passage import Speech
from generator.render.addresses import briefing_page, site_path, source_page
from generator.render.exports.model_parts import (
    ClaimData,
    CorroborationData,
    FirstSaidData,
    PositionSelector,
    QuoteData,
    QuoteSelector,
    RelatedFrom,
    RootData,
    Segment,
)
from generator.render.parts.claims.writer import ClaimWriter

Made = TypeVar("Made", bound=Entry)
Stretch = tuple[int, int]


def claims_data(findings: Findings) -> Iterator[ClaimData]:
    """Every claim, in the order of the YAML."""
    briefing = findings.briefing
    claims = ClaimWriter(findings, briefing_page(briefing.slug))
    first = findings.first_said
    shown = {id: _shown(findings, article) for id, article in briefing.articles.items()}
    back: dict[str, list[RelatedFrom]] = {}
    for claim in briefing.summary.claims:
        for one in claim.relations:
            related = RelatedFrom(kind=one.kind, claim=claim.id, note=one.note)
            back.setdefault(one.claim, []).append(related)
    for claim in briefing.summary.claims:
        quotes = findings.quotes[claim.id]
        yield entry_as(
            ClaimData,
            claim,
            url=site_path(briefing_page(briefing.slug), f"claim-{claim.id}"),
            speaker=claims.speaker(claim),
            speech=tuple(kind for kind in Speech if any(quote.speech is kind for quote in quotes)),
            sentence=stands_alone(claims, claim),
            evidence=tuple(_quote(briefing, quote, shown[quote.passage.article]) for quote in quotes),
            related_from=tuple(back.get(claim.id, ())),
            first_said=_first_said(first[claim.id]),
            corroborations=tuple(
                CorroborationData(claim=one.claim, note=one.note, shared_roots=one.shared_roots)
                for one in first[claim.id].corroborations
            ),
        )


def entry_as(kind: type[Made], entry: Entry, **more: Any) -> Made:
    """An entry with more fields; its values were checked when it was read. An empty text was taken out."""
    written = {name: None if value == "" else value for name, value in entry}
    return cast(Made, kind.model_construct(**{**written, **more}))


def stands_alone(claims: ClaimWriter, claim: Claim) -> str | None:
    """A claim as a sentence that can't be taken for a fact; None of a withdrawn one."""
    if claim.withdrawn:
        return None
    link = claims.link(claim.id)
    return (
        f"{link.speaker} ({link.speech_label}): {claim.text}"
        if link.speech_label
        else f"{link.speaker}: {claim.text}"
    )


def _quote(briefing: Briefing, quote: Quote, shown: Sequence[Stretch]) -> QuoteData:
    passage = quote.passage
    article = quote.article
    prefix, suffix = _context(article, quote, shown)
    last = len(passage.segments) - 1
    return entry_as(
        QuoteData,
        quote.evidence,
        prefix=prefix,
        suffix=suffix,
        url=site_path(source_page(briefing.slug, article.id), f"quote-{passage.address}"),
        address=passage.address,
        letter=briefing.letter(article.id),
        speech=quote.speech,
        sha256=article.sha256,
        segments=tuple(
            _segment(article, start, end, None if at else prefix, suffix if at == last else None)
            for at, (start, end) in enumerate(passage.segments)
        ),
    )


def _context(article: Article, quote: Quote, shown: Sequence[Stretch]) -> tuple[str | None, str | None]:
    """Prefix and suffix, each only where all of its words stand in what the source's page shows."""
    start, end = quote.passage.start, quote.passage.end
    first, last = next((one for one in shown if one[0] <= start < one[1]), (start, end))
    prefix, suffix = quote.evidence.prefix, quote.evidence.suffix
    before = prefix and fold(article.text[first:start]).rstrip().endswith(fold(prefix).strip())
    after = suffix and fold(article.text[end:last]).lstrip().startswith(fold(suffix).strip())
    return prefix if before else None, suffix if after else None


def _shown(findings: Findings, article: Article) -> list[Stretch]:
    """What the source's page shows of the text, sentences that follow each other in one stretch."""
    joined: list[Stretch] = []
    for start, end in findings.shown[article.id]:
        if joined and not article.text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _segment(article: Article, start: int, end: int, prefix: str | None, suffix: str | None) -> Segment:
    span = article.span(start, end)
    exact = article.text[start:end]
    quoted = QuoteSelector(type="TextQuoteSelector", exact=exact, prefix=prefix, suffix=suffix)
    placed = PositionSelector(type="TextPositionSelector", start=start, end=end)
    return Segment(line=span.line, column=span.column, selector=(quoted, placed))


def _first_said(found: FirstSaid) -> FirstSaidData:
    return FirstSaidData(
        roots=tuple(
            RootData(origin=root.id, ways=root.ways, articles=root.articles, counted_once=root.counted_once)
            for root in found.roots
        ),
        not_stated=tuple(quote.passage.address for quote in found.not_stated),
    )
