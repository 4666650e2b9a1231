"""What it costs to hold clauses against each other: `python -m benchmarks.clauses`.

Texts of 1,000, 10,000 and 100,000 clauses: many things that a few parties owe, may do or must not
do, one in fifty against another; and two made to be hard, in which one party owes and must not do
the same all the time, once with nothing to tell the clauses apart, once each for a day of its own.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator

import click

from benchmarks.timetables import _timed as timed
from clausecheck.analyses.contradictions import conflicts, doubles
from clausecheck.analyses.facts import Facts
from clausecheck.analyses.obligations.from_provisions import norms
from clausecheck.analyses.timing.moments import SIGNATURE
from clausecheck.check import understand
from clausecheck.source import Source
from clausecheck.vocabulary import load

_SIZES = (1_000, 10_000, 100_000)
_PARTIES = ("Northland", "Southland", "Westland")
_HEAD = 'treaty "Clauses"\n  date: 2027-01-01\n' + "".join(
    f'party {name} "{name}"\n' for name in _PARTIES
)
_THINGS = (
    "missiles", "artillery", "troops", "mines", "radar", "tanks", "aircraft", "warships", "depots",
)  # fmt: skip
_ACTS = (
    "deploy",
    "withdraw",
    "transfer",
    "destroy",
    "produce",
    "store",
    "open",
    "maintain",
    "fund",
)


def many(clauses: int) -> str:
    """Return a text of many things owed, allowed and forbidden, one in fifty against another."""
    lines = [_HEAD]
    for number in range(1, clauses + 1):
        what = number - 1 if number % 50 == 0 else number
        who, how = _PARTIES[what % 3], ("shall", "may", "shall", "shall not")[number % 4]
        act, thing = _ACTS[what % 9], _THINGS[what // 9 % 9]
        # The same is done in so many places that a text of any length says new things.
        lines.append(f'clause {number}\n  {who} {how} {act} {thing} at "place {what // 81}".\n')
    return "".join(lines)


def alike(clauses: int) -> str:
    """Return a text in which one party in turn shall and shall not do the same."""
    lines = (
        f"clause {number}\n  Northland {('shall', 'shall not')[number % 2]} deploy missiles.\n"
        for number in range(1, clauses + 1)
    )
    return _HEAD + "".join(lines)


def day_by_day(clauses: int) -> str:
    """Return a text in which the same is owed and forbidden on days that never meet."""
    lines = [_HEAD]
    for number in range(1, clauses + 1):
        if number % 2:
            words = f"shall not deploy missiles.\n  from: {3 * number} days after signature\n"
            words += f"  until: {3 * number + 1} days after signature"
        else:
            words = f"shall deploy missiles.\n  on: {3 * number + 1} days after signature"
        lines.append(f"clause {number}\n  Northland {words}\n")
    return "".join(lines)


def _rows(facts: Facts, rounds: int) -> Iterator[tuple[str, float]]:
    reading, vocabulary = facts.reading, facts.vocabulary
    plan, every = facts.schedule, facts.norms
    plan.first(SIGNATURE)  # days are worked out once for all analyses
    yield "norms", timed(lambda: norms(reading, vocabulary, plan), rounds)
    yield (
        "conflicts",
        timed(lambda: conflicts.conflicts(every, (), reading, vocabulary, plan), rounds),
    )
    yield (
        "two days or figures",
        timed(lambda: doubles.doubles(every, plan, reading.names, vocabulary), rounds),
    )


@click.command()
@click.option("--rounds", default=5, show_default=True, help="Runs of each analysis.")
@click.option("--most", default=_SIZES[-1], show_default=True, help="The most clauses to try.")
def main(rounds: int, most: int) -> None:
    """Measure what holds clauses against each other, in milliseconds of the processor."""
    vocabulary = load()[0]
    gc.disable()  # as the program does while it reads and judges one text
    for size in (each for each in _SIZES if each <= most):
        texts = {"many": many(size), "alike": alike(size), "day by day": day_by_day(size)}
        for name, text in texts.items():
            facts, _ = understand(Source(name, text), vocabulary)
            for what, spent in _rows(facts, rounds if size < _SIZES[-1] else 1):
                click.echo(f"{size:>7,}  {name:<15}  {what:<20}  {spent:>10,.1f}")


if __name__ == "__main__":
    main()
