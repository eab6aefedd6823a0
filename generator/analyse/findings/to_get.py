"""Origins to get first: those whose recording or full text would answer most open questions."""

from collections import Counter

from generator.model.briefing import Briefing


def origins_to_get(briefing: Briefing) -> tuple[tuple[str, int], ...]:
    """Lists origins by id with the number of open questions that name them in ``settled_by``.

    Those that answer most come first, equal ones in the order of the YAML. Unknown origins are left out.
    """
    counts = Counter(
        origin for question in briefing.open_questions for origin in dict.fromkeys(question.settled_by)
    )
    order = list(briefing.summary.origins)
    known = [(id, counts[id]) for id in order if counts[id]]
    return tuple(sorted(known, key=lambda pair: -pair[1]))
