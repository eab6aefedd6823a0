"""What is new since a reader's last visit: told and kept in the browser, and only when asked to."""

import html
import json
import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from generator.render.assets import assets
from generator.render.words.scripts import SINCE
from tests.browser.fonts import EACH_SET, Fonts
from tests.browser.serving import Serve
from tests.browser.watching import Watch, Watched, wait_until

pytestmark = pytest.mark.long

# Nothing but files of the site, and no text that could become markup.
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
FIRST: Final = "2026-11-20T09:00:00Z"
SECOND: Final = "2026-11-22T10:04:00Z"
YEAR_2100: Final = 4_102_444_800


@dataclass(frozen=True)
class Line:
    """A claim or a question, as a line that opens; its address is its kind and its name."""

    name: str
    added: str
    changed: str = ""
    kind: str = "claim"

    def markup(self) -> str:
        return (
            f'<details class="{"claim" if self.kind == "claim" else "asked"}" data-added="{self.added}"'
            f' data-changed="{self.changed or self.added}">'
            f'<summary><span class="line"><strong>Pak</strong>: {self.name}</span></summary>'
            f'<div class="opened" id="{self.kind}-{self.name}">'
            f'<p>He said so. <a href="#{self.kind}-{self.name}">Link to this</a></p>'
            f"{'<p>More.</p>' * 20}</div></details>"
        )


def document(body: str) -> str:
    return f"""<!doctype html>
<html lang="en"><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">
<title>Test</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/repository/assets/briefing.css">
<body data-md-color-scheme="default"><article class="md-typeset">{body}</article>
<script type="module" src="ASSETS/since.js"></script></body></html>
"""


class Site:
    """A site of hand-written pages, which a test publishes again and again."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder, self.address, self.written = folder, address, 0
        (folder / "assets").mkdir(parents=True)
        for name in ("since.js", "elements.js", "briefing.css"):
            (folder / "assets" / name).write_bytes(assets()[f"assets/{name}"])

    def write(self, path: str, body: str) -> str:
        file = self.folder / path / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        up = "../" * path.count("/")
        file.write_text(document(body).replace("ASSETS", f"{up}assets"), encoding="utf-8")
        # HTTP counts in seconds: what is written within one would be taken for the same.
        self.written += 1
        os.utime(file, (YEAR_2100 + self.written,) * 2)
        return self.address + path

    def publish(self, changed: str, *lines: Line, slug: str = "harbour", zone: str = "UTC") -> str:
        """The page of a briefing; its address."""
        time = f' data-changed="{changed}"' if changed else ""
        words = html.escape(json.dumps(dict(SINCE)))
        since = (
            f'<p id="since" data-briefing="{slug}"{time} data-zone="{zone}" data-words="{words}" hidden></p>'
        )
        parts = "".join(line.markup() for line in lines)
        return self.write(f"briefings/{slug}/", f"<h1>The harbour wall</h1>{since}{parts}")

    def publish_home(self, **changed: str) -> str:
        """The home page, with the time of each briefing's last change; its address."""
        words = html.escape(json.dumps({"listed": SINCE["listed"]}))
        rows = "".join(
            f'<li data-briefing="{slug}" data-changed="{time}">'
            f'<a href="briefings/{slug}/"><strong>{slug}</strong></a> · 2 open<br>More <a href="x">x</a></li>'
            for slug, time in changed.items()
        )
        return self.write("", f'<h1>Home</h1><p id="since" data-words="{words}" hidden></p><ul>{rows}</ul>')


@pytest.fixture
def site(tmp_path: Path, serve: Serve) -> Site:
    return Site(tmp_path / "site", serve(tmp_path / "site"))


OLD: Final = (Line("wall", FIRST), Line("cracks", FIRST), Line("who-pays", FIRST, kind="question"))
NEW: Final = (
    Line("wall", FIRST, SECOND),
    Line("tide", SECOND),
    Line("cracks", FIRST),
    Line("who-pays", FIRST, SECOND, kind="question"),
    Line("when", SECOND, kind="question"),
)
NEW_MARKS: Final = [
    ("claim-wall", "Changed"),
    ("claim-tide", "New"),
    ("question-who-pays", "Changed"),
    ("question-when", "New"),
]
NEW_COUNT: Final = "1 claim and 1 question new, 1 claim and 1 question changed"
READ_FIRST: Final = "You marked this as read (version of 20 November 2026). Only this browser keeps that."
READ_SECOND: Final = READ_FIRST.replace("20", "22", 1)
SINCE_READ: Final = f"{NEW_COUNT} since you marked this as read (version of 20 November 2026)."
# What is said comes a frame after everything else.
SAID: Final = """async () => {
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(() => setTimeout(drawn))))
    return document.querySelector("#since [role=status]").textContent
}"""
KEPT: Final = "Object.fromEntries(Object.entries(localStorage))"


