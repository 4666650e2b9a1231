"""Months counted by the calendar, against plays that go day by day."""

from __future__ import annotations

import datetime
from calendar import monthrange
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausecheck.analyses.timing.moments import CALENDAR, SIGNATURE, Moment, State
from clausecheck.analyses.timing.months import Spans, Step, months_later
from clausecheck.analyses.timing.schedule import Day
from tests.analyses.texts import Text


def later(day: int, months: int) -> int:
    """Count months on by hand: one at a time over the names of months, then to the same day."""
    date = datetime.date.fromordinal(day)
    year, month = date.year, date.month
    for _ in range(abs(months)):
        month += 1 if months > 0 else -1
        if month in {0, 13}:
            year, month = (year + 1, 1) if month else (year - 1, 12)
    return datetime.date(year, month, min(date.day, monthrange(year, month)[1])).toordinal()


@pytest.mark.parametrize("months", [1, -1, 2, 11, 13, -12, 48])
def test_months_end_on_the_same_day_or_the_last_there_is(months: int) -> None:
    days = range(datetime.date(2027, 1, 1).toordinal(), datetime.date(2029, 3, 2).toordinal())

    assert [months_later(day, months) for day in days] == [later(day, months) for day in days]


def test_the_calendar_has_no_end() -> None:
    last = datetime.date(9999, 12, 31).toordinal()

    assert months_later(last, 2) - last == months_later(last - 146_097, 2) - (last - 146_097)
    assert months_later(0, -1) == -31
    assert months_later(last, 4800) == last + 146_097


steps = st.lists(
    st.one_of(
        st.tuples(st.just("months"), st.integers(-3, 3)),
        st.tuples(st.just("days"), st.integers(-40, 40)),
    ),
    max_size=3,
).map(tuple)


@given(steps, st.integers(740_000, 741_461))
def test_the_days_to_begin_on_are_those_a_search_finds(every: tuple[Step, ...], day: int) -> None:
    spans = Spans(every)
    over = {each: spans.after(each) for each in range(day - 250, day + 251)}

    assert spans.last_before(day) == max(each for each, end in over.items() if end <= day)
    assert spans.first_before(day) == min(each for each, end in over.items() if end >= day)


# ── A text with a date ───────────────────────────────────────────────────────────────────────────

Line = tuple[str, int, str, str]
"""A label, so many, of which unit, after which moment."""

STATES: tuple[State, ...] = ("begins", "is complete")
MOMENTS = ("signature", *(f"{number} {state}" for number, state in product("123", STATES)))
lines = st.lists(
    st.tuples(
        st.sampled_from(["by", "after", "starts: by"]),
        st.integers(1, 3),
        st.sampled_from(["month", "month", "month", "day", "week"]),
        st.sampled_from(MOMENTS),
    ),
    max_size=2,
    unique_by=lambda line: line[0],
)
SIGNED = ("2027-01-31", "2027-12-30", "2028-01-29", "2028-02-29", "2027-02", "2027-10-01")
DAYS = {"day": 1, "week": 7}
FAR = 1500
"""Days after which nothing is due any more; what is later than a year before is not due at all."""


def written(every: tuple[list[Line], ...], signed: str | None) -> Text:
    body = []
    for number, labels in enumerate(every, start=1):
        body += [f"clause {number}", "  Northland shall freeze its reactors."]
        for name, count, unit, since in labels:
            label = name if ":" in name else f"{name}:"
            body.append(f"  {label} {count} {unit}{'s' if count > 1 else ''} after {since}")
    return Text("\n".join(body), head=f"date: {signed}" if signed else "")


def signing(signed: str) -> tuple[int, int]:
    """Return the first and the last day that the date of signature can mean."""
    if len(signed) == len("2027-02"):
        month = datetime.date.fromisoformat(f"{signed}-01")
        return month.toordinal(), later(month.toordinal(), 1) - 1
    day = datetime.date.fromisoformat(signed).toordinal()
    return day, day


Order = tuple[str, str, int, str, str]
"""A moment comes `at least` or `at most` so many of a unit after another."""


