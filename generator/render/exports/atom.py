"""Atom feeds (RFC 4287) of the changes to the site, to each topic, briefing and actor."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final
from urllib.parse import urlsplit

from jinja2 import Environment

from generator.analyse.findings.findings import Findings
from generator.analyse.quotes.named import named_in_claim
from generator.model.briefing import actors_of
from generator.model.changes import Change, History, Past, Version, What
from generator.model.claims import Claim
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
from generator.render.bidi import isolated, joined
from generator.render.environment import xml_environment
from generator.render.escape import Safe
from generator.render.parts.changes.writer import ChangeWriter
from generator.render.parts.topics import topic_name, written_names
from generator.render.words import LANGUAGE, phrase

FORM: Final = "2"
"""The version of the feeds' form; it goes up when programs that read them have to change."""

MOST_ENTRIES: Final = 50
"""How many entries a feed has at most: the newest."""

MOST_CHANGES: Final = 25
"""How many changes an entry lists at most; the page has all of them."""


@dataclass(frozen=True)
class Update:
    """A version as an entry of feeds.

    Attributes:
        time: when it was committed, in RFC 3339 and UTC.
        entry: the Atom entry as XML, the same in every feed that has it.
        actors: the ids of the actors whose entry or claims it changes.
    """

    time: str
    entry: Safe
    actors: frozenset[str]


@dataclass(frozen=True)
class _Item:
    """A change listed in an entry: its sentence, and the address of what changed."""

    href: str
    text: str


def feeds(shown: Sequence[Findings], settings: Settings, past: Past) -> dict[str, str]:
    """Write every feed: the site's, and that of each topic, briefing and actor.

    A briefing's feed stands at its former addresses too, for those who follow it there. A briefing that was
    never committed has none.

    Args:
        shown: the briefings that the site shows.
        settings: the site's.
        past: the redacted histories, without what was taken out.

    Returns:
        the Atom XML by path; empty in the cases of `why_no_feeds`.
    """
    if why_no_feeds(shown, settings, past):
        return {}
    since = min(
        versions[0].time[:10]
        for findings in shown
        if (versions := committed(past.of(findings.briefing.slug)))
    )
    writer = FeedWriter(settings, since)
    by_path: dict[str, str] = {}
    everything: list[Update] = []
    by_topic: dict[str, list[Update]] = {}
    by_actor: dict[str, list[Update]] = {}
    actors = actors_of(findings.briefing for findings in shown)
    names = {id: actor.name or id for id, actor in actors.items()}
    for findings in shown:
        briefing = findings.briefing
        updates = writer.updates(findings, past.of(briefing.slug))
        everything += updates
        for topic in dict.fromkeys(briefing.summary.topics):
            by_topic.setdefault(topic, []).extend(updates)
        for update in updates:
            for id in update.actors:
                by_actor.setdefault(id, []).append(update)
        if updates:
            for slug in (briefing.slug, *briefing.summary.former_slugs):
                by_path[feed_of_briefing(slug)] = writer.feed_of_briefing(findings, updates)
    name = settings.name or phrase("site-name")
    by_path[FEED] = writer.feed(phrase("changes-of", name), FEED, CHANGES, everything)
    topic_names = written_names(shown)
    for topic, updates in by_topic.items():
        title = phrase("changes-of", joined(", ", (name, topic_name(topic, topic_names))))
        by_path[feed_of_topic(topic)] = writer.feed(title, feed_of_topic(topic), topic_page(topic), updates)
    for id, words in names.items():
        title = phrase("changes-of", joined(", ", (name, words)))
        path = feed_of_actor(id)
        by_path[path] = writer.feed(title, path, actor_page(id), by_actor.get(id, ()))
    return by_path


def why_no_feeds(shown: Sequence[Findings], settings: Settings, past: Past) -> str:
    """Tell why the site has no feeds, as a key of the catalogue of words; empty where it has some.

    Without an address of the site, or without a history, ids and dates would have to be invented.
    """
    if not settings.site:
        return "no-site"
    if not authority(settings):
        return "no-authority"
    if past.missing or not any(committed(past.of(findings.briefing.slug)) for findings in shown):
        return "no-history"
    return ""


def authority(settings: Settings) -> str:
    """The authority of the feeds' tag URIs (RFC 4151): the setting, else the site's host, else empty.

    A host that RFC 4151 does not allow (an IPv6 address, a name with an underscore) counts as none.
    """
    if settings.feed_authority:
        return settings.feed_authority
    try:
        host = (urlsplit(settings.site or "").hostname or "").encode("idna").decode()
    except UnicodeError:
        return ""
    return host if AUTHORITY.fullmatch(host) else ""


def committed(history: History) -> tuple[Version, ...]:
    """Select the versions that were committed, oldest first."""
    return tuple(version for version in history.versions if version.time)


