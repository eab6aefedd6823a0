"""The PDF and the Word file of each briefing; only those of changed briefings are made again."""

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
    """Each paper as PDF and as Word file.

    Args:
        papers: by their files' path without its ending: ``briefings/<slug>/<slug>``.
        cache: the folder below ``root`` in which files are kept from one build to the next, and those that
            belong to none of the papers are dropped. None keeps nothing.

    Returns:
        The bytes of each file by its path, with ``.pdf`` or ``.docx``.

    Raises:
        TypesettingFailed: typst can't set one.
    """
    files: dict[str, bytes] = {}
    with Typesetter() as typesetter, cached(root, cache, "paper", code_id(*_CODE), sweep=True) as results:
        for path, paper in papers.items():
            made = manuscript(paper)
            ways: dict[str, tuple[str, Callable[[], bytes]]] = {
                "pdf": (key_of("pdf", made.template, made.values), partial(typesetter.pdf, path, made)),
                "docx": (key_of("docx", repr(paper)), partial(word_file, paper)),
            }
            for ending, (key, make) in ways.items():
                content = results.get(key)
                if content is None:
                    results.put(key, content := make())
                files[f"{path}.{ending}"] = content
    return files
