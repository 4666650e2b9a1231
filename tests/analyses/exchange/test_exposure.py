from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausecheck.analyses.exchange import answers
from clausecheck.analyses.exchange.exposure import Exposure
from clausecheck.analyses.exchange.matches import EasierToUndo, Later, LessVerified, Weaker
from clausecheck.analyses.timeline import Timeline, timeline
from clausecheck.analyses.timing.moments import CALENDAR, SIGNATURE
from clausecheck.analyses.timing.schedule import Day
from clausecheck.analyses.timing.undoing import TimeToUndo
from tests.analyses.texts import Text

FROZEN_FOR_RELIEF = """
clause 1
  Northland shall dismantle its reactors.
  by: 30 days after signature
  reversible: {undo}
clause 2
  Westland shall suspend sanctions.
  {label}
  in return for: 1
  reversible: by Westland within 10 days
"""


def made(
    body: str, *, head: str = "", within: int = 30, leaving: tuple[str, str] | None = None
) -> Timeline:
    return timeline(Text(body, head=head).facts, within=within, leaving=leaving)


def relief(label: str, undo: str = "no") -> Timeline:
    return made(FROZEN_FOR_RELIEF.format(label=label, undo=undo))


def told(each: Exposure) -> tuple[str, str, str, int | None]:
    return each.party, each.answer.given.number, each.answer.gained.number, each.gap.days


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        # Northland has dismantled on day 30 at the latest, and may wait until day 90.
        ("by: 90 days after signature", [("Northland", "1", "2", 60)]),
        # Counted from its own step, the wait is what the label says.
        ("by: 20 days after 1 is complete", [("Northland", "1", "2", 20)]),
        ("after: 1 is complete", [("Northland", "1", "2", None)]),
        # Westland gives first, and Northland has 30 days from signature.
        ("on: signature", [("Westland", "2", "1", 30)]),
        ("together with: 1 begins", []),
    ],
)
def test_how_long_a_side_has_given_and_not_received(
    label: str, expected: list[tuple[str, str, str, int | None]]
) -> None:
    assert [told(each) for each in relief(label).exposures] == expected


def test_a_step_that_need_not_come_before_its_answer_exposes_nobody() -> None:
    body = FROZEN_FOR_RELIEF.replace("  by: 30 days after signature\n", "")
    timeline = made(body.format(label="by: 90 days after signature", undo="no"))

    assert [told(each) for each in timeline.exposures] == [("Westland", "2", "1", None)]


def test_a_timetable_that_cannot_be_kept_exposes_nobody() -> None:
    timeline = relief("by: 5 days after signature\n  after: 10 days after signature")

    assert timeline.feasible == "no"
    assert timeline.exposures == ()


@pytest.mark.parametrize(
    ("undo", "within", "holds"),
    [
        ("no", 30, True),
        ("by Northland within 20 days", 30, False),
        ("by Northland within 40 days", 30, True),
        ("by Northland within 20 to 40 days", 30, None),
        ("yes", 30, None),
    ],
)
def test_what_can_be_taken_back_in_time_is_no_exposure(
    undo: str, within: int, *, holds: bool | None
) -> None:
    (found,) = made(
        FROZEN_FOR_RELIEF.format(label="after: 1 is complete", undo=undo), within=within
    ).exposures

    assert found.holds(within) is holds


def test_an_assumed_time_says_whose_it_is_and_whether_the_verdict_hangs_on_it() -> None:
    body = """
    clause 1
      Northland shall disable its reactors.
    clause 2
      Westland shall suspend sanctions.
      after: 1 is complete
    """
    sure, hanging = made(body, within=30), made(body, within=200)

    assert sure.exposures[0].undo.by == "assumed"
    assert "VOA" in sure.exposures[0].undo.source
    assert [hinge.flips for hinge in (*sure.hinges, *hanging.hinges)] == [False, True]


