"""Atom feeds (RFC 4287): what changed on the site, under a topic, in a briefing, and about an actor."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final
from urllib.parse import urlsplit

from jinja2 import Environment

from generator.analyse.findings.findings import Findings
from generator.model.changes import Change, History, Past, Version, What
from generator.model.entries import Claim
from generator.model.settings import AUTHORITY, Settings
from generator.render.addresses import (
    CHANGES,
    FEED,
    actor_page,
    briefing_page,
    feed_of_actor,
    feed_of_briefing,
    feed_of_topic,
    site_path,
    topic_page,
)
from generator.render.environment import xml_environment
from generator.render.escape import Safe
from generator.render.parts.changes import ChangeWriter
from generator.render.parts.topics import topic_name, written_names
from generator.render.words import LANGUAGE, phrase

MOST_ENTRIES: Final = 50
"""How many versions a feed tells of; the newest ones."""

MOST_CHANGES: Final = 25
"""How many changes of one version it tells in words; the page has all of them."""


@dataclass(frozen=True)
class Update:
    """A version that readers are told of.

    Attributes:
        time: when it was committed, in RFC 3339 and UTC.
        entry: the Atom entry, the same in every feed that has it.
        actors: the ids of the actors whose claims it touches.
    """

    time: str
    entry: Safe
    actors: frozenset[str]


@dataclass(frozen=True)
class _Item:
    """A change in an entry: its sentence, and where to see it."""

    href: str
    text: str


def feeds(shown: Sequence[Findings], settings: Settings, past: Past) -> dict[str, str]:
    """Every feed by path: the site's, each topic's, briefing's and actor's. See `why_no_feeds`.

    A briefing's feed stands at its former addresses too, for those who follow it there. One that was never
    committed has none.

    Args:
        shown: the briefings that the site shows.
        settings: the site's.
        past: the histories as they may be shown, so without what was taken out.
    """
    if why_no_feeds(shown, settings, past):
        return {}
    since = min(versions[0].date for one in shown if (versions := committed(past.of(one.briefing.slug))))
    writer = FeedWriter(settings, since)
    made: dict[str, str] = {}
    everything: list[Update] = []
    by_topic: dict[str, list[Update]] = {}
    by_actor: dict[str, list[Update]] = {}
    names: dict[str, str] = {}
    for findings in shown:
        briefing = findings.briefing
        updates = writer.updates(findings, past.of(briefing.slug))
        everything += updates
        for topic in dict.fromkeys(briefing.summary.topics):
            by_topic.setdefault(topic, []).extend(updates)
        for id, actor in briefing.actors.items():
            names[id] = actor.name or id
        for update in updates:
            for id in update.actors:
                by_actor.setdefault(id, []).append(update)
        if updates:
            for slug in (briefing.slug, *briefing.summary.former_slugs):
                made[feed_of_briefing(slug)] = writer.feed_of_briefing(findings, updates)
    name = settings.name or phrase("site-name")
    made[FEED] = writer.feed(phrase("changes-of", name), FEED, CHANGES, everything)
    written = written_names(shown)
    for topic, updates in by_topic.items():
        title = phrase("changes-of", f"{name}, {topic_name(topic, written)}")
        made[feed_of_topic(topic)] = writer.feed(title, feed_of_topic(topic), topic_page(topic), updates)
    for id, words in names.items():
        title = phrase("changes-of", f"{name}, {words}")
        path = feed_of_actor(id)
        made[path] = writer.feed(title, path, actor_page(id), by_actor.get(id, ()))
    return made


def why_no_feeds(shown: Sequence[Findings], settings: Settings, past: Past) -> str:
    """Why there are no feeds, as a key of the catalogue of words; empty where there are some.

    Without an address, or without a history, an id and a date would have to be invented.
    """
    if not settings.site:
        return "no-site"
    if not authority(settings):
        return "no-authority"
    if past.missing or not any(committed(past.of(one.briefing.slug)) for one in shown):
        return "no-history"
    return ""


def authority(settings: Settings) -> str:
    """Whose names the ids of feeds are (RFC 4151): what is set, else the site's host; empty without either.

    A host that RFC 4151 has no form for (an IPv6 address, a name with an underscore) is none.
    """
    if settings.feed_authority:
        return settings.feed_authority
    try:
        host = (urlsplit(settings.site or "").hostname or "").encode("idna").decode()
    except UnicodeError:
        return ""
    return host if AUTHORITY.fullmatch(host) else ""


def committed(history: History) -> tuple[Version, ...]:
    """The versions that were committed, oldest first."""
    return tuple(one for one in history.versions if one.time)


@dataclass(frozen=True)
class FeedWriter:
    """Writes the feeds of one site.

    Attributes:
        settings: the site's, with its address.
        since: the day on which the site published its first briefing, which dates the ids of its feeds.
    """

    settings: Settings
    since: str

    def updates(self, findings: Findings, history: History) -> list[Update]:
        """The first publication of a briefing and every version with substantive changes, oldest first."""
        versions = committed(history)
        changes = ChangeWriter(findings, briefing_page(findings.briefing.slug))
        found = []
        seen: dict[str, int] = {}
        for version in versions:
            # Two commits of one second are two entries, so they need two ids.
            seen[version.time] = seen.get(version.time, 0) + 1
            again = f"/{seen[version.time]}" if seen[version.time] > 1 else ""
            if version is versions[0] or version.substantive:
                id = f"{self._tag(findings, versions[0].date)}/{version.time}{again}"
                entry = self._entry(findings, changes, version, id)
                touched = (
                    _touched(findings, version)
                    if version.substantive
                    else _from_the_first(findings, versions)
                )
                found.append(Update(version.time, entry, touched))
        return found

    def feed_of_briefing(self, findings: Findings, updates: Sequence[Update]) -> str:
        """The feed of one briefing, dated by its first publication."""
        slug = findings.briefing.slug
        tag = self._tag(findings, updates[0].time[:10])
        title = phrase("changes-of", findings.briefing.title)
        return self._feed(tag, title, feed_of_briefing(slug), briefing_page(slug), updates)

    def feed(self, title: str, path: str, page: str, updates: Iterable[Update]) -> str:
        """A feed of several briefings.

        Args:
            title: plain text.
            path: where the feed stands, which is also its name among the site's.
            page: the path of the page that it belongs to.
            updates: in the order of the briefings, each briefing's oldest first.
        """
        what = path.removesuffix(f"/{FEED}").removesuffix(".xml")
        return self._feed(f"tag:{authority(self.settings)},{self.since}:{what}", title, path, page, updates)

    def _feed(self, tag: str, title: str, path: str, page: str, updates: Iterable[Update]) -> str:
        # Of one second the later version first: an order that is reversed as a whole.
        newest = sorted(updates, key=lambda one: one.time)[::-1][:MOST_ENTRIES]
        updated = newest[0].time if newest else f"{self.since}T00:00:00Z"
        return self._templates.get_template("feeds/feed.xml.jinja").render(
            language=LANGUAGE,
            id=tag,
            title=title,
            updated=updated,
            author=self.settings.name or phrase("site-name"),
            own_address=self._address(path),
            page=self._address(page),
            entries=[update.entry for update in newest],
        )

    @cached_property
    def _templates(self) -> Environment:
        return xml_environment()

    def _entry(self, findings: Findings, changes: ChangeWriter, version: Version, id: str) -> Safe:
        summary, slug = findings.briefing.summary, findings.briefing.slug
        page = self._address(briefing_page(slug))
        told = [changes.sentence(one) for one in version.substantive]
        items = [
            _Item(f"{page}#{change.fragment}" if change.fragment else page, change.text)
            for change in told[:MOST_CHANGES]
        ]
        if len(told) > MOST_CHANGES:
            items.append(_Item(page, phrase("more-changes-feed", len(told) - MOST_CHANGES)))
        what = (
            told[0].text
            if len(told) == 1
            else phrase("changes", len(told))
            if told
            else phrase("published-first-sentence")
        )
        entry = self._templates.get_template("feeds/entry.xml.jinja").render(
            id=id,
            title=f"{findings.briefing.title}: {what}",
            updated=version.time,
            authors=summary.editors,
            page=page,
            topics=tuple(dict.fromkeys(summary.topics)),
            items=items or [_Item(page, phrase("published-first-sentence"))],
        )
        return Safe(entry.removesuffix("\n"))

    def _tag(self, findings: Findings, since: str) -> str:
        """A tag URI of the briefing's: by the address that it had first, so that a move changes no id."""
        slug = next(iter(findings.briefing.summary.former_slugs), findings.briefing.slug)
        return f"tag:{authority(self.settings)},{since}:briefings/{slug}"

    def _address(self, page: str) -> str:
        return f"{(self.settings.site or '').rstrip('/')}/{site_path(page)}"


def _touched(findings: Findings, version: Version) -> frozenset[str]:
    """The actors of whom a version changed something: their own entry, or a claim by, about or via them."""
    found: set[str] = set()
    for change in version.substantive:
        if change.kind == "actor":
            found.add(change.id)
        elif change.kind == "claim":
            found |= _named_in(findings, change)
    return frozenset(found)


def _named_in(findings: Findings, change: Change) -> set[str]:
    """The actors that a claim named before or names after; of a hidden one those that are still known."""
    entries = [entry for entry in (change.before, change.after) if entry is not None]
    if entries:
        return {id for entry in entries for field in ("by", "about", "via") for id in entry.get(field, ())}
    claim = findings.briefing.claims.get(change.id)
    return set(claim.named) if claim else set()


def _from_the_first(findings: Findings, versions: Sequence[Version]) -> frozenset[str]:
    """The actors of claims that no later version added, so that they stood in the first one."""
    later = {
        change.id
        for version in versions
        for change in version.changes
        if change.kind == "claim" and change.what is What.ADDED
    }
    claims: Mapping[str, Claim] = findings.briefing.claims
    return frozenset(id for claim in claims.values() if claim.id not in later for id in claim.named)
