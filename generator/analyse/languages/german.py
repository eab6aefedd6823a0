"""German: words that deny, abbreviations, quotation marks."""

import re
from typing import Final

from generator.analyse.languages.digits import figures
from generator.analyse.languages.rules import NOTHING, Language, unbroken, words_pattern

_ABBREVIATIONS: Final = "Abs Art bzw Dr Hr Mio Mrd Nr Prof St vgl"
_MONTHS: Final = (
    "januar|jänner, februar|feber, märz, april, mai, juni, juli, august, september, oktober, november, "
    "dezember"
)
_WEEKDAYS: Final = (
    "montags?, dienstags?, mittwochs?, donnerstags?, freitags?, samstags?|sonnabends?, sonntags?"
)


GERMAN: Final = Language(
    tag="de",
    name="German",
    marks=("„“", "‚‘", "»«", "›‹", "«»", "‹›"),
    incise=NOTHING,
    negations=words_pattern(
        r"nicht|nichts|nein|kein\w*|nie|niemals|niemand\w*|nirgends|weder|ohne|kaum",
        r"bestreit\w*|bestritt\w*|vernein\w*|leugne\w*|dementier\w*|weiger\w*|verweiger\w*|abgelehnt|zurückgewiesen",
        r"unmöglich\w*|unfähig\w*|unwahrscheinlich\w*",
    ),
    about_speakers=re.compile(
        r"(?:nicht|kein\w*) (?:namentlich |beim Namen )?genannt (?:werden|sein) (?:will|woll|möchte)\w*"
        r"|nicht namentlich genannt\w*|ohne (?:seinen|ihren) Namen zu nennen",
        re.IGNORECASE,
    ),
    stop_words=frozenset(),
    abbreviations=frozenset(_ABBREVIATIONS.split()),
    unbroken=unbroken(_ABBREVIATIONS),
    terms=figures("de", months=_MONTHS, weekdays=_WEEKDAYS),
    is_attributed=False,
)
