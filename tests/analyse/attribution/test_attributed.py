"""Attribution of a passage: by which verb its article gives it to its speaker, and by which it does not."""

from typing import Any

import pytest
import yaml

from generator.analyse.attribution.context import context_of
from generator.analyse.quotes.anchored import Quote
from generator.analyse.quotes.find import find_passages
from tests.analyse.makers import anchor, make_article, make_briefing

ACTORS = """
actors:
  moss: {name: Lena Moss, kind: person, aliases: [Moss]}
  berg: {name: Ole Berg, kind: person, aliases: [Berg]}
  council: {name: the council, kind: organisation}
  officials: {name: officials, kind: group}
  norway: {name: Norway, kind: state}
"""


def quote(
    text: str,
    exact: str,
    speaker: str | list[str],
    *,
    via: str = "",
    language: str = "en",
    **fields: Any,
) -> Quote:
    """The one quote of a claim by this speaker, with these fields at the quote."""
    claim = {"id": "c", "text": "So.", "by": speaker, "evidence": {"a": {"exact": exact, **fields}}}
    written = yaml.safe_dump({"claims": [{**claim, **({"via": via} if via else {})}]}, allow_unicode=True)
    anchored, _ = find_passages(make_briefing(ACTORS + written, make_article(text, language=language)))
    (found,) = anchored.quotes["c"]
    return found


def verb(text: str, exact: str, by: str | list[str], *, via: str = "") -> tuple[str, str | None]:
    """Cue and class that are worked out."""
    found = quote(text, exact, by, via=via)
    return found.cue, found.modality


def test_the_article_s_own_voice_has_no_verb() -> None:
    """What it tells that somebody has not denied is no denial of anybody."""
    text = "Norway has not denied that its ships sank."
    for exact in ("its ships sank", "Norway has not denied that its ships sank"):
        found = quote(text, exact, "article")
        assert (found.cue, found.modality, found.attributed) == ("", None, None)


def test_what_somebody_has_not_denied_is_not_attributed_to_them() -> None:
    found = quote("Norway has not denied that its ships sank.", "its ships sank", "norway")
    assert (found.cue, found.modality, found.attributed) == ("", None, False)


STATED = "Moss spoke at noon. She stated that Norway has openly acknowledged the loss."


@pytest.mark.parametrize(
    "exact",
    [
        "Norway has openly acknowledged the loss",
        "has openly acknowledged the loss",
        "stated that Norway has openly acknowledged the loss",
    ],
)
def test_whoever_tells_of_an_acknowledgement_only_states_it(exact: str) -> None:
    assert verb(STATED, exact, "moss") == ("stated", "asserts")


def test_who_acknowledges_by_way_of_another_acknowledges() -> None:
    assert verb(STATED, "Norway has openly acknowledged the loss", "norway", via="moss") == (
        "acknowledged",
        "acknowledges",
    )
    # Without somebody who passed it on, it is in nobody's words but hers.
    assert quote(STATED, "Norway has openly acknowledged the loss", "norway").attributed is False


CLOSED = "Norway has sent planes, and it is considering sending ships as well, according to officials."


@pytest.mark.parametrize(
    "exact",
    [
        "it is considering sending ships as well",
        "considering sending ships",
        "Norway has sent planes, and it is considering sending ships",
    ],
)
def test_what_officials_tell_of_considering_is_according_to_them(exact: str) -> None:
    assert verb(CLOSED, exact, "officials") == ("according to", "asserts")


def test_what_closes_a_sentence_with_according_to_may_have_many_words_after_it() -> None:
    text = "It is considering sending ships, according to officials in the old part of the capital city."
    assert verb(text, "It is considering sending ships", "officials") == ("according to", "asserts")
    # So may another verb, as long as they tell only when and where it was said.
    far = "The council sends ships, officials warned in the old part of the capital city."
    assert verb(far, "The council sends ships", "officials") == ("warned", "warns")
    more = "The council sends ships, officials warned that the ice would break."
    assert quote(more, "The council sends ships", "officials").attributed is False


