"""What each analysis across clauses costs: `python -m benchmarks.timetables`.

Texts of 1,000, 10,000 and 100,000 clauses, in which every step waits for one a little above it, one
in four has a deadline counted from signature and one in four from the step that it waits for; the
same with two clauses that cannot be kept; and two made to be hard: one circle through all clauses,
and a chain that leaps from one end of the text to the other.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from statistics import median

import click

from clausecheck.analyses.exchange import answers, exposure, hanging
from clausecheck.analyses.facts import Facts
from clausecheck.analyses.obligations import conditions
from clausecheck.analyses.timeline import timeline
from clausecheck.analyses.timing import bounds, network, schedule, waiting
from clausecheck.analyses.timing.delays import misfits
from clausecheck.analyses.timing.overtaken import overtaken
from clausecheck.check import understand
from clausecheck.source import Source
from clausecheck.vocabulary import load

_SIZES = (1_000, 10_000, 100_000)
_PARTIES = ("Northland", "Southland", "Westland")
_HEAD = 'treaty "Timetable"\n  date: 2027-01-01\n' + "".join(
    f'party {name} "{name}"\n' for name in _PARTIES
)
_STEP = "clause {number}\n  {who} shall suspend sanctions.\n"
_BROKEN = "  after: 60 days after {other} is complete\n  by: 30 days after {other} is complete\n"


def realistic(clauses: int, *, feasible: bool = True) -> str:
    """Return a text in which each step waits for one up to seven above it."""
    lines = [_HEAD]
    for number in range(1, clauses + 1):
        lines.append(_STEP.format(number=number, who=_PARTIES[number % 3]))
        other = number - 1 - number % 7
        if other > 0:
            broken = not feasible and number == clauses // 2
            wait = f"  after: {other} is complete\n"
            lines.append(_BROKEN.format(other=other) if broken else wait)
            if number % 4 == 0 and not broken:
                lines.append(f"  by: {30 * number} days after signature\n")
            elif number % 4 == 2 and not broken:  # noqa: PLR2004 - another in four
                lines.append(f"  by: 30 days after {other} is complete\n")
    return "".join(lines)


def circle(clauses: int) -> str:
    """Return a text in which each step waits for the next, and the last for the first."""
    steps = (
        _STEP.format(number=number, who=_PARTIES[number % 3])
        + f"  after: {number % clauses + 1} is complete\n"
        for number in range(1, clauses + 1)
    )
    return _HEAD + "".join(steps)


def leaping(clauses: int) -> str:
    """Return a text in which each step waits a day for one at the other end."""
    steps = (
        _STEP.format(number=number, who=_PARTIES[number % 3])
        + f"  after: 2 days after {clauses + 1 - number + (number > clauses // 2)} is complete\n"
        for number in range(1, clauses + 1)
        if number != (clauses + 1) // 2
    )
    return _HEAD + "".join(steps)


def _timed(work: Callable[[], object], rounds: int) -> float:
    """Return the median time of the processor in milliseconds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(1000 * (time.process_time() - start))
    return median(times)


def _rows(facts: Facts, rounds: int) -> Iterator[tuple[str, float]]:
    reading, vocabulary = facts.reading, facts.vocabulary
    plan = schedule.analyse(reading)
    norms = Facts(reading, vocabulary).norms
    promised = conditions.promised(reading, vocabulary, norms)
    waits = waiting.analyse(reading, plan, promised)
    pairs = answers.answers(reading, waits)
    opened = answers.gaps(pairs, plan)
    failing = hanging.hanging(pairs, reading, promised, (), ())

    def exposing() -> tuple[exposure.Exposure, ...]:
        return exposure.exposures(opened, plan, vocabulary, failing, {})

    found = exposing()
    yield "limits of all steps", _timed(lambda: bounds.analyse(reading), rounds)
    yield "whether they can be kept", _timed(lambda: network.solve(plan.limits), rounds)
    yield "every chain that cannot be", _timed(lambda: misfits(_anew(plan), waits), rounds)
    yield "first and last days", _timed(lambda: _days(_anew(plan)), rounds)
    yield "due before what they wait for", _timed(lambda: overtaken(plan, waits, {}), rounds)
    yield "waits and circles", _timed(lambda: waiting.analyse(reading, plan, promised), rounds)
    yield "what answers what", _timed(lambda: answers.answers(reading, waits), rounds)
    yield "how long answers are open", _timed(lambda: answers.gaps(pairs, _anew(plan)), rounds)
    yield "exposure", _timed(exposing, rounds)
    yield "its worst moment", _timed(lambda: exposure.worst(found, 30), rounds)
    checked = Facts(reading, vocabulary)
    yield "all of `timeline`", _timed(lambda: timeline(checked, within=30), 1)


def _anew(plan: schedule.Schedule) -> schedule.Schedule:
    """Return the limits as if nothing had been worked out from them."""
    return schedule.Schedule(plan.steps, plan.limits, plan.choices, plan.reckoner)


def _days(plan: schedule.Schedule) -> list[schedule.Window]:
    return [plan.window(step.given) for step in plan.steps.values()]


@click.command()
@click.option("--rounds", default=5, show_default=True, help="Runs of each analysis.")
@click.option("--most", default=_SIZES[-1], show_default=True, help="The most clauses to try.")
def main(rounds: int, most: int) -> None:
    """Measure each analysis across clauses apart, in milliseconds of the processor."""
    vocabulary = load()[0]
    gc.disable()  # as the program does while it reads and judges one text
    for size in (each for each in _SIZES if each <= most):
        texts = {
            "realistic": realistic(size),
            "cannot be kept": realistic(size, feasible=False),
            "one circle": circle(size),
            "leaping": leaping(size),
        }
        for name, text in texts.items():
            facts, _ = understand(Source(name, text), vocabulary)
            for what, spent in _rows(facts, rounds if size < _SIZES[-1] else 1):
                click.echo(f"{size:>7,}  {name:<15}  {what:<29}  {spent:>10,.1f}")


if __name__ == "__main__":
    main()
