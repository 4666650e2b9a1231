from __future__ import annotations

from itertools import product

import pytest

from tests.analyses.contradictions.test_conflicts import pair
from tests.analyses.texts import Text

# ── Against all that may be there ────────────────────────────────────────────────────────────────
#
# So many in the whole country, and so many of them in its valley: two figures contradict each other
# if no two numbers keep both. What is brought is there for a time at least, and how many are kept
# is no cap on what is brought.

FORMS = {
    "floor": "shall maintain at least {n} troops{place}.",
    "kept": "shall maintain {n} troops{place}.",
    "cap": "shall reduce its troops{place}.\n  limit: {n} troops",
    "lowered": "shall reduce its troops{place} to {n} troops.",
    "ban": "shall not deploy more than {n} troops{place}.",
    "brought": "shall deploy {n} troops{place}.",
    "not below": "shall not reduce its troops{place} below {n}.",
    "gone": "shall withdraw all its troops{place}.",
    "leave": "may station {n} troops{place}.",
}
PLACES = ("", " in the valley")
THOUSANDS = range(10)
Figure = tuple[str, str, int]
EVERY = list(product(FORMS, PLACES, (3, 5, 7)))


def is_kept(figure: Figure, whole: int, valley: int) -> bool:
    form, place, number = figure
    there = valley if place else whole
    at_least = form in {"floor", "kept", "brought", "not below", "leave"}
    at_most = form in {"kept", "cap", "lowered", "ban"}
    if form == "gone":
        return there == 0
    return not (at_least and there < number) and not (at_most and there > number)


def cannot_both_be(one: Figure, other: Figure) -> bool:
    return not any(
        is_kept(one, whole, valley) and is_kept(other, whole, valley)
        for whole in THOUSANDS
        for valley in range(whole + 1)
    )


def is_left_to_another_judge(one: Figure, other: Figure) -> bool:
    """Tell of two brought or lowered alike, which are one step and have two figures."""
    forms = {one[0], other[0]}
    return len(forms) == 1 and forms <= {"brought", "lowered"}


def figures(one: Figure, other: Figure) -> Text:
    first, second = (
        "Northland " + FORMS[form].format(n=f"{number},000", place=place)
        for form, place, number in (one, other)
    )
    return Text(f"clause 1\n  {first}\nclause 2\n  {second}\n")


@pytest.mark.parametrize("one", [each for each in EVERY if each[2] == 5])
def test_figures_that_cannot_both_be_are_what_a_trial_of_all_numbers_finds(one: Figure) -> None:
    for other in EVERY:
        if is_left_to_another_judge(one, other):
            continue
        found = [each for each in figures(one, other).facts.doubles if each.contradictory]
        # What comes may have gone by then, and who may bring it need not.
        for_a_time = {one[0], other[0]} in tuple(
            {stays, comes} for stays in ("kept", "gone") for comes in ("brought", "leave")
        )

        assert bool(found) == (cannot_both_be(one, other) and not for_a_time), (one, other)


ZONES = """
define "Zone A"
  means: "the land within 20 km of the line"
define "Zone B"
  means: "the land beyond"
clause 1
  Each party shall limit its forces.
  limits by zone:
    Zone A: 22,000 troops; 230 tanks
    Zone B: 4,000 troops; 10 km from the line
clause 2
  {sentence}
"""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Northland shall maintain at least 25,000 troops in Zone A.", True),
        ("Northland shall maintain at least 20,000 troops in Zone A.", None),
        ("Northland shall maintain at least 20,000 troops in Zone B.", True),
        ("Northland shall maintain at least 25,000 troops.", None),
        ("Southland shall maintain 300 tanks in Zone A.", True),
        ("Southland shall maintain 300 tanks in Zone B.", None),
        ("UN shall maintain 300 tanks in Zone A.", None),
    ],
)
def test_limits_by_zone(sentence: str, *, expected: bool | None) -> None:
    found = [each.contradictory for each in Text(ZONES.format(sentence=sentence)).facts.doubles]

    assert found == ([] if expected is None else [expected])


