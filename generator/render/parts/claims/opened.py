"""The view of a claim with its quotes, relations and earlier wordings, for templates and paper."""

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
        segments: the words as the article writes them; between two segments words are left out.
        speech: the kind of speech, in words.
        mark: the kind of speech as its value in the YAML, for style sheets.
        language: a BCP 47 tag, where it is not the site's language; else empty.
        context: its sentence and the neighbours.
        verb: the article's verb for the saying, where the claim's quotes don't have one in common; else None.
        facts: what else holds for these words and isn't told of the whole claim: speaker, origin, date.
    """

    letter: str
    segments: tuple[str, ...]
    speech: str
    mark: str
    language: str
    context: ContextView
    verb: SourceText | None
    facts: tuple[str, ...]
    translation: str
    note: str


@dataclass(frozen=True)
class RelationView:
    """A claim's relation to another.

    Attributes:
        says: the kind of the relation, in words.
        other: the claim that it leads to.
        note: the editor's reason.
        shared: the notice that both claims go back to one origin, where they do; else empty.
    """

    says: str
    other: ClaimLink
    note: str
    shared: str


@dataclass(frozen=True)
class InferredView:
    """A word of the claim that its quotes don't have, with the editor's reason."""

    text: str
    reason: str


@dataclass(frozen=True)
class EarlierView:
    """An earlier wording of a claim; its speaker then, where that differs from today's, else empty."""

    until: str
    speaker: str
    text: str


@dataclass(frozen=True)
class CitedView:
    """A quote as a memo cites it.

    Attributes:
        words: the whole quote in one line.
        letter: the source's letter.
        place: its place in the source, in words.
        label: the source's title or opening words.
        known: the source's publisher and date.
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
    """A claim as pages and paper show it.

    Attributes:
        lead: what stands before the text above its quotes; empty where the text opens with who says it.
        text: the claim's wording; empty where it was withdrawn and taken out.
        correction: the address of the form for a correction; empty without a repository.
        verb: the article's verb for the saying; None where it has none.
        said: when it was said.
        happened: when what it tells of happened.
        added: since when it stands here, in RFC 3339; empty where that is not known.
        changed: when it last changed in substance, likewise.
        cited: its quotes as a memo cites them.
        compare: links to the questions that tell how accounts differ on it.
    """

    id: str
    link: ClaimLink
    lead: str
    text: str
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
