"""Search records: one for each claim, question, actor, topic, source and briefing."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from posixpath import dirname
from typing import Final

from generator.analyse.findings.findings import Findings
from generator.analyse.quotes.anchored import Quote
from generator.analyse.quotes.named import told_of_claim
from generator.analyse.quotes.namesakes import shown_names
from generator.analyse.quotes.support import dates_of
from generator.analyse.text.boundaries import SPACELESS
from generator.files.content import Content, joined
from generator.model.briefing import actors_of
from generator.model.changes import NO_PAST, Past
from generator.model.entries import Actor
from generator.render.addresses import actor_page, briefing_page, source_page, topic_page
from generator.render.bidi import plain
from generator.render.briefing.view import BriefingView
from generator.render.parts.briefing_lines import current, newest_first
from generator.render.parts.claims.opened import ClaimView
from generator.render.parts.links import marked_title
from generator.render.parts.source_labels import SourceText, foreign_language, known_of, label
from generator.render.parts.topics import topics_of
from generator.render.words import LANGUAGE, listed, phrase
from generator.render.words.scripts import SEARCH
from generator.render.words.search import SILENT
from generator.render.words.values import FACET, FACET_KIND, MODALITY, SPEECH

SEARCH_WORDS: Final = "assets/search-words.json"
SEARCH_FACETS: Final = "assets/search-facets.json"
SEARCH_SPELLINGS: Final = "assets/search-spellings.txt"
SEARCH_RECORDS: Final = "search/records"
"""Folder of files of records, one for each part of the index; the build makes the index of them and then
removes them from the site."""

MOST_IN_PART: Final = 256
"""How many briefings are in a part of the index, on average, at most: of an edit that part is made anew."""

MOST_PARTS: Final = 16
"""Limit of the parts of an index, for a browser asks all of them."""

PART: Final = " · "
"""Separates the parts of a record's content, so that no excerpt runs from one quote into another."""


_JSON: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

MOST_NEWEST: Final = 10
"""How many briefings the search lists before anything is asked."""


@dataclass(frozen=True)
class Record:
    """One result of the search.

    Attributes:
        url: its address relative to the site's root, as ``briefings/x/#claim-y``.
        content: plain text that is searched, and of which excerpts are shown. It must hold a word.
        language: a BCP 47 tag in lower case, for stemming; the same in all records.
        meta: plain text by name, shown with the result and searched too.
        filters: by facet, the values by which results can be narrowed down and counted. They are ids, as a
            value can't hold a straight quotation mark, a backslash or a control character. ``foreign`` is no
            facet: it tells which parts of the content are in another language.
    """

    url: str
    content: str
    language: str
    meta: Mapping[str, str]
    filters: Mapping[str, tuple[str, ...]]


def site_records(shown: Sequence[Findings]) -> tuple[Record, ...]:
    """Make the records of actors and topics; none of withdrawn ones.

    Args:
        shown: the briefings that the site shows.
    """
    return (*_actor_records(shown), *_topic_records(shown))


def records_json(records: Iterable[Record]) -> str:
    """Write records as JSON objects, one a line."""
    return "\n".join(_JSON.encode(vars(record)) for record in records)