def status(page: Page) -> Locator:
    return page.locator("#since [role=status]")


def button(page: Page, name: str = "Mark as read") -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def line(page: Page, id: str) -> Locator:
    """The line that opens this claim or question."""
    return page.locator(f"details:has(> #{id}) > summary")


def marks(page: Page) -> list[tuple[str, str]]:
    """The id that each marked line opens, and the word at the very start of the line."""
    pairs = page.locator("details:has(.since-mark)").evaluate_all(
        """all => all.map((one) => [one.querySelector(":scope > .opened").id,
            one.querySelector(":scope > summary .line").firstElementChild.querySelector("b").innerText])"""
    )
    return [(id, word) for id, word in pairs]


def read(page: Page, address: str) -> None:
    """Open a briefing and mark it as read."""
    page.goto(address)
    button(page).click()
    expect(button(page, "Mark as unread")).to_be_visible()


def nothing_went_wrong(watched: Watched) -> None:
    assert (watched.messages, watched.dialogs, watched.foreign_requests()) == ([], [], [])


# Marking.


def test_nothing_is_kept_and_nothing_is_said_before_the_button_is_pressed(site: Site, watch: Watch) -> None:
    watched = watch()
    page = watched.page
    for _ in range(2):
        page.goto(site.publish(FIRST, *OLD))
        expect(button(page)).to_be_visible()
        assert page.evaluate(SAID) == ""
        assert (page.evaluate(KEPT), marks(page)) == ({}, [])
        expect(page.get_by_role("link", name="Go to the first")).to_be_hidden()
    button(page).click()
    expect(status(page)).to_have_text(READ_FIRST)
    path = urlsplit(site.address).path
    assert page.evaluate(KEPT) == {f"briefing-read:{path}harbour": FIRST}
    assert page.context.cookies() == []
    nothing_went_wrong(watched)


def test_what_changed_after_the_mark_is_marked_and_counted_until_it_is_read(site: Site, watch: Watch) -> None:
    watched = watch()
    page = watched.page
    read(page, site.publish(FIRST, *OLD))
    page.reload()
    expect(status(page)).to_have_text(READ_FIRST)
    assert marks(page) == []
    site.publish(SECOND, *NEW)
    page.reload()
    expect(status(page)).to_have_text(SINCE_READ)
    assert marks(page) == NEW_MARKS
    assert line(page, "claim-tide").inner_text() == "New Pak: tide"
    # What a line opens begins with the way to the next one.
    line(page, "claim-tide").click()
    assert page.locator("#claim-tide > *").first.inner_text() == "next change"
    before = page.evaluate(KEPT)
    page.reload()
    assert page.evaluate(KEPT) == before
    button(page).click()
    expect(status(page)).to_have_text(READ_SECOND)
    assert marks(page) == []
    assert line(page, "claim-tide").inner_text() == "Pak: tide"
    expect(page.locator(".since-way")).to_have_count(0)
    page.reload()
    expect(status(page)).to_have_text(READ_SECOND)
    nothing_went_wrong(watched)


def test_what_was_added_and_changed_again_is_new_once(site: Site, watch: Watch) -> None:
    page = watch().page
    read(page, site.publish(FIRST, *OLD))
    site.publish("2026-11-23T00:00:00Z", *OLD, Line("a", SECOND, "2026-11-23T00:00:00Z"), Line("b", SECOND))
    page.reload()
    expect(status(page)).to_have_text(
        "2 claims new since you marked this as read (version of 20 November 2026)."
    )
    assert marks(page) == [("claim-a", "New"), ("claim-b", "New")]


def test_a_change_outside_the_lines_is_told_in_words(site: Site, watch: Watch) -> None:
    page = watch().page
    read(page, site.publish(FIRST, *OLD))
    site.publish(SECOND, *OLD)
    page.reload()
    expect(status(page)).to_have_text(
        "Something other than claims and questions changed since you marked this as read "
        "(version of 20 November 2026)."
    )
    assert marks(page) == []
    expect(button(page)).to_be_visible()


