"""The alphabetical order of names, independent of the locale."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=1 << 14)
def by_name(name: str) -> tuple[str, str]:
    """The sort key of a name: its letters without case and accents, digits and spaces; then the name."""
    folded = unicodedata.normalize("NFKD", name).casefold()
    return "".join(char for char in folded if char.isalnum() or char == " ").strip(), name
