"""Holds the voice check to a corpus of attributions: how often it tells a sound claim or misses a wrong one.

`python -m tools.attribution [--failures] FILE…`

A file has `actors` and `cases`. A case is an article's text, words quoted from it, who says them (`by`; also
`article`, where they are the article's own prose, or `unnamed`), who might be taken for it (`wrong`), and the
kind of speech. Each speaker is judged by a claim of its own, in a briefing that names all actors of the file.
"""

import argparse
import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

import yaml
from pydantic import BaseModel, ConfigDict, field_validator

from generator.analyse.checks.speaker import check_speakers
from generator.analyse.quotes.find import find_passages
from generator.model.briefing import ARTICLE_VOICE, RESERVED_SPEAKERS, Article, Briefing
from generator.model.entries import Descriptor, Summary
from generator.model.passage import Speech
from generator.read.article import paragraphs
from generator.read.source import Source
from generator.read.validate import build
from generator.read.yaml_values import read_yaml

MANNERS: Final = ("agency", "broadsheet", "transcript", "blog")

_PROSE: Final = frozenset([Speech.PARAPHRASE, Speech.ARTICLE])


class Case(BaseModel):
    """Words of a text, who says them, and who doesn't.

    Attributes:
        by: whoever says them; several of a joint statement.
        wrong: named nearby, and not the speaker; each is judged alone.
        speech: the kind of speech, as a careful reader tells it.
        kind: `deed` where no verb of speech, but what the actor did, carries the claim.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    quote: str
    by: tuple[str, ...]
    wrong: tuple[str, ...] = ()
    speech: Speech
    manner: Literal["agency", "broadsheet", "transcript", "blog"]
    kind: Literal["deed"] | None = None
    author: str | None = None
    publisher: str | None = None
    actors: Mapping[str, Mapping[str, object]] = {}
    note: str | None = None

    @field_validator("by", mode="before")
    @classmethod
    def _one_or_several(cls, value: object) -> object:
        return (value,) if isinstance(value, str) else value

    @property
    def is_named(self) -> bool:
        """Whether the right speaker is an actor."""
        return RESERVED_SPEAKERS.isdisjoint(self.by)


class Corpus(BaseModel):
    """The cases of a file, and the actors that all of them may name."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    actors: Mapping[str, Mapping[str, object]]
    cases: tuple[Case, ...]


@dataclass(frozen=True)
class Judged:
    """What the check says of a case.

    Attributes:
        sound_told: whether it gives a hint at the right speaker.
        wrong_told: the wrong speakers at whom it gives one.
        speech: the kind of speech that the site shows.
        own_told: whether it gives a hint at the words as the article's own prose.
    """

    case: Case
    sound_told: bool
    wrong_told: frozenset[str]
    speech: Speech
    own_told: bool = False

    @property
    def shows_prose_as_spoken(self) -> bool:
        """Whether words that nobody spoke are shown as somebody's spoken words."""
        return self.case.speech in _PROSE and self.speech is Speech.SPOKEN


def read_corpus(text: str) -> Corpus:
    """Reads the text of a file."""
    return Corpus.model_validate(yaml.safe_load(text))


def judge(case: Case, actors: Mapping[str, Mapping[str, object]]) -> Judged:
    """Runs the voice check on a claim by the right speaker, and on one by each wrong speaker.

    Raises:
        ValueError: the case is at fault: its quote does not stand once in its text, or an id is unknown.
    """
    known = {**actors, **case.actors}
    speakers = [list(case.by), *([wrong] for wrong in case.wrong), [ARTICLE_VOICE]]
    if unknown := {id for one in speakers for id in one} - known.keys() - RESERVED_SPEAKERS:
        raise ValueError(f"no such actors: {', '.join(sorted(unknown))}")
    article = Article(
        "a",
        "a.md",
        Descriptor(author=case.author, publisher=case.publisher),
        case.text,
        1,
        paragraphs(case.text, ".md"),
    )
    claims = [
        {"id": f"c{at}", "text": "So.", "by": by, "about": list(known), "evidence": {"a": case.quote}}
        for at, by in enumerate(speakers)
    ]
    # Each claim has a line of its own, by which its hint is known. JSON is YAML.
    lines = ["title: A", "as_of: '2024-11-01'", "status: draft", "bottom_line: []", "questions: []"]
    lines += [f"actors: {json.dumps(known)}", "claims:"]
    source = Source("b.yml", "\n".join([*lines, *(f"- {json.dumps(claim)}" for claim in claims), ""]))
    value, faults = read_yaml(source)
    summary, wrong = build(Summary, value, source.path)
    if summary is None:
        raise ValueError(f"not a briefing: {[*faults, *wrong]}")
    anchored, _ = find_passages(Briefing("b", source.path, summary, {"a": article}, dict(summary.actors)))
    if not anchored.quotes["c0"]:
        raise ValueError("its quote does not stand once in its text")
    told = {
        hint.span.line - len(lines) - 1
        for hint in check_speakers(anchored)
        if hint.code in ("no-attribution-nearby", "given-to-somebody", "speaker-not-quoted", "voice-in-marks")
    }
    return Judged(
        case,
        0 in told,
        frozenset(wrong for at, wrong in enumerate(case.wrong, 1) if at in told),
        anchored.quotes["c0"][0].speech,
        len(speakers) - 1 in told,
    )


