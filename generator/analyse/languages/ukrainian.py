"""Ukrainian: words that deny, abbreviations, quotation marks."""

from typing import Final

from generator.analyse.languages.digits import figures
from generator.analyse.languages.rules import DASHED_INCISE, NOTHING, Language, unbroken, words_pattern

_ABBREVIATIONS: Final = "акад ген ім м проф св ст вул"
_MONTHS: Final = (
    "січ(?:ень|ня|ні), лют(?:ий|ого|ому), берез(?:ень|ня|ні), квіт(?:ень|ня|ні), трав(?:ень|ня|ні), "
    "черв(?:ень|ня|ні), лип(?:ень|ня|ні), серп(?:ень|ня|ні), верес(?:ень|ня|ні), жовт(?:ень|ня|ні), "
    "листопада?, груд(?:ень|ня|ні)"
)
_WEEKDAYS: Final = r"понеділ\w+, вівтор\w+, серед[аиуі], четвер\w*, п['’ʼ]ятниц\w+, субот\w*, неділ\w+"


UKRAINIAN: Final = Language(
    tag="uk",
    name="Ukrainian",
    marks=("«»", "„“"),
    incise=DASHED_INCISE,
    negations=words_pattern(
        r"не|ні|ані|немає|ніколи|ніхто|нікого|нічого|ніщо|ніде|без|запереч\w+|спрост\w+|відмов\w+",
        r"неможлив\w+|нездатн\w+|малоймовірн\w+",
    ),
    about_speakers=NOTHING,
    stop_words=frozenset(),
    abbreviations=frozenset(_ABBREVIATIONS.split()),
    unbroken=unbroken(_ABBREVIATIONS),
    terms=figures("uk", months=_MONTHS, weekdays=_WEEKDAYS),
    is_attributed=False,
)
