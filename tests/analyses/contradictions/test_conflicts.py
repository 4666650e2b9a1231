from __future__ import annotations

from itertools import combinations, permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analyses.texts import Text, clause

SIDES = "side North: Northland, Westland\n"


def told(body: str, *, head: str = "") -> list[str]:
    """Return the conflicts of a text, one a line."""
    return [
        f"{each.what} {each.grade}: {each.norm.number} against "
        + ", ".join(other.number for other in each.against)
        for each in Text(body, head=head).facts.conflicts
    ]


def pair(first: str, second: str) -> str:
    """Return two clauses of one line or more each."""
    return f"clause 1\n  {first}\n" + f"clause 2\n  {second}\n".replace("; ", "\n  ")


BAN = "Northland shall not open the border."


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (BAN, "Northland shall open the border.", ["forbidden certain: 2 against 1"]),
        (BAN, "Northland may open the border.", ["forbidden certain: 2 against 1"]),
        (BAN, "Northland should open the border.", ["forbidden wished: 2 against 1"]),
        (BAN, "Northland shall be entitled to open the border.", ["forbidden certain: 2 against 1"]),
        (BAN, "Northland shall have the right to open the border.", ["forbidden certain: 2 against 1"]),
        (BAN, "Northland shall not be prohibited from opening the border.", ["forbidden certain: 2 against 1"]),
        ("Northland shall be prohibited from opening the border.", "Northland may open the border.", ["forbidden certain: 2 against 1"]),
        (BAN, "Any party may open the border.", ["forbidden certain: 2 against 1"]),
        (BAN, "Northland or Southland shall open the border.", []),
        ("Only Northland may open the border.", "Southland may open the border.", ["forbidden certain: 2 against 1"]),
        ("Northland alone may open the border.", "Southland shall open the border.", ["forbidden certain: 2 against 1"]),
        ("Only Northland may open the border.", "Southland may open the border in summer.", ["forbidden narrower: 2 against 1"]),
        ("Only Northland may open the border.", "Northland shall open the border.", []),
        ("Only Northland may open the border.", "IAEA may open the border.", []),
        ("Northland may only open the border.", "Southland may open the border.", []),
        ("Only Northland may open the border.\n  from: 2028-01-01", "Southland may open the border.", []),
        (BAN, "Northland shall open the border.; subject to: 1", ["outranked certain: 2 against 1"]),
        (BAN, "Northland shall open the border in summer.; subject to: 1", []),
        (f"{BAN}\n  notwithstanding: 2", "Northland shall open the border.", ["outranked certain: 2 against 1"]),
        (f"{BAN}\n  notwithstanding: 2", "Northland shall open the border.; notwithstanding: 1", ["forbidden certain: 2 against 1"]),
        (f"{BAN}\n  notwithstanding: 2", "Northland shall open the border.; exception to: 1", ["forbidden certain: 2 against 1"]),
        (f"{BAN}\n  subject to: 2", "Northland shall open the border.; notwithstanding: 1", []),
        (BAN, "Northland shall open the border.; if: 3 is breached", ["forbidden conditional: 2 against 1"]),
        (BAN, "Northland may open the border.; with consent of: Southland", ["forbidden narrower: 2 against 1"]),
        ("The border shall not be opened.", "The border shall be opened.", ["forbidden certain: 2 against 1"]),
        ("The treaty shall not expire.", "Northland shall not open the border.", []),
        (f"{BAN}\n  from: 2028-01-01", "Northland shall open the border.; from: 2027-01-01; every: 1 year; until: 2030-01-01", ["forbidden certain: 2 against 1"]),
        (f"{BAN}\n  from: the vote", "Northland shall open the border.; by: 2027-01-01", []),
        (f"{BAN}\n  from: the vote", "Northland shall open the border.; on: the vote", ["forbidden certain: 2 against 1"]),
        (f"{BAN}\n  until: later of 2028-01-01, 2029-01-01", "Northland shall open the border.; by: 2027-01-01", ["forbidden certain: 2 against 1"]),
        (f"{BAN}\n  until: later of 2028-01-01, the vote", "Northland shall open the border.; by: 2027-01-01", ["forbidden certain: 2 against 1"]),
        (f"{BAN}\n  until: earlier of 2028-01-01, 2029-01-01", "Northland shall open the border.; by: 2027-01-01", ["forbidden certain: 2 against 1"]),
        (f"{BAN}\n  until: earlier of 2026-01-01, 2029-01-01", "Northland shall open the border.; by: 2027-01-01", []),
        (f"{BAN}\n  until: earlier of 2028-01-01, the vote", "Northland shall open the border.; by: 2027-01-01", ["forbidden due first: 2 against 1"]),
        (f"{BAN}\n  until: 2028-01-01 or the vote", "Northland shall open the border.; by: 2027-01-01", ["forbidden due first: 2 against 1"]),
        (f"{BAN}\n  until: the vote", "Northland shall open the border.; after: the vote; by: 2027-01-01", []),
        (f"{BAN}\n  until: the vote", "Northland shall open the border.", []),
        (f"{BAN}\n  until: 60 days after signature", "Northland shall open the border.; by: 2027-01-01", []),
        (f"{BAN}\n  from: 2026-01-01\n  until: the vote", "Northland shall open the border.; by: 2027-01-01", []),
        (f"{BAN}\n  from: the vote\n  for: 5 years", "Northland shall open the border.; on: 2027-01-01", []),
        (f"{BAN}\n  from: the vote", "Northland shall open the border.; on: 2027-01-01", ["forbidden begun first: 2 against 1"]),
        (f"{BAN}\n  until: 2028-01-01", "Northland shall open the border.; by: 30 days after the vote", []),
        (f'{BAN}\n  until: "the time is ripe"', "Northland shall open the border.; by: 2027-01-01", ["forbidden due first: 2 against 1"]),
        (f"{BAN}\n  until: 2 begins", "Northland may open the border.; from: 2029-01-01", []),
        ("Northland shall not carry out 3.", "Northland shall carry out 4.", []),
        ("No military aircraft shall fly over the valley.", "Northland shall fly military aircraft over the valley.", ["forbidden narrower: 2 against 1"]),
        ("No military aircraft shall fly over the valley.", "Northland may fly military aircraft over the valley.", ["forbidden narrower: 2 against 1"]),
        ("No military aircraft shall fly over the valley.", "Northland may fly over the valley.", []),
        ("No military aircraft shall fly over the valley.", "Northland may fly balloons over the island.", []),
        ("Northland renounces the production of plutonium.", "Northland may produce plutonium.", ["forbidden certain: 2 against 1"]),
        ("Northland renounces the production and the possession of plutonium.", "Northland shall possess plutonium.", ["forbidden certain: 2 against 1"]),
        ("Northland renounces the production of plutonium.", "Northland may import plutonium.", []),
        ("Northland shall cease the production of plutonium and uranium.", "Northland may produce uranium.", ["forbidden certain: 2 against 1"]),
        # One thing in other words: to test missiles is to conduct missile tests, who keeps has.
        ("Northland shall not conduct missile tests.", "Northland may test missiles.", ["forbidden certain: 2 against 1"]),
        ("Northland shall not test missiles.", "Northland shall conduct missile tests.", ["forbidden certain: 2 against 1"]),
        ("Northland shall not test missiles.", "Northland may test missiles.", ["forbidden certain: 2 against 1"]),
        ("Northland shall suspend missile tests.", "Northland may test missiles.", ["emptied certain: 2 against 1"]),
        ("Northland shall not conduct nuclear tests.", "Northland may test missiles.", []),
        ("Northland shall not conduct missile tests.", "Northland shall test its reactors.", []),
        ("Northland shall not possess nuclear weapons.", "Northland shall retain nuclear weapons.", ["forbidden certain: 2 against 1"]),
        ("Northland shall not possess nuclear weapons.", "Northland shall maintain records of nuclear weapons.", []),
        # Who may permit it is not who is asked.
        (f"{BAN}\n  unless permitted by: Southland", "Northland may open the border.; with consent of: Westland", ["forbidden licensed: 2 against 1"]),
        (f"{BAN}\n  unless permitted by: Southland", "Northland shall open the border.; with consent of: Westland", ["forbidden licensed: 2 against 1"]),
        (f"{BAN}\n  unless permitted by: Southland", "Northland may open the border.; with consent of: Southland", []),
        (f"{BAN}\n  unless permitted by: Southland, Westland", "Northland may open the border.; with consent of: Southland", []),
        (f"{BAN}\n  unless permitted by: Southland", "Northland may open the border.; with consent of: the other parties", []),
        (f"{BAN}\n  unless permitted by: Southland", "Northland may open the border at night.; with consent of: Westland", []),
        ("Northland shall not attack.", "Northland shall attack.", ["forbidden certain: 2 against 1"]),
        ("Northland shall not attack.", "Northland shall attack the island.", []),
        ("Northland shall not bring more than 30 troops.", "Northland shall bring troops.", []),
        (
            'Northland shall not open "the gate" on the island.',
            'Northland shall open "the gate" on the island.',
            ["forbidden certain: 2 against 1"],
        ),
        ("Northland shall not move its troops.", "Northland shall move troops of Southland.", []),
        (
            "Northland shall not transport missiles for Westland.",
            "Northland shall transport missiles for Southland.",
            [],
        ),
        (
            "Northland shall not deploy troops within 10 km of the border.",
            "Northland shall deploy troops within 20 km of the border.",
            [],
        ),
        (
            "Northland shall not deploy troops within 20 to 30 km of the border.",
            "Northland shall deploy troops within 10 km of the border.",
            [],
        ),
        (
            # A line lists places, and a ban is on each.
            "Northland shall not deploy troops.\n  where: within 20 km of the border; on the island",
            "Northland shall deploy troops.; where: within 10 km of the border",
            ["forbidden certain: 2 against 1"],
        ),
        (
            "Northland shall not deploy troops.\n  where: within about 20 km of the border",
            "Northland shall deploy troops.; where: within 10 km of the border",
            [],
        ),
        (
            "Northland shall not deploy more than 30 troops per year.",
            "Northland shall deploy missiles.",
            [],
        ),
        (
            "Northland shall not enter the zone before 2027-01-01.",
            "Northland shall enter the zone.",
            [],
        ),
        (
            "Northland shall frobnicate the border.",
            "Northland shall not frobnicate the border.",
            ["forbidden certain: 1 against 2"],
        ),
    ],
)  # fmt: skip
def test_a_ban_against_what_is_owed_or_allowed(
    first: str, second: str, expected: list[str]
) -> None:
    vote = 'event the vote\n  when: outside this text, "the vote is held"\n'

    assert told(pair(first, second) + vote) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Northland shall continue its tests.", "Northland shall end its tests.", "certain"),
        ("Northland shall continue its tests.", "Northland shall suspend its tests.", "certain"),
        ("Northland shall continue its tests.", "Northland should end its tests.", "wished"),
        ("Northland shall keep prisoners.", "Northland shall release all prisoners.", "certain"),
        ("Northland shall keep 20 prisoners.", "Northland shall release 20 prisoners.", None),
        ("Northland shall keep records.", "Northland shall release records.", None),
        ("Northland shall open the border.", "Northland shall close the border.; if: 3 is breached", "conditional"),
        ('Northland shall open the border.; if: "a"', 'Northland shall close the border.; if: "b"', "undecided"),
        ('Northland shall open the border.; if: "a"', 'Northland shall close the border.; unless: "a"', None),
        ("Northland shall open the border.", "Northland shall close the border.; notwithstanding: 1", None),
        ("Northland shall open the border.", "Northland shall close the border.; with consent of: Southland", None),
        ("Northland shall continue its tests.", "Northland shall end its tests.; after: 3 is complete", None),
        ("Northland shall continue its tests.; for: 5 years", "Northland shall suspend its tests.; from: 6 years after signature", None),
        ("Northland shall continue its tests.; for: 5 years", "Northland shall suspend its tests.; from: 4 years after signature", "certain"),
        ("Northland shall continue its tests.; until: later of 3 is complete, 2030-01-01", "Northland shall suspend its tests.; from: 2029-01-01", "certain"),
        ("Northland shall continue its tests.; until: earlier of 3 is complete, 2030-01-01", "Northland shall suspend its tests.; from: 2029-01-01", None),
        ("Northland shall continue its tests.; from: 2029-01-01", "Northland shall suspend its tests.; until: 2028-01-01", None),
        ("Northland shall continue its tests.; until: the vote", "Northland shall suspend its tests.; until: 2028-01-01", "certain"),
    ],
)  # fmt: skip
def test_acts_that_exclude_each_other(first: str, second: str, expected: str | None) -> None:
    body = pair(first.replace("; ", "\n  "), second) + (
        "clause 3\n  Westland shall leave.\nevent the vote\n  when: 3 is complete\n"
    )

    found = [] if expected is None else [f"exclusive {expected}: 2 against 1"]
    assert told(body) == found


