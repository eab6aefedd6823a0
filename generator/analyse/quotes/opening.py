"""Opening of a claim's text: whether it names the speaker first, so that it can stand alone."""

import re

from generator.analyse.text.fold import fold
from generator.model.briefing import RESERVED_SPEAKERS, Briefing
from generator.model.claims import Claim


def opens_with_speaker(briefing: Briefing, claim: Claim) -> bool:
    """Tests whether a text opens with a name, alias or role of one of its speakers, with "the" or without.

    A person may be named by the last word of the name. True for words that nobody named says: of an article
    itself, of somebody whom it doesn't name, or where it is left open who.
    """
    speakers = [id for id in claim.by if id in claim.speakers and id not in RESERVED_SPEAKERS]
    if not speakers:
        return True
    text = fold(claim.text)
    for actor in (briefing.actors[id] for id in speakers if id in briefing.actors):
        names = [actor.name, *actor.aliases, *([actor.role] if actor.role else [])]
        names += [actor.name.split()[-1]] if actor.kind == "person" and actor.name else []
        for name in filter(None, names):
            if re.match(rf"(?:the\s)?{re.escape(fold(name))}(?!\w)", text, re.IGNORECASE):
                return True
    return False
