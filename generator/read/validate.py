"""Validation of located values into entries of the model; every fault becomes a diagnostic in its place."""

import difflib
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.model.diagnostics import KINDS, Diagnostic, did_you_mean, problem
from generator.model.entries import Summary
from generator.model.entry import PARTLY, Entry
from generator.model.letters import letter_of
from generator.model.located import LocatedList, LocatedMapping, LocatedText, Unquoted, locate, span_of
from generator.model.span import Span
from generator.model.texts import suggested_id
from generator.read.dates_in_words import Published, mapping_to_write
from generator.read.expected import (
    described,
    fields_beside,
    holds_fields,
    is_field_below,
    takes_list,
    way_out_of_nothing,
)
from generator.read.not_indented import empty_above, not_indented
from generator.read.old_forms import current_form
from generator.read.yaml_slips import glued_colon, odd_space, slip_at
from generator.read.yaml_values import DEEPEST

Made = TypeVar("Made", bound=Entry)

NOTHING_PUBLISHED: Published = {}

_SHAPES = {
    "text": "text; in quotation marks where it has a colon or begins with a mark",
    "true or false": "true or false, without quotation marks",
    "a list": "a list: each entry on a line of its own after a hyphen, or [in, brackets]",
    "a mapping": "keys and values: each key on a line of its own, with a colon, a space and its value",
}

_BY_ARTICLE = "the words by article: evidence: {a: the words, b: the words}"

_EXPECTED = {
    "string_type": "text",
    "bool_type": "true or false",
    "list_type": "a list",
    "tuple_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "mapping_type": "a mapping",
}


def build(model: type[Made], value: Any, path: str) -> tuple[Made | None, list[Diagnostic]]:
    """Validates a file's located value as a ``model``; None when anything in it is wrong."""
    value, old, _ = current_form(value) if model is Summary else (value, [], frozenset())
    entry, faults = _validated(model, value, path)
    return entry if not old else None, [*old, *faults]


def _validated(
    model: type[Made], value: Any, path: str, published: Published = NOTHING_PUBLISHED
) -> tuple[Made | None, list[Diagnostic]]:
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        faults = error.errors(include_url=False)
        beside = _misplaced(model, value, faults, published)
        told = [
            not_indented(holder, str(loc[-1]), above)
            for loc, (holder, above, is_first) in beside.items()
            if is_first
        ]
        empty = {
            (*loc[:-1], above)
            for loc, (holder, above, _) in beside.items()
            if isinstance(holder[above], Unquoted)
        }
        faulty = {*beside, *empty}
        causes = [fault for fault in _causes(model, value, faults) if fault["loc"] not in faulty]
        return None, [*told, *(_diagnostic(model, value, fault, path, published) for fault in causes)]


def _causes(model: type[Entry], value: Any, faults: list[ErrorDetails]) -> list[ErrorDetails]:
    """Leaves out faults that only follow from another one: an editor has one thing to mend.

    A field is missing because its key is misspelt; all fields are, because a text with a colon in it is a
    mapping to YAML; a list is too short, because its one entry is of a wrong type.
    """
    explained: set[tuple[str | int, ...] | None] = set()
    for fault in faults:
        loc = fault["loc"]
        if fault["type"] == "extra_forbidden":
            holder = _parent(value, loc)
            known = fields_beside(model, loc)
            near = difflib.get_close_matches(str(loc[-1]), known, n=1, cutoff=0.6)
            explained.update((*loc[:-1], field) for field in near)
            if isinstance(holder, LocatedMapping) and not holder.keys() - {"article", loc[-1]}:
                explained.update((*loc[:-1], field) for field in known)
        elif fault["type"] != "too_short":
            explained.add(loc[:-1])
    return [
        fault
        for fault in faults
        if fault["type"] not in ("missing", "too_short") or fault["loc"] not in explained
    ]


def _misplaced(
    model: type[Entry], value: Any, faults: list[ErrorDetails], articles: Collection[str]
) -> dict[tuple[str | int, ...], tuple[LocatedMapping, str, bool]]:
    """Finds keys that stand beside a field and belong below it: it is empty, or they name articles.

    Returns:
        by the key's place: the mapping, the field, and whether the key is the first of that field's.
    """
    unknown = [
        fault["loc"]
        for fault in faults
        if fault["type"] == "extra_forbidden"
        or (_EXPECTED.get(fault["type"]) == "a mapping" and is_field_below(model, fault["loc"]))
    ]
    beside: dict[tuple[str | int, ...], tuple[LocatedMapping, str, bool]] = {}
    for loc in unknown:
        holder = _parent(value, loc)
        above = empty_above(holder, str(loc[-1]), {str(other[-1]) for other in unknown})
        if loc[-1] in articles and isinstance(holder, LocatedMapping) and "evidence" in holder:
            above = "evidence"
        if above and holds_fields(model, (*loc[:-1], above)):
            is_first = all(other[:-1] != loc[:-1] or beside[other][1] != above for other in beside)
            beside[loc] = (holder, above, is_first)
    return beside


