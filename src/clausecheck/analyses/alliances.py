"""Which parties are allies, as the text or the vocabulary has it."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.model.reading import Reading
from clausecheck.vocabulary import Vocabulary


def analyse(reading: Reading, vocabulary: Vocabulary) -> tuple[frozenset[str], ...]:
    """Return the groups of two or more parties that are allied, those of a side first.

    The vocabulary lists allies in pairs, by their full names and joined by `and`.
    """
    return tuple(group for group in _groups(reading, vocabulary) if len(group) > 1)


def _groups(reading: Reading, vocabulary: Vocabulary) -> Iterator[frozenset[str]]:
    names = reading.names
    for actor in names.actors.values():
        if actor.kind == "side":
            yield frozenset(actor.members) & set(names.parties)
    for pair in vocabulary.names("allies"):
        known = (names.actor(title) for title in pair.split(" and "))
        yield frozenset(actor.name for actor in known if actor and actor.kind == "party")
