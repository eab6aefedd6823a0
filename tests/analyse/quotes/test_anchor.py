"""Anchoring: each sentence of its rules, true quotes found, altered and unplaced ones refused."""

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analyse.languages.known import WITH_FILE
from generator.analyse.quotes.anchor import Anchorer
from generator.analyse.text.boundaries import inside_word
from generator.analyse.text.fold import fold, fold_quote
from generator.model.diagnostics import Diagnostic, Severity
from generator.model.entries import SetAside
from tests.analyse.makers import anchor, make_article, make_briefing, make_evidence, words_at


def code(told: list[Diagnostic]) -> str:
    """The one problem's code."""
    (one,) = told
    assert one.severity is Severity.ERROR
    return one.code


def refused(text: str, *quote: object, **how: object) -> Diagnostic:
    passage, told = anchor(text, *quote, **how)  # type: ignore[arg-type]
    assert passage is None
    assert code(told)
    return told[0]


def found(text: str, *quote: object, **how: object) -> list[str]:
    """The article's words at each segment of a quote that is accepted."""
    passage, told = anchor(text, *quote, **how)  # type: ignore[arg-type]
    assert not told, told[0].message + told[0].hint
    assert passage is not None
    return words_at(text, passage)


# Folding


@pytest.mark.parametrize(
    ("text", "quote", "there"),
    [
        ("He said “it is zero” twice.", 'said "it is zero"', "said “it is zero”"),
        ("his allies’ ‘zero’ response", "his allies' 'zero' response", "his allies’ ‘zero’ response"),
        ("war – or peace", "war - or peace", "war – or peace"),
        ("the West … And I", "the West ... And I", "the West … And I"),
        ("the West ... And I", "the West … And I", "the West ... And I"),
        ("some\u00a08,000  troops\tin", "some 8,000 troops in", "some\u00a08,000  troops\tin"),
        ("the de\u00adploy\u00adment of", "the deployment", "the de\u00adploy\u00adment"),
        ("the deploy\u200bment of", "deployment of", "deploy\u200bment of"),
        ("a cafe\u0301 there", "café there", "cafe\u0301 there"),
        ("a café there", "cafe\u0301 there", "café there"),
        ("in 한국 now", "\u1112\u1161\u11ab\u1100\u116e\u11a8 now", "한국 now"),
        ("😀 has 😀 denied 😀", "😀 denied", "😀 denied"),
        ("a \u2067שלום\u2069 said\u200f it", "שלום said it", "שלום\u2069 said\u200f it"),
        ("قال \u061cإنه \u200f5\u200e دولار", "قال إنه 5 دولار", "قال \u061cإنه \u200f5\u200e دولار"),
        ("a ☺\ufe0f and ✔︎ there", "☺ and ✔ there", "☺\ufe0f and ✔︎ there"),
    ],
)
def test_what_is_folded_is_found_and_shown_as_the_article_has_it(text: str, quote: str, there: str) -> None:
    assert found(text, quote) == [there]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Russia has not denied it", "russia has not denied it"),
        ("Russia has not denied it", "Russia has denied it"),
        ("Russia has [not] openly acknowledged", "Russia has openly acknowledged"),
        ("Russia has [not] openly acknowledged", "Russia has not openly acknowledged"),
        ("about 8,000 troops", "about 8000 troops"),
        ("about 8,000 troops", "about 9,000 troops"),
        ("about 8.000 troops", "about 8,000 troops"),
        ("ten km² of land", "ten km2 of land"),
        ("he said «yes» then", 'he said "yes" then'),
        ("he said “yes” then", "he said 'yes' then"),
        ("yes, he said", "yes he said"),
        ("yes! he said", "yes? he said"),
        ("the fullwidth Ａ here", "the fullwidth A here"),
        ("the troops are here", "the troops were here"),
        ("résumé of it", "resume of it"),
    ],
)
def test_nothing_else_is_folded(text: str, quote: str) -> None:
    assert refused(text, quote).code == "quote-differs"


# Word boundaries

SENTENCE = (
    "Kyiv’s outnumbered forces can't hold 1,000 km, an anti-war group said, and have been unable to stop "
    "them… at 3.5 kilometres—or less (the “zero” line)."
)


