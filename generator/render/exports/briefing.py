"""The data file of a briefing: its entries as written, and the findings beside them."""

from collections.abc import Iterable, Iterator

from generator.analyse.findings.answers import answers
from generator.analyse.findings.coverage import Coverage, State
from generator.analyse.findings.findings import Findings
from generator.analyse.findings.timeline import Moment
from generator.analyse.quotes.named import about_others, named_in_entries
from generator.analyse.quotes.registered import registered
from generator.analyse.quotes.shown import PublishedShare
from generator.model.briefing import Article, Briefing
from generator.model.changes import Change, History, Version
from generator.model.entries import Actor
from generator.render.addresses import actor_page, briefing_page, site_path, source_page
from generator.render.bidi import plain
from generator.render.exports.claims import claims_data, entry_as
from generator.render.exports.model import FORMAT, BriefingData
from generator.render.exports.model_parts import (
    ActorData,
    AnswersData,
    ArticleData,
    AsideData,
    AssessmentData,
    ChangeData,
    CoverageData,
    EventData,
    MatterData,
    MomentData,
    OriginData,
    QuestionData,
    ShareData,
    VersionData,
    WordingData,
)
from generator.render.parts.changes.writer import ChangeWriter
from generator.render.parts.claims.passages import place_of
from generator.render.parts.dates import stated_view
from generator.render.parts.source_labels import label


def briefing_file(findings: Findings, history: History, version: str | None) -> BriefingData:
    """Make a briefing's data file.

    Of an article's text it holds the quoted words alone, and with ``rights: full`` all of it.

    Args:
        findings: the briefing and what was worked out for it.
        history: its redacted history.
        version: git's tree id of the briefing's folder; None where it is not known.
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
        actors={
            id: entry_as(ActorData, actor, url=site_path(actor_page(id)))
            for id, actor in _named_actors(briefing)
        },
        articles=_articles_data(findings),
        origins={
            id: entry_as(
                OriginData,
                origin,
                url=url("origin", id),
                # Words just before and after a quote may be words that the site doesn't show.
                evidence=tuple(
                    quote.model_copy(update={"prefix": None, "suffix": None}) for quote in origin.evidence
                ),
            )
            for id, origin in summary.origins.items()
        },
        matters={
            id: entry_as(MatterData, matter, url=url("matter", id)) for id, matter in summary.matters.items()
        },
        claims=tuple(claims_data(findings)),
        questions=tuple(
            entry_as(
                QuestionData,
                question,
                url=url("question", question.id),
                wordings=tuple(
                    WordingData(
                        claim=marked.quote.claim.id,
                        address=marked.quote.passage.address,
                        marks=marked.marks,
                    )
                    for marked in findings.differences.get(question.id, ())
                ),
            )
            for question in summary.questions
        ),
        assessments=tuple(
            entry_as(AssessmentData, assessment, url=url("assessment", assessment.id))
            for assessment in summary.assessments
        ),
        events=tuple(entry_as(EventData, event, url=url("event", event.id)) for event in summary.events),
        set_aside=tuple(_asides_data(findings)),
        timeline=tuple(_moments_data(findings.timeline)),
        answers=tuple(_answers_data(briefing)),
        versions=tuple(_versions_data(findings, history)) or None,
    )


def changed_at(history: History) -> str | None:
    """When a briefing last changed in substance, in RFC 3339; None where unknown or not committed yet."""
    return (history.last_changed.time or None) if history.last_changed else None


def _named_actors(briefing: Briefing) -> Iterator[tuple[str, Actor]]:
    """The briefing's own actors and those of the registry that it names, with their ids."""
    ids = named_in_entries(briefing) | set(briefing.summary.actors)
    return iter(registered(briefing.actors).of(ids).items())


def _articles_data(findings: Findings) -> dict[str, ArticleData]:
    briefing = findings.briefing
    return {
        id: _article_data(briefing, article, findings.coverage.get(id), findings.shares[id])
        for id, article in briefing.articles.items()
    }


def _article_data(
    briefing: Briefing, article: Article, coverage: Coverage | None, share: PublishedShare
) -> ArticleData:
    has_text = bool(article.text.strip())
    return entry_as(
        ArticleData,
        article.descriptor,
        page=site_path(source_page(briefing.slug, article.id)),
        letter=briefing.letter(article.id),
        label=label(article),
        sha256=article.sha256 if has_text else None,
        length=len(article.text),
        text=article.text if has_text and article.descriptor.rights == "full" else None,
        coverage=_coverage_data(coverage) if coverage else None,
        share=ShareData(words=share.words, shown=share.shown),
    )


def _coverage_data(coverage: Coverage) -> CoverageData:
    return CoverageData(
        sentences=len(coverage.sentences),
        cited=coverage.count(State.CITED),
        set_aside=coverage.count(State.SET_ASIDE),
        unused=coverage.count(State.UNUSED),
        words=coverage.words,
        untouched=coverage.untouched,
    )


def _asides_data(findings: Findings) -> Iterator[AsideData]:
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


def _moments_data(moments: Iterable[Moment]) -> Iterator[MomentData]:
    for moment in moments:
        yield MomentData.model_construct(
            kind=moment.kind,
            date=moment.date,
            words=stated_view(moment.date).words if moment.date else None,
            event=moment.event or None,
            claims=moment.claims,
            withdrawn=moment.withdrawn,
        )


def _answers_data(briefing: Briefing) -> Iterator[AnswersData]:
    spoken_of = {
        id
        for claim in briefing.claims.values()
        if not claim.withdrawn
        for id in about_others(briefing, claim)
    }
    for id, actor in registered(briefing.actors).of(spoken_of).items():
        if actor.kind == "person":
            result = answers(briefing, id)
            if result.said_of:
                yield AnswersData(
                    actor=id, said_of=result.said_of, answers=result.answers, elsewhere=result.elsewhere
                )


def _versions_data(findings: Findings, history: History) -> Iterator[VersionData]:
    changes = ChangeWriter(findings, briefing_page(findings.briefing.slug))
    for version in history.versions:
        yield _version_data(changes, version)


def _version_data(changes: ChangeWriter, version: Version) -> VersionData:
    return VersionData(
        tree=version.tree,
        time=version.time or None,
        commit=version.commit or None,
        changes=tuple(_change_data(changes, change) for change in version.changes),
    )


def _change_data(changes: ChangeWriter, change: Change) -> ChangeData:
    view = changes.sentence(change)
    return ChangeData(
        kind=change.kind,
        id=change.id,
        what=change.what,
        fields=tuple(dict.fromkeys(part.field for part in change.parts)),
        alarms=change.alarms,
        substantive=change.substantive,
        sentence=plain(view.text),
        url=site_path(briefing_page(changes.findings.briefing.slug), view.fragment),
    )
