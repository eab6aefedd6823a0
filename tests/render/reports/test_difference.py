"""What differs between two revisions, for those who review it: as text, as Markdown, as data."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import markdown as python_markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analyse.findings.findings import Findings
from generator.analyse.history.libraries import BriefingDifference, Difference, difference
from generator.model.briefing import Library
from generator.model.changes import Alarm, Change, Part, What
from generator.pipeline import check
from generator.render.reports import difference as difference_report
from generator.render.reports.difference import NOTHING, difference_json, difference_markdown, difference_text
from generator.render.words.changes import TOO_LONG
from tests.render.histories import ARTICLE, BRIEFING, TOMBSTONE, Edits, anchored_of, edited, edits_and_answers

Sides = tuple[Library, tuple[Findings, ...]]


def library(folder: Path, briefing: str, **articles: str) -> Sides:
    anchored_of(folder, briefing, {f"{id}.txt": text for id, text in {"a": ARTICLE, **articles}.items()})
    checked = check(folder)
    return checked.library, checked.findings


def between(folder: Path, after: str, before: str = BRIEFING, **articles: str) -> Difference:
    """What differs between the two briefings, the later of which has these articles."""
    return difference(library(folder / "1", before), library(folder / "2", after, **articles))


WALL = "{exact: The wall holds, cue: said}"
SPEAKER: Edits = [("by: bob", "by: ann"), ("text: Crates are wet.", "text: Some 400 crates are wet.")]
SURE = "  - {id: sure, text: The wall holds., claims: [wall], likelihood: likely}"
OTHERS: Edits = [
    ("exact: The wall holds,", "exact: 'The wall holds, said Ann Lee',"),
    ("that the wall holds.", "that the wall holds"),
    (SURE, f"  - {{id: sure, {TOMBSTONE}}}"),
    ("matters:\n", "matters:\n  more: {title: More}\n"),
]


def test_as_text(tmp_path: Path) -> None:
    """First what stands under the same quote and says something else, then the rest; commas last."""
    assert (
        difference_text(between(tmp_path, edited(*SPEAKER, *OTHERS)))
        == """\
briefings/wall  The wall
  1 to look at first, 2 more that readers are told of, 2 editorial.
  Coverage of a: 2 cited, 0 set aside, 3 unused

  ! claim changed: Ann Lee: Some 400 crates are wet. [crates]
      a speaker changed, the words did not
      a number or date of a wording changed, what it rests on did not
      - wording: Crates are wet.
      + wording: Some 400 crates are wet.
      - speaker: bob
      + speaker: ann
      a, line 1: It rained all night. Bob Ode warned that ⟦300 crates are wet⟧. Nobody has paid for the gate.

  assessment withdrawn: its text was taken out [sure]
      + withdrawn: 2024-11-02; Misread.
      - wording: The wall holds.
      - claims: wall
      - likelihood: likely

  claim changed: Ann Lee says the wall is safe. [wall]
      - quote: a: “The wall holds” (verb: said)
      + quote: a: “The wall holds, said Ann Lee” (verb: said)
      a, line 1: ⟦The wall holds, said Ann Lee⟧. “It will hold until spring,” she said.

  bottom line changed: Ann Lee says that the wall holds (editorial)
      - wording: Ann Lee says that the wall holds.
      + wording: Ann Lee says that the wall holds

  matter added: More [more] (editorial)"""
    )


def test_as_markdown(tmp_path: Path) -> None:
    """Before and after stand beside each other, what differs marked; so is the quote in its passage."""
    answer = "status: answered, resolution: {text: It rained., claims: [crates]}"
    after = edited(SPEAKER[0], OTHERS[1], OTHERS[3], ("Who pays?,", f"Who pays?, {answer},"))
    assert (
        difference_markdown(between(tmp_path, after))
        == """\
## What changes in the briefings

### The wall

1 to look at first, 1 more that readers are told of, 2 editorial.

- Coverage of a: 2 cited, 0 set aside, 3 unused

