"""How long reading the history takes: the first time, and once more with what the first one kept.

`python -m tools.bench_history [BRIEFINGS] [COMMITS]`
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from generator.analyse.history.versions import past_of
from generator.model.changes import Past
from generator.read.git.log import open_log
from generator.read.load import load
from tools.bench.briefings import write_briefings

_FIRST_TIME = 1_700_000_000
_TEXT, _CLASS, _QUESTION = "    text: ", "    modality: ", "  - {id: question-"


def write_history(root: Path, briefings: int, commits: int) -> None:
    """Make a repository of generated briefings in which each commit edits one entry of one briefing."""
    write_briefings(root, briefings)
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main"], cwd=root, env=own, check=True)
    with subprocess.Popen(
        ["git", "fast-import", "--quiet"], cwd=root, env=own, stdin=subprocess.PIPE
    ) as importing:
        assert importing.stdin is not None
        for piece in _stream(root, commits):
            importing.stdin.write(piece)
    assert importing.returncode == 0


def _stream(root: Path, commits: int) -> Iterator[bytes]:
    """Commits for fast-import; the last one's files are left in the working tree."""
    chance = random.Random(commits)
    files = sorted(path for path in (root / "briefings").rglob("*") if path.is_file())
    yield _commit(0)
    for path in files:
        yield _file(root, path, path.read_bytes())
    edited = [path for path in files if path.name == "briefing.yml"]
    for number in range(1, commits + 1):
        path = chance.choice(edited)
        content = _edited(path.read_text(encoding="utf-8"), chance)
        path.write_text(content, encoding="utf-8", newline="\n")
        yield _commit(number) + _file(root, path, content.encode())


def _commit(number: int) -> bytes:
    who = f"committer Bench <bench@example.org> {_FIRST_TIME + 3600 * number} +0000"
    return f"commit refs/heads/main\n{who}\ndata 0\n".encode()


def _file(root: Path, path: Path, content: bytes) -> bytes:
    name = path.relative_to(root).as_posix()
    return f"M 100644 inline {name}\ndata {len(content)}\n".encode() + content + b"\n"


def _edited(content: str, chance: random.Random) -> str:
    """The briefing with one claim's text or class, or one question, changed."""
    lines = content.split("\n")
    lead = chance.choice((_TEXT, _CLASS, _QUESTION))
    at = chance.choice([at for at, line in enumerate(lines) if line.startswith(lead)])
    line = lines[at]
    if lead == _CLASS:
        lines[at] = lead + ("warns" if line.endswith("urges") else "urges")
    elif lead == _TEXT:
        lines[at] = f"{lead}{_shuffled(line.removeprefix(lead).rstrip('.'), chance)}."
    else:
        before, text, after = line.split('"')
        lines[at] = f'{before}"{_shuffled(text.rstrip("?"), chance)}?"{after}'
    return "\n".join(lines)


def _shuffled(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    chance.shuffle(words)
    return " ".join(words)


def measure(root: Path) -> tuple[Past, float]:
    """Every history, and the seconds that they took after the library was loaded."""
    library, _ = load(root)
    start = time.perf_counter()
    with open_log(root) as log:
        past = past_of(library, log)
    return past, time.perf_counter() - start


def main(briefings: int, commits: int) -> None:
    """Print the versions and changes found, the seconds of a first and a second reading, and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_history(root, briefings, commits)
        past, first = measure(root)
        again, second = measure(root)
        assert past == again and not past.missing
        size = sum(file.stat().st_size for file in (root / "build" / "history").iterdir())
    versions = [version for history in past.histories.values() for version in history.versions]
    changes = sum(len(version.changes) for version in versions)
    print(f"{briefings} briefings, {commits} commits: {len(versions)} versions with {changes} changes")
    print(f"first reading: {first:.2f} s; second: {second:.2f} s, {first / second:.0f} times quicker")
    print(f"kept: {size / 1_000_000:.1f} MB; cores: {os.cpu_count()}")


if __name__ == "__main__":
    given = [int(one) for one in sys.argv[1:3]]
    main(*given, *(1000, 5000)[len(given) :])
