"""Words that an article has, but typed otherwise: what wrapping, copying and markup leave in a text."""

import html
import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from generator.analyse.text.boundaries import RAISED_FIGURES, inside_word, is_footnote
from generator.analyse.text.fold import Folded, fold_paragraphs, fold_quote
from generator.model.briefing import Article
from generator.model.span import Span

_FORMS: Final = re.compile(
    r"(?P<hyphen>(?<=[^\W\d_])[-‐\u00ad]\n[ \t]*(?=[^\W\d_]))"
    r"|(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<ligature>[\ufb00-\ufb17\ufb50-\ufdfb\ufe70-\ufefc])"
    r"|(?P<emphasis>\*{1,3}(?![*\s])|(?<![*\s])\*{1,3}(?!\*)|(?<!\w)_{1,3}(?![_\s])|(?<![_\s])_{1,3}(?!\w))"
    rf"|(?P<footnote>[{RAISED_FIGURES}]+)"
)
_LINE_GOES_ON: Final = re.compile(r"[^\W_][,;‐\u00ad-]?\n(?=[ \t]*\S)")
"""End of a line that ends no sentence, before another line."""

_FEWEST_LINES: Final = 3
"""Least number of lines that end no sentence by which a text counts as wrapped, if they are half of all."""


@dataclass(frozen=True)
class Form:
    """Part of a written text that may be typed otherwise.

    Attributes:
        kind: hyphen (at a line's end), entity (of HTML), ligature, emphasis (of Markdown) or footnote.
        start: where it begins, in code points.
        written: as it is written.
        plain: what it stands for.
    """

    kind: str
    start: int
    written: str
    plain: str


@dataclass(frozen=True)
class _View:
    """A text without its forms: what stays, where each code point of it stood, and the forms.

    Attributes:
        text: the text that stays; lines of ``.txt`` without a blank line between them are one paragraph.
        places: for each code point of it, its place in the written text.
        forms: what was replaced, in order.
        folded: the text that stays, folded.
    """

    text: str
    places: tuple[int, ...]
    forms: tuple[Form, ...]
    folded: Folded


@dataclass(frozen=True)
class Typed:
    """A passage whose words are a quote's: its start and end (exclusive), and what is typed otherwise.

    Attributes:
        start, end: in code points of the article's text.
        theirs: what only the article has.
        ours: what only the quote has.
        wrapped: whether lines of a wrapped text part the words.
    """

    start: int
    end: int
    theirs: tuple[Form, ...]
    ours: tuple[Form, ...]
    wrapped: bool


def find_typed(article: Article, quote: str) -> Typed | None:
    """Finds the first passage that has the words of a folded quote, typed otherwise in a way known here."""
    ours = list(_forms(quote, 0, len(quote)))
    wanted = fold_quote(_replace(quote, ours))
    for keep_hyphens in (False, True) if wanted else ():
        view = _view(article.text, article.paragraphs, keep_hyphens)
        for at in _occurrences(view.folded.text, wanted):
            begin, finish = view.folded.starts[at], view.folded.ends[at + len(wanted) - 1]
            if not (inside_word(view.text, begin) or inside_word(view.text, finish)):
                return _compare(article, view.places[begin], view.places[finish - 1] + 1, view.forms, ours)
    return None


def first_wrapped_line(article: Article) -> Span:
    """Finds the first line that ends in mid-sentence, for sure if there is one."""
    ends = [match.start() for match in _LINE_GOES_ON.finditer(article.text)]
    end = next((end for end in ends if _goes_on_surely(article.text, end)), ends[0])
    start = article.text.rfind("\n", 0, end) + 1
    return article.span(start, article.text.index("\n", end))


