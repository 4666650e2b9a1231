"""What a sentence speaks of, as several analyses ask it."""

from __future__ import annotations

import pytest

from clausecheck.analyses.terms import of_this_text
from clausecheck.analyses.timing.moments import ENTRY, Moment
from tests.analyses.texts import Text


@pytest.mark.parametrize(
    ("sentence", "itself"),
    [
        ("The parties may amend this declaration.", True),
        ("The parties may amend the declaration.", True),
        ("The parties shall submit this declaration to UNSC.", True),
        ("Any party may withdraw from this treaty.", True),
        ("Northland may withdraw its declaration.", False),
        ("Northland shall submit a declaration to IAEA.", False),
        ("Northland shall submit the list of sites to IAEA.", False),
        ("IAEA shall verify the declaration.", False),
        ("IAEA shall verify this declaration.", True),
        ("Northland shall freeze its reactors.", False),
    ],
)
def test_a_declaration_of_what_somebody_has_is_not_this_text(
    sentence: str, *, itself: bool
) -> None:
    (provision, *_) = Text(f"clause 1\n  {sentence}").facts.operative

    assert of_this_text(provision) is itself


def test_a_declaration_handed_over_waits_for_the_entry_into_force() -> None:
    text = Text(
        """
        clause 1
          Northland shall submit a declaration to IAEA.
        """,
        head="entry into force: ratification by all parties",
    )
    first = text.facts.schedule.first(Moment("1", "begins"))

    assert first is not None
    assert first.origin == ENTRY
