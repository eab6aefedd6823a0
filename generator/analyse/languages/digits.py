"""Numbers in digits, which is all that is read of a language without rules for its words."""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from generator.analyse.languages.rules import Key, Terms, rule


def _read_digits(match: re.Match[str]) -> Iterator[tuple[Key, str | int]]:
    grouped = re.fullmatch(r"[0-9]{1,3}(?:[^0-9][0-9]{3})+", match[0])
    yield ("number", Fraction(re.sub("[^0-9]", "" if grouped else ".", match[0]))), 0


DIGITS_ALONE: Final = Terms(
    rules=(rule("number", r"[0-9]{1,3}(?:[.,'’\s][0-9]{3})+(?![0-9])|[0-9]+(?:[.,][0-9]+)?", _read_digits),)
)
