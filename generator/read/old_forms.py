"""Reading of a briefing's forms: evidence by article, and the forms that were replaced, each as an error.

A form that goes is for one release an error that shows what to write instead; see DESIGN.md, "Forms".
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from generator.model.claims import Evidence, TextQuote, quotes_in_order
from generator.model.diagnostics import Diagnostic, problem
from generator.model.located import LocatedList, LocatedMapping, LocatedText, Unquoted, locate

QUESTION_KINDS: Final = {
    "contradicts": "contradicts",
    "goes-further-than": "goes-further",
    "differs-in-scope": "scope",
}
"""Kinds of relations that questions replaced, with the kind of the question."""

MOVED_TO_EVIDENCE: Final = ("cue", "modality", "described_as")
"""Fields of a claim that stand at its evidence now."""

_LONGEST: Final = 50
"""Limit of the characters of a quote that an error shows."""


def current_form(value: Any) -> tuple[Any, list[Diagnostic], frozenset[str]]:
    """Converts the value of briefing.yml for validation: evidence as a list of quotes with their article.

    Returns:
        the value without what is in an old form, which is reported; these errors; and the ids of the claims
        and origins whose evidence could not be read.
    """
    if not isinstance(value, LocatedMapping):
        return value, [], frozenset()
    form = _Form()
    copy = _copied(value)
    if isinstance(claims := value.get("claims"), LocatedList):
        copy["claims"] = _list_of(claims, (form.claim(claim) for claim in claims))
    if isinstance(origins := value.get("origins"), LocatedMapping):
        copy["origins"] = _copied(origins)
        for id, origin in origins.items():
            if isinstance(origin, LocatedMapping):
                copy["origins"][id] = form.with_quotes(origin, str(id), TextQuote)
    return copy, form.problems, frozenset(form.lost)


def _copied(mapping: LocatedMapping, without: tuple[str, ...] = ()) -> LocatedMapping:
    copy = LocatedMapping(mapping.span)
    copy.update((key, value) for key, value in mapping.items() if key not in without)
    copy.keys_at = mapping.keys_at
    return copy


def _list_of(written: LocatedList, values: Iterator[Any]) -> LocatedList:
    copy = LocatedList(written.span)
    copy.extend(values)
    return copy


@dataclass
class _Form:
    problems: list[Diagnostic] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)

    def claim(self, claim: Any) -> Any:
        if not isinstance(claim, LocatedMapping):
            return claim
        self.problems += _old_fields(claim)
        relations = claim.get("relations")
        claim = self.with_quotes(_copied(claim, MOVED_TO_EVIDENCE), str(claim.get("id", "")), Evidence)
        if isinstance(relations, LocatedList):
            self.problems += _old_relations(claim, relations)
            kept = [relation for relation in relations if not _is_old(relation)]
            claim["relations"] = _list_of(relations, iter(kept))
        return claim

    def with_quotes(self, entry: LocatedMapping, id: str, model: type[TextQuote]) -> LocatedMapping:
        """Converts the evidence of an entry; what of it cannot be read is left out."""
        written = entry.get("evidence")
        quotes = _old_quotes(written)
        copy = _copied(entry)
        if quotes is None:
            if isinstance(written, LocatedMapping):
                copy["evidence"] = quotes_in_order(self._by_article(written, id, model))
        elif all(isinstance(quote, LocatedMapping) and "article" in quote for quote in quotes):
            what = "A list of quotes" if isinstance(written, LocatedList) else "A quote"
            instead = f"Write the words by article: evidence: {_by_article(quotes)}."
            self.problems.append(_old(entry, "evidence", f"{what} as 'evidence'", instead))
            copy["evidence"] = quotes
        else:
            instead = "Write the words by article: evidence: {a: the words, b: the words}."
            self.problems.append(_old(entry, "evidence", "A list as 'evidence'", instead))
            copy["evidence"] = _list_of(quotes, iter(()))
            self.lost.add(id)
        return copy

    def _by_article(self, written: LocatedMapping, id: str, model: type[TextQuote]) -> LocatedMapping:
        """Copies evidence without what is neither words nor a mapping, which is reported."""
        copy = _copied(written)
        for article, value in written.items():
            quotes = value if isinstance(value, LocatedList) else [value]
            for quote in quotes:
                if isinstance(quote, LocatedMapping) and "article" in quote:
                    known = ", ".join(name for name in model.model_fields if name != "article")
                    mean = f"The article of these words is '{article}' already. "
                    at = quote.keys_at["article"]
                    self.problems.append(problem("unknown-key", at, key="article", mean=mean, known=known))
                elif isinstance(quote, LocatedList):
                    shape = f"the words, or {{exact: [{_words(quote)}]}} if they are parts of one quote"
                    self.problems.append(
                        problem(
                            "wrong-type",
                            quote.span,
                            what=f"An entry of '{article}'",
                            expected="text or a mapping",
                            found="a list",
                            shape=shape,
                        )
                    )
                    self.lost.add(id)
            if isinstance(value, LocatedList):
                kept = [quote for quote in value if not isinstance(quote, LocatedList)]
                copy[article] = _list_of(value, iter(kept))
                if value and not kept:
                    del copy[article]
        return copy


def _old_quotes(written: Any) -> LocatedList | None:
    """Returns the quotes of evidence in an old form: a list, or one quote that names its article inside."""
    if isinstance(written, LocatedList):
        return written or None
    if isinstance(written, LocatedMapping) and {"article", "exact"} <= written.keys():
        alone = LocatedList(written.span)
        alone.append(written)
        return alone
    return None


def _old(entry: LocatedMapping, key: str, what: str, instead: str) -> Diagnostic:
    return problem("old-form", locate(entry, (key, "[key]")), what=what, instead=instead)


def _old_fields(claim: LocatedMapping) -> Iterator[Diagnostic]:
    for name in MOVED_TO_EVIDENCE:
        if name in claim:
            article, words = _first_words(claim.get("evidence"))
            where = f"{{{article}: {{exact: {words}, {name}: {_shown(claim[name])}}}}}"
            if name == "described_as":
                instead = f"Write it with the words of its article: evidence: {where}."
            else:
                instead = (
                    f"It is worked out from the passage: take it out, or set it there: evidence: {where}."
                )
            yield _old(claim, name, f"'{name}' of a claim", instead)


def _first_words(evidence: Any) -> tuple[str, str]:
    """Returns the first article of evidence and its words, as an error shows them."""
    quotes: Any = _old_quotes(evidence)
    if quotes is None and isinstance(evidence, LocatedMapping):
        quotes = quotes_in_order(evidence)
    if quotes and isinstance(quotes[0], LocatedMapping) and {"article", "exact"} <= quotes[0].keys():
        return _plain(quotes[0]["article"]), _shown(quotes[0]["exact"])
    return "a", "the words"


def _is_old(relation: Any) -> bool:
    kind = relation.get("kind") if isinstance(relation, LocatedMapping) else None
    return isinstance(kind, LocatedText) and kind in QUESTION_KINDS


def _old_relations(claim: LocatedMapping, relations: LocatedList) -> Iterator[Diagnostic]:
    for relation in relations:
        if _is_old(relation):
            kind = relation["kind"]
            pair = f"[{_plain(claim.get('id'))}, {_plain(relation.get('claim'))}]"
            yield _old(
                relation,
                "kind",
                f"A relation of the kind '{kind}'",
                "Ask a question that says how they differ: "
                f"{{id: …, text: …, claims: {pair}, differ: …, kind: {QUESTION_KINDS[kind]}}}.",
            )


def _by_article(quotes: LocatedList) -> str:
    """Shows a list of quotes in the form by article; long quotes are cut."""
    by_article: dict[str, list[str]] = {}
    for quote in quotes:
        by_article.setdefault(_plain(quote["article"]), []).append(_shown_quote(quote))
    shown = (
        f"{article}: {quotes[0] if len(quotes) == 1 else '[' + ', '.join(quotes) + ']'}"
        for article, quotes in by_article.items()
    )
    return "{" + ", ".join(shown) + "}"


def _shown_quote(quote: LocatedMapping) -> str:
    others = [key for key in quote if key not in ("article", "exact")]
    words = _shown(quote.get("exact"))
    if not others and not isinstance(quote.get("exact"), LocatedList):
        return words
    return "{" + ", ".join((f"exact: {words}", *(f"{key}: …" for key in others))) + "}"


def _plain(id: Any) -> str:
    """Shows an id without quotation marks."""
    return str(id) if isinstance(id, LocatedText) else "…"


def _shown(value: Any) -> str:
    """Shows a value as it can be written in braces."""
    if isinstance(value, LocatedList):
        return f"[{_words(value)}]"
    if isinstance(value, LocatedText):
        return _cut(value)
    return value.raw if isinstance(value, Unquoted) and value.raw else "…"


def _words(values: LocatedList) -> str:
    return ", ".join(map(_shown, values))


def _cut(words: str) -> str:
    short = words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"
    return '"' + " ".join(short.split()).replace("\\", "\\\\").replace('"', '\\"') + '"'
