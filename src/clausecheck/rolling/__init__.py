"""A text with brackets: what is found in it, and under which choices.

The rules judge texts without brackets, so a text with them is many. Those that need one clause are
held against every alternative of that clause; the others against so many whole texts that every
choice is met with every other, and then against those that tell on which choices a finding hangs.
"""

from __future__ import annotations

from clausecheck.rolling.effects import Said
from clausecheck.rolling.ledgers import ledger_of
from clausecheck.rolling.questions import no_other_texts
from clausecheck.rolling.text import RollingText

__all__ = ["RollingText", "Said", "ledger_of", "no_other_texts"]
