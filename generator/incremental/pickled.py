"""Pickles of what was worked out for a briefing, without the registry that all briefings share.

A pickle can name any function that Python has, and would call it. So only classes of our own rooms are looked
up, and the few of Python's own that hold values; a pickle with anything else counts as damaged.
"""

import copyreg
import io
import pickle
import zlib
from collections.abc import Mapping
from typing import Any, Final

from generator.analyse.quotes.registered import registered
from generator.model.briefing import Briefing
from generator.model.entries import Actor
from generator.model.located import LocatedText
from generator.model.span import Span

_REGISTRY: Final = "registry"
_ALL: Final = "all actors"
_ROOMS: Final = ("generator.model.", "generator.analyse.", "generator.incremental.", "generator.render.")
_OF_PYTHON: Final = frozenset(
    {
        ("builtins", "set"),
        ("builtins", "frozenset"),
        ("collections", "Counter"),
        ("copyreg", "_reconstructor"),
        ("builtins", "object"),
        ("builtins", "str"),
        ("builtins", "list"),
        ("builtins", "dict"),
    }
)
_LEVEL: Final = 1


class Damaged(ValueError):  # noqa: N818 (it says what the value is)
    """Raised for bytes that are no pickle of ours."""


def packed(value: object, registry: Mapping[str, Actor], briefing: Briefing | None = None) -> bytes:
    """Pickles and compresses a value.

    Args:
        registry: the shared actors; of them only the ids are written.
        briefing: the briefing in the value, if one is: its actors are written without the registry's.
    """
    if not registry and briefing is None:
        return zlib.compress(pickle.dumps(value, protocol=5), _LEVEL)
    written = io.BytesIO()
    _Pickler(written, registry, briefing).dump(value)
    return zlib.compress(written.getvalue(), _LEVEL)


def unpacked(data: bytes, registry: Mapping[str, Actor]) -> Any:
    """Returns the value that was packed, with the actors of this registry.

    Raises:
        Damaged: the bytes are none that `packed` makes.
    """
    try:
        unpickler = _Unpickler(io.BytesIO(zlib.decompress(data)), registry)
        value = unpickler.load()
    except Exception as fault:  # whatever damaged bytes may lead to
        raise Damaged(str(fault)) from None
    return value


def _of_span(span: Span) -> tuple[type[Span], tuple[str, int, int, int, int]]:
    return Span, (span.path, span.line, span.column, span.end_line, span.end_column)


def _of_text(text: LocatedText) -> tuple[type[LocatedText], tuple[str, Span, str, Span | None]]:
    return LocatedText, (str(text), text.span, text.raw, text.cut)


class _Pickler(pickle.Pickler):
    def __init__(self, file: io.BytesIO, registry: Mapping[str, Actor], briefing: Briefing | None) -> None:
        super().__init__(file, protocol=5)
        # Most of what is kept of a briefing is texts with their places: shorter without the names of fields.
        self.dispatch_table = {**copyreg.dispatch_table, Span: _of_span, LocatedText: _of_text}
        self._names: dict[int, object] = {**registered(registry).by_identity} if registry else {}
        self._names[id(registry)] = (_REGISTRY, {})
        if briefing is not None and briefing.actors is not registry:
            self._names[id(briefing.actors)] = (_ALL, dict(briefing.written.actors))

    def persistent_id(self, value: object) -> object:
        return self._names.get(id(value))


class _Unpickler(pickle.Unpickler):
    def __init__(self, file: io.BytesIO, registry: Mapping[str, Actor]) -> None:
        super().__init__(file)
        self._registry = registry

    def persistent_load(self, name: Any) -> object:
        if isinstance(name, str):
            return self._registry[name]
        kind, own = name
        return self._registry if kind == _REGISTRY else {**self._registry, **own}

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _OF_PYTHON:
            return super().find_class(module, name)
        # A name with dots would lead on to what a module merely imports.
        if module.startswith(_ROOMS) and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise Damaged(f"{module}.{name}")
