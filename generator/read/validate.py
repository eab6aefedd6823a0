"""Located values into entries of the model, with every fault told in its place."""

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.model.diagnostics import KINDS, Diagnostic, did_you_mean, problem
from generator.model.entry import PARTLY, Entry
from generator.model.located import LocatedList, LocatedMapping, LocatedText, Unquoted, locate
from generator.model.span import Span
from generator.read.yaml_values import DEEPEST

Made = TypeVar("Made", bound=Entry)

_SHAPES = {
    "text": "text",
    "true or false": "true or false, without quotation marks",
    "a list": "a list: each entry on a line of its own after a hyphen, or [in, brackets]",
    "a mapping": "keys and values: each key on a line of its own, with a colon, a space and its value",
}

_EXPECTED = {
    "string_type": "text",
    "bool_type": "true or false",
    "list_type": "a list",
    "tuple_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "mapping_type": "a mapping",
}


def build(model: type[Made], value: Any, path: str) -> tuple[Made | None, list[Diagnostic]]:
    """Make a ``model`` of a file's located value; None when anything in it is wrong."""
    try:
        return model.model_validate(value), []
    except ValidationError as faults:
        return None, [_told(model, value, fault, path) for fault in faults.errors(include_url=False)]


def build_partly(
    model: type[Made], value: Any, path: str
) -> tuple[Made | None, list[Diagnostic], frozenset[str]]:
    """Make a ``model`` of what is right in a file, so that one fault does not hide the next.

    Returns:
        the entry without its faulty parts, every fault, and the ids of the entries that lack something.
    """
    entry, faults = build(model, value, path)
    if entry is not None or not isinstance(value, LocatedMapping):
        return entry, faults, frozenset()
    lost: set[str] = set()
    for _ in range(DEEPEST):  # a part may be left out whole only when what it can't lack was left out of it
        try:
            return model.model_validate(value, context={PARTLY: True}), faults, frozenset(lost)
        except ValidationError as wrong:
            faulty = {_written(value, fault["loc"]) for fault in wrong.errors(include_url=False)}
            lost |= {id for where in faulty for id in _entry_id(value, where)}
            value = _without(value, faulty)
    return None, faults, frozenset(lost)


