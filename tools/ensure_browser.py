"""Finds a Chrome or Chromium for the browser tests, and tries to install one where there is none.

`python -m tools.ensure_browser` fails only in CI (where the environment holds CI), so that a contributor
without a browser can still run every other test.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

OVERRIDE = "BRIEFING_CHROME"

COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")

MACOS_APPS = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)

WINDOWS_PROGRAMS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)

# Inside Playwright's folder of browsers; the folder names change with platform and release.
PLAYWRIGHT_PROGRAMS = (
    "chromium-*/chrome-linux*/chrome",
    "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
    "chromium-*/chrome-win*/chrome.exe",
)


def find_browser() -> Path | None:
    """The browser that the tests drive: what BRIEFING_CHROME names, else the first in the usual places.

    A wrong BRIEFING_CHROME finds nothing, for testing some other browser unasked would mislead.
    """
    override = os.environ.get(OVERRIDE)
    if override:
        named = shutil.which(override)
        return Path(named) if named else None
    return next(_installed(), None)


def _installed() -> Iterator[Path]:
    for command in COMMANDS:
        found = shutil.which(command)
        if found:
            yield Path(found)
    for candidate in (*_in_usual_places(), *_from_playwright()):
        if candidate.is_file() and os.access(candidate, os.X_OK):
            yield candidate


def _in_usual_places() -> Iterator[Path]:
    """Those of macOS and of Windows; elsewhere they just don't exist."""
    for folder in (Path("/Applications"), Path.home() / "Applications"):
        yield from (folder / app for app in MACOS_APPS)
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        if programs := os.environ.get(variable):
            yield from (Path(programs) / program for program in WINDOWS_PROGRAMS)


def _from_playwright() -> Iterator[Path]:
    """Newest first. The folder is read rather than Playwright asked, whose API can't be nested in a test."""
    folder = _playwright_folder()
    found = [path for pattern in PLAYWRIGHT_PROGRAMS for path in folder.glob(pattern)]
    yield from sorted(found, key=lambda path: _revision(path.relative_to(folder)), reverse=True)


def _playwright_folder() -> Path:
    chosen = os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    if chosen and chosen != "0":
        return Path(chosen)
    if sys.platform == "darwin":
        caches = Path.home() / "Library" / "Caches"
    elif sys.platform == "win32":
        caches = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    else:
        caches = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return caches / "ms-playwright"


def _revision(path: Path) -> int:
    """The number in `chromium-1208/chrome-linux/chrome`."""
    number = path.parts[0].rpartition("-")[2]
    return int(number) if number.isdigit() else 0


def _install() -> None:
    """Tries Debian's package, then Playwright's own; whether it helped is for `find_browser` to see."""
    if sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get"):
        if _run("apt-get", "update", "-qq"):
            _run("apt-get", "install", "-qq", "--yes", "--no-install-recommends", "chromium")
        if find_browser():
            return
    _run(sys.executable, "-m", "playwright", "install", "chromium")


def _run(*command: str) -> bool:
    """Whether the command succeeded; its output goes to this one's error stream."""
    print("No browser found; trying:", " ".join(command), file=sys.stderr, flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        return subprocess.run(command, env=quiet, stdout=sys.stderr, timeout=900).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def main() -> int:
    """Tells which browser will be used; the exit status is 1 only where CI would go without one."""
    browser = find_browser()
    if browser is None and not os.environ.get(OVERRIDE):
        _install()
        browser = find_browser()
    if browser:
        print(f"Browser tests use {browser}")
        return 0
    if named := os.environ.get(OVERRIDE):
        print(f"Browser tests will not run: {OVERRIDE} names {named}, which is no program.")
    else:
        print("Browser tests will not run: no Chrome or Chromium was found, and none could be installed.")
        print(f"Install one, or name it: {OVERRIDE}=/path/to/chrome")
    return 1 if os.environ.get("CI") else 0


if __name__ == "__main__":
    sys.exit(main())
