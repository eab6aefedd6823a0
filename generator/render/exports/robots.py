"""What search engines are asked: to read the pages, which say themselves what is not to be listed."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from generator.analyse.findings.findings import Findings
from generator.model.settings import Settings
from generator.render.addresses import actor_data, feed_of_actor, site_path

ROBOTS = "robots.txt"


def robots(shown: Sequence[Findings], settings: Settings) -> str:
    """The file robots.txt (RFC 9309).

    A person's page asks not to be listed, and must be read for that. A person's data and feed can't ask, so
    that they are not to be read.
    """
    base = urlsplit(settings.site or "").path.rstrip("/")
    persons = sorted(
        {
            id
            for findings in shown
            for id, actor in findings.briefing.actors.items()
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
