"""Escapes text for each place that it may stand in: Markdown, HTML attributes, URLs, CSS, XML, JSON, CSV.

Text of a briefing passes through Python-Markdown and then a browser, so escaping for HTML alone isn't enough:
`![x](y){: onerror=… }` holds nothing that `html.escape` changes, and runs as a script. Each active character
is therefore written as a numeric entity. Python-Markdown sets entities aside before it looks for anything
else (`ENTITY_RE` of its `inlinepatterns`), and the browser shows the character that was meant. Entities don't
work in code, so no template puts a value into code.

Every function takes any `str`, and raises TypeError for one that is escaped already. Reading refuses control
characters and surrogates; they are made visible here too, so that this module does not rely on that.

The site must not enable extensions that rewrite plain words (`smarty`, `pymdownx.smartsymbols`,
abbreviations of a glossary), as a quote is shown letter by letter.
"""

import html
import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Final, Self
from urllib.parse import quote

from markupsafe import Markup

from generator.render.bidi import FSI, isolated, paired, plain


class Safe(Markup):
    """Text that is escaped for a page by one of the functions of this module.

    Joining it to plain text raises TypeError, where `Markup` would escape for HTML, which is not enough in
    Markdown. Text for other files (feeds, tables, PDF, front matter) is a plain `str`; pages escape it.
    """

    __slots__ = ()

    @classmethod
    def escape(cls, s: Any, /) -> Self:
        """Accept escaped text only; `Markup` calls this in `+`, `%`, `format`, `join`, `replace`."""
        if isinstance(s, Markup):
            return cls(s)
        raise TypeError(f"plain text joined to escaped text; escape it for its sink first: {s!r}")


# Characters that are markup anywhere (in tags, links, attribute lists, emphasis, code, tables, maths, mail)
# are escaped anywhere, others only where they are markup, so that the Markdown stays easy to read.
_ACTIVE_EVERYWHERE = r"&<>\[\]{}*_`\\|~^=$@"

# The pattern starts with one set of characters, which Python searches twelve times as fast as alternatives.
_ACTIVE = re.compile(
    rf"""
    [{_ACTIVE_EVERYWHERE}\#!:/+.]
    (?: (?<=[{_ACTIVE_EVERYWHERE}])
      | (?<=\#)$                                # the end of a heading, which is dropped: "C#" was "C"
      | (?<=!)$                                 # an image, when the template goes on with a link
      | (?<=:)(?![ ]|$|\d\d?(?![\w+:-]))        # an emoji (":100:" but not "at 10:30"); "https://"
      | (?<=/)(?=//)                            # a block; "///Footnotes Go Here///"
      | (?<=\+)(?=\+) | (?<=\+\+)               # keys: "++ctrl++"
      | (?<=[Ww][Ww][Ww]\.)                     # a bare address
    )
    """,
    re.VERBOSE,
)

# The last character of the match is escaped.
_ACTIVE_AT_START = re.compile(
    r"""
      [#:]                                      # a heading, a definition
    | [-+](?=[ +-]|$)                           # a list item, a rule, front matter
    | (?:\d+|[A-Za-z]|[IVXLCDMivxlcdm]+)[.)](?=[ ]|$)  # a numbered item: "1945. What a year."
    | !(?=!!) | \?(?=\?\?)                      # an admonition, a foldable one
    """,
    re.VERBOSE,
)

# Anything but characters that may stay in a link's destination; quotes and parentheses would end it.
_ACTIVE_IN_URL = re.compile(r"[^\w.~:/?#%,;!=@-]")

_MAY_BE_LINKED = re.compile(r"https?://[^\s/?#]|mailto:[^\s@?]+@[^\s?]", re.IGNORECASE)

# Without no-break and other typographic spaces, which the author chose.
_WHITE_SPACE = re.compile("[\t\r\n\u2028\u2029 ]{2,}|[\t\r\n\u2028\u2029]")

_BLANK_LINES = re.compile(r"\n[ \t]*\n")

# Invisible characters that may change how their neighbours are read: Unicode's Default_Ignorable_Code_Point
# and interlinear annotations, without soft hyphen, the two joiners and the variation selectors, which honest
# text needs; further controls, surrogates and noncharacters. The table is fixed, as Python's own changes with
# its release, and the same input must give the same bytes.
_HIDDEN_CHARACTERS = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
)
_HIDDEN = re.compile(f"[{_HIDDEN_CHARACTERS}]")
_NOT_IN_ADDRESSES = re.compile(rf"[\s{_HIDDEN_CHARACTERS}]")
_FORMULA = re.compile(r"\s*[=+\-@\t\r＝＋－＠]")
_UNSAFE_IN_SCRIPT = re.compile(f"[<>&\u2028\u2029{_HIDDEN_CHARACTERS}]")

_KEPT: Final = 1 << 14
"""How many texts are kept as they were escaped last: a claim's sentence stands on a page many times."""


@lru_cache(_KEPT, typed=True)
def markdown(text: str) -> Safe:
    """Escape text for a heading, paragraph, list item, table cell or link label, or between HTML tags.

    White space folds to single spaces, since at a line's start it would make code and at its end a break.
    A hidden character is shown as its number (U+200B), and text with one isolated in ``<bdi>``; so is what
    has right-to-left letters, as `isolated` tells, so that it can't reorder what stands around it.
    """
    line = _entities(isolated(_one_line(text)))
    if not _HIDDEN.search(line):
        return Safe(line)
    marks = paired(line)
    hidden = any(match.start() not in marks for match in _HIDDEN.finditer(line))

    def written(match: re.Match[str]) -> str:
        if match.start() not in marks:
            return _marked_number(match)
        return "<bdi>" if match[0] == FSI else "</bdi>"

    shown = _HIDDEN.sub(written, line)
    return Safe(f"<bdi>{shown}</bdi>" if hidden else shown)


