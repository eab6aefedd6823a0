"""The claims held to their own quotes: each number, date and name of a wording, and what was inferred.

The terms are those of ``terms.py``, with its holes. What is let pass beside what the quotes have: the
speaker's own name (the site sets it before the wording, and the quote may say I), words declared under
``inferred``, parts of a date that ``said`` or ``happened`` gives with ``inferred_from``, and the adjective of
a name that is quoted (Russian for Russia's; not Russia for Russian, which makes a state of an adjective).
"""

import re
from collections.abc import Iterator

from generator.analyse.quotes.anchored import AnchoredBriefing
from generator.analyse.quotes.support import names_of
from generator.analyse.text.fold import fold, fold_paragraphs
from generator.analyse.text.terms import TABLES, Names, Term, grounds, missing, terms
from generator.model.briefing import RESERVED_SPEAKERS, Briefing
from generator.model.dates import Edtf, parse
from generator.model.diagnostics import Diagnostic, problem
from generator.model.entries import Claim, Evidence


def check_claim_grounding(anchored: AnchoredBriefing) -> list[Diagnostic]:
    """A hint at each word of a claim that its quotes don't have, and at each needless or stray ``inferred``.

    A claim of which a quote was not found is left alone: that was told, and nothing can be judged.
    """
    briefing = anchored.briefing
    names = names_of(briefing)
    told = []
    for claim in briefing.summary.claims:
        if claim.withdrawn or not claim.evidence or len(anchored.quotes[claim.id]) < len(claim.evidence):
            continue
        language, supports = _language(briefing, claim), list(_quoted(claim))
        declared = [place for one in claim.inferred for place in _places(one.text, claim.text)]
        for term in _ungrounded(claim, supports, names, language):
            if not any(start <= term.start and term.end <= end for start, end in declared):
                place = claim.within(term.start, term.end, "text")
                told.append(problem("not-in-quote", place, kind=term.kind, text=term.text))
        for one in claim.inferred:
            if not _places(one.text, claim.text):
                told.append(problem("inferred-not-in-text", one.at("text"), text=one.text))
            elif any(_places(one.text, text) for text in supports) or _same_term(one.text, supports, names):
                told.append(problem("inferred-needless", one.at("text"), text=one.text))
    return told


def _quoted(claim: Claim) -> Iterator[str]:
    for evidence in claim.evidence:
        yield from evidence.exact
        if evidence.translation:
            yield evidence.translation


def _language(briefing: Briefing, claim: Claim) -> str:
    """English, or the language of a quote that has no table and no translation: its digits alone are held."""

    def tag(evidence: Evidence) -> str:
        return briefing.articles[evidence.article].primary_language

    foreign = [tag(one) for one in claim.evidence if not one.translation and tag(one) not in TABLES]
    return foreign[0] if foreign else "en"


def _ungrounded(claim: Claim, supports: list[str], names: Names, language: str) -> list[Term]:
    speakers = set(claim.by) - RESERVED_SPEAKERS
    found = missing(claim.text, supports, speakers, _inferred_dates(claim), names, language)
    offered = {key for text in supports for key in grounds(text, names, language)} if found else set()
    quoted = {str(key[1]) for key in offered if key[0] == "word"}
    for key in offered:
        if key[0] == "actor":
            quoted |= {name.casefold() for actor, name in names.spelt.values() if actor == key[1]}
    return [term for term in found if not any(_adjective(str(term.key[1]), name) for name in quoted)]


def _inferred_dates(claim: Claim) -> list[Edtf]:
    return [
        parse(date.edtf) for date in (claim.said, claim.happened) if date and date.edtf and date.inferred_from
    ]


def _adjective(word: str, name: str) -> bool:
    """Whether ``word`` is the English adjective of the place ``name``, both folded: russian of russia."""
    stem = re.sub("[aey]$|ia$", "", name)
    if len(stem) < 3 or not word.startswith(stem):
        return False
    if name.endswith("a") and word == f"{name}n":
        return True
    return word[len(stem) :] in ("ian", "ean", "ish", "ese", "i")


def _places(words: str, text: str) -> list[tuple[int, int]]:
    """Start and end, in code points of ``text``, of each place where ``words`` stand in it as whole words.

    What the table of ``fold.py`` folds, and capitals, make no difference.
    """
    folded = fold_paragraphs(text, ((0, len(text)),))
    found = re.finditer(rf"(?<!\w){re.escape(fold(words))}(?!\w)", folded.text, re.IGNORECASE)
    return [(folded.starts[one.start()], folded.ends[one.end() - 1]) for one in found]


def _same_term(words: str, supports: list[str], names: Names) -> bool:
    """Whether ``words`` are one number or date, and the quotes have it in other words (8,000, 8 000)."""
    one = terms(words, names)
    whole = len(one) == 1 and one[0].kind != "name" and one[0].text == words
    return whole and not missing(words, supports, (), (), names)