@pytest.mark.parametrize(
    ("quote", "end", "word"),
    [
        ("able to stop them", "begins", "unable"),
        ("outnumbered forces can", "ends", "can't"),
        ("war group said", "begins", "anti-war"),
        ("an anti", "ends", "anti-war"),
        ("hold 1", "ends", "1,000"),
        ("000 km", "begins", "1,000"),
        ("5 kilometres", "begins", "3.5"),
        ("at 3", "ends", "3.5"),
        ("s outnumbered forces", "begins", "Kyiv’s"),
        ("t hold", "begins", "can't"),
        ("number", "begins", "outnumbered"),
    ],
)
def test_no_quote_cuts_a_word(quote: str, end: str, word: str) -> None:
    told = refused(SENTENCE, quote)
    assert told.code == "quote-cuts-word"
    assert f"{end} inside the word “{word}”" in told.message


@pytest.mark.parametrize(
    "quote",
    [
        "unable to stop them",
        "forces can't hold 1,000 km",
        "an anti-war group",
        "them…",
        "at 3.5 kilometres",
        "or less",
        "zero",
        "“zero”",
        "“zero” line)",
        "(the “zero” line).",
    ],
)
def test_whole_words_between_marks_are_found(quote: str) -> None:
    assert found(SENTENCE, quote) == [quote]


def test_a_word_cut_in_one_place_may_be_whole_in_another() -> None:
    text = "unable to stop, yet able to stop"
    passage, told = anchor(text, "able to stop")
    assert not told and passage and passage.start == text.index(" able") + 1


@pytest.mark.parametrize("quote", ["unable to stop them.", "unable to stop them..", ".. at 3.5 kilometres"])
def test_no_quote_cuts_an_ellipsis(quote: str) -> None:
    assert refused(SENTENCE, quote).code == "quote-cuts-character"


def test_a_letter_is_not_quoted_without_its_mark() -> None:
    assert refused("vitamin x\u0303 is", "vitamin x").code == "quote-cuts-word"
    assert refused("a cafe\u0301 is", "a cafe").code == "quote-differs"


def test_what_ends_a_full_abbreviation_may_stay_out() -> None:
    # A full stop joins only digits.
    assert found("said the U.N. on Monday", "said the U.N") == ["said the U.N"]


# Exactly one placement


def test_twice_is_an_error() -> None:
    told = refused("the troops left and the troops came", "the troops")
    assert told.code == "quote-ambiguous"
    assert "line 1, column 1 and line 1, column 21" in told.message
    assert 'suffix "left"' in told.hint and 'prefix "and"' in told.hint


def test_places_may_overlap() -> None:
    assert refused("a a a", "a a").code == "quote-ambiguous"
    assert refused("ha-ha! ha-ha! ha-ha!", "ha-ha! ha-ha!").code == "quote-ambiguous"


def test_many_places_are_not_all_named() -> None:
    told = refused("\n".join(["so it goes"] * 9), "so it goes")
    assert "line 1, column 1, line 2, column 1 and line 3, column 1 and more" in told.message


def test_a_proposal_tells_a_place_from_all_others_not_only_from_those_named() -> None:
    text = "one x a. two x a. three x a. four x a. one x b."
    told = refused(text, "x")
    assert 'prefix "one"' not in told.hint


def test_without_few_words_that_decide_a_longer_quote_is_advised() -> None:
    told = refused("and so on " * 60, "and so")
    assert told.code == "quote-ambiguous" and "a longer quote" in told.hint


def test_what_is_set_aside_takes_no_prefix() -> None:
    aside = SetAside.model_validate({"article": "a", "exact": "so it goes", "reason": "A refrain."})
    passage, (told,) = Anchorer(make_article("so it goes, and so it goes")).anchor(aside)
    assert passage is None
    assert told.code == "quote-ambiguous" and told.hint == "Add what decides: a longer quote."


# Prefix and suffix

TWICE = "Moscow said yes. Kyiv said no.\nThen Moscow said “no” again."


