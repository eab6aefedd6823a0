"""A source that changes under its quotes: what is told of it, and which claims are named."""

from textwrap import dedent

import pytest

from generator.analyse.findings.findings import Findings
from generator.analyse.history.changed_sources import ChangedSource, changed_sources
from generator.analyse.history.libraries import difference
from generator.analyse.quotes.find import find_passages
from generator.model.briefing import Article, Library
from generator.model.changes import Alarm
from generator.model.entries import Registry
from tests.analyse.makers import make_article, make_briefing

CLAIMS = """
status: published
actors:
  mayor: {name: Ida Holm, kind: person, role: mayor}
  bishop: {name: Per Lund, kind: person, role: bishop}
claims:
  - id: wall
    text: The mayor says that the wall will hold.
    by: mayor
    evidence: {a: the wall will hold until spring}
  - id: gate
    text: The bishop says that the gate is open.
    by: bishop
    evidence: {a: the gate is open}
"""
LINES = (
    "The mayor said it rained and\nthe wall will hold until spring.\nThe bishop said that the gate is open."
)
TEXT = "The mayor said the wall will hold until spring. It rained. The bishop said that the gate is open."


def findings(text: str | Article, yaml: str = CLAIMS) -> Findings:
    article = text if isinstance(text, Article) else make_article(text)
    return Findings.of(find_passages(make_briefing(dedent(yaml), article))[0])


def changed(before: str | Article, after: str | Article, *, now: str = CLAIMS) -> ChangedSource:
    (source,) = changed_sources(findings(before), findings(after, now))
    return source


def named(source: ChangedSource) -> dict[str, tuple[str, ...]]:
    return {passage.claim: passage.aspects for passage in source.passages}


def reworded(source: ChangedSource) -> list[tuple[str, str]]:
    return [(one.before, one.after) for one in source.rewordings]


def test_another_speaker_in_the_article_alone() -> None:
    """The quote stands as it was, and so does the claim; only the article gives it to somebody else."""
    source = changed(TEXT, TEXT.replace("The mayor", "The bishop"))
    assert named(source) == {"wall": ("attribution", "cue", "sentence")}
    (passage,) = source.passages
    assert passage.after is not None
    assert (passage.before.attributed, passage.after.attributed) == (True, False)
    assert reworded(source) == [
        (
            "The mayor said the wall will hold until spring.",
            "The bishop said the wall will hold until spring.",
        )
    ]
    assert source.was_published


def test_quotation_marks_that_were_added() -> None:
    source = changed(
        TEXT, TEXT.replace("the wall will hold until spring", "“the wall will hold until spring”")
    )
    (passage,) = source.passages
    assert (passage.claim, passage.aspects) == ("wall", ("speech", "sentence"))
    assert passage.after is not None
    assert (passage.before.speech, passage.after.speech) == ("paraphrase", "spoken")


def test_a_mark_far_above_changes_the_speech_of_what_stands_below() -> None:
    """Nothing of the passage's own sentence changed."""
    text = "“It rained. The wall will hold until spring. It rained,” the mayor said.\n"
    other = CLAIMS.replace("the wall will hold", "The wall will hold").replace(
        "evidence: {a: the gate is open}",
        "evidence: {a: It rained}\n    withdrawn: {date: 2024-11-01, reason: No.}",
    )
    before, after = findings(text, other), findings(text.replace("“", ""), other)
    (source,) = changed_sources(before, after)
    assert "speech" in named(source)["wall"]


@pytest.mark.parametrize(
    ("old", "new", "aspects"),
    [
        ("mayor said the", "mayor denied the", ("cue", "sentence")),
        ("The mayor said the", "The mayor never said the", ("attribution", "cue", "sentence")),
        ("until spring.", "until spring, if paid for.", ("sentence",)),
        ("It rained.", "It snowed.", None),
        ("It rained.", "", None),
        ("It rained. ", "It rained.\n", None),
    ],
)
def test_what_changed_beside_the_quote(old: str, new: str, aspects: tuple[str, ...] | None) -> None:
    assert TEXT.count(old) == 1
    source = changed(TEXT, TEXT.replace(old, new))
    assert named(source) == ({"wall": aspects} if aspects else {})


def test_words_that_changed_under_a_quote_that_an_editor_mended() -> None:
    now = CLAIMS.replace("the wall will hold until spring", "the wall may hold until May")
    source = changed(TEXT, TEXT.replace("will hold until spring", "may hold until May"), now=now)
    (passage,) = source.passages
    assert passage.aspects[0] == "words"
    assert passage.before.words == ("the wall will hold until spring",)
    assert passage.after is not None and passage.after.words == ("the wall may hold until May",)


