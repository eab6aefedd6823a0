"""Word boundaries: cuts inside and between words."""

import pytest

from generator.analyse.text.boundaries import inside_word, whole_word

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
    # A footnote's figure is no part of the word before it.
    "stand|³| for",
    "stand|³|.",
    "stand.|³| The",
    "stand|³|, and",
    "stand|¹²³⁴| for",
    "stand|⁰| for",
    "stand|³|,⁴| for",
    "стоит|⁷| дальше",
    "στέκει|²| εκεί",
    "صامد|²| هنا",
    "עומד|⁹| כאן",
    "उन्होंने|³| कहा",
    "서울은|¹| 그",
    "墙|³|会",
    "壁は|²|立つ",
    "กำแพง|²|อยู่",
    "stand\u200b|³| for",
    "NATO|⁵| said",
    "so|³| he",
    "☀\ufe0f|sun",
    "one\u200f| \u2067|two",
    # In scripts without spaces each letter with its marks is a word.
    "俄|罗|斯|没|有|否|认",
    "中|国|GDP|增|长",
    "在|3,000|人",
    "日|-|中",
    "これ|は|テ|ス|ト",
    "々|と",
    "ไม่|มี|คน",
    "เม|ตร|๓",
    "ບໍ່|ມີ",
    "မ|ရှိ|ပါ",
    "မိ|န့်",
    "មិ|ន|មា|ន",
    "𠮷|野",
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
        # An exponent, or what may be one, is a part of what it follows.
        *(
            (unit, "²")
            for unit in ["km", "5km", "KM", "x", "R", "м", "км", "כ", "CO", "metres", "2019", "G7"]
        ),
        *((unit, "³") for unit in ["cm", "log", "평방미터", "किमी", "8½"]),
        ("米", "²"),
        ("10", "⁻⁶"),
        ("10⁻", "⁶"),
        ("Ca", "²⁺"),
        ("word", "³s"),
        ("²³⁸", "U"),
        ("stand", "¹²³⁴⁵"),
        ("stand", "³½"),
        ("2³,", "000"),
        ("k\u200em", "²"),
        ("un\u202a", "able"),
        ("un", "\u2068able"),
        ("un\ufe0f", "able"),
        # A letter and its marks are one character, in scripts without spaces, too.
        ("가", "각"),
        ("葛", "\U000e0100"),
        ("か", "\u3099"),
        ("ｶ", "ﾞ"),
        ("น", "ี้"),
        ("เ", "ม"),
        ("น", "ำ"),
        ("ນ", "ຳ"),
        ("က", "္က"),
        ("က္", "က"),
        ("ទ", "្រ"),
        ("ទ្", "រ"),
        ("ม", "ั"),
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


def test_a_footnote_s_figure_is_whole() -> None:
    text = "stand¹² for"
    assert inside_word(text, 6) and whole_word(text, 6) == (5, 7)


def test_a_unit_at_the_end_of_a_run_keeps_its_exponent() -> None:
    # In a script without spaces words go on from their unit, so only the end of the run is looked at.
    for text in ("面积五公里²的", "広さ五メートル²の"):
        assert inside_word(text, text.index("²")) and not inside_word(text, text.index("²") + 1)


def test_runs_of_invisible_characters_end() -> None:
    # Each step over them crosses all of them; step by step this would take minutes.
    text = "un" + "\u200b" * 100_000 + "able" + "\u2069" * 100_000 + "s"
    assert whole_word(text, 2) == (0, len(text))
    assert not inside_word("a " + "³" * 100_000, 2)
    assert whole_word("a" + "³" * 20_000, 1) == (0, 20_001)
