"""Sources whose text changed under its quotes: words before and after, and the claims that rest on them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Literal

from rapidfuzz import fuzz

from generator.analyse.findings.findings import Findings
from generator.analyse.quotes.anchored import Quote
from generator.analyse.text.fold import fold, fold_quote
from generator.analyse.text.sentences import around, sentences
from generator.model.briefing import Article

Aspect = Literal["words", "speech", "attribution", "cue", "sentence"]
"""What changed of a passage: its words, their kind of speech, whose they are, the verb, what is around."""

_LIKE: Final = 50.0
"""Likeness, of 100, above which two quotes are versions of the same."""

_PUBLISHED: Final = ("published", "archived")


@dataclass(frozen=True)
class Rewording:
    """Sentences of a source before and after.

    Attributes:
        line: the line of the file in which they begin, as it is; of those that went, as it was.
        before: as they were; empty for new ones.
        after: as they are; empty for those that went.
    """

    line: int
    before: str
    after: str


@dataclass(frozen=True)
class ChangedPassage:
    """A passage of a claim of which something changed, though the claim itself may stand as it was.

    Attributes:
        claim: the claim's id.
        aspects: what changed.
        before: its quote, as it was.
        after: its quote, as it is; None where its words don't stand in the source any more.
    """

    claim: str
    aspects: tuple[Aspect, ...]
    before: Quote
    after: Quote | None


@dataclass(frozen=True)
class ChangedSource:
    """A source whose text or paragraphs changed.

    Attributes:
        id: the article's id.
        was_published: whether readers may have seen the text as it was.
        rewordings: the sentences that differ, in the order of the text; none where only white space does.
        passages: the passages of claims that changed, in the order of the YAML.
    """

    id: str
    was_published: bool
    rewordings: tuple[Rewording, ...]
    passages: tuple[ChangedPassage, ...]


def changed_sources(before: Findings | None, after: Findings | None) -> tuple[ChangedSource, ...]:
    """Finds the sources that differ between two versions of a briefing.

    A source that is new, gone or withdrawn is none of them: no word of it is told.
    """
    return tuple(_changed_sources(before, after)) if before and after else ()


def _changed_sources(before: Findings, after: Findings) -> Iterator[ChangedSource]:
    published = before.briefing.summary.status in _PUBLISHED
    for id, now in after.briefing.articles.items():
        was = before.briefing.articles.get(id)
        if was is None or now.descriptor.withdrawn or not (was.text.strip() and now.text.strip()):
            continue
        same_text = (was.text, was.paragraphs) == (now.text, now.paragraphs)
        if same_text and was.language == now.language:
            continue
        rewordings = () if same_text else tuple(_rewordings(was, now))
        passages = tuple(_changed_passages(id, before, after))
        if rewordings or passages or was.text != now.text:
            yield ChangedSource(id, published, rewordings, passages)


def _rewordings(before: Article, after: Article) -> Iterator[Rewording]:
    old, new = sentences(before), sentences(after)
    texts = [_one_line(before.text, *stretch) for stretch in old]
    others = [_one_line(after.text, *stretch) for stretch in new]
    for tag, a, b, c, d in SequenceMatcher(None, texts, others, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        # As many sentences as before are most likely the same ones.
        pairs = (
            [(a + n, a + n + 1, c + n, c + n + 1) for n in range(b - a)] if b - a == d - c else [(a, b, c, d)]
        )
        for first, last, begin, end in pairs:
            article, stretch = (after, new[begin]) if begin < end else (before, old[first])
            line = article.span(*stretch).line
            yield Rewording(line, " ".join(texts[first:last]), " ".join(others[begin:end]))


def _changed_passages(article: str, before: Findings, after: Findings) -> Iterator[ChangedPassage]:
    for claim in after.briefing.summary.claims:
        if claim.withdrawn is not None:
            continue
        free = [quote for quote in after.quotes.get(claim.id, ()) if quote.article.id == article]
        for was in before.quotes.get(claim.id, ()):
            if was.article.id != article:
                continue
            now = _now(was, free)
            if now is not None:
                free.remove(now)
            elif _folded(was) not in (
                _parts(item.exact) for item in claim.evidence if item.article == article
            ):
                continue  # an editor took it out, which the claim's own change tells
            if aspects := tuple(_aspects(was, now, after.briefing.articles[article])):
                yield ChangedPassage(claim.id, aspects, was, now)


def _now(was: Quote, quotes: Sequence[Quote]) -> Quote | None:
    """Finds the present form of a quote: of the same words, else the most like."""
    same = next((quote for quote in quotes if _folded(quote) == _folded(was)), None)
    if same is not None:
        return same
    like = max(quotes, key=lambda quote: _likeness(was, quote), default=None)
    return like if like is not None and _likeness(was, like) > _LIKE else None


def _aspects(was: Quote, now: Quote | None, article: Article) -> Iterator[Aspect]:
    same = now is not None and _folded(was) == _folded(now)
    if not same and now is not None and _stands_in(was, article):
        return  # an editor chose other words, which the claim's own change tells
    if not same:
        yield "words"
    if now is None:
        return
    if was.known_speech is not now.known_speech:
        yield "speech"
    if _given(was) == _given(now):  # else an editor gave the words to somebody else, which the claim tells
        if was.attributed != now.attributed:
            yield "attribution"
        if (was.cue, was.modality) != (now.cue, now.modality):
            yield "cue"
    if same and _sentence(was) != _sentence(now):
        yield "sentence"


def _given(quote: Quote) -> tuple[object, ...]:
    evidence = quote.evidence
    return quote.by, evidence.by_open, quote.via, evidence.cue, evidence.modality


def _sentence(quote: Quote) -> str:
    """Returns the sentence that the passage stands in, without regard to white space."""
    text = quote.article.text
    return _one_line(text, *around(quote.article, quote.passage.start, quote.passage.end))


def _stands_in(quote: Quote, article: Article) -> bool:
    text = fold(article.text)
    return all(fold(part) in text for part in quote.evidence.exact)


def _folded(quote: Quote) -> tuple[str, ...]:
    return _parts(quote.evidence.exact)


def _parts(exact: Sequence[str]) -> tuple[str, ...]:
    return tuple(fold_quote(part) for part in exact)


def _likeness(old: Quote, new: Quote) -> float:
    return float(fuzz.partial_ratio(" ".join(_folded(old)), " ".join(_folded(new))))


def _one_line(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split())