def test_what_the_reviewer_says_of_reversal_counts_as_the_clause_s() -> None:
    body = """
    clause 1
      Northland shall disable its reactors.
      reviewer: reversible within 1 day
    clause 2
      Westland shall suspend sanctions.
      after: 1 is complete
    """

    assert made(body).exposures[0].undo == TimeToUndo("clause", (1, 1))


def test_an_act_that_nobody_knows_has_no_figure() -> None:
    body = """
    clause 1
      Northland shall frobnicate its reactors.
    clause 2
      Westland shall remember Northland.
      after: 1 is complete
    """

    assert [each.undo.by for each in made(body).exposures] == ["unknown"]


def test_the_worst_is_the_longest_and_the_day_with_most_open() -> None:
    body = """
    clause 1
      Northland shall dismantle its reactors.
      by: 10 days after signature
      reversible: no
    clause 2
      Northland shall open its mines.
      by: 20 days after signature
      reversible: no
    clause 3
      Westland shall suspend sanctions.
      by: 30 days after signature
      in return for: 1, 2
    """
    (worst,) = made(body).worst

    assert told(worst.longest) == ("Northland", "1", "3", 20)
    assert worst.day is not None
    assert worst.day.days == 20
    assert [each.answer.given.number for each in worst.open] == ["1", "2"]


def test_the_worst_day_is_the_first_of_those_with_most_open_and_an_answer_closes_on_its_own() -> (
    None
):
    body = """
    clause 1
      Northland shall dismantle its reactors.
      by: 10 days after signature
      reversible: no
    clause 2
      Westland shall suspend sanctions.
      by: 20 days after signature
      in return for: 1
    clause 3
      Northland shall open its mines.
      by: 20 days after signature
      reversible: no
    clause 4
      Westland shall lift sanctions on coal exports.
      by: 40 days after signature
      in return for: 3
    """
    (worst,) = (each for each in made(body).worst if each.party == "Northland")

    assert told(worst.longest) == ("Northland", "3", "4", 20)
    assert worst.day is not None
    assert worst.day.days == 10
    assert [each.answer.given.number for each in worst.open] == ["1"]

    together = """
    clause 5
      Northland shall return the fallen.
      by: 20 days after signature
      reversible: no
    clause 6
      Westland shall open a liaison office.
      by: 30 days after signature
      in return for: 5
    """
    (worst,) = (each for each in made(f"{body}{together}").worst if each.party == "Northland")

    assert worst.day is not None
    assert worst.day.days == 20
    assert [each.answer.given.number for each in worst.open] == ["3", "5"]


def test_a_step_with_two_answers_is_open_until_the_last_of_them() -> None:
    # On day 40 the first answer of 1 has come, the second is open until day 60, and 4 is given.
    body = """
    clause 1
      Northland shall freeze its reactors.
      by: 20 days after signature
      reversible: no
      in return for: 2, 3
    clause 2
      Westland shall suspend sanctions.
      by: 30 days after signature
    clause 3
      Southland shall open its border.
      by: 60 days after signature
    clause 4
      Northland shall dismantle its missiles.
      by: 40 days after signature
      reversible: no
      in return for: 5
    clause 5
      Westland shall lift sanctions on coal exports.
      by: 90 days after signature
    """
    (worst,) = made(body).worst

    assert told(worst.longest) == ("Northland", "4", "5", 50)
    assert worst.day == Day(SIGNATURE, 40)
    assert [told(each)[1:3] for each in worst.open] == [("1", "3"), ("4", "5")]


steps_given = st.lists(
    st.tuples(
        st.integers(2, 9),
        st.none() | st.integers(2, 6),
        st.lists(st.integers(2, 12), min_size=1, max_size=2),
    ),
    min_size=1,
    max_size=3,
)
"""For each step of one side the day on which it is due, its term, and the days of its answers."""


