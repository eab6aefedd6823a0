"""What readers call a topic: its slug with the capitals that an actor of the same name has."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from generator.analyse.quotes.anchored import Findings

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