def paragraphs(text: str) -> Safe:
    """Escape a text whose blank lines separate paragraphs; each is escaped by `markdown`."""
    parts = (markdown(part) for part in _BLANK_LINES.split(_not_escaped(text)))
    return Safe("\n\n".join(part for part in parts if part))


@lru_cache(_KEPT, typed=True)
def attribute(text: str) -> Safe:
    """Escape text for an HTML attribute in double quotes.

    Markdown's active characters are escaped too, as Python-Markdown looks for code, links and maths before
    it looks for tags.
    """
    line = _entities(_one_line(_hidden_as_numbers(text)))
    return Safe(line.replace('"', "&#34;").replace("'", "&#39;"))


def metadata(text: str) -> Safe:
    """Escape a page's title, description or tag, which MkDocs and Material put into their HTML as they are.

    They stand there as text and as attributes, so they are escaped for the stricter, by `attribute`.
    """
    return attribute(text)


def front_matter(fields: Mapping[str, object]) -> str:
    """Write a page's YAML front matter, with its ``---`` lines. Texts are escaped by `metadata`.

    Values are written as JSON, which is valid YAML where it has no hidden characters.

    Raises:
        ValueError: a key isn't a plain word.
        TypeError: a value is none of text, whole number, truth value, list or mapping.
    """
    if invalid := [key for key in fields if not re.fullmatch("[a-z][a-z0-9_]*", key)]:
        raise ValueError(f"not a key of front matter: {invalid}")
    values = {key: json.dumps(_metadata_of(value), ensure_ascii=False) for key, value in fields.items()}
    return "".join(["---\n", *(f"{key}: {value}\n" for key, value in values.items()), "---\n"])


def url(text: str) -> Safe:
    """Escape a URL for a Markdown link's destination or an `href` in double quotes.

    Raises:
        ValueError: not an http, https or mailto address; reading reports those with their place, so it is
            a bug.
    """
    if not _MAY_BE_LINKED.match(_not_escaped(text)):
        raise ValueError(f"not an http, https or mailto address: {text!r}")
    encoded = _NOT_IN_ADDRESSES.sub(lambda match: quote(match[0], errors="replace"), text)
    return Safe(_ACTIVE_IN_URL.sub(_entity, encoded))


def css(text: str) -> Safe:
    r"""Write a CSS string with its quotation marks; all but ASCII letters and digits are escaped.

    Nothing can then end the string, the rule, or the `<style>` element that it stands in. An escape is a
    backslash, hexadecimal digits, and a space (CSS Syntax Level 3, 4.3.7).
    """
    characters = re.sub(
        r"[^A-Za-z0-9]", lambda match: f"\\{ord(match[0]):X} ", _hidden_as_numbers(_one_line(text))
    )
    return Safe(f'"{characters}"')


def xml(text: str) -> str:
    """Escape text for an element or attribute of XML. Line breaks stay."""
    return html.escape(_hidden_as_numbers(text))


def json_script(value: Any) -> Safe:
    r"""Write a value as JSON for a `<script>` element, which no text in it can end: `<` becomes `\u003c`.

    A program that parses it gets the same value, hidden characters included.

    Raises:
        TypeError, ValueError: the value can't be written as JSON.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return Safe(_UNSAFE_IN_SCRIPT.sub(_utf16_escapes, text))


def csv(text: str) -> str:
    """Write a CSV field with its quotation marks (RFC 4180); join fields with commas.

    Spreadsheets run a field that begins like a formula, even a quoted one, so an apostrophe is put before it
    (OWASP, "CSV Injection").
    """
    field = plain(_hidden_as_numbers(text))
    guard = "'" if _FORMULA.match(field) else ""
    return '"' + guard + field.replace('"', '""') + '"'


def visible(text: str) -> str:
    """Write hidden characters as their numbers, for files that hold plain text, such as Word's."""
    return _hidden_as_numbers(text)


def _not_escaped(text: str) -> str:
    if isinstance(text, Markup):
        raise TypeError(f"escaped twice: {text!r}")
    return text


def _one_line(text: str) -> str:
    return _WHITE_SPACE.sub(" ", _not_escaped(text)).strip()


def _entities(line: str) -> str:
    escaped = _ACTIVE.sub(_entity, line)
    start = _ACTIVE_AT_START.match(escaped)
    return _entity(start) + escaped[start.end() :] if start else escaped


def _entity(match: re.Match[str]) -> str:
    return f"{match[0][:-1]}&#{ord(match[0][-1])};"


def _number(character: str) -> str:
    return f"U+{ord(character):04X}"


def _hidden_as_numbers(text: str) -> str:
    """Write hidden characters but isolates as their numbers, where no element can mark them."""
    if not _HIDDEN.search(_not_escaped(text)):
        return text
    marks = paired(text)
    return _HIDDEN.sub(lambda match: match[0] if match.start() in marks else _number(match[0]), text)


def _marked_number(match: re.Match[str]) -> str:
    number = _number(match[0])
    title = f"{number} {unicodedata.name(match[0], '')}".strip()
    return f'<span class="invisible" title="{title}">{number}</span>'


def _utf16_escapes(match: re.Match[str]) -> str:
    return re.sub("....", r"\\u\g<0>", match[0].encode("utf-16-be", "surrogatepass").hex())


def _metadata_of(value: object) -> object:
    match value:
        case Safe() | bool() | int():
            return value
        case str():
            return metadata(value)
        case Mapping():
            return {key: _metadata_of(inner) for key, inner in value.items()}
        case Sequence():
            return [_metadata_of(inner) for inner in value]
    raise TypeError(f"no value for front matter: {value!r}")