def build_partly(
    model: type[Made], value: Any, path: str, published: Published = NOTHING_PUBLISHED
) -> tuple[Made | None, list[Diagnostic], frozenset[str]]:
    """Validates what is right in a file as a ``model``, so that one fault does not hide the next.

    Args:
        published: when the articles were published, for advice on dates that are reckoned from it.

    Returns:
        the entry without its faulty parts, every fault, and the ids of the incomplete entries.
    """
    value, old, unread = current_form(value) if model is Summary else (value, [], frozenset())
    entry, faults = _validated(model, value, path, published)
    if entry is not None or not isinstance(value, LocatedMapping):
        return entry, [*old, *faults], unread
    faults = [*old, *faults]
    lost = set(unread)
    for _ in range(DEEPEST):  # leaving a part out can make the part around it invalid in turn
        try:
            return model.model_validate(value, context={PARTLY: True}), faults, frozenset(lost)
        except ValidationError as error:
            faulty = {_present_path(value, fault["loc"]) for fault in error.errors(include_url=False)}
            lost |= {id for loc in faulty for id in _incomplete_ids(value, loc)}
            value = _without(value, faulty)
    return None, faults, frozenset(lost)


def _present_path(value: Any, loc: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Shortens a fault's path to what the file has: for a missing field, the entry that lacks it."""
    for length, step in enumerate(loc):
        present = isinstance(value, LocatedMapping) and step in value
        if not present and not (isinstance(value, LocatedList) and isinstance(step, int)):
            return loc[:length]
        value = value[step]
    return loc


def _incomplete_ids(value: LocatedMapping, loc: tuple[str | int, ...]) -> Iterator[str]:
    """Yields the id of the claim, question, actor … that a fault is in; its field where it has none."""
    if not loc:
        return
    holder = value[str(loc[0])]
    entry = holder[loc[1]] if len(loc) > 1 else None
    written = entry.get("id") if isinstance(entry, LocatedMapping) else None
    id = str(loc[1]) if len(loc) > 1 and isinstance(holder, LocatedMapping) else written
    yield from (id, suggested_id(id)) if isinstance(id, str) else (str(loc[0]),)


def _without(value: Any, faulty: set[tuple[str | int, ...]], loc: tuple[str | int, ...] = ()) -> Any:
    """Copies a file's values without the faulty ones; a list that loses all its entries is left out."""
    if isinstance(value, LocatedList):
        entries = LocatedList(value.span)
        entries.extend(
            _without(item, faulty, (*loc, index))
            for index, item in enumerate(value)
            if (*loc, index) not in faulty
        )
        return entries
    if isinstance(value, LocatedMapping):
        kept = LocatedMapping(value.span)
        kept.keys_at = value.keys_at
        for key, child in value.items():
            if (*loc, key) not in faulty:
                remaining = _without(child, faulty, (*loc, key))
                if remaining or not isinstance(child, LocatedList) or not child:
                    kept[key] = remaining
        return kept
    return value


def _diagnostic(
    model: type[Entry], value: Any, fault: ErrorDetails, path: str, published: Published
) -> Diagnostic:
    loc, kind, given = fault["loc"], fault["type"], fault["input"]
    span = locate(value, loc)
    if not span.path:
        span = Span(path)
    words: dict[str, Any] = dict(fault.get("ctx", {}))
    field = next((str(step) for step in reversed(loc) if isinstance(step, str) and step != "[key]"), "")
    if field == "exact" and (article := _article_of_words(value, loc)):
        field = article
    if kind == "missing":
        return problem("missing-field", span, field=field, holds=described(model, loc))
    if kind == "extra_forbidden":
        holder = _parent(value, loc)
        known = fields_beside(model, loc)
        at = holder.keys_at.get(field, span) if isinstance(holder, LocatedMapping) else span
        if slip := _slip_of_key(at, field, known):
            return slip
        mean = did_you_mean(field, known) if " " not in field else ""
        text = isinstance(given, LocatedText) or (isinstance(given, Unquoted) and given.kind == "null")
        if not mean and text and (" " in field or "exact" in known):
            mean = "If it is a text with a colon or a comma in it, put that in quotation marks. "
        return problem("unknown-key", at, key=field, mean=mean, known=", ".join(known))
    if kind == "comment-cuts-text" and isinstance(given, LocatedText):
        span = given.cut or span
    if kind == "invalid-date" and (shape := mapping_to_write(str(given), loc, value, published)):
        return problem("date-in-words", span, text=given, shape=shape)
    if kind == "invalid-id":
        words["write"] = _id_to_write(model, loc, str(given), published)
    if kind in KINDS:
        words |= {"write": way_out_of_nothing(model, loc)} if kind == "empty-value" else {}
        return problem(kind, span, field=field, **{"text": str(given), **words})
    if isinstance(given, Unquoted) and _EXPECTED.get(kind, "text") == "text" and given.raw:
        return problem("unquoted-value", span, text=given.raw, kind=_value_kind(given))
    if isinstance(given, Unquoted) and given.kind == "null":
        if given.cut is not None and kind == "string_type":
            return problem("yaml-first-character", given.cut, character="#")
        return problem("empty-value", span, field=field, write=way_out_of_nothing(model, loc))
    if kind in ("literal_error", "enum") and isinstance(given, LocatedList | LocatedMapping):
        kind = "string_type"
    if kind in _EXPECTED:
        expected = _EXPECTED[kind]
        if isinstance(given, LocatedText) and (slip := _slip_of_text(span, given, expected)):
            return slip
        shape = _BY_ARTICLE if loc[-1:] == ("evidence",) else _SHAPES[expected]
        entry = bool(loc) and isinstance(_parent(value, loc), LocatedList)
        what = f"An entry of '{field}'" if entry else f"'{field}'" if field else "This file"
        return problem(
            "wrong-type",
            span,
            what=what,
            expected=expected,
            found=_value_kind(given),
            shape=shape,
        )
    if kind in ("literal_error", "enum"):
        expected = str(words["expected"]).replace(" or ", ", ").replace("'", "")
        mean = did_you_mean(str(given), expected.split(", "))
        return problem("unknown-value", span, field=field, text=given, mean=mean, expected=expected)
    if kind in ("string_too_long", "too_long"):
        most = words.get("max_length", words.get("actual_length", ""))
        unit = "characters" if isinstance(given, str) else "entries"
        return problem("too-long", span, field=field, most=most, unit=unit)
    if kind in ("string_too_short", "too_short"):
        return problem("empty-value", span, field=field, write=way_out_of_nothing(model, loc))
    return problem("invalid-value", span, field=field, text=given, reason=fault["msg"])


def _id_to_write(model: type[Entry], loc: tuple[str | int, ...], text: str, articles: Iterable[str]) -> str:
    """Returns the opening of a hint that tells which id, or ids, a text was probably meant to be."""
    if "evidence" in loc or loc[-1] == "article":
        lettered = (id for number, id in enumerate(articles, 1) if letter_of(number) == text)
        if article := next(lettered, ""):
            return f"Write {article}. "
    ids = [suggested_id(part) for part in re.split(r"\s*[,;&/]\s*|\s+and\s+", text)]
    if takes_list(model, loc) and len(ids) > 1 and all(ids):
        return f"Write [{', '.join(ids)}]. "
    made = suggested_id(text)
    return f"Write {made}. " if made else ""


def _slip_of_key(at: Span, key: str, known: list[str]) -> Diagnostic | None:
    """Finds what was typed wrongly before a field's name, or behind its colon in braces."""
    if key[:1].isspace():
        return odd_space(at.path, at.line, " " * (at.column - 1) + key, at.column - 1)
    if key[:1] == "-" and key[1:] in known:
        hyphen = Span(at.path, at.line, at.column, at.line, at.column + 1)
        return problem("glued", hyphen, sign="hyphen", write=f"- {key[1:]}: …")
    return glued_colon(at.path, at.line, " " * (at.column - 1) + key)


def _slip_of_text(span: Span, text: LocatedText, expected: str) -> Diagnostic | None:
    """Finds entries and fields that read as one text, as their hyphens or colons are typed wrongly."""
    line = " " * (span.column - 1) + text.raw
    if expected == "a list" and re.match(r"-[^\s-]", text.raw):
        first = text.raw[1:].split("\n")[0].strip()
        return problem(
            "glued",
            replace(span, end_line=span.line, end_column=span.column + 1),
            sign="hyphen",
            write=f"- {first}",
        )
    if expected == "a list":
        return slip_at(span.path, [*[""] * (span.line - 1), *line.split("\n")], span.line - 1)
    return glued_colon(span.path, span.line, line) if expected == "a mapping" else None


def _article_of_words(value: Any, loc: tuple[str | int, ...]) -> str:
    """Returns the article of words that stand right after it, so that the file has no key for them."""
    quote = _parent(value, loc[: loc.index("exact") + 1])
    if not isinstance(quote, LocatedMapping) or "article" not in quote or "exact" not in quote:
        return ""
    return str(quote["article"]) if quote.keys_at["exact"] == span_of(quote["exact"]) else ""


def _value_kind(given: object) -> str:
    """Names what was written instead of the expected value."""
    if isinstance(given, LocatedMapping):
        return "a mapping"
    if isinstance(given, LocatedList):
        return "a list"
    if isinstance(given, Unquoted) and given.kind != "null":
        return f"a {given.kind}"
    return "text" if isinstance(given, LocatedText) else "nothing"


def _parent(value: Any, loc: tuple[str | int, ...]) -> Any:
    for step in loc[:-1]:
        if isinstance(value, LocatedMapping | LocatedList):
            try:
                value = value[step]  # type: ignore[index]
            except (KeyError, IndexError, TypeError):
                return value
    return value
