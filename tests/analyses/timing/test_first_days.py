"""The first day that is told of a step is one that is said of it, and not what another's day asks."""

from __future__ import annotations

import datetime

import pytest

from clausecheck.analyses.timing.moments import CALENDAR, ENTRY, SIGNATURE, Moment
from clausecheck.analyses.timing.schedule import Day, Schedule
from clausecheck.analyses.timing.standing import standing
from tests.analyses.texts import Text

WHO = ("Northland", "Westland")


def schedule(due_after: str, *, other: str = "Westland", head: str = "") -> Schedule:
    """Return the timetable of a step without a day, and of one that is due some days after it."""
    text = Text(
        f"""
        event the handover
          when: outside this text, "the keys are handed over"
        clause 1
          Northland shall open its border.
        clause 2
          {other} shall leave the valley.
          after: 2027-06-01
          by: 30 days after {due_after}
        """,
        head=head,
    )
    return text.facts.schedule


def date(day: Day | None) -> str | None:
    known = day is not None and day.origin == CALENDAR
    return str(datetime.date.fromordinal(day.days)) if day is not None and known else None


@pytest.mark.parametrize(
    ("due_after", "moment"),
    [
        ("signature", SIGNATURE),
        ("entry into force", ENTRY),
        ("1 is complete", Moment("1", "is complete")),
        ("1 begins", Moment("1", "begins")),
        ("the handover", Moment("the handover")),
    ],
)
def test_that_another_is_due_after_it_sets_nothing_its_first_day(
    due_after: str, moment: Moment
) -> None:
    found = schedule(due_after, head="entry into force: ratification by all parties")

    assert date(found.first(moment)) is None
    assert date(found.first(Moment("2", "begins"))) == "2027-06-01"


def test_a_side_that_binds_itself_leaves_itself_no_sooner_day() -> None:
    found = schedule("1 begins", other="Northland")

    assert date(found.first(Moment("1", "begins"))) == "2027-05-02"


def test_a_text_without_a_date_is_given_none_by_its_steps() -> None:
    text = Text(
        """
        clause 1
          Northland shall open its border.
          after: 2027-06-01
          by: 30 days after signature
        """
    )

    assert standing(text.facts.reading, text.facts.schedule).signed is None


def test_a_text_with_a_date_keeps_it_where_a_step_cannot_be_kept() -> None:
    text = Text(
        """
        clause 1
          Northland shall open its border.
          after: 2027-06-01
          by: 30 days after signature
        clause 2
          Westland shall leave the valley.
          by: 30 days after signature
          after: 2027-07-01
        """,
        head="date: 2027-01-31",
    )

    assert [misfit.clause for misfit in text.facts.misfits] == ["1", "2"]
    assert standing(text.facts.reading, text.facts.schedule).signed == "2027-01-31"


def test_an_event_with_another_way_to_come_may_come_before_its_day() -> None:
    text = Text(
        """
        event the handover
          when: 2027-06-01
          otherwise: Westland shall decide within 30 days.
        clause 1
          Northland shall open its border.
          on: the handover
        """
    )
    window = text.facts.schedule.window(Moment("1", "begins"))

    assert date(window.first) is None
    assert date(window.last) == "2027-06-01"


def test_of_two_days_that_count_from_one_event_the_narrower_is_told() -> None:
    text = Text(
        """
        event the handover
          when: outside this text, "the keys are handed over"
        clause 1
          Northland shall open its border.
          after: the handover
          after: 20 days after the handover
          by: 60 days after the handover
          by: 40 days after the handover
        """
    )
    handover, schedule = Moment("the handover"), text.facts.schedule

    assert schedule.first(Moment("1", "begins")) == Day(handover, 20)
    assert schedule.last(Moment("1", "is complete")) == Day(handover, 40)
