"""Whose words a passage holds, worked out from the quotation marks around it.

How it is told, and where it can be wrong, stands in DESIGN.md under "Speech".
"""

from collections.abc import Iterator
from typing import Final

from generator.model.briefing import ARTICLE_VOICE, Article
from generator.model.entries import Claim
from generator.model.passage import Passage, Speech

_CLOSING: Final = {"“": "”", "„": "“”", "«": "»", '"': '"', "‘": "’"}


def speech(article: Article, claim: Claim, passage: Passage) -> Speech:
    """The kind of speech: spoken words, part-quoted, paraphrase, or the article's own voice.

    Letters and digits decide: all of the passage's inside quotation marks is spoken, some is
    part-quoted, none is paraphrase, or the article's own voice where the claim is its own.
    """
    quoted = quotations(article)
    inside = outside = 0
    for start, end in passage.segments:
        for offset in range(start, end):
            if article.text[offset].isalnum():
                if any(first <= offset < last for first, last in quoted):
                    inside += 1
                else:
                    outside += 1
    if inside:
        return Speech.PART_QUOTED if outside else Speech.SPOKEN
    return Speech.ARTICLE if claim.by == (ARTICLE_VOICE,) else Speech.PARAPHRASE


def quotations(article: Article) -> tuple[tuple[int, int], ...]:
    """Start and end (exclusive), in code points, of what stands between quotation marks."""
    found: list[tuple[int, int]] = []
    for index, (start, end) in enumerate(article.paragraphs):
        following = article.paragraphs[index + 1 : index + 2]
        goes_on = bool(following) and article.text[following[0][0]] in _CLOSING
        found.extend(_in_paragraph(article.text, start, end, goes_on))
    return tuple(found)


def _in_paragraph(text: str, start: int, end: int, goes_on: bool) -> Iterator[tuple[int, int]]:
    """The quotations of one paragraph.

    A quotation left open counts only where the next paragraph opens with a mark again, as print does
    for a speech of several paragraphs; otherwise the mark is taken for a slip and quotes nothing, for
    a paraphrase told as somebody's own words is the worse error.
    """
    opened = -1
    for offset in range(start, end):
        char = text[offset]
        if opened < 0:
            if char in _CLOSING and _opens(text, offset, start):
                opened = offset
        elif char in _CLOSING[text[opened]] and _closes(text, offset, end):
            yield opened + 1, offset
            opened = -1
    if opened >= 0 and goes_on:
        yield opened + 1, end


def _opens(text: str, offset: int, start: int) -> bool:
    """Only a single mark is in doubt: after a letter it is an apostrophe."""
    return text[offset] != "‘" or offset == start or not text[offset - 1].isalnum()


def _closes(text: str, offset: int, end: int) -> bool:
    """Only a single mark is in doubt: before a letter it is an apostrophe."""
    return text[offset] != "’" or offset + 1 >= end or not text[offset + 1].isalnum()