def test_who_considers_does_so_in_the_past_tense() -> None:
    assert verb(CLOSED, "considering sending ships as well", "norway") == ("considered", "considers")


FIRST = "After first denying any part in it, Norway has praised the pilots."


@pytest.mark.parametrize(
    ("exact", "expected"),
    [
        ("first denying any part in it", ("denied", "denies")),
        ("any part in it", ("denied", "denies")),
        ("After first denying any part in it, Norway has praised the pilots", ("denied", "denies")),
        ("has praised the pilots", ("praised", "expresses")),
        ("the pilots", ("praised", "expresses")),
    ],
)
def test_a_denial_in_a_clause_of_its_own_is_told_of_that_clause(
    exact: str, expected: tuple[str, str]
) -> None:
    assert verb(FIRST, exact, "norway") == expected


@pytest.mark.parametrize("exact", ["the ice will hold", "expressed her belief that the ice will hold"])
def test_who_expresses_a_belief_believes(exact: str) -> None:
    text = "Moss expressed her belief that the ice will hold."
    assert verb(text, exact, "moss") == ("expressed her belief", "believes")


@pytest.mark.parametrize(
    "text",
    [
        "“The ice will hold.” Moss denied all else.",
        "Moss denied all else. “The ice will hold.”",
        "“The ice will hold,” Moss. She denied all else.",
    ],
)
def test_a_quotation_beside_a_denial_is_no_denial(text: str) -> None:
    """The neighbour tells whose words they are, and not what is done by saying them."""
    found = quote(text, "The ice will hold", "moss")
    assert (found.cue, found.modality, found.attributed) == ("", None, True)


def test_a_speech_that_goes_on_is_attributed_and_has_no_verb_of_its_own() -> None:
    found = quote("Moss warned of ice. It will hold.", "It will hold", "moss")
    assert (found.cue, found.modality, found.attributed) == ("", None, True)


@pytest.mark.parametrize(
    ("text", "exact", "by", "cue"),
    [
        # In its own sentence, before it and after it.
        ("Moss warned that the ice will break.", "the ice will break", "moss", "warned"),
        ("The ice will break, Moss warned.", "The ice will break", "moss", "warned"),
        ("“The ice will break,” warned Moss.", "The ice will break", "moss", "warned"),
        ("“The ice,” Moss said, denying all else, “will break.”", "will break", "moss", "denied"),
        # Of several the last before it, and what begins in it goes before that.
        ("Moss denied the sale but confirmed the loan.", "denied the sale", "moss", "denied"),
        ("Moss denied the sale but confirmed the loan.", "confirmed the loan", "moss", "confirmed"),
        ("Moss denied the sale but confirmed the loan.", "the loan", "moss", "confirmed"),
        ("Moss denied the sale but confirmed the loan.", "the sale", "moss", "denied"),
        # Each speaker by their own verb.
        ("While Moss denied the sale, Berg confirmed it.", "denied the sale", "moss", "denied"),
        ("While Moss denied the sale, Berg confirmed it.", "confirmed it", "berg", "confirmed"),
        ("Moss warned that the council denies the debt.", "the council denies the debt", "moss", "warned"),
        # In the passive, and without a verb.
        ("The sale was denied by Moss.", "The sale was denied", "moss", "denied"),
        ("Moss: “The ice holds.”", "The ice holds", "moss", ""),
        ("In Moss’s view, the ice holds.", "the ice holds", "moss", ""),
    ],
)
def test_the_verb_by_which_it_is_given_to_its_speaker(text: str, exact: str, by: str, cue: str) -> None:
    found = quote(text, exact, by)
    assert (found.cue, found.attributed) == (cue, True)


def test_a_joint_statement_has_the_verb_of_whichever_speaker_is_named() -> None:
    assert verb("Moss and Berg denied the sale.", "denied the sale", ["moss", "berg"]) == ("denied", "denies")
    assert verb("Berg denied the sale.", "denied the sale", ["moss", "berg"]) == ("denied", "denies")


