"""One process holds a lock at a time; the system lets go of it with the process."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.files.folder import NotPlain
from generator.files.lock import Busy, build_locked, locked
from tests.paths import REPOSITORY

pytestmark = pytest.mark.usefixtures("way")


def test_second_holder_is_told_plainly(tmp_path: Path) -> None:
    with (
        locked(tmp_path, "", "lock"),
        pytest.raises(Busy, match=r"^Another build is running here\."),
        locked(tmp_path, "", "lock"),
    ):
        pass
    with locked(tmp_path, "", "lock"):
        pass


def test_waits_as_long_as_it_is_told(tmp_path: Path) -> None:
    with locked(tmp_path, "", "lock"):
        start = time.monotonic()
        with pytest.raises(Busy), locked(tmp_path, "", "lock", patience=0.2):
            pass
        assert time.monotonic() - start >= 0.2


def test_lock_of_another_process_ends_with_it(tmp_path: Path) -> None:
    script = (
        "import sys, time; from pathlib import Path; from generator.files.lock import locked\n"
        "with locked(Path(sys.argv[1]), '', 'lock'): print('held', flush=True); time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE, text=True, cwd=REPOSITORY
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(Busy), locked(tmp_path, "", "lock"):
            pass
        other.kill()
        other.wait()
    with locked(tmp_path, "", "lock"):
        pass


def test_folder_of_the_build_is_made(tmp_path: Path) -> None:
    with build_locked(tmp_path):
        assert (tmp_path / "build").is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_links_are_refused_and_nothing_is_made_behind_them(tmp_path: Path) -> None:
    (tmp_path / "victim").mkdir()
    root = tmp_path / "root"
    root.mkdir()
    (root / "build").symlink_to(tmp_path / "victim", target_is_directory=True)
    with pytest.raises(NotPlain, match="symbolic link"), build_locked(root):
        pass
    (root / "build").unlink()
    (root / "build").mkdir()
    (root / "build" / ".lock").symlink_to(tmp_path / "victim" / "lock")
    with pytest.raises(NotPlain, match="symbolic link"), build_locked(root):
        pass
    assert list((tmp_path / "victim").iterdir()) == []
