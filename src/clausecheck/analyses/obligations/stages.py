"""In which stage a clause stands, by the titles above it: "First stage", "Phase II"."""

from __future__ import annotations

from collections.abc import Mapping

from clausecheck.model import nodes
from clausecheck.model.reading import Reading
from clausecheck.patterns import regex

_STAGE = regex(r"(?i)\b(?:stage|phase|tranche|round|instal?ment|step|year|transition)\b")
_ABOVE = ("preamble", "part", "article", "annex")
"""What stands above clauses, up to the next of its kind; a part ends the article before it."""
_WITHIN_A_PART = "article"


def stages(reading: Reading) -> Mapping[str, tuple[str, ...]]:
    """Return by clause the titles that name its stage; a clause in none of them is left out."""
    found: dict[str, tuple[str, ...]] = {}
    above: dict[str, str] = {}
    for block in reading.declaration.blocks:
        heading = block.heading if isinstance(block, nodes.Block) else None
        title = heading.title.text.lower() if heading is not None and heading.title else ""
        named = title if _STAGE.search(title) else ""
        if heading is not None and heading.word in _ABOVE:
            above = above if heading.word == _WITHIN_A_PART else {}
            above[heading.word] = named
        elif heading is not None and heading.word == "clause":
            told = tuple(each for each in (*above.values(), named) if each)
            if told:
                found[heading.number or ""] = told
    return found
