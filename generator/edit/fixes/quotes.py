"""Mends of quotes whose words the article has: its own typography, and nothing of a web page's or of YAML's.

Anchoring looks through curly and straight quotation marks, dashes and hyphens, and an ellipsis or three dots;
a quote gets those of its article. White space and invisible characters of an article are not copied, as
nobody sees them; a no-break space for which it has a plain one becomes that.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from generator.analyse.quotes.anchor import Anchorer
from generator.analyse.text.fold import TABLE, Folded, fold_paragraphs
from generator.edit.fixes.draft import Change, Mend, Splice, spliced
from generator.edit.fixes.leftovers import without_leftovers
from generator.edit.fixes.marks import in_marks
from generator.edit.offsets import Offsets
from generator.model.briefing import Article, Briefing
from generator.model.claims import TextQuote
from generator.model.entries import SetAside
from generator.model.located import LocatedList, LocatedMapping, LocatedText
from generator.model.span import Span
from generator.read.wanted import Loc

_MARKS: Final = frozenset(char for char, folded in TABLE.items() if folded) | frozenset("'\"-.")
_NO_BREAK: Final = frozenset("\u00a0\u2007\u202f")


def of_quotes(offsets: Offsets, briefing: Briefing, value: Any) -> Iterator[Mend]:
    """Writes each quote that is found with its article's own marks."""
    texts = dict(_texts(value, ()))
    anchorers = {article.id: Anchorer(article) for article in briefing.articles.values()}
    summary = briefing.written
    quotes: list[TextQuote | SetAside] = [quote for claim in summary.claims for quote in claim.evidence]
    quotes += [quote for origin in summary.origins.values() for quote in origin.evidence]
    quotes += summary.set_aside
    for quote in quotes:
        anchorer = anchorers.get(quote.article)
        if anchorer is None:
            continue
        passage = anchorer.anchor(quote)[0]
        if passage is None:
            yield from _without_leftovers(offsets, anchorer, quote, texts)
            continue
        for index, stretch in enumerate(passage.segments):
            found = texts.get(quote.at("exact", index))
            if found is not None:
                yield from _mend(offsets, anchorer.article, *found, stretch)


def _without_leftovers(
    offsets: Offsets,
    anchorer: Anchorer,
    quote: TextQuote | SetAside,
    texts: Mapping[Span, tuple[LocatedText, Loc]],
) -> Iterator[Mend]:
    splices: list[Splice] = []
    changes = []
    gone: list[str] = []
    for place, parts in without_leftovers(anchorer, quote).items():
        found = texts.get(quote.at(*place))
        made = _spliced_in_file(offsets, found[0], parts) if found else ()
        if found is None or not made:
            return
        splices += made
        changes.append(Change(found[1], spliced(found[0], parts)))
        gone += [found[0][part.start : part.end] for part in parts]
    if splices:
        told = f"a quote as {anchorer.article.path} has it, without {', '.join(dict.fromkeys(gone))}"
        yield Mend(tuple(splices), told, tuple(changes))


def _texts(value: Any, loc: Loc) -> Iterator[tuple[Span, tuple[LocatedText, Loc]]]:
    if isinstance(value, LocatedText):
        yield value.span, (value, loc)
    elif isinstance(value, LocatedMapping):
        for key, item in value.items():
            yield from _texts(item, (*loc, key))
    elif isinstance(value, LocatedList):
        for index, item in enumerate(value):
            yield from _texts(item, (*loc, index))


def _mend(
    offsets: Offsets, article: Article, text: LocatedText, loc: Loc, stretch: tuple[int, int]
) -> Iterator[Mend]:
    differing = list(_differing(text, article.text, stretch))
    if not differing:
        return
    new = spliced(text, differing)
    what = ", ".join(dict.fromkeys(_in_words(one.new, text[one.start : one.end]) for one in differing))
    told = f"a quote typed as {article.path} has it: {what}"
    if splices := _spliced_in_file(offsets, text, differing):
        yield Mend(splices, told, (Change(loc, new),))


def _spliced_in_file(offsets: Offsets, text: LocatedText, parts: Sequence[Splice]) -> tuple[Splice, ...]:
    """Turns splices of a text into those of the file; none where its characters can't be told apart."""
    new = spliced(text, parts)
    start, end = offsets.bounds(text.span)
    raw = offsets.text[start:end]
    if raw[:1] not in "\"'" and "\n" not in raw and new[:1] in ("'", '"'):
        return (Splice(start, end, in_marks(new)),)
    splices = []
    for one in parts:
        at = text.within(one.start, one.end)
        if at == text.span and one.end - one.start < len(text):
            return ()
        splices.append(Splice(*offsets.bounds(at), _escaped(one.new, raw[:1])))
    return tuple(splices)


def _in_words(new: str, old: str) -> str:
    return "a space for a no-break space" if new == " " else f"{new} for {old}"


def _escaped(new: str, mark: str) -> str:
    if mark == "'":
        return new.replace("'", "''")
    return new.replace('"', '\\"') if mark == '"' else new


def _differing(quote: str, text: str, stretch: tuple[int, int]) -> Iterator[Splice]:
    """Yields the marks of a quote that the article has typed otherwise, in code points of the quote."""
    ours = fold_paragraphs(quote, ((0, len(quote)),))
    theirs = fold_paragraphs(text, (stretch,))
    if ours.text != theirs.text:
        return
    at = 0
    while at < len(ours.text):
        end = at + 1
        while end < len(ours.text) and (_is_one(ours, end) or _is_one(theirs, end)):
            end += 1
        start, stop = ours.starts[at], ours.ends[end - 1]
        written, meant = quote[start:stop], text[theirs.starts[at] : theirs.ends[end - 1]]
        is_mark = bool(meant) and _MARKS.issuperset(meant) and _MARKS.issuperset(written)
        if written != meant and (is_mark or (meant == " " and _NO_BREAK.issuperset(written))):
            yield Splice(start, stop, meant)
        at = end


def _is_one(folded: Folded, at: int) -> bool:
    """Tests whether the code point at ``at`` comes of the same character as the one before."""
    return folded.starts[at] == folded.starts[at - 1]
