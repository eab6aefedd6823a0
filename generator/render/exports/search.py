"""What search finds: each claim, question, actor, topic, source and briefing as a result of its own."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from posixpath import dirname
from typing import Final

from generator.analyse.findings.findings import Findings
from generator.analyse.quotes.anchored import Quote
from generator.analyse.quotes.support import dates_of
from generator.model.entries import Actor, Claim
from generator.render.addresses import HOME, actor_page, briefing_page, source_page, topic_page
from generator.render.parts.claims.writer import ClaimWriter
from generator.render.parts.source_labels import SourceText, foreign_language, known_of, label
from generator.render.parts.topics import topics_of
from generator.render.words import LANGUAGE, listed, phrase
from generator.render.words.scripts import SEARCH
from generator.render.words.values import FACET, FACET_KIND, MODALITY, SPEECH

SEARCH_WORDS: Final = "assets/search-words.json"
SEARCH_RECORDS: Final = "search/records.json"
"""Taken out of the built site again, when the index is made of it."""

PART: Final = " · "
"""Stands between the parts of a content, so that an excerpt never runs from one quote into another."""


@dataclass(frozen=True)
class Record:
    """One result of the search.

    Attributes:
        url: its address below the site's root, with a fragment if need be: ``briefings/x/#claim-y``.
        content: plain text that is searched, and of which excerpts are shown. It must hold a word.
        language: a BCP 47 tag in lower case, for the endings of words: the same one in all records.
        meta: name to plain text, shown with the result. Its words are searched as well.
        filters: name to the values by which results can be narrowed down and counted; best ids, for a
            straight quotation mark, a backslash or a control character isn't possible in a value. One of
            them, ``foreign``, is no facet: it tells which parts of the content are in another language.
    """

    url: str
    content: str
    language: str
    meta: Mapping[str, str]
    filters: Mapping[str, tuple[str, ...]]


def records(shown: Sequence[Findings]) -> list[Record]:
    """Every result, by address. What was withdrawn is not found."""
    made = [*_actors(shown), *_topics(shown), *(one for findings in shown for one in _briefing(findings))]
    return sorted(made, key=lambda one: one.url)


def records_json(found: Iterable[Record]) -> str:
    """The records as JSON, for the step that makes the index once the site is built."""
    return json.dumps([asdict(one) for one in found], ensure_ascii=False, separators=(",", ":"))


def search_words(shown: Sequence[Findings]) -> str:
    """What the script of the search says, as JSON: its own words, and those for the values of the facets.

    ``named`` has the names of everybody and of every topic, for a query that is one of them.
    """
    matters = {
        _matter(findings, id): matter.title
        for findings in shown
        for id, matter in findings.briefing.summary.matters.items()
    }
    actors = dict(sorted(_named(shown).items()))
    topics = topics_of(shown)
    words = {
        "say": dict(SEARCH),
        "facet": dict(FACET),
        "kind": dict(FACET_KIND),
        "actor": {id: actor.name for id, actor in actors.items()},
        "topic": {topic.slug: topic.name for topic in topics},
        "matter": matters,
        "modality": dict(MODALITY),
        "speech": {kind.value: words for kind, words in SPEECH.items()},
        "briefing": {one.briefing.slug: one.briefing.title for one in shown},
        "named": [
            *(
                ("actor", id, actor.name, *actor.aliases, *_parts(actor))
                for id, actor in actors.items()
                if not actor.withdrawn
            ),
            *(("topic", topic.slug, topic.name) for topic in topics),
        ],
    }
    return json.dumps(words, ensure_ascii=False, separators=(",", ":"))


def _briefing(findings: Findings) -> Iterator[Record]:
    briefing = findings.briefing
    summary = briefing.summary
    if summary.withdrawn:
        return
    title = briefing.title
    page = _address(briefing_page(briefing.slug))
    topics = summary.topics
    sentences = (sentence.text for sentence in summary.bottom_line)
    yield _record("briefing", page, title, (*sentences, summary.note), topic=topics)
    for question in summary.questions:
        if not question.withdrawn:
            answer = question.resolution.text if question.resolution else None
            rest = (question.would_settle, answer, question.note)
            yield _record("question", f"{page}#question-{question.id}", question.text, rest, topic=topics)
    for article in briefing.articles.values():
        if not article.descriptor.withdrawn:
            name = phrase("source-title", briefing.letter(article.id), label(article))
            quoted = (
                SourceText(words, foreign_language(article))
                for quote in findings.in_article(article.id)
                for words in quote.words
            )
            address = _address(source_page(briefing.slug, article.id))
            yield _record("source", address, name, (known_of(article), *quoted), topic=topics)
    claims = ClaimWriter(findings, HOME)
    for claim in summary.claims:
        if not claim.withdrawn:
            yield _claim(findings, claims, claim, page)


def _claim(findings: Findings, claims: ClaimWriter, claim: Claim, page: str) -> Record:
    """A claim's result begins with its speaker, as its heading does."""
    link = claims.link(claim.id)
    quotes = findings.quotes[claim.id]
    dates = dates_of(findings.briefing, claim)
    years = {str(part[1]) for date in dates for part in date.components() if part[0] == "year"}
    known = findings.briefing.actors
    return _record(
        "claim",
        f"{page}#claim-{claim.id}",
        f"{link.speaker} ({link.speech_label}): {claim.text}",
        (*(words for quote in quotes for words in _quoted(quote)), claim.note),
        actor=(id for id in claim.named if id in known),
        topic=findings.briefing.summary.topics,
        matter=(_matter(findings, claim.matter),) if claim.matter else (),
        modality=(claim.modality,) if claim.modality else (),
        speech=(quote.speech.value for quote in quotes),
        year=years,
    )