@pytest.mark.parametrize(
    ("duty", "right", "expected"),
    [
        ("Northland shall suspend its tests.", "Northland may resume its tests.", True),
        ("Northland should suspend its tests.", "Northland may resume its tests.", True),
        ("Northland shall suspend its tests.", "Northland may resume its tests.; from: 2029-01-01", False),
        ("Northland shall close the border.", "Northland may open the border.", True),
        ("Northland shall close the border.", "Northland may open the border.; for: 2 days", False),
        ("Northland shall close the border.; by: 2028-01-01", "Northland may open the border.", False),
        # Who must, may: only that it need not be done takes anything from a duty.
        ("Northland shall open the border.", "Northland may open the border.", False),
        ("Northland shall open the border.", "Northland may open the border.; by: 2028-01-01", False),
        ("Northland shall open the border.", "Northland shall be entitled to open the border.", False),
        ("Northland shall open the border.", "Northland is free to open the border or not.", True),
        ("Northland shall open the border.", "Northland may refrain from opening the border.", True),
        ("Northland shall open the border.", "Northland may refuse to open the border.", True),
        ("Northland shall open the border.", "Northland may decide not to open the border.", True),
        ("Northland shall open the border.", "Northland may choose whether or not to open the border.", True),
        ("Northland shall open the border.", "No party shall be obliged to open the border.", True),
        ("Northland shall open the border.", "Northland may decide when to open the border.", False),
        ("Northland shall open the border.", "Southland may decide whether to open the border.", False),
        ("Northland shall open the border.", "Northland may refrain from opening the road.", False),
        ("Northland shall open its border.", "Northland may refrain from opening its border.", True),
        ("Northland shall open its border.", "Northland need not open its border.; until: 2028-01-01", False),
        ("Northland shall open its border.", "Northland need not open the border of Southland.", False),
        ("Northland shall open the border.", "Northland may open the border.; with consent of: Southland", False),
        ("Northland shall open the border.", "Northland may open the border.; exception to: 1", False),
        ("Northland shall open the border.", "Southland may open the border.", False),
        # An exception without reserve is for all of it.
        (BAN, "Northland may open the border.; exception to: 1", True),
        (BAN, "Northland may open the border.; notwithstanding: 1", True),
        (f"{BAN}; subject to: 2", "Northland may open the border.", True),
        (f"{BAN}; for: 5 years", "Any party may open the border.; exception to: 1; for: 5 years", True),
        ("Each party shall not open the border.", "Northland may open the border.; exception to: 1", False),
        ("No party shall open the border.", "Northland and Southland jointly may open the border.; exception to: 1", False),
        (BAN, "Northland may open the border.; exception to: 1; for: 2 days", False),
        ("Northland shall not open the border or the road.", "Northland may open the road.; exception to: 1", False),
        ("Northland shall not open the border or the road.", "Northland may open the road or the border.; exception to: 1", True),
        (BAN, 'Northland may open the border.; exception to: 1; if: "it rains"', False),
        (BAN, "Northland may open the border in summer.; exception to: 1", False),
        (BAN, "Northland may open the border.; exception to: 1; with consent of: Southland", False),
        (BAN, "Northland shall open the border.; exception to: 1", False),
        ("The border shall not be opened.", "Northland may open the border.; exception to: 1", False),
        ("Northland shall close the border.; by: 2028-01-01", "Northland may open the border.; exception to: 1", True),
        ("Northland shall withdraw all of its tanks.; by: 2028-01-01", "Northland may keep 500 tanks.; exception to: 1", False),
        ("Northland shall suspend its tests.", "Northland may conduct its tests.; exception to: 1", True),
        ("Northland shall open the border.", "Northland need not open the border.; exception to: 1", True),
        ("Northland and Southland shall open the border.", "Northland need not open the border.; exception to: 1", False),
        ("Northland shall deliver 500 t of oil.", "Northland need not deliver oil.", True),
        ("Northland shall deliver 500 t of oil.", "Northland need not deliver 600 t of oil.", False),
        ("Northland shall deliver 500 t of oil.", "Northland may deliver oil.", False),
        ("Northland renounces nuclear weapons.", "Northland may acquire nuclear weapons.", True),
        ("Northland renounces nuclear weapons.", "Northland may acquire weapons.", False),
        ("Northland recognises Southland.", "Northland may reject Southland.", False),
    ],
)  # fmt: skip
def test_a_right_that_empties_a_duty(duty: str, right: str, *, expected: bool) -> None:
    body = pair(duty.replace("; ", "\n  "), right)
    grade = "wished" if "should" in duty else "certain"

    assert told(body) == ([f"emptied {grade}: 2 against 1"] if expected else [])


