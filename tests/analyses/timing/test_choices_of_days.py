"""Days that come of `earlier of`, `later of` and `or`, against the days as they are played out."""

from __future__ import annotations

import datetime
from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from clausecheck.analyses.exchange.answers import Gap
from clausecheck.analyses.exchange.holdings import is_due
from clausecheck.analyses.timing.moments import CALENDAR, SIGNATURE, Moment
from clausecheck.analyses.timing.schedule import Day, Schedule
from tests.analyses.texts import Text

SIGNED = datetime.date(2027, 1, 1)
SIDES = ("Northland", "Westland", "Southland")

Term = tuple[int, int]
"""So many days after a step is complete; after signature, where the step is below zero."""
Line = tuple[str, str, tuple[Term, ...]]
"""A label, how its times are joined, and these."""


def times(step: int) -> st.SearchStrategy[tuple[Term, ...]]:
    """Draw one to three times after signature or an earlier step."""
    term = st.tuples(st.integers(2, 9), st.integers(-1, step - 1))
    return st.lists(term, min_size=1, max_size=3).map(tuple)


def plans(*labels: str, joined: tuple[str, ...]) -> st.SearchStrategy[tuple[Line, ...]]:
    lines = [
        st.tuples(st.sampled_from(labels), st.sampled_from(joined), times(step))
        for step in range(4)
    ]
    return st.tuples(*lines)


def said(line: Line) -> str:
    label, how, terms = line
    every = [
        f"{days} days after " + ("signature" if step < 0 else f"{step + 1} is complete")
        for days, step in terms
    ]
    joined = f"{how} {', '.join(every)}" if how != "or" else " or ".join(every)
    return f"{label} {joined if len(every) > 1 else every[0]}"


def written(plan: tuple[Line, ...]) -> Text:
    lines = []
    for number, line in enumerate(plan, start=1):
        lines += [f"clause {number}", f"  {SIDES[number % 3]} shall open its border."]
        lines += [f"  {said(line)}", *(["  in return for: 1"] if number > 1 else [])]
    return Text("\n".join(lines), head=f"date: {SIGNED}")


def days_of(line: Line, before: list[int]) -> list[int]:
    return [days + (before[step] if step >= 0 else 0) for days, step in line[2]]


def played(plan: tuple[Line, ...], *, last: bool) -> list[int]:
    """Return the day of each step if all take the last, or the first, that the words leave them."""
    found: list[int] = []
    for line in plan:
        days, how = days_of(line, found), line[1]
        late = how == "later of" or (how == "or" and last)
        found.append(max(days) if late else min(days))
    return found


def day(days: int) -> Day:
    return Day(CALENDAR, SIGNED.toordinal() + days)


@settings(max_examples=40, deadline=None)
@given(plans("on:", joined=("earlier of", "later of")))
def test_where_each_step_has_one_day_it_is_told(plan: tuple[Line, ...]) -> None:
    facts, days = written(plan).facts, played(plan, last=True)
    schedule = facts.schedule

    assert not schedule.broken
    for number, each in enumerate(days, start=1):
        step = schedule.steps[str(number)]
        window = schedule.window(step.given)
        assert (window.first, window.last) == (day(each), day(each))
        date = SIGNED + datetime.timedelta(each)
        assert is_due(step, schedule, date)
        assert not is_due(step, schedule, date - datetime.timedelta(1))
    told = {
        (int(pair.given.number), int(pair.gained.number)): (gap.days, gap.begins, gap.ends)
        for pair, gap in facts.open_answers.items()
    }
    answered = {
        (one, other): days[other - 1] - days[one - 1]
        for number in range(2, 5)
        for one, other in ((1, number), (number, 1))
        if SIDES[number % 3] != SIDES[1]
    }
    later = {pair: count for pair, count in answered.items() if count > 0}
    for pair, count in later.items():
        assert told[pair] == (count, day(days[pair[0] - 1]), day(days[pair[1] - 1]))
    assert told.keys() & answered.keys() == later.keys()


@settings(max_examples=40, deadline=None)
@given(plans("by:", "on:", joined=("earlier of", "later of", "or")))
def test_the_last_day_is_that_of_a_play_in_which_all_take_their_time(
    plan: tuple[Line, ...],
) -> None:
    schedule, days = written(plan).facts.schedule, played(plan, last=True)

    assert [schedule.last(Moment(str(n), "is complete")) for n in range(1, 5)] == [*map(day, days)]


@settings(max_examples=40, deadline=None)
@given(plans("after:", joined=("earlier of", "later of", "or")))
def test_the_first_day_is_that_of_a_play_in_which_nobody_waits_longer(
    plan: tuple[Line, ...],
) -> None:
    schedule, days = written(plan).facts.schedule, played(plan, last=False)

    assert [schedule.first(Moment(str(n), "begins")) for n in range(1, 5)] == [*map(day, days)]


mixed = st.tuples(
    *[
        st.lists(
            st.tuples(
                st.sampled_from(["on:", "by:", "after:", "starts: by", "starts: on"]),
                st.sampled_from(["earlier of", "later of", "or"]),
                st.lists(
                    st.tuples(st.integers(2, 3), st.sampled_from([-1, 0, 1])),
                    min_size=1,
                    max_size=2,
                ).map(tuple),
            ),
            min_size=1,
            max_size=2,
            unique_by=lambda line: line[0].split()[0],
        )
    ]
    * 2
)


