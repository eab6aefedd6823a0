"""How long the analysis takes a claim: the first briefing against many generated ones, in one run.

`python -m tools.bench_analysis [NUMBER]`
"""

import sys
import tempfile
import time
from pathlib import Path

from generator.analyse.checks.run import examine
from generator.analyse.findings.coverage import coverage
from generator.analyse.findings.differences import differences, only_in, own_differences
from generator.analyse.findings.first_said import first_said
from generator.analyse.findings.timeline import timeline
from generator.analyse.quotes.shown import published_share
from generator.read.load import load
from tools.bench.briefings import ROOT, write_briefings


def measure(root: Path) -> tuple[int, float]:
    """How many claims there are, and the seconds from the model to every finding."""
    library, _ = load(root)
    start = time.perf_counter()
    anchored, _ = examine(library)
    for one in anchored:
        first_said(one)
        differences(one)
        own_differences(one)
        only_in(one)
        coverage(one)
        published_share(one)
        timeline(one.briefing)
    return sum(len(one.written.claims) for one in library.briefings), time.perf_counter() - start


def main(number: int) -> None:
    """Print the claims, the milliseconds of each, and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        write_briefings(Path(folder), number)
        many_claims, many = measure(Path(folder))
    first_claims, first = measure(ROOT)
    print(f"the first briefing: {first_claims} claims, {1000 * first / first_claims:.2f} ms a claim")
    print(f"{number} generated briefings: {many_claims} claims, {1000 * many / many_claims:.2f} ms a claim")
    print(
        f"a claim of the many takes {many / many_claims / (first / first_claims):.2f} times one of the first"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
