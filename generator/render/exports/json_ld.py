"""Pages in the terms of schema.org, as JSON-LD: reports, claims, quotations, articles, and who is named.

Nothing is rated, and nothing is told that is not known: no ClaimReview, no date that an editor inferred, no
speaker of words that the article puts in its own.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from generator.analyse.findings.findings import Findings
from generator.analyse.findings.first_said import FirstSaid
from generator.analyse.quotes.anchored import Quote
from generator.model.briefing import Article
from generator.model.changes import NO_HISTORY, History
from generator.model.entries import Actor, Claim, Question, StatedDate
from generator.model.passage import Speech
from generator.model.settings import NOTHING_SET, Settings
from generator.render.addresses import actor_page, briefing_page, site_path, source_page
from generator.render.escape import Safe, json_script
from generator.render.exports.briefing import changed_at
from generator.render.parts.claims.writer import ClaimWriter
from generator.render.parts.topics import topic_name, written_names
from generator.render.words import listed, phrase

Node = dict[str, Any]

# An unmarked year, month or day; no season.
_ISO_8601: Final = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")

_TYPES: Final[Mapping[str, str]] = {
    "person": "Person",
    "state": "Country",
    "organisation": "Organization",
    "group": "Organization",
}


def briefing_ld(findings: Findings, settings: Settings = NOTHING_SET, history: History = NO_HISTORY) -> Safe:
    """For a briefing's page: a Report with its Claims, their Quotations, and its Questions.

    Returns:
        a `<script>` element of one line, to stand in a template between blank lines; empty for a briefing
        that was withdrawn.
    """
    if findings.briefing.summary.withdrawn:
        return Safe("")
    return _script(_Writer(findings, briefing_page(findings.briefing.slug), settings).report(history))


def source_ld(findings: Findings, article: Article, settings: Settings = NOTHING_SET) -> Safe:
    """For a source's page: a NewsArticle with its Quotations; empty if it or its briefing was withdrawn."""
    if findings.briefing.summary.withdrawn or article.descriptor.withdrawn:
        return Safe("")
    here = source_page(findings.briefing.slug, article.id)
    writer = _Writer(findings, here, settings)
    return _script(writer.article(article) | _known({"hasPart": writer.quotations(article)}))


def actor_ld(id: str, actors: Mapping[str, Actor], settings: Settings = NOTHING_SET) -> Safe:
    """For an actor's page: a Person, an Organization or a Country; empty for one that was withdrawn.

    Args:
        id: the actor's.
        actors: all actors of the site by id.
        settings: the site's.
    """
    actor, here = actors[id], actor_page(id)
    if actor.withdrawn or not actor.kind:
        return Safe("")
    person = actor.kind == "person"
    node: Node = {
        "@type": _TYPES[actor.kind],
        "@id": _iri(settings, here, here),
        "name": actor.name,
        "alternateName": list(actor.aliases),
        "jobTitle": actor.role if person else None,
        "disambiguatingDescription": None if person else actor.role,
        "description": actor.note,
        "sameAs": f"https://www.wikidata.org/wiki/{actor.wikidata}" if actor.wikidata else None,
    }
    if actor.kind != "state":  # A Place is member of nothing.
        node["memberOf"] = [*_actors(actor.member_of, actors, here, settings)]
    return _script(_known(node))


def _script(node: Node) -> Safe:
    written = json_script({"@context": "https://schema.org", **node})
    return Safe('<script type="application/ld+json">') + written + Safe("</script>")


def _known(node: Node) -> Node:
    """The properties that have a value."""
    return {name: value for name, value in node.items() if value not in (None, "", [])}


def _iri(settings: Settings, here: str, there: str, fragment: str = "") -> str:
    """The address of a page's part: absolute if the site's is known, else relative to the page ``here``."""
    if settings.site:
        return f"{settings.site.rstrip('/')}/{site_path(there, fragment)}"
    path = posixpath.relpath(posixpath.dirname(there), posixpath.dirname(here))
    return f"{path}/#{fragment}" if fragment else f"{path}/"


def _actors(ids: Iterable[str], actors: Mapping[str, Actor], here: str, settings: Settings) -> Iterator[Node]:
    """Those who act: authors are persons or organisations there, so a state that speaks is both."""
    for id in ids:
        actor = actors.get(id)
        if actor and actor.kind and not actor.withdrawn:
            kind = ["Country", "Organization"] if actor.kind == "state" else _TYPES[actor.kind]
            yield {"@type": kind, "@id": _iri(settings, here, actor_page(id)), "name": actor.name}


def _date(date: StatedDate | None) -> str | None:
    """A date in ISO 8601, if it is known for certain and from the source itself."""
    if date is None or date.inferred_from or not date.edtf or not _ISO_8601.fullmatch(date.edtf):
        return None
    return date.edtf


