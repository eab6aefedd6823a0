"""The view of a briefing: what its page shows, and what its paper and its data are made of."""

from dataclasses import dataclass
from typing import Final

from generator.render.briefing.matters import MatterView
from generator.render.briefing.who_on_what import TableView
from generator.render.escape import Safe
from generator.render.parts.changes.versions import VersionView
from generator.render.parts.claims.links import ClaimLink
from generator.render.parts.claims.opened import ClaimView
from generator.render.parts.claims.tombstones import TombstoneView
from generator.render.parts.dates import DateView
from generator.render.parts.lettered import TextPiece
from generator.render.parts.links import Link
from generator.render.parts.questions import QuestionView
from generator.render.parts.sources import OriginView, SourceLink
from generator.render.parts.timeline import MomentView

FIRST_SOURCES: Final = 6
"""How many sources are listed before the others are folded, and on the first sheet of paper."""


@dataclass(frozen=True)
class SentenceView:
    """A line of the bottom line and the claims it rests on; its label is empty in the first."""

    label: str
    text: str
    pieces: tuple[TextPiece, ...]
    claims: tuple[ClaimLink, ...]

    @property
    def sentence(self) -> str:
        """The label and the text, which read as one sentence."""
        return f"{self.label} {self.text}" if self.label else self.text


@dataclass(frozen=True)
class AssessmentView:
    """A judgement of the editors; ``made`` tells by whom and when, as far as that is known."""

    id: str
    text: str
    scale: str
    claims: tuple[ClaimLink, ...]
    by: str
    date: DateView | None
    note: str
    withdrawn: TombstoneView | None


@dataclass(frozen=True)
class QuestionGroup:
    """Questions that one origin would answer; its title is empty where the questions are not grouped."""

    title: str
    questions: tuple[QuestionView, ...]


@dataclass(frozen=True)
class WithdrawnView:
    """The withdrawn entries of a briefing."""

    claims: tuple[ClaimView, ...]
    questions: tuple[QuestionView, ...]
    assessments: tuple[AssessmentView, ...]
    events: tuple[MomentView, ...]

    @property
    def count(self) -> int:
        """How many there are."""
        return sum(map(len, (self.claims, self.questions, self.assessments, self.events)))


@dataclass(frozen=True)
class BriefingView:
    """A briefing as its page, its paper and its data show it.

    Attributes:
        state: the notices of a draft and of an archived briefing.
        known: what the sources are worth, in a few words.
        edited: the day of the last substantive change, in words; empty where it is not known.
        changed_time: the time of that change in RFC 3339; empty likewise.
        zone: the time zone of the site's days, by IANA's name.
        since_words: the words of the script that marks what is new, as a JSON object.
        lede: the first line of the bottom line; None without any.
        lines: the other lines of the bottom line.
        assessments: the live judgements of the editors.
        differing: the open questions on which accounts differ.
        unanswered: the other open questions, in groups where they are many.
        answered: the answered questions.
        get_first: the titles of the origins that would answer most, with how many questions each answers.
        unheard: the persons and states that are spoken of and not heard.
        matters: the sections with their claims.
        halves: the same, divided into two halves.
        table: who is reported on what; None where that tells nothing.
        timeline: the dates, where there are enough of them to be in an order; else empty.
        picture: those dates drawn to scale; empty with too few.
        withdrawn_entries: what was withdrawn.
        topics: links to the pages of its topics.
        edit: the address where its file can be edited; empty without a repository.
        no_history: why nothing is known of its changes; empty where it is known.
        address: its own address on the web; empty where that is not known.
        downloads: links to its PDF and Word files.
        numbered: the anchors of claims and questions with what paper calls each.
    """

    slug: str
    title: str
    withdrawn: TombstoneView | None
    draft: bool
    archived: bool
    known: str
    as_of: DateView | None
    edited: str
    changed_time: str
    zone: str
    since_words: str
    lede: SentenceView | None
    lines: tuple[SentenceView, ...]
    assessments: tuple[AssessmentView, ...]
    differing: tuple[QuestionView, ...]
    unanswered: tuple[QuestionGroup, ...]
    answered: tuple[QuestionView, ...]
    get_first: tuple[tuple[str, str], ...]
    unheard: tuple[Link, ...]
    matters: tuple[MatterView, ...]
    halves: tuple[tuple[MatterView, ...], ...]
    table: TableView | None
    sources: tuple[SourceLink, ...]
    origins: tuple[OriginView, ...]
    timeline: tuple[MomentView, ...]
    picture: Safe
    withdrawn_entries: WithdrawnView
    note: str
    topics: tuple[Link, ...]
    editors: str
    edit: str
    last_version: VersionView | None
    all_changes: Safe
    no_history: str
    citation: str
    address: str
    print_footer: str
    downloads: tuple[Link, ...]
    data: Safe
    numbered: tuple[tuple[Safe, str], ...]

    @property
    def bottom_line(self) -> tuple[SentenceView, ...]:
        """All lines of the bottom line, the lede first."""
        return (self.lede, *self.lines) if self.lede else ()

    @property
    def first_sources(self) -> tuple[SourceLink, ...]:
        """The sources that are listed at first."""
        return self.sources[:FIRST_SOURCES]

    @property
    def more_sources(self) -> tuple[SourceLink, ...]:
        """The sources that stand folded, where there are many."""
        return self.sources[FIRST_SOURCES:]

    @property
    def claims(self) -> tuple[ClaimView, ...]:
        """All live claims, in the order of the page."""
        return tuple(claim for matter in self.matters for claim in matter.claims)

    @property
    def not_differing(self) -> tuple[QuestionView, ...]:
        """All open questions on which no difference is told."""
        return tuple(question for group in self.unanswered for question in group.questions)

    @property
    def questions(self) -> tuple[QuestionView, ...]:
        """All live questions, in the order of the page."""
        return (*self.differing, *self.not_differing, *self.answered)