ALL = "Westland shall lift all sanctions."
ON_NORTHLAND = "Westland shall lift all sanctions on Northland."


@pytest.mark.parametrize(
    ("ended", "kept", "expected"),
    [
        (ALL, "Westland shall maintain the arms embargo.", ["exclusive certain: 2 against 1"]),
        (ALL, "Westland shall maintain sanctions on arms exports.", ["exclusive certain: 2 against 1"]),
        (ALL, "Westland may maintain the oil embargo on Northland.", ["emptied in part: 2 against 1"]),
        # The text names one state on whom there are sanctions, and no other.
        (ON_NORTHLAND, "Westland shall maintain the arms embargo.", ["exclusive certain: 2 against 1"]),
        (ON_NORTHLAND, "Westland may maintain sanctions on arms.", ["emptied in part: 2 against 1"]),
        (ON_NORTHLAND, "Westland shall maintain the arms embargo against Southland.", []),
        (f"{ON_NORTHLAND}\n  except: arms embargo", "Westland shall maintain the arms embargo.", []),
        ("Westland shall lift sanctions on coal exports.", "Westland shall maintain the arms embargo.", []),
        ("Westland shall lift all sanctions on coal exports.", "Westland shall maintain sanctions on Northland.", []),
    ],
)  # fmt: skip
def test_what_ends_all_sanctions_ends_those_of_one_kind(
    ended: str, kept: str, expected: list[str]
) -> None:
    assert told(pair(ended, kept)) == expected