def test_an_older_copy_of_the_page_has_nothing_new(site: Site, watch: Watch) -> None:
    page = watch().page
    read(page, site.publish(SECOND, *NEW))
    site.publish(FIRST, *OLD)
    page.reload()
    expect(status(page)).to_have_text(READ_SECOND)
    assert marks(page) == []


def test_unmarking_leaves_nothing_behind(site: Site, watch: Watch) -> None:
    page = watch().page
    read(page, site.publish(FIRST, *OLD))
    button(page, "Mark as unread").click()
    assert page.evaluate(SAID) == ""
    expect(button(page)).to_be_focused()
    assert page.evaluate(KEPT) == {}


def test_a_double_click_marks_once(site: Site, watch: Watch) -> None:
    page = watch().page
    page.goto(site.publish(FIRST, *OLD))
    button(page).dblclick()
    assert page.evaluate(SAID) == READ_FIRST
    expect(button(page, "Mark as unread")).to_be_visible()


def test_the_time_is_the_version_s_and_no_clock_s(site: Site, watch: Watch) -> None:
    page = watch(timezone_id="Pacific/Kiritimati", locale="ar-EG").page
    page.clock.set_fixed_time("2031-01-01T00:00:00Z")
    read(page, site.publish("2026-11-20T23:59:59Z", *OLD))
    expect(status(page)).to_have_text(READ_FIRST)
    assert list(page.evaluate(KEPT).values()) == ["2026-11-20T23:59:59Z"]


def test_a_value_that_we_did_not_keep_counts_as_none(site: Site, watch: Watch) -> None:
    watched = watch()
    page = watched.page
    page.goto(site.publish(SECOND, *NEW))
    key = f"briefing-read:{urlsplit(site.address).path}harbour"
    for kept in ("", "banana 5", "2026-02-30", "<img src=x>", "null", "9" * 400, FIRST):
        page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [key, kept])
        page.reload()
        expect(button(page)).to_be_visible()
        assert page.evaluate(SAID) == (SINCE_READ if kept == FIRST else "")
        assert (kept, marks(page)) == (kept, NEW_MARKS if kept == FIRST else [])
    nothing_went_wrong(watched)


# Several briefings, sites, tabs.


def test_two_briefings_keep_their_own_state_and_lists_tell_it(site: Site, watch: Watch) -> None:
    watched = watch()
    page = watched.page
    harbour = site.publish(FIRST, *OLD)
    bridge = site.publish(SECOND, *OLD, slug="bridge")
    home = site.publish_home(harbour=FIRST, bridge=SECOND, canal=SECOND)
    read(page, harbour)
    page.goto(bridge)
    expect(button(page)).to_be_visible()
    assert page.evaluate(SAID) == ""
    page.goto(home)
    assert page.locator("li").all_inner_texts() == [
        f"{slug} · 2 open\nMore x" for slug in ("harbour", "bridge", "canal")
    ]
    site.publish_home(harbour=SECOND, bridge=SECOND, canal=SECOND)
    page.reload()
    assert page.locator("li").all_inner_texts() == [
        "harbour changed since you read it · 2 open\nMore x",
        *(f"{slug} · 2 open\nMore x" for slug in ("bridge", "canal")),
    ]
    assert page.locator("#since").is_hidden()
    read(page, bridge)
    assert sorted(page.evaluate(KEPT).values()) == [FIRST, SECOND]
    nothing_went_wrong(watched)


def test_two_sites_on_one_host_do_not_mix(tmp_path: Path, serve: Serve, watch: Watch) -> None:
    host = serve(tmp_path, prefix="/")
    page = watch().page
    for name in ("one", "one/two"):
        site = Site(tmp_path / name, f"{host}{name}/")
        page.goto(site.publish(FIRST, *OLD))
        assert page.evaluate(SAID) == ""
        button(page).click()
        expect(status(page)).to_have_text(READ_FIRST)
    assert sorted(page.evaluate(KEPT)) == ["briefing-read:/one/harbour", "briefing-read:/one/two/harbour"]


