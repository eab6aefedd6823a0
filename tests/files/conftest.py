"""Both ways to work below a root: by open folders, and, where the system has no such calls, by paths."""

import os

import pytest

from generator.files import folder


@pytest.fixture(params=["by descriptor", "by path"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """How folders are worked in; the way of this system, and the way that Windows has."""
    if request.param == "by descriptor" and not folder._BY_DESCRIPTOR:
        pytest.skip("This system has no calls relative to an open folder.")
    if request.param == "by path":
        monkeypatch.setattr(folder, "_BY_DESCRIPTOR", False)
        monkeypatch.setattr(folder, "_PLAIN", getattr(os, "O_BINARY", 0))
    return str(request.param)
