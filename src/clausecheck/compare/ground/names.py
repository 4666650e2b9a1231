"""Who and what one text means by the names of another: a short name may change, a party not."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping

from clausecheck.model.names import Actor, Declared, Names
from clausecheck.values import frozen


@frozen
class Known:
    """What the names of a text are called in the base; what is new keeps its name."""

    actors: Mapping[str, str]
    terms: Mapping[str, str]
    events: Mapping[str, str]


def own(names: Names) -> Known:
    """Return the names of the base itself."""
    terms = [declared.name for declared in names.definitions.values()]
    return Known(
        {name: name for name in names.actors},
        {name: name for name in terms},
        {name: name for name in names.events},
    )


def known(base: Names, other: Names) -> Known:
    """Return what each name of the other text is called in the base.

    Actors are the same whose full names are; then those whose short names are, unless both have
    full names and another has that one. Definitions and events are the same by name, or else by all
    that is said of them.
    """
    return Known(
        _actors(base, other),
        _declared(base.definitions, other.definitions),
        _declared(base.events, other.events),
    )


def _actors(base: Names, other: Names) -> Mapping[str, str]:
    """Return the base's name of each actor; sides that have no full name are as their members."""
    mine, theirs = _declared_in(base), _declared_in(other)
    found = _matched(mine, theirs, _full_name)
    left = [actor for actor in base.actors.values() if actor.name not in found.values()]
    rest = [actor for actor in other.actors.values() if actor.name not in found]
    found |= _matched(left, rest, lambda actor: actor.name)
    left = [actor for actor in left if actor.name not in found.values()]
    rest = [actor for actor in rest if actor.name not in found]
    members = lambda actor: _members(actor, found)  # noqa: E731 - the one use
    found |= _matched(left, rest, members, of_base=lambda actor: _members(actor, {}))
    taken = set(found.values())
    for actor in rest:
        if actor.name not in found:
            # A name that means somebody else in the base is not that one.
            found[actor.name] = f"{actor.name} (new)" if actor.name in taken else actor.name
    return found


def _declared_in(names: Names) -> list[Actor]:
    """Return those whom the text declares: the vocabulary may have some under the same name."""
    return [actor for actor in names.actors.values() if actor.kind != "standing"]


def _full_name(actor: Actor) -> Hashable:
    return actor.title.lower() or None


def _members(actor: Actor, called: Mapping[str, str]) -> Hashable:
    names = frozenset(called.get(member, member) for member in actor.members)
    return (actor.kind, names) if names and not actor.title else None


def _matched(
    base: Iterable[Actor],
    other: Iterable[Actor],
    key: Callable[[Actor], Hashable],
    of_base: Callable[[Actor], Hashable] | None = None,
) -> dict[str, str]:
    """Return those who are alone in their text with what they share."""
    mine, theirs = _alone(base, of_base or key), _alone(other, key)
    return {name: mine[shared] for shared, name in theirs.items() if shared in mine}


def _alone(actors: Iterable[Actor], key: Callable[[Actor], Hashable]) -> dict[Hashable, str]:
    every: dict[Hashable, list[str]] = {}
    for actor in actors:
        shared = key(actor)
        if shared is not None:
            every.setdefault(shared, []).append(actor.name)
    return {shared: names[0] for shared, names in every.items() if len(names) == 1}


def _declared(base: Mapping[str, Declared], other: Mapping[str, Declared]) -> Mapping[str, str]:
    found = {declared.name: base[key].name for key, declared in other.items() if key in base}
    said: dict[Hashable, list[str]] = {}
    for key, declared in base.items():
        if key not in other and declared.labels:
            said.setdefault(declared.labels, []).append(declared.name)
    for key, declared in other.items():
        if key not in base:
            names = said.get(declared.labels, [])
            found[declared.name] = names[0] if len(names) == 1 else declared.name
    return found
