"""Writes the sentence that tells readers of a change, and its link."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType
from typing import Any, Final

from generator.analyse.findings.findings import Findings
from generator.analyse.history.compare import EDITORIAL_PARTS
from generator.analyse.history.edits import Edit, edits
from generator.model.changes import Change, Part, Plain, What
from generator.model.dated import StatedDate, Withdrawn
from generator.model.entries import Assessment, Event, Question
from generator.model.letters import with_letters
from generator.render.addresses import HOME, briefing_page, link
from generator.render.parts.changes.view import ChangeView, EditView, without_full_stop
from generator.render.parts.claims.writer import ClaimWriter
from generator.render.parts.dates import stated_view
from generator.render.parts.source_labels import foreign_language, label
from generator.render.words import phrase, shortened
from generator.render.words.changes import (
    CHANGED_FIELD,
    CHANGED_GONE,
    FIELD,
    GONE,
    NEW,
    QUOTED,
    RELATED,
    STATUS_NOW,
    WITHDRAWN_NOW,
)
from generator.render.words.values import CONFIDENCE, LIKELIHOOD, QUESTION_KIND

_LONGEST: Final = 110
"""How many characters of an entry's text stand in a list of changes."""

_OWN_WORDS: Final = frozenset(["text", "title", "label"])
"""Fields that hold nothing but our own words for an entry."""

_NAMING: Final[Mapping[str, str]] = MappingProxyType(
    {
        "claim": "text",
        "question": "text",
        "assessment": "text",
        "event": "text",
        "origin": "title",
        "matter": "title",
    }
)
"""The field by whose words an entry is called, by kind."""


