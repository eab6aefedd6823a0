"""The committed schemas are the model's, and say of a file what the generator says of it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.model.diagnostics import HINTS, KINDS
from generator.model.entries import Descriptor, Registry, Summary
from generator.model.entry import Entry
from generator.model.located import LocatedText, Unquoted
from generator.read.source import Source
from generator.read.yaml_values import read_yaml
from generator.render.exports.schema import json_schema
from generator.render.reports.reference import schema_files
from tests.paths import GOLDEN, REPOSITORY

MINIMAL = REPOSITORY / "tests/check/minimal/briefings"


def _plain(value: Any) -> Any:
    """What an editor's YAML 1.2 parser makes of a file."""
    if isinstance(value, Unquoted):
        return {"null": None, "number": 1}.get(value.kind, value.raw == "true")
    if isinstance(value, LocatedText):
        return str(value)
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return {str(key): _plain(one) for key, one in value.items()}


def _faults(model: type[Entry], text: str) -> list[str]:
    value, problems = read_yaml(Source("f.yml", text))
    assert not problems
    errors = Draft202012Validator(json_schema(model)).iter_errors(_plain(value))
    return sorted("/".join(str(step) for step in error.absolute_path) for error in errors)


@pytest.mark.parametrize("name", sorted(schema_files()))
def test_committed_file_is_the_models(name: str) -> None:
    committed = (REPOSITORY / "schema" / name).read_text(encoding="utf-8")
    assert committed == schema_files()[name], "run: python -m generator schema"


def test_nothing_else_is_committed() -> None:
    assert {path.name for path in (REPOSITORY / "schema").iterdir()} == set(schema_files())


@pytest.mark.parametrize("name", [name for name in sorted(schema_files()) if name.endswith(".json")])
def test_schema_is_one(name: str) -> None:
    schema = json.loads(schema_files()[name])
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize(
    "path", sorted(GOLDEN.glob("briefings/*/briefing.yml")), ids=lambda path: path.parent.name
)
def test_briefing_with_every_field_has_no_fault(path: Path) -> None:
    assert _faults(Summary, path.read_text(encoding="utf-8")) == []


def test_registry_with_every_field_has_no_fault() -> None:
    assert _faults(Registry, (GOLDEN / "briefings/actors.yml").read_text(encoding="utf-8")) == []


WRONG = {
    "": ("title: The closed harbour\n", ""),
    " (no such key)": ("status: published\n", "status: published\nsumary: It is closed.\n"),
    "status": ("status: published", "status: public"),
    "title": ("title: The closed harbour", "title: 2024"),
    "bottom_line/0/claims": ("    claims: [harbour-stays-closed]\norigins", "    claims: []\norigins"),
    "bottom_line/0/claims/0": ("    claims: [harbour-stays-closed]\norigins", "    claims: [No Id]\norigins"),
    "claims/0": ("    by: arnesen\n    origin: radio\n", "    origin: radio\n"),
    "claims/0 (a key of its quotes)": ("    origin: radio\n", "    origin: radio\n    cue: said\n"),
    "claims/0/origin": ("    origin: radio\n", "    origin:\n"),
    "claims/1/evidence": ("      b: that no ship had been damaged\n", "      No Id: that no ship\n"),
    "claims/1/evidence/b": ("b: that no ship had been damaged", "b: {note: Nothing is quoted.}"),
    "claims/1/evidence/b (a key above it)": (
        "b: that no ship had been damaged",
        "b: {article: b, exact: that no ship}",
    ),
    "claims/1/evidence/b (the second of two)": (
        "b: that no ship had been damaged",
        "b: [that no ship, {exact: so, by: 1}]",
    ),
    "questions/0/kind": ("    text: When does the harbour open?\n", "    text: When?\n    kind: less\n"),
    "matters": ("  opening:\n", "  Opening:\n"),
    "origins/radio/kind": ("kind: interview", "kind: chat"),
}


@pytest.mark.parametrize("where", WRONG)
def test_wrong_briefings_are_wrong(where: str) -> None:
    text = (MINIMAL / "harbour/briefing.yml").read_text(encoding="utf-8")
    assert _faults(Summary, text) == []
    old, new = WRONG[where]
    assert text.count(old) == 1
    assert _faults(Summary, text.replace(old, new)) == [where.partition(" (")[0]]


def test_tombstone_needs_only_its_id() -> None:
    text = (MINIMAL / "harbour/briefing.yml").read_text(encoding="utf-8")
    bare = text + "  - id: how-thick\n"
    assert _faults(Summary, bare) == ["questions/1", "questions/1"]
    assert _faults(Summary, bare + "    withdrawn: {date: 2024-11-01, reason: Nobody asks.}\n") == []


def test_descriptor() -> None:
    assert _faults(Descriptor, "language: pt-BR\nreliability: B\nreliability_reason: So\n") == []
    assert _faults(Descriptor, "language: English\nrights: all\nurl: 3\n") == ["language", "rights", "url"]


def _models(model: type[Entry]) -> dict[str, set[str]]:
    schema = json_schema(model)
    parts = {model.__name__: schema, **schema.get("$defs", {})}
    return {name: set(part["properties"]) for name, part in parts.items() if "properties" in part}


