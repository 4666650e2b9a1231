"""What is to be decided in a text with brackets, what each choice costs, and the best texts."""

from __future__ import annotations

from clausecheck.alternatives.overview import alternatives
from clausecheck.alternatives.weighing import weighed

__all__ = ["alternatives", "weighed"]
