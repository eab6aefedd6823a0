"""Every entry of a briefing and every field it may have, declared once."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.entry import Entry
from generator.model.facts import declared
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

    edtf: DateText | None = declared(
        "The value in EDTF (ISO 8601-2): 2024-10-13, 2024-11-01~, XXXX-10-13.", None, change="substantive"
    )
    as_stated: Line | None = declared(
        "The words of an article that give the date.", None, change="substantive", holds="quoted"
    )
    inferred_from: Text | None = declared(
        "What the value was inferred from.", None, change="substantive", holds="text"
    )
    outside: Flag = declared(
        "true where the inference uses what the articles don't say.", False, change="substantive"
    )

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

    date: Date = declared("When it was withdrawn.", change="substantive")
    reason: Text = declared("Why, in words for readers.", change="substantive", holds="text")
    replaced_by: Id | None = declared(
        "The entry that took its place, if one did.", None, change="substantive"
    )


_TOMBSTONE = "Withdrawn: the address stays and tells when and why."
WITHDRAWN = declared(_TOMBSTONE, None, change="substantive")
WITHDRAWN_CLAIM = declared(_TOMBSTONE, None, change="substantive", column="withdrawn")
NOTE = declared("A note for readers.", None, change="editorial", holds="text")


class Actor(Entry):
    """A person, state, organisation or group."""

    name: Name = declared("The name that readers see.", "", change="substantive", holds="text", needed=True)
    kind: Literal["person", "state", "organisation", "group"] | None = declared(
        "What it is.", None, change="substantive", needed=True
    )
    aliases: tuple[Name, ...] = declared(
        "Other names by which the articles or the team call it.", (), change="editorial", unordered=True
    )
    role: Line | None = declared(
        "Its office or function, as the articles give it.", None, change="substantive", holds="text"
    )
    member_of: Annotated[Ids, BeforeValidator(listed, json_schema_input_type=Id | Ids)] = declared(
        "The actors that it belongs to.", (), change="editorial", unordered=True
    )
    wikidata: Item | None = declared("Its Wikidata item, such as Q212.", None, change="editorial")
    note: Text | None = NOTE
    withdrawn: Withdrawn | None = WITHDRAWN


class Origin(Entry):
    """Where something was first said."""

    title: Line = declared("What readers see after 'first said in'.", change="substantive", holds="text")
    kind: Literal["interview", "speech", "meeting", "press-remark", "statement", "document"] = declared(
        "What kind of occasion it was.", change="substantive"
    )
    by: Annotated[Ids, BeforeValidator(listed, json_schema_input_type=Id | Ids)] = declared(
        "Whose words they are.", (), change="substantive", unordered=True
    )
    date: Date | None = declared("When it took place.", None, change="substantive")
    derived_from: Id | None = declared("The origin that this one passes on.", None, change="substantive")
    note: Text | None = NOTE


class Matter(Entry):
    """What a group of claims is about: a section of the briefing."""

    title: Line = declared("The section's heading.", change="editorial", holds="text")
    note: Text | None = NOTE


class Evidence(Entry):
    """A quote that carries a claim: a W3C TextQuoteSelector."""

    article: Id = declared("The article that the words stand in.", change="substantive", column="article")
    exact: Quote = declared(
        "The words, as they stand; a list of segments where words between them are left out.",
        change="substantive",
        holds="quoted",
        column="exact",
    )
    prefix: Text | None = declared(
        "The words just before, where the quote alone occurs twice.",
        None,
        change="substantive",
        holds="quoted",
    )
    suffix: Text | None = declared(
        "The words just after, where the quote alone occurs twice.",
        None,
        change="substantive",
        holds="quoted",
    )
    origin: Id | None = declared(
        "Where these words were first said, if the article tells.", None, change="substantive"
    )
    translation: Text | None = declared(
        "The editor's translation of a quote in another language.", None, change="substantive", holds="text"
    )
    note: Text | None = NOTE


class Relation(Entry):
    """How a claim stands to another of the same briefing."""

    kind: RelationKind = declared("The kind of relation.", change="substantive")
    claim: Id = declared("The other claim.", change="substantive")
    note: Text = declared(
        "What differs, or why the two were said separately.", change="editorial", holds="text"
    )


class Inferred(Entry):
    """A word of a claim that does not stand in its quotes."""

    text: Line = declared(
        "The number, date or name, as the claim has it.", change="substantive", holds="text"
    )
    reason: Text = declared("What it was inferred from.", change="substantive", holds="text")


class Claim(Entry):
    """What somebody says: the editor's neutral wording, resting on quotes."""

    id: Id = declared(
        "Lasting and unique in the briefing: the address ends with #claim-<id>.",
        change="identity",
        column="claim",
    )
    text: Text = declared(
        "The editor's neutral wording; it says no more than the quotes.",
        "",
        change="substantive",
        holds="text",
        column="text",
        needed=True,
    )
    by: Annotated[Ids, BeforeValidator(listed, json_schema_input_type=Id | Ids)] = declared(
        "Who says it: an actor, or several for a joint statement; 'article' for the article's own voice; "
        "'unnamed' for somebody it doesn't name.",
        (),
        change="substantive",
        unordered=True,
        column="speaker",
        needed=True,
    )
    described_as: Line | None = declared(
        "With 'unnamed': the article's words for the speaker.", None, change="substantive", holds="quoted"
    )
    cue: Line | None = declared(
        "The article's own verb: said, warned, expressed his belief.",
        None,
        change="substantive",
        holds="quoted",
        column="cue",
    )
    modality: Modality | None = declared(
        "The class of what is done by saying it.", None, change="substantive", column="modality", needed=True
    )
    evidence: tuple[Evidence, ...] = declared(
        "The quotes that carry the claim.", (), change="substantive", needed=True
    )
    via: Annotated[
        tuple[Line, ...], BeforeValidator(listed, json_schema_input_type=Line | tuple[Line, ...])
    ] = declared(
        "Who passed it on, in order: actor ids, or the article's words.",
        (),
        change="substantive",
        holds="quoted",
        column="via",
    )
    origin: Id | None = declared(
        "Where it was first said, if the articles tell.", None, change="substantive", column="origin"
    )
    matter: Id | None = declared("The section it belongs to.", None, change="editorial")
    about: Annotated[Ids, BeforeValidator(listed, json_schema_input_type=Id | Ids)] = declared(
        "The actors that it is about.", (), change="substantive", unordered=True
    )
    said: Date | None = declared("When it was said.", None, change="substantive", column="said")
    happened: Date | None = declared("When what it tells of happened.", None, change="substantive")
    relations: tuple[Relation, ...] = declared("How it stands to other claims.", (), change="substantive")
    inferred: tuple[Inferred, ...] = declared(
        "Words of the claim that its quotes don't have.", (), change="substantive"
    )
    note: Text | None = NOTE
    withdrawn: Withdrawn | None = WITHDRAWN_CLAIM

    @property
    def named(self) -> tuple[str, ...]:
        """Whom it names: who says it, who passed it on, whom it is about; each once, ids and words."""
        return tuple(dict.fromkeys((*self.by, *self.via, *self.about)))

    @property
    def about_others(self) -> Ids:
        """Whom it is about, beside those who say it."""
        return tuple(id for id in self.about if id not in self.by)


