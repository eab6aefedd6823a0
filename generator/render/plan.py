"""Findings to pages: what the site holds, and what each page shows."""

from collections.abc import Iterable, Sequence

from generator.analyse.quotes.anchored import Findings
from generator.render.actor_pages import actor_plans
from generator.render.briefing_lists import briefing_list_plans
from generator.render.briefing_page import briefing_plan
from generator.render.change_pages import changes_plans
from generator.render.data_page import data_plan
from generator.render.edition import PLAIN, Edition
from generator.render.home_page import home_plan, method_plan, search_plan
from generator.render.moved import moved_plans
from generator.render.page import Page
from generator.render.question_pages import questions_plans
from generator.render.source_page import source_plan
from generator.render.topic_pages import topic_plans


def plan(all_findings: Sequence[Findings], edition: Edition = PLAIN) -> list[Page]:
    """Every page of the site; drafts only when they are asked for."""
    shown = visible(all_findings, drafts=edition.drafts)
    return [
        home_plan(shown, edition),
        *briefing_list_plans(shown, edition),
        *topic_plans(shown, edition),
        *questions_plans(shown),
        *changes_plans(shown, edition),
        method_plan(),
        search_plan(),
        data_plan(shown, edition.settings, edition.past),
        *actor_plans(shown, edition),
        *_briefings(shown, edition),
    ]


def visible(all_findings: Sequence[Findings], *, drafts: bool = False) -> list[Findings]:
    """The briefings that the site shows."""
    return [one for one in all_findings if drafts or one.briefing.summary.status != "draft"]


def _briefings(shown: Sequence[Findings], edition: Edition) -> Iterable[Page]:
    for findings in shown:
        yield briefing_plan(findings, edition)
        yield from moved_plans(findings)
        for article in findings.briefing.articles.values():
            yield source_plan(findings, article, edition)