#### Claim changed: Ann Lee: Crates are wet. &#91;crates&#93;

**Look at this first.** A speaker changed, the words did not.

| | before | after |
|---|---|---|
| speaker | <del>bob</del> | <ins>ann</ins> |

> It rained all night. Bob Ode warned that <ins>300 crates are wet</ins>. Nobody has paid for the gate.
>
> — a, line 1

#### Question changed: Who pays? &#91;who&#93;

| | before | after |
|---|---|---|
| status | <del>open</del> | <ins>answered</ins> |
| answer | — | It rained.; crates |

#### Bottom line changed (editorial): Ann Lee says that the wall holds

| | before | after |
|---|---|---|
| wording | Ann Lee says that the wall <del>holds.</del> | Ann Lee says that the wall <ins>holds</ins> |

#### Matter added (editorial): More &#91;more&#93;
"""
    )


def test_as_data(tmp_path: Path) -> None:
    told = json.loads(difference_json(between(tmp_path, edited(*SPEAKER)), "main", ""))
    (briefing,) = told["briefings"]
    (change,) = briefing.pop("changes")
    assert (told["base"], told["head"], told["actors"]) == ("main", "", [])
    states = {"a": {"cited": 2, "set-aside": 0, "unused": 3}}
    assert briefing == {
        "slug": "wall",
        "moved_from": "",
        "title": "The wall",
        "counts": {"first": 1, "substantive": 0, "editorial": 0},
        "coverage": {"before": states, "after": states},
    }
    before, after = change.pop("before"), change.pop("after")
    assert (before["by"], after["by"], before["text"], after["text"]) == (
        ["bob"],
        ["ann"],
        "Crates are wet.",
        "Some 400 crates are wet.",
    )
    assert change == {
        "kind": "claim",
        "id": "crates",
        "what": "changed",
        "substantive": True,
        "alarms": ["speaker", "number"],
        "name": "Ann Lee: Some 400 crates are wet. [crates]",
        "parts": [
            {"field": "text", "before": before["text"], "after": after["text"], "substantive": True},
            {"field": "by", "before": ["bob"], "after": ["ann"], "substantive": True},
        ],
        "passages": [
            {
                "place": "a, line 1",
                "before": "It rained all night.",
                "sentence": "Bob Ode warned that 300 crates are wet.",
                "quote": "300 crates are wet",
                "after": "Nobody has paid for the gate.",
            }
        ],
    }


def test_nothing_differs(tmp_path: Path) -> None:
    found = between(tmp_path, BRIEFING)
    assert difference_text(found) == NOTHING
    assert difference_markdown(found) == f"## What changes in the briefings\n\n{NOTHING}\n"
    told = {"base": "a", "head": "b", "unread": [], "actors": [], "briefings": []}
    assert json.loads(difference_json(found, "a", "b")) == told


def test_what_could_not_be_read_comes_before_all_else() -> None:
    found = Difference((), (), ("briefings/wall/briefing.yml",))
    told = (
        "Not all of briefings/wall/briefing.yml could be read, so what is told of it may be wrong; "
        "{0}check{0} tells why."
    )
    assert difference_text(found) == told.format("`")
    assert difference_markdown(found) == (f"## What changes in the briefings\n\n**{told.format('&#96;')}**\n")
    assert json.loads(difference_json(found, "a", "b"))["unread"] == ["briefings/wall/briefing.yml"]


def test_coverage_before_and_after(tmp_path: Path) -> None:
    """Both where it changed; also of an article that came or went."""
    same = edited(("300 crates are wet", "Nobody has paid for the gate"))
    text = difference_text(between(tmp_path / "1", same))
    assert "  Coverage of a: 2 cited, 0 set aside, 3 unused\n" in text
    more = f"[{WALL}, It rained all night]"
    text = difference_text(between(tmp_path / "2", edited((WALL, more))))
    assert "  Coverage of a: 2 cited, 0 set aside, 3 unused → 3 cited, 0 set aside, 2 unused\n" in text
    one = library(tmp_path / "3", BRIEFING)
    two = library(tmp_path / "4", BRIEFING, b="It is cold.")
    assert "  Coverage of b: not there → 0 cited, 0 set aside, 1 unused\n" in (
        difference_text(difference(one, two))
    )
    assert "  Coverage of b: 0 cited, 0 set aside, 1 unused → gone\n" in (
        difference_text(difference(two, one))
    )


def test_a_new_briefing_and_one_that_is_gone(tmp_path: Path) -> None:
    nothing: Sides = (library(tmp_path / "1", BRIEFING)[0], ())
    there = library(tmp_path / "1", BRIEFING)
    for found, what, sign in (
        (difference(nothing, there), "added", "+"),
        (difference(there, nothing), "removed", "-"),
    ):
        text = difference_text(found)
        assert f"  briefing {what}: The wall\n" in text
        assert f"  claim {what}: Bob Ode: Crates are wet. [crates]\n" in text
        assert f"      {sign} quote: a: “300 crates are wet” (class: warns)\n" in text
        # A passage is shown of what is there.
        assert ("a, line 1: It rained all night." in text) is (what == "added")
        assert f"## Briefing {what}: The wall\n" in difference_markdown(found)


def test_a_briefing_that_moved(tmp_path: Path) -> None:
    named = edited(("status: published\n", "status: published\nformer_slugs: [old]\n"))
    (library_now, anchored) = library(tmp_path, named)
    moved = Difference((), (BriefingDifference("wall", "old", anchored[0], anchored[0], ()),))
    assert "briefings/wall  The wall (before: briefings/old)\n" in difference_text(moved)
    assert "### The wall (before: briefings/old)\n" in difference_markdown(moved)
    assert json.loads(difference_json(moved, "a", ""))["briefings"][0]["moved_from"] == "old"
    assert library_now.briefings


def test_shared_actors() -> None:
    parts = (Part("name", "Kim", "Pak", True),)
    renamed = Change("actor", "kim", What.CHANGED, {"name": "Kim"}, {"name": "Pak"}, parts, (Alarm.SPEAKER,))
    found = Difference((renamed,), ())
    assert difference_text(found) == (
        "briefings/actors.yml\n\n"
        "  ! actor changed: Pak [kim]\n"
        "      a speaker changed, the words did not\n"
        "      - name: Kim\n"
        "      + name: Pak"
    )
    assert "### Actors that all briefings share\n\n#### Actor changed: Pak &#91;kim&#93;\n" in (
        difference_markdown(found)
    )
    assert json.loads(difference_json(found, "a", "b"))["actors"][0]["alarms"] == ["speaker"]


# An edit of the briefing, where / is a new line, and below it one line of what is told.
VALUES = f"""
Who pays?, => Who pays?, status: answered, resolution: {{text: Bob Ode., claims: [crates]}},
+ answer: Bob Ode.; crates
by: bob => by: bob/    relations: [{{kind: corroborates, claim: wall, note: Two talks.}}]
+ relation: corroborates wall: Two talks.
by: bob => by: bob/    inferred: [{{text: "300", reason: B says so.}}]
+ inferred: “300”: B says so.
exact: The wall holds, => exact: [The wall, holds], note: Cut.,
+ quote: a: “The wall […] holds” (note: Cut.; verb: said)
by: bob => by: bob/    said: {{edtf: 2024-10, as_stated: all night}}
+ said: 2024-10; all night
    by: bob => {""}    by: bob/    {TOMBSTONE}