def orders(every: tuple[list[Line], ...]) -> list[Order]:
    found: list[Order] = []
    for number, labels in enumerate(every, start=1):
        begins, complete = f"{number} begins", f"{number} is complete"
        found.append((complete, "at least", 0, "day", begins))
        found.append((begins, "at least", 0, "day", "signature"))
        for name, count, unit, since in labels:
            how = "at least" if name == "after" else "at most"
            found.append((complete if name == "by" else begins, how, count, unit, since))
    return found


def end(day: int, count: int, unit: str) -> int:
    return later(day, count) if unit == "month" else day + count * DAYS[unit]


def played(
    every: tuple[list[Line], ...], signed: tuple[int, int]
) -> tuple[dict[str, int], dict[str, int]] | None:
    """Return the first and last days of all moments, None if they cannot all be kept.

    All come as late as they like, and whatever breaks an order comes a day sooner, until none is
    broken; and then from the day of signature on, each a day later.
    """
    first, last = dict.fromkeys(MOMENTS, signed[0]), dict.fromkeys(MOMENTS, signed[1] + FAR)
    last["signature"] = signed[1]
    changed = True
    while changed:
        changed = False
        for moment, how, count, unit, since in orders(every):
            while how == "at most" and last[moment] > end(last[since], count, unit):
                last[moment], changed = last[moment] - 1, True
            while how == "at least" and last[moment] < end(last[since], count, unit):
                last[since], changed = last[since] - 1, True
                if last[since] < signed[0]:
                    return None
    changed = True
    while changed:
        changed = False
        for moment, how, count, unit, since in orders(every):
            while how == "at most" and first[moment] > end(first[since], count, unit):
                first[since], changed = first[since] + 1, True
            while how == "at least" and first[moment] < end(first[since], count, unit):
                first[moment], changed = first[moment] + 1, True
    return first, last


@pytest.mark.no_cover
@settings(max_examples=150, deadline=None)
@given(st.tuples(lines, lines, lines), st.sampled_from(SIGNED))
def test_each_day_of_a_dated_text_is_the_one_that_a_play_finds(
    every: tuple[list[Line], ...], signed: str
) -> None:
    schedule = written(every, signed).facts.schedule
    found = played(every, signing(signed))

    assert schedule.decided
    assert bool(schedule.broken) is (found is None)
    if found is None:
        return
    first, last = found
    none_due = signing(signed)[1] + FAR - 366
    for number, state in product("123", STATES):
        moment = Moment(number, state)
        assert schedule.first(moment) == Day(CALENDAR, first[str(moment)])
        day = schedule.last(moment)
        if last[str(moment)] > none_due:
            assert day is None or day.origin != CALENDAR
        else:
            assert day == Day(CALENDAR, last[str(moment)])


# ── A text without a date ────────────────────────────────────────────────────────────────────────


def ways(way: list[tuple[int, str]]) -> list[int]:
    """Return the days that spans in a row take, by each day of four years on which they may begin."""
    start = datetime.date(2001, 1, 1).toordinal()
    found = []
    for day in range(start, start + 1461):
        reached = day
        for count, unit in way:
            reached = end(reached, count, unit)
        found.append(reached - day)
    return found


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(1, 4), st.sampled_from(["month", "month", "day", "week"])),
        min_size=1,
        max_size=3,
    )
)
def test_spans_in_a_row_from_no_date_take_the_days_that_some_date_gives_them(
    way: list[tuple[int, str]],
) -> None:
    since = ["signature", "1 is complete", "2 is complete"]
    due: list[list[Line]] = [
        [("by", count, unit, since[at])] for at, (count, unit) in enumerate(way)
    ]
    waiting: list[list[Line]] = [
        [("after", count, unit, since[at])] for at, (count, unit) in enumerate(way)
    ]
    moment = str(len(way))

    last = written(tuple(due), None).facts.schedule.last(Moment(moment, "is complete"))
    assert last == Day(SIGNATURE, max(ways(way)))
    first = written(tuple(waiting), None).facts.schedule.first(Moment(moment, "begins"))
    assert first == Day(SIGNATURE, min(ways(way)))


# ── What cannot be kept because of the months that it falls in ───────────────────────────────────


