"""PDF and Word files, which are kept by what stands on the paper: that changes less often than a page."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from generator.files.cache import Results, cached, key_of
from generator.files.content import Kept
from generator.files.package import code_id
from generator.incremental.pickled import packed, unpacked
from generator.processes import spread
from generator.progress import Progress, each, unseen
from generator.publish.paper.files import paper_files, paper_keys
from generator.publish.paper.typst import Typesetter
from generator.render.paper.blocks import Paper

KIND: Final = "paper"
"""Name of these results in the cache."""

ROOMS: Final = ("render", "publish")


@dataclass(frozen=True)
class Wanted:
    """A paper that is to be set.

    Attributes:
        stem: the path of its files without an ending.
        keys: its files by path, each with a key of what it is made of.
        paper: returns the paper, packed.
    """

    stem: str
    keys: Mapping[str, str]
    paper: Callable[[], bytes]


def wanted(stem: str, paper: Paper) -> Wanted:
    """Makes what `papers_set` needs of a paper that is at hand."""
    return Wanted(stem, paper_keys(stem, paper), lambda: packed(paper, {}))


@contextmanager
def papers_set(
    papers: Sequence[Wanted], root: Path, cache: str | None, progress: Progress = unseen
) -> Iterator[Mapping[str, Kept]]:
    """Makes each paper's PDF, the first sheet of it as a file of its own, and its Word file.

    Gives the files by path; they can be read until the block ends.

    Args:
        cache: the folder below ``root`` that keeps the files from one build to the next; files of none of the
            papers are removed from it. None for no cache.
        progress: is told of each paper.

    Raises:
        TypesettingFailed: typst can't set one.
    """
    code = code_id(ROOMS)
    # Made here, as nothing tidies up in a process that is stopped.
    with cached(root, cache, KIND, code, sweep=True) as results, TemporaryDirectory(prefix="paper-") as empty:
        missing = [
            (paper.stem, paper.paper(), left)
            for paper in papers
            if (left := tuple(path for path, key in paper.keys.items() if key not in results))
        ]
        keys = {path: key for paper in papers for path, key in paper.keys.items()}
        made = spread(_set, missing, _prepare, (empty,))
        for _, files in zip(each(missing, "Setting PDF and Word files", progress), made, strict=True):
            for path, content in files.items():
                results.put(keys[path], content)
        yield {
            path: Kept(key_of(code, key), partial(_file, paper, path, results, empty))
            for paper in papers
            for path, key in paper.keys.items()
        }


class _Process:
    """What each process needs to set papers."""

    typesetter: Typesetter


def _prepare(empty: str) -> None:
    _Process.typesetter = Typesetter(Path(empty))


def _set(missing: tuple[str, bytes, tuple[str, ...]]) -> Mapping[str, bytes]:
    stem, paper, paths = missing
    return paper_files(stem, unpacked(paper, {}), _Process.typesetter, paths)


def _file(paper: Wanted, path: str, results: Results, empty: str) -> bytes:
    """Returns a file that was made; made again where what was kept is gone or damaged."""
    if (kept := results.get(paper.keys[path])) is not None:
        return kept
    _prepare(empty)
    return _set((paper.stem, paper.paper(), (path,)))[path]
