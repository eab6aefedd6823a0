"""Checks of the bottom line and of all that rests on claims: nothing is said that the claims don't say."""

from collections.abc import Collection, Iterator, Sequence

from generator.analyse.attribution.mentions import mentions
from generator.analyse.findings.differences import quoted_words
from generator.analyse.quotes.support import actors_of, dates_of, foreign_quotes_of, names_of, words_of
from generator.analyse.text.sentences import sentences_of
from generator.analyse.text.terms import Names, Term, missing
from generator.model.briefing import ARTICLE_VOICE, RESERVED_SPEAKERS, Briefing
from generator.model.claims import Claim
from generator.model.diagnostics import Diagnostic, problem
from generator.model.entries import Sentence
from generator.model.entry import Entry

_LONGEST_SENTENCE = 30
_LONGEST_BOTTOM_LINE = 130
_LONGEST_LABEL = 2

Statement = tuple[Entry, str, str, tuple[str, ...]]
"""An entry, the field of its text, the text, and the ids of the claims that it rests on."""


def check_grounding(briefing: Briefing) -> list[Diagnostic]:
    """Reports each number, date and name of a statement that occurs in none of the claims it rests on.

    Statements are the lines of the bottom line with their labels, how a question says that accounts differ,
    assessments, and answers to questions. Of the title, which rests on the claims of the bottom line, it is
    a hint.
    """
    names = names_of(briefing)
    problems = []
    for entry, field, text, ids in statements(briefing):
        # Words in quotation marks of a difference must stand in quotes, which has a check of its own.
        quoted = [(words.start, words.end) for words in quoted_words(text)] if field == "differ" else []
        for term in _ungrounded(briefing, names, entry, field, text, ids):
            if any(start <= term.start < end for start, end in quoted):
                continue
            span = entry.within(term.start, term.end, field)
            problems.append(
                problem("not-in-claims", span, kind=term.kind, text=term.text, claims=", ".join(ids))
            )
    summary = briefing.summary
    resting = tuple(dict.fromkeys(id for line in summary.bottom_line for id in line.claims))
    if summary.title and resting:
        for term in _ungrounded(briefing, names, summary, "title", summary.title, resting):
            span = summary.within(term.start, term.end, "title")
            problems.append(problem("title-not-in-claims", span, kind=term.kind, text=term.text))
    return problems


def statements(briefing: Briefing) -> Iterator[Statement]:
    """Yields every text of a briefing that may say no more than the claims that it rests on."""
    summary = briefing.summary
    for line in summary.bottom_line:
        yield line, "text", line.text, line.claims
        if line.label:
            yield line, "label", line.label, line.claims
    for assessment in summary.assessments:
        if not assessment.withdrawn:
            yield assessment, "text", assessment.text, assessment.claims
    for question in summary.questions:
        if question.withdrawn:
            continue
        if question.differ:
            yield question, "differ", question.differ, question.claims
        if question.resolution is not None:
            yield question.resolution, "text", question.resolution.text, question.resolution.claims


def _ungrounded(
    briefing: Briefing, names: Names, entry: Entry, field: str, text: str, ids: tuple[str, ...]
) -> list[Term]:
    claims = briefing.claims
    supporting = [claims[id] for id in ids if id in claims]
    actors = {actor for claim in supporting for actor in actors_of(briefing, claim)}
    if (
        len(supporting) < len(ids)
        or not briefing.unsure_claims.isdisjoint(ids)
        or not actors <= briefing.actors.keys()
    ):
        return []  # other checks report what is unknown or faulty, and without it nothing can be judged
    supports = [words for claim in supporting for words in words_of(briefing, claim)]
    # A letter that an article's id stands for has a check of its own.
    supports += [
        f"source {briefing.letters[letter.article]}"
        for letter in entry.letters_in(field)
        if letter.article in briefing.letters
    ]
    dates = [date for claim in supporting for date in dates_of(briefing, claim)]
    foreign = [words for claim in supporting for words in foreign_quotes_of(briefing, claim)]
    return missing(text, supports, actors, dates, names, foreign=foreign)


