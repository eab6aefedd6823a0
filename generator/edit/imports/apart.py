"""Reading of a file in a process of its own, which is ended when it takes too long.

A page or a PDF may be made so that a library never comes to an end with it.
"""

import logging
import multiprocessing
from multiprocessing.connection import Connection
from typing import Final

from generator.edit.imports.kinds import kind_of
from generator.edit.imports.pdf import read_pdf
from generator.edit.imports.text.reading import Reading, Refused
from generator.edit.imports.texts import read_markdown, read_text
from generator.edit.imports.web.html_page import read_html

PATIENCE: Final = 60.0
"""Seconds for one file; a page of two megabytes takes two."""


def read(name: str, data: bytes, encoding: str = "") -> Reading:
    """Reads a file by its kind.

    Raises:
        Refused: no article can be made of it.
    """
    kind = kind_of(name, data)
    if kind == "pdf":
        return read_pdf(data)
    return {"html": read_html, "markdown": read_markdown, "text": read_text}[kind](data, encoding)


def read_apart(name: str, data: bytes, encoding: str = "", patience: float = PATIENCE) -> Reading:
    """Reads a file as `read` does, but no longer than ``patience`` seconds."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_answer, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    fault = Refused(
        "It could not be read: the reading broke off.", "Save it anew, or copy its text into a file."
    )
    try:
        ours.send((name, data, encoding))
        if not ours.poll(patience):
            raise Refused(f"It could not be read in {patience:.0f} seconds.", "Copy its text into a file.")
        answer = ours.recv()
    except (EOFError, BrokenPipeError, ConnectionResetError):
        raise fault from None
    finally:
        ours.close()
        process.kill()
        process.join()
    if isinstance(answer, Refused):
        raise answer
    if not isinstance(answer, Reading):
        raise fault
    return answer


def _answer(connection: Connection) -> None:
    logging.disable()  # What libraries say of a file is no line of ours.
    try:
        connection.send(read(*connection.recv()))
    except Refused as refused:
        connection.send(refused)
    except Exception:  # Whatever a library raises: the file is at fault, and the others are still read.
        connection.send(None)
