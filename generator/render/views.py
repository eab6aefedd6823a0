"""What templates receive: plain values in the reader's words, nothing left to compute."""

from dataclasses import dataclass

from generator.render.escape import Safe


@dataclass(frozen=True)
class Link:
    """A link and what it says."""

    text: str
    href: Safe


@dataclass(frozen=True)
class SourceText:
    """What a source itself says, and in which language.

    Attributes:
        text: the words as the source writes them.
        language: a BCP 47 tag, where it is not the site's own language; else empty.
    """

    text: str
    language: str = ""


@dataclass(frozen=True)
class DateView:
    """A date in the reader's words.

    Attributes:
        words: the date itself; an article's words for it where nothing else is known of it.
        as_stated: the article's words for it, or empty.
        inferred_from: what the value was inferred from, or empty.
        outside: whether that is something the articles don't say.
        language: of the article's words, where that is known and not the site's own; else empty.
    """

    words: str
    as_stated: str = ""
    inferred_from: str = ""
    outside: bool = False
    language: str = ""


@dataclass(frozen=True)
class TombstoneView:
    """When and why something was withdrawn, and what took its place."""

    date: DateView
    reason: str
    replaced_by: Link | None


@dataclass(frozen=True)
class ClaimLink:
    """A claim named from elsewhere: the speaker and the kind of speech always come first.

    Attributes:
        speaker: who says it, with who passed it on.
        speech: whose words its quotes hold: "spoken words", "paraphrased".
        behind: the same as it stands before the wording, which is ours: "from spoken words".
        text: the claim's wording; empty when it was withdrawn and taken out.
        letters: the sources it rests on: "A", "A and B".
        href: the claim's own place.
        own_voice: whether an article itself says it, so that the speaker names the source already.
        withdrawn: whether it was withdrawn.
        opening: how its wording begins, where one before it in the same row has the same speaker, kind of
            speech and sources, so that nothing else tells them apart; else empty.
    """

    speaker: str
    speech: str
    behind: str
    text: str
    letters: str
    href: Safe
    own_voice: bool
    withdrawn: bool
    opening: str = ""


@dataclass(frozen=True)
class Run:
    """A stretch of an article's text.

    Attributes:
        text: the words.
        space: whether white space stands before them.
        marked: whether they are marked: quoted, on a source's page; differing, among accounts.
        starts: the addresses of the quotes that begin here.
    """

    text: str
    space: bool
    marked: bool
    starts: tuple[str, ...]


@dataclass(frozen=True)
class ContextView:
    """Where a quote stands.

    Attributes:
        letter: the source's.
        place: in words: "paragraph 2, sentence 1".
        before: the sentence before; empty where there is none, or it may not be shown.
        runs: the quote's own sentence or sentences, the quoted words marked.
        after: the sentence after, likewise.
        left_out: whether a neighbour was left out because the site does not show it anywhere.
        href: the quote's place on the source's page.
        publisher: the same on the publisher's own page; empty where its address is not known.
    """

    letter: str
    place: str
    before: str
    runs: tuple[Run, ...]
    after: str
    left_out: bool
    href: Safe
    publisher: str


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


@dataclass(frozen=True)
class WordingView:
    """One quote of a row, cut into runs; its language where that is not the site's own.

    Attributes:
        mark: whose words they are, as one word, for the look of the page.
    """

    letter: str
    mark: str
    segments: tuple[tuple[Run, ...], ...]
    language: str


@dataclass(frozen=True)
class RowView:
    """One of several accounts of a thing."""

    link: ClaimLink
    verb: SourceText | None
    facts: tuple[str, ...]
    said: DateView | None
    wordings: tuple[WordingView, ...]


@dataclass(frozen=True)
class DifferenceView:
    """How two rows stand to each other ("2 says more than 1"), and the editor's note."""

    says: str
    note: str


@dataclass(frozen=True)
class SettlesView:
    """A question that the accounts leave open."""

    text: str
    href: Safe
    would_settle: str


@dataclass(frozen=True)
class AccountView:
    """Accounts that differ, read together.

    Attributes:
        title: the words that differ; who differs, and how, where no words are marked.
        who: who differs, and how, where the title doesn't tell it.
        speakers: who differs, by name, likewise.
    """

    anchor: str
    title: str
    who: str
    speakers: str
    rows: tuple[RowView, ...]
    differences: tuple[DifferenceView, ...]
    settles: tuple[SettlesView, ...]


