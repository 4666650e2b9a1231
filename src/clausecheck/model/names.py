"""The names that a text declares, and what each stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import Literal, cast

from attrs import field

from clausecheck.model import nodes
from clausecheck.model.defined import Thing, things_of
from clausecheck.model.numbers import in_order
from clausecheck.source import Span
from clausecheck.values import evolve, frozen
from clausecheck.vocabulary import Vocabulary
from clausecheck.vocabulary.inflection import noun_phrases, units

ActorKind = Literal["party", "guarantor", "actor", "side", "body", "standing", "role"]
RATIFICATION_EVENTS = (
    "ratification",
    "exchange of instruments of ratification",
    "exchange of the instruments of ratification",
    "deposit of instruments of ratification",
    "deposit of the instruments of ratification",
    "deposit of the last instrument of ratification",
)
"""Moments that come when those who are bound have ratified."""
PREDECLARED_EVENTS = ("signature", "entry into force", *RATIFICATION_EVENTS)


@frozen
class Actor:
    """Somebody who can bear a duty; `members` of a side or body, by name."""

    name: str
    kind: ActorKind
    title: str = ""
    members: tuple[str, ...] = ()
    span: Span | None = field(default=None, eq=False)


@frozen
class Declared:
    """An event or a definition: its name, where it is declared, and its labels."""

    name: str
    span: Span
    labels: tuple[nodes.Label, ...] = ()


@frozen
class Numbered:
    """A clause, article or annex by its number, or a sentence by its clause's number and letter."""

    number: str
    span: Span


@frozen(slots=False)
class Names:
    """What can be referred to in one text, each kind by name in text order."""

    actors: Mapping[str, Actor]
    events: Mapping[str, Declared]
    definitions: Mapping[str, Declared]
    numbers: Mapping[str, Numbered]
    aliases: Mapping[str, str]
    """Every name in lower case, full titles among them, to the name it stands for."""
    terms: Mapping[str, str]
    """Every form of a defined term, as `units` writes it, to the term."""
    reach: Mapping[str, int]
    """By first word, as `units` writes it, the most words that a name or defined term has."""
    things: Mapping[str, Thing] = field(factory=dict)
    """What each defined term stands for, of those of which the text or the vocabulary tells."""

    @cached_property
    def event_words(self) -> frozenset[str]:
        """The words of the events' names."""
        return frozenset(word for name in self.events for word in name.split())

    @cached_property
    def sides(self) -> tuple[str, ...]:
        """Those who face each other: the sides, and the parties that are on none."""
        within = {
            name for actor in self.actors.values() if actor.kind == "side" for name in actor.members
        }
        return tuple(
            name
            for name, actor in self.actors.items()
            if actor.kind == "side" or (actor.kind == "party" and name not in within)
        )

    @cached_property
    def parties(self) -> tuple[str, ...]:
        """The parties, in text order."""
        return tuple(name for name, actor in self.actors.items() if actor.kind == "party")

    def actor(self, name: str) -> Actor | None:
        """Return the actor of that name, whatever its case, or by its full title."""
        known = self.aliases.get(name.lower())
        return self.actors.get(known) if known is not None else None

    def match(self, words: Sequence[str], start: int) -> tuple[str, int] | None:
        """Return the longest actor's name that begins at a word, and where it ends."""
        for length in self._lengths(words, start):
            phrase = " ".join(words[start : start + length])
            form = bare(phrase)
            known = self.aliases.get(form.lower())
            # A short name is a name as it is written: `us` is no country.
            if known and (length > 1 or form == known or not known.isupper() or form.isupper()):
                then = words[start + 1 : start + 2]
                if _is_a_direction(form, then, known):
                    continue
                return known, start + length
        return None

    def match_term(self, words: Sequence[str], start: int) -> tuple[str, int] | None:
        """Return the longest defined term that begins at a word, and where it ends."""
        for length in self._lengths(words, start) if self.terms else ():
            known = self.terms.get(units(" ".join(words[start : start + length])))
            if known is not None:
                return known, start + length
        return None

    def begins(self, word: str) -> bool:
        """Tell whether a name or a defined term may begin with a word."""
        first = units(word)
        return first in self.reach or " " in first

    def _lengths(self, words: Sequence[str], start: int) -> range:
        first = units(words[start]).split()[:1] if start < len(words) else ()
        longest = self.reach.get(first[0], 0) if first else 0
        return range(min(longest, len(words) - start), 0, -1)

    @cached_property
    def _by_root(self) -> dict[str, list[str]]:
        """The numbers, as they are counted, by every number below which they stand."""
        found: dict[str, list[str]] = {}
        for number in self.numbers:
            for end in range(1, len(number) + 1):
                if number[end : end + 1] in {"", ".", "(", "-"}:
                    found.setdefault(number[:end], []).append(number)
        return found

    @cached_property
    def _places(self) -> dict[str, int]:
        return {number: place for place, number in enumerate(self.numbers)}

    def number(self, number: str) -> Numbered | None:
        """Return what a number stands for: a clause, or all that is numbered below it."""
        below = self.below(number)
        return self.numbers.get(number) or (self.numbers[below[0]] if below else None)

    def between(self, first: str, last: str | None) -> tuple[str, ...]:
        """Return the numbers of a clause, or of all from first to last, with all below them."""
        begins = self.below(first)
        if last is None:
            return begins
        ends = self.below(last)
        if not begins or not ends:
            return (*begins, *ends)
        every = tuple(self.numbers)
        return every[self._places[begins[0]] : self._places[ends[-1]] + 1]

    def below(self, number: str) -> tuple[str, ...]:
        """Return the numbers of a clause and of all below it, as they are counted."""
        return tuple(self._by_root.get(number, ()))


