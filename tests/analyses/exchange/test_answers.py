from __future__ import annotations

import datetime

import pytest

from clausecheck.analyses.exchange import holdings
from clausecheck.analyses.exchange.answers import Answer
from clausecheck.analyses.exchange.exposure import exposures, hinges
from clausecheck.analyses.exchange.matches import (
    EasierToUndo,
    Later,
    LessVerified,
    LongerToRestore,
    SoonerOrLater,
    Weaker,
)
from clausecheck.analyses.facts import Facts
from clausecheck.analyses.timeline import timeline
from clausecheck.analyses.timing.undoing import TimeToUndo, time_to_undo
from tests.analyses.texts import VOCABULARY, Text, clause


def pairs(text: Text) -> list[tuple[str, str, bool]]:
    return [numbers(each) for each in text.facts.answering]


def numbers(each: Answer) -> tuple[str, str, bool]:
    return each.given.number, each.gained.number, each.said


def test_what_waits_for_an_event_answers_what_brings_it_about() -> None:
    text = Text(
        """
        event "the opening"
          when: later of 1 is complete, the handover
        event "the handover"
          when: later of 1 is verified, the opening
        clause 1
          Northland shall open its border.
        clause 2
          Westland shall suspend sanctions.
          after: the opening
        """
    )

    assert pairs(text) == [("1", "2", False)]


def test_steps_that_begin_together_answer_each_other() -> None:
    text = Text(
        """
        clause 1
          Northland shall open its border.
          together with: 2 begins
        clause 2
          Westland shall open its border.
        """
    )

    assert pairs(text) == [("1", "2", False), ("2", "1", False)]


def test_verifiers_and_bodies_are_owed_nothing_for_their_work() -> None:
    text = Text(
        """
        body Commission "Joint Commission"
          members: Northland, Westland
        clause 1
          Northland shall freeze its reactors.
        clause 2
          IAEA shall verify the freeze.
          after: 1 is complete
        clause 3
          Commission shall report to UN.
          after: 2 is complete
        """
    )

    assert pairs(text) == []


def test_an_army_does_not_answer_its_own_side() -> None:
    text = Text(
        """
        side North: Northland, Southland
        clause 1
          North shall open its border.
        clause 2
          Southland shall leave the valley.
          after: 1 is complete
        clause 3
          Westland shall suspend sanctions.
          after: 1 is complete
        """
    )

    assert pairs(text) == [("1", "3", False)]


def test_what_the_text_exchanges_is_no_other_s_answer_by_waiting() -> None:
    text = Text(
        """
        clause 1
          Northland shall open its border.
          in return for: 2
        clause 2
          Westland shall suspend sanctions.
          after: 1 is complete
        """
    )

    assert pairs(text) == [("1", "2", True), ("2", "1", True)]


@pytest.mark.parametrize(
    ("due", "answered", "days", "begins", "ends"),
    [
        # 1 March to 1 May 2027: 31 days of March and 30 of April.
        ("2027-03-01", "2027-05-01", 61, "the calendar", "the calendar"),
        ("30 days after entry into force", "90 days after entry into force", 60, "entry into force", "entry into force"),
        ("30 days after the handover", "6 weeks after the handover", 12, "the handover", "the handover"),
        # Nobody knows which of the two comes first.
        ("2027-03-01", "60 days after the handover", None, "the calendar", "the handover"),
        ("2027-03-01", '"at an appropriate time"', None, "the calendar", '"at an appropriate time"'),
    ],
)  # fmt: skip
def test_how_long_an_answer_is_open(
    due: str, answered: str, days: int | None, begins: str, ends: str | None
) -> None:
    text = Text(
        f"""
        event "the handover"
          when: outside this text, "the keys are handed over"
        clause 1
          Northland shall open its border.
          by: {due}
        clause 2
          Westland shall suspend sanctions.
          by: {answered}
          in return for: 1
        """,
        head="entry into force: exchange of instruments",
    )
    first, *_ = text.facts.open_answers.values()

    assert first.days == days
    assert first.begins is not None
    assert str(first.begins.origin) == begins
    assert (str(first.ends.origin) if first.ends else None) == ends


