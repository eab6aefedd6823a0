"""Tags of languages (BCP 47) for what people and programs write instead: a name, a locale, a longer code."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from generator.model.texts import LANGUAGE_PATTERN

_WRITTEN: Final[Mapping[str, str]] = {
    "ar": "ara Arabic العربية",
    "bg": "bul Bulgarian български",
    "cs": "ces cze Czech čeština",
    "da": "dan Danish dansk",
    "de": "deu ger German Deutsch",
    "el": "ell gre Greek ελληνικά",
    "en": "eng English",
    "es": "spa Spanish español castellano",
    "et": "est Estonian eesti",
    "fa": "fas per Persian Farsi فارسی",
    "fi": "fin Finnish suomi",
    "fr": "fra fre French français",
    "he": "heb Hebrew עברית",
    "hi": "hin Hindi हिन्दी",
    "hr": "hrv Croatian hrvatski",
    "hu": "hun Hungarian magyar",
    "id": "ind Indonesian",
    "it": "ita Italian italiano",
    "ja": "jpn Japanese 日本語",
    "ka": "kat geo Georgian ქართული",
    "ko": "kor Korean 한국어",
    "lt": "lit Lithuanian lietuvių",
    "lv": "lav Latvian latviešu",
    "nl": "nld dut Dutch Nederlands",
    "no": "nor Norwegian norsk",
    "pl": "pol Polish polski",
    "pt": "por Portuguese português",
    "ro": "ron rum Romanian română",
    "ru": "rus Russian русский",
    "sk": "slk slo Slovak slovenčina",
    "sl": "slv Slovene Slovenian slovenščina",
    "sr": "srp Serbian српски srpski",
    "sv": "swe Swedish svenska",
    "sw": "swa Swahili Kiswahili",
    "tr": "tur Turkish Türkçe",
    "uk": "ukr Ukrainian українська",
    "ur": "urd Urdu اردو",
    "vi": "vie Vietnamese",
    "zh": "zho chi Chinese 中文",
}
"""Codes of three letters and names of each language, in English and in itself."""

_TAGS: Final = {name.casefold(): tag for tag, names in _WRITTEN.items() for name in names.split()}
_NAME: Final = re.compile(r"([^\W\d_]+)(?:\s?\(([A-Za-z]{2})\))?")
_ENCODING: Final = re.compile(r"\.[\w-]+\Z")


def tag_meant(written: str) -> str | None:
    """Returns the tag that is meant: ``en`` for “English”, ``en-US`` for “en_US”; None where that is open."""
    text = _ENCODING.sub("", written.strip())
    if named := _NAME.fullmatch(text):
        tag = _TAGS.get(named[1].casefold())
        if tag:
            return f"{tag}-{named[2].upper()}" if named[2] else tag
    primary, *others = text.replace("_", "-").split("-")
    primary = primary.lower()
    tag = "-".join([_TAGS.get(primary, primary), *_cased(others)])
    return tag if re.fullmatch(LANGUAGE_PATTERN, tag) else None


def _cased(parts: list[str]) -> Iterator[str]:
    """Yields subtags as they are customarily written: a script as Hans, a region as US."""
    for part in parts:
        yield part.upper() if len(part) == 2 else part.capitalize() if len(part) == 4 else part
