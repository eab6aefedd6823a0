"""Writes the sentence that tells readers of a change, and its link."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from generator.analyse.findings.findings import Findings
from generator.analyse.history.edits import Edit, edits
from generator.model.changes import Change, Part, What
from generator.model.dated import Withdrawn
from generator.model.entries import Assessment, Event, Question
from generator.render.addresses import HOME, briefing_page, link
from generator.render.parts.changes.fields import LONGEST, NAMING, FieldWriter, Told
from generator.render.parts.changes.view import ChangeView, without_full_stop
from generator.render.parts.claims.writer import ClaimWriter
from generator.render.parts.source_labels import label
from generator.render.words import phrase, shortened
from generator.render.words.changes import (
    CHANGED_GONE,
    GONE,
    NEW,
    WITHDRAWN_NOW,
)

_OWN_WORDS: Final = frozenset(["text", "title", "label"])
"""Fields that hold nothing but our own words for an entry."""


@dataclass(frozen=True)
class ChangeWriter:
    """Writes sentences for the changes of one briefing, which must have been through `redact`.

    Attributes:
        findings: the findings of the briefing as it stands now.
        here: the path of the page that shows the sentences.
    """

    findings: Findings
    here: str

    def sentence(self, change: Change) -> ChangeView:
        """Write the sentence of a change; of one whose values are hidden, that there was one."""
        fragment = self._fragment(change)
        href = link(self.here, briefing_page(self.findings.briefing.slug), fragment)
        name = self._current_name(change)
        short = shortened(name, LONGEST)
        match change.what:
            case What.ADDED:
                if change.kind == "sentence" and change.after:
                    short = shortened(self._fields.lettered(change.after["text"]), LONGEST)
                return ChangeView(NEW[change.kind], short, "", fragment, href)
            case What.WITHDRAWN:
                reason = self._withdrawal_reason(change)
                named = "" if change.kind == "briefing" else without_full_stop(short) if reason else short
                return ChangeView(WITHDRAWN_NOW[change.kind], named, reason, fragment, href)
            case What.REMOVED:
                text = shortened(str(change.before.get("text", "")), LONGEST) if change.before else ""
                return ChangeView(GONE[change.kind], f"“{text}”" if text else "", "", fragment, href)
        if change.kind == "briefing" and change.hidden:
            return ChangeView("", short, phrase("edited"), fragment, href)
        if not name:
            return ChangeView(CHANGED_GONE[change.kind], "", "", fragment, href)
        told = [self._fields.told(change, part) for part in _told_parts(change)] or [
            Told(phrase("it-changed"))
        ]
        return ChangeView(
            lead="",
            name=without_full_stop(short),
            how=_joined(one.words for one in told),
            fragment=fragment,
            href=href,
            wording=self._wording(change),
            beside=_joined(one.beside for one in told),
            edits=tuple(edit for one in told for edit in one.edits),
            is_rewording=_is_rewording(change),
        )

    def sentences(self, changes: tuple[Change, ...]) -> tuple[ChangeView, ...]:
        """Write the sentences of several changes, in their order."""
        return tuple(self.sentence(change) for change in changes)

    @cached_property
    def _claim_writer(self) -> ClaimWriter:
        return ClaimWriter(self.findings, HOME)

    @cached_property
    def _fields(self) -> FieldWriter:
        return FieldWriter(self.findings, self._claim_writer)

    def _fragment(self, change: Change) -> str:
        """The fragment of what changed on the briefing's page; empty for what is no longer there."""
        briefing, kind, id = self.findings.briefing, change.kind, change.id
        ids: Mapping[str, Collection[str]] = {
            "claim": briefing.claims.keys(),
            **{kind: [entry.id for entry in entries] for kind, entries in self._entries_by_kind.items()},
            "origin": briefing.summary.origins.keys(),
            "matter": briefing.summary.matters.keys(),
        }
        sections = {
            "sentence": "in-short" if briefing.summary.bottom_line else "",
            "source": "sources" if id in briefing.articles else "",
        }
        if change.what is What.REMOVED:
            return ""
        return f"{kind}-{id}" if id in ids.get(kind, ()) else sections.get(kind, "")

    @cached_property
    def _entries_by_kind(self) -> Mapping[str, tuple[Question | Assessment | Event, ...]]:
        summary = self.findings.briefing.summary
        return {"question": summary.questions, "assessment": summary.assessments, "event": summary.events}

    def _current_entry(self, change: Change) -> Question | Assessment | Event | None:
        return next((entry for entry in self._entries_by_kind[change.kind] if entry.id == change.id), None)

    def _current_name(self, change: Change) -> str:
        """The entry's own words today, of a claim with its speaker; empty where they were taken out."""
        summary, id = self.findings.briefing.summary, change.id
        match change.kind:
            case "claim" if id in self.findings.briefing.claims:
                return self._claim_writer.link(id).sentence
            case "sentence":
                return phrase("summary-line", change.id)
            case "briefing":
                return phrase("this-briefing")
            case "source" if id in self.findings.briefing.articles:
                article = self.findings.briefing.articles[id]
                return phrase("source-and-label", self.findings.briefing.letter(id), label(article))
            case "question" | "assessment" | "event":
                entry = self._current_entry(change)
                return entry.text if entry else ""
            case "origin" if id in summary.origins:
                return summary.origins[id].title
            case "actor" if id in summary.actors:
                return summary.actors[id].name
            case "matter" if id in summary.matters:
                return summary.matters[id].title
        return ""

    def _withdrawal_reason(self, change: Change) -> str:
        """The reason of the withdrawal, as it stands today."""
        briefing, id = self.findings.briefing, change.id
        withdrawn: Withdrawn | None = None
        if change.kind == "briefing":
            withdrawn = briefing.summary.withdrawn
        elif change.kind == "claim" and id in briefing.claims:
            withdrawn = briefing.claims[id].withdrawn
        elif change.kind == "source" and id in briefing.articles:
            withdrawn = briefing.articles[id].descriptor.withdrawn
        elif change.kind == "actor" and id in briefing.summary.actors:
            withdrawn = briefing.summary.actors[id].withdrawn
        elif change.kind in self._entries_by_kind and (entry := self._current_entry(change)):
            withdrawn = entry.withdrawn
        return withdrawn.reason if withdrawn else ""

    def _wording(self, change: Change) -> tuple[Edit, ...]:
        """The words by which an entry is called, with what was struck and added; empty where they stand."""
        part = change.part(NAMING[change.kind]) if change.kind in NAMING else None
        if not part or not part.before or not part.after or not part.substantive:
            return ()
        stretches = edits(self._fields.lettered(part.before), self._fields.lettered(part.after))
        lead = self._claim_writer.link(change.id).lead if change.kind == "claim" else ""
        return (
            (Edit(f"{lead}:", "kept", space=False), replace(stretches[0], space=True), *stretches[1:])
            if lead
            else stretches
        )


def _told_parts(change: Change) -> Iterator[Part]:
    for part in change.parts:
        # The kind of a difference is nothing by itself: it comes and goes with how accounts differ.
        came_or_went = change.kind == "question" and part.field == "kind" and not (part.before and part.after)
        if part.substantive and not came_or_went:
            yield part


def _is_rewording(change: Change) -> bool:
    """Whether nothing but our own words changed, and no number or denial among them."""
    told = list(_told_parts(change))
    own = all(part.field in _OWN_WORDS and part.before and part.after for part in told)
    return bool(told) and own and not change.alarms


def _joined(parts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(filter(None, parts)))
