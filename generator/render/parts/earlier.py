"""The history of single entries: when they were added and changed, and a claim's earlier wordings."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.model.changes import Change, History, What
from generator.model.dates import parse
from generator.render.words import phrase


@dataclass(frozen=True)
class Earlier:
    """An earlier wording of a claim.

    Attributes:
        text: the wording.
        by: the ids of its speakers at that time.
        until: the day on which it was changed, in words.
    """

    text: str
    by: tuple[str, ...]
    until: str


@dataclass(frozen=True)
class Times:
    """When an entry was added and when it last changed in substance, in RFC 3339; empty where unknown."""

    added: str = ""
    changed: str = ""


@dataclass(frozen=True)
class EntryHistory:
    """Looks up single entries in the history of a briefing."""

    history: History

    def times(self, kind: str, id: str) -> Times:
        """When the entry ``id`` of a kind was added and last changed."""
        first = self.history.first.time if self.history.first else ""
        return self._times.get((kind, id), Times(first, first))

    def wordings(self, claim: str) -> tuple[Earlier, ...]:
        """A claim's earlier wordings, newest first, without changes of punctuation and capitals alone."""
        return tuple(reversed(self._wordings.get(claim, ())))

    @cached_property
    def _times(self) -> Mapping[tuple[str, str], Times]:
        times: dict[tuple[str, str], Times] = {}
        for version in self.history.versions:
            for change in version.substantive:
                key = (change.kind, change.id)
                added = version.time if change.what is What.ADDED else self._since(times.get(key))
                times[key] = Times(added, version.time)
        return times

    def _since(self, known: Times | None) -> str:
        if known is not None:
            return known.added
        return self.history.first.time if self.history.first else ""

    @cached_property
    def _wordings(self) -> Mapping[str, list[Earlier]]:
        wordings: dict[str, list[Earlier]] = {}
        for version in self.history.versions:
            until = parse(version.date).words() if version.time else phrase("not-committed")
            for change in version.substantive:
                if (text := _reworded(change)) and change.before:
                    by = tuple(change.before.get("by", ()))
                    wordings.setdefault(change.id, []).append(Earlier(text, by, until))
        return wordings


def _reworded(change: Change) -> str:
    part = change.part("text")
    if change.kind != "claim" or part is None or not part.substantive:
        return ""
    return str(part.before or "")
