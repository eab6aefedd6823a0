"""The models of data files: the index, a briefing, and an actor."""

from typing import Final, Literal

from pydantic import BaseModel, Field

from generator.model.dated import StatedDate, Withdrawn
from generator.model.entries import Actor, Summary
from generator.model.texts import Id
from generator.render.exports.model_parts import (
    URL,
    ActorData,
    AnswersData,
    ArticleData,
    AsideData,
    AssessmentData,
    ClaimData,
    Data,
    EventData,
    Ids,
    MatterData,
    MomentData,
    OriginData,
    QuestionData,
    VersionData,
)

FORMAT: Final = 2
"""The version of the data format; it goes up when programs that read these files have to change."""


class Head(Data):
    """What every file of data begins with."""

    format: Literal[2] = Field(description="Goes up when readers of these files have to change.")
    record: str = Field(description="What the file tells of.")
    url: str = Field(description=URL)


class BriefingData(Summary, Head):
    """All that is written in a briefing, and all that was worked out from it."""

    record: Literal["briefing"] = Field(description="What the file tells of.")
    slug: Id = Field(description="Its folder and the end of its address.")
    version: str | None = Field(description="The id that git gives its folder.")
    last_changed: str | None = Field(
        description="When it last changed in substance, in RFC 3339; left out when that is not known."
    )
    # Nobody changes these dicts, so they may be narrowed as the tuples are.
    actors: dict[Id, ActorData] = Field(  # type: ignore[assignment]
        description="Who is named."
    )
    articles: dict[Id, ArticleData] = Field(description="The sources.")
    origins: dict[Id, OriginData] = Field(  # type: ignore[assignment]
        description="Where things were first said."
    )
    matters: dict[Id, MatterData] = Field(  # type: ignore[assignment]
        description="The sections, in the order in which readers see them."
    )
    claims: tuple[ClaimData, ...] = Field(description="Who says what, on which words.")
    questions: tuple[QuestionData, ...] = Field(description="What is still open, and what was answered.")
    assessments: tuple[AssessmentData, ...] = Field(description="The editors' own judgements.")
    events: tuple[EventData, ...] = Field(description="Dated lines.")
    set_aside: tuple[AsideData, ...] = Field(description="Passages that no claim needs.")
    timeline: tuple[MomentData, ...] = Field(description="Every date, earliest first.")
    answers: tuple[AnswersData, ...] = Field(description="Of whom something is said, and their answers.")
    versions: tuple[VersionData, ...] | None = Field(
        description="Since it was first published, oldest first; left out when they are not known."
    )


class ClaimRef(Data):
    """A claim as it is named from elsewhere."""

    briefing: Id = Field(description="The briefing's slug.")
    claim: Id = Field(description="The claim's id.")
    url: str = Field(description=URL)
    speaker: str = Field(description="Who says it, in words.")
    sentence: str | None = Field(description="As it may stand alone; not of a withdrawn one.")
    withdrawn: bool = Field(description="Whether it was withdrawn.")


class ActorFile(Actor, Head):
    """Who an actor is, and its claims in all briefings."""

    record: Literal["actor"] = Field(description="What the file tells of.")
    id: Id = Field(description="Its id on the whole site.")
    says: tuple[ClaimRef, ...] = Field(description="Claims by it.")
    about: tuple[ClaimRef, ...] = Field(description="Claims about it.")
    passed_on: tuple[ClaimRef, ...] = Field(description="Claims that it passed on.")


class Counts(Data):
    """How much a briefing holds; what was withdrawn is not counted."""

    claims: int = Field(description="Claims.", ge=0)
    questions: int = Field(description="Questions.", ge=0)
    open_questions: int = Field(description="Those not answered yet.", ge=0)
    sources: int = Field(description="Sources.", ge=0)


class BriefingLine(Data):
    """A briefing in the list of all."""

    slug: Id = Field(description="The end of its address.")
    title: str | None = Field(description="Its title, if it still has one.")
    url: str = Field(description=URL)
    data: str = Field(description="The file with all of it.")
    status: Literal["draft", "published", "archived"] | None = Field(description="Its status.")
    as_of: StatedDate | None = Field(description="The date up to which it knows.")
    topics: Ids = Field(description="What it belongs to.")
    version: str | None = Field(description="The id that git gives its folder.")
    last_changed: str | None = Field(description="When it last changed in substance, in RFC 3339.")
    withdrawn: Withdrawn | None = Field(description="When and why it was withdrawn.")
    counts: Counts = Field(description="How much it holds.")


class ActorLine(Data):
    """An actor in the list of all."""

    id: Id = Field(description="Its id.")
    name: str | None = Field(description="Its name, if it still has one.")
    kind: Literal["person", "state", "organisation", "group"] | None = Field(description="What it is.")
    url: str = Field(description=URL)
    data: str = Field(description="The file with its claims.")
    withdrawn: bool = Field(description="Whether it was withdrawn.")


class IndexData(Head):
    """What there is."""

    record: Literal["index"] = Field(description="What the file tells of.")
    name: str = Field(description="The site's name.")
    site: str | None = Field(
        description="The address that all others here are below; left out when not known."
    )
    described_by: str = Field(description="The JSON Schema of these files.")
    table: str = Field(description="All claims as one table (CSV).")
    table_described_by: str = Field(description="What its columns hold (the W3C's CSV on the Web).")
    feed: str | None = Field(description="The Atom feed of the whole site; left out when there is none.")
    briefings: tuple[BriefingLine, ...] = Field(description="Every briefing, by its slug.")
    actors: tuple[ActorLine, ...] = Field(description="Everybody who is named, by id.")


FILES: Final[tuple[type[BaseModel], ...]] = (IndexData, BriefingData, ActorFile)
"""What a data file can be."""