def test_a_second_tab_follows(site: Site, watch: Watch) -> None:
    page = watch().page
    address = site.publish(FIRST, *OLD)
    home = site.publish_home(harbour=SECOND)
    read(page, address)
    site.publish(SECOND, *NEW)
    page.reload()
    other, list_ = page.context.new_page(), page.context.new_page()
    other.goto(address)
    list_.goto(home)
    expect(status(other)).to_have_text(SINCE_READ)
    expect(list_.locator(".since-mark")).to_have_text("changed since you read it")
    button(page).click()
    expect(status(other)).to_have_text(READ_SECOND)
    expect(list_.locator(".since-mark")).to_have_count(0)
    assert marks(other) == []
    page.evaluate("localStorage.clear()")
    expect(status(other)).to_have_text("")
    expect(button(other)).to_be_visible()


def test_a_page_that_was_kept_for_going_back_is_brought_up_to_date(site: Site, watch: Watch) -> None:
    page = watch().page
    read(page, site.publish(FIRST, *OLD))
    # The browser tells no page of what that page itself does: as if it had slept meanwhile.
    page.evaluate("localStorage.clear()")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }))")
    expect(status(page)).to_have_text(READ_FIRST)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert page.evaluate(SAID) == ""
    expect(button(page)).to_be_visible()


# The page's address.

STORAGE_TOLD: Final = """
    window.told = []
    for (const name of ["getItem", "setItem", "removeItem"]) {
        const real = Storage.prototype[name]
        Storage.prototype[name] = function (...all) { told.push(name); return real.apply(this, all) }
    }
"""
DAYS: Final = (
    Line("before", "2024-10-31T23:59:59Z"),
    Line("first-moment", "2024-11-01T00:00:00Z"),
    Line("noon", "2023-01-01T00:00:00Z", "2024-11-01T12:00:00Z"),
    Line("later", "2024-11-02T00:00:00Z"),
)


@pytest.mark.parametrize(
    ("since", "told", "marked"),
    [
        (
            "2024-11-01",
            "2 claims new, 1 claim changed since 1 November 2024",
            ["first-moment", "noon", "later"],
        ),
        ("2024-11-02", "1 claim new since 2 November 2024", ["later"]),
        ("2024-11-03", "No claim or question is new or changed since 3 November 2024", []),
        ("2999-12-31", "No claim or question is new or changed since 31 December 2999", []),
        (
            "2024-11-01T00:00:00Z",
            "1 claim new, 1 claim changed since 1 November 2024, 00:00 UTC",
            ["noon", "later"],
        ),
        ("2024-11-01T13:00:00%2B01:00", "1 claim new since 1 November 2024, 12:00 UTC", ["later"]),
        ("2024-11-01T13:00:00+01:00", "1 claim new since 1 November 2024, 12:00 UTC", ["later"]),
        (
            "2024-11-01t11:59:59.999999z",
            "1 claim new, 1 claim changed since 1 November 2024, 11:59 UTC",
            ["noon", "later"],
        ),
        (
            "0001-02-28",
            "4 claims new since 28 February 1",
            ["before", "first-moment", "noon", "later"],
        ),
    ],
)
def test_since_in_the_address_marks_and_counts_without_storage(
    site: Site, watch: Watch, since: str, told: str, marked: list[str]
) -> None:
    watched = watch(timezone_id="America/Los_Angeles", locale="th-TH")
    page = watched.page
    page.add_init_script(STORAGE_TOLD)
    address = site.publish("2024-11-02T00:00:00Z", *DAYS)
    page.goto(f"{address}?since={since}")
    expect(status(page)).to_have_text(f"{told}, from this page’s address.")
    assert [id for id, _ in marks(page)] == [f"claim-{name}" for name in marked]
    assert page.evaluate("told") == []
    expect(button(page)).to_be_hidden()
    page.goto(address)  # The control of the two lines above.
    expect(button(page)).to_be_visible()
    assert page.evaluate("told") == ["getItem"]
    nothing_went_wrong(watched)


def test_since_a_version_marks_what_a_reader_of_that_version_would_see(site: Site, watch: Watch) -> None:
    page = watch().page
    address = site.publish(SECOND, *NEW)
    page.goto(f"{address}?since={FIRST}")
    expect(status(page)).to_have_text(
        f"{NEW_COUNT} since 20 November 2026, 09:00 UTC, from this page’s address."
    )
    assert marks(page) == NEW_MARKS


