"""Matches of the rules for terms in a text, tried only where one may begin, as the patterns are long."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from generator.analyse.languages.rules import FIGURE, Rule

_START: Final = re.compile(r"[0-9½¼¾⅓⅔$€£¥₽₩₹%]|(?<!\w)[^\W\d_½¼¾⅓⅔]+")
_ANY: Final = ""
"""Stands for what is not ASCII, where every rule is tried: without regard to case, ſ is an s."""


class Starts:
    """Places of a text at which matches may begin, by what stands there, as in `Rule.begins`."""

    def __init__(self, text: str) -> None:
        self._places: dict[str, list[int]] = {_ANY: []}
        for match in _START.finditer(text):
            shown = match[0]
            key = _ANY if not shown.isascii() else shown.lower() if shown.isalpha() else FIGURE
            self._places.setdefault(key, []).append(match.start())

    def add(self, place: int) -> None:
        """Adds a place at which a word may begin, since what stood before it was taken out."""
        self._places[_ANY].append(place)

    def matches(self, rule: Rule, text: str) -> Iterator[re.Match[str]]:
        """Yields the matches of a rule, as ``finditer`` does."""
        if rule.begins is None:
            yield from rule.pattern.finditer(text)
            return
        past = 0
        begins = {_ANY, *(self._places.keys() & rule.begins)}
        for place in sorted(chain.from_iterable(self._places[key] for key in begins)):
            if place >= past and (match := rule.pattern.match(text, place)):
                past = match.end()
                yield match
