"""The words of a preview that shows problems."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

PREVIEW: Final[Mapping[str, str | tuple[str, str]]] = MappingProxyType(
    {
        "preview-title": "Not shown yet",
        "preview-old-pages": "The last change is not shown. This is the page before it.",
        "preview-no-pages": "No pages can be shown until this is mended; then they appear by themselves.",
        "preview-place": "{0}, line {1}, column {2}",
        "preview-further": ("One further problem", "{0} further problems"),
        "preview-left-out": ("One more stands in the terminal.", "{0} more stand in the terminal."),
        "preview-failed": "The pages could not be made: {0}",
        "preview-in-terminal": "The terminal in which the preview runs may tell more.",
    }
)
