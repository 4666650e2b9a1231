"""Entries → every phrase by which a text can name them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from clausecheck.values import frozen
from clausecheck.vocabulary.inflection import (
    noun_inflections,
    noun_phrases,
    units,
    variants,
    verb_inflections,
    verb_phrases,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from clausecheck.vocabulary.entries import Entries, Entry


@frozen
class Index:
    """What is looked up: phrases as `units` writes them, and single known words."""

    phrases: dict[str, dict[str, str]]
    """By kind, phrases and the names of their terms."""
    longest: dict[str, dict[str, int]]
    """By kind and first word, the number of words in the longest phrase."""
    words: set[str]

    def copy(self) -> Index:
        """Return an index to add to without touching this one."""
        phrases = {kind: dict(phrases) for kind, phrases in self.phrases.items()}
        longest = {kind: dict(longest) for kind, longest in self.longest.items()}
        return Index(phrases, longest, set(self.words))


def no_phrases() -> Index:
    """Return an index to add to."""
    kinds = [kind for kind, _, _, _ in _KINDS]
    return Index({kind: {} for kind in kinds}, {kind: {} for kind in kinds}, set())


def add_phrases(index: Index, entries: Entries) -> None:
    """Add all that the entries can be called; a listed form goes before an inflected one."""
    for kind, table, key, inflect in _KINDS:
        phrases, longest = index.phrases[kind], index.longest[kind]
        added = dict(_listed(entries.terms[table], key))
        phrases.update(added)
        for name, entry in entries.terms[table].items():
            for form in _texts(entry, key):
                for phrase in variants(inflect(form)):
                    phrases.setdefault(phrase, name)
                    added[phrase] = name
        for phrase in added:
            words = phrase.split()
            index.words.update(words)
            longest[words[0]] = max(len(words), longest.get(words[0], 0))
    index.words.update(*map(str.split, variants(entries.function)))
    for word in entries.general:
        index.words.update(
            *map(str.split, variants((*verb_inflections(word), *noun_inflections(word))))
        )


def listed_phrases(entries: Entries) -> dict[str, dict[str, str]]:
    """Return, by kind, the phrases that are listed as they are, and whose they are."""
    return {kind: dict(_listed(entries.terms[table], key)) for kind, table, key, _ in _KINDS}


def shared_phrases(
    entries: Entries, listed: dict[str, dict[str, str]]
) -> Iterator[tuple[str, str, str, str]]:
    """Give each form that some other term lists already: table, name, form, and whose it is."""
    for kind, table, key, _ in _KINDS:
        owners = dict(listed[kind])
        for name, entry in entries.terms[table].items():
            for form in _texts(entry, key):
                owner = owners.setdefault(units(form), name)
                if owner != name:
                    yield table, name, form, owner


def _listed(terms: dict[str, Entry], key: str) -> Iterator[tuple[str, str]]:
    for name, entry in terms.items():
        for form in _texts(entry, key):
            yield units(form), name


def _texts(entry: Entry, key: str) -> list[str]:
    return cast("list[str]", entry.get(key, []))


def _as_listed(form: str) -> tuple[str]:
    return (form,)


_KINDS: tuple[tuple[str, str, str, Callable[[str], Iterable[str]]], ...] = (
    ("actor", "actor", "forms", _as_listed),
    ("place", "place", "forms", _as_listed),
    ("vague", "vague", "forms", _as_listed),
    ("method", "method", "forms", noun_phrases),
    ("act", "act", "forms", verb_phrases),
    ("noun", "act", "nouns", noun_phrases),
    ("object", "object", "forms", noun_phrases),
)
"""Each kind with its table, the key that lists its forms, and how they are inflected."""