NO_DATES: Final = (
    *(
        "",
        "yesterday",
        "2024",
        "2024-11",
        "2024-11-1",
        "2024-13-01",
        "2024-02-30",
        "2023-02-29",
        "2024-00-00",
    ),
    *("2024-11-01T12:00", "2024-11-01T12:00:00", "2024-11-01T24:00:00Z", "2024-11-01T12:60:00Z"),
    *("2024-11-01T12:00:00+25:00", "2024-11-01~", "2024-11-01/2024-11-02", "+2024-11-01", "٢٠٢٤-١١-٠١"),
    *("<img src=x onerror=attack()>", "<b>2024-11-01</b>", '"><script>attack()</script>'),
    *("{date}", "$&$1", "__proto__", "javascript:attack()"),
)


@pytest.mark.parametrize(
    ("zone", "since", "told"),
    [
        # Kiritimati is 14 hours ahead, so that its 1 November begins on 31 October, 10:00 UTC.
        ("Pacific/Kiritimati", "2024-11-01", "since 1 November 2024, "),
        ("Pacific/Kiritimati", "2024-10-31T10:00:00Z", "since 1 November 2024, 00:00 Pacific/Kiritimati, "),
        # Honolulu is 10 behind.
        ("Pacific/Honolulu", "2024-11-01", "since 1 November 2024, "),
        ("Pacific/Honolulu", "2024-11-01T09:59:59Z", "since 31 October 2024, 23:59 Pacific/Honolulu, "),
        # In Paris the clocks went back at 01:00 UTC on 27 October, in Beirut forward at midnight of 31 March.
        ("Europe/Paris", "2024-10-27", "since 27 October 2024, "),
        ("Asia/Beirut", "2024-03-31", "since 31 March 2024, "),
        ("Mars/Olympus", "2024-11-01", "since 1 November 2024, "),  # as UTC
    ],
)
def test_days_are_those_of_the_site_s_time_zone(
    zone: str, since: str, told: str, site: Site, watch: Watch
) -> None:
    page = watch(timezone_id="Asia/Seoul").page  # whatever zone the reader is in
    page.goto(f"{site.publish(SECOND, *NEW, zone=zone)}?since={quote(since)}")
    expect(status(page)).to_contain_text(told)


