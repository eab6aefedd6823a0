"""Entry: the base of all entries of a briefing, with closed fields and the places where they were written."""

from collections.abc import Mapping
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
from generator.model.letters import Letter, letters_in, written_offset
from generator.model.located import LocatedMapping, LocatedText, locate
from generator.model.span import NOWHERE, Span

PARTLY: Final = "partly"
"""Key of a validation's context: missing fields were reported already, so the rest is accepted."""


class Entry(BaseModel):
    """An entry of the YAML: unknown keys are errors, values do not change once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_enum_values=False)

    _written: LocatedMapping | None = PrivateAttr(default=None)
    _letters: Mapping[str, str] | None = PrivateAttr(default=None)
    needs: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        cls.needs = tuple(name for name, facts in fields_of(cls) if facts.needed)

    @model_validator(mode="wrap")
    @classmethod
    def _remember(cls, data: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        """Keeps the written mapping, and reports missing needed fields together with all other errors."""
        missing: list[InitErrorDetails] = []
        if isinstance(data, dict) and "withdrawn" not in data and not (info.context or {}).get(PARTLY):
            missing = [
                InitErrorDetails(type="missing", loc=(name,), input=data)
                for name in cls.needs
                if name not in data
            ]
        try:
            entry = handler(data)
        except ValidationError as problems:
            raise ValidationError.from_exception_data(
                cls.__name__, [*_init_details(problems), *missing]
            ) from None
        if missing:
            raise ValidationError.from_exception_data(cls.__name__, missing)
        if isinstance(data, LocatedMapping):
            entry._written = data
        return entry

    def at(self, *path: str | int) -> Span:
        """Returns where the value at ``path`` was written; without a path, the entry's first key."""
        return NOWHERE if self._written is None else locate(self._written, path)

    def whole(self) -> Span:
        """Returns where the entry as a whole was written, from its first key on."""
        return NOWHERE if self._written is None else self._written.span

    def key_at(self, key: str) -> Span:
        """Returns where the key itself was written."""
        return self.at(key, "[key]")

    def within(self, start: int, end: int, *path: str | int) -> Span:
        """Returns where the code points ``start`` to ``end`` of the text at ``path`` were written.

        The offsets are those of the text as this entry has it, with the letters of articles written out.
        """
        text = self._text_at(path)
        if text is not None and self._letters is not None:
            start, end = (written_offset(text, self._letters, offset) for offset in (start, end))
        return self.at(*path) if text is None else text.within(start, end)

    def written_at(self, start: int, end: int, *path: str | int) -> Span:
        """Returns the place of the code points ``start`` to ``end`` of the text as it is written."""
        text = self._text_at(path)
        return self.at(*path) if text is None else text.within(start, end)

    def _text_at(self, path: tuple[str | int, ...]) -> LocatedText | None:
        value: Any = self._written
        for step in path:
            if isinstance(value, LocatedText):
                break
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return None
        return value if isinstance(value, LocatedText) else None

    def letters_in(self, *path: str | int) -> tuple[Letter, ...]:
        """Returns the places of the text at ``path`` that stand for letters of articles, as it is written."""
        text = self._text_at(path)
        return tuple(letters_in(text, self._letters)) if text is not None and self._letters else ()

    def remember_letters(self, letters: Mapping[str, str]) -> None:
        """Keeps the letters by which the texts of this copy were written out, so that places stay right."""
        self._letters = letters

    def written(self) -> frozenset[str]:
        """Returns the names of the fields that the editor wrote."""
        return frozenset(self.model_fields_set)


def _init_details(problems: ValidationError) -> list[InitErrorDetails]:
    """Converts the errors to the form in which pydantic raises them again, together with others."""
    return [
        InitErrorDetails(
            type=PydanticCustomError(error["type"], "{told}", {"told": error["msg"], **error.get("ctx", {})}),
            loc=error["loc"],
            input=error["input"],
        )
        for error in problems.errors(include_url=False)
    ]
