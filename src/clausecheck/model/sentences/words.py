"""The small words that hold phrases together, and how to tell them."""

from __future__ import annotations

from clausecheck.model import nodes

JOINING = frozenset({"and", "or", ",", ";", "and/or", "nor", "but", "plus"})
CONJUNCTIONS = frozenset({"and", "but"})
DETERMINERS = frozenset(
    "a an the this that these those any some each every both either no such".split()
)
POSSESSIVES = frozenset({"its", "their", "his", "own"})
BEING = frozenset({"be", "been", "is", "are", "was", "were"})
AT = frozenset(
    "from in at on within into near along across inside outside around through throughout off onto"
    " over above below beside beyond".split()
)
GIVING = frozenset({"for", "to", "towards", "toward"})
PREPOSITIONS = (
    AT
    | GIVING
    | frozenset(
        "of by with against between among under upon as about without via per during despite"
        " concerning regarding amid behind facing".split()
    )
)
IN_RETURN = "in return for"
"""What opens words on what something is done for, however they say so."""
ONES_OWN = frozenset({"own", "sole", "full", "absolute", "free", "respective", "and"})
"""Words that may stand before "discretion": at its own, or at its sole and absolute one."""
OF_ONES_OWN = rf"(?:its|their|his|her|the) (?:(?:{'|'.join(sorted(ONES_OWN))}) )*"
"""Whose discretion it is, as a pattern, up to the word itself."""
UNITS = frozenset({"minute", "hour", "day", "week", "month", "year"})


def is_adverb(word: str) -> bool:
    """Tell whether a word says how; shorter ones in -ly are `only`, `ally`."""
    return (
        len(word) > len("only")
        and word.endswith("ly")
        and word not in {"family", "supply", "assembly", "apply", "comply"}
    )


def is_time(quantity: nodes.Quantity) -> bool:
    """Tell whether a quantity is a span of time."""
    return (quantity.unit or "").removesuffix("s") in UNITS
