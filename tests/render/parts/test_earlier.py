"""What a history says of single entries: since when they stand, and how a claim was worded before."""

import html
from pathlib import Path

from generator.model.changes import NO_HISTORY, Change, History, Part, Past, Version, What
from generator.render.addresses import briefing_page
from generator.render.edition import Edition
from generator.render.pages.briefing import briefing_plan
from generator.render.parts.claims.views import ClaimViews
from generator.render.parts.claims.writer import ClaimWriter
from generator.render.parts.earlier import Earlier, EntryHistory, Times
from generator.render.site import render
from tests.render.histories import BRIEFING, TOMBSTONE, edited, past_of

FIRST, SECOND, THIRD = (f"2024-11-0{day}T12:00:00Z" for day in (1, 2, 3))


def history(*changes: tuple[Change, ...]) -> History:
    """A version a day from 1 November on; the first has no changes."""
    versions = [
        Version(f"t{day}", f"2024-11-0{day}T12:00:00Z", "c", told)
        for day, told in enumerate(((), *changes), 1)
    ]
    return History(tuple(versions))


def reworded(before: str | None, after: str, *by: str, substantive: bool = True) -> Change:
    """A claim ``wall`` of these speakers that got another wording."""
    old, new = ({"text": text, "by": list(by)} for text in (before, after))
    part = Part("text", before, after, substantive)
    return Change("claim", "wall", What.CHANGED, old, new, (part,), (), substantive)


def test_when_an_entry_came_and_changed() -> None:
    added = Change("claim", "gate", What.ADDED, after={})
    entry_history = EntryHistory(history((added, reworded("A", "B")), (reworded("B", "C"),)))
    assert entry_history.times("claim", "wall") == Times(FIRST, THIRD)
    assert entry_history.times("claim", "gate") == Times(SECOND, SECOND)
    assert entry_history.times("question", "wall") == Times(FIRST, FIRST)


def test_an_editorial_change_is_no_change_of_an_entry() -> None:
    assert EntryHistory(history((reworded("A", "a", substantive=False),))).times("claim", "wall") == Times(
        FIRST, FIRST
    )


def test_an_entry_that_changed_after_it_came() -> None:
    added = Change("claim", "wall", What.ADDED, after={})
    assert EntryHistory(history((added,), (reworded("A", "B"),))).times("claim", "wall") == Times(
        SECOND, THIRD
    )


def test_what_is_not_committed_has_no_time() -> None:
    versions = (*history().versions, Version("t2", changes=(Change("claim", "gate", What.ADDED, after={}),)))
    assert EntryHistory(History(versions)).times("claim", "gate") == Times("", "")
    assert EntryHistory(History(versions)).times("claim", "wall") == Times(FIRST, FIRST)


def test_nothing_is_known() -> None:
    assert EntryHistory(NO_HISTORY).times("claim", "wall") == Times("", "")
    assert EntryHistory(NO_HISTORY).wordings("wall") == ()


def test_earlier_wordings_newest_first() -> None:
    entry_history = EntryHistory(history((reworded("A", "B", "ann"),), (reworded("B", "C", "ann", "bob"),)))
    assert entry_history.wordings("wall") == (
        Earlier("B", ("ann", "bob"), "3 November 2024"),
        Earlier("A", ("ann",), "2 November 2024"),
    )
    assert entry_history.wordings("gate") == ()


def test_until_now_for_what_is_not_committed() -> None:
    entry_history = EntryHistory(
        History((*history().versions, Version("t2", changes=(reworded("A", "B", "ann"),))))
    )
    assert entry_history.wordings("wall") == (Earlier("A", ("ann",), "now (not yet published)"),)


def test_what_makes_no_earlier_wording() -> None:
    """A comma; words that came back; another entry's text; what may no longer be shown."""
    question = Change(
        "question", "wall", What.CHANGED, {"text": "A"}, {"text": "B"}, (Part("text", "A", "B", True),)
    )
    hidden = Change("claim", "wall", What.CHANGED, hidden=True)
    comma = reworded("A.", "A", substantive=False)
    assert EntryHistory(history((comma, reworded(None, "A"), question, hidden))).wordings("wall") == ()


# On the page.


def page_of(folder: Path, *briefings: str) -> str:
    anchored, history = past_of(folder, *briefings)
    page = briefing_plan(anchored, Edition(past=Past({"wall": history})))
    return html.unescape(str(render([page])[briefing_page("wall")]))


def test_the_page_keeps_each_wording_with_its_speaker_then(tmp_path: Path) -> None:
    second = edited(("text: Crates are wet.", "text: 'Some crates are *wet*.'"))
    third = edited(("text: Crates are wet.", "text: Every crate is wet."), ("by: bob", "by: ann"))
    page = page_of(tmp_path, BRIEFING, second, third)
    assert (
        "**Our wording until 3 November 2024, as said by Bob Ode:** “Some crates are *wet*.”\n\n"
        "**Our wording until 2 November 2024, as said by Bob Ode:** “Crates are wet.”\n"
    ) in page
    assert page.count("**Our wording until ") == 2
    assert f'data-added="{FIRST}" data-changed="{THIRD}"' in page


def test_a_wording_of_the_same_speaker_goes_without_the_name(tmp_path: Path) -> None:
    page = page_of(tmp_path, edited(("text: Crates are wet.", "text: Some crates are wet.")), BRIEFING)
    assert "**Our wording until 2 November 2024:** “Some crates are wet.”\n" in page


def test_a_withdrawn_claim_keeps_its_wordings_while_it_has_one(tmp_path: Path) -> None:
    first = edited(("text: Crates are wet.", "text: Some crates are wet."))
    withdrawn = edited(("    by: bob\n", f"    by: bob\n    {TOMBSTONE}\n"))
    assert "Our wording until 2 November 2024" in page_of(tmp_path / "1", first, withdrawn)
    crates = BRIEFING[BRIEFING.index("  - id: crates") : BRIEFING.index("questions:")]
    gone = edited((crates, f"  - {{id: crates, {TOMBSTONE}}}\n"))
    page = page_of(tmp_path / "2", first, withdrawn, gone)
    assert "Our wording until" not in page and "rates are wet" not in page and "Misread." in page


def test_without_a_history_nothing_is_said(tmp_path: Path) -> None:
    anchored, _ = past_of(tmp_path, BRIEFING)
    assert ClaimViews(ClaimWriter(anchored, briefing_page("wall"))).view("wall").remarks == ()
    page = str(
        render([briefing_plan(anchored, Edition(past=Past(missing="shallow")))])[briefing_page("wall")]
    )
    assert "Our wording until" not in page and "data-added" not in page and "last changed" not in page
    assert page.count("What changed is not known: ") == 1
