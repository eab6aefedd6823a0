"""The models of the parts of data files: the entries of the YAML, and the findings beside them."""

from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from generator.model.changes import Alarm, Kind, What
from generator.model.claims import Claim, Evidence, RelationKind
from generator.model.dated import StatedDate
from generator.model.entries import Actor, Assessment, Descriptor, Event, Matter, Origin, Question, SetAside
from generator.model.passage import Speech
from generator.model.texts import Id

Ids = tuple[Id, ...]

URL: Final = "Its address below the site's root."


class Data(BaseModel):
    """A part of a data file: closed, and fixed once made."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class QuoteSelector(Data):
    """A TextQuoteSelector of the W3C's Web Annotation Data Model."""

    type: Literal["TextQuoteSelector"]
    exact: str = Field(description="The words, exactly as the article has them.")
    prefix: str | None = Field(description="The words just before, as far as the site shows them.")
    suffix: str | None = Field(description="The words just after, likewise.")


class PositionSelector(Data):
    """A TextPositionSelector of the W3C's Web Annotation Data Model."""

    type: Literal["TextPositionSelector"]
    start: int = Field(description="Offset of the first code point in the article's text, from 0.", ge=0)
    end: int = Field(description="Offset just after the last one.", ge=0)


class Segment(Data):
    """Words that stand together; between two segments of a quote words are left out."""

    line: int = Field(description="The line of the article's file, from 1.", ge=1)
    column: int = Field(description="The column, from 1, in code points.", ge=1)
    selector: tuple[QuoteSelector, PositionSelector] = Field(description="Two ways to find the same words.")


class QuoteData(Evidence):
    """A quote with its passage.

    Speaker, verb, class, origin and date are those that hold for its words, whether written or worked out.
    Its prefix and suffix are left out where they are words of the article that the site doesn't show.
    """

    url: str = Field(description="The quote on its source's page.")
    address: str = Field(description="Ten digits that stay the same wherever the quote moves to.")
    letter: str = Field(description="The source's letter in this briefing.")
    speech: Speech | None = Field(
        description="Whose words they are, told from the quotation marks around them; left out of prose of "
        "which the article leaves open whose it is."
    )
    sha256: str = Field(description="SHA-256 of the article's text, in which the offsets count.")
    segments: tuple[Segment, ...] = Field(description="Where the words stand, in the W3C's terms.")
    differs: tuple[tuple[int, int], ...] = Field(
        description="Start and end of the words that the claim's other articles lack, in code points."
    )


class RootData(Data):
    """Where something was first said. However many articles lead there, it counts once."""

    origin: Id = Field(description="The origin that nothing else stands behind.")
    ways: tuple[Ids, ...] = Field(description="Each way there: the declared origin first, the root last.")
    articles: Ids = Field(description="The articles that lead there.")
    counted_once: bool = Field(description="Whether several articles lead there.")


class FirstSaidData(Data):
    """Where a claim was first said."""

    roots: tuple[RootData, ...] = Field(description="Empty when it is not stated.")
    not_stated: tuple[str, ...] = Field(description="The addresses of the quotes for which it is not stated.")


class CorroborationData(Data):
    """A claim of another speaker that says so too, as an editor declared."""

    claim: Id = Field(description="The other claim.")
    note: str = Field(description="Why the editors think the two separate.")
    shared_roots: Ids = Field(description="Origins that both lead to all the same.")


class RelatedFrom(Data):
    """A relation that was written on another claim and leads to this one."""

    kind: RelationKind = Field(description="The kind of relation, from the other claim's side.")
    claim: Id = Field(description="The other claim.")
    note: str | None = Field(description="Why the two were said separately.")


class OnlyInData(Data):
    """A number, date or name of a claim's text that only some of its articles have."""

    text: str = Field(description="As the claim has it.")
    articles: Ids = Field(description="The articles that have it.")


class ClaimData(Claim):
    """A claim with its passages. `by` and `via` are ids of actors or, in `via`, an article's words."""

    url: str = Field(description=URL)
    speaker: str = Field(description="Who says it, in words, with who passed it on.")
    speech: tuple[Speech, ...] = Field(description="How it reached us: the kinds of its quotes.")
    sentence: str | None = Field(
        description="As it may stand alone, every speaker named. Not of a withdrawn one."
    )
    about: Ids = Field(description="The actors that it is about, those that its text names included.")
    only_in: tuple[OnlyInData, ...] = Field(description="What only some of its articles have.")
    evidence: tuple[QuoteData, ...] = Field(description="The quotes that carry it.")
    related_from: tuple[RelatedFrom, ...] = Field(description="Relations of other claims to this one.")
    first_said: FirstSaidData = Field(description="Where it was first said.")
    corroborations: tuple[CorroborationData, ...] = Field(description="Who says so too.")


