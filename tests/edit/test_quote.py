"""Quotes written for an editor: they read as the same words, and the checks find the same place by them."""

from textwrap import dedent

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.analyse.quotes.anchor import Anchorer
from generator.edit.quote import MOST_FOUND, Found, Search, Selection, search, selected
from generator.edit.quote_yaml import all_as_yaml, as_yaml
from generator.model.briefing import Article, Briefing
from generator.model.claims import Claim, Evidence
from generator.read.source import Source
from generator.read.validate import build
from generator.read.yaml_values import read_yaml
from tests.analyse.makers import make_article, make_briefing

WALL = "“I know the wall will hold until spring,” the mayor said. The wall is forty metres long."


def _only(*articles: Article, words: str) -> Found:
    (found,) = search(make_briefing("", *articles), words).found
    return found


def _read_back(yaml: str) -> Evidence:
    """The evidence that a pasted claim has, as the checks read it."""
    pasted = f"claims:\n- id: one\n  text: So.\n  by: article\n{yaml}\n"
    value, faults = read_yaml(Source("x.yml", pasted))
    assert isinstance(value, dict) and not faults, (pasted, faults)
    claim, wrong = build(Claim, value["claims"][0], "x.yml")
    assert claim is not None and not wrong, (pasted, wrong)
    (evidence,) = claim.evidence
    return evidence


# What is found.


@pytest.mark.parametrize(
    ("words", "exact"),
    [
        ("the wall will hold", "the wall will hold"),
        ("e wall will ho", "the wall will hold"),
        ("  the wall\n will   hold ", "the wall will hold"),
        ('"I know', "“I know"),
        ("metre", "metres"),
    ],
)
def test_words_are_widened_and_in_the_characters_of_the_article(words: str, exact: str) -> None:
    assert _only(make_article(WALL), words=words).exact == exact


def test_words_that_stand_alone_somewhere_are_not_sought_within_others() -> None:
    found = _only(make_article("The walls hold. A wall holds."), words="wall")
    assert (found.exact, found.passage.segments) == ("wall", ((18, 22),))


def test_a_wrapped_line_is_written_on_one_and_a_soft_hyphen_left_off() -> None:
    article = make_article("The wall\nholds un\u00adtil spring.", ending=".md")
    assert _only(article, words="holds until").exact == "holds until"
    assert _only(article, words="wall holds").exact == "wall holds"


def test_a_joiner_that_spells_a_word_is_kept() -> None:
    article = make_article("او می\u200cخواهد برود.", language="fa")
    assert _only(article, words="او میخواهد").exact == "او می\u200cخواهد"


def test_a_denial_glued_to_the_words_is_quoted_with_them() -> None:
    article = make_article("市长不同意修墙。", language="zh")
    assert _only(article, words="同意修墙").exact == "不同意修墙"


def test_words_over_a_paragraph_keep_its_break() -> None:
    article = make_article("One holds.\nTwo holds.")
    assert _only(article, words="holds.\n\nTwo").exact == "holds.\n\nTwo"


def test_each_of_several_places_has_what_singles_it_out() -> None:
    text = "The old wall holds. The new wall holds. The new gate holds."
    article = make_article(text)
    found = search(make_briefing("", article), "wall holds").found
    assert [(one.exact, one.prefix, one.suffix) for one in found] == [
        ("wall holds", "old", ""),
        ("wall holds", "new", ""),
    ]


def test_a_prefix_is_in_the_characters_of_the_article() -> None:
    text = "He said “so the wall holds”. She said so – the wall holds."
    first, second = search(make_briefing("", make_article(text)), "the wall holds").found
    assert (first.prefix, second.prefix) == ("“so", "so –")


def test_a_place_that_no_few_words_single_out_is_told() -> None:
    article = make_article("\n".join(["The wall holds."] * 50))
    result = search(make_briefing("", article), "The wall holds")
    assert (len(result.found), result.more) == (MOST_FOUND, 50 - MOST_FOUND)
    assert not any(one.decided for one in result.found)
    assert "quote more of it" in all_as_yaml(make_briefing("", article), result, claim=False)


def test_words_are_found_in_all_articles_or_in_one() -> None:
    briefing = make_briefing("", make_article(WALL), make_article("The wall is forty metres long.", "b"))
    assert [one.article.id for one in search(briefing, "forty metres").found] == ["a", "b"]
    assert [one.article.id for one in search(briefing, "forty metres", "b").found] == ["b"]


