"""Facts about a field that stand at the field: whether its change matters to readers, and what it holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

from pydantic import BaseModel, Field
from pydantic.fields import FieldInfo

Weight = Literal["substantive", "editorial", "identity", "entries"]
"""What a change of a field is: told to readers, or not; another entry, where the field is its key; or told
entry by entry, where the field holds entries with an id of their own."""

Content = Literal["text", "quoted", "value"]
"""What a field holds: our own words, an article's words, or anything else (ids, dates, choices, entries)."""

_KEY: Final = "facts"


@dataclass(frozen=True)
class Facts:
    """What is declared of one field.

    Attributes:
        change: what its change is.
        holds: what it holds. Of "text" and "quoted", marks and capitals are no difference that is told.
        unordered: whether the order of its values says nothing.
        column: the column of the table of claims that shows it; empty where none does.
        needed: whether it is required unless the entry is withdrawn, when a tombstone needs only its id.
    """

    change: Weight
    holds: Content
    unordered: bool = False
    column: str = ""
    needed: bool = False


def declared(
    description: str,
    default: Any = ...,
    *,
    change: Weight,
    holds: Content = "value",
    unordered: bool = False,
    column: str = "",
    needed: bool = False,
) -> Any:
    """A field of an entry with its facts; see `Facts`.

    Args:
        description: what editors read of it in their editor and in schema/fields.md.
        default: what it is when it isn't written; without one it is required. One that is ``needed`` has one.
    """
    facts = Facts(change, holds, unordered, column, needed)
    return Field(default=default, description=description, json_schema_extra={_KEY: facts})  # type: ignore[dict-item]


def facts_of(field: FieldInfo) -> Facts | None:
    """What is declared of a field; None where nothing is."""
    extra = field.json_schema_extra
    facts: object = extra.get(_KEY) if isinstance(extra, dict) else None
    return facts if isinstance(facts, Facts) else None


def fields_of(model: type[BaseModel]) -> Iterator[tuple[str, Facts]]:
    """Each declared field of a model by its name, in the order of the model."""
    for name, field in model.model_fields.items():
        if facts := facts_of(field):
            yield name, facts


def without_facts(schema: dict[str, Any]) -> Facts | None:
    """Take the facts out of a field's JSON Schema, which is for other programs and has them as a mapping."""
    facts = schema.pop(_KEY, None)
    return Facts(**facts) if isinstance(facts, dict) else None
