"""The report of coverage: the state of each sentence of each article, as text and as JSON."""

import json
from collections.abc import Iterable, Sequence
from typing import Final

from generator.analyse.findings.coverage import Coverage, State
from generator.analyse.findings.findings import Findings
from generator.analyse.quotes.shown import PublishedShare
from generator.model.briefing import Article
from generator.render.reports.problems import visible

_WIDTH: Final = 100
"""The longest row in characters; the sentence is cut to fit, but never below 20 characters."""

_STATE_WORDS: Final = {State.CITED: "cited", State.SET_ASIDE: "set aside", State.UNUSED: "UNUSED"}
_HEAD: Final = ("place", "state", "untouched", "sentence")


def coverage_text(all_findings: Sequence[Findings]) -> str:
    """Write a table for each article, and below the last the totals; empty without articles.

    A row has line and column in the article's file, the sentence's state, how many of its words stand neither
    in a quote nor in a passage set aside, and the sentence, cut to fit.
    """
    counted = [(findings, coverage) for findings in all_findings for coverage in findings.coverage.values()]
    tables = [_article_table(findings, coverage) for findings, coverage in counted]
    if len(counted) > 1:
        tables.append(f"All {len(counted)} articles: {_totals([coverage for _, coverage in counted])}")
    return "\n\n".join(tables)


def coverage_json(all_findings: Sequence[Findings]) -> str:
    """Write a JSON list of objects: briefing, article, sentence, line, column, state.

    Lines and columns count from 1 in the article's file, columns in code points. The sentence is as in the
    article; the state is cited, set-aside or unused.
    """
    sentences = [
        {
            "briefing": findings.briefing.slug,
            "article": coverage.article.id,
            "sentence": use.text,
            "line": use.line,
            "column": use.column,
            "state": use.state.value,
        }
        for findings in all_findings
        for coverage in findings.coverage.values()
        for use in coverage.sentences
    ]
    return json.dumps(sentences, ensure_ascii=False, indent=2)


def coverage_summary(findings: Findings, article: Article) -> str:
    """Count an article's sentences by state and tell its shown share; empty for a withdrawn article."""
    coverage = findings.coverage.get(article.id)
    if coverage is None:
        return ""
    return f"{_totals([coverage])} The site shows {_percent(findings.shares[article.id])} of its words."


def _article_table(findings: Findings, coverage: Coverage) -> str:
    letter = findings.briefing.letter(coverage.article.id)
    lines = [
        f"{visible(coverage.article.path)} (source {letter})",
        coverage_summary(findings, coverage.article),
    ]
    if not coverage.sentences:
        return "\n".join(lines)
    rows = [
        (f"{use.line}:{use.column}", _STATE_WORDS[use.state], f"{use.untouched} of {use.words}", use.text)
        for use in coverage.sentences
    ]
    return "\n".join([*lines, "", *_aligned([_HEAD, *rows])])


def _aligned(rows: list[tuple[str, str, str, str]]) -> Iterable[str]:
    """Align the columns of the rows; the last column is cut to fit."""
    place, state, untouched = (max(len(row[column]) for row in rows) for column in range(3))
    room = max(_WIDTH - (place + state + untouched + 8), 20)
    for row in rows:
        yield f"  {row[0]:<{place}}  {row[1]:<{state}}  {row[2]:>{untouched}}  {_cut_to_fit(row[3], room)}"


def _cut_to_fit(text: str, room: int) -> str:
    """Fold a text into one line, safe for terminals, and cut it at a word where it exceeds the room."""
    line = visible(" ".join(text.split()))
    if len(line) <= room:
        return line
    cut = line[: room - 1]
    words = cut.rpartition(" ")[0]
    return f"{words if len(words) > room // 2 else cut[:-1]} …"


def _totals(coverages: Sequence[Coverage]) -> str:
    counts = {state: sum(coverage.count(state) for coverage in coverages) for state in State}
    total, words = sum(counts.values()), sum(coverage.words for coverage in coverages)
    untouched = sum(coverage.untouched for coverage in coverages)
    return (
        f"{total} sentence{'' if total == 1 else 's'}: {counts[State.CITED]} cited,"
        f" {counts[State.SET_ASIDE]} set aside, {counts[State.UNUSED]} unused;"
        f" {untouched} of {words} words untouched."
    )


def _percent(share: PublishedShare) -> str:
    """The shown share in per cent, rounded, but never to 0 or 100; "none" or "all" for these."""
    if 0 < share.shown < share.words:
        return f"{min(max(round(share.percent), 1), 99)} %"
    return "all" if share.shown else "none"
