"""Where a reader can say that something is wrong, and where an editor can mend it."""

from urllib.parse import quote, urlencode

from generator.model.settings import Settings
from generator.render.words import phrase


def correction_address(settings: Settings, address: str, speaker: str) -> str:
    """The form for a correction, filled in with the claim's address; empty without a repository.

    Args:
        settings: the site's.
        address: the claim's place below the site's address.
        speaker: who says it, for the title.
    """
    if settings.repository is None:
        return ""
    site = (settings.site or "").rstrip("/")
    fields = {
        "template": "correction.yml",
        "title": phrase("correction-of", speaker),
        "address": f"{site}/{address}" if site else address,
    }
    return f"{settings.repository.rstrip('/')}/issues/new?{urlencode(fields, quote_via=quote)}"


def edit_address(settings: Settings, path: str) -> str:
    """Where the file ``path`` can be edited as a proposal; empty without a repository."""
    if settings.repository is None:
        return ""
    return f"{settings.repository.rstrip('/')}/edit/{settings.branch}/{path}"