TOGETHER = "Northland and Southland jointly shall conduct exercises."


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (TOGETHER, "Southland shall not conduct exercises with Northland.", ["forbidden certain: 1 against 2"]),
        (TOGETHER, "Southland shall not conduct exercises jointly with Northland.", ["forbidden certain: 1 against 2"]),
        (TOGETHER, "Southland shall not conduct joint exercises with Northland.", ["forbidden certain: 1 against 2"]),
        (TOGETHER, "Northland and Southland shall not conduct joint exercises.", ["forbidden certain: 1 against 2"]),
        ("Northland and Southland may conduct joint exercises.", "Northland shall not conduct exercises with Southland.", ["forbidden certain: 1 against 2"]),
        ("Northland and Southland shall conduct exercises together.", "Northland shall not conduct exercises with Southland.", ["forbidden certain: 1 against 2"]),
        ("Northland shall conduct exercises with Southland.", "Southland shall not conduct exercises with Northland.", ["forbidden certain: 1 against 2"]),
        (TOGETHER, "Southland shall not conduct exercises with Westland.", []),
        ("Northland shall share data with Southland.", "Southland shall not share data with Northland.", []),
        ("Northland shall share data with Southland.", "Northland shall not share data with Southland.", ["forbidden certain: 1 against 2"]),
        ("Northland may conduct exercises with Southland.", "Southland shall not conduct exercises with Northland.", []),
        ("Northland and Southland shall conduct exercises.", "Southland shall not conduct exercises with Northland.", []),
        ("Northland, Southland and Westland jointly shall conduct exercises.", "Southland shall not conduct exercises with Northland.", []),
        ("Northland and Southland shall not conduct joint exercises.", "Northland may conduct exercises.", []),
    ],
)  # fmt: skip
def test_what_is_done_with_another_is_done_jointly(
    first: str, second: str, expected: list[str]
) -> None:
    assert told(pair(first, second)) == expected


@pytest.mark.parametrize(
    ("stays", "leaves", "expected"),
    [
        ("Northland shall remain a party to the NPT.", "Northland may withdraw from the NPT.", ["emptied certain: 2 against 1"]),
        ("Northland shall remain a State Party to the NPT.", "Any party may denounce the Non-Proliferation Treaty.", ["emptied certain: 2 against 1"]),
        ("Northland shall continue to be bound by this treaty.", "Northland may withdraw from this treaty.; on notice of: 6 months", ["emptied certain: 2 against 1"]),
        ("Northland shall maintain its membership in the NPT.", "Northland shall leave the NPT.", ["exclusive certain: 2 against 1"]),
        ("Northland shall remain a party to the NPT.", "Northland shall withdraw from the Non-Proliferation Treaty.", ["exclusive certain: 2 against 1"]),
        ("Northland shall remain a party to the NPT.; for: 5 years", "Northland may withdraw from the NPT.; from: 3 years after signature", ["emptied for a while: 2 against 1"]),
        ("Northland shall not leave the NPT.", "Northland may withdraw from the NPT.", ["forbidden certain: 2 against 1"]),
        ("Northland shall remain a party to the NPT.; for: 5 years", "Northland may withdraw from the NPT.; from: 5 years after signature", []),
        ("Northland shall remain a party to the NPT.", 'Northland may withdraw from the NPT.; if: "its survival is at stake"', []),
        ("Northland shall remain a party to the NPT.", "Southland may withdraw from the NPT.", []),
        ("Northland shall remain a party to the Chemical Weapons Convention.", "Northland may withdraw from this treaty.", []),
        ("Northland shall remain a party to the talks.", "Northland may withdraw from the treaty.", []),
        ("Northland shall remain committed to this treaty.", "Northland may withdraw from this treaty.", []),
        ("Each party shall remain bound by this treaty.", "The parties may terminate this treaty.", []),
        ("Northland shall not terminate this treaty.", "Northland may withdraw from this treaty.", []),
        ("Northland shall remain a party to the NPT.", "Northland may withdraw its troops under the NPT.", []),
    ],
)  # fmt: skip
def test_who_is_to_stay_in_a_treaty_does_not_leave_it(
    stays: str, leaves: str, expected: list[str]
) -> None:
    assert told(pair(stays.replace("; ", "\n  "), leaves)) == expected


def test_what_a_text_defines_is_what_it_says() -> None:
    body = 'define "missile"\n  means: a rocket of more than 300 km\n' + pair(
        "Northland shall not conduct missile tests.", "Northland may test any missile."
    )

    assert told(body) == []


def test_who_may_keep_some_is_still_to_part_with_the_others() -> None:
    each = pair("Northland shall eliminate all of its tanks.", "Northland may keep 20 tanks.")

    assert told(each) == ["emptied in part: 2 against 1"]


def test_within_one_sentence_nothing_contradicts() -> None:
    assert told(clause("Northland shall open and close the border.")) == []


def test_a_sentence_that_the_reviewer_calls_ended_takes_no_part() -> None:
    assert told(pair(f"{BAN}\n  reviewer: ended", "Northland shall open the border.")) == []


