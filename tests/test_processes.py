"""Work that is spread over processes gives what one process gives, whatever becomes of the others."""

import json
import subprocess
import sys

import pytest

from tests.paths import REPOSITORY

forks = pytest.mark.skipif(sys.platform != "linux", reason="no process is forked there")


def _run(work: str, items: int, most: int = 100) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.spreading", work, str(items), str(most)]
    return subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False, timeout=120)


def _spread(work: str, items: int, most: int = 100) -> tuple[list[int], set[int], int]:
    """The results, the processes that made them, and the one that spread the work."""
    done = _run(work, items, most)
    assert done.returncode == 0, done.stderr
    own, found = json.loads(done.stdout)
    return [product for product, _ in found], {process for _, process in found}, own


@forks
def test_results_come_in_order_from_several_processes() -> None:
    results, used, own = _spread("meet", 190)
    assert results == [3 * item for item in range(190)]
    assert len(used) == 2 and own not in used


@forks
def test_a_process_gives_way_to_a_new_one() -> None:
    results, used, own = _spread("times", 90, most=20)
    assert results == [3 * item for item in range(90)]
    assert 3 <= len(used) <= 6 and own not in used


def test_few_items_are_worked_out_in_one() -> None:
    results, used, own = _spread("times", 10)
    assert results == [3 * item for item in range(10)]
    assert used == {own}


@forks
def test_a_process_that_dies_is_no_failure() -> None:
    results, used, own = _spread("die", 200)
    assert results == [3 * item for item in range(200)]
    assert own in used  # the control: one died, and its work was done here


@forks
def test_a_fault_in_a_process_is_one_here() -> None:
    done = _run("raise", 100)
    assert done.returncode == 1
    assert "TypeError: no number" in done.stderr
