"""Dates as entries write them, withdrawals, and the text of a quote: the parts that many entries have."""

from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.entry import Entry
from generator.model.facts import declared
from generator.model.located import Unquoted
from generator.model.texts import DateText, Flag, HintCode, Id, Line, Text, listed

_Segments = Annotated[tuple[Text, ...], Field(min_length=1, max_length=12)]
Quote = Annotated[_Segments, BeforeValidator(listed, json_schema_input_type=Text | _Segments)]
"""One text, or the segments of one."""


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
Accepted = dict[HintCode, Line]
ACCEPT = declared(
    "Hints of the checks that were judged and may stand: by the hint's code, why. No page shows it.",
    {},
    change="editorial",
)
NOTE = declared("A note for readers.", None, change="editorial", holds="text")
