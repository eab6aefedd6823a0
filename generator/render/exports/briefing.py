"""A briefing as data: every entry as it was written, and beside it what was worked out."""

from collections.abc import Iterable, Iterator

from generator.analyse.findings.accounts import Account
from generator.analyse.findings.answers import answers
from generator.analyse.findings.coverage import Coverage, State
from generator.analyse.findings.findings import Findings
from generator.analyse.findings.timeline import Moment
from generator.analyse.quotes.named import named_in_entries
from generator.analyse.quotes.shown import PublishedShare
from generator.model.briefing import Article, Briefing
from generator.model.changes import Change, History, Version
from generator.model.entries import Actor
from generator.render.addresses import actor_page, briefing_page, site_path, source_page
from generator.render.exports.claims import claims_data, entry_as
from generator.render.exports.model import FORMAT, BriefingData
from generator.render.exports.model_parts import (
    AccountData,
    ActorData,
    AnswersData,
    ArticleData,
    AsideData,
    AssessmentData,
    ChangeData,
    CoverageData,
    EventData,
    JoinedData,
    MatterData,
    MomentData,
    OriginData,
    QuestionData,
    RowData,
    ShareData,
    VersionData,
    WordingData,
)
from generator.render.parts.changes import ChangeWriter
from generator.render.parts.claims.passages import place_of
from generator.render.parts.dates import stated_view
from generator.render.parts.source_labels import label


def briefing_file(findings: Findings, history: History, version: str | None) -> BriefingData:
    """All that is written in a briefing, and all that was worked out.

    An article's words are the quoted ones, and with ``rights: full`` its whole text.
    """
    briefing = findings.briefing
    summary, slug = briefing.summary, briefing.slug

    def url(kind: str, id: str) -> str:
        return site_path(briefing_page(slug), f"{kind}-{id}")

    return entry_as(
        BriefingData,
        summary,
        format=FORMAT,
        record="briefing",
        url=site_path(briefing_page(slug)),
        slug=slug,
        version=version,
        last_changed=changed_at(history),
        actors={id: entry_as(ActorData, one, url=site_path(actor_page(id))) for id, one in _named(briefing)},
        articles=_articles(findings),
        origins={id: entry_as(OriginData, one, url=url("origin", id)) for id, one in summary.origins.items()},
        matters={id: entry_as(MatterData, one, url=url("matter", id)) for id, one in summary.matters.items()},
        claims=tuple(claims_data(findings)),
        questions=tuple(
            entry_as(QuestionData, one, url=url("question", one.id)) for one in summary.questions
        ),
        assessments=tuple(
            entry_as(AssessmentData, one, url=url("assessment", one.id)) for one in summary.assessments
        ),
        events=tuple(entry_as(EventData, one, url=url("event", one.id)) for one in summary.events),
        set_aside=tuple(_asides(findings)),
        accounts=tuple(_account(one) for one in findings.accounts),
        timeline=tuple(_moments(findings.timeline)),
        answers=tuple(_answers(briefing)),
        versions=tuple(_versions(findings, history)) or None,
    )


def changed_at(history: History) -> str | None:
    """When a briefing last changed in substance; None where that is not known or not committed yet."""
    return (history.last_changed.time or None) if history.last_changed else None


def _named(briefing: Briefing) -> Iterator[tuple[str, Actor]]:
    """The briefing's own actors and those of the registry that it names."""
    named = named_in_entries(briefing) | set(briefing.summary.actors)
    return ((id, actor) for id, actor in briefing.actors.items() if id in named)


def _articles(findings: Findings) -> dict[str, ArticleData]:
    briefing = findings.briefing
    return {
        id: _article(briefing, article, findings.coverage.get(id), findings.shares[id])
        for id, article in briefing.articles.items()
    }


def _article(
    briefing: Briefing, article: Article, covered: Coverage | None, share: PublishedShare
) -> ArticleData:
    there = bool(article.text.strip())
    return entry_as(
        ArticleData,
        article.descriptor,
        page=site_path(source_page(briefing.slug, article.id)),
        letter=briefing.letter(article.id),
        label=label(article),
        sha256=article.sha256 if there else None,
        length=len(article.text),
        text=article.text if there and article.descriptor.rights == "full" else None,
        coverage=_coverage(covered) if covered else None,
        share=ShareData(words=share.words, shown=share.shown),
    )


def _coverage(covered: Coverage) -> CoverageData:
    return CoverageData(
        sentences=len(covered.sentences),
        cited=covered.count(State.CITED),
        set_aside=covered.count(State.SET_ASIDE),
        unused=covered.count(State.UNUSED),
        words=covered.words,
        untouched=covered.untouched,
    )


def _asides(findings: Findings) -> Iterator[AsideData]:
    for entry, passage in findings.set_aside:
        article = findings.briefing.articles[passage.article]
        full = article.descriptor.rights == "full"
        yield entry_as(
            AsideData,
            entry,
            exact=entry.exact if full else (),
            place=place_of(article, passage.start),
            segments=passage.segments,
        )


def _account(account: Account) -> AccountData:
    return AccountData(
        matter=account.matter,
        rows=tuple(
            RowData(
                claim=row.claim.id,
                quotes=tuple(
                    WordingData(address=one.quote.passage.address, differs=one.marks) for one in row.wordings
                ),
            )
            for row in account.rows
        ),
        relations=tuple(
            JoinedData(
                claim=one.claim, kind=one.relation.kind, other=one.relation.claim, note=one.relation.note
            )
            for one in account.relations
        ),
        questions=tuple(question.id for question in account.questions),
    )


def _moments(moments: Iterable[Moment]) -> Iterator[MomentData]:
    for one in moments:
        yield MomentData.model_construct(
            kind=one.kind,
            date=one.date,
            words=stated_view(one.date).words if one.date else None,
            event=one.event or None,
            claims=one.claims,
            withdrawn=one.withdrawn,
        )


def _answers(briefing: Briefing) -> Iterator[AnswersData]:
    spoken_of = {id for claim in briefing.summary.claims if not claim.withdrawn for id in claim.about}
    for id, actor in briefing.actors.items():
        if id in spoken_of and actor.kind == "person":
            found = answers(briefing, id)
            if found.said_of:
                yield AnswersData(
                    actor=id, said_of=found.said_of, answers=found.answers, elsewhere=found.elsewhere
                )


def _versions(findings: Findings, history: History) -> Iterator[VersionData]:
    changes = ChangeWriter(findings, briefing_page(findings.briefing.slug))
    for one in history.versions:
        yield _version(changes, one)


def _version(changes: ChangeWriter, version: Version) -> VersionData:
    return VersionData(
        tree=version.tree,
        time=version.time or None,
        commit=version.commit or None,
        changes=tuple(_change(changes, one) for one in version.changes),
    )


def _change(changes: ChangeWriter, change: Change) -> ChangeData:
    told = changes.sentence(change)
    return ChangeData(
        kind=change.kind,
        id=change.id,
        what=change.what,
        fields=tuple(dict.fromkeys(part.field for part in change.parts)),
        alarms=change.alarms,
        substantive=change.substantive,
        sentence=told.text,
        url=site_path(briefing_page(changes.findings.briefing.slug), told.fragment),
    )