@settings(max_examples=25, deadline=None)
@given(steps_given)
def test_the_worst_day_is_that_of_a_count_of_all_days(
    plan: list[tuple[int, int | None, list[int]]],
) -> None:
    clauses: list[str] = []
    for place, (day, term, answered) in enumerate(plan, start=1):
        answers_ = ", ".join(f"{place}.{number}" for number in range(2, len(answered) + 2))
        clauses.append(
            f"clause {place}.1\n  Northland shall open its border.\n  in return for: {answers_}\n"
            f"  by: {day} days after signature\n  reversible: no\n"
            + (f"  for: {term} days\n" if term else "")
        )
        clauses += (
            f"clause {place}.{number}\n  Westland shall suspend sanctions.\n  reversible: no\n"
            f"  by: {due} days after signature\n"
            for number, due in enumerate(answered, start=2)
        )
    found = [each for each in made("\n".join(clauses), within=0).worst if each.party == "Northland"]
    open_on = {
        day: [
            f"{place}.1"
            for place, (begins, term, ends) in enumerate(plan, start=1)
            if begins <= day < min(max(ends), begins + (term or 99))
        ]
        for day in range(13)
    }

    most = max(map(len, open_on.values()))
    worst = next(day for day, now in open_on.items() if len(now) == most)
    assert [(each.day, [*dict.fromkeys(told(one)[1] for one in each.open)]) for each in found] == (
        [(Day(SIGNATURE, worst), open_on[worst])] if most else []
    )


@pytest.mark.parametrize(
    ("lines", "days", "term"),
    [
        # The freeze begins by day 60 and is over 100 days later, its answer is due on day 300.
        ("by: 60 days after signature\n  for: 100 days", 100, 100),
        ("from: 60 days after signature\n  until: 160 days after signature", 100, 100),
        ("by: 60 days after signature\n  for: 240 days", 240, None),
        ("by: 60 days after signature\n  for: without limit", 240, None),
        ("by: 60 days after signature", 240, None),
        ("by: 60 days after signature\n  until: 2 is complete", 240, None),
        # Nobody knows when it begins, and whether the answer has come by the end of its term.
        ("by: 60 days after the handover\n  for: 100 days", None, 100),
    ],
)
def test_what_is_over_is_given_no_longer(lines: str, days: int | None, term: int | None) -> None:
    (first, *_) = made(
        f"""
        event "the handover"
          when: outside this text, "the keys are handed over"
        clause 1
          Northland shall freeze its reactors.
          {lines}
          in return for: 2
        clause 2
          Westland shall suspend sanctions.
          by: 300 days after signature
        """
    ).exposures

    assert (first.answer.given.number, first.gap.days, first.term) == ("1", days, term)


def test_what_has_no_answer_in_its_term_has_none_without_end() -> None:
    (found,) = made(
        """
        clause 1
          Northland shall not conduct missile tests.
          for: 1 year
          in return for: 2
        clause 2
          Westland shall suspend sanctions.
        """,
        head="date: 2027-01-01",
    ).exposures

    assert (found.gap.days, found.term) == (365, 365)


def test_without_days_the_longest_is_the_worst() -> None:
    body = """
    clause 1
      Northland shall dismantle its reactors.
      reversible: no
    clause 2
      Westland shall suspend sanctions.
      after: 1 is complete
    """
    (worst,) = made(body).worst

    assert worst.day is None
    assert worst.open == (worst.longest,)


def test_who_leaves_after_a_step_finds_what_came_before_it() -> None:
    body = """
    clause 1
      Northland shall dismantle its reactors.
      by: 10 days after signature
      reversible: by Northland within 90 days
    clause 2
      Westland shall suspend sanctions.
      by: 20 days after signature
      reversible: by Westland within 10 days
    clause 3
      Westland shall terminate sanctions.
      after: 2 is complete
    clause 4
      Southland shall open its border.
    """
    north, south, west = made(body, leaving=("Westland", "2")).walk_away

    assert [number for number, _ in north.given] == ["1"]
    assert north.restored_within == 90
    assert [number for number, _ in west.given] == ["2"]
    assert west.restored_within == 10
    assert south.given == ()
    assert south.restored_within == 0
    # Westland leaves: the others lose what it had still to do, and it loses what they had.
    assert [held.owed for held in (north, south, west)] == [("3",), ("3",), ("4",)]


