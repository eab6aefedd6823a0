"""The address of a quote on its publisher's own page, by a text fragment (WICG)."""

from collections.abc import Sequence
from typing import Final
from urllib.parse import quote

_WHOLE: Final = 12
"""A segment of so many words is written out; of a longer one only its first and last words."""

_ENDS: Final = 5


def text_fragment(url: str, segments: Sequence[str]) -> str:
    """The address ``url`` with a directive that makes a browser scroll to the segments and mark them.

    A fragment that the address has already is kept, as the directive goes behind it.
    """
    directive = "&".join(f"text={_part(segment)}" for segment in segments)
    return f"{url}{'' if '#' in url else '#'}:~:{directive}"


def _part(segment: str) -> str:
    words = segment.split()
    if len(words) <= _WHOLE:
        return _encoded(words)
    return f"{_encoded(words[:_ENDS])},{_encoded(words[-_ENDS:])}"


def _encoded(words: Sequence[str]) -> str:
    """Percent-encoded, with the hyphen, which parts prefix and suffix in a directive."""
    return quote(" ".join(words), safe="").replace("-", "%2D")
