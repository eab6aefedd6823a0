"""Plans pages that redirect from a briefing's former addresses to the present ones."""

from generator.analyse.findings.findings import Findings
from generator.render.addresses import briefing_page, link, site_address, source_page
from generator.render.page import Page
from generator.render.parts.source_labels import label
from generator.render.words import phrase


def moved_plans(findings: Findings) -> list[Page]:
    """Plan a redirecting page for a briefing and each of its sources, at each former slug."""
    briefing = findings.briefing
    title = briefing.title
    pages = []
    for slug in briefing.summary.former_slugs:
        pages.append(_redirect(briefing_page(slug), briefing_page(briefing.slug), title))
        for article in briefing.articles.values():
            name = phrase("source-title", briefing.letter(article.id), label(article))
            old, new = source_page(slug, article.id), source_page(briefing.slug, article.id)
            pages.append(_redirect(old, new, name))
    return pages


def _redirect(old: str, new: str, title: str) -> Page:
    return Page(
        path=old,
        template="moved",
        title=title,
        description=phrase("moved-description", title),
        view={"title": title, "there": link(old, new)},
        indexed=False,
        head={"moved_to": site_address(old, new)},
    )
