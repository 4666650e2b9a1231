"""Where the time goes: in a cold run by what is imported, in a long text by room."""

from __future__ import annotations

import cProfile
import os
import pstats
import re
import subprocess
from collections import defaultdict
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

import clausecheck

if TYPE_CHECKING:
    from benchmarks.measure import Command

_IMPORT = re.compile(r"import time:\s+(\d+) \|\s+\d+ \|( *)(\S+)")
_OTHERS = ("attr", "attrs", "click", "tabulate", "wcwidth", "lark")
_ROOT = str(Path(clausecheck.__file__).parent) + os.sep


def imports(python: str, command: Command) -> dict[str, float]:
    """Return the seconds that a run of one of our commands imports for, by who asks for it.

    What a package needs of Python's own library counts with the package.
    """
    told = subprocess.run(  # noqa: S603 - our own program
        [python, "-X", "importtime", "-m", "clausecheck", *command],
        capture_output=True,
        check=False,
        text=True,
        env={k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"},
    ).stderr
    return by_importer(told)


def by_importer(told: str) -> dict[str, float]:
    """Return the seconds by importer, from what Python says with `-X importtime`.

    It names a module below those that the module imports, which stand further right.
    """
    shares: dict[str, float] = defaultdict(float)
    above: list[tuple[int, str]] = []
    for line in reversed(told.splitlines()):
        match = _IMPORT.match(line)
        if match is None:
            continue
        depth = len(match[2])
        while above and above[-1][0] >= depth:
            above.pop()
        own = _importer(match[3])
        owner = own or (above[-1][1] if above else "Python's start, and its library for us")
        shares[owner] += int(match[1]) / 1_000_000
        above.append((depth, owner))
    return dict(shares)


def _importer(module: str) -> str | None:
    first, _, rest = module.partition(".")
    if first == "clausecheck":
        return f"clausecheck: {rest.partition('.')[0] or 'start'}"
    return {"attr": "attrs"}.get(first, first) if first in _OTHERS else None


def rooms(text: str) -> dict[str, float]:
    """Return the processor seconds that checking a text takes in each room."""
    # Not above: a process begins with the memory of the one that starts it as its peak, so what
    # starts those that are measured is kept small.
    from clausecheck.check import Settings, check  # noqa: PLC0415
    from clausecheck.source import Source  # noqa: PLC0415
    from clausecheck.vocabulary import load  # noqa: PLC0415

    vocabulary, _ = load()
    source = Source("draft.clause", text)
    # What C does for Python counts with the function that asks for it.
    profile = cProfile.Profile(process_time, builtins=False)
    profile.runcall(check, source, vocabulary, Settings())
    shares: dict[str, float] = defaultdict(float)
    for (file, _, _), (_, _, own, _, _) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        ours = file.startswith(_ROOT)
        shares[file.removeprefix(_ROOT).partition(os.sep)[0] if ours else "Python's own"] += own
    return dict(shares)