claim withdrawn: Bob Ode: Crates are wet. [crates]
Who pays?, => Who pays?, {TOMBSTONE},
question withdrawn: Who pays? [who]
status: published => status: published/{TOMBSTONE}
briefing withdrawn: The wall
questions:/ => set_aside:/  - {{article: a, exact: [It rained, night], reason: Old.}}/questions:/
aside added: “It rained […] night” (editorial)
text: Crates are wet. => text: |-/      Crates are wet.//      All of them.
+ wording: Crates are wet. All of them.
text: Crates are wet. => text: |-/      Crates are wet.//      All of them.
claim changed: Bob Ode: Crates are wet. All of them. [crates]
"""


@pytest.mark.parametrize(("edit", "told"), edits_and_answers(VALUES))
def test_a_value_in_a_few_words(edit: tuple[str, str], told: str, tmp_path: Path) -> None:
    text = difference_text(between(tmp_path, edited(edit)))
    assert told in [line.strip() for line in text.splitlines()]
    assert "[U+" not in text


def test_quotes_in_another_order(tmp_path: Path) -> None:
    other = WALL.replace("The wall holds", "It rained all night")
    before, after = (edited((WALL, f"[{one}, {two}]")) for one, two in ((WALL, other), (other, WALL)))
    found = between(tmp_path, after, before)
    text = difference_text(found)
    assert "  claim changed: Ann Lee says the wall is safe. [wall] (editorial)\n" in text
    assert "      - quote: a: “The wall holds” (verb: said); a: “It rained all night” (verb: said)\n" in text
    assert "      + quote: a: “It rained all night” (verb: said); a: “The wall holds” (verb: said)\n" in text


def test_a_source_without_a_title_has_its_first_words(tmp_path: Path) -> None:
    found = between(tmp_path, BRIEFING, a=ARTICLE + "More.\n")
    assert "  ! source changed: “The wall holds, said Ann Lee. “It will …” [a]\n" in difference_text(found)


# A source whose text changed under its quotes.


def lines_of(found: Difference) -> list[str]:
    return [line.strip() for line in difference_text(found).splitlines()]


OTHER_SPEAKER = ARTICLE.replace("said Ann Lee", "said the bishop")


def test_a_source_that_changed_comes_first(tmp_path: Path) -> None:
    """Its words before and after, and the claim whose speaker it no longer names."""
    found = between(tmp_path, edited(*SPEAKER), a=OTHER_SPEAKER)
    assert (
        difference_text(found)
        == """\
