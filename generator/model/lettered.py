"""Entries with the letters of articles written out, and the texts of ours that entries hold."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, TypeVar

from generator.model.entry import Entry
from generator.model.facts import fields_of
from generator.model.letters import with_letters

EntryKind = TypeVar("EntryKind", bound=Entry)


@lru_cache(maxsize=64)
def _texts(kind: type[Entry]) -> Mapping[str, bool]:
    """Returns the names of a kind's fields, each with whether it holds texts of ours."""
    texts = {name for name, facts in fields_of(kind) if facts.holds == "text"}
    return {name: name in texts for name in kind.model_fields}


def entry_with_letters(entry: EntryKind, known: Mapping[str, str]) -> EntryKind:
    """Copies an entry with all texts of ours in it, and in the entries that it holds, as readers see them.

    Words of articles stay as they are. An entry without a ``$`` is returned itself.
    """
    changed: dict[str, Any] = {}
    for name, is_text in _texts(type(entry)).items():
        value = getattr(entry, name)
        shown = _value_with_letters(value, known, is_text)
        if shown is not value:
            changed[name] = shown
    if not changed:
        return entry
    copy = entry.model_copy(update=changed)
    copy.remember_letters(known)
    return copy


def _value_with_letters(value: Any, known: Mapping[str, str], is_text: bool) -> Any:
    if isinstance(value, str):
        return with_letters(value, known) if is_text and "$" in value else value
    if isinstance(value, Entry):
        return entry_with_letters(value, known)
    if isinstance(value, tuple):
        shown = tuple(_value_with_letters(item, known, is_text) for item in value)
        return shown if any(new is not old for new, old in zip(shown, value, strict=True)) else value
    if isinstance(value, dict):
        items = {key: _value_with_letters(item, known, is_text) for key, item in value.items()}
        return items if any(items[key] is not value[key] for key in value) else value
    return value


def texts_of(entry: Entry) -> Iterator[tuple[Entry, tuple[str | int, ...], str]]:
    """Yields each text of ours in an entry and in the entries that it holds, with its entry and path."""
    for name, is_text in _texts(type(entry)).items():
        value = getattr(entry, name)
        if isinstance(value, str):
            if is_text:
                yield entry, (name,), value
            continue
        values = (
            value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
        )
        for index, item in enumerate(values):
            if isinstance(item, Entry):
                yield from texts_of(item)
            elif is_text and isinstance(item, str) and isinstance(value, tuple):
                yield entry, (name, index), item