@pytest.mark.parametrize(
    ("zone", "first"),
    [
        ("UTC", "2024-11-01T00:00:00Z"),
        ("Pacific/Kiritimati", "2024-10-31T10:00:00Z"),
        ("Pacific/Honolulu", "2024-11-01T10:00:00Z"),
    ],
)
def test_new_is_what_is_from_the_first_second_of_that_day(
    zone: str, first: str, site: Site, watch: Watch
) -> None:
    before = (datetime.fromisoformat(first) - timedelta(seconds=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    lines = (Line("at", first), Line("before", before))
    page = watch(timezone_id="Asia/Seoul").page
    page.goto(f"{site.publish(first, *lines, zone=zone)}?since=2024-11-01")
    expect(status(page)).to_contain_text("1 claim new since 1 November 2024")
    assert marks(page) == [("claim-at", "New")]


def test_since_that_is_no_date_is_shown_as_text(site: Site, watch: Watch) -> None:
    watched = watch()
    page = watched.page
    address = site.publish(SECOND, *NEW)
    for since in NO_DATES:
        page.goto(f"{address}?since={quote(since)}")
        expect(status(page)).to_have_text(
            f"This page’s address asks for what is new since “\u2068{since}\u2069”. That is neither a day, "
            "as in 2024-11-01, nor a time, as in 2024-11-01T12:00:00Z, so nothing is marked."
        )
        assert page.locator("#since :is(img, b, script)").count() == 0
        assert (since, marks(page)) == (since, [])
        expect(button(page)).to_be_hidden()
    nothing_went_wrong(watched)


def test_since_is_cut_short_and_cannot_turn_the_text_around_it(site: Site, watch: Watch) -> None:
    page = watch().page
    hidden = "\u202e\x00\u200b"
    page.goto(f"{site.publish(SECOND, *NEW)}?since={quote(hidden + '🇺' * 50)}")
    expect(status(page)).to_contain_text(f"“\u2068{'🇺' * 40}\u2069”")


def test_control_markup_from_the_address_would_be_seen(site: Site, watch: Watch) -> None:
    """The same page, its script made to put the text in as markup: the policy stops it, and says so."""
    script = site.folder / "assets" / "since.js"
    real = script.read_text(encoding="utf-8")
    careless = real.replace("status.textContent = text", "status.innerHTML = text")
    assert careless != real
    script.write_text(careless, encoding="utf-8")
    watched = watch()
    with watched.page.expect_event("console"):
        watched.page.goto(f"{site.publish(SECOND, *NEW)}?since={quote('<b>x</b>')}")
    assert watched.messages


def test_links_to_places_keep_working_with_since(site: Site, watch: Watch) -> None:
    page = watch(viewport={"width": 800, "height": 500}).page
    address = site.publish(SECOND, *NEW)
    page.goto(f"{address}?since={FIRST}#claim-cracks")
    expect(status(page)).to_contain_text(NEW_COUNT)
    expect(page.locator("#claim-cracks")).to_be_in_viewport()
    page.locator("#claim-cracks").get_by_role("link", name="Link to this").click()
    assert page.url == f"{address}?since={FIRST}#claim-cracks"
    page.goto(f"{address}?since=nonsense#question-when")
    expect(page.locator("#question-when")).to_be_in_viewport()


# Where a browser keeps nothing.


@pytest.mark.parametrize("value", ["throw new DOMException('no', 'SecurityError')", "return null"])
def test_without_storage_there_is_no_button_and_no_fault(site: Site, watch: Watch, value: str) -> None:
    watched = watch()
    page = watched.page
    page.add_init_script(f"Object.defineProperty(window, 'localStorage', {{ get() {{ {value} }} }})")
    page.add_init_script("addEventListener('load', () => requestAnimationFrame(() => { window.done = 1 }))")
    for address in (site.publish(SECOND, *NEW), site.publish_home(harbour=SECOND)):
        page.goto(address)
        wait_until(page, "window.done")
        assert page.locator("#since").is_hidden()
        assert page.locator(".since-mark").count() == 0
    page.goto(f"{site.publish(SECOND, *NEW)}?since={FIRST}")
    expect(status(page)).to_contain_text(NEW_COUNT)
    nothing_went_wrong(watched)


def test_a_storage_that_is_full_is_told(site: Site, watch: Watch) -> None:
    watched = watch()
    page = watched.page
    page.goto(site.publish(FIRST, *OLD))
    page.evaluate(
        """() => {
            for (let size = 2 ** 22, at = 0; size >= 1; at++) {
                try { localStorage.setItem("x" + at, "x".repeat(size)) } catch { size = Math.floor(size / 2) }
            }
        }"""
    )
    button(page).click()
    expect(status(page)).to_have_text(
        "This browser keeps nothing for this site, so the page can’t be marked as read."
    )
    expect(button(page)).to_be_visible()
    nothing_went_wrong(watched)


# By keyboard, by ear, on paper, without scripts, without history.


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent"))


def test_all_of_it_by_keyboard(site: Site, watch: Watch) -> None:
    # Keys come faster here than a smooth scroll ends, and the next key would break it off.
    page = watch(viewport={"width": 800, "height": 500}, reduced_motion="reduce").page
    page.goto(site.publish(FIRST, *OLD))
    page.keyboard.press("Tab")
    assert focused(page) == "Mark as read"
    page.keyboard.press("Enter")
    expect(status(page)).to_have_text(READ_FIRST)
    assert focused(page) == "Mark as unread"
    address = site.publish(SECOND, *NEW)
    page.goto("about:blank")
    page.goto(address)
    expect(status(page)).to_have_text(SINCE_READ)
    page.keyboard.press("Tab")
    assert focused(page) == "Go to the first"
    # From change to change: a link opens the next line, and the next stop is the link in what it opened.
    for id, _ in NEW_MARKS:
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}#{id}")
        expect(page.locator(f"#{id}")).to_be_in_viewport()
        page.keyboard.press("Tab")
        assert focused(page) == ("back to the top" if id == "question-when" else "next change")
        assert page.evaluate("document.activeElement.closest('.opened').id") == id
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}#since")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert focused(page) == "Mark as read"
    page.keyboard.press(" ")
    expect(status(page)).to_have_text(READ_SECOND)
    assert marks(page) == []


def test_a_key_held_down_marks_once(site: Site, watch: Watch) -> None:
    page = watch().page
    page.goto(site.publish(FIRST, *OLD))
    button(page).focus()
    for _ in range(2):
        page.keyboard.down("Enter")  # The second is a repeat.
    page.keyboard.up("Enter")
    assert page.evaluate(SAID) == READ_FIRST
    expect(button(page, "Mark as unread")).to_be_visible()


