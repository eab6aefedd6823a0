"""Migration of a briefing.yml: old forms stand in the present one, and all else as it stood."""

from textwrap import dedent

from generator.edit.migrate import migrate
from generator.model.diagnostics import errors
from generator.model.entries import Summary
from generator.read.source import Source
from generator.read.validate import build_partly
from generator.read.yaml_values import read_yaml


def _migrated(text: str) -> str:
    return migrate(Source("briefing.yml", dedent(text))).text


def _old_forms(text: str) -> list[str]:
    value, faults = read_yaml(Source("briefing.yml", text))
    assert not faults, (text, faults)
    _, wrong, _ = build_partly(Summary, value, "briefing.yml")
    return [problem.message for problem in errors(wrong) if problem.code == "old-form"]


OLD = """\
# Written by hand.
title: The wall
claims:

  # The first one.
  - id: holds
    text: Kim says that the wall holds.
    by: kim
    cue: said
    modality: asserts
    evidence:
      - article: a
        exact: the wall holds
      # Twice in the article.
      - article: b
        exact: >-
          the wall will hold, she said, until the spring comes and the river that runs below it has
          fallen again
        note: From the second page.
      - article: b
        exact: [it holds, till spring]
    relations:
      - kind: contradicts
        claim: falls
        note: '"holds" and "falls"'
      - kind: corroborates
        claim: other
        note: They never met.
  - {id: falls, text: It falls., by: lee, modality: warns, evidence: [{article: a, exact: it falls}]}
  - id: other
    modality: reports  # as the paper has it
    text: Ann says so.
    by: unnamed
    described_as: a neighbour
    evidence:
      - {article: b, exact: so said a neighbour}
    relations:
      - {kind: goes-further-than, claim: falls, note: More.}
questions:
  - id: which
    text: Does the wall hold?
    status: open
    claims: [holds, falls]
"""

NEW = """\
# Written by hand.
title: The wall
claims:

  # The first one.
  - id: holds
    text: Kim says that the wall holds.
    by: kim
    # Twice in the article.
    evidence:
      a:
        exact: the wall holds
        cue: said
        modality: asserts
      b:
        - exact: >-
            the wall will hold, she said, until the spring comes and the river that runs below it
            has fallen again
          note: From the second page.
          modality: asserts
        - exact: [it holds, till spring]
          modality: asserts
    relations:
      - kind: corroborates
        claim: other
        note: They never met.
  - {id: falls, text: It falls., by: lee, evidence: {a: {exact: it falls, modality: warns}}}
  - id: other
    # as the paper has it
    text: Ann says so.
    by: unnamed
    evidence:
      b:
        exact: so said a neighbour
        modality: reports
        described_as: a neighbour
questions:
  - id: which
    text: Does the wall hold?
    differ: "\\"holds\\" and \\"falls\\""
    kind: contradicts
    status: open
    claims: [holds, falls]
  - id: other-falls
    text: How do these accounts differ?
    claims: [other, falls]
    differ: More.
    kind: goes-further
"""


def test_old_forms_are_written_in_the_present_one_and_comments_stay() -> None:
    assert _migrated(OLD) == NEW
    assert len(_old_forms(OLD)) == 10
    assert _old_forms(NEW) == []


def test_a_file_in_the_present_form_stays_byte_for_byte() -> None:
    assert _migrated(NEW) == NEW


def test_what_is_no_yaml_stays_as_it_is() -> None:
    assert _migrated("title: [\n") == "title: [\n"


def test_questions_of_the_same_claims_have_ids_of_their_own() -> None:
    old = """\
        claims:
          - id: a
            relations: [{kind: contradicts, claim: b}, {kind: goes-further-than, claim: b}, {kind: [x]}]
        questions:
          - {id: a-b-2, text: Why?, claims: [c]}
        """
    assert migrate(Source("briefing.yml", dedent(old))).left == ("a-b", "a-b-3")


def test_what_has_no_list_where_one_belongs_stays_as_it_is() -> None:
    assert _migrated("claims:\nquestions: 3\n") == "claims:\nquestions: 3\n"


def test_verbs_that_are_worked_out_are_dropped() -> None:
    written = migrate(
        Source("briefing.yml", OLD),
        lambda id: {"cue": {"said"}, "modality": {"asserts"}} if id == "holds" else {},
    ).text
    assert "      a: the wall holds\n" in written
    assert "said" not in written.split("- {id: falls")[0].replace("she said", "")


def test_what_is_left_to_a_person_is_named() -> None:
    assert migrate(Source("briefing.yml", OLD)).left == ("which", "other-falls")


def test_questions_are_made_where_there_were_none() -> None:
    old = """\
    claims:
      - id: one
        evidence: [{article: a, exact: it rains}]
        relations: [{kind: differs-in-scope, claim: two, note: "Here, and there."}]
    questions: []
    """
    assert _migrated(old) == dedent("""\
    claims:
      - id: one
        evidence:
          a: it rains
    questions:
      - id: one-two
        text: How do these accounts differ?
        claims: [one, two]
        differ: Here, and there.
        kind: scope
    """)


def test_evidence_by_article_takes_the_fields_of_its_claim() -> None:
    old = """\
    claims:
      - id: one
        by: unnamed
        described_as: a clerk
        evidence:
          a: it rains
    """
    assert _migrated(old) == dedent("""\
    claims:
      - id: one
        by: unnamed
        evidence:
          a:
            exact: it rains
            described_as: a clerk
    """)
