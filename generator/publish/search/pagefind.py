"""Makes the search index, Pagefind's bundle of files, from records: the same records, the same bytes."""

import base64
import importlib
import json
import os
import re
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import chain, pairwise
from pathlib import Path
from subprocess import PIPE, Popen
from typing import IO, Any, Final
from urllib.parse import urlsplit

from generator.publish.search.stable_bytes import UnknownLayout, addresses, settle
from generator.render.exports.search import SEARCH_RECORDS, Record

# What the browser needs of the bundle; the rest are Pagefind's own search boxes.
_NEEDED: Final = re.compile(
    r"pagefind(-worker)?\.js|pagefind-entry\.json|wasm\..+\.pagefind|.+\.pf_(meta|filter|index|fragment)"
)
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")
# What JSON writes with a backslash. Pagefind 1.5 compares the filters of a query as they are written.
_ESCAPED: Final = re.compile(r'["\\\x00-\x1f]')
# The place at which Pagefind's own marks for weights and anchors, ___PAGEFIND_WEIGHT___9, are parted.
_OWN_MARK: Final = re.compile("(?<=__)(?=_(?:END_)?PAGEFIND_)")

_Ask = Callable[[Mapping[str, object]], dict[str, Any]]


class IndexFailed(Exception):  # noqa: N818 (it says what happened)
    """Pagefind isn't there, crashed, took too long, or made no whole index; the text says which."""


def index_site(site: Path) -> None:
    """Make the index of a built site from the records that lie in it, and take those out.

    Does nothing where the records are gone already.

    Raises:
        IndexFailed, ValueError, OSError: as `write_index`.
    """
    source = site / SEARCH_RECORDS
    if not source.is_file():
        return
    found = [Record(**one) for one in json.loads(source.read_text(encoding="utf-8"))]
    source.unlink()
    write_index(found, site / "pagefind")


def write_index(records: Iterable[Record], into: Path, limit: float = 300) -> None:
    """Write the index of ``records``, in whatever order they come, into the folder ``into``.

    Pagefind's program gets the records over a pipe, one by one, and gives the files back over it.

    Args:
        records: each with an address of its own. Without any, the browser finds no index to load.
        into: a folder that is empty or missing; best ``pagefind`` below the site's root, because
            pagefind.js takes the folder above its own for that root.
        limit: after so many seconds Pagefind is stopped.

    Raises:
        IndexFailed: Pagefind isn't installed, refuses a record, crashes, takes too long, or leaves a
            record out because no word is in it. Nothing has been written then.
        ValueError: two records have one address or two languages, an address isn't below the site's
            root, a filter has a value that isn't possible, or the folder isn't empty.
        OSError: the folder can't be written.
    """
    if into.is_dir() and any(into.iterdir()):
        raise ValueError(f"The folder for the search index isn't empty: {into}")
    ordered = _checked(records)
    with _service(limit) as ask:
        ask({"type": "NewIndex", "config": {}})
        for record in ordered:
            ask(_request(record))
        answer = ask({"type": "GetFiles", "index_id": 0})
    try:
        files = settle(_files(answer))
        left_out = {record.url for record in ordered} - addresses(files)
    except (UnknownLayout, LookupError, TypeError, ValueError) as error:
        raise IndexFailed(
            f"The search engine Pagefind made an index of an unknown kind: is it version 1.5? {error!r}"
        ) from error
    if left_out:
        raise IndexFailed(
            f"The search engine Pagefind left out {len(left_out)} of {len(ordered)} records; the first is "
            f"{min(left_out)!r}. Does its content hold no word?"
        )
    for folder in sorted({(into / path).parent for path in files}):
        folder.mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        (into / path).write_bytes(content)


def _checked(records: Iterable[Record]) -> list[Record]:
    """The records by address. Pagefind itself would silently keep the last one of an address."""
    ordered = sorted(records, key=lambda record: record.url)
    for record, following in pairwise(ordered):
        if record.url == following.url:
            raise ValueError(f"Two search records have the address {record.url!r}.")
    for record in ordered:
        # The browser would take these as they stand, instead of putting the site's root before them.
        if record.url.startswith(("/", "\\")) or urlsplit(record.url).scheme:
            raise ValueError(f"The address of a search record isn't below the site's root: {record.url!r}")
        for value in chain.from_iterable(record.filters.values()):
            if _ESCAPED.search(value):
                raise ValueError(f"A filter of the record {record.url!r} can't have the value {value!r}.")
    languages = sorted({record.language for record in ordered})
    if len(languages) > 1:
        # Each language would be an index of its own, and a browser loads one: that of the page.
        raise ValueError(f"Search records are in several languages, but need one: {', '.join(languages)}")
    if languages and not _LANGUAGE.fullmatch(languages[0]):
        raise ValueError(f"The language of the search records isn't a tag like en or pt-br: {languages[0]!r}")
    return ordered


