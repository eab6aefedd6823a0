"""JSON-LD of pages in the terms of schema.org: reports, claims, quotations, articles and actors.

It rates nothing, and leaves out what is not known for certain: it has no ClaimReview, no date that an editor
inferred, and no speaker of words that the article puts in its own voice.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from generator.analyse.findings.findings import Findings
from generator.analyse.findings.first_said import FirstSaid
from generator.analyse.quotes.anchored import Quote
from generator.analyse.quotes.named import about_others
from generator.analyse.quotes.shown import without_outer_marks
from generator.model.briefing import Article
from generator.model.changes import NO_HISTORY, History
from generator.model.claims import Claim
from generator.model.dated import StatedDate
from generator.model.entries import Actor, Question
from generator.model.passage import Speech
from generator.model.settings import NOTHING_SET, Settings
from generator.render.addresses import actor_page, briefing_page, site_address, site_path, source_page
from generator.render.bidi import plain
from generator.render.briefing.view import BriefingView
from generator.render.escape import Safe, json_script
from generator.render.exports.briefing import changed_at
from generator.render.parts.claims.links import ClaimLink
from generator.render.words import phrase

Node = dict[str, Any]

# A year, month or day of EDTF without marks of doubt; seasons have months above 12.
_ISO_8601: Final = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")

_TYPES: Final[Mapping[str, str]] = {
    "person": "Person",
    "state": "Country",
    "organisation": "Organization",
    "group": "Organization",
}


def briefing_ld(
    view: BriefingView, findings: Findings, settings: Settings = NOTHING_SET, history: History = NO_HISTORY
) -> Safe:
    """Describe a briefing's page: a Report with its Claims, their Quotations, and its Questions.

    Returns:
        a `<script>` element in one line, for a template to put between blank lines; empty for a withdrawn
        briefing.
    """
    if view.withdrawn:
        return Safe("")
    return _script_element(_Writer(findings, briefing_page(view.slug), settings).report(view, history))


def source_ld(findings: Findings, article: Article, settings: Settings = NOTHING_SET) -> Safe:
    """Describe a source's page: a NewsArticle with its Quotations.

    Returns:
        as `briefing_ld`; empty where the source or its briefing was withdrawn.
    """
    if findings.briefing.summary.withdrawn or article.descriptor.withdrawn:
        return Safe("")
    here = source_page(findings.briefing.slug, article.id)
    writer = _Writer(findings, here, settings)
    return _script_element(writer.article(article) | _with_values({"hasPart": writer.quotations(article)}))


def actor_ld(id: str, actors: Mapping[str, Actor], settings: Settings = NOTHING_SET) -> Safe:
    """Describe an actor's page: a Person, an Organization or a Country.

    Args:
        id: the actor's.
        actors: all actors of the site by id.
        settings: the site's.

    Returns:
        as `briefing_ld`; empty for a withdrawn actor, or one without a kind.
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
    if actor.kind != "state":  # schema.org's Country is a Place, which has no memberOf.
        node["memberOf"] = [*_actor_nodes(actor.member_of, actors, here, settings)]
    return _script_element(_with_values(node))


def _script_element(node: Node) -> Safe:
    json = json_script({"@context": "https://schema.org", **node})
    return Safe('<script type="application/ld+json">') + json + Safe("</script>")


def _with_values(node: Node) -> Node:
    """Drop the properties that have no value."""
    return {name: value for name, value in node.items() if value not in (None, "", [])}


def _iri(settings: Settings, here: str, there: str, fragment: str = "") -> str:
    """The IRI of a page or of a part of it: absolute if the site's address is known, else relative."""
    if settings.site:
        return f"{settings.site.rstrip('/')}/{site_path(there, fragment)}"
    page = site_address(here, there)
    return f"{page}#{fragment}" if fragment else page


def _actor_nodes(
    ids: Iterable[str], actors: Mapping[str, Actor], here: str, settings: Settings
) -> Iterator[Node]:
    """Describe actors. An author must be a Person or an Organization, so a state gets two types."""
    for id in ids:
        actor = actors.get(id)
        if actor and actor.kind and not actor.withdrawn:
            kind = ["Country", "Organization"] if actor.kind == "state" else _TYPES[actor.kind]
            yield {"@type": kind, "@id": _iri(settings, here, actor_page(id)), "name": actor.name}


def _iso_date(date: StatedDate | None) -> str | None:
    """A date in ISO 8601; None where it is approximate, uncertain, a season, or inferred by an editor."""
    if date is None or date.inferred_from or not date.edtf or not _ISO_8601.fullmatch(date.edtf):
        return None
    return date.edtf


