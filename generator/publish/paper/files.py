"""The PDF and the Word file of each briefing; only those of changed briefings are made again."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from generator.publish.paper.kept import Kept
from generator.publish.paper.typst import Typesetter
from generator.read.cache import code_id
from generator.render.paper.blocks import Paper
from generator.render.paper.docx import word_file
from generator.render.paper.typst import manuscript


def paper_files(papers: Mapping[str, Paper], folder: Path | None) -> dict[str, bytes]:
    """Each paper as PDF and as Word file.

    Args:
        papers: by their files' path without its ending: ``briefings/<slug>/<slug>``.
        folder: where files are kept from one build to the next; ours, and made when it's missing. What
            belongs to none of the papers is deleted from it. None keeps nothing.

    Returns:
        The bytes of each file by its path, with ``.pdf`` or ``.docx``.

    Raises:
        TypesettingFailed: typst can't set one.
        ValueError, OSError: the folder can't be used.
    """
    kept = Kept(folder) if folder is not None else None
    code = code_id(("render", "publish"), ("typst", "python-docx", "lxml"))
    files: dict[str, bytes] = {}
    with Typesetter() as typesetter:
        for path, paper in papers.items():
            made = manuscript(paper)
            ways: dict[str, tuple[tuple[str, ...], Callable[[], bytes]]] = {
                "pdf": ((code, made.template, made.values), partial(typesetter.pdf, path, made)),
                "docx": ((code, repr(paper)), partial(word_file, paper)),
            }
            for ending, (follows, make) in ways.items():
                files[f"{path}.{ending}"] = kept.get(ending, follows, make) if kept else make()
    if kept:
        kept.sweep()
    return files
