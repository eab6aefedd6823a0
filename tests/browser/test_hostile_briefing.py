"""A briefing whose every field is hostile, through the whole pipeline and MkDocs into a browser.

None of its texts executes, and each is shown as it was written. Controls: the same page with its escapes
undone executes, and a text that isn't on a page is missed.
"""

import html
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from tests.browser.hostile import HOSTILE, SLUG, Hostile, as_shown, on_one_line
from tests.browser.serving import Serve
from tests.browser.watching import Watch, Watched


@pytest.fixture(scope="module")
def site(hostile_repository: Path, serve: Serve) -> str:
    return serve(hostile_repository / "site")


@pytest.fixture
def trap(watch: Watch) -> Watched:
    """A page on which an attack that runs tells so; no policy of the site's helps."""
    watched = watch(bypass_csp=True)
    watched.page.add_init_script("window.attack = () => { top.__executed = true }")
    return watched


READ: Final = """() => {
    const every = (chosen) => [...document.querySelectorAll(chosen)]
    // What programs read, and the foot of printed sheets: data that nobody runs or sees here.
    const data = every('article script[type="application/ld+json"], article style')
    const foot = /^@page \\{ @bottom-left \\{ content: "(?:[A-Za-z0-9]|\\\\[0-9A-F]+ )*" \\} \\} ?$/
    const odd = data.filter((one) => one.localName === "style" && !foot.test(one.textContent))
    for (const one of data) one.remove()
    const own = every("article, article *")
    return {
        executed: window.__executed ?? (odd.length ? odd[0].textContent : null),
        text: document.querySelector("article")?.textContent ?? "",
        marks: every("article blockquote mark").map((one) => one.textContent),
        head: [document.title, document.querySelector("meta[name=description]")?.content ?? ""],
        elements: [...new Set(own.map((one) => one.localName))],
        handlers: every("*").flatMap((one) => [...one.attributes])
            .filter((one) => one.name.startsWith("on") || one.name === "srcdoc").map((one) => one.name),
        leads: own.map((one) => one.getAttribute("href") ?? one.getAttribute("src")).filter(Boolean),
        ids: own.map((one) => one.id).filter(Boolean),
    }
}"""
# What our templates, Markdown and the theme make; nothing of it loads or runs anything.
ELEMENTS: Final = frozenset(
    [
        *(
            "article",
            "div",
            "section",
            "h1",
            "h2",
            "h3",
            "p",
            "ul",
            "ol",
            "li",
            "table",
            "caption",
            "thead",
            "tbody",
        ),
        *(
            "tr",
            "th",
            "td",
            "a",
            "strong",
            "small",
            "br",
            "blockquote",
            "mark",
            "del",
            "span",
            "bdi",
            "details",
        ),
        *("summary", "time", "nav", "em", "q", "cite"),
        *("svg", "line", "rect", "text"),  # the picture of a timeline, which holds nothing but our own words
    ]
)


# What the search page has of its own: its field, and what its script makes.
SEARCH: Final = frozenset(["form", "input", "button", "fieldset", "legend", "label"])

# What script adds: a filter above a list, and buttons to copy and to mark as read.
ADDED: Final = frozenset(["input", "label", "button"])

# Commands and addresses, of our own words alone.
COMMANDS: Final = frozenset(["code", "pre"])
OWN: Final = {
    "": ADDED | {"form", "input", "button"},
    "search/": SEARCH,
    "api/": COMMANDS,
    "method/": COMMANDS,
}


# Links within the site, and to the addresses that the fields for addresses hold.
LEADS: Final = (
    r"[\w./#-]+|http://127\.0\.0\.1:\d+/repository/search/\?q=|https://courier\.example/\S+"
    r"|https://www\.wikidata\.org/wiki/Q\d+"
)


def pages(root: Path) -> list[str]:
    files = (root / "site").rglob("index.html")
    return sorted(f"{path.parent.relative_to(root / 'site').as_posix()}/".replace("./", "") for path in files)


def absent(wanted: list[tuple[str, str]], shown: dict[str, str]) -> list[tuple[str, str]]:
    """The texts that no page of their folder shows as they were written."""
    return [
        (folder, text)
        for folder, text in wanted
        if not any(as_shown(text) in one for path, one in shown.items() if path.startswith(folder))
    ]


def test_no_field_executes_and_each_is_shown_as_written(
    site: str, hostile: Hostile, hostile_repository: Path, trap: Watched
) -> None:
    every = pages(hostile_repository)
    assert len(every) > 20
    shown, marks = {}, set()
    for path in every:
        trap.page.goto(site + path)
        read = trap.page.evaluate(READ)
        assert (path, read["executed"], read["handlers"]) == (path, None, [])
        assert set(read["elements"]) <= (ELEMENTS | OWN.get(path, ADDED)), path
        assert [one for one in read["leads"] if not re.fullmatch(LEADS, one)] == []
        assert len(set(read["ids"])) == len(read["ids"]), path
        shown[path] = on_one_line(" ".join([*read["head"], read["text"]]))
        marks |= {on_one_line(one) for one in read["marks"]}
    assert (trap.dialogs, trap.messages, trap.foreign_requests()) == ([], [], [])

    assert len(hostile.wanted) > 150
    assert {one for one in HOSTILE if any(one in text for _, text in hostile.wanted)} == set(HOSTILE)
    assert absent(hostile.wanted, shown) == []
    assert {as_shown(one) for one in hostile.quoted} - marks == set()
    # The control: what isn't there is missed.
    assert absent([(f"briefings/{SLUG}/", "<b>q0x</b>")], shown) != []


def test_control_the_same_page_without_its_escapes_executes(
    hostile_repository: Path, tmp_path: Path, serve: Serve, trap: Watched
) -> None:
    page = f"briefings/{SLUG}/index.md"
    raw = html.unescape((hostile_repository / "build" / "pages" / page).read_text(encoding="utf-8"))
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text(raw.split("---\n", 2)[2], encoding="utf-8")
    settings = {
        "site_name": "Raw",
        "theme": {"name": "material", "font": False},
        "plugins": [],
        "markdown_extensions": ["attr_list", "md_in_html", "tables", "toc"],
    }
    (tmp_path / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--no-strict", "-f", str(tmp_path / "mkdocs.yml")]
    subprocess.run(command, check=True, capture_output=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})
    trap.page.goto(serve(tmp_path / "site"))
    assert trap.page.evaluate("window.__executed") is True
