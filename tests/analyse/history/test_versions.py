"""Histories: which states of a briefing count as its versions, and with which each is compared."""

import hashlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from generator.analyse.history.by_day import by_day
from generator.analyse.history.versions import past_of
from generator.model.briefing import Briefing, Library
from generator.model.changes import Past, Version
from generator.model.entries import Registry
from generator.places import CACHE
from generator.read.git.command import GitFailed
from generator.read.git.log import Log, Recorded, open_log
from generator.read.git.revision import briefing_of
from generator.read.load import load
from generator.read.source import MOST_BYTES
from tests.check.cases import MINIMAL
from tests.read.git.commits import Commits, new_repository

BROKEN = "title: [\n"


def _text(title: str, status: str = "published", more: str = "") -> str:
    return f"title: {title}\nas_of: '2025-11-22'\nstatus: {status}\n{more}"


def _tree(text: str) -> str:
    return hashlib.sha1(text.encode()).hexdigest()


def _made(slug: str, text: str) -> Briefing | None:
    return briefing_of(slug, {"briefing.yml": text.encode()})


def _states(slug: str, *texts: str | None, first: int = 1) -> tuple[Recorded, ...]:
    """A folder's states, one a commit from ``first`` on: its briefing.yml; None where it was removed."""
    return tuple(
        Recorded(
            slug,
            number,
            f"c{number}",
            f"2025-11-{number:02}T12:00:00Z",
            "" if text is None else _tree(text),
            {} if text is None else {"briefing.yml": text},
        )
        for number, text in enumerate(texts, first)
    )


@dataclass
class _Reading:
    """Reads states whose blobs are their own text, and remembers which were asked for."""

    now: str
    kept: dict[str, str] = field(default_factory=dict)
    loaded: list[str] = field(default_factory=list)

    def load(self, state: Recorded) -> Briefing | None:
        self.loaded.append(state.commit)
        return _made(state.slug, state.blobs["briefing.yml"])

    def past(self, *folders: Sequence[Recorded], slug: str = "x") -> Past:
        """The past of the one briefing whose folder holds ``now``."""
        briefing = _made(slug, self.now)
        assert briefing is not None
        recorded = {states[0].slug: tuple(states) for states in folders}
        log = Log(recorded, "", self.load, lambda _slug, _blobs: _tree(self.now), self.kept)
        return past_of(Library(Registry(actors={}), (briefing,)), log)


def _versions(*texts: str | None) -> tuple[Version, ...]:
    """The versions of a briefing that went through these states and was not touched since."""
    now = [text for text in texts if text is not None][-1]
    return _Reading(now).past(_states("x", *texts)).of("x").versions


def _titles(versions: Sequence[Version]) -> list[tuple[str, list[tuple[object, object]]]]:
    """Of each version its commit, and what became of the title."""
    return [
        (
            one.commit,
            [
                (part.before, part.after)
                for change in one.changes
                if (part := change.part("title")) is not None
            ],
        )
        for one in versions
    ]


def test_each_version_is_compared_with_the_one_before() -> None:
    first, second, third = _versions(_text("A"), _text("B"), _text("B", more="topics: [t]\n"))
    assert first == Version(_tree(_text("A")), "2025-11-01T12:00:00Z", "c1", ())
    assert (second.tree, second.time, second.date) == (
        _tree(_text("B")),
        "2025-11-02T12:00:00Z",
        "2025-11-02",
    )
    ((change,), (other,)) = second.changes, third.changes
    assert (change.kind, [part.field for part in change.parts]) == ("briefing", ["title"])
    assert (other.kind, [part.field for part in other.parts]) == ("briefing", ["topics"])


def test_an_edit_that_is_taken_back_makes_three_versions() -> None:
    assert _titles(_versions(_text("A"), _text("B"), _text("A"))) == [
        ("c1", []),
        ("c2", [("A", "B")]),
        ("c3", [("B", "A")]),
    ]


