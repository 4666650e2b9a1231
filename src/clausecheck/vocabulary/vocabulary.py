"""The terms as the rest of the program asks for them."""

from __future__ import annotations

from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast

from attrs import field

from clausecheck.nearness import Spelling
from clausecheck.values import frozen
from clausecheck.vocabulary.inflection import adverb_bases, units
from clausecheck.vocabulary.terms import (
    KINDS,
    Act,
    ActorTerm,
    Grade,
    Kind,
    Match,
    Method,
    Object,
    Place,
    Term,
    Undo,
    Vague,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from clausecheck.vocabulary.entries import Entries, Entry
    from clausecheck.vocabulary.index import Index


@frozen(slots=False, eq=False)
class Vocabulary:
    """What the field's words mean, found by any of their inflections and spellings."""

    _entries: Entries = field(repr=False)
    _index: Index = field(repr=False)
    _terms: dict[tuple[str, str], Term] = field(factory=dict, init=False, repr=False)
    _ancestors: dict[tuple[str, str], tuple[str, ...]] = field(factory=dict, init=False, repr=False)
    _wider_sets: dict[tuple[str, str], frozenset[str]] = field(factory=dict, init=False, repr=False)
    _begun: dict[str, tuple[tuple[Kind, int], ...]] = field(factory=dict, init=False, repr=False)
    _spellings: dict[frozenset[str], Spelling] = field(factory=dict, init=False, repr=False)

    def match(self, words: Sequence[str], start: int, kinds: Collection[str]) -> Match | None:
        """Return the longest term that begins at a word; `KINDS` decides between kinds.

        Case, hyphens, British and American spelling and a possessive make no difference.
        """
        for match in self.matches(words, start):
            if match.kind in kinds:
                return match
        return None

    def matches(self, words: Sequence[str], start: int) -> Sequence[Match]:
        """Return every term that begins at a word, the longest first, then as `KINDS` has them."""
        phrase = first = units(words[start])
        if " " in phrase:
            phrase = " ".join(phrase.split())
            first = phrase.partition(" ")[0]
        begun = self._begun.get(first)
        if begun is None:
            begun = self._begun[first] = tuple(self._beginning_with(first))
        if not begun:
            return ()  # as at most words
        found: list[Match] = []
        last = min(len(words), start + max([reach for _, reach in begun]))
        end = start + 1
        while True:
            found[:0] = [
                Match(kind, self._known_term(kind, self._index.phrases[kind][phrase]), start, end)
                for kind, _ in begun
                if phrase in self._index.phrases[kind]
            ]
            if end >= last:
                return found
            phrase = f"{phrase} {units(words[end])}"
            end += 1

    def _beginning_with(self, first: str) -> Iterator[tuple[Kind, int]]:
        """Yield the kinds that have a phrase with this first word, and the most words of one."""
        for kind in KINDS:
            reach = self._index.longest[kind].get(first)
            if reach is not None:
                yield kind, reach

    def find(self, words: Sequence[str], kinds: Collection[str] = KINDS) -> list[Match]:
        """Return the terms among the words, from left to right, none overlapping."""
        found = []
        start = 0
        while start < len(words):
            match = self.match(words, start, kinds)
            if match is not None:
                found.append(match)
            start = match.end if match is not None else start + 1
        return found

    def term(self, kind: str, name: str) -> Term | None:
        """Return the term of that name; a `noun` is the act that it names."""
        return (
            self._known_term(kind, name)
            if name in self._entries.terms.get(_table(kind), {})
            else None
        )

    def act(self, name: str) -> Act | None:
        """Return the act of that name."""
        return cast("Act | None", self.term("act", name))

    def object(self, name: str) -> Object | None:
        """Return the object of that name."""
        return cast("Object | None", self.term("object", name))

    def ancestors(self, kind: str, name: str) -> tuple[str, ...]:
        """Return the name and all wider ones, each once, the nearest first."""
        known = self._ancestors.get((kind, name))
        if known is None:
            known = self._ancestors[kind, name] = tuple(self._wider(kind, name))
        return known

    def _wider(self, kind: str, name: str) -> Iterable[str]:
        entries = self._entries.terms.get(_table(kind), {})
        found = dict.fromkeys((name,))
        waiting = [name]
        for narrower in waiting:
            entry = entries.get(narrower, {})
            for parent in cast("list[str]", entry.get("parents", ())):
                if parent not in found:
                    found[parent] = None
                    waiting.append(parent)
        return found

    def is_a(self, kind: str, name: str, *wanted: str) -> bool:
        """Tell whether the term is one of the others, or narrower than one."""
        try:  # nearly every question was asked before
            return not self._wider_sets[kind, name].isdisjoint(wanted)
        except KeyError:
            wider = self._wider_sets[kind, name] = frozenset(self.ancestors(kind, name))
            return not wider.isdisjoint(wanted)

    def is_among(self, term: Term, names: Collection[str]) -> bool:
        """Tell whether a term is one of those named, or narrower than one."""
        return not term.wider.isdisjoint(names)

    def exclusive(self, act: str, other: str) -> bool:
        """Tell whether duties to do the two acts contradict each other, whichever says so."""
        wider, others = self.ancestors("act", act), self.ancestors("act", other)
        return self._excludes(wider, others) or self._excludes(others, wider)

    @cached_property
    def exclusions(self) -> Mapping[str, frozenset[str]]:
        """By act, those that cannot be kept up with it, whichever of the two says so."""
        found: dict[str, set[str]] = {}
        for act in self.all_of("act"):
            for other in getattr(act, "excludes", ()):
                found.setdefault(act.name, set()).add(other)
                found.setdefault(other, set()).add(act.name)
        return MappingProxyType({name: frozenset(others) for name, others in found.items()})

    def regions_around(self, states: Collection[str]) -> Iterator[str]:
        """Return the regions that take in all the land of these states, by their full names."""
        wanted = set(states)
        return (name for name, land in self._regions if wanted and wanted <= land)

    @cached_property
    def _regions(self) -> tuple[tuple[str, frozenset[str]], ...]:
        return tuple(
            (term.name, frozenset(term.states))
            for term in self.all_of("place")
            if isinstance(term, Place) and term.group == "region" and term.states
        )

    def undo(self, act: str, thing: str | None = None) -> Undo | None:
        """Return the time to undo an act on an object, by the nearest terms that know it.

        An act whose time is that of other objects says nothing of this one, nor do wider acts.
        """
        things = self.ancestors("object", thing) if thing is not None else ()
        for name in self.ancestors("act", act):
            term = self.act(name)
            if term is not None:
                for wider in things:
                    for known, undo in term.undo_of:
                        if known == wider:
                            return undo
                if term.undo is not None:
                    told = not term.undo_objects or not set(term.undo_objects).isdisjoint(things)
                    return term.undo if told else None
        return None

    def grade(self, act: str) -> Grade | None:
        """Return how hard an act is to undo, by the nearest term that is graded."""
        terms = (self.act(name) for name in self.ancestors("act", act))
        return next((term.grade for term in terms if term is not None and term.grade), None)

    def knows(self, word: str) -> bool:
        """Tell whether the word, or each part between its hyphens, occurs in any term or word list.

        An adverb in -ly is known with its adjective.
        """
        known = self._index.words
        return all(
            part in known or any(base in known for base in adverb_bases(part))
            for part in units(word).split()
        )

    def nearest(self, word: str, kinds: Collection[str] = KINDS) -> tuple[str, ...]:
        """Return up to three known forms near this one, best first, of different terms."""
        wanted = frozenset(kinds)
        spelling = self._spellings.get(wanted)
        if spelling is None:
            spelling = Spelling(
                phrase for kind in wanted for phrase in self._index.phrases.get(kind, ())
            )
            self._spellings[wanted] = spelling
        best: dict[tuple[str, str], str] = {}
        for phrase in spelling.nearest(units(word), limit=12):
            kind, name = self._owner(phrase, wanted)
            best.setdefault((kind, name), self._as_listed(kind, name, phrase))
        return tuple(dict.fromkeys(best.values()))[:3]

    def names(self, list_name: str) -> tuple[str, ...]:
        """Return an enumeration's names in their order; none for an unknown enumeration."""
        return tuple(self._entries.lists.get(list_name, ()))

    @cached_property
    def actors(self) -> Mapping[str, ActorTerm]:
        """The bodies that need no declaration, by name."""
        names = self._entries.terms["actor"]
        return MappingProxyType(
            {name: cast("ActorTerm", self._known_term("actor", name)) for name in names}
        )

    def all_of(self, kind: str) -> Iterator[Term]:
        """Give every term of a kind, in the files' order."""
        for name in self._entries.terms[_table(kind)]:
            yield self._known_term(kind, name)

    def _known_term(self, kind: str, name: str) -> Term:
        table = _table(kind)
        term = self._terms.get((table, name))
        if term is None:
            term = _term(table, self._entries.terms[table][name], self.ancestors(table, name), name)
            self._terms[table, name] = term
        return term

    def _excludes(self, acts: tuple[str, ...], others: tuple[str, ...]) -> bool:
        terms = [self.act(act) for act in acts]
        return any(excluded in others for term in terms if term for excluded in term.excludes)

    def _owner(self, phrase: str, kinds: Collection[str]) -> tuple[Kind, str]:
        return next(
            (kind, self._index.phrases[kind][phrase])
            for kind in KINDS
            if kind in kinds and phrase in self._index.phrases[kind]
        )

    def _as_listed(self, kind: Kind, name: str, phrase: str) -> str:
        forms = self._known_term(kind, name).forms
        return next((form for form in forms if units(form) == phrase), phrase)


def _table(kind: str) -> str:
    return "act" if kind == "noun" else kind


def _term(table: str, entry: Entry, wider: Iterable[str], name: str) -> Term:
    """Turn an entry into its term."""
    values: dict[str, object] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()
    }
    if "synonyms" in values:
        groups = cast("list[list[str]]", entry["synonyms"])
        values["synonyms"] = tuple(map(tuple, groups))
    if "name" in values:
        values["title"] = values.pop("name")
    if "undo" in values:
        values["undo"] = _undo(entry["undo"])
    if "undo_of" in values:
        times = cast("dict[str, object]", entry["undo_of"])
        values["undo_of"] = tuple((thing, _undo(time)) for thing, time in times.items())
    if "grade" in values:
        values["grade"] = Grade(**cast("dict[str, Any]", entry["grade"]))
    values["wider"] = frozenset(wider)
    return _CLASSES[table](name, **values)  # type: ignore[arg-type]  # the entry was checked when read


def _undo(time: object) -> Undo:
    known = cast("dict[str, object]", time)
    if "unknown" in known:
        return Undo(None, cast("str", known["reason"]))
    fewest, most = cast("list[int]", known["days"])
    return Undo((fewest, most), cast("str", known["source"]))


_CLASSES: dict[str, type[Term]] = {
    "actor": ActorTerm,
    "place": Place,
    "vague": Vague,
    "method": Method,
    "act": Act,
    "object": Object,
}
