"""The entries of a briefing as blocks of its paper: claims, differing accounts, questions, dates, sources."""

from collections.abc import Iterable, Iterator

from generator.analyse.findings.findings import Findings
from generator.model.briefing import Article
from generator.render.addresses import HOME
from generator.render.pages.briefing import AssessmentView
from generator.render.paper.blocks import Block, Heading, Items, Line, Paragraph, Piece, Table, Words
from generator.render.paper.lines import (
    anchor,
    basis,
    date,
    dated,
    facts,
    joined,
    known,
    leading,
    links,
    named,
    paragraphs,
    saying,
    sentence,
    struck,
    tombstone,
)
from generator.render.parts.actor_lines import ActorLine
from generator.render.parts.changes import ChangeView
from generator.render.parts.claims.opened import ClaimView, QuoteView, RelationView
from generator.render.parts.claims.writer import ClaimWriter
from generator.render.parts.questions import QuestionView, WordingView
from generator.render.parts.sources import (
    AsideView,
    Fact,
    OriginQuoteView,
    OriginView,
    SourceLink,
    source_facts,
)
from generator.render.parts.timeline import MomentView
from generator.render.parts.versions import VersionView
from generator.render.words import listed, phrase

_LEFT_OUT = Piece(phrase("left-out-between"), soft=True)


def claim(view: ClaimView) -> Iterator[Block]:
    """A claim: speaker and kind of speech, wording, the source's words, facts, relations, notes."""
    heading = sentence(view)
    if view.withdrawn:
        gone: Line = (Piece(phrase("withdrawn"), strong=True),)
        heading = (*gone, Piece(": "), *struck(heading)) if view.link.text else gone
    yield Heading(3, heading, f"claim-{view.id}")
    if view.withdrawn:
        yield Paragraph(tombstone(view.withdrawn))
    for quote in view.quotes:
        yield from _quote(quote)
    about = phrase("about", links(view.about)) if view.about else ""
    when = (dated("said", view.said), dated("happened", view.happened))
    if told := facts((*view.facts, *when, about), view.verb):
        yield Paragraph(told)
    missing = (
        (Piece(phrase("not-in-quote"), strong=True), Piece(f"“{one.text}”. {one.reason}"))
        for one in view.inferred
    )
    before = (
        (
            Piece(phrase("until", one.until), strong=True),
            Piece(f"{phrase('then-said-by', one.speaker) if one.speaker else ''}: “{one.text}”"),
        )
        for one in view.earlier
    )
    items = (*(_relation(one) for one in view.relations), *((line,) for line in (*missing, *before)))
    if items:
        yield Items(items)
    yield from paragraphs(view.note, before=phrase("note"))


def _quote(view: QuoteView) -> Iterator[Block]:
    where = (phrase("source", view.letter), view.speech, view.context.place)
    under = joined((facts((", ".join(where),)), facts(view.facts, view.verb)))
    yield Words(view.mark, _words(view), under)
    yield from paragraphs(view.translation, before=phrase("translation"))
    yield from paragraphs(view.note, before=phrase("on-quote"))


def _words(view: QuoteView) -> Line:
    """The quote's words."""
    pieces = [_LEFT_OUT]
    for segment in view.segments:
        pieces += [_LEFT_OUT, Piece(segment, language=view.language)]
    return _marked_off(view.mark, pieces[2:])


def _marked_off(mark: str, words: Iterable[Piece]) -> Line:
    """Words of a source; only spoken ones stand between quotation marks of ours."""
    return (Piece("“"), *words, Piece("”")) if mark == "spoken" else tuple(words)


def _relation(view: RelationView) -> tuple[Line, ...]:
    says = Piece(f"{view.says} ", strong=True)
    return saying(((says, *named(view.other)), (Piece(view.note),), (Piece(view.shared),)))