@dataclass(frozen=True)
class Share:
    """How many of how many."""

    part: int
    whole: int

    def __str__(self) -> str:
        return f"{self.part}/{self.whole}"

    @property
    def percent(self) -> str:
        """The share in per cent; a dash where there is nothing to share."""
        return f"{100 * self.part / self.whole:.1f} %" if self.whole else "–"


def figures(judged: Collection[Judged]) -> dict[str, Share]:
    """Counts hints and kinds of speech, by the words of the table."""

    def wrong(which: Callable[[Case], bool]) -> Share:
        of = [one for one in judged if which(one.case)]
        return Share(sum(len(one.wrong_told) for one in of), sum(len(one.case.wrong) for one in of))

    def kind(speech: Speech) -> Share:
        of = [one for one in judged if one.case.speech is speech]
        return Share(sum(one.speech is speech for one in of), len(of))

    own = [one for one in judged if ARTICLE_VOICE in one.case.by]
    others = [one for one in judged if ARTICLE_VOICE not in one.case.by]
    named = [one for one in judged if one.case.is_named]
    said = [one for one in named if one.case.kind is None]
    deeds = [one for one in named if one.case.kind is not None]
    told = wrong(lambda case: True)
    false = sum(one.sound_told for one in named)
    prose = [one for one in judged if one.case.speech in _PROSE]
    return {
        "sound claims hinted": Share(sum(one.sound_told for one in said), len(said)),
        "deeds hinted": Share(sum(one.sound_told for one in deeds), len(deeds)),
        "wrong speakers told": told,
        "  at the article's prose": wrong(lambda case: ARTICLE_VOICE in case.by),
        "  at others' words": wrong(lambda case: ARTICLE_VOICE not in case.by),
        "words of others as prose told": Share(sum(one.own_told for one in others), len(others)),
        "the article's prose hinted": Share(sum(one.own_told for one in own), len(own)),
        "hints that are right": Share(told.part, told.part + false),
        "speech told right": Share(sum(one.speech is one.case.speech for one in judged), len(judged)),
        **{f"  {speech.value}": kind(speech) for speech in Speech},
        "prose shown as spoken words": Share(sum(one.shows_prose_as_spoken for one in prose), len(prose)),
    }


def table(judged: Collection[Judged]) -> str:
    """Writes the figures of all cases, and of each manner."""
    columns = {"": judged} | {
        manner: [one for one in judged if one.case.manner == manner] for manner in MANNERS
    }
    counted = {manner: figures(of) for manner, of in columns.items()}
    lines = [f"{'':28}{'all':>10}{'':>9}" + "".join(f"{manner:>12}" for manner in MANNERS)]
    for row, share in counted[""].items():
        by_manner = "".join(f"{counted[manner][row]!s:>12}" for manner in MANNERS)
        lines.append(f"{row:28}{share!s:>10}{share.percent:>9}{by_manner}")
    return "\n".join(lines)


def failures(judged: Collection[Judged]) -> list[str]:
    """Describes each case that the check gets wrong."""
    described = []
    for one in judged:
        case = one.case
        faults = [f"{' and '.join(case.by)}: sound, but hinted"] if case.is_named and one.sound_told else []
        faults += [f"{wrong}: wrong, but not told" for wrong in case.wrong if wrong not in one.wrong_told]
        if one.speech is not case.speech:
            faults.append(f"speech: {case.speech}, but shown as {one.speech}")
        if faults:
            note = [f"  ({case.note})"] if case.note else []
            described.append("\n".join([case.text, f"  “{case.quote}”", *(f"  {x}" for x in faults), *note]))
    return described


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a table and a line of JSON for each file."""
    parser = argparse.ArgumentParser(prog="python -m tools.attribution")
    parser.add_argument("--failures", action="store_true", help="list the cases that it gets wrong")
    parser.add_argument("file", nargs="+", type=Path)
    given = parser.parse_args(arguments)
    for path in given.file:
        corpus = read_corpus(path.read_text(encoding="utf-8"))
        judged = []
        for at, case in enumerate(corpus.cases, 1):
            try:
                judged.append(judge(case, corpus.actors))
            except ValueError as fault:
                raise SystemExit(f"{path}, case {at}, “{case.quote}”: {fault}") from None
        if given.failures:
            print("\n\n".join(failures(judged)), end="\n\n")
        print(f"{path.name}: {len(judged)} cases")
        print(table(judged))
        counted = {row.strip(): [share.part, share.whole] for row, share in figures(judged).items()}
        print(json.dumps({"file": path.name, "cases": len(judged), **counted}))


if __name__ == "__main__":
    main()
