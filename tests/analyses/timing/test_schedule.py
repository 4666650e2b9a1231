from __future__ import annotations

import datetime
import random
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausecheck.analyses.timing.delays import Leg, told
from clausecheck.analyses.timing.moments import (
    CALENDAR,
    SIGNATURE,
    Moment,
    State,
    day_of,
    day_range,
    days_of,
)
from clausecheck.analyses.timing.schedule import Day, Schedule
from clausecheck.model.nodes import Date, Period, Unit
from clausecheck.source import Span
from tests.analyses.texts import Text, clause

SIGNED = "date: 2027-01-31"


def window(text: Text, of: str, state: State) -> tuple[str | None, str | None]:
    found = text.facts.schedule.window(Moment(of, state))
    return shown(found.first), shown(found.last)


def shown(day: Day | None) -> str | None:
    if day is None:
        return None
    if day.origin == CALENDAR:
        return str(datetime.date.fromordinal(day.days))
    return f"{day.days} days after {day.origin}"


def step(*labels: str) -> str:
    return clause("Northland shall freeze its reactors.", *labels)


@pytest.mark.parametrize(
    ("labels", "first", "last"),
    [
        (["by: 2027-03-01"], "2027-01-31", "2027-03-01"),
        (["by: 2027-03"], "2027-01-31", "2027-03-31"),
        (["after: 2027-03"], "2027-03-01", None),
        (["by: 30 days after signature"], "2027-01-31", "2027-03-02"),
        (["by: 1 month after signature"], "2027-01-31", "2027-02-28"),
        (["by: 1 year after signature"], "2027-01-31", "2028-01-31"),
        (["after: 3 to 4 months after signature"], "2027-04-30", None),
        (["by: 3 to 4 months after signature"], "2027-01-31", "2027-05-31"),
        (["by: 1 month before 2027-05-31"], "2027-01-31", "2027-04-30"),
        (["by: within 72 hours after signature"], "2027-01-31", "2027-02-03"),
        (["on: 2027-06-01"], "2027-06-01", "2027-06-01"),
        (["by: later of 2027-06-01, 2027-07-01"], "2027-01-31", "2027-07-01"),
        (["by: earlier of 2027-06-01, 2027-07-01"], "2027-01-31", "2027-06-01"),
        (["reviewer: done 2027-05-05"], "2027-05-05", "2027-05-05"),
        (["by: 30 days before its start"], "2027-01-31", None),
        (["by: 1.5 months after signature"], "2027-01-31", "2027-03-19"),
        # A bound before a span leaves the days beyond it free, and "about" is no figure.
        (["on: at least 40 days after signature"], "2027-03-12", None),
        (["on: up to 40 days after signature"], "2027-01-31", "2027-03-12"),
        (["by: at least 1 month before 2027-05-31"], "2027-01-31", "2027-04-30"),
        (["on: at most 1 month before 2027-05-31"], "2027-04-30", "2027-05-31"),
        (["on: about 40 days after signature"], "2027-01-31", None),
        (["by: about 40 days before 2027-05-31"], "2027-01-31", "2027-05-31"),
    ],
)
def test_a_duty_has_its_first_and_last_day(labels: list[str], first: str, last: str | None) -> None:
    text = Text(step(*labels), head=SIGNED)

    assert window(text, "1", "is complete") == (first, last)


def test_without_a_date_days_count_from_signature() -> None:
    assert window(Text(step("by: 2 months after signature")), "1", "is complete") == (
        "0 days after signature",
        "62 days after signature",
    )


def test_a_prohibition_begins_with_the_text_and_ends_with_its_term() -> None:
    text = Text(clause("Northland shall not test missiles.", "for: 5 years"), head=SIGNED)

    assert window(text, "1", "begins") == ("2027-01-31", "2027-01-31")
    assert window(text, "1", "is complete") == ("2032-01-31", "2032-01-31")


def test_a_duty_to_start_bounds_the_beginning_alone() -> None:
    text = Text(step("starts: by 2027-04-01"), head=SIGNED)

    assert window(text, "1", "begins") == ("2027-01-31", "2027-04-01")
    assert window(text, "1", "is complete") == ("2027-01-31", None)


