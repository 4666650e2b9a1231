from __future__ import annotations

from itertools import product

import pytest

from tests.analyses.contradictions.test_conflicts import pair
from tests.analyses.texts import Text

DUTY = "Westland shall withdraw its troops from the valley."


def told(savings: str, duty: str) -> list[str]:
    return [f"{each.how}: {each.duty.number}" for each in Text(pair(savings, duty)).facts.saved]


RIGHT = "Nothing in this treaty affects the right of Northland to conduct missile tests"
TESTING, TESTS = (
    "Northland from conducting missile tests",
    "Northland shall not conduct missile tests.",
)


@pytest.mark.parametrize(
    ("savings", "duty", "expected"),
    [
        ("Nothing in this treaty shall be construed as requiring the withdrawal of Westland forces from the valley.", DUTY, "required"),
        ("Nothing in this treaty shall require any party to withdraw its forces.", DUTY, "required"),
        ("Nothing in this treaty obliges Westland to withdraw its troops from the island.", DUTY, None),
        ("Nothing in this treaty obliges Northland to dismantle its reactors.", "Southland shall dismantle its reactors.", None),
        ("Nothing in this treaty prevents Westland from withdrawing its troops from the valley.", DUTY, None),
        ("This treaty is without prejudice to the presence of Westland troops in the valley.", DUTY, "affected"),
        ("The presence of Westland forces in the valley is not affected by this treaty.", DUTY, "affected"),
        ("Nothing in this treaty shall affect the stationing of Westland forces in the valley.", DUTY, "affected"),
        ("Nothing in this treaty affects Westland forces in the valley.", DUTY, "affected"),
        ("Nothing in this treaty affects the presence of Westland forces.", f"{DUTY[:-1]} in winter.", "affected"),
        ("This treaty does not affect the presence of Westland forces in the valley.", "Westland shall reduce its forces in the valley to 20,000.", "affected"),
        ("This treaty does not affect the presence of Westland forces in the valley.", "Westland shall reduce its forces in the island to 20,000.", None),
        ("This treaty does not affect the presence of Westland forces in the valley.", "Westland shall reduce its tanks in the valley to 20,000.", None),
        ("This treaty does not affect the presence of Westland forces in the valley.", "Northland shall reduce its forces in the valley to 20,000.", None),
        ("Nothing in this treaty affects the rights of Westland forces in the valley.", DUTY, None),
        ("Nothing in this treaty affects the presence of Westland forces in the valley.", "Westland shall train its troops.", None),
        ("Nothing in this treaty affects the presence of Westland forces in the valley.", "Westland should withdraw its troops from the valley.", None),
        ("Nothing in this treaty affects the sanctions of Westland.", "Westland shall lift sanctions on coal exports.", "affected"),
        ("Nothing in this treaty affects Westland sanctions.", "Westland shall lift sanctions on coal exports.", "affected"),
        ("Nothing in this treaty affects the sanctions of Westland.", "Southland shall lift sanctions on coal exports.", None),
        ("Nothing in this treaty affects the sanctions of Westland on oil.", "Westland shall lift sanctions on coal exports.", None),
        ("Nothing in this clause affects the presence of Westland forces in the valley.", DUTY, None),
        ("Nothing in 3 affects the presence of Westland forces in the valley.", DUTY, None),
        ("Nothing in this treaty affects the presence of Westland forces in the valley.\n  subject to: 2", DUTY, None),
        ("Nothing in this treaty affects the presence of Westland forces in the valley.", f"{DUTY}; notwithstanding: 1", None),
        ("Nothing in this treaty affects the Westland Treaty.", DUTY, None),
        ("Nothing in this treaty requires.", DUTY, None),
        ("Nothing in this treaty affects.", DUTY, None),
        ("This treaty shall not be changed.", DUTY, None),
        # The right to do something.
        (f"{RIGHT}.", "Northland shall not conduct missile tests.", "affected"),
        (f"{RIGHT}.", "Northland shall not conduct tests.", None),
        (f"{RIGHT}.", "Northland shall suspend missile tests.", "affected"),
        (f"{RIGHT}.", "Northland shall suspend missile tests.; notwithstanding: 1", None),
        (f"{RIGHT} on the island.", "Northland shall not conduct missile tests in the valley.", None),
        (f"{RIGHT}.", "Northland shall not conduct missile tests in the valley.", None),
        (f"{RIGHT}.", "Southland shall not conduct missile tests.", None),
        (f"{RIGHT}.", "Northland shall not conduct missile tests.; unless permitted by: Southland", None),
        (f"{RIGHT}.", "Northland shall not conduct missile tests.; except: tests of air defence", None),
        (f"{RIGHT}.", "Northland shall conduct missile tests.", None),
        ("Nothing in this treaty affects the right to conduct missile tests.", "Northland shall not conduct missile tests.", "affected"),
        ("Nothing in this treaty affects the rights to the island.", DUTY, None),
        ("Nothing in this treaty requires the right to conduct tests.", "Northland shall not conduct tests.", None),
        # What somebody does, or what takes place.
        ("Nothing in this treaty affects the operation of the reactors.", "Northland shall shut down the reactors.", "affected"),
        ("Nothing in this treaty affects the operation of the reactors on the island.", "Northland shall shut down the reactors in the valley.", None),
        ("Nothing in this treaty affects the production of plutonium by Northland.", "Northland shall not produce plutonium.", "affected"),
        ("Nothing in this treaty affects the production of plutonium by Southland.", "Northland shall not produce plutonium.", None),
        ("Nothing in this treaty affects the construction of research reactors.", "Northland shall not construct reactors.", None),
        ("Nothing in this treaty affects the sale of arms to Westland.", "Northland shall not sell arms to Westland.", "affected"),
        ("Nothing in this treaty affects military exercises.", "Northland shall not conduct military exercises.", "affected"),
        ("Nothing in this treaty affects naval exercises.", "Northland shall not conduct military exercises.", None),
        ("Nothing in this treaty affects the military exercises of Southland.", "Northland shall not conduct military exercises.", None),
        ("Nothing in this treaty affects the exercise of the right of self-defence.", "Northland shall not use force.", None),
        # What nothing prevents: all that is barred, or it is an exception.
        (f"Nothing in this treaty prevents {TESTING}.", TESTS, "prevented"),
        (f"Nothing in this treaty shall be construed as preventing {TESTING}.", TESTS, "prevented"),
        (f"This treaty does not prohibit {TESTING}.", TESTS, "prevented"),
        ("Nothing in this treaty forbids Northland to conduct missile tests.", TESTS, "prevented"),
        ("This treaty shall not preclude a party from conducting missile tests.", "No party shall conduct missile tests.", "prevented"),
        (f"Nothing in this treaty prevents {TESTING}.", "Northland shall suspend missile tests.", "prevented"),
        (f"Nothing in this treaty prevents {TESTING}.", f"{TESTS}; notwithstanding: 1", None),
        (f"Nothing in this treaty prevents {TESTING}.", "Northland shall not conduct tests.", None),
        (f"Nothing in this treaty prevents {TESTING}.", "Northland shall not conduct missile tests in the valley.", None),
        (f"Nothing in this treaty prevents {TESTING}.", "No party shall conduct missile tests.", None),
        (f"Nothing in this treaty prevents {TESTING} in the valley.", TESTS, None),
        ("Nothing in this treaty prevents Northland from not conducting missile tests.", TESTS, None),
        ("Nothing in this treaty prevents missile tests.", TESTS, None),
        ("Nothing in this treaty prevents Northland from exercising its right of self-defence.", "Northland shall not use force.", None),
    ],
)  # fmt: skip
def test_what_a_savings_clause_says_is_not_owed(
    savings: str, duty: str, expected: str | None
) -> None:
    assert told(savings, duty) == ([] if expected is None else [f"{expected}: 2"])


