"""Two texts side by side: what became of each clause, and what follows from that."""

from __future__ import annotations

from clausecheck.compare.comparison import Text, alone, compare

__all__ = ["Text", "alone", "compare"]
