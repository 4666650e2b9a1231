"""Who is told of, where one sentence became several, and that the way back is told alike."""

from __future__ import annotations

from clausecheck.compare.figures import shared_amounts
from clausecheck.reporters.comparison_parts import closing

from .texts import compared

WHOLE = """\
clause 1
  Northland and Southland shall withdraw 10 guard posts.
"""
PARTS = """\
clause 1
  Northland shall withdraw 10 guard posts.
clause 2
  Southland shall withdraw 5 guard posts.
"""


def test_the_half_of_one_is_that_ones_alone() -> None:
    assert dict(closing(compared(WHOLE, PARTS)))["for whom"] == "Southland bound less in 1"
    assert dict(closing(compared(PARTS, WHOLE)))["for whom"] == "Southland bound more in 1, 2"


def test_sentences_that_say_nothing_share_out_no_figures() -> None:
    assert list(shared_amounts((), ())) == []