def kept(schedule: Schedule, days: dict[Moment, int]) -> bool:
    limits = all(days[each.later] - days[each.earlier] <= each.days for each in schedule.limits)
    return limits and all(
        any(all(days[e.later] - days[e.earlier] <= e.days for e in option) for option in c.options)
        for c in schedule.choices
    )


@pytest.mark.no_cover
@settings(max_examples=30, deadline=None)
@given(mixed)
def test_no_day_that_a_trial_finds_lies_outside_those_that_are_told(
    plan: tuple[list[Line], ...],
) -> None:
    body = "\n".join(
        f"clause {number}\n  {SIDES[number]} shall open its border.\n"
        + "".join(f"  {said(line)}\n" for line in lines)
        for number, lines in enumerate(plan, start=1)
    )
    schedule = Text(body).facts.schedule
    assume(not schedule.broken)
    free = [Moment(number, state) for number in "12" for state in ("begins", "is complete")]
    for tried in product(range(7), repeat=4):
        days = dict(zip(free, tried, strict=True))
        days |= {Moment(n, "is verified"): days[Moment(n, "is complete")] for n in "12"}
        days |= {Moment(n, "is breached"): days[Moment(n, "begins")] for n in "12"}
        days |= {each: 0 for each in schedule._whole.places if each not in days}  # noqa: SLF001
        if kept(schedule, days):
            for moment in free:
                first = schedule._firsts[SIGNATURE].get(moment)  # noqa: SLF001
                last = schedule._latest[SIGNATURE].get(moment)  # noqa: SLF001
                assert first is None or first <= days[moment]
                assert last is None or days[moment] <= last


Dated = tuple[tuple[Term, ...], int | None]
"""The times at one of which a step is taken, and by how many days after signature it is due."""


def dated(step: int) -> st.SearchStrategy[Dated]:
    return st.tuples(times(step), st.one_of(st.none(), st.integers(4, 20)))


def ways(plan: tuple[Dated, ...]) -> list[list[int]]:
    """Return the days of all steps, for each choice with which all are in time."""
    found = []
    for choice in product(*(terms for terms, _ in plan)):
        days: list[int] = []
        for count, step in choice:
            days.append(count + (days[step] if step >= 0 else 0))
        if all(due is None or each <= due for each, (_, due) in zip(days, plan, strict=True)):
            found.append(days)
    return found


@settings(max_examples=60, deadline=None)
@given(st.tuples(dated(0), dated(1), dated(2)))
def test_the_days_that_choices_leave_are_those_that_some_way_to_choose_leaves(
    plan: tuple[Dated, ...],
) -> None:
    body = "\n".join(
        f"clause {number}\n  {SIDES[number % 3]} shall open its border.\n"
        f"  {said(('on:', 'or', terms))}\n"
        + (f"  by: {due} days after signature\n" if due is not None else "")
        for number, (terms, due) in enumerate(plan, start=1)
    )
    schedule, found = Text(body, head=f"date: {SIGNED}").facts.schedule, ways(plan)

    assert schedule.decided
    assert schedule.exact
    assert bool(schedule.broken) is not bool(found)
    for number, days in enumerate(zip(*found, strict=True), start=1):
        window = schedule.window(Moment(str(number), "is complete"))
        assert (window.first, window.last) == (day(min(days)), day(max(days)))


# ── Single texts ─────────────────────────────────────────────────────────────────────────────────


def test_months_after_a_choice_are_not_counted_from_one_of_its_moments_alone() -> None:
    """A month after 2 is no more than 62 days after signature; a month after 3 is 70."""
    text = Text(
        """
        clause 1
          Northland shall open its border.
          by: later of 1 month after 2 is complete, 39 days after 3 is complete
        clause 2
          Westland shall open its border.
          by: 1 month after signature
        clause 3
          Southland shall open its border.
          by: 31 days after signature
        clause 4
          Southland shall leave the valley.
          by: 1 month after 1 is complete
        """
    )
    lasts = [text.facts.schedule.last(Moment(n, "is complete")) for n in ("1", "4")]

    assert lasts == [Day(SIGNATURE, 70), Day(SIGNATURE, 101)]


@pytest.mark.parametrize(
    ("ours", "theirs", "begins", "ends"),
    [
        ("30 days after signature", "2027-06-01", (SIGNATURE, 30), (CALENDAR, "2027-06-01")),
        ("2027-06-01", "30 days after signature", (CALENDAR, "2027-06-01"), (SIGNATURE, 30)),
    ],
)
def test_a_text_without_a_date_is_not_taken_to_be_signed_by_its_first_day(
    ours: str, theirs: str, begins: tuple[Moment, int], ends: tuple[Moment, str]
) -> None:
    text = Text(
        f"""
        clause 1
          Northland shall open its border.
          by: {ours}
        clause 2
          Westland shall open its border.
          by: {theirs}
          in return for: 1
        """
    )

    (gap,) = [g for p, g in text.facts.open_answers.items() if p.given.number == "1"]
    assert gap == Gap(None, told(*begins), told(*ends), by_two_clocks=True)


def told(origin: Moment, days: int | str) -> Day:
    since = days if isinstance(days, int) else datetime.date.fromisoformat(days).toordinal()
    return Day(origin, since)
