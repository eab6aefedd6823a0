"""Opening of a claim's text: whether whoever says it is named first, and what is said without that."""

import pytest

from generator.analyse.checks.claim_wording import check_openings
from generator.analyse.quotes.opening import content_of, opens_with_speaker
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
            "Open with who says it, as in “Lena Moss and Norway say that …”; "
            "else the site sets the name before it.",
        )
    ]
    assert "“Norway says that …”" in told("They say so.", "norway")[0][1]
    assert told("Moss says so.", ["moss", "norway"]) == []


def test_an_article_s_own_voice_and_somebody_unnamed_get_no_hint() -> None:
    assert told("It rains.", "article") == told("It rains.", "unnamed") == []


def test_who_is_unknown_or_has_no_name_any_more_gets_no_hint() -> None:
    """The one is an error already; the other has nothing to open with."""
    assert told("It rains.", "nobody-known") == told("It rains.", "gone") == []
    ((message, hint),) = told("It rains.", ["gone", "norway"])
    assert message.endswith(" of Norway.") and "“Norway says that …”" in hint


def test_a_withdrawn_claim_gets_no_hint() -> None:
    gone = {"date": "2024-11-02", "reason": "Wrong."}
    assert told("It rains.", "moss", withdrawn=gone) == []


def test_a_speaker_of_a_quote_alone_does_not_open_the_text() -> None:
    """The line holds for the claim's own speaker."""
    quotes = [{"article": "a", "exact": "so"}, {"article": "b", "exact": "so", "by": "norway"}]
    ((message, _),) = told("Norway says so.", "moss", evidence=quotes)
    assert message.endswith(" of Lena Moss.")


def test_a_speaker_of_all_quotes_opens_the_text_of_a_claim_whose_own_says_none() -> None:
    quotes = [
        {"article": "a", "exact": "so", "by": "norway"},
        {"article": "b", "exact": "so", "by": "norway"},
    ]
    assert told("Norway says so.", "moss", evidence=quotes) == []
    assert content("Norway says that it rains.", "moss", evidence=quotes) == "It rains."


def test_who_says_none_of_the_quotes_does_not_open_the_text() -> None:
    """Of two who are named, one alone is quoted; and nobody is where all is left open."""
    quotes = [{"article": "a", "exact": "so", "by": "norway"}]
    ((message, _),) = told("Moss says so.", ["moss", "norway"], evidence=quotes)
    assert message.endswith(" of Norway.")
    left_open = [{"article": "a", "exact": "so", "by_open": ["moss", "article"]}]
    assert told("It rains.", "moss", evidence=left_open) == []


# What is said, for a place that names its speakers.


def content(text: str, by: str | list[str], **more: object) -> str:
    made = briefing(text, by, **more)
    return content_of(made, made.claims["c"])


@pytest.mark.parametrize(
    ("text", "by", "said"),
    [
        ("Lena Moss says that it rains.", "moss", "It rains."),
        ("Moss said that it rains, and that it pours.", "moss", "It rains, and that it pours."),
        ("The mayor of Odesa warned that Oslo may act.", "moss", "Oslo may act."),
        ("Norway openly denies that it rains.", "norway", "It rains."),
        ("The Coast Guard says that “it rains”.", "guard", "“it rains”."),
        ("Norway and Moss say that it rains.", ["moss", "norway"], "It rains."),
        ("Oslo says that éclairs are eaten.", ["norway", "guard"], "Éclairs are eaten."),
    ],
)
def test_what_is_said_stands_without_its_speaker_and_begins_with_a_capital(
    text: str, by: str | list[str], said: str
) -> None:
    assert content(text, by) == said


@pytest.mark.parametrize(
    ("text", "by"),
    [
        # Without "that", without a verb of saying, or with something between them.
        ("Lena Moss says it rains.", "moss"),
        ("Lena Moss says, that it rains.", "moss"),
        ("Lena Moss eats that it rains.", "moss"),
        ("Moss first denied sending soldiers.", "moss"),
        # Nobody of those who say it comes first.
        ("Norway says that it rains.", "moss"),
        ("It rains, says Moss, and that it pours.", "moss"),
        ("An officer says that it rains.", "unnamed"),
        ("The article says that it rains.", "article"),
        ("Gone says that it rains.", "gone"),
        ("Nobody says that it rains.", "nobody-known"),
        # Nothing is left.
        ("Moss says that ", "moss"),
    ],
)
def test_what_is_said_is_the_whole_text_where_that_does_not_come_first(
    text: str, by: str | list[str]
) -> None:
    assert content(text, by) == text


def test_what_is_said_is_the_whole_text_where_it_opens_with_somebody_who_may_not_have_said_it() -> None:
    left_open = {"article": "a", "exact": "so", "by_open": ["moss", "article"]}
    text = "Moss says that it rains."
    assert content(text, "moss", evidence=[left_open]) == text
    assert content(text, "moss", evidence=[left_open, {"article": "b", "exact": "so"}]) == "It rains."