def is_below(number: str, other: str) -> bool:
    """Tell whether a number is the other, or stands below it: `13(c)(i)` below `13`."""
    return number.startswith(other) and number[len(other) : len(other) + 1] in {"", ".", "(", "-"}


def above(number: str) -> Iterator[str]:
    """Yield the number and those it stands below, the nearest first: `13(c)`, then `13`."""
    yield number
    for at in range(len(number) - 1, 0, -1):
        if number[at] in ".(-":
            yield number[:at]


def collect(blocks: Sequence[nodes.Block], vocabulary: Vocabulary) -> Names:
    """Return the names that the blocks declare; of a name declared twice the first stands."""
    actors: dict[str, Actor] = {}
    events: dict[str, Declared] = {}
    definitions: dict[str, Declared] = {}
    aliases: dict[str, str] = {}
    for block in blocks:
        for nested, labels in headed(block):
            _declare(nested, labels, actors, events, definitions)
            if nested.name is not None:
                for _, name in called(labels):
                    aliases.setdefault(name.lower(), nested.name.text)
    taken: dict[str, set[str]] = {}
    for block in blocks:
        for name, before in roles_in(block):
            actors.setdefault(name, Actor(name, "role"))
            taken.setdefault(name, set()).add(before)
    for name, actor in actors.items():
        aliases[name.lower()] = name
        if actor.title:
            aliases.setdefault(actor.title.lower(), name)
            for short in _short_of(actor.title):
                aliases.setdefault(short, name)
        if actor.kind == "role":
            aliases.setdefault(name.lower().removeprefix("the "), name)
    for name, term in vocabulary.actors.items():
        if name not in actors:
            actors[name] = Actor(name, "standing", term.title)
            aliases.setdefault(name.lower(), name)
            for form in (*term.forms, term.title):
                aliases.setdefault(form.lower(), name)
    terms = {
        units(form): definition.name
        for key, definition in definitions.items()
        for form in (key, *noun_phrases(key))
    }
    for name, bearers in taken.items():
        _give(name, bearers, actors, aliases)
    names = Names(
        actors, events, definitions, numbers_of(blocks), aliases, terms, _reach((*aliases, *terms))
    )
    listed = {definition.name: definition.labels for definition in definitions.values()}
    return evolve(names, things=things_of(listed, names.match, vocabulary)) if listed else names


def numbers_of(blocks: Iterable[nodes.Block]) -> dict[str, Numbered]:
    """Return what can be referred to by number, as it is counted: clauses and above, sentences."""
    numbers: dict[str, Numbered] = {}
    for block in blocks:
        heading = block.heading
        if heading.number is None or heading.word not in {"clause", "article", "annex"}:
            continue
        is_annex = heading.word == "annex" and heading.number.isdigit()
        number = f"A{heading.number}" if is_annex else heading.number
        numbers.setdefault(number, Numbered(number, heading.span))
        if heading.word == "clause":
            for sentence, letters in lettered(block):
                if letters:
                    lower = number + letters
                    numbers.setdefault(lower, Numbered(lower, sentence.span))
    return {number: numbers[number] for number in sorted(numbers, key=in_order)}


def _reach(names: Iterable[str]) -> dict[str, int]:
    reach: dict[str, int] = {}
    for first, *others in filter(None, (units(name).split() for name in names)):
        reach[first] = max(1 + len(others), reach.get(first, 0))
    return reach


def bare(name: str) -> str:
    """Return a name without its possessive ending."""
    return name.removesuffix("'s").removesuffix("’s").removesuffix("'").removesuffix("’")


_DIRECTIONS = frozenset({"north", "south", "east", "west"})


def _is_a_direction(form: str, then: Sequence[str], name: str) -> bool:
    """Tell whether it says on which side: "north of the line", where a party is called `North`."""
    as_a_word = form.islower() and form != name
    return form.lower() in _DIRECTIONS and (as_a_word or then == ["of"])


def _short_of(title: str) -> Iterator[str]:
    """Yield what a full title is shortened to in speech: what stands before its `of`."""
    short, of, _ = title.lower().partition(" of ")
    if of and len(short.split()) > 1:
        yield short


