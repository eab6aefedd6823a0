"""The site as data: an index, a file for each briefing and actor, a table of all claims, and their schema."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pydantic import BaseModel

from generator.analyse.findings.findings import Findings
from generator.model.changes import Past
from generator.model.entries import Actor, Claim
from generator.model.settings import Settings
from generator.render.addresses import (
    CLAIMS_TABLE,
    DATA_INDEX,
    DATA_SCHEMA,
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
from generator.render.exports.csv_table import claims_table
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
from generator.render.exports.schema import data_schema
from generator.render.words import phrase


def data_files(
    shown: Sequence[Findings], settings: Settings, past: Past, versions: Mapping[str, str]
) -> dict[str, str]:
    """Every file below ``api/`` but its page, by path.

    A briefing's file stands at its former addresses too, so that they last.

    Args:
        shown: the briefings that the site shows.
        settings: the site's.
        past: the histories as they may be shown, so without what was taken out.
        versions: by slug the id that git gives the briefing's folder, as far as it is known.
    """
    made = {
        DATA_INDEX: _written(_index(shown, settings, past, versions)),
        DATA_SCHEMA: data_schema(),
        CLAIMS_TABLE: claims_table(shown, settings),
    }
    actors = _named(shown)
    claims = {id: _ClaimsOf() for id in actors}
    for findings in shown:
        slug = findings.briefing.slug
        file = briefing_file(findings, past.of(slug), versions.get(slug))
        written = _written(file)
        for one in (slug, *findings.briefing.summary.former_slugs):
            made[briefing_data(one)] = written
        for claim in file.claims:
            _file_under(claims, _reference(slug, claim), claim)
    for id, actor in actors.items():
        made[actor_data(id)] = _written(_actor_file(id, actor, claims[id]))
    return made


@dataclass
class _ClaimsOf:
    """The claims by, about and passed on by one actor."""

    says: list[ClaimRef] = field(default_factory=list)
    about: list[ClaimRef] = field(default_factory=list)
    passed_on: list[ClaimRef] = field(default_factory=list)


def _written(made: BaseModel) -> str:
    """JSON in the order of the fields; what is not known is left out."""
    return made.model_dump_json(indent=1, exclude_none=True) + "\n"


def _index(
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
        feed=None if why_no_feeds(shown, settings, past) else site_path(FEED),
        briefings=tuple(_line(one, past, versions) for one in shown),
        actors=tuple(
            ActorLine(
                id=id,
                name=actor.name or None,
                kind=actor.kind,
                url=site_path(actor_page(id)),
                data=site_path(actor_data(id)),
                withdrawn=actor.withdrawn is not None,
            )
            for id, actor in _named(shown).items()
        ),
    )


def _line(findings: Findings, past: Past, versions: Mapping[str, str]) -> BriefingLine:
    slug, summary = findings.briefing.slug, findings.briefing.summary
    questions = [one for one in summary.questions if not one.withdrawn]
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
            claims=sum(not one.withdrawn for one in summary.claims),
            questions=len(questions),
            open_questions=len(findings.briefing.open_questions),
            sources=sum(not one.descriptor.withdrawn for one in articles),
        ),
    )


def _named(shown: Sequence[Findings]) -> dict[str, Actor]:
    """Everybody who has a page, by id."""
    named = {id: actor for findings in shown for id, actor in findings.briefing.actors.items()}
    return dict(sorted(named.items()))


def _file_under(claims: Mapping[str, _ClaimsOf], named: ClaimRef, claim: Claim) -> None:
    """Put a claim into the lists of its actors; other speakers, and words in ``via``, have none."""
    for id in dict.fromkeys(claim.by):
        if id in claims:
            claims[id].says.append(named)
    for id in dict.fromkeys(claim.about):
        if id in claims:
            claims[id].about.append(named)
    for id in dict.fromkeys(claim.via):
        if id in claims:
            claims[id].passed_on.append(named)


def _reference(slug: str, claim: ClaimData) -> ClaimRef:
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
