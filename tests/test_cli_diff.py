"""What changed between revisions, and what was taken away: the commands as reviewers call them."""

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from generator import cli
from tests.check.cases import MINIMAL
from tests.paths import GOLDEN
from tests.read.git.commits import Commits, new_repository

HARBOUR = "briefings/harbour/briefing.yml"
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)


def committed(top: Path, source: Path, below: str = "") -> Commits:
    """A repository in which the briefings of ``source`` are committed."""
    made = new_repository(top, below)
    shutil.copytree(source / "briefings", made.root / "briefings")
    made.commit({})
    return made


@pytest.fixture
def made(tmp_path: Path) -> Commits:
    """The minimal repository, committed."""
    return committed(tmp_path / "repository", MINIMAL)


def edit(made: Commits, *edits: tuple[str, str], path: str = HARBOUR) -> None:
    """Change pieces of a file, each of which stands in it once."""
    file = made.root / path
    text = file.read_bytes().decode()
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    file.write_bytes(text.encode())


def run(made: Commits, capsys: Captured, *arguments: str) -> str:
    """What a command that ends with 0 prints."""
    assert cli.main([*arguments, "--root", str(made.root)]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    return printed.out


def told(made: Commits, capsys: Captured, *revisions: str) -> dict[str, Any]:
    """The difference as data."""
    found: dict[str, Any] = json.loads(run(made, capsys, "diff", *revisions, "--format", "json"))
    return found


# The five edits.

SPEAKER = (
    "text: Amberley says that the bridge can carry cars now.\n    by: amberley",
    "text: Reyl says that the bridge can carry cars now.\n    by: reyl",
)
MEND = (
    'that the road bridge stays closed "until the last rivet is checked".',
    "that the road bridge stays closed “until the last rivet is checked”.",
)
WITHDRAWN = (
    "  - id: guild-not-shown\n",
    "  - id: guild-not-shown\n    withdrawn: {date: 2031-03-07, reason: It says less.}\n",
)
ANSWERED = (
    "    text: Is the eastern span cracked too?\n",
    "    text: Is the eastern span cracked too?\n    status: partly-answered\n"
    "    resolution: {text: The office counted the western span alone., claims: [twelve-rivets]}\n",
)
LENGTHENED = (
    "harbour: The ferry will run until then\n",
    "harbour: The ferry will run until then, said people at the quay\n",
)


@pytest.fixture
def edited(tmp_path: Path) -> Commits:
    """The golden briefings, committed, and five edits in one of them that nobody committed yet."""
    golden = committed(tmp_path / "repository", GOLDEN)
    path = "briefings/oldmere-bridge/briefing.yml"
    edit(golden, SPEAKER, MEND, WITHDRAWN, ANSWERED, LENGTHENED, path=path)
    return golden


def test_five_edits(edited: Commits, capsys: Captured) -> None:
    (briefing,) = told(edited, capsys, "HEAD")["briefings"]
    assert briefing["counts"] == {"first": 1, "substantive": 3, "editorial": 1}
    assert [
        (one["id"], one["what"], one["alarms"], one["substantive"], [part["field"] for part in one["parts"]])
        for one in briefing["changes"]
    ] == [
        ("cars-today", "changed", ["speaker"], True, ["text", "by"]),
        ("ferry-runs", "changed", [], True, ["evidence"]),
        ("guild-not-shown", "withdrawn", [], True, ["withdrawn"]),
        ("eastern-span", "changed", [], True, ["status", "resolution"]),
        ("closed-until-checked", "changed", [], False, ["text"]),
    ]
    speaker, quote, *_ = briefing["changes"]
    assert (speaker["before"]["by"], speaker["after"]["by"]) == (["amberley"], ["reyl"])
    assert speaker["before"]["evidence"] == speaker["after"]["evidence"]
    assert speaker["name"] == "Reyl says that the bridge can carry cars now. [cars-today]"
    (passage,) = speaker["passages"]
    assert passage["quote"] == "The bridge can carry cars today"
    assert (
        passage["sentence"] == "“The bridge can carry cars today,” said Joss Amberley of the Carriers’ Guild."
    )
    assert passage["before"] == "According to the harbour office, a diver first saw the cracks in February."
    assert passage["after"] == "He denied that the guild had been\nshown the report."
    (part,) = quote["parts"]
    assert part["after"]["exact"][0].startswith(part["before"]["exact"][0])
    before, after = briefing["coverage"]["before"], briefing["coverage"]["after"]
    for article, sentences in {"courier": 9, "harbour": 8, "lettre": 2}.items():
        assert sum(before[article].values()) == sum(after[article].values()) == sentences


def test_five_edits_as_text(edited: Commits, capsys: Captured) -> None:
    text = run(edited, capsys, "diff", "HEAD")
    order = [
        "  ! claim changed: Reyl says that the bridge can carry cars now. [cars-today]\n"
        "      a speaker changed, the words did not\n"
        "      - wording: Amberley says that the bridge can carry cars now.\n"
        "      + wording: Reyl says that the bridge can carry cars now.\n"
        "      - speaker: amberley\n      + speaker: reyl\n      courier, line 25: According to the harbour",
        "  claim changed: Unnamed, according to people at the quay and Ferry crews: The ferry",
        "  claim withdrawn: Amberley denies that the guild was shown the report. [guild-not",
        "  question changed: Is the eastern span cracked too? [eastern-span]\n"
        "      - status: open\n      + status: partly-answered\n      + answer: The office counted",
        "(editorial)\n      - wording: Mayor Calder says that the road bridge stays closed "
        '"until the last rivet is checked".\n'
        "      + wording: Mayor Calder says that the road bridge stays closed "
        "“until the last rivet is checked”.",
    ]
    places = [text.find(one) for one in order]
    assert -1 not in places
    assert places == sorted(places)
    assert text.startswith("briefings/oldmere-bridge  The bridge at Oldmere: closed, and until when?")
    assert "⟦The bridge can carry cars today⟧" in text


def test_five_edits_as_markdown(edited: Commits, capsys: Captured) -> None:
    written = run(edited, capsys, "diff", "HEAD", "--format", "markdown")
    assert written.index("**Look at this first.** A speaker changed") < written.index("#### Question changed")
    assert "| speaker | <del>amberley</del> | <ins>reyl</ins> |" in written
    assert written.count("**Look at this first.**") == 1


def test_hostile_text_in_the_summary(made: Commits, capsys: Captured) -> None:
    hostile = "<img src=x onerror=alert(1)> | `x` @mention [x](javascript:alert(1))"
    edit(made, ("text: Arnesen said that the harbour stays closed.", f"text: '{hostile}'"))
    written = run(made, capsys, "diff", "HEAD", "--format", "markdown")
    escaped = (
        "&#60;img src&#61;x onerror&#61;alert(1)&#62; &#124; &#96;x&#96; &#64;mention "
        "&#91;x&#93;(javascript&#58;alert(1))"
    )
    assert f"#### Claim changed: Kari Arnesen: {escaped} &#91;harbour-stays-closed&#93;\n" in written
    assert (
        f"| wording | <del>Arnesen said that the harbour stays closed.</del> | <ins>{escaped}</ins> |\n"
        in written
    )
    assert "<img" not in written and "@mention" not in written and "](javascript" not in written


def test_what_the_model_has_beside_words(tmp_path: Path, capsys: Captured) -> None:
    """A quote given to somebody else, another word of a ladder, and an article before all others."""
    golden = committed(tmp_path / "repository", GOLDEN)
    edit(
        golden,
        ("        by: article\n\n  - id: diver-told", "        by: reyl\n\n  - id: diver-told"),
        ("ladder: [six weeks, until the last rivet", "ladder: [six weeks, last rivet"),
        path="briefings/oldmere-bridge/briefing.yml",
    )
    golden.write({"briefings/oldmere-bridge/articles/almanac.txt": "It was a mild winter.\n"})
    (briefing,) = told(golden, capsys, "HEAD")["briefings"]
    # Texts that name an article by its letter are as they were, although each letter is another now.
    assert [(one["kind"], one["id"], one["alarms"]) for one in briefing["changes"]] == [
        ("claim", "diver-saw", ["speaker"]),
        ("question", "how-long-closed", []),
        ("source", "almanac", []),
    ]
    speaker, ladder, _ = briefing["changes"]
    assert speaker["name"].startswith("Harbour office (B), Tomas Reyl (C): A diver saw the cracks first.")
    (part,) = speaker["parts"]
    assert (part["before"]["by"], part["after"]["by"]) == (["article"], ["reyl"])
    (part,) = ladder["parts"]
    assert part["after"] == ["six weeks", "last rivet is checked"]
    text = run(golden, capsys, "diff", "HEAD")
    assert (
        "      + quote: harbour: “The office does not say who saw the cracks first” (speaker: reyl)\n" in text
    )
    assert "      + ladder: six weeks, last rivet is checked\n" in text


# Revisions.

CLASS = (
    "a: the harbour stays closed until the ice is gone",
    "a: {exact: the harbour stays closed until the ice is gone, modality: denies}",
)


def test_one_revision_is_held_against_the_files_as_they_are(made: Commits, capsys: Captured) -> None:
    assert run(made, capsys, "diff", "HEAD") == "Nothing in the briefings differs.\n"
    edit(made, CLASS)
    (briefing,) = told(made, capsys, "HEAD")["briefings"]
    assert [one["alarms"] for one in briefing["changes"]] == [["class"]]


def test_two_revisions_are_held_against_each_other(made: Commits, capsys: Captured) -> None:
    base = made.git("rev-parse", "HEAD")
    edit(made, ("that no ship was damaged.", "that three ships were damaged."))
    made.commit({})
    edit(made, ("When does the harbour open?", "When did the harbour open?"))
    found = told(made, capsys, base, "HEAD")
    assert (found["base"], found["head"]) == (base, "HEAD")
    assert [[one["id"] for one in each["changes"]] for each in found["briefings"]] == [
        ["no-ship-was-damaged"]
    ]
    back = told(made, capsys, "HEAD", "HEAD~1")
    assert [one["before"]["text"] for one in back["briefings"][0]["changes"]] == [
        "The Port Authority wrote that three ships were damaged."
    ]
    assert told(made, capsys, "main~1", "HEAD~1")["briefings"] == []


def test_a_briefing_that_moved(made: Commits, capsys: Captured) -> None:
    made.git("mv", "briefings/harbour", "briefings/port")
    path = "briefings/port/briefing.yml"
    edit(
        made,
        ("status: published\n", "status: published\nformer_slugs: [harbour]\n"),
        ("by: arnesen\n    origin", "by: port-authority\n    origin"),
        path=path,
    )
    (briefing,) = told(made, capsys, "HEAD")["briefings"]
    assert (briefing["slug"], briefing["moved_from"]) == ("port", "harbour")
    assert [(one["id"], one["alarms"]) for one in briefing["changes"]] == [
        ("harbour-stays-closed", ["speaker"]),
        ("", []),
    ]


def test_new_gone_and_shared(made: Commits, capsys: Captured) -> None:
    made.git("mv", "briefings/harbour", "briefings/port")
    edit(made, ("name: Kari Arnesen", "name: Kari Olsen"), path="briefings/actors.yml")
    found = told(made, capsys, "HEAD")
    assert [(one["slug"], one["changes"][0]["what"]) for one in found["briefings"]] == [
        ("harbour", "removed"),
        ("port", "added"),
    ]
    assert [(one["id"], one["alarms"]) for one in found["actors"]] == [("arnesen", ["speaker"])]


def test_what_no_reader_sees_is_no_difference(made: Commits, capsys: Captured) -> None:
    made.write({"README.md": "x", "briefings/harbour/.note": "x", "mkdocs.yml": "site_name: x\n"})
    edit(made, ("title: The closed harbour\n", "# A comment\ntitle:   'The closed harbour'\n"))
    (made.root / HARBOUR).chmod(0o755)
    assert run(made, capsys, "diff", "HEAD") == "Nothing in the briefings differs.\n"
    made.commit({})
    assert run(made, capsys, "diff", "HEAD~1", "HEAD") == "Nothing in the briefings differs.\n"


def test_line_ends_are_no_difference(made: Commits, capsys: Captured) -> None:
    for path in ("briefing.yml", "articles/a.md"):
        file = made.root / "briefings/harbour" / path
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert run(made, capsys, "diff", "HEAD") == "Nothing in the briefings differs.\n"


def test_a_root_below_the_repository(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = committed(tmp_path / "repository", MINIMAL, "sites/ours")
    edit(made, CLASS)
    whole = run(made, capsys, "diff", "HEAD")
    assert whole.startswith("briefings/harbour  The closed harbour\n")
    monkeypatch.chdir(made.root / "briefings")
    assert cli.main(["diff", "HEAD", "--root", ".."]) == 0
    assert capsys.readouterr().out == whole


@pytest.mark.parametrize(
    "revision",
    [
        "nowhere",
        "--output=stolen",
        "-O",
        "",
        "HEAD:briefings",
        "HEAD^{tree}",
        "main..HEAD",
        "$(touch stolen)",
        "\u202e",
    ],
)
@pytest.mark.parametrize("command", [["diff"], ["check", "--against"], ["check", "--changed"]])
def test_no_such_revision(command: list[str], revision: str, made: Commits, capsys: Captured) -> None:
    if command == ["diff"] and revision.startswith("-"):
        command = ["diff", "--"]  # or the command line takes it for an option
        assert cli.main(["diff", "--root", str(made.root), "--", revision]) == 2
    else:
        assert cli.main([*command, revision, "--root", str(made.root)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("Error: There is no revision ") and "Traceback" not in printed.err
    assert not list(made.top.glob("**/stolen"))


@pytest.mark.parametrize(
    "arguments", [["diff", "HEAD"], ["check", "--against", "HEAD"], ["check", "--changed", "HEAD"]]
)
def test_no_repository(
    arguments: list[str], tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(MINIMAL, tmp_path / "root")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert cli.main([*arguments, "--root", str(tmp_path / "root")]) == 2
    assert capsys.readouterr() == ("", "Error: There is no git repository here, or git isn't installed.\n")
    assert cli.main(["check", "--root", str(tmp_path / "root")]) == 0


def test_the_same_bytes(edited: Commits, capsys: Captured) -> None:
    for form in ("text", "markdown", "json"):
        assert run(edited, capsys, "diff", "HEAD", "--format", form) == run(
            edited, capsys, "diff", "HEAD", "--format", form
        )


def test_files_that_can_t_be_read_are_named(made: Commits, capsys: Captured) -> None:
    """What they hold would else be told as gone, and nothing would say that it may not be."""
    broken = "claims: [\n"
    made.write({HARBOUR: broken, "briefings/port/briefing.yml": broken})
    files = ["briefings/harbour/briefing.yml", "briefings/port/briefing.yml"]
    line = "Not all of {} could be read, so what is told of it may be wrong; `check` tells why."
    found = told(made, capsys, "HEAD")
    assert found["unread"] == files
    assert [(one["slug"], one["changes"][0]["what"]) for one in found["briefings"]] == [
        ("harbour", "removed")
    ]
    text = run(made, capsys, "diff", "HEAD")
    assert text.startswith("".join(f"{line.format(file)}\n" for file in files) + "\nbriefings/harbour  ")
    written = run(made, capsys, "diff", "HEAD", "--format", "markdown")
    assert f"**{line.format(files[0]).replace('`', '&#96;')}**\n" in written
    made.commit({"briefings/actors.yml": "actors:\n  arnesen: {name: Kari Arnesen, kind: cat}\n"})
    assert told(made, capsys, "HEAD~1", "HEAD")["unread"] == ["briefings/actors.yml", *files]
    assert told(made, capsys, "HEAD")["unread"] == ["briefings/actors.yml"]
    made.write({"briefings/actors.yml": "actors: {}\n"})
    assert told(made, capsys, "HEAD")["unread"] == ["briefings/actors.yml"]


def test_a_quote_that_is_wrong_is_read_all_the_same(made: Commits, capsys: Captured) -> None:
    edit(made, ("b: that no ship had been damaged", "b: that no ship has been damaged"))
    (briefing,) = (found := told(made, capsys, "HEAD"))["briefings"]
    assert (found["unread"], [one["id"] for one in briefing["changes"]]) == ([], ["no-ship-was-damaged"])
    assert briefing["changes"][0]["passages"] == []


# check --against, check --changed


def check(made: Commits, capsys: Captured, *arguments: str) -> list[str]:
    """The codes of what is told, and the exit status that goes with them."""
    status = cli.main(["check", *arguments, "--format", "json", "--root", str(made.root)])
    printed = capsys.readouterr()
    codes = [one["code"] for one in json.loads(printed.out)]
    assert (status, printed.err) == (int(bool(codes)), "")
    return codes


def test_what_was_taken_away(made: Commits, capsys: Captured) -> None:
    assert check(made, capsys, "--against", "HEAD") == []
    edit(made, ("id: when-does-it-open", "id: when-will-it-open"))
    assert check(made, capsys) == []
    assert check(made, capsys, "--against", "HEAD") == ["id-renamed"]
    made.commit({})
    assert check(made, capsys, "--against", "HEAD") == []
    assert check(made, capsys, "--against", "HEAD~1") == ["id-renamed"]


def test_only_briefings_that_changed(made: Commits, capsys: Captured) -> None:
    """Each of two has a fault; the one that was committed so is told by a check of everything only."""
    shutil.copytree(made.root / "briefings/harbour", made.root / "briefings/port")
    fault = ("b: that no ship had been damaged", "b: that no ship has been damaged")
    edit(made, fault)
    made.commit({})
    assert check(made, capsys, "--changed", "HEAD") == []
    edit(made, fault, path="briefings/port/briefing.yml")
    assert check(made, capsys, "--changed", "HEAD") == ["quote-differs"]
    assert check(made, capsys, "--changed", "HEAD~1") == ["quote-differs", "quote-differs"]
    assert check(made, capsys) == ["quote-differs", "quote-differs"]


def test_a_new_briefing_that_can_t_be_read_changed_too(made: Commits, capsys: Captured) -> None:
    made.write({"briefings/port/briefing.yml": "title: [\n"})
    assert check(made, capsys, "--changed", "HEAD") == ["yaml-bracket-open"]


def test_faults_that_no_briefing_has_are_told_all_the_same(made: Commits, capsys: Captured) -> None:
    made.write({"briefings/actors.yaml": "actors: {}\n"})
    made.commit({})
    assert check(made, capsys, "--changed", "HEAD") == ["stray-file"]


def test_another_shared_actor_concerns_every_briefing(made: Commits, capsys: Captured) -> None:
    edit(made, ("b: that no ship had been damaged", "b: that no ship has been damaged"))
    made.commit({})
    edit(made, ("aliases: [Arnesen]", "aliases: [Arnesen, Kari]"), path="briefings/actors.yml")
    assert check(made, capsys, "--changed", "HEAD") == ["quote-differs"]


def test_both_at_once(made: Commits, capsys: Captured) -> None:
    edit(
        made,
        ("id: when-does-it-open", "id: when-will-it-open"),
        ("b: that no ship had been damaged", "b: that no ship has been damaged"),
    )
    assert check(made, capsys, "--changed", "HEAD", "--against", "HEAD") == ["quote-differs", "id-renamed"]
    assert (
        check(made, capsys, "--changed", "HEAD", "--against", "HEAD", str(made.root / "briefings/actors.yml"))
        == []
    )


def test_a_source_that_changed_alone(made: Commits, capsys: Captured) -> None:
    """Nothing in the YAML differs, and the claim that rests on the article is named all the same."""
    article = "briefings/harbour/articles/a.md"
    edit(made, ("Kari Arnesen said", "Jonas Vik said"), path=article)
    (briefing,) = told(made, capsys, "HEAD")["briefings"]
    (change,) = briefing["changes"]
    assert (change["kind"], change["id"], change["alarms"]) == ("source", "a", ["source"])
    assert [claim["id"] for claim in change["claims"]] == ["harbour-stays-closed"]
    assert run(made, capsys, "diff", "HEAD", "--format", "markdown").count("**Look at this first.**") == 1
