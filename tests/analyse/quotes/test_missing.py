"""Words that do not stand in an article as they are quoted: those accepted, and what is told of others."""

import pytest

from generator.model.diagnostics import Diagnostic
from tests.analyse.makers import anchor, words_at


def told(
    text: str, exact: str | list[str], ending: str = ".txt", language: str | None = None
) -> list[Diagnostic]:
    passage, problems = anchor(text, exact, ending=ending, language=language)
    assert passage is None or problems
    assert problems
    return problems


def found(text: str, exact: str | list[str], **how: str) -> list[str]:
    passage, problems = anchor(text, exact, **how)
    assert passage is not None and not problems
    return words_at(text, passage)


# Footnotes and exponents


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("the wall will stand³ for years", "the wall will stand"),
        ("the wall will stand³ for years", "for years"),
        ("the wall will stand³ for years", "stand³ for years"),
        ("the wall will stand³. It is old", "the wall will stand"),
        ("the wall will stand.³ It is old", "the wall will stand."),
        ("the wall will stand.³ It is old", "It is old"),
        ("стена выстоит¹² ещё годы", "стена выстоит"),
        ("die Mauer hält⁴, sagte sie", "die Mauer hält"),
        ("长城会屹立³多年", "长城会屹立"),
        ("ten km² of land", "km² of land"),
    ],
)
def test_a_footnote_s_figure_may_stay_out(text: str, exact: str) -> None:
    assert found(text, exact) == [exact]


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("ten km² of land", "ten km"),
        ("ten km² of land", "² of land"),
        ("десять км² земли", "десять км"),
        ("10⁶ people", "10"),
        ("10⁻⁶ grams", "10"),
        ("an x² term", "an x"),
        ("some CO² left", "some CO"),
        ("Ca²⁺ ions", "Ca"),
        ("面积五平方米²的", "面积五平方米"),
        ("in 2019³ they", "in 2019"),
        ("un\u2066able to stop", "able to stop"),
        ("un\ufe0fable to stop", "able to stop"),
        ("anti\u200f-\u200fwar group", "war group"),
        ("1\u200e,\u200e000 men", "1"),
    ],
)
def test_what_a_word_is_made_of_is_not_cut(text: str, exact: str) -> None:
    (problem,) = told(text, exact)
    assert problem.code == "quote-cuts-word"


def test_a_quote_without_a_figure_in_its_middle_is_told_of_it() -> None:
    (problem,) = told("the wall will stand³ for years", "the wall will stand for years")
    assert problem.code == "quote-typed-otherwise"
    assert problem.hint == (
        "The quote lacks “³”, a footnote's figure: include it, or write a list of segments: "
        'exact: ["the wall will stand", "for years"].'
    )
    assert found("the wall will stand³ for years", ["the wall will stand", "for years"])


def test_a_figure_that_the_article_lacks() -> None:
    (problem,) = told("the wall will stand for years", "the wall will stand³ for years")
    assert problem.hint == "The article lacks the figure “³”: take it out."


# Scripts without spaces


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("俄罗斯外长周二否认派兵。", "外长周二否认"),
        ("ロシア外相は火曜日に否定した。", "外相は火曜日に"),
        ("รัฐมนตรีต่างประเทศกล่าวเมื่อวันอังคาร", "กล่าวเมื่อวัน"),
        ("ລັດຖະມົນຕີກ່າວໃນວັນອັງຄານ", "ກ່າວໃນ"),
        ("រដ្ឋមន្ត្រីថ្លែងកាលពីថ្ងៃអង្គារ", "ថ្លែងកាល"),
        ("ဝန်ကြီးကပြောသည်", "ကပြော"),
        ("在3,000人中", "3,000人"),
    ],
)
def test_a_quote_may_begin_and_end_at_any_character(text: str, exact: str) -> None:
    assert found(text, exact) == [exact]


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("在3,000人中", "000人"),
        ("ｶﾞｽ漏れ", "ｶ"),
        ("น้ำท่วมเมือง", "น"),
        ("เมืองนี้", "มือง"),
        ("ထမင်းစား", "ထမင"),
        ("រដ្ឋមន្ត្រី", "ឋមន្ត្រី"),
        ("서울은 크다", "서울"),
        ("“큰 실수”라고 말했다", "큰 실"),
    ],
)
def test_no_character_as_readers_see_it_is_cut(text: str, exact: str) -> None:
    (problem,) = told(text, exact)
    assert problem.code == "quote-cuts-word"


def test_a_particle_after_a_closing_mark_is_parted_by_it() -> None:
    assert found("“큰 실수”라고 말했다", "큰 실수") == ["큰 실수"]


