"""Plans every page of the site."""

from collections.abc import Sequence

from generator.analyse.findings.findings import Findings
from generator.render.edition import PLAIN, Edition, visible
from generator.render.page import Page
from generator.render.pages.actors import actor_plans
from generator.render.pages.briefing import briefing_plan
from generator.render.pages.briefings import briefing_list_plans
from generator.render.pages.changes import briefing_changes_plans, changes_plans
from generator.render.pages.data import data_plan
from generator.render.pages.guide import guide_plan
from generator.render.pages.home import home_plan
from generator.render.pages.method import method_plan
from generator.render.pages.questions import questions_plans
from generator.render.pages.redirects import moved_plans
from generator.render.pages.search import search_plan
from generator.render.pages.source import source_plan
from generator.render.pages.topics import topic_plans


def plan(all_findings: Sequence[Findings], edition: Edition = PLAIN) -> list[Page]:
    """Plan every page of the site; pages of drafts only where the edition shows drafts."""
    pages = plan_site(all_findings, edition)
    for findings in visible(all_findings, drafts=edition.drafts):
        pages += plan_briefing(findings, edition)
    return pages


def plan_site(all_findings: Sequence[Findings], edition: Edition = PLAIN) -> list[Page]:
    """Plan the pages that are no single briefing's."""
    shown = visible(all_findings, drafts=edition.drafts)
    return [
        home_plan(shown, edition),
        *briefing_list_plans(shown, edition),
        *topic_plans(shown, edition),
        *questions_plans(shown, edition),
        *changes_plans(shown, edition),
        method_plan(edition.settings),
        guide_plan(),
        search_plan(),
        data_plan(shown, edition.settings, edition.past),
        *actor_plans(shown, edition),
    ]


def plan_briefing(findings: Findings, edition: Edition = PLAIN) -> list[Page]:
    """Plan the pages of one briefing, its own page first; they follow from nothing of other briefings."""
    edition = edition.of(findings.briefing.slug)
    return [
        briefing_plan(findings, edition),
        *briefing_changes_plans(findings, edition),
        *moved_plans(findings),
        *(source_plan(findings, article, edition) for article in findings.briefing.articles.values()),
    ]
