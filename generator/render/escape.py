"""Escaping, once and centrally: one function for each sink, and a mark for what has been through one.

Whatever a contributor wrote is text until a template says otherwise. In a briefing, text passes through
Python-Markdown and then a browser, so escaping for HTML alone isn't enough: `![x](y){: onerror=… }` holds
nothing that `html.escape` touches, and executes. What stops both is to write each active character as a
numeric entity. Python-Markdown sets entities aside before it looks for anything else (`ENTITY_RE` of its
`inlinepatterns`), and the browser shows the character that was meant. The one place where entities don't
hold is code, so no template puts a value into code.

Every function takes any `str`, and refuses one that is escaped already. Reading refuses control characters
and surrogates; they are made visible here all the same, so that this layer holds alone.

The site must not enable extensions that rewrite plain words (`smarty`, `pymdownx.smartsymbols`,
abbreviations of a glossary): a quote is shown letter by letter.
"""

import html
import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any, Final, Self
from urllib.parse import quote

from markupsafe import Markup


class Safe(Markup):
    """Text that may stand in a page: one of the functions for pages made it.

    Joining it to plain text is an error rather than an HTML escape, which Markdown would see through.
    What is made for other files (feeds, tables, PDF, front matter) is a plain `str`: a page escapes it again.
    """

    __slots__ = ()

    @classmethod
    def escape(cls, s: Any, /) -> Self:
        """Accept what is escaped already; `+`, `%`, `format`, `join` and `replace` of `Markup` come here."""
        if isinstance(s, Markup):
            return cls(s)
        raise TypeError(f"plain text joined to escaped text; escape it for its sink first: {s!r}")


# Characters that act anywhere (in tags, links, attribute lists, emphasis, code, tables, maths, mail)
# are escaped anywhere, the others only where they act, so that the Markdown stays pleasant to read.
_ACTIVE_EVERYWHERE = r"&<>\[\]{}*_`\\|~^=$@"

# Starts with one set of characters, which makes Python's search twelve times as fast as alternatives do.
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

# What may stay as it is in a link's destination; quotes, parentheses and the like would end it.
_ACTIVE_IN_URL = re.compile(r"[^\w.~:/?#%,;!=@-]")

_WEB_ADDRESS = re.compile(r"https?://[^\s/?#]", re.IGNORECASE)

# No-break and other typographic spaces are the author's, and stay.
_WHITE_SPACE = re.compile("[\t\r\n\u2028\u2029 ]{2,}|[\t\r\n\u2028\u2029]")

_BLANK_LINES = re.compile(r"\n[ \t]*\n")

# Characters that show nothing and may change how their neighbours are read: Unicode's
# Default_Ignorable_Code_Point and interlinear annotations, without soft hyphen, the two joiners and the
# variation selectors, which honest text needs; and what no text should hold: controls, surrogates and what
# isn't a character. A fixed table, for Python's own follows its release, and one input gives the same bytes.
_HIDDEN_CHARACTERS = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
)
_HIDDEN = re.compile(f"[{_HIDDEN_CHARACTERS}]")
_UNSAFE_IN_SCRIPT = re.compile(f"[<>&\u2028\u2029{_HIDDEN_CHARACTERS}]")

# The blocks whose characters run from right to left by default (Unicode's DerivedBidiClass.txt).
_RIGHT_TO_LEFT: Final = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
RIGHT_TO_LEFT: Final = re.compile(f"[{_RIGHT_TO_LEFT}]")
_NEEDS_ISOLATION = re.compile(f"[{_HIDDEN_CHARACTERS}{_RIGHT_TO_LEFT}]")


def markdown(text: str) -> Safe:
    """For running Markdown: a heading, paragraph, list item, table cell, link label, or inside HTML tags.

    White space folds to single spaces, for at a line's start it would make code, and at its end a break.
    A hidden character is shown by its number; it and right-to-left letters are kept from reordering what
    stands around the value.
    """
    line = _entities(_one_line(text))
    return Safe(f"<bdi>{_HIDDEN.sub(_flag, line)}</bdi>" if _NEEDS_ISOLATION.search(line) else line)


def paragraphs(text: str) -> Safe:
    """For a text field, whose blank lines part paragraphs: each escaped, and parted by a blank line."""
    parts = (markdown(part) for part in _BLANK_LINES.split(_untrusted(text)))
    return Safe("\n\n".join(part for part in parts if part))


