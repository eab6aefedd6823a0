"""Passage: the place of a quote in its article, as W3C TextPositionSelectors, and its lasting address."""

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum

from generator.model.span import Span


class Speech(StrEnum):
    """Whose words a passage holds, told from the quotation marks around it."""

    SPOKEN = "spoken"
    PART_QUOTED = "part-quoted"
    PARAPHRASE = "paraphrase"
    ARTICLE = "article"


@dataclass(frozen=True)
class Passage:
    """The single place of a quote in its article.

    Attributes:
        article: the article's id.
        segments: start (inclusive) and end (exclusive) of each segment, in code points of the text.
        span: from the first to the last character, in the article's file.
        address: a short hash of the article, the folded words, prefix and suffix, which stays the same when
            the quote moves.
    """

    article: str
    segments: tuple[tuple[int, int], ...]
    span: Span
    address: str

    @property
    def start(self) -> int:
        """Offset of the first code point."""
        return self.segments[0][0]

    @property
    def end(self) -> int:
        """Offset just after the last code point."""
        return self.segments[-1][1]


def address(article: str, segments: tuple[str, ...], prefix: str, suffix: str) -> str:
    """Computes a quote's lasting address: ten hexadecimal digits of the SHA-256 of its folded parts."""
    parts = json.dumps([article, segments, prefix, suffix], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(parts.encode()).hexdigest()[:10]