def test_each_duty_is_told_against_the_first_clause_that_says_so() -> None:
    text = Text(
        f"""
        clause 1
          Nothing in this treaty affects the presence of Westland forces.
        clause 2
          Nothing in this treaty requires Westland to withdraw its troops.
        clause 3
          {DUTY}
        """
    )

    assert [(each.how, each.by.number) for each in text.facts.saved] == [("affected", "1")]


# ── Against all that is spoken of ────────────────────────────────────────────────────────────────

THINGS = {"forces": {"soldiers", "ships"}, "troops": {"soldiers"}}
PLACES = {"": {"valley", "island"}, "the valley": {"valley"}, "the island": {"island"}}
WHO = ("Northland", "Westland")


def covered(thing: str, place: str) -> set[tuple[str, str]]:
    return set(product(THINGS[thing], PLACES[place]))


@pytest.mark.parametrize("how", ["required", "affected"])
def test_what_is_told_is_what_a_trial_of_all_pairs_finds(how: str) -> None:
    spoken, owed = list(product(WHO, THINGS, PLACES)), list(product(WHO, THINGS, PLACES))
    for (who, thing, place), (bound, moved, where) in product(spoken, owed):
        savings = (
            f"requires {who} to withdraw its {thing}{place and f' from {place}'}"
            if how == "required"
            else f"affects the presence of {who} {thing}{place and f' in {place}'}"
        )
        duty = f"{bound} shall withdraw its {moved}{where and f' from {where}'}."
        mine, his = covered(thing, place), covered(moved, where)
        expected = who == bound and (mine <= his or his <= mine)

        assert bool(told(f"Nothing in this treaty {savings}.", duty)) == expected, (savings, duty)
