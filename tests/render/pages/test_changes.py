"""What changed, on the page of a briefing and across all of them: newest first, no editorial changes."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.analyse.findings.findings import Findings
from generator.model.changes import NO_HISTORY, Change, History, Past, Version, What
from generator.render.addresses import briefing_page
from generator.render.briefing.make import MOST_CHANGES
from generator.render.edition import Edition
from generator.render.page import Page
from generator.render.pages.briefing import briefing_plan
from generator.render.pages.changes import (
    OF_VERSION,
    ON_SHEET,
    VersionOf,
    briefing_changes_plans,
    changes_plans,
)
from generator.render.parts.changes.versions import last_version_view
from generator.render.parts.last_change import last_changed
from generator.render.site import render
from generator.render.words import changes as words
from tests.render.histories import BRIEFING, anchored_of, edited, past_of

HERE = briefing_page("wall")


@pytest.fixture
def wall(tmp_path: Path) -> Findings:
    return anchored_of(tmp_path / "wall", BRIEFING)


def named(anchored: Findings, slug: str) -> Findings:
    """The same briefing at another address, under another title."""
    summary = anchored.briefing.summary.model_copy(update={"title": slug.capitalize()})
    return replace(anchored, briefing=replace(anchored.briefing, slug=slug, written=summary))


def version(time: str, *changes: Change) -> Version:
    return Version(time.replace("-", "").replace(":", "") * 3, time, "c", changes)


ADDED = Change("question", "who", What.ADDED, after={"text": "Who pays?"})
EDITORIAL = Change("claim", "wall", What.CHANGED, {"note": "a"}, {"note": "b"}, substantive=False)
FIRST = version("2024-11-01T12:00:00Z")


def pages(past: Past, *shown: Findings) -> list[Page]:
    return changes_plans(shown, Edition(past=past))


def rendered(past: Past, *shown: Findings) -> str:
    """The Markdown of the only page."""
    (text,) = (text for path, text in render(pages(past, *shown)).items() if path.startswith("changes/"))
    return str(text)


def versions_of(planned: Page) -> list[VersionOf]:
    """The versions of a page that tell more than that a briefing was published."""
    return [one for day in planned.view["days"] for one in day.versions]


def lines(planned: Page) -> list[tuple[str, str, bool, tuple[str, ...], int]]:
    """Of each day the briefings that changed and those first published: date, title, which, what is told."""
    told = []
    for day in planned.view["days"]:
        for one in day.versions:
            changes = tuple(change.text for change in one.version.changes)
            told.append((day.date, one.briefing.text, False, changes, one.version.more))
        told += [(day.date, one.text, True, (), 0) for one in day.published]
    return told


# The page of a briefing, and that of its changes.


def own_pages(anchored: Findings, history: History) -> list[Page]:
    return briefing_changes_plans(anchored, Edition(past=Past({anchored.briefing.slug: history})))


def test_newest_first_and_without_editorial_changes(tmp_path: Path) -> None:
    comma = edited(("text: Crates are wet.", "text: Crates are wet"))
    asked = edited(("Who pays?", "Who paid?"))
    anchored, history = past_of(tmp_path, BRIEFING, comma, BRIEFING, asked)
    [page] = own_pages(anchored, history)
    assert page.path == "briefings/wall/changes/index.md"
    assert [
        (one.version.date, one.version.first, [change.text for change in one.version.rewordings])
        for one in versions_of(page)
    ] == [
        ("4 November 2024", False, ["Who paid? reworded."]),
        ("1 November 2024", True, []),
    ]
    assert last_changed(history) == "4 November 2024"


def test_a_comma_moves_no_date_and_makes_no_page(tmp_path: Path) -> None:
    comma = edited(("text: Crates are wet.", "text: Crates are wet"))
    anchored, history = past_of(tmp_path, BRIEFING, comma)
    assert [len(one.changes) for one in history.versions] == [0, 1]
    assert last_changed(history) == "1 November 2024"
    assert own_pages(anchored, history) == []


def test_nothing_is_known(wall: Findings) -> None:
    assert last_version_view(wall, NO_HISTORY, HERE, 9) is None
    assert own_pages(wall, NO_HISTORY) == []
    assert last_changed(NO_HISTORY) == ""


def test_what_is_not_committed_yet(wall: Findings) -> None:
    history = History((FIRST, replace(version("", ADDED), tree="f" * 40)))
    [page] = own_pages(wall, history)
    assert [(one.version.date, one.version.version) for one in versions_of(page)] == [
        ("now (not yet published)", "f" * 12),
        ("1 November 2024", FIRST.tree[:12]),
    ]
    assert last_changed(history) == "now (not yet published)"


def test_a_briefing_tells_its_last_change_and_its_own_page_all(wall: Findings) -> None:
    many = version("2024-11-02T12:00:00Z", *[ADDED] * (MOST_CHANGES + 2))
    history = History((FIRST, version("2024-11-01T13:00:00Z", ADDED), many))
    view = last_version_view(wall, history, HERE, MOST_CHANGES)
    assert view and (view.date, len(view.changes), view.more) == ("2 November 2024", MOST_CHANGES, 2)
    [page] = own_pages(wall, history)
    assert [(one.version.date, len(one.version.changes), one.version.more) for one in versions_of(page)] == [
        ("2 November 2024", MOST_CHANGES + 2, 0),
        ("1 November 2024", 1, 0),
        ("1 November 2024", 0, 0),
    ]


def test_rewordings_come_last_and_folded(tmp_path: Path) -> None:
    after = edited(
        ("wall is safe", "wall was safe"), ("cue: said", "cue: warned"), ("Who pays?", "Who paid?")
    )
    after = after.replace("Crates are wet.", "Some crates are wet.")
    anchored, history = past_of(tmp_path, BRIEFING, after)
    [page] = own_pages(anchored, history)
    text = str(render([page])[page.path])
    wall = "[Ann Lee says the wall <del>is</del> <ins>was</ins> safe.](../index.md#claim-wall)"
    assert (
        text[text.index("## 2 November 2024") :].partition("\n</div>")[0]
        == f"""## 2 November 2024

