"""Sets PDFs with typst, out of reach of this machine's files, fonts and clock."""

import re
import tempfile
from importlib.metadata import version
from typing import Final

import typst

from generator.render.paper.typst import Manuscript, common_only, without

STANDARD: Final = "ua-1"
"""PDF/UA-1 (ISO 14289-1), as typst holds to it: what isn't accessible is an error."""

_TRIES: Final = 4
_UNSHOWN: Final = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPED: Final = re.compile(r"\\(?:u\{([0-9a-fA-F]+)\}|(.))")


class TypesettingFailed(Exception):  # noqa: N818 (it says what happened)
    """typst can't set a PDF; the text names it, and has typst's own words."""


class Typesetter:
    """typst with its own fonts and no others; its root and its packages are a folder that stays empty."""

    def __init__(self) -> None:
        """Make the empty folder; it goes when the typesetter does."""
        self._empty = tempfile.TemporaryDirectory(prefix="briefing-paper-")
        self._fonts = typst.Fonts(include_system_fonts=False)

    def __enter__(self) -> "Typesetter":
        """The typesetter itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Remove the empty folder."""
        self._empty.cleanup()

    def pdf(self, name: str, manuscript: Manuscript) -> bytes:
        """Set a manuscript as PDF/UA-1. Characters that no font has are left out, and their number told.

        PDF/UA-1 forbids the boxes that usually stand for them, and a briefing may quote any language.

        Args:
            name: what to call it in an error.
            manuscript: what to set.

        Raises:
            TypesettingFailed: typst can't set it.
        """
        unshown: set[str] = set()
        tried = manuscript
        for _ in range(_TRIES):
            try:
                return self._set(tried)
            except typst.TypstError as fault:
                found = {_unescaped(one) for one in _UNSHOWN.findall(fault.diagnostic)} - unshown
                if not found:
                    break
                unshown |= found
                tried = without(manuscript, unshown)
        try:
            return self._set(common_only(manuscript))
        except typst.TypstError as fault:
            raise TypesettingFailed(f"{name} can't be set by typst {version('typst')}: {fault}") from fault

    def _set(self, manuscript: Manuscript) -> bytes:
        # A compiler forgets a source that is no file once it has compiled it, so each PDF gets its own.
        compiler = typst.Compiler(
            manuscript.template.encode(),
            root=self._empty.name,
            font_paths=self._fonts,
            sys_inputs={"paper": manuscript.values},
            package_path=self._empty.name,
            package_cache_path=self._empty.name,
        )
        # No clock: the day that a reader sees is the template's.
        made = compiler.compile(format="pdf", pdf_standards=STANDARD, timestamp=0)
        assert isinstance(made, bytes)
        return made


def _unescaped(text: str) -> str:
    """A text as typst's messages write it, as it is."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)) if found[1] else found[2], text)