def test_drafts_before_the_first_publication_are_no_history() -> None:
    found = _versions(_text("A", "draft"), _text("B", "draft"), _text("C"), _text("D", "archived"))
    assert _titles(found) == [("c3", []), ("c4", [("C", "D")])]


def test_what_was_never_published_has_no_history() -> None:
    assert _versions(_text("A", "draft"), _text("B", "draft")) == ()
    assert _versions(_text("A", "no-such-status"), _text("A", "draft")) == ()


def test_what_stood_only_in_a_draft_between_two_publications_is_not_told() -> None:
    found = _versions(_text("A"), _text("Not for the public", "draft"), _text("B"))
    assert _titles(found) == [("c1", []), ("c3", [("A", "B")])]
    assert "Not for the public" not in str(found)


def test_a_draft_that_is_the_newest_is_the_last_version() -> None:
    found = _versions(_text("A"), _text("B", "draft"), _text("C", "draft"))
    assert _titles(found) == [("c1", []), ("c3", [("A", "C")])]


def test_unreadable_states_are_passed_over() -> None:
    assert _titles(_versions(BROKEN, _text("A"), BROKEN, "- a list\n", _text("B"))) == [
        ("c2", []),
        ("c5", [("A", "B")]),
    ]
    assert _titles(_versions(_text("A"), BROKEN, _text("A"))) == [("c1", [])]


def test_states_with_faults_are_read_as_far_as_they_go() -> None:
    faulty = _text("A", more="mood: fine\nclaims: [{id: c}, 3]\nquestions: none\n")
    found = _versions(faulty, _text("B"))
    assert _titles(found) == [("c1", []), ("c2", [("A", "B")])]


def test_a_tombstone_counts_without_a_status() -> None:
    tombstone = "withdrawn: {date: '2025-11-22', reason: It was wrong.}\n"
    found = _versions(_text("A"), tombstone)
    assert [one.commit for one in found] == ["c1", "c2"]
    assert [one.commit for one in _versions(_text("A", "draft"), tombstone)] == ["c2"]
    # A draft stays one when it is withdrawn.
    assert _versions(_text("A", "draft", tombstone)) == ()


def test_a_folder_that_went_and_came_back_goes_on() -> None:
    assert _titles(_versions(_text("A"), None, _text("B"))) == [("c1", []), ("c3", [("A", "B")])]
    assert _titles(_versions(_text("A"), None, _text("A"))) == [("c1", [])]


def test_the_working_tree_is_a_last_version_without_time_and_commit() -> None:
    found = _Reading(_text("B")).past(_states("x", _text("A"))).of("x").versions
    assert _titles(found) == [("c1", []), ("", [("A", "B")])]
    assert (found[-1].tree, found[-1].time, found[-1].date) == (_tree(_text("B")), "", "")
    assert len(_Reading(_text("A")).past(_states("x", _text("A"))).of("x").versions) == 1


def test_a_briefing_that_was_never_committed() -> None:
    assert _Reading(_text("A")).past().of("x").versions == (Version(_tree(_text("A"))),)
    assert _Reading(_text("A", "draft")).past().of("x").versions == ()
    assert _titles(_Reading(_text("B")).past(_states("x", _text("A"), None)).of("x").versions) == [
        ("c1", []),
        ("", [("A", "B")]),
    ]


MOVED = "former_slugs: [old]\n"


def test_a_moved_briefing_keeps_its_history() -> None:
    now = _text("C", more=MOVED)
    old, new = _states("old", _text("A"), _text("B"), None), _states("x", now, first=3)
    assert _titles(_Reading(now).past(old, new).of("x").versions) == [
        ("c1", []),
        ("c2", [("A", "B")]),
        ("c3", [("B", "C")]),
    ]
    assert _titles(_Reading(_text("C")).past(old, new).of("x").versions)[0][0] == "c3"  # the control


