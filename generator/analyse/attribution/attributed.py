"""Attribution of a passage: the sentences around it, and the attributions whose content it can be."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from generator.analyse.attribution.attributor import Attribution, Attributor
from generator.analyse.languages.english_cues import UTTERING
from generator.analyse.text.quotation_marks import quotations
from generator.analyse.text.sentences import sentences
from generator.model.briefing import Article
from generator.model.passage import Passage

_ASIDE: Final = re.compile(
    r"(?:^|[,;]\s|\s(?:and|but)\s)\W*(?:even\s)?(?:since|after|before|when|while|although|though|because|until"
    r"|despite)\s[^,;]*$",
    re.IGNORECASE,
)
"""Start of a subordinate clause that has not ended: what is said in it is not said in the main clause."""

_BREAK: Final = re.compile(r"[;:]|,\s(?:while|whereas|but|and|though|although|yet)\s")
"""Start of a clause that may have another source."""

_OWN_CLAUSE: Final = re.compile(
    r";|,\s(?:while|whereas)\s|,?\s(?:and|but)\s(?:I|we|my|our)\s|,\s(?:and|but|then)\s(?:\w+ly\s)?\w+ed\s"
    r"|,\swho(?:se)?\s|(?<=[a-z]{4})[.!?]\s(?=[A-Z])"
)
"""Start of a clause that is the article's own, whoever speaks before it."""

_AFTER_WORDS: Final = re.compile(
    r"\0\W*\s(?:which|who|whose|where|and|but|as|though|although|while|before|after|when|since|to)\s"
)
"""Start of what follows quoted words and is not part of the speech."""

_AFTER_DEED: Final = re.compile(r",\s(?:although|though|and|but|which|as|after|when|where|who)\s|\swhile\s")
"""Start of what follows an attitude, such as "wants", and is not part of it."""

_RESUMED: Final = re.compile(
    r"[^,;:]{0,90},\s(?!(?:who|which|whose|where|while|as|after|when|and|but|in|\w+ing|to)\s)", re.IGNORECASE
)
"""End of what is set into a speech: "The ice, she said on Monday, has grown"."""

_APPOSITION: Final = re.compile(r"[^,;:]{0,90},\s(?:an?|the|his|her|its|their|\d+)(?!\w)", re.IGNORECASE)

_GOES_ON: Final = re.compile(
    r"(?<!\w)(?:would|wouldn[’']t|should|shouldn[’']t|could|couldn[’']t|might|must)(?!\w)"
    r"|^\W*(?:It|He|She|They|There|This|That)\shad(?:n[’']t)?\s|^\W*(?:It|He|She|They)\s(?:also\s)?will\s"
)
"""Words by which a sentence shows that it goes on with a speech; "had" does so only after a pronoun."""

_MYSELF: Final = re.compile(r"(?<![\w’'])(?:I|we|my|our)(?!\w)", re.IGNORECASE)

_REACH: Final = 12
"""Number of sentences before quoted words in which the attribution of their paragraph is looked for."""


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
    found = attributions_around(attributor, article, passage, spoken=spoken)
    return nearest_of([one for one in found if _fits(one, speakers, passed_on)], passage)


def is_own_text(
    attributor: Attributor, article: Article, passage: Passage, speakers: Collection[str], *, spoken: bool
) -> bool:
    """Tests whether a speaker wrote or published the article, and nothing gives the passage to another.

    A statement, speech or letter names its speaker as author or publisher.
    """
    return not attributor.authors.isdisjoint(speakers) and not any(
        one.described or one.sources
        for one in attributions_around(attributor, article, passage, spoken=spoken)
    )


def stands_with(attribution: Attribution, article: Article, passage: Passage) -> bool:
    """Tests whether an attribution is in a sentence of the passage; one in a neighbour tells no verb."""
    return any(start <= attribution.start < end for start, end in context_of(article, passage).own)


def _fits(attribution: Attribution, speakers: Collection[str], passed_on: bool) -> bool:
    return not attribution.sources.isdisjoint(speakers) and (passed_on or not attribution.nested)


def nearest_of(attributions: list[Attribution], passage: Passage) -> Attribution | None:
    """Returns the first whose cue stands in the passage, else the last before it, else the first after it."""
    inside = [found for found in attributions if passage.start <= _cue_start(found) < passage.end]
    before = [found for found in attributions if _cue_start(found) < passage.start]
    return next(iter((*inside, *reversed(before), *attributions)), None)


def _cue_start(attribution: Attribution) -> int:
    return attribution.cue_start if attribution.cue else attribution.start


def attributions_around(
    attributor: Attributor, article: Article, passage: Passage, *, spoken: bool
) -> list[Attribution]:
    """Finds the attributions whose content the passage can be, in its own sentences or next to them."""
    around = context_of(article, passage)
    own = [found for place in around.own for found in attributor.within(*place)]
    if spoken:
        if own:
            return _of_quoted(attributor.text, own, passage)
        return _of_paragraph(attributor, article, around, passage)
    governing = [
        found
        for place in around.own
        for found in attributor.within(*place)
        if _governs(attributor.text, place, found, passage)
    ]
    if governing or own:
        return [
            one
            for one in governing
            if not any(_is_cut_off(attributor.text, one, other, passage) for other in own)
        ]
    before = [found for place in around.before for found in attributor.within(*place)]
    if before and before[-1].carries and _goes_on(attributor.text, around, before[-1]):
        return before[-1:]
    return []


