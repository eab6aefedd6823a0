"""The data files below ``api/``: index, schema, table of claims, a file for each briefing and actor."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from pydantic import BaseModel

from generator.analyse.findings.findings import Findings
from generator.files.content import Content
from generator.model.briefing import actors_of
from generator.model.changes import History, Past
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
from generator.render.exports.csv_table import (
    CLAIMS_COLUMNS,
    CLAIMS_TABLE,
    claims_columns,
    claims_rows,
    claims_table,
)
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


@dataclass(frozen=True)
class Referred:
    """A claim as the data files of actors refer to it, and the ids that it names."""

    reference: ClaimRef
    says: tuple[str, ...]
    about: tuple[str, ...]
    passed_on: tuple[str, ...]


@dataclass(frozen=True)
class BriefingRecord:
    """The data of one briefing.

    Attributes:
        files: JSON by path; a briefing's file stands at its former addresses too, so that they last.
        claims: its claims, for the files of actors.
        rows: its part of the table of claims.
    """

    files: Mapping[str, Content]
    claims: tuple[Referred, ...]
    rows: str


def briefing_record(
    findings: Findings, settings: Settings, history: History, version: str | None
) -> BriefingRecord:
    """Make the data of a briefing; see `briefing_file` for what it is made of."""
    slug = findings.briefing.slug
    file = briefing_file(findings, history, version)
    json = _to_json(file)
    addresses = (slug, *findings.briefing.summary.former_slugs)
    claims = tuple(
        Referred(_claim_ref(slug, claim), claim.speakers, tuple(dict.fromkeys(claim.about)), claim.passers_on)
        for claim in file.claims
    )
    rows = claims_rows(findings, settings)
    return BriefingRecord({briefing_data(address): json for address in addresses}, claims, rows)


def data_files(
    shown: Sequence[Findings],
    settings: Settings,
    past: Past,
    versions: Mapping[str, str],
    records: Iterable[BriefingRecord] | None = None,
) -> dict[str, Content]:
    """Write every file below ``api/`` but its page.

    Args:
        shown: the briefings that the site shows.
        settings: the site's.
        past: the redacted histories, without what was taken out.
        versions: by slug, git's tree id of the briefing's folder, where it is known.
        records: the data of those briefings, in their order; None where it isn't made yet.

    Returns:
        JSON and CSV by path.
    """
    if records is None:
        slugs = (findings.briefing.slug for findings in shown)
        records = [
            briefing_record(findings, settings, past.of(slug), versions.get(slug))
            for slug, findings in zip(slugs, shown, strict=True)
        ]
    records = list(records)
    files: dict[str, Content] = {
        DATA_INDEX: _to_json(_index_data(shown, settings, past, versions)),
        DATA_SCHEMA: data_schema(),
        CLAIMS_TABLE: claims_table(record.rows for record in records),
        CLAIMS_COLUMNS: claims_columns(),
    }
    actors = _actors_by_id(shown)
    claims = {id: _ClaimsOf() for id in actors}
    for record in records:
        files |= record.files
        for claim in record.claims:
            _add_to_actors(claims, claim)
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
    actors = actors_of(findings.briefing for findings in shown)
    return dict(sorted(actors.items()))


def _add_to_actors(claims: Mapping[str, _ClaimsOf], claim: Referred) -> None:
    """Add a claim to the lists of its actors; reserved speakers, and names in ``via``, have no list."""
    for id in claim.says:
        if id in claims:
            claims[id].says.append(claim.reference)
    for id in claim.about:
        if id in claims:
            claims[id].about.append(claim.reference)
    for id in claim.passed_on:
        if id in claims:
            claims[id].passed_on.append(claim.reference)


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
