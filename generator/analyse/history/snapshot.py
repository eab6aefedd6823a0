"""Snapshot of a briefing: its entries as plain values, by kind and id, for comparison."""

import hashlib
import json
from collections.abc import Iterator, Mapping

from generator.model.briefing import Briefing
from generator.model.changes import Kind, Plain
from generator.model.entries import Actor
from generator.model.entry import Entry

Key = tuple[Kind, str]
Snapshot = Mapping[Key, Plain]
"""All entries of one version by kind and id, in the order in which changes are told."""

WHOLE_TEXT = "whole_text"
"""A source's text, where the site shows all of it; its fingerprint ``sha256`` says that it changed."""

_OWN = frozenset(["title", "status", "as_of", "topics", "editors", "former_slugs", "note", "withdrawn"])


def snapshot(briefing: Briefing) -> Snapshot:
    """Converts the entries of a briefing into plain values.

    Actors are those that the briefing defines itself, not those of the registry. Of two entries with the same
    id, which is an error, the first counts.
    """
    entries: dict[Key, Plain] = {}
    for key, entry in _entries(briefing):
        entries.setdefault(key, entry)
    return entries


def actor_snapshot(actors: Mapping[str, Actor]) -> Snapshot:
    """Converts actors, such as those of the registry, into plain values."""
    return {("actor", id): _plain(actor) for id, actor in actors.items()}


def _entries(briefing: Briefing) -> Iterator[tuple[Key, Plain]]:
    summary = briefing.written
    yield ("briefing", ""), summary.model_dump(mode="json", include=set(_OWN), exclude_defaults=True)
    for number, sentence in enumerate(summary.bottom_line, 1):
        yield ("sentence", str(number)), _plain(sentence)
    for assessment in summary.assessments:
        yield ("assessment", assessment.id), _plain(assessment)
    for claim in summary.claims:
        yield ("claim", claim.id), _plain(claim)
    for question in summary.questions:
        yield ("question", question.id), _plain(question)
    for event in summary.events:
        yield ("event", event.id), _plain(event)
    for id, article in briefing.articles.items():
        text = {"sha256": article.sha256} if article.text.strip() else {}
        if text and article.descriptor.rights == "full":
            text[WHOLE_TEXT] = article.text
        yield ("source", id), {**_plain(article.descriptor), **text}
    for id, origin in summary.origins.items():
        yield ("origin", id), _plain(origin)
    yield from actor_snapshot(summary.actors).items()
    for id, matter in summary.matters.items():
        yield ("matter", id), _plain(matter)
    for aside in summary.set_aside:
        plain = _plain(aside)
        place = json.dumps([plain["article"], plain["exact"]], ensure_ascii=False)
        yield ("aside", hashlib.sha256(place.encode()).hexdigest()[:10]), plain


def _plain(entry: Entry) -> Plain:
    plain: dict[str, object] = entry.model_dump(mode="json", exclude_defaults=True)
    plain.pop("id", None)
    return plain
