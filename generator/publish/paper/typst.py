"""Sets PDFs with typst, which sees none of the computer's files, fonts and clock."""

import re
from importlib.metadata import version
from pathlib import Path
from typing import Final

import typst

from generator.failure import Failure
from generator.render.paper.typst import Manuscript, common_only, without

STANDARD: Final = "ua-1"
"""PDF/UA-1 (ISO 14289-1), with which typst raises an error for what isn't accessible."""

_TRIES: Final = 4
_UNSHOWN: Final = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPED: Final = re.compile(r"\\(?:u\{([0-9a-fA-F]+)\}|(.))")


class TypesettingFailed(Failure):
    """typst can't set a PDF; the text names the PDF and quotes typst."""


class Typesetter:
    """Runs typst with its own fonts only, and with an empty folder as root and as package folder."""

    def __init__(self, empty: Path) -> None:
        """Take an empty folder, which stays empty."""
        self._empty = str(empty)
        self._fonts = typst.Fonts(include_system_fonts=False)

    def pdf(self, name: str, manuscript: Manuscript) -> bytes:
        """Set a manuscript as PDF/UA-1. Characters that no font has are replaced by a note of their number.

        PDF/UA-1 forbids the boxes that usually replace them, and a briefing may quote any language.

        Args:
            name: the PDF's name for an error.
            manuscript: the manuscript to set.

        Raises:
            TypesettingFailed: typst can't set it.
        """
        unshown: set[str] = set()
        attempt = manuscript
        for _ in range(_TRIES):
            try:
                return self._set(attempt)
            except typst.TypstError as fault:
                clusters = {_unescaped(cluster) for cluster in _UNSHOWN.findall(fault.diagnostic)} - unshown
                if not clusters:
                    break
                unshown |= clusters
                attempt = without(manuscript, unshown)
        try:
            return self._set(common_only(manuscript))
        except typst.TypstError as fault:
            raise TypesettingFailed(f"{name} can't be set by typst {version('typst')}: {fault}") from fault

    def _set(self, manuscript: Manuscript) -> bytes:
        # A compiler drops a source that isn't a file once it has compiled it, so each PDF needs a new one.
        compiler = typst.Compiler(
            manuscript.template.encode(),
            root=self._empty,
            font_paths=self._fonts,
            sys_inputs={"paper": manuscript.values},
            package_path=self._empty,
            package_cache_path=self._empty,
        )
        # A fixed time, so that the same manuscript gives the same bytes.
        pdf = compiler.compile(format="pdf", pdf_standards=STANDARD, timestamp=0)
        assert isinstance(pdf, bytes)
        return pdf


def _unescaped(text: str) -> str:
    """Decode the escapes of a string in typst's messages."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)) if match[1] else match[2], text)