@pytest.mark.parametrize(
    ("lines", "given"),
    [
        # By then 1 has been verified, and 3 was due before it, 4 a month later.
        ("by: 30 days after 1 is verified", ["1", "3"]),
        ("by: 30 days after 1 is complete", ["1", "3"]),
        ("by: 30 days after 1 begins", ["1", "3"]),
        # It has no last day, but comes only after 1, which uses all its time.
        ("after: 1 is complete", ["1", "3"]),
        # What must come before, and what has no bound and may come at once.
        ("by: 30 days before 1 is complete", []),
        ("", []),
        ("by: 2027-02-01", ["3"]),
        # Through a deadline that counts from the end of another without a day.
        ("by: 10 days after 5 is complete", ["1", "3"]),
        ("by: 10 days after 6 begins", []),
        # 1 is verified no sooner than it is complete, so that 4 was due a day before.
        ("by: 32 days after 1 is verified", ["1", "3", "4"]),
        ("by: 12 days after 5 is complete", ["1", "3", "4"]),
    ],
)
def test_who_leaves_on_the_last_day_of_a_step_finds_what_was_due_by_then(
    lines: str, given: list[str]
) -> None:
    body = f"""
    clause 1
      Northland shall freeze its reactors.
      by: 2027-03-01
    clause 2
      Westland shall suspend sanctions.
      {lines}
    clause 3
      Northland shall open its border.
      by: 2027-02-01
    clause 4
      Northland shall leave the valley.
      by: 2027-04-01
    clause 5
      Southland shall open its border.
      by: 20 days after 1 is verified
    clause 6
      Southland shall leave the valley.
    """
    north, *_ = made(body, leaving=("Westland", "2")).walk_away

    assert [number for number, _ in north.given] == given


def test_who_leaves_after_what_counts_from_a_check_finds_what_counts_from_the_step() -> None:
    body = """
    clause 1
      Northland shall leave the valley.
      verified by: Southland using on-site inspection
    clause 2
      Westland shall suspend sanctions.
      by: 30 days after 1 is verified
    clause 3
      Northland shall open its border.
      by: 30 days after 1 is complete
    clause 4
      Northland shall open the road.
      by: 31 days after 1 is complete
    """
    north, *_ = made(body, leaving=("Westland", "2")).walk_away

    assert [number for number, _ in north.given] == ["1", "3"]


@pytest.mark.parametrize(
    ("waited_for", "north", "south"),
    [
        ("Northland shall leave the valley.\n  by: 2028-01-01", ["3"], ["1"]),
        ("Northland shall leave the valley.", ["3"], ["1"]),
        # Its term is over once what waits for its end is given.
        ("Northland shall freeze its reactors.\n  for: 30 days", [], ["1"]),
        # What need not come is not taken to have come.
        ("Northland should leave the valley.", [], []),
        ("Northland shall leave the valley.\n  if: the river is low", [], []),
    ],
)
def test_who_leaves_finds_given_what_a_given_step_waits_for(
    waited_for: str, north: list[str], south: list[str]
) -> None:
    body = f"""
clause 1
  Southland shall open its border.
  by: 2027-06-01
  after: 3 is complete
clause 2
  Westland shall suspend sanctions.
  by: 2027-09-01
clause 3
  {waited_for}
"""
    ours, theirs, _ = made(body, leaving=("Westland", "2")).walk_away

    assert [number for number, _ in ours.given] == north
    assert [number for number, _ in theirs.given] == south


def test_a_guarantor_who_leaves_stands_behind_the_parties() -> None:
    body = """
    guarantor Eastland "Republic of Eastland"
    clause 1
      Eastland shall send 200 observers.
      by: 30 days after signature
    clause 2
      Eastland shall pay for the mission.
      by: 60 days after signature
    clause 3
      Northland shall leave the valley.
      by: 90 days after signature
    """
    north, south, _, east = made(body, leaving=("Eastland", "1")).walk_away

    assert (north.party, north.given, north.owed) == ("Northland", (), ("2",))
    assert south.owed == ("2",)
    assert (east.party, [number for number, _ in east.given], east.owed) == (
        "Eastland",
        ["1"],
        ("3",),
    )


