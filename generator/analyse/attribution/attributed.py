"""Attribution of a passage: the sentences around it, and the attributions whose content it can be."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from generator.analyse.attribution.attributor import Attribution, Attributor
from generator.analyse.text.quotation_marks import quotations
from generator.analyse.text.sentences import sentences
from generator.model.briefing import Article
from generator.model.passage import Passage

_ASIDE: Final = re.compile(
    r"(?:^|[,;]\s|\s(?:and|but)\s)\W*(?:even\s)?(?:since|after|before|when|while|although|though|because|until|despite)\s[^,;]*$",
    re.IGNORECASE,
)
"""Start of a subordinate clause that has not ended: what is said in it is not said in the main clause."""

_CLOSING: Final = re.compile(
    r"[,”\"’](?:\s(?!though|although|while|but|and|whereas|because|since|after|when|who|which|that)[\w.’'-]+){0,5}\s*$"
)
"""End of a clause: a comma or mark, and no more than titles after it: ", harbour master"."""

_BREAK: Final = re.compile(r";|,\s(?:while|whereas|but|and|though|although|yet)\s")

_TRAILING: Final = 6
"""Limit of the words after an attribution that closes its sentence: ", she said on Monday in Oslo."."""


@dataclass(frozen=True)
class Context:
    """Sentences around a passage, by start and end: its own, the one before and the one after."""

    own: tuple[tuple[int, int], ...]
    before: tuple[tuple[int, int], ...]
    after: tuple[tuple[int, int], ...]

    def text(self, article: Article) -> str:
        """Returns the words of all these sentences."""
        places = (*self.before, *self.own, *self.after)
        return " ".join(article.text[start:end] for start, end in places)


def attribution_of(
    attributor: Attributor,
    article: Article,
    passage: Passage,
    speakers: Collection[str],
    *,
    spoken: bool,
    passed_on: bool,
) -> Attribution | None:
    """Finds the attribution of a passage to one of the speakers; None where nothing gives it to them.

    Of several in its sentence, the first whose cue stands in the passage counts, else the last before it,
    else the first after it. Where its own sentence has no attribution that it can be the content of, those of
    the neighbouring sentences count whose content may go on.

    Args:
        attributor: the article's.
        speakers: ids of actors.
        spoken: whether the passage stands in quotation marks.
        passed_on: whether somebody passed the words on, so that they may be attributed within an attribution:
            "Arnesen said that the council denies it".
    """
    around = context_of(article, passage)
    candidates = _candidates(attributor, article.text, around, passage, spoken)
    fitting = [found for found in candidates if _fits(found, speakers, passed_on)]
    if candidates:
        return _nearest(fitting, passage)
    for start, end in (*around.before, *(around.after if spoken else ())):
        for found in attributor.within(start, end):
            if (spoken or found.carries) and _fits(found, speakers, passed_on):
                return found
    return None


def stands_with(attribution: Attribution, article: Article, passage: Passage) -> bool:
    """Tests whether an attribution is in a sentence of the passage; one in a neighbour tells no verb."""
    return any(start <= attribution.start < end for start, end in context_of(article, passage).own)


def _fits(attribution: Attribution, speakers: Collection[str], passed_on: bool) -> bool:
    return not attribution.sources.isdisjoint(speakers) and (passed_on or not attribution.nested)


def _nearest(attributions: list[Attribution], passage: Passage) -> Attribution | None:
    inside = [found for found in attributions if passage.start <= _cue_start(found) < passage.end]
    before = [found for found in attributions if _cue_start(found) < passage.start]
    return next(iter((*inside, *reversed(before), *attributions)), None)


def _cue_start(attribution: Attribution) -> int:
    return attribution.cue_start if attribution.cue else attribution.start


def _candidates(
    attributor: Attributor, text: str, around: Context, passage: Passage, spoken: bool
) -> list[Attribution]:
    """Finds the attributions in the passage's own sentences whose content the passage can be."""
    own = [
        attribution
        for start, end in around.own
        for attribution in attributor.within(start, end)
        if spoken or _governs(text, (start, end), attribution, passage)
    ]
    if spoken or not any(attribution.end <= passage.start for attribution in own):
        return own
    own = [attribution for attribution in own if attribution.start < passage.end]
    return [
        attribution
        for attribution in own
        if not any(_is_cut_off(text, attribution, other, passage) for other in own)
    ]


def _governs(text: str, sentence: tuple[int, int], attribution: Attribution, passage: Passage) -> bool:
    """Tests whether the article's own prose at the passage can be the content of the attribution.

    Content follows its cue, except for an attribution that closes the sentence. The content of an attribution
    in a subordinate clause ("Since Arnesen warned of it, the ice has grown") is in that clause.
    """
    start, end = sentence
    if attribution.start >= passage.end:
        rest = re.split("[,;.]", text[attribution.end : end])[0]
        according = text[attribution.start : attribution.end].lower().startswith("according")
        return according or (
            _CLOSING.search(text[start : attribution.start]) is not None and len(rest.split()) <= _TRAILING
        )
    if aside := _ASIDE.search(text[start : attribution.start]):
        closes = re.search("[,;]", text[attribution.end : end])
        ends = attribution.end + closes.start() if closes else end
        return passage.start < ends and passage.end > start + aside.start()
    return True


def _is_cut_off(text: str, attribution: Attribution, other: Attribution, passage: Passage) -> bool:
    """Tests whether a clause with another source begins between an attribution and the passage."""
    return (
        attribution.end <= passage.start
        and other.start > attribution.end
        and other.sources != attribution.sources
        and _BREAK.search(text, attribution.end, min(other.start, passage.start)) is not None
    )


def context_of(article: Article, passage: Passage) -> Context:
    """Finds the sentences of the passage, with the whole quotations that it cuts, and those next to them.

    All are in one paragraph; but a paragraph that is only a quotation may be attributed in the paragraph
    before or after it.
    """
    start, end = passage.start, passage.end
    all_sentences = sentences(article)
    quoted = quotations(article)
    for first, last in quoted:
        if first < end and last > start:
            start, end = min(start, first), max(end, last)
    touched = [at for at, sentence in enumerate(all_sentences) if sentence[0] < end and sentence[1] > start]
    if not touched:
        return Context(((start, end),), (), ())
    low, high = touched[0], touched[-1]
    own = all_sentences[low : high + 1]
    bounds = next(
        (paragraph for paragraph in article.paragraphs if paragraph[0] <= passage.start < paragraph[1]),
        (0, len(article.text)),
    )
    inside = [quotation for quotation in quoted if bounds[0] <= quotation[0] < bounds[1]]
    edges = [bounds[0], *(at for quotation in inside for at in quotation), bounds[1]]
    outside = (article.text[first:last] for first, last in zip(edges[::2], edges[1::2], strict=True))
    alone = not any(char.isalnum() for part in outside for char in part)
    before = all_sentences[max(0, low - 1) : low]
    after = all_sentences[high + 1 : high + 2]
    return Context(
        own,
        tuple(sentence for sentence in before if alone or sentence[0] >= bounds[0]),
        tuple(sentence for sentence in after if alone or sentence[1] <= bounds[1]),
    )
