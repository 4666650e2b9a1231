"""Things that are told apart by a word and its denial, or by a figure and its two sides.

Launchers "listed in the annex" are none of those "not listed in the annex", and ships "over 10,000
tons" none of those "under 10,000 tons", whatever else two sentences share.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from clausecheck.analyses.obligations.norms import Norm
from clausecheck.model import nodes
from clausecheck.model.sentences.words import DETERMINERS

_OVER = frozenset({"over", "above", "beyond", "exceeding"})
_UNDER = frozenset({"below", "under", "beneath"})
_SURELY = frozenset({"exceeding"})
"""Also where the figure comes later, as in "exceeding a range of 300 km"."""


def are_opposite(one: Norm, other: Norm) -> bool:
    """Tell whether what one says of a thing, the other denies of it."""
    told, others = frozenset(_told(one)), frozenset(_told(other))
    return told != others and any((word, not denied) in others for word, denied in told)


def _told(norm: Norm) -> Iterator[tuple[str, bool]]:
    """Yield the words of a sentence, each with whether it is denied: under a figure is not over."""
    begins, ends = norm.provision.modality.span.start, norm.provision.deed.act_span.end
    denied = False
    parts = norm.said.sentence.parts
    for part, behind in zip_longest(parts, parts[1:]):
        word = part.text.lower() if isinstance(part, nodes.Word) else ""
        if word == "not" and not begins <= part.span.start < ends:
            denied = True
        elif word not in DETERMINERS:
            if word in _OVER | _UNDER and (isinstance(behind, nodes.Quantity) or word in _SURELY):
                yield "over", denied != (word in _UNDER)
            elif word:
                yield word, denied
            denied = False
