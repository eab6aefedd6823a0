"""Serves a live preview, to this computer only."""

import os
import re
import socket
import subprocess
import sys
from pathlib import Path
from typing import Final, NoReturn

from generator.files.folder import opened
from generator.publish.builder_process import (
    PAGES_READY,
    BuildFailed,
    config_path,
    environment,
    python_command,
)
from generator.publish.builders import PAGES

_PORT: Final = re.compile(r"[1-9][0-9]{0,4}")


def serve(root: Path, address: str = "127.0.0.1:8000") -> NoReturn:
    """Serve a live preview with ``mkdocs serve`` to this computer only, until it is interrupted.

    Except on Windows, MkDocs replaces this process.

    Args:
        root: the folder of mkdocs.yml.
        address: ``127.0.0.1:<port>``, or ``localhost:<port>``.

    Raises:
        ValueError: the address is another computer's, or open to others.
        BuildFailed: the port is taken, or there is no mkdocs.yml.
        SystemExit: the preview has ended, on Windows.
    """
    host, _, port = address.rpartition(":")
    if host not in ("127.0.0.1", "localhost") or not _PORT.fullmatch(port):
        raise ValueError(
            f"A preview is for this computer only: {address!r} isn't an address like 127.0.0.1:8000."
        )
    port_number = int(port)
    if reason := _why_not(port_number):
        other = next((one for one in range(port_number + 1, 65536) if not _why_not(one)), None)
        raise BuildFailed(f"Port {port} {reason}. Name another one: --port {other or 8000}")
    config = config_path(root)
    # MkDocs asks for the folder before the hook can write it.
    with opened(root, PAGES, make=True):
        pass
    # With warnings as errors MkDocs would leave browsers waiting until they are mended.
    command = python_command("mkdocs", "serve", "--no-strict", "-f", str(config), "-a", f"127.0.0.1:{port}")
    variables = environment()
    variables.pop(PAGES_READY, None)
    if sys.platform == "win32":
        raise SystemExit(subprocess.call(command, env=variables))
    sys.stdout.flush()
    sys.stderr.flush()
    os.execve(command[0], command, variables)


def _why_not(port: int) -> str:
    """Say why a preview can't have a port of this computer; empty where it can."""
    with socket.socket() as trial:
        # As MkDocs asks for it, so that a port which a preview has just given back is free. On Windows that
        # would take a port from the program that has it.
        if sys.platform != "win32":
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("127.0.0.1", port))
        except PermissionError:
            return "is reserved by the system"
        except OSError:
            return "is taken, perhaps by another preview"
    return ""
