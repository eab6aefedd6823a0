"""Plans the guide for those who write briefings."""

from dataclasses import dataclass
from typing import Final

from generator.render.addresses import GUIDE, METHOD, link
from generator.render.page import Page
from generator.render.words import phrase

_SECTIONS: Final = (
    *("claim", "voice", "first-said", "differ", "unanswered", "likely", "withdraw", "rights", "people"),
    "before",
)
"""The sections, in their order, by the end of their phrases' names and of their addresses."""


@dataclass(frozen=True)
class SectionView:
    """A section of the guide: the id that its address ends with, its heading, its text."""

    id: str
    heading: str
    text: str


def guide_plan() -> Page:
    """Plan the guide for editors."""
    return Page(
        path=GUIDE,
        template="guide",
        title=phrase("guide-for-editors"),
        description=phrase("guide-description"),
        view={
            "sections": tuple(
                SectionView(name, phrase(f"guide-{name}"), phrase(f"guide-{name}-text")) for name in _SECTIONS
            ),
            "method": link(GUIDE, METHOD),
        },
    )
