"""Facts declared beside each field: whether its change matters to readers, and what it holds."""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from pydantic import BaseModel, Field
from pydantic.fields import FieldInfo

Weight = Literal["substantive", "editorial", "identity", "entries"]
"""Effect of a change of a field: "substantive" is told to readers and "editorial" is not; "identity" makes
another entry; "entries" is told entry by entry, as the field holds entries with an id of their own."""

Content = Literal["text", "quoted", "value"]
"""Content of a field: the editors' words, an article's words, or anything else (ids, dates, entries)."""

_KEY: Final = "facts"


@dataclass(frozen=True)
class Facts:
    """Declared facts of one field.

    Attributes:
        change: the effect of its change.
        holds: its content. In "text" and "quoted", a change of marks and capitals alone is not told.
        unordered: whether the order of its values has no meaning.
        column: the column of the table of claims that shows it; empty where none does.
        needed: whether it is required unless the entry is withdrawn, when a tombstone needs only its id.
        means: what each value says, where only some may be written; empty otherwise.
    """

    change: Weight
    holds: Content
    unordered: bool = False
    column: str = ""
    needed: bool = False
    means: Mapping[str, str] = dataclasses.field(default_factory=dict)


def declared(
    description: str,
    default: Any = ...,
    *,
    change: Weight,
    holds: Content = "value",
    unordered: bool = False,
    column: str = "",
    needed: bool = False,
    means: Mapping[str, str] | None = None,
) -> Any:
    """Declares a field of an entry with its facts; see `Facts`.

    Args:
        description: the description that editors read in their editor and in schema/fields.md.
        default: the value when the field isn't written; without one it is required.
    """
    facts = Facts(change, holds, unordered, column, needed, means or {})
    return Field(default=default, description=description, json_schema_extra={_KEY: facts})  # type: ignore[dict-item]


def facts_of(field: FieldInfo) -> Facts | None:
    """Returns the facts of a field; None where none are declared."""
    extra = field.json_schema_extra
    facts: object = extra.get(_KEY) if isinstance(extra, dict) else None
    return facts if isinstance(facts, Facts) else None


def fields_of(model: type[BaseModel]) -> Iterator[tuple[str, Facts]]:
    """Yields the name and facts of each declared field of a model, in the order of the model."""
    for name, field in model.model_fields.items():
        if facts := facts_of(field):
            yield name, facts


def without_facts(schema: dict[str, Any]) -> Facts | None:
    """Takes the facts out of the JSON Schema of a field, where they would confuse other programs."""
    facts = schema.pop(_KEY, None)
    return Facts(**facts) if isinstance(facts, dict) else None
