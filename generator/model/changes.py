"""Changes of entries and versions of briefings: the data of a briefing's history."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final, Literal

Plain = Mapping[str, Any]
"""An entry as plain values (text, true, lists, mappings), by the names of its fields; defaults left out."""

Kind = Literal[
    "briefing",
    "sentence",
    "claim",
    "question",
    "assessment",
    "event",
    "origin",
    "matter",
    "actor",
    "source",
    "aside",
]
"""Kind of an entry: "sentence" is one of the bottom line, "aside" a passage that was set aside."""


class What(StrEnum):
    """What happened to an entry. Removed is not withdrawn: nothing stands at its address any more."""

    ADDED = "added"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    REMOVED = "removed"


class Alarm(StrEnum):
    """What a reviewer looks at first: what changed under quotes that stand as they were, or a source."""

    SOURCE = "source"
    SPEAKER = "speaker"
    CLASS = "class"
    NUMBER = "number"
    NEGATION = "negation"


@dataclass(frozen=True)
class Part:
    """A changed field of an entry, or one changed quote or relation.

    Attributes:
        field: the field's name; several parts may be of ``evidence``, ``relations`` or ``inferred``, one for
            each entry.
        before: its plain value; None where there was none. The whole list, where only its order differs.
        after: likewise.
        substantive: whether readers are told; a change that is not substantive is editorial.
    """

    field: str
    before: Any
    after: Any
    substantive: bool


@dataclass(frozen=True)
class Change:
    """A change of one entry between two versions.

    Attributes:
        kind: what the entry is.
        id: its id; of a sentence its number from 1, of an aside a short hash of its place; empty for the
            briefing itself.
        what: the kind of the change.
        before: the whole entry as it was; None when it is new, or when it may no longer be shown.
        after: the whole entry as it is; None when it was removed, or when it may no longer be shown.
        parts: the changed fields, in the order of the fields; empty when it was added or removed.
        alarms: what changed while the quotes stayed the same; of a source in a diff, that it changed.
        substantive: whether readers are told.
        hidden: whether before and after were left out because the entry's text was taken out.
    """

    kind: Kind
    id: str
    what: What
    before: Plain | None = None
    after: Plain | None = None
    parts: tuple[Part, ...] = ()
    alarms: tuple[Alarm, ...] = ()
    substantive: bool = True
    hidden: bool = False

    def part(self, field: str) -> Part | None:
        """Returns the first changed part of this field, or None."""
        return next((part for part in self.parts if part.field == field), None)


@dataclass(frozen=True)
class Version:
    """A briefing as it stood from one commit to the next.

    Attributes:
        tree: the id that git gives the briefing's folder: ``git rev-parse REVISION:briefings/<slug>``.
        time: when it was committed, in RFC 3339 and UTC: ``2026-11-22T10:04:00Z``. Empty for what is not
            committed yet.
        commit: the commit's id; empty for what is not committed yet.
        changes: its changes to the version before; empty for the first.
        day: the day of that time in the site's time zone; empty where that is UTC.
    """

    tree: str
    time: str = ""
    commit: str = ""
    changes: tuple[Change, ...] = ()
    day: str = ""

    @property
    def date(self) -> str:
        """Day of the commit, as readers are told it: ``2026-11-22``; empty for what is not committed yet."""
        return self.day or self.time[:10]

    @property
    def substantive(self) -> tuple[Change, ...]:
        """Changes that readers are told of."""
        return tuple(change for change in self.changes if change.substantive)


@dataclass(frozen=True)
class History:
    """Versions of a briefing since it was first published, oldest first; empty where they are not known."""

    versions: tuple[Version, ...] = ()

    @property
    def first(self) -> Version | None:
        """Version in which the briefing was first published."""
        return self.versions[0] if self.versions else None

    @property
    def last_changed(self) -> Version | None:
        """Last version with a substantive change, else the first version."""
        changed = [version for version in self.versions if version.substantive]
        return changed[-1] if changed else self.first


@dataclass(frozen=True)
class Past:
    """Histories of all briefings.

    Attributes:
        histories: by slug.
        missing: why there is no history, as a key of the catalogue of words; empty where there is one.
        undated: ids of commits whose date can't be read; what they changed is told with the next version.
    """

    histories: Mapping[str, History] = field(default_factory=dict)
    missing: str = ""
    undated: tuple[str, ...] = ()

    def of(self, slug: str) -> History:
        """Returns the history of one briefing; an empty one where nothing is known."""
        return self.histories.get(slug, NO_HISTORY)


NO_HISTORY: Final = History()
NO_PAST: Final = Past(missing="no-repository")
