"""Two versions of a text told in one: what was struck, what was added, and what was kept."""

import pytest

from generator.analyse.history.edits import edits


def shown(before: str, after: str) -> str:
    marks = {"kept": "{}", "struck": "[-{}]", "added": "[+{}]"}
    return "".join(" " * edit.space + marks[edit.how].format(edit.text) for edit in edits(before, after))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("The wall is safe.", "The wall was safe.", "The wall [-is] [+was] safe."),
        ("The wall is safe.", "The wall is safe.", "The wall is safe."),
        ("The wall", "The wall holds", "The wall [+holds]"),
        ("The wall holds", "wall holds", "[-The] wall holds"),
        ("The old wall holds", "The wall holds", "The [-old] wall holds"),
        # White space is no word.
        ("The  wall\nholds", "The wall holds", "The wall holds"),
        ("The (old) wall", "The (new) wall", "The [-(old)] [+(new)] wall"),
        # One word between two changes can't be read alone.
        (
            "one two three four five six",
            "one 2 three 4 five six",
            "one [-two three four] [+2 three 4] five six",
        ),
        ("a b c d e f g", "a x c d y f g", "a [-b] [+x] c d [-e] [+y] f g"),
        # Nothing in common, or next to nothing.
        ("Nobody came", "They left early", "[-Nobody came] [+They left early]"),
        (
            "He said it would open at noon",
            "It could not be opened, he says",
            "[-He said it would open at noon] [+It could not be opened, he says]",
        ),
        ("", "It is new", "[+It is new]"),
        ("It is old", "", "[-It is old]"),
        # Without spaces between words.
        ("桥今天开放", "桥明天开放", "桥[-今][+明]天开放"),
        ("สะพานเปิดวันนี้", "สะพานปิดวันนี้", "สะพาน[-เ]ปิดวันนี้"),
    ],
)
def test_two_texts_in_one(before: str, after: str, told: str) -> None:
    assert shown(before, after) == told


def test_of_a_long_text_only_what_is_around_a_change_is_told() -> None:
    words = [str(number) for number in range(100)]
    changed = [*words[:50], "new", *words[50:]]
    around = [*words[38:50], "[+new]", *words[50:62]]
    assert shown(" ".join(words), " ".join(changed)) == f"… {' '.join(around)} …"


def test_between_two_changes_far_apart_the_rest_is_left_out() -> None:
    words = [f"w{number}" for number in range(60)]
    told = shown(" ".join(["a", *words, "b"]), " ".join(["x", *words, "y"]))
    assert told == f"[-a] [+x] {' '.join(words[:12])} … {' '.join(words[-12:])} [-b] [+y]"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a b c d", "b c x d e"),
        ("the gate is shut today", "the old gate was shut"),
        ("桥 is open", "桥 was open now"),
    ],
)
def test_the_stretches_are_both_texts(before: str, after: str) -> None:
    stretches = edits(before, after)
    for text, other in ((before, "added"), (after, "struck")):
        words = [word for edit in stretches if edit.how != other for word in edit.text.split()]
        assert words == text.split()
