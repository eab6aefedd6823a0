"""English rules for numbers, dates and names: word lists, patterns, and readers of their values."""

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from math import prod
from typing import Final

from generator.analyse.languages.digits import powers_rule, unread_rule
from generator.analyse.languages.rules import Key, Reader, Terms, any_of, first_words, rule, starts_sentence
from generator.analyse.languages.scales import scales_of
from generator.model.dates import MONTHS, SEASONS, WEEKDAYS

# English number words and their values.
_ONES: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS: Final = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen"),
    *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SMALL: Final = {
    **{word: value for value, word in enumerate(("zero", *_ONES, *_TEENS))},
    **{word: 10 * value for value, word in enumerate(_TENS, 2)},
}
_TIMES: Final = {"hundred": 100, "dozen": 12}
_LETTERS: Final = {"m": 10**6, "b": 10**9, "t": 10**12, "cr": 10**7}
_SCALES: Final = {**{word: 10**zeros for word, zeros in scales_of("en").items()}, **_LETTERS}
_FIRSTS: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_ORDINALS: Final = {
    **{word: value for value, word in enumerate(_FIRSTS, 1)},
    **{"twelfth" if word == "twelve" else f"{word}th": value for value, word in enumerate(_TEENS, 10)},
    **{f"{word[:-1]}ieth": 10 * value for value, word in enumerate(_TENS, 2)},
    "hundredth": 100,
}
_PARTS: Final = {
    "half": 2,
    "halve": 2,
    "quarter": 4,
    **{word: _ORDINALS[word] for word in (*_FIRSTS[2:], "tenth")},
}
_SPANS: Final = ("second", "minute", "hour", "day", "week", "month", "year", "decade")
_UNITS: Final = {
    **dict.fromkeys(("%", "per cent", "percent", "percentage point", "percentage points"), "%"),
    **dict.fromkeys(("$", "us$", "usd", "dollar", "dollars"), "dollar"),
    **dict.fromkeys(("€", "eur", "euro", "euros"), "euro"),
    **dict.fromkeys(("£", "gbp", "pound", "pounds"), "pound"),
    **dict.fromkeys(("₽", "rub", "rouble", "roubles", "ruble", "rubles"), "rouble"),
    **dict.fromkeys(("¥", "jpy", "yen"), "yen"),
    **dict.fromkeys(("₩", "krw"), "won"),
    **dict.fromkeys(("₹", "rs", "rs.", "inr", "rupee", "rupees"), "rupee"),
    **dict.fromkeys(("km", "kilometre", "kilometres", "kilometer", "kilometers"), "km"),
    **dict.fromkeys(("metre", "metres", "meter", "meters"), "metre"),
    **dict.fromkeys(("century", "centuries"), "century"),
    **{form: unit for unit in (*_SPANS, "mile", "ton", "tonne") for form in (unit, f"{unit}s")},
}
# Before these, four digits are a count and no year.
_COUNTED: Final = (
    *("troops", "soldiers", "fighters", "personnel", "people", "men", "women", "children", "civilians"),
    *("prisoners", "casualties", "deaths", "dead", "wounded", "drones", "missiles", "tanks", "shells"),
)
_SAME: Final = {"past": "last", "previous": "last", "coming": "next"}
_OPENERS: Final = """
a about above according across after again against all almost along already also although amid among an and
another any anybody anyone are around as at because been before behind below between beyond both but by can
could despite did do does down dr during each earlier either even ever every everybody everyone everything
few following for former from given had has have he her here his how however i if in indeed inside instead
into is it its just last late later least less let like many may meanwhile might more moreover most mr mrs
ms much must my near neither never next no nobody none nor not nothing now of off on once one only onto or
other others our out outside over own per perhaps rather same several shall she should since so some
somebody someone something soon still such than that the their them then there therefore these they this
those though through throughout thus to together too toward towards under unless unlike until up upon was we
were what when where whereas whether which while who whom whose why will with within without would yet you
your
"""
_VERBS: Final = """
accused accuses acknowledged acknowledges admits admitted announced announces argued argues asked asks
believed believes called calls claimed claims confirmed confirms considered considers could criticised
criticises denied denies described describes did does expected expects feared fears had has insisted insists
is knew knows may might noted notes offered offers planned plans predicted predicts promised promises
rejected rejects reported reports said saw says sees sends sent stated states suggested suggests tells
thinks thought told urged urges wanted wants warned warns was will would
"""