def _quoted(quote: Quote) -> Iterator[SourceText | str | None]:
    language = foreign_language(quote.article)
    yield from (SourceText(words, language) for words in quote.words)
    yield quote.evidence.translation


def _actors(shown: Sequence[Findings]) -> Iterator[Record]:
    for id, actor in _named(shown).items():
        if not actor.withdrawn:
            also = phrase("also-called", listed(list(actor.aliases))) if actor.aliases else ""
            yield _record(
                "actor", _address(actor_page(id)), actor.name, (actor.role, also, actor.note), actor=(id,)
            )


def _topics(shown: Sequence[Findings]) -> Iterator[Record]:
    for topic in topics_of(shown):
        live = [one.briefing.summary for one in topic.briefings if not one.briefing.summary.withdrawn]
        if live:
            titles = (summary.title for summary in live)
            yield _record("topic", _address(topic_page(topic.slug)), topic.name, titles, topic=(topic.slug,))


def _parts(actor: Actor) -> list[str]:
    """The words of a person's name, for who looks for somebody often has one of them alone."""
    return [word for word in (actor.name or "").split() if len(word) > 2] if actor.kind == "person" else []


def _named(shown: Sequence[Findings]) -> dict[str, Actor]:
    return {id: actor for findings in shown for id, actor in findings.briefing.actors.items()}


def _record(
    kind: str, url: str, title: str, rest: Iterable[SourceText | str | None], **facets: Iterable[str]
) -> Record:
    """A result. Its title is filed under its kind, so that the search can put claims first.

    Which of its parts are in another language than the site's stands among its filters, for nothing there is
    searched: ``1:fr`` is the part behind the first separator.
    """
    content = title
    foreign = []
    for one in rest:
        part = one if isinstance(one, SourceText) else SourceText(one or "")
        if part.text:
            content += PART + part.text
            if part.language:
                before = content[: -len(part.text)].split().count(PART.strip())
                foreign.append(f"{before}:{part.language}")
    if not any(char.isalnum() for char in content):
        content = f"{content} {kind}"
    facets = {**facets, "foreign": foreign}
    filters = {"kind": (kind,), **{name: tuple(sorted(set(values))) for name, values in facets.items()}}
    return Record(
        url, content, LANGUAGE, {kind: title}, {name: found for name, found in filters.items() if found}
    )


def _matter(findings: Findings, id: str) -> str:
    """A matter belongs to its briefing; another's of the same id is another."""
    return f"{findings.briefing.slug}.{id}"


def _address(path: str) -> str:
    """The address of a page, as the site builder makes it of the page's path."""
    return f"{dirname(path)}/"