@pytest.mark.parametrize(
    ("text", "exact", "denial"),
    [
        ("政府不同意这项计划", "同意这项计划", "不"),
        ("政府不\u200b同意这项计划", "同意这项计划", "不"),
        ("政府没有派兵", "派兵", "没有"),
        ("政府は計画に同意しない。", "政府は計画に同意", "しない"),
        ("政府は計画に同意しません。", "政府は計画に同意", "しません"),
        ("รัฐบาลไม่เห็นด้วย", "เห็นด้วย", "ไม่"),
        ("ລັດຖະບານບໍ່ເຫັນດີ", "ເຫັນດີ", "ບໍ່"),
        ("រដ្ឋាភិបាលមិនយល់ព្រម", "យល់ព្រម", "មិន"),
        ("အစိုးရမသိဘူး", "အစိုးရမသိ", "ဘူး"),
    ],
)
def test_no_quote_leaves_out_a_denial_that_is_glued_to_it(text: str, exact: str, denial: str) -> None:
    (problem,) = told(text, exact)
    assert problem.code == "quote-cuts-denial" and f"“{denial}”" in problem.message


@pytest.mark.parametrize(
    ("text", "segments", "language"),
    [
        ("政府不太同意这项计划", ["政府", "同意这项计划"], "zh"),
        ("政府不太同意这项计划", ["政府", "同意这项计划"], None),
        ("政府は計画に同意していないと述べた", ["政府は", "と述べた"], "ja"),
        ("รัฐบาลยังไม่ได้เห็นด้วย", ["รัฐบาล", "ด้วย"], "th"),
        ("An official, who asked not to be named, said", ["An official, who asked", "to be named"], None),
        ("They were unable, he said, to stop", ["They were", "to stop"], None),
        ("He thinks it impossible that it holds", ["He thinks it", "that it holds"], None),
    ],
)
def test_segments_leave_out_no_denial(text: str, segments: list[str], language: str | None) -> None:
    assert [problem.code for problem in told(text, segments, language=language)] == ["negation-left-out"]


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        ("An official, who asked not to be named, said no", ["An official", "said no"]),
        ("He is stopping short trains today", ["He is", "trains today"]),
        ("They called the unsafe pier a ruin", ["They called", "pier a ruin"]),
    ],
)
def test_segments_may_leave_out_what_denies_nothing_of_them(text: str, segments: list[str]) -> None:
    assert found(text, segments) == segments


# Wrapped lines, hyphens, ligatures, entities, emphasis

WRAPPED = "The mayor said that the old\nwall will hold until the\nspring, and then fall.\n\nShe left."


def test_a_wrapped_text_is_told_once_of_its_article() -> None:
    (first,) = told(WRAPPED, "the old wall will hold")
    (second,) = told(WRAPPED, "will hold until the spring, and then fall")
    assert first == second and first.code == "article-wrapped"
    assert (first.span.path, first.span.line) == ("articles/a.txt", 1)
    assert "a.md" in first.hint
    assert found(WRAPPED, "the old wall will hold", ending=".md") == ["the old\nwall will hold"]


@pytest.mark.parametrize(
    "text",
    [
        "Zeile um Zeile geht\nder Satz weiter, bis\ner endet.",
        "港务局写道，没有船只受损，码头会\n坚持到春天，之后会\n拆除，新的\n会建起来。",
        "Here Berlin\nGermany and\nParis, France and\nRome stand.",
    ],
)
def test_other_wrapped_texts(text: str) -> None:
    lines = text.split("\n")
    problems = told(text, " ".join(lines[:2]))
    assert [problem.code for problem in problems] == ["article-wrapped"]


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("The wall holds.\nThe pier fell.", "The wall holds. The pier fell."),
        ("The Harbour News\nThe wall holds, she said.\nThe pier fell.", "The Harbour News The wall holds"),
        (WRAPPED, "and then fall. She left"),
    ],
)
def test_paragraphs_are_no_wrapped_lines(text: str, exact: str) -> None:
    (problem,) = told(text, exact)
    assert problem.code == "quote-differs" and "the quote lacks a paragraph break" in problem.hint


@pytest.mark.parametrize("exact", ["the harbour wall", "the har-bour wall"])
@pytest.mark.parametrize("hyphen", ["-", "‐", "\u00ad"])
def test_a_hyphen_at_a_line_s_end(exact: str, hyphen: str) -> None:
    (problem,) = told(f"She said that the har{hyphen}\nbour wall holds", exact, ".md")
    assert problem.code == "quote-typed-otherwise" and "ends a line" in problem.hint
    codes = [one.code for one in told(f"She said that the har{hyphen}\nbour wall holds", exact, ".txt")]
    assert codes == ["article-wrapped", "quote-typed-otherwise"]


