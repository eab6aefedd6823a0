"""Exports of briefings, made of the views that their pages have."""

import json
from collections.abc import Mapping, Sequence

from generator.analyse.findings.findings import Findings
from generator.model.changes import NO_HISTORY, History
from generator.model.settings import NOTHING_SET, Settings
from generator.render.briefing.make import briefing_view
from generator.render.escape import Safe
from generator.render.exports import json_ld, search


def records(shown: Sequence[Findings]) -> list[search.Record]:
    """The search records of briefings."""
    found = [record for one in shown for record in search.records_of(one, briefing_view(one))]
    return sorted([*search.site_records(shown), *found], key=lambda record: record.url)


def facet_values(shown: Sequence[Findings]) -> dict[str, Mapping[str, str]]:
    """The words for the values of facets, as the search's script has them."""
    words = json.loads(search.search_words(shown))
    return {
        "kind": words["kind"],
        "actor": {id: told or name for id, _, name, told, *_ in words["actors"]},
        "topic": dict(words["topics"]),
        **json.loads(search.search_facets(shown)),
    }


def briefing_ld(findings: Findings, settings: Settings = NOTHING_SET, history: History = NO_HISTORY) -> Safe:
    """The JSON-LD of a briefing's page."""
    return json_ld.briefing_ld(briefing_view(findings), findings, settings, history)
