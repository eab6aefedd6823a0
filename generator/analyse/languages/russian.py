"""Russian: words that deny, abbreviations, quotation marks."""

from typing import Final

from generator.analyse.languages.digits import figures
from generator.analyse.languages.rules import DASHED_INCISE, NOTHING, Language, unbroken, words_pattern

_ABBREVIATIONS: Final = "акад г ген им проф св ст ул"
_MONTHS: Final = (
    "январ[ьяею], феврал[ьяею], марта?, апрел[ьяею], ма[йяе], июн[ьяею], июл[ьяею], августа?, "
    "сентябр[ьяею], октябр[ьяею], ноябр[ьяею], декабр[ьяею]"
)
_WEEKDAYS: Final = r"понедельник\w*, вторник\w*, сред[аыуе], четверг\w*, пятниц\w*, суббот\w*, воскресень\w*"


RUSSIAN: Final = Language(
    tag="ru",
    name="Russian",
    marks=("«»", "„“"),
    incise=DASHED_INCISE,
    negations=words_pattern(
        r"не|нет|ни|никогда|никто|никого|ничего|ничто|нигде|без|отри[цч]\w+|опров[её]р[гж]\w*|отказ\w+",
        r"невозможн\w+|неспособ\w+|маловероятн\w+",
    ),
    about_speakers=NOTHING,
    stop_words=frozenset(),
    abbreviations=frozenset(_ABBREVIATIONS.split()),
    unbroken=unbroken(_ABBREVIATIONS),
    terms=figures("ru", months=_MONTHS, weekdays=_WEEKDAYS),
    is_attributed=False,
)