@pytest.mark.parametrize(
    ("quote", "prefix", "suffix", "at"),
    [
        ("said", "Kyiv", None, 22),
        ("said", "yes. Kyiv", None, 22),
        ("said", "yiv", None, 22),  # it may begin anywhere
        ("said", None, "yes", 7),
        ("said", None, "y", 7),  # and a suffix may end anywhere
        ("said", "Moscow", "yes", 7),
        ("said", "Moscow", '"no"', 43),
        ("said", None, ' "no"', 43),
        ("said", "no.\nThen Moscow", None, 43),
        ("said", "no. Then Moscow", None, 43),  # into the paragraph before
        ("no", None, ". Then", 27),  # and into the one after
        ("no", '"', None, 49),
        ("no", None, '" again.', 49),
        ("Moscow", "no.\n\nThen", None, 36),
    ],
)
def test_a_prefix_or_suffix_decides(quote: str, prefix: str, suffix: str, at: int) -> None:
    passage, told = anchor(TWICE, quote, prefix, suffix)
    assert not told and passage and passage.start == at


@pytest.mark.parametrize(
    ("quote", "prefix", "suffix"),
    [
        ("Kyiv said", "Moscow", None),
        ("Kyiv said", None, "yes"),
        ("said", "Moscow", "no."),
        ("said", "Then", None),  # not just before
        ("said", "moscow", None),
        ("Moscow said yes", "Kyiv", None),  # nothing at all is before
        ("again.", None, "Kyiv"),
        ("said", "Kyiv", "yes"),
    ],
)
def test_a_prefix_or_suffix_that_does_not_fit_is_an_error(quote: str, prefix: str, suffix: str) -> None:
    assert refused(TWICE, quote, prefix, suffix).code == "prefix-or-suffix-differs"


def test_what_stands_at_the_most_likely_place_is_told() -> None:
    told = refused(TWICE, "said", "Then Moskow", None)
    assert "line 2" in told.message
    assert "said no. Then Moscow”" in told.hint and 'after them “"no" again.”' in told.hint


def test_a_prefix_of_a_folded_mark() -> None:
    assert found("he said… no. he said no.", "no", "...") == ["no"]
    assert found("a—no, b no", "no", "a-") == ["no"]


@pytest.mark.parametrize("field", ["prefix", "suffix"])
def test_an_invisible_prefix_or_suffix_is_no_value(field: str) -> None:
    told = refused("one two", "one", **{field: "\u200b"})
    assert told.code == "empty-value" and field in told.message


# Paragraphs

LINES = "The first ends here.\n\nThe second begins there. It ends.\nThe third one."
BLANK = "The first ends\nhere.\n\nThe second begins\nthere. It ends.\n \n\nThe third one."


@pytest.mark.parametrize(("text", "ending"), [(LINES, ".txt"), (BLANK, ".md")])
def test_a_single_string_stays_in_one_paragraph(text: str, ending: str) -> None:
    assert refused(text, "here. The second", ending=ending).code == "quote-differs"
    passage, told = anchor(text, "here.\n\nThe second", ending=ending)
    assert passage and not told
    passage, told = anchor(
        text, "ends here.\n\nThe second begins there. It ends.\n\nThe third", ending=ending
    )
    assert passage and not told


@pytest.mark.parametrize(("text", "ending"), [(LINES, ".txt"), (BLANK, ".md")])
@pytest.mark.parametrize(
    "quote",
    ["here.\n\nThe third", "The second\n\nbegins there.", "here.\n\n\n\nIt ends.", "there.\n\nIt ends."],
)
def test_a_break_in_a_quote_is_exactly_one_break(text: str, ending: str, quote: str) -> None:
    assert refused(text, quote, ending=ending).code == "quote-differs"


def test_a_difference_of_breaks_is_named() -> None:
    assert "the quote lacks a paragraph break" in refused(LINES, "here. The second begins").hint
    assert "the article lacks a paragraph break" in refused(LINES, "The second begins\n\nthere.").hint


def test_a_single_line_feed_is_a_space_or_what_yaml_leaves_of_a_blank_line() -> None:
    assert found(LINES, "The second\nbegins there.") == ["The second begins there."]
    assert found(BLANK, "The second\nbegins there.", ending=".md") == ["The second begins\nthere."]
    assert found(LINES, "ends here.\nThe second") == ["ends here.\n\nThe second"]
    assert refused(LINES, "here.\nThe third").code == "quote-differs"


