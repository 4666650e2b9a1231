"""Lark's tables at work: tokens in, a tree out.

The loop is Lark's own with the look-ups done beforehand, which makes it twice as fast; the tests
hold its trees against Lark's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import define, frozen
from lark import Token, Tree

if TYPE_CHECKING:
    from collections.abc import Callable

    from lark import Lark

Node: TypeAlias = Tree[Token]
_Reduction: TypeAlias = "tuple[int, str, Callable[[list[Any]], Any]]"
"""How many values a rule takes, the rule's name, and what makes one value of them."""


@frozen
class Table:
    """What to do in each state with each symbol: go to a state, or reduce by a rule."""

    states: dict[int, dict[str, int | _Reduction]]
    first: dict[str, int]
    last: dict[str, int]

    @classmethod
    def of(cls, lark: Lark) -> Table:
        """Return the table of a parser that Lark has made or loaded."""
        lalr: Any = lark.parser.parser.parser  # type: ignore[attr-defined]  # not typed by Lark
        table = lalr.parse_table
        build = lalr.callbacks
        reductions = {
            rule: (len(rule.expansion), str(rule.origin.name), build[rule]) for rule in lark.rules
        }
        states = {
            state: {
                symbol: reductions.get(argument, argument) for symbol, (_, argument) in row.items()
            }
            for state, row in table.states.items()
        }
        return cls(states, table.start_states, table.end_states)


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

    def feed(self, token: Token) -> dict[str, int | _Reduction]:
        """Take a token; return what may come next, among what seems to from here.

        Raises:
            Unexpected: the token cannot stand here.
        """
        states, stack, values = self.table.states, self.stack, self.values
        kind = token.type
        while True:
            action = states[stack[-1]].get(kind)
            if action is None:
                raise Unexpected(token)
            if isinstance(action, int):
                stack.append(action)
                values.append(token)
                return states[action]
            self.reduce(*action)

    def finish(self, token: Token) -> Node:
        """Return the tree once there is nothing more; `token` stands for the end.

        Raises:
            Unexpected: something is missing.
        """
        states, stack = self.table.states, self.stack
        last = self.table.last[self.start]
        while stack[-1] != last:
            action = states[stack[-1]].get("$END")
            if action is None or isinstance(action, int):
                raise Unexpected(token)
            self.reduce(*action)
        tree: Node = self.values[-1]
        return tree

    def reduce(self, size: int, origin: str, build: Callable[[list[Any]], Any]) -> None:
        """Make one value of the last ones."""
        stack, values = self.stack, self.values
        parts = []
        if size:
            parts = values[-size:]
            del values[-size:]
            del stack[-size:]
        values.append(build(parts))
        following = self.table.states[stack[-1]][origin]
        assert isinstance(following, int)  # noqa: S101 - after a rule there is always a state
        stack.append(following)

    def accepts(self, kind: str) -> bool:
        """Tell whether a token of a kind could really stand here."""
        states, stack = self.table.states, list(self.stack)
        while True:
            action = states[stack[-1]].get(kind)
            if action is None or isinstance(action, int):
                return action is not None
            size, origin, _ = action
            del stack[len(stack) - size :]
            following = states[stack[-1]][origin]
            assert isinstance(following, int)  # noqa: S101 - after a rule there is always a state
            stack.append(following)