def test_status_is_there_before_its_text(site: Site, watch: Watch) -> None:
    page = watch().page
    page.add_init_script(
        """
        window.seen = []
        new MutationObserver((all) => {
            for (const one of all) {
                const region = one.target.closest?.("[role=status]")
                if (region) seen.push(region.textContent)
                const [added] = [...one.addedNodes].filter((node) => node.matches?.("[role=status]"))
                if (!added) continue
                seen.push(added.checkVisibility() && !added.textContent)
                requestAnimationFrame(() => seen.push("a frame is drawn"))
            }
        }).observe(document, { childList: true, subtree: true })
        """
    )
    address = site.publish(SECOND, *NEW)
    page.goto(f"{address}?since={FIRST}")
    expect(status(page)).to_contain_text(NEW_COUNT)
    told = f"{NEW_COUNT} since 20 November 2026, 09:00 UTC, from this page’s address."
    assert page.evaluate("seen") == [True, "a frame is drawn", told]


def names_of_lines(page: Page) -> list[str]:
    """What a screen reader calls each line that opens."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return [one["name"]["value"] for one in nodes if one["role"]["value"] == "DisclosureTriangle"]


def test_marks_are_read_out_as_part_of_the_line(site: Site, watch: Watch) -> None:
    page = watch().page
    page.goto(f"{site.publish(SECOND, *NEW)}?since={FIRST}")
    expect(status(page)).to_contain_text(NEW_COUNT)
    assert names_of_lines(page) == [
        "Changed Pak: wall",
        "New Pak: tide",
        "Pak: cracks",
        "Changed Pak: who-pays",
        "New Pak: when",
    ]


@pytest.mark.parametrize("fonts", EACH_SET)
def test_paper_has_the_marks_and_nothing_to_press(site: Site, watch: Watch, fonts: Fonts) -> None:
    page = watch(fonts=fonts).page
    address = site.publish(SECOND, *NEW)
    page.goto(f"{address}?since={FIRST}")
    expect(status(page)).to_contain_text(NEW_COUNT)
    page.emulate_media(media="print")
    # With the date that the marks count from, or they would say nothing.
    assert line(page, "claim-tide").inner_text() == "New Pak: tide"
    expect(page.locator("#since")).to_be_visible()
    line(page, "claim-tide").evaluate("one => { one.parentElement.open = true }")
    expect(page.get_by_role("link", name="next change").first).to_be_hidden()
    expect(page.locator("#claim-tide").get_by_role("link", name="Link to this")).to_be_visible()
    expect(page.locator("#since :is(a, button):visible")).to_have_count(0)
    page.goto(address)
    page.locator("#since button").wait_for(state="attached")
    expect(page.locator("#since")).to_be_hidden()


@pytest.mark.parametrize("since", ["", f"?since={FIRST}"])
def test_without_scripts_nothing_is_shown(site: Site, watch: Watch, since: str) -> None:
    page = watch(java_script_enabled=False).page
    page.goto(site.publish(SECOND, *NEW) + since)
    assert page.locator("article").inner_text().startswith("The harbour wall")
    assert page.locator("#since").is_hidden()
    assert page.get_by_role("button").count() == 0


def test_without_history_nothing_is_shown(site: Site, watch: Watch) -> None:
    watched = watch()
    page = watched.page
    page.add_init_script("addEventListener('load', () => requestAnimationFrame(() => { window.done = 1 }))")
    for since in ("", f"?since={FIRST}", "?since=nonsense"):
        page.goto(site.publish("") + since)
        wait_until(page, "window.done")
        assert page.locator("#since").is_hidden()
        assert page.locator("#since > *").count() == 0
    page.goto(site.write("method/", "<h1>No briefing</h1>"))
    wait_until(page, "window.done")
    nothing_went_wrong(watched)


def test_nothing_is_asked_of_any_server(site: Site, watch: Watch) -> None:
    watched = watch()
    read(watched.page, site.publish(FIRST, *OLD))
    names = sorted(urlsplit(url).path.rsplit("/", 1)[-1] for url in watched.requests if "data:" not in url)
    assert names == ["", "briefing.css", "elements.js", "since.js"]
