"""Mending of what the web and PDF leave behind in a text; each mend is counted and told.

Only what has one answer is mended. Words and punctuation stay as they are.
"""

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from typing import Final

_ENTITY: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_WINDOWS: Final = re.compile("[\x80-\x9f]")
_LIGATURE: Final = re.compile(r"[\ufb00-\ufb17\ufb50-\ufdef\ufe70-\ufefc]")
_DOUBLED: Final = re.compile(r"(?<![0-9'])''(?!')|(?<!`)``(?!`)")
_INVISIBLE: Final = re.compile("[\u00ad\u200b\u2060\ufeff]")
_NO_TEXT: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_BREAKS: Final = re.compile("[\x0b\x0c\u2028\u2029]")
_SPACES: Final = re.compile(" {2,}")

Mended = Counter[str]
"""How often each kind of leftover was mended, by its name in the plural."""


def mend_characters(text: str, mended: Mended) -> str:
    """Mends characters: entities, ligatures, ``''`` for a quotation mark, and what is no text or unseen.

    A tab stays, for it parts the cells of a table.
    """
    text = _counted(_ENTITY, lambda found: html.unescape(found[0]), "HTML entities", text, mended)
    text = _counted(_WINDOWS, lambda found: _windows(found[0]), "characters of Windows-1252", text, mended)
    text = _counted(_BREAKS, lambda _: "\n", "old line breaks", text, mended)
    text = _counted(_NO_TEXT, lambda _: "", "control characters", text, mended)
    text = _counted(
        _LIGATURE, lambda found: unicodedata.normalize("NFKC", found[0]), "ligatures", text, mended
    )
    text = _counted(_INVISIBLE, lambda _: "", "soft hyphens and invisible spaces", text, mended)
    text = _counted(_DOUBLED, lambda _: '"', "doubled marks for quotation marks", text, mended)
    return _SPACES.sub(" ", text)


def _counted(
    pattern: re.Pattern[str], plain: Callable[[re.Match[str]], str], name: str, text: str, mended: Mended
) -> str:
    changed = 0

    def replaced(found: re.Match[str]) -> str:
        nonlocal changed
        new = plain(found)
        changed += new != found[0]
        return new

    text = pattern.sub(replaced, text)
    if changed:
        mended[name] += changed
    return text


def _windows(char: str) -> str:
    return bytes([ord(char)]).decode("cp1252", "ignore") or char
