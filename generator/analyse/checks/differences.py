"""Check of questions that tell how accounts differ: in words that their quotes have."""

from collections.abc import Iterator, Sequence

from generator.analyse.findings.differences import places_of, quoted_words, quotes_of
from generator.analyse.quotes.anchored import AnchoredBriefing, Quote
from generator.analyse.text.fold import fold
from generator.analyse.text.nearest import nearest
from generator.analyse.text.sentences import sentences_of
from generator.model.diagnostics import Diagnostic, problem
from generator.model.entries import Question

_MOST_SENTENCES = 2


def check_differences(anchored: AnchoredBriefing) -> list[Diagnostic]:
    """Reports questions whose difference is not told in full, or not in words of their claims' quotes.

    Nothing is said of words where a quote was not found or a claim is unknown: that is reported already.
    """
    problems: list[Diagnostic] = []
    for question in anchored.briefing.summary.questions:
        if not question.withdrawn and question.id not in anchored.briefing.lost:
            problems += _shape_problems(question)
            if question.differ and _is_complete(anchored, question):
                problems += _word_problems(question, quotes_of(anchored, question.claims))
    return problems


def _shape_problems(question: Question) -> Iterator[Diagnostic]:
    if question.differ is None:
        for field in ("kind", "ladder"):
            if getattr(question, field):
                yield problem("kind-without-differ", question.key_at(field), field=field)
        return
    if question.kind is None:
        yield problem("differ-without-kind", question.key_at("differ"), id=question.id)
    elif question.ladder and question.kind != "goes-further":
        yield problem("ladder-of-other-kind", question.key_at("ladder"), kind=question.kind)
    sentences = len(sentences_of(question.differ))
    if sentences > _MOST_SENTENCES:
        yield problem("differ-too-long", question.at("differ"), sentences=sentences)


def _is_complete(anchored: AnchoredBriefing, question: Question) -> bool:
    claims = anchored.briefing.claims
    return anchored.briefing.unsure_claims.isdisjoint(question.claims) and all(
        id in claims and len(anchored.quotes[id]) == len(claims[id].evidence) for id in question.claims
    )


def _word_problems(question: Question, quotes: Sequence[Quote]) -> Iterator[Diagnostic]:
    if question.claims and len(quotes) < 2:
        count = "one" if quotes else "none"
        yield problem("differ-too-few", question.key_at("differ"), count=count)
    claims = ", ".join(question.claims)
    for quoted in quoted_words(question.differ or ""):
        if not any(places_of(quoted.text, quote) for quote in quotes):
            span = question.within(quoted.start, quoted.end, "differ")
            near = _nearest(quoted.text, quotes)
            yield problem("differ-not-quoted", span, words=quoted.text, claims=claims, near=near)
    for number, words in enumerate(question.ladder):
        if not any(places_of(words, quote) for quote in quotes):
            span = question.at("ladder", number)
            near = _nearest(words, quotes)
            yield problem("ladder-not-quoted", span, words=words, claims=claims, near=near)


def _nearest(words: str, quotes: Sequence[Quote]) -> str:
    """Returns the opening of a hint with the words of a quote that are most like these; empty without any."""
    for quote in quotes:
        for segment in quote.words:
            if (place := nearest(fold(words), fold(segment))) is not None:
                return f"Nearest: “{fold(segment)[slice(*place)]}”. "
    return ""
