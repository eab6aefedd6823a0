"""Every entry of a briefing and every field it may have, declared once."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.entry import Entry, needed
from generator.model.located import Unquoted
from generator.model.texts import DateText, Flag, Id, Item, Language, Line, Name, Text, Url, listed

Ids = tuple[Id, ...]

_Segments = Annotated[tuple[Text, ...], Field(min_length=1, max_length=12)]
Quote = Annotated[_Segments, BeforeValidator(listed, json_schema_input_type=Text | _Segments)]
"""One text, or the segments of one."""

Modality = Literal[
    "asserts",
    "denies",
    "acknowledges",
    "believes",
    "infers",
    "predicts",
    "warns",
    "offers",
    "considers",
    "urges",
    "criticises",
    "expresses",
    "reports",
]
RelationKind = Literal[
    "contradicts", "corroborates", "differs-in-scope", "goes-further-than", "later-position-of"
]
Likelihood = Literal[
    "almost no chance",
    "very unlikely",
    "unlikely",
    "roughly even chance",
    "likely",
    "very likely",
    "almost certain",
]


class StatedDate(Entry):
    """A date: its value, the words that the source gives for it, and how the one follows from the other."""

    edtf: DateText | None = Field(
        None, description="The value in EDTF (ISO 8601-2): 2024-10-13, 2024-11-01~, XXXX-10-13."
    )
    as_stated: Line | None = Field(None, description="The words of an article that give the date.")
    inferred_from: Text | None = Field(None, description="What the value was inferred from.")
    outside: Flag = Field(False, description="true where the inference uses what the articles don't say.")

    @model_validator(mode="after")
    def _something(self) -> "StatedDate":
        if self.edtf is None and self.as_stated is None:
            raise PydanticCustomError("empty-date", "empty", {})
        if self.outside and self.inferred_from is None:
            raise PydanticCustomError("outside-unexplained", "unexplained", {})
        return self


def _as_mapping(value: object) -> object:
    unquoted = isinstance(value, Unquoted) and value.kind != "null"
    return {"edtf": value} if isinstance(value, str) or unquoted else value


Date = Annotated[StatedDate, BeforeValidator(_as_mapping, json_schema_input_type=DateText | StatedDate)]


class Withdrawn(Entry):
    """A tombstone: when and why an entry was withdrawn."""

    date: Date = Field(description="When it was withdrawn.")
    reason: Text = Field(description="Why, in words for readers.")
    replaced_by: Id | None = Field(None, description="The entry that took its place, if one did.")


WITHDRAWN = Field(None, description="Withdrawn: the address stays and tells when and why.")
NOTE = Field(None, description="A note for readers.")


class Actor(Entry):
    """A person, state, organisation or group."""

    name: Name = needed("The name that readers see.")
    kind: Literal["person", "state", "organisation", "group"] | None = needed("What it is.", None)
    aliases: tuple[Name, ...] = Field(
        (), description="Other names by which the articles or the team call it."
    )
    role: Line | None = Field(None, description="Its office or function, as the articles give it.")
    member_of: Annotated[Ids, BeforeValidator(listed, json_schema_input_type=Id | Ids)] = Field(
        (), description="The actors that it belongs to."
    )
    wikidata: Item | None = Field(None, description="Its Wikidata item, such as Q212.")
    note: Text | None = NOTE
    withdrawn: Withdrawn | None = WITHDRAWN


class Origin(Entry):
    """Where something was first said."""

    title: Line = Field(description="What readers see after 'first said in'.")
    kind: Literal["interview", "speech", "meeting", "press-remark", "statement", "document"] = Field(
        description="What kind of occasion it was."
    )
    by: Annotated[Ids, BeforeValidator(listed, json_schema_input_type=Id | Ids)] = Field(
        (), description="Whose words they are."
    )
    date: Date | None = Field(None, description="When it took place.")
    derived_from: Id | None = Field(None, description="The origin that this one passes on.")
    note: Text | None = NOTE


class Matter(Entry):
    """What a group of claims is about: a section of the briefing."""

    title: Line = Field(description="The section's heading.")
    note: Text | None = NOTE


class Evidence(Entry):
    """A quote that carries a claim: a W3C TextQuoteSelector."""

    article: Id = Field(description="The article that the words stand in.")
    exact: Quote = Field(
        description="The words, as they stand; a list of segments where words between them are left out."
    )
    prefix: Text | None = Field(
        None, description="The words just before, where the quote alone occurs twice."
    )
    suffix: Text | None = Field(None, description="The words just after, where the quote alone occurs twice.")
    origin: Id | None = Field(None, description="Where these words were first said, if the article tells.")
    translation: Text | None = Field(
        None, description="The editor's translation of a quote in another language."
    )
    note: Text | None = NOTE


class Relation(Entry):
    """How a claim stands to another of the same briefing."""

    kind: RelationKind = Field(description="The kind of relation.")
    claim: Id = Field(description="The other claim.")
    note: Text = Field(description="What differs, or why the two were said separately.")


class Inferred(Entry):
    """A word of a claim that does not stand in its quotes."""

    text: Line = Field(description="The number, date or name, as the claim has it.")
    reason: Text = Field(description="What it was inferred from.")


class Claim(Entry):
    """What somebody says: the editor's neutral wording, resting on quotes."""

    id: Id = Field(description="Lasting and unique in the briefing: the address ends with #claim-<id>.")
    text: Text = needed("The editor's neutral wording; it says no more than the quotes.")
    by: Annotated[Ids, BeforeValidator(listed, json_schema_input_type=Id | Ids)] = needed(
        "Who says it: an actor, or several for a joint statement; 'article' for the article's own voice; "
        "'unnamed' for somebody it doesn't name.",
        (),
    )
    described_as: Line | None = Field(
        None, description="With 'unnamed': the article's words for the speaker."
    )
    cue: Line | None = Field(None, description="The article's own verb: said, warned, expressed his belief.")
    modality: Modality | None = needed("The class of what is done by saying it.", None)
    evidence: tuple[Evidence, ...] = needed("The quotes that carry the claim.", ())
    via: Annotated[
        tuple[Line, ...], BeforeValidator(listed, json_schema_input_type=Line | tuple[Line, ...])
    ] = Field((), description="Who passed it on, in order: actor ids, or the article's words.")
    origin: Id | None = Field(None, description="Where it was first said, if the articles tell.")
    matter: Id | None = Field(None, description="The section it belongs to.")
    about: Annotated[Ids, BeforeValidator(listed, json_schema_input_type=Id | Ids)] = Field(
        (), description="The actors that it is about."
    )
    said: Date | None = Field(None, description="When it was said.")
    happened: Date | None = Field(None, description="When what it tells of happened.")
    relations: tuple[Relation, ...] = Field((), description="How it stands to other claims.")
    inferred: tuple[Inferred, ...] = Field((), description="Words of the claim that its quotes don't have.")
    note: Text | None = NOTE
    withdrawn: Withdrawn | None = WITHDRAWN

    @property
    def about_others(self) -> Ids:
        """Whom it is about, beside those who say it."""
        return tuple(id for id in self.about if id not in self.by)


