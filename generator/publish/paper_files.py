"""The PDF and the Word file of each briefing; only those of changed briefings are made again."""

from collections.abc import Mapping
from functools import partial
from importlib.metadata import version
from pathlib import Path

from generator.publish.kept import Kept
from generator.publish.typesetter import STANDARD, Typesetter
from generator.render import word_file as writer
from generator.render import word_styles
from generator.render.manuscript import manuscript
from generator.render.sheets import Paper
from generator.render.word_file import word_file


def paper_files(papers: Mapping[str, Paper], folder: Path) -> dict[str, bytes]:
    """Each paper as PDF and as Word file.

    Args:
        papers: by their files' path without its ending: ``briefings/<slug>/<slug>``.
        folder: where files are kept from one build to the next; ours, and made when it's missing. What
            belongs to none of the papers is deleted from it.

    Returns:
        The bytes of each file by its path, with ``.pdf`` or ``.docx``.

    Raises:
        TypesettingFailed: typst can't set one.
        OSError: the folder can't be written.
    """
    kept = Kept(folder)
    typst, word = version("typst"), _word_writer()
    files: dict[str, bytes] = {}
    with Typesetter() as typesetter:
        for path, paper in papers.items():
            made = manuscript(paper)
            follows = (typst, STANDARD, made.template, made.values)
            files[f"{path}.pdf"] = kept.get("pdf", follows, partial(typesetter.pdf, path, made))
            files[f"{path}.docx"] = kept.get("docx", (*word, repr(paper)), partial(word_file, paper))
    kept.sweep()
    return files


def _word_writer() -> tuple[str, ...]:
    """What a Word file follows from beside its paper: the library, and our own code, which is no data."""
    code = (Path(module.__file__ or "").read_text(encoding="utf-8") for module in (writer, word_styles))
    return (version("python-docx"), version("lxml"), *code)
