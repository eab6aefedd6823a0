"""Types of text fields (id, name, line, date, URL, language …), each with its validation rule."""

import re
import unicodedata
from typing import Annotated, Any, Final
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, Strict, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.model.dates import DATE_PATTERN, parse
from generator.model.diagnostics import HINTS, KINDS, did_you_mean
from generator.model.located import LocatedText, Unquoted

ID_PATTERN: Final = r"^[a-z0-9][a-z0-9-]{0,79}$"
LANGUAGE_PATTERN: Final = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
ITEM_PATTERN: Final = r"^Q[1-9][0-9]{0,11}$"
# Schemes are written in any case; what else is wrong with an address, `url_fault` says.
URL_PATTERN: Final = r"^[Hh][Tt][Tt][Pp][Ss]?://\S+$"
_ID: Final = re.compile(ID_PATTERN[:-1] + r"\Z")
_DEVICES: Final = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))]
)
_APOSTROPHES: Final = re.compile("['’‘ʼ]")
_PLAIN: Final = {"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"}
"""Letters that Unicode doesn't take apart, by what an address has for them."""
# Some scripts need joiners for spelling; other format characters are invisible and only hide something.
_ALLOWED_FORMAT: Final = frozenset("\u200c\u200d\u00ad")


def id_fault(text: str) -> str | None:
    """Says why ``text`` is no id, slug or article name; None when it is one."""
    if not _ID.match(text):
        return "lower-case letters a–z, digits and hyphens, at most 80, beginning with a letter or digit"
    if text in _DEVICES:
        return "a name that Windows does not keep for a device"
    return None


def slugged(text: str) -> str:
    """Writes a text as an id: ``Halvard Ek`` is ``halvard-ek``; "" where a letter has no place in one.

    Accents and apostrophes are left off. What is too long for an id is "" as well.
    """
    slug = _slug(text)
    return "" if id_fault(slug) else slug


def suggested_id(text: str) -> str:
    """Suggests an id for a text, as `slugged`: of a file's name without its ending, of a long text a part."""
    slug = _slug(re.sub(r"\.(?:md|txt)\Z", "", text.strip()))[:80].strip("-")
    return "" if id_fault(slug) else slug


def _slug(text: str) -> str:
    spelt = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text).casefold())
    letters = "".join(_PLAIN.get(char, char) for char in spelt if not unicodedata.combining(char))
    if any(char.isalnum() and not char.isascii() for char in letters):
        return ""
    return "-".join(re.findall("[a-z0-9]+", letters))


def hidden(text: str) -> str | None:
    """Returns the first invisible or direction-changing character as ``U+202E``; None without one."""
    for char in text:
        if unicodedata.category(char) == "Cf" and char not in _ALLOWED_FORMAT:
            return f"U+{ord(char):04X}"
    return None


def _is_id(text: str) -> str:
    if fault := id_fault(text):
        raise PydanticCustomError("invalid-id", "{text}", {"text": text, "rule": fault})
    return text


def _uncut(value: Any) -> Any:
    if isinstance(value, LocatedText) and value.cut is not None:
        raise PydanticCustomError("comment-cuts-text", "{text}", {"text": str(value)})
    return value


