"""Questions grouped by what would settle them: an origin that they share, else the same words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.analyse.findings.to_get import origins_to_get
from generator.model.briefing import Briefing
from generator.model.entries import Question


@dataclass(frozen=True)
class Settling:
    """Questions and what would settle all of them.

    Attributes:
        origin: the id of the origin whose recording or full text would; empty for none.
        otherwise: what else would, in the editors' words; empty for none.
    """

    questions: tuple[Question, ...]
    origin: str = ""
    otherwise: str = ""


def by_what_settles(briefing: Briefing, questions: Sequence[Question]) -> tuple[Settling, ...]:
    """Groups questions of a briefing where two or more would be settled by the same.

    Those that nothing joins come first, in a group without a name, then the largest group. A question that
    several origins would settle stands with the one that would answer most open questions of the briefing.
    """
    ranks = [origin for origin, _ in origins_to_get(briefing)]
    keys = [_key(question, ranks) for question in questions]
    counts = Counter(keys)
    joined = [key for key in counts if key != ("", "") and counts[key] > 1]
    groups = [
        Settling(tuple(question for question, its in zip(questions, keys, strict=True) if its == key), *key)
        for key in sorted(joined, key=lambda key: -counts[key])
    ]
    single = tuple(question for question, key in zip(questions, keys, strict=True) if key not in joined)
    return (Settling(single), *groups) if single else tuple(groups)


def _key(question: Question, ranks: Sequence[str]) -> tuple[str, str]:
    known = [origin for origin in ranks if origin in question.settled_by]
    return (known[0], "") if known else ("", (question.would_settle or "").strip())