# Patterns of numbers and dates, made of these words.
_FIGURE: Final = (
    r"(?:[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?(?![0-9])|[0-9]+,[0-9]{1,2}(?![0-9,])"
    r"|[0-9]{1,3}(?:[,\u00a0\u2009\u202f][0-9]{3})+(?:\.[0-9]+)?(?![0-9])"
    r"|[0-9]*[½¼¾⅓⅔]|[0-9]+/[1-9][0-9]*|[0-9]+(?:\.[0-9]+)?)"
)
_UP_TO_99: Final = rf"(?:{any_of(_TENS)}(?:[\s-]{any_of(_ONES)})?|{any_of(_SMALL)})(?!\w|['’]s)"
_UP_TO_999: Final = rf"(?:(?:{_UP_TO_99}|an?)[\s-]hundred(?!\w)(?:[\s-](?:and\s)?{_UP_TO_99})?|{_UP_TO_99})"
_COUNTS: Final = any_of((*_COUNTED, *_UNITS))
# "5m" is a length, "$5m" a sum, "5m people" are five million.
_ONE_SCALE: Final = (
    rf"(?:{any_of({*_SCALES, *_TIMES} - {*_LETTERS})}"
    rf"|(?(sign){any_of(_LETTERS)}|m(?=\s{_COUNTS}(?!\w))))(?!\w)"
)
_SCALE: Final = rf"{_ONE_SCALE}(?:[\s-]{_ONE_SCALE})*"
_HALF: Final = r"(?:\sand\sa\shalf)?"
_NUMBER: Final = (
    rf"(?:(?:half[\s-](?:an?\s)?|{_FIGURE}{_HALF}[\s-]?|{_UP_TO_999}{_HALF}[\s-]|an?\s){_SCALE}"
    rf"(?:,?\s(?:and\s)?{_UP_TO_999}[\s-]{_SCALE})*(?:\s(?:and\s)?{_UP_TO_999})?"
    rf"|(?:{_FIGURE}|{_UP_TO_999}){_HALF}|half(?![\w-]))"
)
# "5m walls", "5m refugees", "5 mil": a length or millions.
_UNREAD: Final = (
    rf"{_FIGURE}(?:[\s-]?mil(?!\w)|m(?=\s[a-z])(?!\s(?:{_COUNTS}|(?:above|across|and|apart|at|away|below|by|deep"
    r"|downstream|from|high|in|long|of|off|on|or|out|short|tall|thick|to|upstream|wide))(?!\w)))"
)
_RANGE: Final = re.compile(
    rf"\s?(?:[-–—]|(?:to|or|and)\s)\s?(?P<sign>[$€£¥₽₩₹])?{_FIGURE}[\s-]?"
    rf"(?P<scales>{any_of({*_SCALES, *_TIMES})}(?:[\s-]{any_of({*_SCALES, *_TIMES})})*)(?!\w)",
    re.IGNORECASE,
)
"""The rest of a range, whose scale its start has too: 5 to 6 million."""
_SUM_BEFORE: Final = re.compile(rf"[$€£¥₽₩₹]\s?{_FIGURE}\s?[-–—]\s?$")
"""The start of a range whose currency its end has too: $2–3m."""
_ORDINAL: Final = (
    rf"[0-9]+(?:st|nd|rd|th)|{any_of(_TENS)}[\s-]{any_of(_FIRSTS)}"
    rf"|{any_of({*_ORDINALS} - {'first', 'second'})}"
)
_DAY: Final = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?!\w|[.,][0-9])"
_SHORT: Final = any_of((*(month[:3] for month in MONTHS), "Sept"))
_MONTH: Final = rf"(?P<month>{any_of(MONTHS)}(?!\w)|{_SHORT}(?:\.|(?!\w)))"
_PERIOD: Final = "(?:week|weekend|month|year|decade|century|night|morning|afternoon|evening)"
_DIGITS: Final = first_words("0")
_MONTHS: Final = first_words("Sept", *MONTHS, *(month[:3] for month in MONTHS))
_WEEKDAYS: Final = first_words(
    *(*WEEKDAYS, *(f"{day}s" for day in WEEKDAYS), *(day[:3] for day in WEEKDAYS), "Tues", "Thur", "Thurs")
)
_MAGNITUDES: Final = "tens dozens hundreds thousands millions billions several few many"
# Contexts in which "one" is a pronoun and no number: "no one", "one of them".
_NO_COUNT: Final = (
    re.compile(r"\b(?:no|any|every|each|the|this|that|which|another|some)[\s-]$", re.IGNORECASE),
    re.compile(
        r"\W*$|[.,;:!?)]|-(?:sided|off|time|way|on)|\s(?:of|another|who|which|that|[cw]ould|can|may|might|must)\b"
    ),
)


