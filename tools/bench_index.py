"""How long the search index takes: the first briefing against many generated ones, in one run.

`python -m tools.bench_index [NUMBER]`
"""

import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from generator.analyse.findings.findings import Findings
from generator.model.diagnostics import errors
from generator.pipeline import check
from generator.publish.search.pagefind import write_index
from generator.render.briefing.make import briefing_view
from generator.render.exports.search import records
from tools.bench.briefings import ROOT, write_briefings


def measure(anchored: Sequence[Findings]) -> tuple[int, float]:
    """How many records there are, and the seconds from findings to an index on disk."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        found = records(anchored, map(briefing_view, anchored))
        write_index(found, Path(folder) / "pagefind")
        return len(found), time.perf_counter() - start


def main(number: int) -> None:
    """Print the records, the seconds, and the time of a record of the many against one of the first."""
    with tempfile.TemporaryDirectory() as folder:
        write_briefings(Path(folder), number)
        many = check(Path(folder))
        assert not errors(many.diagnostics)
    first_count, first = measure(check(ROOT).findings)
    many_count, taken = measure(many.findings)
    print(f"the first briefing: {first_count} records in {first:.2f} s")
    print(f"{number} generated briefings: {many_count} records in {taken:.2f} s")
    print(
        f"a record of the many takes {taken / many_count / (first / first_count):.2f} times one of the first"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
