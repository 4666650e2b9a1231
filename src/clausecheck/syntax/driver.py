"""Lark's tables at work: tokens in, a tree out.

Lark's own loop hashes a rule at every step, and its tables take longer to load than a draft to
read. The tests hold the trees made here against Lark's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import define, frozen
from lark import Token, Tree

if TYPE_CHECKING:
    from collections.abc import Callable

Node: TypeAlias = Tree[Token]
Maker: TypeAlias = "Callable[[list[Any]], Any]"
Reduction: TypeAlias = tuple[int, str, Maker]
"""How many values a rule takes, the rule's name, and what makes one value of them."""


@frozen
class Table:
    """What to do in each state, by its number.

    `shifts` has the state after a token, `reductions` what to do before one, `following` the state
    after a rule, and `expected` every token in either of the first two.
    """

    shifts: list[dict[str, int]]
    reductions: list[dict[str, Reduction]]
    following: list[dict[str, int]]
    expected: list[frozenset[str]]
    first: dict[str, int]
    last: dict[str, int]


def maker(name: str, kept: list[tuple[int, bool]] | None, *, single: bool) -> Maker:
    """Return what makes a value of a rule's children.

    Of those `kept`, a rule that only groups gives its children; where `single`, one child stands
    for the whole.
    """

    def make(children: list[Any]) -> Any:  # noqa: ANN401 - a tree or a token
        if kept is not None:
            children = _chosen(children, kept)
        return children[0] if single and len(children) == 1 else Tree(name, children)

    return make


def _chosen(children: list[Any], kept: list[tuple[int, bool]]) -> list[Any]:
    found: list[Any] = []
    for at, many in kept:
        if many and not found:
            # Taken over, not copied: a list grows by one at each step of a repetition.
            found = children[at].children
        elif many:
            found += children[at].children
        else:
            found.append(children[at])
    return found


class Unexpected(Exception):  # noqa: N818 - a state of the text, not an error of ours
    """The grammar can go no further with this token."""

    def __init__(self, token: Token) -> None:
        """Keep the token."""
        super().__init__(token)
        self.token = token


@define
class Driver:
    """Parses one line or block, a token at a time."""

    table: Table
    start: str
    stack: list[int]
    values: list[Any]

    @classmethod
    def at(cls, table: Table, start: str) -> Driver:
        """Return a driver that expects one of the grammar's start rules."""
        return cls(table, start, [table.first[start]], [])

    def feed(self, token: Token) -> frozenset[str]:
        """Take a token; return what may come next, among what seems to from here.

        Raises:
            Unexpected: the token cannot stand here.
        """
        state = self.reduce(token.type)
        if state is None:
            raise Unexpected(token)
        self.stack.append(state)
        self.values.append(token)
        return self.table.expected[state]

    def finish(self, token: Token) -> Node:
        """Return the tree once there is nothing more; `token` stands for the end.

        Raises:
            Unexpected: something is missing.
        """
        self.reduce("$END")
        if self.stack[-1] != self.table.last[self.start]:
            raise Unexpected(token)
        tree: Node = self.values[-1]
        return tree

    def reduce(self, kind: str) -> int | None:
        """Make values of the last ones before a token; return the state after it, if any."""
        shifts, reductions = self.table.shifts, self.table.reductions
        stack, values, following = self.stack, self.values, self.table.following
        while True:
            state = shifts[stack[-1]].get(kind)
            if state is not None:
                return state
            reduction = reductions[stack[-1]].get(kind)
            if reduction is None:
                return None
            size, origin, make = reduction
            if size:
                values[-size:] = [make(values[-size:])]
                del stack[-size:]
            else:
                values.append(make([]))
            stack.append(following[stack[-1]][origin])

    def accepts(self, kind: str) -> bool:
        """Tell whether a token of a kind could really stand here."""
        table, stack = self.table, list(self.stack)
        while kind not in table.shifts[stack[-1]]:
            reduction = table.reductions[stack[-1]].get(kind)
            if reduction is None:
                return False
            size, origin, _ = reduction
            del stack[len(stack) - size :]
            stack.append(table.following[stack[-1]][origin])
        return True
