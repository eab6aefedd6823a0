"""A server for a folder, which puts it under a path as GitHub Pages does."""

import io
import sys
import threading
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

Serve = Callable[..., str]


class Servers:
    """Servers that run until they are stopped together."""

    def __init__(self) -> None:
        self._running: list[tuple[ThreadingHTTPServer, threading.Thread]] = []

    def start(self, folder: Path, prefix: str = "/repository/") -> str:
        """Serve a folder under a path; its address."""
        server = _Server(("127.0.0.1", 0), partial(_UnderPrefix, prefix, directory=str(folder)))
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        self._running.append((server, thread))
        return f"http://127.0.0.1:{server.server_address[1]}{prefix}"

    def stop(self) -> None:
        # All at once, for each looks only twice a second whether it is to stop.
        stopping = [threading.Thread(target=server.shutdown) for server, _ in self._running]
        for thread in stopping:
            thread.start()
        for thread in stopping:
            thread.join()
        for server, thread in self._running:
            thread.join()
            server.server_close()


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes on to another page hangs up on this one; anything else is told."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _UnderPrefix(SimpleHTTPRequestHandler):
    """Serves a folder under a path; all else isn't there, so that an address from the root is caught."""

    protocol_version = "HTTP/1.1"  # Keeps connections open, which halves the time of a page.

    def __init__(self, prefix: str, *arguments: object, **options: object) -> None:
        self.prefix = prefix
        super().__init__(*arguments, **options)  # type: ignore[arg-type]

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        if self.path.startswith(self.prefix):
            return super().send_head()
        self.send_error(HTTPStatus.NOT_FOUND)
        return None

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def log_message(self, format: str, *args: object) -> None:
        """Keeps quiet."""