def _number_value(shown: str) -> Fraction:
    total = group = last = Fraction(0)  # ``last`` is what a scale made, for lakh crore
    for piece in re.findall(rf"{_FIGURE}|[^\W\d_]+", shown.casefold()):
        if piece[-1] in "½¼¾⅓⅔":
            group += int(piece[:-1] or 0) + Fraction(unicodedata.numeric(piece[-1])).limit_denominator(4)
        elif piece[0].isdecimal():
            decimal = re.sub(r",(?=[0-9]{1,2}$)", ".", piece)
            group += Fraction(re.sub(r"[,\s]", "", decimal))
        elif piece in _SCALES:
            made = (group or last or Fraction(1)) * _SCALES[piece]
            total, group, last = total + made - (0 if group else last), Fraction(0), made
            continue
        elif piece in _TIMES:
            group = (group or Fraction(1)) * _TIMES[piece]
        else:
            group += Fraction(1, 2) if piece == "half" else _SMALL.get(piece, 0)
        last = Fraction(0)
    return total + group


def _read_amount(match: re.Match[str]) -> Iterator[tuple[Key, str | int]]:
    sides = (match.string[: match.start()][-9:], match.string[match.end("n") :][:9])
    if match["n"].lower() == "one" and (_NO_COUNT[0].search(sides[0]) or _NO_COUNT[1].match(sides[1])):
        return
    yield ("number", _number_value(match["n"]) * _shared_scale(match)), "n"
    yield from (
        ((("unit", _UNITS[match[group].lower()])), group) for group in ("sign", "unit") if match[group]
    )


def _shared_scale(match: re.Match[str]) -> int:
    """Returns the scale that a bare figure shares with the other end of its range: 1 where it has none."""
    if not match["n"][-1].isdecimal() or match["unit"]:
        return 1
    rest = _RANGE.match(match.string, match.end("n"))
    if rest:
        scales = re.split(r"[\s-]", rest["scales"].casefold())
        if scales[0] not in _LETTERS or match["sign"] or rest["sign"]:
            return prod({**_TIMES, **_SCALES}[word] for word in scales)
    letter, after = match.string[match.end("n") :][:1].casefold(), match.string[match.end("n") + 1 :][:1]
    is_sum = _SUM_BEFORE.search(match.string[: match.start()][-24:])
    return _SCALES[letter] if is_sum and letter in _LETTERS and not after.isalnum() else 1


def _read_fraction(match: re.Match[str]) -> Iterator[tuple[Key, str | int]]:
    # "A third attempt" is an ordinal, "a third of them" and "one third" are not.
    if match["many"] or match["of"] or match["top"].lower() == "one":
        yield ("number", (_number_value(match["top"]) or Fraction(1)) / _PARTS[match["part"].lower()]), 0


