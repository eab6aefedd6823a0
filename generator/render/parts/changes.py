"""Changes in the reader's words: one sentence a change, the speaker first, and where to see it."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from generator.analyse.findings.findings import Findings
from generator.model.changes import Change, Part, Plain, What
from generator.model.entries import Assessment, Event, Question, StatedDate, Withdrawn
from generator.render.addresses import HOME, briefing_page, link
from generator.render.escape import Safe
from generator.render.parts.claims.links import ClaimLink
from generator.render.parts.claims.writer import ClaimWriter
from generator.render.parts.dates import stated_view
from generator.render.parts.source_labels import label
from generator.render.words import phrase, shortened
from generator.render.words.changes import (
    CHANGED_FIELD,
    CHANGED_GONE,
    GONE,
    NEW,
    QUOTED,
    RELATED,
    STATUS_NOW,
    WITHDRAWN_NOW,
)
from generator.render.words.values import CONFIDENCE, LIKELIHOOD, MODALITY

_FULL_STOP: Final = re.compile(r"(?<![\s.]\w)\.$")
_LONGEST: Final = 110
"""How many characters of an entry's own words name it in a list of changes."""


@dataclass(frozen=True)
class ChangeView:
    """One change.

    Attributes:
        lead: what happened to the entry, where that comes first: "New claim"; else empty.
        name: the entry in its own words, a claim by its speaker first; empty where they were taken out.
        how: what changed in it, or why it was withdrawn; else empty.
        fragment: the place on the briefing's page that it leads to; empty for the page itself.
        href: the link to that place.
    """

    lead: str
    name: str
    how: str
    fragment: str
    href: Safe

    @property
    def colon(self) -> Safe:
        """What stands between name and how; a question mark needs none behind it."""
        return Safe("" if self.name.endswith("?") else ":")

    @property
    def text(self) -> str:
        """All of it as one sentence, plain text."""
        named = self.name
        if named and self.how:
            named = f"{_FULL_STOP.sub('', named)}{self.colon} {self.how}"
        told = ": ".join(part for part in (self.lead, named or self.how) if part)
        return told if told.endswith((".", "?", "!", "”", "…")) else f"{told}."


