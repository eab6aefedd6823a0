"""Holds a built site to its budget: what a reader of a briefing sees before anything is opened, and texts.

`python -m tools.budget [SITE]` prints a table, and fails where a page is over. A page is measured in a
browser, whose window has its width and height in CSS pixels.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, Page, sync_playwright
from pypdf import PdfReader

from tools.ensure_browser import find_browser
from tools.screenshots import ARGUMENTS, served

WIDE: Final = (1280, 800)
NARROW: Final = (390, 844)

TEXTS: Final = {"method/": 400, "api/": 400}
"""Pages that explain the site, and the most words of each."""

SHORT_SET: Final = 1500
"""Articles with at most as many words together are a short set, whose page has a fixed budget."""

_MEASURES: Final = """() => {
  const words = (text) => (text.match(/\\S+/g) ?? []).length;
  const article = document.querySelector("article");
  const text = (selector) => [...document.querySelectorAll(selector)].map((each) => each.innerText).join(" ");
  const stops = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex]")]
    .filter((each) => each.tabIndex >= 0 && !each.disabled && (each.type !== "radio" || each.checked))
    .filter((each) => each.checkVisibility({ visibilityProperty: true }));
  const lede = document.querySelector(".lede");
  const quotes = [...document.querySelectorAll(".opened .chip[href*='#quote-']")].map((each) => each.href);
  const times = Object.values(Object.groupBy(quotes, (each) => each)).map((each) => each.length);
  return {
    words: words(article.innerText),
    first_lines: words(text("h1, .as-of, .in-short > .lede, .in-short > .line")),
    height: document.documentElement.scrollHeight,
    width: document.documentElement.scrollWidth,
    stops: stops.length,
    stops_before: stops.filter((each) => lede && each.compareDocumentPosition(lede) & 4).length,
    marked_mean: times.length ? times.reduce((sum, each) => sum + each) / times.length : 0,
    marked_most: Math.max(0, ...times),
    article_words: [...document.querySelectorAll("[data-words-of-source]")]
      .reduce((sum, each) => sum + Number(each.dataset.wordsOfSource), 0),
  };
}"""


@dataclass(frozen=True)
class Measure:
    """A number of a page, and the most that it may be."""

    name: str
    value: float
    most: float

    @property
    def is_over(self) -> bool:
        """Whether it is more than it may be."""
        return self.value > self.most


def measures(browser: Browser, address: str) -> list[Measure]:
    """Measures the page of a briefing at an address.

    The page of a long set may have a tenth of its articles' words, and is as long as that makes it.
    """
    wide, narrow = _measured(browser, address, WIDE), _measured(browser, address, NARROW)
    read = wide["article_words"]
    found = [
        Measure("words, nothing opened", wide["words"], 1000 if read <= SHORT_SET else read / 10),
        Measure("title to the last line of the bottom line", wide["first_lines"], 180),
        Measure("tab stops before the lede", wide["stops_before"], 8),
        Measure("times a quote is marked, most", wide["marked_most"], 2),
        Measure("times a quote is marked, mean", round(wide["marked_mean"], 2), 1.4),
        Measure(f"pixels across at {NARROW[0]}", narrow["width"], NARROW[0]),
    ]
    if read <= SHORT_SET:
        found += [
            Measure("screens at 1280×800", round(wide["height"] / WIDE[1], 2), 3),
            Measure("screens at 390×844", round(narrow["height"] / NARROW[1], 2), 7),
            Measure("tab stops", wide["stops"], 80),
        ]
    return found


def words_of_texts(browser: Browser, home: str) -> list[Measure]:
    """Measures the pages that explain the site at an address."""
    return [
        Measure(f"words of {path}", _measured(browser, home + path, WIDE)["words"], most)
        for path, most in TEXTS.items()
    ]


def _measured(browser: Browser, address: str, size: tuple[int, int]) -> dict[str, Any]:
    page: Page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    page.goto(address, wait_until="load")
    page.evaluate("() => document.fonts.ready.then(() => true)")
    found: dict[str, Any] = page.evaluate(_MEASURES)
    page.close()
    return found


def _of_paper(folder: Path, found: list[Measure]) -> Iterator[Measure]:
    """Measures the PDF of a briefing with a short set of articles: one sheet, and four of annex."""
    papers = folder.glob(f"{folder.name}*.pdf") if any(one.name == "tab stops" for one in found) else ()
    for path in sorted(papers):
        most = 1 if path.stem.endswith("-sheet") else 5
        yield Measure(f"pages of {path.name}", len(PdfReader(path).pages), most)


def _told(title: str, found: list[Measure]) -> int:
    """Prints measures under a title; returns how many are over."""
    print(title)
    for measure in found:
        sign = "OVER" if measure.is_over else "    "
        print(f"  {sign} {measure.value:>8g} of {measure.most:g}  {measure.name}")
    return sum(measure.is_over for measure in found)


def main(site: Path) -> int:
    """Print the measures of each briefing and of the site's texts; returns 1 where one is over its budget."""
    over = 0
    with served(site) as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=ARGUMENTS)
        for path in sorted(site.glob("briefings/*/index.html")):
            if (path.parent / "articles").is_dir():
                found = measures(browser, f"{home}briefings/{path.parent.name}/")
                over += _told(path.parent.name, [*found, *_of_paper(path.parent, found)])
        over += _told("How to read this, and data", words_of_texts(browser, home))
        browser.close()
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("site")))
