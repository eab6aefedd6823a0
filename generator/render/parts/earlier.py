"""What a history says of single entries: since when they stand, when they changed, how they were worded."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.model.changes import Change, History, What
from generator.model.dates import parse
from generator.render.words import phrase


@dataclass(frozen=True)
class Earlier:
    """How a claim was worded before.

    Attributes:
        text: the wording.
        by: the ids of its speakers then.
        until: the day on which it was changed, in words.
    """

    text: str
    by: tuple[str, ...]
    until: str


@dataclass(frozen=True)
class Times:
    """When an entry came and when it last changed for readers, in RFC 3339; empty where it is not known."""

    added: str = ""
    changed: str = ""


@dataclass(frozen=True)
class EntryHistory:
    """The entries' lives, worked out from a history once."""

    history: History

    def times(self, kind: str, id: str) -> Times:
        """Since when an entry stands, and when it last changed."""
        first = self.history.first.time if self.history.first else ""
        return self._times.get((kind, id), Times(first, first))

    def wordings(self, claim: str) -> tuple[Earlier, ...]:
        """A claim's earlier wordings, the newest first; marks and capitals alone make none."""
        return tuple(reversed(self._wordings.get(claim, ())))

    @cached_property
    def _times(self) -> Mapping[tuple[str, str], Times]:
        found: dict[tuple[str, str], Times] = {}
        for version in self.history.versions:
            for change in version.substantive:
                key = (change.kind, change.id)
                added = version.time if change.what is What.ADDED else self._since(found.get(key))
                found[key] = Times(added, version.time)
        return found

    def _since(self, known: Times | None) -> str:
        if known is not None:
            return known.added
        return self.history.first.time if self.history.first else ""

    @cached_property
    def _wordings(self) -> Mapping[str, list[Earlier]]:
        found: dict[str, list[Earlier]] = {}
        for version in self.history.versions:
            until = parse(version.date).words() if version.time else phrase("not-committed")
            for change in version.substantive:
                if (text := _reworded(change)) and change.before:
                    by = tuple(change.before.get("by", ()))
                    found.setdefault(change.id, []).append(Earlier(text, by, until))
        return found


def _reworded(change: Change) -> str:
    part = change.part("text")
    if change.kind != "claim" or part is None or not part.substantive:
        return ""
    return str(part.before or "")
