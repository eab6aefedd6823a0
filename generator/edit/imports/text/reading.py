"""Reading: what one file holds, before anything is written; and the reasons for which a file is refused."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

MOST_BYTES: Final = 32 * 1024 * 1024
"""Limit of a file that is imported; a web page may carry its pictures in itself."""

Fact = Literal["title", "publisher", "author", "url", "published", "retrieved", "language"]
FACTS: Final[tuple[Fact, ...]] = (
    *("title", "publisher", "author", "url", "published", "retrieved", "language"),
)
"""The fields of an article that a file may state, in the order in which they are written."""


class Refused(Exception):  # noqa: N818 (it says what happened)
    """Raised for a file of which no article is made.

    Attributes:
        why: what is wrong with it.
        instead: what to do.
    """

    def __init__(self, why: str, instead: str) -> None:
        super().__init__(why, instead)  # Both, so that it can be passed from one process to another.
        self.why = why
        self.instead = instead


@dataclass(frozen=True)
class Stated:
    """A fact that a file states.

    Attributes:
        field: the field of the article that it belongs to.
        value: as it is stated, white space apart.
        where: the part of the file that states it.
    """

    field: Fact
    value: str
    where: str


@dataclass(frozen=True)
class Reading:
    """What a file holds.

    Attributes:
        kind: what it is read as: "web page", "PDF", "Markdown" or "text".
        encoding: how its bytes were read, in words; empty for a PDF.
        paragraphs: the body.
        stated: what it states of itself, the strongest statement of a field first.
        remarks: sentences on what an editor should know or look at.
        left_out: passages that are no part of the body, or are taken for none.
        mended: how often each kind of leftover was mended.
    """

    kind: str
    encoding: str
    paragraphs: tuple[str, ...]
    stated: tuple[Stated, ...] = ()
    remarks: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    mended: Mapping[str, int] = field(default_factory=dict)
