"""German: words that deny, abbreviations, quotation marks."""

from typing import Final

from generator.analyse.languages.digits import DIGITS_ALONE
from generator.analyse.languages.rules import NO_INCISE, Language, unbroken, words_pattern

_ABBREVIATIONS: Final = "Abs Art bzw Dr Hr Mio Mrd Nr Prof St vgl"

GERMAN: Final = Language(
    tag="de",
    name="German",
    marks=("„“", "‚‘", "»«", "›‹", "«»", "‹›"),
    incise=NO_INCISE,
    negations=words_pattern(
        r"nicht|nichts|nein|kein\w*|nie|niemals|niemand\w*|nirgends|weder|ohne|kaum",
        r"bestreit\w*|bestritt\w*|vernein\w*|leugne\w*|dementier\w*|weiger\w*|verweiger\w*|abgelehnt|zurückgewiesen",
    ),
    stop_words=frozenset(),
    abbreviations=frozenset(_ABBREVIATIONS.split()),
    unbroken=unbroken(_ABBREVIATIONS),
    terms=DIGITS_ALONE,
    is_attributed=False,
)