def test_nobody_leaves_on_a_day_of_a_timetable_that_cannot_be_kept() -> None:
    body = """
    clause 1
      Northland shall leave the valley.
      by: 30 days after signature
    clause 2
      Northland shall open its border.
      starts: at least 40 days after 1 is complete
      by: 20 days after signature
    """
    assert made(body, leaving=("Northland", "2")).walk_away == ()


def test_a_time_to_restore_that_is_not_known_stays_so() -> None:
    body = """
    clause 1
      Northland shall withdraw its troops.
    """
    north, *_ = made(body, leaving=("Northland", "1")).walk_away

    assert north.restored_within is None


def test_what_is_over_is_not_counted_as_given() -> None:
    body = """
    clause 1
      Northland shall dismantle its reactors.
    clause 2
      Westland shall suspend sanctions.
      in return for: 1
      reviewer: ended
    """
    timeline = made(body, leaving=("Northland", "1"))

    assert timeline.exposures == ()
    assert timeline.walk_away[2].given == ()


def test_the_matrix_says_what_is_less_in_the_answer() -> None:
    body = """
    clause 1
      Northland shall dismantle its reactors.
      by: 10 days after signature
      verified by: IAEA using on-site inspection, every 7 days
      reversible: no
    clause 2
      Westland intends to suspend sanctions.
      by: 30 days after signature
      in return for: 1
      reversible: by Westland within 10 days
    clause 3
      Southland shall leave the valley.
    """
    timeline = made(body)

    first, second = timeline.matches
    later, *others = first.less
    assert isinstance(later, Later)
    assert later.by.days == 20
    assert others == [
        Weaker("shall", "intends to"),
        LessVerified("full", "none"),
        EasierToUndo(TimeToUndo("never"), TimeToUndo("clause", (10, 10))),
    ]
    assert second.less == ()
    assert [each.number for each in timeline.unanswered] == ["3"]


def test_what_waits_for_a_step_comes_later_though_it_is_due_sooner() -> None:
    body = """
    clause 1
      Northland shall open its border.
      by: 2027-12-31
      after: 2 is complete
      in return for: 2
    clause 2
      Westland shall open the road.
      by: {day}
    """
    first, second = made(body.format(day="2035-02-01")).matches

    (sooner,), (later,) = first.more, second.less
    assert sooner == later
    assert isinstance(later, Later)
    assert later.by.days is None
    assert (first.less, second.more) == ((), ())

    first, second = made(body.format(day="2027-12-31")).matches
    assert (first.less, first.more, second.less, second.more) == ((), (), (), ())


def test_a_step_of_both_sides_answers_none_of_theirs() -> None:
    body = """
    clause 1
      Northland and Westland each shall open a liaison office.
    clause 2
      Westland shall suspend sanctions.
      after: 1 is complete
    """

    assert made(body).matches == ()


# ── The rows ─────────────────────────────────────────────────────────────────────────────────────

STEPS = """
clause 1
  Westland shall suspend sanctions.
  after: 2 is complete
clause 2
  Northland shall dismantle its reactors.
  by: 2027-03-01
clause 3
  Southland may leave the valley.
clause 4
  Southland shall open its border.
  after: 2027-06-01
clause 5
  Westland shall remember Northland.
  after: "confidence has grown"
"""


def test_steps_stand_in_the_order_in_which_they_can_come() -> None:
    rows = made(STEPS, head="date: 2027-01-31").rows

    assert [row.number for row in rows] == ["2", "1", "3", "4", "5"]
    waits = {row.number: [str(each.moments[0]) for each in row.waits] for row in rows}
    assert waits["1"] == ["2 is complete"]
    assert waits["5"] == ['"confidence has grown"']
    assert [row.undo is None for row in rows] == [False, False, True, False, False]


