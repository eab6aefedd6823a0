"""Makes the PDF, its first sheet and the Word file of each briefing; those of unchanged ones are cached."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Final

from generator.files.cache import cached, code_id, key_of
from generator.progress import Progress, each, unseen
from generator.publish.paper.typst import Typesetter
from generator.render.paper.blocks import Paper, first_sheet
from generator.render.paper.docx import word_file
from generator.render.paper.typst import manuscript

_ROOMS: Final = ("render", "publish")


def paper_files(
    papers: Mapping[str, Paper], root: Path, cache: str | None, progress: Progress = unseen
) -> dict[str, bytes]:
    """Make each paper's PDF, the first sheet of it as a file of its own, and its Word file.

    Args:
        papers: by their files' paths without an ending, as ``briefings/<slug>/<slug>``.
        root: the repository.
        cache: the folder below ``root`` that keeps the files from one build to the next; files of none of the
            papers are removed from it. None for no cache.
        progress: is told of each paper.

    Returns:
        the bytes of each file by its path.

    Raises:
        TypesettingFailed: typst can't set one.
    """
    files: dict[str, bytes] = {}
    with Typesetter() as typesetter, cached(root, cache, "paper", code_id(_ROOMS), sweep=True) as results:
        for stem, paper in each(papers.items(), "Setting PDF and Word files", progress):
            pdf, sheet = f"{stem}.pdf", f"{stem}-sheet.pdf"
            whole, first = manuscript(paper), manuscript(first_sheet(paper))
            makers: dict[str, tuple[str, Callable[[], bytes]]] = {
                pdf: (key_of("pdf", whole.template, whole.values), partial(typesetter.pdf, pdf, whole)),
                sheet: (key_of("pdf", first.template, first.values), partial(typesetter.pdf, sheet, first)),
                f"{stem}.docx": (key_of("docx", repr(paper)), partial(word_file, paper)),
            }
            for path, (key, make) in makers.items():
                content = results.get(key)
                if content is None:
                    results.put(key, content := make())
                files[path] = content
    return files
