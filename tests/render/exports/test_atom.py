"""Feeds: what RFC 4287 and RFC 4151 ask, what is told and of whom, and that a hostile text stays text."""

import re
from dataclasses import replace
from functools import cache
from typing import Any, Final
from xml.etree import ElementTree

import pytest

from generator.analyse.findings.findings import Findings
from generator.model.changes import NO_PAST, Change, History, Part, Past, Version, What
from generator.model.settings import NOTHING_SET, Settings
from generator.pipeline import check
from generator.render.addresses import briefing_page
from generator.render.edition import visible
from generator.render.exports.atom import MOST_CHANGES, MOST_ENTRIES, authority, feeds, why_no_feeds
from generator.render.parts.changes.writer import ChangeWriter
from tests.conftest import Repository
from tests.paths import GOLDEN
from tests.render.exports.atom import ATOM, XHTML, faults

SET: Final = Settings(site="https://Team.example/b/", name="The team")
SLUGS: Final = ("bell-tower", "ferry-timetable", "oldmere-bridge")

ARTICLE: Final = """The wall will hold, the mayor said. “We count nine cracks,” said Ada Lund.\n"""
BRIEFING: Final = """
title: "{title}"
as_of: "2026-03-03"
status: published
topics: [harbours, harbours]
editors: ["R. <Okoro>"]
bottom_line: [{{text: The mayor says that the wall will hold., claims: [wall-holds]}}]
actors:
  mayor: {{name: The mayor, kind: person}}
  lund: {{name: Ada Lund, kind: person}}
  port: {{name: The port, kind: organisation}}
claims:
  - {{id: wall-holds, text: The wall will hold., by: mayor,
     evidence: {{a: The wall will hold}}}}
  - {{id: nine-cracks, text: "{claim}", by: lund, about: [port],
     evidence: {{a: We count nine cracks}}}}
questions: []
"""


def version(time: str, *changes: Change) -> Version:
    return Version(time.encode().hex()[:40], time, "c" * 40, changes)


def reworded(id: str, **entry: Any) -> Change:
    part = Part("text", "Something was said.", "Something else was said.", substantive=True)
    return Change("claim", id, What.CHANGED, entry, entry, (part,))


def past(**histories: tuple[Version, ...]) -> Past:
    return Past({slug.replace("_", "-"): History(versions) for slug, versions in histories.items()})


@cache
def golden() -> tuple[Findings, ...]:
    return tuple(visible(check(GOLDEN).findings))


GOLDEN_PAST: Final = past(
    bell_tower=(version("2030-11-01T08:00:00Z"),),
    ferry_timetable=(
        version("2030-05-01T08:00:00Z"),
        version("2030-06-01T08:00:00Z", Change("briefing", "", What.CHANGED, substantive=False)),
    ),
    oldmere_bridge=(
        version("2031-03-05T10:04:00Z"),
        version("2031-03-06T09:00:00Z", reworded("six-weeks", by=["calder", "reyl"])),
        version(
            "2031-03-07T09:00:00Z",
            reworded("cars-today", by=["amberley"], about=["carriers-guild"]),
            Change("question", "who-pays", What.ADDED, after={"text": "Who pays for the repair?"}),
        ),
        version("", reworded("no-opening", by=["calder"])),
    ),
)


def small(
    repository: Repository, title: str = "The harbour wall", claim: str = "There are nine cracks."
) -> Findings:
    root = repository(
        {
            "briefings/actors.yml": "actors: {}\n",
            "briefings/wall/briefing.yml": BRIEFING.format(title=title, claim=claim),
            "briefings/wall/articles/a.txt": ARTICLE,
        }
    )
    [anchored] = check(root).findings
    assert len(anchored.quotes["nine-cracks"]) == 1
    return anchored


def read(feed: str) -> ElementTree.Element:
    return ElementTree.fromstring(feed.encode())


def sentence(anchored: Findings, change: Change) -> str:
    """How the page tells a change; the wording is not what these tests are about."""
    return ChangeWriter(anchored, briefing_page(anchored.briefing.slug)).sentence(change).text