def headed(block: nodes.Block) -> Iterator[tuple[nodes.Heading, tuple[nodes.Label, ...]]]:
    """Yield the block's heading and those nested in it, each with the labels that are its own."""
    heading = block.heading
    labels: list[nodes.Label] = []
    nested = False
    for item in block.items:
        if isinstance(item, nodes.Heading):
            yield heading, tuple(labels)
            heading, labels, nested = item, [], True
        elif isinstance(item, nodes.Label):
            labels.append(item)
        elif isinstance(item, nodes.Sentence) and nested:
            yield heading, tuple(labels)
            heading, labels, nested = block.heading, [], False
    yield heading, tuple(labels)


def lettered(block: nodes.Block) -> Iterator[tuple[nodes.Sentence, str]]:
    """Yield the block's sentences with their full letters, as in `(a)(ii)`; empty for none.

    A roman letter stands below the plain letter before it, unless that letter comes just before it
    in the alphabet.
    """
    upper = ""
    for item in block.items:
        if not isinstance(item, nodes.Sentence):
            continue
        letters = [marker for marker in item.markers if marker.startswith("(")]
        steps = [
            re.sub(r"\s*\(optional\)", "", marker)
            for marker in item.markers
            if marker.startswith("step")
        ]
        if len(letters) > 1:
            upper = letters[0]
            yield item, "".join(letters)
        elif letters:
            letter = letters[0]
            if upper and _is_roman(letter) and not _follows(upper, letter):
                yield item, upper + letter
            else:
                upper = letter
                yield item, letter
        elif steps:
            yield item, f"{upper}({steps[0]})"
        else:
            yield item, ""


def _is_roman(letter: str) -> bool:
    return re.fullmatch(r"\([ivx]+\)", letter) is not None


def _follows(before: str, letter: str) -> bool:
    return len(letter) == len(before) == len("(a)") and ord(letter[1]) == ord(before[1]) + 1


def _declare(
    heading: nodes.Heading,
    labels: tuple[nodes.Label, ...],
    actors: dict[str, Actor],
    events: dict[str, Declared],
    definitions: dict[str, Declared],
) -> None:
    title = " ".join(heading.title.text.split()) if heading.title else ""
    if heading.word == "define" and title:
        definitions.setdefault(title.lower(), Declared(title, heading.span, labels))
    elif heading.word == "event" and heading.name:
        events.setdefault(heading.name.text, Declared(heading.name.text, heading.span, labels))
    elif heading.word in {"party", "guarantor", "actor", "side", "body"} and heading.name:
        name = heading.name.text
        members = tuple(member.text for member in heading.members) or tuple(_members(labels))
        kind: ActorKind = heading.word  # type: ignore[assignment]  # one of the words just tested
        actors.setdefault(name, Actor(name, kind, title, members, heading.name.span))


def _members(labels: tuple[nodes.Label, ...]) -> Iterator[str]:
    for label in labels:
        if label.name == "members" and isinstance(label.value, nodes.Listed):
            members = cast("tuple[nodes.Member, ...]", label.value.values)
            yield from (member.actor.text for member in members)


def called(labels: tuple[nodes.Label, ...]) -> Iterator[tuple[nodes.Phrase, str]]:
    """Yield what somebody is `also called:`, as it stands there and in words."""
    for label in labels:
        if label.name == "also called" and isinstance(label.value, nodes.Listed):
            for phrase in cast("tuple[nodes.Phrase, ...]", label.value.values):
                words = [p.text for p in phrase.parts if isinstance(p, (nodes.Word, nodes.Words))]
                yield phrase, " ".join(words)


def roles_in(block: nodes.Block) -> Iterator[tuple[str, str]]:
    """Yield the roles made in passing, and what stands before each in its sentence.

    As in `Any party ("the complainant")`.
    """
    for item in block.items:
        if isinstance(item, nodes.Sentence):
            yield from roles_of(item)


def roles_of(sentence: nodes.Sentence) -> Iterator[tuple[str, str]]:
    """Yield the roles that one sentence makes, and what stands before each."""
    parts = sentence.parts
    for place, (before, words, after) in enumerate(zip(parts, parts[1:], parts[2:], strict=False)):
        if (
            isinstance(words, nodes.Words)
            and isinstance(before, nodes.Word)
            and isinstance(after, nodes.Word)
            and (before.text, after.text) == ("(", ")")
        ):
            yield words.text, " ".join(getattr(part, "text", "") for part in parts[:place])


def _give(
    role: str, bearers: AbstractSet[str], actors: dict[str, Actor], aliases: dict[str, str]
) -> None:
    """Make a role another name of the one actor who takes it at the beginning of a sentence.

    What several take together has them as members; what is whoever's it may be, or somebody else's
    in another sentence, stays an actor of its own.
    """
    found = {tuple(map(aliases.get, _AND.split(bearer.lower()))) for bearer in bearers}
    names = found.pop() if len(found) == 1 else ()
    who = tuple(name for name in names if name is not None and actors[name].kind != "role")
    if actors[role].kind != "role" or len(who) < len(names):
        return
    if len(who) > 1:
        actors[role] = evolve(actors[role], members=who)
    elif who:
        del actors[role]
        for form in (role.lower(), role.lower().removeprefix("the ")):
            if aliases[form] == role:
                aliases[form] = who[0]


_AND = re.compile(r" (?:, |, and |and )")
