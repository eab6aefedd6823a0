"""Differing accounts in the reader's words: wording under wording, why it matters, what would settle it."""

import hashlib
from dataclasses import dataclass
from typing import Final

from generator.analyse.findings.accounts import Account, Marked, Row
from generator.analyse.findings.differing_words import IN_QUOTES
from generator.model.briefing import RESERVED_SPEAKERS, UNNAMED
from generator.model.entries import Claim
from generator.render.addresses import link
from generator.render.escape import Safe
from generator.render.parts.claims.links import ClaimLink
from generator.render.parts.claims.runs import Run, runs
from generator.render.parts.claims.writer import ClaimWriter
from generator.render.parts.dates import DateView
from generator.render.parts.links import Link
from generator.render.parts.source_labels import SourceText, foreign_language
from generator.render.words import listed, phrase, shortened
from generator.render.words.changes import SPEAKER
from generator.render.words.values import DIFFERENCE, HOW_ACCOUNTS_DIFFER


@dataclass(frozen=True)
class WordingView:
    """One quote of a row, cut into runs; its language where that is not the site's own.

    Attributes:
        mark: whose words they are, as one word, for the look of the page.
    """

    letter: str
    mark: str
    segments: tuple[tuple[Run, ...], ...]
    language: str


@dataclass(frozen=True)
class RowView:
    """One of several accounts of a thing."""

    link: ClaimLink
    verb: SourceText | None
    facts: tuple[str, ...]
    said: DateView | None
    wordings: tuple[WordingView, ...]


@dataclass(frozen=True)
class DifferenceView:
    """How two rows stand to each other ("2 says more than 1"), and the editor's note."""

    says: str
    note: str


@dataclass(frozen=True)
class SettlesView:
    """A question that the accounts leave open."""

    text: str
    href: Safe
    would_settle: str


@dataclass(frozen=True)
class AccountView:
    """Accounts that differ, read together.

    Attributes:
        title: the words that differ; who differs, and how, where no words are marked.
        who: who differs, and how, where the title doesn't tell it.
        speakers: who differs, by name, likewise.
    """

    anchor: str
    title: str
    who: str
    speakers: str
    rows: tuple[RowView, ...]
    differences: tuple[DifferenceView, ...]
    settles: tuple[SettlesView, ...]


MOST_WORDINGS: Final = 4
"""How many wordings a title has."""

LONGEST_WORDS: Final = 48
"""How much of one wording a title has, in code points."""


def account_view(claims: ClaimWriter, account: Account) -> AccountView:
    """One view of claims that differ; its address lasts as long as the same claims stand in it."""
    numbers = {row.claim.id: number for number, row in enumerate(account.rows, 1)}
    words, who = _words_that_differ(claims, account), _who(claims, account)
    return AccountView(
        anchor=_anchor(account),
        title=words or who,
        who=who if words else "",
        speakers=listed(_speakers(claims, account)) if words else "",
        rows=tuple(_row(claims, row) for row in account.rows),
        differences=tuple(
            DifferenceView(
                DIFFERENCE[one.relation.kind].format(numbers[one.claim], numbers[one.relation.claim]),
                one.relation.note,
            )
            for one in account.relations
        ),
        settles=tuple(
            SettlesView(
                question.text,
                link(claims.here, claims.here, f"question-{question.id}"),
                question.would_settle or "",
            )
            for question in account.questions[:2]
        ),
    )


def account_link(claims: ClaimWriter, account: Account) -> Link:
    """The way to it, by its title."""
    return Link(_words_that_differ(claims, account) or _who(claims, account), Safe(f"#{_anchor(account)}"))


def _anchor(account: Account) -> str:
    parts = sorted(row.claim.id for row in account.rows)
    return f"accounts-{hashlib.sha256(' '.join(parts).encode()).hexdigest()[:8]}"


def _words_that_differ(claims: ClaimWriter, account: Account) -> str:
    """The longest words marked in each row, each once: "“has not denied” / “has openly acknowledged”".

    Empty where fewer than two rows have some of their own, and where no reason of the editors quotes words,
    for what was worked out may say little by itself. Words in another language than the site's don't stand
    in a title, which has no place to say so.
    """
    if not any(IN_QUOTES.search(one.relation.note) for one in account.relations):
        return ""
    found: dict[str, str] = {}
    for row in account.rows:
        marked = [
            " ".join(wording.quote.article.text[start:end].split())
            for wording in row.wordings
            if not foreign_language(wording.quote.article)
            for start, end in wording.marks
        ]
        if marked:
            words = shortened(max(marked, key=len), LONGEST_WORDS)
            found.setdefault(words.casefold(), words)
    return (
        " / ".join(f"“{words}”" for words in list(found.values())[:MOST_WORDINGS]) if len(found) > 1 else ""
    )


def _who(claims: ClaimWriter, account: Account) -> str:
    """Who differs, and in how far: "Source A and Source B: one says more"."""
    speakers = _speakers(claims, account)
    kinds = {joined.relation.kind for joined in account.relations}
    how = [words for kind, words in HOW_ACCOUNTS_DIFFER.items() if kind in kinds]
    who = listed(speakers)
    if len(speakers) == 1 and all(UNNAMED not in row.claim.by for row in account.rows):
        who = phrase("in-wordings", who, len(account.rows))
    return f"{who}: {'; '.join(how)}"


def _speakers(claims: ClaimWriter, account: Account) -> list[str]:
    first, *others = dict.fromkeys(name for row in account.rows for name in _names(claims, row.claim))
    nobody = phrase("somebody-not-named")
    return [first, *(SPEAKER[UNNAMED] if one == nobody else one for one in others)]


def _names(claims: ClaimWriter, claim: Claim) -> list[str]:
    """Who says a claim, each by name; the article itself by its letter."""
    if RESERVED_SPEAKERS.isdisjoint(claim.by):
        return [claims.name(id) for id in claim.by]
    return [claims.speaker(claim)]


def _row(claims: ClaimWriter, row: Row) -> RowView:
    view = claims.view(row.claim.id)
    return RowView(
        link=view.link,
        verb=view.verb,
        facts=view.facts,
        said=view.said,
        wordings=tuple(_wording(claims, one) for one in row.wordings),
    )


def _wording(claims: ClaimWriter, marked: Marked) -> WordingView:
    briefing = claims.findings.briefing
    passage = marked.quote.passage
    article = marked.quote.article
    segments = tuple(runs(article.text, start, end, marked.marks) for start, end in passage.segments)
    return WordingView(
        briefing.letter(article.id),
        marked.quote.speech.value,
        segments,
        foreign_language(article),
    )
