"""JSON-LD: only what schema.org defines, whose words they are, and that a page carries it untouched."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final
from urllib.parse import urldefrag, urljoin

import markdown
import pytest

from generator.analyse.findings.findings import Findings
from generator.model.changes import History, Version
from generator.model.entries import Actor
from generator.model.settings import Settings
from generator.pipeline import check
from generator.publish.content_security_policy import with_policy
from generator.render.addresses import actor_page, briefing_page, site_path, source_page
from generator.render.edition import visible
from generator.render.escape import Safe
from generator.render.exports.json_ld import actor_ld, source_ld
from generator.render.plan import plan
from generator.render.site import render
from tests.check.cases import MINIMAL
from tests.paths import GOLDEN
from tests.render.views import briefing_ld

SET: Final = Settings(site="https://team.example/b/")
EXTENSIONS: Final = ["attr_list", "md_in_html", "tables", "toc"]  # As mkdocs.yml has them.

_WORK: Final = frozenset(["name", "text", "creditText", "inLanguage", "dateCreated", "creator"])
_THING: Final = frozenset(["name", "alternateName", "disambiguatingDescription", "description", "sameAs"])
# From the vocabulary of schema.org, release 30.0: those of its properties for each type that may be used.
PROPERTIES: Final = {
    "Report": _WORK
    | {"headline", "abstract", "keywords", "creativeWorkStatus", "datePublished", "dateModified"}
    | {"citation", "mentions", "hasPart"},
    "NewsArticle": _WORK | {"headline", "publisher", "datePublished", "url", "archivedAt", "hasPart"},
    "Claim": _WORK | {"author", "about", "appearance", "firstAppearance", "isBasedOn"},
    "Quotation": _WORK | {"isPartOf"},
    "Question": _WORK | {"about", "suggestedAnswer"},
    "Answer": _WORK,
    "CreativeWork": _WORK,
    "Person": _THING | {"jobTitle", "memberOf"},
    "Organization": _THING | {"memberOf"},
    "Country": _THING,
}


@cache
def shown(root: Path = GOLDEN) -> tuple[Findings, ...]:
    return tuple(visible(check(root).findings))


def oldmere() -> Findings:
    [found] = [one for one in shown() if one.briefing.slug == "oldmere-bridge"]
    return found


def actors() -> dict[str, Actor]:
    return {id: actor for one in shown() for id, actor in one.briefing.actors.items()}


def read(script: Safe) -> Any:
    found = re.fullmatch(r'<script type="application/ld\+json">([^<\n]*)</script>', script)
    assert found
    return json.loads(found[1])


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for inner in inside:
        yield from nodes(inner)


def made(root: Path, settings: Settings) -> dict[str, Any]:
    """What every page of a site gets, by the page's path."""
    scripts: dict[str, Safe] = {}
    for one in shown(root):
        scripts[briefing_page(one.briefing.slug)] = briefing_ld(one, settings)
        for article in one.briefing.articles.values():
            scripts[source_page(one.briefing.slug, article.id)] = source_ld(one, article, settings)
        for id in one.briefing.actors:
            scripts[actor_page(id)] = actor_ld(id, one.briefing.actors, settings)
    return {path: read(script) for path, script in scripts.items() if script}


def faults(node: dict[str, Any]) -> list[str]:
    """The properties of a node that schema.org doesn't define for any of its types."""
    if set(node) == {"@id"}:
        return []
    types = node["@type"] if isinstance(node["@type"], list) else [node["@type"]]
    known = {"@context", "@type", "@id"}.union(*(PROPERTIES[one] for one in types))
    return [f"{types}: {name}" for name in node if name not in known]


@pytest.mark.parametrize("settings", [SET, Settings()])
@pytest.mark.parametrize(
    ("root", "pages"),
    [
        # Two briefings, four sources and ten actors that stand; a briefing, two sources and two actors.
        (GOLDEN, 16),
        (MINIMAL, 5),
    ],
)
def test_only_what_schema_org_defines_and_nothing_empty(root: Path, pages: int, settings: Settings) -> None:
    everything = made(root, settings)
    assert len(everything) == pages
    for node in nodes([*everything.values()]):
        assert faults(node) == []
        assert all(value not in ("", None, [], {}) for value in node.values())
    assert "ClaimReview" not in json.dumps(everything)


