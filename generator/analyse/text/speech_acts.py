"""Classes of what is done by saying something, told from the English cue that attributes it.

The classes are those of `Modality`. A cue that is in none of these lists ("said", "stated", "according to")
asserts.
"""

from collections.abc import Mapping
from typing import Final

from generator.analyse.text.cues import FEELINGS, PAST_OF, forms_of
from generator.model.claims import Modality

_VERBS: Final[Mapping[Modality, str]] = {
    "denies": "deny, dismiss, dispute, rebuff, refute, reject",
    "acknowledges": "accept, acknowledge, admit, affirm, concede, confirm, confide",
    "believes": "assume, believe, deem, doubt, suspect",
    "infers": "assess, conclude, estimate, infer",
    "predicts": "anticipate, envision, expect, predict, proclaim",
    "warns": "caution, threaten, warn",
    "offers": "offer, pledge, promise, vow",
    "considers": "consider, intend, plan, wonder",
    "urges": "advise, advocate, appeal, ask, demand, invite, order, propose, recommend, request, urge",
    "criticises": "accuse, blame, complain, condemn, criticise, criticize, decry, denounce, fault, lament, "
    "rebuke, ridicule, slam",
    "expresses": "applaud, appreciate, commend, congratulate, express, fear, hail, hope, laud, praise, "
    "regret, thank, welcome, worry",
    "reports": "detail, disclose, list, report, reveal",
}
"""Regular verbs, by class."""

_FORMS_OF_OTHERS: Final[Mapping[Modality, str]] = {
    "denies": "rule out, rules out, ruled out, ruling out",
    "believes": "think, thinks, thought, thinking, feel, feels, felt, feeling, see as, sees as, saw as, "
    "certain, confident, convinced, sceptical, skeptical, unsure",
    "predicts": "forecast, forecasts, foresee, foresees, foresaw",
    "warns": "sound the alarm, sounds the alarm, sounded the alarm",
    "criticises": "hit back, hits back, hitting back, lash out, lashes out, lashed out, lashing out",
    "expresses": "alarmed, angered, appalled, concerned, disappointed, dissatisfied, frustrated, hopeful, "
    "raise concerns, raises concerns, raised concerns, raising concerns, raise fears, raised fears, "
    "raise doubts, raised doubts, surprised, unhappy, worried",
    "reports": "show, shows, showed",
}
"""Forms of irregular verbs, phrases and adjectives, by class."""

_CLASSES: Final[Mapping[str, Modality]] = {
    form: modality
    for modality, verbs in _VERBS.items()
    for verb in verbs.split(", ")
    for form in forms_of(verb)
} | {form: modality for modality, forms in _FORMS_OF_OTHERS.items() for form in forms.split(", ")}

_NOUNS: Final[Mapping[str, Modality]] = {"belief": "believes", "support": "asserts", "willingness": "offers"}
"""Nouns of what is expressed that are no feelings."""


def class_of(cue: str) -> Modality:
    """Returns the class of the act that a cue names: "warned" warns, "expressed his belief" believes."""
    words = " ".join(cue.lower().split())
    if words in _CLASSES:
        return _CLASSES[words]
    verb, last = words.split(" ")[0], words.split(" ")[-1]
    if verb != last and last in FEELINGS:
        return _NOUNS.get(last, "expresses")
    return _CLASSES.get(verb, "asserts")


def finite(cue: str) -> str:
    """Writes a cue in small letters, a participle in the past tense: "denying" as "denied"."""
    words = " ".join(cue.split())
    words = words[:1].lower() + words[1:]
    if past := PAST_OF.get(words.lower()):
        return past
    verb, space, rest = words.partition(" ")
    return f"{PAST_OF.get(verb.lower(), verb)}{space}{rest}"
