"""Known ids: what entries may name, and which of them a name or another form of an id means."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from generator.model.briefing import RESERVED_SPEAKERS
from generator.model.located import LocatedList, LocatedMapping, LocatedText
from generator.model.texts import id_fault, slugged

REFERENCES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("by", "by_open", "about", "member_of"), "actor"),
    **dict.fromkeys(("claims", "claim"), "claim"),
    **dict.fromkeys(("origin", "derived_from", "settled_by"), "origin"),
    "matter": "matter",
    "article": "article",
}
"""What each field that names another entry names."""

KINDS_OF_LISTS: Final = {
    "claims": "claim",
    "questions": "question",
    "assessments": "assessment",
    "events": "event",
}
"""Fields of lists whose entries have an id, and what these are."""

KINDS_OF_MAPPINGS: Final = {"actors": "actor", "origins": "origin", "matters": "matter"}
"""Fields of mappings by id, and what their entries are."""

_PARTED: Final = re.compile(r"\s*[,;]\s*|\s+and\s+")


@dataclass(frozen=True)
class Known:
    """The ids of one briefing.

    Attributes:
        ids: by what they are the id of.
        names: the actors that have a name, by the name in small letters.
        letters: the articles that readers see by a letter, by that letter.
    """

    ids: Mapping[str, frozenset[str]] = field(default_factory=dict)
    names: Mapping[str, frozenset[str]] = field(default_factory=dict)
    letters: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, registry: Any, summary: Any, articles: Collection[str]) -> "Known":
        """Collects the ids from the values of actors.yml and briefing.yml, whatever is wrong with these."""
        ids: dict[str, set[str]] = {"article": {*articles}}
        names: dict[str, set[str]] = {}
        for field_name, what in KINDS_OF_MAPPINGS.items():
            for holder in (registry, summary):
                entries = _mapping(_mapping(holder).get(field_name))
                ids.setdefault(what, set()).update(id for id in entries if not id_fault(id))
                if what == "actor":
                    for id, actor in entries.items():
                        for name in _names(actor) if not id_fault(id) else ():
                            names.setdefault(_small(name), set()).add(id)
        for field_name, what in KINDS_OF_LISTS.items():
            entries_of = _mapping(summary).get(field_name)
            for entry in entries_of if isinstance(entries_of, LocatedList) else ():
                own = _mapping(entry).get("id")
                if isinstance(own, LocatedText) and not id_fault(own):
                    ids.setdefault(what, set()).add(str(own))
        return cls(
            {what: frozenset(of) for what, of in ids.items()},
            {name: frozenset(of) for name, of in names.items()},
        )

    def has(self, what: str, id: str) -> bool:
        """Tests whether there is such an entry; a speaker without an id counts as an actor."""
        return id in self.ids.get(what, frozenset()) or (what == "actor" and id in RESERVED_SPEAKERS)

    def meant(self, what: str, text: str) -> str | None:
        """Returns the one id that is meant by a text that is none of them; None for none or several."""
        if self.has(what, text):
            return None
        found: set[str] = set()
        if what == "article":
            found |= {ending for end in (".md", ".txt") if (ending := text.removesuffix(end)) != text}
            # "C" may mean the article c as well as the third one.
            found |= {self.letters[text], text.lower()} if text in self.letters else set()
        else:
            found.add(slugged(text))
        found = {id for id in found if self.has(what, id)}
        if what == "actor":
            found |= self.names.get(_small(text), frozenset())
        return found.pop() if len(found) == 1 else None

    def several(self, what: str, text: str) -> list[str]:
        """Returns the ids that a text names, parted by commas, semicolons or “and”: all or none."""
        parts = [part for part in _PARTED.split(text.strip().strip("[]")) if part]
        ids = [part if self.has(what, part) else self.meant(what, part) for part in parts]
        alone = len(ids) > 1 and not RESERVED_SPEAKERS.isdisjoint(id for id in ids if id)
        return [] if alone or not all(ids) else list(dict.fromkeys(id for id in ids if id))


def entries_with_ids(value: Any) -> Iterable[tuple[str, int, LocatedMapping]]:
    """Yields the entries of lists that have, or should have, an id: the list's field, number, and entry."""
    for field_name in KINDS_OF_LISTS:
        entries = _mapping(value).get(field_name)
        for number, entry in enumerate(entries if isinstance(entries, LocatedList) else ()):
            if isinstance(entry, LocatedMapping):
                yield field_name, number, entry


def entries_by_id(value: Any) -> Iterable[tuple[str, LocatedMapping]]:
    """Yields the mappings whose keys are ids of a briefing's own entries, with their fields."""
    for field_name in KINDS_OF_MAPPINGS:
        entries = _mapping(value).get(field_name)
        if isinstance(entries, LocatedMapping):
            yield field_name, entries


def _mapping(value: Any) -> LocatedMapping:
    return value if isinstance(value, LocatedMapping) else LocatedMapping()


def _names(actor: Any) -> list[str]:
    aliases = _mapping(actor).get("aliases")
    names = [_mapping(actor).get("name"), *(aliases if isinstance(aliases, LocatedList) else ())]
    return [str(name) for name in names if isinstance(name, LocatedText)]


def _small(text: str) -> str:
    return " ".join(text.casefold().split())
