"""Every entry of a briefing and every field it may have, declared once."""

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.claims import Claim, IdOrIds, Ids, LineOrLines, QuotesOfOrigin
from generator.model.dated import ACCEPT, NOTE, WITHDRAWN, Accepted, Date, Quote, Withdrawn
from generator.model.entry import Entry
from generator.model.facts import declared
from generator.model.texts import Id, Item, Language, Line, Name, Text, Url

Likelihood = Literal[
    "almost no chance",
    "very unlikely",
    "unlikely",
    "roughly even chance",
    "likely",
    "very likely",
    "almost certain",
]


class Actor(Entry):
    """A person, state, organisation or group."""

    name: Name = declared("The name that readers see.", "", change="substantive", holds="text", needed=True)
    kind: Literal["person", "state", "organisation", "group"] | None = declared(
        "What it is.",
        None,
        change="substantive",
        needed=True,
        means={
            "person": "One human being, by name or by office.",
            "state": "A country, or a body that acts as one.",
            "organisation": "A body with a name: an authority, a firm, an alliance, a newspaper.",
            "group": "Several who have no body of their own: allies, officials, residents.",
        },
    )
    aliases: tuple[Name, ...] = declared(
        "Other names by which the articles or the team call it.", (), change="editorial", unordered=True
    )
    role: Line | None = declared(
        "Its office or function, as the articles give it.", None, change="substantive", holds="text"
    )
    member_of: IdOrIds = declared("The actors that it belongs to.", (), change="editorial", unordered=True)
    wikidata: Item | None = declared("Its Wikidata item, such as Q212.", None, change="editorial")
    note: Text | None = NOTE
    accept: Accepted = ACCEPT
    withdrawn: Withdrawn | None = WITHDRAWN


class Origin(Entry):
    """Where something was first said."""

    title: Line = declared("What readers see after 'first said in'.", change="substantive", holds="text")
    kind: Literal[
        "interview",
        "speech",
        "meeting",
        "press-remark",
        "statement",
        "document",
        "publication",
        "unknown",
    ] = declared(
        "What kind of occasion it was; 'publication' is the published page itself.",
        change="substantive",
        means={
            "interview": "Answers to somebody who asked.",
            "speech": "An address to an audience.",
            "meeting": "Said to others in a meeting or a session.",
            "press-remark": "Said to reporters, without an interview.",
            "statement": "A declaration that was given out, in writing or read out.",
            "document": "A report, letter, law or other text.",
            "publication": "The published page itself.",
            "unknown": "The articles don't tell.",
        },
    )
    by: IdOrIds = declared("Whose words they are.", (), change="substantive", unordered=True)
    date: Date | None = declared("When it took place.", None, change="substantive")
    derived_from: Id | None = declared("The origin that this one passes on.", None, change="substantive")
    evidence: QuotesOfOrigin = declared(
        "By article, the words that show it: the words alone, or a mapping; a list for several quotes.",
        (),
        change="substantive",
    )
    note: Text | None = NOTE
    accept: Accepted = ACCEPT


class Matter(Entry):
    """What a group of claims is about: a section of the briefing."""

    title: Line = declared("The section's heading.", change="editorial", holds="text")
    note: Text | None = NOTE


class Sentence(Entry):
    """A line of the bottom line and the claims it rests on; the first line is the lede."""

    text: Text = declared(
        "One sentence, of the lede up to three; it says nothing that its claims don't.",
        change="substantive",
        holds="text",
    )
    claims: Annotated[Ids, Field(min_length=1)] = declared(
        "The claims it rests on.", change="substantive", unordered=True
    )
    label: Line | None = declared(
        "Two words at most, which read as one sentence with the text; the first line has none.",
        None,
        change="substantive",
        holds="text",
    )
    accept: Accepted = ACCEPT


class Resolution(Entry):
    """The answer to a question."""

    text: Text = declared("The answer.", change="substantive", holds="text")
    claims: Annotated[Ids, Field(min_length=1)] = declared(
        "The claims it rests on.", change="substantive", unordered=True
    )
    date: Date | None = declared("When it was answered.", None, change="substantive")


