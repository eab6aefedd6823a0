"""Reasons why the words of a quote do not stand in its article, the most telling one first."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from generator.analyse.quotes.matches import Matcher, Parts
from generator.analyse.quotes.otherwise_typed import Form, Typed, find_typed, first_wrapped_line
from generator.analyse.text.boundaries import inside_word, whole_word
from generator.analyse.text.fold import PARAGRAPH
from generator.analyse.text.nearest import difference, nearest
from generator.analyse.text.negation import denial_cut_off, negation
from generator.model.diagnostics import Diagnostic, problem
from generator.model.span import Span

_ELISION: Final = re.compile(r"\s*(?:\[\s?(?:\.{3}|\. \. \.)\s?\]|\(\s?\.{3}\s?\)|\.{3,}|\. \. \.)\s*")
"""Dots in a folded quote that may stand for words left out."""

_FEW_WORDS: Final = re.compile(rf"(?:[^\s{PARAGRAPH}]*[^\s.!?:;{PARAGRAPH}] ){{1,2}}\Z")
"""Words right before a passage, of its own sentence."""

_LONGEST_ADVICE: Final = 400
_MOST_FORMS: Final = 3
"""Limit of the forms of one kind that are named."""

_THEIRS: Final = {
    "footnote": "The quote lacks {forms}, a footnote's figure: include it, or {list}.",
    "hyphen": "{forms} ends a line: join the word in the article if its source has it whole.",
    "entity": "The article has {forms}: copy it so, or put the character there.",
    "ligature": "The article has {forms}, in one character: copy it from there.",
    "emphasis": "The article has {forms} for emphasis: copy the marks, or take them out there.",
}
"""What to do about forms that only the article has."""

_OURS: Final = {
    "footnote": "The article lacks the figure {forms}: take it out.",
    "entity": "The quote has {forms}: write the character.",
    "ligature": "The quote has {forms}, in one character: write the letters.",
    "emphasis": "The quote has {forms} for emphasis: take the marks out.",
}
"""What to do about forms that only the quote has."""


def why_missing(matcher: Matcher, segments: Sequence[str], index: int, span: Span) -> list[Diagnostic]:
    """Reports why the folded segment ``index`` of a quote stands nowhere in its article as whole words."""
    segment, path = segments[index], matcher.article.path
    if cut := _cut_off(matcher, segment, span):
        return [cut]
    if typed := find_typed(matcher.article, segment):
        return list(_typed_otherwise(matcher, segments, index, span, typed))
    inner = segment[1:-1].strip() if segment[:1] == segment[-1:] == '"' else ""
    if inner and matcher.whole(inner):
        return [problem("quote-in-marks", span, article=path)]
    if elided := _elided(matcher, segments, index, span):
        return [elided]
    near = nearest(segment, matcher.folded.text)
    if near is None:
        return [problem("quote-not-found", span, article=path)]
    near = _with_denial(matcher, *near)
    place = matcher.span(*near)
    return [
        problem(
            "quote-differs",
            span,
            article=path,
            line=place.line,
            column=place.column,
            nearest=matcher.written(*near),
            difference=difference(segment, matcher.folded.text[slice(*near)]),
        )
    ]


def _with_denial(matcher: Matcher, start: int, end: int) -> tuple[int, int]:
    """Widens the passage that is to be copied over a denial right before it, which turns what it says."""
    text = matcher.folded.text
    before = _FEW_WORDS.search(text, 0, start)
    denial = before and negation(text, before.start(), start, matcher.article.language)
    return (denial.start(), end) if denial else (start, end)


def _cut_off(matcher: Matcher, segment: str, span: Span) -> Diagnostic | None:
    """Reports what is cut where the words stand, but not as whole words."""
    text, path = matcher.article.text, matcher.article.path
    stretch = next(matcher.occurrences(segment), None)
    if stretch is None:
        return None
    for at, end in zip(matcher.offsets(*stretch), ("begins", "ends"), strict=True):
        if inside_word(text, at):
            first, last = whole_word(text, at)
            word, line = abridged(text[first:last]), matcher.article.span(first, last).line
            return problem("quote-cuts-word", span, end=end, word=word, path=path, line=line)
    line = matcher.span(*stretch).line
    if denial := denial_cut_off(matcher.folded.text, *stretch):
        return problem("quote-cuts-denial", span, word=denial, path=path, line=line)
    return problem("quote-cuts-character", span, path=path, line=line)


def _typed_otherwise(
    matcher: Matcher, segments: Sequence[str], index: int, span: Span, typed: Typed
) -> Iterator[Diagnostic]:
    """Reports words that are typed otherwise in the article, and of the article that it is wrapped."""
    article = matcher.article
    if typed.wrapped:
        yield problem("article-wrapped", first_wrapped_line(article), id=article.id)
    if not (typed.theirs or typed.ours):
        return
    parts = _parts_beside(article.text, typed, [form for form in typed.theirs if form.kind == "footnote"])
    listed = list_of_segments([*segments[:index], *parts, *segments[index + 1 :]])
    ways = [
        told[kind].format(
            forms=", ".join(
                list(dict.fromkeys(_form_words(form) for form in forms if form.kind == kind))[:_MOST_FORMS]
            ),
            list=f"write a list of segments: {listed}" if listed else "write a list of segments",
        )
        for told, forms in ((_THEIRS, typed.theirs), (_OURS, typed.ours))
        for kind in dict.fromkeys(form.kind for form in forms)
    ]
    place = article.span(typed.start, typed.end)
    yield problem(
        "quote-typed-otherwise",
        span,
        article=article.path,
        line=place.line,
        column=place.column,
        passage=abridged(" ".join(article.text[typed.start : typed.end].split())),
        ways=" ".join(ways),
    )


def _form_words(form: Form) -> str:
    written = f"“{form.written.strip()}”"
    return f"{written} for “{form.plain}”" if form.plain.strip() else written


def _parts_beside(text: str, typed: Typed, forms: list[Form]) -> list[str]:
    """Returns the words of a passage before, between and after some forms of it."""
    parts, at = [], typed.start
    for form in forms:
        parts.append(text[at : form.start])
        at = form.start + len(form.written)
    parts.append(text[at : typed.end])
    return [" ".join(part.split()) for part in parts if any(char.isalnum() for char in part)]


def _elided(matcher: Matcher, segments: Sequence[str], index: int, span: Span) -> Diagnostic | None:
    """Reports dots that stand for words left out, with the list of segments to write instead."""
    dots = _ELISION.search(segments[index])
    if dots is None:
        return None
    pieces = [piece for piece in _ELISION.split(segments[index]) if piece]
    found = [bool(matcher.whole(piece)) for piece in pieces]
    if not any(found):
        return None
    near = None if all(found) else nearest(segments[index], matcher.folded.text)
    if near and _ELISION.search(matcher.folded.text[slice(*near)]):
        return None  # the article has dots there itself, and other words differ
    way = _way_out(matcher, [*segments[:index], *pieces, *segments[index + 1 :]])
    if not all(found):
        lost = next(piece for piece, here in zip(pieces, found, strict=True) if not here)
        way = f"Write a list of segments. Nowhere in the article: “{abridged(lost)}”."
    elif len(pieces) == 1:
        way = "Leave them out: a quote may begin and end in mid-sentence."
    return problem(
        "quote-elided",
        span,
        dots=dots.group().strip().replace("...", "…"),
        article=matcher.article.path,
        way=way,
    )


def _way_out(matcher: Matcher, segments: list[str]) -> str:
    """Says how to write segments that stand in this order in one paragraph and leave out no denial."""
    match = next(matcher.matches(Parts(tuple(segments))), None)
    if match is None:
        return "Write a list of segments, in the article's order and out of one paragraph."
    for (_, end), (start, _) in pairwise(match):
        if denial := negation(matcher.folded.text, end, start, matcher.article.language):
            return f"Write a list of segments; “{denial.group()}” is left out here, and has to be quoted."
    written = list_of_segments(segments)
    return f"Write a list of segments: {written}." if written else "Write a list of segments."


def list_of_segments(segments: Iterable[str]) -> str:
    """Writes segments as the field they are given in; nothing where that is too long, or not on one line."""
    written = f"exact: [{', '.join(json.dumps(part, ensure_ascii=False) for part in segments)}]"
    return "" if len(written) > _LONGEST_ADVICE or PARAGRAPH in written or "\\n" in written else written


def abridged(text: str, most: int = 200) -> str:
    """Shortens a long text in its middle."""
    return text if len(text) <= most else f"{text[: most // 2]} … {text[-most // 2 :]}"
