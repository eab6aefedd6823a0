"""Whether a person's answer is there."""

from generator.analyse.findings.answers import answers
from tests.analyse.makers import summary_of


def claim(id: str, by: str, about: list[str], **more: object) -> dict[str, object]:
    return {"id": id, "by": by, "about": about, **more}


def test_nothing_of_the_person_is_carried() -> None:
    made = summary_of(claims=[claim("blamed", "other", ["mayor"]), claim("else", "other", ["road"])])
    found = answers(made, "mayor")
    assert (found.said_of, found.answers, found.elsewhere) == (("blamed",), (), ())


def test_words_on_the_same_matter_or_joined_by_an_editor_answer() -> None:
    joined = [{"kind": "corroborates", "claim": "denied", "note": "Said in two places."}]
    made = summary_of(
        claims=[
            claim("blamed", "other", ["mayor"], matter="bridge"),
            claim("accused", "other", ["mayor"], relations=joined),
            claim("denied", "mayor", []),
            claim("on-it", "mayor", ["road"], matter="bridge"),
            claim("weather", "mayor", [], matter="sky"),
        ]
    )
    found = answers(made, "mayor")
    assert found.said_of == ("blamed", "accused")
    assert found.answers == ("denied", "on-it")
    assert found.elsewhere == ("weather",)


def test_what_a_person_says_of_themselves_is_not_said_of_them_by_others() -> None:
    assert answers(summary_of(claims=[claim("own", "mayor", ["mayor"])]), "mayor").said_of == ()
