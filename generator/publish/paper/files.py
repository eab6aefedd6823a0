"""Makes the PDF, its first sheet and the Word file of each briefing."""

from collections.abc import Callable, Collection, Mapping

from generator.files.cache import key_of
from generator.publish.paper.typst import Typesetter
from generator.render.assets import look
from generator.render.paper.blocks import Paper, first_sheet
from generator.render.paper.docx import word_file
from generator.render.paper.typst import manuscript


def paper_keys(stem: str, paper: Paper) -> dict[str, str]:
    """Return the files of a paper by path, each with a key of all that it is made of but the code.

    Args:
        stem: the files' path without an ending, as ``briefings/<slug>/<slug>``.
    """
    whole, first = manuscript(paper), manuscript(first_sheet(paper))
    return {
        f"{stem}.pdf": key_of("pdf", whole.template, whole.values),
        f"{stem}-sheet.pdf": key_of("pdf", first.template, first.values),
        f"{stem}.docx": key_of("docx", repr(paper), repr(sorted(look().items()))),
    }


def paper_files(
    stem: str, paper: Paper, typesetter: Typesetter, wanted: Collection[str] | None = None
) -> Mapping[str, bytes]:
    """Make the files of a paper.

    Args:
        stem: as of `paper_keys`.
        wanted: the paths of the files to make; None for all.

    Raises:
        TypesettingFailed: typst can't set one.
    """
    makers: dict[str, Callable[[str], bytes]] = {
        f"{stem}.pdf": lambda path: typesetter.pdf(path, manuscript(paper)),
        f"{stem}-sheet.pdf": lambda path: typesetter.pdf(path, manuscript(first_sheet(paper))),
        f"{stem}.docx": lambda path: word_file(paper),
    }
    return {path: make(path) for path, make in makers.items() if wanted is None or path in wanted}
