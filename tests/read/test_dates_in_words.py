"""What to write where an article's words stand in place of a date."""

from typing import Any

import pytest

from generator.read.dates_in_words import mapping_to_write

ON_FRIDAY = {"a": "2024-11-01", "b": "2024-11-01"}


def advice(text: str, published: dict[str, str], field: str = "happened") -> str | None:
    value: Any = {"claims": [{"evidence": [{"article": "a"}, {"article": "b"}]}]}
    return mapping_to_write(text, ("claims", 0, field, "edtf"), value, published)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Wednesday", "2024-10-30"),
        ("on wednesday night", "2024-10-30"),
        ("Friday", "2024-11-01"),  # the day itself
        ("Saturday", "2024-10-26"),
        ("yesterday", "2024-10-31"),
        ("today", "2024-11-01"),
    ],
)
def test_a_day_is_reckoned_back_from_the_day_on_which_the_articles_were_published(
    text: str, day: str
) -> None:
    written = advice(text, ON_FRIDAY)
    assert written is not None
    assert written.startswith(f'happened: {{edtf: {day}, as_stated: {text}, inferred_from: "')
    assert "2024-11-01, when a was published" in written


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Wednesday", {}),
        ("Wednesday", {"a": "2024-11-01", "b": "2024-10-25"}),  # two Wednesdays
        ("Wednesday", {"a": "2024-11"}),
        ("Wednesday", {"a": "2024-11-01~"}),
        ("Wednesday", {"a": "XXXX-11-01"}),
        # Which Wednesday these mean depends on who says it.
        ("last Wednesday", ON_FRIDAY),
        ("next Wednesday", ON_FRIDAY),
        ("last week", ON_FRIDAY),
        ("tomorrow", ON_FRIDAY),
    ],
)
def test_no_day_is_given_where_it_is_not_known(text: str, published: dict[str, str]) -> None:
    written = f"said: {{as_stated: {text}}}, with 'edtf' and 'inferred_from' where the day is known"
    assert advice(text, published, "said") == written


@pytest.mark.parametrize("text", ["October", "2024-13-01", "October 13", "soon-ish", "open", "unknown"])
def test_what_is_no_such_words_keeps_the_advice_on_dates(text: str) -> None:
    assert advice(text, ON_FRIDAY) is None


def test_dates_of_our_own_stand_in_no_article() -> None:
    assert mapping_to_write("Wednesday", ("as_of", "edtf"), {}, ON_FRIDAY) is None
    assert mapping_to_write("Wednesday", ("questions", 0, "opened", "edtf"), {}, ON_FRIDAY) is None
    assert mapping_to_write("Wednesday", ("claims", 0, "withdrawn", "date", "edtf"), {}, ON_FRIDAY) is None


def test_of_an_event_it_is_not_known_which_articles_tell_it() -> None:
    told = "date: {as_stated: Wednesday}, with 'edtf' and 'inferred_from' where the day is known"
    assert mapping_to_write("Wednesday", ("events", 0, "date", "edtf"), {}, ON_FRIDAY) == told
