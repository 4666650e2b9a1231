"""On whose soil forces stand that leave, or a command that goes, and whether their host signs.

Who signs a text agrees to what it says; what may be missing then is its parliament.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.security.foreign_forces import WHERE
from clausecheck.analyses.terms import acts
from clausecheck.model.names import Names
from clausecheck.model.reading import Provision
from clausecheck.model.sentences import Mention
from clausecheck.values import frozen
from clausecheck.vocabulary import Place, Vocabulary

_SOIL = WHERE | {"out of"}
_LEAVING = ("leave", "evacuate")
"""Acts whose object is where somebody goes from."""


@frozen
class Hosts:
    """Those on whose soil forces stand."""

    known: bool
    """Whether the text, or the vocabulary, says on whose."""
    signing: tuple[str, ...]
    """Those of them who sign, by name."""


def hosts_of(provision: Provision, names: Names, vocabulary: Vocabulary) -> Hosts:
    """Return the hosts of what a provision sends away or dissolves."""
    soils = [*_soils(provision, names, vocabulary)]
    signing = dict.fromkeys(party for soil in soils for party in _signing(soil, names))
    return Hosts(bool(soils), tuple(signing))


def _soils(provision: Provision, names: Names, vocabulary: Vocabulary) -> Iterator[str]:
    """Yield whose soil is meant, by name or, where the text has none, by a state's title."""
    behind: frozenset[str | None] = _SOIL
    if acts(provision, vocabulary, _LEAVING):
        behind |= {None}
    for mention in (*provision.deed.mentions, *provision.meaning.subject):
        there = mention.preposition in behind
        if mention.kind == "actor" and there and names.actors[mention.name].kind != "standing":
            yield mention.name
        else:
            yield from _states_of(mention, vocabulary, there=there)


def _states_of(mention: Mention, vocabulary: Vocabulary, *, there: bool) -> tuple[str, ...]:
    """Return whose land a place is, or on whose a standing command serves."""
    if isinstance(mention.term, Place):
        return mention.term.states if there else ()
    standing = vocabulary.actors.get(mention.name) if mention.kind == "actor" else None
    return standing.states if standing is not None else ()


def _signing(soil: str, names: Names) -> Iterator[str]:
    """Yield the parties that speak for a land: itself, those of a side, a state of that name."""
    actor = names.actor(soil)
    if actor is None:
        return
    for name in (actor.name, *(actor.members if actor.kind == "side" else ())):
        if name in names.parties:
            yield name
    if actor.kind == "actor":
        yield from (party for party in names.parties if _is_state_of(party, actor.name, names))


def _is_state_of(party: str, land: str, names: Names) -> bool:
    """Tell whether a party is the state whose country is spoken of: the "Republic of X", of X."""
    return names.actors[party].title.endswith(f" of {land}")
