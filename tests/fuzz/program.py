"""All that the program does with one text, as its users have it done."""

from __future__ import annotations

import io
import os
import tempfile
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

from clausecheck.cli.app import run

COMMANDS = (
    ("lint", "--isolated", "--no-cache", "--as-of", "2019-01-01", "--statistics"),
    ("lint", "--isolated", "--no-cache", "--as-of", "2019-01-01", "--output-format", "full"),
    ("lint", "--isolated", "--no-cache", "--as-of", "2019-01-01", "--output-format", "json"),
    ("timeline", "--isolated", "--at", "2019-01-01"),
    ("timeline", "--isolated", "--output-format", "json"),
    ("fmt", "--diff"),
)
"""What is done with each text; none of it changes a file."""

_SHOWN = ("--show", "findings,stances,ledger,clashes,accepted")


def everything(data: bytes) -> None:
    """Do with a file's bytes all that can be done: a message is an answer, a traceback none.

    Its name is a plain one; what names may do is tried elsewhere.
    """
    os.environ["COLUMNS"] = "80"
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        Path("draft.clause").write_bytes(data)
        for command in COMMANDS:
            shown = _SHOWN if command[0] == "lint" else ()
            status, out, err = _run(*command, *shown, "--traceback", "draft.clause")
            assert "internal error" not in err, err
            assert status in {0, 1, 2}
            assert out or err or command[0] == "fmt"
            if "json" not in command:
                assert not [letter for letter in out if ord(letter) < 32 and letter != "\n"]
        assert Path("draft.clause").read_bytes() == data


def _run(*arguments: str) -> tuple[int, str, str]:
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        status = run(arguments)
    return status, _text(out), _text(err)


def _text(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()
