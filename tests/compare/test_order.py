"""What a reader of many changes sees first: who gains, what the text does, and what decides."""

from __future__ import annotations

import pytest

from clausecheck.compare import compare
from clausecheck.reporters.comparison_order import weightiest_first
from clausecheck.reporters.comparison_parts import lines
from clausecheck.reporters.comparison_summary import summary

from .texts import compared, real

THREE = 'declaration "Draft"\nparty A "Land of A"\nparty B "Land of B"\nparty C "Land of C"\n'


def test_of_two_parties_what_binds_one_alone_is_the_others_gain() -> None:
    made = compared(
        """
        clause 1
          Northland shall withdraw its tanks.
        clause 2
          Southland may close its camps.
        clause 3
          Northland and Southland shall release their prisoners.
        """,
        """
        clause 1
          Northland should withdraw its tanks.
        clause 2
          Southland shall close its camps.
        clause 3
          Northland and Southland should release their prisoners.
        """,
    )

    assert made.verdict.gains == (
        "Northland gains: Southland is bound more in 2, and it is bound less in 1",
    )
    assert "Northland gains: Southland is bound more in 2, and it is bound less in 1." in set(
        summary(made)
    )


def test_what_binds_all_alike_is_nobodys_gain() -> None:
    words = "clause 1\n  Northland and Southland {} withdraw their tanks.\n"
    made = compared(words.format("shall"), words.format("should"))

    assert made.verdict.gains == (
        (
            "No party gains over another: what binds more or less binds Northland and Southland "
            "alike"
        ),
    )


def test_of_three_parties_nobody_is_told_to_gain() -> None:
    one = THREE + "clause 1\n  A shall close its camps.\nclause 2\n  A and B shall leave.\n"
    two = one.replace("A shall", "A should") + "clause 3\n  A shall open its borders.\n"

    assert compared(one, two).verdict.gains == ("A alone is bound less in 1, and more in new 3",)
    both = compared(one, one.replace("B shall", "B may")).verdict.gains
    assert both == ("A and B are bound less in 2",)
    apart = "clause 1\n  A shall leave the valley.\n  with consent of: B\n"
    made = compared(THREE + apart, THREE + "clause 1\n  A and B shall leave the valley.\n")
    assert made.verdict.gains[0] == "A and B are bound more in 1"


@pytest.mark.parametrize(
    ("how", "what", "told"),
    [
        ("may → shall", "reimpose sanctions.\n  if: 2 is breached", "Northland is bound more in 1"),
        ("may → shall", "inform UN.\n  if: 2 is breached", "Northland is bound more in 1"),
        ("should → shall", "deploy tanks against Southland.", "Northland is bound more in 1"),
        ("should → shall", "conduct military exercises.", "Northland is bound more in 1"),
        (
            "should → shall",
            "extend sanctions relief.",
            "Southland gains: Northland is bound more in 1",
        ),
        ("may → shall not", "maintain sanctions.", "Southland gains: Northland is bound more in 1"),
        (
            "should → shall",
            "lift sanctions.\n  unless: 2 is breached",
            "Southland gains: Northland is bound more in 1",
        ),
    ],
)
def test_what_is_owed_against_others_or_upon_a_breach_is_no_gain_of_theirs(
    how: str, what: str, told: str
) -> None:
    one, two = (
        f"clause 1\n  Northland {each} {what}\nclause 2\n  Southland shall freeze its reactors.\n"
        for each in how.split(" → ")
    )

    assert compared(one, two).verdict.gains == (told,)


def test_an_answer_to_a_breach_that_is_owed_is_no_gain_of_whoever_breaches() -> None:
    one = """
        clause 1
          Northland shall freeze its reactors.
          if breached: Southland may suspend 2.
        clause 2
          Southland shall lift sanctions.
        """
    answered, paid = one.replace("Southland may", "Southland shall"), "Northland may pay Southland."
    mended = one.replace("Southland may suspend 2.", paid)

    assert compared(one, answered).verdict.gains == ("Southland is bound more in 1",)
    assert compared(answered, one).verdict.gains == ("Southland is bound less in 1",)
    assert compared(mended, mended.replace("Northland may", "Northland shall")).verdict.gains == (
        "Southland gains: Northland is bound more in 1",
    )