def _not_blank(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError("empty-value", "empty", {})
    return text


def _visible(text: str) -> str:
    if character := hidden(text):
        raise PydanticCustomError("hidden-character", "{character}", {"character": character})
    return text


def _is_date(text: str) -> str:
    try:
        parse(text)
    except ValueError as fault:
        # The message quotes the date, as the diagnostic does.
        why = str(fault).removeprefix(f'"{text}": ')
        raise PydanticCustomError("invalid-date", "{text}", {"text": text, "reason": why}) from None
    return text


def url_fault(text: str) -> str | None:
    """Says why ``text`` is no address that may be linked; None when it is one.

    Characters that browsers drop silently are refused before the address is parsed, because otherwise
    ``java<tab>script:`` would pass as having no scheme.
    """
    if any(char.isspace() or unicodedata.category(char).startswith("C") for char in text):
        return "it holds a space or an invisible character"
    try:
        parts = urlsplit(text)
        parts.port  # noqa: B018 - reading it is the check
    except ValueError:
        return "it cannot be read as an address"
    if parts.scheme not in ("http", "https"):
        return "only http:// and https:// are linked"
    if not parts.hostname:
        return "it names no host"
    if parts.username is not None or parts.password is not None:
        return "it carries a user name or password"
    if any(char in '\\<>"`{}|^' for char in text):
        return "it holds a character that must be percent-encoded"
    return None


def _is_language(text: str) -> str:
    if not re.fullmatch(LANGUAGE_PATTERN, text):
        raise PydanticCustomError(
            "invalid-value", "{text}", {"reason": "a language is a tag such as en or pt-BR"}
        )
    return text


def _is_item(text: str) -> str:
    if not re.fullmatch(ITEM_PATTERN, text):
        raise PydanticCustomError(
            "invalid-value", "{text}", {"reason": "an item is a Q and a number, such as Q212"}
        )
    return text


def _is_url(text: str) -> str:
    if fault := url_fault(text):
        raise PydanticCustomError("invalid-url", "{text}", {"text": text, "reason": fault})
    return text


def _is_hint(text: str) -> str:
    if text not in HINTS:
        near = "" if text in KINDS else did_you_mean(text, HINTS)
        raise PydanticCustomError("no-hint", "{text}", {"text": text, "mean": near})
    return text


def _yes_or_no(value: Any) -> Any:
    if isinstance(value, Unquoted) and value.kind == "boolean":
        return value.raw.lower() == "true"
    return value


PAGE_LANGUAGE: Final = "en"
"""The language of the site's own words, and of what editors write (BCP 47)."""


def primary_language(tag: str) -> str:
    """Returns the primary subtag of a BCP 47 tag, in small letters: ``en`` of ``en-GB``."""
    return tag.split("-")[0].lower()


def listed(value: Any) -> Any:
    """Wraps a single value in a list, where one or several may be written."""
    return value if isinstance(value, list | tuple) else [value]


def _written_as(pattern: str, otherwise: str) -> Any:
    """Declares how a value is written, and what editors that know the schema answer to any other."""
    return Field(json_schema_extra={"pattern": pattern, "patternErrorMessage": otherwise})


Id = Annotated[
    str,
    AfterValidator(_is_id),
    _written_as(
        ID_PATTERN,
        "An id is made of lower-case letters a–z, digits and hyphens, at most 80, and begins with a letter "
        "or a digit: wall-will-hold.",
    ),
]
"""An id, slug or article name."""

Text = Annotated[str, StringConstraints(max_length=4000), BeforeValidator(_uncut), AfterValidator(_not_blank)]
"""Plain text; a blank line parts paragraphs. At most 4,000 code points."""

Line = Annotated[str, StringConstraints(max_length=300), BeforeValidator(_uncut), AfterValidator(_not_blank)]
"""Plain text of one line. At most 300 code points."""

Name = Annotated[Line, AfterValidator(_visible)]
"""A name: a line without invisible characters."""

DateText = Annotated[
    str,
    StringConstraints(max_length=60),
    AfterValidator(_is_date),
    _written_as(
        DATE_PATTERN,
        "A date is written 2024-10-13, 2024-10 or 2024; about is 2024-10~, an unknown year XXXX-10-13, from "
        "one to another 2024-10-30/2024-11-01.",
    ),
]
"""An EDTF level 1 date, or one with an unknown year."""

Url = Annotated[
    str,
    StringConstraints(max_length=2000),
    AfterValidator(_is_url),
    _written_as(URL_PATTERN, "An address begins with https:// or http:// and has no spaces."),
]
"""An http or https address."""

Language = Annotated[
    str,
    StringConstraints(max_length=35),
    AfterValidator(_is_language),
    _written_as(LANGUAGE_PATTERN, "A language is a tag such as en or pt-BR."),
]
"""A language as a BCP 47 tag."""

Item = Annotated[
    str, AfterValidator(_is_item), _written_as(ITEM_PATTERN, "An item is a Q and a number, such as Q212.")
]
"""An item of Wikidata."""

Flag = Annotated[bool, Strict(), BeforeValidator(_yes_or_no)]
"""true or false, unquoted."""

HintCode = Annotated[
    str,
    AfterValidator(_is_hint),
    WithJsonSchema(
        {
            "type": "string",
            "enum": list(HINTS),
            "enumDescriptions": [re.sub(r"\{\w+\}", "…", KINDS[code].message) for code in HINTS],
        }
    ),
]
"""The code of a hint, as it stands in brackets behind one."""
