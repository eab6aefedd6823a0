"""Choice among what a file states: one value for each field, and every conflict told."""

import html
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final
from urllib.parse import urlsplit

from generator.edit.imports.text.reading import FACTS, Fact, Stated
from generator.edit.languages import tag_meant
from generator.model.dates import parse
from generator.model.texts import primary_language, url_fault

_DAY: Final = re.compile(r"(\d{4})[-/]?(\d{2})[-/]?(\d{2})(?=\Z|[T ]\s*\d)|(\d{4}(?:-\d{2})?)\Z")
_INVISIBLE: Final = re.compile(
    "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\x00-\x08\x0b-\x1f\x7f-\x9f]"
)
_LONGEST: Final = {"url": 2000}
_UNDECIDED: Final = ("published", "language")
"""Fields of which nothing is taken where a file states them in two ways: a wrong one misleads unseen."""


def choose(stated: Sequence[Stated]) -> tuple[dict[Fact, Stated], list[str]]:
    """Chooses a value for each field.

    The strongest statement is taken, and those that differ are named. Of two days of publication, or two
    languages, none is taken.

    Args:
        stated: the strongest of each field first.

    Returns:
        what is taken, and remarks.
    """
    taken: dict[Fact, Stated] = {}
    remarks = []
    for fact in FACTS:
        usable: list[Stated] = []
        for candidate in (one for one in stated if one.field == fact):
            value, fault = _value(fact, candidate.value)
            if value:
                usable.append(Stated(fact, value, _where(candidate, value)))
            elif fault:
                remarks.append(f"{candidate.where} has “{_short(candidate.value)}” for {fact}: {fault}.")
        if not usable:
            continue
        first = usable[0]
        others = [one for one in usable[1:] if not _agree(first, one)]
        if others and fact in _UNDECIDED:
            known = "; ".join(f"{one.value} ({one.where})" for one in _distinct([first, *others]))
            remarks.append(f"It states {fact} in two ways, so none was taken: {known}.")
            continue
        taken[fact] = first
        for other in _distinct(others):
            remarks.append(f"{other.where} has another {fact}: “{_short(other.value)}”.")
    return taken, remarks


def _value(fact: Fact, written: str) -> tuple[str, str]:
    """Returns a value as the front matter has it, or why there is none."""
    text = _INVISIBLE.sub("", html.unescape(" ".join(written.split()))).strip()
    if not text:
        return "", ""
    if len(text) > _LONGEST.get(fact, 300):
        return "", "it is too long"
    if fact in ("published", "retrieved"):
        return _day(text)
    if fact == "language":
        tag = tag_meant(text)
        return (tag, "") if tag else ("", "it is no tag of a language, nor a name that is known")
    if fact == "url":
        fault = url_fault(text)
        return ("", fault) if fault else (text, "")
    if fact in ("author", "publisher") and urlsplit(text).scheme in ("http", "https"):
        return "", "an address is no name"
    return text, ""


def _day(text: str) -> tuple[str, str]:
    found = _DAY.match(text)
    if found:
        day = found[4] or f"{found[1]}-{found[2]}-{found[3]}"
    else:
        try:
            day = parsedate_to_datetime(text).date().isoformat()
        except ValueError:
            return "", "it can be read in more ways than one, or in none"
    try:
        parse(day)
    except ValueError:
        return "", "there is no such day"
    return day, ""


def _where(stated: Stated, value: str) -> str:
    """Adds to a place what is written there: a day's time zone decides which it is, a name is no tag."""
    written = " ".join(stated.value.split())
    is_plain = written.replace("_", "-").lower() == value.lower()
    return stated.where if is_plain or stated.field not in _UNDECIDED else f"{stated.where}: {written}"


def _agree(one: Stated, other: Stated) -> bool:
    """Tests whether two statements of a fact say the same, or the second adds a site's name to the first."""
    if one.field == "title":
        first, second = _plain(one.value), _plain(other.value)
        return second.startswith(first) or second.endswith(first)
    if one.field == "language":
        return primary_language(one.value) == primary_language(other.value)
    if one.field == "url":
        return _bare(one.value) == _bare(other.value)
    if one.field == "published":
        if one.value.startswith(other.value) or other.value.startswith(one.value):
            return True
        first_time, second_time = _instant(one.where), _instant(other.where)
        return first_time is not None and first_time == second_time
    return _plain(one.value) == _plain(other.value)


def _instant(where: str) -> datetime | None:
    """Reads the instant at the end of a place; None where it has no time zone."""
    try:
        time = datetime.fromisoformat(where.rpartition(": ")[2])
    except ValueError:
        return None
    return time.astimezone(UTC) if time.tzinfo else None


def _distinct(stated: Sequence[Stated]) -> list[Stated]:
    """Keeps the first of those that have the same value."""
    return list({one.value: one for one in reversed(stated)}.values())[::-1]


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _bare(address: str) -> str:
    return address.partition("://")[2].partition("#")[0].rstrip("/")


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 120 else f"{text[:119]}…"
