"""A claim with all that belongs to it, as templates and paper receive it."""

from dataclasses import dataclass

from generator.render.parts.claims.links import ClaimLink
from generator.render.parts.claims.passages import ContextView
from generator.render.parts.claims.tombstones import TombstoneView
from generator.render.parts.dates import DateView
from generator.render.parts.links import Link
from generator.render.parts.source_labels import SourceText


@dataclass(frozen=True)
class QuoteView:
    """A quote below its claim.

    Attributes:
        letter: the source's letter.
        segments: the words as the article writes them; between two of them words are left out.
        speech: whose words they are.
        mark: the same as one word, for the look of the page.
        language: a BCP 47 tag, where it is not the site's own language; else empty.
        context: its sentence and the neighbours, and where to read on.
        first_said: where these words were first said, where the claim doesn't tell it for all its quotes.
    """

    letter: str
    segments: tuple[str, ...]
    speech: str
    mark: str
    language: str
    context: ContextView
    first_said: str
    translation: str
    note: str


@dataclass(frozen=True)
class RelationView:
    """How a claim stands to another.

    Attributes:
        told: whether wordings and note stand among the differing accounts, so that naming it is enough:
            by speaker, kind of speech and sources, and by its opening where those are another's too.
        shared: that both lead to one place all the same, where they do; else empty.
    """

    says: str
    other: ClaimLink
    note: str
    told: bool
    shared: str


@dataclass(frozen=True)
class InferredView:
    """A word of the claim that its quotes don't have, and why it is there."""

    text: str
    reason: str


@dataclass(frozen=True)
class EarlierView:
    """How a claim was worded before, until when, and by whom, where that was somebody else."""

    until: str
    speaker: str
    text: str


@dataclass(frozen=True)
class CitedView:
    """A quote as a memo gives it: the source's own words, whose they are, and where they stand.

    Attributes:
        words: the whole quote in one line.
        label: what the source is called.
        known: its publisher and date.
    """

    speaker: str
    speech: str
    words: SourceText
    letter: str
    place: str
    label: SourceText
    known: str


@dataclass(frozen=True)
class ClaimView:
    """A claim with all that belongs to it.

    Attributes:
        added: since when it stands here, in RFC 3339; empty where that is not known.
        changed: when it last changed for readers, likewise.
        verb: the article's own, for the saying; None where it has none.
        cited: its quotes as a memo gives them; none in the rows of differing accounts.
        compare: the differing accounts that it stands in; none in their own rows.
    """

    id: str
    link: ClaimLink
    correction: str
    verb: SourceText | None
    facts: tuple[str, ...]
    about: tuple[Link, ...]
    speakers: tuple[Link, ...]
    said: DateView | None
    happened: DateView | None
    quotes: tuple[QuoteView, ...]
    relations: tuple[RelationView, ...]
    inferred: tuple[InferredView, ...]
    note: str
    withdrawn: TombstoneView | None
    added: str
    changed: str
    earlier: tuple[EarlierView, ...]
    cited: tuple[CitedView, ...] = ()
    compare: tuple[Link, ...] = ()
