"""What becomes of sanctions and what is given beside them."""

from __future__ import annotations

import pytest

from clausecheck.analyses.exchange.sanctions import Manner
from tests.analyses.texts import Text, clause

BACK = "if breached: Southland may reimpose the sanctions within 30 days."


@pytest.mark.parametrize(
    ("sentence", "manner"),
    [
        ("Southland shall lift sanctions on Northland.", "ended"),
        ("Southland shall remove Northland from the terrorism list.", "ended"),
        ("Southland shall suspend sanctions on coal exports.", "suspended"),
        ("Southland shall ease sanctions on coal exports.", "suspended"),
        ("Southland shall grant sanctions relief to Northland.", "suspended"),
        ("Southland shall endeavour to lift sanctions.", "soft"),
        ("Southland may suspend sanctions.", "soft"),
        ("Southland agrees to discuss the lifting of sanctions.", "soft"),
        ("Southland shall maintain sanctions.", None),
        ("Southland shall not lift sanctions.", None),
        ("Nothing in this declaration affects sanctions.", None),
        ("Southland shall report on sanctions to UN.", None),
    ],
)
def test_how_sanctions_become_less(sentence: str, manner: Manner | None) -> None:
    relief = Text(clause(sentence)).facts.sanctions.relief

    assert [each.manner for each in relief] == [manner] * (manner is not None)


@pytest.mark.parametrize(
    ("lines", "stance"),
    [
        (("Southland shall lift sanctions.",), "ended"),
        (("Southland shall lift sanctions.", BACK), "snapback"),
        (("Southland shall suspend sanctions.", "reversible: by Southland"), "suspended"),
        (("Southland shall lift sanctions.", "reversible: by Southland"), "suspended"),
        (("Southland shall lift sanctions.", "reversible: no"), "ended"),
        (
            ("Southland shall suspend sanctions.", "if breached: Southland may suspend talks."),
            "suspended",
        ),
        (("Southland may suspend sanctions.",), "soft"),
        (("Southland shall maintain sanctions.",), "none"),
    ],
)
def test_the_stance_on_sanctions(lines: tuple[str, ...], stance: str) -> None:
    assert Text(clause(*lines)).stance("sanctions") == stance


@pytest.mark.parametrize(
    ("back", "stance"),
    [
        ("Southland may reimpose the sanctions suspended in 1.\n  if: 2 is breached", "snapback"),
        ("The sanctions suspended in 1 shall apply again.\n  if: 2 is breached", "snapback"),
        ("Southland may reimpose sanctions.\n  if: 2 is breached", "snapback"),
        ("Southland may reimpose the sanctions suspended in 2.\n  if: 2 is breached", "suspended"),
        ("Southland may reimpose the sanctions suspended in 1.\n  if: 2 begins", "suspended"),
        ("Southland may resume exercises.\n  if: 2 is breached", "suspended"),
        ("Southland shall not reimpose sanctions.\n  if: 2 is breached", "suspended"),
    ],
)
def test_a_snapback_in_a_clause_of_its_own(back: str, stance: str) -> None:
    text = Text(
        clause("Southland shall suspend sanctions on coal exports.")
        + "\nclause 2\n  Northland shall freeze its reactors."
        + f"\nclause 3\n  {back}\n"
    )

    assert text.stance("sanctions") == stance


@pytest.mark.parametrize(
    ("sentence", "alone"),
    [
        ("suspend sanctions on food imports for humanitarian purposes only.", True),
        ("grant exemptions from sanctions for humanitarian aid.", True),
        ("allow humanitarian exemptions from the sanctions.", True),
        ("exempt humanitarian goods from sanctions.", True),
        ("lift sanctions on medicine and food.", True),
        ("suspend sanctions on medicine and on coal exports.", False),
        ("suspend all sanctions on Northland, including on food.", False),
        ("suspend sanctions on Northland to improve the humanitarian situation.", False),
        ("suspend sanctions.", False),
    ],
)
def test_relief_for_food_and_medicine_alone(sentence: str, *, alone: bool) -> None:
    relief = Text(clause(f"Southland shall {sentence}")).facts.sanctions.relief

    assert relief[0].humanitarian == alone


@pytest.mark.parametrize(
    ("lines", "lapses"),
    [
        (("for: 1 year",), True),
        (("until: 2028-01-01",), True),
        (("for: without limit",), False),
        (('until: "the time is right"',), False),
        ((), False),
    ],
)
def test_relief_that_lapses_by_itself(lines: tuple[str, ...], *, lapses: bool) -> None:
    text = Text(clause("Southland shall lift sanctions on coal exports.", *lines))

    assert text.facts.sanctions.relief[0].lapses == lapses
    assert text.stance("sanctions") == ("suspended" if lapses else "ended")


@pytest.mark.parametrize(
    ("back", "stance"),
    [
        ("Southland may reimpose the sanctions suspended in 2.", "ended"),
        ("Southland may reimpose the sanctions lifted in 1.", "snapback"),
        ("Southland may reimpose the sanctions within 30 days.", "snapback"),
    ],
)
def test_only_what_is_named_returns_where_a_breach_clause_names_it(back: str, stance: str) -> None:
    text = Text(
        clause("Southland shall lift sanctions on iron exports.")
        + "\nclause 2\n  Southland shall suspend sanctions on coal exports."
        + f"\nclause 3\n  Northland shall freeze its reactors.\n  if breached: {back}\n"
    )

    assert text.stance("sanctions") == stance


def test_a_part_that_is_silent_on_sanctions_states_no_stance() -> None:
    text = Text(clause("All parties shall meet."), scope="partial")

    assert text.stance("sanctions") == "not stated"


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("Southland shall enforce sanctions.", True),
        ("Southland shall not lift sanctions.", True),
        ("The sanctions remain in force.", True),
        ("Sanctions on coal exports shall remain in force.", True),
        ("Sanctions on coal exports shall remain in place.", True),
        ("Northland shall remain under sanctions.", False),
        ("Southland may maintain sanctions.", False),
    ],
)
def test_sanctions_that_are_kept_up(sentence: str, *, kept: bool) -> None:
    assert bool(Text(clause(sentence)).facts.sanctions.kept) == kept


@pytest.mark.parametrize(
    ("lines", "given"),
    [
        (("Southland shall provide energy to Northland.",), ["energy"]),
        (("Southland shall open trade with Northland.",), ["trade"]),
        (("Southland and Northland shall open trade.",), []),
        (("Southland shall provide 10 t of fuel oil to Northland.",), []),
        (("Southland shall provide energy to Northland.", "until: 2027-01-01"), []),
        (("Southland shall provide medicine to Northland.",), []),
        (("Southland intends to provide energy to Northland.",), []),
        (("Southland shall notify trade to Northland.",), []),
        (("Southland shall provide guards to Northland.",), []),
    ],
)
def test_what_is_given_without_limit(lines: tuple[str, ...], given: list[str]) -> None:
    text = Text(clause(*lines))

    assert [text[at] for _, at in text.facts.sanctions.gifts] == given
