"""Plans the page that explains the site's marks."""

from generator.render.addresses import (
    METHOD,
)
from generator.render.page import Page
from generator.render.words import phrase
from generator.render.words.values import CHIP, RELATION


def method_plan() -> Page:
    """Plan the page that explains the site's marks."""
    return Page(
        path=METHOD,
        template="method",
        title=phrase("how-to-read-this"),
        description=phrase("method-description"),
        view={
            "speech": {kind.name: words for kind, words in CHIP.items()},
            "relation": {
                "corroborates": RELATION["corroborates"],
                "later": RELATION["later-position-of"],
            },
        },
    )
