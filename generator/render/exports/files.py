"""The data files below ``api/``: index, schema, table of claims, a file for each briefing and actor."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from pydantic import BaseModel

from generator.analyse.findings.findings import Findings
from generator.model.changes import Past
from generator.model.claims import Claim
from generator.model.entries import Actor
from generator.model.settings import Settings
from generator.render.addresses import (
    FEED,
    actor_data,
    actor_page,
    briefing_data,
    briefing_page,
    site_path,
)
from generator.render.exports.atom import why_no_feeds
from generator.render.exports.briefing import briefing_file, changed_at
from generator.render.exports.claims import entry_as
from generator.render.exports.csv_table import CLAIMS_COLUMNS, CLAIMS_TABLE, claims_columns, claims_table
from generator.render.exports.model import (
    FORMAT,
    ActorFile,
    ActorLine,
    BriefingLine,
    ClaimRef,
    Counts,
    IndexData,
)
from generator.render.exports.model_parts import ClaimData
from generator.render.exports.schema import DATA_SCHEMA, data_schema
from generator.render.words import phrase

DATA_INDEX: Final = "api/index.json"


def data_files(
    shown: Sequence[Findings], settings: Settings, past: Past, versions: Mapping[str, str]
) -> dict[str, str]:
    """Write every file below ``api/`` but its page.

    A briefing's file stands at its former addresses too, so that they last.

    Args:
        shown: the briefings that the site shows.
        settings: the site's.
        past: the redacted histories, without what was taken out.
        versions: by slug, git's tree id of the briefing's folder, where it is known.

    Returns:
        JSON and CSV by path.
    """
    files = {
        DATA_INDEX: _to_json(_index_data(shown, settings, past, versions)),
        DATA_SCHEMA: data_schema(),
        CLAIMS_TABLE: claims_table(shown, settings),
        CLAIMS_COLUMNS: claims_columns(),
    }
    actors = _actors_by_id(shown)
    claims = {id: _ClaimsOf() for id in actors}
    for findings in shown:
        slug = findings.briefing.slug
        file = briefing_file(findings, past.of(slug), versions.get(slug))
        json = _to_json(file)
        for known_slug in (slug, *findings.briefing.summary.former_slugs):
            files[briefing_data(known_slug)] = json
        for claim in file.claims:
            _add_to_actors(claims, _claim_ref(slug, claim), claim)
    for id, actor in actors.items():
        files[actor_data(id)] = _to_json(_actor_file(id, actor, claims[id]))
    return files


@dataclass
class _ClaimsOf:
    """The claims by, about and passed on by one actor."""

    says: list[ClaimRef] = field(default_factory=list)
    about: list[ClaimRef] = field(default_factory=list)
    passed_on: list[ClaimRef] = field(default_factory=list)


def _to_json(model: BaseModel) -> str:
    """Write a model as JSON, in the order of its fields; fields without a value are left out."""
    return model.model_dump_json(indent=1, exclude_none=True) + "\n"


def _index_data(
    shown: Sequence[Findings], settings: Settings, past: Past, versions: Mapping[str, str]
) -> IndexData:
    return IndexData(
        format=FORMAT,
        record="index",
        url=site_path(DATA_INDEX),
        name=settings.name or phrase("site-name"),
        site=settings.site,
        described_by=site_path(DATA_SCHEMA),
        table=site_path(CLAIMS_TABLE),
        table_described_by=site_path(CLAIMS_COLUMNS),
        feed=None if why_no_feeds(shown, settings, past) else site_path(FEED),
        briefings=tuple(_briefing_line(findings, past, versions) for findings in shown),
        actors=tuple(
            ActorLine(
                id=id,
                name=actor.name or None,
                kind=actor.kind,
                url=site_path(actor_page(id)),
                data=site_path(actor_data(id)),
                withdrawn=actor.withdrawn is not None,
            )
            for id, actor in _actors_by_id(shown).items()
        ),
    )


def _briefing_line(findings: Findings, past: Past, versions: Mapping[str, str]) -> BriefingLine:
    slug, summary = findings.briefing.slug, findings.briefing.summary
    questions = [question for question in summary.questions if not question.withdrawn]
    articles = findings.briefing.articles.values()
    return BriefingLine(
        slug=slug,
        title=summary.title or None,
        url=site_path(briefing_page(slug)),
        data=site_path(briefing_data(slug)),
        status=summary.status,
        as_of=summary.as_of,
        topics=summary.topics,
        version=versions.get(slug) or None,
        last_changed=changed_at(past.of(slug)),
        withdrawn=summary.withdrawn,
        counts=Counts(
            claims=sum(not claim.withdrawn for claim in summary.claims),
            questions=len(questions),
            open_questions=len(findings.briefing.open_questions),
            sources=sum(not article.descriptor.withdrawn for article in articles),
        ),
    )


def _actors_by_id(shown: Sequence[Findings]) -> dict[str, Actor]:
    """The actors who have a page, by id, in the order of ids."""
    actors = {id: actor for findings in shown for id, actor in findings.briefing.actors.items()}
    return dict(sorted(actors.items()))


def _add_to_actors(claims: Mapping[str, _ClaimsOf], reference: ClaimRef, claim: Claim) -> None:
    """Add a claim to the lists of its actors; reserved speakers, and names in ``via``, have no list."""
    for id in claim.speakers:
        if id in claims:
            claims[id].says.append(reference)
    for id in dict.fromkeys(claim.about):
        if id in claims:
            claims[id].about.append(reference)
    for id in claim.passers_on:
        if id in claims:
            claims[id].passed_on.append(reference)


def _claim_ref(slug: str, claim: ClaimData) -> ClaimRef:
    return ClaimRef(
        briefing=slug,
        claim=claim.id,
        url=claim.url,
        speaker=claim.speaker,
        sentence=claim.sentence,
        withdrawn=claim.withdrawn is not None,
    )


def _actor_file(id: str, actor: Actor, claims: _ClaimsOf) -> ActorFile:
    return entry_as(
        ActorFile,
        actor,
        format=FORMAT,
        record="actor",
        url=site_path(actor_page(id)),
        id=id,
        says=tuple(claims.says),
        about=tuple(claims.about),
        passed_on=tuple(claims.passed_on),
    )
