"""A thousand files and a long one, beside other linters: `python -m benchmarks.many_files`."""

from __future__ import annotations

import os
import platform
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from benchmarks import report, texts
from benchmarks.measure import in_turn, ratio, spread, tool
from benchmarks.report import Target

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchmarks.measure import Command, Run

_FILES = 1_000
_LINES = 10_000
_BARE = "python -c pass"
_SQL_FILES = 20
"""sqlfluff takes a second for sixty lines: it is given fewer, and its row says so."""


@click.command()
@click.option("--rounds", default=5, show_default=True, help="Counted runs of each command.")
def main(rounds: int) -> None:
    """Measure clausecheck, ruff, flake8, yamllint and sqlfluff side by side."""
    with TemporaryDirectory() as folder:
        _measure(Path(folder), rounds)


def _measure(folder: Path, rounds: int) -> None:
    for ending, text in texts.SMALL.items():
        inside = folder / ending
        inside.mkdir()
        for number in range(_SQL_FILES if ending == "sql" else _FILES):
            (inside / f"text_{number:04}.{ending}").write_text(text.format(number=number))
    for ending, made in {"clause": texts.draft, "py": texts.python, "yaml": texts.yaml}.items():
        (folder / f"long.{ending}").write_text(made(_LINES), encoding="utf-8")
    click.echo(f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}\n")
    runs = in_turn(_commands(folder), rounds)
    warm = ratio(runs["clausecheck, files, warm"], runs[_BARE]).median
    targets = [
        Target("1,000 unchanged files ÷ bare Python", 8, warm),
        Target("1,000 files, times as fast by 2 jobs", 1.5, _gain(runs, "files"), least=True),
        Target("one file, times as slow by 2 jobs", 1.05, 1 / _gain(runs, "long")),
    ]
    click.echo(report.targets_table(targets))
    click.echo(report.runs_table(runs, _BARE))


def _gain(runs: Mapping[str, Sequence[Run]], texts: str) -> float:
    """Return how many times as fast by the clock two jobs are as one, round by round."""
    one, two = (runs[f"clausecheck, {texts}, cold, {jobs}"] for jobs in ("1 job", "2 jobs"))
    return spread([a.wall / b.wall for a, b in zip(one, two, strict=True)]).median


def _commands(folder: Path) -> dict[str, Command]:
    """Return what is run, by what it is: the files, and where there is a cache both ways."""

    def each(name: str, ending: str, *command: str) -> dict[str, Command]:
        start = [tool(command[0]), *command[1:]]
        return {
            f"{name}, files": [*start, str(folder / ending)],
            f"{name}, long": [*start, str(folder / f"long.{ending}")],
        }

    lint = ("clausecheck", "lint", "-q", "--max-bytes", "10000000")
    ruff = ("ruff", "check", "-q", "--isolated")
    found: dict[str, Command] = {_BARE: [sys.executable, "-c", "pass"]}
    for jobs in ("1 job", "2 jobs"):
        cold = each("clausecheck", "clause", *lint, "--no-cache", "--jobs", jobs[0])
        found |= {f"{name}, cold, {jobs}": command for name, command in cold.items()}
    warm = each("clausecheck", "clause", *lint, "--cache-dir", str(folder / "kept"))
    found |= {f"{name}, warm": command for name, command in warm.items()}
    cold = each("ruff", "py", *ruff, "--no-cache")
    found |= {f"{name}, cold": command for name, command in cold.items()}
    warm = each("ruff", "py", *ruff, "--cache-dir", str(folder / "ruff"))
    found |= {f"{name}, warm": command for name, command in warm.items()}
    found |= each("flake8", "py", "flake8", "--isolated", "--max-line-length", "100")
    found |= each("yamllint", "yaml", "yamllint")
    sql = [tool("sqlfluff"), "lint", "--dialect", "ansi", str(folder / "sql")]
    return {**found, f"sqlfluff, {_SQL_FILES} files": sql}


if __name__ == "__main__":
    main()
