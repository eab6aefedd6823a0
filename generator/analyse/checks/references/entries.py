"""Check of references between entries: every id is defined once, and nothing rests on withdrawn claims."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.analyse.checks.references.circles import check_replacements, circles
from generator.analyse.checks.references.unknown_id import unknown_id
from generator.analyse.findings.first_said import cannot_corroborate
from generator.model.briefing import ARTICLE_VOICE, RESERVED_SPEAKERS, UNNAMED, Briefing
from generator.model.claims import Claim, Evidence, TextQuote
from generator.model.dated import Withdrawn
from generator.model.diagnostics import Diagnostic, problem
from generator.model.entries import Question, SetAside
from generator.model.entry import Entry
from generator.model.texts import id_fault, suggested_id

SYMMETRIC = frozenset(["corroborates"])


def check_references(briefing: Briefing) -> list[Diagnostic]:
    """Reports every fault in the references between a briefing's entries."""
    checks = (
        _check_unique_ids,
        _check_actors,
        _check_claims,
        _check_origins,
        _check_relations,
        _check_questions,
        _check_resting,
        _check_assessments,
        _check_tombstones,
    )
    return [diagnostic for check in checks for diagnostic in check(briefing)]


def _unknown_id(
    briefing: Briefing, entry: Entry, path: tuple[str | int, ...], what: str, id: str, known: Iterable[str]
) -> Iterator[Diagnostic]:
    known = list(known)
    if what == "claim" and briefing.doubled_claims:
        return  # one of two has lost its own id
    if id not in known and briefing.lost.isdisjoint((id, f"{what}s")):
        mean = _named_so(briefing, id) if what == "actor" else ""
        found = unknown_id(entry.at(*path), what, id, known, mean=mean)
        if path[0] in ("by", "by_open"):
            whom = "; 'unnamed' speaks where the article names nobody."
            found = replace(found, hint=f"{found.hint.removesuffix('.')}{whom}")
        yield found


def _named_so(briefing: Briefing, id: str) -> str:
    """Returns the opening of a hint that names the actor whose name was written as an id, or nothing."""
    named = [
        other
        for other, actor in briefing.actors.items()
        if id in {suggested_id(name) for name in (actor.name, *actor.aliases)}
    ]
    named = named or [other for other in briefing.actors if id in other.split("-")]
    return f"Did you mean '{named[0]}' ({briefing.actors[named[0]].name})? " if len(named) == 1 else ""


def _unknown_ids(
    briefing: Briefing, entry: Entry, field: str, what: str, ids: tuple[str, ...], known: Iterable[str]
) -> Iterator[Diagnostic]:
    known = list(known)
    for index, id in enumerate(ids):
        yield from _unknown_id(briefing, entry, (field, index), what, id, known)


def _unknown_actors(
    briefing: Briefing, entry: Entry, field: str, ids: tuple[str, ...]
) -> Iterator[Diagnostic]:
    if briefing.actors_read:
        yield from _unknown_ids(briefing, entry, field, "actor", ids, briefing.actors)


def _check_unique_ids(briefing: Briefing) -> Iterator[Diagnostic]:
    summary = briefing.summary
    for what, entries in (
        ("claim", summary.claims),
        ("question", summary.questions),
        ("assessment", summary.assessments),
        ("event", summary.events),
    ):
        first: dict[str, int] = {}
        for entry in entries:
            if entry.id in first:
                yield problem("duplicate-id", entry.at("id"), what=what, id=entry.id, line=first[entry.id])
            first.setdefault(entry.id, entry.at("id").line)


def _check_actors(briefing: Briefing) -> Iterator[Diagnostic]:
    for id, actor in briefing.summary.actors.items():
        yield from _unknown_actors(briefing, actor, "member_of", actor.member_of)
        if id in RESERVED_SPEAKERS:
            yield problem("reserved-id", briefing.summary.at("actors", id, "[key]"), id=id)


