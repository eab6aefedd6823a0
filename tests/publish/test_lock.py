import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.publish.lock import Busy, locked
from tests.paths import REPOSITORY


def test_second_holder_is_told_plainly(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with locked(lock), pytest.raises(Busy, match=r"^Another build is running here\."), locked(lock):
        pass
    assert not lock.exists()
    with locked(lock):
        assert lock.exists()


def test_waits_as_long_as_it_is_told(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with locked(lock):
        start = time.monotonic()
        with pytest.raises(Busy), locked(lock, patience=0.2):
            pass
        assert time.monotonic() - start >= 0.2


def test_lock_of_another_process_ends_with_it(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    script = (
        "import sys, time; from pathlib import Path; from generator.publish.lock import locked\n"
        "with locked(Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(lock)], stdout=subprocess.PIPE, text=True, cwd=REPOSITORY
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(Busy), locked(lock):
            pass
        other.kill()
        other.wait()
    assert lock.exists()
    with locked(lock):
        pass
    assert not lock.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="an open file can't be removed there")
def test_lock_that_its_last_holder_removes_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else two processes would hold two files of one name, one of them removed."""
    lock = tmp_path / "lock"
    fcntl = pytest.importorskip("fcntl")
    real, times = fcntl.flock, iter(range(9))

    def flock(file: int, operation: int) -> None:
        if next(times) == 0:
            lock.unlink()
        real(file, operation)

    monkeypatch.setattr(fcntl, "flock", flock)
    with locked(lock, patience=1):
        assert lock.exists()
