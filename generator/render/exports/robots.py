"""The file robots.txt (RFC 9309), which keeps search engines from persons' data files and feeds."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from generator.analyse.findings.findings import Findings
from generator.model.briefing import actors_of
from generator.model.settings import Settings
from generator.render.addresses import actor_data, feed_of_actor, site_path

ROBOTS = "robots.txt"


def robots(shown: Sequence[Findings], settings: Settings) -> str:
    """Write the file robots.txt.

    A person's page asks by itself not to be listed, and must be read for that. A person's data file and feed
    can't ask, so search engines are told not to read them.

    Args:
        shown: the briefings that the site shows.
        settings: the site's; with its address the file names the sitemap.
    """
    base = urlsplit(settings.site or "").path.rstrip("/")
    persons = sorted(
        {
            id
            for id, actor in actors_of(findings.briefing for findings in shown).items()
            if actor.kind in (None, "person")
        }
    )
    hidden = [path for id in persons for path in (actor_data(id), feed_of_actor(id))]
    lines = ["User-agent: *", *(f"Disallow: {base}/{site_path(path)}" for path in hidden)]
    if not hidden:
        lines.append("Disallow:")
    if settings.site:
        lines += ["", f"Sitemap: {settings.site.rstrip('/')}/sitemap.xml"]
    return "\n".join([*lines, ""])
