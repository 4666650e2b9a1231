"""Steps that several take: who gives what to whom."""

from __future__ import annotations

import pytest

from clausecheck.analyses.timeline import Timeline, timeline
from tests.analyses.texts import Text


def made(body: str, leaving: tuple[str, str] | None = None) -> Timeline:
    return timeline(Text(body, head="date: 2027-01-01").facts, within=30, leaving=leaving)


@pytest.mark.parametrize("who", ["Westland and Northland", "Westland and Northland jointly"])
def test_what_two_do_in_return_for_a_step_of_one_is_given_by_the_other(who: str) -> None:
    """From 1 March to 1 September are 184 days."""
    told = made(
        f"""
        clause 1
          {who} shall open liaison offices.
          by: 2027-03-01
          in return for: 2
        clause 2
          Northland shall dismantle its reactors.
          by: 2027-09-01
        """
    )

    (exposed,) = told.exposures
    assert (exposed.party, exposed.answer.given.number, exposed.gap.days) == ("Westland", "1", 184)
    assert [(each.answer.given_by, each.answer.gained_by) for each in told.matches] == [
        (("Westland",), ("Northland",)),
        (("Northland",), ("Westland",)),
    ]
    assert told.unanswered == ()


def test_what_known_allies_do_is_for_those_whom_they_face() -> None:
    told = timeline(
        Text(
            """
            party ROK "Republic of Korea"
            party US "United States of America"
            clause 1
              US and ROK shall suspend joint military exercises.
            clause 2
              Northland shall freeze its reactors.
            """
        ).facts,
        within=30,
    )

    assert [each.number for each in told.unanswered] == ["1", "2"]


def test_whoever_disarms_first_waits_for_what_both_do() -> None:
    told = made(
        """
        clause 1
          Westland and Northland shall open liaison offices.
          by: 2027-09-01
          in return for: 2
        clause 2
          Northland shall dismantle its reactors.
          by: 2027-03-01
        """
    )

    assert [(each.party, each.gap.days) for each in told.exposures] == [("Northland", 184)]


def test_the_same_two_give_each_other_nothing_by_two_steps() -> None:
    told = made(
        """
        clause 1
          Westland and Northland shall open liaison offices.
          in return for: 2
        clause 2
          Northland and Westland shall resume trade.
        """
    )

    assert told.matches == ()


OFFICES = """
    clause 1
      Northland shall freeze its reactors.
      by: 2027-03-01
    clause 2
      {step}
      by: 2027-06-01
    clause 3
      Westland shall suspend sanctions on coal exports.
      by: 2027-09-01
"""


@pytest.mark.parametrize(
    ("step", "owed"),
    [
        # What both do is for both; the third has no part in it.
        ("Westland and Northland shall open liaison offices.", [("2", "3"), (), ("2",)]),
        ("All parties shall conclude a peace treaty.", [("2", "3"), ("2",), ("2",)]),
        # What two do for the one who leaves is owed to that one.
        ("Westland and Southland shall provide fuel to Northland.", [("2", "3"), (), ()]),
        ("Westland and Southland shall open liaison offices.", [("3",), (), ()]),
        ("Northland shall open its border.", [("3",), ("2",), ("2",)]),
    ],
)
def test_who_leaves_owes_what_several_do_to_those_who_do_it(
    step: str, owed: list[tuple[str, ...]]
) -> None:
    held = made(OFFICES.format(step=step), leaving=("Northland", "1")).walk_away

    assert [each.owed for each in held] == owed


@pytest.mark.parametrize(
    ("side", "step", "listed"),
    [
        ("", "Westland and Southland shall provide to Northland energy assistance.", True),
        ("", "Westland and Southland shall provide energy assistance to Northland.", True),
        # Those on one side may be allies, or the two halves of a country.
        ("side South: Southland, Westland", "South shall cease exercises.", False),
        ("side South: Southland, Westland", "Southland and Westland shall cease fire.", False),
        ("", "Westland and Southland shall open liaison offices.", False),
        ("", "All parties shall cease exercises.", False),
    ],
)
def test_what_several_give_a_third_is_answered_by_nothing(
    side: str, step: str, *, listed: bool
) -> None:
    told = made(
        f"""
{side}
clause 1
  {step}
clause 2
  Northland shall freeze its reactors.
        """
    )

    assert [each.number for each in told.unanswered] == (["1", "2"] if listed else ["2"])
