"""What tests of lists are made of: sets of small briefings, and the pages that lists make of them."""

import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import markdown

from generator.analyse.findings.findings import Findings
from generator.model.changes import Change, History, Part, Past, Version, What
from generator.render.page import Page
from generator.render.site import render
from tests.analyse.makers import summary_of
from tests.render.pages.test_pages import EXTENSIONS

GONE = {"date": "2031-01-01", "reason": "It rested on a forged letter."}


def one(slug: str, **given: Any) -> Findings:
    """A briefing whose title is its slug with a capital, unless one is given; no claim has a quote."""
    briefing = replace(summary_of(**{"title": slug.capitalize(), **given}), slug=slug)
    return Findings(briefing, {claim.id: () for claim in briefing.summary.claims}, ())


def many(number: int, **given: Any) -> list[Findings]:
    """As many briefings with addresses in their order."""
    return [one(f"n{at:04}", **given) for at in range(number)]


def question(id: str, status: str = "open", **given: Any) -> dict[str, Any]:
    return {"id": id, "text": f"{id.capitalize()}?", "claims": [], "status": status, **given}


def answered(id: str, text: str, **resolution: Any) -> dict[str, Any]:
    return question(id, "answered", resolution={"text": text, "claims": ["c"], **resolution})


def version(day: str, *changes: Change) -> Version:
    return Version("1" * 40, f"{day}T12:00:00Z" if day else "", "c", changes)


def past(**histories: Sequence[Version]) -> Past:
    return Past({slug: History(tuple(versions)) for slug, versions in histories.items()})


def became(status: str, id: str) -> Change:
    """That a question has this status now."""
    part = Part("status", "open", status, substantive=True)
    return Change("question", id, What.CHANGED, {"status": "open"}, {"status": status}, (part,))


def markdown_of(pages: Iterable[Page]) -> dict[str, str]:
    """The pages' Markdown by path, without their front matter."""
    return {
        path: text.split("---\n", 2)[2]
        for path, text in render(pages).items()
        if isinstance(text, str) and path.endswith(".md")
    }


def html_of(text: str) -> str:
    return markdown.Markdown(extensions=EXTENSIONS).convert(text)


def items(text: str) -> list[tuple[dict[str, str], str]]:
    """Of each list item of a page its attributes and its words."""
    found = _Items()
    found.feed(html_of(text))
    return [(given, " ".join(words.split())) for given, words in found.items]


def titles(text: str) -> list[str]:
    """The first link of each list item."""
    return re.findall(r"(?m)^- \[(?:\*\*)?(.+?)(?:\*\*)?\]\(", text)


def headings(text: str) -> list[str]:
    found = re.findall(r"(?m)^#+ (.+?)(?: \{: .*\})?$", text)
    return [re.sub(r"</?span[^>]*>", "", one) for one in found]


def broken(pages: Mapping[str, str], beside: Iterable[str] = ()) -> list[tuple[str, str]]:
    """The links of these pages that lead to none of them, and to no page that stands ``beside``."""
    there = {*pages, *beside}
    return [
        (path, href)
        for path, text in pages.items()
        for href in re.findall(r"\]\(([^)#]+)", text)
        if posixpath.normpath(posixpath.join(posixpath.dirname(path), href)) not in there
    ]


class _Items(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.items: list[tuple[dict[str, str], str]] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "li":
            self._inside = True
            self.items.append(({name: value or "" for name, value in attrs}, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "li":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            given, words = self.items[-1]
            self.items[-1] = (given, words + data)


def section(text: str, anchor: str) -> str:
    """What stands below the heading with this anchor, up to the next of its level."""
    return text.partition(f"{{: #{anchor} ")[2].partition("\n")[2].partition("\n## ")[0]