def test_a_pair_of_sentences_is_told_once_in_its_worst_grade() -> None:
    each = pair("No party shall open the border.", "Each party shall open the border.")
    two = pair(BAN, "Northland may open the border and the road.")
    days = "\n".join(
        f"clause {day}\n  Each party shall leave.\n  by: {day} days after signature"
        for day in (2, 3)
    )

    assert told(each) == ["forbidden certain: 2 against 1"]
    assert told(two) == ["forbidden certain: 2 against 1"]
    assert len(Text(days).facts.doubles) == 1


def test_a_clause_is_among_the_words() -> None:
    norms = Text(clause("Northland shall carry out 1 and the armistice.")).facts.norms

    assert [norm.words for norm in norms] == ["carry out 1 and the armistice"]


def test_a_rate_is_among_the_words() -> None:
    norms = Text(clause("Northland shall deliver 500 t of oil per year and coal.")).facts.norms

    assert [norm.words for norm in norms][-1] == "deliver 500 t of oil per year and coal"


def test_an_entry_into_force_that_nobody_knows_is_the_same_for_all() -> None:
    body = pair(BAN, "Northland shall open the border.; by: 30 days after signature")

    assert told(body, head="entry into force: to be settled") == ["forbidden certain: 2 against 1"]


def test_the_words_are_the_text_s_own() -> None:
    text = Text(pair(BAN, 'Northland shall open "the gate" and 3 to 4 roads per year.'))

    assert [norm.words for norm in text.facts.norms] == [
        "open the border",
        'open "the gate"',
        'open "the gate" and 3 to 4 roads',
    ]


# ── Against every pair, day by day ───────────────────────────────────────────────────────────────
#
# Acts and objects are sets of what they cover, actors sets of who they are, times sets of days.
# A deed that is done once is in conflict if it is forbidden on each day on which it may be begun, a
# right if it is forbidden on one on which it holds. Of a pair that is ranked only a deed that yields
# to its ban is in conflict; each putting the other first, or itself, ranks nothing.

DAYS = range(12)
ACTS = {
    "deploy": {"lay", "introduce", "deploy"},
    "introduce": {"introduce"},
    "open": {"open"},
    "reduce": {"reduce", "withdraw"},
    "withdraw": {"withdraw"},
}
OBJECTS = {"weapons": {"missile", "artillery", "weapon"}, "missiles": {"missile"}}
PLACES = {
    "": {"Helsinki", "elsewhere", "nearest", "near"},
    " in Helsinki": {"Helsinki"},
    " within 5 km of the border": {"nearest"},
    " within 10 km of the border": {"nearest", "near"},
}
ACTORS = {
    "Northland": {"Northland"},
    "Southland": {"Southland"},
    "North": {"Northland", "Westland", "North"},
    "Northland and Southland jointly": {"both"},
}
PARTS = {"both": {"Northland", "Southland"}}
"""Those who have a part in what is to be done jointly, and whom a ban on it binds, too."""
KINDS = {"shall": "duty", "may": "permission", "shall not": "prohibition"}
RANKS = ("", "", "exception to", "notwithstanding", "subject to")
Drawn = tuple[str, str, str, str, str, int, int, bool, str, bool]
CLAUSES = st.tuples(
    st.sampled_from(sorted(ACTORS)),
    st.sampled_from(sorted(KINDS)),
    st.sampled_from(sorted(ACTS)),
    st.sampled_from(sorted(OBJECTS)),
    st.sampled_from(sorted(PLACES)),
    st.integers(0, 5),
    st.integers(5, 11),
    st.booleans(),
    st.sampled_from(RANKS),
    st.booleans(),
)


def written(number: int, drawn: Drawn) -> str:
    who, how, act, thing, place, first, last, by_its_start, rank, every = drawn
    every = every and how != "shall not"
    end = ("starts: by" if by_its_start else "by:") if how == "shall" else "until:"
    start = "after" if how == "shall" else "from"
    lines = [f"clause {number}", f"  {who} {how} {act} {'all ' * every}{thing}{place}."]
    lines += [f"  {start}: 2027-01-{first + 1:02}"] if first else []
    lines += [f"  {end} 2027-01-{last + 1:02}"] if last < DAYS[-1] else []
    return "\n".join(lines + ([f"  {rank}: {ranked_with(number)}"] if rank else []))


def ranked_with(number: int) -> int:
    """Return the clause of which one says which of the two comes first."""
    return 1 if number > 1 else 2


def days_of(drawn: Drawn) -> set[int]:
    _, how, _, _, _, first, last, *_ = drawn
    if last == DAYS[-1]:
        return set(range(first, 99))
    return set(range(first, last + 1 if how == "shall" else last))


def is_forbidden(deed: Drawn, ban: Drawn) -> bool:
    if KINDS[deed[1]] == "prohibition" or KINDS[ban[1]] != "prohibition":
        return False
    return (is_covered(deed, ban) or takes_out(deed, ban)) and meets(deed, ban)


def is_covered(deed: Drawn, ban: Drawn) -> bool:
    (who, *_), bound = ACTORS[deed[0]], is_bound(ban)
    takes_part = bool(PARTS.get(who, set()) & bound)
    return (
        (ACTORS[deed[0]] <= bound or takes_part)
        and ACTS[deed[2]] <= ACTS[ban[2]]
        and OBJECTS[deed[3]] <= OBJECTS[ban[3]]
        and PLACES[deed[4]] <= PLACES[ban[4]]
    )


def takes_out(deed: Drawn, ban: Drawn) -> bool:
    """Tell whether a deed is on all of something, and a ban on a part of it."""
    return (
        deed[9]
        and ACTORS[deed[0]] <= is_bound(ban)
        and ACTS[deed[2]] <= ACTS[ban[2]]
        and OBJECTS[ban[3]] <= OBJECTS[deed[3]]
        and (PLACES[ban[4]] <= PLACES[deed[4]] or not ban[4])
    )


def meets(deed: Drawn, ban: Drawn) -> bool:
    if deed[1] == "shall":
        return days_of(deed) <= days_of(ban)
    return bool(days_of(deed) & days_of(ban))


