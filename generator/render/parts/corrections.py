"""Addresses where a reader can report an error, to the repository or the team, and an editor edit a file."""

from urllib.parse import quote, urlencode, urlunsplit

from generator.model.settings import Settings
from generator.render.escape import visible
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
    fields = {
        "template": "correction.yml",
        "title": phrase("correction-of", speaker),
        "address": _absolute(settings, address),
    }
    return f"{settings.repository.rstrip('/')}/issues/new?{urlencode(fields, quote_via=quote)}"


def contact_address(settings: Settings, subject: str = "", address: str = "") -> str:
    """The address at which a reader can write to the team; empty where they gave none.

    A page of theirs is linked as it is. A mail has its subject and begins with the address it is about
    (RFC 6068).

    Args:
        settings: the site's.
        subject: what the mail is about; without it the mail is empty.
        address: the address of what is wrong, relative to the site's root.
    """
    contact = settings.contact or ""
    # No e-mail address has a colon, as reading makes sure.
    if not contact or ":" in contact:
        return contact
    fields = {
        "subject": phrase("correction-of", visible(" ".join(subject.split()))),
        "body": phrase("correction-mail", _absolute(settings, address)).replace("\n", "\r\n"),
    }
    told = urlencode(fields, quote_via=quote, safe="") if subject else ""
    return urlunsplit(("mailto", "", contact, told, ""))


def edit_address(settings: Settings, path: str) -> str:
    """The address where the file ``path`` can be edited as a pull request; empty without a repository."""
    if settings.repository is None:
        return ""
    return f"{settings.repository.rstrip('/')}/edit/{settings.branch}/{path}"


def _absolute(settings: Settings, address: str) -> str:
    """An address with the site's own before it, where that is known."""
    site = (settings.site or "").rstrip("/")
    return f"{site}/{address}" if site else address
