"""Questions grouped by what would settle them: only where two or more wait for the same."""

from typing import Any, Final

from generator.analyse.findings.settling import by_what_settles
from tests.analyse.makers import summary_of

ORIGINS: Final = {id: {"title": id.title(), "kind": "interview"} for id in ("talk", "record")}


def question(id: str, **given: object) -> dict[str, Any]:
    return {"id": id, "text": f"{id}?", "claims": [], **given}


def groups(*questions: dict[str, Any]) -> list[tuple[str, str, str]]:
    made = summary_of(questions=list(questions), origins=ORIGINS)
    return [
        (group.origin, group.otherwise, " ".join(question.id for question in group.questions))
        for group in by_what_settles(made, made.summary.questions)
    ]


def test_a_single_question_is_no_group_and_stands_before_those_that_are() -> None:
    assert groups(
        question("a", settled_by="talk"),
        question("b", would_settle="A map"),
        question("c", settled_by="talk"),
        question("d", settled_by="record"),
        question("e"),
        question("f"),
    ) == [("", "", "b d e f"), ("talk", "", "a c")]


def test_the_largest_group_comes_first_and_the_same_words_make_one() -> None:
    assert groups(
        question("a", would_settle="A map"),
        question("b", would_settle="A map"),
        question("c", would_settle="A map of it"),
        *(question(id, settled_by="talk") for id in "def"),
    ) == [("", "", "c"), ("talk", "", "d e f"), ("", "A map", "a b")]


def test_of_several_origins_the_one_that_answers_most_counts_and_no_question_stands_twice() -> None:
    assert groups(
        question("a", settled_by=["talk", "record"]),
        question("b", settled_by="record"),
        question("c", settled_by=["record"], would_settle="A map"),
        question("d", would_settle="A map"),
    ) == [("", "", "d"), ("record", "", "a b c")]


def test_without_questions_there_is_no_group() -> None:
    assert groups() == []
