"""A repository without a fault, from which each case of a mend starts, and the way to mend it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from generator.edit.fixes.run import FixedFile, fix

BRIEFING: Final = "briefings/quay/briefing.yml"
ARTICLE: Final = "briefings/quay/articles/a.txt"
REGISTRY: Final = "briefings/actors.yml"

SUMMARY: Final = """\
# The quay, by the harbour desk.
title: The quay
status: draft
as_of: 2031-03-02
topics: [harbour]
bottom_line:
  - text: The mayor says that the quay is safe.
    claims: [quay-is-safe]
editors:
  - Ada Brand
  - Bo Lind
actors:
  clerk: {name: The clerk, kind: person}
matters:
  safety:
    title: Safety

claims:
  - id: quay-is-safe   # the first
    matter: safety
    text: The mayor says that the quay is safe.
    by: mayor
    evidence:
      a: the quay is safe until winter
      b:
        - The quay is safe
        - exact: and   it holds
          note: >-
            A note of two
            lines.
  - id: work-begins
    text: The council says that the work begins.
    by: [council]
    said: {edtf: 2031-03-01, as_stated: On Monday}
    evidence: {b: the work begins}
questions:
  - id: how-long
    text: How long is the quay?
    claims: [quay-is-safe]
"""

ARTICLES: Final = {
    ARTICLE: (
        "---\ntitle: A quay\npublished: 2031-03-01\n---\n"
        "“I know the quay is safe until winter,” the mayor said.\n"
    ),
    "briefings/quay/articles/b.md": (
        "The quay is safe, and it holds, the mayor said. On Monday the council’s clerk said – in a "
        "letter… – that the work begins.\n"
    ),
}
ACTORS: Final = """\
actors:
  mayor: {name: Halvard Ek, kind: person, aliases: [The mayor]}
  council: {name: The council, kind: organisation}
"""


def files_of(summary: str = SUMMARY, more: Mapping[str, str | bytes] | None = None) -> dict[str, str | bytes]:
    """The files of the repository, with this briefing.yml."""
    return {REGISTRY: ACTORS, BRIEFING: summary, **ARTICLES, **(more or {})}


def changed(old: str, new: str) -> str:
    """The briefing.yml with one stretch of it put in place of another."""
    assert SUMMARY.count(old) == 1, old
    return SUMMARY.replace(old, new)


def mend(root: Path, *, ordered: bool = False) -> dict[str, FixedFile]:
    """Mends everything at a root, writes it, and sees that a second run finds nothing."""
    found = fix(root, lambda _: True, ordered=ordered)
    for file in found:
        assert (root / file.path).read_bytes() == file.before
        (root / file.path).write_bytes(file.after)
    assert fix(root, lambda _: True, ordered=ordered) == []
    return {file.path: file for file in found}
