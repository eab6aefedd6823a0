"""Lines into paragraphs: wrapped lines are joined, and words that a line's end parts."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from generator.edit.imports.text.mend import Mended

_ENDS_SENTENCE: Final = re.compile(r"[.!?…。！？؟।։:]['\"”’»)\]』」]*$")
_CUT: Final = re.compile(r"([^\W\d_]+)[-‐\u00ad]$")
_FIRST_WORD: Final = re.compile(r"[^\W\d_]+")
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_BULLET: Final = re.compile(r"(?:[-*•‣▪·–]|\d{1,2}[.)])\s")
_BLANK: Final = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)*\n")

_NARROWEST: Final = 30
"""Least width, in characters, of a text that counts as wrapped; below it, lines are those of a list."""


def ends_sentence(text: str) -> bool:
    """Tests whether a line ends with what ends a sentence, or with a colon."""
    return _ENDS_SENTENCE.search(text.rstrip()) is not None


@dataclass
class Joiner:
    """Joins lines that belong to one paragraph.

    Attributes:
        words: the words of the whole text, in small letters, by which a hyphen at a line's end is judged.
        mended: where each join is counted.
        doubtful: words whose hyphen was taken out although nothing else in the text says so.
    """

    words: frozenset[str]
    mended: Mended
    doubtful: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, lines: Sequence[str], mended: Mended) -> "Joiner":
        """Makes the joiner of a text."""
        return cls(frozenset(word.lower() for line in lines for word in _WORD.findall(line)), mended)

    def join(self, lines: Sequence[str]) -> str:
        """Joins the lines of one paragraph."""
        text = ""
        for line in (line.strip() for line in lines):
            if not text or not line:
                text += line
                continue
            self.mended["line ends within paragraphs"] += 1
            cut, following = _CUT.search(text), _FIRST_WORD.match(line)
            if cut and following:
                text = text[: cut.end() - 1] + self._hyphen(cut[1], following[0]) + line
            elif text[-1] in "-‐/" and not text.endswith(("--", " -")) and line[0].isalnum():
                text += line
            else:
                text += line if _is_wide(text[-1]) and _is_wide(line[0]) else f" {line}"
        return text

    def _hyphen(self, before: str, after: str) -> str:
        """Returns what joins two parts of a word: a hyphen that belongs to it, or nothing."""
        whole, parted = f"{before}{after}".lower(), f"{before}-{after}".lower()
        if after[0].isupper() or (parted in self.words and whole not in self.words):
            return "-"
        self.mended["hyphens at a line's end"] += 1
        if whole not in self.words:
            self.doubtful.append(f"{before}{after}")
        return ""

    def remarks(self) -> list[str]:
        """Says which words to look at."""
        if not self.doubtful:
            return []
        some = ", ".join(dict.fromkeys(self.doubtful[:12])) + (" …" if len(self.doubtful) > 12 else "")
        return [f"Hyphens at a line's end were taken out of these words; put back those that belong: {some}."]


def paragraphs_of(text: str, mended: Mended) -> tuple[list[str], list[str]]:
    """Parts a plain text into paragraphs, at blank lines and, where it isn't wrapped, at each line's end.

    Returns:
        the paragraphs, and remarks.
    """
    blocks = [
        [line for line in block.split("\n") if line.strip()] for block in _BLANK.split(text) if block.strip()
    ]
    lines = [line for block in blocks for line in block]
    width = _wrapped_width(blocks)
    if not width:
        return [line.strip() for line in lines], []
    joiner = Joiner.of(lines, mended)
    paragraphs: list[str] = []
    for block in blocks:
        start = 0
        for at, (line, following) in enumerate(pairwise(block), 1):
            is_short = fits(line, following, width)
            if (is_short and ends_sentence(line)) or (
                _BULLET.match(following.lstrip()) and (is_short or ends_sentence(line))
            ):
                paragraphs.append(joiner.join(block[start:at]))
                start = at
        paragraphs.append(joiner.join(block[start:]))
    return paragraphs, joiner.remarks()


def _wrapped_width(blocks: Sequence[Sequence[str]]) -> int:
    """Finds the width at which a text is wrapped; 0 where it is not.

    A line was wrapped where the next word would not have fitted. Most line ends within blocks of a wrapped
    text are such, and some of them end no sentence.
    """
    pairs = [pair for block in blocks for pair in pairwise(block)]
    if not pairs:
        return 0
    lengths = sorted(len(line.rstrip()) for line, _ in pairs)
    width = lengths[int(0.95 * (len(lengths) - 1))]
    full = [line for line, following in pairs if not fits(line, following, width)]
    going_on = any(not ends_sentence(line) for line in full)
    return width if width >= _NARROWEST and going_on and 2 * len(full) >= len(pairs) else 0


def fits(line: str, following: str, width: float) -> bool:
    """Tests whether the first word of the next line would have fitted on this one."""
    following = following.strip()
    word = 1 if _is_wide(following[0]) else len(following.split()[0]) + 1
    return len(line.rstrip()) + word <= width


def _is_wide(char: str) -> bool:
    """Tests whether a character is one of a script without spaces, as in Chinese and Japanese."""
    return unicodedata.east_asian_width(char) in ("W", "F")