class Sentence(Entry):
    """A sentence of the bottom line and the claims it rests on."""

    text: Text = declared(
        "One sentence; it says nothing that its claims don't.", change="substantive", holds="text"
    )
    claims: Annotated[Ids, Field(min_length=1)] = declared(
        "The claims it rests on.", change="substantive", unordered=True
    )


class Resolution(Entry):
    """The answer to a question."""

    text: Text = declared("The answer.", change="substantive", holds="text")
    claims: Annotated[Ids, Field(min_length=1)] = declared(
        "The claims it rests on.", change="substantive", unordered=True
    )
    date: Date | None = declared("When it was answered.", None, change="substantive")


class Question(Entry):
    """An open question and its life."""

    id: Id = declared(
        "Lasting and unique in the briefing: the address ends with #question-<id>.", change="identity"
    )
    text: Text = declared("The question.", "", change="substantive", holds="text", needed=True)
    status: Literal["open", "partly-answered", "answered"] | None = declared(
        "How far it is answered.", None, change="substantive", needed=True
    )
    would_settle: Text | None = declared("What would settle it.", None, change="substantive", holds="text")
    claims: Ids = declared("The claims it bears on.", (), change="substantive", unordered=True)
    opened: Date | None = declared("When it was first asked.", None, change="editorial")
    checked: Date | None = declared("When an editor last looked for an answer.", None, change="editorial")
    resolution: Resolution | None = declared(
        "The answer, with the claims it rests on.", None, change="substantive"
    )
    note: Text | None = NOTE
    withdrawn: Withdrawn | None = WITHDRAWN

    @property
    def is_open(self) -> bool:
        """Whether it stands and is not wholly answered."""
        return self.withdrawn is None and self.status != "answered"


class Assessment(Entry):
    """The editors' own judgement, in the terms of ICD 203."""

    id: Id = declared(
        "Lasting and unique in the briefing: the address ends with #assessment-<id>.", change="identity"
    )
    text: Text = declared("The judgement.", "", change="substantive", holds="text", needed=True)
    claims: Ids = declared("The claims it rests on.", (), change="substantive", unordered=True, needed=True)
    likelihood: Likelihood | None = declared(
        "How likely, in one of the seven terms of ICD 203.", None, change="substantive"
    )
    confidence: Literal["high", "moderate", "low"] | None = declared(
        "How sure the editors are; never beside a likelihood.", None, change="substantive"
    )
    by: Annotated[
        tuple[Line, ...], BeforeValidator(listed, json_schema_input_type=Line | tuple[Line, ...])
    ] = declared("Who judges.", (), change="substantive", unordered=True)
    date: Date | None = declared("When it was judged.", None, change="substantive")
    note: Text | None = NOTE
    withdrawn: Withdrawn | None = WITHDRAWN

    @model_validator(mode="after")
    def _one_scale(self) -> "Assessment":
        if self.likelihood and self.confidence:
            raise PydanticCustomError("two-scales", "two", {})
        return self