def _compare(
    article: Article, start: int, end: int, forms: tuple[Form, ...], ours: list[Form]
) -> Typed | None:
    """Says what is typed otherwise in a passage; None where nothing is that is known here."""
    first = bisect_left(forms, start, key=lambda form: form.start)
    theirs = list(forms[first : bisect_left(forms, end, key=lambda form: form.start)])
    if theirs:
        end = max(end, theirs[-1].start + len(theirs[-1].written))
    shared = Counter(_as_written(theirs)) & Counter(_as_written(ours))
    only_theirs, only_ours = _without(theirs, shared), _without(ours, shared)
    parted = any(start < begin < end for begin, _ in article.paragraphs)
    if parted and not _is_wrapped(article, start, end):
        return None
    typed = Typed(start, end, only_theirs, only_ours, parted)
    return typed if parted or only_theirs or only_ours else None


def _as_written(forms: list[Form]) -> Iterator[tuple[str, str]]:
    return ((form.kind, form.written) for form in forms)


def _without(forms: list[Form], shared: Counter[tuple[str, str]]) -> tuple[Form, ...]:
    left = Counter(shared)
    kept = []
    for form in forms:
        left[form.kind, form.written] -= 1
        if left[form.kind, form.written] < 0:
            kept.append(form)
    return tuple(kept)


def _is_wrapped(article: Article, start: int, end: int) -> bool:
    """Tests whether a sentence goes on over a line's end between two offsets, or over most in the text."""
    text = article.text
    if any(_goes_on_surely(text, match.start()) for match in _LINE_GOES_ON.finditer(text, start, end)):
        return True
    going_on = sum(1 for _ in _LINE_GOES_ON.finditer(text))
    ends = zip(article.paragraphs, article.paragraphs[1:], strict=False)
    followed = sum(text.count("\n", this[1], following[0]) == 1 for this, following in ends)
    return going_on >= _FEWEST_LINES and 2 * going_on >= followed


def _goes_on_surely(text: str, at: int) -> bool:
    """Tests whether a small letter follows the line's end after ``at``, or a comma stands before it."""
    end = text.index("\n", at)
    return text[end - 1] in ",;" or text[end + 1 : end + 40].lstrip(" \t")[:1].islower()


def _forms(text: str, start: int, end: int) -> Iterator[Form]:
    for match in _FORMS.finditer(text, start, end):
        kind, written = str(match.lastgroup), match.group()
        plain = ""
        if kind == "entity" and (plain := html.unescape(written)) == written:
            continue
        if kind == "ligature":
            plain = unicodedata.normalize("NFKC", written)
        if kind == "footnote" and not is_footnote(text, match.start(), match.end()):
            continue
        yield Form(kind, match.start(), written, plain)


def _replace(text: str, forms: list[Form]) -> str:
    parts, at = [], 0
    for form in forms:
        parts += [text[at : form.start], form.plain]
        at = form.start + len(form.written)
    return "".join([*parts, text[at:]])


@lru_cache(maxsize=16)
def _view(written: str, paragraphs: tuple[tuple[int, int], ...], keep_hyphens: bool) -> _View:
    """Reads a text without its forms; of a hyphen at a line's end only the line's end goes, if asked."""
    pieces: list[str] = []
    places: list[int] = []
    forms: list[Form] = []
    blocks: list[tuple[int, int]] = []
    for start, end in _blocks(written, paragraphs):
        first, at = len(places), start
        for form in _forms(written, start, end):
            plain = "-" if form.kind == "hyphen" and keep_hyphens else form.plain
            pieces += [written[at : form.start], plain]
            places += [*range(at, form.start), *[form.start] * len(plain)]
            forms.append(form)
            at = form.start + len(form.written)
        pieces += [written[at:end], "\n"]
        places += [*range(at, end), end]
        blocks.append((first, len(places) - 1))
    text = "".join(pieces)
    return _View(text, tuple(places), tuple(forms), fold_paragraphs(text, tuple(blocks)))


def _blocks(text: str, paragraphs: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """Joins the paragraphs that only a line's end parts."""
    blocks: list[tuple[int, int]] = []
    for start, end in paragraphs:
        if blocks and text.count("\n", blocks[-1][1], start) == 1:
            blocks[-1] = (blocks[-1][0], end)
        else:
            blocks.append((start, end))
    return blocks


def _occurrences(text: str, part: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)
