"""How long it takes to take a step back, by what it is done to."""

from __future__ import annotations

from clausecheck.analyses.timing.undoing import time_to_undo
from tests.analyses.texts import Text


def test_a_place_that_is_a_site_is_undone_as_a_site_is() -> None:
    text = Text(
        """
clause 1
  Northland shall disable Natanz.
clause 2
  Northland shall disable its landmines.
clause 3
  Northland shall disable Kaesong.
"""
    )
    facts = text.facts

    found = [time_to_undo(each, facts.vocabulary).days for each in facts.reading.provisions]

    assert found == [(120, 365), None, None]