def oldmere() -> Findings:
    [found] = [one for one in golden() if one.briefing.slug == "oldmere-bridge"]
    return found


def entries(feed: str, field: str) -> list[str]:
    return [one.findtext(f"{ATOM}{field}", "") for one in read(feed).findall(f"{ATOM}entry")]


def test_every_feed_is_valid_and_stands_where_its_page_does() -> None:
    made = feeds(golden(), SET, GOLDEN_PAST)
    assert {path: faults(text) for path, text in made.items() if faults(text)} == {}
    actors = {id for one in golden() for id in one.briefing.actors}
    assert set(made) == {
        "feed.xml",
        "topics/bridges/feed.xml",
        "topics/wend-valley/feed.xml",
        "briefings/wend-bridge/feed.xml",
        *(f"briefings/{slug}/feed.xml" for slug in SLUGS),
        *(f"actors/{id}/feed.xml" for id in actors),
    }
    for path, text in made.items():
        links = {one.get("rel"): one.get("href", "") for one in read(text).findall(f"{ATOM}link")}
        page = "changes/" if path == "feed.xml" else path.removesuffix("feed.xml")
        moved = (path.replace("wend-bridge", "oldmere-bridge"), page.replace("wend-bridge", "oldmere-bridge"))
        assert links == {
            "self": f"https://Team.example/b/{moved[0]}",
            "alternate": f"https://Team.example/b/{moved[1]}",
        }


def test_the_site_tells_first_publications_and_substantive_versions_newest_first() -> None:
    feed = feeds(golden(), SET, GOLDEN_PAST)["feed.xml"]
    one_change = sentence(oldmere(), reworded("six-weeks", by=["calder", "reyl"]))
    assert "six weeks" in one_change
    assert list(zip(entries(feed, "updated"), entries(feed, "title"), strict=True)) == [
        ("2031-03-07T09:00:00Z", "The bridge at Oldmere: closed, and until when?: 2 changes"),
        ("2031-03-06T09:00:00Z", f"The bridge at Oldmere: closed, and until when?: {one_change}"),
        ("2031-03-05T10:04:00Z", "The bridge at Oldmere: closed, and until when?: First published."),
        ("2030-11-01T08:00:00Z", "The bell tower: First published."),
        ("2030-05-01T08:00:00Z", "The ferry's timetable: First published."),
    ]
    assert read(feed).findtext(f"{ATOM}title") == "The team: what changed"
    assert read(feed).findtext(f"{ATOM}updated") == "2031-03-07T09:00:00Z"


def test_ids_are_tag_uris_that_last() -> None:
    made = feeds(golden(), SET, GOLDEN_PAST)
    # By the address that the briefing had first, and the day of its first publication.
    assert entries(made["briefings/oldmere-bridge/feed.xml"], "id") == [
        "tag:team.example,2031-03-05:briefings/wend-bridge/2031-03-07T09:00:00Z",
        "tag:team.example,2031-03-05:briefings/wend-bridge/2031-03-06T09:00:00Z",
        "tag:team.example,2031-03-05:briefings/wend-bridge/2031-03-05T10:04:00Z",
    ]
    ids = {path: read(text).findtext(f"{ATOM}id") for path, text in made.items()}
    assert ids["feed.xml"] == "tag:team.example,2030-05-01:feed"
    assert ids["topics/bridges/feed.xml"] == "tag:team.example,2030-05-01:topics/bridges"
    assert ids["actors/calder/feed.xml"] == "tag:team.example,2030-05-01:actors/calder"
    assert ids["briefings/oldmere-bridge/feed.xml"] == "tag:team.example,2031-03-05:briefings/wend-bridge"
    assert made["briefings/wend-bridge/feed.xml"] == made["briefings/oldmere-bridge/feed.xml"]


