"""Timeline: the dates when something happened or was said, in order and with their precision."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from generator.model.briefing import Briefing
from generator.model.dated import StatedDate
from generator.model.dates import Edtf, parse


@dataclass(frozen=True)
class Moment:
    """A date with its event or its claims.

    Attributes:
        date: as it was written; None for a withdrawn event whose date was taken out.
        value: its EDTF value; None where only the article's words are known.
        kind: an event of the editors, the date when claims were said, or when their content happened.
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
        """Whether an editor inferred the date."""
        return self.date is not None and self.date.inferred_from is not None


def timeline(briefing: Briefing) -> tuple[Moment, ...]:
    """Lists every event of the briefing and every date of its live claims, earliest first.

    Claims of one date and kind are one moment. A date that an event gives for its claims is not repeated.
    Dates without a year come after those with a year, and dates without a value last, in the order of the
    YAML.
    """
    moments = [*_event_moments(briefing), *_claim_moments(briefing)]
    dated = [moment for moment in moments if moment.value is not None]
    undated = [moment for moment in moments if moment.value is None]
    return (*sorted(dated, key=lambda moment: moment.value.sort_key() if moment.value else ()), *undated)


def _event_moments(briefing: Briefing) -> Iterator[Moment]:
    for event in briefing.summary.events:
        yield Moment(event.date, _parsed(event.date), "event", event.id, event.claims, bool(event.withdrawn))


def _claim_moments(briefing: Briefing) -> Iterator[Moment]:
    given_by_events = {
        (_date_key(event.date), claim)
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
            *((("said", date)) for date in _different(claim.dates())),
        )
        for kind, date in dates:
            if date is None or (_date_key(date), claim.id) in given_by_events:
                continue
            known = moments.get((kind, _date_key(date)))
            before = known.claims if known else ()
            first = known.date if known else date
            moments[kind, _date_key(date)] = Moment(first, _parsed(first), kind, "", (*before, claim.id))
    yield from moments.values()


def _different(dates: Iterable[StatedDate]) -> list[StatedDate]:
    """Returns each date once, as the quotes of a claim may repeat one."""
    return list({_date_key(date): date for date in dates}.values())


def _parsed(date: StatedDate | None) -> Edtf | None:
    return parse(date.edtf) if date and date.edtf else None


def _date_key(date: StatedDate) -> str:
    """Returns what two mentions of one date have in common: the value, else the article's words."""
    return date.edtf or (date.as_stated or "").casefold()
