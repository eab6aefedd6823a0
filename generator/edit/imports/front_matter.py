"""Front matter of a text or Markdown file that is imported, as other programs write it too."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from generator.edit.imports.text.reading import FACTS, Fact, Stated
from generator.model.located import Unquoted
from generator.read.source import Source
from generator.read.yaml_values import read_yaml

_FRONT_MATTER: Final = re.compile(
    r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE | re.DOTALL
)
_NAMES: Final[Mapping[str, Fact]] = {
    **{fact: fact for fact in FACTS},
    "authors": "author",
    "site": "publisher",
    "date": "published",
    "lang": "language",
    "canonical": "url",
    "source": "url",
}


def split(text: str) -> tuple[str, list[Stated], list[str]]:
    """Parts a text from its front matter.

    Returns:
        the text below; what the front matter states; and remarks.
    """
    found = _FRONT_MATTER.match(text)
    if found is None:
        return text, [], []
    below = text[found.end() :]
    value, faults = read_yaml(Source("", found[1]))
    if faults and faults[0].code == "empty-file":
        return below, [], []
    if faults or not isinstance(value, Mapping):
        why = f": {faults[0].message}" if faults else "."
        return below, [], [f"Its front matter can't be read and was left out{why}"]
    stated = []
    unknown = []
    for key, inner in value.items():
        fact = _NAMES.get(str(key).lower())
        texts = [_text(item) for item in (inner if isinstance(inner, list | tuple) else [inner])]
        if fact is None:
            unknown.append(str(key))
        else:
            stated.append(Stated(fact, ", ".join(filter(None, texts)), f"front matter {key}"))
    remarks = [f"Left out of its front matter: {', '.join(unknown)}."] if unknown else []
    return below, _own_names_first(stated), remarks


def _own_names_first(stated: Sequence[Stated]) -> list[Stated]:
    return sorted(stated, key=lambda one: one.where != f"front matter {one.field}")


def _text(value: object) -> str:
    if isinstance(value, Unquoted):
        return value.raw
    return value if isinstance(value, str) else ""
