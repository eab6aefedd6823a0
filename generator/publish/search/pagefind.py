"""Makes Pagefind's search index from search records; the same records give the same bytes."""

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

from generator.failure import Failure
from generator.publish.search.stable_bytes import UnknownLayout, addresses, settle
from generator.render.exports.search import Record
from generator.render.exports.search_terms import runs_of

# The files of the bundle that a browser needs; the others are Pagefind's own search boxes.
_NEEDED: Final = re.compile(
    r"pagefind(-worker)?\.js|pagefind-entry\.json|wasm\..+\.pagefind|.+\.pf_(meta|filter|index|fragment)"
)
PROGRAM: Final = re.compile(r".+\.js|wasm\..+")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")
# Characters that JSON escapes. Pagefind 1.5 compares the filters of a query in their escaped form.
_ESCAPED: Final = re.compile(r'["\\\x00-\x1f]')
# The place in Pagefind's own marks for weights and anchors, as ___PAGEFIND_WEIGHT___9, where they are split.
_OWN_MARK: Final = re.compile("(?<=__)(?=_(?:END_)?PAGEFIND_)")

_Ask = Callable[[Mapping[str, object]], dict[str, Any]]


class IndexFailed(Failure):
    """Pagefind is missing, crashed, took too long, or made an incomplete index; the text says which."""


def index_of(records: str) -> dict[str, bytes]:
    """Make an index of records as JSON objects, one a line; see `index_files`."""
    return index_files(Record(**json.loads(line)) for line in records.split("\n") if line)


def _write(files: Mapping[str, bytes], into: Path) -> None:
    """Write the files of a part of the index.

    Raises:
        ValueError: the folder holds files.
        OSError: the folder can't be written.
    """
    if into.is_dir() and any(path.is_file() for path in into.iterdir()):
        raise ValueError(f"The folder for the search index isn't empty: {into}")
    for folder in sorted({(into / path).parent for path in files}):
        folder.mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        (into / path).write_bytes(content)


def write_index(records: Iterable[Record], into: Path, limit: float = 300) -> None:
    """Write an index of one part into an empty or missing folder; see `index_files`."""
    _write(index_files(records, limit), into)


def index_files(records: Iterable[Record], limit: float = 300) -> dict[str, bytes]:
    """Make an index of records, whose order doesn't matter; returns its files by path.

    Pagefind's program receives the records one by one over a pipe, and returns the files over another.

    Args:
        records: records with different addresses. Without any, the browser finds no index to load.
        limit: the time after which Pagefind is stopped, in seconds.

    Raises:
        IndexFailed: Pagefind isn't installed, refuses a record, crashes, takes too long, or leaves out a
            record without a word.
        ValueError: two records share an address or differ in language, an address isn't relative to the
            site's root, or a filter has an impossible value.
    """
    ordered = _checked(records)
    with _running(limit) as ask:
        ask({"type": "NewIndex", "config": {}})
        for record in ordered:
            ask(_request(record))
        answer = ask({"type": "GetFiles", "index_id": 0})
    try:
        files = settle(_needed_files(answer))
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
    return files


def _checked(records: Iterable[Record]) -> list[Record]:
    """Check records and sort them by address; of two with one address Pagefind drops the first silently."""
    ordered = sorted(records, key=lambda record: record.url)
    for record, following in pairwise(ordered):
        if record.url == following.url:
            raise ValueError(f"Two search records have the address {record.url!r}.")
    for record in ordered:
        # The browser would use such an address as it is, instead of putting the site's root before it.
        if record.url.startswith(("/", "\\")) or urlsplit(record.url).scheme:
            raise ValueError(f"The address of a search record isn't below the site's root: {record.url!r}")
        for value in chain.from_iterable(record.filters.values()):
            if _ESCAPED.search(value):
                raise ValueError(f"A filter of the record {record.url!r} can't have the value {value!r}.")
    languages = sorted({record.language for record in ordered})
    if len(languages) > 1:
        # Pagefind makes an index for each language, and a browser loads only that of the page.
        raise ValueError(f"Search records are in several languages, but need one: {', '.join(languages)}")
    if languages and not _LANGUAGE.fullmatch(languages[0]):
        raise ValueError(f"The language of the search records isn't a tag like en or pt-br: {languages[0]!r}")
    return ordered


def _request(record: Record) -> Mapping[str, object]:
    # Pagefind takes a text without spaces for one word. What stands in meta is searched, and not shown.
    runs = runs_of(record.content)
    meta = {**record.meta, "runs": runs} if runs else record.meta
    return {
        "type": "AddRecord",
        "index_id": 0,
        "url": record.url,
        "content": _literal(record.content),
        "language": record.language,
        "meta": {name: _literal(text) for name, text in meta.items()},
        # Pagefind counts a repeated value twice.
        "filters": {
            name: [_literal(value) for value in dict.fromkeys(values)]
            for name, values in record.filters.items()
        },
    }


def _literal(text: str) -> str:
    """Put a zero-width space into words that Pagefind would take for its own marks and drop.

    Pagefind removes the space from the content again, but not from meta and filters.
    """
    return _OWN_MARK.sub("\u200b", text)


def _needed_files(answer: Mapping[str, Any]) -> dict[str, bytes]:
    """The files that the browser needs, by path."""
    files = {file["path"].replace("\\", "/"): base64.b64decode(file["content"]) for file in answer["files"]}
    if any(re.fullmatch(r"wasm\.(?!unknown).+", path) for path in files):
        del files["wasm.unknown.pagefind"]  # for a language whose endings Pagefind doesn't know
    return {path: content for path, content in sorted(files.items()) if _NEEDED.fullmatch(path)}


def _command() -> list[str]:
    """The command that runs Pagefind's program from the installed package."""
    # The extended program also splits Chinese, Japanese and Thai into words.
    for package in ("pagefind_bin_extended", "pagefind_bin"):
        with suppress(ImportError, FileNotFoundError):
            return [str(importlib.import_module(package).get_executable()), "--service"]
    raise IndexFailed("The search engine Pagefind isn't installed. Run: python -m pip install pagefind-bin")


@contextmanager
def _running(limit: float) -> Iterator[_Ask]:
    """Run Pagefind's program; gives a function that sends a request and returns the answer.

    Requests and answers are JSON in Base64, followed by a comma. Each request waits for its answer, so that
    no side ever waits with a full pipe for the other side to read.
    """
    command = _command()
    # Pagefind takes settings from the environment, and from a file in the current folder.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    folder = Path(command[0]).parent
    with tempfile.TemporaryFile() as stderr:
        try:
            process = Popen(command, stdin=PIPE, stdout=PIPE, stderr=stderr, cwd=folder, env=environment)
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
            stderr.seek(0)
            words = stderr.read().decode("utf-8", "replace").strip()[-2000:] or "It told no reason."
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
    """Read an answer up to its comma, behind which nothing comes before the next request."""
    answer = bytearray()
    while not answer.endswith(b","):
        # os.read returns what has come so far; the file's read() would wait for all that is asked for.
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