def test_an_entry_is_the_same_in_every_feed() -> None:
    made = feeds(golden(), SET, GOLDEN_PAST)
    told: dict[str, set[str]] = {}
    for text in made.values():
        for entry in re.findall("<entry>.*?</entry>", text, re.DOTALL):
            told.setdefault(re.findall("<id>(.*?)</id>", entry)[0], set()).add(entry)
    assert len(told) == 5
    assert {id: len(forms) for id, forms in told.items()} == dict.fromkeys(told, 1)


def test_each_change_leads_to_its_place() -> None:
    feed = feeds(golden(), SET, GOLDEN_PAST)["briefings/oldmere-bridge/feed.xml"]
    [newest, *_] = read(feed).findall(f"{ATOM}entry")
    links = {one.get("href"): one.text for one in newest.iter(f"{XHTML}a")}
    page = "https://Team.example/b/briefings/oldmere-bridge/"
    asked = Change("question", "who-pays", What.ADDED, after={"text": "Who pays for the repair?"})
    assert links == {
        f"{page}#claim-cars-today": sentence(
            oldmere(), reworded("cars-today", by=["amberley"], about=["carriers-guild"])
        ),
        f"{page}#question-who-pays": sentence(oldmere(), asked),
    }
    assert all("can carry cars" in text or "pays for the repair" in text for text in links.values() if text)
    assert [one.findtext(f"{ATOM}name") for one in newest.findall(f"{ATOM}author")] == [
        "R. Okoro",
        "S. Brandt",
        "T. Vale",
    ]


def test_an_actor_is_told_only_of_claims_by_about_or_through_it() -> None:
    made = feeds(golden(), SET, GOLDEN_PAST)

    def told(actor: str) -> list[str]:
        return [one[:10] for one in entries(made[f"actors/{actor}/feed.xml"], "updated")]

    assert told("reyl") == ["2031-03-06", "2031-03-05"]
    assert told("amberley") == ["2031-03-07", "2031-03-05"]
    assert told("carriers-guild") == ["2031-03-07", "2031-03-05"]
    assert told("ferry-committee") == ["2030-05-01"]
    # Nobody's claim names it: a valid feed without entries, dated by the site's first publication.
    assert told("unlisted-guild") == []
    empty = read(made["actors/unlisted-guild/feed.xml"])
    assert empty.findtext(f"{ATOM}updated") == "2030-05-01T00:00:00Z"


def test_an_actor_is_not_told_of_a_publication_before_its_first_claim(repository: Repository) -> None:
    anchored = small(repository)
    added = Change("claim", "nine-cracks", What.ADDED, after={"by": ["lund"], "about": ["port"]})
    own = Change("actor", "mayor", What.CHANGED, parts=(Part("role", None, "Mayor", True),))
    versions = (
        version("2026-03-01T00:00:00Z"),
        version("2026-03-02T00:00:00Z", added),
        version("2026-03-03T00:00:00Z", own),
    )
    made = feeds([anchored], SET, past(wall=versions))
    assert entries(made["actors/lund/feed.xml"], "updated") == ["2026-03-02T00:00:00Z"]
    assert entries(made["actors/port/feed.xml"], "updated") == ["2026-03-02T00:00:00Z"]
    assert entries(made["actors/mayor/feed.xml"], "updated") == [
        "2026-03-03T00:00:00Z",
        "2026-03-01T00:00:00Z",
    ]


def test_a_hidden_change_tells_only_that_there_was_one(repository: Repository) -> None:
    anchored = small(repository)
    hidden = Change("claim", "it-stole", What.CHANGED, hidden=True)
    feed = feeds(
        [anchored], SET, past(wall=(version("2026-03-01T00:00:00Z"), version("2026-03-02T00:00:00Z", hidden)))
    )
    assert entries(feed["feed.xml"], "title")[0] == f"The harbour wall: {sentence(anchored, hidden)}"
    assert "stole" not in feed["feed.xml"]


