"""Speech acts: what is done by saying something, told from the cue; and how a cue is shown."""

from typing import get_args

import pytest

from generator.analyse.attribution.speech_acts import class_of, finite
from generator.analyse.languages.english_cues import CUES
from generator.analyse.languages.english_nouns import FEELINGS
from generator.model.claims import Modality


@pytest.mark.parametrize(
    ("cue", "modality"),
    [
        ("said", "asserts"),
        ("according to", "asserts"),
        ("claims", "asserts"),
        ("told", "asserts"),
        ("denied", "denies"),
        ("denying", "denies"),
        ("rejects", "denies"),
        ("ruled out", "denies"),
        ("acknowledged", "acknowledges"),
        ("admitted", "acknowledges"),
        ("confirms", "acknowledges"),
        ("believes", "believes"),
        ("thought", "believes"),
        ("convinced", "believes"),
        ("concluded", "infers"),
        ("estimates", "infers"),
        ("predicted", "predicts"),
        ("foresaw", "predicts"),
        ("warned", "warns"),
        ("threatening", "warns"),
        ("pledged", "offers"),
        ("considering", "considers"),
        ("planned", "considers"),
        ("urges", "urges"),
        ("asked", "urges"),
        ("slammed", "criticises"),
        ("hit back", "criticises"),
        ("regretted", "expresses"),
        ("hopes", "expresses"),
        ("surprised", "expresses"),
        ("reported", "reports"),
        ("revealed", "reports"),
    ],
)
def test_class_of_a_cue_of_one_verb(cue: str, modality: Modality) -> None:
    assert class_of(cue) == modality


@pytest.mark.parametrize(
    ("cue", "modality"),
    [
        ("expressed his belief", "believes"),
        ("expressing her belief", "believes"),
        ("expressed support", "asserts"),
        ("expressed its willingness", "offers"),
        ("voiced deep frustration", "expresses"),
        ("noted her surprise", "expresses"),
        ("expressed", "expresses"),
        # A feeling alone is no phrase, and a phrase of something else keeps the class of its verb.
        ("fear", "expresses"),
        ("denied her role", "denies"),
    ],
)
def test_class_of_what_is_expressed_is_told_by_its_noun(cue: str, modality: Modality) -> None:
    assert class_of(cue) == modality


def test_capitals_and_breaks_change_no_class() -> None:
    assert class_of("Ruled\n out") == "denies"
    assert class_of("EXPRESSED  his\nBelief") == "believes"


def test_an_unknown_verb_asserts() -> None:
    assert class_of("whispered") == class_of("") == "asserts"


def test_no_cue_changes_its_class_by_how_it_is_shown() -> None:
    assert {cue for cue in CUES if class_of(finite(cue)) != class_of(cue)} == set()


def test_every_class_is_named_by_some_cue() -> None:
    assert {class_of(cue) for cue in CUES} == set(get_args(Modality))


def test_every_feeling_but_those_that_are_none_expresses() -> None:
    others = {noun for noun in FEELINGS if class_of(f"voiced its {noun}") != "expresses"}
    assert others == {"belief", "support", "willingness"}


@pytest.mark.parametrize(
    ("cue", "shown"),
    [
        ("denying", "denied"),
        ("Denying", "denied"),
        ("admitting", "admitted"),
        ("saying", "said"),
        ("ruling out", "ruled out"),
        ("pointing to", "pointed to"),
        ("expressing his belief", "expressed his belief"),
        ("voicing deep  frustration", "voiced deep frustration"),
        # What is no participle stays in its tense.
        ("warns", "warns"),
        ("Warned", "warned"),
        ("According to", "according to"),
        ("made clear", "made clear"),
        ("expressed fear of Moss", "expressed fear of Moss"),
        ("", ""),
    ],
)
def test_a_participle_is_shown_in_the_past_tense(cue: str, shown: str) -> None:
    assert finite(cue) == shown


def test_no_cue_is_shown_as_a_participle() -> None:
    assert {cue for cue in CUES if finite(cue).split()[0].endswith("ing")} == set()
