"""Addresses in the site's repository where a reader can report an error and an editor can edit a file."""

from urllib.parse import quote, urlencode

from generator.model.settings import Settings
from generator.render.words import phrase


def correction_address(settings: Settings, address: str, speaker: str) -> str:
    """The address of the issue form for a correction, filled in; empty without a repository.

    Args:
        settings: the site's.
        address: the claim's address, relative to the site's root.
        speaker: the claim's speaker, for the title of the issue.
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
    """The address where the file ``path`` can be edited as a pull request; empty without a repository."""
    if settings.repository is None:
        return ""
    return f"{settings.repository.rstrip('/')}/edit/{settings.branch}/{path}"
