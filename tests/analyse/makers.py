"""What tests of the analysis are made of: articles and briefings, read as the generator reads them."""

from textwrap import dedent
from typing import Any

from generator.analyse.quotes.anchor import Anchorer
from generator.model.briefing import Article, Briefing
from generator.model.diagnostics import Diagnostic
from generator.model.entries import Claim, Descriptor, Evidence, Summary, Withdrawn
from generator.model.passage import Passage
from generator.read.article import paragraphs
from generator.read.source import Source
from generator.read.validate import build
from generator.read.yaml_values import read_yaml


def make_article(
    text: str, id: str = "a", *, ending: str = ".txt", language: str | None = None, withdrawn: bool = False
) -> Article:
    """An article whose text begins on the first line of its file."""
    tombstone = (
        Withdrawn.model_validate({"date": "2024-11-01", "reason": "Retracted."}) if withdrawn else None
    )
    descriptor = Descriptor(language=language, withdrawn=tombstone)
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


def make_claim(by: str = "kim") -> Claim:
    """A claim that matters only for its speaker."""
    return Claim.model_validate(
        {"id": "c", "text": "Something.", "by": by, "modality": "asserts", "evidence": []}
    )


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


def summary_of(**given: Any) -> Briefing:
    """A briefing of these entries, in which only what a test is about need be written."""
    claims = [
        {"text": "Something.", "by": "kim", "modality": "asserts", "evidence": [], **one}
        for one in given.get("claims", [])
    ]
    filling = {
        "title": "A briefing",
        "as_of": "2024-11-01",
        "status": "published",
        "bottom_line": [],
        "questions": [],
    }
    summary = Summary.model_validate({**filling, **given, "claims": claims})
    return Briefing("b", "briefing.yml", summary, {}, dict(summary.actors))