def test_words_that_stand_there_no_more() -> None:
    source = changed(TEXT, TEXT.replace("will hold until spring", "has fallen"))
    assert [(one.claim, one.aspects, one.after) for one in source.passages] == [("wall", ("words",), None)]


def test_what_an_editor_changed_alone_is_told_with_the_claim() -> None:
    """A quote that was lengthened, given to somebody else or taken out: no passage changed in the source."""
    after = TEXT.replace("It rained.", "It snowed.")
    for old, new in [
        ("the wall will hold until spring", "the wall will hold"),
        ("by: mayor\n    evidence: {a: the wall", "by: bishop\n    evidence: {a: the wall"),
        ("evidence: {a: the gate is open}", "evidence: {a: It snowed}"),
        ("evidence: {a: the gate is open}", "withdrawn: {date: 2024-11-01, reason: No.}"),
    ]:
        assert CLAIMS.count(old) == 1
        assert named(changed(TEXT, after, now=CLAIMS.replace(old, new))) == {}


def test_as_many_sentences_as_before_stand_beside_each_other() -> None:
    source = changed(TEXT, TEXT.replace("It rained. The bishop", "It snowed. A bishop"))
    assert reworded(source) == [
        ("It rained.", "It snowed."),
        ("The bishop said that the gate is open.", "A bishop said that the gate is open."),
    ]
    source = changed(TEXT, TEXT.replace("It rained.", "It rained. It snowed."))
    assert reworded(source) == [("", "It snowed.")]


def test_lines_are_those_of_the_file() -> None:
    text = "One.\nTwo.\nThree.\n"
    source = changed(text, text.replace("Two", "2").replace("Three.\n", ""))
    assert [(one.line, one.before, one.after) for one in source.rewordings] == [(2, "Two. Three.", "2.")]


def test_white_space_alone() -> None:
    source = changed(TEXT, TEXT.replace("It rained. ", "It rained.  "))
    assert (source.rewordings, source.passages) == ((), ())


def test_paragraphs_by_the_ending_of_the_file() -> None:
    """With the same text: as .txt each line is a paragraph, and no attribution reaches over its end."""
    source = changed(make_article(LINES, ending=".md"), make_article(LINES, ending=".txt"))
    assert "wall" in named(source) and "gate" not in named(source)
    assert changed_sources(findings(LINES), findings(LINES)) == ()


def test_a_language_in_which_no_attribution_is_looked_for() -> None:
    source = changed(make_article(TEXT), make_article(TEXT, language="de"))
    assert source.rewordings == ()
    assert {"attribution"} <= set(named(source)["wall"])


def test_a_source_that_is_new_gone_or_withdrawn_has_no_words_to_tell() -> None:
    nothing = make_article("", withdrawn=True)
    for before, after in ((nothing, TEXT), (TEXT, nothing), (TEXT, make_article(TEXT, withdrawn=True))):
        assert changed_sources(findings(before), findings(after)) == ()
    assert changed_sources(findings(TEXT), findings(make_article(TEXT, id="b"))) == ()
    assert changed_sources(None, findings(TEXT)) == changed_sources(findings(TEXT), None) == ()


def both(before: Findings, after: Findings) -> list[tuple[str, str, list[Alarm], bool]]:
    sides = [(Library(Registry(actors={}), (one.briefing,)), (one,)) for one in (before, after)]
    (found,) = difference(sides[0], sides[1]).briefings
    return [(one.kind, one.id, list(one.alarms), one.substantive) for one in found.changes]


def test_a_published_source_comes_before_all_other_alarms() -> None:
    now = CLAIMS.replace("by: bishop\n", "by: mayor\n").replace("wall will hold.", "wall may hold.")
    assert both(findings(TEXT), findings(TEXT.replace("The mayor", "The bishop"), now)) == [
        ("source", "a", [Alarm.SOURCE], True),
        ("claim", "gate", [Alarm.SPEAKER], True),
        ("claim", "wall", [], True),
    ]


@pytest.mark.parametrize("status", ["draft", "archived"])
def test_only_what_readers_may_have_seen_comes_first(status: str) -> None:
    was = CLAIMS.replace("published", status)
    told = both(findings(TEXT, was), findings(TEXT.replace("The mayor", "The bishop"), was))
    assert told == [("source", "a", [] if status == "draft" else [Alarm.SOURCE], True)]


def test_white_space_is_nothing_to_look_at_first() -> None:
    assert both(findings(TEXT), findings(TEXT.replace(" It", "  It"))) == [("source", "a", [], True)]


def test_other_paragraphs_of_the_same_text_come_first_where_claims_changed() -> None:
    told = both(*(findings(make_article(LINES, ending=ending)) for ending in (".md", ".txt")))
    assert told == [("source", "a", [Alarm.SOURCE], False)]