briefings/wall  The wall
  2 to look at first, 0 more that readers are told of, 0 editorial.
  Coverage of a: 2 cited, 0 set aside, 3 unused

  ! source changed: “The wall holds, said the bishop. “It will …” [a]
      a source that was published changed
      - line 1: The wall holds, said Ann Lee.
      + line 1: The wall holds, said the bishop.
      Claims on passages that changed:
        Ann Lee says the wall is safe. [wall]
          - attribution: to its speaker
          + attribution: none to its speaker was found
          the sentence around it

  ! claim changed: Ann Lee: Some 400 crates are wet. [crates]
      a speaker changed, the words did not
      a number or date of a wording changed, what it rests on did not
      - wording: Crates are wet.
      + wording: Some 400 crates are wet.
      - speaker: bob
      + speaker: ann
      a, line 1: It rained all night. Bob Ode warned that ⟦300 crates are wet⟧. \
Nobody has paid for the gate."""
    )


def test_a_source_that_changed_in_markdown(tmp_path: Path) -> None:
    marks = ARTICLE.replace("300 crates are wet", "“300 crates are wet”").replace("It rained", "It *poured*")
    assert difference_markdown(between(tmp_path, BRIEFING, a=marks)).partition("#### ")[2] == (
        """\
Source changed: “The wall holds, said Ann Lee. “It will …” &#91;a&#93;

**Look at this first.** A source that was published changed.

| | before | after |
|---|---|---|
| line 1 | It <del>rained</del> all night. | It <ins>&#42;poured&#42;</ins> all night. |
| line 1 | Bob Ode warned that <del>300</del> crates are <del>wet.</del> | Bob Ode warned that \
<ins>“300</ins> crates are <ins>wet”.</ins> |

Claims on passages that changed:

