"""What two texts leave open beside the first proposals, which alone are compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

from clausecheck.changes import Brackets
from clausecheck.compare.ground.canon import Canon, Value
from clausecheck.model import nodes
from clausecheck.model.decisions import words_of
from clausecheck.notes import listed
from clausecheck.source import Source

_Proposal: TypeAlias = tuple[Value, tuple[str, ...], str | None, tuple[str, ...]]
"""What is proposed, by whom, under which tag, in which languages."""

_LINES = (nodes.Block, nodes.Label, nodes.Quoted, nodes.Sentence)


def brackets(
    befores: Sequence[nodes.Bracket],
    afters: Sequence[nodes.Bracket],
    mine: Canon,
    theirs: Canon,
    source: Source,
) -> Brackets:
    """Return which brackets of the base are closed, which are new, and what differs in others.

    `source` is that of the other text.

    Those of one clause that hold the same are the same, wherever they stand in it.
    """
    one, other = _left(befores, afters, mine, theirs), _left(afters, befores, theirs, mine)
    first = {_place(each, mine): each for each in one}
    second = {_place(each, theirs): each for each in other}
    both = {place: (first[place], two) for place, two in second.items() if place in first}
    differing = {place: _differ(*pair, mine, theirs) for place, pair in both.items()}
    proposed, reordered, proposers = (
        [second[place] for place, how in differing.items() if how == each]
        for each in ("proposed", "reordered", "proposers")
    )
    return Brackets(
        tuple(each.address for place, each in first.items() if place not in second),
        tuple(each.address for place, each in second.items() if place not in first),
        tuple(each.address for each in proposed),
        tuple(each.address for each in reordered),
        tuple((each.address, _whose(each, source)) for each in proposers),
    )


def _whose(bracket: nodes.Bracket, source: Source) -> str:
    """Return who makes each proposal, as in “`should` by US, `shall` by DPRK”."""
    return ", ".join(
        f"`{words_of(each, source)}` by {listed(each.proposed_by) or 'nobody named'}"
        for each in bracket.proposals
    )


def _differ(one: nodes.Bracket, other: nodes.Bracket, mine: Canon, theirs: Canon) -> str:
    """Return in what two brackets differ: in what is proposed, in the order, or in who does."""
    before, after = _said(one, mine)[1], _said(other, theirs)[1]
    if Counter(before) == Counter(after):
        return "reordered"
    whoever = [[(content, tag, of) for content, _, tag, of in each] for each in (before, after)]
    return "proposers" if Counter(whoever[0]) == Counter(whoever[1]) else "proposed"


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


def _said(bracket: nodes.Bracket, canon: Canon) -> tuple[str, tuple[_Proposal, ...]]:
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