def is_bound(ban: Drawn) -> set[str]:
    return ACTORS[ban[0]].union(*(PARTS.get(who, set()) for who in ACTORS[ban[0]]))


def every_pair(drawn: list[Drawn]) -> set[tuple[str, int, int]]:
    """Return what contradicts what, and what yields to a ban on all of it."""
    first = {
        (ranked_with(number), number) if each[8] == "subject to" else (number, ranked_with(number))
        for number, each in enumerate(drawn, 1)
        if each[8]
    }
    found = set()
    for (one, deed), (other, ban) in permutations(enumerate(drawn, 1), 2):
        ranked = (one, other) in first, (other, one) in first
        if is_forbidden(deed, ban) and ranked in {(False, False), (True, True)}:
            found.add(("forbidden", one, other))
        # A deed that only says where may be meant as an exception, and one of several together.
        same = deed[1] == "shall" and (ban[4] or not deed[4])
        same = same and ACTORS[deed[0]] <= is_bound(ban) and is_covered(deed, ban)
        if is_forbidden(deed, ban) and ranked == (False, True) and same:
            found.add(("outranked", one, other))
    return found


@settings(max_examples=60, deadline=None)
@given(st.lists(CLAUSES, min_size=2, max_size=6))
def test_what_is_forbidden_is_what_a_trial_of_all_pairs_finds(drawn: list[Drawn]) -> None:
    body = SIDES + "\n".join(written(number, each) for number, each in enumerate(drawn, 1))
    text = Text(body, head="date: 2027-01-01")

    found = {
        (each.what, int(each.norm.number), int(other.number))
        for each in text.facts.conflicts
        if each.what == "forbidden" or (each.what == "outranked" and each.norm.kind == "duty")
        for other in each.against
    }
    assert found == every_pair(drawn)


CONDITIONS = (
    "",
    'if: "the talks fail"',
    'unless: "the talks fail"',
    'if: "it rains"',
    'unless: "it rains"',
)
WHERE = {"": {"Helsinki", "elsewhere"}, " in Helsinki": {"Helsinki"}}


def graded(how: str, deed: tuple[str, str, str], ban: tuple[str, str, str]) -> str | None:
    """Return what a reader may say of a deed and a ban by who, where and on what condition.

    Words that are not the same say nothing of each other: it cannot be told.
    """
    (who, where, on), (bound, there, when) = deed, ban
    if bound not in {"No party", who} or not WHERE[where] <= WHERE[there]:
        return None
    if on and when and on != when:
        words = on.split(": ")[1] == when.split(": ")[1]
        return None if words else "undecided"
    if where != there or (how == "may" and on and not when):
        return "narrower"  # it may be meant as the exception
    return "certain" if on == when else "conditional"


@pytest.mark.parametrize("how", ["shall", "may"])
def test_how_surely_is_what_a_trial_of_all_conditions_finds(how: str) -> None:
    deeds = product(("Northland",), WHERE, CONDITIONS)
    bans = list(product(("No party", "Southland"), WHERE, CONDITIONS))
    for deed, ban in product(deeds, bans):
        first = (
            f"{ban[0]} shall {'not ' * (ban[0] != 'No party')}open the border{ban[1]}.; {ban[2]}"
        )
        second = f"{deed[0]} {how} open the border{deed[1]}.; {deed[2]}"
        body = pair(first.replace("; ", "\n  "), second)
        grade = graded(how, deed, ban)

        assert told(body) == ([f"forbidden {grade}: 2 against 1"] if grade else []), body


TESTS = {"tests": {"missile", "other"}, "missile tests": {"missile"}}
SITES = {"": {"valley", "elsewhere"}, " in the valley": {"valley"}}
some_tests = st.tuples(st.sampled_from(sorted(TESTS)), st.sampled_from(sorted(SITES)))


@settings(max_examples=60, deadline=None)
@given(some_tests, st.integers(1, 5), st.integers(6, 10), some_tests, st.integers(1, 11))
def test_what_goes_on_during_a_pause_is_what_a_trial_of_all_days_finds(
    paused: tuple[str, str], first: int, last: int, done: tuple[str, str], day: int
) -> None:
    """Each pair is told once, as acts that exclude each other or as what is forbidden."""
    body = [
        *("clause 1", f"  Northland shall suspend {''.join(paused)}."),
        *days("from", first),
        *days("until", last),
        *("clause 2", f"  Northland shall conduct {''.join(done)}."),
        *days("on", day),
    ]
    covered = TESTS[done[0]] <= TESTS[paused[0]] and SITES[done[1]] <= SITES[paused[1]]

    found = Text("\n".join(body), head="date: 2027-01-01").facts.conflicts
    assert len(found) == (covered and first <= day < last)


def days(label: str, day: int | None) -> list[str]:
    return [] if day is None else [f"  {label}: 2027-01-{day + 1:02}"]


