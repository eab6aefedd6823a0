"""What search finds: each claim, question, actor, source and briefing as a result of its own."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from posixpath import dirname

from generator.analyse.findings import Findings
from generator.analyse.grounding import dates_of
from generator.model.entries import Claim
from generator.render.addresses import HOME, actor_page, briefing_page, source_page
from generator.render.claims import ClaimWriter
from generator.render.sources import known_of, label
from generator.render.words import FACET_KIND, MODALITY, SPEECH, listed


@dataclass(frozen=True)
class Record:
    """One result.

    Attributes:
        url: its place below the site's address, with its fragment: ``briefings/x/#claim-y``.
        title: what the result is called; a claim's begins with its speaker.
        content: the words that are searched, the title's included.
        language: a BCP 47 tag.
        meta: what the result shows beside its title, unescaped.
        filters: the facets it falls under, each with one or more values in the reader's words.
    """

    url: str
    title: str
    content: str
    language: str
    meta: Mapping[str, str] = field(default_factory=dict)
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def records(shown: Sequence[Findings]) -> list[Record]:
    """Every result, in an order that depends on nothing but the briefings."""
    made = [*_actors(shown), *(one for findings in shown for one in _briefing(findings))]
    return sorted(made, key=lambda one: one.url)


def _briefing(findings: Findings) -> Iterator[Record]:
    briefing = findings.briefing
    summary = briefing.summary
    if summary.withdrawn:
        return
    title = summary.title or briefing.slug
    topics = tuple(topic.replace("-", " ") for topic in summary.topics)
    shared = {"Topic": topics}
    page = _address(briefing_page(briefing.slug))
    sentences = " ".join(sentence.text for sentence in summary.bottom_line)
    yield Record(
        page,
        title,
        _words(title, sentences, summary.note),
        "en",
        {"kind": FACET_KIND["briefing"]},
        _facets("briefing", **shared),
    )
    for question in summary.questions:
        if not question.withdrawn:
            answer = question.resolution.text if question.resolution else None
            yield Record(
                f"{page}#question-{question.id}",
                question.text,
                _words(question.text, question.would_settle, answer, question.note),
                "en",
                {"kind": FACET_KIND["question"], "briefing": title},
                _facets("question", **shared),
            )
    for article in briefing.articles.values():
        if not article.descriptor.withdrawn:
            name = f"Source {briefing.letter(article.id)}: {label(article)}"
            quotes = " ".join(
                article.text[start:end]
                for quote in findings.in_article(article.id)
                for start, end in quote.passage.segments
            )
            yield Record(
                _address(source_page(briefing.slug, article.id)),
                name,
                _words(name, known_of(article), quotes),
                article.descriptor.language or "en",
                {"kind": FACET_KIND["source"], "briefing": title},
                _facets("source", **shared),
            )
    claims = ClaimWriter(findings, HOME)
    for claim in summary.claims:
        if not claim.withdrawn:
            yield _claim(findings, claims, claim, page, title, topics)


def _claim(
    findings: Findings, claims: ClaimWriter, claim: Claim, page: str, briefing: str, topics: tuple[str, ...]
) -> Record:
    link = claims.link(claim.id)
    title = f"{link.speaker} ({link.speech}): {claim.text}"
    quotes = findings.quotes[claim.id]
    matters = findings.briefing.summary.matters
    years = {
        str(part[1])
        for date in dates_of(findings.briefing, claim)
        for part in date.components()
        if part[0] == "year"
    }
    words = [segment for quote in quotes for segment in quote.evidence.exact]
    who = (claims.name(one) for one in (*claim.by, *claim.about) if one in findings.briefing.actors)
    return Record(
        f"{page}#claim-{claim.id}",
        title,
        _words(title, *words, claim.note),
        "en",
        {"kind": FACET_KIND["claim"], "briefing": briefing, "sources": link.letters},
        _facets(
            "claim",
            Actor=tuple(who),
            Topic=topics,
            Matter=(matters[claim.matter].title,) if claim.matter in matters else (),
            Said=(MODALITY[claim.modality],) if claim.modality else (),
            Speech=tuple(SPEECH[quote.speech] for quote in quotes),
            Year=tuple(years),
        ),
    )


def _actors(shown: Sequence[Findings]) -> Iterator[Record]:
    actors = {id: actor for findings in shown for id, actor in findings.briefing.actors.items()}
    for id, actor in sorted(actors.items()):
        if not actor.withdrawn:
            also = listed(list(actor.aliases))
            yield Record(
                _address(actor_page(id)),
                actor.name,
                _words(actor.name, actor.role, also, actor.note),
                "en",
                {"kind": FACET_KIND["actor"], **({"role": actor.role} if actor.role else {})},
                _facets("actor", Actor=(actor.name,)),
            )


def _facets(kind: str, **given: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """The facets that have a value, each value once and in order."""
    values = {"Kind": (FACET_KIND[kind],), **given}
    return {name: tuple(sorted(set(found))) for name, found in values.items() if set(found)}


def _words(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)


def _address(path: str) -> str:
    """The address of a page, as the site builder makes it of the page's path."""
    return f"{dirname(path)}/"
