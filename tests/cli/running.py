"""What a run of the program leaves behind, and how to start one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import clausecheck
from clausecheck.values import frozen

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


_REAL = f"""
import os
import sys
sys.path.insert(0, {str(Path(clausecheck.__file__).parents[1])!r})
open_really = os.open

def open_or_not(path, *rest, **more):
    if str(path).endswith("denied.clause"):
        raise PermissionError(13, "Permission denied")
    return open_really(path, *rest, **more)

os.open = open_or_not
sys.argv[0] = "clausecheck"
import runpy
runpy.run_module("clausecheck", run_name="__main__", alter_sys=True)
"""
"""`python -m clausecheck` where even the superuser may not read a file named denied.clause."""

_LONGEST = 60
"""Seconds; a run takes less than one, unless the machine is busy."""


def unmeasured(**more: str) -> dict[str, str]:
    """Return the environment in which a process is not measured: it takes a third of the time."""
    return {name: value for name, value in os.environ.items() if "COV" not in name} | more


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


def real(*arguments: str, stdin: bytes = b"") -> Ran:
    """Run the whole program as a process of its own, and end it where it hangs."""
    ended = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", _REAL, *arguments],
        env=unmeasured(),
        input=stdin,
        capture_output=True,
        check=False,
        timeout=_LONGEST,
    )
    return Ran(ended.returncode, ended.stdout.decode(), ended.stderr.decode())