def test_how_far_each_is_on_a_day() -> None:
    facts = Text(STEPS, head="date: 2027-01-31").facts
    rows = timeline(facts, within=30, at=datetime.date(2027, 4, 1)).rows

    assert [(row.number, row.progress) for row in rows] == [
        ("2", "due"),
        ("1", "open"),
        ("3", "open"),
        ("4", "not yet"),
        ("5", "not told"),
    ]


@pytest.mark.parametrize(
    ("lines", "progress"),
    [
        ("Northland and Westland hereby end the state of war.", "done"),
        ("Northland hereby cedes the island to Westland.", "done"),
        ("Northland recognises Westland as a sovereign state.", "done"),
        ("Northland declares that the state of war is ended.", "done"),
        # What is only promised, or put off, is not done by saying so.
        ("Northland hereby decides to leave the valley.", "open"),
        ("Northland hereby is obliged to leave the valley.", "open"),
        ("Northland declares its intention to leave the valley.", "open"),
        ("Northland declares that it will leave the valley.", "open"),
        ("Northland hereby lifts sanctions on Westland.\n  after: 2 is complete", "open"),
        ("Northland shall refrain from the use of force.", "in force"),
        ("Northland shall maintain the cease-fire.", "in force"),
        ("The road shall remain closed.", "in force"),
        ("Northland shall respect the border.\n  for: 10 years", "in force"),
        ("The Armistice Agreement remains in force.\n  until: 2029-01-01", "in force"),
        ("Northland shall respect the border.\n  after: 2 is complete", "open"),
        ("Northland shall maintain its embassy.\n  by: 2027-03-01", "due"),
        ("Northland shall establish and maintain an embassy.", "open"),
    ],
)
def test_what_comes_by_itself_needs_nobody_to_begin_it(lines: str, progress: str) -> None:
    body = f"""
clause 1
  {lines}
clause 2
  Southland shall open its border.
"""
    facts = Text(body, head="date: 2027-01-31\nentry into force: signature").facts
    rows = timeline(facts, within=30, at=datetime.date(2027, 4, 1)).rows

    assert {row.number: row.progress for row in rows}["1"] == progress


@pytest.mark.parametrize(
    ("due", "who", "hurried"),
    [
        ("by: 7 days after signature", "Northland", ("1",)),
        ("before: 8 days after signature", "Northland", ("1",)),
        ("by: 7 days after the harvest", "Northland", ("1",)),
        ("by: 7 days after 3 is complete", "Northland", ("1",)),
        ("by: 6 days after signature", "Northland", ()),
        ("by: 1 month after signature", "Northland", ()),
        ("by: later of 7 days after signature, 7 days after the harvest", "Northland", ()),
        ("", "Northland", ()),
        # That another waits makes nobody's own day an earlier one.
        ("by: 7 days after signature", "Southland", ()),
    ],
)
def test_a_last_day_that_leaves_time_for_another_step_is_told_as_that(
    due: str, who: str, hurried: tuple[str, ...]
) -> None:
    body = f"""
clause 1
  Northland shall hand over a list.
  {due}
clause 2
  {who} shall return all prisoners.
  starts: at least 14 days after 1 is complete
  by: 20 days after signature
clause 3
  Northland shall open its border.
  on: signature
event the harvest
  when: signature
"""
    assert made(body).hurried == hurried


def test_before_the_date_of_a_text_nobody_owes_anything() -> None:
    facts = Text(STEPS, head="date: 2027-01-31").facts

    assert timeline(facts, within=30, at=datetime.date(2027, 1, 30)).held == ()
    assert timeline(facts, within=30, at=datetime.date(2027, 1, 31)).held != ()


