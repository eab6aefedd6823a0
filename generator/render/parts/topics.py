"""The topics of the site: their names, their briefings, and their view in lists."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.analyse.findings.findings import Findings
from generator.analyse.quotes.kept import once_for_each
from generator.analyse.quotes.registered import Registered, registered
from generator.model.briefing import Briefing, actors_of
from generator.model.entries import Actor
from generator.render.addresses import link, topic_page
from generator.render.escape import Safe
from generator.render.parts.briefing_lines import archived, current, withdrawn
from generator.render.parts.name_order import by_name

_NOT_IN_SLUGS: Final = re.compile("[^a-z0-9]+")


def written_names(shown: Iterable[Findings]) -> Mapping[str, str]:
    """Map slugs to names and aliases of actors, as "eu" to "EU"; topics of that slug bear the name."""
    return _names_by_slug(actors_of(findings.briefing for findings in shown))


def names_written_in(briefing: Briefing) -> Mapping[str, str]:
    """Map slugs to names as `written_names` does, of one briefing: once for all that share their actors."""
    return _names_of(registered(briefing.actors))


@once_for_each
def _names_of(actors: Registered) -> Mapping[str, str]:
    return _names_by_slug(actors.actors)


def _names_by_slug(actors: Mapping[str, Actor]) -> Mapping[str, str]:
    names = (name for actor in actors.values() for name in (actor.name, *actor.aliases))
    return {_NOT_IN_SLUGS.sub("-", name.casefold()).strip("-"): name for name in names}


def topic_name(slug: str, names: Mapping[str, str]) -> str:
    """A topic's name: that of `written_names`, else its slug with spaces and a capital letter.

    Args:
        slug: the topic's.
        names: as `written_names` makes them.
    """
    words = names.get(slug) or slug.replace("-", " ")
    return f"{words[:1].upper()}{words[1:]}"


@dataclass(frozen=True)
class Topic:
    """A topic.

    Attributes:
        slug: its id in the YAML.
        name: its name, as `topic_name` makes it.
        briefings: the findings of its briefings: current ones first, then archived, then withdrawn.
    """

    slug: str
    name: str
    briefings: list[Findings]


@dataclass(frozen=True)
class TopicLine:
    """A topic in a list, with the number of its briefings."""

    name: str
    href: Safe
    count: int


def topics_of(shown: Sequence[Findings]) -> list[Topic]:
    """List the topics of briefings, by name."""
    by_slug: dict[str, list[Findings]] = {}
    for findings in (*current(shown), *archived(shown), *withdrawn(shown)):
        for slug in dict.fromkeys(findings.briefing.summary.topics):
            by_slug.setdefault(slug, []).append(findings)
    names = written_names(shown) if by_slug else {}
    topics = [Topic(slug, topic_name(slug, names), briefings) for slug, briefings in by_slug.items()]
    return sorted(topics, key=lambda topic: (by_name(topic.name), topic.slug))


def topic_lines(topics: Iterable[Topic], here: str) -> tuple[TopicLine, ...]:
    """Make the views of topics for a list on the page ``here``."""
    return tuple(
        TopicLine(topic.name, link(here, topic_page(topic.slug)), len(topic.briefings)) for topic in topics
    )
