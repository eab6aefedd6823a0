"""Plans the page that explains the site's marks."""

from dataclasses import dataclass

from generator.model.passage import Speech
from generator.model.settings import NOTHING_SET, Settings
from generator.render.addresses import DATA, GUIDE, METHOD, link
from generator.render.page import Page
from generator.render.parts.corrections import contact_address
from generator.render.words import phrase
from generator.render.words.values import CHIP, RELATION


@dataclass(frozen=True)
class MarkView:
    """A chip as it stands on a line, of a source A, and what it means."""

    chip: str
    means: str


@dataclass(frozen=True)
class NamesView:
    """What pages call things, as they write it before what follows."""

    get_first: str
    unheard: str
    corroborates: str
    later: str


def method_plan(settings: Settings = NOTHING_SET) -> Page:
    """Plan the page that explains the site's marks."""
    return Page(
        path=METHOD,
        template="method",
        title=phrase("how-to-read-this"),
        description=phrase("method-description"),
        view={
            "marks": _marks(),
            "names": NamesView(
                get_first=phrase("get-first").strip(),
                unheard=phrase("unheard").strip(),
                corroborates=RELATION["corroborates"],
                later=RELATION["later-position-of"],
            ),
            "form": settings.repository is not None,
            "contact": contact_address(settings),
            "data": link(METHOD, DATA, "cite"),
            "guide": link(METHOD, GUIDE),
        },
    )


def _marks() -> tuple[MarkView, ...]:
    told = {
        "": phrase("method-plain"),
        CHIP[Speech.SPOKEN]: phrase("method-spoken"),
        CHIP[Speech.PART_QUOTED]: phrase("method-part-quoted"),
        CHIP[Speech.ARTICLE]: phrase("method-article"),
        phrase("chip-unnamed"): phrase("method-unnamed"),
        phrase("chip-open", "").strip(" :"): phrase("method-open"),
        phrase("method-somebody"): phrase("method-other"),
    }
    return tuple(MarkView(phrase("method-mark", words).strip(), means) for words, means in told.items())