- Bob Ode: Crates are wet. &#91;crates&#93;: kind of speech: <del>paraphrased</del> <ins>spoken words</ins>; \
the sentence around it
"""
    )


def test_a_source_that_changed_as_data(tmp_path: Path) -> None:
    found = json.loads(difference_json(between(tmp_path, BRIEFING, a=OTHER_SPEAKER), "a", "b"))
    (change,) = found["briefings"][0]["changes"]
    assert (change["kind"], change["id"], change["alarms"]) == ("source", "a", ["source"])
    assert change["sentences"] == [
        {
            "line": 1,
            "before": "The wall holds, said Ann Lee.",
            "after": "The wall holds, said the bishop.",
        }
    ]
    assert change["claims"] == [
        {
            "id": "wall",
            "changed": {
                "attribution": ["to its speaker", "none to its speaker was found"],
                "the sentence around it": ["", ""],
            },
        }
    ]


def test_a_source_s_whole_text_is_not_told_twice(tmp_path: Path) -> None:
    full = f"---\nrights: full\n---\n{ARTICLE}"
    one = library(tmp_path / "1", BRIEFING, a=full)
    two = library(tmp_path / "2", BRIEFING, a=full.replace("said Ann Lee", "said the bishop"))
    told = difference_text(difference(one, two))
    assert "line 4: The wall holds, said the bishop." in told
    assert told.count("It rained all night") == 0 and "fingerprint" not in told


def test_white_space_of_a_source(tmp_path: Path) -> None:
    told = lines_of(between(tmp_path, BRIEFING, a=ARTICLE.replace(" It rained", "  It rained")))
    assert told[-2:] == [
        "source changed: “The wall holds, said Ann Lee. “It will …” [a]",
        "+ fingerprint of the text: white space or paragraphs alone",
    ]


@pytest.mark.parametrize("rights", ["full", "excerpts"])
def test_words_of_a_source_that_was_taken_out_are_told_nowhere(rights: str, tmp_path: Path) -> None:
    """Neither where it is withdrawn, nor where its file is gone."""
    one = library(tmp_path / "1", BRIEFING, a=f"---\nrights: {rights}\n---\n{ARTICLE}")
    lost = "withdrawn: {date: 2024-11-02, reason: Retracted.}"
    gone = edited(
        ("by: ann\n", f"by: ann\n    {lost}\n"),
        ("by: bob\n", f"by: bob\n    {lost}\n"),
    )
    (tmp_path / "2/briefings/wall/articles").mkdir(parents=True)
    (tmp_path / "2/briefings/wall/briefing.yml").write_text(gone, encoding="utf-8")
    (tmp_path / "2/briefings/wall/articles/a.txt").write_text(f"---\n{lost}\n---\n", encoding="utf-8")
    for what in ("withdrawn", "removed"):
        checked = check(tmp_path / "2")
        found = difference(one, (checked.library, checked.findings))
        for told in (difference_text(found), difference_markdown(found), difference_json(found, "a", "b")):
            assert "paid for the gate" not in told and "rained all night" not in told
            assert f"ource {what}" in told or f'"what": "{what}"' in told
        (tmp_path / "2/briefings/wall/articles/a.txt").unlink(missing_ok=True)


# Whatever somebody wrote.

HOSTILE = (
    "<img src=x onerror=alert(1)> | `code` ``` @mention [x](javascript:alert(1)) ![y](https://e.example/p) "
    "# heading **bold** ~~gone~~ &lt;b&gt; <!-- --> https://e.example/ www.e.example #1 ::add-mask::x \u202e"
)


def test_hostile_text_is_escaped_in_markdown(tmp_path: Path) -> None:
    """In a name, a cell, a passage, a title: everywhere."""
    quoted = json.dumps(HOSTILE.replace("\u202e", ""))
    article = ARTICLE + "\n" + HOSTILE.replace("\u202e", "") + " It is so.\n\n| a | b |\n"
    after = edited(
        ("title: The wall\n", f"title: {quoted}\n"),
        ("text: Crates are wet.", f"text: {quoted}"),
        ("exact: 300 crates are wet,", "exact: It is so,"),
        ("text: Who pays?", f"text: {quoted}"),
        ("name: Bob Ode", f"name: {json.dumps('<b>@Bob</b> [|]')}"),
    )
    written = difference_markdown(between(tmp_path, after, a=article))
    assert written.count("&#60;img src&#61;x onerror&#61;alert(1)&#62; &#124; &#96;code&#96;") >= 4
    ours = re.sub(
        r"</?(?:ins|del)>|&#\d+;|^(?:#{2,4}|\|.*\||>|- |\*\*Look at this first\.\*\*)",
        "",
        written,
        flags=re.MULTILINE,
    )
    assert not re.search(r"[<>\[\]`@*~]|\w://|www\.", ours)
    for line in written.splitlines():
        if line.startswith("|"):
            assert line.count("|") == 4, line


class _Seen(HTMLParser):
    """The elements of a page and their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, Any]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}


