"""Measure, and print what `benchmarks/README.md` shows: `python -m benchmarks`."""

from __future__ import annotations

import os
import platform
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from benchmarks import profiles, report, texts
from benchmarks.measure import in_turn, ratio, tool

_LENGTHS = (1_000, 10_000, 100_000)
_BRACKETED = 50
"""Clauses of the draft with brackets, as many as of the other short one."""


@click.command()
@click.option("--rounds", default=15, show_default=True, help="Counted runs of each command.")
@click.option("--long-rounds", default=3, show_default=True, help="Those of 10,000 lines and more.")
def main(rounds: int, long_rounds: int) -> None:
    """Measure clausecheck and yamllint side by side."""
    with TemporaryDirectory() as folder:
        _measure(Path(folder), rounds, long_rounds)


def _measure(folder: Path, rounds: int, long_rounds: int) -> None:
    if "lark" in profiles.imports(sys.executable, ["lint", "--no-cache", str(texts.DRAFT)]):
        message = "the grammar's tables are old, and made at every run; run `pip install -e .`"
        raise click.ClickException(message)
    lint = [tool("clausecheck"), "lint", "--no-cache"]
    to_json = [*lint, "--output-format", "json", "--max-bytes", "10000000"]
    one, title, bracketed, peer, *drafts = (
        _written(folder / "one.yaml", "---\n"),
        _written(folder / "one.clause", 'declaration "Peace"\n'),
        _written(folder / "brackets.clause", texts.brackets(_BRACKETED)),
        _written(folder / "long.yaml", texts.yaml(_LENGTHS[1])),
        *(_written(folder / f"{lines}.clause", texts.draft(lines)) for lines in _LENGTHS),
    )
    click.echo(f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}\n")
    short = in_turn(
        {
            "yamllint, 1 line": [tool("yamllint"), one],
            "python -c pass": [sys.executable, "-c", "pass"],
            "import click, attrs": [sys.executable, "-c", "import click, attrs"],
            "import click, attrs, tabulate": [
                sys.executable,
                "-c",
                "import click, attrs, tabulate",
            ],
            "lint, table": [*lint, str(texts.DRAFT)],
            "lint, JSON": [*to_json, str(texts.DRAFT)],
            f"lint, JSON, {2 * _BRACKETED} brackets": [*to_json, bracketed],
        },
        rounds,
    )
    names = [f"lint, {lines:,} lines" for lines in _LENGTHS]
    long = in_turn(
        {
            "yamllint, 10,000 lines": [tool("yamllint"), peer],
            "lint, 1 line": [*to_json, title],
            **{name: [*to_json, path] for name, path in zip(names, drafts, strict=True)},
        },
        long_rounds,
    )
    lines = {
        name: Path(path).read_text(encoding="utf-8").count("\n")
        for name, path in zip(("yamllint, 10,000 lines", *names), (peer, *drafts), strict=True)
    }
    targets = report.start_targets(short) + report.growth_targets(short | long, lines, names)
    click.echo(report.targets_table(targets))
    click.echo(f"A draft of 50 clauses, {rounds} rounds:\n")
    click.echo(report.runs_table(short, "yamllint, 1 line"))
    against_bare = ratio(short["lint, table"], short["python -c pass"]).median
    click.echo(f"With the table, {against_bare:.1f} times bare `python -c pass`.\n")
    click.echo(f"Long texts, JSON, {long_rounds} rounds:\n")
    click.echo(report.runs_table(long, "yamllint, 10,000 lines"))
    click.echo("What a cold run with the table imports:\n")
    imported = profiles.imports(sys.executable, ["lint", "--no-cache", str(texts.DRAFT)])
    click.echo(report.shares_table(("who asks for it", "ms"), imported))
    click.echo("Where 10,000 lines take their time, under the profiler:\n")
    click.echo(report.shares_table(("room", "ms"), profiles.rooms(texts.draft(_LENGTHS[1]))))


def _written(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return str(path)


if __name__ == "__main__":
    main()
