"""Plant everything everywhere, and write the page: `python -m benchmarks.mutations`."""

from __future__ import annotations

from pathlib import Path

import click

from benchmarks.mutations.draft import drafts
from benchmarks.mutations.faults import FAULTS
from benchmarks.mutations.near_misses import NEAR_MISSES
from benchmarks.mutations.report import page
from benchmarks.mutations.trial import tallies, total, try_all

_PAGE = Path(__file__).parents[1] / "mutations.md"
_ENOUGH = 0.98
"""The share of faults that has to be found."""


@click.command()
def main() -> None:
    """Plant faults and near misses in every text in `clauses/`, and write what is found.

    Exits with 1 when too few faults are found, or a near miss is taken for a fault.
    """
    texts = drafts()
    planted = list(try_all(FAULTS, texts))
    harmless = list(try_all(NEAR_MISSES, texts))
    _PAGE.write_text(page(FAULTS, planted, NEAR_MISSES, harmless), encoding="utf-8")
    found, alarms = total(tallies(planted)), total(tallies(harmless))
    click.echo(f"found {found.answered} of {found.planted}; {alarms.answered} false alarms")
    raise SystemExit(int(found.ratio < _ENOUGH or alarms.answered > 0))


if __name__ == "__main__":
    main()