def test_a_time_beyond_all_calendars_is_no_error() -> None:
    far = "clause 2\n  Northland shall open its border.\n  by: 5000 years after 1 is complete"
    text = Text(f"{step('by: 5000 years after signature')}\n{far}", head=SIGNED)

    assert text.facts.misfits == ()
    assert window(text, "1", "is complete")[1] == "7027-01-31"
    last = text.facts.schedule.last(Moment("2", "is complete"))
    assert last is not None
    assert day_of(last.days) == datetime.date.max


def test_entry_into_force_and_events_pass_their_days_on() -> None:
    text = Text(
        """
        event "the handover"
          when: 30 days after entry into force
        clause 1
          Northland shall freeze its reactors.
          on: the handover
        """,
        head="date: 2027-01-31\nentry into force: 10 days after signature",
    )

    assert window(text, "1", "begins") == ("2027-03-12", "2027-03-12")


def test_a_clause_of_several_sentences_is_complete_with_the_last() -> None:
    text = Text(
        """
        clause 1
          (a) Northland shall freeze its reactors.
          after: 2027-05-01
          (b) Southland shall open its border.
          after: 2027-06-01
        clause 2
          Westland shall suspend sanctions.
          after: 1 is complete
        """,
        head=SIGNED,
    )

    assert window(text, "2", "begins")[0] == "2027-06-01"


def test_a_clause_that_is_over_bounds_nothing() -> None:
    text = Text(step("by: 2027-02-01", "after: 2027-03-01", "reviewer: ended"))

    assert text.facts.schedule.steps == {}
    assert text.facts.misfits == ()


def test_another_text_s_clause_has_no_day_here() -> None:
    text = Text(step("after: 2 is complete", "by: to be settled"))

    assert text.facts.schedule.broken == ()


def story(text: Text) -> list[str]:
    (misfit,) = text.facts.misfits
    return [misfit.deadline.text, *(line.text for line in misfit.story)]


def test_the_story_has_one_line_a_step() -> None:
    text = Text(
        """
        clause 1
          Northland shall freeze its reactors.
          after: 14 days after 2 is verified
          by: 2027-02-20
        clause 2
          Southland shall open its border.
          after: 7 days after signature
        """,
        head=SIGNED,
    )

    assert story(text) == [
        "1 is complete on 2027-02-20 at the latest",
        "signature on 2027-01-31 at the earliest",
        "2 begins at least 7 days after signature",
        "1 begins at least 14 days after 2 is verified",
    ]


def test_each_choice_is_tried_before_a_text_is_called_impossible() -> None:
    open_ = step("after: earlier of 2027-05-01, 2027-09-01", "by: 2027-06-01")
    shut = step("after: earlier of 2027-07-01, 2027-09-01", "by: 2027-06-01")

    assert Text(open_).facts.misfits == ()
    assert len(Text(shut).facts.misfits) == 1


def test_a_step_that_need_not_be_taken_breaks_nothing_for_certain() -> None:
    text = Text(clause("Northland may leave.", "after: 2027-05-01", "by: 2027-04-01"))

    assert [misfit.conditional for misfit in text.facts.misfits] == [True]


def test_two_timetables_that_cannot_be_kept_are_two_stories() -> None:
    text = Text(
        """
        clause 1
          Northland shall freeze its reactors.
          after: 2027-05-01
          by: 2027-04-01
        clause 2
          Southland shall open its border.
          after: 2027-08-01
          by: 2027-07-01
        """
    )

    assert [misfit.clause for misfit in text.facts.misfits] == ["1", "2"]


@pytest.mark.parametrize(
    "head", ["entry into force: to be settled", "entry into force: 2027-02-10\ndate: 2027-01-31"]
)
def test_an_entry_into_force_may_be_a_day_or_left_open(head: str) -> None:
    assert Text(step("by: 10 days after entry into force"), head=head).facts.misfits == ()


def test_a_month_counts_from_entry_into_force_where_its_day_is_known() -> None:
    text = Text(step("on: 1 month after entry into force"), head="entry into force: 2027-01-31")

    assert window(text, "1", "begins") == ("2027-02-28", "2027-02-28")


