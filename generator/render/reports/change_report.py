"""What a reviewer is told of one change."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A field that changed: its name, and its value before and after; empty where it had or has none."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Context:
    """A quote's context: its sentence, cut into lead, quote and rest, and the sentences before and after."""

    source: str
    before: str
    lead: str
    quote: str
    rest: str
    after: str


@dataclass(frozen=True)
class PassageReport:
    """A claim's passage of which something changed in its source: the claim, and what changed."""

    claim: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class ChangeReport:
    """A change as a reviewer reads it.

    Attributes:
        what: what happened to which kind of entry.
        name: the entry's text, and its id in brackets.
        alarms: what changed under quotes that stand as they were, in words.
        substantive: whether readers are told of the change.
        rows: the fields that differ; of an entry that was added or removed, all but its text.
        contexts: the passages of a claim that was added or changed.
        passages: of a source, the passages of claims that changed with it.
    """

    what: str
    name: str
    alarms: tuple[str, ...]
    substantive: bool
    rows: tuple[Row, ...]
    contexts: tuple[Context, ...]
    passages: tuple[PassageReport, ...] = ()
