"""What counts as a step that a text records, and what as a promise or nothing at all."""

from __future__ import annotations

import pytest

from tests.analyses.texts import Text, clause


@pytest.mark.parametrize(
    ("sentence", "recorded"),
    [
        ("All parties note that Northland has conducted no test since 2017.", "step Northland"),
        (
            "All parties recall that Northland has not tested a missile since 2018.",
            "step Northland",
        ),
        ("Westland takes note of the closure of the test site by Northland.", "step Northland"),
        ("All parties acknowledge that Northland has returned remains.", "step Northland"),
        ("Northland recalls that it has closed its test site.", "step Northland"),
        ("All parties welcome the moratorium on nuclear tests.", "step "),
        ("All parties welcome the steps already taken by Northland.", "step Northland"),
        ("All parties note that Northland has paused enrichment.", "step Northland"),
        ("Westland recalls that Northland promised to close its test site.", "promise Northland"),
    ],
)
def test_a_step_is_recorded(sentence: str, recorded: str) -> None:
    (credit,) = Text(clause(sentence)).facts.credits

    assert f"{credit.what} {' '.join(credit.of)}" == recorded


@pytest.mark.parametrize(
    "sentence",
    [
        "All parties recall the wish of the people for peace.",
        "All parties recall the suffering of the separated families.",
        "All parties express their trust in each other.",
        "Northland and Southland recall that their views on unification differ.",
        "All parties recall the nuclear tests of Northland.",
        "All parties note that Northland has not closed its test site.",
        "All parties look forward to the dismantlement of reactors by Northland.",
        "All parties recall the need for the return of remains.",
        "All parties welcome the readiness of Northland to close its test site.",
        "All parties regret the suspension of talks by Northland.",
        "All parties recall the suspension of talks by Northland.",
    ],
)
def test_what_was_felt_or_hoped_for_or_left_undone_is_no_step(sentence: str) -> None:
    assert Text(clause(sentence)).facts.credits == ()