class Sentence(Entry):
    """A sentence of the bottom line and the claims it rests on."""

    text: Text = Field(description="One sentence; it says nothing that its claims don't.")
    claims: Annotated[Ids, Field(min_length=1)] = Field(description="The claims it rests on.")


class Resolution(Entry):
    """The answer to a question."""

    text: Text = Field(description="The answer.")
    claims: Annotated[Ids, Field(min_length=1)] = Field(description="The claims it rests on.")
    date: Date | None = Field(None, description="When it was answered.")


class Question(Entry):
    """An open question and its life."""

    id: Id = Field(description="Lasting and unique in the briefing: the address ends with #question-<id>.")
    text: Text = needed("The question.")
    status: Literal["open", "partly-answered", "answered"] | None = needed("How far it is answered.", None)
    would_settle: Text | None = Field(None, description="What would settle it.")
    claims: Ids = Field((), description="The claims it bears on.")
    opened: Date | None = Field(None, description="When it was first asked.")
    checked: Date | None = Field(None, description="When an editor last looked for an answer.")
    resolution: Resolution | None = Field(None, description="The answer, with the claims it rests on.")
    note: Text | None = NOTE
    withdrawn: Withdrawn | None = WITHDRAWN


class Assessment(Entry):
    """The editors' own judgement, in the terms of ICD 203."""

    id: Id = Field(description="Lasting and unique in the briefing: the address ends with #assessment-<id>.")
    text: Text = needed("The judgement.")
    claims: Ids = needed("The claims it rests on.", ())
    likelihood: Likelihood | None = Field(
        None, description="How likely, in one of the seven terms of ICD 203."
    )
    confidence: Literal["high", "moderate", "low"] | None = Field(
        None, description="How sure the editors are; never beside a likelihood."
    )
    by: Annotated[
        tuple[Line, ...], BeforeValidator(listed, json_schema_input_type=Line | tuple[Line, ...])
    ] = Field((), description="Who judges.")
    date: Date | None = Field(None, description="When it was judged.")
    note: Text | None = NOTE
    withdrawn: Withdrawn | None = WITHDRAWN

    @model_validator(mode="after")
    def _one_scale(self) -> "Assessment":
        if self.likelihood and self.confidence:
            raise PydanticCustomError("two-scales", "two", {})
        return self


