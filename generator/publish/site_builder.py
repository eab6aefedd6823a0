"""Runs the site builder, MkDocs or another that reads mkdocs.yml, in a process of its own."""

import importlib.util
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NoReturn

from generator.failure import Failure
from generator.files.cache import cached
from generator.files.folder import NotPlain, opened
from generator.files.walk import plain_files, read_file
from generator.files.write import write_file
from generator.places import CONFIG
from generator.publish.builders import ARGUMENTS, BUILDERS, PAGES
from generator.publish.inputs import input_faults
from generator.publish.kept_pages import KIND, built_path, frame_id, packed, page_key, shares, unpacked
from generator.read.settings import custom_dir

# The environment variable by which the hook knows that the pages are rendered and checked already.
PAGES_READY: Final = "BRIEFING_PAGES_READY"
# And this one names a file: whether all that is no page is built, too, and the pages to build, one a line.
PAGES_SHARE: Final = "BRIEFING_PAGES_SHARE"
PAGES_ONLY: Final = "pages only"
# Builders write the build's date into sitemap and archives. A fixed date makes the same briefings give the
# same bytes; the hook removes it from the sitemap again.
EPOCH: Final = "315532800"  # seconds since 1970; the first day that every archive format can hold:
EPOCH_DAY: Final = "1980-01-01"

_SHARES: Final = ".shares"
"""Folder in the new site for what several processes build; MkDocs leaves hidden files where they are."""

_PORT: Final = re.compile(r"[1-9][0-9]{0,4}")


class BuildFailed(Failure):
    """The site builder failed; the text says how, and quotes the builder."""


@dataclass(frozen=True)
class BuildResult:
    """A successful build.

    Attributes:
        builder: the site builder's name.
        seconds: the build's time.
        output: what the builder printed.
    """

    builder: str
    seconds: float
    output: str


def build_site(root: Path, into: Path, builder: str = "mkdocs", *, cache: str | None = None) -> BuildResult:
    """Build the rendered pages of ``root`` into the folder ``into``.

    The builder's warnings are errors. Its date is fixed, so that two builds of the same pages are equal.

    Args:
        root: the folder of mkdocs.yml.
        into: the folder for the site; best an empty one.
        builder: one of `BUILDERS`.
        cache: the folder below ``root`` that keeps pages for later builds; None keeps none.

    Raises:
        BuildFailed: the builder isn't installed, warns, fails, or writes no home page; or mkdocs.yml or the
            theme overrides are not plain files.
        ValueError: no such builder.
    """
    if builder not in BUILDERS:
        raise ValueError(f"There is no site builder {builder!r}: use one of {', '.join(BUILDERS)}.")
    config = _config(root)
    if faults := input_faults(root, custom_dir(root)):
        raise BuildFailed("\n".join(faults))
    if importlib.util.find_spec(builder) is None:
        raise BuildFailed(f"The site builder {builder} isn't installed. Run: python -m pip install {builder}")
    start = time.monotonic()
    if builder == "mkdocs":
        output = _build_by_pages(root, config, into, cache)
    else:
        output = _run(builder, config, into)
    if not (into / "index.html").is_file():
        raise BuildFailed(f"{builder} told no error, but wrote no home page.\n{_without_progress(output)}")
    return BuildResult(builder, time.monotonic() - start, output)


def _build_by_pages(root: Path, config: Path, into: Path, cache: str | None) -> str:
    """Take the pages that earlier builds made, and let processes of MkDocs build the others in shares."""
    frame = frame_id(root, read_file(root, CONFIG))
    if frame is None:
        return _run("mkdocs", config, into)
    names, _ = plain_files(root, PAGES)
    pages = {name: read_file(root, f"{PAGES}/{name}").decode() for name in names if name.endswith(".md")}
    with cached(root, cache, KIND, frame, sweep=True) as kept:
        found = {name: html for name, text in pages.items() if (html := kept.get(page_key(name, text)))}
        missing = {name: text for name, text in pages.items() if name not in found}
        output = _run_shares(config, into, shares(missing, os.cpu_count() or 1))
        with ThreadPoolExecutor(os.cpu_count() or 1) as threads:
            for _ in threads.map(
                lambda page: write_file(into, built_path(page[0]), unpacked(page[1])), found.items()
            ):
                pass
        for name, text in missing.items():
            with suppress(FileNotFoundError):  # what the settings leave out has no page
                kept.put(page_key(name, text), packed(read_file(into, built_path(name))))
    return output


