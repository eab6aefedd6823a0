"""Speaker whom an article names or describes and no entry does yet, and the entry that makes one an actor.

Read is what stands around one attribution: a whole name, or a description that opens with “the”. Where it has
two names, or one that may be an actor's, nothing is proposed.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from generator.analyse.attribution.antecedents import Attribution
from generator.analyse.languages.english_cues import CUES
from generator.analyse.languages.english_grammar import BETWEEN, CLAUSES, DETERMINERS, PREPOSITIONS, TIMES
from generator.analyse.languages.english_nouns import BODIES, PEOPLE, SPOKESMEN, VOICES
from generator.edit.yaml_text import scalar
from generator.model.texts import suggested_id

_OFFICES: Final = PEOPLE | SPOKESMEN | VOICES
_TITLES: Final = frozenset(["mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "prof"])
_NO_NAMES: Final = (
    DETERMINERS | PREPOSITIONS | CLAUSES | TIMES | CUES | _TITLES | {"according", "he", "she", "it"}
)
_PARTICLES: Final = frozenset(
    ["al", "bin", "da", "de", "del", "der", "di", "du", "ibn", "la", "le", "ten", "ter", "van", "von", "y"]
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_NAME: Final = r"[^\W\d_][\w’'-]*(?:\s[^\W\d_][\w’'-]*){1,4}"
_BEFORE: Final = re.compile(rf"(?:^|[\0;:.!?—–])\W*({_NAME},\s(?:\w+\s){{1,5}})$")
"""A name with the opening of what is apposed to it: Jon Abel, a …"""
_FAR: Final = 120
_AFTER: Final = re.compile(r"[^,;:.!?\0“”\"]{0,60}")
_APPOSED: Final = re.compile(rf",\s{_NAME}(?=[,.;\0]|\Z)")
_JOINING: Final = CLAUSES | TIMES | {"this", "that", "last", "next"}
_DESCRIBED: Final = re.compile(r"[Tt]he((?:\s[^\W\d_][^\W\d_-]*){1,6})\s*")


@dataclass(frozen=True)
class Newcomer:
    """A speaker without an entry.

    Attributes:
        id: the id to write; empty where an actor shares the last name, or the id, and may be meant.
        name: the name to write.
        kind: the actor's kind; empty where it can't be told.
    """

    id: str
    name: str
    kind: str

    @property
    def entry(self) -> str:
        """The entry to add below ``actors``."""
        return f"{self.id}: {{name: {scalar(self.name, flow=True)}, kind: {self.kind or '…'}}}"


def newcomer(text: str, near: Attribution, taken: Collection[str]) -> Newcomer | None:
    """Finds who an attribution names as the source, where that is no actor.

    Args:
        text: the article's, what is quoted masked.
        near: the attribution.
        taken: ids and names of all actors.
    """
    start, end, closing = near.start, near.end, near.cue_start + len(near.cue)
    if before := _BEFORE.search(text[max(0, start - _FAR) : start]):
        start -= len(before[1])
    if text[:start].endswith((" and ", " or ", " nor ")):
        return None  # one of several
    if end == closing and near.cue.lower().startswith("accord") and (rest := _AFTER.match(text, end)):
        end = rest.end()
    if apposed := _APPOSED.match(text, end):
        end = apposed.end()
    names = list(_names(text, start, end))
    if len(names) > 1:
        return None
    if names:
        name, kind = names[0]
        # A company may have a name like a person's: an office beside it tells.
        has_office = any(word[0].lower() in _OFFICES for word in _WORD.finditer(text, start, end))
        return _of(name, kind or ("person" if has_office else ""), taken)
    return _described(text[start : near.cue_start] if start < near.cue_start else text[closing:end], taken)


def _names(text: str, start: int, end: int) -> Iterator[tuple[str, str]]:
    """Yields each whole name that can be the source's, with its kind; not what one speaks for."""
    words = list(_WORD.finditer(text, start, end))
    at = 0
    while at < len(words):
        run = [words[at]]
        while at + len(run) < len(words) and _goes_on(text, run[-1], words[at + len(run)]):
            run.append(words[at + len(run)])
        before = words[at - 1][0].lower() if at else ""
        after = words[at + len(run)] if at + len(run) < len(words) else None
        at += len(run)
        close = after is not None and text[run[-1].end() : after.start()] == " "
        while run and not _is_capital(run[-1][0]):
            run.pop()
        offices = [number for number, word in enumerate(run) if word[0].lower() in _OFFICES]
        named = run[offices[-1] + 1 :] if offices else run
        modifies = close and after is not None and after[0].lower() in _OFFICES
        if len(named) < 2 or not all(map(_is_capital, (named[0][0], named[-1][0]))):
            continue
        if not offices and (modifies or (before in PREPOSITIONS and before not in ("by", "to"))):
            continue
        name = " ".join(word[0] for word in named)
        is_body = before == "the" or named[-1][0].lower() in BODIES
        yield (f"The {name}" if before == "the" else name), "organisation" if is_body else ""


def _goes_on(text: str, word: re.Match[str], following: re.Match[str]) -> bool:
    if not _is_capital(word[0]) and word[0] not in _PARTICLES:
        return False
    return text[word.end() : following.start()] == " " and (
        _is_capital(following[0]) or following[0] in _PARTICLES
    )


def _is_capital(word: str) -> bool:
    return word[0].isupper() and word.lower() not in _NO_NAMES and not word.endswith(("’s", "'s"))


def _described(words: str, taken: Collection[str]) -> Newcomer | None:
    """Makes an actor of a description that opens with “the”, as “the harbour master” does."""
    found = _DESCRIBED.fullmatch(words.strip())
    if found is None:
        return None
    parts = found[1].split()
    while parts and (parts[-1].lower() in BETWEEN or parts[-1].endswith("ly")):
        parts.pop()
    if not parts or not _JOINING.isdisjoint(part.lower() for part in parts):
        return None
    name = " ".join(parts)
    head = re.split(r"\s(?:of|for|to|at|in|on|from)\s", name)[0].split()[-1].lower()
    kind = "person" if head in PEOPLE else "organisation" if head in BODIES else ""
    made = _of(f"The {name}", kind, taken)
    return made if made and made.id else None


def _of(name: str, kind: str, taken: Collection[str]) -> Newcomer | None:
    short = name.removeprefix("The ")
    id = suggested_id(short)
    if not id or short in {one.removeprefix("The ") for one in taken}:
        return None
    lasts = {one.split()[-1] for one in taken}
    return Newcomer("" if id in taken or name.split()[-1] in lasts else id, name, kind)