def _check_claims(briefing: Briefing) -> Iterator[Diagnostic]:
    summary = briefing.summary
    for claim in summary.claims:
        yield from _check_speakers(briefing, claim)
        yield from _unknown_actors(briefing, claim, "about", claim.about)
        yield from _unknown_passers_on(briefing, claim)
        if claim.origin:
            yield from _unknown_id(briefing, claim, ("origin",), "origin", claim.origin, summary.origins)
        if claim.matter:
            yield from _unknown_id(briefing, claim, ("matter",), "matter", claim.matter, summary.matters)
        unread = claim.withdrawn or claim.id in briefing.lost
        if not claim.evidence and not unread and "evidence" in claim.written():
            yield problem("no-evidence", claim.at("id"), id=claim.id)
        for evidence in claim.evidence:
            yield from _unknown_id(
                briefing, evidence, ("article",), "article", evidence.article, briefing.articles
            )
            yield from _check_evidence(briefing, claim, evidence)
    of_origins = (shown for origin in summary.origins.values() for shown in origin.evidence)
    quoted: tuple[SetAside | TextQuote, ...] = (*summary.set_aside, *of_origins)
    for entry in quoted:
        yield from _unknown_id(briefing, entry, ("article",), "article", entry.article, briefing.articles)


def _unknown_passers_on(briefing: Briefing, entry: Claim | Evidence) -> Iterator[Diagnostic]:
    for index, passed_on in enumerate(entry.via):
        if id_fault(passed_on) is None and briefing.actors_read:
            yield from _unknown_id(briefing, entry, ("via", index), "actor", passed_on, briefing.actors)


def _check_evidence(briefing: Briefing, claim: Claim, evidence: Evidence) -> Iterator[Diagnostic]:
    """Checks what a quote says of its own words."""
    yield from _check_speakers(briefing, evidence)
    yield from _unknown_passers_on(briefing, evidence)
    if evidence.origin:
        origins = briefing.summary.origins
        yield from _unknown_id(briefing, evidence, ("origin",), "origin", evidence.origin, origins)
    if briefing.actors_read:
        known = [*briefing.actors, *RESERVED_SPEAKERS]
        yield from _unknown_ids(briefing, evidence, "by_open", "actor", evidence.by_open, known)
    if "by_open" in evidence.written() and len(set(evidence.by_open)) < 2:
        count = "nobody" if not evidence.by_open else "one alone"
        yield problem("open-too-few", evidence.at("by_open"), count=count)
    elif evidence.by_open and evidence.by:
        yield problem("open-and-named", evidence.at("by_open"))
    if evidence.origin_inferred and not claim.origin_in(evidence):
        yield problem("inferred-without-origin", evidence.at("origin_inferred"))
    by = claim.by_in(evidence)
    if evidence.described_as and by and UNNAMED not in by:
        yield problem("described-but-named", evidence.at("described_as"), by=", ".join(by))
    if evidence.cue and by == (ARTICLE_VOICE,):
        yield problem("cue-without-speaker", evidence.at("cue"), cue=evidence.cue)


def _check_speakers(briefing: Briefing, entry: Claim | Evidence) -> Iterator[Diagnostic]:
    reserved = RESERVED_SPEAKERS.intersection(entry.by)
    if reserved and len(entry.by) > 1:
        yield problem("speaker-mixed", entry.at("by"), speaker=sorted(reserved)[0])
    if briefing.actors_read:
        known = [*briefing.actors, *RESERVED_SPEAKERS]
        yield from _unknown_ids(briefing, entry, "by", "actor", entry.by, known)
    if entry.by == () and "by" in entry.written() and not getattr(entry, "withdrawn", None):
        yield problem("empty-value", entry.at("by"), field="by", write="Write its value.")


def _check_origins(briefing: Briefing) -> Iterator[Diagnostic]:
    origins = briefing.summary.origins
    for origin in origins.values():
        yield from _unknown_actors(briefing, origin, "by", origin.by)
        if origin.derived_from:
            yield from _unknown_id(
                briefing, origin, ("derived_from",), "origin", origin.derived_from, origins
            )
    for ids in circles({id: origin.derived_from for id, origin in origins.items() if origin.derived_from}):
        span = origins[ids[0]].at("derived_from")
        yield problem("origin-circle", span, way=" → ".join([*ids, ids[0]]))


