"""The report of what changed between two revisions, for reviewers: as text, Markdown and JSON."""

import json
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import accumulate
from typing import Any, Final

from generator.analyse.findings.coverage import State
from generator.analyse.findings.findings import Findings
from generator.analyse.history.changed_sources import ChangedSource
from generator.analyse.history.libraries import BriefingDifference, Difference, counts
from generator.analyse.text.same_words import words_apart
from generator.analyse.text.sentences import around, neighbours
from generator.model.changes import Change, Kind, Part, What
from generator.model.entries import Question
from generator.render.addresses import HOME
from generator.render.bidi import plain
from generator.render.escape import markdown
from generator.render.parts.claims.writer import ClaimWriter
from generator.render.parts.source_labels import label
from generator.render.reports.change_report import ChangeReport, Context, PassageReport, Row
from generator.render.reports.problems import visible
from generator.render.reports.source_changes import passage_reports, text_rows, told_parts, without_text
from generator.render.words.changes import ALARM, FIELD, HAPPENED, ON_PASSAGES, TOO_LONG

MOST: Final = 900_000
"""The most bytes of Markdown; GitHub shows no summary of more than a megabyte."""

NOTHING: Final = "Nothing in the briefings differs."
UNREAD: Final = "Not all of {0} could be read, so what is told of it may be wrong; `check` tells why."
WITHOUT_WORDS: Final = "its text was taken out"
_NEVER: Final = "—"


def difference_text(difference: Difference) -> str:
    """Write the report for a terminal: each change with its values before (-) and after (+), and passages."""
    lines = [UNREAD.format(path) for path in difference.unread]
    lines += [""] if lines else []
    if difference.actors:
        lines += ["briefings/actors.yml", ""]
        lines += [line for change in difference.actors for line in _as_text(_change_report(change))]
    for briefing in difference.briefings:
        lines += [
            f"briefings/{briefing.slug}  {_briefing_title(briefing)}",
            f"  {_totals(briefing)}",
            *_coverage_lines(briefing),
            "",
        ]
        for change in briefing.changes:
            lines += _as_text(_change_report(change, briefing))
    return "\n".join(visible(line) if line else line for line in lines).rstrip() or NOTHING


def difference_markdown(difference: Difference) -> str:
    """Write the report as escaped Markdown for GitHub's job summary, cut at `MOST` bytes."""
    lines = ["## What changes in the briefings", ""]
    for path in difference.unread:
        lines += [f"**{markdown(UNREAD.format(path))}**", ""]
    if difference.actors:
        lines += ["### Actors that all briefings share", ""]
        lines += [line for change in difference.actors for line in _as_markdown(_change_report(change))]
    for briefing in difference.briefings:
        lines += [f"### {markdown(_briefing_title(briefing))}", "", markdown(_totals(briefing)), ""]
        lines += [f"- {markdown(line.strip())}" for line in _coverage_lines(briefing)]
        lines += [""]
        for change in briefing.changes:
            lines += _as_markdown(_change_report(change, briefing))
    if len("\n".join(lines).encode()) > MOST:
        lines = [*_cut_to_fit(lines), "", TOO_LONG]
    if not (difference.actors or difference.briefings or difference.unread):
        lines.append(NOTHING)
    return "\n".join(lines).rstrip() + "\n"


