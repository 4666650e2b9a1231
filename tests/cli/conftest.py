from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from clausecheck.cli.app import run

from . import pipeline
from .running import Ran

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(autouse=True)
def small_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    for fake in pipeline.MODULES:
        monkeypatch.setitem(sys.modules, fake.__name__, fake)


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Run every test in a folder of its own, in an environment that asks for nothing."""
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "GITHUB_ACTIONS", "CLAUSECHECK_TRACEBACK"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def clausecheck(capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., Ran]:
    """Return what runs the program with arguments, in this process."""

    def call(*arguments: str) -> Ran:
        status = run(arguments)
        out, err = capfdbinary.readouterr()
        return Ran(status, out.decode(), err.decode())

    return call