def _request(record: Record) -> Mapping[str, object]:
    return {
        "type": "AddRecord",
        "index_id": 0,
        "url": record.url,
        "content": _literal(record.content),
        "language": record.language,
        "meta": {name: _literal(text) for name, text in record.meta.items()},
        # A value that stands twice would be counted twice.
        "filters": {
            name: [_literal(value) for value in dict.fromkeys(values)]
            for name, values in record.filters.items()
        },
    }


def _literal(text: str) -> str:
    """The text with a zero-width space in words that Pagefind would take for its own marks, and drop.

    It takes the zero-width space out of the content again, not out of meta and filters.
    """
    return _OWN_MARK.sub("\u200b", text)


def _files(answer: Mapping[str, Any]) -> dict[str, bytes]:
    """The files that the browser needs, by path."""
    files = {one["path"].replace("\\", "/"): base64.b64decode(one["content"]) for one in answer["files"]}
    if any(re.fullmatch(r"wasm\.(?!unknown).+", path) for path in files):
        del files["wasm.unknown.pagefind"]  # for a language whose endings Pagefind doesn't know
    return {path: content for path, content in sorted(files.items()) if _NEEDED.fullmatch(path)}


def _command() -> list[str]:
    """How Pagefind's program is called: the one of the installed package, whatever else the system has."""
    # The extended one also parts the words of Chinese, Japanese and Thai.
    for package in ("pagefind_bin_extended", "pagefind_bin"):
        with suppress(ImportError, FileNotFoundError):
            return [str(importlib.import_module(package).get_executable()), "--service"]
    raise IndexFailed("The search engine Pagefind isn't installed. Run: python -m pip install pagefind-bin")


@contextmanager
def _service(limit: float) -> Iterator[_Ask]:
    """Pagefind's program, to be asked one thing after the other.

    Requests and answers are JSON in Base64 with a comma behind. No request is sent before the one
    before it is answered, so that neither side waits with a full pipe for the other to read.
    """
    command = _command()
    # Pagefind takes settings from the environment, and from a file in the current folder.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    folder = Path(command[0]).parent
    with tempfile.TemporaryFile() as told:
        try:
            process = Popen(command, stdin=PIPE, stdout=PIPE, stderr=told, cwd=folder, env=environment)
        except OSError as error:
            raise IndexFailed(f"The search engine Pagefind can't be started: {error}") from error
        source, sink = process.stdout, process.stdin
        assert source is not None and sink is not None
        late = threading.Event()

        def stop() -> None:
            late.set()
            process.kill()

        def ask(request: Mapping[str, object]) -> dict[str, Any]:
            message = json.dumps({"message_id": 0, "payload": request}, ensure_ascii=False).encode()
            try:
                sink.write(base64.b64encode(message) + b",")
                sink.flush()
                answer = _until_comma(source)
            except (OSError, EOFError):
                status = process.wait()
            else:
                return _payload(answer, request)
            if late.is_set():
                raise IndexFailed(f"The search engine Pagefind was stopped after {limit:g} seconds.")
            told.seek(0)
            words = told.read().decode("utf-8", "replace").strip()[-2000:] or "It told no reason."
            raise IndexFailed(f"The search engine Pagefind ended early, with status {status}. {words}")

        timer = threading.Timer(limit, stop)
        timer.start()
        try:
            yield ask
        finally:
            timer.cancel()
            process.kill()
            source.close()
            with suppress(OSError):  # bytes that nobody reads any more
                sink.close()
            process.wait()


def _until_comma(source: IO[bytes]) -> bytes:
    """One answer. Nothing can stand behind its comma before the next request."""
    answer = bytearray()
    while not answer.endswith(b","):
        # What has come so far; the file's own read() would wait for as much as is asked for.
        part = os.read(source.fileno(), 1 << 16)
        if not part:
            raise EOFError
        answer += part
    return bytes(answer[:-1])


def _payload(answer: bytes, request: Mapping[str, object]) -> dict[str, Any]:
    try:
        payload: dict[str, Any] = json.loads(base64.b64decode(answer))["payload"]
        kind = payload["type"]
    except (ValueError, LookupError, TypeError) as error:
        raise IndexFailed("The search engine Pagefind gave an answer that can't be read.") from error
    if kind == "Error":
        about = f"the record {request['url']!r}" if "url" in request else "a request"
        raise IndexFailed(f"The search engine Pagefind refused {about}: {payload.get('message')}")
    return payload
