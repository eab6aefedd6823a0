import sys
from pathlib import Path

import pytest

from generator.files import package
from generator.files.package import code_id


def test_the_code_s_id_changes_with_the_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rooms = ("model", "read", "analyse")
    found = code_id(rooms)
    assert len(found) == 64
    for folder in (*rooms, "render"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.py").write_bytes(b"a = 1\n")
    monkeypatch.setattr(package, "_PACKAGE", tmp_path)
    ids = [code_id.__wrapped__(rooms)]
    for path in ("render/a.py", "read/a.py", "analyse/b.py", "model/a.py", "read/inner/a.py"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(b"a = 2\n")
        ids.append(code_id.__wrapped__(rooms))
    assert ids[0] == ids[1] != found  # rendering is not a part of it
    assert len(set(ids)) == 5


def test_the_code_s_id_changes_with_libraries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(tmp_path), str(tmp_path / "missing"), ""])
    ids = [code_id.__wrapped__(("model",))]
    for name in ("other.py", "one-1.0.dist-info", "two-1.0.dist-info", "one-1.1.dist-info"):
        (tmp_path / name).mkdir()
        if name == "one-1.1.dist-info":
            (tmp_path / "one-1.0.dist-info").rmdir()
        ids.append(code_id.__wrapped__(("model",)))
    assert ids[0] == ids[1]
    assert len(set(ids)) == 4
