"""Words that multiply the figure before them by a power of ten, in some sixty languages.

The words are those of CLDR's compact number formats, with more of their forms. What means different powers in
different languages counts in its own: a German Billion is a thousand English billions.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from generator.analyse.languages.rules import any_of

_EVERYWHERE: Final = {
    3: """
        thousand thousands tausend duizend duisend tusen tusind þúsund mijë mijëra ezer tuhat tuhatta tuhannen
        tis tisíc tisíce tisíca tisuća tisuće tisoč tys tysiąc tysiące tysiąca tysięcy tūkst tūkstantis
        tūkstančiai tūkstančio tūkstančių tūkstotis tūkstoši tūkstošu millier milliers miler milers mille mila
        ribu nghìn ngàn тыс тысяча тысячи тысяч тысячу тысячам тысячами тысячах тис тисяча тисячі тисяч
        тисячу тисячам тисячами тисячах тысячы хил хиляди хиљ хиљада хиљаде илј илјада илјади мың χιλ χιλιάδα
        χιλιάδες χιλιάδων հազար հզր ათ ათასი אלף אלפים آلاف ألف ألفا هزار ہزار हज़ार हजार হাজার ਹਜ਼ਾਰ હજાર
        ஆயிரம் వేయి వేలు ಸಾವಿರ ആയിരം දහස""",
    5: "lakh lakhs لاکھ लाख লাখ লক্ষ ਲੱਖ લાખ லட்சம் లక్ష లక్షల లక్షలు ಲಕ್ಷ ലക്ഷം",
    6: """
        million mn mln mlns mio millionen millioner millió milliók milj mill miljoen miljon miljoner miljonit
        miljoni miljons miljonu miljoona miljoonaa milion miliona miliony milionów milionu milionů milionům
        milión milióna milióny miliónov milijun milijuna milijuni milijon milijona milijone milijoni milijonov
        milijonai milijonas milijono milijonų milione milioni milioane milions milió milioi millón millones
        milhão milhões milljón milljónir milyon milyonu juta triệu млн миллион миллиона миллионов миллиону
        миллионом миллионе миллионам миллионами миллионах мільйон мільйона мільйони мільйонів мільйонам
        мільйонами мільйонах мільён мільёна мільёны мільёнаў милион милиона милиони εκ εκατ εκατομμύριο
        εκατομμύρια εκατομμυρίων մլն միլիոն მლნ მილიონი מיליון مليون ملايين میلیون ملین மில்லியன் మిలియన్
        మిలియన్లు ಮಿಲಿಯನ್ ദശലക്ഷം මිලියන ሚሊዮን""",
    7: "crore crores کروڑ करोड़ करोड कोटी কোটি ਕਰੋੜ કરોડ கோடி కోటి కోట్లు కోట్ల ಕೋಟಿ കോടി",
    9: """
        milliard milliards milliarde milliarden milliarder milliárd mrd mrds mld mlrd mjd mia mia miljard
        miljarder miljardi miljardia miljardit miljards miljardu miliard miliarda miliarde miliardi miliardo
        miliardy miliardów miliardů miliárd miliardám milijard milijarda milijarde milijardi milijardo
        milijardai milijardas milijardų milyar milyard miliar milljarðar milljarður bilhão bilhões tỷ млрд
        миллиард миллиарда миллиардов миллиарду миллиардом миллиарде миллиардам миллиардами миллиардах мільярд
        мільярда мільярди мільярдів мільярдам мільярдами мільярдах мільярды мільярдаў милиард милиарда
        милиарди милијарда милијарде милијарди δισ δισεκατομμύριο δισεκατομμύρια δισεκατομμυρίων մլրդ միլիարդ
        მლრდ მილიარდი מיליארד مليار مليارات میلیارد ارب अरब अब्ज ਅਰਬ અબજ பில்லியன் బిలియన్ బిలియన్లు ಬಿಲಿಯನ್
        ബില്യൺ බිලියන ቢሊዮን""",
    11: "kharab کھرب खरब खर्व ਖਰਬ નિખર્વ",
    12: """
        billionen billioner biljoen biljon biljoner biljoona biljoonaa billones billón biliony bilionów
        biliona bilionu bilionů bilión bilióny biliónov bilijun bilijuna bilijon bilijona bilijonov trilhão
        trilhões trilyon triliun трлн триллион триллиона триллионов триллионам триллионами триллионах трильйон
        трильйона трильйони трильйонів трыльён трыльёны трыльёнаў трилион трилиона τρισ τρισεκατομμύριο
        τρισεκατομμύρια τρισεκατομμυρίων տրլն տրիլիոն ტრილიონი טריליון ترليون تریلیون ٹریلین டிரில்லியன்
        ట్రిలియన్ ട്രില്യൺ ට්‍රිලියන ትሪሊዮን""",
}
"""Words by the power's zeros that mean the same wherever they are used."""