@pytest.mark.parametrize(("who", "days"), [("Southland", None), ("Westland", 60)])
def test_a_third_s_step_that_waits_makes_an_answer_due_no_sooner(
    who: str, days: int | None
) -> None:
    text = Text(
        f"""
        clause 1
          Northland shall open its border.
        clause 2
          Westland shall suspend sanctions.
          after: 1 is complete
        clause 3
          {who} shall leave the valley.
          after: 2 is complete
          by: 60 days after 1 is complete
        """
    )
    first, *_ = text.facts.open_answers.values()

    assert first.days == days


def test_the_same_open_words_are_no_moment_that_two_steps_share() -> None:
    text = Text(
        """
        clause 1
          Northland shall open its border.
          by: "as soon as possible"
        clause 2
          Westland shall suspend sanctions.
          by: "as soon as possible"
          in return for: 1
        """
    )

    assert [gap.days for gap in text.facts.open_answers.values()] == [None, None]


def test_what_is_owed_and_softly_wished_is_told_by_both_words() -> None:
    text = Text(
        """
        clause 1
          Northland undertakes to open its border.
        clause 2
          Westland intends to suspend sanctions.
          in return for: 1
        clause 3
          Southland affirms that the state of war is ended.
          in return for: 1
        """
    )
    less = [(numbers(match.answer)[:2], match.less) for match in text.facts.matches]

    assert less == [
        (("1", "2"), (Weaker("undertakes to", "intends to"),)),
        (("2", "1"), ()),
        (("1", "3"), ()),
        (("3", "1"), ()),
    ]


_FREEZE_FOR_RELIEF = """
    clause 1
      Westland shall suspend sanctions.
      by: 30 days after 2 {}
      in return for: 2
    clause 2
      Northland shall freeze its reactors.
      for: 5 years
      verified by: IAEA using on-site inspection, every 30 days
    """


def test_whoever_pays_only_once_the_answer_is_verified_pays_no_sooner_than_it_comes() -> None:
    """What is counted from proof cannot be due before the step that is proven has begun."""
    for state in ("begins", "is verified"):
        text = Text(_FREEZE_FOR_RELIEF.format(state))

        assert [numbers(pair)[:2] for pair in text.facts.open_answers] == [("2", "1")]


def test_who_waits_to_be_paid_till_so_long_after_proof_waits_nobody_knows_how_long() -> None:
    (begun,) = Text(_FREEZE_FOR_RELIEF.format("begins")).facts.open_answers.values()
    (proven,) = Text(_FREEZE_FOR_RELIEF.format("is verified")).facts.open_answers.values()

    assert begun.days == 30
    assert proven.days is None
    assert proven.ends is not None
    assert (proven.ends.days, proven.ends.origin.of) == (30, "2")


def test_an_answer_that_is_better_verified_is_told_so() -> None:
    text = Text(_FREEZE_FOR_RELIEF.format("begins"))

    assert [
        (numbers(match.answer)[:2], [each for each in match.more if isinstance(each, LessVerified)])
        for match in text.facts.matches
    ] == [
        (("1", "2"), [LessVerified("full", "none")]),
        (("2", "1"), []),
    ]


def test_what_the_step_is_less_is_what_its_answer_is_more() -> None:
    text = Text(
        """
        clause 1
          Northland shall dismantle its reactors.
          by: 2027-03-01
          reversible: within 20 days
          restores in: 10 days
        clause 2
          Westland intends to suspend sanctions.
          by: 2027-06-01
          reversible: within 10 days
          restores in: 40 days
          in return for: 1
        """
    )
    first, second = text.facts.matches

    assert first.more == second.less == ()
    assert first.less == second.more
    assert [type(each) for each in first.less] == [Later, Weaker, EasierToUndo, LongerToRestore]


