"""Attribution of words in quotation marks: within their sentence, or by what stands around it."""

import re
from typing import Final

from generator.analyse.attribution.antecedents import Attribution
from generator.analyse.attribution.attributor import Attributor
from generator.analyse.attribution.context import Context, has_words
from generator.analyse.text.sentences import sentences
from generator.model.briefing import Article
from generator.model.passage import Passage

_REACH: Final = 12
"""Number of sentences before quoted words in which the attribution of their paragraph is looked for."""


_RELATIVE: Final = re.compile(r",\s(?:who|whose|which|where)\s")
"""Start of what is told of a speaker, in which words in marks are not the speaker's."""


TERM: Final = 3
"""Number of words of the longest term in marks, which may be nobody's."""

_SHOWN: Final = re.compile(
    r"(?:called|dubbed|entitled|labelled|marked|named|reading|saying|titled)\s[“\"‘']?$", re.IGNORECASE
)
"""What shows that words in marks stand on a thing, or name it."""


def of_quoted(text: str, own: list[Attribution], passage: Passage) -> list[Attribution]:
    """Leaves those of a sentence's attributions whose content words in quotation marks can be.

    It is the one that closes them (“…,” said X), else the last before them, else the first after them. What
    is nested in it counts with it, as the words may have been passed on.
    """
    first, last = _stretch(text, passage)
    closing = [one for one in own if one.closes and last <= one.start <= last + 4]
    closing = [one for one in closing if not any(char.isalnum() for char in text[last : one.start])]
    if closing:
        return closing
    usable = [one for one in own if not one.turn and not (0 <= one.until < first)]
    outer = [one for one in usable if not one.nested]
    before = [one for one in outer if one.end <= first]
    after = [one for one in outer if one.start >= last]
    inside = [one for one in outer if one not in before and one not in after]
    if before and before[-1].closes and _RELATIVE.search(text, before[-1].end, first):
        before = []
    nearest = before[-1:] or inside[:1] or after[:1]
    # Whoever passed it on may be the speaker of what another is said to have said.
    nested = [one for one in usable if one.nested and any(one.nested == near.sources for near in nearest)]
    same = [one for one in outer if any(one.sources == near.sources for near in nearest)]
    return [one for one in own if one in nested or one in same] or [one for one in own if one.turn]


def _stretch(text: str, passage: Passage) -> tuple[int, int]:
    """Returns start and end of the marked words around a passage, with the marks that close them."""
    first, last = passage.start, passage.end
    while first > 0 and text[first - 1] == "\0":
        first -= 1
    while last < len(text) and not text[last].isalnum() and text[last] in "\0”\"’' ,.?!":
        last += 1
    return first, last


def bare_quoted(
    attributor: Attributor, article: Article, around: Context, passage: Passage
) -> list[Attribution]:
    """Finds the attributions around a quotation that has none in its sentence.

    In a paragraph whoever spoke last speaks on, until another speaker is named. Where nobody spoke, those
    count who are the subject of the sentence before it, or of the one after.
    """
    if found := speaking_last(attributor, article, around):
        return found
    earlier = _earlier(article, around)
    alone = all(_is_bare(attributor.text[slice(*place)]) for place in around.own)
    for place in reversed(earlier if alone else []):
        if subject := attributor.subject_of(*place):
            return [subject]
    clause = len(article.text[passage.start : passage.end].split()) > TERM
    if clause and not alone and not _SHOWN.search(attributor.text, max(0, passage.start - 40), passage.start):
        subjects = [attributor.subject_of(*place) for place in around.own]
        if persons := [one for one in subjects if one and one.sources <= attributor.persons]:
            return persons  # Arnesen signed off with “see you”
    before = _before(attributor, article, around)
    introduced = any(attributor.text[slice(*place)].rstrip().endswith(":") for place in before)
    places = before if introduced else (*before, *around.after)
    if found := [one for place in places for one in attributor.within(*place)]:
        return found
    return [one for place in places if alone and (one := attributor.subject_of(*place))]


def speaking_last(attributor: Attributor, article: Article, around: Context) -> list[Attribution]:
    """Finds the attributions of the last sentence before, in the paragraph, that has any."""
    places = reversed(_earlier(article, around))
    return next((found for place in places if (found := attributor.within(*place))), [])


def _earlier(article: Article, around: Context) -> list[tuple[int, int]]:
    """Returns the sentences before, in the same paragraph."""
    first = around.own[0][0]
    bounds = next(
        (paragraph for paragraph in article.paragraphs if paragraph[0] <= first < paragraph[1]),
        (first, first),
    )
    return [place for place in sentences(article) if bounds[0] <= place[0] < first][-_REACH:]


def _before(attributor: Attributor, article: Article, around: Context) -> tuple[tuple[int, int], ...]:
    """Returns the sentence before, past paragraphs that are quotations and no more."""
    before = around.before
    all_sentences = sentences(article)
    for _ in range(_REACH):
        if not before or attributor.within(*before[0]) or not _is_bare(attributor.text[slice(*before[0])]):
            break
        at = all_sentences.index(before[0])
        before = all_sentences[max(0, at - 1) : at]
    return tuple(before)


def _is_bare(text: str) -> bool:
    return "\0" in text and not has_words(text)