OURS = {"h2", "h3", "h4", "p", "ul", "li", "blockquote", "del", "ins", "strong", "bdi", "span", "hr"} | {
    *("table", "thead", "tbody", "tr", "th", "td"),
}


def _reworded(before: str, after: str, id: str = "x") -> Change:
    part = Part("text", before, after, True)
    return Change("question", id, What.CHANGED, {"text": before}, {"text": after}, (part,))


def _difference(before: str, after: str) -> Difference:
    return Difference((_reworded(before, after),), ())


def _html(text: str) -> _Seen:
    seen = _Seen()
    seen.feed(python_markdown.markdown(text, extensions=["tables"]))
    return seen


def test_a_summary_as_html_has_only_our_elements() -> None:
    assert _html(HOSTILE).tags - OURS  # the control: without escaping it has others
    seen = _html(difference_markdown(_difference(HOSTILE, f"{HOSTILE} 2")))
    assert seen.tags <= OURS and "table" in seen.tags
    assert seen.attributes <= {"class", "title"}


ACTIVE = "<>[]()`|*_~#@!&\\\n\r \u202e\x00a1.-+:/\"'"


@given(st.text(ACTIVE, max_size=30), st.text(max_size=30))
def test_any_text_makes_one_row_of_three_cells(before: str, after: str) -> None:
    written = difference_markdown(_difference(before, after))
    # Headings, the table's head, and the row: no line is anybody else's.
    assert all(line.startswith(("#", "|")) or not line for line in written.split("\n"))
    assert all(line.count("|") == 4 for line in written.split("\n") if line.startswith("|"))
    seen = _html(written)
    assert seen.tags <= OURS
    assert seen.attributes <= {"class", "title"}


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_text_reaches_the_terminal_s_controls(before: str, after: str) -> None:
    told = difference_text(_difference(before, after))
    assert all(char == "\n" or char.isprintable() or char.isspace() or ord(char) > 0x9F for char in told)
    assert "\x1b" not in told and "\u202e" not in told


def test_too_much_is_cut_at_a_whole_change(monkeypatch: pytest.MonkeyPatch) -> None:
    """And says so, as GitHub would show nothing at all of a summary that is too long."""
    changes = (_reworded("é" * 100, "è" * 100, f"q{number}") for number in range(40))
    found = Difference(tuple(changes), ())
    whole = difference_markdown(found)
    monkeypatch.setattr(difference_report, "MOST", 6_000)
    cut = difference_markdown(found)
    assert len(cut.encode()) < 6_200
    assert cut.endswith(f" |\n\n\n{TOO_LONG}\n")
    assert whole.startswith(cut[: cut.index(TOO_LONG)].rstrip())
    monkeypatch.setattr(difference_report, "MOST", len(whole.encode()))
    assert difference_markdown(found) == whole


# What the model has beside the words themselves.

ANSWER = "Who pays?, status: answered, resolution: {text: Bob Ode., claims: [crates]},"
DIFFER = (
    'Who pays?, differ: "Ann Lee says “The wall holds”; Bob Ode, “crates are wet”.", kind: {0},'
    " claims: [wall, crates]}}"
)
LADDER = ", ladder: [The wall holds, crates are wet]}"