def test_days_count_from_an_event_that_has_no_day() -> None:
    text = Text(
        """
        event "the handover"
          when: "the flag is lowered"
          source: "a draft"
        clause 1
          Northland shall freeze its reactors.
          by: 30 days after the handover
        """
    )

    assert window(text, "1", "is complete") == (
        "0 days after signature",
        "30 days after the handover",
    )


def test_an_event_due_soon_after_signature_leaves_other_steps_their_first_day() -> None:
    text = Text(
        """
        clause 1
          Northland shall freeze its reactors.
          after: "assurances received"
          by: 1 month after signature
        clause 2
          Southland shall open its border.
        """,
        head="date: 2027-01-01",
    )

    assert window(text, "2", "begins") == ("2027-01-01", None)
    signed = Day(CALENDAR, datetime.date(2027, 1, 1).toordinal())
    assert text.facts.schedule.first(SIGNATURE) == signed


def test_times_of_other_texts_and_of_several_clauses() -> None:
    text = Text(
        """
        clause 1
          (a) Northland shall freeze its reactors.
          after: 2 days after the end of the talks
          (b) Southland shall open its border.
          by: 30 days before 2 (point not stated)
          after: 10 days after earlier of 2027-01-01, 2 is verified
          reviewer: done
        clause 2
          Westland shall suspend sanctions.
          starts: on 2027-05-05
          by: 50 days after 1 begins
          after: "1 is complete"
        """
    )

    assert window(text, "2", "begins") == ("2027-05-05", "2027-05-05")
    assert window(text, "1(b)", "is complete")[1] == "2027-04-05"


@pytest.mark.parametrize(
    ("least", "unit", "expected"),
    [
        # February alone, or with a month beside it; July and August.
        ("1", "month", (28, 31)),
        ("2", "month", (59, 62)),
        ("3", "month", (89, 92)),
        ("6", "month", (181, 184)),
        ("12", "month", (365, 366)),
        ("1", "year", (365, 366)),
        ("1.5", "month", (42, 47)),
        # Two or three leap days in ten years; one alone about 1900.
        ("10", "year", (3651, 3653)),
        ("400", "year", (146_097, 146_097)),
        ("36", "hour", (1, 2)),
    ],
)
def test_a_span_has_the_days_of_months_in_a_row(
    least: str, unit: Unit, expected: tuple[int, int]
) -> None:
    assert days_of(Period(Span(0, 0), least, None, unit)) == expected


def test_the_days_of_a_deadline_that_counts_from_a_date_are_not_lost() -> None:
    """1 February and ten days is 11 February, whichever of the two comes first in the text."""
    for numbers in ("12", "21"):
        steps = {
            "1": "clause 1\n  Northland shall freeze its reactors.\n  on: 2027-02-01\n",
            "2": "clause 2\n  Westland shall suspend sanctions.\n"
            "  after: 2027-03-02\n  by: 10 days after 1 is complete\n",
        }
        (misfit,) = Text("".join(map(steps.__getitem__, numbers))).facts.misfits
        assert misfit.late is not None
        assert misfit.late[0] == datetime.date(2027, 2, 11)


def test_months_from_a_day_that_is_known_are_told_as_dates() -> None:
    """Three months from 1 January 2027 are 1 April; 31 days more are 2 May."""
    text = Text(
        """
        clause 1
          Northland shall freeze its reactors.
          after: 3 months after signature
        clause 2
          Westland shall suspend sanctions.
          after: 31 days after 1 is complete
          by: 4 months after signature
        """,
        head="date: 2027-01-01",
    )

    (misfit,) = text.facts.misfits
    assert misfit.late == (datetime.date(2027, 5, 1), datetime.date(2027, 5, 2))
    assert story(text) == [
        "2 is complete on 2027-05-01 at the latest",
        "1 begins on 2027-04-01 at the earliest",
        "2 begins at least 31 days after 1 is complete",
    ]


