"""Opening of a claim's text: whether it names the speaker first, and what is said without that opening."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from generator.analyse.languages.english_cues import CUES
from generator.analyse.languages.rules import any_of
from generator.analyse.quotes.kept import once_for_each
from generator.model.briefing import RESERVED_SPEAKERS, Briefing
from generator.model.claims import Claim

_SAYS_THAT: Final = re.compile(rf"\s(?:\w+ly\s)?{any_of(CUES)}\sthat\s", re.IGNORECASE)


def opens_with_speaker(briefing: Briefing, claim: Claim) -> bool:
    """Tests whether a text opens with a name, alias or role of one of its speakers, with "the" or without.

    A person may be named by the last word of the name. True for words that nobody named says: of an article
    itself, of somebody whom it doesn't name, or where it is left open who.
    """
    if not set(_first_speakers(claim)) - RESERVED_SPEAKERS:
        return True
    return opening_of(briefing, claim) is not None


def content_of(briefing: Briefing, claim: Claim) -> str:
    """Returns what is said, for a place that names its speakers: "It rains" of "Kim says that it rains".

    The whole text where it does not open with a speaker, a verb of saying and "that".
    """
    opening = opening_of(briefing, claim)
    said = _SAYS_THAT.match(claim.text, opening) if opening is not None else None
    rest = claim.text[said.end() :] if said else ""
    return rest[:1].upper() + rest[1:] if rest else claim.text


def opening_of(briefing: Briefing, claim: Claim) -> int | None:
    """Finds the end of the speakers' names at the start of a text, in code points; None without one."""
    if briefing.claims.get(claim.id) is claim:
        return _openings(briefing)[claim.id]
    return _opening(briefing, claim)


@once_for_each
def _openings(briefing: Briefing) -> Mapping[str, int | None]:
    return {id: _opening(briefing, claim) for id, claim in briefing.claims.items()}


def _opening(briefing: Briefing, claim: Claim) -> int | None:
    either = "|".join(map(_pattern, _names(briefing, claim)))
    name = rf"(?:the\s)?(?:{either})(?!\w)"
    match = re.match(rf"{name}(?:(?:,\s|,?\sand\s){name})*", claim.text, re.IGNORECASE) if either else None
    return match.end() if match else None


def _first_speakers(claim: Claim) -> tuple[str, ...]:
    """Returns the claim's own speakers; where all of its quotes are somebody else's, those."""
    return tuple(id for id in claim.by if id in claim.speakers) or claim.speakers


def _pattern(name: str) -> str:
    """Makes a pattern of a name in which each kind of apostrophe and space stands for all."""
    return "".join(
        "[’'ʼ]" if char in "’'ʼ" else r"\s+" if char.isspace() else re.escape(char) for char in name
    )


def _names(briefing: Briefing, claim: Claim) -> Iterator[str]:
    for id in _first_speakers(claim):
        actor = briefing.actors.get(id)
        if actor is not None:
            names = [actor.name, *actor.aliases, actor.role or ""]
            names += [actor.name.split()[-1]] if actor.kind == "person" and actor.name else []
            yield from sorted(filter(None, names), key=len, reverse=True)