def test_control_an_unknown_property_is_seen() -> None:
    assert faults({"@type": "Country", "memberOf": []}) == ["['Country']: memberOf"]
    assert faults({"@type": "Claim", "claimReviewed": "x"}) == ["['Claim']: claimReviewed"]


@pytest.mark.parametrize("settings", [SET, Settings()])
@pytest.mark.parametrize("root", [GOLDEN, MINIMAL])
def test_every_id_is_a_place_on_the_site(root: Path, settings: Settings) -> None:
    base = settings.site or "https://anywhere.example/x/"
    pages = {f"{base}{site_path(path)}": str(text) for path, text in render(plan(shown(root))).items()}
    for path, whole in made(root, settings).items():
        for node in nodes(whole):
            if "@id" in node:
                assert bool(settings.site) == node["@id"].startswith("https://")
                page, fragment = urldefrag(urljoin(f"{base}{site_path(path)}", node["@id"]))
                assert not fragment or re.search(rf'id="{fragment}"|: #{fragment} ', pages[page]), node["@id"]


def claims(whole: Any) -> dict[str, Any]:
    return {one["@id"].partition("#claim-")[2]: one for one in whole["hasPart"] if one["@type"] == "Claim"}


def test_spoken_words_alone_are_the_speakers() -> None:
    report = read(briefing_ld(oldmere(), SET))
    found = claims(report)

    def creators(claim: str) -> list[Any]:
        return [quote.get("creator") for quote in found[claim]["isBasedOn"]]

    reyl = {"@id": "https://team.example/b/actors/reyl/"}
    assert creators("cars-in-may") == [[reyl], None]  # Spoken; paraphrased by another article.
    assert creators("cars-in-april") == [None]  # Part-quoted.
    assert creators("six-weeks") == [None]  # Paraphrased.
    assert creators("report-not-seen") == [None] and "author" not in found["report-not-seen"]
    assert creators("fair-nuisance") == [None] and "author" not in found["fair-nuisance"]
    assert found["six-weeks"]["author"] == [{"@id": "https://team.example/b/actors/calder/"}, reyl]
    assert found["report-not-seen"]["creditText"] == "Source A"
    for quote in nodes(found):
        if quote.get("@type") == "Quotation":
            assert quote["isPartOf"]["@id"] in quote["@id"]


def test_words_that_somebody_passed_on_are_not_told_as_the_first_speakers() -> None:
    anchored = oldmere()
    [quote] = anchored.quotes["cars-today"]
    assert read(briefing_ld(anchored))["hasPart"][5]["isBasedOn"][0]["creator"]
    claim = quote.claim.model_copy(update={"via": ("reyl",)})
    passed_on = {**anchored.quotes, "cars-today": (replace(quote, claim=claim),)}
    again = read(briefing_ld(replace(anchored, quotes=passed_on)))
    assert "creator" not in again["hasPart"][5]["isBasedOn"][0]


def test_only_the_claims_own_speaker_is_its_author() -> None:
    """Not the article that says it itself, nor those who only may be saying it; the words name them all."""
    found = claims(read(briefing_ld(oldmere(), SET)))
    office = [{"@id": "https://team.example/b/actors/harbour-office/"}]
    assert found["diver-saw"]["author"] == found["eastern-left"]["author"] == office
    assert found["diver-saw"]["creditText"] == "Harbour office (A), B itself"
    assert found["diver-saw"]["text"].startswith("Harbour office (A), B itself: ")
    # What is open in a source that has words of a known speaker too is told beside its words alone.
    assert found["eastern-left"]["creditText"] == "Harbour office"
    assert found["eastern-left"]["text"].startswith("The harbour office says")
    assert [quote.get("creator") for quote in found["eastern-left"]["isBasedOn"]] == [None, None]
    assert found["report-not-seen"]["text"] == "A writes: The Courier has not seen the report."


