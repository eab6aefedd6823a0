"""Facts of fields: each field says whether its change matters, and whose words it holds."""

from typing import Literal, get_args, get_origin

from generator.analyse.checks.run import examine
from generator.model import claims, dated, entries
from generator.model.briefing import Library
from generator.model.claims import Claim, Evidence
from generator.model.dated import StatedDate
from generator.model.entries import Question, Registry, Sentence
from generator.model.entry import Entry
from generator.model.facts import Facts, declared, facts_of, fields_of
from generator.render.words.data import COLUMNS
from tests.analyse.makers import make_article, make_briefing

ENTRIES = list(
    dict.fromkeys(
        model
        for module in (entries, claims, dated)
        for model in vars(module).values()
        if isinstance(model, type) and issubclass(model, Entry) and model is not Entry
    )
)


def without_facts(models: list[type[Entry]]) -> list[str]:
    return [
        f"{model.__name__}.{name}"
        for model in models
        for name, field in model.model_fields.items()
        if facts_of(field) is None
    ]


def test_every_field_declares_its_facts() -> None:
    assert len(ENTRIES) > 15
    assert without_facts(ENTRIES) == []


def test_control_a_field_without_facts_is_seen() -> None:
    class Odd(Entry):
        known: str = declared("Known.", "", change="editorial")
        plain: str = ""

    assert without_facts([Odd]) == ["Odd.plain"]
    assert dict(fields_of(Odd)) == {"known": Facts("editorial", "value")}


def _values(model: type[Entry], name: str) -> set[str]:
    """The values that a field may have, where only some may be written."""
    kinds = [model.model_fields[name].annotation]
    kinds += [*get_args(kinds[0])]
    return {value for kind in kinds if get_origin(kind) is Literal for value in get_args(kind)}


def meanings_off(models: list[type[Entry]]) -> list[str]:
    """Fields whose values don't all have a meaning, or where a meaning has no value or no words."""
    return [
        f"{model.__name__}.{name}"
        for model in models
        for name, facts in fields_of(model)
        if {*facts.means} != _values(model, name) or not all(facts.means.values())
    ]


def test_each_value_of_a_field_has_a_meaning() -> None:
    assert len([name for model in ENTRIES for name, facts in fields_of(model) if facts.means]) > 9
    assert meanings_off(ENTRIES) == []


def test_control_a_value_without_meaning_is_seen() -> None:
    class Odd(Entry):
        told: Literal["a", "b"] = declared("Told.", "a", change="editorial", means={"a": "A.", "b": "B."})
        half: Literal["a", "b"] | None = declared("Half.", None, change="editorial", means={"a": "A."})
        over: str = declared("Over.", "", change="editorial", means={"a": "A."})

    assert meanings_off([Odd]) == ["Odd.half", "Odd.over"]


def test_the_key_of_an_entry_and_nothing_else_is_its_identity() -> None:
    keys = {name for model in ENTRIES for name, facts in fields_of(model) if facts.change == "identity"}
    assert keys == {"id"}


def test_a_name_holds_words_in_all_entries_or_in_none() -> None:
    """Changes are compared by the names of fields, whatever entry they stand in."""
    text = {name for model in ENTRIES for name, facts in fields_of(model) if facts.holds != "value"}
    value = {name for model in ENTRIES for name, facts in fields_of(model) if facts.holds == "value"}
    assert text & value == set()


def test_the_table_of_claims_has_the_columns_that_fields_declare() -> None:
    declared_columns = {
        facts.column for model in (Claim, Evidence) for _, facts in fields_of(model) if facts.column
    }
    worked_out = {"briefing", "speech", "source", "url"}
    assert declared_columns | worked_out == set(COLUMNS)
    assert not declared_columns & worked_out


def test_words_of_an_article_are_held_to_the_articles() -> None:
    """For each field that holds an article's words, words that stand in none are told of."""
    yaml = """
    actors:
      kim: {{name: Kim, kind: person}}
    claims:
      - id: c
        text: Kim promises to build.
        by: {by}
        {more}
        evidence: {{a: {{exact: {exact}{ends}}}}}
    questions:
      - id: q
        text: Will Kim build?
        claims: [c]
        differ: Here and now, or later.
        kind: goes-further
        ladder: [{ladder}]
    """
    plain = {"by": "kim", "more": "note: x", "exact": "We will build here and now", "ends": ""}
    plain["ladder"] = "here and now"
    nowhere = "The bishop whispered"
    cases = {
        "exact": {"exact": nowhere},
        "prefix": {"ends": f", prefix: {nowhere}"},
        "suffix": {"ends": f", suffix: {nowhere}"},
        "described_as": {"by": "unnamed", "ends": f", described_as: {nowhere}"},
        "via": {"more": f"via: {nowhere}"},
        "as_stated": {"more": f"said: {{as_stated: {nowhere}}}"},
        "cue": {"ends": ", cue: whispered"},
        "ladder": {"ladder": nowhere},
    }
    quoted = {
        name
        for model in (Claim, Evidence, StatedDate, Sentence, Question)
        for name, facts in fields_of(model)
        if facts.holds == "quoted"
    }
    assert set(cases) == quoted

    def codes(case: dict[str, str]) -> set[str]:
        text = yaml.format_map(plain | case)
        briefing = make_briefing(text, make_article("“We will build here and now,” Kim said."))
        problems = examine(Library(Registry(actors={}), (briefing,)))[1]
        return {problem.code for problem in problems}

    sound = codes({})
    assert {name for name, case in cases.items() if codes(case) <= sound} == set()
