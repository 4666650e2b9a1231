"""Conditions of which anybody can tell whether they hold."""

from __future__ import annotations

import pytest

from clausecheck.analyses.timing.times import is_plain_fact
from tests.analyses.texts import VOCABULARY


@pytest.mark.parametrize(
    "words",
    [
        "the dispute is not settled within 6 months",
        "a party has withdrawn",
        "the other party has withdrawn from this treaty",
        "30 days have passed since notice",
        "six months have elapsed",
        "Northland has not deposited its instrument",
        "Southland has not ratified this treaty",
        "the Commission has not decided within 60 days",
        "a party has given notice of withdrawal",
        "any party so requests",
    ],
)
def test_what_needs_no_judge(words: str) -> None:
    assert is_plain_fact(words, VOCABULARY)


@pytest.mark.parametrize(
    "words",
    [
        "progress is made within 6 months",
        "the other side has withdrawn its forces",
        "Northland has conducted a nuclear test",
        "Northland has not complied within 30 days",
        "trust has been restored after 5 years",
        "sufficient time has passed",
        "the dispute is settled satisfactorily",
        "conditions ripen",
        "30 days of calm",
        "the time has passed",
    ],
)
def test_what_needs_one(words: str) -> None:
    assert not is_plain_fact(words, VOCABULARY)