def test_words_that_others_say_in_one_source_are_not_the_author_s() -> None:
    """Spoken words of a quote with its own speaker are that speaker's; where it is open whose, nobody's."""
    anchored = oldmere()
    [quote] = anchored.quotes["cars-today"]

    def creator(**of: tuple[str, ...]) -> Any:
        evidence = quote.evidence.model_copy(update=of)
        claim = quote.claim.model_copy(update={"evidence": (evidence,)})
        of_reyl = replace(quote, claim=claim, evidence=evidence)
        again = replace(anchored, quotes={**anchored.quotes, "cars-today": (of_reyl,)})
        return claims(read(briefing_ld(again)))["cars-today"]["isBasedOn"][0].get("creator")

    assert creator() == [{"@id": "../../actors/amberley/"}]
    assert creator(by=("reyl",)) == [{"@id": "../../actors/reyl/"}]
    assert creator(by_open=("amberley", "reyl")) is None


def test_first_said_is_told_where_it_is_one_known_place() -> None:
    found = claims(read(briefing_ld(oldmere(), SET)))
    # The statement passes on the report, so that is where it was first said.
    assert found["six-weeks"]["firstAppearance"] == {
        "@type": "CreativeWork",
        "@id": "https://team.example/b/briefings/oldmere-bridge/#origin-inspection-report",
        "name": "The inspectors' report",
    }
    assert "firstAppearance" not in found["cars-in-may"]  # Inferred of one quote, unknown of the other.
    assert "firstAppearance" not in found["cars-today"]


def test_first_said_is_not_told_where_an_editor_inferred_it() -> None:
    anchored = oldmere()
    [quote] = anchored.quotes["no-opening"]
    assert "firstAppearance" in claims(read(briefing_ld(anchored)))["no-opening"]
    inferred = quote.evidence.model_copy(
        update={"origin": "council-remarks", "origin_inferred": "So it seems."}
    )
    quotes = {**anchored.quotes, "no-opening": (replace(quote, evidence=inferred),)}
    again = claims(read(briefing_ld(replace(anchored, quotes=quotes))))
    assert "firstAppearance" not in again["no-opening"]


def test_what_is_withdrawn_is_left_out() -> None:
    report = read(briefing_ld(oldmere()))
    live = {claim.id for claim in oldmere().briefing.summary.claims if not claim.withdrawn}
    assert set(claims(report)) == live and "nobody-saw" not in live
    asked = [one["@id"] for one in report["hasPart"] if one["@type"] == "Question"]
    assert "./#question-who-pays" in asked and "./#question-clock" not in asked
    assert len(report["citation"]) == 3
    bell = next(one for one in shown() if one.briefing.slug == "bell-tower")
    assert briefing_ld(bell) == ""
    articles = oldmere().briefing.articles
    assert source_ld(oldmere(), articles["report"]) == source_ld(oldmere(), articles["z-leaflet"]) == ""
    assert actor_ld("ferry-committee", actors()) == actor_ld("bare-guild", actors()) == ""


def test_dates_that_an_editor_inferred_are_not_told() -> None:
    courier = read(source_ld(oldmere(), oldmere().briefing.articles["courier"], SET))
    assert "datePublished" not in courier  # Inferred from the paper's masthead.
    assert (courier["headline"], courier["publisher"]["name"], courier["creditText"]) == (
        "Oldmere Bridge: shut until spring?",
        "The Oldmere Courier",
        "P. Lindqvist",
    )
    assert courier["url"] == "https://courier.example/oldmere/bridge?page=1&print=yes"
    report = read(briefing_ld(oldmere()))
    asked = {one["@id"]: one for one in report["hasPart"] if one["@type"] == "Question"}
    assert asked["./#question-which-day"]["dateCreated"] == "2031-03-04"
    assert asked["./#question-how-many"]["suggestedAnswer"]["dateCreated"] == "2031-03-05"
    assert {"datePublished", "dateModified"} & set(report) == set()
    history = History((Version("t", "2031-03-05T10:04:00Z", "c"), Version("u", "2031-03-06T10:04:00Z", "d")))
    dated = read(briefing_ld(oldmere(), history=history))
    assert (dated["datePublished"], dated["dateModified"]) == ("2031-03-05", "2031-03-05T10:04:00Z")