def attribute(text: str) -> Safe:
    """For an HTML attribute in double quotes, in a template or in inline HTML.

    Markdown's characters too, for Python-Markdown looks for code, links and maths before it looks for tags.
    """
    line = _entities(_one_line(_named(text)))
    return Safe(line.replace('"', "&#34;").replace("'", "&#39;"))


def metadata(text: str) -> Safe:
    """For a page's title, description or tag, which MkDocs and Material put into their HTML as they are.

    That is text in one place and an attribute in the next, so it is escaped for the stricter one.
    """
    return attribute(text)


def front_matter(fields: Mapping[str, object]) -> str:
    """A page's whole YAML front matter. Its texts are escaped as `metadata`, its keys are the generator's.

    JSON's scalars are YAML's too, once nothing in them is hidden.

    Raises:
        ValueError: a key isn't a plain word.
        TypeError: a value is none of text, whole number, truth value, list or mapping.
    """
    if odd := [key for key in fields if not re.fullmatch("[a-z][a-z0-9_]*", key)]:
        raise ValueError(f"not a key of front matter: {odd}")
    written = {key: json.dumps(_metadata_of(value), ensure_ascii=False) for key, value in fields.items()}
    return "".join(["---\n", *(f"{key}: {value}\n" for key, value in written.items()), "---\n"])


def url(text: str) -> Safe:
    """For a Markdown link's destination or an `href` in double quotes.

    Raises:
        ValueError: not an http or https address. Reading refuses those with their place; here it is a bug.
    """
    if not _WEB_ADDRESS.match(_untrusted(text)):
        raise ValueError(f"not an http or https address: {text!r}")
    encoded = re.sub(rf"\s|{_HIDDEN.pattern}", lambda found: quote(found[0], errors="replace"), text)
    return Safe(_ACTIVE_IN_URL.sub(_entity, encoded))


def css(text: str) -> Safe:
    r"""A whole string of CSS with its quotation marks, in one line; all but letters and digits by numbers.

    So that nothing ends the string, the rule, or the `<style>` element that it stands in (CSS Syntax Level 3,
    4.3.7: a backslash, hexadecimal digits, and a space that belongs to them).
    """
    written = re.sub(r"[^A-Za-z0-9]", lambda found: f"\\{ord(found[0]):X} ", _named(_one_line(text)))
    return Safe(f'"{written}"')


def xml(text: str) -> str:
    """For text or an attribute of XML, such as the Atom feed. Line breaks stay."""
    return html.escape(_named(text))


def json_script(value: Any) -> Safe:
    r"""JSON for a `<script>` element, which nothing within can end: `<` is written `\u003c`.

    The value that a program reads is the value that was given, hidden characters and all.
    """
    written = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return Safe(_UNSAFE_IN_SCRIPT.sub(_utf16_escapes, written))


def csv(text: str) -> str:
    """A whole CSV field with its quotation marks (RFC 4180); join fields with commas.

    A spreadsheet runs a field that starts like a formula, quoted or not, so such a field starts with an
    apostrophe (OWASP, "CSV Injection").
    """
    named = _named(text)
    guard = "'" if re.match(r"\s*[=+\-@\t\r＝＋－＠]", named) else ""
    return '"' + guard + named.replace('"', '""') + '"'


def visible(text: str) -> str:
    """For files that hold text as it is, such as Word's: hidden characters are shown by their numbers."""
    return _named(text)


def _untrusted(text: str) -> str:
    if isinstance(text, Markup):
        raise TypeError(f"escaped twice: {text!r}")
    return text


def _one_line(text: str) -> str:
    return _WHITE_SPACE.sub(" ", _untrusted(text)).strip()


def _entities(line: str) -> str:
    escaped = _ACTIVE.sub(_entity, line)
    start = _ACTIVE_AT_START.match(escaped)
    return _entity(start) + escaped[start.end() :] if start else escaped


def _entity(found: re.Match[str]) -> str:
    return f"{found[0][:-1]}&#{ord(found[0][-1])};"


def _number(character: str) -> str:
    return f"U+{ord(character):04X}"


def _named(text: str) -> str:
    """Hidden characters as their numbers, where no element can mark them."""
    return _HIDDEN.sub(lambda found: _number(found[0]), _untrusted(text))


def _flag(found: re.Match[str]) -> str:
    number = _number(found[0])
    title = f"{number} {unicodedata.name(found[0], '')}".strip()
    return f'<span class="invisible" title="{title}">{number}</span>'


def _utf16_escapes(found: re.Match[str]) -> str:
    return re.sub("....", r"\\u\g<0>", found[0].encode("utf-16-be", "surrogatepass").hex())


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
