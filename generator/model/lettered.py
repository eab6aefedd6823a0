"""Entries with the letters of articles written out, and the texts of ours that entries hold."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from generator.model.entry import Entry
from generator.model.facts import fields_of
from generator.model.letters import with_letters

EntryKind = TypeVar("EntryKind", bound=Entry)


def entry_with_letters(entry: EntryKind, known: Mapping[str, str]) -> EntryKind:
    """Copies an entry with all texts of ours in it, and in the entries that it holds, as readers see them.

    Words of articles stay as they are. An entry without a ``$`` is returned itself.
    """
    texts = {name for name, facts in fields_of(type(entry)) if facts.holds == "text"}
    changed: dict[str, Any] = {}
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        shown = _value_with_letters(value, known, name in texts)
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
    texts = {name for name, facts in fields_of(type(entry)) if facts.holds == "text"}
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        if name in texts and isinstance(value, str):
            yield entry, (name,), value
        values = (
            value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
        )
        for index, item in enumerate(values):
            if isinstance(item, Entry):
                yield from texts_of(item)
            elif name in texts and isinstance(item, str) and isinstance(value, tuple):
                yield entry, (name, index), item