some_day = st.one_of(st.none(), st.integers(1, 10))


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 5), st.integers(5, 10), some_day, some_day)
def test_a_right_against_a_term_is_what_a_trial_of_all_days_finds(
    first: int, last: int, opens: int | None, closes: int | None
) -> None:
    body = [
        *("clause 1", "  Northland shall suspend its tests."),
        *days("from", first),
        *days("until", last),
        *("clause 2", "  Northland may resume its tests."),
        *days("from", opens),
        *days("until", closes),
    ]
    owed = set(range(first, last))
    free = set(range(opens or 0, 99 if closes is None else closes))

    found = [each.what for each in Text("\n".join(body), head="date: 2027-01-01").facts.conflicts]
    assert found == (["emptied"] if owed & free else [])


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(["open", "suspend"]), st.integers(1, 10), some_day, some_day)
def test_what_need_not_be_done_is_what_a_trial_of_all_days_finds(
    act: str, due: int, opens: int | None, closes: int | None
) -> None:
    """Who waits until the last day owes nothing if it is free of it by then and stays so."""
    body = [
        *("clause 1", f"  Northland shall {act} trade.", *days("by", due)),
        *("clause 2", f"  Northland need not {act} trade."),
        *days("from", opens),
        *days("until", closes),
    ]
    found = [each.what for each in Text("\n".join(body), head="date: 2027-01-01").facts.conflicts]

    free = (opens or 0) <= due and (closes is None or closes > due)
    assert found == (["emptied"] if free else [])


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["on", "by"]), st.integers(2, 5), st.booleans()),
        min_size=2,
        max_size=4,
    )
)
def test_two_days_are_what_a_trial_of_all_pairs_finds(drawn: list[tuple[str, int, bool]]) -> None:
    """Some are days of the calendar, of a text that is signed on 1 January 2027."""
    text = Text(
        "\n".join(
            f"clause {number}\n  Northland shall open the border.\n  {label}: "
            + (f"2027-01-0{day + 1}" if dated else f"{day} days after signature")
            for number, (label, day, dated) in enumerate(drawn, 1)
        ),
        head="date: 2027-01-01",
    )

    def possible(label: str, day: int, _: bool) -> set[int]:  # noqa: FBT001 - drawn with them
        return {day} if label == "on" else set(range(day + 1))

    differing = [(one, other) for one, other in combinations(drawn, 2) if one[1] != other[1]]
    found = text.facts.doubles
    assert bool(found) == bool(differing)
    for double in found:
        one, other = drawn[int(double.norm.number) - 1], drawn[int(double.other.number) - 1]
        assert double.contradictory == (not possible(*one) & possible(*other))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Northland shall deploy 500 troops.", "Northland shall deploy 500 troops.", None),
        ("Northland shall deploy 500 to 600 troops.", "Northland shall deploy 550 troops.", None),
        ("Northland shall deploy 500 troops.", "Northland shall deploy about 600 troops.", None),
        ("Northland shall deploy 500 troops.", "Northland shall deploy 600 troops per year.", None),
        ("Northland shall deploy 500 troops.", "Northland shall deploy 600 tanks.", None),
        ("Northland shall deploy up to 500 troops.", "Northland shall deploy up to 600 troops.", False),
        ("Northland shall deploy at least 500 troops.", "Northland may deploy at least 600 troops.", False),
        ("Northland shall not deploy less than 500 troops.", "Northland may deploy up to 400 troops.", True),
        ("Northland shall not deploy 500 troops.", "Northland may deploy up to 400 troops.", None),
        ("Northland shall reduce its troops and tanks to 500 troops.", "Northland shall reduce its troops and tanks to 600 troops.", True),
        ("Northland shall reduce its troops by stages.", "Northland shall reduce its troops to 600 troops.", None),
        ("Northland shall replace its tanks man for man.", "Northland shall replace its tanks piece for piece.", None),
        ("Northland shall pull back its artillery by 25 km.", "Northland shall pull back its artillery by 30 km.", False),
        ("Northland shall pull back its artillery to 25 km from the line.", "Northland shall pull back its artillery to 30 km from the line.", True),
        ("Northland shall pull back its artillery by 25 km.", "Northland shall pull back its troops by 30 km.", None),
        ("Northland shall not fly within 10 km of the line.", "Northland shall not fly within 20 km of the line.", None),
        ("Northland shall pull back its artillery 5 km in 3 days.", "Northland shall pull back its artillery 5 km in 4 days.", None),
        ("Northland shall not deploy more than 500 troops.", "Northland shall deploy up to 400 troops.", None),
        ("Northland shall not deploy more than 500 troops.", "Northland may deploy up to 600 troops.", False),
        ("Northland may deploy up to 600 troops.", "Northland shall not deploy more than 500 troops.", False),
        ("Northland may deploy up to 400 troops.", "Northland shall not deploy more than 500 troops.", None),
        ("Northland shall not deploy more than 500 troops.", "Northland shall not deploy more than 400 troops.", False),
        ("Northland shall not deploy less than 500 troops.", "Northland shall deploy at least 400 troops.", False),
        ("Northland shall not deploy less than 500 troops.", "Northland shall deploy at least 600 troops.", None),
        ("Northland shall dismantle all its missiles.", "Northland shall dismantle 50% of its missiles.", False),
        ("Northland shall dismantle 40% of its missiles.", "Northland shall dismantle 50% of its missiles.; exception to: 1", None),
        ("Northland shall dismantle 40% of its missiles.", "Northland shall dismantle 50 per cent of its missiles.", False),
        ("Northland shall not enrich uranium above 3.67%.", "Northland may enrich uranium up to 20%.", False),
        ("Northland shall not enrich uranium above 3.67%.", "Northland may enrich uranium up to 3%.", None),
        ("Northland shall not enrich uranium above 3.67%.", "Northland shall enrich uranium to 5 percent.", True),
        ("Northland shall not enrich uranium below 3%.", "Northland shall enrich uranium to 2%.", True),
        ("Northland shall enrich uranium to more than 5%.", "Northland shall enrich uranium below 3%.", True),
        ("Northland shall not enrich uranium above 3.67%.", "Northland may enrich up to 20% of the uranium.", None),
    ],
)  # fmt: skip
def test_two_figures(first: str, second: str, *, expected: bool | None) -> None:
    found = [each.contradictory for each in Text(pair(first, second)).facts.doubles]

    assert found == ([] if expected is None else [expected])


RELIEF = "Northland shall suspend sanctions."
MORATORIUM = "Northland shall not test missiles."


