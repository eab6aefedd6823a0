"""Settings: what mkdocs.yml sets for the whole site under ``extra: briefings:``."""

import re
from contextlib import suppress
from datetime import UTC, datetime
from difflib import get_close_matches
from typing import Annotated, Any, Final
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from generator.model.entry import Entry
from generator.model.located import Unquoted
from generator.model.texts import Id, Line, Url, url_fault


def _percent(value: Any) -> int:
    written = value.raw if isinstance(value, Unquoted) else str(value)
    if not re.fullmatch(r"[0-9]{1,3}", written, re.ASCII) or int(written) > 100:
        raise PydanticCustomError(
            "invalid-value", "{text}", {"text": written, "reason": "a share is a whole number from 0 to 100"}
        )
    return int(written)


Percent = Annotated[int, BeforeValidator(_percent)]
"""A share in per cent: a whole number from 0 to 100."""

_LABEL: Final = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
AUTHORITY: Final = re.compile(rf"(?:[a-z0-9._-]+@)?{_LABEL}(?:\.{_LABEL})*")
"""An authority of RFC 4151 in lower case: a host name or a mail address."""


def _authority(text: str) -> str:
    if not AUTHORITY.fullmatch(text):
        reason = "it is a host name or a mail address in small letters, without https:// and without a path"
        raise PydanticCustomError("invalid-value", "{text}", {"text": text, "reason": reason})
    return text


Authority = Annotated[str, StringConstraints(max_length=253), AfterValidator(_authority)]
"""Authority that the ids of feeds are named by: a host name or mail address (RFC 4151)."""


_LOCAL: Final = r"[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*"
_MAIL: Final = re.compile(rf"{_LOCAL}@{_LABEL}(?:\.{_LABEL})*", re.IGNORECASE | re.ASCII)


def _contact(text: str) -> str:
    scheme = text.partition(":")[0].lower()
    if scheme == "https":
        reason = url_fault(text)
    elif scheme == "mailto":
        reason = "an e-mail address stands without mailto:"
    elif scheme == "http":
        reason = "what readers write is to be sent by https"
    else:
        reason = None if _MAIL.fullmatch(text) else "it is neither one plain e-mail address nor an https page"
    if reason:
        raise PydanticCustomError("invalid-contact", "{text}", {"text": text, "reason": reason})
    return text


Contact = Annotated[str, StringConstraints(max_length=2000), AfterValidator(_contact)]
"""Where readers write to: an e-mail address, or an https page.

Of what RFC 5322 allows in an e-mail address, only what needs no quotation and no encoding in a link.
"""


def _time_zone(name: str) -> str:
    known = available_timezones()
    if not known:
        reason = "this computer has no table of time zones; 'python -m pip install tzdata' brings one"
    elif name not in known or not _ZONE.fullmatch(name):
        near = get_close_matches(name, [zone for zone in known if _ZONE.fullmatch(zone)], n=1)
        reason = f"IANA's table of time zones has no such name, but '{(near or ['Europe/Paris'])[0]}'"
    else:
        return name
    raise PydanticCustomError("invalid-value", "{text}", {"text": name, "reason": reason})


# Without the names of files beside the zones, such as posixrules and localtime.
_ZONE: Final = re.compile(r"UTC|[A-Z][A-Za-z_]+(?:/[A-Za-z0-9_+-]+){1,2}")

TimeZone = Annotated[str, StringConstraints(max_length=100), AfterValidator(_time_zone)]
"""A time zone of IANA's: ``Europe/Paris``."""


def _unquoted_date(value: Any) -> Any:
    return value.raw if isinstance(value, Unquoted) and value.kind != "null" else value


Revision = Annotated[
    str, BeforeValidator(_unquoted_date), Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._/~^@{}-]{0,199}$")
]
"""A date as YYYY-MM-DD, or a revision as git names it."""


class Settings(Entry):
    """What mkdocs.yml sets under ``extra: briefings:``; what is not set is left out of the pages."""

    repository: Url | None = Field(None, description="The repository's address, for corrections and edits.")
    contact: Contact | None = Field(
        None,
        description="The team's e-mail address or https page, for corrections without an account. It stands "
        "in the pages, where senders of spam find it, too.",
    )
    branch: Annotated[str, Field(pattern=r"^[A-Za-z0-9._/-]{1,200}$")] = Field(
        "main", description="The branch that edits are proposed against."
    )
    site: Url | None = Field(None, description="The site's own address; taken from site_url.")
    name: Line | None = Field(None, description="The site's name; taken from site_name.")
    feed_authority: Authority | None = Field(
        None,
        description="The host name or mail address in the ids of feeds, which may never change; "
        "without it the host of site_url.",
    )
    time_zone: TimeZone = Field(
        "UTC",
        description="The time zone of the days that the site tells, by IANA's name, as Europe/Paris.",
    )
    history_from: Revision | None = Field(
        None,
        description="A date or a revision: where the site was first published. What was before is not told, "
        "and its ids may go.",
    )
    minimum_coverage: Percent | None = Field(
        None,
        description="Per cent of each article's sentences that published briefings must cite or set aside.",
    )
    minimum_coverage_of: dict[Id, Percent] = Field(
        {}, description="The same for single briefings, by their folder's name, in place of the general one."
    )
    maximum_share: Percent | None = Field(
        None,
        description="Per cent of the words of an article that may be shown whose rights are excerpts.",
    )

    def day_of(self, time: str) -> str:
        """Returns the day of a time in the site's time zone; empty for none.

        Args:
            time: in RFC 3339 and UTC: ``2026-11-22T23:04:00Z``.
        """
        if not time or self.time_zone == "UTC":
            return time[:10]
        with suppress(OverflowError):  # in the last hours of the calendar
            return datetime.fromisoformat(time).astimezone(ZoneInfo(self.time_zone)).date().isoformat()
        return time[:10]

    def start_of(self, day: str) -> str:
        """Returns the time, in RFC 3339 and UTC, at which a day begins in the site's time zone.

        Raises:
            ValueError: there is no such day.
        """
        midnight = datetime.fromisoformat(day).replace(tzinfo=ZoneInfo(self.time_zone))
        return f"{midnight.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


NOTHING_SET: Final = Settings()