@dataclass(frozen=True)
class MatterView:
    """A section of a briefing."""

    anchor: str
    title: str
    note: str
    accounts: tuple[AccountView, ...]
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True)
class SentenceView:
    """A sentence of the bottom line and the claims it rests on."""

    text: str
    claims: tuple[ClaimLink, ...]


@dataclass(frozen=True)
class AnswerView:
    """The answer to a question."""

    text: str
    claims: tuple[ClaimLink, ...]
    date: DateView | None


@dataclass(frozen=True)
class QuestionView:
    """A question and its life; one that is partly answered is still open."""

    id: str
    text: str
    status: str
    still_open: bool
    partly: bool
    would_settle: str
    claims: tuple[ClaimLink, ...]
    compare: tuple[Link, ...]
    opened: DateView | None
    checked: DateView | None
    answer: AnswerView | None
    note: str
    href: Safe
    withdrawn: TombstoneView | None
    added: str
    changed: str


@dataclass(frozen=True)
class AssessmentView:
    """A judgement of the editors."""

    id: str
    text: str
    scale: str
    claims: tuple[ClaimLink, ...]
    by: str
    date: DateView | None
    note: str
    withdrawn: TombstoneView | None


@dataclass(frozen=True)
class MomentView:
    """A dated line of the timeline.

    Attributes:
        id: the event's place on the page; empty for a date of claims.
        date: None for a withdrawn event whose date was taken out.
        kind: what the date is of: "happened", "said"; empty for an event.
        text: the event's text; empty for a date of claims.
    """

    id: str
    date: DateView | None
    kind: str
    text: str
    claims: tuple[ClaimLink, ...]
    withdrawn: TombstoneView | None


@dataclass(frozen=True)
class OriginView:
    """Where things were first said.

    Attributes:
        counts_once: the letters of several sources that all lead here, so that they are one; else empty.
    """

    id: str
    title: str
    kind: str
    by: tuple[Link, ...]
    date: DateView | None
    derived_from: str
    counts_once: str
    note: str


@dataclass(frozen=True)
class SourceLink:
    """A source named on a briefing's page; its web address is written out on paper alone."""

    letter: str
    label: SourceText
    href: Safe
    known: str
    withdrawn: bool
    address: str = ""


@dataclass(frozen=True)
class ActorLine:
    """An actor in a list."""

    name: str
    kind: str
    role: str
    href: Safe
    says: int
    about: int
    withdrawn: bool


@dataclass(frozen=True)
class AsideView:
    """A passage that was read and not used; its words only where the site shows them anyway."""

    letter: str
    place: str
    words: tuple[str, ...]
    language: str
    reason: str
    context: Safe | None


@dataclass(frozen=True)
class BriefingLine:
    """A briefing in a list.

    Attributes:
        last_changed: the day of its last substantive change, in words; empty where it is not known.
        changed_time: the same in RFC 3339, likewise.
        first: the first sentence of its bottom line, or empty.
        open_questions: how many there are.
    """

    slug: str
    title: str
    href: Safe
    as_of: DateView | None
    last_changed: str
    changed_time: str
    first: str
    open_questions: int
    archived: bool
    withdrawn: bool
    draft: bool


@dataclass(frozen=True)
class CarriesView:
    """A quote of an extract, and the claims it carries."""

    words: tuple[str, ...]
    claims: tuple[ClaimLink, ...]


@dataclass(frozen=True)
class ExtractView:
    """Whole sentences of an article, the quoted words marked, and what they carry."""

    place: str
    runs: tuple[Run, ...]
    carries: tuple[CarriesView, ...]


@dataclass(frozen=True)
class Fact:
    """A line of a source's description.

    Attributes:
        name: what is told.
        value: the text; of a date, its words.
        href: where the text leads, or empty.
        date: the date that is told, or None.
        language: of the text, where it is the source's own and not in the site's language; else empty.
    """

    name: str
    value: str
    href: str = ""
    date: DateView | None = None
    language: str = ""
