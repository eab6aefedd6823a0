"""Time zones and days of the site's settings."""

import pytest
from pydantic import ValidationError

from generator.model import settings
from generator.model.settings import NOTHING_SET, Settings


@pytest.mark.parametrize(
    ("zone", "time", "day"),
    [
        ("UTC", "2026-11-22T23:30:00Z", "2026-11-22"),
        ("Europe/Paris", "2026-11-22T22:59:59Z", "2026-11-22"),
        ("Europe/Paris", "2026-11-22T23:00:00Z", "2026-11-23"),
        ("Europe/Paris", "2026-07-22T22:00:00Z", "2026-07-23"),  # in summer an hour earlier
        ("America/New_York", "2026-11-23T04:59:59Z", "2026-11-22"),
        ("Pacific/Kiritimati", "2026-11-22T10:00:00Z", "2026-11-23"),
        ("Pacific/Kiritimati", "9999-12-31T23:59:59Z", "9999-12-31"),  # no calendar goes on
        ("Europe/Paris", "", ""),
    ],
)
def test_the_day_of_a_time(zone: str, time: str, day: str) -> None:
    assert Settings(time_zone=zone).day_of(time) == day


def test_without_a_zone_days_are_those_of_utc() -> None:
    assert NOTHING_SET.time_zone == "UTC"
    assert NOTHING_SET.start_of("2026-11-22") == "2026-11-22T00:00:00Z"
    assert Settings(time_zone="Europe/Paris").start_of("2026-11-22") == "2026-11-21T23:00:00Z"


@pytest.mark.parametrize("zone", ["Europe/Paris", "UTC", "Etc/GMT+5", "America/Argentina/Ushuaia"])
def test_zones(zone: str) -> None:
    assert Settings(time_zone=zone).time_zone == zone


@pytest.mark.parametrize(
    "zone",
    ["Europe/Pairs", "europe/paris", "CET+1", "+01:00", "posixrules", "localtime", "/etc/localtime", ""],
)
def test_what_is_no_zone(zone: str) -> None:
    with pytest.raises(ValidationError):
        Settings(time_zone=zone)


def test_a_computer_without_a_table_of_zones_says_what_it_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    """As Windows, where the package tzdata was not installed; without the setting nothing is lacking."""
    monkeypatch.setattr(settings, "available_timezones", set)
    with pytest.raises(ValidationError) as raised:
        Settings(time_zone="Europe/Paris")
    (fault,) = raised.value.errors()
    assert fault["ctx"]["reason"].endswith("'python -m pip install tzdata' brings one")
    assert Settings().day_of("2026-11-22T23:30:00Z") == "2026-11-22"
