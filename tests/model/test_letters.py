"""Letters of articles in texts of ours: what stands for one, what is a dollar, and where each word stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.letters import letters_in, with_letters, written_offset

KNOWN = {"a": "A", "b": "B", "gazette": "C", "gazette-2024": "D"}


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("The port $a opens.", "The port A opens."),
        ("${a} and ${gazette}", "A and C"),
        ("$a", "A"),
        ("In $a, $b: all.", "In A, B: all."),
        ("$a’s word, $a's word", "A’s word, A's word"),
        ("an $a-style list", "an A-style list"),
        ("$a- or $b-like", "A- or B-like"),
        # The longest known id counts, and only whole parts of it.
        ("$gazette and $gazette-2024", "C and D"),
        ("$gazette-2023 and $gazette-2024-05", "C-2023 and D-05"),
        ("${gazette-2024}-05", "D-05"),
        # Dollars.
        ("It costs $5, or $$5.", "It costs $5, or $5."),
        ("$$a is no letter.", "$a is no letter."),
        ("$$$a", "$A"),
        ("$ 5, US$ and $.", "$ 5, US$ and $."),
        ("$A and $É", "$A and $É"),
        # What is known of no article stays as it is.
        ("$c, ${c} and $gazettes", "$c, ${c} and $gazettes"),
        ("${} ${a b} ${", "${} ${a b} ${"),
        ("{a} and \\$a", "{a} and \\A"),
        ("", ""),
    ],
)
def test_a_text_as_readers_see_it(written: str, shown: str) -> None:
    assert with_letters(written, KNOWN) == shown


def test_an_id_ends_where_a_letter_could_go_on_only_with_braces() -> None:
    assert with_letters("$as", KNOWN) == "$as"
    assert with_letters("${a}s", KNOWN) == "As"


def found(written: str, known: dict[str, str] = KNOWN) -> list[tuple[str, str]]:
    """The article of each letter, and its characters in the text."""
    return [(one.article, written[one.start : one.end]) for one in letters_in(written, known)]


def test_letters_are_found_in_their_order_and_places() -> None:
    text = "$b says, and ${a} too; $$a and $5 are none. $gazette-2024-05"
    assert found(text) == [("b", "$b"), ("a", "${a}"), ("gazette-2024", "$gazette-2024")]


def test_letters_of_unknown_articles_are_found_whole() -> None:
    assert found("$c, $gazett-2024- and ${No!}") == [
        ("c", "$c"),
        ("gazett-2024", "$gazett-2024"),
        ("No!", "${No!}"),
    ]
    assert found("$gazette-2024", {}) == [("gazette-2024", "$gazette-2024")]


def test_a_letter_of_several_characters_may_be_longer_than_what_stands_for_it() -> None:
    assert with_letters("$z and $a", {"z": "ABC", "a": "A"}) == "ABC and A"
    assert [written_offset("$z and $a", {"z": "ABC", "a": "A"}, at) for at in (3, 8)] == [2, 7]


@pytest.mark.parametrize("written", ["Ships $a left $$5, ${gazette} and $gazette-2024 say.", "No letters."])
def test_each_word_that_is_shown_has_its_place_in_what_was_written(written: str) -> None:
    shown = with_letters(written, KNOWN)
    for word in ("Ships", "left", "and", "say", "letters", "No"):
        if word in written:
            at = shown.index(word)
            start, end = (written_offset(written, KNOWN, offset) for offset in (at, at + len(word)))
            assert written[start:end] == word


def test_a_letter_begins_where_what_stands_for_it_does() -> None:
    written = "So ${gazette} says."
    assert with_letters(written, KNOWN) == "So C says."
    assert written[written_offset(written, KNOWN, 3) :].startswith("${gazette}")
    assert written_offset(written, KNOWN, 4) == len("So ${gazette}")


TEXTS = st.lists(st.sampled_from(["$", "a", "-", "{", "}", "${a}", "$a", "$$", "5", " ", "gazette"])).map(
    "".join
)


@given(TEXTS)
def test_nothing_is_lost_of_any_text(written: str) -> None:
    """What is no letter and no doubled dollar is shown as it is, and in its order."""
    shown = with_letters(written, KNOWN)
    rest, at = "", 0
    for letter in letters_in(written, KNOWN):
        assert at <= letter.start < letter.end <= len(written)
        if letter.article in KNOWN:
            rest += written[at : letter.start].replace("$$", "$") + KNOWN[letter.article]
            at = letter.end
    assert shown == rest + written[at:].replace("$$", "$")


@given(TEXTS)
def test_places_follow_each_other_as_what_is_shown_does(written: str) -> None:
    shown = with_letters(written, KNOWN)
    places = [written_offset(written, KNOWN, offset) for offset in range(len(shown) + 1)]
    assert places == sorted(set(places))
    assert places[-1] == len(written)
