"""JSON Schemas (draft 2020-12) of the files that editors write and of the site's data files."""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from pydantic.json_schema import models_json_schema

from generator.model.claims import written_as_keys
from generator.model.entries import Descriptor, Registry, Summary
from generator.model.entry import Entry
from generator.model.facts import without_facts
from generator.render.exports.model import FILES
from generator.render.exports.snippets import SNIPPETS

DATA_SCHEMA: Final = "api/schema.json"

INPUT_FILES: Final[Mapping[str, type[Entry]]] = MappingProxyType(
    {"briefing.schema.json": Summary, "actors.schema.json": Registry, "article.schema.json": Descriptor}
)


def json_schema(model: type[Entry]) -> dict[str, Any]:
    """Make the JSON Schema (draft 2020-12) of a file.

    What is a key above its entry, as the article of a quote, is no field of it. A field that is required only
    while an entry isn't withdrawn is written as a condition, which pydantic's own schema lacks.
    """
    schema = model.model_json_schema(mode="validation")
    for part in (schema, *schema.get("$defs", {}).values()):
        _without_keys(part)
        _tighten(part)
        if snippet := SNIPPETS.get(part["title"]):
            part["defaultSnippets"] = [snippet]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def data_schema() -> str:
    """Write the JSON Schema (draft 2020-12) of the site's data files: an index, a briefing or an actor.

    A field is optional where it may be unknown, or where an editor may take it out of a withdrawn entry.
    """
    _, schemas = models_json_schema([(model, "serialization") for model in FILES])
    for part in schemas["$defs"].values():
        always = [
            name
            for name, field in part.get("properties", {}).items()
            if {"type": "null"} not in field.get("anyOf", []) and not _is_needed(field)
        ]
        part["required"] = always
        _tighten(part)
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The data of a site of briefings",
        "oneOf": [{"$ref": f"#/$defs/{model.__name__}"} for model in FILES],
        "$defs": _without_advice(schemas["$defs"]),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _without_advice(schema: Any) -> Any:
    """Drop what editors tell to somebody who types, from a schema of files that a program writes."""
    if isinstance(schema, dict):
        return {key: _without_advice(value) for key, value in schema.items() if key != "patternErrorMessage"}
    return [_without_advice(one) for one in schema] if isinstance(schema, list) else schema


def _without_keys(part: dict[str, Any]) -> None:
    """Drop the fields that no mapping of a file has, as they are the key above it."""
    for name in written_as_keys(part):
        del part["properties"][name]
        part["required"].remove(name)


def _tighten(part: dict[str, Any]) -> None:
    fields = part.get("properties", {})
    for field in fields.values():
        # A file leaves out what the model keeps as None, so null is no value.
        _without_null(field)
        if "patternProperties" in field:
            field["additionalProperties"] = False
    facts_of = {name: without_facts(field) for name, field in fields.items()}
    for name, facts in facts_of.items():
        if facts and "enum" in fields[name]:
            # Known to yaml-language-server and VS Code, which show them while a value is chosen.
            fields[name]["enumDescriptions"] = [facts.means[value] for value in fields[name]["enum"]]
    needed = [name for name, facts in facts_of.items() if facts and facts.needed]
    if not needed:
        return
    for name in needed:
        fields[name].pop("default", None)
    if "withdrawn" in fields:
        part["if"] = {"not": {"required": ["withdrawn"]}}
        part["then"] = {"required": needed}
    else:
        part["required"] = [*part.get("required", []), *needed]


def _is_needed(field: dict[str, Any]) -> bool:
    facts = without_facts(dict(field))
    return facts is not None and facts.needed


def _without_null(field: dict[str, Any]) -> None:
    options = [option for option in field.get("anyOf", []) if option != {"type": "null"}]
    if field.get("default", ...) is None:
        del field["default"]
    if len(options) == 1:
        del field["anyOf"]
        field.update(options[0])
    elif options:
        field["anyOf"] = options