@dataclass(frozen=True)
class FeedWriter:
    """Writes the feeds of one site.

    Attributes:
        settings: the site's, with its address.
        since: the day of the site's first briefing, as YYYY-MM-DD, which dates the ids of its feeds.
    """

    settings: Settings
    since: str

    def updates(self, findings: Findings, history: History) -> list[Update]:
        """Write an update for a briefing's first version and each with substantive changes, oldest first."""
        versions = committed(history)
        changes = ChangeWriter(findings, briefing_page(findings.briefing.slug))
        updates = []
        seen: dict[str, int] = {}
        for version in versions:
            # Two commits of one second are two entries, so they need two ids.
            seen[version.time] = seen.get(version.time, 0) + 1
            suffix = f"/{seen[version.time]}" if seen[version.time] > 1 else ""
            if version is versions[0] or version.substantive:
                id = f"{self._tag_uri(findings, versions[0].time[:10])}/{version.time}{suffix}"
                entry = self._entry_xml(findings, changes, version, id)
                touched = (
                    _changed_actors(findings, version)
                    if version.substantive
                    else _first_actors(findings, versions)
                )
                updates.append(Update(version.time, entry, touched))
        return updates

    def feed_of_briefing(self, findings: Findings, updates: Sequence[Update]) -> str:
        """Write the feed of one briefing; the day of its first update dates the feed's id."""
        slug = findings.briefing.slug
        tag = self._tag_uri(findings, updates[0].time[:10])
        title = phrase("changes-of", findings.briefing.title)
        return self._feed(tag, title, feed_of_briefing(slug), briefing_page(slug), updates)

    def feed(self, title: str, path: str, page: str, updates: Iterable[Update]) -> str:
        """Write a feed of several briefings.

        Args:
            title: plain text.
            path: the feed's path, from which its id is made.
            page: the path of the page that it belongs to.
            updates: in the order of the briefings, each briefing's oldest first.
        """
        name = path.removesuffix(f"/{FEED}").removesuffix(".xml")
        return self._feed(f"tag:{authority(self.settings)},{self.since}:{name}", title, path, page, updates)

    def _feed(self, tag: str, title: str, path: str, page: str, updates: Iterable[Update]) -> str:
        # Sorted and then reversed as a whole, so that of two versions in one second the later comes first.
        newest = sorted(updates, key=lambda update: update.time)[::-1][:MOST_ENTRIES]
        updated = newest[0].time if newest else f"{self.since}T00:00:00Z"
        return self._templates.get_template("feeds/feed.xml.jinja").render(
            language=LANGUAGE,
            form=FORM,
            generator=phrase("site-name"),
            id=tag,
            title=title,
            updated=updated,
            author=self.settings.name or phrase("site-name"),
            own_address=self._absolute_address(path),
            page=self._absolute_address(page),
            entries=[update.entry for update in newest],
        )

    @cached_property
    def _templates(self) -> Environment:
        return xml_environment()

    def _entry_xml(self, findings: Findings, changes: ChangeWriter, version: Version, id: str) -> Safe:
        summary, slug = findings.briefing.summary, findings.briefing.slug
        page = self._absolute_address(briefing_page(slug))
        sentences = [changes.sentence(change) for change in version.substantive]
        items = [
            _Item(f"{page}#{sentence.fragment}" if sentence.fragment else page, sentence.text)
            for sentence in sentences[:MOST_CHANGES]
        ]
        if len(sentences) > MOST_CHANGES:
            items.append(_Item(page, phrase("more-changes-feed", len(sentences) - MOST_CHANGES)))
        headline = (
            sentences[0].text
            if len(sentences) == 1
            else phrase("changes", len(sentences))
            if sentences
            else phrase("published-first-sentence")
        )
        entry = self._templates.get_template("feeds/entry.xml.jinja").render(
            id=id,
            title=f"{isolated(findings.briefing.title)}: {headline}",
            updated=version.time,
            authors=summary.editors,
            page=page,
            topics=tuple(dict.fromkeys(summary.topics)),
            items=items or [_Item(page, phrase("published-first-sentence"))],
        )
        return Safe(entry.removesuffix("\n"))

    def _tag_uri(self, findings: Findings, since: str) -> str:
        """A briefing's tag URI (RFC 4151), by its first slug, so that a move changes no id."""
        slug = next(iter(findings.briefing.summary.former_slugs), findings.briefing.slug)
        return f"tag:{authority(self.settings)},{since}:briefings/{slug}"

    def _absolute_address(self, page: str) -> str:
        return f"{(self.settings.site or '').rstrip('/')}/{site_path(page)}"


def _changed_actors(findings: Findings, version: Version) -> frozenset[str]:
    """The ids of the actors whose entry a version changed, or a claim by, about or via them."""
    actors: set[str] = set()
    for change in version.substantive:
        if change.kind == "actor":
            actors.add(change.id)
        elif change.kind == "claim":
            actors |= _actors_of_claim(findings, change)
    return frozenset(actors)


def _actors_of_claim(findings: Findings, change: Change) -> set[str]:
    """The ids of the actors that a claim names before or after a change.

    Of a change whose values are hidden, those that the claim names now.
    """
    entries = [entry for entry in (change.before, change.after) if entry is not None]
    if entries:
        parts = [part for entry in entries for part in (entry, *entry.get("evidence", ()))]
        return {
            id for part in parts for field in ("by", "by_open", "about", "via") for id in part.get(field, ())
        }
    claim = findings.briefing.claims.get(change.id)
    return set(named_in_claim(findings.briefing, claim)) if claim else set()


def _first_actors(findings: Findings, versions: Sequence[Version]) -> frozenset[str]:
    """The ids of the actors of the first version's claims, which are those that no later version added."""
    later = {
        change.id
        for version in versions
        for change in version.changes
        if change.kind == "claim" and change.what is What.ADDED
    }
    claims: Mapping[str, Claim] = findings.briefing.claims
    return frozenset(
        id
        for claim in claims.values()
        if claim.id not in later
        for id in named_in_claim(findings.briefing, claim)
    )