def begun_within(first: datetime.date, last: datetime.date, months: int, days: int) -> Text:
    """Return a text in which a step comes so many months after another, and within so many days."""
    return Text(
        f"""
        clause 1
          Northland shall freeze its reactors.
          after: {first}
          by: {last}
        clause 2
          Southland shall open its border.
          after: {months} month{"s" if months > 1 else ""} after 1 is complete
          by: {days} days after 1 begins
        """
    )


@settings(max_examples=40, deadline=None)
@given(
    st.dates(datetime.date(2027, 1, 1), datetime.date(2028, 12, 31)),
    st.integers(0, 40),
    st.integers(1, 2),
    st.integers(0, 3),
)
def test_what_cannot_be_kept_is_so_on_each_day_there_is(
    first: datetime.date, left: int, months: int, days: int
) -> None:
    last = first + datetime.timedelta(left)
    allowed = 28 * months + days
    schedule = begun_within(first, last, months, allowed).facts.schedule
    trials = range(first.toordinal(), last.toordinal() + 1)

    assert schedule.decided
    possible = any(later(day, months) <= day + allowed for day in trials)
    assert bool(schedule.broken) is not possible


def test_a_circle_of_months_is_told_with_the_days_that_they_have_there() -> None:
    """A month from a day in March up to the 20th is 31 days; from one in February, 28."""
    march = begun_within(datetime.date(2027, 3, 1), datetime.date(2027, 3, 20), 1, 30)

    (misfit,) = march.facts.misfits
    assert (misfit.needed, misfit.allowed, misfit.late) == ((31,), (30,), None)
    assert not misfit.months
    assert [line.text for line in misfit.story if "31" in line.text] == [
        "2 begins at least 31 days after 1 is complete"
    ]
    february = begun_within(datetime.date(2027, 2, 1), datetime.date(2027, 2, 20), 1, 30)
    assert february.facts.misfits == ()


def test_a_chain_of_months_is_told_with_its_dates() -> None:
    """A month after 1 March is 1 April."""
    text = Text(
        """
        clause 1
          Northland shall freeze its reactors.
          after: 2027-03-01
        clause 2
          Southland shall open its border.
          after: 1 month after 1 is complete
          by: 2027-03-31
        """
    )

    (misfit,) = text.facts.misfits
    assert misfit.late == (datetime.date(2027, 3, 31), datetime.date(2027, 4, 1))
    assert [line.text for line in misfit.story] == [
        "1 begins on 2027-03-01 at the earliest",
        "2 begins on 2027-04-01 at the earliest",
    ]


def test_a_month_before_a_day_that_is_not_certain() -> None:
    """From 31 March at the latest to the last day of February."""
    text = Text(
        """
        clause 1
          Northland shall freeze its reactors.
          by: 1 month before 2 begins
        clause 2
          Southland shall open its border.
          starts: by 2027-03-31
        """,
        head="date: 2027-01-01",
    )

    day = text.facts.schedule.last(Moment("1", "is complete"))
    assert day == Day(CALENDAR, datetime.date(2027, 2, 28).toordinal())


def test_a_circle_that_takes_too_long_to_fall_through_is_not_decided() -> None:
    """No month from March to December has 29 days, and each of the days there is tried."""
    text = begun_within(datetime.date(2027, 3, 1), datetime.date(2027, 12, 29), 1, 29)

    assert text.facts.schedule.broken == ()
    assert not text.facts.schedule.decided


@pytest.mark.no_cover
def test_of_a_very_long_row_from_no_date_every_month_is_as_long_as_it_can_be() -> None:
    body = ["clause 1\n  Northland shall freeze its reactors.\n  by: 1 month after signature"]
    body += [
        f"clause {number}\n  Northland shall freeze its reactors.\n"
        f"  by: 1 month after {number - 1} is complete"
        for number in range(2, 43)
    ]
    schedule = Text("\n".join(body)).facts.schedule

    assert schedule.last(Moment("24", "is complete")) == Day(SIGNATURE, 731)
    assert schedule.last(Moment("25", "is complete")) == Day(SIGNATURE, 25 * 31)
    assert schedule.last(Moment("42", "is complete")) == Day(SIGNATURE, 42 * 31)
