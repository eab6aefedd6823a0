"""Reading of a briefing's forms: evidence by article, and the forms that were replaced, each as an error.

A form that goes is for one release an error that shows what to write instead; see DESIGN.md, "Forms".
"""

from collections.abc import Iterator
from typing import Any, Final

from generator.model.claims import Evidence, quotes_in_order
from generator.model.diagnostics import Diagnostic, problem
from generator.model.located import LocatedList, LocatedMapping, LocatedText, locate

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


def current_form(value: Any) -> tuple[Any, list[Diagnostic]]:
    """Converts the value of briefing.yml for validation: evidence as a list of quotes with their article.

    Returns:
        the value without what is in an old form, which is reported; and these errors.
    """
    if not isinstance(value, LocatedMapping):
        return value, []
    problems: list[Diagnostic] = []
    copy = _copied(value)
    if isinstance(claims := value.get("claims"), LocatedList):
        copy["claims"] = _list_of(claims, (_claim(claim, problems) for claim in claims))
    if isinstance(origins := value.get("origins"), LocatedMapping):
        copy["origins"] = _copied(origins)
        for id, origin in origins.items():
            if isinstance(origin, LocatedMapping) and isinstance(origin.get("evidence"), LocatedMapping):
                copy["origins"][id] = _with_quotes(origin, problems)
    return copy, problems


def _copied(mapping: LocatedMapping, without: tuple[str, ...] = ()) -> LocatedMapping:
    copy = LocatedMapping(mapping.span)
    copy.update((key, value) for key, value in mapping.items() if key not in without)
    copy.keys_at = mapping.keys_at
    return copy


def _list_of(written: LocatedList, values: Iterator[Any]) -> LocatedList:
    copy = LocatedList(written.span)
    copy.extend(values)
    return copy


def _claim(claim: Any, problems: list[Diagnostic]) -> Any:
    if not isinstance(claim, LocatedMapping):
        return claim
    problems += _old_fields(claim)
    claim = _copied(claim, MOVED_TO_EVIDENCE)
    evidence = claim.get("evidence")
    if isinstance(evidence, LocatedList) and evidence:
        if all(isinstance(quote, LocatedMapping) and "article" in quote for quote in evidence):
            instead = f"Write the words by article: evidence: {_by_article(evidence)}."
            problems.append(_old(claim, "evidence", "A list of quotes as 'evidence'", instead))
        else:
            del claim["evidence"]
            instead = "Write the words by article: evidence: {a: the words, b: the words}."
            problems.append(_old(claim, "evidence", "A list as 'evidence'", instead))
    elif isinstance(evidence, LocatedMapping):
        claim = _with_quotes(claim, problems)
    relations = claim.get("relations")
    if isinstance(relations, LocatedList):
        problems += _old_relations(str(claim.get("id", "…")), relations)
        kept = [relation for relation in relations if not _is_old(relation)]
        claim["relations"] = _list_of(relations, iter(kept))
    return claim


def _with_quotes(entry: LocatedMapping, problems: list[Diagnostic]) -> LocatedMapping:
    written = entry["evidence"]
    known = ", ".join(name for name in Evidence.model_fields if name != "article")
    for quote in (quote for value in written.values() for quote in (value if _is_list(value) else [value])):
        if isinstance(quote, LocatedMapping) and "article" in quote:
            problems.append(
                problem("unknown-key", quote.keys_at["article"], key="article", mean="", known=known)
            )
    copy = _copied(entry)
    copy["evidence"] = quotes_in_order(written)
    return copy


def _is_list(value: Any) -> bool:
    return isinstance(value, LocatedList) and bool(value)


def _old(entry: LocatedMapping, key: str, what: str, instead: str) -> Diagnostic:
    return problem("old-form", locate(entry, (key, "[key]")), what=what, instead=instead)


def _old_fields(claim: LocatedMapping) -> Iterator[Diagnostic]:
    for field in MOVED_TO_EVIDENCE:
        if field in claim:
            where = f"{{a: {{exact: the words, {field}: {claim[field]}}}}}"
            if field == "described_as":
                instead = f"Write it with the words of its article: evidence: {where}."
            else:
                instead = (
                    f"It is worked out from the passage: take it out, or set it there: evidence: {where}."
                )
            yield _old(claim, field, f"'{field}' of a claim", instead)


def _is_old(relation: Any) -> bool:
    return isinstance(relation, LocatedMapping) and relation.get("kind") in QUESTION_KINDS


def _old_relations(claim: str, relations: LocatedList) -> Iterator[Diagnostic]:
    for relation in relations:
        if _is_old(relation):
            kind = relation["kind"]
            pair = f"[{claim}, {relation.get('claim', '…')}]"
            yield _old(
                relation,
                "kind",
                f"A relation that '{kind}'",
                "Ask a question that says how they differ: "
                f"{{id: …, text: …, claims: {pair}, differ: …, kind: {QUESTION_KINDS[kind]}}}.",
            )


def _by_article(evidence: LocatedList) -> str:
    """Shows a list of quotes in the form by article; long quotes are cut."""
    by_article: dict[str, list[str]] = {}
    for quote in evidence:
        by_article.setdefault(str(quote["article"]), []).append(_shown_quote(quote))
    shown = (
        f"{article}: {quotes[0] if len(quotes) == 1 else '[' + ', '.join(quotes) + ']'}"
        for article, quotes in by_article.items()
    )
    return "{" + ", ".join(shown) + "}"


def _shown_quote(quote: LocatedMapping) -> str:
    exact = quote.get("exact")
    words = _cut(exact) if isinstance(exact, LocatedText) else f"[{', '.join(map(_cut, exact or ()))}]"
    others = [key for key in quote if key not in ("article", "exact")]
    if not others and isinstance(exact, LocatedText):
        return words
    return "{" + ", ".join((f"exact: {words}", *(f"{key}: …" for key in others))) + "}"


def _cut(words: Any) -> str:
    text = str(words)
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"
    return '"' + short.replace('"', '\\"') + '"'