def _read_magnitude(match: re.Match[str]) -> Iterator[tuple[Key, str | int]]:
    words = [word.removesuffix("s") for word in match[0].lower().split()]
    yield ("magnitude", prod({"ten": 10, **_TIMES, **_SCALES}.get(word, 1) for word in words)), 0


def _read_ordinal(match: re.Match[str]) -> Iterator[tuple[Key, str | int]]:
    words = re.findall("[a-z]{3,}", match["n"].lower())
    value = sum(_SMALL.get(word, _ORDINALS.get(word, 0)) for word in words)
    yield ("ordinal", value or int(match["n"][:-2])), "n"


def _month_number(shown: str) -> int:
    return [month[:3] for month in MONTHS].index(shown[:3]) + 1


def _read_days(match: re.Match[str]) -> Iterator[tuple[Key, str | int]]:
    for day in re.findall("[0-9]+", match["days"]):
        yield ("day", _month_number(match["month"]), int(day)), 0


def _month_reader(abbreviations: frozenset[str]) -> Reader:
    def read(match: re.Match[str]) -> Iterator[tuple[Key, str | int]]:
        opens = starts_sentence(match.string, match.start(), abbreviations)
        if match[0] not in ("May", "March") or not opens:
            yield ("month", _month_number(match[0])), 0

    return read


def _read_iso(match: re.Match[str]) -> Iterator[tuple[Key, str | int]]:
    yield ("year", int(match["year"])), "year"
    yield ("day", int(match["m"]), int(match["d"])), 0


