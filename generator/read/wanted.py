"""What the model wants at each place of a file: text, an id, a date, a list or a mapping."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.model.dated import StatedDate
from generator.model.entry import Entry
from generator.model.located import LocatedList, LocatedMapping
from generator.model.texts import ID_PATTERN

Loc = tuple[str | int, ...]
"""Path of keys and indexes from the whole of a file to a value."""

_Schema = dict[str, Any]


@dataclass(frozen=True)
class Wanted:
    """What may stand at one place.

    Attributes:
        kinds: some of text, id, date, word (one of a few), flag, list, mapping (by id) and entry.
        fields: the fields of an entry, in the order of the model; empty for anything else.
    """

    kinds: frozenset[str]
    fields: tuple[str, ...]
    _options: tuple[_Schema, ...]
    _whole: _Schema

    def at(self, step: str | int) -> "Wanted | None":
        """Returns what is wanted one step further; None where the model has nothing there."""
        for option in self._options:
            if isinstance(step, int):
                if "items" in option:
                    return _wanted(self._whole, option["items"])
            elif step in option.get("properties", {}):
                return _wanted(self._whole, option["properties"][step], step)
            elif "patternProperties" in option:
                return _wanted(self._whole, next(iter(option["patternProperties"].values())))
        return None


@dataclass(frozen=True)
class Place:
    """A value of a file, where it is, and what is wanted there.

    Attributes:
        loc: its path.
        field: the field that it is the value of, or among the values of.
        value: the value that was read.
    """

    loc: Loc
    field: str
    wanted: Wanted
    value: Any


def places(model: type[Entry], value: Any) -> Iterator[Place]:
    """Yields every value of a file for which the model has a place, each before what is in it."""
    yield from _places(Place((), "", wanted_of(model), value))


@cache
def wanted_at(model: type[Entry], loc: Loc) -> Wanted | None:
    """Returns what is wanted at a path of a file; None where the model has nothing there."""
    if not loc:
        return wanted_of(model)
    above = wanted_at(model, loc[:-1])
    return above.at(loc[-1]) if above else None


def wanted_of(model: type[Entry]) -> Wanted:
    """Returns what is wanted of a whole file."""
    schema = _schema_of(model)
    return _wanted(schema, schema)


def _places(place: Place) -> Iterator[Place]:
    yield place
    steps: Sequence[tuple[str | int, Any]] = ()
    if isinstance(place.value, LocatedMapping):
        steps = list(place.value.items())
    elif isinstance(place.value, LocatedList):
        steps = list(enumerate(place.value))
    for step, inner in steps:
        wanted = place.wanted.at(step)
        if wanted is None:
            continue
        named = isinstance(step, str) and step in place.wanted.fields
        yield from _places(Place((*place.loc, step), str(step) if named else place.field, wanted, inner))


@cache
def _schema_of(model: type[Entry]) -> _Schema:
    return model.model_json_schema()


def _wanted(whole: _Schema, node: _Schema, field: str = "") -> Wanted:
    options = tuple(_options(whole, node))
    is_date = field == "edtf" or any(option.get("title") == StatedDate.__name__ for option in options)
    kinds = frozenset(kind for option in options if (kind := _kind(option, is_date)))
    fields = tuple(name for option in options for name in option.get("properties", {}))
    return Wanted(kinds, fields, options, whole)


def _options(whole: _Schema, node: _Schema) -> Iterator[_Schema]:
    if "$ref" in node:
        yield from _options(whole, whole["$defs"][node["$ref"].rsplit("/", 1)[-1]])
    elif "anyOf" in node:
        for option in node["anyOf"]:
            yield from _options(whole, option)
    else:
        yield node


def _kind(option: Mapping[str, Any], is_date: bool) -> str:
    kind = option.get("type")
    if kind == "string":
        if option.get("pattern") == ID_PATTERN:
            return "id"
        if is_date:
            return "date"
        return "word" if "enum" in option or "pattern" in option else "text"
    if kind == "object":
        return "entry" if "properties" in option else "mapping"
    return {"array": "list", "boolean": "flag"}.get(str(kind), "")