def lines_told(folder: Path, before: str, after: str) -> list[str]:
    return lines_of(between(folder, after, before))


def test_a_speaker_changed_in_one_quote(tmp_path: Path) -> None:
    own = edited(("modality: warns", "modality: warns, by: article"))
    told = lines_told(tmp_path, BRIEFING, own)
    assert told[1] == "1 to look at first, 0 more that readers are told of, 0 editorial."
    assert "! claim changed: A itself: Crates are wet. [crates]" in told
    assert "a speaker changed, the words did not" in told
    assert "- quote: a: “300 crates are wet” (class: warns)" in told
    assert "+ quote: a: “300 crates are wet” (speaker: article; class: warns)" in told


def test_a_speaker_left_open_in_one_quote(tmp_path: Path) -> None:
    told = lines_told(
        tmp_path, BRIEFING, edited(("modality: warns", "modality: warns, by_open: [bob, article]"))
    )
    assert (
        "! claim changed: A leaves open whether it is Bob Ode or A itself: Crates are wet. [crates]" in told
    )
    assert "+ quote: a: “300 crates are wet” (who may be saying it: bob, article; class: warns)" in told


def test_how_accounts_differ(tmp_path: Path) -> None:
    """A question is told with the kind of its difference, and a ladder with its words."""
    plain = edited(("Who pays?, claims: [wall]}", DIFFER.format("scope")))
    other = edited(("Who pays?, claims: [wall]}", DIFFER.format("goes-further")))
    ladder = other.replace(", claims: [wall, crates]}", f", claims: [wall, crates]{LADDER}")
    reversed_ = ladder.replace("[The wall holds, crates are wet]", "[crates are wet, The wall holds]")
    told = lines_told(tmp_path / "1", plain, other)
    assert told[-3:] == [
        "question changed: Who pays? [who]",
        "- kind: scope",
        "+ kind: goes-further",
    ]
    told = lines_told(tmp_path / "2", other, ladder)
    assert told[-2:] == ["question changed: Who pays? [who]", "+ ladder: The wall holds, crates are wet"]
    told = lines_told(tmp_path / "3", ladder, reversed_)
    assert told[-2:] == [
        "- ladder: The wall holds, crates are wet",
        "+ ladder: crates are wet, The wall holds",
    ]


def test_a_question_that_is_answered_was_open_and_is_open_again(tmp_path: Path) -> None:
    answered = edited(("Who pays?,", ANSWER))
    assert lines_told(tmp_path / "1", BRIEFING, answered)[-4:] == [
        "question changed: Who pays? [who]",
        "- status: open",
        "+ status: answered",
        "+ answer: Bob Ode.; crates",
    ]
    assert lines_told(tmp_path / "2", answered, BRIEFING)[-4:] == [
        "question changed: Who pays? [who]",
        "- status: answered",
        "+ status: open",
        "- answer: Bob Ode.; crates",
    ]


def test_texts_that_name_an_article_stay_quiet_when_it_gets_another_letter(tmp_path: Path) -> None:
    lettered = edited(("says the wall is safe.", "says the wall is safe $a."))
    one = library(tmp_path / "1", lettered)
    two = library(tmp_path / "2", lettered, **{"0": "It is cold."})
    found = difference(one, two)
    (claim,) = (claim for claim in two[1][0].briefing.summary.claims if claim.id == "wall")
    assert claim.text == "Ann Lee says the wall is safe (B)."
    assert [(change.kind, change.id) for change in found.briefings[0].changes] == [("source", "0")]


def test_a_relation_without_a_note(tmp_path: Path) -> None:
    later = "by: ann\n    relations: [{kind: later-position-of, claim: crates}]"
    after = edited(("by: ann", later), ("by: bob", "by: ann"))
    assert "+ relation: later-position-of crates" in lines_told(tmp_path, BRIEFING, after)