@dataclass(frozen=True)
class ChangeWriter:
    """Tells the changes of one briefing, as far as they may still be shown.

    Attributes:
        findings: the briefing as it stands now; changes have been through `redact`.
        here: the path of the page that shows them.
    """

    findings: Findings
    here: str

    def sentence(self, change: Change) -> ChangeView:
        """What a reader is told of a change; of a hidden one only that there was one."""
        fragment = self._fragment(change)
        page = briefing_page(self.findings.briefing.slug)
        return ChangeView(*self._told(change), fragment, link(self.here, page, fragment))

    def sentences(self, changes: tuple[Change, ...]) -> tuple[ChangeView, ...]:
        """The sentences of several changes, in their order."""
        return tuple(self.sentence(one) for one in changes)

    @cached_property
    def _claims(self) -> ClaimWriter:
        return ClaimWriter(self.findings, HOME)

    def _fragment(self, change: Change) -> str:
        """The place of what changed; of what is no longer there, the page."""
        briefing, kind, id = self.findings.briefing, change.kind, change.id
        ids: Mapping[str, Collection[str]] = {
            "claim": briefing.claims.keys(),
            **{kind: [one.id for one in entries] for kind, entries in self._entries.items()},
            "origin": briefing.summary.origins.keys(),
            "matter": briefing.summary.matters.keys(),
        }
        sections = {
            "sentence": "in-short" if briefing.summary.bottom_line else "",
            "source": "sources" if id in briefing.articles else "",
            "actor": "who" if id in briefing.summary.actors else "",
        }
        if change.what is What.REMOVED:
            return ""
        return f"{kind}-{id}" if id in ids.get(kind, ()) else sections.get(kind, "")

    @cached_property
    def _entries(self) -> Mapping[str, tuple[Question | Assessment | Event, ...]]:
        summary = self.findings.briefing.summary
        return {"question": summary.questions, "assessment": summary.assessments, "event": summary.events}

    def _entry(self, change: Change) -> Question | Assessment | Event | None:
        return next((one for one in self._entries[change.kind] if one.id == change.id), None)

    def _told(self, change: Change) -> tuple[str, str, str]:
        """Lead, name and how."""
        kind, name = change.kind, shortened(self._name(change), _LONGEST)
        match change.what:
            case What.ADDED:
                return NEW[kind], name, ""
            case What.WITHDRAWN:
                reason = self._withdrawn(change)
                return WITHDRAWN_NOW[kind], "" if kind == "briefing" else _before(name, reason), reason
            case What.REMOVED:
                gone = shortened(str(change.before.get("text", "")), _LONGEST) if change.before else ""
                return GONE[kind], f"“{gone}”" if gone else "", ""
        if not name:
            return CHANGED_GONE[kind], "", ""
        how = "; ".join(dict.fromkeys(self._how(change))) or phrase("it-changed")
        return "", _before(name, how), how

    def _name(self, change: Change) -> str:
        """What the entry is called today, a claim by its speaker first; empty when its words are gone."""
        summary, id = self.findings.briefing.summary, change.id
        match change.kind:
            case "claim" if id in self.findings.briefing.claims:
                return named_claim(self._claims.link(id))
            case "sentence":
                return phrase("in-short-sentence", change.id)
            case "briefing":
                return phrase("this-briefing")
            case "source" if id in self.findings.briefing.articles:
                article = self.findings.briefing.articles[id]
                return phrase("source-and-label", self.findings.briefing.letter(id), label(article))
            case "question" | "assessment" | "event":
                entry = self._entry(change)
                return entry.text if entry else ""
            case "origin" if id in summary.origins:
                return summary.origins[id].title
            case "actor" if id in summary.actors:
                return summary.actors[id].name
            case "matter" if id in summary.matters:
                return summary.matters[id].title
        return ""

    def _withdrawn(self, change: Change) -> str:
        """The reason for which it was withdrawn, as it is told today."""
        briefing, id = self.findings.briefing, change.id
        found: Withdrawn | None = None
        if change.kind == "briefing":
            found = briefing.summary.withdrawn
        elif change.kind == "claim" and id in briefing.claims:
            found = briefing.claims[id].withdrawn
        elif change.kind == "source" and id in briefing.articles:
            found = briefing.articles[id].descriptor.withdrawn
        elif change.kind == "actor" and id in briefing.summary.actors:
            found = briefing.summary.actors[id].withdrawn
        elif change.kind in self._entries and (entry := self._entry(change)):
            found = entry.withdrawn
        return found.reason if found else ""

    def _how(self, change: Change) -> Iterator[str]:
        for part in change.parts:
            if part.substantive:
                yield self._part(change, part)

    def _part(self, change: Change, part: Part) -> str:
        before, after = part.before, part.after
        match part.field:
            case "text" if before and after and change.kind == "sentence":
                return phrase("reworded-before", before)
            case "text" | "title" if before and after and change.kind != "briefing":
                return phrase("reworded")
            case "text" if before:
                return phrase("text-taken-out")
            case "by" if change.kind == "claim":
                names = (self._claims.names(ids or ()) for ids in (before, after))
                return phrase("speaker-changed", *names)
            case "modality" if before and after:
                return phrase("read-as", MODALITY[after], MODALITY[before])
            case "cue" if before and after:
                return phrase("verb-changed", after, before)
            case "evidence":
                return _quote(before, after)
            case "origin":
                return phrase("first-said-in", self._claims.first_said_in(after) or phrase("not-stated"))
            case "relations":
                return RELATED["added" if before is None else "removed" if after is None else "changed"]
            case "likelihood" if before and after:
                return phrase("likelihood-changed", LIKELIHOOD[before], LIKELIHOOD[after])
            case "confidence" if before and after:
                return phrase("confidence-changed", CONFIDENCE[before], CONFIDENCE[after])
            case "status" if after in STATUS_NOW:
                return STATUS_NOW[after]
            case "resolution" if after:
                return phrase("the-answer", after["text"])
            case "as_of" if after:
                return phrase("knows-as-of", stated_view(StatedDate(**after)).words)
            case "withdrawn":
                return phrase("not-withdrawn-now") if after is None else phrase("withdrawn-otherwise")
        return CHANGED_FIELD.get(part.field, phrase("it-changed"))


def named_claim(claim: ClaimLink) -> str:
    """A claim in its own words, its speaker first; empty when they were taken out."""
    speaker = f"{claim.speaker} ({claim.speech_label})" if claim.speech_label else claim.speaker
    return f"{speaker}: {claim.text}" if claim.text else ""


def _quote(before: Plain | None, after: Plain | None) -> str:
    if before is None or after is None:
        return QUOTED["added" if before is None else "removed"]
    old, new = " ".join(before["exact"]), " ".join(after["exact"])
    if old == new:
        return QUOTED["told"]
    return QUOTED["longer" if old in new else "shorter" if new in old else "changed"]


def _before(name: str, more: str) -> str:
    """A name as it stands before a colon: without its full stop, but not without that of an initial."""
    return _FULL_STOP.sub("", name) if more else name
