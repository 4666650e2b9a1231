"""Hours, which are told and not reckoned with."""

from __future__ import annotations

import pytest

from tests.analyses.texts import Text

HEAD = "date: 2027-01-01"


def text(first: str, *lines: str) -> Text:
    body = ["clause 1", "Northland shall leave the valley.", first, "clause 2"]
    return Text("\n".join([*body, "Southland shall open its border.", *lines]), head=HEAD)


@pytest.mark.parametrize(
    ("ends", "by"),
    [
        ("on: 2027-07-27 10:00 Seoul", "by: 2027-07-26 22:00 Washington"),  # one hour is left
        ("on: 2027-07-26 22:00 Washington", "by: 2027-07-27 12:00 Seoul"),
        ("on: 2027-07-27 10:00 Seoul", "by: 2027-07-27 08:00 Seoul"),
        ("on: 2027-07-27 10:00 Seoul", "by: 2027-07-27"),
    ],
)
def test_what_clocks_may_leave_time_for_is_not_called_impossible(ends: str, by: str) -> None:
    facts = text(ends, "after: 1 is complete", by).facts

    assert facts.misfits == ()
    assert facts.overtaken == ()


@pytest.mark.parametrize(
    ("ends", "by"),
    [
        ("on: 2027-07-27 10:00 Seoul", "by: 2027-07-26 22:00 Seoul"),
        ("on: 2027-07-27 10:00 Seoul", "by: 2027-07-25 22:00 Washington"),
        ("on: 2027-07-27 10:00 Seoul", "by: 2027-07-26"),
    ],
)
def test_no_clock_leaves_a_whole_day_more(ends: str, by: str) -> None:
    (misfit,) = text(ends, "after: 1 is complete", by).facts.misfits

    assert misfit.due.of == "2"


def test_hours_in_a_row_are_not_called_impossible() -> None:
    facts = text(
        "after: 48 hours after signature",
        "after: 12 hours after 1 is complete",
        "by: 54 hours after signature",
    ).facts

    assert facts.misfits == ()


def test_places_are_found_in_all_lines_that_tell_a_time() -> None:
    facts = text(
        "on: 12 hours after 2027-07-27 10:00 Seoul",
        "after: later of 1 is complete, 2027-07-26 20:00 Washington",
        "starts: by 2027-07-27 09:00 Geneva",
        "by: 2027-07-26 22:00 Washington",
    ).facts

    assert facts.schedule.reckoner.zones == {"Washington", "Geneva"}