@pytest.mark.parametrize(
    ("text", "exact", "hint"),
    [
        ("the ﬁrst ﬂood", "the first flood", "The article has “ﬁ” for “fi”, “ﬂ” for “fl”, in one character"),
        ("the first flood", "the ﬁrst flood", "The quote has “ﬁ” for “fi”, in one character"),
        ("قال ﻻ أحد", "قال لا أحد", "The article has “ﻻ” for “لا”, in one character"),
        ("Berg &amp; Sons say", "Berg & Sons say", "The article has “&amp;” for “&”: copy it so"),
        ("it&#8217;s so", "it’s so", "The article has “&#8217;” for “’”"),
        ("say &quot;no&quot; here", 'say "no" here', 'The article has “&quot;” for “"”'),
        ("so&nbsp;it is", "so it is", "The article has “&nbsp;”: copy it so"),
        ("so&#x20;it is", "so it is", "The article has “&#x20;”: copy it so"),
        ("Berg & Sons say", "Berg &amp; Sons say", "The quote has “&amp;” for “&”: write the character."),
        ("the *Sankt Olga* is", "the Sankt Olga is", "The article has “*” for emphasis"),
        ("a _small_ or **big** one", "a small or big one", "The article has “_”, “**” for emphasis"),
        ("the Sankt Olga is", "the *Sankt Olga* is", "The quote has “*” for emphasis: take the marks out."),
        ("_всё_ это так", "всё это так", None),
    ],
)
def test_words_that_are_typed_otherwise(text: str, exact: str, hint: str | None) -> None:
    if hint is None:
        assert found(text, exact.removeprefix("всё ")) and not anchor(text, exact)[0]
        return
    (problem,) = told(text, exact, ".md")
    assert problem.code == "quote-typed-otherwise" and problem.hint.startswith(hint)


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("5 * 3 is more", "5 3 is more"),
        ("the snake_case name", "the snakecase name"),
        ("AT&T; is", "AT&U; is"),
        ("Berg &foo; Sons", "Berg & Sons"),
        ("the ﬁrst time", "the first day"),
        ("ten km² of land", "ten km of land"),
        ("Russia has [not] said so", "Russia has said so"),
        ("Russia has *not* said so", "Russia has said so"),
        ("un*able* to stop", "it is able to stop"),
    ],
)
def test_other_differences_are_told_as_such(text: str, exact: str) -> None:
    (problem,) = told(text, exact, ".md")
    assert problem.code in ("quote-differs", "quote-not-found")


def test_a_part_of_a_word_is_not_found_beside_a_form() -> None:
    assert told("we are un-\nable, ﬁrst", "able, first", ".md")[0].code == "quote-differs"


# Dots

STATED = "The mayor said that the old wall will hold until spring. The council has not agreed to pay for it."


@pytest.mark.parametrize("dots", ["...", "…", "[...]", "[…]", "[ … ]", "(...)", "....", ". . ."])
def test_dots_become_a_list(dots: str) -> None:
    (problem,) = told(STATED, f"The mayor said {dots} will hold")
    assert problem.code == "quote-elided"
    assert problem.hint == 'Write a list of segments: exact: ["The mayor said", "will hold"].'


@pytest.mark.parametrize(
    ("exact", "hint"),
    [
        (
            "The council has … agreed",
            "Write a list of segments; “not” is left out here, and has to be quoted.",
        ),
        ("…the old wall […]", "Leave them out: a quote may begin and end in mid-sentence."),
        ("The mayor said … it won’t", "Write a list of segments. Nowhere in the article: “it won't”."),
        (
            "will hold … The mayor said",
            "Write a list of segments, in the article's order and out of one paragraph.",
        ),
        (["The mayor", "wall … until"], 'Write a list of segments: exact: ["The mayor", "wall", "until"].'),
    ],
)
def test_the_way_out_of_dots(exact: str | list[str], hint: str) -> None:
    (problem,) = told(STATED, exact)
    assert (problem.code, problem.hint) == ("quote-elided", hint)


def test_dots_of_the_article_are_its_own() -> None:
    assert found("It is… zero, he said", "It is... zero") == ["It is… zero"]
    (problem,) = told("It is nothing… And I say no", "It is nothing... and I say no")
    assert problem.code == "quote-differs" and 'has "and", the article "And"' in problem.hint
    assert told("It is zero", "no words … like these")[0].code == "quote-not-found"


def test_a_long_list_is_not_written_out() -> None:
    words = " ".join(f"word{number}" for number in range(200))
    (problem,) = told(f"{words} and so on", f"{words} … on")
    assert problem.hint == "Write a list of segments."


# Effort


@pytest.mark.parametrize(
    "text",
    [
        "a\n" * 50_000,
        "a-\n" * 30_000,
        "&" * 100_000,
        "&amp" * 30_000,
        "*_" * 50_000,
        "³" * 100_000,
        "a³ " * 30_000,
        "\u200f" * 100_000,
        "a\u2067" * 50_000,
        "不" * 50_000,
        "ﬁ" * 50_000,
        "a" + " " * 100_000,
        "... " * 30_000,
    ],
)
@pytest.mark.parametrize("ending", [".txt", ".md"])
def test_hostile_texts_end(text: str, ending: str) -> None:
    for exact in ("nothing … like it", "b &amp; ﬁ³ c", text[:2000].strip() + "z"):
        assert anchor(text, exact, ending=ending)[0] is None