def test_what_the_old_name_is_used_for_afterwards_is_another_briefing() -> None:
    now = _text("B", more=MOVED)
    old = _states("old", _text("A"), None, _text("Another"))
    assert _titles(_Reading(now).past(old, _states("x", now, first=2)).of("x").versions) == [
        ("c1", []),
        ("c2", [("A", "B")]),
    ]


def test_a_move_that_is_not_committed_yet() -> None:
    now = _text("B", more=MOVED)
    assert _titles(_Reading(now).past(_states("old", _text("A"))).of("x").versions) == [
        ("c1", []),
        ("", [("A", "B")]),
    ]


@pytest.mark.parametrize("order", ["[oldest, older, nowhere]", "[older, nowhere, oldest]"])
def test_a_briefing_that_moved_twice(order: str) -> None:
    now = _text("C", more=f"former_slugs: {order}\n")
    oldest = _states("oldest", _text("A"), None, _text("Another"), _text("Yet another"))
    older = _states("older", _text("B"), None, first=2)
    assert _titles(_Reading(now).past(oldest, older, _states("x", now, first=5)).of("x").versions) == [
        ("c1", []),
        ("c2", [("A", "B")]),
        ("c5", [("B", "C")]),
    ]


def test_a_former_name_that_began_later_is_none() -> None:
    now = _text("B", more=MOVED)
    later = _states("old", _text("Another"), first=4)
    assert _titles(_Reading(now).past(_states("x", _text("A"), now), later).of("x").versions) == [
        ("c1", []),
        ("c2", [("A", "B")]),
    ]


def test_no_history() -> None:
    briefing = _made("x", _text("A"))
    assert briefing is not None
    assert past_of(Library(Registry(actors={}), (briefing,)), Log(missing="shallow")) == Past(
        missing="shallow"
    )


def test_git_that_fails_while_states_are_read() -> None:
    briefing = _made("x", _text("A"))
    assert briefing is not None

    def fail(_: Recorded) -> Briefing | None:
        raise GitFailed("It lacks something.")

    kept: dict[str, str] = {}
    log = Log({"x": _states("x", _text("A"))}, "", fail, lambda _slug, _blobs: _tree(_text("A")), kept)
    assert past_of(Library(Registry(actors={}), (briefing,)), log) == Past(missing="unreadable")
    assert kept == {}


CLAIM = "claims: [{id: c, text: T., by: article, evidence: {a: 'é'}}]\n"
LIFE = (
    *(_text("A", "draft"), BROKEN, _text("A"), _text("B", more=CLAIM), _text("B", "draft"), None),
    *(_text("C", more=CLAIM.replace("T.", '"T \\"ü\\"."')), _text("A"), _text("D")),
)


def test_with_everything_kept_nothing_is_loaded() -> None:
    first = _Reading(_text("D"))
    past = first.past(_states("x", *LIFE))
    second = _Reading(_text("D"), kept=first.kept)
    assert second.past(_states("x", *LIFE)) == past
    assert (first.loaded[0], second.loaded) == ("c1", [])
    assert [one.commit for one in past.of("x").versions] == ["c3", "c4", "c7", "c8", "c9"]


def test_only_what_is_new_is_loaded() -> None:
    first = _Reading(_text("C"))
    first.past(_states("x", _text("A"), _text("B"), _text("C")))
    second = _Reading(_text("D"), kept=first.kept)
    found = second.past(_states("x", _text("A"), _text("B"), _text("C"), _text("D"))).of("x")
    assert second.loaded == ["c4", "c3"]
    assert len(found.versions) == 4


def test_what_is_not_committed_is_not_kept() -> None:
    reading = _Reading(_text("A"))
    reading.past(_states("x", _text("A")))
    kept = dict(reading.kept)
    for title in ("B", "C"):
        reading.now = _text(title)
        assert _titles(reading.past(_states("x", _text("A"))).of("x").versions)[-1] == ("", [("A", title)])
    assert reading.kept == kept