def test_the_same_quote_with_either_break_has_one_address() -> None:
    (one, _), (other, _) = anchor(LINES, "here.\nThe second"), anchor(LINES, "here.\n\nThe second")
    assert one and other and one.address == other.address


# Lists of segments

DENIAL = (
    "Russia has not denied that North Korean forces are fighting the conflict. After first denying any "
    "involvement, North Korea has since justified its forces.\nNorth Korea has more forces."
)


def test_segments_stand_in_their_order_in_one_paragraph() -> None:
    assert found(DENIAL, ["After first denying", "North Korea has since"]) == [
        "After first denying",
        "North Korea has since",
    ]
    assert refused(DENIAL, ["North Korea has since", "After first denying"]).code == "segments-out-of-order"
    told = refused(DENIAL, ["After first denying", "has more forces"])
    assert told.code == "segments-across-paragraphs" and "lines 1 and 2" in told.message


def test_segments_may_touch_but_not_overlap() -> None:
    assert found(DENIAL, ["Russia has", "not denied"]) == ["Russia has", "not denied"]
    assert refused(DENIAL, ["Russia has not", "not denied"]).code == "segments-out-of-order"
    assert refused(DENIAL, ["After first", "After first"]).code == "segments-out-of-order"


def test_each_segment_holds_whole_words_and_stands_there() -> None:
    assert refused(DENIAL, ["Russia has not", "enied that North"]).code == "quote-cuts-word"
    assert refused(DENIAL, ["Russia has not", "denied that South Korean forces"]).code == "quote-differs"
    assert refused(DENIAL, ["Russia has not", "\u00ad"]).code == "empty-value"


def test_no_segment_reaches_over_a_break() -> None:
    told = refused(DENIAL, ["After first", "its forces.\n\nNorth Korea"])
    assert told.code == "segments-across-paragraphs"


def test_prefix_and_suffix_belong_to_the_ends_of_a_list() -> None:
    text = "one a x b two. three a x b four."
    passage, told = anchor(text, ["a", "b"], "three")
    assert passage and not told and passage.start == 21
    assert refused(text, ["a", "b"]).code == "quote-ambiguous"
    assert refused(text, ["a", "b"], "one").code == "quote-ambiguous"  # the second b is still to choose
    passage, told = anchor(text, ["a", "b"], "one", "two")
    assert passage and not told and passage.segments == ((4, 5), (8, 9))
    assert refused(text, ["one", "two"], None, "three four").code == "prefix-or-suffix-differs"
    assert refused(text, ["a", "b"], "x", None).code == "prefix-or-suffix-differs"


def test_an_inner_segment_that_repeats_is_made_longer() -> None:
    text = "first the end then the end and last"
    told = refused(text, ["first", "the end", "last"])
    assert told.code == "segment-repeats" and "“the end”" in told.message and "longer" in told.hint
    assert found(text, ["first", "then the end", "last"])


def test_a_last_segment_that_repeats_takes_a_suffix() -> None:
    text = "first the end then the end and last"
    told = refused(text, ["first", "the end"])
    assert told.code == "quote-ambiguous"
    assert "column 7 and line 1, column 20" in told.message
    assert 'suffix "then"' in told.hint and 'suffix "and"' in told.hint


def test_a_prefix_may_settle_an_inner_segment_too() -> None:
    told = refused("x a m y a m b", ["a", "m", "b"])
    assert told.code == "quote-ambiguous" and 'prefix "y"' in told.hint


def test_proposals_hold_a_word() -> None:
    told = refused("no, the troops, then the troops.", "the troops")
    assert 'prefix "no,"' in told.hint and 'prefix "then"' in told.hint
    told = refused("the troops, then the troops.", "the troops")
    assert 'suffix ", then"' in told.hint


def test_proposals_for_both_ends() -> None:
    told = refused("p a q a r b s b t", ["a", "b"])
    assert 'prefix "p" and suffix "s"' in told.hint


# Negations among the words left out