def terms(abbreviations: frozenset[str]) -> Terms:
    """Makes the rules for English numbers, dates and names."""
    return Terms(
        capitals=True,
        rules=(
            # F-16, G7, KN-23: names that hold a number.
            rule(
                *("name", r"(?:[A-Z][a-z]?|[A-Z]{2,6})-?[0-9]+[A-Za-z]{0,2}(?!\w)", "word"),
                value=lambda shown: shown.replace("-", "").casefold(),
            ),
            # A single term: as two, a South and a Korean that stand apart would ground South Korean.
            rule(
                *("name", r"(?:North|South|East|West)[\s-][A-Z][^\W_]+", "word"),
                value=lambda shown: " ".join(re.split(r"[\s-]", shown)).casefold(),
                begins=first_words("North", "South", "East", "West"),
            ),
            rule("date", r"[0-9]{1,2}:[0-9]{2}(?![\w:])", "time", begins=_DIGITS),
            rule(
                "date",
                r"(?P<year>[0-9]{4})-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12][0-9]|3[01])(?!\w)",
                _read_iso,
                begins=_DIGITS,
            ),
            rule(
                "date",
                rf"(?P<days>{_DAY}(?:(?:,|\s?[-–—]|\s(?:to|and|or))\s?{_DAY}){{0,5}})\s(?:of\s)?{_MONTH}",
                _read_days,
                begins=_DIGITS,
            ),
            rule(
                "date",
                # In "on October 13 and 14 soldiers" the 14 is no day.
                rf"{_MONTH}\s(?P<days>{_DAY}(?:\s?[-–—]\s?{_DAY}|\s(?:to|and|or)\s{_DAY}(?=\W*$|[.,;:)]))?)",
                _read_days,
                begins=_MONTHS,
            ),
            rule(
                "date",
                rf"{any_of(MONTHS)}(?!\w)|{_SHORT}\.",
                _month_reader(abbreviations),
                begins=_MONTHS,
            ),
            rule(
                *("date", rf"{any_of(WEEKDAYS)}s?(?!\w)|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat)\.", "weekday"),
                value=lambda shown: [day[:3] for day in WEEKDAYS].index(shown[:3]),
                begins=_WEEKDAYS,
            ),
            rule(
                "date",
                rf"(?i:yesterday|today|tomorrow|tonight|(?:last|this|next|{any_of(_SAME)})\s{_PERIOD})(?!\w)",
                "relative",
                lambda shown: " ".join(_SAME.get(word, word) for word in shown.lower().split()),
                begins=first_words(
                    "yesterday", "today", "tomorrow", "tonight", "last", "this", "next", *_SAME
                ),
            ),
            rule(
                *("date", rf"(?i:{any_of(SEASONS.values())})(?!\w)", "season"),
                value=lambda shown: {season: number for number, season in SEASONS.items()}[shown.lower()],
                begins=first_words(*SEASONS.values()),
            ),
            rule("date", r"[12][0-9]{2}0s(?!\w)", "decade", lambda shown: int(shown[:-1]), _DIGITS),
            rule(
                "date",
                r"(?<![$€£¥₽₩₹])(?<![0-9][.,])(?:19|20)[0-9]{2}"
                rf"(?![\w%]|[.,/][0-9]|[\s-]{any_of((*_COUNTED, *_UNITS, *_SCALES, *_TIMES))}(?!\w))",
                "year",
                int,
                _DIGITS,
            ),
            rule(
                "number",
                r"(?i:(?:tens|dozens|hundreds|thousands|millions|billions)(?:\sof\s(?:hundreds|thousands|[mb]illions))*"
                r"|(?:several|few|many)\s(?:dozen|hundred|thousand|million|billion))(?!\w)",
                _read_magnitude,
                begins=first_words(*_MAGNITUDES.split()),
            ),
            rule(
                "number",
                rf"(?i:(?P<top>{_UP_TO_99}|an?)[\s-](?P<part>{any_of(_PARTS)})(?P<many>s)?(?!\w)(?P<of>\sof\b)?)",
                _read_fraction,
                begins=first_words("a", "an", *_SMALL),
            ),
            rule(
                "number",
                rf"(?i:(?P<n>{_ORDINAL})(?![\w-]))",
                _read_ordinal,
                begins=first_words("1st", *_TENS, *_ORDINALS),
            ),
            powers_rule("."),
            unread_rule("en"),
            rule("number", rf"(?<![$€£¥₽₩₹])(?<![$€£¥₽₩₹]\s)(?i:{_UNREAD})", "unread", begins=_DIGITS),
            # "Zelenskiy first warned" counts nothing; "the first to warn" and "a second time" do.
            rule(
                "number",
                r"(?i:(?:the|its|their|his|her|our|an?|s)\s(?P<n>first|second)(?![\w-])(?!\s(?:later|ago|or|per)\b))",
                _read_ordinal,
                begins=first_words("the", "its", "their", "his", "her", "our", "a", "an", "s"),
            ),
            rule(
                "number",
                r"(?<![0-9][.,])(?i:(?:(?P<sign>US\$|Rs\.?|[$€£¥₽₩₹])\s?)?"
                rf"(?P<n>{_NUMBER})(?:[\s-]?(?P<unit>{any_of(_UNITS)})(?!\w))?)",
                _read_amount,
                begins=first_words("US$", "Rs", "$", "1", "half", "a", "an", *_SMALL),
            ),
        ),
        generous=(
            rule(
                "number",
                r"(?i:(?P<n>first|second)(?!\w))",
                _read_ordinal,
                begins=first_words("first", "second"),
            ),
            rule(
                "number",
                rf"(?i:{any_of(_UNITS)}(?!\w))",
                "unit",
                lambda shown: _UNITS[shown.lower()],
                first_words(*_UNITS),
            ),
        ),
        openers=frozenset(_OPENERS.split()),
        verbs=frozenset(_VERBS.split()),
        common=re.compile(r"\w+(?:ing|ly)|people|police|media|staff|personnel|men|women|children"),
        tails=re.compile(
            r"\w+ed|led|born|made|held|run|built|era|style|wide|friendly|speaking|only|like|and|in|on"
        ),
    )