def test_the_days_of_a_chain_stand_in_its_own_order() -> None:
    """Written last to first: 20 and 30 and 25 days, and sixty are left for them."""
    text = Text(
        """
        clause 1
          Northland shall freeze its reactors.
          after: 25 days after 2 is complete
          by: 60 days after signature
        clause 2
          Westland shall suspend sanctions.
          after: 30 days after 3 is complete
        clause 3
          Southland shall open its border.
          after: 20 days after signature
        """
    )

    (misfit,) = text.facts.misfits
    assert (misfit.needed, misfit.allowed) == ((20, 30, 25), (60,))
    assert story(text) == [
        "1 is complete at most 60 days after signature",
        "3 begins at least 20 days after signature",
        "2 begins at least 30 days after 3 is complete",
        "1 begins at least 25 days after 2 is complete",
    ]


def test_a_day_that_no_calendar_has_is_no_day() -> None:
    assert day_range(Date(Span(0, 0), 2027, 2, 31)) is None


def test_two_deadlines_in_two_calendars_leave_days_between_them() -> None:
    text = Text(
        """
        clause 1
          Northland shall freeze its reactors.
          after: 10 days after 2 is complete
          by: 2027-02-05
        clause 2
          Southland shall open its border.
          after: 2027-02-01
        """
    )

    (misfit,) = text.facts.misfits
    assert misfit.late == (datetime.date(2027, 2, 5), datetime.date(2027, 2, 11))


def test_what_is_no_longer_told_after_ten_chains_is_decided_all_the_same() -> None:
    body = "\n".join(
        f"clause {number}\n  Northland shall freeze its reactors.\n"
        "  after: 2027-05-01\n  by: 2027-04-01"
        for number in range(1, 13)
    )
    facts = Text(body).facts

    assert len(facts.misfits) == 10
    assert facts.schedule.decided


@pytest.mark.parametrize(
    ("labels", "last"),
    [
        (["quota: 20 per year for 3 years, then 15 per year for 5 years"], "2035-01-31"),
        (["for: 2 years", "until: 2040-01-01"], "2029-01-31"),
        # 28 February, and from there to the same day of July.
        (["from: 1 month after signature", "for: 5 months"], "2027-07-28"),
        (["until: 2040-01-01"], "2040-01-01"),
        (["from: 2028-01-01", "until: 2030-01-01"], "2030-01-01"),
        (["quota: 20 per year"], None),
        (["for: at least 2 years"], None),
        (["for: up to 2 years"], "2029-01-31"),
    ],
)
def test_what_lasts_ends_with_its_term(labels: list[str], last: str | None) -> None:
    text = Text(clause("Northland shall not test missiles.", *labels), head=SIGNED)

    assert window(text, "1", "is complete")[1] == last


@pytest.mark.parametrize(
    ("how", "label", "ends"),
    [
        ("shall not", "before: 2028-01-01", ("2028-01-01", "2028-01-01")),
        ("shall not", "on: 2028-01-01", ("2028-01-01", "2028-01-01")),
        ("shall not", "on: 30 days after signature", ("2027-03-02", None)),
        ("may", "before: 2028-01-01", ("2027-01-31", "2028-01-01")),
        ("may", "by: 2028-01-01", ("2027-01-31", "2028-01-01")),
        ("need not", "by: 2028-01-01", ("2027-01-31", "2028-01-01")),
        ("may", "on: 2028-01-01", ("2028-01-01", "2028-01-01")),
    ],
)
def test_what_is_forbidden_or_allowed_before_a_day_ends_with_it(
    how: str, label: str, ends: tuple[str, str | None]
) -> None:
    text = Text(clause(f"Northland {how} test missiles.", label), head=SIGNED)

    assert window(text, "1", "is complete") == ends


def test_what_is_forbidden_from_a_day_on_for_a_term_ends_with_the_term() -> None:
    lines = ("on: 2028-01-01", "for: 10 days")
    text = Text(clause("Northland shall not test missiles.", *lines), head=SIGNED)

    assert window(text, "1", "is complete") == ("2028-01-11", "2028-01-11")
    assert text.facts.misfits == ()


