"""The other entries of a briefing as items of its paper: questions, dates, sources, origins and changes."""

from collections.abc import Iterable, Iterator

from generator.analyse.findings.findings import Findings
from generator.model.briefing import Article
from generator.render.addresses import HOME
from generator.render.bidi import isolated
from generator.render.bidi import joined as isolates
from generator.render.briefing.view import AssessmentView
from generator.render.paper.blocks import Block, Cell, Items, Line, Paragraph, Piece
from generator.render.paper.lines import (
    anchor,
    anchored,
    date,
    dated,
    facts,
    joined,
    known,
    names,
    numbers,
    parts,
    saying,
    source_words,
    struck,
    tombstone,
)
from generator.render.parts.changes.versions import VersionView
from generator.render.parts.changes.view import ChangeView
from generator.render.parts.claims.writer import ClaimWriter
from generator.render.parts.questions import QuestionView
from generator.render.parts.sources import Fact, OriginQuoteView, OriginView, SourceLink, source_facts
from generator.render.parts.timeline import MomentView
from generator.render.words import phrase


def assessment(view: AssessmentView) -> Cell:
    """A judgement of the editors, what it rests on, by whom and why."""
    said: Line = (Piece(view.text), Piece(f" {view.scale}" if view.scale else "", strong=True))
    lines = [tombstone(view.withdrawn), struck(said)] if view.withdrawn else [said]
    when = date(view.date) if view.date else ""
    made = facts((view.by, when))
    lines[-1] += (*numbers(view.claims), *((Piece(" · ", soft=True), *made) if made else ()))
    first, *rest = saying((*lines, *parts(view.note)))
    return (anchored(first, f"assessment-{view.id}"), *rest)


def question(view: QuestionView) -> Cell:
    """A question with its life; how accounts differ on it stands on the first sheet."""
    head: Line = (Piece(f"{view.number} ", strong=True), Piece(view.text, strong=True))
    if view.withdrawn:
        gone = struck((Piece(" ".join(filter(None, (view.text, view.differ)))),))
        head = (Piece(f"{view.number} ", strong=True), *tombstone(view.withdrawn), Piece(" "), *gone)
    elif view.status and not view.answer:
        head = (*head, Piece(f" {view.status}", soft=True))
    ladder = isolates(phrase("then"), (f"“{words}”" for words in view.ladder))
    about = (
        f"{view.kind} {phrase('ladder')}{ladder}." if ladder else view.kind,
        phrase("settled-by") + isolates("; ", view.settled_by) if view.settled_by else "",
        phrase("would-settle") + view.would_settle if view.would_settle else "",
        dated("asked", view.opened),
        dated("checked", view.checked),
    )
    first, *rest = saying(
        (
            (*head, *numbers(view.claims)),
            _answer(view),
            joined((Piece(text),) for text in about if text),
            *parts(view.note, before=phrase("note")),
        )
    )
    return (anchored(first, f"question-{view.id}"), *rest)


def _answer(view: QuestionView) -> Line:
    if not view.answer:
        return ()
    when = f", {date(view.answer.date)}" if view.answer.date else ""
    return (
        Piece(f"{view.status}{when}: ", strong=True),
        Piece(view.answer.text),
        *numbers(view.answer.claims),
    )


def moment(view: MomentView) -> Cell:
    """A dated line of the timeline."""
    when = (Piece(view.date.words, strong=True), Piece(known(view.date))) if view.date else ()
    said = view.text or view.kind
    line: Line = (*when, Piece(": " if when and view.text else ", " if when and said else ""), Piece(said))
    if view.withdrawn:
        line = (*tombstone(view.withdrawn), Piece(" "), *struck(line))
    line = (*line, *numbers(view.claims))
    return (anchored(line, view.id) if view.id else line,)


def source_line(view: SourceLink) -> Line:
    """A source in one line: its letter, what it is called, publisher and date."""
    gone = f" {phrase('is-withdrawn')}" if view.withdrawn else ""
    return (
        Piece(f"{view.letter} ", strong=True),
        Piece(view.label.text, language=view.label.language),
        Piece(f", {isolated(view.known)}" if view.known else ""),
        Piece(gone),
    )


def source(view: SourceLink, findings: Findings) -> Cell:
    """A source with all that is known of it."""
    article = _article(view, findings)
    about = article.descriptor
    left_out = Piece(f", {view.left_out}" if view.left_out else "")
    lines: list[Line] = [(*source_line(view), left_out)]
    if gone := ClaimWriter(findings, HOME).tombstone(about.withdrawn, "source"):
        lines.append(tombstone(gone))
    lines.append(joined(_fact(fact) for fact in _untold(source_facts(article))))
    if about.reliability_reason:
        lines.append((Piece(phrase("reliability") + about.reliability_reason),))
    lines += parts(about.note or "")
    if article.text.strip():
        lines.append((Piece(phrase("fingerprint") + article.sha256, soft=True),))
    return saying(lines)


def _untold(all_facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts that a source's line doesn't tell."""
    told = {phrase(f"fact-{name}") for name in ("title", "publisher")}
    published = phrase("fact-published")
    for fact in all_facts:
        plain_date = fact.name == published and not (fact.date and known(fact.date))
        if fact.name not in told and not plain_date:
            yield fact


def _fact(fact: Fact) -> Line:
    if fact.href:
        return (Piece(f"{fact.name}: ", soft=True), Piece(fact.value, soft=True, web=True))
    return (Piece(f"{fact.name}: {isolated(date(fact.date) if fact.date else fact.value)}", soft=True),)


def _article(view: SourceLink, findings: Findings) -> Article:
    briefing = findings.briefing
    return next(one for id, one in briefing.articles.items() if briefing.letter(id) == view.letter)


def origin(view: OriginView) -> Cell:
    """Where things were first said, and the words that show it."""
    told = (
        view.kind,
        names(view.by),
        date(view.date) if view.date else "",
        phrase("passed-on", view.derived_from) if view.derived_from else "",
    )
    counted = phrase("counts-once", view.counts_once) if view.counts_once else ""
    return saying(
        (
            (
                Piece(view.title, strong=True, anchor=f"origin-{view.id}"),
                Piece("".join(f", {isolated(one)}" for one in told if one)),
                Piece(f". {counted}" if counted else ""),
            ),
            *(_origin_quote(quote) for quote in view.quotes),
            *parts(view.note),
        )
    )


def _origin_quote(view: OriginQuoteView) -> Line:
    more = (phrase("translation") + view.translation if view.translation else "", view.note)
    return (
        Piece(f"{view.letter}, {view.place}: ", soft=True),
        Piece("“"),
        *source_words(view.words, view.language),
        Piece("”"),
        *(Piece(f" {text}") for text in more if text),
    )


def version(view: VersionView) -> Iterator[Block]:
    """What changed last: a line a change."""
    day = phrase("first-published", view.date) if view.first else view.date
    known_as = phrase("version", view.version) if view.version else ""
    told = joined(((Piece(day, strong=True),), facts((known_as,))))
    changes = [_change(change) for change in (*view.changes, *view.rewordings)]
    if view.more:
        changes.append((Piece(phrase("more-changes", view.more)),))
    yield Paragraph(told, leads=bool(changes))
    if changes:
        yield Items(tuple((line,) for line in changes), bullets=True)


def _change(view: ChangeView) -> Line:
    lead = f"{view.lead}: " if view.lead and (view.name or view.how) else view.lead
    how = f"{view.colon} {view.how}" if view.name and view.how else view.how
    pieces = (Piece(lead), Piece(view.name, to=anchor(view.href)), Piece(how))
    return tuple(piece for piece in pieces if piece.text)
