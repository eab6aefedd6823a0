"""How a briefing is cited: by its title, what it knew, its version and its address."""

from generator.analyse.findings import Findings
from generator.render.addresses import briefing_page, site_path
from generator.render.change_pages import SHORT, last_changed
from generator.render.claims import date_view
from generator.render.edition import Edition


def citation(findings: Findings, edition: Edition) -> str:
    """One line that names this version of the briefing, so that anybody can find it again."""
    briefing = findings.briefing
    as_of = date_view(briefing.summary.as_of)
    changed = last_changed(edition.past.of(briefing.slug))
    version = edition.versions.get(briefing.slug, "")
    known = [
        f"As of {as_of.words}" if as_of else "",
        f"last changed {changed}" if changed else "",
        f"version {version[:SHORT]}" if version else "",
    ]
    site = (edition.settings.site or "").rstrip("/")
    address = f"{site}/{site_path(briefing_page(briefing.slug))}" if site else ""
    told = "; ".join(part for part in known if part)
    parts = (f"“{briefing.summary.title or briefing.slug}”", f"{told[:1].upper()}{told[1:]}", address)
    return ". ".join(part for part in parts if part)