@pytest.mark.parametrize(
    ("ours", "theirs", "less", "more"),
    [
        # One has a day, the other none: the answer is owed at no time, and to it the step is first.
        ("by: 2027-03-01", "", [Later], []),
        ("", "by: 2027-03-01", [], [Later]),
        # Who waits is later, and its own step's answer is there already.
        ("", "by: 30 days after 1 is complete", [Later], []),
        ("", "", [], []),
        ("by: 2027-03-01", "by: 2027-03-01", [], []),
        # A day, and a time that counts from what may come at any time, come in no known order.
        ("by: 2027-03-01", "by: 60 days after the handover", [SoonerOrLater], []),
        ("by: 60 days after the handover", "by: 2027-03-01", [SoonerOrLater], []),
        ("by: 2027-03-01", 'by: "in good time"', [SoonerOrLater], []),
    ],
)
def test_an_answer_is_later_or_sooner_only_where_that_is_told(
    ours: str, theirs: str, less: list[type], more: list[type]
) -> None:
    text = Text(
        f"""
        event "the handover"
          when: outside this text, "the keys are handed over"
        clause 1
          Northland shall open its border.
          {ours}
          in return for: 2
        clause 2
          Westland shall open its border.
          {theirs}
        """
    )
    match, _ = text.facts.matches

    assert ([type(each) for each in match.less], [type(each) for each in match.more]) == (
        less,
        more,
    )


@pytest.mark.parametrize(
    ("ours", "theirs", "unknown"),
    [
        ("no", "no", False),
        ("within 20 days", "within 20 days", False),
        ("within 20 days", "no", False),
        ("within 10 to 30 days", "within 20 to 40 days", True),
        ("yes", "within 20 days", True),
        ("yes", "yes", True),
    ],
)
def test_whether_both_are_undone_as_easily_may_not_be_known(
    ours: str, theirs: str, *, unknown: bool
) -> None:
    text = Text(
        f"""
        clause 1
          Northland shall open its border.
          reversible: {ours}
          in return for: 2
        clause 2
          Westland shall open its border.
          reversible: {theirs}
        """
    )

    assert [match.unknown for match in text.facts.matches] == [unknown, unknown]


def test_a_timetable_that_cannot_be_kept_makes_no_answer_late() -> None:
    text = Text(
        """
        clause 1
          Northland shall open its border.
          by: 2027-03-01
          after: 2027-04-01
        clause 2
          Westland shall suspend sanctions.
          after: 1 is complete
        """
    )

    assert not any(isinstance(less, Later) for match in text.facts.matches for less in match.less)


# ── Times to undo ────────────────────────────────────────────────────────────────────────────────


def undo(*lines: str) -> TimeToUndo:
    provision, *_ = Text(clause(*lines)).facts.reading.provisions
    return time_to_undo(provision, VOCABULARY)


def test_how_long_the_other_side_then_needs_is_kept() -> None:
    found = undo(
        "Northland shall open its border.",
        "reversible: by Northland within 1 day",
        "restores in: 2 to 3 weeks",
    )

    assert (found.days, found.restores) == ((1, 1), (14, 21))


def test_at_least_so_long_is_not_how_long() -> None:
    found = undo(
        "Northland shall open its border.",
        "reversible: by Northland within at least 10 days",
        "restores in: up to 10 days",
    )

    assert (found.by, found.days, found.restores) == ("unknown", None, (0, 10))


@pytest.mark.parametrize(
    ("ours", "theirs", "longer"),
    [
        ("10 days", "30 days", True),
        ("10 days", "5 to 30 days", False),
        ("30 days", "10 days", False),
    ],
)
def test_an_answer_that_takes_longer_to_restore_from_is_less(
    ours: str, theirs: str, *, longer: bool
) -> None:
    text = Text(
        f"""
        clause 1
          Northland shall open its border.
          restores in: {ours}
        clause 2
          Southland shall open its border.
          mirrors: 1
          restores in: {theirs}
        """
    )
    first, *_ = text.facts.matches

    assert any(isinstance(less, LongerToRestore) for less in first.less) is longer


def test_no_figure_of_what_is_done_tells_of_what_is_left_undone() -> None:
    assert undo("Northland shall suspend sanctions.").by == "assumed"
    assert undo("Northland shall not suspend sanctions.").by == "unknown"


