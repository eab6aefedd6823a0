"""Forms of verbs in their sentence: whether one is a noun, what follows it, and whether it has content."""

from collections.abc import Sequence
from typing import Final

from generator.analyse.attribution.items import Item
from generator.analyse.languages.english_cues import (
    ADDRESSING,
    CUES,
    NOUNS_TOO,
    PERCEIVING,
    PLAIN_FORMS,
    UTTERING,
)
from generator.analyse.languages.english_grammar import (
    AUXILIARIES,
    BETWEEN,
    CLAUSES,
    DETERMINERS,
    OBJECTS,
    PLURALS,
    PREPOSITIONS,
    SEVERAL,
    TOLD,
)
from generator.analyse.languages.english_nouns import STAFF

_INTRODUCING: Final = frozenset(
    ["that", "to", ":", "against", "how", "whether", "what", "why", "when", "for", "not"]
)
"""Words that begin what is said to whoever was addressed."""


_VERBS_ALONE: Final = CUES - NOUNS_TOO
_NO_OBJECT: Final = CLAUSES | AUXILIARIES | PREPOSITIONS | {"to"}
_BEFORE_NOUNS: Final = PREPOSITIONS | DETERMINERS | SEVERAL


def is_noun(items: Sequence[Item], word: str, at: int) -> bool:
    """Tests whether a form is a noun here: in prepared remarks, the claim, Arnesen's comments."""
    before = items[at - 1] if at else None
    if before is None or word.endswith("ing"):
        return before is not None and before.word in ("the", "a", "this")
    if word in PLAIN_FORMS and _is_plain_noun(items, at):
        return True
    if before.owning:
        return True
    if word not in NOUNS_TOO and before.word in SEVERAL:
        return False  # many said
    if before.kind == "word" and before.word in DETERMINERS:
        return True
    if word not in NOUNS_TOO or (word in PLAIN_FORMS and before.word in STAFF):
        return False  # her advisers note
    after = items[at + 1].word if at + 1 < len(items) else ""
    if (
        before.kind == "word"
        and before.word in CUES
        and after in ("about", "against", "by", "from", "of", "that")
    ):
        return True  # refuted claims of
    if before.kind == "word" and (before.word in SEVERAL or before.word.endswith("ing")):
        return True
    for item in reversed(items[max(0, at - 3) : at]):
        if item.owning:
            return True
        if item.kind != "word" or item.word in CLAUSES | AUXILIARIES or item.word in BETWEEN:
            return False
        if item.word in _BEFORE_NOUNS:
            return True  # rose eight basis points to 4%
    return False


def _is_plain_noun(items: Sequence[Item], at: int) -> bool:
    """Tests whether a plain form is no verb by what precedes it: drew a sharp reply, told state TV."""
    before = items[at - 1]
    if items[at].capital or before.word in _VERBS_ALONE or before.word.endswith("ing"):
        return True
    for item in reversed(items[max(0, at - 3) : at]):
        if item.kind != "word" or item.word in _NO_OBJECT:
            return False
        if item.word in ("a", "an") or item.word in _VERBS_ALONE:
            return True  # the figures reflected strong demand
        if item.word in DETERMINERS:
            return not (before.word in PLURALS or before.word.endswith("s"))
    return False


def is_tail(items: Sequence[Item], at: int) -> bool:
    """Tests whether only circumstances follow up to the next mark: told reporters on Monday in Oslo."""
    rest = []
    for item in items[at:]:
        if item.kind == "mark":
            if item.word == ":":
                return False
            break
        if item.kind == "quoted" or item.word == "that":
            return False
        rest.append(item)
    if not rest:
        return True
    told = (items[at - 1].word if at else "") in TOLD
    if len(rest) == 1 and rest[0].kind == "word" and rest[0].word not in OBJECTS:
        return True
    begins = rest[0].word in PREPOSITIONS | CLAUSES | BETWEEN | {"to", "this", "last"}
    if not (told or begins or rest[0].word.endswith(("ly", "ing", "day"))):
        return False
    clause = next((one for one, item in enumerate(rest) if item.word in CLAUSES), len(rest))
    # She tells me she left: a clause of its own begins.
    begun = any(item.mention and item.mention.pronoun for item in rest[1:clause])
    return not begun and not any(item.word in AUXILIARIES for item in rest[:clause])


def has_content(items: Sequence[Item], word: str, after: int, *, closes: bool) -> bool:
    """Tests whether a verb that can do without content has some here."""
    if word in PERCEIVING:
        return closes or any(item.kind == "quoted" for item in items[after : after + 5])
    if word in ADDRESSING:
        return closes or any(
            item.word in _INTRODUCING or item.kind == "quoted" for item in items[after : after + 9]
        )
    if any(item.word in ("which", "where") for item in items[after + 1 : after + 5]) and not closes:
        return word not in UTTERING  # published a letter in which
    return word not in UTTERING or closes or _is_uttered(items, after)


def _is_uttered(items: Sequence[Item], after: int) -> bool:
    """Tests whether a verb that can mean something else is one of speech: shrugged that, posted: “…”."""
    if any(item.kind == "quoted" for item in items):
        return True
    for item in items[after : after + 9]:
        if item.word in ("that", ":") or item.kind == "quoted":
            return True
        if item.kind == "mark":
            return False
    return False