def test_a_verb_that_is_set_goes_before_the_one_worked_out() -> None:
    text = "Moss warned that the ice will break, and denied the sale."
    found = quote(text, "the ice will break", "moss", cue="denied")
    assert (found.cue, found.modality) == ("denied", "denies")
    found = quote(text, "the ice will break", "moss", modality="predicts")
    assert (found.cue, found.modality) == ("warned", "predicts")


def test_a_quote_with_its_own_speaker_has_that_speaker_s_verb() -> None:
    text = "While Moss denied the sale, Berg confirmed it."
    found = quote(text, "confirmed it", "moss", by="berg")
    assert (found.by, found.cue, found.modality) == (("berg",), "confirmed", "acknowledges")


def test_a_quote_with_its_own_speaker_was_passed_on_by_nobody_whom_the_claim_names() -> None:
    """The claim's 'via' holds for the claim's speaker alone."""
    own = quote(STATED, "Norway has openly acknowledged the loss", "council", via="moss", by="norway")
    assert (own.cue, own.attributed) == ("", False)


@pytest.mark.parametrize(
    "fields", [{"by_open": ["moss", "article"]}, {"by": "article"}, {"by": "unnamed"}], ids=str
)
def test_words_of_nobody_named_have_no_verb(fields: dict[str, Any]) -> None:
    found = quote("Moss warned that the ice will break.", "the ice will break", "moss", **fields)
    assert (found.cue, found.modality, found.attributed) == ("", None, None)


def test_a_verb_that_is_set_for_somebody_unnamed_tells_the_class() -> None:
    text = "A guard warned that the ice will break."
    found = quote(text, "the ice will break", "unnamed", described_as="A guard", cue="warned")
    assert (found.cue, found.modality, found.attributed) == ("warned", "warns", None)


def test_in_other_languages_nothing_is_worked_out() -> None:
    text = "Moss denied: Das Eis hält nicht."
    found = quote(text, "Das Eis hält nicht", "moss", language="de", cue="denied")
    assert (found.cue, found.modality, found.attributed) == ("denied", None, None)
    found = quote(text, "Das Eis hält nicht", "moss", language="de", modality="denies")
    assert (found.cue, found.modality) == ("", "denies")


# The sentences around a passage.

TEXT = (
    "One is here. Two said: “It is long.\n“It bends.” Three is here. Four is near.\n"
    "Five is in another paragraph.\n“Six.”"
)


def around(exact: str) -> tuple[list[str], list[str], list[str]]:
    """The passage's own sentences, those before and those after."""
    passage, told = anchor(TEXT, exact)
    assert passage is not None and not told
    context = context_of(make_article(TEXT), passage)
    own, before, after = (
        [TEXT[start:end] for start, end in places] for places in (context.own, context.before, context.after)
    )
    return own, before, after


def test_the_sentences_of_a_passage_and_those_next_to_it_in_its_paragraph() -> None:
    assert around("Three is here") == (["Three is here."], ["“It bends.”"], ["Four is near."])
    assert around("here. Four") == (["Three is here.", "Four is near."], ["“It bends.”"], [])
    assert around("Five is in") == (["Five is in another paragraph."], [], [])


def test_a_speech_of_several_paragraphs_has_its_neighbours_in_each() -> None:
    assert around("It is long") == (["Two said: “It is long."], ["One is here."], [])
    assert around("It bends") == (["“It bends.”"], [], ["Three is here."])


def test_a_paragraph_that_is_only_a_quotation_has_neighbours_in_the_paragraphs_beside_it() -> None:
    assert around("Six") == (["“Six.”"], ["Five is in another paragraph."], [])


def test_the_words_of_all_sentences_around() -> None:
    passage, _ = anchor(TEXT, "Three is")
    assert passage is not None
    article = make_article(TEXT)
    assert context_of(article, passage).text(article) == "“It bends.” Three is here. Four is near."
