"""What a run of the program leaves behind, and how to start one of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

import clausecheck

if TYPE_CHECKING:
    from typing import IO

_PROGRAM = f"""
import sys
sys.path[:0] = {[str(Path(__file__).parent), str(Path(clausecheck.__file__).parents[1])]!r}
import pipeline
pipeline.install()
from clausecheck.cli import main
main()
"""


@frozen
class Ran:
    """How a run ended, and what it wrote."""

    status: int
    out: str
    err: str


def process(*arguments: str, stdout: int | IO[bytes] = subprocess.PIPE) -> subprocess.Popen[bytes]:
    """Start the program as a process of its own, with the small pipeline."""
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", _PROGRAM, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
    )