- {wall} verb of a quote in source A changed

<details class="fold" markdown>
<summary>2 lines reworded by us</summary>

- [Bob Ode: <del>Crates</del> <ins>Some crates</ins> are wet.](../index.md#claim-crates){{: .alone }}
- [Who <del>pays?</del> <ins>paid?</ins>](../index.md#question-who){{: .alone }}

</details>

version 000000000000
{{: .soft }}
"""
    )


def test_the_section_of_a_briefing_s_page(tmp_path: Path) -> None:
    anchored, history = past_of(
        tmp_path, BRIEFING, edited(("cue: said", "cue: warned")), edited(("cue: said", "cue: held"))
    )
    page = briefing_plan(anchored, Edition(past=Past({"wall": history})))
    text = str(render([page])[HERE])
    section = text.partition('id="changed" markdown>\n')[2].partition("\n</div>")[0]
    assert (
        section
        == """
**3 November 2024** <span class="soft">version 000000000000</span>

- [Ann Lee says the wall is safe](#claim-wall): verb of a quote in source A changed

[All changes](changes/index.md)
"""
    )


# All briefings.


def test_across_briefings_by_time(wall: Findings) -> None:
    gate = named(wall, "gate")
    past = Past(
        {
            "wall": History(
                (
                    FIRST,
                    version("2024-11-03T12:00:00Z", ADDED, EDITORIAL),
                    version("2024-11-04T12:00:00Z", EDITORIAL),
                )
            ),
            "gate": History(
                (version("2024-11-02T12:00:00Z"), version("2024-11-03T13:00:00Z", ADDED), version("", ADDED))
            ),
        }
    )
    (page,) = pages(past, gate, wall)
    assert lines(page) == [
        ("3 November 2024", "Gate", False, ("New question: Who pays?",), 0),
        ("3 November 2024", "The wall", False, ("New question: Who pays?",), 0),
        ("2 November 2024", "Gate", True, (), 0),
        ("1 November 2024", "The wall", True, (), 0),
    ]
    assert page.path == "changes/index.md"
    links = [one.briefing for one in versions_of(page)]
    links += [link for day in page.view["days"] for link in day.published]
    assert [link and str(link.href) for link in links] == [
        f"../briefings/{slug}/index.md" for slug in ("gate", "wall", "gate", "wall")
    ]


def test_two_versions_of_one_second(wall: Findings) -> None:
    history = History((FIRST, version(FIRST.time, ADDED)))
    assert [line[2:4] for line in lines(pages(Past({"wall": history}), wall)[0])] == [
        (False, ("New question: Who pays?",)),
        (True, ()),
    ]


def test_versions_of_one_day_are_told_as_one(wall: Findings) -> None:
    withdrawn = Change("claim", "crates", What.WITHDRAWN, hidden=True)
    noon, night = (f"2024-11-02T{hour}:00:00Z" for hour in ("12", "23"))
    history = History((FIRST, version(noon, ADDED), version(night, withdrawn)))
    told = ("Claim withdrawn: Bob Ode: Crates are wet.", "New question: Who pays?")
    assert [line[2:4] for line in lines(pages(Past({"wall": history}), wall)[0])] == [
        (False, told),
        (True, ()),
    ]
    day = last_version_view(wall, history, HERE, 9)
    assert day and (tuple(one.text for one in day.changes), day.version) == (
        told,
        history.versions[2].tree[:12],
    )


def test_a_version_with_many_changes_leads_to_all_of_them(wall: Findings) -> None:
    past = Past({"wall": History((FIRST, version("2024-11-03T12:00:00Z", *[ADDED] * (OF_VERSION + 2))))})
    (page,) = pages(past, wall)
    assert [(len(told), more) for *_, told, more in lines(page)] == [(OF_VERSION, 2), (0, 0)]
    assert "\n[and 2 more](../briefings/wall/changes/index.md)\n" in rendered(past, wall)


def test_pages_of_a_long_list(wall: Findings) -> None:
    later = [
        version(f"2024-{month:02}-{day:02}T12:00:00Z", ADDED) for month in range(1, 9) for day in range(1, 11)
    ]
    first, second, third = pages(Past({"wall": History((FIRST, *later))}), wall)
    assert [page.path for page in (first, second, third)] == [
        "changes/index.md",
        "changes/page/2/index.md",
        "changes/page/3/index.md",
    ]
    assert [page.title for page in (first, second, third)] == [
        "What changed",
        "What changed, page 2",
        "What changed, page 3",
    ]
    # Search engines list what doesn't move from page to page.
    assert [page.indexed for page in (first, second, third)] == [True, False, False]
    assert [len(lines(page)) for page in (first, second, third)] == [ON_SHEET, ON_SHEET, 1]
    written = str(render([second])["changes/page/2/index.md"])
    assert "Page 2 of 3 · [Page before](../../index.md) · [Next page](../3/index.md)\n{: .sheets }" in written
    assert "[The wall](../../../briefings/wall/index.md)" in written


@pytest.mark.parametrize("reason", ["no-git", "no-repository", "shallow", "unreadable", "no-commit"])
def test_without_history_one_line_says_why(reason: str, wall: Findings) -> None:
    text = rendered(Past(missing=reason), wall)
    body = text.partition("# What changed\n")[2].strip()
    assert body == words.NO_HISTORY[reason]
    assert body.startswith("What changed is not known: ") and "\n" not in body


def test_without_briefings() -> None:
    assert rendered(Past()).endswith("# What changed\n\nNothing was published yet.\n")


def test_a_page_as_it_is_written(tmp_path: Path) -> None:
    hostile = edited(("text: Who pays?", "text: 'Who <i>pays</i> | [x](javascript:a)?'"))
    anchored, history = past_of(tmp_path, BRIEFING, hostile)
    text = rendered(Past({"wall": history}), anchored)
    told = "&#60;i&#62;pays&#60;/i&#62; &#124; &#91;x&#93;(javascript&#58;a)?"
    assert (
        text.partition("# What changed\n")[2]
        == f"""
<div class="version" markdown>

## 2 November 2024

### [The wall](../briefings/wall/index.md)

<details class="fold" markdown>
<summary>1 line reworded by us</summary>

- [<del>Who pays?</del> <ins>Who {told}</ins>](../briefings/wall/index.md#question-who){{: .alone }}

</details>

</div>

<div class="version" markdown>

## 1 November 2024

First published: [The wall](../briefings/wall/index.md)

</div>
"""
    )