def assessment(view: AssessmentView) -> tuple[Line, ...]:
    """A judgement of the editors, and what it rests on."""
    said: Line = (Piece(view.text), Piece(f" {view.scale}" if view.scale else "", strong=True))
    lines = [tombstone(view.withdrawn), struck(said)] if view.withdrawn else [said]
    when = date(view.date) if view.date else ""
    lines.append(joined((basis(view.claims), facts((view.by, when)))))
    lines += [one.line for one in paragraphs(view.note)]
    return saying(lines)


def question(view: QuestionView) -> Iterator[Block]:
    """A question and its life."""
    heading: Line = (Piece(view.text, strong=True),)
    if view.withdrawn:
        gone: Line = (Piece(phrase("withdrawn"), strong=True),)
        heading = (*gone, Piece(": "), *struck(heading)) if view.text else gone
    yield Heading(3, heading, f"question-{view.id}")
    if view.withdrawn:
        yield Paragraph(tombstone(view.withdrawn))
    if view.answer:
        when = f", {date(view.answer.date)}" if view.answer.date else ""
        yield Paragraph((Piece(f"{view.status}{when}: ", strong=True), Piece(view.answer.text)))
        yield Paragraph(basis(view.answer.claims))
    elif view.status and not view.withdrawn:
        yield Paragraph((Piece(view.status, strong=True),), leads=bool(view.would_settle or view.claims))
    if view.differ:
        yield from paragraphs(view.differ)
        yield Paragraph(facts((view.kind, phrase("then").join(f"“{words}”" for words in view.ladder))))
        for wording in view.wordings:
            yield Words(wording.mark, _marked_off(wording.mark, _runs(wording)), facts((wording.who,)))
    if view.settled_by:
        yield from paragraphs(listed(list(view.settled_by)), before=phrase("settled-by"))
    yield from paragraphs(view.would_settle, before=phrase("would-settle"))
    if view.claims:
        yield Paragraph((Piece(phrase("bears-on"), strong=True),), leads=True)
        yield Items(tuple((named(one),) for one in view.claims))
    if told := facts((dated("asked", view.opened), dated("checked", view.checked))):
        yield Paragraph(told)
    yield from paragraphs(view.note, before=phrase("note"))


def _runs(view: WordingView) -> Iterator[Piece]:
    """The words of a quote on which accounts differ, those marked that the question quotes."""
    for number, segment in enumerate(view.segments):
        if number:
            yield _LEFT_OUT
        for at, run in enumerate(segment):
            if run.space and at:
                yield Piece(" ")
            yield Piece(run.text, marked=run.marked, language=view.language)


def moment(view: MomentView) -> tuple[Line, ...]:
    """A dated line of the timeline."""
    when = (Piece(view.date.words, strong=True), Piece(known(view.date))) if view.date else ()
    if not view.id:
        return ((*when, Piece(f", {view.kind}:")), *(named(one) for one in view.claims))
    event: Line = (*when, Piece(": " if when and view.text else ""), Piece(view.text))
    lines: list[Line] = [tombstone(view.withdrawn), struck(event)] if view.withdrawn else [event]
    lines.append(basis(view.claims))
    return saying(lines)


def actors(views: Iterable[ActorLine]) -> Table:
    """Who is named, and how often."""
    head = (phrase("who"), phrase("what"), phrase("claims-by"), phrase("claims-about"))
    return Table(head, (5, 5, 2, 2), tuple(_actor(one) for one in views))


def _actor(view: ActorLine) -> tuple[tuple[Line, ...], ...]:
    gone = f" {phrase('is-withdrawn')}" if view.withdrawn else ""
    what = f"{view.kind}: {view.role}" if view.role else view.kind
    cells = (view.name + gone, what, str(view.says), str(view.about))
    return tuple(((Piece(text),),) for text in cells)


