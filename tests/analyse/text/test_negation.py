"""The words that deny, in each language with a table."""

import pytest

from generator.analyse.languages.known import WITH_FILE
from generator.analyse.languages.spaceless import NEGATIONS
from generator.analyse.text.fold import fold
from generator.analyse.text.negation import denial_cut_off, negation

DENYING = {
    "en": """
        not, Not, NOT, no, nor, never, neither, none, nobody, nothing, nowhere, without, cannot, hardly,
        scarcely, barely, didn't, won't, can't, isn't, couldn´t, deny, denies, denied, denying, denial,
        denials, refute, refutes, refuted, refuting, reject, rejects, rejected, rejecting, ruled out,
        rules out, ruling out, fail to, fails to, failed to, failing to, failure to, refuse to, refused
        to, refusing to, refusal to, decline to, declined to, cease to, ceased to, unable to, unlikely
        to, unwilling to, unable, unlikely, unwilling, incapable, yet to, lack, lacks, lacked, lacking, stop
        short of, stopped short of, stopping short of, impossible,
        rather than, instead of, _not_, [not], no-one, do-not
        """,
    "de": """
        nicht, nichts, nein, kein, keine, keinem, nie, niemals, niemand, niemanden, nirgends, weder,
        ohne, kaum, bestreitet, bestreiten, bestritt, bestritten, verneint, verneinte, leugnet, leugnen,
        leugnete, dementiert, dementieren, weigert, verweigert, abgelehnt, zurückgewiesen, unmöglich,
        unfähig, unwahrscheinlich
        """,
    "fr": """
        ne, pas, non, jamais, aucun, aucune, rien, personne, ni, sans, nul, nulle part, guère, nie,
        nient, nié, niée, nier, dément, démenti, refuse de, refusé d', rejette, impossible,
        incapables, improbable, n'a
        """,
    "es": """
        no, nunca, jamás, nadie, nada, ninguno, ninguna, ningún, ni, sin, tampoco, negó, negaron,
        negado, niega, niegan, negar, desmintió, desmiente, rechazó, imposible, incapaces, improbable
        """,
    "ru": """
        не, нет, ни, никогда, никто, ничего, без, отрицает, отрицал, опроверг, опровергла, опровержение,
        отказался, отказалась, невозможно, неспособен, маловероятно
        """,
    "uk": """
        не, ні, немає, ніколи, ніхто, нічого, без, заперечує, заперечив, спростував, відмовився, неможливо,
        нездатний, малоймовірно
        """,
    "zh": "不, 没有, 沒有, 没, 未, 无, 無, 并非, 否认, 否認, 否定, 拒绝, 驳斥, 不同意",
    "ja": "ない, なかった, ません, せず, なく, 否定, 否認, 拒否, 拒絶, 不可能",
    "th": "ไม่, มิได้, มิใช่, ปฏิเสธ, ปราศจาก, ไร้, อย่า, ห้าม",
    "lo": "ບໍ່, ປະຕິເສດ, ຢ່າ, ຫ້າມ",
    "km": "មិន, ពុំ, គ្មាន, បដិសេធ, កុំ",
    "my": "ဘူး, ငြင်းဆို, မသိ, မပြော",
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
    assert set(DENYING) == {*WITH_FILE, *NEGATIONS}


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
        "it was stopping short trains",
        "she stopped, short and breathless",
        "an unsafe and inaccurate, dishonest, illegal, unconfirmed report",
    ],
)
def test_words_that_deny_nothing(text: str) -> None:
    assert negation(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "不仅如此，不过，不断，不同，未来，无论，特别，非洲，淹没，莫斯科"),
        ("ja", "少ない、危ない、少なくとも、まず、必ず"),
        ("th", "อย่างไร ไม้"),
        ("lo", "ຢ່າງ"),
        ("km", "កុំព្យូទ័រ"),
        ("my", "မြန်မာ သမ္မတ မည် မနေ့က အမတ် မဟာ မေရီ မှာ သူမက"),
    ],
)
def test_words_that_deny_nothing_in_scripts_without_spaces(language: str, text: str) -> None:
    assert negation(text, 0, len(text), language) is None


