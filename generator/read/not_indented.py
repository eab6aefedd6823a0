"""Keys that stand beside the field that they belong below, as their indentation is missing."""

from collections.abc import Collection
from typing import Any

from generator.model.diagnostics import Diagnostic, problem
from generator.model.located import LocatedMapping, Unquoted

_STEP = 2


def empty_above(holder: Any, key: str, unknown: Collection[str]) -> str:
    """Returns the empty field right above a key of a mapping; "" when there is none.

    Args:
        unknown: keys of the mapping that are no fields of it; such keys may stand between the two.
    """
    if not isinstance(holder, LocatedMapping) or key not in holder:
        return ""
    keys = list(holder)
    for above in reversed(keys[: keys.index(key)]):
        value = holder[above]
        if isinstance(value, Unquoted) and value.kind == "null" and not value.raw:
            return above
        if above not in unknown:
            return ""
    return ""


def not_indented(holder: LocatedMapping, key: str, above: str) -> Diagnostic:
    """Tells of a key beside the field that it belongs below."""
    at = holder.keys_at[key]
    column = holder.keys_at[above].column + _STEP
    return problem("not-indented", at, key=key, above=above, line=holder.keys_at[above].line, column=column)
