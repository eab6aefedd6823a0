"""Letters of articles in texts of ours: ``$a`` or ``${a}`` stands for the letter of the article ``a``.

A letter that is typed goes wrong when an article is added before it; one that stands for the article's id
does not. ``$$`` is a dollar sign, and so is a ``$`` before anything but an id that begins with a letter.

A letter stands in parentheses, "a major escalation (A) or a serious development (B)", but where it is a word
of the sentence: "A and B write", "in A it is", "B's own comment".
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

_TOKEN: Final = re.compile(r"\$(?:(?P<dollar>\$)|\{(?P<braced>[^{}\s]{1,80})\}|(?P<plain>[a-z][a-z0-9-]*))")
_TYPED: Final = re.compile(r"(?<!\$)\$(?:\{([A-Z]{1,2})\}|([A-Z]{1,2})(?![\w$]))")


@dataclass(frozen=True)
class Letter:
    """A place in a text that stands for an article's letter.

    Attributes:
        article: the article's id, whether or not there is such an article.
        start: offset of the ``$`` in the text as it is written, in code points.
        end: offset just after it, likewise.
    """

    article: str
    start: int
    end: int


def letters_in(text: str, known: Mapping[str, str]) -> Iterator[Letter]:
    """Yields the places of a written text that stand for letters, in order.

    An id may end before a hyphen or a letter that follows it: ``$a's``, ``$a-style``. The longest known one
    counts; where none is known, all that looks like an id.

    Args:
        text: as it is written.
        known: the letters of the articles, by id.
    """
    for match in _TOKEN.finditer(text):
        if match["braced"]:
            yield Letter(match["braced"], match.start(), match.end())
        elif match["plain"]:
            id = match["plain"].rstrip("-")
            parts = id.split("-")
            fitting = ("-".join(parts[:count]) for count in range(len(parts), 0, -1))
            id = next((part for part in fitting if part in known), id)
            yield Letter(id, match.start(), match.start() + 1 + len(id))


def typed_letters(text: str) -> Iterator[Letter]:
    """Yields the places of a written text where a letter itself was typed behind the sign: ``$A``."""
    for match in _TYPED.finditer(text):
        yield Letter(match[1] or match[2], match.start(), match.end())


def letter_of(number: int) -> str:
    """Returns the letter of an article by its number, from 1: A, B … Z, AA, AB …"""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def with_letters(text: str, known: Mapping[str, str]) -> str:
    """Writes a text as readers see it; what stands for no known article stays as it is."""
    shown, _ = _shown(text, known)
    return shown


def written_offset(text: str, known: Mapping[str, str], offset: int) -> int:
    """Converts an offset in the shown text into the offset in the text as it is written.

    An offset within a letter and its parentheses becomes the nearer end of what stands for the letter.
    """
    _, places = _shown(text, known)
    shift = 0
    for place in places:
        if offset <= place.start:
            break
        if offset < place.end:
            is_nearer_start = offset - place.start < place.end - offset
            return place.written_start if is_nearer_start else place.written_end
        shift = place.written_end - place.end
    return offset + shift


_VERBS: Final = (
    "adds|calls?|carr(?:ies|y)|d(?:id|oes|o)|gives?|had|ha(?:s|ve)|itself|is|are|leaves?|looks?|names?|only|puts?"
    "|quotes?|reports?|says?|sets?|shows?|speaks?|takes?|tells?|ties?|w(?:as|ere)|writes?"
)
_OTHER: Final = r"(?:\$\{[^{}\s]+\}|\$[a-z][a-z0-9-]*)"
_WORD_BEFORE: Final = re.compile(
    r"(?:^|[.!?:;]\s|[“‘(]|(?:^|[,.:;]\s|\b(?:and|but|yet)\s)(?:in|for|of|to)\s|\b(?:both|neither|nor|only|writes?)\s"
    rf"|(?<![\w’'$])(?P<other>{_OTHER})(?:[’']s)?(?:,|,?\s(?:and|or|nor))\s)$",
    re.IGNORECASE,
)
# After "A" itself or "A and B"; a hyphen or letter that is joined to it makes one word with it.
_WORD_AFTER: Final = re.compile(
    rf"(?:\s(?:and|or|nor)\s{_OTHER})?(?:[’']s?(?!\w)|\s(?:{_VERBS})(?!\w))|[\w-]"
)


def _is_word(text: str, start: int, end: int) -> bool:
    """Tests whether a letter is a word of its sentence: a subject, or in "in A" that opens a clause."""
    if _WORD_AFTER.match(text, end):
        return True
    before = _WORD_BEFORE.search(text, max(0, start - 100), start)
    if before is None or before["other"] is None:
        return before is not None
    # The second of two letters is a word where the first one is.
    return _is_word(text, *before.span("other"))


@dataclass(frozen=True)
class _Place:
    """Where something is shown, and where what stands for it is written."""

    start: int
    end: int
    written_start: int
    written_end: int


def _shown(text: str, known: Mapping[str, str]) -> tuple[str, list[_Place]]:
    """Returns the shown text, and the places of all that isn't shown as it is written, in order."""
    tokens = []
    for letter in letters_in(text, known):
        shown = known.get(letter.article)
        if shown and not _is_word(text, letter.start, letter.end):
            shown = f"({shown})"
        tokens.append((letter.start, letter.end, shown))
    tokens += [(match.start(), match.end(), "$") for match in _TOKEN.finditer(text) if match["dollar"]]
    pieces, places, at, length = [], [], 0, 0
    for start, end, shown in sorted((start, end, shown) for start, end, shown in tokens if shown):
        pieces += [text[at:start], shown]
        length += start - at + len(shown)
        places.append(_Place(length - len(shown), length, start, end))
        at = end
    return "".join((*pieces, text[at:])), places
