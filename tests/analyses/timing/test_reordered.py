"""Where in the file a clause stands changes no word of what is told of it."""

from __future__ import annotations

import random
import re

import pytest

from clausecheck.analyses.timeline import timeline
from clausecheck.check import Settings, check, understand
from clausecheck.reporters.timeline_json import timeline_json
from clausecheck.source import Source
from tests.analyses.texts import VOCABULARY

HEAD = """
declaration "Valley Declaration"
  date: 2027-01-01
party Northland "Kingdom of Northland"
party Southland "Republic of Southland"
party Westland "Union of Westland"
"""


def _texts() -> dict[str, list[str]]:
    """Return clauses with planted faults: the first line of each is its number."""
    who = ("Northland", "Southland", "Westland")

    def step(number: str, place: int, *lines: str) -> str:
        said = f"{who[place % 3]} shall open its border."
        return "\n  ".join((f"clause {number}", said, *lines)) + "\n"

    return {
        "a circle of three": [
            step("2", 0, "after: 10 is complete"),
            step("7", 1, "after: 2 is complete"),
            step("10", 2, "after: 7 begins"),
            step("11", 0, "after: 2 is complete"),
        ],
        "two circles with a step in common": [
            step("6", 0, "after: 9 is complete and 7 is complete"),
            step("7", 1, "after: 6 is complete"),
            step("9", 2, "after: 6 is complete"),
            step("12", 1),
        ],
        "a circle with a beginning together": [
            step("3", 0, "together with: 5 begins"),
            step("5", 1, "after: 4 is complete"),
            step("4", 2, "after: 3 is complete"),
        ],
        "each over before the other begins": [
            step("8", 0, "before: 9 begins"),
            step("9", 1, "before: 8 begins"),
        ],
        "too few days": [
            step("1", 0, "after: 14 days after 2 is complete", "by: 42 days after signature"),
            step("2", 1, "after: 28 days after 3 is complete"),
            step("3", 2, "after: 14 days after signature"),
            step("4", 2, "by: 2027-03-01", "after: 2027-05-01"),
        ],
        "no day for either": [
            step("1", 0, "by: 30 days after 2 is complete"),
            step("2", 1, "by: 30 days after 1 is complete"),
        ],
    }


def told(clauses: list[str]) -> set[tuple[str, ...]]:
    """Return the findings of the timetable, each with the words at its place."""
    source = Source("valley.clause", HEAD + "".join(clauses))
    found = check(source, VOCABULARY, Settings()).findings
    return {
        (
            each.rule,
            each.message,
            each.help,
            source.text[each.span.start : each.span.end],
            *(f"{related.clause}: {related.message}" for related in each.related),
        )
        for each in found
        if each.rule in {"deadlock", "infeasible-timetable", "deadline-never-runs"}
    }


@pytest.mark.parametrize("name", _texts())
def test_clauses_in_another_order_are_told_alike(name: str) -> None:
    clauses = _texts()[name]
    shuffled = [random.Random(seed).sample(clauses, len(clauses)) for seed in range(3)]  # noqa: S311 - no secret

    expected = told(clauses)

    assert expected
    for others in (clauses[::-1], *shuffled):
        assert told(others) == expected


def _ladder(drawn: random.Random) -> list[str]:
    """Return clauses of which each waits for some before it, with several chains of one length."""
    numbers = [str(each) for each in drawn.sample(range(1, 20), drawn.randint(5, 9))]
    clauses = []
    for place, number in enumerate(numbers):
        before = numbers[:place] or ["signature"]
        state = " is complete" if place else ""
        lines = [f"after: {drawn.choice((10, 20))} days after {drawn.choice(before)}{state}"]
        if place > 1 and drawn.random() < 0.6:
            lines[0] += f" and 20 days after {drawn.choice(before)} begins"
        if place and drawn.random() < 0.4:
            days = drawn.choice(("50 days", "1 month", "20 days"))
            lines.append(f"by: {days} after {drawn.choice(('signature', f'{before[0]} begins'))}")
        who = drawn.choice(("Northland", "Southland", "Westland"))
        clauses.append(f"clause {number}\n  {who} shall open its border.\n  " + "\n  ".join(lines))
    return [f"{clause}\n" for clause in clauses]


def in_time(clauses: list[str]) -> str:
    """Return the timetable as JSON, without where in the file each step stands."""
    source = Source("valley.clause", HEAD + "".join(clauses))
    facts, notes = understand(source, VOCABULARY)
    made = timeline(facts, within=30, at=None, leaving=None)
    written = timeline_json(made, source, facts.reading.title, notes, None)
    return re.sub(r'"line": \d+', "", written)


@pytest.mark.parametrize("seed", range(30))
def test_any_timetable_is_told_alike_in_any_order(seed: int) -> None:
    drawn = random.Random(seed)  # noqa: S311 - no secret
    clauses = _ladder(drawn)
    others = drawn.sample(clauses, len(clauses))

    assert told(others) == told(clauses)
    assert in_time(others) == in_time(clauses)


def test_the_timetables_drawn_have_chains_to_choose_from() -> None:
    drawn = [told(_ladder(random.Random(seed))) for seed in range(30)]  # noqa: S311 - no secret

    assert sum(bool(each) for each in drawn) > 10
