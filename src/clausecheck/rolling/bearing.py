"""Which decisions can matter to which clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from clausecheck.model import nodes
from clausecheck.model.decisions import Decision
from clausecheck.model.names import headed, roles_in
from clausecheck.model.resolve import blocks_of, brackets_in


class Bearing:
    """Knows of each clause which decisions bear on it."""

    def __init__(self, declaration: nodes.Declaration, decisions: Sequence[Decision]) -> None:
        """Take a text as written, and what is open in it."""
        self._declaration = declaration
        self._decisions = decisions

    @cached_property
    def everywhere(self) -> frozenset[int]:
        """The decisions that may matter to every clause: on the head, on names, on parts."""
        return frozenset(
            at
            for at, decision in enumerate(self._decisions)
            if not all(
                _is_plain(block)
                for bracket in decision.brackets
                for block in self._changed(bracket)
            )
        )

    @cached_property
    def clauses(self) -> dict[str, frozenset[int]]:
        """The decisions that matter to a clause, by its number, for clauses that have any."""
        found: dict[str, set[int]] = {}
        for at, decision in enumerate(self._decisions):
            for bracket in decision.brackets:
                for block in self._changed(bracket):
                    found.setdefault(block.heading.number or "", set()).add(at)
        return {number: frozenset(scope) | self.everywhere for number, scope in found.items()}

    def _changed(self, bracket: nodes.Bracket) -> Iterator[nodes.Block]:
        """Yield the block in which a bracket stands, or else those round which it does."""
        if bracket.address in self._around:
            yield self._around[bracket.address]
        else:
            content: Any = tuple(part for each in bracket.proposals for part in each.content)
            yield from blocks_of(nodes.Declaration(content))

    @cached_property
    def _around(self) -> dict[str, nodes.Block]:
        return {
            bracket.address: block
            for block in blocks_of(self._declaration)
            for bracket in brackets_in(block)
        }

    def on(self, clause: str | None) -> frozenset[int]:
        """Return the decisions that matter to a clause."""
        return self.clauses.get(clause or "", self.everywhere)


def _is_plain(block: nodes.Block) -> bool:
    """Tell whether a block is a clause that declares nothing."""
    return (
        block.heading.word == "clause"
        and not any(roles_in(block))
        and all(heading is block.heading for heading, _ in headed(block))
    )