def number_of_parts(briefings: int) -> int:
    """Return in how many parts the index of so many briefings is made: a power of two, so that it stays."""
    return min(MOST_PARTS, max(1, (1 << max(0, briefings - 1).bit_length()) // MOST_IN_PART))


def record_files(records: Mapping[str, Content], number: int) -> dict[str, Content]:
    """Make the files of records for each part of the index.

    Args:
        records: those of a briefing or an entry, as `records_json` writes them, by a name that decides which
            part they are in.
        number: of the parts.
    """
    parts: list[list[Content]] = [[] for _ in range(number)]
    for name, lines in sorted(records.items()):
        if lines:
            parts[int.from_bytes(hashlib.sha256(name.encode()).digest()[:8]) % number].append(lines)
    return {f"{SEARCH_RECORDS}/{part}.jsonl": joined(lines) for part, lines in enumerate(parts)}


def search_words(shown: Sequence[Findings], past: Past = NO_PAST) -> str:
    """Write the words of the search's script as a JSON object: its phrases, and who and what has a name.

    ``actors`` lists the id of each actor, whether it is a person, something else or withdrawn, its name, the
    words that tell it from a namesake where those differ, and its aliases; ``topics`` has slugs and names.
    By these the script recognises a query that is one. ``drafts`` are the briefings whose titles stand beside
    each of their results. ``silent`` are words that don't count, ``runs`` the characters of scripts that have
    no spaces, ``newest`` the briefings that are listed before anything is asked. ``parts`` is the number of
    parts of the index.
    """
    actors = _actors_by_id(shown)
    told = shown_names(actors)
    words = {
        "say": dict(SEARCH),
        "facet": dict(FACET),
        "kind": dict(FACET_KIND),
        "briefing": {findings.briefing.slug: marked_title(findings.briefing) for findings in shown},
        "drafts": [findings.briefing.slug for findings in shown if findings.briefing.is_draft],
        "actors": [
            (id, _group(actor), actor.name, told[id] if told[id] != actor.name else "", *actor.aliases)
            for id, actor in actors.items()
        ],
        "topics": [(topic.slug, topic.name) for topic in topics_of(shown)],
        "silent": SILENT.split(),
        "runs": SPACELESS,
        "parts": number_of_parts(len(shown)),
        "newest": [findings.briefing.slug for findings in newest_first(current(shown), past)[:MOST_NEWEST]],
    }
    return _JSON.encode(words)


def search_facets(shown: Sequence[Findings]) -> str:
    """Write the names for values of facets as a JSON object, but for those of actors and topics."""
    matters = {
        _matter_key(findings, id): matter.title
        for findings in shown
        for id, matter in findings.briefing.summary.matters.items()
    }
    speech = {kind.value: words for kind, words in SPEECH.items()}
    return _JSON.encode({"matter": matters, "modality": dict(MODALITY), "speech": speech})


def _group(actor: Actor) -> str:
    """Tell persons, whose names are searched word by word, from others and from what was withdrawn."""
    return "withdrawn" if actor.withdrawn else "person" if actor.kind == "person" else "other"


def records_of(findings: Findings, view: BriefingView) -> tuple[Record, ...]:
    """Make the records of one briefing from what its page shows; none of a withdrawn one."""
    return () if view.withdrawn else tuple(_briefing_records(findings, view))


def _briefing_records(findings: Findings, view: BriefingView) -> Iterator[Record]:
    briefing = findings.briefing
    page = _page_address(briefing_page(briefing.slug))
    topics = briefing.summary.topics
    sentences = (line.sentence for line in view.bottom_line)
    yield _record("briefing", page, marked_title(briefing), (*sentences, view.note), topic=topics)
    for question in view.questions:
        answer = question.answer.text if question.answer else None
        texts = (question.differ, *question.settled_by, question.would_settle, answer, question.note)
        yield _record("question", f"{page}#question-{question.id}", question.text, texts, topic=topics)
    for article in briefing.articles.values():
        if not article.descriptor.withdrawn:
            name = phrase("source-title", briefing.letter(article.id), label(article))
            quoted = (
                SourceText(words, foreign_language(article))
                for quote in findings.in_article(article.id)
                for words in quote.words
            )
            address = _page_address(source_page(briefing.slug, article.id))
            yield _record("source", address, name, (known_of(article), *quoted), topic=topics)
    for claim in view.claims:
        yield _claim_record(findings, claim, page)


def _claim_record(findings: Findings, view: ClaimView, page: str) -> Record:
    """Make a claim's record; it begins with the speaker, as the claim's line does.

    A speaker whom the line calls by another name, as "Calder", is found by the whole one too.
    """
    claim = findings.briefing.claims[view.id]
    quotes = findings.quotes[claim.id]
    dates = dates_of(findings.briefing, claim)
    years = {str(part[1]) for date in dates for part in date.components() if part[0] == "year"}
    sentence = view.link.sentence
    return _record(
        "claim",
        f"{page}#claim-{claim.id}",
        sentence,
        (
            *(words for quote in quotes for words in _quote_texts(quote)),
            view.note,
            *(speaker.text for speaker in view.speakers if speaker.text not in sentence),
        ),
        actor=(id for id in told_of_claim(findings.briefing, claim) if id in findings.briefing.actors),
        topic=findings.briefing.summary.topics,
        matter=(_matter_key(findings, claim.matter),) if claim.matter else (),
        modality=(quote.modality for quote in quotes if quote.modality),
        speech=(quote.known_speech.value for quote in quotes if quote.known_speech),
        year=years,
    )


def _quote_texts(quote: Quote) -> Iterator[SourceText | str | None]:
    language = foreign_language(quote.article)
    yield from (SourceText(words, language) for words in quote.words)
    yield quote.evidence.translation


def _actor_records(shown: Sequence[Findings]) -> Iterator[Record]:
    for id, actor in _actors_by_id(shown).items():
        if not actor.withdrawn:
            also = phrase("also-called", listed(list(actor.aliases))) if actor.aliases else ""
            yield _record(
                "actor",
                _page_address(actor_page(id)),
                actor.name,
                (actor.role, also, actor.note),
                actor=(id,),
            )


def _topic_records(shown: Sequence[Findings]) -> Iterator[Record]:
    for topic in topics_of(shown):
        briefings = [
            findings.briefing for findings in topic.briefings if not findings.briefing.summary.withdrawn
        ]
        if briefings:
            titles = (marked_title(briefing) for briefing in briefings)
            yield _record(
                "topic", _page_address(topic_page(topic.slug)), topic.name, titles, topic=(topic.slug,)
            )


def _actors_by_id(shown: Sequence[Findings]) -> dict[str, Actor]:
    return actors_of(findings.briefing for findings in shown)


def _record(
    kind: str, url: str, title: str, texts: Iterable[SourceText | str | None], **facets: Iterable[str]
) -> Record:
    """Make a record. Its title stands in ``meta`` under its kind, so that the search can rank claims first.

    The filter ``foreign`` tells which parts are in another language than the site's: ``1:fr`` is the part
    behind the first separator. It stands among the filters because those are not searched.
    """
    content = title = plain(title)
    foreign = []
    for text in texts:
        part = text if isinstance(text, SourceText) else SourceText(text or "")
        if part.text:
            content += PART + plain(part.text)
            if part.language:
                before = content[: -len(plain(part.text))].split().count(PART.strip())
                foreign.append(f"{before}:{part.language}")
    if not any(char.isalnum() for char in content):
        content = f"{content} {kind}"
    facets = {**facets, "foreign": foreign}
    filters = {"kind": (kind,), **{name: tuple(sorted(set(values))) for name, values in facets.items()}}
    return Record(
        url, content, LANGUAGE, {kind: title}, {name: values for name, values in filters.items() if values}
    )


def _matter_key(findings: Findings, id: str) -> str:
    """The id of a matter with its briefing's slug, as matters of two briefings may share an id."""
    return f"{findings.briefing.slug}.{id}"


def _page_address(path: str) -> str:
    """The address that the site builder gives to a page."""
    return f"{dirname(path)}/"
