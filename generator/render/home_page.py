"""The pages that lead to the others: home, how to read the site, and search."""

from collections.abc import Sequence

from generator.analyse.findings import Findings
from generator.render.addresses import (
    ACTORS,
    HOME,
    METHOD,
    QUESTIONS,
    SEARCH,
    briefing_page,
    link,
    site_address,
)
from generator.render.briefing_page import (
    FIRST_QUESTIONS,
    question_views,
    source_links,
    sources_known,
)
from generator.render.claims import ClaimWriter, date_view
from generator.render.edition import PLAIN, Edition
from generator.render.page import Page
from generator.render.views import (
    BriefingLine,
    QuestionView,
    SentenceView,
)
from generator.render.words import RELATION, SPEECH


def home_plan(all_findings: Sequence[Findings], edition: Edition = PLAIN) -> Page:
    """Plan the home page: with one briefing its first lines, with more a line for each."""
    only = all_findings[0] if len(all_findings) == 1 and _stands(all_findings[0]) else None
    lines = sorted(
        (_line(findings, HOME) for findings in all_findings), key=lambda line: line.title.casefold()
    )
    return Page(
        path=HOME,
        template="home",
        title="What is known, who said it, what is open",
        description="What is known, who said it, what is open: each claim with the words it rests on.",
        view={
            "only": _line(only, HOME) if only else None,
            "sources_known": sources_known(only.briefing) if only else "",
            "sources": source_links(only.briefing, HOME) if only else (),
            "bottom_line": _bottom_line(only) if only else (),
            "first_open": _open(only, HOME)[:FIRST_QUESTIONS] if only else (),
            "current": tuple(line for line in lines if not line.archived and not line.withdrawn),
            "archived": tuple(line for line in lines if line.archived and not line.withdrawn),
            "withdrawn": tuple(line for line in lines if line.withdrawn),
            "method": link(HOME, METHOD),
        },
    )


def method_plan() -> Page:
    """Plan the page that tells how to read the marks."""
    return Page(
        path=METHOD,
        template="method",
        title="How to read this",
        description="What the marks mean; what was checked by machine and what was not.",
        view={
            "speech": {kind.name: words for kind, words in SPEECH.items()},
            "relation": {
                "contradicts": RELATION["contradicts"],
                "corroborates": RELATION["corroborates"],
                "differs": RELATION["differs-in-scope"],
                "further": RELATION["goes-further-than"],
                "later": RELATION["later-position-of"],
            },
        },
    )


def search_plan() -> Page:
    """Plan the page that search fills."""
    return Page(
        path=SEARCH,
        template="search",
        title="Search",
        description="Search single claims, questions, people, sources and briefings.",
        view={
            "home": site_address(SEARCH, HOME),
            "questions": site_address(SEARCH, QUESTIONS),
            "actors": site_address(SEARCH, ACTORS),
        },
        indexed=False,
    )


def _line(findings: Findings, here: str) -> BriefingLine:
    summary = findings.briefing.summary
    return BriefingLine(
        title=summary.title or findings.briefing.slug,
        href=link(here, briefing_page(findings.briefing.slug)),
        as_of=date_view(summary.as_of),
        first=summary.bottom_line[0].text if summary.bottom_line else "",
        open_questions=len(_open(findings, here)),
        archived=summary.status == "archived",
        withdrawn=summary.withdrawn is not None,
    )


def _bottom_line(findings: Findings) -> tuple[SentenceView, ...]:
    claims = ClaimWriter(findings, HOME)
    return tuple(
        SentenceView(one.text, claims.links(one.claims)) for one in findings.briefing.summary.bottom_line
    )


def _open(findings: Findings, here: str) -> tuple[QuestionView, ...]:
    return tuple(one for one in question_views(findings, here) if one.still_open)


def _stands(findings: Findings) -> bool:
    """Whether a briefing is neither withdrawn nor in the archive."""
    summary = findings.briefing.summary
    return summary.withdrawn is None and summary.status != "archived"