def test_months_count_by_the_calendar_from_whatever_has_a_date() -> None:
    """31 January and a month is 28 February; and on from there, event by event."""
    events = "\n".join(
        f"event E{number}\n  when: 1 month after E{number - 1}" for number in range(2, 15)
    )
    text = Text(
        """
        event E1
          when: 1 month after signature
        clause 1
          Northland shall freeze its reactors.
          on: 1 month after E3
        clause 2
          Southland shall open its border.
          by: 1 month after 1 is complete
        clause 3
          Westland shall suspend sanctions.
          on: E14
        clause 4
          Westland shall leave the valley.
          by: 1 month after 5 is complete
        clause 5
          Westland shall open its border.
          reviewer: done 2027-01-31
        """.replace("clause 1", events.replace("\n", "\n        ") + "\n        clause 1", 1),
        head=SIGNED,
    )

    assert window(text, "1", "is complete") == ("2027-05-28", "2027-05-28")
    assert window(text, "2", "is complete")[1] == "2027-06-28"
    assert window(text, "3", "begins") == ("2028-03-28", "2028-03-28")
    assert window(text, "4", "is complete")[1] == "2027-02-28"


def test_a_long_row_of_months_counts_by_the_calendar_too() -> None:
    """Written last to first, so that each is known only once the one below it is."""
    events = "\n".join(
        f"event E{number}\n  when: 1 month after E{number + 1}" for number in range(1, 13)
    )
    text = Text(f"{events}\nevent E13\n  when: 2027-01-31\n{step('on: 1 month after E1')}")

    assert window(text, "1", "begins") == ("2028-02-28", "2028-02-28")


@pytest.mark.parametrize("turned", [False, True])
def test_a_long_row_of_waits_adds_up(*, turned: bool) -> None:
    """Written first to last, and last to first."""
    last = 100
    numbers = [last + 1 - each if turned else each for each in range(1, last + 1)]
    awaited = [None, *numbers[:-1]]
    steps = [
        step(*([f"after: 1 day after {other} is complete"] if other else [])).replace(
            "clause 1", f"clause {number}"
        )
        for number, other in zip(numbers, awaited, strict=True)
    ]
    text = Text("\n".join(reversed(steps) if turned else steps))

    assert window(text, str(numbers[-1]), "begins") == ("99 days after signature", None)


def test_what_is_done_binds_its_own_lines_no_more() -> None:
    text = Text(
        step("by: 2027-02-01", "after: 2 is complete", "reviewer: done 2027-05-05")
        + "\nclause 2\n  Southland shall open its border.\n  after: 1 is complete"
    )

    assert text.facts.misfits == ()
    assert text.facts.waiting.circles == ()
    assert window(text, "2", "begins")[0] == "2027-05-05"


def test_what_must_be_over_before_the_entry_may_begin_at_signature() -> None:
    head = "date: 2027-01-31\nentry into force: 2027-06-01"

    assert window(Text(step("before: entry into force"), head=head), "1", "begins") == (
        "2027-01-31",
        "2027-06-01",
    )


def test_of_a_choice_whose_days_count_from_different_moments_no_last_day_is_told() -> None:
    text = Text(
        step("by: later of 2027-06-01, 10 days after 2 is complete")
        + "\nclause 2\n  Southland shall open its border."
    )

    assert window(text, "1", "is complete")[1] is None


# ── Against a trial of all days ──────────────────────────────────────────────────────────────────


def drawn(clauses: int) -> st.SearchStrategy[tuple[list[str], ...]]:
    """Draw up to two labels for each of so many clauses, counting from each other or signature."""
    states = ("begins", "is complete", "is verified")
    moments = ["signature", *(f"{n} {states[n - 1]}" for n in range(1, clauses + 1))]
    times = st.builds("{} days after {}".format, st.integers(2, 4), st.sampled_from(moments))
    names = st.sampled_from(["by:", "after:", "on:", "before:"])
    lines = st.lists(
        st.builds("{} {}".format, names, times), max_size=2, unique_by=lambda line: line.split()[0]
    )
    return st.tuples(*[lines] * clauses)


def written(parts: tuple[list[str], ...]) -> Text:
    return Text(
        "\n".join(
            f"clause {number}\n  Northland shall freeze its reactors.\n"
            + "".join(f"  {line}\n" for line in lines)
            for number, lines in enumerate(parts, start=1)
        )
    )


