"""Check of a claim's speaker: an attribution near its passages names the speaker, and has the cue."""

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
"""Start of a subordinate clause that has not ended: what is said in it is not said in the main clause."""

_CLOSING: Final = re.compile(
    r"[,”\"’](?:\s(?!though|although|while|but|and|whereas|because|since|after|when|who|which|that)[\w.’'-]+){0,5}\s*$"
)
"""End of a clause: a comma or mark, and no more than titles after it: ", harbour master"."""

_BREAK: Final = re.compile(r";|,\s(?:while|whereas|but|and|though|although|yet)\s")

_TRAILING: Final = 6
"""Limit of the words after an attribution that closes its sentence: ", she said on Monday in Oslo."."""


@dataclass(frozen=True)
class _Context:
    """Sentences around a passage, by start and end: its own, the one before and the one after."""

    own: tuple[tuple[int, int], ...]
    before: tuple[tuple[int, int], ...]
    after: tuple[tuple[int, int], ...]

    def text(self, article: Article) -> str:
        places = (*self.before, *self.own, *self.after)
        return " ".join(article.text[start:end] for start, end in places)


def check_voice(anchored: AnchoredBriefing) -> list[Diagnostic]:
    """Reports claims whose speaker or cue does not fit the sentences around their passages.

    A hint is given for each claim that no attribution near its passages gives to its speaker; for each cue,
    or description of an unnamed speaker, that is not near; and for each claim of the article's own voice
    that stands in quotation marks. Attributions are looked for in English articles only. Withdrawn claims
    are skipped.
    """
    briefing = anchored.briefing
    attributors = {id: Attributor(article, briefing.actors) for id, article in briefing.articles.items()}
    problems: list[Diagnostic] = []
    for claim in briefing.summary.claims:
        quotes = anchored.quotes[claim.id]
        if claim.withdrawn or not quotes or quotes[0].claim is not claim:
            continue
        contexts = [(quote, _context_of(quote.article, quote.passage)) for quote in quotes]
        problems += _unattributed(briefing, attributors, claim, contexts)
        if len(quotes) == len(claim.evidence):  # the quote that was not found may have the words
            text = "\n".join(context.text(quote.article) for quote, context in contexts)
            for field, words in (("cue", claim.cue), ("described_as", claim.described_as)):
                if words and not _has_words(text, words):
                    problems.append(problem("cue-not-near", claim.at(field), field=field, words=words))
        for quote in quotes:
            if claim.by == (ARTICLE_VOICE,) and quote.speech is Speech.SPOKEN:
                span = quote.passage.span
                problems.append(problem("voice-in-marks", claim.at("by"), path=span.path, line=span.line))
                break
    return problems


def _unattributed(
    briefing: Briefing,
    attributors: Mapping[str, Attributor],
    claim: Claim,
    contexts: list[tuple[Quote, _Context]],
) -> Iterator[Diagnostic]:
    """Reports a claim once, for the first of its quotes that nothing attributes to one of its speakers."""
    speakers = frozenset(claim.by) - RESERVED_SPEAKERS
    if not speakers or not speakers <= briefing.actors.keys():
        return
    for quote, context in contexts:
        article = quote.article
        english = article.primary_language == "en"
        if not english or _is_author(article, briefing, speakers):
            continue
        if not _is_attributed(article, attributors[article.id], quote, context, speakers, bool(claim.via)):
            names = " and ".join(briefing.actors[id].name for id in claim.by)
            span = quote.passage.span
            by_span = claim.at("by")
            yield problem("no-attribution-nearby", by_span, speaker=names, path=span.path, line=span.line)
            return


def _is_attributed(
    article: Article,
    attributor: Attributor,
    quote: Quote,
    context: _Context,
    speakers: frozenset[str],
    passed_on: bool,
) -> bool:
    """Tests whether an attribution that can have the passage as content is to one of the speakers."""
    spoken = quote.speech is Speech.SPOKEN
    text, passage = article.text, quote.passage
    own = [
        attribution
        for start, end in context.own
        for attribution in attributor.within(start, end)
        if spoken or _governs(text, (start, end), attribution, passage)
    ]
    if not spoken and any(attribution.end <= passage.start for attribution in own):
        own = [attribution for attribution in own if attribution.start < passage.end]
        own = [
            attribution
            for attribution in own
            if not any(_is_cut_off(text, attribution, other, passage) for other in own)
        ]
    if own:
        return any(
            attribution.sources & speakers and (passed_on or not attribution.nested) for attribution in own
        )
    for start, end in (*context.before, *(context.after if spoken else ())):
        for attribution in attributor.within(start, end):
            if (
                attribution.sources & speakers
                and (spoken or attribution.carries)
                and (passed_on or not attribution.nested)
            ):
                return True
    return False


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


def _is_author(article: Article, briefing: Briefing, speakers: frozenset[str]) -> bool:
    """Tests whether a speaker wrote or published the article, so that all of it is attributed."""
    # A statement, speech or letter names its speaker as author or publisher.
    by = f"{article.descriptor.author or ''}\n{article.descriptor.publisher or ''}"
    return any(
        _has_words(by, name)
        for id in speakers
        for name in (briefing.actors[id].name, *briefing.actors[id].aliases)
    )


def _has_words(text: str, words: str) -> bool:
    """Tests whether ``words`` stand in ``text`` as whole words, ignoring case and folded differences."""

    def stand(words: str, text: str) -> bool:
        return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE) is not None

    # Folding is slow, and most words are found without it.
    return stand(words, text) or stand(fold(words), fold(text))


def _context_of(article: Article, passage: Passage) -> _Context:
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
        return _Context(((start, end),), (), ())
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
    return _Context(
        own,
        tuple(sentence for sentence in before if alone or sentence[0] >= bounds[0]),
        tuple(sentence for sentence in after if alone or sentence[1] <= bounds[1]),
    )
