from __future__ import annotations

import pytest

from clausecheck.analyses.inspection.detection import Detection
from tests.analyses.texts import Text, clause

DUTY = "Northland shall freeze its reactors."
WEEKLY = "verified by: IAEA using on-site inspection, every 7 days"
MONTH = "reversible: by Northland within 30 days"


def detection(*lines: str) -> Detection:
    (found,) = Text(clause(*lines)).facts.detection
    return found


def days(found: Detection) -> tuple[int | None, ...]:
    return tuple(each.days if each is not None else None for each in found.parts)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((), (7, None, None, None)),
        (("reports: within 2 days to Southland",), (7, 2, None, None)),
        (("reports: every 2 weeks to Southland",), (7, 14, None, None)),
        (("reports: at least 2 times per month",), (7, 16, None, None)),
        (("reports: at most 2 times per month",), (7, None, None, None)),
        # Who answers decides alone, unless somebody is named to judge.
        (("if breached: Southland may resume the exercises within 2 to 3 weeks.",), (7, None, 0, 21)),
        (("if breached: Southland may deploy 500 troops.",), (7, None, 0, None)),
        (
            (
                "if breached: Southland may resume the exercises within 14 days.",
                "judged by: UNSC",
            ),
            (7, None, None, 14),
        ),
        # Whoever looks for itself need not be told.
        (("if breached: IAEA shall report to UNSC within 3 days.",), (7, 0, 0, 3)),
        (
            (
                "if breached: UNSC shall decide within 60 days.",
                "otherwise: Southland may resume the exercises within 5 days.",
            ),
            (7, None, 60, 5),
        ),
        (("if breached: none",), (7, None, None, None)),
    ],
)  # fmt: skip
def test_the_days_until_a_breach_is_found_and_answered(
    lines: tuple[str, ...], expected: tuple[int | None, ...]
) -> None:
    assert days(detection(DUTY, WEEKLY, *lines)) == expected


ANSWER = "if breached: Southland may resume the exercises within {} days."


@pytest.mark.parametrize(
    ("often", "found"),
    [
        ("at least 2 times per month", 16),
        ("1 times per month", 31),
        ("12 times per year", 31),
        ("up to 20 times per year", None),
        ("0 times per month", None),
    ],
)
def test_so_many_looks_in_a_time_are_spread_evenly(often: str, found: int | None) -> None:
    line = f"verified by: IAEA using on-site inspection, {often}"

    assert days(detection(DUTY, line))[0] == found


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # 7 + 2 + 0 + 21 is 30: the last of the days that it takes to undo.
        (("reports: within 2 days to Southland", ANSWER.format(21), MONTH), ("in time", 30)),
        (("reports: within 2 days to Southland", ANSWER.format(22), MONTH), ("too late", 31)),
        # Not all is said, and what is said is too much already, or not yet.
        ((ANSWER.format(24), MONTH), ("too late", 31)),
        ((ANSWER.format(23), MONTH), ("not known", 30)),
        ((ANSWER.format(23),), ("not known", 30)),
        (("reversible: no",), ("in time", 7)),
        # It may take no more than 5 days to undo.
        (("reversible: by Northland within 5 to 30 days",), ("too late", 7)),
    ],
)
def test_whether_it_is_answered_in_time(lines: tuple[str, ...], expected: tuple[str, int]) -> None:
    found = detection(DUTY, WEEKLY, *lines)

    assert (found.verdict, found.stated.days) == expected


def seen(often: str) -> str:
    return f"verified by: IAEA using on-site inspection, {often}"


HOURS = "if breached: Southland may resume the exercises within {} hours."


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # 2 + 10 + 60 hours are 72: hours of one day are not a day each.
        ((seen("every 2 hours"), "reports: within 10 hours", HOURS.format(60)), ("in time", "3 days")),
        ((seen("every 2 hours"), "reports: within 10 hours", HOURS.format(61)), ("too late", "73 hours")),
        ((seen("every 90 minutes"), "reports: within 2 hours"), ("not known", "210 minutes")),
    ],
)  # fmt: skip
def test_hours_add_up(lines: tuple[str, ...], expected: tuple[str, str]) -> None:
    found = detection(DUTY, *lines, "reversible: by Northland within 72 hours")

    assert (found.verdict, found.stated.words) == expected


@pytest.mark.parametrize(
    ("often", "undone", "verdict"),
    [
        # Begun on one day, a month is as long as a month, whichever it is.
        ("every 1 month", "1 month", "not known"),
        ("1 times per month", "1 month", "not known"),
        ("every 1 year", "12 months", "not known"),
        ("every 1.5 months", "1.5 months", "not known"),
        ("every 31 days", "1 month", "too late"),
        ("every 28 days", "1 month", "not known"),
        ("every 1 month", "30 days", "too late"),
        ("every 1 month", "31 days", "not known"),
        ("every 1 month", "up to 31 days", "too late"),
        ("every 2 months", "1 month", "too late"),
    ],
)
def test_a_month_is_no_longer_than_a_month(often: str, undone: str, verdict: str) -> None:
    assert detection(DUTY, seen(often), f"reversible: by Northland within {undone}").verdict == (
        verdict
    )


def test_where_nothing_is_said_of_time_nothing_is_known() -> None:
    found = detection(DUTY, "verified by: IAEA using on-site inspection")

    assert found.silent
    assert found.verdict == "not known"