def test_a_withdrawn_article_is_quoted_no_more() -> None:
    briefing = make_briefing("", make_article(WALL, withdrawn=True))
    assert search(briefing, "forty metres") == Search()


# What is only near.


def test_what_is_only_like_the_words_is_offered_and_not_found() -> None:
    briefing = make_briefing("", make_article(WALL), make_article("The gate is new.", "b"))
    result = search(briefing, "the wall is fifty metres long")
    assert result.found == ()
    assert result.why is not None and result.near is not None
    assert result.why.code == "quote-differs"
    assert 'the quote has "fifty", the article "forty"' in result.why.hint
    assert (result.near.article.id, result.near.exact) == ("a", "The wall is forty metres long")


def test_a_capital_is_a_difference() -> None:
    result = search(make_briefing("", make_article(WALL)), "the wall is forty metres")
    assert result.found == ()
    assert result.near is not None and result.near.exact == "The wall is forty metres"


def test_dots_for_words_left_out_are_told_with_the_list_to_write() -> None:
    result = search(make_briefing("", make_article(WALL)), "The wall … forty metres")
    assert result.why is not None and result.why.code == "quote-elided"
    assert 'exact: ["The wall", "forty metres"]' in result.why.hint
    assert result.near is None


def test_words_that_are_like_nothing_are_not_found() -> None:
    result = search(make_briefing("", make_article(WALL)), "an elephant dances")
    assert (result.found, result.near) == ((), None)
    assert result.why is not None and result.why.code == "quote-not-found"


@pytest.mark.parametrize("words", ["", " ", "…", "“”", "w" * 4001])
def test_what_cannot_be_a_quote_is_refused(words: str) -> None:
    with pytest.raises(ValueError):
        search(make_briefing("", make_article(WALL)), words)


# What was selected on a page.


@pytest.mark.parametrize(
    ("words", "paragraph", "before", "start"),
    [
        ("wall", 1, 6, 8),
        ("wall", 1, 22, 28),
        ("wall", 2, 3, 44),
        ("all", 2, 4, 44),  # Cut by the mouse, at the place that is meant and no other.
    ],
)
def test_a_selection_means_its_own_place(words: str, paragraph: int, before: int, start: int) -> None:
    text = "The old wall holds. The new wall holds.\nThe wall is long."
    briefing = make_briefing("", make_article(text))
    result = selected(briefing, words, "a", Selection(paragraph, before))
    (found,) = result.found
    assert (found.exact, found.passage.start) == ("wall", start)


# The YAML.


def _yaml(briefing: Briefing, words: str, *, claim: bool = False) -> str:
    return all_as_yaml(briefing, search(briefing, words), claim=claim)


MAYOR = "actors:\n  mayor: {name: The mayor, kind: person}\n"


def test_evidence_tells_whose_words_it_holds() -> None:
    briefing = make_briefing(MAYOR, make_article(WALL))
    expected = """\
      # In quotation marks; by mayor, as the checks read “the mayor said”.
      evidence:
        a: I know the wall will hold until spring
    """
    assert _yaml(briefing, "I know the wall will hold until spring") == _indented(expected)


def test_a_claim_leaves_its_text_to_write() -> None:
    briefing = make_briefing(MAYOR, make_article(WALL))
    expected = """\
    - id: i-know-the-wall-will-hold
      # One full sentence that opens with who says it, and says no more than the quote.
      text: >-
        ~
      # In quotation marks; by mayor, as the checks read “the mayor said”.
      by: mayor
      evidence:
        a: I know the wall will hold until spring
    """
    written = _yaml(briefing, "I know the wall will hold until spring", claim=True)
    assert written == dedent(expected).rstrip("\n").replace("~", "")


def _indented(text: str) -> str:
    return "\n".join(line[4:] for line in text.rstrip().split("\n"))


@pytest.mark.parametrize(
    ("text", "words", "language", "told", "speaker"),
    [
        (WALL, "forty metres", None, "nothing near gives it to anybody: by article", "article"),
        (WALL, "the mayor said", None, "by mayor, as the checks read", "mayor"),
        ("“It holds,” a sailor said.", "It holds", None, "“a sailor said” is near, and names none", ""),
        ("“It holds.”", "It holds", None, "nothing near says whose words they are", ""),
        ("„Sie hält“, sagte er.", "Sie hält", "de", "worked out in English articles alone", ""),
        (
            "The mayor and the council said that it holds.",
            "that it holds",
            None,
            "“The mayor and the council said” may mean council or mayor",
            "",
        ),
    ],
)
def test_a_speaker_is_written_where_the_checks_know_one(
    text: str, words: str, language: str | None, told: str, speaker: str
) -> None:
    actors = f"{MAYOR}  council: {{name: The council, kind: organisation}}\n"
    briefing = make_briefing(actors, make_article(text, language=language))
    written = _yaml(briefing, words, claim=True)
    assert told in written
    assert f"  by: {speaker}".rstrip() in written.split("\n")


