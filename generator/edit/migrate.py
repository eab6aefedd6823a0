"""Migration of a briefing.yml from an old form to the present one.

Only what is in an old form is written anew; all else, comments too, stays as it stands. Nothing is lost: what
a machine cannot decide becomes a question for a person, and the checks tell what is left to do.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from generator.edit.offsets import Offsets
from generator.edit.yaml_text import block, inline
from generator.model.entries import Summary
from generator.model.located import LocatedList, LocatedMapping, LocatedText
from generator.read.old_forms import MOVED_TO_EVIDENCE, QUESTION_KINDS
from generator.read.source import Source
from generator.read.yaml_values import read_yaml

_TEXT: Final = "How do these accounts differ?"

Worked = Callable[[str], Mapping[str, Collection[str]]]
"""Function that returns by field, ``cue`` or ``modality``, what is worked out of the quotes of a claim."""


Edit = tuple[int, int, str]


@dataclass(frozen=True)
class Migrated:
    """A migrated file.

    Attributes:
        text: the whole of it.
        edits: how it was made: start, end and new characters of each, in code points of the old text.
        done: what was moved, in words.
        left: the ids of the questions that a person has to word.
    """

    text: str
    edits: tuple[Edit, ...]
    done: tuple[str, ...]
    left: tuple[str, ...]


def migrate(source: Source, worked: Worked = lambda _id: {}) -> Migrated:
    """Moves a briefing.yml over to the present form; one that is no YAML, or in no old form, stays as it is.

    Args:
        worked: tells verb and class that are worked out, so that a set one that says the same is dropped.
    """
    value, _ = read_yaml(source)
    if not isinstance(value, LocatedMapping):
        return Migrated(source.text, (), (), ())
    writer = _Writer(source.text, worked)
    claims = _mappings_in(value.get("claims"))
    for claim in claims:
        writer.claim(claim)
    writer.questions(value)
    return Migrated(writer.written(), tuple(writer.edits), tuple(writer.told()), tuple(writer.left))


def unset(summary: Summary) -> Summary:
    """Copies what a briefing.yml says, without verbs and classes that are set: these are worked out then."""
    claims = tuple(
        claim.model_copy(
            update={
                "evidence": tuple(
                    quote.model_copy(update={"cue": None, "modality": None}) for quote in claim.evidence
                )
            }
        )
        for claim in summary.claims
    )
    return summary.model_copy(update={"claims": claims})


@dataclass(frozen=True)
class _Difference:
    """A relation that a question replaces: the two claims, the question's kind, and the relation's note."""

    claims: tuple[str, str]
    kind: str
    note: str


@dataclass
class _Writer:
    text: str
    worked: Worked
    left: list[str] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    _differences: list[_Difference] = field(default_factory=list)
    _counts: dict[str, int] = field(default_factory=dict)

    @cached_property
    def _offsets(self) -> Offsets:
        return Offsets(self.text)

    def written(self) -> str:
        """The text with all edits made."""
        text = self.text
        for start, end, new in sorted(self.edits, reverse=True):
            text = text[:start] + new + text[end:]
        return text

    def told(self) -> Iterator[str]:
        yield from (f"{what}: {count}" for what, count in self._counts.items())

    def claim(self, claim: LocatedMapping) -> None:
        """Writes a claim's evidence by article, with the fields that moved there, and takes these out."""
        moved = {name: claim[name] for name in MOVED_TO_EVIDENCE if name in claim}
        evidence = claim.get("evidence")
        if moved or isinstance(evidence, LocatedList):
            quotes = list(_old_quotes(evidence))
            if not quotes and evidence:
                return  # not even of the old form: the checks tell
            by_article: dict[str, list[Any]] = {}
            for number, old in enumerate(quotes):
                quote = self._with_moved(str(claim.get("id", "")), number == 0, old, moved)
                rest = {key: item for key, item in quote.items() if key != "article"}
                words = rest["exact"] if list(rest) == ["exact"] and isinstance(rest["exact"], str) else rest
                by_article.setdefault(str(quote["article"]), []).append(words)
            if quotes:
                written = {id: words[0] if len(words) == 1 else words for id, words in by_article.items()}
                self._replace_value(claim, "evidence", written)
                self._count("claims with evidence by article")
        for name in moved:
            self._remove_key(claim, name)
            self._count(f"'{name}' of claims moved or dropped")
        self._relations(claim)

    def _with_moved(
        self, id: str, first: bool, quote: Mapping[str, Any], moved: Mapping[str, Any]
    ) -> Mapping[str, Any]:
        """Adds the fields that moved from the claim, without those that are worked out as the same.

        A verb goes to the first quote, as it stands near one of them alone.
        """
        known = self.worked(id)
        added = {
            name: value
            for name, value in moved.items()
            if str(value) not in known.get(name, ()) and (first or name != "cue") and name not in quote
        }
        return {**quote, **added}

    def _relations(self, claim: LocatedMapping) -> None:
        relations = claim.get("relations")
        if not isinstance(relations, LocatedList):
            return
        kept = []
        for relation in relations:
            kind = relation.get("kind") if isinstance(relation, LocatedMapping) else None
            if not isinstance(kind, LocatedText) or kind not in QUESTION_KINDS:
                kept.append(relation)
                continue
            pair = (str(claim.get("id", "")), str(relation.get("claim", "")))
            self._differences.append(_Difference(pair, QUESTION_KINDS[kind], str(relation.get("note", ""))))
        if len(kept) == len(relations):
            return
        if kept:
            self._replace_value(claim, "relations", kept)
        else:
            self._remove_key(claim, "relations")

    def questions(self, value: LocatedMapping) -> None:
        """Tells each difference by a question that names both claims and tells none, or by a new one."""
        questions = value.get("questions")
        entries = _mappings_in(questions)
        free = [one for one in entries if "differ" not in one and "withdrawn" not in one and "text" in one]
        added = []
        for difference in self._differences:
            own = next(
                (one for one in free if set(difference.claims) <= set(_words(one.get("claims")))), None
            )
            told: dict[str, Any] = {"kind": difference.kind}
            if difference.note:
                told = {"differ": difference.note, **told}
            if own is not None:
                free.remove(own)
                self._add_keys(own, "text", told)
                id = str(own.get("id", ""))
            else:
                id = self._free("-".join(difference.claims)[:77].rstrip("-"), entries)
                added.append({"id": id, "text": _TEXT, "claims": list(difference.claims), **told})
            self._count("relations told by a question")
            self.left.append(id)
        if not added:
            return
        if isinstance(questions, LocatedList) and entries and not self._offsets.is_flow(questions):
            column = questions[0].span.column - 1
            lead = "\n" + " " * (column - 2) + "- "
            at = self._offsets.end(questions)
            written = "".join(lead + block(entry, column - 2).lstrip() for entry in added)
            self.edits.append((at, at, written))
        elif "questions" in value:
            self._replace_value(value, "questions", [*entries, *added])
        else:
            end = len(self.text.rstrip("\n"))
            self.edits.append((end, end, f"\nquestions:{block(added, 0)}"))

    def _free(self, id: str, questions: list[LocatedMapping]) -> str:
        """Returns an id of a question that no other has."""
        taken = {*self.left, *(str(question.get("id", "")) for question in questions)}
        free = (id, *(f"{id}-{number}" for number in range(2, len(taken) + 2)))
        return next(name for name in free if name not in taken)

    def _count(self, what: str) -> None:
        self._counts[what] = self._counts.get(what, 0) + 1

    def _replace_value(self, entry: LocatedMapping, key: str, value: Any) -> None:
        """Writes a key's value anew; comments within the old one go before the key."""
        start, end = self._offsets.start(entry.keys_at[key]), self._offsets.end(entry[key])
        if self._offsets.is_flow(entry):
            self.edits.append((start, end, f"{key}: {inline(value)}"))
            return
        indent = entry.keys_at[key].column - 1
        comments = "".join(f"{comment}\n{' ' * indent}" for comment in self._comments(start, end))
        self.edits.append((start, end, f"{comments}{key}:{block(value, indent)}"))

    def _comments(self, start: int, end: int) -> list[str]:
        lines = self.text[start:end].split("\n")[1:]
        return [line.strip() for line in lines if line.lstrip().startswith("#")]

    def _remove_key(self, entry: LocatedMapping, key: str) -> None:
        start, end = self._offsets.start(entry.keys_at[key]), self._offsets.end(entry[key])
        if self._offsets.is_flow(entry):
            rest = self.text[end:]
            after = len(rest) - len(rest.lstrip(", \n"))
            if not after or rest.lstrip()[:1] == "}":
                start = len(self.text[:start].rstrip(", \n"))
                after = 0
            self.edits.append((start, end + after, ""))
            return
        line = self.text.rfind("\n", 0, start) + 1
        if self.text[line:start].strip():  # the key stands behind a hyphen: the next one takes its place
            rest = self.text[end:]
            after = len(rest) - len(rest.lstrip())
            self.edits.append((start, end + after, ""))
            return
        stop = self.text.find("\n", end)
        stop = stop + 1 if stop >= 0 else len(self.text)
        comment = self.text[end:stop].strip()
        self.edits.append((line, stop, f"{self.text[line:start]}{comment}\n" if comment else ""))

    def _add_keys(self, entry: LocatedMapping, after: str, more: Mapping[str, Any]) -> None:
        at = self._offsets.end(entry[after])
        if self._offsets.is_flow(entry):
            self.edits.append((at, at, "".join(f", {key}: {inline(item)}" for key, item in more.items())))
            return
        indent = entry.keys_at[after].column - 1
        lead = "\n" + " " * indent
        self.edits.append(
            (at, at, "".join(f"{lead}{key}:{block(item, indent)}" for key, item in more.items()))
        )


def _old_quotes(evidence: Any) -> Iterator[Mapping[str, Any]]:
    """Yields the quotes of evidence in the old form or the present one, each with its article."""
    if isinstance(evidence, LocatedList):
        if all(isinstance(quote, LocatedMapping) and "article" in quote for quote in evidence):
            yield from evidence
    elif isinstance(evidence, LocatedMapping):
        for article, written in evidence.items():
            for quote in written if isinstance(written, LocatedList) else [written]:
                rest = quote if isinstance(quote, LocatedMapping) else {"exact": quote}
                yield {"article": article, **rest}


def _mappings_in(value: Any) -> list[LocatedMapping]:
    entries = value if isinstance(value, LocatedList) else ()
    return [entry for entry in entries if isinstance(entry, LocatedMapping)]


def _words(value: Any) -> list[str]:
    return [str(item) for item in value] if isinstance(value, LocatedList) else [str(value)] if value else []
