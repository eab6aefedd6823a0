"""Claims: one thing that somebody says, and its evidence, which is how each article carries it."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator
from pydantic_core import PydanticKnownError

from generator.model.dated import ACCEPT, NOTE, WITHDRAWN_CLAIM, Accepted, Date, Quote, Withdrawn
from generator.model.entry import Entry
from generator.model.facts import declared
from generator.model.located import LocatedList, LocatedMapping, LocatedText, span_of
from generator.model.span import NOWHERE
from generator.model.texts import Id, Line, Text, listed

Ids = tuple[Id, ...]
IdOrIds = Annotated[Ids, BeforeValidator(listed, json_schema_input_type=Id | Ids)]
LineOrLines = Annotated[
    tuple[Line, ...], BeforeValidator(listed, json_schema_input_type=Line | tuple[Line, ...])
]

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
"""Classes of speech acts, after the classes of PolNeAR's cues."""

RelationKind = Literal["corroborates", "later-position-of"]


class TextQuote(Entry):
    """Words of an article: a W3C TextQuoteSelector."""

    article: Id = declared(
        "The article that the words stand in: the key of the mapping.", change="substantive", column="article"
    )
    exact: Quote = declared(
        "The words, as they stand, from one end of a word to another, or of a character in scripts without "
        "spaces; a list of segments where words between them are left out.",
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
    translation: Text | None = declared(
        "The editor's translation of a quote in another language.", None, change="substantive", holds="text"
    )
    note: Text | None = NOTE
    accept: Accepted = ACCEPT


class Evidence(TextQuote):
    """A quote that carries a claim, and what holds for its words where it isn't what holds for the claim."""

    by: IdOrIds = declared(
        "Who says these words, where it isn't the speaker of the claim.",
        (),
        change="substantive",
        unordered=True,
    )
    by_open: Ids = declared(
        "Those who may be saying it, where the article leaves it open: two or more.",
        (),
        change="substantive",
        unordered=True,
    )
    described_as: Line | None = declared(
        "With 'unnamed': the article's words for the speaker.", None, change="substantive", holds="quoted"
    )
    via: LineOrLines = declared(
        "Who passed these words on, in order: actor ids, or the article's words.",
        (),
        change="substantive",
        holds="quoted",
        column="via",
    )
    cue: Line | None = declared(
        "The article's own verb (said, warned, expressed his belief), where it isn't the one worked out.",
        None,
        change="substantive",
        holds="quoted",
        column="cue",
    )
    modality: Modality | None = declared(
        "The class of what is done by saying it, where it isn't the one worked out.",
        None,
        change="substantive",
        column="modality",
        means={
            "asserts": "It is said to be so: said, stated, told.",
            "denies": "It is said not to be so: denied, rejected.",
            "acknowledges": "Something is admitted: acknowledged, confirmed.",
            "believes": "Held to be so: believes, thinks.",
            "infers": "Concluded from something: concluded, found.",
            "predicts": "Expected to come: expects, predicted.",
            "warns": "A danger is named: warned.",
            "offers": "Something is offered or promised: offered, pledged.",
            "considers": "Something is weighed, not decided: is considering.",
            "urges": "Others are to act: urged, called for.",
            "criticises": "Something is found fault with: criticised.",
            "expresses": "A feeling is shown: welcomed, regretted.",
            "reports": "What others said or did is passed on: reported.",
        },
    )
    origin: Id | None = declared(
        "Where these words were first said, if the article tells.", None, change="substantive"
    )
    origin_inferred: Text | None = declared(
        "Why these words are taken to come from the origin, although their sentence doesn't name it.",
        None,
        change="substantive",
        holds="text",
    )
    said: Date | None = declared("When these words were said.", None, change="substantive")


def quotes_in_order(value: Any) -> Any:
    """Converts evidence as it is written, by article, into a list of quotes that name their article.

    ``{a: words}`` and ``{a: {exact: words}}`` are one quote, ``{a: [words, {exact: words}]}`` are several.
    A list was converted already.
    """
    if isinstance(value, list | tuple):
        return value
    if not isinstance(value, Mapping):
        raise PydanticKnownError("mapping_type", {"error": "not by article"})
    quotes = LocatedList(span_of(value) or NOWHERE)
    keys = value.keys_at if isinstance(value, LocatedMapping) else {}
    for article, written in value.items():
        span = keys.get(article, NOWHERE)
        for quote in written if isinstance(written, list | tuple) and written else [written]:
            mapping = LocatedMapping(span_of(quote) or span)
            if isinstance(quote, Mapping):
                mapping.update(quote)
                mapping.keys_at.update(quote.keys_at if isinstance(quote, LocatedMapping) else {})
            else:
                mapping["exact"] = quote
                mapping.keys_at["exact"] = span_of(quote) or span
            mapping["article"] = LocatedText(str(article), span, str(article))
            mapping.keys_at["article"] = span
            quotes.append(mapping)
    return quotes


_Words = Text | TextQuote
QuotesOfOrigin = Annotated[
    tuple[TextQuote, ...],
    BeforeValidator(quotes_in_order, json_schema_input_type=dict[Id, _Words | tuple[_Words, ...]]),
]
_Carrying = Text | Evidence
QuotesOfClaim = Annotated[
    tuple[Evidence, ...],
    BeforeValidator(quotes_in_order, json_schema_input_type=dict[Id, _Carrying | tuple[_Carrying, ...]]),
]


class Relation(Entry):
    """How a claim stands to another of the same briefing."""

    kind: RelationKind = declared(
        "The kind of relation.",
        change="substantive",
        means={
            "corroborates": "Another speaker says it, too, and separately: 'note' tells why.",
            "later-position-of": "The same speaker says it later, and the position has changed.",
        },
    )
    claim: Id = declared("The other claim.", change="substantive")
    note: Text | None = declared(
        "With 'corroborates': why the two were said separately.", None, change="editorial", holds="text"
    )


class Inferred(Entry):
    """A word of a claim that does not stand in its quotes."""

    text: Line = declared(
        "The number, date or name, as the claim has it.", change="substantive", holds="text"
    )
    reason: Text = declared("What it was inferred from.", change="substantive", holds="text")


class Claim(Entry):
    """One thing that somebody says, however many articles carry it."""

    id: Id = declared(
        "Lasting and unique in the briefing: the address ends with #claim-<id>.",
        change="identity",
        column="claim",
    )
    text: Text = declared(
        "A full sentence of reported speech that opens with its speaker, and says no more than the quotes; "
        "$a stands for the letter of article a.",
        "",
        change="substantive",
        holds="text",
        column="text",
        needed=True,
    )
    by: IdOrIds = declared(
        "Who did the saying: an actor, or several for a joint statement; 'article' for an article's own "
        "voice; 'unnamed' for somebody it doesn't name.",
        (),
        change="substantive",
        unordered=True,
        column="speaker",
        needed=True,
    )
    evidence: QuotesOfClaim = declared(
        "By article, the words that carry it: the words alone, or a mapping; a list for several quotes.",
        (),
        change="substantive",
        needed=True,
    )
    matter: Id | None = declared("The section it belongs to.", None, change="editorial")
    about: IdOrIds = declared(
        "Actors that it is about, beside those whose names stand in its text.",
        (),
        change="substantive",
        unordered=True,
    )
    via: LineOrLines = declared(
        "Who passed it on, in order: actor ids, or the article's words.",
        (),
        change="substantive",
        holds="quoted",
        column="via",
    )
    origin: Id | None = declared(
        "Where it was first said, if the articles tell.", None, change="substantive", column="origin"
    )
    said: Date | None = declared("When it was said.", None, change="substantive", column="said")
    happened: Date | None = declared("When what it tells of happened.", None, change="substantive")
    relations: tuple[Relation, ...] = declared("How it stands to other claims.", (), change="substantive")
    inferred: tuple[Inferred, ...] = declared(
        "Words of the claim that its quotes don't have.", (), change="substantive"
    )
    note: Text | None = NOTE
    accept: Accepted = ACCEPT
    withdrawn: Withdrawn | None = WITHDRAWN_CLAIM

    def has_own_speaker(self, evidence: Evidence) -> bool:
        """Tests whether a quote's speaker isn't the claim's, or is open; nothing of the claim holds then."""
        return bool(evidence.by_open) or (bool(evidence.by) and set(evidence.by) != set(self.by))

    def by_in(self, evidence: Evidence) -> Ids:
        """Returns who says the words of a quote; empty where the article leaves it open."""
        return () if evidence.by_open else evidence.by or self.by

    def via_in(self, evidence: Evidence) -> tuple[str, ...]:
        """Returns who passed the words of a quote on."""
        return evidence.via or (() if self.has_own_speaker(evidence) else self.via)

    def origin_in(self, evidence: Evidence) -> str | None:
        """Returns where the words of a quote were first said."""
        return evidence.origin or (None if self.has_own_speaker(evidence) else self.origin)

    def said_in(self, evidence: Evidence) -> Date | None:
        """Returns when the words of a quote were said."""
        return evidence.said or (None if self.has_own_speaker(evidence) else self.said)

    @property
    def speakers(self) -> Ids:
        """Everybody who says it, the claim's own speakers first; without those who only may be saying it."""
        if not self.evidence:
            return self.by
        saying = {id for quote in self.evidence for id in self.by_in(quote)}
        ordered = (*self.by, *(id for quote in self.evidence for id in quote.by))
        return tuple(dict.fromkeys(id for id in ordered if id in saying))

    @property
    def passers_on(self) -> tuple[str, ...]:
        """Everybody who passed it on, of the claim and of its quotes."""
        return tuple(dict.fromkeys((*self.via, *(name for quote in self.evidence for name in quote.via))))

    @property
    def origins(self) -> Ids:
        """Origins that it or its quotes declare."""
        declared_ids = (self.origin, *(quote.origin for quote in self.evidence))
        return tuple(dict.fromkeys(id for id in declared_ids if id))

    def dates(self) -> Iterator[Date]:
        """Yields the dates on which it was said."""
        if self.said:
            yield self.said
        yield from (quote.said for quote in self.evidence if quote.said)


def written_as_keys(schema: Mapping[str, Any]) -> tuple[str, ...]:
    """Returns the fields that the JSON Schema of an entry has and no mapping of a file: keys above it."""
    return ("article",) if schema.get("title") in (TextQuote.__name__, Evidence.__name__) else ()