def _check_relations(briefing: Briefing) -> Iterator[Diagnostic]:
    claims = {claim.id: claim for claim in briefing.summary.claims}
    written: dict[tuple[str, tuple[str, ...]], int] = {}
    for claim in briefing.summary.claims:
        for relation in claim.relations:
            yield from _unknown_id(briefing, relation, ("claim",), "claim", relation.claim, claims)
            other = claims.get(relation.claim)
            if other is None:
                continue
            if other is claim:
                yield problem("relation-to-itself", relation.at("claim"), id=claim.id)
                continue
            ends = (claim.id, other.id)
            pair = (relation.kind, tuple(sorted(ends)) if relation.kind in SYMMETRIC else ends)
            if pair in written:
                yield problem(
                    "relation-twice",
                    relation.at("claim"),
                    kind=relation.kind,
                    other=other.id,
                    line=written[pair],
                )
            written.setdefault(pair, relation.at("kind").line)
            if claim.withdrawn or other.withdrawn or briefing.lost.intersection((claim.id, other.id)):
                continue
            if relation.kind == "later-position-of" and set(claim.by) != set(other.by):
                yield problem("not-the-same-speaker", relation.at("kind"), claim=claim.id, other=other.id)
            if relation.kind == "corroborates":
                if fault := cannot_corroborate(claim, other):
                    yield problem("no-corroboration", relation.at("kind"), reason=fault)
                if not relation.note:
                    yield problem("reason-missing", relation.at("kind"))


def _check_questions(briefing: Briefing) -> Iterator[Diagnostic]:
    known = [claim.id for claim in briefing.summary.claims]
    for question in briefing.summary.questions:
        yield from _unknown_ids(briefing, question, "claims", "claim", question.claims, known)
        origins = briefing.summary.origins
        yield from _unknown_ids(briefing, question, "settled_by", "origin", question.settled_by, origins)
        if not question.withdrawn and question.id not in briefing.lost:
            yield from _check_answer(question)


def _check_answer(question: Question) -> Iterator[Diagnostic]:
    answered = question.status in ("partly-answered", "answered")
    if answered and question.resolution is None:
        yield problem("answer-missing", question.at("status"), id=question.id, status=question.status)
    if question.status == "open" and question.resolution is not None:
        field = "status" if "status" in question.written() else "resolution"
        yield problem("answer-to-open", question.at(field), id=question.id)


def _check_resting(briefing: Briefing) -> Iterator[Diagnostic]:
    """Checks that what readers see as resting on claims rests on claims that exist and are not withdrawn."""
    summary = briefing.summary
    for field, entries in (("bottom_line", summary.bottom_line), ("claims", summary.claims)):
        if not entries and not summary.withdrawn and field in summary.written():
            yield problem("empty-value", summary.at(field), field=field, write="Write its value.")
    claims = {claim.id: claim for claim in summary.claims}
    resting: list[tuple[Entry, tuple[str, ...]]] = [
        *((sentence, sentence.claims) for sentence in summary.bottom_line),
        *((entry, entry.claims) for entry in summary.assessments if not entry.withdrawn),
        *((entry, entry.claims) for entry in summary.events if not entry.withdrawn),
        *(
            (question.resolution, question.resolution.claims)
            for question in summary.questions
            if question.resolution and not question.withdrawn
        ),
        *((question, question.claims) for question in summary.questions if not question.withdrawn),
    ]
    for entry, ids in resting:
        if not isinstance(entry, Question):  # those of questions are reported with the questions
            yield from _unknown_ids(briefing, entry, "claims", "claim", ids, claims)
        if not ids and "claims" in entry.written():
            yield problem("rests-on-nothing", entry.at("claims"))
        may_rest = isinstance(entry, Question) and not entry.differ
        for index, id in enumerate(() if may_rest else ids):
            if id in claims and claims[id].withdrawn:
                yield problem("rests-on-withdrawn", entry.at("claims", index), id=id)


def _check_assessments(briefing: Briefing) -> Iterator[Diagnostic]:
    for entry in briefing.summary.assessments:
        if not (entry.withdrawn or entry.likelihood or entry.confidence or entry.id in briefing.lost):
            yield problem("no-scale", entry.at("id"), id=entry.id)


def _check_tombstones(briefing: Briefing) -> Iterator[Diagnostic]:
    summary = briefing.summary
    groups: dict[str, dict[str, Withdrawn | None]] = {
        "actor": {id: actor.withdrawn for id, actor in summary.actors.items()},
        "claim": {claim.id: claim.withdrawn for claim in summary.claims},
        "question": {question.id: question.withdrawn for question in summary.questions},
        "assessment": {assessment.id: assessment.withdrawn for assessment in summary.assessments},
        "event": {event.id: event.withdrawn for event in summary.events},
        "article": {id: article.descriptor.withdrawn for id, article in briefing.articles.items()},
    }
    for what, entries in groups.items():
        known = briefing.actors if what == "actor" else entries
        for withdrawn in entries.values():
            if withdrawn is not None and withdrawn.replaced_by:
                yield from _unknown_id(
                    briefing, withdrawn, ("replaced_by",), what, withdrawn.replaced_by, known
                )
        yield from check_replacements(entries)