FLOOR = "Northland shall maintain at least 500 troops in the valley."


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (FLOOR, "Northland shall reduce its troops in the valley.; limit: 300 troops; by: 2028-01-01", False),
        (f"{FLOOR}\n  until: 2028-01-01", "Northland shall reduce its troops in the valley.; limit: 300 troops; from: 2028-01-01", None),
        (f"{FLOOR}\n  until: 2029-01-01", "Northland shall reduce its troops in the valley.; limit: 300 troops; by: 2028-01-01", True),
        (f"{FLOOR}\n  until: 2029-01-01", "Northland shall limit its troops in the valley.; limit: 300 troops; from: 2028-01-01", True),
        (f"{FLOOR}\n  until: 2029-01-01", "Northland shall limit its troops in the valley.; limit: 300 troops; from: 2030-01-01", None),
        ("Northland shall deploy 500 troops.\n  by: 2028-01-01", "Northland shall limit its troops.; limit: 300 troops; from: 2030-01-01", None),
        (FLOOR, "Northland shall reduce its troops in the valley.; limit: 300 troops; if: 1 is breached", None),
        (FLOOR, "Northland shall reduce its troops in the valley.; limit: 300 troops; subject to: 1", None),
        (FLOOR, "Northland should reduce its troops in the valley.; limit: 300 troops", None),
        (FLOOR, "Northland shall reduce its troops in the valley.; limit: 30% of its troops", None),
        (FLOOR, "Northland shall reduce its troops in the valley.; limit: unknown", None),
        (FLOOR, "Northland shall withdraw all its troops from the valley.", True),
        (FLOOR, "Northland shall withdraw its troops from the valley.", True),
        (FLOOR, "Northland shall withdraw all its other troops from the valley.", None),
        (FLOOR, "Northland shall withdraw the remaining troops from the valley.", None),
        (FLOOR, "Northland shall withdraw all its troops from the valley.; except: 500 troops", None),
        (FLOOR, "Northland shall withdraw all its troops from the island.", None),
        (FLOOR, "Northland shall withdraw all its tanks from the valley.", None),
        (FLOOR, "Northland shall withdraw 300 troops from the valley.", None),
        (FLOOR, "Northland shall withdraw all its troops in excess of 500 from the valley.", None),
        (FLOOR, "Northland shall withdraw all its combat troops from the valley.", None),
        (FLOOR, "Northland should withdraw all its troops from the valley.", None),
        (FLOOR, "Northland shall reduce its troops in the valley.; limit: the number set by UN", None),
        (FLOOR, "Northland shall reduce its troops in the valley.; limit: 300", None),
        (FLOOR, "Northland shall reduce its troops on the island.; limit: 300 troops", None),
        (FLOOR, "Northland shall reduce its tanks in the valley.; limit: 300 tanks", None),
        (FLOOR, "Northland shall not deploy troops in the valley.; limit: 300 troops", None),
        ("Northland shall deliver 500 missiles.", "Northland shall reduce its missiles.; limit: 300 missiles", None),
        ("Northland shall bring 500 troops per year.", "Northland shall reduce its troops.; limit: 300 troops", None),
        ("Northland may maintain 500 troops.", "Northland shall reduce its troops.; limit: 300 troops", True),
        ("Northland may maintain 500 troops.", "Northland shall reduce its troops.; limit: 300 troops; by: 2028-01-01", None),
        ("Northland may maintain up to 500 troops.", "Northland shall reduce its troops.; limit: 300 troops", False),
        ("Northland may maintain up to 200 troops.", "Northland shall reduce its troops.; limit: 300 troops", None),
        ("Northland may maintain 500 troops.\n  with consent of: Southland", "Northland shall reduce its troops.; limit: 300 troops", None),
        ("Northland may maintain 500 troops.\n  if: Southland attacks", "Northland shall reduce its troops.; limit: 300 troops", None),
        ("Northland may maintain 500 troops.", "Northland shall not deploy more than 300 troops.; unless permitted by: Southland", None),
        ("Northland may train 500 troops.", "Northland shall reduce its troops.; limit: 300 troops", None),
        ("Northland shall limit its troops.\n  limit: 500 troops", "Northland shall limit its troops.; limit: 400 troops", False),
        ("Northland shall limit its troops.\n  limit: 500 troops", "Northland shall limit its troops.; limit: 500 troops", None),
        ("Northland shall limit its troops.\n  limit: 500 troops", "Northland shall limit its troops.; limit: 400 troops; by: 2028-01-01", None),
        ("Northland shall limit its troops.\n  limit: 500 troops", "Northland shall limit its troops in the valley.; limit: 400 troops", None),
    ],
)  # fmt: skip
def test_floors_and_ceilings(first: str, second: str, *, expected: bool | None) -> None:
    found = [each.contradictory for each in Text(pair(first, second)).facts.doubles]

    assert found == ([] if expected is None else [expected])


