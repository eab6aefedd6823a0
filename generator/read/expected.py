"""What a model's schema expects at a place of a file: the fields there, their values and their meaning."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from generator.model.claims import written_as_keys
from generator.model.entry import Entry


def fields_beside(model: type[Entry], loc: tuple[str | int, ...]) -> list[str]:
    """Returns the fields that the mapping with the unknown key may have, from the model's schema."""
    beside = _schema_beside(model, loc)
    return [name for name in beside.get("properties", {}) if name not in written_as_keys(beside)]


def takes_list(model: type[Entry], loc: tuple[str | int, ...]) -> bool:
    """Tests whether a field, or the field that an entry of a list is in, takes a list."""
    if isinstance(loc[-1], int):
        loc = loc[:-1]  # one id, where a list may stand
    node = _schema_beside(model, loc).get("properties", {}).get(loc[-1], {})
    return any("items" in option for option in (node, *node.get("anyOf", ())))


def holds_fields(model: type[Entry], loc: tuple[str | int, ...]) -> bool:
    """Tests whether a field's value is a mapping or a list of entries."""
    beside = _schema_beside(model, loc)
    node = _resolve(_schema(model), beside.get("properties", {}).get(loc[-1]) or _entry_by_id(beside))
    return "properties" in node or "patternProperties" in node or "properties" in node.get("items", {})


def is_field_below(model: type[Entry], loc: tuple[str | int, ...]) -> bool:
    """Tests whether a key of a mapping by id is the name of a field that its entries have."""
    if not loc:
        return False
    entry = _resolve(_schema(model), _entry_by_id(_schema_beside(model, loc)))
    return loc[-1] in entry.get("properties", {})


def described(model: type[Entry], loc: tuple[str | int, ...]) -> str:
    """Describes a field's value: its description in the model's schema, and its values where they are few."""
    node = _schema_beside(model, loc).get("properties", {}).get(loc[-1], {})
    values = [value for option in (node, *node.get("anyOf", ())) for value in option.get("enum", ())]
    described = str(node.get("description", "")).rstrip(".")
    if not described:
        return ""
    if len(values) > 1:
        return f": {', '.join(values[:-1])} or {values[-1]}"
    return f": {described[0].lower()}{described[1:]}"


def way_out_of_nothing(model: type[Entry], loc: tuple[str | int, ...]) -> str:
    """Tells what to do about a field without a value: only one that may be missing may be taken out."""
    beside = _schema_beside(model, loc)
    needed = (*beside.get("required", ()), *_needed().get(beside.get("title", ""), ()))
    may_be_missing = loc[-1] not in needed and not isinstance(loc[-1], int)
    return "Write its value, or take the field out." if may_be_missing else "Write its value."


@cache
def entry_models() -> tuple[type[Entry], ...]:
    """Returns all models of entries that are declared by now."""

    def models(model: type[Entry]) -> Iterator[type[Entry]]:
        yield model
        for below in model.__subclasses__():
            yield from models(below)

    return tuple(models(Entry))


def _schema_beside(model: type[Entry], loc: tuple[str | int, ...]) -> dict[str, Any]:
    """Returns the schema of the mapping that a place is in."""
    schema = _schema(model)
    node: dict[str, Any] = schema
    for step in loc[:-1]:
        node = _resolve(schema, node)
        if isinstance(step, int) and "items" in node:
            node = node["items"]
        elif isinstance(step, int):  # quotes, which are written by article
            node = _entry_by_id(node)
        else:
            node = node.get("properties", {}).get(step) or _entry_by_id(node)
    return _resolve(schema, node)


@cache
def _needed() -> dict[str, tuple[str, ...]]:
    """Returns the fields that an entry needs unless it is withdrawn, by the model's name."""
    return {model.__name__: model.needs for model in entry_models()}


def _entry_by_id(node: dict[str, Any]) -> dict[str, Any]:
    """Returns the schema of the entries of a mapping whose keys are ids."""
    entries: dict[str, Any] = next(iter(node.get("patternProperties", {}).values()), {})
    return entries


@cache
def _schema(model: type[Entry]) -> dict[str, Any]:
    return model.model_json_schema()


def _resolve(schema: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    """Follows references and alternatives to the schema that describes a mapping or a list."""
    while True:
        if "$ref" in node:
            node = schema["$defs"][node["$ref"].rsplit("/", 1)[-1]]
        elif "anyOf" in node:
            options = [_resolve(schema, option) for option in node["anyOf"]]
            node = next((option for option in options if "properties" in option or "items" in option), {})
        else:
            return node