def difference_json(difference: Difference, base: str, head: str) -> str:
    """Write the report as a JSON object: base, head, unread files, and changes of actors and briefings."""
    data = {
        "base": base,
        "head": head,
        "unread": list(difference.unread),
        "actors": [_as_data(change) for change in difference.actors],
        "briefings": [
            {
                "slug": briefing.slug,
                "moved_from": briefing.moved_from,
                "title": _briefing_title(briefing),
                "counts": dict(counts(briefing.changes)),
                "coverage": {
                    "before": _coverage_counts(briefing.before),
                    "after": _coverage_counts(briefing.after),
                },
                "changes": [_as_data(change, briefing) for change in briefing.changes],
            }
            for briefing in difference.briefings
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _cut_to_fit(lines: Sequence[str]) -> list[str]:
    """Cut the lines behind the last change that fits as a whole."""
    sizes = list(accumulate(len(line.encode()) + 1 for line in lines))
    fitting = bisect_right(sizes, MOST)
    last = max(
        (number for number, line in enumerate(lines[:fitting]) if line.startswith("#### ")), default=fitting
    )
    return list(lines[:last])


def _briefing_title(briefing: BriefingDifference) -> str:
    current = briefing.after or briefing.before
    title = current.briefing.title if current else briefing.slug
    return f"{title} (before: briefings/{briefing.moved_from})" if briefing.moved_from else title


def _totals(briefing: BriefingDifference) -> str:
    number = counts(briefing.changes)
    return (
        f"{number['first']} to look at first, {number['substantive']} more that readers are told of, "
        f"{number['editorial']} editorial."
    )


def _coverage_counts(findings: Findings | None) -> dict[str, dict[str, int]]:
    if findings is None:
        return {}
    return {
        coverage.article.id: {state.value: coverage.count(state) for state in State}
        for coverage in findings.coverage.values()
    }


def _coverage_lines(briefing: BriefingDifference) -> Iterator[str]:
    """Count each article's sentences by state: before and after where that differs, else once."""
    before, after = _coverage_counts(briefing.before), _coverage_counts(briefing.after)
    for article in dict.fromkeys((*before, *after)):
        old, new = before.get(article), after.get(article)
        states = _state_counts(new) if new else "gone"
        if old != new:
            states = f"{_state_counts(old) if old else 'not there'} → {states}"
        yield f"  Coverage of {article}: {states}"


def _state_counts(number: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {state.replace('-', ' ')}" for state, count in number.items())


def _change_report(change: Change, briefing: BriefingDifference | None = None) -> ChangeReport:
    before, after = (briefing.before, briefing.after) if briefing else (None, None)
    source = _changed_source(change, briefing)
    findings = before if change.what is What.REMOVED else after
    rows = [_part_row(change.kind, part) for part in told_parts(change, source)]
    if change.what in (What.ADDED, What.REMOVED):
        entry = without_text(change.after if change.what is What.ADDED else change.before) or {}
        values = [(field, value) for field, value in entry.items() if field not in ("text", "name", "title")]
        added = change.what is What.ADDED
        rows = [
            Row(FIELD.get(field, field), *(("", text) if added else (text, "")))
            for field, value in values
            for text in _value_texts(field, value)
        ]
    return ChangeReport(
        what=f"{change.kind} {HAPPENED[change.what]}"
        if change.kind != "sentence"
        else _sentence_change(change),
        name=_entry_name(change, findings),
        alarms=tuple(ALARM[alarm] for alarm in change.alarms),
        substantive=change.substantive,
        rows=(*(text_rows(source, change) if source else ()), *rows),
        contexts=tuple(_quote_contexts(change, after)),
        passages=passage_reports(source, after) if source and after else (),
    )


def _changed_source(change: Change, briefing: BriefingDifference | None) -> ChangedSource | None:
    """The source whose text the change is about; None for other changes."""
    is_source = change.kind == "source" and change.what is What.CHANGED
    return briefing.sources.get(change.id) if is_source and briefing else None


def _sentence_change(change: Change) -> str:
    return f"bottom line {HAPPENED[change.what]}"


def _entry_name(change: Change, findings: Findings | None) -> str:
    """The entry's text, of a claim with its speaker, and its id in brackets."""
    entry = (change.before if change.what is What.REMOVED else change.after) or {}
    text = next((str(entry[field]) for field in ("text", "title", "name") if field in entry), "")
    if change.kind == "claim" and findings and change.id in findings.briefing.claims:
        text = plain(ClaimWriter(findings, HOME).link(change.id).sentence)
    elif change.kind == "source" and findings and change.id in findings.briefing.articles:
        text = label(findings.briefing.articles[change.id])
    elif change.kind == "aside":
        text = f"“{_quote_words(entry)}”"
    text = text or WITHOUT_WORDS
    return f"{text} [{change.id}]" if change.id and change.kind not in ("sentence", "aside") else text


def _quote_words(quote: Mapping[str, Any]) -> str:
    return " […] ".join(quote["exact"])


def _part_row(kind: Kind, part: Part) -> Row:
    values = (part.before, part.after)
    if kind == "question" and part.field == "status":  # Open is left out.
        values = tuple(value or Question.model_fields["status"].default for value in values)
    before, after = ("; ".join(_value_texts(part.field, value)) for value in values)
    return Row(FIELD.get(part.field, part.field.replace("_", " ")), before, after)


def _value_texts(field: str, value: Any) -> list[str]:
    """Write a field's value as texts: one for each entry of a list of entries, else one; none for None."""
    if value is None:
        return []
    if field in ("evidence", "relations", "inferred"):
        return [_entry_text(field, item) for item in (value if isinstance(value, list) else [value])]
    if isinstance(value, list):
        return [", ".join(str(item) for item in value)]
    if isinstance(value, dict):
        return ["; ".join(" ".join(_value_texts(name, item)) for name, item in value.items())]
    return [str(value)]


def _entry_text(field: str, entry: Mapping[str, Any]) -> str:
    if field == "evidence":
        details = [
            f"{FIELD.get(name, name)}: {'; '.join(_value_texts(name, value))}"
            for name, value in entry.items()
            if name not in ("article", "exact")
        ]
        return f"{entry['article']}: “{_quote_words(entry)}”" + (
            f" ({'; '.join(details)})" if details else ""
        )
    if field == "relations":
        return f"{entry['kind']} {entry['claim']}" + (f": {entry['note']}" if "note" in entry else "")
    return f"“{entry['text']}”: {entry['reason']}"


def _quote_contexts(change: Change, findings: Findings | None) -> Iterator[Context]:
    """The contexts of the quotes of a claim that was added or changed; none for other changes."""
    if change.kind != "claim" or findings is None or change.what not in (What.ADDED, What.CHANGED):
        return
    for quote in findings.quotes.get(change.id, ()):
        article, passage = quote.article, quote.passage
        text = article.text
        first, last = around(article, passage.start, passage.end)
        before, after = neighbours(article, passage.start, passage.end)
        yield Context(
            source=f"{article.id}, line {passage.span.line}",
            before=text[slice(*before)],
            lead=text[first : passage.start],
            quote=text[passage.start : passage.end],
            rest=text[passage.end : last],
            after=text[slice(*after)],
        )


def _as_text(report: ChangeReport) -> list[str]:
    lines = [f"  {'! ' if report.alarms else ''}{report.what}: {' '.join(report.name.split())}"]
    lines += [f"      {alarm}" for alarm in report.alarms]
    if not (report.substantive or report.alarms):
        lines[0] += " (editorial)"
    lines += [f"      {line}" for row in report.rows for line in _row_lines(row)]
    if report.passages:
        lines.append(f"      {ON_PASSAGES}:")
    for passage in report.passages:
        lines.append(f"        {' '.join(passage.claim.split())}")
        lines += [f"          {line}" for row in passage.rows for line in _row_lines(row) or [row.name]]
    for context in report.contexts:
        quoted = " ".join(f"{context.lead}⟦{context.quote}⟧{context.rest}".split())
        sentences = (" ".join(context.before.split()), quoted, " ".join(context.after.split()))
        lines.append(f"      {context.source}: {' '.join(sentence for sentence in sentences if sentence)}")
    return [*lines, ""]


def _row_lines(row: Row) -> list[str]:
    values = (("-", row.before), ("+", row.after))
    return [f"{sign} {row.name}: {' '.join(value.split())}" for sign, value in values if value]


def _as_markdown(report: ChangeReport) -> list[str]:
    mark = "**Look at this first.** " if report.alarms else ""
    kind = "" if report.substantive or report.alarms else " (editorial)"
    lines = [f"#### {markdown(report.what.capitalize())}{kind}: {markdown(report.name)}", ""]
    if report.alarms:
        lines += [f"{mark}{markdown('; '.join(report.alarms).capitalize())}.", ""]
    if report.rows:
        lines += ["| | before | after |", "|---|---|---|"]
        for row in report.rows:
            before, after = _marked_values(row)
            lines.append(f"| {markdown(row.name)} | {before or _NEVER} | {after or _NEVER} |")
        lines.append("")
    if report.passages:
        lines += [f"{markdown(ON_PASSAGES)}:", ""]
        lines += [_passage_item(passage) for passage in report.passages]
        lines.append("")
    for context in report.contexts:
        quoted = f"{_escaped(context.lead)}<ins>{_escaped(context.quote)}</ins>{_escaped(context.rest)}"
        sentences = [markdown(context.before), quoted, markdown(context.after)]
        lines += [f"> {' '.join(sentence for sentence in sentences if sentence)}"]
        lines += [">", f"> — {markdown(context.source)}", ""]
    return lines


def _passage_item(passage: PassageReport) -> str:
    told = [
        f"{markdown(row.name)}: {_whole(row.before, 'del')} {_whole(row.after, 'ins')}"
        if row.before or row.after
        else markdown(row.name)
        for row in passage.rows
    ]
    return f"- {markdown(passage.claim)}: {'; '.join(told)}"


def _whole(text: str, tag: str) -> str:
    return f"<{tag}>{markdown(text)}</{tag}>" if text else _NEVER


def _marked_values(row: Row) -> tuple[str, str]:
    """Escape a row's values, and mark the words that differ where it has both."""
    if not (row.before and row.after):
        return markdown(row.before), markdown(row.after)
    old, new = words_apart(row.before, row.after)
    return _with_marks(row.before, old, "del"), _with_marks(row.after, new, "ins")


def _with_marks(text: str, stretches: Sequence[tuple[int, int]], tag: str) -> str:
    parts, done = [], 0
    for start, end in stretches:
        parts += [_escaped(text[done:start]), f"<{tag}>{_escaped(text[start:end])}</{tag}>"]
        done = end
    return "".join([*parts, _escaped(text[done:])])


def _escaped(part: str) -> str:
    """Escape a part of a text, and keep one space at each end that has white space."""
    lead, rest = (" " if space else "" for space in (part[:1].isspace(), part[-1:].isspace()))
    return f"{lead}{markdown(part)}{rest}"


def _as_data(change: Change, briefing: BriefingDifference | None = None) -> dict[str, Any]:
    report = _change_report(change, briefing)
    source = _changed_source(change, briefing)
    data: dict[str, Any] = {
        "kind": change.kind,
        "id": change.id,
        "what": change.what.value,
        "substantive": change.substantive,
        "alarms": [alarm.value for alarm in change.alarms],
        "name": report.name,
        "parts": [
            {"field": part.field, "before": part.before, "after": part.after, "substantive": part.substantive}
            for part in told_parts(change, None)
        ],
        "before": without_text(change.before),
        "after": without_text(change.after),
        "passages": [
            {
                "place": context.source,
                "before": context.before,
                "sentence": f"{context.lead}{context.quote}{context.rest}",
                "quote": context.quote,
                "after": context.after,
            }
            for context in report.contexts
        ],
    }
    if source:
        data["sentences"] = [asdict(rewording) for rewording in source.rewordings]
        data["claims"] = [
            {"id": passage.claim, "changed": {row.name: [row.before, row.after] for row in told.rows}}
            for passage, told in zip(source.passages, report.passages, strict=True)
        ]
    return data
