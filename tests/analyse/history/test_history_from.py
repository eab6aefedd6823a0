"""Where telling begins, and versions in a form that is no longer read."""

import hashlib
from collections.abc import Sequence

import pytest

from generator.analyse.history.versions import past_of
from generator.model.briefing import Briefing, Library
from generator.model.changes import Version, What
from generator.model.entries import Registry
from generator.model.settings import Settings
from generator.read.git.command import GitFailed
from generator.read.git.log import Log, Recorded
from generator.read.git.revision import briefing_of


def _text(title: str, claims: str = "[]") -> str:
    return f"title: {title}\nas_of: '2025-11-22'\nstatus: published\nclaims: {claims}\n"


OLD = "[{id: one, text: It rains., by: kim, evidence: [{article: a, exact: it rains}]}]"
PRESENT = "[{id: one, text: It rains., by: kim, evidence: {a: it rains}}]"


def _tree(text: str) -> str:
    return hashlib.sha1(text.encode()).hexdigest()


def _made(slug: str, text: str) -> Briefing:
    briefing = briefing_of(slug, {"briefing.yml": text.encode()})
    assert briefing is not None
    return briefing


def _versions(texts: Sequence[str], history_from: str | None = None) -> tuple[Version, ...]:
    """The versions of a briefing that went through these states, the first on 1 November 2025, one a day."""
    states = tuple(
        Recorded(
            "x", number, f"c{number}", f"2025-11-{number:02}T12:00:00Z", _tree(text), {"briefing.yml": text}
        )
        for number, text in enumerate(texts, 1)
    )

    def begin(point: str, _: Settings) -> str:
        if point == "no-such":
            raise GitFailed("There is no revision no-such.")
        return f"{point}T00:00:00Z"

    log = Log(
        {"x": states},
        "",
        lambda state: _made("x", state.blobs["briefing.yml"]),
        lambda _slug, _blobs: _tree(texts[-1]),
        begin=begin,
    )
    library = Library(
        Registry(actors={}), (_made("x", texts[-1]),), settings=Settings(history_from=history_from)
    )
    return past_of(library, log).of("x").versions


def test_what_was_before_is_not_told() -> None:
    standing, after = _versions([_text("A"), _text("B"), _text("C")], "2025-11-03")
    assert (standing.tree, standing.time, standing.changes) == (_tree(_text("B")), "2025-11-03T00:00:00Z", ())
    assert (after.commit, [part.before for change in after.changes for part in change.parts]) == ("c3", ["B"])


def test_nothing_before_the_first_state_changes_nothing() -> None:
    texts = [_text("A"), _text("B")]
    assert _versions(texts, "2025-10-01") == _versions(texts)


def test_a_day_after_all_states_leaves_the_one_that_stands() -> None:
    (only,) = _versions([_text("A"), _text("B")], "2026-01-01")
    assert (only.tree, only.time, only.changes) == (_tree(_text("B")), "2026-01-01T00:00:00Z", ())


def test_a_draft_that_stood_then_is_no_version() -> None:
    draft = _text("A").replace("published", "draft")
    (only,) = _versions([draft, _text("B")], "2025-11-02")
    assert (only.commit, only.time) == ("c2", "2025-11-02T12:00:00Z")


def test_an_unknown_revision_gives_no_history() -> None:
    assert _versions([_text("A")], "no-such") == ()


@pytest.mark.parametrize(
    ("before", "after"), [(OLD, PRESENT), (OLD, OLD.replace("rains.", "pours.")), (PRESENT, OLD)]
)
def test_of_a_version_in_an_old_form_only_that_it_was_edited_is_told(before: str, after: str) -> None:
    first, second = _versions([_text("A", before), _text("B", after)])
    assert first.changes == ()
    (change,) = second.changes
    assert (change.kind, change.id, change.what, change.hidden) == ("briefing", "", What.CHANGED, True)
    assert (change.before, change.after, change.parts, change.substantive) == (None, None, (), True)


def test_versions_in_the_present_form_are_compared_again_after_that() -> None:
    *_, last = _versions([_text("A", OLD), _text("A", PRESENT), _text("B", PRESENT)])
    assert [part.after for change in last.changes for part in change.parts] == ["B"]