def test_steps_in_a_circle_come_last() -> None:
    rows = made("""
    clause 1
      Westland shall suspend sanctions.
      after: 2 is complete
    clause 2
      Northland shall dismantle its reactors.
      after: 1 is complete
    clause 3
      Southland shall open its border.
      after: 4 is complete
    clause 4
      Southland shall leave the valley.
      after: 1 day after signature
    """).rows

    assert [row.number for row in rows][-2:] == ["1", "2"]


def test_a_step_stands_after_all_that_it_waits_for() -> None:
    rows = made("""
    clause 1
      Westland shall suspend sanctions.
      after: 2 is complete and 3 is complete
    clause 2
      Northland shall dismantle its reactors.
      after: 10 days after signature
    clause 3
      Southland shall open its border.
      by: 5 days after signature
    """).rows

    assert [row.number for row in rows] == ["3", "2", "1"]


def test_answers_are_found_from_either_side() -> None:
    facts = Text(FROZEN_FOR_RELIEF.format(label="after: 1 is complete", undo="no")).facts
    pairs = answers.answers(facts.reading, facts.waiting)

    assert [(each.given.number, each.gained.number, each.said) for each in pairs] == [
        ("1", "2", True),
        ("2", "1", True),
    ]


def test_who_gives_by_an_event_that_is_the_answer_is_not_exposed() -> None:
    """At the latest both are there at once, as where it is due by the answer itself."""
    found = made(
        """
        event the opening
          when: 1 is complete
        clause 1
          Westland shall open its border.
        clause 2
          Northland shall dismantle its reactors.
          by: the opening
          in return for: 1
          reversible: no
        """
    )

    assert found.exposures == ()


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("after: 60 days after 1 is complete", 60),
        ("after: 3 is complete", 944),
        ("after: 4 is complete", 974),
        ("after: 5 is verified", 30),
    ],
)
def test_an_answer_that_waits_for_others_comes_no_sooner_than_they_do(line: str, days: int) -> None:
    (only,) = (
        each
        for each in made(
            f"""
            clause 1
              Northland shall leave the valley.
              by: 2027-06-01
              in return for: 2
            clause 2
              Westland shall leave the valley.
              by: 2027-04-01
              {line}
            clause 3
              Southland shall open its border.
              by: 2029-12-31
            clause 4
              Southland shall open the road.
              by: 30 days after 3 is complete
            clause 5
              Southland shall freeze its reactors.
              by: 2027-07-01
              for: 5 years
            """
        ).exposures
        if each.answer.given.number == "1"
    )

    assert only.gap.days == days


def test_who_leaves_on_the_last_day_of_a_step_is_owed_what_is_due_after_that_day() -> None:
    body = """
clause 1
  Southland shall open its border.
  by: 2027-06-01
clause 2
  Northland shall close its mine.
  by: 2027-03-01
  after: 1 is complete
clause 3
  Southland shall open the road.
  by: 2027-05-01
"""
    north, south, _ = made(body, leaving=("Northland", "2")).walk_away

    assert [number for number, _ in north.given] == ["2"]
    assert [number for number, _ in south.given] == ["1"]
    assert north.owed == ("3",)


def test_a_last_day_that_another_line_of_its_own_sets_is_no_haste() -> None:
    body = """
clause 1
  Northland shall suspend missile tests.
  starts: by 2027-07-01
  by: 2027-12-31
  for: 5 years
"""
    assert made(body).hurried == ()


def test_what_holds_from_a_day_until_a_step_is_over_keeps_that_step_from_no_day() -> None:
    facts = Text(
        """
clause 1
  Northland shall open its border.
clause 2
  Southland shall monitor the border.
  from: 2028-02-10
  until: 1 is complete
clause 3
  Westland shall lift sanctions on Northland.
  after: 1 is complete
  by: 2027-07-01
""",
        head="date: 2027-01-01",
    ).facts
    rows = {row.number: row for row in timeline(facts, within=30).rows}

    assert not facts.schedule.broken
    assert rows["1"].first == rows["3"].first
    assert rows["3"].last == Day(CALENDAR, datetime.date(2027, 7, 1).toordinal())