def _run_shares(config: Path, into: Path, parts: Sequence[Sequence[str]]) -> str:
    """Run MkDocs on each share of the pages; the first one builds all that is no page, too."""
    with opened(into.parent, into.name, make=True):
        pass
    running: list[subprocess.Popen[str]] = []
    sites = [into / _SHARES / f"{number}" if number else into for number in range(len(parts))]

    def build(number: int) -> str:
        share = f"{_SHARES}/{number}.txt"
        write_file(into, share, "\n".join([PAGES_ONLY if number else "", *parts[number]]).encode())
        process = _started("mkdocs", config, sites[number], {PAGES_SHARE: str((into / share).absolute())})
        running.append(process)
        output: str = process.communicate()[0]
        if process.returncode:
            raise BuildFailed(f"{_exit_reason('mkdocs', process.returncode)}\n{_without_progress(output)}")
        return output

    threads = ThreadPoolExecutor(os.cpu_count() or 1)
    try:
        futures = [threads.submit(build, number) for number in range(len(parts))]
        failed = [str(fault) for future in futures if (fault := future.exception()) is not None]
        if failed:
            raise BuildFailed("\n".join(dict.fromkeys(failed)))
        for site, part in zip(sites[1:], parts[1:], strict=True):
            for name in part:
                with suppress(FileNotFoundError):
                    write_file(into, built_path(name), read_file(site, built_path(name)))
        return "".join(future.result() for future in futures)
    finally:
        for process in running:
            if process.poll() is None:
                process.kill()
        threads.shutdown(cancel_futures=True)
        with opened(into) as folder:
            folder.remove_folder(_SHARES)


def _run(builder: str, config: Path, into: Path) -> str:
    process = _started(builder, config, into, {})
    output: str = process.communicate()[0]
    if process.returncode:
        raise BuildFailed(f"{_exit_reason(builder, process.returncode)}\n{_without_progress(output)}")
    return output


def _started(builder: str, config: Path, into: Path, more: Mapping[str, str]) -> "subprocess.Popen[str]":
    arguments = [*ARGUMENTS[builder], "-f", str(config)]
    if "--site-dir" in arguments:
        arguments.insert(arguments.index("--site-dir") + 1, str(into.absolute()))
    return subprocess.Popen(
        _python(builder, *arguments),
        env=_environment() | {PAGES_READY: "1", "BRIEFING_SITE": str(into.absolute()), **more},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )


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
    config = _config(root)
    # MkDocs asks for the folder before the hook can write it.
    with opened(root, PAGES, make=True):
        pass
    # With warnings as errors MkDocs would leave browsers waiting until they are mended.
    command = _python("mkdocs", "serve", "--no-strict", "-f", str(config), "-a", f"127.0.0.1:{port}")
    environment = _environment()
    environment.pop(PAGES_READY, None)
    if sys.platform == "win32":
        raise SystemExit(subprocess.call(command, env=environment))
    sys.stdout.flush()
    sys.stderr.flush()
    os.execve(command[0], command, environment)


def _config(root: Path) -> Path:
    """The path of mkdocs.yml.

    Raises:
        BuildFailed: it is missing, or no plain file.
    """
    config = root.absolute() / CONFIG
    with opened(root) as folder:
        kind = folder.kind(CONFIG)
    if kind == "link":
        raise BuildFailed(str(NotPlain(root, CONFIG, kind, "file")))
    if kind != "file":
        raise BuildFailed(
            f"{config} is missing. Run this in a folder with mkdocs.yml, or name it with --root."
        )
    return config


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


def _python(module: str, *arguments: str) -> list[str]:
    """The command that runs a module; -P keeps Python from importing modules of the current folder."""
    return [sys.executable, "-P", "-m", module, *arguments]


def _environment() -> dict[str, str]:
    environment = os.environ | {
        "SOURCE_DATE_EPOCH": EPOCH,
        "PYTHONUTF8": "1",
        "NO_COLOR": "1",
        # These silence news about MkDocs 2, which would stand before every error.
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
    }
    environment.pop("COLUMNS", None)  # or MkDocs breaks its messages into lines
    return environment


def _exit_reason(builder: str, status: int) -> str:
    if status > 0:
        return f"{builder} couldn't build the site:"
    try:
        name = signal.Signals(-status).name
    except ValueError:
        name = str(-status)
    return f"{builder} was stopped by {name} before the site was built:"


def _without_progress(output: str) -> str:
    """The output without the builder's progress; all of it where it has nothing else."""
    kept: list[str] = []
    progress = False
    for line in output.splitlines():
        # A message may have further lines, which are indented.
        progress = line.startswith(("INFO ", "DEBUG ")) or (progress and line.startswith("  "))
        if not progress:
            kept.append(line)
    return "\n".join(kept).strip() or output.strip() or "It printed nothing."
