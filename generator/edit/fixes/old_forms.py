"""Mends of forms of the model before: see `migrate`, which writes them anew."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from generator.analyse.quotes.find import find_passages
from generator.edit.fixes.draft import Mend, Splice
from generator.edit.migrate import migrate, unset
from generator.model.briefing import Briefing
from generator.model.entries import Summary
from generator.read.source import Source
from generator.read.validate import build_partly
from generator.read.yaml_values import read_yaml


def of_old_forms(source: Source, briefing: Briefing) -> tuple[list[Mend], tuple[str, ...]]:
    """Moves a briefing.yml over to the present form; also returns the questions that a person has to word."""
    first = migrate(source)
    if not first.edits:
        return [], ()
    migrated = migrate(source, _worked_out(briefing, first.text))
    if read_yaml(Source(source.path, migrated.text))[1]:
        return [], ()
    told = "a form of the model before: the present one instead"
    return [Mend((Splice(*edit),), told) for edit in sorted(migrated.edits)], migrated.left


def _worked_out(briefing: Briefing, text: str) -> Callable[[str], Mapping[str, Collection[str]]]:
    """Works out verbs and classes of a briefing's claims from its migrated text."""
    value, _ = read_yaml(Source(briefing.path, text))
    summary, _, _ = build_partly(Summary, value, briefing.path)
    if summary is None:
        return lambda _: {}
    anchored, _ = find_passages(replace(briefing, written=unset(summary)))
    return lambda id: {
        "cue": {quote.cue for quote in anchored.quotes.get(id, ())},
        "modality": {quote.modality for quote in anchored.quotes.get(id, ()) if quote.modality},
    }
