"""What tests of paper are made of: the papers of two repositories that were made up, and small ones."""

from collections.abc import Iterable
from functools import cache
from typing import Any, Final

from generator.analyse.findings.findings import Findings
from generator.model.diagnostics import errors
from generator.pipeline import check
from generator.render.pages.briefing import briefing_plan
from generator.render.paper.blocks import Block, Heading, Paper, Paragraph, Piece, lines_of
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


def golden_view(slug: str = "oldmere-bridge") -> dict[str, Any]:
    return dict(briefing_plan(golden(slug)).view)


@cache
def golden_paper(slug: str = "oldmere-bridge") -> Paper:
    found = golden(slug)
    return paper(briefing_plan(found).view, found, address=ADDRESS, version=VERSION, changed="2031-03-06")


def small(*blocks: Block, **given: Any) -> Paper:
    """A paper of these blocks on its first sheet, and one paragraph in its annex."""
    filling: dict[str, Any] = {
        "title": "The harbour wall",
        "description": "It holds.",
        "editors": ("R. Okoro",),
        "topics": ("harbours",),
        "changed": "2031-03-06",
        "address": ADDRESS,
        "footer": ("Describes 5 March 2031", "briefings.example"),
        "page": "page {0} of {1}",
        "own_address": "This paper: ",
        "first": (Paragraph((Piece("Describes 5 March 2031"),)), *blocks),
        "annex": (Heading(1, (Piece("The evidence"),), "annex"), Paragraph((Piece("The end."),))),
    }
    return Paper(**{**filling, **given})


def said(*texts: str) -> tuple[Block, ...]:
    """A paragraph for each text."""
    return tuple(Paragraph((Piece(text),)) for text in texts)


def words_of(block: Block) -> list[str]:
    """Each line of a block as one text, without what only a PDF can tell."""
    return ["".join(piece.text for piece in line if not piece.sheet) for line in lines_of(block)]


def text_of(blocks: Iterable[Block]) -> str:
    return "\n".join(line for block in blocks for line in words_of(block))