def source_line(view: SourceLink, anchored: Findings) -> Line:
    """A source in one line: its letter, what it is called, publisher and date."""
    gone = f" {phrase('is-withdrawn')}" if view.withdrawn else ""
    return (
        Piece(f"{view.letter}  ", strong=True),
        Piece(view.label.text, language=view.label.language),
        Piece(f", {view.known}{gone}"),
    )


def source(view: SourceLink, anchored: Findings) -> tuple[Line, ...]:
    """A source with all that is known of it."""
    article = _article(view, anchored)
    about = article.descriptor
    lines: list[Line] = [source_line(view, anchored)]
    if gone := ClaimWriter(anchored, HOME).tombstone(about.withdrawn, "source"):
        lines.append(tombstone(gone))
    lines.append(joined(_fact(fact) for fact in source_facts(article)))
    if about.reliability_reason:
        lines.append((Piece(phrase("reliability") + about.reliability_reason),))
    lines += [one.line for one in paragraphs(about.note or "")]
    if article.text.strip():
        lines.append((Piece(phrase("fingerprint") + article.sha256, soft=True),))
    return saying(lines)


def _fact(fact: Fact) -> Line:
    if fact.href:
        # Written out, for paper leads nowhere.
        return (Piece(f"{fact.name}: ", soft=True), Piece(fact.value, soft=True, href=fact.href))
    return (Piece(f"{fact.name}: {date(fact.date) if fact.date else fact.value}", soft=True),)


def _article(view: SourceLink, anchored: Findings) -> Article:
    briefing = anchored.briefing
    return next(one for id, one in briefing.articles.items() if briefing.letter(id) == view.letter)


def origin(view: OriginView) -> tuple[Line, ...]:
    """Where things were first said."""
    told = (
        f" ({view.kind})",
        links(view.by),
        date(view.date) if view.date else "",
        phrase("passed-on", view.derived_from) if view.derived_from else "",
    )
    first: Line = (Piece(view.title, strong=True), Piece(", ".join(filter(None, told))))
    more = (phrase("counts-once", view.counts_once) if view.counts_once else "", view.note)
    quotes = tuple(line for quote in view.quotes for line in _origin_quote(quote))
    return (first, *quotes, *((Piece(text),) for text in more if text))


def _origin_quote(view: OriginQuoteView) -> Iterator[Line]:
    words = phrase("left-out-between").join(view.words)
    where = Piece(f"{phrase('source', view.letter)}, {view.place}: “")
    yield (where, Piece(words, language=view.language), Piece("”"))
    if view.translation:
        yield (Piece(phrase("translation") + view.translation),)
    if view.note:
        yield (Piece(phrase("on-quote") + view.note),)


def aside(view: AsideView) -> tuple[Line, ...]:
    """A passage that was read and not used."""
    where = Piece(f"{phrase('source', view.letter)}, {view.place}: ", strong=True)
    if not view.words:
        return ((where, Piece(view.reason)),)
    words = phrase("left-out-between").join(view.words)
    return ((where, Piece("“"), Piece(words, language=view.language), Piece(f"”: {view.reason}")),)


def versions(views: Iterable[VersionView]) -> Iterator[Block]:
    """What changed, newest first: a line a change."""
    for view in views:
        day = phrase("first-published", view.date) if view.first else view.date
        known_as = phrase("version", view.version) if view.version else ""
        yield Paragraph(joined(((Piece(day, strong=True),), facts((known_as,)))), leads=bool(view.changes))
        lines = [_change(one) for one in (*view.changes, *view.folded)]
        if view.more:
            lines.append((Piece(phrase("more-changes", view.more)),))
        if lines:
            yield Items(tuple((line,) for line in lines))


def _change(view: ChangeView) -> Line:
    name = leading(view.name, anchor(view.href)) if view.name else ()
    lead = f"{view.lead}: " if view.lead and (view.name or view.how) else view.lead
    how = f"{view.colon} {view.how}" if view.name and view.how else view.how
    return tuple(piece for piece in (Piece(lead), *name, Piece(how)) if piece.text)