def can_be_kept(schedule: Schedule) -> bool:
    """Try days up to the sum of all waits for every beginning and end, as LANGUAGE defines them."""
    moments = sorted({m for each in schedule.limits for m in (each.earlier, each.later)}, key=str)
    free = [moment for moment in moments if moment.state in {"begins", "is complete"}]
    for days in product(range(9), repeat=len(free)):
        day = dict(zip(free, days, strict=True))
        day |= {moment: 0 for moment in moments if moment.state == "happens"}
        for moment in moments:
            if moment.state == "is verified":
                day[moment] = day[Moment(moment.of, "is complete")]
            elif moment.state == "is breached":
                day[moment] = day[Moment(moment.of, "begins")]
        if all(day[each.later] - day[each.earlier] <= each.days for each in schedule.limits):
            return True
    return False


@pytest.mark.no_cover
@settings(max_examples=40, deadline=None)
@given(drawn(2))
def test_what_is_called_impossible_is_so_on_every_day(parts: tuple[list[str], ...]) -> None:
    schedule = written(parts).facts.schedule

    assert can_be_kept(schedule) is not bool(schedule.broken)


@settings(max_examples=40, deadline=None)
@given(drawn(3), st.randoms(use_true_random=False))
def test_the_order_of_clauses_changes_nothing(
    parts: tuple[list[str], ...], chance: random.Random
) -> None:
    body = [
        f"clause {number}\n  Northland shall freeze its reactors.\n"
        + "".join(f"  {line}\n" for line in lines)
        for number, lines in enumerate(parts, start=1)
    ]
    shuffled = list(body)
    chance.shuffle(shuffled)
    one, other = (Text("\n".join(each)).facts.schedule for each in (body, shuffled))

    assert bool(one.broken) == bool(other.broken)
    if not one.broken:
        for step in one.steps.values():
            assert one.window(step.given) == other.window(step.given)


def test_every_limit_can_be_told() -> None:
    text = Text(
        """
        clause 1
          Northland shall freeze its reactors.
          after: 1 day after signature
          by: 2 is complete
          before: 10 days after signature
        clause 2
          Southland shall open its border.
          by: 2027-02-28
          after: 2027-02-01
        """
    )

    stated = [each for each in text.facts.schedule.limits if each.cause.at is not None]
    assert sorted(told(Leg(each, each.days)) for each in stated) == [
        "1 begins at least 1 day after signature",
        "1 is complete at most 10 days after signature",
        "1 is complete no later than 2 is complete",
        "2 begins on 2027-02-01 at the earliest",
        "2 is complete on 2027-02-28 at the latest",
    ]
    assert SIGNATURE in {each.later for each in stated}


@pytest.mark.parametrize(
    ("who", "last"),
    [
        # Six months, as its own line has it; who waits for it has no say.
        ("Westland", "2027-07-31"),
        # Who is to be done with both by then has three months for the first.
        ("Northland", "2027-04-30"),
    ],
)
def test_what_another_s_step_waits_for_is_due_by_its_own_day(who: str, last: str) -> None:
    text = Text(
        f"""
        clause 1
          Northland shall freeze its reactors.
          by: 6 months after signature
        clause 2
          {who} shall open its border.
          after: 1 is complete
          by: 3 months after signature
        """,
        head=SIGNED,
    )

    assert window(text, "1", "is complete")[1] == last


def test_steps_that_begin_together_are_due_together() -> None:
    text = Text(
        """
        clause 1
          Northland shall freeze its reactors.
        clause 2
          Westland shall suspend sanctions.
          together with: 1 begins
          starts: by 2027-03-01
        """,
        head=SIGNED,
    )

    assert window(text, "1", "begins")[1] == "2027-03-01"


def test_a_step_beside_another_begins_no_earlier_than_any() -> None:
    text = Text(
        """
        clause 1
          Northland shall open the border.
          in parallel with: 3 begins
        clause 2
          Southland shall not close the border.
          in parallel with: 3 begins
          for: 1 year
        clause 3
          Westland shall leave the valley.
          after: 2027-03-01
        """,
        head="date: 2027-01-01",
    )
    signed = Day(CALENDAR, datetime.date(2027, 1, 1).toordinal())
    window = text.facts.schedule.window(Moment("2", "begins"))

    assert text.facts.schedule.first(Moment("1", "begins")) == signed
    assert (window.first, window.last) == (signed, None)