class Event(Entry):
    """A dated line of the timeline."""

    id: Id = Field(description="Lasting and unique in the briefing: the address ends with #event-<id>.")
    date: Date | None = needed("When it happened.", None)
    text: Text = needed("What happened, as the claims tell it.")
    claims: Ids = needed("The claims it rests on.", ())
    withdrawn: Withdrawn | None = WITHDRAWN


class SetAside(Entry):
    """A passage that an editor read and no claim needs."""

    article: Id = Field(description="The article that the words stand in.")
    exact: Quote = Field(description="The words, as they stand.")
    reason: Text = Field(description="Why no claim needs them.")


class Summary(Entry):
    """The file briefing.yml: everything that the editors say about the articles."""

    title: Line = needed("The briefing's title.")
    bottom_line: Annotated[tuple[Sentence, ...], Field(max_length=5)] = needed(
        "One to five sentences, each with its claims.", ()
    )
    as_of: Date | None = needed("The date up to which the briefing knows.", None)
    status: Literal["draft", "published", "archived"] | None = needed(
        "Drafts are built only with --drafts.", None
    )
    topics: Ids = Field((), description="What it belongs to, as slugs.")
    editors: tuple[Name, ...] = Field((), description="Who is responsible for it.")
    former_slugs: Ids = Field(
        (),
        description="Folder names that it had before, the oldest first; the first names its feed for ever.",
    )
    actors: dict[Id, Actor] = Field(
        {}, description="Actors of this briefing, beside those of briefings/actors.yml."
    )
    origins: dict[Id, Origin] = Field({}, description="Where things were first said.")
    matters: dict[Id, Matter] = Field({}, description="The sections, in the order in which readers see them.")
    claims: tuple[Claim, ...] = needed("Who says what, on which words.", ())
    questions: tuple[Question, ...] = needed("What is still open.", ())
    assessments: tuple[Assessment, ...] = Field((), description="The editors' own judgements.")
    events: tuple[Event, ...] = Field((), description="Dated lines for the timeline.")
    set_aside: tuple[SetAside, ...] = Field((), description="Passages that no claim needs, with the reason.")
    note: Text | None = NOTE
    withdrawn: Withdrawn | None = WITHDRAWN


class Registry(Entry):
    """The file actors.yml: the actors that all briefings share."""

    actors: dict[Id, Actor] = needed("Id and actor.", {})


class Descriptor(Entry):
    """The front matter of an article: what is known about the source, and nothing else."""

    title: Line | None = Field(None, description="Its headline.")
    publisher: Line | None = Field(None, description="Who published it.")
    author: Line | None = Field(None, description="Who wrote it.")
    url: Url | None = Field(None, description="Where it was published.")
    archive_url: Url | None = Field(None, description="Where a copy is kept.")
    published: Date | None = Field(None, description="When it was published.")
    retrieved: Date | None = Field(None, description="When the team fetched it.")
    language: Language | None = Field(None, description="Its language as a BCP 47 tag; en when left out.")
    reliability: Literal["A", "B", "C", "D", "E", "F"] | None = Field(
        None,
        description="The source's reliability on the Admiralty scale; readers see 'not rated' without it.",
    )
    reliability_reason: Text | None = Field(None, description="Why that letter; required beside it.")
    rights: Literal["full", "excerpts"] = Field(
        "excerpts", description="Whether the site may show the whole text."
    )
    note: Text | None = NOTE
    withdrawn: Withdrawn | None = WITHDRAWN

    @model_validator(mode="after")
    def _letter_needs_reason(self) -> "Descriptor":
        if self.reliability and not self.reliability_reason:
            raise PydanticCustomError("reliability-unexplained", "unexplained", {})
        return self