def test_what_is_only_editorial_is_not_told(repository: Repository) -> None:
    anchored = small(repository)
    comma = replace(reworded("wall-holds", by=["mayor"]), substantive=False)
    made = feeds(
        [anchored], SET, past(wall=(version("2026-03-01T00:00:00Z"), version("2026-03-02T00:00:00Z", comma)))
    )
    assert entries(made["feed.xml"], "updated") == ["2026-03-01T00:00:00Z"]


def test_two_commits_of_one_second_have_two_ids_and_the_later_stands_first(repository: Repository) -> None:
    anchored = small(repository)
    change = reworded("wall-holds", by=["mayor"])
    versions = [version("2026-03-01T00:00:00Z", *[change][:at]) for at in (0, 1, 1)]
    feed = feeds([anchored], SET, past(wall=tuple(versions)))["feed.xml"]
    base = "tag:team.example,2026-03-01:briefings/wall/2026-03-01T00:00:00Z"
    assert entries(feed, "id") == [f"{base}/3", f"{base}/2", base]
    assert faults(feed) == []


def test_a_topic_named_twice_has_each_entry_once(repository: Repository) -> None:
    feed = feeds([small(repository)], SET, past(wall=(version("2026-03-01T00:00:00Z"),)))[
        "topics/harbours/feed.xml"
    ]
    assert faults(feed) == []
    assert len(entries(feed, "id")) == 1
    assert feed.count("<category ") == 1


def test_a_feed_is_bounded(repository: Repository) -> None:
    change = reworded("wall-holds", by=["mayor"])
    many = [
        version(f"2026-03-{day:02}T{hour:02}:00:00Z", change) for day in range(2, 9) for hour in range(10)
    ]
    long = version("2026-04-01T00:00:00Z", *[change] * (MOST_CHANGES + 3))
    feed = feeds([small(repository)], SET, past(wall=(version("2026-03-01T00:00:00Z"), *many, long)))[
        "feed.xml"
    ]
    assert len(entries(feed, "id")) == MOST_ENTRIES
    [newest, *_] = read(feed).findall(f"{ATOM}entry")
    told = [one.text for one in newest.iter(f"{XHTML}a")]
    assert len(told) == MOST_CHANGES + 1 and told[-1] == "And 3 more."
    assert newest.findtext(f"{ATOM}title", "").endswith(": 28 changes")


HOSTILE: Final = (
    "</title><script>alert(1)</script>",
    "]]><!--&lt;b&gt; &amp; <![CDATA[",
    "Кириллица “„ 'single' — ‮reversed",
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_text(text: str, repository: Repository) -> None:
    anchored = small(repository, "Placeholder", "Placeholder.")
    summary = anchored.briefing.summary
    [first, second] = summary.claims
    claims = (first, second.model_copy(update={"text": text}))
    changed = summary.model_copy(update={"title": text, "claims": claims, "editors": (text,)})
    hostile = replace(anchored, briefing=replace(anchored.briefing, written=changed))
    versions = (
        version("2026-03-01T00:00:00Z"),
        version("2026-03-02T00:00:00Z", reworded("nine-cracks", by=["lund"])),
    )
    made = feeds([hostile], Settings(site="https://team.example/", name=text[:300]), past(wall=versions))
    shown = text.replace("‮", "U+202E")
    for feed in made.values():
        assert faults(feed) == []
    root = read(made["feed.xml"])
    assert root.findtext(f"{ATOM}author/{ATOM}name") == shown
    assert entries(made["feed.xml"], "title")[1] == f"{shown}: First published."
    told = [one.text for one in root.iter(f"{XHTML}a")]
    assert told[0] == sentence(hostile, reworded("nine-cracks", by=["lund"])).replace("‮", "U+202E")
    assert shown[:20] in told[0]


def test_control_a_text_that_is_not_escaped_is_seen() -> None:
    feed = feeds(golden(), SET, GOLDEN_PAST)["feed.xml"]
    assert faults(feed) == []
    raw = feed.replace("<title>The team", "<title><b>The</b> team", 1)
    assert faults(raw) == ["a title that is no text"]
    assert faults(feed.replace("First published.</a>", "First <script/>published.</a>", 1)) == [
        f"markup in content: {XHTML}script"
    ]


TIMES: Final = "briefings/wend-bridge/2031-03-0{}T09:00:00Z"


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("<id>tag:team.example,2030-05-01:feed</id>", "", "0 times id"),
        ("<title>The team", "<title>T</title><title>The team", "2 times title"),
        ("tag:team.example,2030-05-01:feed", "feed.xml", "not a tag URI: feed.xml"),
        ("team.example,2030-05-01:feed", "a_b.example,2030-05-01:feed", "not a tag URI: tag:a_b.example"),
        ('rel="self"', 'rel="related"', "not one link to itself"),
        ("https://Team.example/b/feed.xml", "feed.xml", "a link that isn't absolute: feed.xml"),
        ("<updated>2031-03-07T09:00:00Z", "<updated>7 March 2031", "not a time: 7 March 2031"),
        ("<updated>2031-03-07T09:00:00Z", "<updated>2031-03-06T09:00:00Z", "the feed is not as new"),
        ("<author><name>The team</name></author>", "", "no author"),
        ("</feed>", "<br/></feed>", "unknown element: br"),
        (TIMES.format(7), TIMES.format(6), "id twice: tag:team.example,2031-03-05:briefings/wend-bridge"),
        ("</feed>", "", "not XML"),
    ],
)
def test_control_the_checker_sees_each_fault(old: str, new: str, fault: str) -> None:
    feed = feeds(golden(), SET, GOLDEN_PAST)["feed.xml"]
    assert old in feed
    assert any(one.startswith(fault) for one in faults(feed.replace(old, new, 1)))


