"""Claims in data files: each with its quotes, their selectors, and where it was first said."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar, cast

from generator.analyse.findings.findings import Findings
from generator.analyse.findings.first_said import FirstSaid
from generator.analyse.quotes.anchored import Quote
from generator.analyse.quotes.named import about_others
from generator.analyse.text.fold import fold
from generator.model.briefing import Article, Briefing
from generator.model.claims import Claim
from generator.model.entry import Entry
from generator.model.passage import Speech
from generator.render.addresses import briefing_page, site_path, source_page
from generator.render.bidi import plain
from generator.render.exports.model_parts import (
    ClaimData,
    CorroborationData,
    FirstSaidData,
    OnlyInData,
    PositionSelector,
    QuoteData,
    QuoteSelector,
    RelatedFrom,
    RootData,
    Segment,
)
from generator.render.parts.claims.writer import ClaimWriter

EntryData = TypeVar("EntryData", bound=Entry)
Stretch = tuple[int, int]


def claims_data(findings: Findings) -> Iterator[ClaimData]:
    """Make the data of every claim, in the order of the YAML."""
    briefing = findings.briefing
    claims = ClaimWriter(findings, briefing_page(briefing.slug))
    first = findings.first_said
    shown = {id: _shown_stretches(findings, article) for id, article in briefing.articles.items()}
    back: dict[str, list[RelatedFrom]] = {}
    for claim in briefing.summary.claims:
        for relation in claim.relations:
            related = RelatedFrom(kind=relation.kind, claim=claim.id, note=relation.note or "")
            back.setdefault(relation.claim, []).append(related)
    for claim in briefing.summary.claims:
        quotes = findings.quotes[claim.id]
        marks = {id(marked.quote): marked.marks for marked in findings.own_differences.get(claim.id, ())}
        yield entry_as(
            ClaimData,
            claim,
            url=site_path(briefing_page(briefing.slug), f"claim-{claim.id}"),
            speaker=plain(claims.speaker(claim)),
            speech=tuple(kind for kind in Speech if any(quote.known_speech is kind for quote in quotes)),
            sentence=stands_alone(claims, claim),
            about=about_others(briefing, claim),
            evidence=tuple(
                _quote_data(briefing, quote, shown[quote.passage.article], marks.get(id(quote), ()))
                for quote in quotes
            ),
            only_in=tuple(
                OnlyInData(text=only.text, articles=only.articles)
                for only in findings.only_in.get(claim.id, ())
            ),
            related_from=tuple(back.get(claim.id, ())),
            first_said=_first_said_data(first[claim.id]),
            corroborations=tuple(
                CorroborationData(
                    claim=corroboration.claim,
                    note=corroboration.note,
                    shared_roots=corroboration.shared_roots,
                )
                for corroboration in first[claim.id].corroborations
            ),
        )


def entry_as(kind: type[EntryData], entry: Entry, **more: Any) -> EntryData:
    """Make an object of class ``kind`` from an entry and more fields, without validating them again.

    An empty text becomes None, as it is one that an editor took out.
    """
    values = {name: None if value == "" else value for name, value in entry}
    return cast(EntryData, kind.model_construct(**{**values, **more}))


def stands_alone(claims: ClaimWriter, claim: Claim) -> str | None:
    """A claim as a sentence that names its speaker, so that it can stand alone; None of a withdrawn one."""
    if claim.withdrawn:
        return None
    return plain(claims.link(claim.id).sentence)


def _quote_data(
    briefing: Briefing, quote: Quote, shown: Sequence[Stretch], differs: tuple[Stretch, ...]
) -> QuoteData:
    passage = quote.passage
    article = quote.article
    prefix, suffix = _shown_prefix_and_suffix(article, quote, shown)
    last = len(passage.segments) - 1
    return entry_as(
        QuoteData,
        quote.evidence,
        prefix=prefix,
        suffix=suffix,
        by=quote.by,
        via=quote.via,
        cue=quote.cue or None,
        modality=quote.modality,
        origin=quote.origin,
        said=quote.said,
        differs=differs,
        url=site_path(source_page(briefing.slug, article.id), f"quote-{passage.address}"),
        address=passage.address,
        letter=briefing.letter(article.id),
        speech=quote.known_speech,
        sha256=article.sha256,
        segments=tuple(
            _segment(article, start, end, None if number else prefix, suffix if number == last else None)
            for number, (start, end) in enumerate(passage.segments)
        ),
    )


def _shown_prefix_and_suffix(
    article: Article, quote: Quote, shown: Sequence[Stretch]
) -> tuple[str | None, str | None]:
    """A quote's prefix and suffix, each only where the source's page shows all of its words."""
    start, end = quote.passage.start, quote.passage.end
    first, last = next((stretch for stretch in shown if stretch[0] <= start < stretch[1]), (start, end))
    prefix, suffix = quote.evidence.prefix, quote.evidence.suffix
    before = prefix and fold(article.text[first:start]).rstrip().endswith(fold(prefix).strip())
    after = suffix and fold(article.text[end:last]).lstrip().startswith(fold(suffix).strip())
    return prefix if before else None, suffix if after else None


def _shown_stretches(findings: Findings, article: Article) -> list[Stretch]:
    """The stretches of the text that the source's page shows, adjacent ones joined."""
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
    quote = QuoteSelector(type="TextQuoteSelector", exact=exact, prefix=prefix, suffix=suffix)
    position = PositionSelector(type="TextPositionSelector", start=start, end=end)
    return Segment(line=span.line, column=span.column, selector=(quote, position))


def _first_said_data(first: FirstSaid) -> FirstSaidData:
    return FirstSaidData(
        roots=tuple(
            RootData(origin=root.id, ways=root.ways, articles=root.articles, counted_once=root.counted_once)
            for root in first.roots
        ),
        not_stated=tuple(quote.passage.address for quote in first.not_stated),
    )