def check_bottom_line(briefing: Briefing) -> list[Diagnostic]:
    """Reports lines of the bottom line without a label or with a long one; and hints at what readers miss.

    A hint is given for a line that names none of its speakers, has too many words, or says what a question
    beside it says; and for a bottom line that is too long.
    """
    lines = briefing.summary.bottom_line
    problems = [] if "bottom_line" in briefing.lost else list(_label_problems(lines))
    for number, line in enumerate(lines):
        if _is_readable(briefing, line):
            problems += _line_hints(briefing, line, lede=number == 0)
    words = sum(_count(f"{line.label or ''} {line.text}") for line in lines)
    if words > _LONGEST_BOTTOM_LINE:
        problems.append(
            problem("bottom-line-too-long", briefing.summary.at("bottom_line", "[key]"), words=words)
        )
    return problems


def _is_readable(briefing: Briefing, line: Sentence) -> bool:
    """Tests whether all claims of a line and their speakers are known and without a fault in themselves."""
    claims = [briefing.claims[id] for id in line.claims if id in briefing.claims]
    speakers = {id for claim in claims for id in claim.speakers} - RESERVED_SPEAKERS
    return (
        len(claims) == len(line.claims)
        and speakers <= briefing.actors.keys()
        and briefing.unsure_claims.isdisjoint((*line.claims, *speakers))
    )


def _label_problems(lines: Sequence[Sentence]) -> Iterator[Diagnostic]:
    for number, line in enumerate(lines):
        if number == 0 and line.label:
            yield problem("label-of-lede", line.at("label"))
        elif number and line.label is None:
            yield problem("label-missing", line.at("text"))
        elif line.label and len(line.label.split()) > _LONGEST_LABEL:
            yield problem("label-too-long", line.at("label"), label=line.label, words=len(line.label.split()))


def _line_hints(briefing: Briefing, line: Sentence, *, lede: bool) -> Iterator[Diagnostic]:
    claims = [briefing.claims[id] for id in line.claims]
    whole = f"{line.label or ''} {line.text}".strip()
    speakers = (briefing.actors.get(id) for claim in claims for id in claim.speakers)
    named = dict.fromkeys(actor.name for actor in speakers if actor is not None and actor.name)
    writing = dict.fromkeys(
        evidence.article
        for claim in claims
        for evidence in claim.evidence
        if claim.by_in(evidence) == (ARTICLE_VOICE,)
    )
    if (named or writing) and not _names_a_speaker(briefing, line, whole, claims, writing):
        saying = ", ".join((*named, *(f"${article} itself" for article in writing)))
        yield problem("line-names-nobody", line.at("text"), speakers=saying)
    if lede:
        for start, end in sentences_of(line.text):
            if (words := _count(line.text[start:end])) > _LONGEST_SENTENCE:
                yield problem("line-too-long", line.within(start, end, "text"), what="sentence", words=words)
    elif (words := _count(whole)) > _LONGEST_SENTENCE:
        yield problem("line-too-long", line.at("text"), what="line", words=words)
    for question in briefing.open_questions:
        if question.differ and set(line.claims) <= set(question.claims):
            yield problem("line-is-a-question", line.at("claims"), id=question.id)


def _names_a_speaker(
    briefing: Briefing, line: Sentence, text: str, claims: Sequence[Claim], writing: Collection[str]
) -> bool:
    """Tests whether a line names a speaker of its claims, or the letter of an article that says it itself."""
    speakers = {id for claim in claims for id in claim.speakers}
    named = {id: actor for id in speakers if (actor := briefing.actors.get(id)) and actor.name}
    if named and any(not mention.pronoun for mention in mentions(text, named)):
        return True
    letters = (*line.letters_in("label"), *line.letters_in("text"))
    return any(letter.article in writing for letter in letters)


def _count(text: str) -> int:
    return sum(any(char.isalnum() for char in word) for word in text.split())
