"""The timeline of a briefing: the views of its dates, and an SVG picture of them."""

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
    """A dated line of the timeline: an event, or a date of claims.

    Attributes:
        id: the event's fragment on the page; empty for a date of claims.
        date: None for a withdrawn event whose date was taken out.
        kind: "said" or "happened" for a date of claims; empty for an event.
        text: the event's text; empty for a date of claims.
    """

    id: str
    date: DateView | None
    kind: str
    text: str
    claims: tuple[ClaimLink, ...]
    withdrawn: TombstoneView | None


FEWEST: Final = 3
"""How many dates with a day a picture needs; with fewer it tells nothing that the list doesn't."""

_WIDTH: Final = 640
_MARGIN: Final = 16
_ROW: Final = 18


def moment_views(claims: ClaimWriter) -> tuple[MomentView, ...]:
    """Make the views of a briefing's dates, in order."""
    briefing = claims.findings.briefing
    events = {event.id: event for event in briefing.summary.events}
    views = []
    for moment in claims.findings.timeline:
        event = events.get(moment.event)
        views.append(
            MomentView(
                id=f"event-{moment.event}" if event else "",
                date=date_view(moment.date, claims.language(moment.claims)),
                kind=MOMENT[moment.kind],
                text=event.text if event else "",
                claims=claims.links(moment.claims),
                withdrawn=claims.tombstone(event.withdrawn, "event") if event else None,
            )
        )
    return tuple(views)


def picture(moments: Sequence[Moment]) -> Safe | None:
    """Draw the dates to scale, as SVG without script; None where there are fewer than `FEWEST`.

    A day is a dot, a longer time a bar; inferred and approximate dates are hollow. Each mark has its number
    in the list, which tells all that the picture does.
    """
    spans = [(number, moment, _days(moment)) for number, moment in enumerate(moments, 1)]
    drawn = [(number, moment, days) for number, moment, days in spans if days is not None]
    if len(drawn) < FEWEST:
        return None
    first = min(days[0] for _, _, days in drawn)
    last = max(days[1] for _, _, days in drawn)
    scale = (_WIDTH - 2 * _MARGIN) / max(last - first, 1)
    parts = []
    for row, (number, moment, (start, end)) in enumerate(drawn):
        left, right = _MARGIN + (start - first) * scale, _MARGIN + (end - first) * scale
        y = _ROW * (row + 1)
        hollow = ' class="inferred"' if moment.inferred or (moment.value and moment.value.approximate) else ""
        width = max(right - left, 8.0)
        parts.append(f'<rect{hollow} x="{left - 4:.1f}" y="{y - 4}" width="{width:.1f}" height="8" rx="4"/>')
        anchor, x = ("end", left - 8) if left > _WIDTH * 0.6 else ("start", left - 4 + width + 6)
        words = moment.value.words() if moment.value else ""
        parts.append(
            f'<text x="{x:.1f}" y="{y + 4}" text-anchor="{anchor}">{number} {attribute(words)}</text>'
        )
    height = _ROW * (len(drawn) + 1)
    label = attribute(phrase("picture-told", len(drawn)))
    axis = f'<line x1="{_MARGIN}" y1="{height - 6}" x2="{_WIDTH - _MARGIN}" y2="{height - 6}"/>'
    opening = f'<svg class="timeline" viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{label}">'
    return Safe(f"{opening}{axis}{''.join(parts)}</svg>")


def _days(moment: Moment) -> tuple[int, int] | None:
    """The first and last day, as proleptic Gregorian ordinals; None without a year, or where withdrawn."""
    if moment.value is None or moment.withdrawn:
        return None
    bounds = (moment.value.earliest, moment.value.latest)
    if any(rank != 0 or not 1 <= year <= 9999 for rank, year, _, _ in bounds):
        return None
    first, last = (date(year, month, day).toordinal() for _, year, month, day in bounds)
    return first, last
