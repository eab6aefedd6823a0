"""The files of schema/: JSON Schemas, and the Markdown reference of every field and problem."""

import json
from collections.abc import Iterator
from typing import Any

from generator.model.diagnostics import KINDS, Severity
from generator.render.exports.schema import INPUT_FILES, data_schema, json_schema


def schema_files() -> dict[str, str]:
    """Write the files of schema/; returns their text by name."""
    schemas = {name: json_schema(model) for name, model in INPUT_FILES.items()}
    files = {
        name: json.dumps(schema, ensure_ascii=False, indent=2) + "\n" for name, schema in schemas.items()
    }
    files["api.schema.json"] = data_schema()
    return {**files, "fields.md": _fields_reference(schemas), "diagnostics.md": _problems_reference()}


def _fields_reference(schemas: dict[str, dict[str, Any]]) -> str:
    lines = [
        "# Every field",
        "",
        "Written by `python -m generator schema` from the model; `!` marks what is required.",
        "",
    ]
    seen: set[str] = set()
    for name, schema in schemas.items():
        where = {"briefing": "briefing.yml", "actors": "actors.yml", "article": "An article’s front matter"}
        lines += _field_table(where[name.split(".")[0]], schema)
        for part, definition in schema.get("$defs", {}).items():
            if part not in seen and "properties" in definition:
                seen.add(part)
                lines += _field_table(part, definition)
    return "\n".join(lines).rstrip() + "\n"


def _field_table(title: str, part: dict[str, Any]) -> Iterator[str]:
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
        yield f"| `{name}` | {mark} | {_field_type(field)} | {_escaped_cell(field.get('description', ''))} |"
    yield ""
    for name, field in part["properties"].items():
        if meanings := field.get("enumDescriptions"):
            yield f"What `{name}` says:"
            yield ""
            yield from (
                f"- `{value}`: {meaning}" for value, meaning in zip(field["enum"], meanings, strict=True)
            )
            yield ""


def _field_type(field: dict[str, Any]) -> str:
    """The type of a field in a few words, from its JSON Schema."""
    if "enum" in field:
        return ", ".join(f"`{value}`" for value in field["enum"])
    if "$ref" in field:
        return str(field["$ref"]).rsplit("/", 1)[-1]
    if "anyOf" in field:
        kinds = [_field_type(option) for option in field["anyOf"] if option.get("type") != "null"]
        return " or ".join(dict.fromkeys(kinds))
    if field.get("type") == "array":
        return f"list of {_field_type(field.get('items', {}))}"
    if field.get("type") == "object":
        return f"mapping of ids to {_field_type(next(iter(field.get('patternProperties', {}).values()), {}))}"
    if field.get("type") == "boolean":
        return "true or false"
    return "id" if "pattern" in field and "a-z0-9][" in field["pattern"] else "text"


def _problems_reference() -> str:
    lines = ["# Every problem", "", "Written by `python -m generator schema` from the table of problems.", ""]
    for severity, title in (
        (Severity.ERROR, "Errors stop the publication of the whole site"),
        (Severity.HINT, "Hints stop nothing"),
    ):
        lines += [f"## {title}", "", "| code | says | what to do |", "|---|---|---|"]
        lines += [
            f"| `{code}` | {_escaped_cell(kind.message)} | {_escaped_cell(kind.hint)} |"
            for code, kind in sorted(KINDS.items())
            if kind.severity is severity
        ]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _escaped_cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")
