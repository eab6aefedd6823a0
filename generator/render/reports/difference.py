"""What differs between two revisions, for those who review it: text, Markdown, or data."""

import json
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Final

from generator.analyse.findings.coverage import State
from generator.analyse.findings.findings import Findings
from generator.analyse.history.libraries import BriefingDifference, Difference, counts
from generator.analyse.text.same_words import words_apart
from generator.analyse.text.sentences import around, neighbours
from generator.model.changes import Change, Part, What
from generator.render.addresses import HOME
from generator.render.escape import markdown
from generator.render.parts.changes import named_claim
from generator.render.parts.claims.writer import ClaimWriter
from generator.render.parts.source_labels import label
from generator.render.reports.problems import visible
from generator.render.words.changes import ALARM, FIELD, HAPPENED, TOO_LONG

MOST: Final = 900_000
"""Bytes of Markdown; GitHub shows no summary of more than a megabyte."""

NOTHING: Final = "Nothing in the briefings differs."
UNREAD: Final = "Not all of {0} could be read, so what is told of it may be wrong; `check` tells why."
WITHOUT_WORDS: Final = "its text was taken out"
_NEVER: Final = "—"


@dataclass(frozen=True)
class Row:
    """One field: its name, and its value before and after; empty where there was or is none."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Context:
    """Where a quote stands: its sentence, cut at the quote, and the sentences before and after it."""

    source: str
    before: str
    lead: str
    quote: str
    rest: str
    after: str


@dataclass(frozen=True)
class Told:
    """A change as a reviewer reads it."""

    what: str
    name: str
    alarms: tuple[str, ...]
    substantive: bool
    rows: tuple[Row, ...]
    contexts: tuple[Context, ...]


def difference_text(found: Difference) -> str:
    """For a terminal: each change, what it was (-) and is (+), and the passages of each claim."""
    lines = [UNREAD.format(one) for one in found.unread]
    lines += [""] if lines else []
    if found.actors:
        lines += ["briefings/actors.yml", ""]
        lines += [line for one in found.actors for line in _as_text(_tell(one, None, None))]
    for one in found.briefings:
        lines += [f"briefings/{one.slug}  {_title(one)}", f"  {_sum(one)}", *_coverage_lines(one), ""]
        for change in one.changes:
            lines += _as_text(_tell(change, one.before, one.after))
    return "\n".join(visible(line) if line else line for line in lines).rstrip() or NOTHING


def difference_markdown(found: Difference) -> str:
    """For the summary beside a pull request: what to look at first, then the rest; all text is escaped."""
    lines = ["## What changes in the briefings", ""]
    for one_file in found.unread:
        lines += [f"**{markdown(UNREAD.format(one_file))}**", ""]
    if found.actors:
        lines += ["### Actors that all briefings share", ""]
        lines += [line for one in found.actors for line in _as_markdown(_tell(one, None, None))]
    for one in found.briefings:
        lines += [f"### {markdown(_title(one))}", "", markdown(_sum(one)), ""]
        lines += [f"- {markdown(line.strip())}" for line in _coverage_lines(one)]
        lines += [""]
        for change in one.changes:
            lines += _as_markdown(_tell(change, one.before, one.after))
    if len("\n".join(lines).encode()) > MOST:
        lines = [*_cut(lines), "", TOO_LONG]
    if not (found.actors or found.briefings or found.unread):
        lines.append(NOTHING)
    return "\n".join(lines).rstrip() + "\n"


def difference_json(found: Difference, base: str, head: str) -> str:
    """For programs: base, head, unread files, actors, briefings; changes have their fields as written."""
    told = {
        "base": base,
        "head": head,
        "unread": list(found.unread),
        "actors": [_as_data(one, None, None) for one in found.actors],
        "briefings": [
            {
                "slug": one.slug,
                "moved_from": one.moved_from,
                "title": _title(one),
                "counts": dict(counts(one.changes)),
                "coverage": {"before": _coverage(one.before), "after": _coverage(one.after)},
                "changes": [_as_data(change, one.before, one.after) for change in one.changes],
            }
            for one in found.briefings
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _cut(lines: Sequence[str]) -> list[str]:
    """As many whole changes as fit."""
    sizes = list(accumulate(len(line.encode()) + 1 for line in lines))
    fitting = bisect_right(sizes, MOST)
    last = max((at for at, line in enumerate(lines[:fitting]) if line.startswith("#### ")), default=fitting)
    return list(lines[:last])


def _title(one: BriefingDifference) -> str:
    now = one.after or one.before
    title = now.briefing.title if now else one.slug
    return f"{title} (before: briefings/{one.moved_from})" if one.moved_from else title


def _sum(one: BriefingDifference) -> str:
    number = counts(one.changes)
    return (
        f"{number['first']} to look at first, {number['substantive']} more that readers are told of, "
        f"{number['editorial']} editorial."
    )


def _coverage(findings: Findings | None) -> dict[str, dict[str, int]]:
    if findings is None:
        return {}
    return {
        one.article.id: {state.value: one.count(state) for state in State}
        for one in findings.coverage.values()
    }


def _coverage_lines(one: BriefingDifference) -> Iterator[str]:
    """Each article's sentences by their state, before and after, where they differ; else as they are."""
    before, after = _coverage(one.before), _coverage(one.after)
    for article in dict.fromkeys((*before, *after)):
        was, now = before.get(article), after.get(article)
        told = _states(now) if now else "gone"
        if was != now:
            told = f"{_states(was) if was else 'not there'} → {told}"
        yield f"  Coverage of {article}: {told}"


