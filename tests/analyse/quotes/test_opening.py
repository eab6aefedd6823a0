"""Opening of a claim's text: whether whoever says it is named first."""

import pytest

from generator.analyse.checks.claim_wording import check_openings
from generator.analyse.quotes.opening import opens_with_speaker
from generator.model.briefing import Briefing
from tests.analyse.makers import summary_of

ACTORS = {
    "moss": {"name": "Lena Moss", "kind": "person", "aliases": ["L. Moss"], "role": "mayor of Odesa"},
    "norway": {"name": "Norway", "kind": "state", "aliases": ["Oslo"]},
    "guard": {"name": "the Coast Guard", "kind": "organisation"},
    "gone": {"withdrawn": {"date": "2024-11-01", "reason": "Taken out."}},
}


def briefing(text: str, by: str | list[str], **more: object) -> Briefing:
    return summary_of(claims=[{"id": "c", "text": text, "by": by, **more}], actors=ACTORS)


def opens(text: str, by: str | list[str]) -> bool:
    made = briefing(text, by)
    return opens_with_speaker(made, made.claims["c"])


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Lena Moss says so.", "moss"),
        ("Moss says so.", "moss"),
        ("L. Moss says so.", "moss"),
        ("The mayor of Odesa says so.", "moss"),
        ("Mayor of Odesa Moss says so.", "moss"),
        ("lena moss says so.", "moss"),
        ("Oslo says so.", "norway"),
        ("The Coast Guard says so.", "guard"),
        # Typography is folded.
        ("Lena\u00a0Moss says so.", "moss"),
        # One of several speakers is enough.
        ("Norway and Moss say so.", ["moss", "norway"]),
        # Nobody named.
        ("It rains.", "article"),
        ("An officer says so.", "unnamed"),
    ],
)
def test_a_text_that_opens_with_its_speaker(text: str, by: str | list[str]) -> None:
    assert opens(text, by)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("So says Lena Moss.", "moss"),
        ("Lena says so.", "moss"),
        ("Mossel says so.", "moss"),
        ("Norwegian officials say so.", "norway"),
        ("She says so.", "moss"),
        ("A Lena Moss says so.", "moss"),
        ("Moss says so.", "norway"),
        ("Moss says so.", "nobody-known"),
    ],
)
def test_a_text_that_opens_otherwise(text: str, by: str) -> None:
    assert not opens(text, by)


def told(text: str, by: str | list[str], **more: object) -> list[tuple[str, str]]:
    return [(one.message, one.hint) for one in check_openings(briefing(text, by, **more))]


def test_the_hint_names_the_speakers_to_open_with() -> None:
    assert told("They say so.", ["moss", "norway"]) == [
        (
            "This claim's text opens with no name, alias or role of Lena Moss or Norway.",
            "Open with who says it, as in “Lena Moss or Norway says that …”; "
            "the site sets the name before it.",
        )
    ]
    assert told("Moss says so.", ["moss", "norway"]) == []


def test_an_article_s_own_voice_and_somebody_unnamed_get_no_hint() -> None:
    assert told("It rains.", "article") == told("It rains.", "unnamed") == []


def test_who_is_unknown_or_has_no_name_any_more_gets_no_hint() -> None:
    """The one is an error already; the other has nothing to open with."""
    assert told("It rains.", "nobody-known") == told("It rains.", "gone") == []


def test_a_withdrawn_claim_gets_no_hint() -> None:
    gone = {"date": "2024-11-02", "reason": "Wrong."}
    assert told("It rains.", "moss", withdrawn=gone) == []


def test_a_speaker_of_a_quote_alone_does_not_open_the_text() -> None:
    """The line holds for the claim's own speaker."""
    quote = {"article": "a", "exact": "so", "by": "norway"}
    assert len(told("Norway says so.", "moss", evidence=[quote])) == 1