def _parts(name: str) -> list[dict[str, Any]]:
    """Every schema within the schema of a file."""
    found: list[dict[str, Any]] = []

    def look(value: Any) -> None:
        if isinstance(value, dict):
            found.append(value)
        for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            look(inner)

    look(json.loads(schema_files()[name]))
    return found


INPUTS = ("briefing.schema.json", "actors.schema.json", "article.schema.json")


@pytest.mark.parametrize("name", INPUTS)
def test_values_are_explained_and_patterns_answered_in_editors(name: str) -> None:
    listed = [part for part in _parts(name) if isinstance(part.get("enum"), list)]
    assert listed
    for part in listed:
        assert len(part["enumDescriptions"]) == len(part["enum"])
    written = [part for part in _parts(name) if isinstance(part.get("pattern"), str)]
    assert written
    assert [part for part in written if "patternErrorMessage" not in part] == []


def test_data_for_programs_advise_nobody() -> None:
    assert [part for part in _parts("api.schema.json") if "patternErrorMessage" in part] == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("as_of: 2024-10-13", "as_of: 13 October 2024", "A date is written 2024-10-13"),
        ("as_of: 2024-10-13", "as_of: 2024-13", "A date is written 2024-10-13"),
        ("id: harbour-stays-closed", "id: Harbour stays closed", "An id is made of lower-case letters"),
    ],
)
def test_what_is_wrongly_written_is_answered(old: str, new: str, told: str) -> None:
    text = (MINIMAL / "harbour/briefing.yml").read_text(encoding="utf-8").replace(old, new, 1)
    value, _ = read_yaml(Source("f.yml", text))
    errors = Draft202012Validator(json_schema(Summary)).iter_errors(_plain(value))
    inner = [one for error in errors for one in (error, *(error.context or ()))]
    answers = [one.schema.get("patternErrorMessage") for one in inner if one.validator == "pattern"]
    assert len(answers) == 1
    assert answers[0].startswith(told)


def test_what_editors_put_in_is_as_the_schema_says() -> None:
    schema = json_schema(Summary)
    offered = {
        name: part["defaultSnippets"] for name, part in schema["$defs"].items() if "defaultSnippets" in part
    }
    assert set(offered) == {"Claim", "Question", "Sentence"}
    for name, snippets in offered.items():
        for snippet in snippets:
            filled = json.loads(re.sub(r"\$\{\d:([^}]*)\}", r"\1", json.dumps(snippet["body"])))
            assert "$" not in json.dumps(filled)
            here = {**schema, "$ref": f"#/$defs/{name}"}
            here.pop("properties"), here.pop("then", None), here.pop("if", None)
            here["additionalProperties"] = True
            assert [error.message for error in Draft202012Validator(here).iter_errors(filled)] == []


def test_editors_that_read_vscodes_settings_find_the_schemas() -> None:
    settings = json.loads((REPOSITORY / ".vscode/settings.json").read_text(encoding="utf-8"))
    bound = settings["yaml.schemas"]
    for name, pattern in bound.items():
        assert (REPOSITORY / name).is_file()
        assert name.startswith("schema/")
        assert any(path.match(pattern) for path in GOLDEN.glob("briefings/**/*.yml"))
    assert sorted(bound.values()) == ["briefings/*/briefing.yml", "briefings/actors.yml"]
    advised = json.loads((REPOSITORY / ".vscode/extensions.json").read_text(encoding="utf-8"))
    assert advised == {"recommendations": ["redhat.vscode-yaml"]}


def test_reference_lists_every_field() -> None:
    headings = {
        "Summary": "briefing.yml",
        "Registry": "actors.yml",
        "Descriptor": "An article’s front matter",
    }
    tables = {}
    for part in schema_files()["fields.md"].split("\n## ")[1:]:
        title, _, table = part.partition("\n")
        tables[title] = {row.split("`")[1] for row in table.splitlines() if row.startswith("| `")}
    for model in (Summary, Registry, Descriptor):
        for name, fields in _models(model).items():
            assert tables[headings.get(name, name)] == fields


def test_reference_says_what_every_field_is() -> None:
    rows = [row for row in schema_files()["fields.md"].splitlines() if row.startswith("| `")]
    assert not [row for row in rows if not all(cell.strip() for cell in row.split(" | ")[2:])]
    assert not [row for row in rows if "<" in row]


def test_reference_says_what_each_value_means() -> None:
    written = schema_files()["fields.md"]
    assert "What `status` says:\n\n- `draft`: " in written
    meanings = [
        part["enumDescriptions"]
        for name in INPUTS
        for part in _parts(name)
        # The codes of hints are told with those of errors, in a list of their own.
        if "enumDescriptions" in part and part["enum"] != list(HINTS)
    ]
    assert [words for listed in meanings for words in listed if f": {words}\n" not in written] == []


def test_reference_lists_every_problem() -> None:
    rows = [
        row.split("`")[1] for row in schema_files()["diagnostics.md"].splitlines() if row.startswith("| `")
    ]
    assert sorted(rows) == sorted(KINDS)