@dataclass(frozen=True)
class _Writer:
    findings: Findings
    here: str
    settings: Settings

    def report(self, history: History) -> Node:
        briefing = self.findings.briefing
        summary = briefing.summary
        articles = [one for one in briefing.articles.values() if not one.descriptor.withdrawn]
        claims = [self._claim(one) for one in summary.claims if not one.withdrawn]
        questions = [self._question(one) for one in summary.questions if not one.withdrawn]
        named = [id for one in summary.claims if not one.withdrawn for id in (*one.by, *one.about)]
        named += [id for origin in summary.origins.values() for id in origin.by]
        return _known(
            {
                "@type": "Report",
                "@id": self._at(self.here),
                "headline": summary.title,
                "abstract": " ".join(one.text for one in summary.bottom_line),
                "creditText": listed(list(summary.editors)),
                "keywords": [topic_name(topic, written_names([self.findings])) for topic in summary.topics],
                "creativeWorkStatus": "Archived" if summary.status == "archived" else None,
                "datePublished": history.first.date if history.first else None,
                "dateModified": changed_at(history),
                "citation": [self.article(one) for one in articles],
                "mentions": [*_actors(dict.fromkeys(named), briefing.actors, self.here, self.settings)],
                "hasPart": [*claims, *questions],
            }
        )

    def article(self, article: Article) -> Node:
        about = article.descriptor
        return _known(
            {
                "@type": "NewsArticle",
                "@id": self._source(article.id),
                "headline": about.title,
                "publisher": {"@type": "Organization", "name": about.publisher} if about.publisher else None,
                # The author may be a person or an agency; the source doesn't say which.
                "creditText": about.author,
                "datePublished": _date(about.published),
                "inLanguage": about.language,
                "url": about.url,
                "archivedAt": about.archive_url,
            }
        )

    def _claim(self, claim: Claim) -> Node:
        quotes = self.findings.quotes[claim.id]
        first = self.findings.first_said[claim.id]
        return _known(
            {
                "@type": "Claim",
                "@id": self._entry("claim", claim.id),
                "text": claim.text,
                "creditText": self._claims.speaker(claim),
                "author": self._named(claim.by),
                "about": self._named(claim.about),
                "appearance": [{"@id": self._source(id)} for id in first.articles],
                "firstAppearance": self._origin(first),
                "isBasedOn": [self._quotation(quote) for quote in quotes],
            }
        )

    def quotations(self, article: Article) -> list[Node]:
        """The words of an article that standing claims rest on, each once, in their order."""
        standing = [one for one in self.findings.in_article(article.id) if not one.claim.withdrawn]
        return [*{one.passage.address: self._quotation(one) for one in standing}.values()]

    def _quotation(self, quote: Quote) -> Node:
        """Words of the article, and whose they are if it says that somebody spoke all of them."""
        article = quote.article
        speakers = self._speakers.get(quote.passage.address, set())
        return _known(
            {
                "@type": "Quotation",
                "@id": self._source(article.id, f"quote-{quote.passage.address}"),
                "text": phrase("left-out-between").join(quote.words),
                "inLanguage": article.descriptor.language,
                "creator": self._named(next(iter(speakers))) if len(speakers) == 1 else None,
                "isPartOf": {"@id": self._source(article.id)},
            }
        )

    def _origin(self, first: FirstSaid) -> Node | None:
        """Where it was first said, if that is one place for all of its quotes."""
        if len(first.roots) != 1 or first.not_stated:
            return None
        [root] = first.roots
        origin = self.findings.briefing.summary.origins[root.id]
        return _known(
            {
                "@type": "CreativeWork",
                "@id": self._entry("origin", root.id),
                "name": origin.title,
                "creator": self._named(origin.by),
                "dateCreated": _date(origin.date),
            }
        )

    def _question(self, question: Question) -> Node:
        claims = self.findings.briefing.claims
        answer = question.resolution
        return _known(
            {
                "@type": "Question",
                "@id": self._entry("question", question.id),
                "text": question.text,
                "dateCreated": _date(question.opened),
                "about": [
                    {"@id": self._entry("claim", id)} for id in question.claims if not claims[id].withdrawn
                ],
                "suggestedAnswer": _known(
                    {"@type": "Answer", "text": answer.text, "dateCreated": _date(answer.date)}
                )
                if answer
                else None,
            }
        )

    @cached_property
    def _claims(self) -> ClaimWriter:
        return ClaimWriter(self.findings, self.here)

    @cached_property
    def _speakers(self) -> Mapping[str, set[tuple[str, ...]]]:
        """By a quote's address whose spoken words it holds; what was passed on may be another's words."""
        found: dict[str, set[tuple[str, ...]]] = {}
        for quotes in self.findings.quotes.values():
            for one in quotes:
                if one.speech is Speech.SPOKEN and not (one.claim.via or one.claim.withdrawn):
                    found.setdefault(one.passage.address, set()).add(one.claim.by)
        return found

    def _named(self, ids: tuple[str, ...]) -> list[Node]:
        """Actors; in a report by their addresses alone, as it tells once who they are."""
        found = _actors(ids, self.findings.briefing.actors, self.here, self.settings)
        report = self.here == briefing_page(self.findings.briefing.slug)
        return [{"@id": one["@id"]} if report else one for one in found]

    def _at(self, there: str, fragment: str = "") -> str:
        return _iri(self.settings, self.here, there, fragment)

    def _entry(self, kind: str, id: str) -> str:
        return self._at(briefing_page(self.findings.briefing.slug), f"{kind}-{id}")

    def _source(self, article: str, fragment: str = "") -> str:
        return self._at(source_page(self.findings.briefing.slug, article), fragment)
