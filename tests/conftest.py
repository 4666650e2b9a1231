"""What tests of several rooms share: the real program in this process, and pages that are kept."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from clausecheck.cli.app import run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[1]

# What is started here keeps its bytecode, as what is installed does; where that is switched off,
# each start compiles all our files, which takes three times as long as the rest of the run.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# The same texts at every run, so that nothing fails, or escapes, by chance; `--hypothesis-profile`
# takes the other, which looks for new ones.
settings.register_profile("ci", deadline=None, derandomize=True, max_examples=50)
settings.register_profile("thorough", deadline=None, max_examples=2000)
settings.load_profile("ci")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--regenerate",
        action="store_true",
        help="write the kept pages and reports anew instead of comparing; read the change",
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the tests of the project as a whole come last: they are slow and seldom fail first.

    Where several processes share the tests, they come first: one takes them all, and at the end
    none waits for another.
    """
    shared = "PYTEST_XDIST_WORKER" in os.environ
    items.sort(key=lambda item: (item.path.name == "test_project.py") != shared)


def pytest_collection_finish() -> None:
    """Let what lives as long as the run not be looked through for garbage all the time."""
    gc.freeze()
    gc.set_threshold(50_000)


@pytest.fixture(scope="session")
def caches(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return folders that are not there yet, each another: most tests never make theirs.

    The factory's own numbering looks through all that it has made at every call.
    """
    root = tmp_path_factory.mktemp("caches")
    return (root / str(number) for number in count())


@pytest.fixture(autouse=True)
def own_cache(caches: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what one test leaves in the user's cache folder from the next, and from the user."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(next(caches)))


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel as pip does, from a copy of the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(  # noqa: S603 - pip
        [sys.executable, "-m", "pip", "wheel", "--no-deps", "--wheel-dir", str(folder), str(ROOT)],
        capture_output=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr.decode()
    return next(folder.glob("*.whl"))


@pytest.fixture
def kept(request: pytest.FixtureRequest) -> Callable[[Path, str], str]:
    """Return what gives the text kept in a file; `--regenerate` first puts the new text there."""

    def text_of(path: Path, new: str) -> str:
        if request.config.getoption("--regenerate"):
            path.write_text(new, encoding="utf-8")
        return path.read_text(encoding="utf-8") if path.exists() else ""

    return text_of


@pytest.fixture
def at_80_columns(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Callable[..., tuple[int, str]]:
    """Return what runs the program in a folder; it gives the exit status and the report."""
    for name in ("NO_COLOR", "FORCE_COLOR", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")

    def call(folder: Path, *arguments: str) -> tuple[int, str]:
        monkeypatch.chdir(folder)
        capfdbinary.readouterr()
        status = run(arguments)
        return status, capfdbinary.readouterr().out.decode()

    return call
