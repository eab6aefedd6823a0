"""What tests of changes as readers see them are made of: a briefing, its edits, and what they came to."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from generator.analyse.findings.findings import Findings
from generator.analyse.history.compare import compare
from generator.analyse.history.redaction import redact
from generator.analyse.history.snapshot import snapshot
from generator.model.changes import History, Version
from generator.model.diagnostics import errors
from generator.pipeline import check

ARTICLE = (
    "The wall holds, said Ann Lee. “It will hold until spring,” she said. It rained all night. "
    "Bob Ode warned that 300 crates are wet. Nobody has paid for the gate.\n"
)
BRIEFING = """\
title: The wall
as_of: 2024-11-01
status: published
bottom_line:
  - text: Ann Lee says that the wall holds.
    claims: [wall]
actors:
  ann: {name: Ann Lee, kind: person, role: mayor}
  bob: {name: Bob Ode, kind: person}
origins:
  talk: {title: A talk, kind: speech}
  call: {title: A call, kind: unknown}
matters:
  walls: {title: Walls}
claims:
  - id: wall
    matter: walls
    text: Ann Lee says the wall is safe.
    by: ann
    origin: talk
    evidence:
      a: {exact: The wall holds, cue: said}
  - id: crates
    matter: walls
    text: Crates are wet.
    by: bob
    origin: call
    evidence:
      a: {exact: 300 crates are wet, modality: warns}
questions:
  - {id: who, text: Who pays?, claims: [wall]}
assessments:
  - {id: sure, text: The wall holds., claims: [wall], likelihood: likely}
events:
  - {id: rain, date: 2024-10-13, text: The wall holds., claims: [wall]}
"""
TOMBSTONE = "withdrawn: {date: 2024-11-02, reason: Misread.}"
Edits = Sequence[tuple[str, str]]


def edited(*edits: tuple[str, str], briefing: str = BRIEFING) -> str:
    """The briefing with each of these pieces changed, which stands in it once."""
    for old, new in edits:
        assert briefing.count(old) == 1, old
        briefing = briefing.replace(old, new)
    return briefing


def edits_and_answers(table: str) -> list[tuple[tuple[str, str], str]]:
    """Pairs of lines: ``old => new`` as an edit of the briefing, / being a new line; and what comes of it."""
    lines = table.strip("\n").split("\n")
    edits = [line.replace("/", "\n").partition(" =>") for line in lines[::2]]
    return [
        ((old, new.removeprefix(" ")), line) for (old, _, new), line in zip(edits, lines[1::2], strict=True)
    ]


def anchored_of(folder: Path, briefing: str, articles: Mapping[str, str] | None = None) -> Findings:
    """What is found for the briefing ``wall``; it has no error."""
    files = {"briefing.yml": briefing}
    files |= {f"articles/{name}": text for name, text in (articles or {"a.txt": ARTICLE}).items()}
    for path, text in files.items():
        file = folder / "briefings" / "wall" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    checked = check(folder)
    assert [one.message for one in errors(checked.diagnostics)] == []
    return checked.findings[0]


def history_of(*versions: Findings) -> History:
    """What may be shown of these versions beside the last; one a day from 1 November 2024 on."""
    snapshots = [snapshot(one.briefing) for one in versions]
    told = [(), *(compare(before, after) for before, after in pairwise(snapshots))]
    history = History(
        tuple(
            Version(f"{day:040}", f"2024-11-{day:02}T12:00:00Z", f"{day:039}c", changes)
            for day, changes in enumerate(told, 1)
        )
    )
    return redact(history, versions[-1].briefing)


def past_of(folder: Path, *briefings: str) -> tuple[Findings, History]:
    """What is found for the last of several versions, and the history of all of them."""
    found = [anchored_of(folder / str(number), text) for number, text in enumerate(briefings)]
    return found[-1], history_of(*found)