@pytest.mark.parametrize(
    ("sentence", "first", "second", "differ"),
    [
        (MORATORIUM, "for: 1 year", "for: 2 years", True),
        (MORATORIUM, "for: 1 year", "for: 12 months", False),
        # A month may have 28 days or 31.
        (MORATORIUM, "for: 1 month", "for: 30 days", False),
        (MORATORIUM, "for: 1 month", "for: 32 days", True),
        (MORATORIUM, "for: at least 1 year", "for: 2 years", False),
        (MORATORIUM, "for: 1 year", "for: without limit", True),
        (MORATORIUM, "for: without limit", "for: without limit", False),
        (MORATORIUM, "for: without limit", "for: unknown", False),
        # The text is signed on 1 January 2027.
        (MORATORIUM, "for: 1 year", "until: 2028-01-01", False),
        (MORATORIUM, "for: 1 year", "until: 2028-01-02", True),
        (MORATORIUM, "until: 2028-01-01", "until: 2029-01-01", True),
        (MORATORIUM, "until: 1 year after signature", "until: 2029-01-01", True),
        (MORATORIUM, "until: 2028-01-01", "until: the handover", False),
        (MORATORIUM, "until: the handover", "until: the opening", False),
        (MORATORIUM, "until: earlier of the handover, 2029-01-01", "until: 2028-01-01", False),
        (MORATORIUM, "until: the handover", "until: 9 days after the handover", True),
        # Of what begins at no known day nobody can tell the last.
        (RELIEF, "for: 1 year", "until: 2029-01-01", False),
        (RELIEF, "for: 1 year; by: 2027-03-01", "for: 2 years; by: 2027-03-01", True),
        (RELIEF, "for: 1 year; by: 2027-03-01", "for: 2 years; by: 2027-04-01", False),
        (RELIEF, "for: 1 year; from: 2027-03-01", "for: 2 years; from: 2028-03-01", False),
        (RELIEF, "for: 1 year", "for: 2 years; exception to: 1", False),
        (RELIEF, "for: 1 year", "for: 2 years; where: in the valley", False),
    ],
)  # fmt: skip
def test_two_terms(sentence: str, first: str, second: str, *, differ: bool) -> None:
    events = "".join(
        f'event {name}\n  when: outside this text, "it comes"\n'
        for name in ("the handover", "the opening")
    )
    lines = [[sentence, *each.split("; ")] for each in (first, second)]
    body = "\n".join("\n  ".join([f"clause {n}", *each]) for n, each in enumerate(lines, 1))
    found = Text(events + body, head="date: 2027-01-01").facts.doubles

    assert [each.what for each in found if each.what == "term"] == ["term"] * differ


def test_steps_of_one_procedure_have_their_own_days_and_figures() -> None:
    text = Text(
        clause(
            "step 1 Northland shall open the border.",
            "by: 2028-01-01",
            "step 2 Northland shall open the border.",
            "by: 2029-01-01",
        )
    )

    assert text.facts.doubles == ()


def test_many_figures_are_each_told_once() -> None:
    body = "\n".join(
        f"clause {number}\n  Northland shall deploy {100 + number} troops."
        for number in range(1, 13)
    )
    found = Text(body).facts.doubles

    assert {double.norm.number for double in found} == {str(number) for number in range(2, 13)}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("the military commission", "the liaison committee"),
        ("the commission", "the committee of experts"),
        ("the office in Zone A", "the office in Zone B"),
        ("the office in Zone A", "the office in a zone"),
        ("the office in zone 1", "the office in zone 2"),
    ],
)
def test_things_of_one_kind_are_not_the_same(first: str, second: str) -> None:
    ban = f"Northland shall not close {first}."
    body = pair(ban, f"Northland shall close {second}.; by: 2028-01-01")
    days = pair(
        f"Northland shall close {first}.\n  by: 2027-01-01",
        f"Northland shall close {second}.; by: 2028-01-01",
    )

    assert told(body) == []
    assert Text(days).facts.doubles == ()


# ── So much a month, and so much a year ──────────────────────────────────────────────────────────

QUALIFIERS = ("", "up to ", "at least ")
AMOUNTS = (("month", 100), ("month", 200), ("year", 1200), ("year", 1800), ("year", 2400))
EVERY_RATE = list(product(QUALIFIERS, AMOUNTS))


def in_a_year(qualifier: str, amount: tuple[str, int]) -> set[int]:
    """Return, in hundreds, how much there may be in a year."""
    hundreds = amount[1] * (12 if amount[0] == "month" else 1) // 100
    possible = {"": {hundreds}, "up to ": set(range(hundreds + 1))}
    return possible.get(qualifier, set(range(hundreds, 99)))


@pytest.mark.parametrize("one", EVERY_RATE)
def test_rates_are_what_a_trial_of_all_amounts_finds(one: tuple[str, tuple[str, int]]) -> None:
    """Two figures may add up, and so are only told; of one rate another test speaks."""
    for other in EVERY_RATE:
        if one[1][0] == other[1][0]:
            continue
        first, second = (
            f"Northland shall import {qualifier}{number:,} t of oil per {often}."
            for qualifier, (often, number) in (one, other)
        )
        found = [each.contradictory for each in Text(pair(first, second)).facts.doubles]
        apart = in_a_year(*one).isdisjoint(in_a_year(*other))
        bounded = bool(one[0] or other[0])

        assert found == ([bounded] if apart else []), (first, second)


KOREA = 'party ROK "Republic of Korea"\nparty DPRK "Democratic People\'s Republic of Korea"\n'


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Westland shall not deploy missiles on the Korean Peninsula.", "Westland may deploy missiles in ROK.", ["forbidden certain: 2 against 1"]),
        ("Westland shall not deploy missiles on the Korean Peninsula.", "Westland may deploy missiles in South Korea.", ["forbidden certain: 2 against 1"]),
        ("Westland shall not deploy missiles on the Korean Peninsula.", "Westland may deploy missiles in Southland.", []),
        ("Westland shall not deploy missiles on the Korean Peninsula.", "Westland may deploy missiles in Guam.", []),
        ("Westland shall not deploy missiles in DPRK.", "Westland may deploy missiles on the Korean Peninsula.", []),
        ("Westland shall not deploy missiles in North Korea.", "Westland may deploy missiles in ROK.", []),
        ("No party shall station foreign forces in ROK.", "Westland may station troops in ROK.", ["forbidden certain: 2 against 1"]),
        ("No party shall station foreign forces in ROK.", "ROK may station troops in ROK.", []),
        ("No party shall station foreign forces in ROK.", "Westland may station troops in DPRK.", []),
        ("No party shall station foreign forces in ROK.", "Westland may station tanks in ROK.", []),
    ],
)  # fmt: skip
def test_a_state_lies_in_its_region_and_ones_forces_are_foreign_abroad(
    first: str, second: str, expected: list[str]
) -> None:
    assert told(KOREA + pair(first, second)) == expected
