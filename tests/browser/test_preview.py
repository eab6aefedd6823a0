"""A preview in a browser: what is told while a file is broken, and that it goes when mended."""

import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import IO, Final

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.watching import Watch
from tests.check.cases import MINIMAL
from tests.paths import REPOSITORY, copy_settings

BRIEFING: Final = "briefings/harbour/"
HOSTILE: Final = "<img src=x onerror=alert(1)>"
# A build on a machine with other work to do.
LONG: Final = 60_000
AXE: Final = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


@dataclass
class Preview:
    """A preview of the smallest briefing, a draft: its address, and the file that is edited."""

    address: str
    file: Path
    good: str

    def save(self, *changes: tuple[str, str]) -> None:
        """Save the file as it was at first, but for these changes."""
        text = self.good
        for old, new in changes:
            assert text.count(old) == 1
            text = text.replace(old, new)
        self.file.write_text(text, encoding="utf-8")

    def break_it(self, mark: str) -> None:
        """Save three problems; the first has words that would run, were they markup, and the mark.

        By its mark a test knows its own problems from those of the one before, which a page may still tell.
        """
        self.save(
            ("status: draft\n", f"status: draft\n'{HOSTILE} {mark}': 1\n"),
            ("    by: arnesen\n    origin: radio\n", "    by: nobody\n    origin: nowhere\n"),
        )


@contextmanager
def serving(root: Path, *, broken: bool) -> Iterator[Preview]:
    """A preview in a repository without `build/pages`, which may begin with problems."""
    shutil.copytree(MINIMAL, root)
    for name in ("templates", "generator"):
        shutil.copytree(REPOSITORY / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    copy_settings(root)
    file = root / BRIEFING / "briefing.yml"
    good = file.read_text(encoding="utf-8").replace("status: published", "status: draft")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    preview = Preview(f"http://127.0.0.1:{port}/", file, good)
    if broken:
        preview.break_it("first")
    else:
        preview.save()
    command = [sys.executable, "-m", "generator", "serve", "--root", str(root), "--port", str(port)]
    began = threading.Event()
    with subprocess.Popen(command, cwd=REPOSITORY, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        threading.Thread(target=_listen, args=(process.stderr, began), daemon=True).start()
        try:
            assert began.wait(LONG / 1000)
            yield preview
        finally:
            process.terminate()


def _listen(printed: IO[str], began: threading.Event) -> None:
    """Reads all that a preview prints, so that it never waits for a reader."""
    for line in printed:
        if "Serving on" in line:
            began.set()


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    with serving(tmp_path_factory.mktemp("preview") / "root", broken=False) as preview:
        yield preview


def bar(page: Page) -> Locator:
    return page.get_by_role("region", name="Not shown yet")


def faults(page: Page, of: str) -> list[str]:
    """What axe finds in a part of the page."""
    page.evaluate(AXE)
    return [str(one["id"]) for one in page.evaluate("of => axe.run(of)", of)["violations"]]


def test_problems_are_told_from_the_start_and_go_by_themselves(tmp_path: Path, watch: Watch) -> None:
    with serving(tmp_path / "root", broken=True) as preview:
        watched = watch(fresh=True, bypass_csp=True, viewport={"width": 320, "height": 640})
        page = watched.page
        page.goto(preview.address + BRIEFING)
        heading = page.get_by_role("heading", level=1)
        expect(heading).to_have_text("Not shown yet")
        expect(page.get_by_text("briefings/harbour/briefing.yml, line 3, column 1")).to_be_visible()
        expect(page.get_by_text(HOSTILE)).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert faults(page, "html") == []

        preview.save()
        expect(heading).to_have_text("The closed harbour", timeout=LONG)
        expect(bar(page)).to_have_count(0)
        assert watched.dialogs == []
        assert watched.foreign_requests() == []


def test_bar_tells_the_first_problem_above_the_last_good_page(preview: Preview, watch: Watch) -> None:
    watched = watch(fresh=True)
    page = watched.page
    preview.save(("title: The closed harbour", "title: The good harbour"))
    page.goto(preview.address + BRIEFING)
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("The good harbour", timeout=LONG)
    preview.break_it("told")
    expect(bar(page)).to_contain_text(f"{HOSTILE} told", timeout=LONG)
    expect(bar(page)).to_contain_text("briefings/harbour/briefing.yml, line 3, column 1")
    expect(heading).to_have_text("The good harbour")

    # By keyboard: the bar, then what opens it.
    page.keyboard.press("Tab")
    expect(bar(page)).to_be_focused()
    page.keyboard.press("Tab")
    expect(bar(page).get_by_text("2 further problems")).to_be_focused()
    page.keyboard.press("Enter")
    expect(bar(page).get_by_role("listitem")).to_have_count(2)

    preview.save(("title: The closed harbour", "title: The harbour"))
    expect(heading).to_have_text("The harbour", timeout=LONG)
    expect(bar(page)).to_have_count(0)
    assert watched.dialogs == []
    assert watched.foreign_requests() == []


def test_bar_fits_stays_in_view_and_can_be_read(preview: Preview, watch: Watch) -> None:
    page = watch(fresh=True).page
    preview.break_it("fits")
    page.goto(preview.address + BRIEFING)
    expect(bar(page)).to_contain_text("fits", timeout=LONG)
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 640})
        page.evaluate("scrollTo(0, 1e6)")
        expect(bar(page)).to_be_in_viewport(ratio=1)
        assert page.evaluate("document.documentElement.scrollWidth") == width
        box, button = bar(page).bounding_box(), bar(page).locator("summary").bounding_box()
        assert box is not None and button is not None
        assert box["height"] < 0.45 * 640
        assert button["height"] >= 24
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert faults(page, ".preview-problems") == []


def test_problems_are_told_without_script(preview: Preview, watch: Watch) -> None:
    preview.break_it("plain")
    page = watch(fresh=True).page
    page.goto(preview.address + BRIEFING)
    expect(bar(page)).to_contain_text("plain", timeout=LONG)
    page = watch(fresh=True, java_script_enabled=False).page
    page.goto(preview.address + BRIEFING)
    expect(bar(page)).to_contain_text("line 3, column 1")
    page.get_by_text("2 further problems").click()
    expect(bar(page).get_by_role("listitem")).to_have_count(2)


def test_draft_is_shown_and_marked_in_search(preview: Preview, watch: Watch) -> None:
    preview.save(("title: The closed harbour", "title: The sought harbour"))
    page = watch(fresh=True).page
    page.goto(preview.address)
    expect(page.get_by_role("heading", level=1)).to_have_text("The sought harbour", timeout=LONG)
    expect(page.get_by_text("Draft. Not published.")).to_be_visible()
    # The script has run once it says that the link opens a dialog; keys before that turn pages.
    expect(page.locator("#search-open")).to_have_attribute("aria-haspopup", "dialog", timeout=LONG)
    page.keyboard.press("/")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.type("Arnesen harbour")
    places = page.get_by_role("dialog").locator(".find-where")
    expect(places.first).to_have_text("Claim · The sought harbour (draft)", timeout=LONG)


def test_preview_is_reached_from_this_computer_alone(preview: Preview) -> None:
    port = int(preview.address.rstrip("/").rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port), timeout=5):
        pass
    # Another address of this computer's loopback, which a server that is bound to all addresses answers to.
    with pytest.raises(OSError), socket.create_connection(("127.0.0.2", port), timeout=5):
        pass
