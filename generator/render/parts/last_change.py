"""The day of a briefing's last change, and how a version is named."""

from typing import Final

from generator.analyse.history.by_day import by_day
from generator.model.changes import History, Version
from generator.model.dates import parse
from generator.render.words import phrase

SHORT: Final = 12
"""How many digits of git's tree id name a version; they are enough for git to find the folder."""


def last_changed(history: History) -> str:
    """The day of the last substantive change, in words; empty where unknown."""
    version = by_day(history).last_changed
    return day_of(version) if version else ""


def day_of(version: Version) -> str:
    """The day of a version, in words."""
    return parse(version.date).words() if version.time else phrase("not-committed")