@pytest.mark.parametrize(
    ("left_out", "language"),
    [
        *(
            (word, "en")
            for word in ("not", "no", "nor", "never", "neither", "none", "nobody", "without", "denied")
        ),
        *(
            (word, "en")
            for word in ("didn't", "didn’t", "DIDN’T", "failed to", "n\u00adot", "_not_", "[not]")
        ),
        *((word, "de") for word in ("nicht", "keine", "bestreitet")),
        *((word, "fr") for word in ("ne", "n’a", "jamais")),
        *((word, "es") for word in ("no", "nunca")),
        *((word, "ru") for word in ("не", "отрицает")),
    ],
)
def test_a_negation_among_the_words_left_out_is_an_error(left_out: str, language: str) -> None:
    text = f"Aaa bbb, {left_out}, ccc ddd."
    passage, told = anchor(text, ["Aaa bbb", "ccc ddd"], language=language)
    assert passage is not None  # it has its place, and is an error all the same
    assert code(told) == "negation-left-out"
    assert not anchor(text.replace(left_out, "xx"), ["Aaa bbb", "ccc ddd"], language=language)[1]


def test_the_classic_misquotes() -> None:
    _, told = anchor(DENIAL, ["Russia has", "denied that North Korean forces are fighting"])
    assert code(told) == "negation-left-out" and "“not”" in told[0].message
    # Its one string is a substring; only a hint can tell (see test_passages).
    assert found(DENIAL, "denied that North Korean forces are fighting")
    assert refused("have been unable to stop them", "able to stop them").code == "quote-cuts-word"


def test_a_negation_is_not_missed_where_a_segment_holds_its_end() -> None:
    _, told = anchor("Kyiv failed to stop them", ["Kyiv", "to stop them"])
    assert code(told) == "negation-left-out" and "“failed to”" in told[0].message
    _, told = anchor("Kyiv has been unable to stop", ["Kyiv has been", "to stop"])
    assert code(told) == "negation-left-out"
    _, told = anchor("Kyiv has, it says, not yet begun", ["Kyiv has", "yet begun"])
    assert code(told) == "negation-left-out"


def test_a_negation_that_is_quoted_is_not_left_out() -> None:
    assert found("Kyiv has not, it says, begun", ["Kyiv has not", "begun"])
    assert found("Kyiv failed, it says, to begin", ["Kyiv failed", "to begin"])
    assert found("Kyiv said, it says, no", ["Kyiv said", "no"])


def test_each_gap_is_told_at_the_segment_after_it() -> None:
    briefing = make_briefing(
        """
        claims:
          - id: c
            text: Something.
            by: article
            evidence:
              a:
                exact:
                  - one
                  - two
                  - three
        """
    )
    evidence = briefing.summary.claims[0].evidence[0]
    _, told = Anchorer(make_article("one not two never three")).anchor(evidence)
    assert [one.span.line for one in told] == [9, 10]


# What differs

ARTICLE = (
    "Opening words of another paragraph stand here.\n"
    "South Korea has offered intelligence assistance and wider cooperation on the matter, and it has not "
    "sent 1,000 monitors to Ukraine, according to officials.\n"
    "Closing words."
)


@pytest.mark.parametrize(
    ("quote", "difference"),
    [
        (
            "South Korea has refused intelligence assistance and wider cooperation",
            'the quote has "refused", the article "offered"',
        ),
        ("has offered assistance and wider cooperation on the matter", 'the quote lacks "intelligence"'),
        ("has offered intelligence assistance and much wider cooperation", 'the article lacks "much"'),
        ("and it has sent 1,000 monitors to Ukraine", 'the quote lacks "not"'),
        ("and it has not sent 2,000 monitors to Ukraine", 'the quote has "2,000", the article "1,000"'),
        ("and it has not sent 1000 monitors to Ukraine", 'the quote has "1000", the article "1,000"'),
        ("has Offered intelligence assistance", 'the quote has "Offered", the article "offered"'),
        ("on the matter and it has not sent", 'the quote has "matter", the article "matter,"'),
        ("Monitors to Ukraine, according to officials", 'the quote has "Monitors", the article "monitors"'),
        ("has not sent 1,000 monitors to Russia", 'the quote has "Russia", the article "Ukraine"'),
        (
            "has offerd intelligence asistance",
            'the quote has "offerd", the article "offered"; '
            'the quote has "asistance", the article "assistance"',
        ),
        ("offred", 'the quote has "offred", the article "offered"'),
    ],
)
def test_what_differs_is_named(quote: str, difference: str) -> None:
    told = refused(ARTICLE, quote)
    assert told.code == "quote-differs"
    assert "line 2, column" in told.message
    assert told.hint == f"What differs: {difference}. Copy the article's words exactly."


