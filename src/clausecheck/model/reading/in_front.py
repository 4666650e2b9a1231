"""A condition with which a sentence begins, as the line below it that says the same.

What stands in front of all that a sentence says bears on all of it: "If A has disarmed, B shall".
What stands further on may tell of a part of it, and stays words.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from clausecheck.model import nodes
from clausecheck.model.names import Names
from clausecheck.model.qualifiers import unread
from clausecheck.model.qualifiers.apart import is_comma, lines_of, without
from clausecheck.model.reading.provisions import Labels
from clausecheck.model.sentences import Meaning
from clausecheck.model.sentences.words import JOINING
from clausecheck.source import Span
from clausecheck.values import evolve

_CONDITIONS = ("if: ", "unless: ")


def condition_in_front(
    sentence: nodes.Sentence, meanings: Sequence[Meaning], labels: Labels, names: Names
) -> tuple[nodes.Sentence, nodes.Label] | None:
    """Return a sentence without the condition in front of it, and that as a line.

    None where there is none, or where the words leave out which clause they mean.
    """
    front = meanings[0].who.front if meanings else None
    if front is None:
        return None
    every = [part for part in sentence.parts if front.contains(part.span)]
    for found in unread(sentence, meanings[:1], {line.name for line in labels.lines}, names):
        whole = all(found.span.contains(part.span) or is_comma(part) for part in every)
        if whole and found.line.startswith(_CONDITIONS) and not found.meant:
            parts = _behind(sentence.parts, found.span)
            line = next(iter(lines_of(found)), None)
            if line is not None and _begins_with_who(parts, names):
                return evolve(sentence, parts=parts), line
    return None


def _behind(parts: Sequence[nodes.Part], condition: Span) -> tuple[nodes.Part, ...]:
    """Return the parts behind a condition, and behind the "then" that may follow it."""
    left = tuple(without(parts, (condition,)))
    return left[1:] if _word(left[0]) == "then" else left


def _begins_with_who(parts: Sequence[nodes.Part], names: Names) -> bool:
    """Tell whether a comma before the modality only parts names, and no more of the condition."""
    words = [*map(_word, takewhile(lambda part: not isinstance(part, nodes.Modality), parts))]
    at = 0 if "," in words else len(words)
    while at < len(words):
        known = names.match(words, at)
        if known is None and words[at].lower() not in _BETWEEN_NAMES:
            return False
        at = known[1] if known is not None else at + 1
    return True


def _word(part: nodes.Part) -> str:
    return part.text if isinstance(part, nodes.Word) else ""


_BETWEEN_NAMES = JOINING | {"the", "each", "both", "jointly"}
