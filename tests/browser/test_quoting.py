"""The preview in a browser: selected words are copied as the command prints them, and by keyboard too."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from generator.cli import main
from tests.browser.watching import Watch, wait_until
from tests.paths import GOLDEN, REPOSITORY, copy_settings

SLUG: Final = "oldmere-bridge"
MAY_COPY: Final = {"permissions": ["clipboard-read", "clipboard-write"]}

# Where a mouse goes down and up to select words of a paragraph, which stand in it with others around them.
POINTS: Final = """([paragraph, words, among]) => {
    const text = document.querySelector(`[data-paragraph="${paragraph}"] blockquote`);
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const around = walker.currentNode.data.indexOf(among);
        if (around < 0) continue;
        const at = walker.currentNode.data.indexOf(words, around);
        const range = document.createRange();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + words.length);
        text.scrollIntoView({ block: "center", behavior: "instant" });
        const boxes = [...range.getClientRects()];
        return [boxes[0].left + 1, boxes[0].top + 5, boxes.at(-1).right - 1, boxes.at(-1).bottom - 5];
    }
}"""


@contextmanager
def _previewed(root: Path) -> Iterator[str]:
    """Runs a preview of a repository, and tells its address once it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "generator", "serve", "--root", str(root), "--port", str(port)]
    environment = {**os.environ, "TMPDIR": str(root.parent), "PYTHONPATH": str(REPOSITORY)}
    log = root.parent / "preview.log"
    with log.open("w") as told, subprocess.Popen(command, env=environment, stdout=told, stderr=told) as run:
        try:
            end = time.monotonic() + 120
            while "Serving on" not in log.read_text():
                assert time.monotonic() < end and run.poll() is None, log.read_text()
                time.sleep(0.05)
            yield f"http://127.0.0.1:{port}/"
        finally:
            run.terminate()


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("preview") / "root"
    shutil.copytree(GOLDEN, root)
    for name in ("templates", "generator"):
        shutil.copytree(REPOSITORY / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    copy_settings(root)
    (root / "build" / "pages").mkdir(parents=True)
    return root


@pytest.fixture(scope="module")
def preview(root: Path) -> Iterator[str]:
    with _previewed(root) as address:
        yield address


def _open(watch: Watch, preview: str, article: str = "courier", **options: object) -> Page:
    page = watch(fresh=True, **MAY_COPY, **options).page
    page.goto(f"{preview}briefings/{SLUG}/articles/{article}/")
    wait_until(page, "document.querySelector('.quoting') !== null")
    return page


def _select(page: Page, paragraph: int, words: str, among: str = "") -> None:
    left, top, right, bottom = page.evaluate(POINTS, [paragraph, words, among or words])
    page.mouse.move(left, top)
    page.mouse.down()
    page.mouse.move(right, bottom, steps=3)
    page.mouse.up()
    expect(page.locator(".quoting")).to_be_visible()


def _printed(root: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    assert main(["quote", SLUG, *arguments, "--article", "courier", "--root", str(root)]) == 0
    return capsys.readouterr().out.removesuffix("\n")


def test_selected_words_are_copied_as_the_command_prints_them(
    preview: str, root: Path, watch: Watch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = _open(watch, preview)
    _select(page, 2, "harbour master, Tomas Re")
    expect(page.locator(".quoting .selected")).to_have_text("“harbour master, Tomas Reyl”")
    page.get_by_role("button", name="Copy as quote").click()
    expect(page.get_by_role("status")).to_have_text("The quote is copied, as YAML.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == _printed(root, capsys, "harbour master, Tomas Reyl")
    assert copied.endswith("courier: harbour master, Tomas Reyl")
    page.get_by_role("button", name="Claim from this").click()
    expect(page.get_by_role("status")).to_have_text("A claim is copied, as YAML; its text is left to you.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == _printed(root, capsys, "harbour master, Tomas Reyl", "--claim")


def test_of_words_that_stand_twice_the_selected_ones_are_meant(
    preview: str, root: Path, watch: Watch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = _open(watch, preview)
    _, *blocks = _printed(root, capsys, "cracked rivets").split("\n\n")
    places = ("forty cracked rivets", "bridge with cracked rivets")
    for among, block in zip(places, blocks, strict=True):
        _select(page, 1, "cracked rivets", among)
        _, _, numbered = block.partition("\n")
        wait_until(page, "document.querySelector('.copied').textContent === ''")
        page.get_by_role("button", name="Copy as quote").click()
        expect(page.get_by_role("status")).to_have_text("The quote is copied, as YAML.")
        assert page.evaluate("navigator.clipboard.readText()") == numbered
    assert len({*blocks}) == 2


def test_words_that_readers_do_not_see_can_be_quoted(preview: str, watch: Watch) -> None:
    page = _open(watch, preview, "harbour")
    grey = page.locator(".passage .unseen").first
    expect(grey).to_be_visible()
    words = " ".join(grey.inner_text().split()[:3])
    paragraph = page.locator(".passage:has(.unseen)").first.get_attribute("data-paragraph")
    _select(page, int(paragraph or 0), words)
    expect(page.locator(".quoting .selected")).to_contain_text(words)


def test_the_bar_is_the_next_stop_of_the_keyboard(preview: str, watch: Watch) -> None:
    page = _open(watch, preview)
    _select(page, 2, "harbour master")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Copy as quote")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("The quote is copied, as YAML.")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Claim from this")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".quoting")).to_be_hidden()


def test_without_leave_to_copy_the_yaml_is_selected(preview: str, watch: Watch) -> None:
    page = watch(fresh=True).page
    page.goto(f"{preview}briefings/{SLUG}/articles/courier/")
    wait_until(page, "document.querySelector('.quoting') !== null")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    _select(page, 2, "harbour master")
    page.get_by_role("button", name="Copy as quote").click()
    expect(page.get_by_role("status")).to_contain_text("The YAML is selected")
    chosen = page.evaluate("getSelection().toString()")
    assert chosen == page.locator(".quoting pre").text_content()
    assert chosen.endswith("courier: harbour master")


def test_the_bar_goes_with_the_selection(preview: str, watch: Watch) -> None:
    page = _open(watch, preview)
    _select(page, 2, "harbour master")
    page.locator("h1").click()
    expect(page.locator(".quoting")).to_be_hidden()


def test_the_bar_fits_a_narrow_window(preview: str, watch: Watch) -> None:
    page = _open(watch, preview, viewport={"width": 320, "height": 640})
    _select(page, 2, "master")
    page.get_by_role("button", name="Copy as quote").click()
    expect(page.get_by_role("status")).to_have_text("The quote is copied, as YAML.")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    for name in ("Copy as quote", "Claim from this"):
        box = page.get_by_role("button", name=name).bounding_box()
        assert box is not None
        assert box["height"] >= 24 and box["x"] >= 0 and box["x"] + box["width"] <= 320


def test_the_part_for_editors_is_shown_in_the_preview(preview: str, watch: Watch) -> None:
    page = _open(watch, preview)
    expect(page.locator("#editors")).to_be_visible()


def test_a_published_site_has_none_of_it(site: str, repository: Path, watch: Watch) -> None:
    page = watch().page
    page.goto(f"{site}briefings/{SLUG}/articles/courier/")
    assert page.locator("#quoting, .quoting, [data-paragraph]").count() == 0
    expect(page.locator("#editors")).to_be_hidden()
    assert not (repository / "site/assets/preview").exists()


def test_another_site_gets_no_answer(preview: str) -> None:
    query = f"_quote?briefing={SLUG}&article=courier&words=bridge&paragraph=1&before=0"
    for header, value in (("Host", "evil.example"), ("Sec-Fetch-Site", "cross-site")):
        request = urllib.request.Request(preview + query, headers={header: value})
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(request, timeout=20)
        assert refused.value.code == 403
        refused.value.close()
    with urllib.request.urlopen(preview + query, timeout=20) as answer:
        assert answer.status == 200
