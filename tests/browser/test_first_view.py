"""What a first visit costs: the bytes and requests of a briefing's page, before anybody searches."""

import gzip
from typing import Final

from playwright.sync_api import Response, expect

from tests.browser.watching import Watch

BRIEFING: Final = "briefings/oldmere-bridge/"
MOST_BYTES: Final = 100_000
MOST_REQUESTS: Final = 14


def test_first_view_of_a_briefing_is_small(site: str, watch: Watch) -> None:
    """Counted with an empty cache, each body by gzip at level 6, or as it is where that is no larger."""
    page = watch(fresh=True).page
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(site + BRIEFING, wait_until="networkidle")
    expect(page.locator("#search-open")).to_have_attribute("aria-haspopup", "dialog")
    bodies = {answer.url: answer.body() for answer in answers}
    sizes = {url: min(len(body), len(gzip.compress(body, 6))) for url, body in bodies.items()}
    assert site + "assets/search.js" in sizes  # The control: what is loaded is seen.
    assert not [url for url in sizes if "/assets/search/" in url]
    assert sum(sizes.values()) <= MOST_BYTES, sizes
    assert len(answers) <= MOST_REQUESTS, sizes
