"""What git recorded of each briefing's folder: which states, in which order, and when there is no telling."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.places import CACHE
from generator.read.git.command import repository
from generator.read.git.log import Recorded, open_log, read_history
from tests.read.git.commits import NOON, Commits, new_repository

X = "briefings/x/briefing.yml"


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)


@pytest.fixture
def made(tmp_path: Path) -> Commits:
    return new_repository(tmp_path / "repository")


def _history(made: Commits) -> Mapping[str, tuple[Recorded, ...]]:
    git = repository(made.root)
    assert git is not None
    return read_history(git)


def _commits(made: Commits, slug: str = "x") -> list[str]:
    return [one.commit for one in _history(made).get(slug, ())]


def _missing(root: Path) -> str:
    with open_log(root) as log:
        assert not log.recorded or not log.missing
        return log.missing


def test_states_are_told_oldest_first(made: Commits) -> None:
    first = made.commit({X: "title: A\n", "briefings/y/briefing.yml": "title: Y\n"})
    made.commit({"README.md": "Read me.\n", "briefings/actors.yml": "actors: {}\n"})
    second = made.commit({X: "title: B\n", "briefings/x/articles/a.txt": "A.\n"})
    found = _history(made)
    assert list(found) == ["x", "y"]
    assert found["x"] == (
        Recorded(
            "x",
            0,
            first,
            "2025-11-22T12:00:00Z",
            made.git("rev-parse", f"{first}:briefings/x"),
            {"briefing.yml": made.git("rev-parse", f"{first}:{X}")},
        ),
        Recorded(
            "x",
            2,
            second,
            "2025-11-22T14:00:00Z",
            made.git("rev-parse", f"{second}:briefings/x"),
            {
                "briefing.yml": made.git("rev-parse", f"{second}:{X}"),
                "articles/a.txt": made.git("rev-parse", f"{second}:briefings/x/articles/a.txt"),
            },
        ),
    )
    assert [one.commit for one in found["y"]] == [first]


def test_a_root_below_the_repository(tmp_path: Path) -> None:
    made = new_repository(tmp_path / "repository", "sites/ours")
    commit = made.commit({X: "title: A\n"})
    made.root = made.top
    made.commit({"briefings/other/briefing.yml": "title: B\n"})
    made.root = made.top / "sites" / "ours"
    (state,) = _history(made)["x"]
    assert list(_history(made)) == ["x"]
    assert (state.commit, state.tree) == (commit, made.git("rev-parse", "HEAD:sites/ours/briefings/x"))


def test_taking_an_edit_back_is_a_state_of_its_own(made: Commits) -> None:
    made.commit({X: "title: A\n"})
    edit = made.commit({X: "title: B\n"})
    made.git("revert", "--no-edit", edit)
    first, second, third = _history(made)["x"]
    assert first.tree == third.tree != second.tree
    assert first.commit != third.commit


def test_a_merge_is_one_step(made: Commits) -> None:
    first = made.commit({X: "title: A\n"})
    made.git("switch", "--quiet", "--create", "side")
    made.commit({X: "title: B\n"})
    made.commit({X: "title: C\n"})
    made.git("switch", "--quiet", "main")
    made.commit({"README.md": "Meanwhile.\n"})
    made.git("merge", "--quiet", "--no-ff", "--message=Merge", "side")
    merge = made.git("rev-parse", "HEAD")
    assert _commits(made) == [first, merge]
    assert _history(made)["x"][1].tree == made.git("rev-parse", "HEAD:briefings/x")


def test_a_merge_that_only_joins_histories_is_none(made: Commits) -> None:
    first = made.commit({X: "title: A\n"})
    made.git("switch", "--quiet", "--create", "side")
    made.commit({X: "title: B\n"})
    made.git("switch", "--quiet", "main")
    made.git("merge", "--quiet", "--strategy=ours", "--message=Merge", "side")
    assert _commits(made) == [first]


def test_a_merge_that_has_both_sides(made: Commits) -> None:
    made.commit({X: "title: A\n", "briefings/y/briefing.yml": "title: A\n"})
    made.git("switch", "--quiet", "--create", "side")
    made.commit({"briefings/y/briefing.yml": "title: B\n"})
    made.git("switch", "--quiet", "main")
    own = made.commit({X: "title: B\n"})
    made.git("merge", "--quiet", "--message=Merge", "side")
    assert _commits(made)[1:] == [own]
    assert _commits(made, "y")[1:] == [made.git("rev-parse", "HEAD")]


def test_a_folder_that_went_and_came_back(made: Commits) -> None:
    made.commit({X: "title: A\n", "briefings/x/articles/a.txt": "A.\n"})
    made.commit({X: None})
    gone = made.commit({"briefings/x/articles/a.txt": None})
    made.commit({X: "title: A\n"})
    states = _history(made)["x"]
    assert [bool(one.tree) for one in states] == [True, True, False, True]
    assert (states[2].commit, states[2].blobs) == (gone, {})


def test_a_moved_folder_ends_and_begins_in_one_commit(made: Commits) -> None:
    made.commit({X: "title: A\n"})
    made.git("mv", "briefings/x", "briefings/z")
    made.commit({})
    old, new = _history(made)["x"], _history(made)["z"]
    assert [(one.number, bool(one.tree)) for one in old] == [(0, True), (1, False)]
    assert [(one.number, one.tree) for one in new] == [(1, old[0].tree)]


def test_clocks_of_other_zones_and_wrong_ones(made: Commits) -> None:
    dates = (f"@{NOON} +0530", f"@{NOON - 86_400} -1100", "1970-01-01T00:00:00+0000", f"@{NOON} +0000")
    made_in_order = [made.commit({X: f"title: {number}\n"}, date=date) for number, date in enumerate(dates)]
    states = _history(made)["x"]
    assert [one.commit for one in states] == made_in_order
    assert [one.time for one in states] == [
        "2025-11-22T12:00:00Z",
        "2025-11-21T12:00:00Z",
        "1970-01-01T00:00:00Z",
        "2025-11-22T12:00:00Z",
    ]


def test_a_time_beyond_the_calendar(made: Commits) -> None:
    first = made.commit({X: "title: A\n"})
    written = made.git("cat-file", "commit", first).replace(str(NOON), "999999999999")
    commit = made.git("hash-object", "-t", "commit", "-w", "--stdin", given=f"{written}\n".encode())
    made.git("update-ref", "HEAD", commit)
    assert [one.time for one in _history(made)["x"]] == ["9999-12-31T23:59:59Z"]


def test_what_is_not_read_makes_no_state(made: Commits) -> None:
    first = made.commit({X: "title: A\n", "briefings/x/articles/a.txt": "A.\n"})
    made.commit({"briefings/x/.note": "x", "briefings/x/articles/.a.txt": "x", "briefings/x/b.txt": "x"})
    made.git("update-index", "--chmod=+x", X)
    made.commit_index()
    assert _commits(made) == [first]
    made.commit({"briefings/Not a slug/briefing.yml": "title: A\n", "briefings/only/.hidden": "x"})
    assert list(_history(made)) == ["x"]


def test_a_link_in_an_old_state_is_not_there(made: Commits) -> None:
    made.commit({X: "title: A\n", "briefings/x/articles/a.txt": "A.\n"})
    made.put("briefings/x/articles/a.txt", b"/etc/passwd", "120000")
    made.commit_index()
    made.put("briefings/x/articles/a.txt", b"A.\n")
    made.commit_index()
    first, second, third = _history(made)["x"]
    assert list(second.blobs) == ["briefing.yml"]
    assert first.blobs == third.blobs


def test_names_that_look_like_git_s_own_words(made: Commits) -> None:
    odd = ":100644 100644 " + "0" * 40 + " " + "0" * 40 + " M"
    for name in (odd, f"\n{odd}", '"quoted".txt', "a\nb.txt", "0" * 40 + f" {NOON}", "ö.txt", "a\tb.txt"):
        made.put(f"briefings/{name}", b"x")
        made.put(f"briefings/x/articles/{name}", b"x")
        made.put(f"briefings/{name}-folder/briefing.yml", b"x")
    made.put(X, b"title: A\n")
    commit = made.commit_index()
    assert {slug: [one.commit for one in states] for slug, states in _history(made).items()} == {
        "x": [commit]
    }
    assert list(_history(made)["x"][0].blobs) == ["briefing.yml"]


def test_replaced_commits_are_read_as_they_were(made: Commits) -> None:
    first = made.commit({X: "title: A\n"})
    second = made.commit({X: "title: B\n"})
    third = made.commit({X: "title: C\n"})
    made.git("replace", "--graft", third, first)
    assert second not in made.git("log", "--format=%H")  # the control: git itself skips it
    assert _commits(made) == [first, second, third]


@pytest.mark.parametrize(
    "setting",
    [
        *("log.follow=true", "log.showRoot=false", "diff.relative=true", "diff.orderFile=/nowhere/order"),
        *("diff.noPrefix=true", "diff.ignoreSubmodules=all", "diff.context=many", "diff.algorithm=best"),
        *("diff.colorMoved=often", "diff.renames=copies", "log.date=of old", "log.diffMerges=off"),
        *("format.pretty=%", "log.decorate=full", "color.ui=always", "grep.patternType=none"),
    ],
)
@pytest.mark.parametrize("scope", ["--local", "--global"])
def test_settings_of_git_change_nothing(
    made: Commits, setting: str, scope: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commits = [made.commit({X: f"title: {number}\n"}) for number in range(3)]
    made.git("switch", "--quiet", "--create", "side", "HEAD~1")
    made.commit({X: "title: 3\n"})
    made.git("switch", "--quiet", "main")
    made.git("merge", "--quiet", "--strategy-option=theirs", "--message=Merge", "side")
    expected = _history(made)
    assert [one.commit for one in expected["x"]] == [*commits, made.git("rev-parse", "HEAD")]
    name, _, value = setting.partition("=")
    if scope == "--local":
        made.git("config", name, value)
    else:
        monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "config"))
        section, _, key = name.partition(".")
        (tmp_path / "config").write_text(f"[{section}]\n{key} = {value}\n", encoding="utf-8")
    assert _history(made) == expected


def test_control_without_its_order_file_git_itself_tells_no_history(made: Commits) -> None:
    made.commit({X: "title: A\n"})
    made.git("config", "diff.orderFile", "/nowhere/order")
    with pytest.raises(subprocess.CalledProcessError):
        made.git("log", "--raw")


@pytest.mark.parametrize("name", ["GIT_ICASE_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS"])
def test_variables_of_git_change_nothing(made: Commits, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    commit = made.commit({X: "title: A\n", "Briefings/x/briefing.yml": "title: B\n"})
    monkeypatch.setenv(name, "1")
    assert _commits(made) == [commit]


@pytest.mark.parametrize(
    "written",
    [
        "committer An Editor <editor@example.org> soon",
        "committer An Editor <editor@example.org>",
        "committer An Editor 1763812800 +0000",
        "",
    ],
)
def test_a_commit_without_a_date_that_can_be_read(made: Commits, written: str) -> None:
    first = made.commit({X: "title: A\n"})
    made.commit({X: "title: B\n", "briefings/x/articles/a.txt": "A.\n"})
    undated = made.undate(written)
    third = made.commit({X: "title: C\n"})
    states = _history(made)["x"]
    assert [(one.commit, one.time) for one in states] == [
        (first, "2025-11-22T12:00:00Z"),
        (undated, ""),
        (third, "2025-11-22T14:00:00Z"),
    ]
    assert sorted(states[2].blobs) == ["articles/a.txt", "briefing.yml"]


def test_the_repository_s_programs_are_not_run(made: Commits, tmp_path: Path) -> None:
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch '{tmp_path}/ran'\n", encoding="utf-8")
    program.chmod(0o755)
    made.commit({X: "title: A\n", ".gitattributes": "*.yml diff=own filter=own\n"})
    second = made.commit({X: "title: B\n"})
    signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n -----END PGP SIGNATURE-----\n\n"
    signed = made.git("cat-file", "commit", second).replace("\n\n", f"\n{signature}", 1)
    commit = made.git("hash-object", "-t", "commit", "-w", "--stdin", given=f"{signed}\n".encode())
    made.git("update-ref", "HEAD", commit)
    made.git("config", "log.showSignature", "true")
    for setting in (
        *("core.pager", "core.fsmonitor", "diff.external", "diff.own.textconv", "diff.own.command"),
        *("filter.own.clean", "filter.own.smudge", "gpg.program", "core.sshCommand"),
    ):
        made.git("config", setting, str(program))
    made.git("config", "core.hooksPath", str(tmp_path))
    with open_log(made.root) as log:
        for state in log.recorded["x"]:
            log.load(state)
        log.now("x", {})
    assert len(log.recorded["x"]) == 2
    assert not (tmp_path / "ran").exists()
    made.git("log", "--patch", "--ext-diff", "--", "briefings")
    assert (tmp_path / "ran").exists()  # the control


def test_no_git(made: Commits, monkeypatch: pytest.MonkeyPatch) -> None:
    made.commit({X: "title: A\n"})
    assert _missing(made.root) == ""
    monkeypatch.setenv("PATH", "")
    assert _missing(made.root) == "no-git"


def test_no_repository(tmp_path: Path) -> None:
    assert _missing(tmp_path) == "no-repository"


def test_no_commit(made: Commits) -> None:
    assert _missing(made.root) == "no-commit"
    made.commit({"README.md": "No briefing.\n"})
    assert _missing(made.root) == "no-commit"
    made.commit({X: "title: A\n"})
    assert _missing(made.root) == ""


def test_a_shallow_clone(made: Commits, tmp_path: Path) -> None:
    made.commit({X: "title: A\n"})
    made.commit({X: "title: B\n"})
    made.git("clone", "--quiet", "--depth=1", made.root.as_uri(), str(tmp_path / "shallow"))
    made.git("clone", "--quiet", made.root.as_uri(), str(tmp_path / "whole"))
    assert _missing(tmp_path / "shallow") == "shallow"
    assert _missing(tmp_path / "whole") == ""


def test_the_repository_of_another_user(made: Commits, monkeypatch: pytest.MonkeyPatch) -> None:
    made.commit({X: "title: A\n"})
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert _missing(made.root) == "unreadable"


def test_a_damaged_repository(made: Commits) -> None:
    made.commit({X: "title: A\n"})
    tree = made.git("rev-parse", "HEAD:briefings")
    (made.root / ".git" / "objects" / tree[:2] / tree[2:]).unlink()
    assert _missing(made.root) == "unreadable"


def test_no_folder(tmp_path: Path) -> None:
    assert _missing(tmp_path / "nowhere") == "unreadable"


def test_what_is_kept_is_there_the_next_time(made: Commits) -> None:
    made.commit({X: "title: A\n"})
    for number in range(3):
        with open_log(made.root) as log:
            told = [log.kept.get(str(one)) for one in range(3)]
            assert told == [str(one) if one < number else None for one in range(3)]
            log.kept[str(number)] = str(number)
    shutil.rmtree(made.root / CACHE)
    with open_log(made.root) as log:
        assert log.kept.get("0") is None


def test_what_came_with_the_repository_is_not_taken_for_kept(made: Commits) -> None:
    made.commit({X: "title: A\n"})
    with open_log(made.root) as log:
        log.kept["a"] = "forged"
    with open_log(made.root) as log:
        assert log.kept.get("a") == "forged"
    before = (made.root / CACHE / "cache.sqlite").read_bytes()
    made.commit({})
    with open_log(made.root) as log:
        assert log.kept.get("a") is None
        log.kept["b"] = "new"
    assert (made.root / CACHE / "cache.sqlite").read_bytes() == before


def test_a_damaged_index_costs_what_was_kept_and_no_history(made: Commits) -> None:
    made.commit({X: "title: A\n"})
    (made.root / ".git" / "index").write_bytes(b"no index")
    with open_log(made.root) as log:
        assert list(log.recorded) == ["x"]
        log.kept["a"] = "b"
    assert not (made.root / CACHE).exists()


def test_a_kept_folder_behind_a_link_that_came_with_the_repository(made: Commits, tmp_path: Path) -> None:
    made.commit({X: "title: A\n"})
    (tmp_path / "elsewhere").mkdir()
    (made.root / "build").symlink_to(tmp_path / "elsewhere")
    made.commit({})
    with open_log(made.root) as log:
        log.kept["a"] = "b"
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_what_actors_of_the_registry_were_called(made: Commits) -> None:
    path = "briefings/actors.yml"
    made.commit(
        {path: "actors:\n  ann: {name: Ann Lee, kind: person}\n", "briefings/b/briefing.yml": "title: T\n"}
    )
    made.commit({path: "actors: [\n"})
    last = (
        "actors:\n  ann: {name: Ann Ode, aliases: [Annie], kind: person}\n  bob: {name: Bob, kind: person}\n"
    )
    made.commit({path: last})
    with open_log(made.root) as log:
        assert log.names(frozenset(["ann"])) == {"Ann Lee", "Ann Ode", "Annie"}
        assert log.names(frozenset()) == frozenset()
