"""Citations of briefings, and the footer of printed pages."""

from generator.analyse.findings.findings import Findings
from generator.render.addresses import briefing_page, site_path
from generator.render.bidi import isolated, joined
from generator.render.edition import Edition
from generator.render.parts.dates import date_view
from generator.render.parts.last_change import SHORT, last_changed
from generator.render.words import phrase


def citation(findings: Findings, edition: Edition) -> str:
    """Cite a briefing by title, site, as-of date, last change and version, without its address."""
    briefing = findings.briefing
    as_of = date_view(briefing.summary.as_of)
    changed = last_changed(edition.past.of(briefing.slug))
    version = edition.versions.get(briefing.slug, "")
    known = [
        phrase("as-of", as_of.words) if as_of else "",
        phrase("last-changed", changed) if changed else "",
        phrase("version", version[:SHORT]) if version else "",
    ]
    details = "; ".join(part for part in known if part)
    site = edition.settings.name
    # Quotation marks within quotation marks are single ones.
    inner = briefing.title.translate({ord("“"): "‘", ord("”"): "’"})
    title = f"“{isolated(inner)}”" + (f", {isolated(site)}" if site else "")
    if briefing.is_draft:
        title = phrase("draft-title", title)
    return f"{title}. {details[0].upper()}{details[1:]}." if details else f"{title}."


def public_address(findings: Findings, edition: Edition, here: str = "") -> str:
    """The absolute address of a briefing's page, or of the page ``here``; empty where the site has none."""
    site = (edition.settings.site or "").rstrip("/")
    return f"{site}/{site_path(here or briefing_page(findings.briefing.slug))}" if site else ""


def print_footer(findings: Findings, edition: Edition, here: str = "") -> str:
    """The footer of every printed sheet: the site's name, the as-of date, the version and the address.

    It is that of the briefing's own page, or of ``here``, the page of one of its sources.
    """
    as_of = date_view(findings.briefing.summary.as_of)
    version = edition.versions.get(findings.briefing.slug, "")
    parts = (
        phrase("draft") if findings.briefing.is_draft else "",
        edition.settings.name,
        phrase("as-of", as_of.words) if as_of else "",
        phrase("version", version[:SHORT]) if version else "",
        public_address(findings, edition, here),
    )
    return joined(" · ", (part or "" for part in parts))
