"""Made-up English sentences of news, with attributions, figures, dates and names to be read in them."""

import random
from dataclasses import dataclass
from typing import Final

_PLACES: Final = (
    *("Alnmouth", "Brackwater", "Corvane", "Dunholm", "Eastferry", "Farrowdale", "Glasshaven", "Hartspool"),
    *("Inverlea", "Kestrel Bay", "Lowmoor", "Marrick", "Northwick", "Oxley", "Penrowan", "Quarryford"),
)
_SUBJECTS: Final = (
    *("the new bridge", "the harbour wall", "the water company", "the regional railway", "the power station"),
    *("the public hospital", "the housing fund", "the border post", "the fishing fleet", "the tax office"),
    *(
        "the river barrage",
        "the cargo terminal",
        "the school programme",
        "the grain reserve",
        "the test site",
    ),
    *("the pension scheme", "the coal mine", "the wind park", "the bus network", "the customs union"),
)
_VERBS: Final = (
    *("will cost", "has cost", "would need", "has received", "will employ", "is short of", "has lost"),
    *("would save", "must repay", "could gain", "will replace", "has borrowed", "may require", "has stored"),
)
_OBJECTS: Final = (
    *("million crowns", "workers", "tonnes of steel", "new vehicles", "households", "barrels of oil"),
    *("cubic metres of water", "places", "officers", "square kilometres of land", "working days"),
    *("containers", "kilometres of cable", "beds", "engineers", "tonnes of wheat", "permits", "vessels"),
)
_ENDS: Final = (
    *("before the end of the winter", "over the coming decade", "according to the latest survey"),
    *("unless parliament votes against it", "once the repairs are complete", "if the contract is renewed"),
    *(
        "because of the long drought",
        "after the flood of last spring",
        "under the agreement with its lenders",
    ),
    *("while the inquiry goes on", "as soon as the ministry gives its consent", "despite several objections"),
)
_PROSE: Final = (
    "Residents of {place} had waited for an answer since {month}, and few of them expected one this week.",
    "The meeting in {place} lasted {number} hours, and no date was set for the next one.",
    "Work in {place} began in {month} of last year, after a dispute over {number} plots of land.",
    "A report of {number} pages was handed to the council of {place} in {month} and has not been published.",
    "Around {number} people gathered in front of the town hall of {place} on {day} evening.",
    "It is the second such plan for {place} in {number} years; the first was given up in {month}.",
    "Neither the figures from {place} nor those for {month} could be confirmed by {day}.",
    "The road between {place} and the coast has been closed since {day}, and {number} lorries are waiting.",
)
_SAYING: Final = ("said", "told reporters", "wrote", "argued", "warned", "announced", "insisted", "added")
_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
_MONTHS: Final = ("January", "March", "April", "June", "July", "September", "October", "November")
_FIRST: Final = (
    *("Ada", "Boris", "Clara", "Dmitri", "Elin", "Farid", "Greta", "Hanno", "Ines", "Jonas", "Katya", "Lars"),
    *("Mira", "Nils", "Olga", "Pavel", "Rosa", "Stefan", "Tilda", "Ugo", "Vera", "Walid", "Yusra", "Zoran"),
)
_SYLLABLES: Final = (
    *("ber", "dal", "fen", "gar", "hol", "jor", "kel", "lin", "mar", "nor", "ost", "pel", "ros", "sten"),
    *("tor", "ul", "var", "wick", "yar", "zel"),
)
_BODIES: Final = ("Ministry", "Agency", "Council", "Union", "Institute", "Authority", "Office", "Board")


@dataclass(frozen=True)
class Actor:
    """Somebody who says things: id, name, kind and role."""

    id: str
    name: str
    kind: str
    role: str


def make_actor(chance: random.Random, number: int) -> Actor:
    """Make the actor of a number; two in three are persons. Names of different numbers differ."""
    family = "".join(chance.choices(_SYLLABLES, k=2)).capitalize()
    if number % 3:
        name = f"{chance.choice(_FIRST)} {family}{_SYLLABLES[number % 20]}{_letters(number)}"
        return Actor(f"actor-{number}", name, "person", f"spokesperson for {chance.choice(_PLACES)}")
    name = f"{family}{_letters(number)} {chance.choice(_BODIES)}"
    return Actor(f"actor-{number}", name, "organisation", "")


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number, 20)
        letters += _SYLLABLES[rest]
    return letters


def clause(chance: random.Random) -> str:
    """Make a clause that carries a figure: what somebody may claim."""
    subject, verb, thing = chance.choice(_SUBJECTS), chance.choice(_VERBS), chance.choice(_OBJECTS)
    place, end = chance.choice(_PLACES), chance.choice(_ENDS)
    return f"{subject} in {place} {verb} {chance.randrange(2, 9999):,} {thing} {end}"


def attributed(chance: random.Random, actor: Actor, words: str) -> str:
    """Make the sentence by which an article gives a clause to an actor, in one of the usual ways."""
    verb, day = chance.choice(_SAYING), chance.choice(_DAYS)
    form = chance.randrange(4)
    if form == 0:
        return f"“{words[0].upper()}{words[1:]},” {actor.name} {verb} on {day}."
    if form == 1 and actor.role:
        return f"{actor.name}, {actor.role}, {verb} that {words}."
    if form == 2:
        return f"On {day} {actor.name} {verb} that {words}."
    return f"According to {actor.name}, {words}."


def prose(chance: random.Random) -> str:
    """Make a sentence that nobody is said to say."""
    return chance.choice(_PROSE).format(
        place=chance.choice(_PLACES),
        number=chance.randrange(2, 400),
        month=chance.choice(_MONTHS),
        day=chance.choice(_DAYS),
    )
