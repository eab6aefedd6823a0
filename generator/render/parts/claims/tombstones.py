"""When and why something was withdrawn."""

from dataclasses import dataclass

from generator.render.parts.dates import DateView
from generator.render.parts.links import Link


@dataclass(frozen=True)
class TombstoneView:
    """When and why something was withdrawn, and what took its place."""

    date: DateView
    reason: str
    replaced_by: Link | None
