"""Which parties are allies, as the text or the vocabulary has it."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.model.reading import Reading
from clausecheck.vocabulary import Vocabulary


def analyse(reading: Reading, vocabulary: Vocabulary) -> tuple[frozenset[str], ...]:
    """Return the groups of two or more parties that are allied, those the vocabulary knows first.

    The vocabulary lists allies in pairs, by their full names and joined by `and`. A side that takes
    its members from two alliances, as one of a divided country, is none.
    """
    return tuple(group for group in _groups(reading, vocabulary) if len(group) > 1)


def _groups(reading: Reading, vocabulary: Vocabulary) -> Iterator[frozenset[str]]:
    names = reading.names
    pairs = [
        frozenset(actor.name for actor in map(names.actor, pair.split(" and ")) if actor)
        for pair in vocabulary.names("allies")
    ]
    for pair in pairs:
        yield pair & set(names.parties)
    for actor in names.actors.values():
        members = frozenset(actor.members)
        if actor.kind == "side" and sum(not members.isdisjoint(pair) for pair in pairs) < 2:  # noqa: PLR2004
            yield members & set(names.parties)