def test_a_source_tells_the_words_that_were_quoted_each_once() -> None:
    courier = read(source_ld(oldmere(), oldmere().briefing.articles["courier"], SET))
    texts = [one["text"] for one in courier["hasPart"]]
    assert len(texts) == len(set(texts))
    assert "We found forty cracked rivets" in texts
    assert not [one for one in texts if "tower clock" in one]


def test_actors() -> None:
    calder = read(actor_ld("calder", actors(), SET))
    assert calder == {
        "@context": "https://schema.org",
        "@type": "Person",
        "@id": "https://team.example/b/actors/calder/",
        "name": "Ines Calder",
        "alternateName": ["Calder", "Mayor Calder"],
        "jobTitle": "Mayor of Oldmere",
        "description": 'In office for a second term.\n\nOne article spells her first name with a "z".',
        "sameAs": "https://www.wikidata.org/wiki/Q999999999991",
        # The ferry committee was withdrawn.
        "memberOf": [
            {
                "@type": "Organization",
                "@id": "https://team.example/b/actors/oldmere-council/",
                "name": "Oldmere council",
            }
        ],
    }
    assert read(actor_ld("wendland", actors()))["@type"] == "Country"
    assert read(actor_ld("drivers", actors()))["@type"] == "Organization"
    # A state that speaks, or is spoken of, stands where schema.org wants a person or an organisation.
    [state] = [
        one for one in read(briefing_ld(oldmere()))["mentions"] if one["@id"] == "../../actors/wendland/"
    ]
    assert state["@type"] == ["Country", "Organization"]


HOSTILE: Final = (
    "</script><img src=x onerror=alert(1)>",
    "<!--<script>",
    "a\n\n\nb  [x](y){: onclick=z } **b** `c` wzxhzdk:0 &lt; \u2028",
    "\\u003c/script> \x02klzzwxh:0000\x03",
)


class _Scripts(HTMLParser):
    """The scripts of a page, by type, and whatever else there is."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.scripts: list[tuple[str, str]] = []
        self.other: list[str] = []
        self.kind = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script":
            self.kind = dict(attrs).get("type") or ""
            self.scripts.append((self.kind, ""))
        else:
            self.other.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.kind = "" if tag == "script" else self.kind

    def handle_data(self, data: str) -> None:
        if self.kind:
            self.scripts[-1] = (self.kind, self.scripts[-1][1] + data)
        elif data.strip():
            self.other.append(data.strip())


@pytest.mark.parametrize("text", HOSTILE)
def test_it_passes_through_markdown_untouched_whatever_it_holds(text: str) -> None:
    anchored = oldmere()
    first, *rest = anchored.briefing.summary.claims
    summary = anchored.briefing.summary.model_copy(
        update={"title": text, "claims": (first.model_copy(update={"text": text}), *rest)}
    )
    hostile = replace(anchored, briefing=replace(anchored.briefing, written=summary))
    script = briefing_ld(hostile, SET)
    page = markdown.markdown(f"# Title\n\nBefore.\n\n{script}\n\nAfter.", extensions=EXTENSIONS)
    found = _Scripts(page)
    assert found.other == ["h1", "Title", "p", "Before.", "p", "After."]
    [(kind, written)] = found.scripts
    assert kind == "application/ld+json"
    report = json.loads(written)
    assert report == read(script)
    assert report["headline"] == text
    assert report["hasPart"][0]["text"] == f"Ines Calder: {text}"  # It doesn't open with its speaker.


def test_the_pages_policy_does_not_name_it() -> None:
    head = '<head><meta charset="utf-8"></head>'
    page = with_policy(f"{head}{briefing_ld(oldmere())}")
    assert "'sha256-" not in page
    assert "'sha256-" in with_policy(f"{head}<script>alert(1)</script>")  # The control.
