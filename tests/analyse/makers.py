"""What tests of the analysis are made of: articles and briefings, read as the generator reads them."""

from collections.abc import Mapping
from textwrap import dedent
from typing import Any, Literal

from generator.analyse.findings.findings import Findings
from generator.analyse.quotes.anchor import Anchorer
from generator.analyse.quotes.find import find_passages
from generator.model.briefing import Article, Briefing
from generator.model.claims import Evidence
from generator.model.dated import Withdrawn
from generator.model.diagnostics import Diagnostic
from generator.model.entries import Descriptor, Summary
from generator.model.passage import Passage
from generator.read.article import paragraphs
from generator.read.source import Source
from generator.read.validate import build
from generator.read.yaml_values import read_yaml


def make_article(
    text: str,
    id: str = "a",
    *,
    ending: str = ".txt",
    language: str | None = None,
    title: str | None = None,
    rights: Literal["full", "excerpts"] = "excerpts",
    withdrawn: bool = False,
) -> Article:
    """An article whose text begins on the first line of its file."""
    tombstone = (
        Withdrawn.model_validate({"date": "2024-11-01", "reason": "Retracted."}) if withdrawn else None
    )
    descriptor = Descriptor(language=language, title=title, rights=rights, withdrawn=tombstone)
    return Article(id, f"articles/{id}{ending}", descriptor, text, 1, paragraphs(text, ending))


def make_evidence(
    exact: str | list[str], prefix: str | None = None, suffix: str | None = None, article: str = "a"
) -> Evidence:
    """A quote without a place in any file."""
    written = {"article": article, "exact": exact, "prefix": prefix, "suffix": suffix}
    return Evidence.model_validate({key: value for key, value in written.items() if value is not None})


def anchor(
    text: str,
    exact: str | list[str],
    prefix: str | None = None,
    suffix: str | None = None,
    *,
    ending: str = ".txt",
    language: str | None = None,
) -> tuple[Passage | None, list[Diagnostic]]:
    """The quote's passage in an article of this text, and what was told."""
    article = make_article(text, ending=ending, language=language)
    return Anchorer(article).anchor(make_evidence(exact, prefix, suffix))


def words_at(text: str, passage: Passage) -> list[str]:
    """The article's own characters at each segment."""
    return [text[start:end] for start, end in passage.segments]


def make_briefing(yaml: str, *articles: Article) -> Briefing:
    """A briefing read from YAML that need not be complete: what is not given is filled in."""
    given = dedent(yaml)
    filling = {
        "title": "title: A briefing",
        "as_of": "as_of: '2024-11-01'",
        "status": "status: draft",
        "bottom_line": "bottom_line: []",
        "claims": "claims: []",
        "questions": "questions: []",
    }
    missing = [line for key, line in filling.items() if f"\n{key}:" not in f"\n{given}"]
    text = "\n".join([given.strip("\n"), *missing, ""])
    value, faults = read_yaml(Source("briefing.yml", text))
    assert not faults, faults
    summary, wrong = build(Summary, value, "briefing.yml")
    assert summary is not None and not wrong, wrong
    return Briefing("b", "briefing.yml", summary, {one.id: one for one in articles}, dict(summary.actors))


def make_anchored(
    *articles: Article,
    quotes: Mapping[str, str] | None = None,
    aside: tuple[str, ...] = (),
    withdrawn: str = "",
    yaml: str = "",
) -> Findings:
    """Claims by id, each with one quote of article ``a`` as YAML writes it, and what is set aside of it."""
    lines = []
    for number, (id, exact) in enumerate((quotes or {}).items()):
        lines += ["claims:"] if not number else []
        lines += [f"  - id: {id}", "    text: So.", "    by: article"]
        lines += [
            "    evidence:",
            f"      a: {{exact: {exact}}}" if exact.startswith("[") else f"      a: {exact}",
        ]
        lines += ["    withdrawn: {date: '2024-11-01', reason: Wrong.}"] if id == withdrawn else []
    for number, exact in enumerate(aside):
        lines += ["set_aside:"] if not number else []
        lines += ["  - article: a", f"    exact: {exact}", f"    reason: Reason {number}."]
    return Findings.of(find_passages(make_briefing("\n".join([yaml, *lines]), *articles))[0])


def summary_of(**given: Any) -> Briefing:
    """A briefing of these entries, in which only what a test is about need be written."""
    claims = [{"text": "Something.", "by": "kim", "evidence": [], **one} for one in given.get("claims", [])]
    filling = {
        "title": "A briefing",
        "as_of": "2024-11-01",
        "status": "published",
        "bottom_line": [],
        "questions": [],
    }
    summary = Summary.model_validate({**filling, **given, "claims": claims})
    return Briefing("b", "briefing.yml", summary, {}, dict(summary.actors))
