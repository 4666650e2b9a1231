"""Commands run in turn, and what their runs took."""

from __future__ import annotations

import math
import os
import shutil
import sys
from pathlib import Path
from statistics import linear_regression, median
from time import perf_counter
from typing import TYPE_CHECKING, TypeAlias

import click

from clausecheck.values import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

Command: TypeAlias = list[str]
_ENDED = frozenset({0, 1})
"""Nothing found, and something found; all else means that the work was not done."""


@frozen
class Run:
    """One finished process: seconds on a processor and by the clock, and its most memory in MB."""

    cpu: float
    wall: float
    peak: float


def tool(name: str) -> str:
    """Return the command of that name that stands beside this Python.

    Raises:
        click.ClickException: it is not installed.
    """
    found = shutil.which(name, path=str(Path(sys.executable).parent))
    if found is None:
        message = f"{name} is not installed; run `pip install -e '.[bench]'`"
        raise click.ClickException(message)
    return found


def run(command: Command) -> Run:
    """Run a command to its end, its output thrown away.

    Raises:
        RuntimeError: it could not do its work.
    """
    # Whoever forbids Python to keep bytecode would measure the compiler.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    nothing = (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)
    began = perf_counter()
    process = os.posix_spawn(command[0], command, environment, file_actions=[nothing])
    _, status, used = os.wait4(process, 0)
    wall = perf_counter() - began
    if os.waitstatus_to_exitcode(status) not in _ENDED:
        message = f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}"
        raise RuntimeError(message)
    return Run(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)


def in_turn(
    commands: Mapping[str, Command], rounds: int, run: Callable[[Command], Run] = run
) -> dict[str, list[Run]]:
    """Run every command once a round, A B C A B C, so that what else goes on meets all alike.

    The first round warms up and is not counted: it leaves the bytecode and the files in memory.
    """
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            done = run(command)
            if number:
                runs[name].append(done)
    return runs


@frozen
class Spread:
    """The median of some figures, and the least and the most of them."""

    median: float
    least: float
    most: float


def spread(figures: Sequence[float]) -> Spread:
    """Return how some figures are spread."""
    return Spread(median(figures), min(figures), max(figures))


def ratio(runs: Sequence[Run], base: Sequence[Run]) -> Spread:
    """Return how many times the base's processor time the runs take, round by round."""
    return spread([one.cpu / other.cpu for one, other in zip(runs, base, strict=True)])


def exponent(points: Sequence[tuple[int, float]]) -> float:
    """Return e where seconds grow as lines to the power of e: 1 is in proportion."""
    lines = [math.log(line) for line, _ in points]
    seconds = [math.log(second) for _, second in points]
    return linear_regression(lines, seconds).slope