def test_an_id_is_not_taken_and_needs_no_latin_letters() -> None:
    claims = "claims:\n- {id: forty-metres, text: So., by: article, evidence: {a: The wall}}\n"
    briefing = make_briefing(claims, make_article(f"{WALL}\nСтена стоит. Élan d’été."))
    assert _yaml(briefing, "forty metres", claim=True).startswith("- id: forty-metres-2\n")
    assert _yaml(briefing, "Стена стоит", claim=True).startswith("- id: claim\n")
    assert _yaml(briefing, "Élan d’été", claim=True).startswith("- id: elan-dete\n")


def test_indentation_is_that_of_the_claims_that_stand() -> None:
    claims = "claims:\n  - id: one\n    text: So.\n    by: article\n    evidence: {a: The wall}\n"
    briefing = make_briefing(claims, make_article(WALL))
    assert _yaml(briefing, "forty metres").endswith("\n    evidence:\n      a: forty metres")
    assert _yaml(briefing, "forty metres", claim=True).startswith("  - id: forty-metres\n    #")


def test_a_claim_in_braces_tells_no_indentation() -> None:
    claims = "claims:\n- {id: one, text: So., by: article, evidence: {a: The wall}}\n"
    assert _yaml(make_briefing(claims, make_article(WALL)), "forty metres").endswith("\n    a: forty metres")


def test_several_places_are_numbered_with_line_and_sentence() -> None:
    article = make_article("The old wall holds.\nThe new wall holds.")
    expected = """\
      # These words stand in 2 places. Take the one that is meant.

      # 1. a, line 1: The old wall holds.
      # Without quotation marks, and nothing near gives it to anybody: by article.
      evidence:
        a:
          exact: wall holds
          prefix: old

      # 2. a, line 2: The new wall holds.
      # Without quotation marks, and nothing near gives it to anybody: by article.
      evidence:
        a:
          exact: wall holds
          prefix: new
    """
    assert _yaml(make_briefing("", article), "wall holds") == _indented(expected)


def test_an_article_whose_name_yaml_would_read_as_a_number_is_quoted() -> None:
    briefing = make_briefing("", make_article(WALL, "2024"))
    assert _read_back(_yaml(briefing, "forty metres")).article == "2024"


def test_an_article_cannot_turn_a_comment_round() -> None:
    article = make_article("The wall \u202eholds.\nThe wall stands.")
    assert "\u202e" not in _yaml(make_briefing("", article), "The wall")


_PIECES = st.sampled_from(
    [
        *"aAb09 .,:;-–—…'’“”\"#&*!|>%@`{}[]?~\\/\n\t",
        *(
            "\u00a0",
            "\u00ad",
            "\u202e",
            "ﬁ",
            "é",
            "e\u0301",
            "不",
            "³",
            ": ",
            " #",
            "- ",
            "\n\n",
            "null",
            "wall ",
        ),
    ]
)
_ANY = st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufffe\uffff\u2028\u2029")
_TEXTS = st.one_of(st.lists(_PIECES, max_size=30).map("".join), st.text(_ANY, max_size=20))


@given(
    around=st.tuples(_TEXTS, _TEXTS),
    words=_TEXTS.filter(lambda text: any(char.isalnum() for char in text)),
    markdown=st.booleans(),
)
@example(around=("", " #c\na: b #c"), words="a: b", markdown=False)
@example(around=("- ", "'"), words="8000, 'so", markdown=False)
def test_whatever_is_quoted_reads_as_the_same_quote(
    around: tuple[str, str], words: str, markdown: bool
) -> None:
    article = make_article(words.join(around), ending=".md" if markdown else ".txt")
    briefing = make_briefing("", article)
    for found in search(briefing, words).found:
        written = as_yaml(briefing, found, claim=False)
        if not found.decided:
            assert "evidence:" not in written
            continue
        evidence = _read_back(written)
        assert (*evidence.exact, evidence.prefix or "", evidence.suffix or "") == (
            *(found.exact, found.prefix, found.suffix),
        )
        passage, faults = Anchorer(article).anchor(evidence)
        assert passage is not None and passage.segments == found.passage.segments, faults
