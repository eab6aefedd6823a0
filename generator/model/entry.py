"""What every entry of a briefing has in common: closed fields, and a memory of where it was written."""

from typing import Any, ClassVar, Final, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    PrivateAttr,
    ValidationError,
    ValidationInfo,
    model_validator,
)
from pydantic_core import InitErrorDetails, PydanticCustomError

from generator.model.facts import fields_of
from generator.model.located import LocatedMapping, LocatedText, locate
from generator.model.span import NOWHERE, Span

PARTLY: Final = "partly"
"""In a validation's context: what is missing was told already, and the rest is wanted all the same."""


class Entry(BaseModel):
    """An entry of the YAML: unknown keys are errors, values do not change once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_enum_values=False)

    _written: LocatedMapping | None = PrivateAttr(default=None)
    needs: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        cls.needs = tuple(name for name, facts in fields_of(cls) if facts.needed)

    @model_validator(mode="wrap")
    @classmethod
    def _remember(cls, data: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        """Keep the written mapping, and tell a missing needed field together with all other errors."""
        found: list[InitErrorDetails] = []
        if isinstance(data, dict) and "withdrawn" not in data and not (info.context or {}).get(PARTLY):
            found = [
                InitErrorDetails(type="missing", loc=(name,), input=data)
                for name in cls.needs
                if name not in data
            ]
        try:
            entry = handler(data)
        except ValidationError as problems:
            raise ValidationError.from_exception_data(cls.__name__, [*_again(problems), *found]) from None
        if found:
            raise ValidationError.from_exception_data(cls.__name__, found)
        if isinstance(data, LocatedMapping):
            entry._written = data
        return entry

    def at(self, *path: str | int) -> Span:
        """Where the value at ``path`` was written; without a path, the entry's first key."""
        return NOWHERE if self._written is None else locate(self._written, path)

    def key_at(self, key: str) -> Span:
        """Where the key itself was written."""
        return self.at(key, "[key]")

    def within(self, start: int, end: int, *path: str | int) -> Span:
        """Where the code points ``start`` to ``end`` of the text at ``path`` were written."""
        value: Any = self._written
        for step in path:
            if isinstance(value, LocatedText):
                break
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return self.at(*path)
        return value.within(start, end) if isinstance(value, LocatedText) else self.at(*path)

    def written(self) -> frozenset[str]:
        """The names of the fields that the editor wrote."""
        return frozenset(self.model_fields_set)


def _again(problems: ValidationError) -> list[InitErrorDetails]:
    """The same problems in the form in which they can be raised once more with others added."""
    return [
        InitErrorDetails(
            type=PydanticCustomError(one["type"], "{told}", {"told": one["msg"], **one.get("ctx", {})}),
            loc=one["loc"],
            input=one["input"],
        )
        for one in problems.errors(include_url=False)
    ]
