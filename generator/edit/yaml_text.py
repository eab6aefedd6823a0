"""Writing of YAML as contributors write it: plain where it can be, folded where it is long."""

import json
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any, Final

from generator.analyse.text.fold import INVISIBLE
from generator.model.located import LocatedText, Unquoted
from generator.read.source import Source
from generator.read.yaml_values import read_yaml

WIDTH: Final = 100
"""Limit of the columns of a line."""

_UNSEEN: Final = dict.fromkeys(map(ord, INVISIBLE))


def scalar(text: str, indent: int = 0, *, flow: bool = False) -> str:
    """Writes a text as a YAML scalar that reads as the same text.

    Args:
        indent: the column, from 0, of the key or hyphen that it stands behind.
        flow: whether it stands in brackets or braces, in one line.
    """
    if _reads_as(f"{{x: {text}}}" if flow else f"x: {text}", text) and "\n" not in text:
        if flow or len(text) + indent + 12 <= WIDTH:
            return text
    elif flow or len(text) + indent + 14 <= WIDTH:
        return json.dumps(text, ensure_ascii=False)
    inner = " " * (indent + 2)
    if text == " ".join(text.split()):
        lines = textwrap.wrap(text, WIDTH - len(inner), break_long_words=False, break_on_hyphens=False)
        return "\n".join((">-", *(inner + line for line in lines)))
    return json.dumps(text, ensure_ascii=False)


def _reads_as(yaml: str, text: str) -> bool:
    value, faults = read_yaml(Source("", f"{yaml}\n"))
    read = value.get("x") if isinstance(value, Mapping) else None
    return not faults and isinstance(read, LocatedText) and read == text and read.cut is None


def comment(text: str, indent: int = 0) -> str:
    """Writes a comment of one line, without characters that would turn it round or hide in it."""
    return f"{' ' * indent}# {' '.join(text.translate(_UNSEEN).split())}"


def block(value: Any, indent: int) -> str:
    """Writes a value behind a key at the column ``indent``: a scalar, or a block on the next lines."""
    if isinstance(value, Mapping):
        inner = " " * (indent + 2)
        return "".join(f"\n{inner}{key}:{_behind(item, indent + 2)}" for key, item in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        if all(isinstance(item, str) and len(item) < WIDTH // 2 for item in value):
            return f" {inline(value)}"
        inner = " " * (indent + 2)
        return "".join(f"\n{inner}- {_entry(item, indent + 4)}" for item in value)
    return f" {_scalar_of(value, indent)}"


def _behind(value: Any, indent: int) -> str:
    return block(value, indent)


def _entry(value: Any, indent: int) -> str:
    """Writes an entry of a list, whose keys stand at the column ``indent``."""
    return block(value, indent - 2).lstrip(" \n")  # a text may begin with another kind of space


def inline(value: Any) -> str:
    """Writes a value in one line, in brackets and braces."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {inline(item)}" for key, item in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(inline(item) for item in value) + "]"
    return _scalar_of(value, 0, flow=True)


def _scalar_of(value: Any, indent: int, *, flow: bool = False) -> str:
    return value.raw if isinstance(value, Unquoted) else scalar(str(value), indent, flow=flow)
