"""French: words that deny, abbreviations, quotation marks."""

import re
from typing import Final

from generator.analyse.languages.digits import figures
from generator.analyse.languages.rules import Language, any_of, unbroken, words_pattern

_VERBS: Final = """
affirme ajoute annonce argue assure avertit clame commente conclut confie confirme considère constate déclare
déplore dit détaille estime explique fustige glisse indique insiste juge jure lance martèle nuance observe
poursuit promet précise prévient raconte rappelle reconnaît regrette relate relève reprend répond répète
résume rétorque soupire souligne soutient témoigne tonne tranche écrit
"""
_INCISE: Final = re.compile(
    rf",\s(?:{any_of(_VERBS.split())}(?!\w)|selon\s|d[’']après\s"
    r"|(?:a|ont|avait|avaient)\s(?:\w+\s)?\w+(?:é|it|is|u)(?!\w)"  # a déclaré, ont-ils dit
    r"|\w+(?:-t)?-(?:il|elle|on|ils|elles)(?!\w))[^,.;:!?…]*",
    re.IGNORECASE,
)
"""An inverted verb after a comma: ", a déclaré le maire", ", explique-t-elle"."""

_ABBREVIATIONS: Final = "Dr M Me Mgr Mlle Mme MM Pr St Ste"
_MONTHS: Final = (
    "janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre"
)
_WEEKDAYS: Final = "lundis?, mardis?, mercredis?, jeudis?, vendredis?, samedis?, dimanches?"


FRENCH: Final = Language(
    tag="fr",
    name="French",
    marks=("«»", "“”"),
    incise=_INCISE,
    negations=words_pattern(
        r"ne|pas|non|jamais|aucun\w*|rien|personne|ni|sans|nul|nulle?\W{1,3}part|guère",
        r"nie|nient|niait|niaient|nier|niant|niée?s?|dément\w*|refus\w+\W{1,3}(?:de|d')|rejet\w+",
        r"impossibles?|incapables?|improbables?",
        opening="n'",
    ),
    about_speakers=re.compile(
        r"(?:ne |n')(?:(?:a|ont|avait|avaient|souhait\w+|v\w+|désir\w+) )?pas (?:(?:voulu|souhaité) )?"
        r"être (?:nommé|identifié|cité)e?s?",
        re.IGNORECASE,
    ),
    stop_words=frozenset(),
    abbreviations=frozenset(_ABBREVIATIONS.split()),
    unbroken=unbroken(_ABBREVIATIONS),
    terms=figures("fr", months=_MONTHS, weekdays=_WEEKDAYS),
    is_attributed=False,
)