@dataclass(frozen=True)
class _Told:
    """What is told of a changed part.

    Attributes:
        words: all of it, in words.
        edits: the texts in which words came and went, for where there is room.
        beside: what of ``words`` the edits don't tell.
    """

    words: str
    edits: tuple[EditView, ...] = ()
    beside: str = ""


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
        short = shortened(name, _LONGEST)
        match change.what:
            case What.ADDED:
                if change.kind == "sentence" and change.after:
                    short = shortened(self._lettered(change.after["text"]), _LONGEST)
                return ChangeView(NEW[change.kind], short, "", fragment, href)
            case What.WITHDRAWN:
                reason = self._withdrawal_reason(change)
                named = "" if change.kind == "briefing" else without_full_stop(short) if reason else short
                return ChangeView(WITHDRAWN_NOW[change.kind], named, reason, fragment, href)
            case What.REMOVED:
                text = shortened(str(change.before.get("text", "")), _LONGEST) if change.before else ""
                return ChangeView(GONE[change.kind], f"“{text}”" if text else "", "", fragment, href)
        if change.kind == "briefing" and change.hidden:
            return ChangeView("", short, phrase("edited"), fragment, href)
        if not name:
            return ChangeView(CHANGED_GONE[change.kind], "", "", fragment, href)
        told = [self._part_change(change, part) for part in _told_parts(change)]
        how = "; ".join(dict.fromkeys(one.words for one in told)) or phrase("it-changed")
        return ChangeView(
            lead="",
            name=without_full_stop(short),
            how=how,
            fragment=fragment,
            href=href,
            wording=self._wording(change),
            beside="; ".join(
                dict.fromkeys(filter(None, (one.beside if one.edits else one.words for one in told)))
            )
            if told
            else how,
            edits=tuple(
                edit for one in told for edit in one.edits if edit.name or change.kind not in _NAMING
            ),
            is_rewording=bool(told) and not change.alarms and all(map(_is_own_wording, _told_parts(change))),
        )

    def sentences(self, changes: tuple[Change, ...]) -> tuple[ChangeView, ...]:
        """Write the sentences of several changes, in their order."""
        return tuple(self.sentence(change) for change in changes)

    @cached_property
    def _claim_writer(self) -> ClaimWriter:
        return ClaimWriter(self.findings, HOME)

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
        part = change.part(_NAMING[change.kind]) if change.kind in _NAMING else None
        if not part or not part.before or not part.after or not part.substantive:
            return ()
        stretches = edits(self._lettered(part.before), self._lettered(part.after))
        lead = self._claim_writer.link(change.id).lead if change.kind == "claim" else ""
        return (
            (Edit(f"{lead}:", "kept", space=False), replace(stretches[0], space=True), *stretches[1:])
            if lead
            else stretches
        )

    def _part_change(self, change: Change, part: Part) -> _Told:
        before, after = part.before, part.after
        match part.field:
            case "text" if before and after and change.kind == "sentence":
                return _Told(
                    phrase("reworded-before", shortened(self._lettered(before), _LONGEST)),
                    self._edit("", before, after),
                )
            case "text" | "title" if before and after and change.kind != "briefing":
                name = "" if change.kind in _NAMING else phrase("fact-title")
                return _Told(phrase("reworded"), self._edit(name, before, after))
            case "title" if before and after:
                return _Told(CHANGED_FIELD["title"], self._edit(phrase("fact-title"), before, after))
            case "text" if before:
                return _Told(phrase("text-taken-out"))
            case "by" if change.kind == "claim":
                names = (self._claim_writer.speakers.names(ids or ()) for ids in (before, after))
                return _Told(phrase("speaker-changed", *names))
            case "evidence" if change.kind == "claim":
                return self._quote_change(before, after)
            case "differ" if before and after:
                told = phrase("differ-changed", shortened(self._lettered(before), _LONGEST))
                return _Told(told, self._edit(phrase("how-they-differ"), before, after))
            case "kind" if change.kind == "question" and before and after:
                return _Told(phrase("kind-changed", QUESTION_KIND[after], QUESTION_KIND[before]))
            case "ladder":
                return _Told(phrase("ladder-changed", _ladder(after), _ladder(before)))
            case "origin":
                said_in = self._claim_writer.first_said_in(after) or phrase("not-stated")
                return _Told(phrase("first-said-in", said_in))
            case "relations":
                return _Told(
                    RELATED["added" if before is None else "removed" if after is None else "changed"]
                )
            case "likelihood" if before and after:
                return _Told(phrase("likelihood-changed", LIKELIHOOD[before], LIKELIHOOD[after]))
            case "confidence" if before and after:
                return _Told(phrase("confidence-changed", CONFIDENCE[before], CONFIDENCE[after]))
            case "status" if after in STATUS_NOW:
                return _Told(STATUS_NOW[after])
            case "resolution" if before and after:
                answer = self._edit(phrase("answer"), before["text"], after["text"])
                return _Told(
                    phrase("the-answer", after["text"]), answer if before["text"] != after["text"] else ()
                )
            case "resolution" if after:
                return _Told(phrase("the-answer", after["text"]))
            case "would_settle" if before or after:
                return _Told(
                    CHANGED_FIELD["would_settle"],
                    self._edit(phrase("what-would-settle"), before or "", after or ""),
                )
            case "as_of" if after:
                return _Told(phrase("knows-as-of", stated_view(StatedDate(**after)).words))
            case "withdrawn":
                return _Told(phrase("not-withdrawn-now") if after is None else phrase("withdrawn-otherwise"))
            case "sha256":
                return _Told(CHANGED_FIELD["sha256"], self._edit_of_source(change))
        return _Told(CHANGED_FIELD.get(part.field, phrase("it-changed")))

    def _edit(self, name: str, before: str, after: str, language: str = "") -> tuple[EditView]:
        return (EditView(name, edits(self._lettered(before), self._lettered(after)), language),)

    def _edit_of_source(self, change: Change) -> tuple[EditView, ...]:
        """What came and went in a source's text, where the site shows all of it."""
        article = self.findings.briefing.articles[change.id]
        part = change.part("whole_text")
        if article.descriptor.rights != "full" or not part or not part.before or not part.after:
            return ()
        return (EditView(phrase("the-text"), edits(part.before, part.after), foreign_language(article)),)

    def _lettered(self, text: str) -> str:
        """An earlier text with the letters that articles have today."""
        return with_letters(text, self.findings.briefing.letters)

    def _quote_change(self, before: Any, after: Any) -> _Told:
        """What happened to a quote: that it came or went, or what of it changed."""
        if isinstance(before, list) or isinstance(after, list):  # only the order of all quotes differs
            return _Told(QUOTED["told"])
        quote = before if after is None else after
        letter = self.findings.briefing.letters.get(quote["article"], "")
        name = phrase("quote-in-source", letter)
        article = self.findings.briefing.articles.get(quote["article"])
        language = foreign_language(article) if article else ""
        old, new = (
            "" if side is None else f" {phrase('left-out')} ".join(side["exact"]) for side in (before, after)
        )
        shown = (EditView(name, edits(old, new), language),) if old != new else ()
        if before is None or after is None:
            return _Told(QUOTED["added" if before is None else "removed"], shown)
        told = []
        if old != new:
            told.append(QUOTED["longer" if old in new else "shorter" if new in old else "changed"])
        others = []
        if before.get("by") != after.get("by") or before.get("by_open") != after.get("by_open"):
            others.append(
                QUOTED["speaker"].format(letter, self._quote_speakers(after), self._quote_speakers(before))
            )
        for field in dict.fromkeys((*after, *before)):
            is_told = (
                field in FIELD and field not in ("by", "by_open", "exact") and field not in EDITORIAL_PARTS
            )
            if is_told and before.get(field) != after.get(field):
                others.append(QUOTED["field"].format(FIELD[field], letter))
        return _Told("; ".join((*told, *others)), shown, "; ".join(others))

    def _quote_speakers(self, quote: Plain) -> str:
        names = self._claim_writer.speakers.names
        if left_open := quote.get("by_open"):
            return phrase("or").join(names([id]) for id in left_open)
        return names(quote["by"]) if quote.get("by") else phrase("speaker-of-claim")


def _told_parts(change: Change) -> Iterator[Part]:
    for part in change.parts:
        # The kind of a difference is nothing by itself: it comes and goes with how accounts differ.
        came_or_went = change.kind == "question" and part.field == "kind" and not (part.before and part.after)
        if part.substantive and not came_or_went:
            yield part


def _is_own_wording(part: Part) -> bool:
    return part.field in _OWN_WORDS and bool(part.before) and bool(part.after)


def _ladder(words: Sequence[str] | None) -> str:
    return phrase("then").join(f"“{word}”" for word in words) if words else phrase("no-ladder")
