"""The words of the search: two characters each where there are no spaces, and what is offered for slips."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.analyse.findings.findings import Findings
from generator.model.changes import History, Past, Version
from generator.model.diagnostics import errors
from generator.pipeline import check
from generator.render.edition import visible
from generator.render.exports.search import MOST_NEWEST, search_words
from generator.render.exports.search_terms import runs_of, spellings, word_counts
from tests.paths import GOLDEN
from tests.render.views import records

Repository = Callable[[Mapping[str, str | bytes]], Path]


# Scripts without spaces.


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("The bridge is closed, in Łódź and 한국", ""),
        ("朝鲜", "朝鲜 鲜"),
        ("朝鲜士兵。", "朝鲜 鲜士 士兵 兵"),
        ("兵", "兵"),
        # Punctuation parts, and each is listed once.
        ("朝鲜，朝鲜", "朝鲜 鲜"),
        # What stands beside it without a space, but nothing else.
        ("He said Zelenskiy在KBS now", "Zelenskiy 在 KBS"),
        ("约8,000名", "约 8 000 名"),
        # Widths are folded, and marks of Thai left out.
        ("ﾛｼｱ", "ロシ シア ア"),
        ("ที่นี่", "ทน น"),
        ("ガ・ギ", "ガ ギ"),
        # Invisible spaces, as Khmer has them between words, don't part what a reader types without them.
        ("កង\u200bទ័ព", "កង ងទ ទព ព"),
    ],
)
def test_runs(text: str, runs: str) -> None:
    assert runs_of(text) == runs


# What is offered for a misspelt word.


def test_spellings_are_words_in_small_letters_each_once_and_sorted() -> None:
    contents = ["The bridge, the BRIDGE’s end · “Łódź”", "Of 8,000 in 2031: an end."]
    assert spellings([word_counts(contents)]).split("\n") == ["bridge", "end", "the", "łódź", ""]


def test_spellings_of_scripts_with_marks_stay_whole_and_those_without_spaces_are_left_out() -> None:
    assert spellings([word_counts(["हिन्दी में 朝鲜士兵"])]) == "में\nहिन्दी\n"


def test_spellings_are_bounded_and_what_most_records_have_comes_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("generator.render.exports.search_terms.MOST_SPELLINGS", 2)
    contents = ["alpha beta beta beta", "alpha gamma delta", "delta"]
    assert spellings([word_counts(contents)]) == "alpha\ndelta\n"
    parts = [word_counts([content]) for content in contents]
    assert spellings(parts) == spellings(reversed(parts)) == "alpha\ndelta\n"


def test_spellings_hold_no_word_that_only_withdrawn_entries_have() -> None:
    contents = (record.content for record in records(visible(check(GOLDEN).findings)))
    words = spellings([word_counts(contents)]).split("\n")
    assert {"rivets", "cracked", "calder", "ferry"} <= set(words)  # The control.
    # Of the withdrawn briefing, the withdrawn claim and question, and the draft.
    assert not {"bell", "clerk", "loose", "lanterns", "nobody"} & set(words)


# The newest briefings.

BRIEFING = """\
title: {title}
status: {status}
{as_of}
bottom_line: [{{text: The ferry left., claims: [left]}}]
claims:
  - {{id: left, text: The ferry left., by: article, evidence: {{a: The ferry left}}}}
questions: []
"""


def shown(repository: Repository, **briefings: str) -> list[Findings]:
    """Briefings by slug, each with the date that it describes, or with its status in its place."""
    files: dict[str, str | bytes] = {"mkdocs.yml": "site_name: X\n"}
    for slug, told in briefings.items():
        status = told if told == "archived" else "published"
        files[f"briefings/{slug}/briefing.yml"] = BRIEFING.format(
            title=f"The {slug}", status=status, as_of=f'as_of: "{"2031" if told == "archived" else told}"'
        )
        files[f"briefings/{slug}/articles/a.txt"] = "The ferry left.\n"
    checked = check(repository(files))
    assert [one.message for one in errors(checked.diagnostics)] == []
    return visible(checked.findings)


def newest(findings: list[Findings], past: Past | None = None) -> list[str]:
    made = json.loads(search_words(findings, past) if past else search_words(findings))
    assert set(made["newest"]) <= set(made["briefing"])
    return list(made["newest"])


def test_newest_without_history_is_what_describes_the_latest_day(repository: Repository) -> None:
    findings = shown(
        repository, may="2031-05-03", june="2031-06", old="archived", april="2031-04-30", bees="2031-05-03"
    )
    assert newest(findings) == ["june", "bees", "may", "april"]


def test_newest_with_history_is_what_changed_last(repository: Repository) -> None:
    findings = shown(repository, may="2031-05-03", june="2031-06-01", july="2031-07-01")
    times = {"may": "2031-09-01T12:00:00Z", "june": "2031-08-01T12:00:00Z"}
    histories = {slug: History((Version("0" * 40, time),)) for slug, time in times.items()}
    assert newest(findings, Past(histories)) == ["may", "june", "july"]
    # What is not committed yet is newer than all.
    histories["june"] = History((Version("0" * 40),))
    assert newest(findings, Past(histories)) == ["june", "may", "july"]


def test_newest_are_few(repository: Repository) -> None:
    findings = shown(repository, **{f"b{day}": f"2031-05-{day}" for day in range(10, 25)})
    assert newest(findings) == [f"b{day}" for day in range(24, 24 - MOST_NEWEST, -1)]


# Words that say nothing.


def test_names_are_told_with_what_they_are_of(repository: Repository) -> None:
    """The script takes a person's name word by word."""
    files = {
        "mkdocs.yml": "site_name: X\n",
        "briefings/actors.yml": "actors:\n"
        "  mayor: {name: The mayor, kind: person}\n"
        "  smith: {name: Will Smith, kind: person, role: miller, aliases: [Smithy]}\n"
        "  smith-guard: {name: Will Smith, kind: person, role: guard}\n"
        "  guild: {name: Guild, kind: organisation}\n"
        "  old: {name: Old guild, kind: organisation, withdrawn: {date: 2031-05-03, reason: None.}}\n",
        "briefings/ferry/briefing.yml": BRIEFING.format(
            title="The ferry", status="published", as_of='as_of: "2031"'
        ).replace("by: article,", "by: article, about: [mayor, smith, smith-guard, guild, old],"),
        "briefings/ferry/articles/a.txt": "The ferry left.\n",
    }
    made = json.loads(search_words(check(repository(files)).findings))
    assert sorted(made["actors"]) == [
        ["guild", "other", "Guild", ""],
        ["mayor", "person", "The mayor", ""],
        ["old", "withdrawn", "Old guild", ""],
        ["smith", "person", "Will Smith", "Will Smith (miller)", "Smithy"],
        ["smith-guard", "person", "Will Smith", "Will Smith (guard)"],
    ]
    assert {"the", "will", "what", "did", "say", "about"} <= set(made["silent"])
    # They are compared without accents, apostrophes and capitals. What denies, and a month, count.
    assert all(word.isascii() and word.isalpha() and word.islower() for word in made["silent"])
    assert not {"not", "no", "never", "without", "against", "may"} & set(made["silent"])
