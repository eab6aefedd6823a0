"""Spanish: words that deny, abbreviations, quotation marks."""

import re
from typing import Final

from generator.analyse.languages.digits import figures
from generator.analyse.languages.rules import Language, any_of, unbroken, words_pattern

_VERBS: Final = """
advirtió afirma afirmó agregó apuntó aseguró añade añadió comentó concluyó confesó contó cree declaró denunció
destacó dice dicen dijeron dijo explica explicó indicó insistió lamentó manifestó precisó prometió reconoció
recordó replicó respondió señala señaló sostiene sostuvo subrayó
"""
_INCISE: Final = re.compile(
    rf",\s(?:{any_of(_VERBS.split())}(?!\w)|según\s|(?:ha|han|había)\s\w+(?:ado|ido|icho)(?!\w))[^,.;:!?…]*",
    re.IGNORECASE,
)
"""A verb of saying after a comma: ", dijo el alcalde"."""

_ABBREVIATIONS: Final = "Cnel Dr Dra D Gral Lic Prof Sr Sra Srta"
_MONTHS: Final = (
    "enero, febrero, marzo, abril, mayo, junio, julio, agosto, sep?tiembre, octubre, noviembre, diciembre"
)
_WEEKDAYS: Final = "lunes, martes, miércoles, jueves, viernes, sábados?, domingos?"


SPANISH: Final = Language(
    tag="es",
    name="Spanish",
    marks=("«»", "“”"),
    incise=_INCISE,
    negations=words_pattern(
        r"no|nunca|jamás|nadie|nada|ningun[oa]s?|ningún|ni|sin|tampoco",
        r"neg(?:ó|aron|aba|aban|ado|ar|ando)|niega[ns]?|desmie?nt\w+|rechaz\w+",
        r"imposibles?|incapa(?:z|ces)|improbables?",
    ),
    about_speakers=re.compile(
        r"no (?:(?:quiso|quisieron|quiere|quería) )?ser (?:nombrad|identificad|citad)[oa]s?", re.IGNORECASE
    ),
    stop_words=frozenset(),
    abbreviations=frozenset(_ABBREVIATIONS.split()),
    unbroken=unbroken(_ABBREVIATIONS),
    terms=figures("es", months=_MONTHS, weekdays=_WEEKDAYS),
    is_attributed=False,
)
