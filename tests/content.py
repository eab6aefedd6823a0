"""A watch over this repository's own briefings: no test opens them, so what editors write turns none red."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from tests.paths import REPOSITORY

CONTENT: Final = REPOSITORY / "briefings"

_ROOT: Final = os.path.normcase(REPOSITORY)
_FOLDER: Final = os.path.normcase(CONTENT)
_EVENTS: Final = frozenset(["open", "os.listdir", "os.scandir"])

# An audit hook stays for as long as the process runs; this tells whether it has anything to do.
_watching = False
_opened: list[str] = []


class ContentOpened(AssertionError):  # noqa: N818 (it says what happened)
    """Tells which path of the content was opened."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} was opened: this repository's own briefings are content, and tests hold the code. "
            "They run on tests.paths.GOLDEN, or on what they write themselves."
        )


@contextmanager
def watched() -> Iterator[None]:
    """Refuse within the block to open the content, and tell of it at the end if the refusal was swallowed.

    Raises:
        ContentOpened: something within the block, or in a thread meanwhile, tried to.
    """
    global _watching
    before, _watching = _watching, True
    try:
        yield
    finally:
        _watching = before
        swallowed = [*_opened]
        _opened.clear()
        if swallowed and not isinstance(sys.exception(), ContentOpened):
            raise ContentOpened(swallowed[0])


def _is_content(path: str, *, by_system_call: bool) -> bool:
    """Whether opening the path opens the content, or this repository as a root of briefings.

    `os.open` takes paths relative to a descriptor, and its event doesn't tell of which folder. So a relative
    path counts for nothing there, and a descriptor of this repository's root, for which the generator asks
    before it opens what is below, counts as the content.
    """
    # As text alone: this is asked of every file that is opened.
    whole = os.path.normcase(os.path.abspath(path))  # noqa: PTH100
    if by_system_call and (whole == _ROOT or not os.path.isabs(path)):  # noqa: PTH117
        return whole == _ROOT
    return whole == _FOLDER or whole.startswith(_FOLDER + os.sep)


def _audit(event: str, arguments: tuple[Any, ...]) -> None:
    if not _watching or event not in _EVENTS or isinstance(arguments[0], int):
        return
    path = os.fsdecode(arguments[0] or os.curdir)
    if _is_content(path, by_system_call=event == "open" and arguments[1] is None):
        _opened.append(path)
        raise ContentOpened(path)


sys.addaudithook(_audit)