AT_MOST_FIFTY = "The number of Northland tanks in the valley shall not exceed 50."


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("The number of tanks of Northland shall be 50.", "The number of tanks of Northland shall be 80.", True),
        ("The number of tanks of Northland shall be 50.", "The number of tanks of Southland shall be 80.", None),
        ("The number of tanks of Northland shall be 50.", "Northland shall maintain 80 tanks.", True),
        ("The number of tanks of Northland shall be 50.", "The tanks of Northland shall be in the valley.", None),
        ("The number of Northland troops shall be 50.", "Northland shall maintain 80 troops.", True),
        ("The tanks of Northland shall be no more than 50.", "Northland shall maintain 80 tanks.", True),
        ("The tanks of Northland shall not be more than 50.", "Northland shall maintain 80 tanks.", True),
        ("The tanks of Northland shall not be less than 90.", "Northland shall maintain 80 tanks.", True),
        ("The tanks of Northland shall not be 50.", "Northland shall maintain 80 tanks.", None),
        ("The number of tanks of Northland may be 50.", "Northland shall maintain 80 tanks.", None),
        ("The tanks of the alliance shall be limited to 50.", "Northland shall maintain 80 tanks.", None),
        ("The number of tanks of the rebels shall not exceed 50.", "Northland shall maintain 80 tanks.", None),
        ("The tanks of Northland shall be limited to 50.", "Northland shall maintain 80 tanks.", True),
        (AT_MOST_FIFTY, "Northland may station 80 tanks in the valley.", True),
        (AT_MOST_FIFTY, "Northland may station up to 80 tanks in the valley.", False),
        (AT_MOST_FIFTY, "Northland may station 80 tanks on the island.", None),
        (AT_MOST_FIFTY, "Southland may station 80 tanks in the valley.", None),
        (AT_MOST_FIFTY, "The number of Northland tanks in the valley shall not exceed 80.", False),
        (AT_MOST_FIFTY, "The number of Southland tanks in the valley shall not exceed 80.", None),
        # A ceiling for all leaves nobody more, and a floor for all is not that of one.
        ("The number of tanks in the valley shall not exceed 50.", "Northland may station 80 tanks in the valley.", True),
        ("Northland may station 80 tanks in the valley.", "There shall be no more than 50 tanks in the valley.", True),
        ("The number of tanks in the valley shall be at least 80.", "Northland shall maintain no more than 50 tanks in the valley.", None),
        ("The number of tanks of each party shall not exceed 50.", "Northland shall maintain 80 tanks.", True),
        ("The number of tanks of each party shall not exceed 50.", "UN shall maintain 80 tanks.", None),
        ("The number of tanks of the alliance shall not exceed 50.", "Northland shall maintain 80 tanks.", None),
        # What comes one after the other may come more often, and what is measured is not counted.
        ("There shall be 5 visits.", "There shall be 3 visits.", None),
        ("The road shall be 50 km.", "The road shall be 80 km.", None),
        ("The number of tanks and ships of Northland shall be 50.", "Northland shall maintain 80 tanks.", None),
    ],
)  # fmt: skip
def test_how_many_there_are_by_sentences_that_say_of_nobody_what_he_does(
    first: str, second: str, *, expected: bool | None
) -> None:
    found = [each.contradictory for each in Text(pair(first, second)).facts.doubles]

    assert found == ([] if expected is None else [expected])
