"""Texts that enter into force once they are ratified."""

from __future__ import annotations

import random
from itertools import product

import pytest

from clausecheck.analyses.timing.moments import CALENDAR, ENTRY, Moment, day_of
from clausecheck.analyses.timing.schedule import Day
from tests.analyses.texts import Text

ALL_RATIFY = "All parties shall ratify this treaty."
HEAD = "date: 2027-03-01\nentry into force: 30 days after ratification by all parties"


def in_words(day: Day | None) -> str | None:
    if day is None:
        return None
    return str(day_of(day.days)) if day.origin == CALENDAR else f"{day.days} after {day.origin}"


def days(text: Text, moment: Moment) -> tuple[str | None, str | None]:
    schedule = text.facts.schedule
    return in_words(schedule.first(moment)), in_words(schedule.last(moment))


def test_who_ratifies_may_do_so_from_signature_on() -> None:
    text = Text(f"clause 1\n  {ALL_RATIFY}\n  by: 2027-08-28", head=HEAD)

    assert days(text, Moment("1", "begins"))[0] == "2027-03-01"
    assert days(text, Moment("1", "is complete"))[1] == "2027-08-28"
    assert days(text, ENTRY) == ("2027-03-31", "2027-09-27")


def test_what_counts_from_the_entry_is_due_by_the_day_to_which_the_ratification_leads() -> None:
    text = Text(
        f"""
        clause 1
          {ALL_RATIFY}
          by: 180 days after signature
        clause 2
          Northland shall freeze its reactors.
          by: 60 days after entry into force
        """,
        head=HEAD,
    )

    assert days(text, Moment("2", "is complete"))[1] == "2027-11-26"


def test_the_last_to_ratify_brings_the_text_into_force() -> None:
    text = Text(
        """
        clause 1
          Northland and Southland shall ratify this treaty.
          by: 60 days after signature
        clause 2
          Westland shall ratify this treaty.
          after: 2027-04-01
          by: 90 days after signature
        """,
        head=HEAD,
    )

    assert days(text, ENTRY) == ("2027-05-01", "2027-06-29")


@pytest.mark.parametrize(
    ("entry", "clause"),
    [
        ("ratification by all parties", "Northland shall ratify this treaty."),
        ("ratification by all parties", "All parties shall ratify the convention on mines."),
        ("deposit of the instruments of ratification", ALL_RATIFY),
        ("earlier of ratification by Northland, ratification by Southland", ALL_RATIFY),
    ],
)
def test_where_more_is_needed_nothing_says_by_when_the_text_is_in_force(
    entry: str, clause: str
) -> None:
    text = Text(
        f"clause 1\n  {clause}\n  by: 60 days after signature",
        head=f"date: 2027-03-01\nentry into force: {entry}",
    )

    assert days(text, ENTRY)[1] == "0 after entry into force"


def test_instruments_that_are_handed_over_by_a_day_bring_it_into_force() -> None:
    text = Text(
        """
        clause 1
          All parties shall ratify this treaty.
          by: 60 days after signature
        clause 2
          All parties shall deposit their instruments of ratification with UN.
          by: 90 days after signature
        """,
        head="date: 2027-03-01\nentry into force: deposit of the instruments of ratification",
    )

    assert days(text, ENTRY)[1] == "2027-05-30"


def test_a_day_on_which_all_ratify_is_known() -> None:
    text = Text(
        f"""
        clause 1
          {ALL_RATIFY}
          on: 2027-03-31
        clause 2
          Northland shall freeze its reactors.
          by: 1 month after entry into force
        """,
        head="date: 2027-03-01\nentry into force: ratification by all parties",
    )

    assert days(text, Moment("2", "is complete"))[1] == "2027-04-30"


def test_what_is_exchanged_but_no_instrument_waits_for_the_entry() -> None:
    text = Text(
        "clause 1\n  Northland and Southland shall exchange prisoners.",
        head="date: 2027-03-01\nentry into force: 2027-06-01",
    )

    assert days(text, Moment("1", "begins"))[0] == "2027-06-01"


# ── Against enumeration ──────────────────────────────────────────────────────────────────────────

MOST = 14
"""The last day that is tried: no line below counts so far."""


def drawn(seed: int) -> tuple[int, list[list[str]]]:
    """Return the days from ratification to the entry into force, and the lines of two ratifications and of two other steps."""
    pick = random.Random(seed)  # noqa: S311 - no secret
    wait = pick.choice([1, 2, 4])
    lines: list[list[str]] = []
    for _ in range(2):
        mine = []
        if pick.random() < 0.4:
            mine.append(f"after: {span(pick.randint(1, 6))} after signature")
        if pick.random() < 0.6:
            mine.append(f"by: {span(pick.randint(1, 8))} after signature")
        if pick.random() < 0.2:
            mine = [f"after: {pick.choice('34')} is complete", *mine[1:]]
        lines.append(mine)
    for own in (3, 4):
        other = 7 - own
        after = pick.choice(
            [
                "entry into force",
                "signature",
                f"{other} is complete",
                "1 day after entry into force",
            ]
        )
        due = pick.choice(
            [
                f"{span(pick.randint(1, 10))} after signature",
                f"{span(pick.randint(1, 3))} after entry into force",
                f"{span(pick.randint(1, 3))} after {other} is complete",
            ]
        )
        lines.append([f"after: {after}", *([f"by: {due}"] if pick.random() < 0.8 else [])])
    return wait, lines


def span(days: int) -> str:
    return "1 day" if days == 1 else f"{days} days"


def kept(wait: int, lines: list[list[str]]) -> bool:
    """Tell whether some days keep all lines, by trying them."""
    for tried in product(range(MOST), repeat=4):
        entry = max(tried[:2]) + wait
        days = {"signature": 0, "entry into force": entry}
        days |= {f"{number} is complete": day for number, day in enumerate(tried, 1)}
        for day, mine in zip(tried, lines, strict=True):
            for line in mine:
                label, _, time = line.partition(": ")
                count, _, moment = time.rpartition(" after ")
                end = days[moment] + (int(count.split()[0]) if count else 0)
                if (day < end) if label == "after" else (day > end):
                    break
            else:
                continue
            break
        else:
            return True
    return False


@pytest.mark.parametrize("seed", range(40))
def test_whether_it_can_be_kept_is_as_days_tried_one_by_one_tell(seed: int) -> None:
    wait, lines = drawn(seed)
    steps = [
        "Northland shall ratify this treaty.",
        "Southland and Westland shall ratify this treaty.",
        "Northland shall freeze its reactors.",
        "Southland shall suspend sanctions.",
    ]
    body = "\n".join(
        "\n  ".join([f"clause {number}", sentence, *mine])
        for number, (sentence, mine) in enumerate(zip(steps, lines, strict=True), 1)
    )
    head = f"entry into force: {span(wait)} after ratification by all parties"
    schedule = Text(body, head=head).facts.schedule

    assert (not schedule.broken) == kept(wait, lines)
