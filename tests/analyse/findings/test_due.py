"""Questions due for a check."""

from generator.analyse.findings.due import due
from tests.analyse.makers import summary_of


def question(id: str, **more: object) -> dict[str, object]:
    return {"id": id, "text": "Why?", "claims": ["a"], **more}


def test_the_longest_unchecked_comes_first() -> None:
    made = summary_of(
        questions=[
            question("never"),
            question("new", checked="2026-02-01"),
            question("opened", opened="2026-01-15"),
            question("old", opened="2020-01-01", checked="2026-01-01"),
        ]
    )
    assert [one.question.id for one in due([made])] == ["old", "opened", "new", "never"]


def test_answered_and_withdrawn_questions_are_not_due() -> None:
    answer = {"text": "Because.", "claims": ["a"]}
    made = summary_of(
        claims=[{"id": "a"}],
        questions=[
            question("done", status="answered", resolution=answer),
            question("part", status="partly-answered", resolution=answer),
            question("gone", withdrawn={"date": "2026-01-01", "reason": "Put wrongly."}),
        ],
    )
    assert [one.question.id for one in due([made])] == ["part"]


def test_an_archived_briefing_is_not_checked_any_more() -> None:
    assert due([summary_of(questions=[question("a")], status="archived")]) == ()
