"""What two texts leave open beside the first proposals, which alone are compared."""

from __future__ import annotations

from collections.abc import Sequence

from clausecheck.changes import Brackets
from clausecheck.compare.canon import Canon, Value
from clausecheck.model import nodes

_LINES = (nodes.Block, nodes.Label, nodes.Quoted, nodes.Sentence)


def brackets(
    befores: Sequence[nodes.Bracket], afters: Sequence[nodes.Bracket], mine: Canon, theirs: Canon
) -> Brackets:
    """Return which brackets of the base are closed, which are new, and what differs in others.

    Those of one clause that hold the same are the same, wherever they stand in it.
    """
    one, other = _left(befores, afters, mine, theirs), _left(afters, befores, theirs, mine)
    first = {_place(each, mine): each.address for each in one}
    second = {_place(each, theirs): each.address for each in other}
    return Brackets(
        tuple(address for place, address in first.items() if place not in second),
        tuple(address for place, address in second.items() if place not in first),
        tuple(address for place, address in second.items() if place in first),
    )


def _left(
    every: Sequence[nodes.Bracket], others: Sequence[nodes.Bracket], own: Canon, their: Canon
) -> list[nodes.Bracket]:
    """Return the brackets that have no match in their clause of the other text."""
    there = [_said(each, their) for each in others]
    left = []
    for each in every:
        said = _said(each, own)
        if said in there:
            there.remove(said)
        else:
            left.append(each)
    return left


def _place(bracket: nodes.Bracket, canon: Canon) -> str:
    clause, sign, number = bracket.address.partition("#")
    return f"{canon.number(clause)}{sign}{number}"


def _said(bracket: nodes.Bracket, canon: Canon) -> Value:
    clause, _, _ = bracket.address.partition("#")
    proposals = (
        (
            _content(each.content, canon),
            tuple(map(canon.actor, each.proposed_by)),
            each.tag,
            each.languages,
        )
        for each in bracket.proposals
    )
    return canon.number(clause), tuple(proposals)


def _content(content: tuple[object, ...], canon: Canon) -> Value:
    if any(isinstance(part, (*_LINES, nodes.Bracket)) for part in content):
        return canon.value(content)
    return canon.words(content) or canon.value(content)