def _of_quoted(text: str, own: list[Attribution], passage: Passage) -> list[Attribution]:
    """Leaves those of a sentence's attributions whose content words in quotation marks can be."""
    start, end = passage.start, passage.end
    while end < len(text) and not text[end : end + 1].isalnum() and text[end] in "\0”\"’' ,":
        end += 1
    closing = [one for one in own if one.closes and passage.end <= one.start <= end + 4]
    closing = [one for one in closing if not any(char.isalnum() for char in text[passage.end : one.start])]
    if closing:
        return closing
    turns = [one for one in own if one.turn]
    kept = []
    for one in own:
        rivals = [
            other
            for other in own
            if other.sources != one.sources and not other.nested and not other.turn and other is not one
        ]
        if one.end <= start:
            # The last before the words counts: Steele said it was over, while Mokri called it “a sham”.
            cut = any(
                one.end <= other.start and other.end <= start and _parted(text, one, other)
                for other in rivals
            )
        else:
            cut = one.start >= end and any(
                end <= other.start and other.end <= one.start and _parted(text, other, one)
                for other in rivals
            )
        if not cut:
            kept.append(one)
    return kept or turns


def _parted(text: str, first: Attribution, second: Attribution) -> bool:
    between = text[first.end : second.start]
    return "\0" in between or _BREAK.search(between) is not None or " and " in between


def _of_paragraph(
    attributor: Attributor, article: Article, around: Context, passage: Passage
) -> list[Attribution]:
    """Finds the attributions in the sentences next to a quotation that has none of its own.

    In a paragraph whoever spoke last speaks on, until another speaker is named.
    """
    first = around.own[0][0]
    bounds = next(
        (paragraph for paragraph in article.paragraphs if paragraph[0] <= first < paragraph[1]),
        (first, first),
    )
    earlier = [place for place in sentences(article) if bounds[0] <= place[0] < first]
    for place in reversed(earlier[-_REACH:]):
        if found := attributor.within(*place):
            return found
    return [found for place in (*around.before, *around.after) for found in attributor.within(*place)]


def _goes_on(text: str, around: Context, before: Attribution) -> bool:
    """Tests whether prose shows that it goes on with the speech before it, which is no quotation."""
    sentence = text[around.own[0][0] : around.own[-1][1]]
    ((first, last),) = around.before
    return (
        "\0" not in text[first:last]
        and _GOES_ON.search(sentence) is not None
        and _MYSELF.search(sentence) is None
        and not before.nested
    )


def _governs(text: str, sentence: tuple[int, int], attribution: Attribution, passage: Passage) -> bool:
    """Tests whether the article's own prose at the passage can be the content of the attribution.

    Content follows its cue, except for an attribution that closes it. The content of an attribution in a
    subordinate clause ("Since Arnesen warned of it, the ice has grown") is in that clause.
    """
    start, end = sentence
    if attribution.turn:
        return True
    if attribution.until >= 0 and passage.start >= attribution.until:
        return False
    cue = _cue_start(attribution)
    if attribution.closes:
        if passage.start < attribution.start:
            return True
        between = text[attribution.end : passage.start]
        inverted = attribution.start == attribution.cue_start
        if passage.end > attribution.start and passage.start <= attribution.end:
            return True
        if (
            inverted
            and _APPOSITION.match(text, attribution.end, end)
            and "according" not in attribution.cue.lower()
        ):
            return False
        resumed = _RESUMED.match(text, attribution.end, end)
        return resumed is not None and resumed.end() <= passage.start and _OWN_CLAUSE.search(between) is None
    if passage.end <= (cue if cue > attribution.start else attribution.start):
        return False
    if attribution.cue.lower() in UTTERING and " as " not in text[attribution.end : end]:
        opened = re.search(r"\sthat\s|:", text[attribution.cue_start : end])
        if opened is None and "\0" not in text[passage.start : passage.end]:
            return False
    if aside := _ASIDE.search(text[start : attribution.start]):
        closes = re.search("[,;]", text[attribution.end : end])
        ends = attribution.end + closes.start() if closes else end
        return passage.start < ends and passage.end > start + aside.start()
    between = text[min(attribution.end, passage.start) : passage.start + 1]
    # The clause that the passage begins with counts, so its first words are read too.
    until = text[attribution.end : min(end, passage.start + 12)]
    for pattern in (_OWN_CLAUSE, _AFTER_WORDS, *([] if attribution.carries else [_AFTER_DEED])):
        for match in pattern.finditer(until):
            if attribution.end + match.start() < passage.start or not between:
                return False
    return True


def _is_cut_off(text: str, attribution: Attribution, other: Attribution, passage: Passage) -> bool:
    """Tests whether a clause with another source begins between an attribution and the passage."""
    if other.start < attribution.end or other.sources == attribution.sources or attribution.turn:
        return False
    if not attribution.sources.isdisjoint(other.nested):
        return False
    begins = min(other.start, passage.start)
    if attribution.end <= passage.start and _BREAK.search(text, attribution.end, begins) is not None:
        return True
    return bool(other.sources) and not other.closes and other.start <= passage.start and other.cue != ""


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