@pytest.mark.parametrize("value", ["", "[", "{}", "[1]", '[{"kind": "claim"}]', "null", "shown", "[[]]"])
def test_kept_values_that_say_nothing_are_worked_out_again(value: str) -> None:
    reading = _Reading(_text("B"))
    past = reading.past(_states("x", _text("A"), _text("B")))
    expected = dict(reading.kept)
    reading.kept.update(dict.fromkeys(expected, value))
    assert reading.past(_states("x", _text("A"), _text("B"))) == past
    assert reading.kept == expected


# ——— with git ———


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Commits:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    return new_repository(tmp_path / "repository")


HARBOUR: Mapping[str, bytes] = {
    path.relative_to(MINIMAL).as_posix(): path.read_bytes() for path in MINIMAL.rglob("*") if path.is_file()
}
YML = "briefings/harbour/briefing.yml"


def _yml(*replaced: tuple[str, str]) -> bytes:
    text = HARBOUR[YML].decode()
    for old, new in replaced:
        assert old in text
        text = text.replace(old, new)
    return text.encode()


def _past(root: Path) -> Past:
    library, _ = load(root)
    with open_log(root) as log:
        return past_of(library, log)


def _whats(version: Version) -> list[tuple[str, str, str]]:
    return [(one.kind, one.id, one.what) for one in version.changes]


def test_a_life_in_git(made: Commits) -> None:
    draft, reworded = (
        ("status: published", "status: draft"),
        ("said that the harbour stays", "said that the port stays"),
    )
    made.commit({**HARBOUR, YML: _yml(draft)})
    published = made.commit({YML: _yml()})
    edit = made.commit({YML: _yml(reworded)})
    made.commit({YML: b"title: [\n", "briefings/actors.yml": b"actors: {}\n"})
    made.commit({YML: _yml(reworded), "briefings/actors.yml": HARBOUR["briefings/actors.yml"]})
    made.git("revert", "--no-edit", edit)
    back = made.git("rev-parse", "HEAD")
    made.git("mv", "briefings/harbour", "briefings/port")
    moved = made.commit({YML.replace("harbour", "port"): _yml() + b"former_slugs: [harbour]\n"})
    made.write({"briefings/port/articles/c.txt": "A third article.\n"})
    past = _past(made.root)
    versions = past.of("port").versions
    assert list(past.histories) == ["port"]
    assert [one.commit for one in versions] == [published, edit, back, moved, ""]
    assert [_whats(one) for one in versions] == [
        [],
        [("claim", "harbour-stays-closed", "changed")],
        [("claim", "harbour-stays-closed", "changed")],
        [("briefing", "", "changed")],
        [("source", "c", "added")],
    ]
    assert versions[1].changes[0].part("text") == replace(
        versions[1].changes[0].parts[0],
        before="Arnesen said that the harbour stays closed.",
        after="Arnesen said that the port stays closed.",
    )
    assert versions[3].tree == made.git("rev-parse", "HEAD:briefings/port")
    assert versions[4].time == ""
    assert _past(made.root) == past


def test_a_commit_without_a_date_is_told_with_the_next_one(made: Commits) -> None:
    """Its changes are not lost: they stand in the version that follows, whose date is known."""
    first = made.commit(HARBOUR)
    made.commit({"briefings/harbour/articles/c.txt": "A third article.\n"})
    undated = made.undate()
    last = made.commit({YML: _yml(("said that the harbour stays", "said that the port stays"))})
    past = _past(made.root)
    assert (past.missing, past.undated) == ("", (undated,))
    assert [(one.commit, _whats(one)) for one in past.of("harbour").versions] == [
        (first, []),
        (last, [("claim", "harbour-stays-closed", "changed"), ("source", "c", "added")]),
    ]


