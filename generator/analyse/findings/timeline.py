"""What happened or was said when: every date of a briefing, in order, with its precision kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.model.briefing import Briefing
from generator.model.dates import Edtf, parse
from generator.model.entries import StatedDate


@dataclass(frozen=True)
class Moment:
    """One date and what belongs to it.

    Attributes:
        date: as it was written; None for a withdrawn event whose date was taken out.
        value: its EDTF value; None where only the article's words are known.
        kind: an event of the editors', or when claims were said, or when what they tell of happened.
        event: the event's id; empty for claims.
        claims: the ids of the claims that it rests on.
        withdrawn: whether the event was withdrawn.
    """

    date: StatedDate | None
    value: Edtf | None
    kind: Literal["event", "said", "happened"]
    event: str
    claims: tuple[str, ...]
    withdrawn: bool = False

    @property
    def inferred(self) -> bool:
        """Whether an editor worked the date out."""
        return self.date is not None and self.date.inferred_from is not None


def timeline(briefing: Briefing) -> tuple[Moment, ...]:
    """Every event of the briefing and every date of its live claims, earliest first.

    Claims of one date and kind are one moment. A date that an event gives for its claims is not told a
    second time. Dates without a year come after those with one, and dates that have no value last, in the
    order of the YAML.
    """
    moments = [*_events(briefing), *_claims(briefing)]
    dated = [one for one in moments if one.value is not None]
    undated = [one for one in moments if one.value is None]
    return (*sorted(dated, key=lambda one: one.value.sort_key() if one.value else ()), *undated)


def _events(briefing: Briefing) -> Iterator[Moment]:
    for event in briefing.summary.events:
        yield Moment(event.date, _value(event.date), "event", event.id, event.claims, bool(event.withdrawn))


def _claims(briefing: Briefing) -> Iterator[Moment]:
    told = {
        (_same(event.date), claim)
        for event in briefing.summary.events
        if event.date and not event.withdrawn
        for claim in event.claims
    }
    moments: dict[tuple[str, str], Moment] = {}
    for claim in briefing.summary.claims:
        if claim.withdrawn:
            continue
        dates: tuple[tuple[Literal["happened", "said"], StatedDate | None], ...] = (
            ("happened", claim.happened),
            ("said", claim.said),
        )
        for kind, date in dates:
            if date is None or (_same(date), claim.id) in told:
                continue
            known = moments.get((kind, _same(date)))
            before = known.claims if known else ()
            first = known.date if known else date
            moments[kind, _same(date)] = Moment(first, _value(first), kind, "", (*before, claim.id))
    yield from moments.values()


def _value(date: StatedDate | None) -> Edtf | None:
    return parse(date.edtf) if date and date.edtf else None


def _same(date: StatedDate) -> str:
    """What two mentions of one date have in common: the value, else the article's words."""
    return date.edtf or (date.as_stated or "").casefold()