class Question(Entry):
    """A question that these sources leave open, and its life; with ``differ``, how they differ on it."""

    id: Id = declared(
        "Lasting and unique in the briefing: the address ends with #question-<id>.", change="identity"
    )
    text: Text = declared(
        "The question, as it can stand alone in a list.", "", change="substantive", holds="text", needed=True
    )
    claims: Ids = declared("The claims it bears on.", (), change="substantive", unordered=True, needed=True)
    status: Literal["open", "partly-answered", "answered"] = declared(
        "How far it is answered; open unless set.",
        "open",
        change="substantive",
        means={
            "open": "These sources don't answer it.",
            "partly-answered": "'resolution' answers a part of it.",
            "answered": "'resolution' answers it.",
        },
    )
    differ: Text | None = declared(
        "How the accounts differ on it, in two sentences at most; words in quotation marks stand in "
        "quotes of its claims.",
        None,
        change="substantive",
        holds="text",
    )
    kind: Literal["contradicts", "goes-further", "scope", "attribution"] | None = declared(
        "With 'differ': whether these do not fit together, one goes further than another, they may not be "
        "about the same thing, or it is given to different speakers.",
        None,
        change="substantive",
        means={
            "contradicts": "These do not fit together.",
            "goes-further": "One goes further than another; 'ladder' has the words.",
            "scope": "These may not be about the same thing.",
            "attribution": "It is given to different speakers.",
        },
    )
    ladder: tuple[Line, ...] = declared(
        "With 'goes-further': the words of the quotes, the most cautious first.",
        (),
        change="substantive",
        holds="quoted",
    )
    settled_by: IdOrIds = declared(
        "Origins whose recording, record or full text would answer it.",
        (),
        change="substantive",
        unordered=True,
    )
    would_settle: Text | None = declared(
        "What else would settle it.", None, change="substantive", holds="text"
    )
    opened: Date | None = declared("When it was first asked.", None, change="editorial")
    checked: Date | None = declared("When an editor last looked for an answer.", None, change="editorial")
    resolution: Resolution | None = declared(
        "The answer, with the claims it rests on.", None, change="substantive"
    )
    note: Text | None = NOTE
    accept: Accepted = ACCEPT
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
        "How likely, in one of the seven terms of ICD 203.",
        None,
        change="substantive",
        means={
            "almost no chance": "1 to 5 per cent.",
            "very unlikely": "5 to 20 per cent.",
            "unlikely": "20 to 45 per cent.",
            "roughly even chance": "45 to 55 per cent.",
            "likely": "55 to 80 per cent.",
            "very likely": "80 to 95 per cent.",
            "almost certain": "95 to 99 per cent.",
        },
    )
    confidence: Literal["high", "moderate", "low"] | None = declared(
        "How sure the editors are; never beside a likelihood.",
        None,
        change="substantive",
        means={
            "high": "Good sources that agree, or a judgement that is plain; it may still be wrong.",
            "moderate": "Plausible and credibly sourced, but not enough for more.",
            "low": "Scant, doubtful or broken information.",
        },
    )
    by: LineOrLines = declared("Who judges.", (), change="substantive", unordered=True)
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
    bottom_line: Annotated[tuple[Sentence, ...], Field(max_length=7)] = declared(
        "The lede and up to six lines with a label, each with its claims.", (), change="entries", needed=True
    )
    as_of: Date | None = declared(
        "The date up to which the briefing knows.", None, change="substantive", needed=True
    )
    status: Literal["draft", "published", "archived"] | None = declared(
        "Drafts are built only with --drafts; a preview shows them.",
        None,
        change="substantive",
        needed=True,
        means={
            "draft": "Not on the site yet; its ids may still change.",
            "published": "On the site; its ids last.",
            "archived": "On the site, and no longer kept up to date.",
        },
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
    questions: tuple[Question, ...] = declared(
        "What these sources leave open, those first on which they differ.", (), change="entries", needed=True
    )
    assessments: tuple[Assessment, ...] = declared("The editors' own judgements.", (), change="entries")
    events: tuple[Event, ...] = declared("Dated lines for the timeline.", (), change="entries")
    set_aside: tuple[SetAside, ...] = declared(
        "Passages that no claim needs, with the reason.", (), change="entries"
    )
    note: Text | None = NOTE
    accept: Accepted = ACCEPT
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
        means={
            "A": "Completely reliable.",
            "B": "Usually reliable.",
            "C": "Fairly reliable.",
            "D": "Not usually reliable.",
            "E": "Unreliable.",
            "F": "Reliability cannot be judged.",
        },
    )
    reliability_reason: Text | None = declared(
        "Why that letter; required beside it.", None, change="editorial", holds="text"
    )
    rights: Literal["full", "excerpts"] = declared(
        "Whether the site may show the whole text.",
        "excerpts",
        change="editorial",
        means={
            "full": "The site shows the whole text.",
            "excerpts": "The site shows the quotes and the sentences that they stand in.",
        },
    )
    note: Text | None = NOTE
    accept: Accepted = ACCEPT
    withdrawn: Withdrawn | None = WITHDRAWN

    @model_validator(mode="after")
    def _letter_needs_reason(self) -> "Descriptor":
        if self.reliability and not self.reliability_reason:
            raise PydanticCustomError("reliability-unexplained", "unexplained", {})
        return self
