"""Findings to pages: what the site holds, and what each page shows."""

from collections.abc import Iterable, Sequence

from generator.analyse.findings import Findings
from generator.model.settings import NOTHING_SET, Settings
from generator.render.actor_pages import actor_plans
from generator.render.briefing_page import briefing_plan, moved_plans
from generator.render.home_page import home_plan, method_plan, search_plan
from generator.render.page import Page
from generator.render.question_pages import questions_plan
from generator.render.sources import source_plan


def plan(
    all_findings: Sequence[Findings], settings: Settings = NOTHING_SET, *, drafts: bool = False
) -> list[Page]:
    """Every page of the site; drafts only when they are asked for."""
    shown = visible(all_findings, drafts=drafts)
    indexes = [home_plan(shown), questions_plan(shown), method_plan(), search_plan(), *actor_plans(shown)]
    return [*indexes, *_briefings(shown, settings)]


def visible(all_findings: Sequence[Findings], *, drafts: bool = False) -> list[Findings]:
    """The briefings that the site shows."""
    return [one for one in all_findings if drafts or one.briefing.summary.status != "draft"]


def _briefings(shown: Sequence[Findings], settings: Settings) -> Iterable[Page]:
    for findings in shown:
        yield briefing_plan(findings, settings)
        yield from moved_plans(findings)
        for article in findings.briefing.articles.values():
            yield source_plan(findings, article, settings)