def _written(value: Any, where: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """The part of a fault's path that the file has; for something missing, the entry that lacks it."""
    for length, step in enumerate(where):
        present = isinstance(value, LocatedMapping) and step in value
        if not present and not (isinstance(value, LocatedList) and isinstance(step, int)):
            return where[:length]
        value = value[step]
    return where


def _entry_id(value: LocatedMapping, where: tuple[str | int, ...]) -> Iterator[str]:
    """The id of the claim, question, actor … that a fault is in; of a field lost whole, its name."""
    if len(where) == 1:
        yield str(where[0])
    elif where:
        holder = value[str(where[0])]
        entry = holder[where[1]]
        if isinstance(holder, LocatedMapping):
            yield str(where[1])
        elif isinstance(entry, LocatedMapping) and isinstance(entry.get("id"), str):
            yield str(entry["id"])


def _without(value: Any, faulty: set[tuple[str | int, ...]], here: tuple[str | int, ...] = ()) -> Any:
    """A copy of a file's values without the faulty ones; a list that loses all it has goes with them."""
    if isinstance(value, LocatedList):
        entries = LocatedList(value.span)
        entries.extend(
            _without(one, faulty, (*here, index))
            for index, one in enumerate(value)
            if (*here, index) not in faulty
        )
        return entries
    if isinstance(value, LocatedMapping):
        kept = LocatedMapping(value.span)
        kept.keys_at = value.keys_at
        for key, held in value.items():
            if (*here, key) not in faulty:
                left = _without(held, faulty, (*here, key))
                if left or not isinstance(held, LocatedList) or not held:
                    kept[key] = left
        return kept
    return value


def _told(model: type[Entry], value: Any, fault: ErrorDetails, path: str) -> Diagnostic:
    where, kind, given = fault["loc"], fault["type"], fault["input"]
    span = locate(value, where)
    if not span.path:
        span = Span(path)
    words: dict[str, Any] = dict(fault.get("ctx", {}))
    field = next((str(step) for step in reversed(where) if isinstance(step, str) and step != "[key]"), "")
    if kind == "missing":
        return problem("missing-field", span, field=field)
    if kind == "extra_forbidden":
        holder = _holder(value, where)
        known = _fields_beside(model, value, where)
        at = holder.keys_at.get(field, span) if isinstance(holder, LocatedMapping) else span
        return problem("unknown-key", at, key=field, mean=did_you_mean(field, known), known=", ".join(known))
    if kind == "comment-cuts-text" and isinstance(given, LocatedText):
        span = given.cut or span
    if kind in KINDS:
        return problem(kind, span, field=field, **{"text": str(given), **words})
    if isinstance(given, Unquoted) and _EXPECTED.get(kind, "text") == "text" and given.raw:
        return problem("unquoted-value", span, text=given.raw, kind=_found(given))
    if isinstance(given, Unquoted) and given.kind == "null":
        return problem("empty-value", span, field=field)
    if kind in _EXPECTED:
        expected = _EXPECTED[kind]
        entry = bool(where) and isinstance(_holder(value, where), LocatedList)
        what = f"An entry of '{field}'" if entry else f"'{field}'" if field else "This file"
        return problem(
            "wrong-type", span, what=what, expected=expected, found=_found(given), shape=_SHAPES[expected]
        )
    if kind in ("literal_error", "enum"):
        expected = str(words["expected"]).replace(" or ", ", ").replace("'", "")
        mean = did_you_mean(str(given), expected.split(", "))
        return problem("unknown-value", span, field=field, text=given, mean=mean, expected=expected)
    if kind in ("string_too_long", "too_long"):
        most = words.get("max_length", words.get("actual_length", ""))
        unit = "characters" if isinstance(given, str) else "entries"
        return problem("too-long", span, field=field, most=most, unit=unit)
    if kind in ("string_too_short", "too_short"):
        return problem("empty-value", span, field=field)
    return problem("invalid-value", span, field=field, text=given, reason=fault["msg"])


def _found(given: object) -> str:
    if isinstance(given, LocatedMapping):
        return "a mapping"
    if isinstance(given, LocatedList):
        return "a list"
    if isinstance(given, Unquoted) and given.kind != "null":
        return f"a {given.kind}"
    return "text" if isinstance(given, LocatedText) else "nothing"


def _holder(value: Any, where: tuple[str | int, ...]) -> Any:
    for step in where[:-1]:
        if isinstance(value, LocatedMapping | LocatedList):
            try:
                value = value[step]  # type: ignore[index]
            except (KeyError, IndexError, TypeError):
                return value
    return value


def _fields_beside(model: type[Entry], value: Any, where: tuple[str | int, ...]) -> list[str]:
    """The fields that the mapping with the unknown key may have, found along the model's own schema."""
    schema = _schema(model)
    here: dict[str, Any] = schema
    for step in where[:-1]:
        here = _resolve(schema, here)
        if isinstance(step, int):
            here = here.get("items", {})
        else:
            named = here.get("properties", {}).get(step)
            here = named or next(iter(here.get("patternProperties", {}).values()), {})
    return list(_resolve(schema, here).get("properties", {}))


@cache
def _schema(model: type[Entry]) -> dict[str, Any]:
    return model.model_json_schema()


def _resolve(schema: dict[str, Any], here: dict[str, Any]) -> dict[str, Any]:
    """Follow references and alternatives to the one that describes a mapping or a list."""
    while True:
        if "$ref" in here:
            here = schema["$defs"][here["$ref"].rsplit("/", 1)[-1]]
        elif "anyOf" in here:
            options = [_resolve(schema, option) for option in here["anyOf"]]
            here = next((one for one in options if "properties" in one or "items" in one), {})
        else:
            return here
