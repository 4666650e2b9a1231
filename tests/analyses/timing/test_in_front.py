"""A condition in front of a sentence counts in the timetable as the line that says the same."""

from __future__ import annotations

import pytest

from tests.analyses.texts import Text, clause

FREEZE = clause("Northland shall freeze its reactors.", "by: 2027-03-01")
LIFT = "Southland shall lift sanctions."


@pytest.mark.parametrize(
    ("in_front", "line"),
    [
        ("If Northland has frozen its reactors, ", "if: Northland has frozen its reactors"),
        ("If 1 is complete, then ", "if: 1 is complete"),
        ("Unless 1 is breached, ", "unless: 1 is breached"),
    ],
)
def test_what_stands_in_front_is_waited_for_as_on_a_line(in_front: str, line: str) -> None:
    told, below = (
        Text(f"{FREEZE}\n{each.replace('clause 1', 'clause 2')}")
        for each in (clause(f"{in_front}{LIFT}"), clause(LIFT, line))
    )

    assert _waits(told) == _waits(below)
    assert [each.name for each in told.facts.reading.clauses[1].said[0].labels.lines] == [
        line.partition(":")[0]
    ]


def _waits(text: Text) -> list[tuple[str, str, str]]:
    waits = text.facts.waiting.waits
    return [(str(each.waiting), str(each.on), each.how) for each in waits]