@pytest.mark.parametrize("quote", ["Zebras graze quietly under an orange moon", "…", "?!", "«»", "x" * 4000])
def test_nothing_near_is_told_as_such(quote: str) -> None:
    assert refused(ARTICLE, quote).code == "quote-not-found"


def test_a_quote_longer_than_the_article() -> None:
    assert refused("Closing words.", f"{ARTICLE} and more".replace("\n", " ")).code == "quote-not-found"
    assert refused(ARTICLE, f"It says: {ARTICLE}".replace("\n", " ")).code == "quote-differs"


def test_an_article_without_text() -> None:
    assert refused("", "Words").code == "quote-not-found"
    assert refused("\u200b\n\u200b", "Words").code == "quote-not-found"


def test_punctuation_alone_is_held_to_the_same_rules() -> None:
    assert found("One, two.", ",") == [","]
    assert refused("1,000 of them.", ",").code == "quote-cuts-word"


# The address


def test_an_address_is_ten_hexadecimal_digits() -> None:
    passage, _ = anchor("It is zero.", "It is zero")
    assert passage and re.fullmatch("[0-9a-f]{10}", passage.address)
    # Links to it are out in the world: this value must never change.
    assert passage.address == "4f725b0fb4"


def address(text: str, *quote: object) -> str:
    passage, told = anchor(text, *quote)  # type: ignore[arg-type]
    assert passage and not told
    return passage.address


def test_an_address_stays_wherever_the_words_move() -> None:
    here = address("Then “it is zero…” he said.", '"it is zero..." he')
    assert here == address("More before.\nThen “it\u00a0is ze\u00adro...” he said.", "“it is zero…” he")
    assert here == address("Then “it is zero…” he said.", ['"it is zero..." he'])


def test_an_address_differs_with_every_part() -> None:
    text = "one two one three one two"
    addresses = [
        address(text, "three"),
        address(text, "three", "one"),
        address(text, "three", None, "one"),
        address(text, ["three", "two"]),
        address(text, "one", None, "three"),
        address(text, "two", "three one"),
    ]
    assert len(set(addresses)) == len(addresses)


# Properties

WORDS = [
    "zero",
    "Zero",
    "it",
    "is",
    "not",
    "allies’",
    "1,000",
    "3.5",
    "anti-war",
    "can't",
    "…",
    "—",
    "“",
    "”",
    "a",
]
ARTICLES = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join), max_size=4).map(
    "\n".join
)


def by_brute_force(text: str, segments: list[str], ending: str = ".txt") -> set[tuple[tuple[int, int], ...]]:
    """Every placement there is, found by trying every stretch of the article between two word boundaries."""
    article = make_article(text, ending=ending)
    cuts = [at for at in range(len(text) + 1) if not inside_word(text, at)]
    found = set()
    for start, end in article.paragraphs:
        here = [at for at in cuts if start <= at <= end]
        stretches: list[list[tuple[int, int]]] = []
        for segment in segments:
            stretches.append(
                [
                    (first, last)
                    for first, last in itertools.combinations(here, 2)
                    if text[first:last] == text[first:last].strip()
                    and fold(text[first:last]) == fold(segment)
                ]
            )
        for placement in itertools.product(*stretches):
            if all(one[1] <= other[0] for one, other in itertools.pairwise(placement)):
                found.add(placement)
    return found


@given(
    ARTICLES,
    st.lists(st.sampled_from(["zero", "it is", "a", "is a", "not", "1,000", "..."]), min_size=1, max_size=3),
)
def test_placements_are_those_of_brute_force(text: str, segments: list[str]) -> None:
    expected = by_brute_force(text, segments)
    passage, told = anchor(text, segments)
    if passage is None:
        assert len(expected) != 1
        assert (told[0].code in ("quote-ambiguous", "segment-repeats")) == (len(expected) > 1)
    else:
        assert expected == {passage.segments}


WAY = re.compile(
    r'line \d+: (?:prefix "(?P<prefix>.*?)")?(?: and )?(?:suffix "(?P<suffix>.*?)")?(?:; (?=line)|\.$)'
)


