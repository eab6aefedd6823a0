"""Check of articles' letters in texts of ours: there is such an article, and it carries what is told."""

from collections.abc import Iterable, Iterator

from generator.analyse.checks.bottom_line import statements
from generator.model.briefing import Briefing
from generator.model.diagnostics import Diagnostic, did_you_mean, problem
from generator.model.entry import Entry
from generator.model.lettered import texts_of
from generator.model.letters import Letter, letters_in, typed_letters
from generator.model.span import Span


def check_letters(briefing: Briefing) -> list[Diagnostic]:
    """Reports each ``$x`` for which there is no article, and each that doesn't carry the claims of its text.

    The second is looked for in the text of a claim, and in what rests on claims. An article that could not
    be read, or a claim, is reported elsewhere.
    """
    problems = []
    entries = [briefing.written, *(article.descriptor for article in briefing.articles.values())]
    for entry, path, text in (found for whole in entries for found in texts_of(whole)):
        for letter, mean in _unknown(briefing, text) if "$" in text else ():
            written = text[letter.start : letter.end]
            span = _span(entry, path, letter)
            problems.append(problem("unknown-letter", span, id=letter.article, written=written, mean=mean))
    problems += _not_carried(briefing)
    return problems


def _unknown(briefing: Briefing, text: str) -> Iterator[tuple[Letter, str]]:
    """Yields each ``$x`` of no article, or ``$A`` typed for its id, with the opening of a hint."""
    articles = {letter: id for id, letter in briefing.letters.items()}
    for typed in typed_letters(text):
        if typed.article in articles:
            yield typed, f"Write ${articles[typed.article]}, with the article's id. "
    for letter in letters_in(text, briefing.letters):
        if letter.article not in briefing.articles and letter.article not in briefing.lost:
            yield letter, did_you_mean(letter.article, briefing.articles)


def _not_carried(briefing: Briefing) -> Iterator[Diagnostic]:
    claims = briefing.claims
    for claim in claims.values():
        if not claim.withdrawn:
            carrying = {evidence.article for evidence in claim.evidence}
            yield from _foreign_letters(briefing, claim, "text", carrying, f"no words of '{claim.id}'")
    for entry, field, _, ids in statements(briefing):
        if all(id in claims for id in ids):
            carrying = {evidence.article for id in ids for evidence in claims[id].evidence}
            yield from _foreign_letters(
                briefing, entry, field, carrying, f"none of the claims that this rests on ({', '.join(ids)})"
            )


def _foreign_letters(
    briefing: Briefing, entry: Entry, field: str, carrying: Iterable[str], what: str
) -> Iterator[Diagnostic]:
    for letter in entry.letters_in(field):
        if letter.article in briefing.articles and letter.article not in carrying:
            written = f"${letter.article}"
            span = _span(entry, (field,), letter)
            yield problem("letter-not-carried", span, id=letter.article, written=written, what=what)


def _span(entry: Entry, path: tuple[str | int, ...], letter: Letter) -> Span:
    return entry.written_at(letter.start, letter.end, *path)
