"""A paper as a whole: the foot of each sheet, where links lead, and that nothing of the page is lost."""

import dataclasses
import itertools
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from generator.render.briefing.make import briefing_view
from generator.render.briefing.matters import MatterView
from generator.render.briefing.view import BriefingView
from generator.render.edition import Edition, visible
from generator.render.environment import environment
from generator.render.escape import Safe
from generator.render.of_briefing import render_briefing
from generator.render.paper.blocks import Paper, first_sheet, lines_of
from generator.render.paper.layout import moved_too, paper
from generator.render.parts.claims.links import ClaimLink
from generator.render.parts.claims.opened import ClaimView, QuoteView
from generator.render.parts.lettered import TextPiece
from generator.render.parts.questions import QuestionView
from tests.render.paper.papers import (
    ADDRESS,
    REPOSITORIES,
    VERSION,
    anchored_of,
    changed_view,
    golden,
    golden_paper,
    golden_view,
    headings,
    made_of,
    text_of,
)

# What stands on every sheet.


def test_footer() -> None:
    assert golden_paper().footer == (
        "Describes about 5 March 2031 · version 0123456789ab",
        "briefings.example/briefings/oldmere-bridge",
    )


def test_what_is_not_known_is_left_out() -> None:
    made = made_of(dataclasses.replace(golden_view(), address=""))
    assert made.footer == ("Describes about 5 March 2031",)
    assert "Version" not in text_of(made.annex)


@pytest.mark.parametrize("state", ["draft", "archived"])
def test_a_state_is_told_on_every_sheet(state: str) -> None:
    made = made_of(changed_view(**{state: True}))
    assert made.footer[0] == f"{state.title()} · Describes about 5 March 2031"


def test_a_withdrawn_briefing_is_one_on_every_sheet() -> None:
    assert golden_paper("bell-tower").footer[0] == "Withdrawn · version 0123456789ab"


def test_a_long_address_is_shortened_in_the_footer_and_whole_elsewhere() -> None:
    address = f"https://intranet.example/{'policy/' * 12}briefings/oldmere-bridge/"
    made = made_of(dataclasses.replace(golden_view(), address=address))
    assert made.footer[1] == "intranet.example/…/oldmere-bridge"
    assert address in text_of(made.first) and address in text_of(made.annex)


# Files.


def test_every_briefing_that_is_shown_has_a_paper() -> None:
    found = anchored_of("golden")
    versions = {"oldmere-bridge": VERSION}
    edition = Edition(versions=versions)
    made = {one.briefing.slug: render_briefing(one, edition, environment())[1] for one in visible(found)}
    assert sorted(made) == ["bell-tower", "ferry-timetable", "oldmere-bridge"]
    assert made["oldmere-bridge"].footer == ("Describes about 5 March 2031 · version 0123456789ab",)


def test_files_stand_at_former_addresses_too() -> None:
    here = [f"briefings/oldmere-bridge/oldmere-bridge{end}" for end in (".pdf", "-sheet.pdf", ".docx")]
    there = [f"briefings/wend-bridge/wend-bridge{end}" for end in (".pdf", "-sheet.pdf", ".docx")]
    files = {path: path.encode() for path in here}
    moved = moved_too(files, [golden()])
    assert moved == {**files, **{old: files[new] for old, new in zip(there, here, strict=True)}}
    assert moved_too({}, [golden()]) == {}


def test_the_first_sheet_is_a_paper_of_its_own() -> None:
    alone = first_sheet(golden_paper())
    assert alone.first == golden_paper().first and alone.annex == ()
    assert alone.footer == golden_paper().footer


# Of the whole.


def papers_of(name: str) -> Iterator[tuple[BriefingView, Paper]]:
    for found in anchored_of(name):
        view = dataclasses.replace(briefing_view(found), address=ADDRESS, edited="6 March 2031")
        yield view, paper(view, found, version=VERSION, changed="2031-03-06")


@pytest.mark.parametrize("name", REPOSITORIES)
def test_the_title_comes_first_and_headings_never_skip_a_level(name: str) -> None:
    for view, made in papers_of(name):
        shown = headings((*made.first, *made.annex))
        assert shown[0] == (1, view.title)
        levels = [level for level, _ in shown]
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("name", REPOSITORIES)
def test_links_lead_to_anchors_of_which_there_is_one_each(name: str) -> None:
    for view, made in papers_of(name):
        pieces = [piece for one in (*made.first, *made.annex) for line in lines_of(one) for piece in line]
        anchors = Counter(piece.anchor for piece in pieces if piece.anchor)
        assert set(anchors.values()) <= {1}
        assert {piece.to for piece in pieces} - {""} <= set(anchors)
        assert {str(to) for to, _ in view.numbered} <= set(anchors)


# What paper tells in another way or not: the names of anchors and looks, what scripts and buttons need, a
# quote's whole sentence, what only a memo cites, and how much a folded section holds. Claims that something
# refers to are numbers on paper, and quotes on which accounts differ stand with their claims.
NOT_ON_PAPER: dict[type, set[str]] = {
    BriefingView: {
        "slug",
        "changed_time",
        "zone",
        "since_words",
        "edit",
        "print_footer",
        "downloads",
        "numbered",
    },
    ClaimView: {"id", "correction", "contact", "cited", "added", "changed"},
    ClaimLink: {"speaker", "lead", "text"},
    QuestionView: {"id", "wordings", "added", "changed"},
    QuoteView: {"mark", "context"},
    MatterView: {"anchor", "holds"},
}
NOT_WORDS = {"id", "anchor", "language", "fragment"}


def told(value: Any) -> Iterator[str]:
    """Each text of a view that paper has to tell."""
    if isinstance(value, Safe):
        return  # An address within the site, or markup for browsers.
    if isinstance(value, str):
        yield from filter(str.strip, re.split(r"\n[ \t]*\n", value))
    elif isinstance(value, tuple):
        for one in value:
            yield from told(one)
    elif isinstance(value, ClaimLink):
        yield str(value.number)
    elif isinstance(value, TextPiece):
        yield f"{value.text} {value.told}".strip()
    elif dataclasses.is_dataclass(value):
        left_out = NOT_ON_PAPER.get(type(value), set()) | NOT_WORDS
        if isinstance(value, QuoteView):
            yield value.context.place
            left_out |= {"segments"} if value.repeats else set()
        for field in dataclasses.fields(value):
            if field.name not in left_out:
                yield from told(getattr(value, field.name))


def lost(view: BriefingView, made: Paper) -> list[str]:
    # A name that opens a line has a capital there.
    text = text_of((*made.first, *made.annex)).casefold()
    # A withdrawn briefing isn't to be cited, on the page neither.
    shown = dataclasses.replace(view, citation="") if view.withdrawn else view
    return [one for one in told(shown) if one.casefold() not in text]


@pytest.mark.parametrize("name", REPOSITORIES)
def test_nothing_of_a_page_is_lost(name: str) -> None:
    for view, made in papers_of(name):
        assert lost(view, made) == []


@pytest.mark.parametrize(
    ("less", "gone"),
    [
        ({"unanswered": ()}, "Who wrote the report?"),
        ({"matters": ()}, "Cars may cross in May"),
        ({"origins": ()}, "No article quotes it."),
        ({"timeline": ()}, "A diver sees the cracks."),
        ({"topics": ()}, "Wend valley"),
    ],
)
def test_a_loss_would_be_seen(less: dict[str, Any], gone: str) -> None:
    """The control: a paper of a page that told less."""
    assert gone in lost(golden_view(), made_of(changed_view(**less)))
