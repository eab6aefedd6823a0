"""Order of keys: that of the model, with the comments of each key, and only when asked for."""

from generator.edit.fixes.run import fix
from tests.conftest import Repository
from tests.edit.fixes.base import BRIEFING, files_of, mend

MIXED = """\
# Of the file.
status: draft  # not yet

# What it is called.
title: The quay
as_of: 2031-03-02
claims:
  # Of the claim.
  - evidence:
      b: the work begins
      a:
        note: Said aloud.
        # The words.

        exact: the quay is safe
    # Who says so.
    by: council
    text: >-
      The council says that
      the work begins.

    id: work-begins
  - {by: council, text: So., id: so, evidence: {a: the quay is safe until winter}}
  - {by: council, # two lines
     id: two, text: So., evidence: {a: the quay is safe until winter}}
  - by: council
    colour: red
    id: unknown
bottom_line:
  - {text: So., claims: [so]}
matters:
  b: {title: B}
  a: {title: A}
questions: []"""

ORDERED = """\
# Of the file.
# What it is called.
title: The quay

bottom_line:
  - {text: So., claims: [so]}
as_of: 2031-03-02
status: draft  # not yet
matters:
  b: {title: B}
  a: {title: A}
claims:
  # Of the claim.
  - id: work-begins
    text: >-
      The council says that
      the work begins.
    # Who says so.
    by: council

    evidence:
      b: the work begins
      a:
        # The words.

        exact: the quay is safe
        note: Said aloud.
  - {id: so, text: So., by: council, evidence: {a: the quay is safe until winter}}
  - {by: council, # two lines
     id: two, text: So., evidence: {a: the quay is safe until winter}}
  - by: council
    colour: red
    id: unknown
questions: []"""


def test_keys_are_put_in_the_order_of_the_model_with_their_comments(repository: Repository) -> None:
    root = repository(files_of(MIXED))
    assert set(mend(root, ordered=True)) == {BRIEFING}
    assert (root / BRIEFING).read_text(encoding="utf-8") == ORDERED


def test_order_in_crlf_keeps_line_ends(repository: Repository) -> None:
    root = repository(files_of(MIXED.replace("\n", "\r\n")))
    mend(root, ordered=True)
    assert (root / BRIEFING).read_bytes() == ORDERED.replace("\n", "\r\n").encode()


def test_keys_stay_where_they_are_unless_asked(repository: Repository) -> None:
    assert fix(repository(files_of(MIXED)), lambda _: True) == []
