"""What tests of paper are made of: the papers of two repositories that were made up, and small ones."""

import dataclasses
from collections.abc import Iterable
from functools import cache
from typing import Any, Final

from generator.analyse.findings.findings import Findings
from generator.model.diagnostics import errors
from generator.pipeline import check
from generator.render.briefing.make import briefing_view
from generator.render.briefing.view import BriefingView
from generator.render.paper.blocks import Block, Columns, Heading, Paper, Paragraph, Piece, lines_of
from generator.render.paper.layout import paper
from tests.check.cases import MINIMAL
from tests.paths import GOLDEN

REPOSITORIES: Final = {"golden": GOLDEN, "minimal": MINIMAL}
ADDRESS: Final = "https://briefings.example/briefings/oldmere-bridge/"
VERSION: Final = "0123456789abcdef0123456789abcdef01234567"

# Whatever a contributor may write: typst's marks, Markdown's, HTML's, XML's, a formula, tricks of writing.
HOSTILE: Final = (
    '#read("/etc/passwd")',
    '#import "@preview/x:0.1.0": *',
    "#sys.inputs #panic(1) #{ 1 + 1 }",
    "$x^2$ @ref <label> [x] *b* _i_ `c` ~ // no /* no */ \\ \\u{41} ... -- --- :) 'a' \"b\"",
    "= heading",
    "- item",
    "+ item",
    "/ term: text",
    "1. item",
    "http://evil.example/x www.evil.example a@evil.example",
    "<script>alert(1)</script> <w:p/> &amp; ]]> <!-- x -->",
    '=HYPERLINK("http://evil.example")',
    "{{ config }} {% raw %} %(a)s {0} {1}",
)


@cache
def anchored_of(name: str) -> tuple[Findings, ...]:
    checked = check(REPOSITORIES[name])
    assert errors(checked.diagnostics) == []
    return checked.findings


def golden(slug: str = "oldmere-bridge") -> Findings:
    return next(one for one in anchored_of("golden") if one.briefing.slug == slug)


@cache
def golden_view(slug: str = "oldmere-bridge") -> BriefingView:
    return dataclasses.replace(briefing_view(golden(slug)), address=ADDRESS, edited="6 March 2031")


def changed_view(**changes: Any) -> BriefingView:
    return dataclasses.replace(golden_view(), **changes)


def made_of(view: BriefingView, **given: Any) -> Paper:
    """The paper of a view, which may be a changed one."""
    return paper(view, golden(view.slug), **given)


@cache
def golden_paper(slug: str = "oldmere-bridge") -> Paper:
    return made_of(golden_view(slug), version=VERSION, changed="2031-03-06")


def small(*blocks: Block, **given: Any) -> Paper:
    """A paper of these blocks on its first sheet, and one paragraph in its annex."""
    title = given.get("title", "The harbour wall")
    filling: dict[str, Any] = {
        "title": title,
        "description": "It holds.",
        "editors": ("R. Okoro",),
        "topics": ("harbours",),
        "changed": "2031-03-06",
        "footer": ("Describes 5 March 2031", "briefings.example"),
        "page": "page {0} of {1}",
        "first": (Heading(1, (Piece(title),)), Paragraph((Piece("Describes 5 March 2031"),)), *blocks),
        "annex": (Heading(2, (Piece("The evidence"),)), Paragraph((Piece("The end."),))),
    }
    return Paper(**{**filling, **given})


def said(*texts: str) -> tuple[Block, ...]:
    """A paragraph for each text."""
    return tuple(Paragraph((Piece(text),)) for text in texts)


def words_of(block: Block) -> list[str]:
    """Each line of a block as one text."""
    return ["".join(piece.text for piece in line) for line in lines_of(block)]


def text_of(blocks: Iterable[Block]) -> str:
    return "\n".join(line for block in blocks for line in words_of(block))


def flat(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Blocks without columns, in reading order."""
    return tuple(
        one
        for block in blocks
        for one in (flat((*block.left, *block.right)) if isinstance(block, Columns) else (block,))
    )


def headings(blocks: Iterable[Block]) -> list[tuple[int, str]]:
    return [(one.level, words_of(one)[0]) for one in flat(blocks) if isinstance(one, Heading)]


def under(blocks: Iterable[Block], heading: str) -> tuple[Block, ...]:
    """What stands below a heading, up to the next one."""
    shown = flat(blocks)
    (start,) = [
        at for at, one in enumerate(shown, 1) if isinstance(one, Heading) and words_of(one) == [heading]
    ]
    end = next((at for at in range(start, len(shown)) if isinstance(shown[at], Heading)), len(shown))
    return shown[start:end]
