"""What is given in return by the words of a sentence alone, which no line repeats.

Nothing is reckoned with it; but who reads that nothing is given in return should not find it there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clausecheck.analyses.terms import is_group
from clausecheck.model.qualifiers import unread
from clausecheck.model.reading import Provision, Reading, Said


def given_in_words(reading: Reading) -> Mapping[str, str]:
    """Return which clauses such words tie to a step, by number, and the number of the sentence."""
    found: dict[str, str] = {}
    for clause in reading.operative_clauses:
        for said in clause.said:
            for other in _named(said, reading):
                found.setdefault(said.number, said.number)
                found.setdefault(other, said.number)
    return found


def _named(said: Said, reading: Reading) -> Iterator[str]:
    lines = {line.name for line in said.labels.lines}
    for each in unread(said.sentence, said.meanings, lines, reading.names):
        label, _, number = each.line.partition(": ")
        if label == "in return for":
            yield number


def relief_answered_in_words(reading: Reading, relief: Provision) -> str | None:
    """Return which clause says in words that something is done in return for relief by others."""
    for each in reading.operative_provisions:
        theirs = not {*each.meaning.who.names} & {*relief.meaning.who.names}
        if theirs and any(is_group(mention, "sanctions") for mention in each.deed.in_return):
            return each.number
    return None
