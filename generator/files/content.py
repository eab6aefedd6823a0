"""Contents of files that are to be written: at hand, or read when they are needed."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Union

from generator.files.cache import key_of


class Gone(LookupError):  # noqa: N818 (it says what the content is)
    """Raised for a content that can't be read any more."""


@dataclass(frozen=True)
class Kept:
    """Content that is read when it is needed.

    Attributes:
        key: names the bytes: contents with one key are equal.
        read: returns them; may raise `Gone`.
    """

    key: str
    read: Callable[[], bytes]


Content = str | bytes | Kept
"""Content of a file; text is written as UTF-8."""


Tree = dict[str, Union[Content, "Tree"]]
"""Contents in folders, by name."""


def tree_of(contents: Mapping[str, Content]) -> Tree:
    """Puts contents into their folders.

    Args:
        contents: by path, with forward slashes; no path is a folder of another one.
    """
    tree: Tree = {}
    for path, content in contents.items():
        *above, name = path.split("/")
        inner = tree
        for part in above:
            inner = inner.setdefault(part, {})  # type: ignore[assignment]
        inner[name] = content
    return tree


def bytes_of(content: Content) -> bytes:
    """Returns the bytes of a content.

    Raises:
        UnicodeEncodeError: a text has half of a surrogate pair.
    """
    if isinstance(content, Kept):
        return content.read()
    return content.encode() if isinstance(content, str) else content


def key_of_content(content: Content) -> str:
    """Returns a key that names the bytes of a content: of one at hand, their SHA-256."""
    return content.key if isinstance(content, Kept) else hashlib.sha256(bytes_of(content)).hexdigest()


def joined(contents: Sequence[Content]) -> Kept:
    """Joins contents by line breaks, when the whole is needed."""
    return Kept(key_of(*map(key_of_content, contents)), lambda: b"\n".join(map(bytes_of, contents)))