def _states(number: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {state.replace('-', ' ')}" for state, count in number.items())


def _tell(change: Change, before: Findings | None, after: Findings | None) -> Told:
    findings = before if change.what is What.REMOVED else after
    rows = [_row(part) for part in change.parts]
    if change.what in (What.ADDED, What.REMOVED):
        whole = (change.after if change.what is What.ADDED else change.before) or {}
        values = [(field, value) for field, value in whole.items() if field not in ("text", "name", "title")]
        added = change.what is What.ADDED
        rows = [
            Row(FIELD.get(field, field), *(("", one) if added else (one, "")))
            for field, value in values
            for one in _each(field, value)
        ]
    return Told(
        what=f"{change.kind} {HAPPENED[change.what]}" if change.kind != "sentence" else _sentence(change),
        name=_name(change, findings),
        alarms=tuple(ALARM[one] for one in change.alarms),
        substantive=change.substantive,
        rows=tuple(rows),
        contexts=tuple(_contexts(change, after)),
    )


def _sentence(change: Change) -> str:
    return f"bottom line {HAPPENED[change.what]}"


def _name(change: Change, findings: Findings | None) -> str:
    """What the entry says, a claim by its speaker first; then its id."""
    entry = (change.before if change.what is What.REMOVED else change.after) or {}
    text = next((str(entry[one]) for one in ("text", "title", "name") if one in entry), "")
    if change.kind == "claim" and findings and change.id in findings.briefing.claims:
        text = named_claim(ClaimWriter(findings, HOME).link(change.id))
    elif change.kind == "source" and findings and change.id in findings.briefing.articles:
        text = label(findings.briefing.articles[change.id])
    elif change.kind == "aside":
        text = f"“{_words(entry)}”"
    text = text or WITHOUT_WORDS
    return f"{text} [{change.id}]" if change.id and change.kind not in ("sentence", "aside") else text


def _words(quote: Mapping[str, Any]) -> str:
    return " […] ".join(quote["exact"])


def _row(part: Part) -> Row:
    before, after = ("; ".join(_each(part.field, value)) for value in (part.before, part.after))
    return Row(FIELD.get(part.field, part.field.replace("_", " ")), before, after)


def _each(field: str, value: Any) -> list[str]:
    """A value in a few words; of a list of entries, each; nothing where there is none."""
    if value is None:
        return []
    if field in ("evidence", "relations", "inferred"):
        return [_listed(field, one) for one in (value if isinstance(value, list) else [value])]
    if isinstance(value, list):
        return [", ".join(str(one) for one in value)]
    if isinstance(value, dict):
        return ["; ".join(" ".join(_each(name, one)) for name, one in value.items())]
    return [str(value)]


def _listed(field: str, one: Mapping[str, Any]) -> str:
    if field == "evidence":
        rest = [f"{name}: {one[name]}" for name in one if name not in ("article", "exact")]
        return f"{one['article']}: “{_words(one)}”" + (f" ({'; '.join(rest)})" if rest else "")
    if field == "relations":
        return f"{one['kind']} {one['claim']}: {one['note']}"
    return f"“{one['text']}”: {one['reason']}"


def _contexts(change: Change, findings: Findings | None) -> Iterator[Context]:
    """The passages of a claim that is new or changed, each with the sentence before and after."""
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


def _as_text(told: Told) -> list[str]:
    lines = [f"  {'! ' if told.alarms else ''}{told.what}: {' '.join(told.name.split())}"]
    lines += [f"      {alarm}" for alarm in told.alarms]
    if not told.substantive:
        lines[0] += " (editorial)"
    for row in told.rows:
        lines += [f"      - {row.name}: {' '.join(row.before.split())}"] if row.before else []
        lines += [f"      + {row.name}: {' '.join(row.after.split())}"] if row.after else []
    for one in told.contexts:
        own = " ".join(f"{one.lead}⟦{one.quote}⟧{one.rest}".split())
        sentences = (" ".join(one.before.split()), own, " ".join(one.after.split()))
        lines.append(f"      {one.source}: {' '.join(sentence for sentence in sentences if sentence)}")
    return [*lines, ""]


def _as_markdown(told: Told) -> list[str]:
    mark = "**Look at this first.** " if told.alarms else ""
    kind = "" if told.substantive else " (editorial)"
    lines = [f"#### {markdown(told.what.capitalize())}{kind}: {markdown(told.name)}", ""]
    if told.alarms:
        lines += [f"{mark}{markdown('; '.join(told.alarms).capitalize())}.", ""]
    if told.rows:
        lines += ["| | before | after |", "|---|---|---|"]
        for row in told.rows:
            before, after = _marked(row)
            lines.append(f"| {markdown(row.name)} | {before or _NEVER} | {after or _NEVER} |")
        lines.append("")
    for one in told.contexts:
        own = f"{_escaped(one.lead)}<ins>{_escaped(one.quote)}</ins>{_escaped(one.rest)}"
        sentences = [markdown(one.before), own, markdown(one.after)]
        lines += [f"> {' '.join(sentence for sentence in sentences if sentence)}"]
        lines += [">", f"> — {markdown(one.source)}", ""]
    return lines


def _marked(row: Row) -> tuple[str, str]:
    """Both values, escaped, with the words that differ marked where both have some."""
    if not (row.before and row.after):
        return markdown(row.before), markdown(row.after)
    old, new = words_apart(row.before, row.after)
    return _with_marks(row.before, old, "del"), _with_marks(row.after, new, "ins")


def _with_marks(text: str, stretches: Sequence[tuple[int, int]], tag: str) -> str:
    parts, at = [], 0
    for start, end in stretches:
        parts += [_escaped(text[at:start]), f"<{tag}>{_escaped(text[start:end])}</{tag}>"]
        at = end
    return "".join([*parts, _escaped(text[at:])])


def _escaped(part: str) -> str:
    """A part of a text, with the space that parts it from its neighbours."""
    lead, rest = (" " if space else "" for space in (part[:1].isspace(), part[-1:].isspace()))
    return f"{lead}{markdown(part)}{rest}"


def _as_data(change: Change, before: Findings | None, after: Findings | None) -> dict[str, Any]:
    told = _tell(change, before, after)
    return {
        "kind": change.kind,
        "id": change.id,
        "what": change.what.value,
        "substantive": change.substantive,
        "alarms": [one.value for one in change.alarms],
        "name": told.name,
        "parts": [
            {"field": one.field, "before": one.before, "after": one.after, "substantive": one.substantive}
            for one in change.parts
        ],
        "before": change.before,
        "after": change.after,
        "passages": [
            {
                "place": one.source,
                "before": one.before,
                "sentence": f"{one.lead}{one.quote}{one.rest}",
                "quote": one.quote,
                "after": one.after,
            }
            for one in told.contexts
        ],
    }