@pytest.mark.parametrize(
    ("settings", "histories", "why"),
    [
        (NOTHING_SET, GOLDEN_PAST, "no-site"),
        (Settings(feed_authority="team.example"), GOLDEN_PAST, "no-site"),
        (Settings(site="https://[2001:db8::1]/"), GOLDEN_PAST, "no-authority"),
        (Settings(site="https://my_host/"), GOLDEN_PAST, "no-authority"),
        (SET, NO_PAST, "no-history"),
        (SET, replace(GOLDEN_PAST, missing="shallow"), "no-history"),
        (SET, past(oldmere_bridge=(version(""),)), "no-history"),
        (SET, Past(), "no-history"),
        (SET, GOLDEN_PAST, ""),
        (Settings(site="https://my_host/", feed_authority="team.example"), GOLDEN_PAST, ""),
    ],
)
def test_no_feed_is_written_whose_ids_would_be_invented(
    settings: Settings, histories: Past, why: str
) -> None:
    assert why_no_feeds(golden(), settings, histories) == why
    assert bool(feeds(golden(), settings, histories)) == (not why)


def test_a_briefing_that_was_never_committed_has_no_feed() -> None:
    made = feeds(golden(), SET, past(oldmere_bridge=GOLDEN_PAST.of("oldmere-bridge").versions))
    assert [path for path in made if path.startswith("briefings/")] == [
        "briefings/oldmere-bridge/feed.xml",
        "briefings/wend-bridge/feed.xml",
    ]


@pytest.mark.parametrize(
    ("site", "set_to", "expected"),
    [
        ("https://Team.Example:8443/b/", None, "team.example"),
        ("https://bücher.example/", None, "xn--bcher-kva.example"),
        ("http://127.0.0.1:8000/", None, "127.0.0.1"),
        ("https://elsewhere.example/", "desk@team.example", "desk@team.example"),
        ("https://x..example/", None, ""),
        (None, None, ""),
    ],
)
def test_authority(site: str | None, set_to: str | None, expected: str) -> None:
    assert authority(Settings(site=site, feed_authority=set_to)) == expected


@pytest.mark.parametrize(
    "text", ["https://team.example", "Team.example", "team.example/x", "a b", "x@y@z", "-a", ""]
)
def test_an_authority_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="feed_authority"):
        Settings(feed_authority=text)
