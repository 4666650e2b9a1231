"""Which lines let somebody look, undo a step or answer a breach, and which only sound so."""

from __future__ import annotations

from clausecheck.analyses.inspection.safeguards import Safeguard, safeguards
from tests.analyses.texts import VOCABULARY, Text

TEXT = """
preamble
clause P1
  Northland shall freeze its mills.
  verified by: IAEA
article 1 "Steps"
clause 1
  Northland shall freeze its reactors.
  verified by: IAEA using on-site inspection
  reversible: by Northland within 30 days
  if breached: Southland may resume the exercises.
clause 2
  Northland shall freeze its mines.
  reversible: no
  if breached: none
clause 3
  Northland shall freeze its ports.
  verified by: none
  by: 30 days after signature
clause 4
  Northland shall freeze its quarries.
  verified by: Northland using records review, every 30 days
clause 5
  Northland shall freeze its furnaces.
  verified by: IAEA using on-site inspection, every 30 days
  access: by consent
clause 6
  Northland shall freeze its forges.
  verified by: "at an appropriate level"
  reversible: "as the case may be"
clause 7
  Northland and Southland shall freeze kilns.
  verified by: Northland using records review
clause 8
  Northland shall freeze its looms.
  verified by: Northland using records review; Southland using on-site inspection
"""


def test_only_what_names_somebody_or_says_what_follows_is_a_safeguard() -> None:
    assert list(safeguards(Text(TEXT).facts.reading, VOCABULARY)) == [
        Safeguard("1", "verified by"),
        Safeguard("1", "reversible"),
        Safeguard("1", "if breached"),
        Safeguard("7", "verified by"),
        Safeguard("8", "verified by"),
    ]
