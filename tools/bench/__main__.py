"""Benchmark: ours beside bare MkDocs on the frozen reference of the same texts, as ratios of one run.

`python -m tools.bench [SIZE …]` builds sites of so many briefings (10 and 100), in tens. It prints a table,
and writes it, with the absolute figures of this machine, to build/bench/results.json.
"""

import json
import platform
import re
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Final

from tools.bench import anchoring
from tools.bench.briefings import ROOT, write_repository
from tools.bench.measure import Cost, measure
from tools.bench.reference import write_reference

_SIZES: Final = (10, 100)
_INTO: Final = ROOT / "build" / "bench"
_OURS: Final = [sys.executable, "-m", "generator"]
_EDITED: Final = "briefings/briefing-00003/briefing.yml"


def runs(size: int, folder: Path) -> Iterator[tuple[str, Cost]]:
    """Measure each run at one size, bare MkDocs first."""
    reference, root = folder / "reference", folder / "ours"
    write_reference(reference, size)
    yield "bare MkDocs", measure([sys.executable, "-m", "mkdocs", "-q", "build"], reference)
    write_repository(root, size)
    check, build = [*_OURS, "check", "--quiet"], [*_OURS, "build", "--quiet"]
    yield "check, first", measure(check, root)
    yield "check, nothing changed", measure(check, root)
    _edit(root, "says here that")
    yield "check, one text changed", measure(check, root)
    shutil.rmtree(root / "build" / "cache")
    yield "build, first", measure(build, root)
    _forget_all_but(root, "paper")
    yield "build, PDF and Word kept", measure(build, root)
    yield "build, nothing changed", measure(build, root)
    _edit(root, "says there that")
    yield "build, one text changed", measure(build, root)
    shutil.rmtree(folder)


def _edit(root: Path, words: str) -> None:
    """Change the text of one claim."""
    file = root / _EDITED
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"says (?:\w+ )?that", words, text, count=1), encoding="utf-8")


def _forget_all_but(root: Path, kind: str) -> None:
    """Drop what the cache keeps of other kinds."""
    for path in root.rglob("cache.sqlite"):
        with sqlite3.connect(path) as file:
            file.execute("DELETE FROM results WHERE kind <> ?", (kind,))


def table(results: dict[int, dict[str, Cost]]) -> str:
    """Write the costs as multiples of bare MkDocs at the same size, by the clock and by the processors."""
    lines = [f"{'':26}" + "".join(f"{f'{size} wall':>12}{'cpu':>8}{'MB':>7}" for size in results)]
    for row in next(iter(results.values())):
        cells = []
        for costs in results.values():
            bare, cost = costs["bare MkDocs"], costs[row]
            cells.append(
                f"{cost.wall / bare.wall:12.2f}{cost.cpu / bare.cpu:8.2f}{cost.peak / 1_000_000:7.0f}"
            )
        lines.append(f"{row:26}{''.join(cells)}")
    return "\n".join(lines)


def main(sizes: list[int]) -> None:
    """Run the benchmark at each size."""
    results: dict[int, dict[str, Cost]] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            results[size] = {}
            for row, cost in runs(size, Path(folder) / "sites"):
                results[size][row] = cost
                print(
                    f"{size}: {row}: {cost.wall:.1f} s, {cost.cpu:.1f} s of CPU", file=sys.stderr, flush=True
                )
    print(table(results))
    quotes = anchoring.costs()
    print("\nAn article of a million characters, CPU beside that of a right quote:")
    for kind, seconds in quotes.items():
        print(f"{kind:26}{seconds / quotes['right']:12.2f}")
    _INTO.mkdir(parents=True, exist_ok=True)
    told = {str(size): {row: asdict(cost) for row, cost in costs.items()} for size, costs in results.items()}
    machine = {"machine": platform.machine(), "python": platform.python_version()}
    text = json.dumps({**machine, "sizes": told, "anchoring": quotes}, indent=2)
    (_INTO / "results.json").write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(_SIZES))