@pytest.mark.parametrize(
    ("zone", "days"),
    [
        ("", ["2025-11-22", "2025-11-23"]),
        ("Asia/Tokyo", ["2025-11-23", "2025-11-23"]),  # 00:30 and 23:00 there
        ("America/New_York", ["2025-11-22", "2025-11-23"]),  # 10:30 and 09:00
        ("Pacific/Kiritimati", ["2025-11-23", "2025-11-24"]),
    ],
)
def test_days_are_those_of_the_declared_zone_and_never_the_committer_s(
    made: Commits, zone: str, days: list[str]
) -> None:
    """Whatever offset a commit was made with: 15:30 UTC on 22 November, and 14:00 UTC on the 23rd."""
    made.commit(HARBOUR, date="2025-11-23T01:30:00+1000")
    made.commit({"briefings/harbour/articles/c.txt": "A third article.\n"}, date="2025-11-23T03:00:00-1100")
    if zone:
        made.write({"mkdocs.yml": f"site_name: x\nextra:\n  briefings:\n    time_zone: {zone}\n"})
    history = _past(made.root).of("harbour")
    assert [version.date for version in history.versions] == days
    assert [version.time for version in history.versions] == ["2025-11-22T15:30:00Z", "2025-11-23T14:00:00Z"]
    assert len(by_day(history).versions) == 2


def test_what_stands_since_a_commit_without_a_date_has_no_day(made: Commits) -> None:
    first = made.commit(HARBOUR)
    made.commit({"briefings/harbour/articles/c.txt": "A third article.\n"})
    undated = made.undate()
    past = _past(made.root)
    assert past.undated == (undated,)
    versions = past.of("harbour").versions
    assert [(one.commit, one.time) for one in versions] == [(first, "2025-11-22T12:00:00Z"), ("", "")]
    assert versions[-1].tree == made.git("rev-parse", "HEAD:briefings/harbour")


def test_where_nothing_has_a_date_the_present_is_the_first_version(made: Commits) -> None:
    made.commit(HARBOUR)
    undated = made.undate("")
    past = _past(made.root)
    assert past.undated == (undated,)
    assert [one.time for one in past.of("harbour").versions] == [""]


def test_articles_that_were_huge_or_links_are_not_there(made: Commits) -> None:
    made.commit({**HARBOUR, "briefings/harbour/articles/c.txt": b"x" * (MOST_BYTES + 1)})
    made.put("briefings/harbour/articles/c.txt", b"/etc/passwd", "120000")
    made.commit_index()
    made.git("checkout", "--quiet", "--", ".")
    made.commit({"briefings/harbour/articles/c.txt": None})
    made.commit({"briefings/harbour/articles/c.txt": "Small.\n"})
    assert [_whats(one) for one in _past(made.root).of("harbour").versions] == [
        [],
        [],  # the huge file left the folder: another version, in which readers see what they saw
        [("source", "c", "added")],
    ]


def test_with_everything_kept_no_blob_is_read(made: Commits) -> None:
    made.commit(HARBOUR)
    made.commit({YML: _yml(("said that the harbour stays", "said that the port stays"))})
    past = _past(made.root)
    blob = made.git("rev-parse", f"HEAD~1:{YML}")
    (made.root / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    assert _past(made.root) == past
    for file in (made.root / CACHE).iterdir():
        file.unlink()
    assert _past(made.root) == Past(missing="unreadable")  # the control


def test_line_ends_that_git_changes_on_the_way_out_are_no_version(made: Commits) -> None:
    made.commit(HARBOUR)
    made.git("config", "core.autocrlf", "true")
    for path in HARBOUR:
        (made.root / path).unlink()
    made.git("checkout", "--quiet", "--", ".")
    assert b"\r\n" in (made.root / YML).read_bytes()
    assert len(_past(made.root).of("harbour").versions) == 1


def test_the_minimal_repository_has_no_past_of_its_own(tmp_path: Path) -> None:
    for path, content in HARBOUR.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    assert _past(tmp_path) == Past(missing="no-repository")
    assert not (tmp_path / "build").exists()