@pytest.mark.parametrize(
    ("every", "flips"),
    [("30 days", False), ("200 days", True)],
)
def test_a_verdict_on_verification_hangs_on_an_assumed_time(every: str, *, flips: bool) -> None:
    """Disabled reactors are assumed to run again after 120 to 365 days."""
    text = Text(
        clause(
            "Northland shall disable its reactors.",
            f"verified by: IAEA using on-site inspection, every {every}",
        )
    )
    (hinge,) = hinges((), text.facts.detection, 30)

    assert (hinge.what, hinge.flips) == ("verification", flips)


# ── Who holds what ───────────────────────────────────────────────────────────────────────────────

STEPS = """
clause 1
  Northland shall open its border.
  reversible: by Northland within 5 days
clause 2
  Westland shall suspend sanctions.
  after: 1 is complete
  by: 2027-03-01
  for: 5 years
  reversible: no
clause 3
  Northland shall leave the valley.
  by: 2027-06-01
clause 4
  Southland shall open its mines.
  reviewer: done
"""


def on_day(facts: Facts, day: datetime.date) -> tuple[holdings.Held, ...]:
    return holdings.on_day(facts.reading, facts.schedule, VOCABULARY, day, facts.owed_to)


def test_what_is_given_on_a_day() -> None:
    facts = Text(STEPS, head="date: 2027-01-01").facts
    before, after = (
        on_day(facts, datetime.date(2027, month, day)) for month, day in ((2, 28), (3, 1))
    )

    # The last day is the first on which it is all there.
    assert [[number for number, _ in each.given] for each in before] == [[], ["4"], []]
    assert [[number for number, _ in each.given] for each in after] == [["1"], ["4"], ["2"]]
    assert [each.owed for each in after] == [(), ("3",), ("3",)]
    north, _, west = after
    assert (north.restored_within, north.for_good) == (5, False)
    assert (west.restored_within, west.for_good) == (None, True)


def test_what_was_to_last_and_is_over_is_neither_given_nor_owed() -> None:
    """Ninety days from New Year are over on the first of April."""
    facts = Text(
        """
        clause 1
          Northland shall not test missiles.
          for: 90 days
        """,
        head="date: 2027-01-01",
    ).facts
    on_the_last_day, after = (
        on_day(facts, datetime.date(2027, month, day)) for month, day in ((3, 31), (4, 1))
    )

    assert [number for number, _ in on_the_last_day[0].given] == ["1"]
    assert not any((*each.given, *each.owed) for each in after)


def test_what_a_side_gives_its_members_give() -> None:
    text = Text(
        """
        side Allies: Southland, Westland
        clause 1
          Allies shall leave the valley.
          by: 2027-02-01
        clause 2
          Northland shall open its border.
        """,
        head="date: 2027-01-01",
    )
    facts = text.facts
    day = datetime.date(2027, 3, 1)
    held = on_day(facts, day)

    assert {each.party: [number for number, _ in each.given] for each in held} == {
        "Northland": [],
        "Southland": ["1"],
        "Westland": ["1"],
    }


def test_what_comes_just_before_its_answer_waits_for_none() -> None:
    text = Text(
        """
        clause 1
          Northland shall open its border.
          after: 2 begins
        clause 2
          Westland shall suspend sanctions.
          before: 1 is complete
        """
    )

    assert text.facts.open_answers == {}


def test_what_has_to_come_before_a_step_is_given_when_it_is_taken() -> None:
    facts = Text(STEPS.replace("  by: 2027-03-01\n", ""), head="date: 2027-01-01").facts
    held = holdings.once_taken(
        facts.reading, facts.schedule, VOCABULARY, "Westland", "2", facts.owed_to
    )

    assert [[number for number, _ in each.given] for each in held] == [["1"], [], ["2"]]
    assert held[2].owed == ("3", "4")


def test_a_step_that_is_due_so_long_after_another_stands_after_it() -> None:
    text = Text(
        """
        clause 1
          Northland shall open its border.
          by: 10 days after 2 is complete
        clause 2
          Westland shall suspend sanctions.
        """
    )
    rows = timeline(text.facts, within=30).rows

    assert [row.number for row in rows] == ["2", "1"]
    assert exposures({}, text.facts.schedule, VOCABULARY, {}, {}) == ()
