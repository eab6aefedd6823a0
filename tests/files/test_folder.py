"""A folder that is held open stays the one that was opened."""

from pathlib import Path

import pytest

from generator.files import folder
from generator.files.folder import Folder, Kind
from generator.files.write import write_file
from tests.conftest import Snapshot


@pytest.mark.skipif(not folder._BY_DESCRIPTOR, reason="nothing can be held open there")
def test_a_folder_that_becomes_a_link_meanwhile_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tree: Snapshot
) -> None:
    """What is opened stays opened: an exchange between looking and writing writes where it was looked."""
    root, victim = tmp_path / "root", tmp_path / "victim"
    (root / "a").mkdir(parents=True)
    victim.mkdir()
    real = Folder.kind

    def exchanged(opened: Folder, name: str) -> Kind | None:
        (root / "a").rename(root / "was-a")
        (root / "a").symlink_to(victim, target_is_directory=True)
        return real(opened, name)

    monkeypatch.setattr(Folder, "kind", exchanged)
    write_file(root, "a/x.txt", b"x")
    assert tree(victim) == {}
    assert (root / "was-a" / "x.txt").read_bytes() == b"x"
