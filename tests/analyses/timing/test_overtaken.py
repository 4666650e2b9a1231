"""Deadlines before those of what is waited for, also through steps without a day of their own."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from clausecheck.analyses.timing.overtaken import Overtaken
from tests.analyses.texts import Text


def overtaken(body: str) -> list[tuple[str, list[tuple[str, int, int, list[str]]]]]:
    """Return what is due too early, with what is late, by how much, after and through what."""
    return [_told(each) for each in Text(body).facts.overtaken]


def _told(each: Overtaken) -> tuple[str, list[tuple[str, int, int, list[str]]]]:
    return each.number, [
        (str(one.moment), one.days, one.wait, [held.of for held in one.through])
        for one in each.others
    ]


def test_days_add_up_through_a_step_without_a_day() -> None:
    # Day 37, 20 days to the beginning of 2, 14 more to that of 3: 71, and 3 is due on day 46.
    body = """
    clause 1
      Northland shall freeze its reactors.
      by: 37 days after signature
    clause 2
      Westland shall open its border.
      after: 20 days after 1 is complete
    clause 3
      Southland shall open its border.
      after: 14 days after 2 is complete
      by: 46 days after signature
    """

    assert overtaken(body) == [("3", [("1 is complete", 25, 34, ["2"])])]
    assert overtaken(body.replace("46 days", "71 days")) == []


@pytest.mark.parametrize(
    ("middle", "expected"),
    [
        ("after: 1 is complete", [("3", [("1 is complete", 60, 0, ["2"])])]),
        ("after: 1 begins", [("3", [("1 begins", 60, 0, ["2"])])]),
        # With its own beginning bound to the day of another it has a day.
        ("from: 1 is complete", [("3", [("2 begins", 60, 0, [])])]),
        ("together with: 1 begins", [("3", [("2 begins", 60, 0, [])])]),
        ("before: 1 is complete", [("3", [("2 begins", 60, 0, [])])]),
        # Two lines hold it back, and the later of them counts.
        ("after: 1 is complete and 4 is complete", [("3", [("4 is complete", 80, 0, ["2"])])]),
        # One of two is enough, and the other comes in time.
        ("after: 1 is complete or signature", []),
        # It has a day of its own, and is itself late or not.
        ("after: 1 is complete\\n      by: 100 days after signature", [("3", [("2 begins", 70, 0, [])])]),
        ("after: 1 is complete\\n      starts: by 10 days after signature", [("2", [("1 is complete", 80, 0, [])])]),
        # What is done is past.
        ("reviewer: done 2027-01-01\\n      after: 1 is complete", []),
    ],
)  # fmt: skip
def test_what_stands_between_counts_only_where_it_has_no_day_and_must_wait(
    middle: str, expected: list[tuple[str, list[tuple[str, int, int, list[str]]]]]
) -> None:
    middle = middle.replace("\\n", "\n")
    body = f"""
    clause 1
      Northland shall freeze its reactors.
      by: 90 days after signature
    clause 2
      Westland shall open its border.
      {middle}
    clause 3
      Southland shall open its border.
      after: 2 begins
      by: 30 days after signature
    clause 4
      Southland shall leave the valley.
      by: 110 days after signature
    """

    assert overtaken(body) == expected


@pytest.mark.parametrize(
    ("lines", "condition", "expected"),
    [
        # Due on day 90, it is broken on day 91 at the earliest.
        ("by: 90 days after signature", "if: 1 is breached", ("1 is breached", 61, 0, [])),
        ("by: 90 days after signature", "after: 5 days after 1 is breached", ("1 is breached", 66, 5, [])),
        ("by: 90 days after signature", "after: 3 is complete", ("1 is breached", 63, 2, ["3"])),
        ("by: 29 days after signature", "if: 1 is breached", None),
        ("by: 30 days after signature", "if: 1 is breached", ("1 is breached", 1, 0, [])),
        # What lasts may be begun and broken before, and what has no day at any time.
        ("by: 90 days after signature\n      for: 1 year", "if: 1 is breached", None),
        ("", "if: 1 is breached", None),
        ("reviewer: done 2027-06-01", "if: 1 is breached", None),
        # The harbour may be closed at once.
        ("by: 90 days after signature", "after: 1 is breached or 4 is breached", None),
    ],
)  # fmt: skip
def test_nothing_is_due_before_the_breach_that_it_answers(
    lines: str, condition: str, expected: tuple[str, int, int, list[str]] | None
) -> None:
    body = f"""
    clause 1
      Northland shall open its border.
      {lines}
    clause 2
      Westland shall leave the valley.
      {condition}
      by: 30 days after signature
    clause 3
      Southland shall leave the valley.
      after: 2 days after 1 is breached
    clause 4
      Northland shall not close the harbour.
    """

    assert overtaken(body) == ([("2", [expected])] if expected else [])


def test_events_and_procedures_stand_between_too() -> None:
    body = """
    event "the opening"
      when: 10 days after 2(step 2) begins
    clause 1
      Northland shall freeze its reactors.
      by: 90 days after signature
    clause 2
      step 1 Westland shall open its border.
      after: 1 is complete
      step 2 Westland shall leave the valley.
      step 3 Northland shall leave the valley.
      by: 80 days after signature
    clause 3
      Southland shall open its border.
      after: the opening
      by: 95 days after signature
    """

    assert overtaken(body) == [
        ("3", [("1 is complete", 5, 10, ["the opening", "2(step 2)", "2(step 1)"])]),
        ("2(step 3)", [("1 is complete", 10, 0, ["2(step 2)", "2(step 1)"])]),
    ]


def test_a_step_of_a_procedure_is_due_no_sooner_than_the_one_before() -> None:
    body = """
    clause 1
      step 1 Northland shall open its border.
      by: 90 days after signature
      step 2 Westland shall open its border.
      by: 60 days after signature
    """

    assert overtaken(body) == [("1(step 2)", [("1(step 1) begins", 30, 0, [])])]
    assert overtaken(body.replace("by: 60", "by: 90")) == []
    assert overtaken(body.replace("step 1 N", "step 1 (optional) N")) == []


@pytest.mark.no_cover
def test_a_long_chain_names_the_nearest() -> None:
    body = "clause 1\n  Northland shall freeze its reactors.\n  by: 90 days after signature\n"
    body += "".join(
        f"clause {n}\n  Westland shall open its border.\n  after: {n - 1} is complete\n"
        for n in range(2, 2000)
    )
    body += "  by: 30 days after signature\n"

    ((number, ((late, days, _, through),)),) = overtaken(body)
    assert (number, late, days) == ("1999", "1 is complete", 60)
    assert through == ["1998", "1997", "1996", "1995", "1994"]


# ── Against a reckoning of all days ──────────────────────────────────────────────────────────────

Awaited = tuple[int, int]
"""So many days after the step of that place."""
Planned = tuple[int | None, list[Awaited]]
"""The day on which a step is due, if it has one, and what it waits for."""

planned = st.tuples(
    st.none() | st.integers(20, 60),
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=2, unique_by=lambda w: w[1]),
)


def reckoned(plan: list[Planned]) -> dict[int, int]:
    """Return by how many days steps are due before all they wait for need have come.

    A step with a day uses all its time; one without comes as soon as what it waits for has.
    """
    days: list[int | None] = [day for day, _ in plan]
    for _ in plan:
        for step, (day, awaited) in enumerate(plan):
            known = [wait + reached for wait, o in awaited if (reached := days[o]) is not None]
            if day is None and known:
                days[step] = max(known)
    late: dict[int, int] = {}
    for step, (day, awaited) in enumerate(plan):
        known = [wait + reached for wait, o in awaited if (reached := days[o]) is not None]
        if day is not None and known and max(known) > day:
            late[step] = max(known) - day
    return late


@pytest.mark.no_cover
@settings(max_examples=60, deadline=None)
@given(st.lists(planned, min_size=4, max_size=4))
def test_what_is_due_too_early_is_what_a_reckoning_finds(plan: list[Planned]) -> None:
    lines = []
    for step, (day, awaited) in enumerate(plan):
        lines += [f"clause {step + 1}", "  Northland shall open its border."]
        since = [
            f"{f'{wait + 1} days after ' if wait else ''}{other + 1} is complete"
            for wait, other in awaited
        ]
        if since:
            lines.append(f"  after: {' and '.join(since)}")
        if day is not None:
            lines.append(f"  by: {day} days after signature")
    text = Text("\n".join(lines))
    assume(not text.facts.waiting.circles and not text.facts.schedule.broken)
    counted = [
        (day, [(wait + 1 if wait else 0, other) for wait, other in awaited])
        for day, awaited in plan
    ]

    told = {int(each.number) - 1: each.others[0].days for each in text.facts.overtaken}
    assert told == reckoned(counted)
