"""What readers call a topic: its slug with the capitals that an actor of the same name has."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.analyse.findings.findings import Findings
from generator.render.addresses import link, topic_page
from generator.render.escape import Safe
from generator.render.parts.briefing_lines import archived, current, withdrawn
from generator.render.parts.name_order import by_name

_NOT_IN_SLUGS: Final = re.compile("[^a-z0-9]+")


def written_names(shown: Iterable[Findings]) -> Mapping[str, str]:
    """How actors write the names that topics may have, by slug: "north-korea" is North Korea, "eu" the EU."""
    actors = {id: actor for one in shown for id, actor in one.briefing.actors.items()}
    names = (name for actor in actors.values() for name in (actor.name, *actor.aliases))
    return {_NOT_IN_SLUGS.sub("-", name.casefold()).strip("-"): name for name in names}


def topic_name(slug: str, names: Mapping[str, str]) -> str:
    """A topic in the reader's words, as `written_names` has it, with a capital: Western support."""
    words = names.get(slug) or slug.replace("-", " ")
    return f"{words[:1].upper()}{words[1:]}"


@dataclass(frozen=True)
class Topic:
    """A topic.

    Attributes:
        slug: as the briefings name it.
        name: in the reader's words.
        briefings: the current ones first, then the archived and the withdrawn.
    """

    slug: str
    name: str
    briefings: list[Findings]


@dataclass(frozen=True)
class TopicLine:
    """A topic in a list, and how many briefings it has."""

    name: str
    href: Safe
    count: int


def topics_of(shown: Sequence[Findings]) -> list[Topic]:
    """Every topic that a briefing names, from A to Z."""
    found: dict[str, list[Findings]] = {}
    for one in (*current(shown), *archived(shown), *withdrawn(shown)):
        for slug in dict.fromkeys(one.briefing.summary.topics):
            found.setdefault(slug, []).append(one)
    names = written_names(shown) if found else {}
    topics = [Topic(slug, topic_name(slug, names), briefings) for slug, briefings in found.items()]
    return sorted(topics, key=lambda topic: (by_name(topic.name), topic.slug))


def topic_lines(topics: Iterable[Topic], here: str) -> tuple[TopicLine, ...]:
    """Topics as the page ``here`` lists them."""
    return tuple(
        TopicLine(topic.name, link(here, topic_page(topic.slug)), len(topic.briefings)) for topic in topics
    )
