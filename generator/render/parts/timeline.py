"""The timeline of a briefing: a list first, and a picture of it that prints."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.analyse.findings.timeline import Moment
from generator.render.escape import Safe, attribute
from generator.render.parts.claims.links import ClaimLink
from generator.render.parts.claims.tombstones import TombstoneView
from generator.render.parts.claims.writer import ClaimWriter
from generator.render.parts.dates import DateView, date_view
from generator.render.words import phrase
from generator.render.words.values import MOMENT


@dataclass(frozen=True)
class MomentView:
    """A dated line of the timeline.

    Attributes:
        id: the event's place on the page; empty for a date of claims.
        date: None for a withdrawn event whose date was taken out.
        kind: what the date is of: "happened", "said"; empty for an event.
        text: the event's text; empty for a date of claims.
    """

    id: str
    date: DateView | None
    kind: str
    text: str
    claims: tuple[ClaimLink, ...]
    withdrawn: TombstoneView | None


FEWEST: Final = 3
"""Dates on a calendar, below which a picture tells nothing that the list doesn't."""

_WIDTH: Final = 640
_MARGIN: Final = 16
_ROW: Final = 18


def moment_views(claims: ClaimWriter) -> tuple[MomentView, ...]:
    """Every date of the briefing, in order."""
    briefing = claims.findings.briefing
    events = {event.id: event for event in briefing.summary.events}
    views = []
    for one in claims.findings.timeline:
        event = events.get(one.event)
        views.append(
            MomentView(
                id=f"event-{one.event}" if event else "",
                date=date_view(one.date, claims.language(one.claims)),
                kind=MOMENT[one.kind],
                text=event.text if event else "",
                claims=claims.links(one.claims),
                withdrawn=claims.tombstone(event.withdrawn, "event") if event else None,
            )
        )
    return tuple(views)


def picture(moments: Sequence[Moment]) -> Safe | None:
    """The dates on a line, drawn to scale, as SVG without script; None where there are too few.

    A day is a point, a longer time a bar; what was inferred or is approximate is drawn hollow, so that it
    looks like what it is. Each mark bears its number in the list, which says everything the picture does.
    """
    spans = [(number, one, _days(one)) for number, one in enumerate(moments, 1)]
    drawn = [(number, one, days) for number, one, days in spans if days is not None]
    if len(drawn) < FEWEST:
        return None
    first = min(days[0] for _, _, days in drawn)
    last = max(days[1] for _, _, days in drawn)
    scale = (_WIDTH - 2 * _MARGIN) / max(last - first, 1)
    parts = []
    for row, (number, one, (start, end)) in enumerate(drawn):
        left, right = _MARGIN + (start - first) * scale, _MARGIN + (end - first) * scale
        y = _ROW * (row + 1)
        look = ' class="inferred"' if one.inferred or (one.value and one.value.approximate) else ""
        width = max(right - left, 8.0)
        parts.append(f'<rect{look} x="{left - 4:.1f}" y="{y - 4}" width="{width:.1f}" height="8" rx="4"/>')
        anchor, x = ("end", left - 8) if left > _WIDTH * 0.6 else ("start", left - 4 + width + 6)
        words = one.value.words() if one.value else ""
        parts.append(
            f'<text x="{x:.1f}" y="{y + 4}" text-anchor="{anchor}">{number} {attribute(words)}</text>'
        )
    height = _ROW * (len(drawn) + 1)
    told = attribute(phrase("picture-told", len(drawn)))
    axis = f'<line x1="{_MARGIN}" y1="{height - 6}" x2="{_WIDTH - _MARGIN}" y2="{height - 6}"/>'
    opening = f'<svg class="timeline" viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{told}">'
    return Safe(f"{opening}{axis}{''.join(parts)}</svg>")


def _days(one: Moment) -> tuple[int, int] | None:
    """First and last day as numbers on the calendar; None without a year, or for what was withdrawn."""
    if one.value is None or one.withdrawn:
        return None
    bounds = (one.value.earliest, one.value.latest)
    if any(rank != 0 or not 1 <= year <= 9999 for rank, year, _, _ in bounds):
        return None
    first, last = (date(year, month, day).toordinal() for _, year, month, day in bounds)
    return first, last
