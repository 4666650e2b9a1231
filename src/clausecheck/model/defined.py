"""What a defined term is: the things that its definition lists, or else its own words name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from clausecheck.model import nodes
from clausecheck.model.walk import walk
from clausecheck.values import evolve, frozen
from clausecheck.vocabulary import Act, Object, Vocabulary

_Actor = Callable[[Sequence[str], int], "tuple[str, int] | None"]
"""Finds the actor's name that begins at a word, and where it ends."""
_HEAD_ENDS = frozenset(
    "of on in at for by with from under to within against between near along that which".split()
)
_LEFT_OUT = frozenset("except excluding other but not unless".split())
_FROM_ABROAD = frozenset({"foreign", "external"})


@frozen
class Thing:
    """What a defined term stands for; `owner` as a mention has it."""

    term: Object | Act
    owner: str | None = None


def thing_of(
    name: str, labels: Iterable[nodes.Label], actor: _Actor, vocabulary: Vocabulary
) -> Thing | None:
    """Return what a defined term stands for; None where neither it nor its definition says.

    A list of several things is what they have in common, and all of them when it is asked whether
    it is one.
    """
    words = name.split()
    whole = vocabulary.match(words, 0, ("object", "noun"))
    if whole is not None and isinstance(whole.term, Act) and whole.end == len(words):
        return Thing(whole.term)
    own = _read(words, actor, vocabulary) if _ends_in_a_thing(words, vocabulary) else None
    listed = [thing for item in _items(labels) if (thing := _read(item, actor, vocabulary))]
    things = [*listed, *((own,) if own is not None else ())]
    if not things:
        return None
    terms = {thing.term.name: thing.term for thing in listed}
    first = listed[0].term if listed else things[0].term
    common = _common(list(terms.values()), vocabulary) if listed else first
    told = common or (own or things[0]).term
    wider = told.wider.union(*(thing.term.wider for thing in things))
    owners = [thing.owner for thing in things if thing.owner is not None]
    return Thing(evolve(told, wider=wider), owners[0] if owners else None)


def _ends_in_a_thing(words: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Tell whether a name's last words say what it is: "listed sanctions", no "peace day"."""
    return any(
        match is not None and match.end == len(words)
        for match in (vocabulary.match(words, at, ("object",)) for at in range(len(words)))
    )


def _common(terms: Sequence[Object | Act], vocabulary: Vocabulary) -> Object | None:
    """Return the nearest thing that all of these are, if there is one."""
    for name in vocabulary.ancestors("object", terms[0].name):
        if all(name in term.wider for term in terms):
            return vocabulary.object(name)
    return None


def _items(labels: Iterable[nodes.Label]) -> Iterator[list[str]]:
    """Yield the words of each thing that a definition lists; words in quotation marks alike."""
    for label in labels:
        if label.name in {"means", "includes"}:
            for each in nodes.values_of(label.value):
                yield [
                    word
                    for part in walk(each)
                    if isinstance(part, (nodes.Word, nodes.Words, nodes.Name))
                    for word in part.text.split()
                ]


def _read(words: Sequence[str], actor: _Actor, vocabulary: Vocabulary) -> Thing | None:
    """Return what some words speak of: the last thing before their first preposition.

    What is done, as in "a halt of production", is no thing.
    """
    lower = [word.lower().strip(",") for word in words]
    kept = next((at for at, word in enumerate(lower) if word in _LEFT_OUT), len(words))
    start = 0
    while start < kept:
        ends = (at for at in range(start, kept) if lower[at] in _HEAD_ENDS)
        end = next(ends, kept)
        found = vocabulary.find(words[start:end], ("object", "noun"))
        if found:
            term = found[-1].term
            if found[-1].kind == "noun" or not isinstance(term, Object):
                return None
            return Thing(term, _owner(term, lower, words[:kept], end, actor))
        if lower[end : end + 1] != ["of"]:
            return None
        start = end + 1
    return None


def _owner(
    term: Object, lower: Sequence[str], words: Sequence[str], end: int, actor: _Actor
) -> str | None:
    """Return whose it is: forces on another's soil are foreign."""
    if not _FROM_ABROAD.isdisjoint(lower[:end]):
        return "foreign"
    named = [(at, found[0]) for at in range(len(words)) if (found := actor(words, at))]
    owner = next((who for at, who in named if at < end or lower[at - 1] == "of"), None)
    where = next((who for at, who in named if at > 0 and lower[at - 1] in {"in", "from"}), owner)
    return "foreign" if term.group == "forces" and where != owner else owner


def things_of(
    definitions: Mapping[str, tuple[nodes.Label, ...]], actor: _Actor, vocabulary: Vocabulary
) -> dict[str, Thing]:
    """Return what each defined term stands for, by name, of those of which it is told."""
    found = (
        (name, thing_of(name, labels, actor, vocabulary)) for name, labels in definitions.items()
    )
    return {name: thing for name, thing in found if thing is not None}
