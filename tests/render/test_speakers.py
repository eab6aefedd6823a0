"""Wherever a claim stands alone, everybody who says it is named, with the letters where articles differ."""

import html
import re
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from generator.analyse.findings.findings import Findings
from generator.analyse.findings.unheard import unheard
from generator.model.changes import Change, History, Part, Past, Version, What
from generator.model.settings import Settings
from generator.pipeline import check
from generator.render.exports.atom import feeds
from generator.render.plan import plan
from generator.render.site import render
from tests.paths import GOLDEN
from tests.render.histories import anchored_of, edited
from tests.render.views import briefing_ld

SENTENCES: Final = {
    "diver-saw": "Harbour office (A), B itself: A diver saw the cracks first.",
    "eastern-left": (
        "The harbour office says that the count took two days, and that the eastern span was left for later."
    ),
    "diver-told": "the diver, according to Harbour office: The diver told of the cracks.",
    "report-not-seen": "A writes: The Courier has not seen the report.",
    "cars-in-april": "Tomas Reyl: Cars may cross in April.",
    "six-weeks": "Calder and Reyl say that the inspection goes on for six weeks.",
}
LINES: Final = {
    "diver-saw": "The harbour office says that a diver saw the cracks first. A B itself",
    "eastern-left": f"{SENTENCES['eastern-left']} B",
    "diver-told": "The diver told of the cracks. (passed on by Harbour office) A",
    "report-not-seen": "The Courier has not seen the report. A itself",
    "cars-in-april": "Tomas Reyl: Cars may cross in April. B part-quoted",
    "six-weeks": "Calder and Reyl say that the inspection goes on for six weeks. A",
}
"""What the claim's own line says, whose chips tell who else says it."""

BRIDGE: Final = "briefings/oldmere-bridge"


@cache
def oldmere() -> Findings:
    [found] = [one for one in check(GOLDEN).findings if one.briefing.slug == "oldmere-bridge"]
    return found


def pages(found: Findings) -> dict[str, str]:
    """The pages as they are read, by path: without markup."""
    written = render(plan([found]))
    return {path: plain(text) for path, text in written.items() if isinstance(text, str)}


def plain(text: str) -> str:
    """A page's words; the space within a chip, at which no line is broken, as any other."""
    return html.unescape(re.sub(r"\*\*|</?[a-z][^>]*>", "", text)).replace("\u00a0", " ")


@pytest.mark.parametrize("claim", SENTENCES)
def test_on_pages(claim: str) -> None:
    """On the briefing as line, where something refers to it, on pages of sources and of actors."""
    read = pages(oldmere())
    sentence = SENTENCES[claim]
    line, _, below = read[f"{BRIDGE}/index.md"].partition(LINES[claim] + "\n")
    assert re.search(r"\n\d+$", line) and below
    links = [
        words
        for path, text in read.items()
        for words in re.findall(rf"\[([^\[\]]*)\]\([^()]*#claim-{claim}\)\{{: \.claim-link \}}", text)
    ]
    assert len(links) >= 1
    assert set(links) == {sentence}


@pytest.mark.parametrize("claim", SENTENCES)
def test_in_a_feed(claim: str) -> None:
    change = Change(
        "claim",
        claim,
        What.CHANGED,
        {"text": "A"},
        {"text": "B"},
        (Part("text", "A", "B", substantive=True),),
    )
    first, second = (
        Version(f"{day}" * 40, f"2031-03-0{day}T12:00:00Z", "c" * 40, changes)
        for day, changes in ((5, ()), (6, (change,)))
    )
    made = feeds(
        [oldmere()],
        Settings(site="https://team.example/", name="X"),
        Past({"oldmere-bridge": History((first, second))}),
    )
    assert SENTENCES[claim][:90].removesuffix(".") in plain(html.unescape(made["feed.xml"]))


def test_in_a_citation_each_quote_is_its_own_speaker_s() -> None:
    page = next(one for one in plan([oldmere()]) if one.path == f"{BRIDGE}/index.md")
    assert page.briefing is not None
    cited = {claim.id: claim.cited for claim in page.briefing.claims}
    assert [one.speaker for one in cited["diver-saw"]] == ["Harbour office", "B itself"]
    assert [one.speaker for one in cited["eastern-left"]] == [
        "Harbour office",
        "B leaves open whether it is Harbour office or B itself",
    ]
    assert [one.speaker for one in cited["diver-told"]] == ["the diver, according to Harbour office"]
    assert [one.speaker for one in cited["report-not-seen"]] == ["A itself"]


def test_whoever_says_it_in_one_source_has_it_on_the_own_page(tmp_path: Path) -> None:
    given = anchored_of(tmp_path, edited(("modality: warns", "modality: warns, by: ann")))
    sentence = "Ann Lee (A): Crates are wet."
    read = pages(given)
    says = read["actors/ann/index.md"].partition("\nSaid of ")[0].partition("\nPassed on by ")[0]
    assert f"[{sentence}]" in says


def test_who_only_may_be_saying_it_has_no_claim_of_it(tmp_path: Path) -> None:
    """No author, nothing on an actor's page, and no count; the words tell that it is open."""
    actor = "  cleo: {name: Cleo Roe, kind: person}\norigins:\n"
    text = edited(("origins:\n", actor), ("modality: warns", "modality: warns, by_open: [cleo, article]"))
    found = anchored_of(tmp_path, text)
    read = pages(found)
    assert "\nCrates are wet. A leaves open: Roe or itself\n" in re.sub(
        r"\n\d+", "\n", read["briefings/wall/index.md"]
    )
    assert "No briefing has a claim by or about Cleo Roe." in read["actors/cleo/index.md"]
    assert "Crates" not in read["actors/cleo/index.md"]
    assert unheard(found.briefing) == ()
    assert '"author": [{"@id": "../../actors/cleo/"}]' not in briefing_ld(found)
