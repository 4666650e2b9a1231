"""Months that count from no date, against each day of four years on which they may begin."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausecheck.analyses.timing.schedule import Schedule
from tests.analyses.texts import Text
from tests.analyses.timing.test_months import Line, end, lines, orders, written

FOUR_YEARS = range(datetime.date(2001, 1, 1).toordinal(), datetime.date(2005, 1, 1).toordinal())


SHORTEST = {"day": 1, "week": 7, "month": 28}


def in_a_row(way: list[tuple[int, str]], last: tuple[int, str]) -> Schedule:
    """Return a timetable of steps that each come so long after the one before, within so long."""
    body = []
    for number, (count, unit) in enumerate(way, start=1):
        since = f"{number - 1} is complete" if number > 1 else "signature"
        body += [f"clause {number}", "  Northland shall freeze its reactors."]
        body += [f"  on: {said(count, unit)} after {since}"]
    body += [f"  by: {said(*last)} after signature"]
    return Text("\n".join(body)).facts.schedule


def said(count: int, unit: str) -> str:
    return f"{count} {unit}{'s' if count > 1 else ''}"


def over(way: list[tuple[int, str]], day: int) -> int:
    for count, unit in way:
        day = end(day, count, unit)
    return day


spans = st.tuples(st.integers(1, 4), st.sampled_from(["month", "month", "day", "week"]))


@settings(max_examples=25, deadline=None)
@given(
    st.lists(spans, min_size=2, max_size=4), st.sampled_from(["day", "month"]), st.integers(-3, 3)
)
def test_steps_in_a_row_can_be_kept_if_they_can_from_some_day(
    way: list[tuple[int, str]], unit: str, more: int
) -> None:
    shortest = min(over(way, day) - day for day in FOUR_YEARS)
    last = (max(shortest + more, 1) if unit == "day" else shortest // 30 or 1, unit)
    schedule = in_a_row(way, last)
    possible = any(over(way, day) <= end(day, *last) for day in FOUR_YEARS)

    assert schedule.decided
    assert bool(schedule.broken) is not possible


def signed_on(every: tuple[list[Line], ...], day: int) -> bool:
    """Tell whether all lines can be kept of a text that is signed on a day.

    All come as late as they like within three years, and whatever breaks an order comes sooner.
    """
    last: dict[str, int] = {"signature": day}
    changed = True
    while changed:
        changed = False
        for moment, how, count, unit, since in orders(every):
            mine, others = last.get(moment, day + 1100), last.get(since, day + 1100)
            if how == "at most" and mine > end(others, count, unit):
                last[moment], changed = end(others, count, unit), True
            elif how == "at least" and mine < end(others, count, unit):
                others = min(others, mine - count * SHORTEST[unit])
                while end(others, count, unit) > mine:
                    others -= 1
                last[since], changed = others, True
        if last["signature"] < day:
            return False
    return True


def spread() -> Iterator[int]:
    yield from (FOUR_YEARS[place * 607 % len(FOUR_YEARS)] for place in range(len(FOUR_YEARS)))


@settings(max_examples=8, deadline=None)
@given(st.tuples(lines, lines, lines))
def test_a_text_can_be_kept_if_it_can_from_some_day_of_signature(
    every: tuple[list[Line], ...],
) -> None:
    schedule = written(every, None).facts.schedule
    possible = any(signed_on(every, day) for day in spread())

    assert bool(schedule.broken) is not possible or not schedule.decided


def told(text: str) -> list[str]:
    return [
        f"{' + '.join(map(str, each.needed))} > {' + '.join(map(str, each.allowed))}"
        + (" always" if each.months else "")
        for each in Text(text).facts.misfits
    ]


def test_what_no_month_allows_is_told_with_the_months_that_allow_the_most() -> None:
    """A month, then 32 days, within two months: no second month has 32 days."""
    text = """
        clause 1
          Northland shall freeze its reactors.
          on: 1 month after signature
        clause 2
          Southland shall open its border.
          on: {} days after 1 is complete
        clause 3
          Westland shall leave the island.
          after: 2 is complete
          by: 2 months after signature
        """

    assert told(text.format(32)) == ["28 + 32 > 59 always"]
    assert told(text.format(31)) == []


def test_no_date_is_needed_where_no_step_counts_from_signature() -> None:
    text = """
        event the handover
          when: outside this text, "the keys are handed over"
        clause 1
          Northland shall freeze its reactors.
          on: 1 month after the handover
        clause 2
          Southland shall open its border.
          after: 32 days after 1 is complete
          by: 2 months after the handover
        clause 3
          Westland shall leave the island.
          by: 2027-03-01
        """

    assert told(text) == ["28 + 32 > 59 always"]


def test_years_without_a_leap_day_count() -> None:
    """Four years have 1,461 days, or 1,460 around 2100."""
    text = """
        clause 1
          Northland shall freeze its reactors.
          after: 4 years after signature
          by: {} days after signature
        """

    assert told(text.format(1460)) == []
    assert told(text.format(1459)) == ["1460 > 1459 always"]


TOGETHER = """
    clause 1
      Northland shall freeze its reactors.
      after: 1 month after signature
      by: 30 days after signature
    clause 2
      Southland shall open its border.
      after: 31 days after signature
      by: 1 month after signature
    """


@pytest.mark.parametrize(
    "text",
    [
        # Signed before a month of 30 days, and before one of 31.
        TOGETHER,
        # One step is to come before a month of 28 days and before one of 31.
        """
        clause 1
          Northland shall freeze its reactors.
          by: 20 days after signature
        clause 2
          Southland shall open its border.
          after: 1 month after 1 is complete
          by: 28 days after 1 is complete
        clause 3
          Westland shall leave the island.
          after: 31 days after 1 is complete
          by: 1 month after 1 is complete
        """,
        # 110 years are more than are tried.
        """
        clause 1
          Northland shall freeze its reactors.
          on: 55 years after signature
        clause 2
          Southland shall open its border.
          on: 55 years after 1 is complete
          by: 40175 days after signature
        """,
    ],
)
def test_what_no_day_tried_has_kept_is_not_decided(text: str) -> None:
    schedule = Text(text).facts.schedule

    assert not schedule.broken
    assert not schedule.decided
    assert schedule.undecided


def test_a_step_with_much_time_falls_to_the_month_in_which_it_fits() -> None:
    """Only from the end of January to that of February a month has 28 days."""
    text = """
        clause 1
          Northland shall freeze its reactors.
          by: 300 days after signature
        clause 2
          Southland shall open its border.
          after: 1 month after 1 is complete
          by: 28 days after 1 is complete
        """
    schedule = Text(text).facts.schedule

    assert schedule.decided
    assert not schedule.broken


@pytest.mark.parametrize("ways", ["1 month {0} or 40 days {0}", "40 days {0} or 1 month {0}"])
def test_of_ways_that_months_bar_the_nearest_is_told(ways: str) -> None:
    """From a day in March up to the 20th a month has 31 days."""
    text = f"""
        clause 1
          Northland shall freeze its reactors.
          after: 2027-03-01
          by: 2027-03-20
        clause 2
          Southland shall open its border.
          after: {ways.format("after 1 is complete")}
          by: 30 days after 1 begins
        """

    assert told(text) == ["31 > 30"]


def test_a_choice_that_no_month_allows_is_no_choice() -> None:
    """Neither a month from a day in March up to the 20th nor 31 days are over within 30."""
    text = """
        clause 1
          Northland shall freeze its reactors.
          after: 2027-03-01
          by: 2027-03-20
        clause 2
          Southland shall open its border.
          after: 1 month after 1 is complete or 32 days after 1 is complete
          by: 30 days after 1 begins
        """

    assert told(text) == ["31 > 30"]
