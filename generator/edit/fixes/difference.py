"""The unified difference of a file before and after its mends, as `git apply` takes it."""

import difflib


def difference_of(path: str, before: bytes, after: bytes) -> str:
    """Writes the difference of two states of a file; empty where they are the same."""
    old, new = (_lines(data) for data in (before, after))
    lines = difflib.unified_diff(old, new, f"a/{path}", f"b/{path}")
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _lines(data: bytes) -> list[str]:
    """Splits at line feeds alone, as git does."""
    return [line for line in data.decode("utf-8").replace("\n", "\n\0").split("\0") if line]
