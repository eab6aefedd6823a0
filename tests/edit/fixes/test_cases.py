"""What contributors get wrong in the cases of the checks stops no mending, and a second run finds nothing."""

from pathlib import Path

import pytest

from generator.edit.fixes.run import fix
from tests.check.cases import Case, read_cases

SLOW = "yaml-too-many-values"


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=case.id, marks=pytest.mark.long if case.id == SLOW else ())
        for case in read_cases()
    ],
)
def test_a_second_run_finds_nothing(case: Case, tmp_path: Path) -> None:
    root = case.make(tmp_path / "repository")
    for file in fix(root, lambda _: True):
        assert file.before == (root / file.path).read_bytes()
        assert file.before != file.after
        (root / file.path).write_bytes(file.after)
    assert fix(root, lambda _: True) == []
