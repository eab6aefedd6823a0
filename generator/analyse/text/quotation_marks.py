"""Stretches of a text between quotation marks.

To show a paraphrase as somebody's own words is the worse error, so a doubtful mark quotes nothing. Which
marks open and close is told by the language's customary pairs; of a mark that does either (", and the
Swedish ”) it is told by what stands around it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from generator.analyse.languages.known import language_of
from generator.analyse.languages.marks import COMMON
from generator.analyse.text.mark_roles import DOUBLED, Mark, Role, marks
from generator.analyse.text.single_marks import begins_speech, single_quotations
from generator.model.briefing import Article

Stretch = tuple[int, int]
"""Start and end (exclusive), in code points."""

_FAMILIES: Final = ("“”„", '"', "«»", "‹›", "「」｢｣", "״", DOUBLED)
"""Marks that can be taken for each other; each family is paired without regard to the others."""

_ANGLED: Final = "«»‹›"
"""Marks that may have a quotation of their own kind inside them."""

_SPACED: Final = "«‹"
"""Marks that open before a space, too, as in French; » before a space is a bullet."""


@dataclass(frozen=True)
class _Pairs:
    """Pairs of one family, for one article.

    Attributes:
        closing: for each opening mark, the marks that close it.
        either: the marks that may open and may close.
    """

    closing: Mapping[str, str]
    either: frozenset[str]


def quotations(article: Article) -> tuple[Stretch, ...]:
    """Finds start and end (exclusive), in code points, of the stretches between quotation marks.

    The reporter's words inside them are left out, where the article's language sets them off:
    « Nous partons, dit-il, demain. »
    """
    return _quotations(article.text, article.paragraphs, article.primary_language)


@lru_cache(maxsize=256)
def _quotations(text: str, paragraphs: tuple[Stretch, ...], language: str) -> tuple[Stretch, ...]:
    by_paragraph = [list(marks(text, start, end)) for start, end in paragraphs]
    pairs = _pairs_of([mark for of_one in by_paragraph for mark in of_one], language)
    stretches: list[Stretch] = []
    for index, (paragraph, of_one) in enumerate(zip(paragraphs, by_paragraph, strict=True)):
        following = paragraphs[index + 1 : index + 2]
        next_mark = text[following[0][0]] if following else ""
        stretches += _in_paragraph(text, paragraph, of_one, next_mark, pairs)
    return tuple(part for stretch in stretches for part in _without_incises(text, stretch, language))


def _in_paragraph(
    text: str, paragraph: Stretch, its_marks: list[Mark], next_mark: str, pairs: Mapping[str, _Pairs]
) -> list[Stretch]:
    """Finds the quotations of one paragraph; ``next_mark`` is the first character of the next one."""
    double: list[Stretch] = []
    for family, of_family in pairs.items():
        of_kind = [mark for mark in its_marks if mark.kind in family]
        double += _paired(of_kind, of_family, text, paragraph, next_mark)
    # Quotations that overlap without one being inside the other are a slip, which quotes nothing.
    slips = _crossing(double)
    double = [stretch for stretch in double if stretch not in slips]
    single = list(single_quotations(text, *paragraph, next_mark))
    slips = _crossing([*double, *single])
    return _outermost([*double, *(stretch for stretch in single if stretch not in slips)])


def _crossing(stretches: list[Stretch]) -> set[Stretch]:
    """Finds the stretches that overlap with another, neither being inside the other."""
    crossing: set[Stretch] = set()
    reaching: list[Stretch] = []
    for stretch in _from_outside(stretches):
        # Those of one family are apart, so at most one of each reaches here.
        reaching = [other for other in reaching if other[1] > stretch[0]]
        for other in reaching:
            if other[0] < stretch[0] and other[1] < stretch[1]:
                crossing |= {other, stretch}
        reaching.append(stretch)
    return crossing


def _outermost(stretches: list[Stretch]) -> list[Stretch]:
    outer: list[Stretch] = []
    for stretch in _from_outside(stretches):
        if not outer or stretch[0] >= outer[-1][1]:
            outer.append(stretch)
    return outer


def _from_outside(stretches: list[Stretch]) -> list[Stretch]:
    return sorted(stretches, key=lambda stretch: (stretch[0], -stretch[1]))


def _paired(
    of_kind: list[Mark], pairs: _Pairs, text: str, paragraph: Stretch, next_mark: str
) -> Iterator[Stretch]:
    """Yields the stretches between paired marks of one family in a paragraph.

    A mark that opens again before it was closed, or is never closed, is taken for a slip and quotes nothing.
    But in print each paragraph of a long speech opens with the mark, and only the last closes it. Where a
    mark is left over, those pairs are doubtful that nothing but their number makes pairs.
    """
    sure: list[Stretch] = []
    unsure: list[Stretch] = []
    opened: Mark | None = None
    void = left_over = False
    depth = 0
    for mark in of_kind:
        if opened and mark.kind in pairs.closing[opened.kind] and _closes(mark, opened, pairs):
            depth -= 1
            if depth == 0:
                counted = Role.EITHER in (opened.role, mark.role) and mark.kind in pairs.either
                if not void:
                    (unsure if counted else sure).append((opened.end, mark.start))
                opened = None
        elif _opens(mark, pairs, nothing_open=opened is None):
            if opened and mark.kind == opened.kind and mark.kind in _ANGLED:
                depth += 1
            else:
                left_over = left_over or opened is not None
                opened, void, depth = mark, False, 1
        elif opened or not mark.is_inch:
            void = void or (mark.role is Role.UNCLEAR and mark.kind in pairs.either)
            left_over = True
    if opened:
        goes_on = not void and depth == 1 and text[opened.start] == next_mark
        if goes_on and begins_speech(text[paragraph[0] : opened.start]):
            sure.append((opened.end, paragraph[1]))
        else:
            left_over = True
    yield from sure
    if not left_over:
        yield from unsure


def _opens(mark: Mark, pairs: _Pairs, *, nothing_open: bool) -> bool:
    if mark.kind not in pairs.closing:
        return False
    if mark.kind in pairs.either:
        return mark.role is Role.OPENS or (mark.role is Role.EITHER and nothing_open)
    return mark.may_open or (mark.kind in _SPACED and mark.role is not Role.CLOSES)


def _closes(mark: Mark, opened: Mark, pairs: _Pairs) -> bool:
    if mark.start == opened.end:
        return False
    if mark.kind in pairs.either and opened.kind in pairs.either:
        return mark.role in (Role.CLOSES, Role.EITHER, Role.ENDS)
    return mark.kind in _ANGLED or mark.before != ""


def _pairs_of(all_marks: list[Mark], tag: str) -> Mapping[str, _Pairs]:
    """Collects the pairs of each family that are read in a text of a language."""
    customary = language_of(tag).marks
    by_family = {}
    for family in _FAMILIES:
        pairs = _of_family(family, customary)
        if family[0] in _ANGLED:
            pairs = _directions(all_marks, family, pairs)
        else:
            pairs = [*pairs, *_of_family(family, COMMON)]
        closing: dict[str, str] = {}
        for pair in pairs:
            closing[pair[0]] = closing.get(pair[0], "") + pair[1]
        # The “ of „so“ is an opening mark to all languages that don't write so themselves.
        either = {pair[1] for pair in pairs if pair != "„“" or pair in customary} & closing.keys()
        if closing:
            by_family[family] = _Pairs(closing, frozenset(either))
    return by_family


def _of_family(family: str, pairs: Iterable[str]) -> list[str]:
    return [pair for pair in pairs if set(pair) <= set(family)]


def _directions(all_marks: list[Mark], family: str, customary: list[str]) -> list[str]:
    """Decides which way the angled marks of a text point: «so», »so« or »so».

    By the language where it knows one way, and by the other marks of the text: »so« is read in any language
    if nothing in the text speaks against it, »so» only where it is customary.
    """
    left, right = family[0], family[1]
    forward, backward, same = left + right, right + left, right + right
    votes = {forward: 0, backward: 0}
    for mark in all_marks:
        if mark.kind in family and mark.role in (Role.OPENS, Role.CLOSES):
            votes[forward if (mark.kind == left) == (mark.role is Role.OPENS) else backward] += 1
    has_left = any(mark.kind == left for mark in all_marks)
    if same in customary and not has_left:
        return [same]
    if backward in customary:
        if votes[forward] and votes[backward]:
            return []
        return [backward if votes[backward] or not votes[forward] else forward]
    return [backward if votes[backward] > 1 and not votes[forward] and has_left else forward]


def _without_incises(text: str, stretch: Stretch, tag: str) -> Iterator[Stretch]:
    """Yields the parts of a quotation that are not the reporter's own words."""
    start, end = stretch
    for incise in language_of(tag).incise.finditer(text[start:end]):
        yield start, stretch[0] + incise.start()
        start = stretch[0] + incise.end()
    yield start, end