@dataclass(frozen=True)
class _Writer:
    """Writes the nodes of one page."""

    findings: Findings
    here: str
    settings: Settings

    def report(self, view: BriefingView, history: History) -> Node:
        briefing = self.findings.briefing
        summary = briefing.summary
        articles = [article for article in briefing.articles.values() if not article.descriptor.withdrawn]
        claims = [self._claim_node(briefing.claims[claim.id], claim.link) for claim in view.claims]
        questions = [
            self._question_node(question) for question in summary.questions if not question.withdrawn
        ]
        actor_ids = [
            id
            for claim in briefing.claims.values()
            if not claim.withdrawn
            for id in (*claim.speakers, *about_others(briefing, claim))
        ]
        actor_ids += [id for origin in summary.origins.values() for id in origin.by]
        return _with_values(
            {
                "@type": "Report",
                "@id": self._page_iri(self.here),
                "headline": view.title,
                "abstract": " ".join(
                    " ".join(filter(None, (line.label, line.text))) for line in view.bottom_line
                ),
                "creditText": view.editors,
                "keywords": [topic.text for topic in view.topics],
                "creativeWorkStatus": "Archived" if view.archived else None,
                "datePublished": history.first.date if history.first else None,
                "dateModified": changed_at(history),
                "citation": [self.article(article) for article in articles],
                "mentions": [
                    *_actor_nodes(dict.fromkeys(actor_ids), briefing.actors, self.here, self.settings)
                ],
                "hasPart": [*claims, *questions],
            }
        )

    def article(self, article: Article) -> Node:
        about = article.descriptor
        return _with_values(
            {
                "@type": "NewsArticle",
                "@id": self._source_iri(article.id),
                "headline": about.title,
                "publisher": {"@type": "Organization", "name": about.publisher} if about.publisher else None,
                # The author may be a person or an agency; the source doesn't say which.
                "creditText": about.author,
                "datePublished": _iso_date(about.published),
                "inLanguage": about.language,
                "url": about.url,
                "archivedAt": about.archive_url,
            }
        )

    def _claim_node(self, claim: Claim, link: ClaimLink) -> Node:
        quotes = self.findings.quotes[claim.id]
        first = self.findings.first_said[claim.id]
        return _with_values(
            {
                "@type": "Claim",
                "@id": self._entry_iri("claim", claim.id),
                "text": plain(link.sentence),
                "creditText": plain(link.speaker),
                "author": self._actor_refs(tuple(id for id in claim.by if id in claim.speakers)),
                "about": self._actor_refs(about_others(self.findings.briefing, claim)),
                "appearance": [{"@id": self._source_iri(id)} for id in first.articles],
                "firstAppearance": self._origin_node(first),
                "isBasedOn": [self._quotation_node(quote) for quote in quotes],
            }
        )

    def quotations(self, article: Article) -> list[Node]:
        """Describe the quotes of an article that claims rest on, each once, without withdrawn claims."""
        quotes = [quote for quote in self.findings.in_article(article.id) if not quote.claim.withdrawn]
        return [*{quote.passage.address: self._quotation_node(quote) for quote in quotes}.values()]

    def _quotation_node(self, quote: Quote) -> Node:
        """Describe a quote, with its speakers where the article marks all of it as their spoken words."""
        article = quote.article
        speakers = self._spoken_by.get(quote.passage.address, set())
        return _with_values(
            {
                "@type": "Quotation",
                "@id": self._source_iri(article.id, f"quote-{quote.passage.address}"),
                "text": without_outer_marks(phrase("left-out-between").join(quote.words)),
                "inLanguage": article.descriptor.language,
                "creator": self._actor_refs(next(iter(speakers))) if len(speakers) == 1 else None,
                "isPartOf": {"@id": self._source_iri(article.id)},
            }
        )

    def _origin_node(self, first: FirstSaid) -> Node | None:
        """Describe the origin of a claim, where all of its quotes have the same."""
        inferred = any(quote.evidence.origin_inferred for quote in self.findings.quotes.get(first.claim, ()))
        if len(first.roots) != 1 or first.not_stated or inferred:
            return None
        [root] = first.roots
        origin = self.findings.briefing.summary.origins[root.id]
        return _with_values(
            {
                "@type": "CreativeWork",
                "@id": self._entry_iri("origin", root.id),
                "name": origin.title,
                "creator": self._actor_refs(origin.by),
                "dateCreated": _iso_date(origin.date),
            }
        )

    def _question_node(self, question: Question) -> Node:
        claims = self.findings.briefing.claims
        answer = question.resolution
        return _with_values(
            {
                "@type": "Question",
                "@id": self._entry_iri("question", question.id),
                "text": question.text,
                "dateCreated": _iso_date(question.opened),
                "about": [
                    {"@id": self._entry_iri("claim", id)}
                    for id in question.claims
                    if not claims[id].withdrawn
                ],
                "suggestedAnswer": _with_values(
                    {"@type": "Answer", "text": answer.text, "dateCreated": _iso_date(answer.date)}
                )
                if answer
                else None,
            }
        )

    @cached_property
    def _spoken_by(self) -> Mapping[str, set[tuple[str, ...]]]:
        """The speakers of spoken words, by the quote's address.

        Claims that somebody passed on are left out, as the words may be those of who passed them on.
        """
        speakers: dict[str, set[tuple[str, ...]]] = {}
        for quotes in self.findings.quotes.values():
            for quote in quotes:
                if quote.speech is Speech.SPOKEN and not (quote.via or quote.claim.withdrawn):
                    speakers.setdefault(quote.passage.address, set()).add(quote.by)
        return speakers

    def _actor_refs(self, ids: tuple[str, ...]) -> list[Node]:
        """Describe actors; in a report by their IRIs alone, as its ``mentions`` describe them."""
        nodes = _actor_nodes(ids, self.findings.briefing.actors, self.here, self.settings)
        report = self.here == briefing_page(self.findings.briefing.slug)
        return [{"@id": node["@id"]} if report else node for node in nodes]

    def _page_iri(self, there: str, fragment: str = "") -> str:
        return _iri(self.settings, self.here, there, fragment)

    def _entry_iri(self, kind: str, id: str) -> str:
        return self._page_iri(briefing_page(self.findings.briefing.slug), f"{kind}-{id}")

    def _source_iri(self, article: str, fragment: str = "") -> str:
        return self._page_iri(source_page(self.findings.briefing.slug, article), fragment)
