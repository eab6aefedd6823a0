"""Files that are rendered of each briefing: they are kept, and read when one of them is needed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Final, cast

from generator.files.cache import Results
from generator.files.content import Content, Kept, bytes_of, key_of_content
from generator.incremental.kept import kept_or_made
from generator.incremental.papers import Wanted
from generator.incremental.pickled import Damaged, packed, unpacked
from generator.publish.paper.files import paper_keys
from generator.render.of_briefing import RenderedBriefing
from generator.render.paper.blocks import Paper

Made = tuple[bytes, bytes]
"""What is kept of a rendered briefing: an outline, for the files of the whole site, and its own files."""

_FILES: Final = " files"
"""Stands behind the key of an outline, to make that of the files."""

_RECORDS: Final = "records"
_PAPER: Final = "paper"


@dataclass(frozen=True)
class Outline:
    """What the whole site needs of a rendered briefing.

    Attributes:
        rendered: what was rendered, with the key of each content in its place.
        stem: the path of its PDF and Word files without an ending.
        paper_keys: those files by path, each with a key of what it is made of.
    """

    rendered: RenderedBriefing
    stem: str
    paper_keys: Mapping[str, str]


def made_of(stem: str, rendered: RenderedBriefing, paper: Paper) -> Made:
    """Packs what was rendered of a briefing.

    Args:
        stem: the path of its PDF and Word files without an ending.
    """
    contents = {path: bytes_of(content) for path, content in _contents(rendered).items()}
    keys = {path: key_of_content(content) for path, content in contents.items()}
    outline = Outline(_with_contents(rendered, keys), stem, paper_keys(stem, paper))
    return packed(outline, {}), packed({**contents, _PAPER: packed(paper, {})}, {})


@dataclass
class RenderedFiles:
    """Files of briefings by slug, kept or made.

    Attributes:
        results: those that are kept.
        keys: by slug, a key of all that they follow from; the files of a briefing without one are not kept.
        make: yields what is rendered of briefings, in their order.
    """

    results: Results
    keys: Mapping[str, str]
    make: Callable[[Sequence[str]], Iterable[Made]]
    _unkept: dict[str, bytes] = field(default_factory=dict)
    _last: tuple[str, Mapping[str, bytes]] = ("", {})

    def briefings(self, slugs: Sequence[str]) -> Iterator[tuple[RenderedBriefing, Wanted]]:
        """Yields what is rendered of each briefing, and its paper, in order."""
        known = {slug: key for slug, key in self.keys.items() if key + _FILES in self.results}
        found = kept_or_made(slugs, known, self.results, self._read, self._outlines_made)
        for slug, outline in zip(slugs, found, strict=True):
            contents = {
                path: Kept(str(key), partial(self._content, slug, path))
                for path, key in _contents(outline.rendered).items()
            }
            paper = Wanted(outline.stem, outline.paper_keys, partial(self._content, slug, _PAPER))
            yield _with_contents(outline.rendered, contents), paper

    def _read(self, data: bytes) -> Outline:
        return cast("Outline", unpacked(data, {}))

    def _outlines_made(self, slugs: Sequence[str]) -> Iterator[bytes]:
        """Makes what is missing, keeps the files, and yields the outlines."""
        for slug, (outline, files) in zip(slugs, self.make(slugs), strict=True):
            if slug in self.keys:
                self.results.put(self.keys[slug] + _FILES, files)
                self.results.put(self.keys[slug], outline)
            else:
                self._unkept[slug] = files
            yield outline

    def _content(self, slug: str, path: str) -> bytes:
        """Returns the content of a file; made again where what was kept is gone or damaged."""
        if self._last[0] != slug:
            self._last = (slug, self._files(slug))
        return self._last[1][path]

    def _files(self, slug: str) -> Mapping[str, bytes]:
        data = self.results.get(self.keys[slug] + _FILES) if slug in self.keys else self._unkept[slug]
        if data is not None:
            with suppress(Damaged):
                return cast("Mapping[str, bytes]", unpacked(data, {}))
        _, data = next(iter(self.make([slug])))
        return cast("Mapping[str, bytes]", unpacked(data, {}))


def _contents(rendered: RenderedBriefing) -> dict[str, Content]:
    return {**rendered.pages, **rendered.data.files, _RECORDS: rendered.records}


def _with_contents(rendered: RenderedBriefing, contents: Mapping[str, Content]) -> RenderedBriefing:
    """Returns what was rendered with other contents."""
    return replace(
        rendered,
        pages={path: contents[path] for path in rendered.pages},
        data=replace(rendered.data, files={path: contents[path] for path in rendered.data.files}),
        records=contents[_RECORDS],
    )
