"""Classes of what is done by saying something, told from the English cue that attributes it.

The classes are those of `Modality`. A cue that is in none of the lists of ``languages/english.py``
("said", "stated", "according to") asserts.
"""

from collections.abc import Mapping
from typing import Final

from generator.analyse.languages.english_cues import (
    ACTS,
    NOUNS_OF_ACTS,
    PAST_OF,
    SAYING,
    STATES_OF_ACTS,
    forms_of,
)
from generator.analyse.languages.english_nouns import FEELINGS
from generator.model.claims import Modality

_CLASSES: Final[Mapping[str, Modality]] = {
    **{form: act for act, verbs in ACTS.items() for verb in verbs.split(", ") for form in forms_of(verb)},
    **STATES_OF_ACTS,
}


def class_of(cue: str) -> Modality:
    """Returns the class of the act that a cue names: "warned" warns, "expressed his belief" believes."""
    words = " ".join(cue.lower().split())
    if words in _CLASSES:
        return _CLASSES[words]
    verb, last = words.split(" ")[0], words.split(" ")[-1]
    if verb != last and last in FEELINGS:
        return NOUNS_OF_ACTS.get(last, "expresses")
    return _CLASSES.get(verb, "asserts")


def has_known_class(cue: str) -> bool:
    """Tests whether a cue's class is its own, and not only what a verb in none of the lists is taken for."""
    return class_of(cue) != "asserts" or not SAYING.isdisjoint(cue.lower().split())


def finite(cue: str) -> str:
    """Writes a cue in small letters, a participle in the past tense: "denying" as "denied"."""
    words = " ".join(cue.split())
    words = words[:1].lower() + words[1:]
    if past := PAST_OF.get(words.lower()):
        return past
    verb, space, rest = words.partition(" ")
    return f"{PAST_OF.get(verb.lower(), verb)}{space}{rest}"
