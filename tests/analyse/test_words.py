"""Word boundaries, and the words that deny."""

import pytest

from generator.analyse.words import NEGATIONS, inside_word, negation, whole_word, words

BETWEEN = [
    "one| two",
    "one |two",
    "“|zero",
    "zero|”",
    "war|.",
    "war|, he",
    "the allies|’ response",
    "the allies'| response",
    "‘|zero|’ response",
    "war|—peace",
    "war–|peace",
    "war|–peace",
    "snake|_case",
    "_|not|_",
    "5|%",
    "$|5",
    "5|, 6",
    "in 2024|.",
    "U.N|.",
    "U|.|N.",
    "a|.5",
    "1|: 2",
    "(|un",
    "re-| and post-war",
    "|-war",
    "'|em",
    "|first",
    "last|",
    "x |",
    "“|",
    "‘|’",
    "8 |000",  # an ordinary space parts numbers as it parts words
]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("wo", "rd"),
        *(pair for mark in "'’‘‛ʼ´`′" for pair in [("can", f"{mark}t"), (f"can{mark}", "t")]),
        *(pair for mark in "-‐‑" for pair in [("anti", f"{mark}war"), (f"anti{mark}", "war")]),
        *(pair for mark in ".,\u00a0\u202f\u2009" for pair in [("1", f"{mark}000"), (f"1{mark}", "000")]),
        ("1,000", ".5"),
        ("1", "0"),
        ("KN", "-23"),
        ("F-", "16"),
        ("self-made", "-man"),
        ("x", "\u0303"),
        ("caf", "e\u0301"),
        ("e", "\u0301t"),
        ("so\u00ad", "ft"),
        ("so", "\u00adft"),
        ("anti-\u200b", "war"),
        ("can\u2060", "'t"),
        ("한", "국"),
        ("3", "½"),
        ("m", "²"),
        ("don", "’t"),
        ("l’", "amour"),
        ("1\ufe0f", "\u20e3"),
    ],
)
def test_a_cut_inside_a_word(left: str, right: str) -> None:
    text = f"the {left}{right} is"
    assert inside_word(text, 4 + len(left))
    start, end = whole_word(text, 4 + len(left))
    assert text[start:end] == f"{left}{right}"


@pytest.mark.parametrize("written", BETWEEN)
def test_a_cut_between_words(written: str) -> None:
    parts = written.split("|")
    text, at = "".join(parts), 0
    for part in parts[:-1]:
        at += len(part)
        assert not inside_word(text, at)


DENYING = {
    "en": """
        not, Not, NOT, no, nor, never, neither, none, nobody, nothing, nowhere, without, cannot, hardly,
        scarcely, barely, didn't, won't, can't, isn't, couldn´t, deny, denies, denied, denying, denial,
        denials, refute, refutes, refuted, refuting, reject, rejects, rejected, rejecting, ruled out,
        rules out, ruling out, fail to, fails to, failed to, failing to, failure to, refuse to, refused
        to, refusing to, refusal to, decline to, declined to, cease to, ceased to, unable to, unlikely
        to, unwilling to, yet to, lack, lacks, lacked, lacking, stop short, stopped short, impossible,
        rather than, instead of, _not_, [not], no-one, do-not
        """,
    "de": """
        nicht, nichts, nein, kein, keine, keinem, nie, niemals, niemand, niemanden, nirgends, weder,
        ohne, kaum, bestreitet, bestreiten, bestritt, bestritten, verneint, verneinte, leugnet, leugnen,
        leugnete, dementiert, dementieren, weigert, verweigert, abgelehnt, zurückgewiesen
        """,
    "fr": """
        ne, pas, non, jamais, aucun, aucune, rien, personne, ni, sans, nul, nulle part, guère, nie,
        nient, nié, niée, nier, dément, démenti, refuse de, refusé d', rejette, n'a
        """,
    "es": """
        no, nunca, jamás, nadie, nada, ninguno, ninguna, ningún, ni, sin, tampoco, negó, negaron,
        negado, niega, niegan, negar, desmintió, desmiente, rechazó
        """,
    "ru": """
        не, нет, ни, никогда, никто, ничего, без, отрицает, отрицал, опроверг, опровергла, опровержение,
        отказался, отказалась
        """,
    "uk": """
        не, ні, немає, ніколи, ніхто, нічого, без, заперечує, заперечив, спростував, відмовився
        """,
}


@pytest.mark.parametrize(
    ("language", "word"),
    [(language, " ".join(word.split())) for language, words in DENYING.items() for word in words.split(",")],
)
def test_every_word_that_denies(language: str, word: str) -> None:
    text = f"wort {word} a"
    assert negation(text, 4, len(text), language) is not None
    assert negation(text, 4, len(text), f"{language}-XX") is not None
    # In a language of which nothing is known each of them is taken for one.
    assert negation(text, 4, len(text), "xx") is not None


def test_every_language_is_tested() -> None:
    assert set(DENYING) == set(NEGATIONS)


@pytest.mark.parametrize(
    "text",
    [
        "knot a note of Norway, another nose",
        "Decree No. 5 of May",
        "the notable nobility",
        "it failed the test",
        "the wont of the ant",
        "a denizen",
        "yet another",
    ],
)
def test_words_that_deny_nothing(text: str) -> None:
    assert negation(text, 0, len(text)) is None


def test_a_denial_that_only_begins_inside() -> None:
    text = "has been unable to stop them"
    assert (found := negation(text, 0, text.index("to"))) and found.group() == "unable to"
    assert negation(text, text.index("to"), len(text)) is None


def test_the_first_of_several() -> None:
    text = "never and not and no"
    assert (found := negation(text, 3, len(text))) and found.group() == "not"
    assert (found := negation(text, 0, len(text), "xx")) and found.group() == "never"


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("One ship – two.", ["One", "ship", "two"]),
        ("It’s 1,000 anti-war", ["It", "s", "1", "000", "anti", "war"]),
        ("snake_case", ["snake", "case"]),
        ("cafe\u0301s co\u00adop x\u200by", ["cafe\u0301s", "co\u00adop", "x\u200by"]),
        ("हिन्दू शब्द", ["हिन्द", "शब्द"]),  # a mark at a word's end has no letter after it
        ("* * * … 😀", []),
        ("", []),
    ],
)
def test_words_are_runs_of_letters_and_digits(text: str, counted: list[str]) -> None:
    assert [text[start:end] for start, end in words(text, 0, len(text))] == counted


def test_words_of_a_part() -> None:
    assert words("One two three", 4, 7) == [(4, 7)]
    assert words("One two three", 7, 8) == []
