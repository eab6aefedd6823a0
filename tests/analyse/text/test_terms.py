"""Hand-read sentences: what is in them, and which of it the claims behind them don't say."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analyse.languages.rules import Key
from generator.analyse.text.terms import Names, capitalised, grounds, missing, terms
from generator.model.dates import parse

ACTORS = {
    "zelenskiy": ["Volodymyr Zelenskiy", "Zelenskiy"],
    "putin": ["Vladimir Putin", "Putin"],
    "robert-wood": ["Robert Wood"],
    "russia": ["Russia", "Moscow"],
    "ukraine": ["Ukraine", "Kyiv"],
    "south-korea": ["South Korea"],
    "north-korea": ["North Korea", "KPA"],
    "united-states": ["United States", "U.S."],
    "security-council": ["U.N. Security Council"],
    "allies": ["Western allies", "the West"],
}
ARTICLE = (
    "Ukraine’s delegation listed three North Korean generals in remarks to the U.N. Security Council "
    "on Wednesday, claiming they are travelling with hundreds of KPA soldiers. Zelenskiy began publicly "
    "warning of North Korean involvement on October 13. U.S. Deputy Ambassador to the U.N. Robert Wood "
    "reported that there are about 8,000 North Korean troops in Russia’s southern Kursk region. He was "
    "surprised at China’s silence."
)
NAMES = Names.of(ACTORS, capitalised(ARTICLE))


def keys(text: str, names: Names = NAMES, language: str = "en") -> list[Key]:
    return [term.key for term in terms(text, names, language)]


def shown(text: str) -> list[str]:
    return [term.text for term in terms(text, NAMES)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(
            (text, 8000)
            for text in ("8,000", "8000", "8\u00a0000", "8\u202f000", "eight thousand", "8 thousand")
        ),
        *((text, 8000) for text in ("Eight thousand", "8k", "eight-thousand", "8,000.00")),
        *(("three", 3), ("twenty-five", 25), ("twenty five", 25), ("a dozen", 12), ("two dozen", 24)),
        *(
            ("half a dozen", 6),
            ("half a million", 500_000),
            ("half-million", 500_000),
            ("half", Fraction(1, 2)),
        ),
        *(("a hundred", 100), ("two hundred and fifty", 250), ("fifteen hundred", 1500), ("zero", 0)),
        *(("one hundred thousand", 100_000), ("eight hundred thousand and twenty", 800_020)),
        *(
            ("two million three hundred thousand and one", 2_300_001),
            ("2.5 million", 2_500_000),
            ("2.5bn", 25 * 10**8),
        ),
        *(("two and a half million", 2_500_000), ("8.5", Fraction(17, 2)), ("1,234.5", Fraction(2469, 2))),
        *(
            ("1/3", Fraction(1, 3)),
            ("2½", Fraction(5, 2)),
            ("two-thirds", Fraction(2, 3)),
            ("one third", Fraction(1, 3)),
        ),
        *(("three quarters", Fraction(3, 4)), ("½", Fraction(1, 2))),
    ],
)
def test_a_number_has_one_key_however_it_is_written(text: str, value: int | Fraction) -> None:
    (term,) = terms(f"there were {text}; later", NAMES)
    assert term.key == ("number", value)
    assert (term.kind, term.text) == ("number", text)


def test_what_is_counted_in_is_a_term_of_its_own() -> None:
    assert keys("it is 8 per cent") == keys("it is 8%") == [("number", 8), ("unit", "%")]
    assert keys("for $2.5m") == [("unit", "dollar"), ("number", 2_500_000)]
    assert keys("for 2.5 million dollars") == [("number", 2_500_000), ("unit", "dollar")]
    assert keys("a ten-day visit") == keys("in 10 days") == [("number", 10), ("unit", "day")]
    assert keys("5km, 5m") == [("number", 5), ("unit", "km"), ("number", 5)]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "the ſecond time",
            "three mıllıon",
            "THREE MİLLİON",
            "five per cent of 3 thouſand",
            "a ſixth of them",
        ),
        *("laſt week", "this ſpring", "tens of thouſands", "5 \u212ailograms", "5 \u212am", "twenty-fırst"),
    ],
)
def test_letters_that_patterns_take_for_ascii_are_read_as_those(text: str) -> None:
    plain = text.translate(str.maketrans("ıİſ\u212a", "iIsK"))
    assert keys(text) == keys(plain) != []


def test_vague_numbers_keep_their_size() -> None:
    assert keys("hundreds of them, or a few hundred") == [("magnitude", 100)] * 2
    assert keys("dozens; tens of thousands; hundreds of thousands; several million") == [
        *(("magnitude", 12), ("magnitude", 10_000), ("magnitude", 100_000), ("magnitude", 1_000_000)),
    ]


def test_a_fraction_is_told_from_an_ordinal() -> None:
    assert keys("a third of them") == [("number", Fraction(1, 3))]
    assert keys("a third attempt, the 3rd") == [("ordinal", 3)] * 2
    assert keys("the twenty-first, the 22nd, a fortieth") == [
        ("ordinal", 21),
        ("ordinal", 22),
        ("ordinal", 40),
    ]


def test_first_counts_only_where_it_can_only_be_a_number() -> None:
    assert keys("he first warned of it after first denying it, at first") == []
    assert keys("the first to warn, its second visit") == [("ordinal", 1), ("ordinal", 2)]
    assert keys("a second later, first-hand") == []


def test_one_counts_only_before_what_it_counts() -> None:
    assert keys("one general") == [("number", 1)]
    assert keys("no one, one another, one of them, every one, a dangerous one. One-sided; no-one's") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on October 13", [("day", 10, 13)]),
        ("on Oct. 13th", [("day", 10, 13)]),
        ("on the 13th of October", [("day", 10, 13)]),
        ("on 13 October 2024", [("day", 10, 13), ("year", 2024)]),
        ("on October 13, 2024", [("day", 10, 13), ("year", 2024)]),
        ("on 2024-10-13", [("day", 10, 13), ("year", 2024)]),
        ("from 30 October to 1 November", [("day", 10, 30), ("day", 11, 1)]),
        ("13–15 October", [("day", 10, 13), ("day", 10, 15)]),
        ("13, 14 and 15 October", [("day", 10, 13), ("day", 10, 14), ("day", 10, 15)]),
        ("October 13-15", [("day", 10, 13), ("day", 10, 15)]),
        ("On October 13 and 14 soldiers", [("number", 14), ("day", 10, 13)]),
        ("in mid-October", [("month", 10)]),
        ("in May, and they may", [("month", 5)]),
        ("March on. May they?", []),
        ("October 2024", [("month", 10), ("year", 2024)]),
        ("on Wednesday, at Tuesday’s vote", [("weekday", 2), ("weekday", 1)]),
        (
            "last week, the previous month, Yesterday",
            [("relative", "last week"), ("relative", "last month"), ("relative", "yesterday")],
        ),
        ("in spring 2024", [("season", 21), ("year", 2024)]),
        ("in the 1990s", [("decade", 1990)]),
        ("at 10:30", [("time", "10:30")]),
        (
            "in 2024, 2,024, 2024 troops, 1812",
            [("year", 2024), ("number", 2024), ("number", 2024), ("number", 1812)],
        ),
    ],
)
def test_a_date_is_read_part_by_part(text: str, expected: list[Key]) -> None:
    assert sorted(keys(text), key=str) == sorted(expected, key=str)


def test_an_actor_is_found_by_its_longest_name_without_possessive() -> None:
    assert keys("Volodymyr Zelenskiy’s and ZELENSKIY'S") == [("actor", "zelenskiy")] * 2
    assert (
        keys("the U.N. Security Council")
        == keys("the UN Security Council")
        == [("actor", "security-council")]
    )
    assert keys("South Korea, Moscow-backed") == [("actor", "south-korea"), ("actor", "russia")]
    assert keys("told us of the US") == [("actor", "united-states")]
    assert keys("The West, west of Kyiv") == [("actor", "allies"), ("actor", "ukraine")]
    assert keys("at McDonald’s", Names.of({"m": ["McDonald's"]})) == [("actor", "m")]
    assert keys("Zelenskiyy was there") == [("word", "zelenskiyy")]


def test_a_capital_inside_a_sentence_is_a_name() -> None:
    assert keys("in Kursk, the Hague and O’Brien’s; Anglo-Prussian") == [
        *(("word", "kursk"), ("word", "hague"), ("word", "o'brien"), ("word", "anglo"), ("word", "prussian")),
    ]
    assert keys("The Hague, as I said, is what I’ve seen") == [("word", "hague")]
    assert keys("an F-16, the KN-23 and G7") == [("word", "f16"), ("word", "kn23"), ("word", "g7")]
    assert keys("by Yo-jong, NATO-led, Kursk-based") == [
        *(("word", "yo"), ("word", "jong"), ("word", "nato"), ("word", "kursk")),
    ]
    assert keys("said Mr. Smith of the U.N. Secretariat") == [
        ("word", "smith"),
        ("word", "un"),
        ("word", "secretariat"),
    ]


def test_a_capital_that_opens_a_sentence_needs_another_sign() -> None:
    assert keys("Troops moved. Early October saw it: Officials agreed.\nTalks stalled") == [("month", 10)]
    assert keys("“Troops moved,” he said. “… And it did.”") == []
    assert keys("Denying Lavrov entry. Reportedly Lavrov left.") == [("word", "lavrov")] * 2
    assert keys("Kursk fell.") == [("word", "kursk")]  # known from the article
    assert keys("NATO met.") == [("word", "nato")]
    assert keys("Sergei Lavrov met.") == [("word", "sergei"), ("word", "lavrov")]
    assert keys("Lavrov said so. Lavrov’s words.") == [("word", "lavrov")] * 2
    assert keys("Soldiers said so. People said so.") == []


def test_offsets_are_code_points_of_the_text_as_written() -> None:
    text = "🙂 Ukraine’s 8,000\u00a0troops left Kursk on October 13."
    for term in terms(text, NAMES):
        assert text[term.start : term.end] == term.text
    assert shown(text) == ["Ukraine", "8,000", "Kursk", "October 13"]


def test_composed_and_decomposed_letters_are_the_same_name() -> None:
    assert keys("by Dvor\u030ca\u0301k") == keys("by Dvo\u0159\u00e1k") == [("word", "dvo\u0159\u00e1k")]


def test_names_inside_the_articles_are_known() -> None:
    assert {"kursk", "china", "deputy", "un"} <= capitalised(ARTICLE)
    assert not {"he", "the"} & capitalised(ARTICLE)


def test_grounds_offers_what_follows() -> None:
    offered = grounds("On October 13, 2024 he first saw 8,000 troops for a year", NAMES)
    assert {("month", 10), ("year", 2024), ("number", 2024), ("ordinal", 1), ("unit", "year")} <= offered
    assert ("magnitude", 1000) in offered
    assert not {("magnitude", 100), ("magnitude", 10_000), ("day", 10, 2024)} & offered
    assert ("day", 10, 13) not in grounds("in October", NAMES)


def test_another_language_yields_figures_and_the_dates_that_its_file_knows() -> None:
    assert keys("8.000 Soldaten in Kursk, drei am 3. Mai, 8,5", language="de") == [
        *(("number", 8000), ("number", 3), ("day", 5, 3), ("number", Fraction(17, 2))),
    ]
    assert keys("8,5 soldater i Kursk, tre den 3. maj", language="da") == [
        *(("number", Fraction(17, 2)), ("number", 3)),
    ]
    assert keys("in Kursk", language="en-GB") == [("word", "kursk")]


CLAIMS = [
    "About 8,000 North Korean troops are in Russia's southern Kursk region.",
    "Ukraine names three North Korean generals who are travelling with hundreds of soldiers.",
    "listed three North Korean generals in prepared remarks to the U.N. Security Council on Wednesday",
    'The reaction so far is "zero".',
    "Zelenskiy began publicly warning of North Korean involvement in the war on October 13",
    "South Korea is considering sending a team of military monitors to Ukraine.",
    "Since Zelenskiy first warned of North Korean involvement",
    "the silence from allied nations is a dangerous signal",
]


def unsaid(sentence: str) -> list[str]:
    dates = [parse("2024-10-30"), parse("XXXX-10-13"), parse("1812")]
    return [term.text for term in missing(sentence, CLAIMS, {"robert-wood"}, dates, NAMES)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Robert Wood puts the North Korean force in Kursk at about eight thousand.",
        "Thousands of North Korean troops are in Russia, in the Kursk region.",
        "Zelenskiy calls the reaction so far “zero”.",
        "Zelenskiy first warned of it in October; his first warning came on 13 October.",
        "Kyiv named three generals on Wednesday, 30 October 2024.",
        "Wood says Moscow has 8,000 of them.",
        "Military monitors may follow, if South Korea sends them.",
        "Silence is a dangerous signal, Volodymyr Zelenskiy says.",
        "It is as in 1812.",
        "No one of them has said more.",
    ],
)
def test_a_sentence_that_says_only_what_its_claims_say_passes(sentence: str) -> None:
    assert unsaid(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("Robert Wood puts the North Korean force in Kursk at about ten thousand.", ["ten thousand"]),
        ("Tens of thousands of North Korean troops are in Russia.", ["Tens of thousands"]),
        ("About 8,000 South Korean troops are in Russia.", ["South Korean"]),
        ("About 8,000 Chinese troops are in Russia.", ["Chinese"]),
        ("About 8,000 North Korean troops are in the Belgorod region.", ["Belgorod"]),
        ("Kyiv named four generals on Wednesday.", ["four"]),
        ("Kyiv named three generals on Tuesday.", ["Tuesday"]),
        ("Zelenskiy first warned of it on 14 October.", ["14 October"]),
        ("Zelenskiy first warned of it in November 2023.", ["November", "2023"]),
        ("Zelenskiy warned the United States.", ["United States"]),
        ("Putin calls the reaction “zero”.", ["Putin"]),
        ("Vladimir Putin calls the reaction “zero”.", ["Vladimir Putin"]),
        ("China calls the reaction “zero”.", ["China"]),
        ("Lavrov calls the reaction “zero”.", ["Lavrov"]),
        ("Sergei Lavrov, too, calls the reaction “zero”.", ["Sergei", "Lavrov"]),
        ("NATO calls the reaction “zero”.", ["NATO"]),
        ("It is 8 per cent, or $8,000, for two years.", ["8", "per cent", "$", "two", "years"]),
        ("Pressure is growing.", ["Pressure"]),
    ],
)
def test_its_near_twin_is_stopped_at_the_words_that_no_claim_says(sentence: str, says: list[str]) -> None:
    assert unsaid(sentence) == says


@given(st.text(alphabet=st.sampled_from("aA1 ,.-’“:\n") | st.characters(), max_size=40))
def test_any_text_grounds_itself(text: str) -> None:
    found = terms(text, NAMES)
    assert all(text[term.start : term.end] == term.text != "" for term in found)
    assert missing(text, [text], set(), [], NAMES) == []


@given(st.integers(0, 10**9))
def test_thousands_separators_change_nothing(number: int) -> None:
    assert keys(f"some {number:,}") == [("number", number)]


def test_the_smaller_cases_that_the_rules_name() -> None:
    assert keys("", Names.of({"nobody": ["…"]})) == []
    assert ("number", 20) in grounds("20 men", NAMES)
    assert ("magnitude", 10) in grounds("20 men", NAMES)
    assert ("word", "kursk") in grounds("in Kursk", NAMES, "de")


def test_a_day_that_no_month_has_is_no_day() -> None:
    assert ("day", 2, 29) in {term.key for term in terms("On 2024-02-29 it rained.", Names())}
    assert ("day", 2, 39) not in {term.key for term in terms("On 2024-02-39 it rained.", Names())}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    "figure",
    [
        "9" * 4301,
        "9" * 100_000,
        ",".join(["9" * 3] * 2000),
        "0." + "9" * 4301,
        "9" * 4301 + "th",
        "$" + "9" * 4301,
        "9" * 4301 + " million",
        "9" * 4301 + "/7",
        "9" * 4301 + "½",
        "1." + "9" * 4301 + " km",
    ],
)
def test_a_figure_too_long_for_a_number_is_its_digits(figure: str, language: str) -> None:
    text = f"so {figure} it is"
    digits = "".join(char for char in figure if char in "0123456789")
    read = [key[1] for key in keys(text, language=language) if key[0] == "figure"]
    assert read and digits.startswith(str(read[0]))
    other = text.replace("9", "8")
    if language == "en":
        assert missing(text, [text], (), (), NAMES) == []
        assert [term.key[0] for term in missing(text, [other], (), (), NAMES)] == ["figure"]
    else:
        foreign, unlike = [(text, language)], [(other, language)]
        assert missing(text, [], (), (), NAMES, foreign=foreign, figures_only=True) == []
        said = missing(text, [], (), (), NAMES, foreign=unlike, figures_only=True)
        assert [term.key[0] for term in said] == ["figure"]


def test_a_hundred_digits_are_a_number() -> None:
    assert keys("so " + "9" * 100 + " it is") == [("number", 10**100 - 1)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("5 crore", 5 * 10**7), ("1.5 lakh", 150_000), ("1,50,000", 150_000), ("12,34,567", 1_234_567)),
        *(("2 lakh crore", 2 * 10**12), ("half a crore", 5_000_000), ("five crore", 5 * 10**7)),
        *(("5 hundred", 500), ("5 hundred thousand", 500_000), ("1.5 thousand million", 15 * 10**8)),
        *(("8 Mrd", 8 * 10**9), ("3 mln", 3_000_000), ("8 milliards", 8 * 10**9), ("2 bln", 2 * 10**9)),
        *(("8K", 8000), ("3 Mio", 3_000_000), ("1.2 tn", 12 * 10**11), ("1,5 million", 1_500_000)),
        *(
            ("10⁶", 10**6),
            ("10^6", 10**6),
            ("5 × 10⁶", 5 * 10**6),
            ("2.5×10³", 2500),
            ("10⁻²", Fraction(1, 100)),
        ),
    ],
)
def test_a_figure_is_read_with_what_multiplies_it(text: str, value: int | Fraction) -> None:
    (term,) = terms(f"there were {text}; later", NAMES)
    assert (term.key, term.text) == (("number", value), text)


def test_a_sum_is_read_with_its_sign() -> None:
    crore = [("unit", "rupee"), ("number", 5 * 10**7)]
    assert keys("for ₹5 crore") == keys("for Rs 5 crore") == keys("for ₹5cr") == crore
    assert keys("for 5 rupees") == [("number", 5), ("unit", "rupee")]
    assert keys("for $5M, $2b and €1.2t") == [
        *(("unit", "dollar"), ("number", 5 * 10**6), ("unit", "dollar"), ("number", 2 * 10**9)),
        *(("unit", "euro"), ("number", 12 * 10**11)),
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("5 to 6 million", [5 * 10**6, 6 * 10**6]),
        ("between 5 and 6 crore", [5 * 10**7, 6 * 10**7]),
        ("5–6bn", [5 * 10**9, 6 * 10**9]),
        ("5 or 6 thousand million", [5 * 10**9, 6 * 10**9]),
        ("5 of 6 million", [5, 6 * 10**6]),
        ("$2-3m", [2 * 10**6, 3 * 10**6]),
        ("5m people", [5 * 10**6]),
        ("5m high", [5]),
        ("between 5m and 6m", [5, 6]),
        ("40³ years", [40]),
        # A letter that may be a length or millions: no number, and no question.
        ("5m refugees", []),
        ("5 mil", []),
    ],
)
def test_ends_of_a_range_share_a_scale_and_a_doubtful_letter_makes_no_number(
    text: str, values: list[int]
) -> None:
    assert [key[1] for key in keys(f"there were {text}") if key[0] == "number"] == values


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("am Mittwoch, dem 30. Oktober", "de", [("weekday", 2), ("number", 30), ("day", 10, 30)]),
        ("mercredi 1er mai", "fr", [("weekday", 2), ("number", 1), ("day", 5, 1)]),
        ("el miércoles 30 de octubre", "es", [("weekday", 2), ("number", 30), ("day", 10, 30)]),
        ("в среду, 30 октября", "ru", [("weekday", 2), ("number", 30), ("day", 10, 30)]),
        ("у середу, 30 жовтня", "uk", [("weekday", 2), ("number", 30), ("day", 10, 30)]),
        ("im Mai", "de", [("month", 5)]),
        ("30.10.2024", "pl", [("number", 30), ("day", 10, 30), ("year", 2024)]),
    ],
)
def test_dates_of_other_languages(text: str, language: str, expected: list[Key]) -> None:
    assert keys(text, language=language) == expected


OTHERS = [
    *(("de", "8 Mrd.", 8 * 10**9), ("de", "1,5 Mio.", 1_500_000), ("de", "5 Billionen", 5 * 10**12)),
    *(("de", "1.234", 1234), ("de", "1.234,5", Fraction(2469, 2)), ("de", "5 Millionäre", 5)),
    *(
        ("fr", "12 Md€", 12 * 10**9),
        ("fr", "5 billions", 5 * 10**12),
        ("fr", "1\u202f234,5", Fraction(2469, 2)),
    ),
    *(("es", "5 mil millones", 5 * 10**9), ("es", "1.234.567", 1_234_567), ("pt", "5 bilhões", 5 * 10**9)),
    *(("ru", "3 тыс. человек", 3000), ("ru", "2,5 миллиарда", 25 * 10**8), ("uk", "5 мільйонів", 5_000_000)),
    *(
        ("zh", "有8000名士兵", 8000),
        ("zh", "约5万人", 50_000),
        ("zh", "100多万", 1_000_000),
        ("zh", "5千克", 5),
    ),
    *(("ja", "1億2,345万円", 123_450_000), ("ja", "5兆円", 5 * 10**12), ("ko", "5천만 명", 5 * 10**7)),
    *(("ar", "٥ ملايين", 5_000_000), ("hi", "५ करोड़", 5 * 10**7), ("th", "5 ล้านคน", 5_000_000)),
    *(("ro", "100 de milioane", 10**8), ("sv", "3 miljarder", 3 * 10**9), ("tr", "5 bin", 5000)),
    *(("fi", "8 miljoonaa", 8_000_000), ("pl", "5 tys.", 5000), ("vi", "5 tỷ", 5 * 10**9)),
]
"""Figures in the manner of their languages, by hand."""


@pytest.mark.parametrize(("language", "text", "value"), OTHERS)
def test_a_figure_of_another_language_is_read_by_its_rules(
    language: str, text: str, value: int | Fraction
) -> None:
    assert keys(text, language=language) == [("number", value)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        *(
            ("en", "5 Billionen"),
            ("en", "8 miliardami"),
            ("en", "5M people"),
            ("en", "5B"),
            ("en", "3 миллиона"),
        ),
        *(("fi", "5 miljoonan"), ("sv", "5 bn"), ("zh", "5兆"), ("es", "5M"), ("qqq", "5 bilyona")),
    ],
)
def test_a_figure_of_unknown_scale_is_no_number(language: str, text: str) -> None:
    assert [key[0] for key in keys(text, language=language)] == ["unread"]
    # Nothing asks for it, and it grounds no figure.
    if language == "en":
        assert missing(f"They were {text}.", [], (), (), NAMES) == []
    foreign = [(text, language)] if language != "en" else []
    supports = [text] if language == "en" else []
    for said in ("They were 5.", "They were 8.", "They were 3."):
        assert missing(said, supports, (), (), NAMES, foreign=foreign)


def _lacks(sentence: str, support: str, language: str) -> list[str]:
    foreign = [] if language == "en" else [(support, language)]
    supports = [support] if language == "en" else []
    return [term.text for term in missing(sentence, supports, (), (), NAMES, foreign=foreign)]


@pytest.mark.parametrize(
    ("sentence", "support", "language"),
    [
        *(("They paid 150,000.", "1.5 lakh", "en"), ("They paid 150,000.", "1,50,000", "en")),
        ("They paid 50 million rupees.", "₹5 crore", "en"),
        *(("They paid 8 billion.", "8 Mrd.", "de"), ("They were 1,234.", "1.234", "de")),
        # A supporting text offers both, as some write 1.234 for one and a bit even there.
        *(("It is 1.234.", "1.234", "de"), ("They were 1,234.", "1,234", "de")),
        *(("They were 3,000.", "3 тыс.", "ru"), ("They were 50,000.", "5万人", "zh")),
        *(("On 13 October 2024.", "am 13.10.2024", "de"), ("On October 13.", "10月13日", "ja")),
        *(("It was 8%.", "8 %", "de"), ("They were 8,000.", "٨٬٠٠٠", "ar")),
    ],
)
def test_a_true_number_passes(sentence: str, support: str, language: str) -> None:
    assert _lacks(sentence, support, language) == []


@pytest.mark.parametrize(
    ("sentence", "support", "language", "lacks"),
    [
        *(("They paid 5 rupees.", "₹5 crore", "en", "5"), ("They paid 1.5.", "1.5 lakh", "en", "1.5")),
        *(("They were 1.", "1,50,000", "en", "1"), ("They were 10.", "10⁶", "en", "10")),
        *(("They were 5.", "5 hundred", "en", "5"), ("They were 8.", "8 Mrd.", "de", "8")),
        *(("They were 5.", "5 млн", "ru", "5"), ("They were 5.", "5万", "zh", "5")),
        *(("They paid 5 billion.", "5 Billionen", "de", "5 billion"), ("It was 5.", "1,5 Mio.", "de", "5")),
        *(("They were 5.", "5 करोड़", "hi", "5"), ("They were 234.", "1.234", "de", "234")),
    ],
)
def test_its_near_twin_of_another_power_is_stopped(
    sentence: str, support: str, language: str, lacks: str
) -> None:
    assert _lacks(sentence, support, language) == [lacks]
