"""What a reviewer is told of a source whose text changed: its words side by side, and the claims on them."""

from typing import Final

from generator.analyse.findings.findings import Findings
from generator.analyse.history.changed_sources import Aspect, ChangedPassage, ChangedSource
from generator.analyse.history.snapshot import WHOLE_TEXT
from generator.analyse.quotes.anchored import Quote
from generator.model.changes import Change, Part, Plain
from generator.render.addresses import HOME
from generator.render.bidi import plain
from generator.render.parts.claims.writer import ClaimWriter
from generator.render.reports.change_report import PassageReport, Row
from generator.render.words.changes import ASPECT, ATTRIBUTED, FIELD, NOT_FOUND, ONLY_WHITE_SPACE
from generator.render.words.values import MODALITY, SPEECH

_OF_THE_TEXT: Final = ("sha256", WHOLE_TEXT)
"""Fields of a source whose place its sentences take."""


def text_rows(source: ChangedSource, change: Change) -> tuple[Row, ...]:
    """Write the sentences that differ, each with the line where it begins."""
    rows = [Row(f"line {one.line}", one.before, one.after) for one in source.rewordings]
    if not rows and change.part("sha256"):
        return (Row(FIELD["sha256"], "", ONLY_WHITE_SPACE),)
    return tuple(rows)


def told_parts(change: Change, source: ChangedSource | None) -> tuple[Part, ...]:
    """Select the parts of a change that are told by their values: never a source's whole text."""
    left_out = _OF_THE_TEXT if source else (WHOLE_TEXT,)
    return tuple(part for part in change.parts if part.field not in left_out)


def without_text(entry: Plain | None) -> Plain | None:
    """Leave the whole text out of a source's values, for it may have been taken out."""
    return None if entry is None else {field: entry[field] for field in entry if field != WHOLE_TEXT}


def passage_reports(source: ChangedSource, after: Findings) -> tuple[PassageReport, ...]:
    """Write what changed of the passages of claims."""
    writer = ClaimWriter(after, HOME)
    return tuple(
        PassageReport(
            f"{plain(writer.link(passage.claim).sentence)} [{passage.claim}]",
            tuple(_aspect_row(passage, aspect) for aspect in passage.aspects),
        )
        for passage in source.passages
    )


def _aspect_row(passage: ChangedPassage, aspect: Aspect) -> Row:
    if aspect == "sentence":  # the source's own rows show it
        return Row(ASPECT[aspect], "", "")
    before = _value(passage.before, aspect)
    return Row(ASPECT[aspect], before, _value(passage.after, aspect) if passage.after else NOT_FOUND)


def _value(quote: Quote, aspect: Aspect) -> str:
    match aspect:
        case "words":
            return f"“{' […] '.join(quote.words)}”"
        case "speech":
            return SPEECH[quote.known_speech] if quote.known_speech else ""
        case "attribution":
            return ATTRIBUTED[quote.attributed]
    return ", ".join(filter(None, (quote.cue, MODALITY[quote.modality] if quote.modality else "")))