@given(ARTICLES, st.data())
def test_a_slice_of_whole_words_is_found_or_told_how_to_be(text: str, data: st.DataObject) -> None:
    words = [found for found in re.finditer(r"\S+", text) if found.group() not in "“”"]
    if not words:
        return
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, min(len(words) - 1, first + 4)))
    start, end = words[first].start(), words[last].end()
    quote = re.sub("\n", "\n\n", text[start:end])
    passage, told = anchor(text, quote)
    if passage is not None:
        assert not told and passage.segments == ((start, end),)
        return
    assert code(told) == "quote-ambiguous"
    ways = list(WAY.finditer(told[0].hint))
    places = set()
    for way in ways:
        passage, told = anchor(text, quote, way["prefix"], way["suffix"])
        assert passage is not None and not told
        assert fold_quote(quote) == fold_quote(text[passage.start : passage.end].replace("\n", "\n\n"))
        places.add(passage.start)
    assert len(places) == len(ways)


@given(ARTICLES, st.data())
def test_an_altered_quote_is_refused_or_stands_there_exactly(text: str, data: st.DataObject) -> None:
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    at = data.draw(st.integers(start, end - 1))
    char = data.draw(st.sampled_from([*"aAz19,.'-…“ \n", ""]))
    quote = text[start:at] + char + text[at + 1 : end]
    if not quote.strip():
        return
    passage, _ = anchor(text, quote)
    if passage is not None:
        there = text[passage.start : passage.end]
        assert fold(there) == fold(quote)
        assert not inside_word(text, passage.start) and not inside_word(text, passage.end)


# Effort


def test_twelve_segments_of_a_text_that_repeats_itself_end() -> None:
    # There are more than 10³⁰ placements; every one after the fourth is one too many.
    text = "a " * 5000
    assert refused(text, ["a"] * 12).code == "quote-ambiguous"
    assert refused(f"x {text}y", ["x", *["a"] * 10, "y"]).code == "segment-repeats"


def test_segments_that_fit_nowhere_end() -> None:
    text = "a " * 5000 + "b"
    assert refused(text, [*["a"] * 11, "c"]).code == "quote-not-found"
    assert refused(text, ["b", *["a"] * 11]).code == "segments-out-of-order"
    assert refused(text, [*["a"] * 12], "b").code == "prefix-or-suffix-differs"


def test_many_paragraphs_end() -> None:
    # Each is looked at once a segment, not once for every other.
    assert refused("a\n" * 20_000, ["a", "a"]).code == "segments-out-of-order"


def test_a_long_quote_that_nearly_stands_in_a_long_text_ends() -> None:
    # By letters alone this comparison takes minutes.
    text = "the quick brown fox jumps over " * 10_000
    told = refused(text, "the quick brown fox jumps over " * 120 + "the slow")
    assert told.code == "quote-differs" and 'the quote has "slow", the article "quick"' in told.hint


@pytest.mark.parametrize("language", [None, *WITH_FILE])
def test_a_long_gap_is_told_in_short(language: str | None) -> None:
    _, told = anchor(
        f"Aaa {'not no nie ne не 不 ない ไม่ ບໍ່ មិន ဘူး ' * 999} bbb.", ["Aaa", "bbb"], language=language
    )
    assert code(told) == "negation-left-out" and len(told[0].message) < 400


def test_an_anchorer_answers_each_quote_alike_whatever_came_before() -> None:
    anchorer = Anchorer(make_article("a b a"))
    answers = [anchorer.anchor(make_evidence("a", "b")) for _ in range(2)]
    assert answers[0] == answers[1]
    assert anchorer.anchor(make_evidence("a"))[0] is None


def test_a_quote_ends_behind_the_mark_that_closes_its_isolate() -> None:
    text = "one \u2066two\u2069 three \u202bfour\u202c\u2069 five"
    assert words_at(text, anchor(text, "one two")[0]) == ["one \u2066two\u2069"]  # type: ignore[arg-type]
    assert words_at(text, anchor(text, "three four")[0]) == ["three \u202bfour\u202c"]  # type: ignore[arg-type]
    # A mark that closes nothing of the quote stays outside.
    assert words_at(text, anchor(text, "two")[0]) == ["two"]  # type: ignore[arg-type]
