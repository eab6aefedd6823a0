"""What became of each sentence, as a table for terminals and as data for programs."""

import json
from collections.abc import Iterable, Sequence
from typing import Final

from generator.analyse.findings.coverage import Coverage, State
from generator.analyse.findings.findings import Findings
from generator.analyse.quotes.shown import PublishedShare
from generator.model.briefing import Article
from generator.render.reports.problems import visible

_WIDTH: Final = 100
"""How many characters a row has at most; the sentence gives way, down to the 20 that always fit."""

_WORDS: Final = {State.CITED: "cited", State.SET_ASIDE: "set aside", State.UNUSED: "UNUSED"}
_HEAD: Final = ("place", "state", "untouched", "sentence")


def coverage_text(all_findings: Sequence[Findings]) -> str:
    """A table for each article, and under the last the sum of them all; nothing without articles.

    Each row tells line and column in the article's file, the state, how many of the sentence's words stand
    in no quote and in nothing set aside, and how it begins.
    """
    counted = [(findings, one) for findings in all_findings for one in findings.coverage.values()]
    told = [_article(findings, one) for findings, one in counted]
    if len(counted) > 1:
        told.append(f"All {len(counted)} articles: {_counts([one for _, one in counted])}")
    return "\n\n".join(told)


def coverage_json(all_findings: Sequence[Findings]) -> str:
    """A list of objects: briefing, article, sentence, line, column, state (cited, set-aside or unused).

    Lines and columns count from 1 in the article's file, columns in code points; the sentence stands as in
    the article.
    """
    listed = [
        {
            "briefing": findings.briefing.slug,
            "article": one.article.id,
            "sentence": use.text,
            "line": use.line,
            "column": use.column,
            "state": use.state.value,
        }
        for findings in all_findings
        for one in findings.coverage.values()
        for use in one.sentences
    ]
    return json.dumps(listed, ensure_ascii=False, indent=2)


def use_told(findings: Findings, article: Article) -> str:
    """An article's sentences by their state, and how much of it is shown; empty if it was withdrawn."""
    one = findings.coverage.get(article.id)
    if one is None:
        return ""
    return f"{_counts([one])} The site shows {_percent(findings.shares[article.id])} of its words."


def _article(findings: Findings, one: Coverage) -> str:
    letter = findings.briefing.letter(one.article.id)
    lines = [
        f"{visible(one.article.path)} (source {letter})",
        use_told(findings, one.article),
    ]
    if not one.sentences:
        return "\n".join(lines)
    rows = [
        (f"{use.line}:{use.column}", _WORDS[use.state], f"{use.untouched} of {use.words}", use.text)
        for use in one.sentences
    ]
    return "\n".join([*lines, "", *_table([_HEAD, *rows])])


def _table(rows: list[tuple[str, str, str, str]]) -> Iterable[str]:
    """The rows with their columns aligned; the last is cut to fit."""
    place, state, left = (max(len(row[column]) for row in rows) for column in range(3))
    room = max(_WIDTH - (place + state + left + 8), 20)
    for row in rows:
        yield f"  {row[0]:<{place}}  {row[1]:<{state}}  {row[2]:>{left}}  {_short(row[3], room)}"


def _short(text: str, room: int) -> str:
    """The text on one line, cut at a word where it is longer than the room, with nothing a terminal obeys."""
    line = visible(" ".join(text.split()))
    if len(line) <= room:
        return line
    cut = line[: room - 1]
    whole = cut.rpartition(" ")[0]
    return f"{whole if len(whole) > room // 2 else cut[:-1]} …"


def _counts(several: Sequence[Coverage]) -> str:
    number = {state: sum(one.count(state) for one in several) for state in State}
    total, words = sum(number.values()), sum(one.words for one in several)
    untouched = sum(one.untouched for one in several)
    return (
        f"{total} sentence{'' if total == 1 else 's'}: {number[State.CITED]} cited,"
        f" {number[State.SET_ASIDE]} set aside, {number[State.UNUSED]} unused;"
        f" {untouched} of {words} words untouched."
    )


def _percent(share: PublishedShare) -> str:
    """Rounded, but never to all or to nothing."""
    if 0 < share.shown < share.words:
        return f"{min(max(round(share.percent), 1), 99)} %"
    return "all" if share.shown else "none"
