"""Claims held to the voice of their passages: who is said to speak near them, and by which verb."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.analyse.quotes.anchored import AnchoredBriefing, Quote
from generator.analyse.text.attribution import Attribution, Attributor
from generator.analyse.text.fold import fold
from generator.analyse.text.quotation_marks import quotations
from generator.analyse.text.sentences import sentences
from generator.model.briefing import ARTICLE_VOICE, RESERVED_SPEAKERS, Article, Briefing
from generator.model.diagnostics import Diagnostic, problem
from generator.model.entries import Claim
from generator.model.passage import Passage, Speech

_ASIDE: Final = re.compile(
    r"(?:^|[,;]\s|\s(?:and|but)\s)\W*(?:even\s)?(?:since|after|before|when|while|although|though|because|until|despite)\s[^,;]*$",
    re.IGNORECASE,
)
"""A clause on the side has begun, and not ended: what is said in it is not said in the main clause."""

_CLOSING: Final = re.compile(
    r"[,”\"’](?:\s(?!though|although|while|but|and|whereas|because|since|after|when|who|which|that)[\w.’'-]+){0,5}\s*$"
)
"""A comma or mark, and no more than titles after it: ", harbour master"."""

_BREAK: Final = re.compile(r";|,\s(?:while|whereas|but|and|though|although|yet)\s")

_TRAILING: Final = 6
"""At most so many words follow an attribution that closes its sentence: ", she said on Monday in Oslo."."""


@dataclass(frozen=True)
class _Near:
    """The sentences about a passage, each by its start and end: its own, the one before and the one after."""

    own: tuple[tuple[int, int], ...]
    before: tuple[tuple[int, int], ...]
    after: tuple[tuple[int, int], ...]

    def text(self, article: Article) -> str:
        places = (*self.before, *self.own, *self.after)
        return " ".join(article.text[start:end] for start, end in places)


def check_voice(anchored: AnchoredBriefing) -> list[Diagnostic]:
    """A hint at each claim of an actor that nothing near its passage attributes to that actor; at each cue,
    and description of an unnamed speaker, that is not near; and at what the article is made to say in marks.

    Attribution is looked for in English articles only. Withdrawn claims are left alone.
    """
    briefing = anchored.briefing
    attributors = {id: Attributor(article, briefing.actors) for id, article in briefing.articles.items()}
    told: list[Diagnostic] = []
    for claim in briefing.summary.claims:
        quotes = anchored.quotes[claim.id]
        if claim.withdrawn or not quotes or quotes[0].claim is not claim:
            continue
        near = [(quote, _near(quote.article, quote.passage)) for quote in quotes]
        told += _unattributed(briefing, attributors, claim, near)
        if len(quotes) == len(claim.evidence):  # the quote that was not found may have the words
            text = "\n".join(about.text(quote.article) for quote, about in near)
            for field, words in (("cue", claim.cue), ("described_as", claim.described_as)):
                if words and not _has(text, words):
                    told.append(problem("cue-not-near", claim.at(field), field=field, words=words))
        for quote in quotes:
            if claim.by == (ARTICLE_VOICE,) and quote.speech is Speech.SPOKEN:
                span = quote.passage.span
                told.append(problem("voice-in-marks", claim.at("by"), path=span.path, line=span.line))
                break
    return told


def _unattributed(
    briefing: Briefing, attributors: Mapping[str, Attributor], claim: Claim, near: list[tuple[Quote, _Near]]
) -> Iterator[Diagnostic]:
    """One hint a claim, for the first of its quotes that nothing attributes to one of its speakers."""
    speakers = frozenset(claim.by) - RESERVED_SPEAKERS
    if not speakers or not speakers <= briefing.actors.keys():
        return
    for quote, about in near:
        article = quote.article
        english = article.primary_language == "en"
        if not english or _writes_itself(article, briefing, speakers):
            continue
        if not _attributed(article, attributors[article.id], quote, about, speakers, bool(claim.via)):
            names = " and ".join(briefing.actors[id].name for id in claim.by)
            span = quote.passage.span
            place = claim.at("by")
            yield problem("no-attribution-nearby", place, speaker=names, path=span.path, line=span.line)
            return


def _attributed(
    article: Article,
    attributor: Attributor,
    quote: Quote,
    about: _Near,
    speakers: frozenset[str],
    passed_on: bool,
) -> bool:
    """Whether an attribution near the passage, which it can have as content, is to one of the speakers."""
    spoken = quote.speech is Speech.SPOKEN
    text, passage = article.text, quote.passage
    own = [
        one
        for start, end in about.own
        for one in attributor.within(start, end)
        if spoken or _governs(text, (start, end), one, passage)
    ]
    if not spoken and any(one.end <= passage.start for one in own):
        own = [one for one in own if one.start < passage.end]
        own = [one for one in own if not any(_cut_off(text, one, other, passage) for other in own)]
    if own:
        return any(one.sources & speakers and (passed_on or not one.nested) for one in own)
    for start, end in (*about.before, *(about.after if spoken else ())):
        for one in attributor.within(start, end):
            if one.sources & speakers and (spoken or one.carries) and (passed_on or not one.nested):
                return True
    return False


def _governs(text: str, sentence: tuple[int, int], one: Attribution, passage: Passage) -> bool:
    """Whether what the article's own prose has at the passage can be the content of ``one``.

    Content follows its cue, but for an attribution that closes the sentence; and what is said in a clause on
    the side ("Since Arnesen warned of it, the ice has grown") is said in that clause.
    """
    start, end = sentence
    if one.start >= passage.end:
        rest = re.split("[,;.]", text[one.end : end])[0]
        according = text[one.start : one.end].lower().startswith("according")
        return according or (
            _CLOSING.search(text[start : one.start]) is not None and len(rest.split()) <= _TRAILING
        )
    if aside := _ASIDE.search(text[start : one.start]):
        closes = re.search("[,;]", text[one.end : end])
        ends = one.end + closes.start() if closes else end
        return passage.start < ends and passage.end > start + aside.start()
    return True


def _cut_off(text: str, one: Attribution, other: Attribution, passage: Passage) -> bool:
    """Whether another clause, with a source of its own, has begun between an attribution and the passage."""
    return (
        one.end <= passage.start
        and other.start > one.end
        and other.sources != one.sources
        and _BREAK.search(text, one.end, min(other.start, passage.start)) is not None
    )


def _writes_itself(article: Article, briefing: Briefing, speakers: frozenset[str]) -> bool:
    """Whether a speaker wrote or published the article: all of it is attributed then."""
    # Its own statement, speech or letter.
    by = f"{article.descriptor.author or ''}\n{article.descriptor.publisher or ''}"
    return any(
        _has(by, name) for id in speakers for name in (briefing.actors[id].name, *briefing.actors[id].aliases)
    )


def _has(text: str, words: str) -> bool:
    """Whether ``words`` stand in ``text`` as whole words, however they are folded and capitalised."""

    def stand(words: str, text: str) -> bool:
        return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE) is not None

    # Folding takes most of the time, and most words are found without.
    return stand(words, text) or stand(fold(words), fold(text))


def _near(article: Article, passage: Passage) -> _Near:
    """The sentences of the passage, with all of the quotations that they cut, and those next to them.

    They are of one paragraph; but a paragraph that is a quotation and nothing else may be attributed in the
    one before or after it.
    """
    start, end = passage.start, passage.end
    of_article = sentences(article)
    marks = quotations(article)
    for first, last in marks:
        if first < end and last > start:
            start, end = min(start, first), max(end, last)
    touched = [at for at, one in enumerate(of_article) if one[0] < end and one[1] > start]
    if not touched:
        return _Near(((start, end),), (), ())
    low, high = touched[0], touched[-1]
    own = of_article[low : high + 1]
    whole = next(
        (one for one in article.paragraphs if one[0] <= passage.start < one[1]), (0, len(article.text))
    )
    inside = [one for one in marks if whole[0] <= one[0] < whole[1]]
    edges = [whole[0], *(at for one in inside for at in one), whole[1]]
    outside = (article.text[one:other] for one, other in zip(edges[::2], edges[1::2], strict=True))
    alone = not any(char.isalnum() for part in outside for char in part)
    before = of_article[max(0, low - 1) : low]
    after = of_article[high + 1 : high + 2]
    return _Near(
        own,
        tuple(one for one in before if alone or one[0] >= whole[0]),
        tuple(one for one in after if alone or one[1] <= whole[1]),
    )