def test_scripts_without_spaces_are_read_whatever_language_is_declared() -> None:
    text = "政府不同意"
    assert (found := negation(text, 0, len(text), "en")) and found.group() == "不"
    assert negation(text, 0, len(text), "th") is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "who asked not to be named, said"),
        ("en", "who asked not to be publicly identified because"),
        ("en", "who did not want to be quoted by name, said"),
        ("en", "who didn’t wish to be identified said"),
        ("en", "on condition that she not be named, said"),
        ("en", "who declined to be named said"),
        ("en", "who refused to give her last name said"),
        ("en", "who was not authorized to speak publicly said"),
        ("en", "who wasn't authorised to talk to the press said"),
        ("de", "der nicht genannt werden wollte, sagte"),
        ("de", "die nicht namentlich genannt werden möchte, sagte"),
        ("fr", "qui n'a pas voulu être nommé a dit"),
        ("es", "que no quiso ser identificado dijo"),
    ],
)
def test_what_is_said_of_a_speaker_denies_nothing_that_is_said(language: str, text: str) -> None:
    folded = fold(text)
    assert negation(folded, 0, len(folded), language) is None


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("who asked not to be named in the plot", None),
        ("should not be named after the king", None),
        ("should not be named after the king", "after"),
        ("asked not to be identified as a suspect", " as a"),
        ("who asked not to be named, said", "to be"),  # only a part of it is left out
        ("who asked not to be named, said", "named"),
        ("was not authorized to build the wall", None),
        ("declined to be drawn", None),
        ("who asked not to be named did not say so", None),
        ("asked not to be asked", None),
    ],
)
def test_other_denials_of_such_words_are_denials(text: str, end: str | None) -> None:
    assert negation(text, 0, text.index(end) if end else len(text)) is not None


@pytest.mark.parametrize(
    ("text", "stretch", "denial"),
    [
        ("政府不同意", "同意", "不"),
        ("政府没有否认", "否认", "没有"),
        ("這不可能", "可能", "不"),
        ("政府は同意しないと述べた", "政府は同意", "しない"),
        ("政府は同意していなかった", "同意", "していなかっ"),
        ("同意できません", "同意", "できません"),
        ("これは戦争ではない", "これは戦争", "ではない"),
        ("รัฐบาลไม่เห็นด้วย", "เห็นด้วย", "ไม่"),
        ("ລັດຖະບານບໍ່ເຫັນດີ", "ເຫັນດີ", "ບໍ່"),
        ("រដ្ឋាភិបាលមិនយល់ព្រម", "យល់ព្រម", "មិន"),
        ("အစိုးရမသိဘူး", "သိ", "မ"),
        ("အစိုးရမသိဘူး", "အစိုးရမသိ", "ဘူး"),
        # Nothing is cut off.
        ("政府不同意", "不同意", ""),
        ("政府不，同意", "同意", ""),
        ("洪水淹没村庄", "村庄", ""),
        ("政府は同意しないと述べた", "と述べた", ""),
        ("政府は同意しないと述べた", "政府は同意しない", ""),
        ("政府は同意。ない", "政府は同意", ""),
        ("သမ္မတ", "တ", ""),
        ("not able", "able", ""),
    ],
)
def test_a_denial_glued_to_what_it_denies(text: str, stretch: str, denial: str) -> None:
    start = text.index(stretch)
    assert denial_cut_off(text, start, start + len(stretch)) == denial


def test_many_denials_of_an_unknown_language_end() -> None:
    # Each table was read to the end of the text again at each of them.
    text, at, count = "wort not " * 20_000, 0, 0
    while found := negation(text, at, len(text), "xx"):
        at, count = found.end(), count + 1
    assert count == 20_000


def test_a_denial_that_only_begins_inside() -> None:
    text = "has been unable to stop them"
    assert (found := negation(text, 0, text.index("to"))) and found.group() == "unable to"
    assert negation(text, text.index("to"), len(text)) is None


def test_the_first_of_several() -> None:
    text = "never and not and no"
    assert (found := negation(text, 3, len(text))) and found.group() == "not"
    assert (found := negation(text, 0, len(text), "xx")) and found.group() == "never"
