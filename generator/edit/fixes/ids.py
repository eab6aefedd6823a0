"""Mends of ids: those in another form, several in one text, and ids that are missing."""

import re
from collections.abc import Iterator
from typing import Any, Final

from generator.analyse.languages.known import language_of
from generator.edit.fixes.draft import Change, Mend, Splice
from generator.edit.fixes.known import (
    KINDS_OF_LISTS,
    KINDS_OF_MAPPINGS,
    REFERENCES,
    Known,
    entries_by_id,
    entries_with_ids,
)
from generator.edit.ids import untaken
from generator.edit.offsets import Offsets
from generator.model.located import LocatedMapping, LocatedText, Unquoted
from generator.model.texts import PAGE_LANGUAGE, id_fault, slugged
from generator.read.wanted import Place
from generator.read.yaml_values import core_kind

_MOST_WORDS: Final = 6
"""Limit of the words of an id that is made of a text."""

_LONGEST: Final = 50
_WORD: Final = re.compile(r"\$\w+|\w[\w'’.-]*")
_JOINING: Final = frozenset(["and", "or", "but"])


def of_references(offsets: Offsets, known: Known, place: Place) -> Iterator[Mend]:
    """Writes the id that a reference means, or the list of those that it means."""
    value, what = place.value, REFERENCES.get(place.field)
    if what is None or not isinstance(value, LocatedText) or value.cut is not None:
        return
    kinds = place.wanted.kinds
    if not kinds & {"id", "list"} or "text" in kinds or (known.has(what, value) and "id" in kinds):
        return
    start, end = offsets.bounds(value.span)
    if "\n" in offsets.text[start:end]:
        return
    if "id" in kinds and (id := known.meant(what, value)):
        splice = Splice(start, end, _plain(id))
        yield Mend((splice,), f"{id} for “{value}”", (Change(place.loc, id),))
    elif "list" in kinds and (ids := known.several(what, value)) and (len(ids) > 1 or "id" not in kinds):
        written = f"[{', '.join(map(_plain, ids))}]"
        yield Mend((Splice(start, end, written),), f"{written} for “{value}”", (Change(place.loc, ids),))


def of_articles(offsets: Offsets, known: Known, place: Place) -> Iterator[Mend]:
    """Writes the id of an article for the name of its file, where it is the key of its words."""
    if (
        place.field != "evidence"
        or place.loc[-1] != "evidence"
        or not isinstance(place.value, LocatedMapping)
    ):
        return
    for key, span in place.value.keys_at.items():
        id = known.meant("article", key)
        if id and id not in place.value:
            splice = Splice(*offsets.bounds(span), _plain(id))
            yield Mend((splice,), f"{id} for “{key}”", (Change((*place.loc, key), id, is_key=True),))


def of_own_ids(offsets: Offsets, known: Known, value: Any) -> Iterator[Mend]:
    """Writes an entry's own id in the form of an id, unless another entry has that."""
    taken = {what: {*ids} for what, ids in known.ids.items()}
    for field, number, entry in entries_with_ids(value):
        id, of_kind = entry.get("id"), taken.setdefault(KINDS_OF_LISTS[field], set())
        if not isinstance(id, LocatedText) or not id_fault(id) or id.cut is not None:
            continue
        slug = slugged(id)
        if slug and slug not in of_kind and "\n" not in id.raw:
            of_kind.add(slug)
            splice = Splice(*offsets.bounds(id.span), _plain(slug))
            yield Mend((splice,), f"{slug} for the id “{id}”", (Change((field, number, "id"), slug),))
    for field, entries in entries_by_id(value):
        of_kind = taken.setdefault(KINDS_OF_MAPPINGS[field], set())
        for key, span in entries.keys_at.items():
            slug = slugged(key) if id_fault(key) else ""
            if slug and slug not in of_kind:
                of_kind.add(slug)
                splice = Splice(*offsets.bounds(span), _plain(slug))
                yield Mend(
                    (splice,), f"{slug} for the id “{key}”", (Change((field, key), slug, is_key=True),)
                )


def of_missing(offsets: Offsets, known: Known, value: Any) -> Iterator[Mend]:
    """Gives an entry without an id one that is made of its text, and that no other entry has."""
    taken = {id for ids in known.ids.values() for id in ids}
    for field, number, entry in entries_with_ids(value):
        text, id = entry.get("text"), entry.get("id")
        empty = isinstance(id, Unquoted) and not id.raw
        if not isinstance(text, LocatedText) or ("id" in entry and not empty):
            continue
        made = _made_of(text)
        if not made:
            continue
        new = untaken(made, taken)
        taken.add(new)
        if empty:
            _, key_end = offsets.bounds(entry.keys_at["id"])
            at = offsets.text.index(":", key_end) + 1
            splice = Splice(at, at, f" {_plain(new)}")
        else:
            first = offsets.start(next(iter(entry.keys_at.values())))
            column = first - (offsets.text.rfind("\n", 0, first) + 1)
            after = ", " if offsets.is_flow(entry) else "\n" + " " * column
            splice = Splice(first, first, f"id: {_plain(new)}{after}")
        yield Mend((splice,), f"the id {new}, made of the text", (Change((field, number, "id"), new),))


def of_single_values(offsets: Offsets, place: Place) -> Iterator[Mend]:
    """Puts brackets around a single id of a list of ids that name no entry, such as topics."""
    value, kinds = place.value, place.wanted.kinds
    if kinds != {"list"} or place.field in REFERENCES or not isinstance(value, LocatedText) or value.cut:
        return
    items = place.wanted.at(0)
    if items is not None and items.kinds == {"id"} and not id_fault(value):
        start, end = offsets.bounds(value.span)
        splices = (Splice(start, start, "["), Splice(end, end, "]"))
        yield Mend(splices, f"brackets around {value}", (Change(place.loc, [str(value)]),))


def _made_of(text: str) -> str:
    """Makes an id of the first words of a text that tell something.

    Empty where they would leave out a denial, as the id would say the opposite, and where a letter has no
    place in an id.
    """
    english = language_of(PAGE_LANGUAGE)
    words = [match for match in _WORD.finditer(text) if not match[0].startswith("$")]
    telling = [match for match in words if match[0].lower() not in english.stop_words | _JOINING] or words
    slug, end = "", 0
    for match in telling[:_MOST_WORDS]:
        longer = slugged(f"{slug} {match[0].replace('.', '')}")
        if not longer or len(longer) > _LONGEST:
            break
        slug, end = longer, match.end()
    return "" if english.negations.search(text, end) else slug


def _plain(id: str) -> str:
    """Writes an id as YAML, which takes one of digits alone for a number."""
    return f'"{id}"' if core_kind(id) else id
