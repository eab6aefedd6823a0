"""The sentence that tells readers of a change, and its link."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from generator.analyse.findings.findings import Findings
from generator.analyse.history.compare import EDITORIAL_PARTS
from generator.model.changes import Change, Part, Plain, What
from generator.model.dated import StatedDate, Withdrawn
from generator.model.entries import Assessment, Event, Question
from generator.model.letters import with_letters
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
    FIELD,
    GONE,
    NEW,
    QUOTED,
    RELATED,
    STATUS_NOW,
    WITHDRAWN_NOW,
)
from generator.render.words.values import CONFIDENCE, LIKELIHOOD, QUESTION_KIND

_FULL_STOP: Final = re.compile(r"(?<![\s.]\w)\.$")
_LONGEST: Final = 110
"""How many characters of an entry's text stand in a list of changes."""


@dataclass(frozen=True)
class ChangeView:
    """The sentence of a change, in parts.

    Attributes:
        lead: what happened to the entry, where that comes first, as "New claim"; else empty.
        name: the entry's own words, of a claim with its speaker; empty where they were taken out.
        how: what changed in it, or why it was withdrawn; else empty.
        fragment: the fragment of the entry on the briefing's page; empty for the page itself.
        href: the link to it.
    """

    lead: str
    name: str
    how: str
    fragment: str
    href: Safe

    @property
    def colon(self) -> Safe:
        """The colon between ``name`` and ``how``; empty behind a question mark."""
        return Safe("" if self.name.endswith("?") else ":")

    @property
    def text(self) -> str:
        """The whole sentence, as plain text."""
        body = self.name
        if body and self.how:
            body = f"{_FULL_STOP.sub('', body)}{self.colon} {self.how}"
        sentence = ": ".join(part for part in (self.lead, body or self.how) if part)
        return sentence if sentence.endswith((".", "?", "!", "”", "…")) else f"{sentence}."


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
        page = briefing_page(self.findings.briefing.slug)
        return ChangeView(*self._sentence_parts(change), fragment, link(self.here, page, fragment))

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
            "actor": "who" if id in briefing.summary.actors else "",
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

    def _sentence_parts(self, change: Change) -> tuple[str, str, str]:
        """The lead, name and how of a `ChangeView`."""
        kind, name = change.kind, shortened(self._current_name(change), _LONGEST)
        match change.what:
            case What.ADDED:
                return NEW[kind], name, ""
            case What.WITHDRAWN:
                reason = self._withdrawal_reason(change)
                return (
                    WITHDRAWN_NOW[kind],
                    "" if kind == "briefing" else _without_full_stop(name, reason),
                    reason,
                )
            case What.REMOVED:
                text = shortened(str(change.before.get("text", "")), _LONGEST) if change.before else ""
                return GONE[kind], f"“{text}”" if text else "", ""
        if kind == "briefing" and change.hidden:
            return "", name, phrase("edited")
        if not name:
            return CHANGED_GONE[kind], "", ""
        how = "; ".join(dict.fromkeys(self._part_changes(change))) or phrase("it-changed")
        return "", _without_full_stop(name, how), how

    def _current_name(self, change: Change) -> str:
        """The entry's own words today, of a claim with its speaker; empty where they were taken out."""
        summary, id = self.findings.briefing.summary, change.id
        match change.kind:
            case "claim" if id in self.findings.briefing.claims:
                return named_claim(self._claim_writer.link(id))
            case "sentence":
                return phrase("in-short-sentence", change.id)
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

    def _part_changes(self, change: Change) -> Iterator[str]:
        for part in change.parts:
            # The kind of a difference is nothing by itself: it comes and goes with how accounts differ.
            came_or_went = (
                change.kind == "question" and part.field == "kind" and not (part.before and part.after)
            )
            if part.substantive and not came_or_went:
                yield self._part_change(change, part)

    def _part_change(self, change: Change, part: Part) -> str:
        before, after = part.before, part.after
        match part.field:
            case "text" if before and after and change.kind == "sentence":
                return phrase("reworded-before", self._lettered(before))
            case "text" | "title" if before and after and change.kind != "briefing":
                return phrase("reworded")
            case "text" if before:
                return phrase("text-taken-out")
            case "by" if change.kind == "claim":
                names = (self._claim_writer.speakers.names(ids or ()) for ids in (before, after))
                return phrase("speaker-changed", *names)
            case "evidence" if change.kind == "claim":
                return "; ".join(self._quote_changes(before, after))
            case "differ" if before and after:
                return phrase("differ-changed", self._lettered(before))
            case "kind" if change.kind == "question" and before and after:
                return phrase("kind-changed", QUESTION_KIND[after], QUESTION_KIND[before])
            case "ladder":
                return phrase("ladder-changed", _ladder(after), _ladder(before))
            case "origin":
                return phrase(
                    "first-said-in", self._claim_writer.first_said_in(after) or phrase("not-stated")
                )
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

    def _lettered(self, text: str) -> str:
        """An earlier text with the letters that articles have today."""
        return with_letters(text, self.findings.briefing.letters)

    def _quote_changes(self, before: Any, after: Any) -> Iterator[str]:
        """What happened to a quote: that it came or went, or what of it changed."""
        if isinstance(before, list) or isinstance(after, list):  # only the order of all quotes differs
            yield QUOTED["told"]
            return
        if before is None or after is None:
            yield QUOTED["added" if before is None else "removed"]
            return
        letter = self.findings.briefing.letters.get(after["article"], "")
        old, new = " ".join(before["exact"]), " ".join(after["exact"])
        if old != new:
            yield QUOTED["longer" if old in new else "shorter" if new in old else "changed"]
        if before.get("by") != after.get("by") or before.get("by_open") != after.get("by_open"):
            yield QUOTED["speaker"].format(letter, self._quote_speakers(after), self._quote_speakers(before))
        for field in dict.fromkeys((*after, *before)):
            told = field in FIELD and field not in ("by", "by_open", "exact") and field not in EDITORIAL_PARTS
            if told and before.get(field) != after.get(field):
                yield QUOTED["field"].format(FIELD[field], letter)

    def _quote_speakers(self, quote: Plain) -> str:
        names = self._claim_writer.speakers.names
        if left_open := quote.get("by_open"):
            return phrase("or").join(names([id]) for id in left_open)
        return names(quote["by"]) if quote.get("by") else phrase("speaker-of-claim")


def _ladder(words: Sequence[str] | None) -> str:
    return phrase("then").join(f"“{word}”" for word in words) if words else phrase("no-ladder")


def named_claim(claim: ClaimLink) -> str:
    """A claim in one line, as it can stand alone; empty where its wording was taken out."""
    return claim.sentence


def _without_full_stop(name: str, more: str) -> str:
    """Drop a name's full stop before a colon, but not that of an initial."""
    return _FULL_STOP.sub("", name) if more else name
