"""Check that a claim says no more than its quotes: numbers, dates and names, and what was inferred.

The terms are those of ``terms.py``, with its holes. Accepted beside the terms of the quotes are: the
speaker's own name (the site sets it before the wording, and the quote may say I), words declared under
``inferred``, parts of a date that ``said`` or ``happened`` gives with ``inferred_from``, and the adjective of
a name that is quoted (Russian for Russia's; not Russia for Russian, which makes a state of an adjective).
"""

import re
from collections.abc import Iterator

from generator.analyse.quotes.anchored import AnchoredBriefing
from generator.analyse.quotes.opening import opens_with_speaker
from generator.analyse.quotes.support import foreign_quotes_of, names_of
from generator.analyse.text.fold import fold, fold_paragraphs
from generator.analyse.text.terms import Names, Term, is_adjective_of, missing, terms, words_offered
from generator.model.briefing import RESERVED_SPEAKERS, Briefing
from generator.model.claims import Claim
from generator.model.dates import Edtf, parse
from generator.model.diagnostics import Diagnostic, problem


def check_claim_grounding(anchored: AnchoredBriefing) -> list[Diagnostic]:
    """Reports each term of a claim that its quotes lack, and each needless or unmatched ``inferred``.

    A claim with a quote that was not found is skipped, or with a fault in itself or its speaker: that is
    reported, and nothing can be judged.
    """
    briefing = anchored.briefing
    names = names_of(briefing)
    problems = []
    for claim in briefing.summary.claims:
        if claim.withdrawn or not claim.evidence or len(anchored.quotes[claim.id]) < len(claim.evidence):
            continue
        unknown = {*claim.by, *claim.speakers} - RESERVED_SPEAKERS - briefing.actors.keys()
        if unknown or not briefing.lost.isdisjoint((claim.id, *claim.speakers)):
            continue
        supports, foreign = list(_quote_texts(briefing, claim)), list(foreign_quotes_of(briefing, claim))
        declared = [
            stretch for inferred in claim.inferred for stretch in _occurrences(inferred.text, claim.text)
        ]
        for term in _ungrounded(briefing, claim, supports, names):
            if not any(start <= term.start and term.end <= end for start, end in declared):
                span = claim.within(term.start, term.end, "text")
                problems.append(problem("not-in-quote", span, kind=term.kind, text=term.text))
        for inferred in claim.inferred:
            if not _occurrences(inferred.text, claim.text):
                problems.append(problem("inferred-not-in-text", inferred.at("text"), text=inferred.text))
            elif any(
                _occurrences(inferred.text, text) for text in (*supports, *(text for text, _ in foreign))
            ) or _is_quoted_term(inferred.text, supports, foreign, names):
                problems.append(problem("inferred-needless", inferred.at("text"), text=inferred.text))
    return problems


def check_openings(briefing: Briefing) -> list[Diagnostic]:
    """Reports each claim whose text opens with none of its speaker's names, aliases or role."""
    hints = []
    for claim in briefing.claims.values():
        readable = briefing.actors.keys() >= set(claim.by) - RESERVED_SPEAKERS
        if claim.withdrawn or not claim.text or not readable or opens_with_speaker(briefing, claim):
            continue
        actors = [briefing.actors[id] for id in claim.by if id in briefing.actors and id in claim.speakers]
        names = [actor.name for actor in actors if actor.name]
        if names and briefing.lost.isdisjoint((claim.id, *claim.by)):
            opening = f"{names[0]} says" if len(names) == 1 else f"{' and '.join(names)} say"
            hints.append(
                problem("text-without-speaker", claim.at("text"), speaker=" or ".join(names), opening=opening)
            )
    return hints


def _quote_texts(briefing: Briefing, claim: Claim) -> Iterator[str]:
    for evidence in claim.evidence:
        yield f"source {briefing.letter(evidence.article)}"
        if not briefing.is_foreign(evidence.article):
            yield from evidence.exact
        if evidence.translation:
            yield evidence.translation


def _ungrounded(briefing: Briefing, claim: Claim, supports: list[str], names: Names) -> list[Term]:
    """Finds the terms of a claim that its quotes lack; of one that is not translated, figures alone."""
    speakers = set(claim.speakers) - RESERVED_SPEAKERS
    lacking = missing(
        claim.text,
        supports,
        speakers,
        _inferred_dates(claim),
        names,
        foreign=foreign_quotes_of(briefing, claim),
        figures_only=any(
            briefing.is_foreign(evidence.article) and not evidence.translation for evidence in claim.evidence
        ),
    )
    quoted = words_offered(supports, names) if lacking else frozenset()
    return [term for term in lacking if not any(is_adjective_of(str(term.key[1]), name) for name in quoted)]


def _inferred_dates(claim: Claim) -> list[Edtf]:
    return [
        parse(date.edtf)
        for date in (*claim.dates(), claim.happened)
        if date and date.edtf and date.inferred_from
    ]


def _occurrences(words: str, text: str) -> list[tuple[int, int]]:
    """Finds start and end, in code points of ``text``, of each occurrence of ``words`` as whole words.

    Case is ignored, as are the differences that ``fold.py`` folds.
    """
    folded = fold_paragraphs(text, ((0, len(text)),))
    matches = re.finditer(rf"(?<!\w){re.escape(fold(words))}(?!\w)", folded.text, re.IGNORECASE)
    return [(folded.starts[match.start()], folded.ends[match.end() - 1]) for match in matches]


def _is_quoted_term(words: str, supports: list[str], foreign: list[tuple[str, str]], names: Names) -> bool:
    """Tests whether ``words`` are one number or date that the quotes have in other words (8,000, 8 000)."""
    own_terms = terms(words, names)
    is_term = len(own_terms) == 1 and own_terms[0].kind != "name" and own_terms[0].text == words
    return is_term and not missing(words, supports, (), (), names, foreign=foreign)