class Event(Entry):
    """A dated line of the timeline."""

    id: Id = declared(
        "Lasting and unique in the briefing: the address ends with #event-<id>.", change="identity"
    )
    date: Date | None = declared("When it happened.", None, change="substantive", needed=True)
    text: Text = declared(
        "What happened, as the claims tell it.", "", change="substantive", holds="text", needed=True
    )
    claims: Ids = declared("The claims it rests on.", (), change="substantive", unordered=True, needed=True)
    withdrawn: Withdrawn | None = WITHDRAWN


class SetAside(Entry):
    """A passage that an editor read and no claim needs."""

    article: Id = declared("The article that the words stand in.", change="editorial")
    exact: Quote = declared("The words, as they stand.", change="editorial", holds="quoted")
    reason: Text = declared("Why no claim needs them.", change="editorial", holds="text")


class Summary(Entry):
    """The file briefing.yml: everything that the editors say about the articles."""

    title: Line = declared("The briefing's title.", "", change="substantive", holds="text", needed=True)
    bottom_line: Annotated[tuple[Sentence, ...], Field(max_length=5)] = declared(
        "One to five sentences, each with its claims.", (), change="entries", needed=True
    )
    as_of: Date | None = declared(
        "The date up to which the briefing knows.", None, change="substantive", needed=True
    )
    status: Literal["draft", "published", "archived"] | None = declared(
        "Drafts are built only with --drafts.", None, change="substantive", needed=True
    )
    topics: Ids = declared("What it belongs to, as slugs.", (), change="editorial", unordered=True)
    editors: tuple[Name, ...] = declared("Who is responsible for it.", (), change="editorial", unordered=True)
    former_slugs: Ids = declared(
        "Folder names that it had before, the oldest first; the first names its feed for ever.",
        (),
        change="editorial",
    )
    actors: dict[Id, Actor] = declared(
        "Actors of this briefing, beside those of briefings/actors.yml.", {}, change="entries"
    )
    origins: dict[Id, Origin] = declared("Where things were first said.", {}, change="entries")
    matters: dict[Id, Matter] = declared(
        "The sections, in the order in which readers see them.", {}, change="entries"
    )
    claims: tuple[Claim, ...] = declared("Who says what, on which words.", (), change="entries", needed=True)
    questions: tuple[Question, ...] = declared("What is still open.", (), change="entries", needed=True)
    assessments: tuple[Assessment, ...] = declared("The editors' own judgements.", (), change="entries")
    events: tuple[Event, ...] = declared("Dated lines for the timeline.", (), change="entries")
    set_aside: tuple[SetAside, ...] = declared(
        "Passages that no claim needs, with the reason.", (), change="entries"
    )
    note: Text | None = NOTE
    withdrawn: Withdrawn | None = WITHDRAWN


class Registry(Entry):
    """The file actors.yml: the actors that all briefings share."""

    actors: dict[Id, Actor] = declared("Id and actor.", {}, change="entries", needed=True)


class Descriptor(Entry):
    """The front matter of an article: what is known about the source, and nothing else."""

    title: Line | None = declared("Its headline.", None, change="substantive", holds="quoted")
    publisher: Line | None = declared("Who published it.", None, change="substantive", holds="quoted")
    author: Line | None = declared("Who wrote it.", None, change="substantive", holds="quoted")
    url: Url | None = declared("Where it was published.", None, change="substantive")
    archive_url: Url | None = declared("Where a copy is kept.", None, change="editorial")
    published: Date | None = declared("When it was published.", None, change="substantive")
    retrieved: Date | None = declared("When the team fetched it.", None, change="editorial")
    language: Language | None = declared(
        "Its language as a BCP 47 tag; en when left out.", None, change="editorial"
    )
    reliability: Literal["A", "B", "C", "D", "E", "F"] | None = declared(
        "The source's reliability on the Admiralty scale; readers see 'not rated' without it.",
        None,
        change="substantive",
    )
    reliability_reason: Text | None = declared(
        "Why that letter; required beside it.", None, change="editorial", holds="text"
    )
    rights: Literal["full", "excerpts"] = declared(
        "Whether the site may show the whole text.", "excerpts", change="editorial"
    )
    note: Text | None = NOTE
    withdrawn: Withdrawn | None = WITHDRAWN

    @model_validator(mode="after")
    def _letter_needs_reason(self) -> "Descriptor":
        if self.reliability and not self.reliability_reason:
            raise PydanticCustomError("reliability-unexplained", "unexplained", {})
        return self
