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


def quoted(*quotes: dict[str, object]) -> list[dict[str, object]]:
    return [{"article": "a", "exact": "so", **quote} for quote in quotes]


def test_a_claim_that_one_article_gives_to_the_person_is_the_person_s_own() -> None:
    """Whoever the claim's speaker is: in that article the person answers."""
    made = summary_of(
        claims=[
            claim("blamed", "other", ["mayor"], matter="bridge"),
            claim("shared", "council", ["mayor"], matter="bridge", evidence=quoted({}, {"by": "mayor"})),
        ]
    )
    found = answers(made, "mayor")
    assert (found.said_of, found.answers) == (("blamed",), ("shared",))


def test_what_only_may_be_the_person_s_is_no_answer() -> None:
    open_to_both = quoted({"by_open": ["mayor", "article"]})
    made = summary_of(
        claims=[
            claim("blamed", "other", ["mayor"], matter="bridge"),
            claim("perhaps", "council", [], matter="bridge", evidence=open_to_both),
        ]
    )
    found = answers(made, "mayor")
    assert (found.said_of, found.answers, found.elsewhere) == (("blamed",), (), ())


def test_whom_a_claim_s_text_names_is_spoken_of_too() -> None:
    made = summary_of(
        actors={"mayor": {"name": "Ole Berg", "kind": "person"}},
        claims=[claim("blamed", "other", [], text="Others blame Berg.")],
    )
    assert answers(made, "mayor").said_of == ("blamed",)
