"""A briefing on paper: one sheet that can be handed on, then the evidence as its annex."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from generator.analyse.findings.findings import Findings
from generator.model.dates import parse
from generator.model.passage import Speech
from generator.render.addresses import briefing_page, paper_of
from generator.render.edition import Edition, visible
from generator.render.page import Page
from generator.render.pages.briefing import FIRST_SOURCES, SentenceView
from generator.render.paper import entries
from generator.render.paper.blocks import Block, Heading, Items, Line, Paper, Paragraph, Piece, Words
from generator.render.paper.lines import anchor, basis, date, joined, leading, paragraphs, tombstone
from generator.render.parts.versions import SHORT
from generator.render.words import phrase
from generator.render.words.values import SPEECH

LONGEST_ADDRESS: Final = 64
"""How many characters of the address stand there."""


def paper(
    view: Mapping[str, Any],
    anchored: Findings,
    *,
    address: str = "",
    version: str = "",
    changed: str = "",
) -> Paper:
    """A briefing as sheets.

    Args:
        view: what the briefing's page shows, so that paper shows the same.
        findings: what the view was made of, for what only paper tells: places, and addresses of sources.
        address: where the briefing stands on the web, in full; empty when that isn't known.
        version: the hash of the briefing's folder; empty when it isn't known.
        changed: the day of the last substantive change, as YYYY-MM-DD; empty when it isn't known.

    Raises:
        ValueError: ``changed`` is no such day.
    """
    summary = anchored.briefing.summary
    last = phrase("last-changed", parse(changed).words()) if changed else ""
    return Paper(
        title=view["title"],
        description=view["bottom_line"][0].text if view["bottom_line"] else "",
        editors=summary.editors,
        topics=tuple(one.text for one in view["topics"]),
        changed=changed,
        address=address,
        footer=tuple(filter(None, (_state(view, version), _short(address)))),
        page=phrase("page"),
        own_address=phrase("own-address"),
        first=tuple(_first(view, anchored, last)),
        annex=tuple(_annex(view, anchored, address, version, last)),
    )


def _state(view: Mapping[str, Any], version: str) -> str:
    """What a single sheet has to tell of the paper that it comes from."""
    states = [phrase(state) for state in ("withdrawn", "draft", "archived") if view[state]]
    as_of = phrase("as-of", view["as_of"].words) if view["as_of"] else ""
    told = phrase("version", version[:SHORT]) if version else ""
    return " · ".join(filter(None, (*states, as_of, told)))


def _short(address: str) -> str:
    """An address as people write it by hand; the middle of a long one is left out."""
    plain = address.partition("://")[2].rstrip("/")
    host, _, path = plain.partition("/")
    return plain if len(plain) <= LONGEST_ADDRESS else f"{host}/…/{path.rpartition('/')[2]}"


def _first(view: Mapping[str, Any], anchored: Findings, last: str) -> Iterator[Block]:
    """The first screen of the page: what is known, what is judged, what is open, and from which sources."""
    as_of = view["as_of"]
    known = (
        (phrase("as-of", as_of.words) + (phrase("our-inference") if as_of.inferred_from else ""))
        if as_of
        else ""
    )
    yield Paragraph(
        joined((Piece(text, soft=True),) for text in (known, last, view["sources_known"]) if text)
    )
    if view["withdrawn"]:
        yield Paragraph(tombstone(view["withdrawn"]), framed=True)
    for state in ("draft", "archived"):
        if view[state]:
            yield Paragraph((Piece(phrase(f"{state}-state"), strong=True),), framed=True)
    if view["bottom_line"]:
        yield _heading(1, "in-short")
        sentences = ((_bottom_line(one), basis(one.claims)) for one in view["bottom_line"])
        yield Items(tuple(sentences), numbered=True)
    if view["assessments"] or not view["withdrawn"]:
        yield _heading(1, "assessments")
        if view["assessments"]:
            yield Items(tuple(entries.assessment(one) for one in view["assessments"]))
        else:
            more: Line = (Piece(" "), *leading(phrase("see-about"), "about")) if view["note"] else ()
            yield Paragraph((Piece(phrase("none-made")), *more))
    if view["first_open"]:
        yield _heading(1, "still-open")
        yield Items(tuple(_still_open(view)))
    if view["sources"]:
        yield _heading(1, "sources")
        named = [(entries.source_line(one, anchored),) for one in view["sources"][:FIRST_SOURCES]]
        if len(view["sources"]) > FIRST_SOURCES:
            named.append((leading(phrase("more-sources", len(view["sources"])), "sources"),))
        yield Items(tuple(named))


def _bottom_line(view: SentenceView) -> Line:
    label = (Piece(f"{view.label} ", strong=True),) if view.label else ()
    return (*label, Piece(view.text))


def _still_open(view: Mapping[str, Any]) -> Iterator[tuple[Line, ...]]:
    for one in view["first_open"]:
        partly = f" {phrase('partly')}" if one.partly else ""
        yield ((*leading(one.text + partly, anchor(one.href)),),)
    if view["open_count"] > len(view["first_open"]):
        yield (leading(phrase("all-open", view["open_count"]), "questions"),)


def _annex(
    view: Mapping[str, Any], anchored: Findings, address: str, version: str, last: str
) -> Iterator[Block]:
    """Everything else that the page says, in its order."""
    yield Heading(1, (Piece(phrase("annex")),), "annex")
    if view["matters"]:
        yield from _how_to_read()
    for matter in view["matters"]:
        yield Heading(2, (Piece(matter.title),), matter.anchor)
        yield from paragraphs(matter.note)
        for one in matter.claims:
            yield from entries.claim(one)
        if not matter.claims:
            yield Paragraph((Piece(phrase("no-claim")),))
    if view["questions"]:
        yield _heading(2, "questions", "questions")
        for one in view["questions"]:
            yield from entries.question(one)
    if view["moments"]:
        yield _heading(2, "timeline")
        yield Items(tuple(entries.moment(one) for one in view["moments"]))
    if view["actors"]:
        yield _heading(2, "who")
        yield entries.actors(view["actors"])
    if view["sources"]:
        yield _heading(2, "sources", "sources")
        yield Items(tuple(entries.source(one, anchored) for one in view["sources"]))
    if view["origins"]:
        yield _heading(2, "origins")
        yield Items(tuple(entries.origin(one) for one in view["origins"]))
    if view["set_aside"]:
        yield _heading(2, "set-aside")
        yield Items(tuple(entries.aside(one) for one in view["set_aside"]))
    if view["versions"] or view["no_history"]:
        yield _heading(2, "changed")
        yield from entries.versions(view["versions"])
        yield from paragraphs("" if view["versions"] else view["no_history"])
    if not view["withdrawn"]:
        yield _heading(2, "cite")
        yield Paragraph((Piece(view["citation"]),))
    yield from _about(view, address, version, last)


def _how_to_read() -> Iterator[Block]:
    yield Paragraph((Piece(phrase("how-to-read"), soft=True),))
    for speech in SPEECH:
        words = phrase(f"shape-{speech.value}")
        marked = f"“{words}”" if speech is Speech.SPOKEN else words
        yield Words(speech.value, (Piece(marked),), ())


def _about(view: Mapping[str, Any], address: str, version: str, last: str) -> Iterator[Block]:
    yield _heading(2, "about-briefing", "about")
    yield from paragraphs(view["note"])
    known = phrase("as-of", date(view["as_of"])) if view["as_of"] else ""
    topics = phrase("topics") + ", ".join(one.text for one in view["topics"]) if view["topics"] else ""
    editors = phrase("editors") + view["editors"] if view["editors"] else ""
    told = phrase("version", version) if version else ""
    for text in (known, last, topics, editors, told):
        if text:
            yield Paragraph((Piece(text[0].upper() + text[1:]),))
    if address:
        yield Paragraph((Piece(phrase("address")), Piece(address, href=address)))


def _heading(level: int, word: str, to: str = "") -> Heading:
    return Heading(level, (Piece(phrase(word)),), to)


def papers(pages: Iterable[Page], all_anchored: Sequence[Findings], edition: Edition) -> dict[str, Paper]:
    """The papers of all briefings that are shown, by their files' paths without an ending.

    Args:
        pages: as `plan` makes them; what a briefing's page shows is what its paper shows.
    """
    views = {page.path: page.view for page in pages}
    made = {}
    for anchored in visible(all_anchored, drafts=edition.drafts):
        slug = anchored.briefing.slug
        view = views[briefing_page(slug)]
        changed = edition.past.of(slug).last_changed
        made[paper_of(slug)] = paper(
            view,
            anchored,
            address=view["address"],
            version=edition.versions.get(slug, ""),
            changed=changed.date if changed else "",
        )
    return made


def moved_too(files: Mapping[str, bytes], all_anchored: Sequence[Findings]) -> dict[str, bytes]:
    """The files, and each at the addresses that its briefing had before as well."""
    found = dict(files)
    for anchored in all_anchored:
        for slug in anchored.briefing.summary.former_slugs:
            for ending in ("pdf", "docx"):
                made = files.get(f"{paper_of(anchored.briefing.slug)}.{ending}")
                if made is not None:
                    found[f"{paper_of(slug)}.{ending}"] = made
    return found
