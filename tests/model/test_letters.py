"""Letters of articles in texts of ours: what stands for one, what is a dollar, and where each word stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.letters import letters_in, with_letters, written_offset

KNOWN = {"a": "A", "b": "B", "gazette": "C", "gazette-2024": "D"}


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("The port $a opens.", "The port (A) opens."),
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
        ("$$$a", "$(A)"),
        ("$ 5, US$ and $.", "$ 5, US$ and $."),
        ("$A and $É", "$A and $É"),
        # What is known of no article stays as it is.
        ("$c, ${c} and $gazettes", "$c, ${c} and $gazettes"),
        ("${} ${a b} ${", "${} ${a b} ${"),
        ("{a} and \\$a", "{a} and \\(A)"),
        ("", ""),
    ],
)
def test_a_text_as_readers_see_it(written: str, shown: str) -> None:
    assert with_letters(written, KNOWN) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        # At the start of a sentence, of a clause after a colon or semicolon, or of words in marks.
        ("$a names a place.", "A names a place."),
        ("It rains. $a tells more.", "It rains. A tells more."),
        ("Does it? $a: it does; $b: it does not.", "Does it? A: it does; B: it does not."),
        ("“$a, then” (${b}, perhaps)", "“A, then” (B, perhaps)"),
        # After "in" where that opens a clause.
        ("In $a it rains.", "In A it rains."),
        ("It rains; in $a it pours.", "It rains; in A it pours."),
        ("It rains, in ${a} all day.", "It rains, in A all day."),
        ("It rains, and in $a it pours.", "It rains, and in A it pours."),
        # Before what makes it a subject, or an owner.
        ("It is $a’s own comment, or $b's.", "It is A’s own comment, or B's."),
        ("That the port $a itself names.", "That the port A itself names."),
        ("It is Monday, as $a writes.", "It is Monday, as A writes."),
        ("The day that $a has, and what $b says.", "The day that A has, and what B says."),
        ("So it is, $a and $b write.", "So it is, A and B write."),
        ("It is the day of $a and $b’s comment.", "It is the day of A and B’s comment."),
        # After words that go with no other kind of letter, and of two letters where the first is a word.
        ("Ann, says only $a, left.", "Ann, says only A, left."),
        ("It stands in both $a and $b.", "It stands in both A and B."),
        ("It is told by neither $a nor $b.", "It is told by neither A nor B."),
        ("The port is shut, writes $a.", "The port is shut, writes A."),
        ("In $a and $gazette it rains.", "In A and C it rains."),
        ("In $a, $b and $gazette it rains.", "In A, B and C it rains."),
        ("It is $a’s and $b’s and no other.", "It is A’s and B’s and no other."),
        ("Both say it: only ${a} or ${b}, not.", "Both say it: only A or B, not."),
        # Joined to other letters it is one word with them.
        ("in an $a-style list of ${a}s", "in an A-style list of As"),
    ],
)
def test_a_letter_that_is_a_word_of_its_sentence_stands_alone(written: str, shown: str) -> None:
    assert with_letters(written, KNOWN) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (
            "It is a major escalation $a or a serious development $b.",
            "It is a major escalation (A) or a serious development (B).",
        ),
        ("Kim denied $a, or sent soldiers $b, first.", "Kim denied (A), or sent soldiers (B), first."),
        ("It rains ${gazette}; it pours $gazette-2024.", "It rains (C); it pours (D)."),
        ("Its officials say $a, and $b writes.", "Its officials say (A), and B writes."),
        # "in" within a clause, and words that only begin or end like those that make a word of it.
        ("It stands in $a.", "It stands in (A)."),
        ("It began $a hastily, or was $b issued.", "It began (A) hastily, or was (B) issued."),
        ("The Commonly $a named, and rewrites $b.", "The Commonly (A) named, and rewrites (B)."),
        # Of two letters the second is no word where the first is none, and a dollar is no letter.
        ("It rains $a and $b.", "It rains (A) and (B)."),
        ("It rains $a, $b and $gazette.", "It rains (A), (B) and (C)."),
        ("$$a and $b", "$a and (B)"),
        # An unknown article's is none, whatever it stands beside.
        ("It rains $a or $c.", "It rains (A) or $c."),
    ],
)
def test_any_other_letter_stands_in_parentheses(written: str, shown: str) -> None:
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


@pytest.mark.parametrize(
    "written",
    [
        "Ships $a left $$5, ${gazette} and $gazette-2024 say.",
        "Ships $a or $b left, and ${a} $a say.",
        "In $a No letters.",
    ],
)
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


@pytest.mark.parametrize(("letter", "middle"), [("A", []), ("AB", [8]), ("ABC", [5, 8])])
def test_a_letter_with_or_without_its_parentheses_is_what_stands_for_it(
    letter: str, middle: list[int]
) -> None:
    """Also where it is longer than that; within it the nearer end counts."""
    known, written = {"a": letter}, "Ships ${a}, so."
    assert with_letters("Ships $a, so.", known) == f"Ships ({letter}), so."
    places = [written_offset("Ships $a, so.", known, at) for at in range(6, 6 + len(letter) + 4)]
    assert places == [6, 6, *[6 if at == 5 else 8 for at in middle], 8, 8, 9]
    assert written_offset(written, known, len(f"Ships ({letter}), ")) == written.index("so")


TEXTS = st.lists(st.sampled_from(["$", "a", "-", "{", "}", "${a}", "$a", "$$", "5", " ", "gazette"])).map(
    "".join
)


@given(TEXTS)
def test_nothing_is_lost_of_any_text(written: str) -> None:
    """What is no letter and no doubled dollar is shown as it is, and in its order."""
    rest, at = with_letters(written, KNOWN), 0
    for letter in letters_in(written, KNOWN):
        assert at <= letter.start < letter.end <= len(written)
        if letter.article in KNOWN:
            before = written[at : letter.start].replace("$$", "$")
            assert rest.startswith(before)
            rest, shown = rest[len(before) :], KNOWN[letter.article]
            shown = f"({shown})" if rest.startswith("(") else shown
            assert rest.startswith(shown)
            rest, at = rest[len(shown) :], letter.end
    assert rest == written[at:].replace("$$", "$")


@given(TEXTS)
def test_places_follow_each_other_as_what_is_shown_does(written: str) -> None:
    shown = with_letters(written, KNOWN)
    places = [written_offset(written, KNOWN, offset) for offset in range(len(shown) + 1)]
    assert places == sorted(places)
    assert (places[0], places[-1]) == (0, len(written))
    letters = [one for one in letters_in(written, KNOWN) if one.article in KNOWN]
    for offset, place in enumerate(places[:-1]):
        inside = any(one.start <= place < one.end for one in letters)
        if not inside and place != places[offset + 1]:
            assert shown[offset] == written[place]
        assert not any(one.start < place < one.end for one in letters)
