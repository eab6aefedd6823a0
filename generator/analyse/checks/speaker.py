"""Check of a quote's speaker: an attribution near its passage names the speaker, and has the cue."""

import re
from collections.abc import Iterator

from generator.analyse.attribution.context import context_of
from generator.analyse.attribution.speech_acts import class_of, has_known_class
from generator.analyse.quotes.anchored import AnchoredBriefing, Quote
from generator.analyse.text.fold import fold
from generator.model.briefing import RESERVED_SPEAKERS, Briefing
from generator.model.claims import Claim, Ids
from generator.model.diagnostics import Diagnostic, problem
from generator.model.passage import Speech
from generator.model.span import Span
from generator.model.texts import PAGE_LANGUAGE


def check_speakers(anchored: AnchoredBriefing) -> list[Diagnostic]:
    """Reports quotes whose speaker or cue does not fit the sentences around their passages.

    A hint is given for each speaker of a claim to whom no attribution near a passage gives its words; for
    each cue, or description of an unnamed speaker, that is not near; for each class that is not its cue's;
    for each quote in the article's own voice that stands in quotation marks, and for prose in that voice that
    its sentence plainly gives to somebody. Attributions are looked for in English articles only. Withdrawn
    claims are skipped.
    """
    briefing = anchored.briefing
    problems: list[Diagnostic] = []
    for claim in briefing.summary.claims:
        quotes = anchored.quotes[claim.id]
        if claim.withdrawn or not quotes or quotes[0].claim is not claim:
            continue
        problems += _unattributed(briefing, quotes)
        for quote in quotes:
            problems += _words_not_near(quote)
            problems += _class_of_other_cue(quote)
        problems += _own_voice_in_marks(claim, quotes)
        problems += [
            problem("given-to-somebody", _by_span(quote), words=quote.given_away)
            for quote in quotes
            if quote.given_away
        ][:1]
    return problems


def _unattributed(briefing: Briefing, quotes: tuple[Quote, ...]) -> Iterator[Diagnostic]:
    """Reports each speaker of a claim once, for the first quote that nothing attributes to it."""
    reported: set[Ids] = set()
    for quote in quotes:
        speakers = frozenset(quote.by) - RESERVED_SPEAKERS
        if quote.attributed is not False or quote.by in reported or not speakers <= briefing.actors.keys():
            continue
        # Of a name that another error refused, nobody can tell whether it stands there.
        if not all(briefing.actors[id].name for id in speakers):
            continue
        reported.add(quote.by)
        yield _no_attribution(quote, " and ".join(briefing.actors[id].name for id in quote.by))
    for id in dict.fromkeys(id for quote in quotes for id in quote.by if id in quote.silent):
        of_speaker = [quote for quote in quotes if id in quote.by]
        if briefing.actors[id].name and all(id in quote.silent for quote in of_speaker):
            yield problem("speaker-not-quoted", _by_span(of_speaker[0]), speaker=briefing.actors[id].name)


def _no_attribution(quote: Quote, names: str) -> Diagnostic:
    span = quote.passage.span
    return problem("no-attribution-nearby", _by_span(quote), speaker=names, path=span.path, line=span.line)


def _by_span(quote: Quote) -> Span:
    """Returns where the speaker of a quote was written: with its words, or with the claim."""
    return quote.evidence.at("by") if quote.evidence.by else quote.claim.at("by")


def _class_of_other_cue(quote: Quote) -> Iterator[Diagnostic]:
    """Reports a class that was set beside a verb that has another: "said" denies nothing."""
    evidence = quote.evidence
    if evidence.cue and evidence.modality and quote.article.primary_language == PAGE_LANGUAGE:
        own = class_of(evidence.cue)
        if own != evidence.modality and has_known_class(evidence.cue):
            yield problem(
                "class-of-other-cue",
                evidence.at("modality"),
                cue=evidence.cue,
                modality=evidence.modality,
                own=own,
            )


def _words_not_near(quote: Quote) -> Iterator[Diagnostic]:
    evidence = quote.evidence
    text = context_of(quote.article, quote.passage).text(quote.article)
    for field, words in (("cue", evidence.cue), ("described_as", evidence.described_as)):
        if words and not _has_words(text, words):
            yield problem("cue-not-near", evidence.at(field), field=field, words=words)


def _own_voice_in_marks(claim: Claim, quotes: tuple[Quote, ...]) -> Iterator[Diagnostic]:
    """Reports a claim once, for the first quote of the article's own voice that stands in quotation marks."""
    for quote in quotes:
        if quote.is_own_voice and quote.speech is Speech.SPOKEN:
            span = quote.passage.span
            yield problem("voice-in-marks", _by_span(quote), path=span.path, line=span.line)
            return


def _has_words(text: str, words: str) -> bool:
    """Tests whether ``words`` stand in ``text`` as whole words, ignoring case and folded differences."""

    def stand(words: str, text: str) -> bool:
        return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE) is not None

    # Folding is slow, and most words are found without it.
    return stand(words, text) or stand(fold(words), fold(text))