_OF_LANGUAGES: Final[Mapping[str, str]] = {
    "en": "3 thousand, 3 thousands, 3 k, 3 tsd, 5 lakh, 5 lakhs, 5 lac, 5 lacs, 6 million, 6 millions, 6 mn, "
    "6 mln, 6 mio, 7 crore, 7 crores, 9 billion, 9 billions, 9 bn, 9 bln, 9 milliard, 9 milliards, 9 mrd, "
    "12 trillion, 12 trillions, 12 tn, 12 trn",
    "af": "12 bn",
    "az": "3 min",
    "ca": "12 bilions, 12 bilió",
    "cs": "6 mil, 12 bilion, 12 bil",
    "da": "12 billion, 12 bio",
    "de": "12 billion, 12 bio, 12 bill, 18 trillion, 18 trillionen, 6 millions",
    "es": "3 mil, 3 miles, 12 bill",
    "et": "12 triljon, 12 triljonit, 12 trln",
    "fil": "3 libo, 9 bilyon",
    "fr": "12 billion, 12 billions, 9 md, 9 mds, 6 millions, 18 trillion, 18 trillions",
    "hr": "6 mil, 9 mlr, 12 bil",
    "hu": "3 e, 12 billió, 12 billiót",
    "id": "3 rb, 6 jt",
    "it": "12 bln",
    "lv": "12 triljons, 12 triljoni, 12 triljonu",
    "lt": "12 trilijonas, 12 trilijonai, 12 trilijonų",
    "mk": "6 мил, 9 милј, 12 билион, 12 билиони",
    "ms": "9 bilion, 12 trilion",
    "nb": "12 billion, 12 bill",
    "no": "12 billion, 12 bill",
    "nl": "12 bln",
    "pl": "12 bln, 12 bilion",
    "pt": "3 mil, 6 mi, 9 bi, 12 tri",
    "ro": "3 mie, 3 mii, 6 mil, 12 trilion, 12 trilioane",
    "sk": "6 mil, 12 bil",
    "sl": "12 bil",
    "sq": "12 bln, 12 bilion",
    "sr": "6 мил, 12 бил, 12 билион, 12 билиона",
    "sv": "9 md",
    "tr": "3 bin, 6 mn, 9 mr",
    "vi": "6 tr",
}
"""Words that are short, or mean another power elsewhere, in their own language. Of English all of them, for
there is no other word in its texts that a figure may not count."""

_GLUED: Final = {
    "十": 1, "百": 2, "千": 3, "仟": 3, "万": 4, "萬": 4, "亿": 8, "億": 8,
    "백": 2, "천": 3, "만": 4, "억": 8, "조": 12,
    "พัน": 3, "หมื่น": 4, "แสน": 5, "ล้าน": 6, "ພັນ": 3, "ໝື່ນ": 4, "ແສນ": 5, "ລ້ານ": 6, "ຕື້": 9,
    "ពាន់": 3, "ម៉ឺន": 4, "សែន": 5, "លាន": 6, "ប៊ីលាន": 9, "ទ្រីលាន": 12,
    "ထောင်": 3, "သောင်း": 4, "သိန်း": 5, "သန်း": 6, "ကုဋေ": 7,
}  # fmt: skip
"""Scripts in which the next word follows without a space."""

_MEASURES: Final = r"(?:[千百][克米瓦卡伏赫帕焦]|백분|조사)"
"""What begins like such a word and is none: 千克 is a kilogram."""

_ALIKE: Final = (
    r"(?!(?:multi)?(?:m|b|tr)il+[ijhy]*(?:on+|ard+)(?:är|a[ir]|er[oósei])|милли(?:он|ард)ер|мільйонер|мільярдер)"
    r"(?:(?:m|b|tr|quadr)il+[hiíjy]{0,2}(?:[oóuúõã]|[aá]rd?)\w*|bill?n|mill?rd|bln|bn|tn|trn|trln"
    r"|(?:м|б|тр)[иі]ль?л?[иійьяё]+(?:он|ард|йон)\w*|тысяч\w*|тисяч\w*|тыщ\w*|тріль?\w+)"
)
"""What looks like such a word: in a form, or of a language, that is not in the tables."""


SIGNS: Final = "$€£¥₽₩₹"


@lru_cache(maxsize=64)
def scales_of(tag: str) -> Mapping[str, int]:
    """Returns the words of a language that multiply, in small letters, with the zeros of their power.

    Args:
        tag: a primary subtag.
    """
    everywhere = {} if tag == "en" else _EVERYWHERE
    known = {word: zeros for zeros, words in everywhere.items() for word in words.split()}
    own = (entry.split(" ", 1) for entry in _OF_LANGUAGES.get(tag, "").split(", ") if entry)
    return {**known, **{word: int(zeros) for zeros, word in own}}


def scale_pattern(tag: str) -> str:
    """Makes a pattern of one word that multiplies, with what may stand between it and the word before."""
    words = rf"(?:{any_of(scales_of(tag))})(?!\w)\.?"
    letters = rf"k(?!\w)|\s?(?:k|m|md|mds|mrd)(?=\s?[{SIGNS}])"
    extra = "|京|兆" if tag == "ja" else ""
    glued = rf"[多余餘来來几幾数數여]?(?!{_MEASURES})(?:{any_of(_GLUED)}{extra})"
    return rf"(?:[\s-]?(?:de\s)?(?:{words})|{letters}|\s?{glued})"


def unread_pattern(figure: str, tag: str) -> str:
    """Makes a pattern of a figure with a word that may multiply it, by nobody knows how much."""
    after_sign = rf"(?<![{SIGNS}])(?<![{SIGNS}]\s)" if tag == "en" else ""
    known = scale_pattern(tag)
    return (
        rf"{figure}(?!{known})(?:[\s-]?(?:de\s)?{_ALIKE}(?!\w)|\s?[兆京])"
        rf"|{after_sign}{figure}(?!{known})(?-i:[MBT](?!\w)|\s?[MBT](?=\s?[{SIGNS}]))"
    )


def powers(shown: str, tag: str) -> Iterator[int]:
    """Yields the zeros of each word that multiplies in ``shown``, in their order."""
    known = {**scales_of(tag), **_GLUED, "k": 3, "m": 6, "md": 9, "mds": 9, "兆": 12, "京": 16}
    for found in re.finditer(any_of(known), shown.casefold()):
        yield known[found[0]]
