"""The files of schema/: JSON Schemas for editors, and the reference of every field and problem."""

import json
from collections.abc import Iterator
from typing import Any

from generator.model.diagnostics import KINDS, Severity
from generator.render.exports.schema import _FILES, data_schema, json_schema


def schema_files() -> dict[str, str]:
    """The text of each file in schema/, by name."""
    schemas = {name: json_schema(model) for name, model in _FILES.items()}
    files = {
        name: json.dumps(schema, ensure_ascii=False, indent=2) + "\n" for name, schema in schemas.items()
    }
    files["api.schema.json"] = data_schema()
    return {**files, "fields.md": _fields(schemas), "diagnostics.md": _diagnostics()}


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
