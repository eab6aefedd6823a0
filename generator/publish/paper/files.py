"""Makes the PDF and the Word file of each briefing; those of unchanged briefings come from a cache."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Final

from generator.files.cache import cached, code_id, key_of
from generator.publish.paper.typst import Typesetter
from generator.render.paper.blocks import Paper
from generator.render.paper.docx import word_file
from generator.render.paper.typst import manuscript

_CODE: Final = ("render", "publish"), ("typst", "python-docx", "lxml")


def paper_files(papers: Mapping[str, Paper], root: Path, cache: str | None) -> dict[str, bytes]:
    """Make each paper's PDF and Word file.

    Args:
        papers: by the files' path without its ending, as ``briefings/<slug>/<slug>``.
        root: the repository.
        cache: the folder below ``root`` that keeps the files from one build to the next; files of none of the
            papers are removed from it. None for no cache.

    Returns:
        the bytes of each file by its path, with ``.pdf`` or ``.docx``.

    Raises:
        TypesettingFailed: typst can't set one.
    """
    files: dict[str, bytes] = {}
    with Typesetter() as typesetter, cached(root, cache, "paper", code_id(*_CODE), sweep=True) as results:
        for path, paper in papers.items():
            source = manuscript(paper)
            makers: dict[str, tuple[str, Callable[[], bytes]]] = {
                "pdf": (key_of("pdf", source.template, source.values), partial(typesetter.pdf, path, source)),
                "docx": (key_of("docx", repr(paper)), partial(word_file, paper)),
            }
            for ending, (key, make) in makers.items():
                content = results.get(key)
                if content is None:
                    results.put(key, content := make())
                files[f"{path}.{ending}"] = content
    return files