def test_only_what_somebody_verifies_is_looked_at() -> None:
    assert Text(clause(DUTY, "verified by: none")).facts.detection == ()
    assert Text(clause(DUTY)).facts.detection == ()


def test_a_verifier_s_own_sentence_says_how_often() -> None:
    text = Text(
        """
        clause 1
          Northland shall disable its reactors.
        clause 2
          IAEA shall inspect the reactors.
          verifies: 1
          every: 30 days
          reports: within 5 days to UNSC
        """
    )
    (found,) = text.facts.detection

    assert days(found) == (30, 5, None, None)
    assert found.undo.days == (120, 365)
    assert found.verdict == "not known"


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        ("by: 2 years after signature\n  verification ends: 2 years after signature", True),
        ("by: 3 years after signature\n  verification ends: 2 years after signature", False),
        ("by: 3 years after signature\nclause 2\n  IAEA shall inspect the reactors.\n  verifies: 1", True),
        (
            ("by: 3 years after signature\nclause 2\n  IAEA shall inspect the reactors.\n"
            "  verifies: 1\n  verification ends: 2 years after signature"),
            False,
        ),
        # A timetable that fails has no days.
        (
            ("by: 3 years after signature\n  verification ends: 2 years after signature\n"
            "clause 2\n  Northland shall open the road.\n  on: 2027-02-01\n  by: 2027-01-05"),
            True,
        ),
    ],
)  # fmt: skip
def test_what_is_due_when_nobody_looks_any_more_is_not_seen_in_time(
    body: str, *, seen: bool
) -> None:
    verified = "" if "verifies" in body else f"  {WEEKLY}\n"
    facts = Text(f"clause 1\n  {DUTY}\n{verified}  {body}", head="date: 2027-01-01").facts

    assert [each.provision.number for each in facts.detection] == (["1"] if seen else [])


def test_who_verifies_it_is_no_more_when_it_is_due() -> None:
    body = """
    body Mission "Observer Mission"
      members: Northland, Southland
      established: by 2027-02-01
      ends: 2028-01-01
    clause 1
      Northland shall leave the valley.
      by: {day}
      verified by: Mission using on-site inspection, every 7 days
    """
    late, in_time = (Text(body.format(day=day)).facts for day in ("2029-01-01", "2027-06-01"))

    assert late.detection == ()
    assert in_time.detection


def test_how_often_a_duty_is_done_does_not_say_how_often_somebody_looks() -> None:
    found = detection(
        "Northland shall provide records of its plutonium to Southland.",
        "every: 3 months",
        "verified by: IAEA using on-site inspection",
    )
    assert found.found is None


# ── Sunsets ──────────────────────────────────────────────────────────────────────────────────────

INSPECTED = "verified by: IAEA using on-site inspection"
BAN = "Northland shall not test missiles."


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((BAN, "verification ends: 2030-01-01"), True),
        ((BAN, "verification ends: none"), False),
        ((BAN, "for: without limit", "verification ends: 2030-01-01"), True),
        ((BAN, "until: 2030-01-01", "verification ends: 2030-01-01"), False),
        ((BAN, "until: 2030-01-02", "verification ends: 2030-01-01"), True),
        # Five years, three or six, from one moment, whatever its day.
        ((BAN, "for: 5 years", "verification ends: 3 years after signature"), True),
        ((BAN, "for: 5 years", "verification ends: 5 years after signature"), False),
        ((BAN, "for: 5 years", "verification ends: 6 years after signature"), False),
        # Who can tell when confidence has grown?
        ((BAN, 'until: "confidence has grown"', "verification ends: 2030-01-01"), False),
        ((BAN, "until: the handover", "verification ends: 2030-01-01"), False),
        # A step is over once it is done; but not if it is due only later.
        ((DUTY, "verification ends: 2030-01-01"), False),
        ((DUTY, "by: 2029-01-01", "verification ends: 2030-01-01"), False),
        ((DUTY, "by: 2031-01-01", "verification ends: 2030-01-01"), True),
        ((DUTY, "for: 50 years", "verification ends: 2030-01-01"), False),
        (
            (DUTY, "from: 2029-01-01", "for: 50 years", "verification ends: 2030-01-01"),
            True,
        ),
        ((DUTY, "every: 30 days", "verification ends: 2030-01-01"), False),
        # What has lapsed is out of it.
        ((BAN, "verification ends: 2030-01-01", "reviewer: ended"), False),
    ],
)
def test_whether_a_duty_outlasts_its_verification(
    lines: tuple[str, ...], *, expected: bool
) -> None:
    event = 'event the handover\n  when: outside this text, "the keys are handed over"\n'

    assert bool(Text(event + clause(*lines, INSPECTED)).facts.sunsets) is expected


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        ((BAN, "until: 2030-01-02", "verification ends: 2030-01-01"), 1),
        ((DUTY, "by: 2031-01-01", "verification ends: 2030-01-01"), 365),
        ((BAN, "for: 100 days", "verification ends: 60 days after signature"), 40),
        # From no date nobody can tell how long twelve months are, or three years.
        ((DUTY, "by: 12 months after signature", "verification ends: 300 days after signature"), None),
        ((BAN, "for: 5 years", "verification ends: 3 years after signature"), None),
        ((BAN, "verification ends: 2030-01-01"), None),
    ],
)  # fmt: skip
def test_for_how_long_nobody_looks(lines: tuple[str, ...], days: int | None) -> None:
    (found,) = Text(clause(*lines, INSPECTED)).facts.sunsets

    assert found.days == days
