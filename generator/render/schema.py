"""The JSON Schemas that editors load, and the reference of every field and problem, from the model."""

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from pydantic.json_schema import models_json_schema

from generator.model.diagnostics import KINDS, Severity
from generator.model.entries import Descriptor, Registry, Summary
from generator.model.entry import Entry
from generator.render.data_model import FILES

_FILES: Final[Mapping[str, type[Entry]]] = MappingProxyType(
    {"briefing.schema.json": Summary, "actors.schema.json": Registry, "article.schema.json": Descriptor}
)


def schema_files() -> dict[str, str]:
    """The text of each file in schema/, by name."""
    schemas = {name: json_schema(model) for name, model in _FILES.items()}
    files = {
        name: json.dumps(schema, ensure_ascii=False, indent=2) + "\n" for name, schema in schemas.items()
    }
    files["api.schema.json"] = data_schema()
    return {**files, "fields.md": _fields(schemas), "diagnostics.md": _diagnostics()}


def json_schema(model: type[Entry]) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a file.

    What is required only while an entry isn't withdrawn is written as a condition, which the model's own
    check does not show.
    """
    schema = model.model_json_schema(mode="validation")
    for part in (schema, *schema.get("$defs", {}).values()):
        _require(part)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def data_schema() -> str:
    """The JSON Schema (draft 2020-12) of the site's data files, as text: an index, a briefing or an actor.

    What may be left out is what may be unknown, and what an editor took out of a withdrawn entry.
    """
    _, made = models_json_schema([(model, "serialization") for model in FILES])
    for part in made["$defs"].values():
        always = [
            name
            for name, field in part.get("properties", {}).items()
            if {"type": "null"} not in field.get("anyOf", []) and "needed" not in field
        ]
        part["required"] = always
        _require(part)
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The data of a site of briefings",
        "oneOf": [{"$ref": f"#/$defs/{model.__name__}"} for model in FILES],
        "$defs": made["$defs"],
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _require(part: dict[str, Any]) -> None:
    fields = part.get("properties", {})
    for field in fields.values():
        # What is not known is left out: nothing may be written as null, though the model keeps it so.
        _without_null(field)
        if "patternProperties" in field:
            field["additionalProperties"] = False
    needed = [name for name, field in fields.items() if field.pop("needed", False)]
    if not needed:
        return
    for name in needed:
        fields[name].pop("default", None)
    if "withdrawn" in fields:
        part["if"] = {"not": {"required": ["withdrawn"]}}
        part["then"] = {"required": needed}
    else:
        part["required"] = [*part.get("required", []), *needed]


def _without_null(field: dict[str, Any]) -> None:
    options = [option for option in field.get("anyOf", []) if option != {"type": "null"}]
    if field.get("default", ...) is None:
        del field["default"]
    if len(options) == 1:
        del field["anyOf"]
        field.update(options[0])
    elif options:
        field["anyOf"] = options


def _fields(schemas: dict[str, dict[str, Any]]) -> str:
    lines = [
        "# Every field",
        "",
        "Written by `python -m generator schema` from the model; `!` marks what is required.",
        "",
    ]
    seen: set[str] = set()
    for name, schema in schemas.items():
        where = {"briefing": "briefing.yml", "actors": "actors.yml", "article": "An article’s front matter"}
        lines += _table(where[name.split(".")[0]], schema)
        for part, definition in schema.get("$defs", {}).items():
            if part not in seen and "properties" in definition:
                seen.add(part)
                lines += _table(part, definition)
    return "\n".join(lines).rstrip() + "\n"


def _table(title: str, part: dict[str, Any]) -> Iterator[str]:
    required = {*part.get("required", []), *part.get("then", {}).get("required", [])}
    yield from (
        f"## {title}",
        "",
        part.get("description", ""),
        "",
        "| field | | what | holds |",
        "|---|---|---|---|",
    )
    for name, field in part["properties"].items():
        mark = "!" if name in required else ""
        yield f"| `{name}` | {mark} | {_kind(field)} | {_cell(field.get('description', ''))} |"
    yield ""


def _kind(field: dict[str, Any]) -> str:
    """What a field holds, in a few words."""
    if "enum" in field:
        return ", ".join(f"`{value}`" for value in field["enum"])
    if "$ref" in field:
        return str(field["$ref"]).rsplit("/", 1)[-1]
    if "anyOf" in field:
        kinds = [_kind(option) for option in field["anyOf"] if option.get("type") != "null"]
        return " or ".join(dict.fromkeys(kinds))
    if field.get("type") == "array":
        return f"list of {_kind(field.get('items', {}))}"
    if field.get("type") == "object":
        return f"mapping of ids to {_kind(next(iter(field.get('patternProperties', {}).values()), {}))}"
    if field.get("type") == "boolean":
        return "true or false"
    return "id" if "pattern" in field and "a-z0-9][" in field["pattern"] else "text"


def _diagnostics() -> str:
    lines = ["# Every problem", "", "Written by `python -m generator schema` from the table of problems.", ""]
    for severity, title in (
        (Severity.ERROR, "Errors stop the publication of the whole site"),
        (Severity.HINT, "Hints stop nothing"),
    ):
        lines += [f"## {title}", "", "| code | says | what to do |", "|---|---|---|"]
        lines += [
            f"| `{code}` | {_cell(kind.message)} | {_cell(kind.hint)} |"
            for code, kind in sorted(KINDS.items())
            if kind.severity is severity
        ]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")
