"""The table of coverage as a terminal shows it, and the data that programs read."""

import json

from generator.analyse.findings.findings import Findings
from generator.analyse.quotes.find import find_passages
from generator.render.reports.coverage import coverage_json, coverage_text
from tests.analyse.makers import make_article, make_briefing

YAML = """
    claims:
      - id: c
        text: So.
        by: article
        evidence: {a: the harbour is closed}
    set_aside: [{article: a, exact: Nobody knew, reason: No fact.}]
"""
TEXT = "Arnesen said that the harbour is closed. Nobody knew.\nShe left."


def anchored(*texts: str, yaml: str = YAML) -> Findings:
    articles = [make_article(text, "abc"[number]) for number, text in enumerate(texts)]
    return Findings.of(find_passages(make_briefing(yaml, *articles))[0])


def rows(text: str) -> list[str]:
    return coverage_text([anchored(text, yaml="")]).split("\n\n")[1].split("\n")[1:]


def test_table() -> None:
    assert coverage_text([anchored(TEXT)]) == (
        "articles/a.txt (source A)\n"
        "3 sentences: 1 cited, 1 set aside, 1 unused; 5 of 11 words untouched."
        # The seven of the first sentence; and without a title the article is named by its first eight.
        " The site shows 73 % of its words.\n"
        "\n"
        "  place  state      untouched  sentence\n"
        "  1:1    cited         3 of 7  Arnesen said that the harbour is closed.\n"
        "  1:42   set aside     0 of 2  Nobody knew.\n"
        "  2:1    UNUSED        2 of 2  She left."
    )


def test_sum_of_several_articles() -> None:
    told = coverage_text([anchored(TEXT, "One came."), anchored(TEXT)])
    assert told.count("articles/") == 3
    assert "articles/b.txt (source B)\n1 sentence: 0 cited, 0 set aside, 1 unused; 2 of 2 words" in told
    assert told.endswith(
        "\n\nAll 3 articles: 7 sentences: 2 cited, 2 set aside, 3 unused; 12 of 24 words untouched."
    )


def test_nothing_to_tell() -> None:
    assert coverage_text([]) == ""
    assert coverage_json([]) == "[]"
    assert coverage_text([anchored("", yaml="")]) == (
        "articles/a.txt (source A)\n"
        "0 sentences: 0 cited, 0 set aside, 0 unused; 0 of 0 words untouched."
        " The site shows none of its words."
    )


def test_long_sentences_are_cut_at_a_word() -> None:
    (row,) = rows("Word " + "and word " * 40 + "end.")
    assert row == "  1:1    UNUSED   82 of 82  Word" + " and word" * 7 + " …"
    (row,) = rows("W" * 300)
    assert row.endswith("WW …")
    assert len(row) == 100


def test_a_row_is_one_line_and_nothing_in_it_is_obeyed() -> None:
    text = "One\nand\x1b[31m\x07 two\u202e\u2028three"
    article = make_article(text, ending=".md")
    told = coverage_text([Findings.of(find_passages(make_briefing("", article))[0])])
    assert told.split("\n")[-1].endswith("  One and[U+001B][31m[U+0007] two[U+202E] three")


def test_json() -> None:
    assert json.loads(coverage_json([anchored(TEXT)])) == [
        {
            "briefing": "b",
            "article": "a",
            "sentence": "Arnesen said that the harbour is closed.",
            "line": 1,
            "column": 1,
            "state": "cited",
        },
        {
            "briefing": "b",
            "article": "a",
            "sentence": "Nobody knew.",
            "line": 1,
            "column": 42,
            "state": "set-aside",
        },
        {
            "briefing": "b",
            "article": "a",
            "sentence": "She left.",
            "line": 2,
            "column": 1,
            "state": "unused",
        },
    ]


def test_json_keeps_a_sentence_as_it_stands() -> None:
    article = make_article("“Zwei\nSchiffe …” 😀 kamen.", ending=".md", language="de")
    (one,) = json.loads(coverage_json([Findings.of(find_passages(make_briefing("", article))[0])]))
    assert one["sentence"] == "“Zwei\nSchiffe …” 😀 kamen."
