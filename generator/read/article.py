"""Reading of article files: front matter into a descriptor, and the text with its paragraphs."""

import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from generator.model.briefing import Article
from generator.model.diagnostics import Diagnostic, problem
from generator.model.entries import Descriptor
from generator.model.facts import fields_of
from generator.model.span import Span
from generator.read.markup import find_markup
from generator.read.source import NOTHING_INSTEAD, Source, read_source
from generator.read.validate import build
from generator.read.yaml_slips import conflict_marks
from generator.read.yaml_values import read_yaml

ENDINGS: Final = (".md", ".txt")
IMPORTED: Final = (".html", ".htm", ".xhtml", ".pdf")
"""Endings of files that are no articles, and of which the command `import` makes some."""

_FENCE: Final = re.compile(r"^---[ \t]*$", re.MULTILINE)
_FIELDS: Final = "|".join(name for name, _ in fields_of(Descriptor))
_MISSED: Final = re.compile(
    r"[\s\ufeff\u200b\u2060]*+("
    r"(?:[\u2010-\u2015\u2212-]{2,}+|\+{3,}+|;{3,}+)[^\S\n]*+(?:#[^\n]*+)?$"  # another fence
    r"|(?:[^\w\n]*+\w*+[^\w\n]*+\n\s*+)?"  # fields behind a line of at most one word, or behind none
    rf"[{{ \t]*+[\"']?(?:{_FIELDS})[\"']?[ \t]*+[:=][^\n]*+)",
    re.MULTILINE,
)
"""What opens a file and can only be front matter that is written otherwise."""

_BLANK_LINES: Final = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)*\n")
_LINE_ENDS: Final = re.compile(r"\n")


def read_article(
    root: Path, path: str, instead: Mapping[str, bytes] = NOTHING_INSTEAD
) -> tuple[Article | None, Source | None, list[Diagnostic]]:
    """Reads the article at ``path`` below ``root``: its descriptor, and the text that follows it."""
    source, faults = read_source(root, path, instead)
    if source is None:
        return None, None, faults
    article, faults = article_of(source)
    return article, source, faults


def article_of(source: Source) -> tuple[Article | None, list[Diagnostic]]:
    """Makes the article that a source holds; None when anything is wrong with it, with every reason."""
    path = source.path
    if conflict := conflict_marks(path, source.text.split("\n")):
        return None, [conflict]
    end, fault = _front_matter_end(source)
    if fault is not None:
        return None, [fault]
    faults: list[Diagnostic] = []
    descriptor: Descriptor | None = Descriptor()
    if end:
        value, faults = read_yaml(source, front_matter(source))
        if [fault.code for fault in faults] == ["empty-file"]:  # front matter may say nothing
            value, faults = {}, []
        if value is not None:
            descriptor, invalid = build(Descriptor, value, path)
            faults = [*faults, *invalid]
    text = source.text[end:]
    if not text.strip() and not (descriptor and descriptor.withdrawn):
        faults = [*faults, problem("empty-article", Span(path))]
    if markup := find_markup(text):
        start, stop, what = markup
        slug = path.split("/")[1]
        place = source.span(end + start, end + stop)
        faults = [*faults, problem("article-of-markup", place, what=what, slug=slug)]
    if faults or descriptor is None:
        return None, faults
    name = PurePosixPath(path)
    first_line = source.text.count("\n", 0, end) + 1
    return Article(name.stem, path, descriptor, text, first_line, paragraphs(text, name.suffix)), []


def front_matter(source: Source) -> str:
    """Returns the YAML above an article's text, its first fence included; empty where there is none."""
    opening = _FENCE.match(source.text)
    closing = _FENCE.search(source.text, opening.end()) if opening else None
    return source.text[: closing.start()] if closing else ""


def paragraphs(text: str, ending: str) -> tuple[tuple[int, int], ...]:
    """Finds the start and end (exclusive) of each paragraph, in code points, without surrounding white space.

    In ``.txt`` every line that is not empty is one; in ``.md`` blank lines part them.
    """
    parting = _LINE_ENDS if ending == ".txt" else _BLANK_LINES
    stretches = []
    start = 0
    for end, following in [
        *((cut.start(), cut.end()) for cut in parting.finditer(text)),
        (len(text), len(text)),
    ]:
        part = text[start:end]
        if part.strip():
            stretches.append((start + len(part) - len(part.lstrip()), start + len(part.rstrip())))
        start = following
    return tuple(stretches)


def _front_matter_end(source: Source) -> tuple[int, Diagnostic | None]:
    """Finds the offset at which the article's text begins; 0 without front matter."""
    opening = _FENCE.match(source.text)
    if opening is None:
        missed = _MISSED.match(source.text)
        fault = problem("front-matter-form", source.span(*missed.span(1))) if missed else None
        return 0, fault
    closing = _FENCE.search(source.text, opening.end())
    if closing is None:
        return 0, problem("front-matter-open", source.span(0, 3))
    return min(closing.end() + 1, len(source.text)), None
