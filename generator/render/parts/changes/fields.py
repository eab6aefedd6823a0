"""Tells what changed in the fields of an entry: in words, and by the words that came and went."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from generator.analyse.findings.findings import Findings
from generator.analyse.history.compare import EDITORIAL_PARTS
from generator.analyse.history.edits import edits
from generator.analyse.history.snapshot import WHOLE_TEXT
from generator.model.changes import Change, Part, Plain
from generator.model.dated import StatedDate
from generator.model.letters import with_letters
from generator.render.bidi import joined
from generator.render.parts.changes.view import EditView
from generator.render.parts.claims.writer import ClaimWriter
from generator.render.parts.dates import stated_view
from generator.render.parts.source_labels import foreign_language
from generator.render.words import phrase, shortened
from generator.render.words.changes import CHANGED_FIELD, FIELD, QUOTED, RELATED, STATUS_NOW
from generator.render.words.values import CONFIDENCE, LIKELIHOOD, QUESTION_KIND

LONGEST: Final = 110
"""How many characters of an entry's text stand in a list of changes."""

NAMING: Final[Mapping[str, str]] = MappingProxyType(
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
class Told:
    """What is told of a changed part.

    Attributes:
        beside: in words, what the edits don't tell.
        edited: in words, what the edits tell, for where there is no room for them.
        edits: the texts in which words came and went.
    """

    beside: str = ""
    edited: str = ""
    edits: tuple[EditView, ...] = ()

    @property
    def words(self) -> str:
        """All of it in words."""
        return "; ".join(filter(None, (self.edited, self.beside)))


@dataclass(frozen=True)
class FieldWriter:
    """Writes what changed in the fields of one briefing's entries.

    Attributes:
        findings: the findings of the briefing as it stands now.
        claims: names its speakers and origins.
    """

    findings: Findings
    claims: ClaimWriter

    def told(self, change: Change, part: Part) -> Told:
        """Tell what changed in a part."""
        before, after = part.before, part.after
        match part.field:
            case "text" if before and after and change.kind == "sentence":
                words = phrase("reworded-before", shortened(self.lettered(before), LONGEST))
                return self._edited(words, "", before, after)
            case "text" | "title" if before and after and change.kind in NAMING:
                return Told(edited=phrase("reworded"))  # its `wording` shows how
            case "title" if before and after:
                words = CHANGED_FIELD["title"] if change.kind == "briefing" else phrase("reworded")
                return self._edited(words, phrase("fact-title"), before, after)
            case "text" if before:
                return Told(phrase("text-taken-out"))
            case "by" if change.kind == "claim":
                names = (self.claims.speakers.names(ids or ()) for ids in (before, after))
                return Told(phrase("speaker-changed", *names))
            case "evidence" if change.kind == "claim":
                return self._quote_change(before, after)
            case "differ" if before and after:
                words = phrase("differ-changed", shortened(self.lettered(before), LONGEST))
                return self._edited(words, phrase("how-they-differ"), before, after)
            case "kind" if change.kind == "question" and before and after:
                return Told(phrase("kind-changed", QUESTION_KIND[after], QUESTION_KIND[before]))
            case "ladder":
                return Told(phrase("ladder-changed", _ladder(after), _ladder(before)))
            case "origin":
                said_in = self.claims.first_said_in(after) or phrase("not-stated")
                return Told(phrase("first-said-in", said_in))
            case "relations":
                return Told(RELATED["added" if before is None else "removed" if after is None else "changed"])
            case "likelihood" if before and after:
                return Told(phrase("likelihood-changed", LIKELIHOOD[before], LIKELIHOOD[after]))
            case "confidence" if before and after:
                return Told(phrase("confidence-changed", CONFIDENCE[before], CONFIDENCE[after]))
            case "status" if after in STATUS_NOW:
                return Told(STATUS_NOW[after])
            case "resolution" if before and after and before["text"] != after["text"]:
                words = phrase("the-answer", after["text"])
                return self._edited(words, phrase("answer"), before["text"], after["text"])
            case "resolution" if after:
                return Told(phrase("the-answer", after["text"]))
            case "would_settle" if before or after:
                words = CHANGED_FIELD["would_settle"]
                return self._edited(words, phrase("what-would-settle"), before or "", after or "")
            case "as_of" if after:
                return Told(phrase("knows-as-of", stated_view(StatedDate(**after)).words))
            case "withdrawn":
                return Told(phrase("not-withdrawn-now") if after is None else phrase("withdrawn-otherwise"))
            case "sha256":
                return self._source_change(change)
        return Told(CHANGED_FIELD.get(part.field, phrase("it-changed")))

    def _edited(self, words: str, name: str, before: str, after: str) -> Told:
        """What is told of a text of ours in which words came and went."""
        stretches = edits(self.lettered(before), self.lettered(after))
        return Told(edited=words, edits=(EditView(name, stretches),))

    def _source_change(self, change: Change) -> Told:
        """What is told of a source's text: what came and went where the site shows all of it."""
        article = self.findings.briefing.articles[change.id]
        part = change.part(WHOLE_TEXT)
        words = CHANGED_FIELD["sha256"]
        if article.descriptor.rights != "full" or not part or not part.before or not part.after:
            return Told(words)
        view = EditView(phrase("the-text"), edits(part.before, part.after), foreign_language(article))
        return Told(edited=words, edits=(view,))

    def lettered(self, text: str) -> str:
        """An earlier text with the letters that articles have today."""
        return with_letters(text, self.findings.briefing.letters)

    def _quote_change(self, before: Any, after: Any) -> Told:
        """What happened to a quote: that it came or went, or what of it changed."""
        if isinstance(before, list) or isinstance(after, list):  # only the order of all quotes differs
            return Told(QUOTED["told"])
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
            return Told(edited=QUOTED["added" if before is None else "removed"], edits=shown)
        words = QUOTED["longer" if old in new else "shorter" if new in old else "changed"] if shown else ""
        return Told("; ".join(self._otherwise_told(before, after, letter)), words, shown)

    def _otherwise_told(self, before: Plain, after: Plain, letter: str) -> Iterator[str]:
        """What changed of a quote beside its words."""
        if before.get("by") != after.get("by") or before.get("by_open") != after.get("by_open"):
            speakers = self._quote_speakers(after), self._quote_speakers(before)
            yield QUOTED["speaker"].format(letter, *speakers)
        for field in dict.fromkeys((*after, *before)):
            is_told = (
                field in FIELD and field not in ("by", "by_open", "exact") and field not in EDITORIAL_PARTS
            )
            if is_told and before.get(field) != after.get(field):
                yield QUOTED["field"].format(FIELD[field], letter)

    def _quote_speakers(self, quote: Plain) -> str:
        names = self.claims.speakers.names
        if left_open := quote.get("by_open"):
            return joined(phrase("or"), (names([id]) for id in left_open))
        return names(quote["by"]) if quote.get("by") else phrase("speaker-of-claim")


def _ladder(words: Sequence[str] | None) -> str:
    return joined(phrase("then"), (f"“{word}”" for word in words)) if words else phrase("no-ladder")