class WordingData(Data):
    """A quote on which accounts differ."""

    claim: Id = Field(description="The claim that it carries.")
    address: str = Field(description="The quote's address.")
    marks: tuple[tuple[int, int], ...] = Field(
        description="Start and end of the words that the question quotes, in code points of the article."
    )


class QuestionData(Question):
    """A question."""

    url: str = Field(description=URL)
    wordings: tuple[WordingData, ...] = Field(description="The quotes on which accounts differ.")


class AssessmentData(Assessment):
    """A judgement of the editors."""

    url: str = Field(description=URL)


class EventData(Event):
    """A dated line of the timeline."""

    url: str = Field(description=URL)


class OriginData(Origin):
    """Where something was first said."""

    url: str = Field(description=URL)


class MatterData(Matter):
    """A section of the briefing."""

    url: str = Field(description=URL)


class ActorData(Actor):
    """An actor that the briefing names."""

    url: str = Field(description=URL)


class AsideData(SetAside):
    """A passage that an editor read and no claim needs."""

    exact: tuple[str, ...] = Field(description="The words; empty where the site doesn't show the whole text.")
    place: str = Field(description="Where they stand, for readers.")
    segments: tuple[tuple[int, int], ...] = Field(description="Start and end, in code points of the article.")


class CoverageData(Data):
    """What became of an article's sentences."""

    sentences: int = Field(description="How many there are.", ge=0)
    cited: int = Field(description="Those that a claim rests on.", ge=0)
    set_aside: int = Field(description="Those set aside with a reason.", ge=0)
    unused: int = Field(description="The others.", ge=0)
    words: int = Field(description="The words of all sentences.", ge=0)
    untouched: int = Field(description="Words that no quote and nothing set aside touches.", ge=0)


class ShareData(Data):
    """How much of an article's words the site shows."""

    words: int = Field(description="How many the article has.", ge=0)
    shown: int = Field(description="How many of them the site shows.", ge=0)


class ArticleData(Descriptor):
    """A source: what is known of it, and the text only where the whole of it may be shown."""

    page: str = Field(description="The address of its page below the site's root; `url` is its own.")
    letter: str = Field(description="Its letter in this briefing.")
    label: str = Field(description="What it is called: its title, or its opening words.")
    sha256: str | None = Field(
        description="SHA-256 of its text in UTF-8; left out when the text was taken out."
    )
    length: int = Field(description="Code points of its text.", ge=0)
    text: str | None = Field(description="The whole text, where `rights` is full.")
    coverage: CoverageData | None = Field(description="Not of a withdrawn one.")
    share: ShareData = Field(description="How much of its words the site shows.")


class MomentData(Data):
    """A line of the timeline: an event, or when claims were said, or when what they tell of happened."""

    kind: Literal["event", "said", "happened"] = Field(description="What the date is of.")
    date: StatedDate | None = Field(description="The date; left out where a withdrawn event's was taken out.")
    words: str | None = Field(description="The date in words.")
    event: Id | None = Field(description="The event.")
    claims: Ids = Field(description="The claims it rests on.")
    withdrawn: bool = Field(description="Whether the event was withdrawn.")


class AnswersData(Data):
    """What is said of a person here, and whether the sources carry the person's answer."""

    actor: Id = Field(description="The person.")
    said_of: Ids = Field(description="Claims of others about the person.")
    answers: Ids = Field(description="The person's own claims on the same matters, or joined to those.")
    elsewhere: Ids = Field(description="The person's other claims.")


class ChangeData(Data):
    """What happened to one entry. What it said before is told only in the sentence, if it still may be."""

    kind: Kind = Field(description="What the entry is.")
    id: str = Field(description="Its id; of a sentence its number; empty for the briefing itself.")
    what: What = Field(description="What happened to it.")
    fields: tuple[str, ...] = Field(description="The fields that differ.")
    alarms: tuple[Alarm, ...] = Field(description="What changed under quotes that stand as they were.")
    substantive: bool = Field(description="Whether readers are told of it.")
    sentence: str = Field(description="What they are told.")
    url: str = Field(description="Where it is to be seen.")


class VersionData(Data):
    """A briefing as it stood from one commit to the next."""

    tree: str = Field(description="The id that git gives the briefing's folder.")
    time: str | None = Field(description="When it was committed, in RFC 3339; left out of what is not yet.")
    commit: str | None = Field(description="The commit.")
    changes: tuple[ChangeData, ...] = Field(description="What it changed; none of the first.")
