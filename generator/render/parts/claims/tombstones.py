"""The view of a withdrawal."""

from dataclasses import dataclass

from generator.render.parts.dates import DateView
from generator.render.parts.links import Link


@dataclass(frozen=True)
class TombstoneView:
    """When and why an entry was withdrawn, and the link to what replaced it."""

    date: DateView
    reason: str
    replaced_by: Link | None
