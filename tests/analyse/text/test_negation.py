"""The words that deny, in each language with a table."""

import pytest

from generator.analyse.languages.known import LANGUAGES
from generator.analyse.text.negation import negation

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
    assert set(DENYING) == set(LANGUAGES)


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