def test_where_nobody_or_one_party_signs_nobody_gains() -> None:
    one = 'declaration "Draft"\nactor A "Land of A"\nclause 1\n  A shall close its camps.\n'

    assert compared(one, one.replace("shall", "may")).verdict.gains == ()
    assert compared(one, one.replace("its camps", "all camps")).verdict.gains == ()


def test_what_decides_comes_before_what_only_binds_and_other_words_come_last() -> None:
    made = compared(
        """
        clause 1
          Northland and Southland shall release prisoners.
        clause 2
          Northland and Southland shall meet every year.
        clause 3
          Northland and Southland agree to withdraw foreign troops.
        clause 4
          Northland and Southland shall open the road.
        clause 5
          Northland shall withdraw its tanks.
        clause 6
          Northland and Southland note the talks.
        """,
        """
        clause 1
          Northland and Southland shall release the prisoners.
        clause 2
          Northland and Southland should meet every year.
        clause 3
          Northland and Southland agree to withdraw 100 foreign troops.
        clause 4
          Northland and Southland shall not open the road.
        clause 5
          Northland should withdraw its tanks.
        clause 6
          Northland and Southland welcome the talks.
        """,
    )
    told = [(line.place, line.word) for line in weightiest_first(lines(made), made)]

    assert told[0] == ("4", "turned round")
    assert {place for place, _ in told[1:3]} == {"3", "5"}
    assert list(dict.fromkeys(place for place, _ in told[3:])) == ["2", "6", "1"]


def test_texts_on_other_things_are_told_to_have_little_in_common() -> None:
    made = compared(
        """
        clause 1
          Northland shall withdraw its tanks.
        clause 2
          Southland shall release its prisoners.
        """,
        """
        clause 7
          All parties agree to cooperate in forestry.
        clause 8
          Southland may open a bank.
        """,
    )

    assert list(summary(made))[-1] == (
        "The texts have little in common: 0 of 2 sentences of the first and 2 of the second are "
        "about the same."
    )


def test_a_savings_clause_is_told_by_the_answer_that_it_gives() -> None:
    made = compare(real("peace-act-2021"), real("peace-act-2021-with-savings"))

    assert next(summary(made)) == "What the text does changes on troops (silent → saved)."


def test_who_takes_a_step_with_less_in_hand_is_told_at_once() -> None:
    text = (
        "clause 1\n  Northland shall lift sanctions on coal exports.\n  after: 2 is verified\n"
        "clause 2\n  Southland shall freeze its reactors.\n"
    )
    less, more = text.replace("is verified", "begins"), text

    assert compared(text, less).verdict.gains == (
        "Northland waits for less of the others' steps in 1",
    )
    assert compared(less, more).verdict.gains == (
        "Northland waits for more of the others' steps in 1",
    )
    both = text.replace("Northland shall", "Northland and Eastland shall").replace(
        "clause 1", 'party Eastland "Union of Eastland"\nclause 1'
    )
    assert compared(both, both.replace("is verified", "begins")).verdict.gains == (
        "Northland and Eastland wait for less of the others' steps in 1",
    )


def test_what_a_text_in_part_leaves_out_is_no_other_answer() -> None:
    whole = '  scope: complete\nparty A "Land of A"\nclause 1\n  A shall freeze its reactors.\n'
    made = compared(
        'declaration "Draft"\n' + whole,
        'declaration "Draft"\n' + whole.replace("complete", "partial"),
    )

    assert {two.stance for one, two in made.stances if one.stance != two.stance} == {"not stated"}
    assert not [told for told in summary(made) if told.startswith("What the text does")]


def test_where_nothing_that_changed_has_a_direction_the_reader_is_told_so_at_once() -> None:
    text = "clause 1\n  Northland shall freeze its reactors.\n  according to: the plan\n"
    made = compared(text, text.replace("the plan", "the map"))

    assert next(summary(made)) == "Changed, and not weighed: 1."


def test_what_is_harder_to_undo_is_told_at_once() -> None:
    text = "clause 1\n  Northland shall suspend sanctions.\n"

    assert compared(text, text.replace("suspend", "lift")).verdict.gains == (
        "Northland gives what is harder to undo in 1",
    )


def test_what_stands_under_another_number_is_not_counted_as_unchanged_as_well() -> None:
    one = "clause {}\n  Northland shall withdraw its tanks.\n"
    made = compared(one.format(1), one.format(11))

    assert "Of the sentences: 1 renumbered; 0 unchanged." in list(summary(made))
