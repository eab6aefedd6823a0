"""The view of a claim with its quotes, relations and earlier wordings, for templates and paper."""

from dataclasses import dataclass

from generator.render.parts.claims.links import ClaimLink
from generator.render.parts.claims.passages import ContextView
from generator.render.parts.claims.tombstones import TombstoneView
from generator.render.parts.dates import DateView
from generator.render.parts.lettered import TextPiece
from generator.render.parts.links import Link
from generator.render.parts.source_labels import SourceText


@dataclass(frozen=True)
class QuoteView:
    """A quote below its claim.

    Attributes:
        letter: the source's letter.
        told: what the chip tells behind it: "quoted", or who says it.
        segments: the words as the article writes them; between two segments words are left out.
        mark: the kind of speech as its value in the YAML, for style sheets.
        language: a BCP 47 tag, where it is not the site's language; else empty.
        context: its place and its sentence.
        repeats: whether its sentence is the claim's own line, so that it need not stand there again.
        verb: the article's verb for the saying, where an editor set it; else None.
        facts: what else holds for these words and isn't told of the whole claim: class, origin, date.
    """

    letter: str
    told: str
    segments: tuple[str, ...]
    mark: str
    language: str
    context: ContextView
    repeats: bool
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
class RemarkView:
    """A paragraph below a claim: what it tells, in a few words, and its text."""

    lead: str
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
        link: the claim as other entries refer to it.
        line: its sentence, with the speaker's name and a chip for each source.
        facts: what holds for all of it: where first said, and what only some of its sources have.
        said: when it was said.
        happened: when what it tells of happened.
        speakers: links to the pages of those who say it.
        about: links to the pages of those whom it is about.
        differ: links to the questions that tell how accounts differ on it.
        questions: links to the other questions that it bears on.
        remarks: words that its quotes don't have, each with the reason, and its earlier wordings.
        correction: the address of the form for a correction; empty without a repository.
        contact: the address at which the team can be written to about it; empty where they gave none.
        cited: its quotes as a memo cites them.
        added: since when it stands here, in RFC 3339; empty where that is not known.
        changed: when it last changed in substance, likewise.
    """

    id: str
    link: ClaimLink
    line: tuple[TextPiece, ...]
    quotes: tuple[QuoteView, ...]
    facts: tuple[str, ...]
    said: DateView | None
    happened: DateView | None
    speakers: tuple[Link, ...]
    about: tuple[Link, ...]
    differ: tuple[Link, ...]
    questions: tuple[Link, ...]
    relations: tuple[RelationView, ...]
    remarks: tuple[RemarkView, ...]
    note: str
    correction: str
    contact: str
    cited: tuple[CitedView, ...]
    withdrawn: TombstoneView | None
    added: str
    changed: str
