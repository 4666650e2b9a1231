"""Lark's tables at work: tokens in, a tree out.

Lark's own loop hashes a rule at every step, and its tables take longer to load than a draft to
read. The tests hold the trees made here against Lark's.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import define

from clausecheck.syntax.trees import Token, Tree
from clausecheck.values import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

STARTS = ("block", "line", "acceptance_line", "bracket_line")
"""The rules of the grammar with which a text in it can begin, in the order of their states."""

Maker: TypeAlias = "Callable[[list[Any]], Any]"
Reduction: TypeAlias = tuple[int, str, "Maker | None"]
"""How many values a rule takes, the rule's name, and what makes one value of them.

Nothing does where it takes one value and leaves it as it is, as half of all steps do.
"""


@frozen
class State:
    """What to do at one point of the grammar.

    `actions` has what each token that can come does: it leads to a state, by its number, or ends
    a rule. `following` has the state after each rule that can end here.
    """

    actions: Mapping[str, int | Reduction]
    following: Mapping[str, int]


@frozen
class Table:
    """Every state by its number, and by the name of each start rule where it begins and ends."""

    states: Mapping[int, State]
    first: Mapping[str, int]
    last: Mapping[str, int]


def maker(
    name: str, size: int, kept: list[tuple[int, bool]] | None, *, single: bool
) -> Maker | None:
    """Return what makes a value of a rule's children, of which there are `size`.

    Of those `kept`, a rule that only groups gives its children; where `single`, one child stands
    for the whole.
    """
    if kept is None:
        return None if single and size == 1 else partial(Tree, name)

    def make(children: list[Any]) -> Any:  # noqa: ANN401 - a tree or a token
        chosen: list[Any] = []
        for at, many in kept:
            if not many:
                chosen.append(children[at])
            elif chosen:
                chosen += children[at].children
            else:
                # Taken over, not copied: a list grows by one at each step of a repetition.
                chosen = children[at].children
        return chosen[0] if single and len(chosen) == 1 else Tree(name, chosen)

    return make


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
    stack: list[State]
    values: list[Any]

    @classmethod
    def at(cls, table: Table, start: str) -> Driver:
        """Return a driver that expects one of the grammar's start rules."""
        return cls(table, start, [table.states[table.first[start]]], [])

    @property
    def expected(self) -> Collection[str]:
        """What may come next, among what seems to from here."""
        return self.stack[-1].actions

    def feed(self, token: Token) -> Collection[str]:
        """Take a token; return what is expected after it.

        Raises:
            Unexpected: the token cannot stand here.
        """
        number = self.reduce(token.type)
        if number is None:
            raise Unexpected(token)
        state = self.table.states[number]
        self.stack.append(state)
        self.values.append(token)
        return state.actions

    def finish(self, token: Token) -> Tree:
        """Return the tree once there is nothing more; `token` stands for the end.

        Raises:
            Unexpected: something is missing.
        """
        self.reduce("$END")
        if self.stack[-1] is not self.table.states[self.table.last[self.start]]:
            raise Unexpected(token)
        tree: Tree = self.values[-1]
        return tree

    def reduce(self, kind: str) -> int | None:
        """Make values of the last ones before a token; return the state after it, if any."""
        states, stack, values = self.table.states, self.stack, self.values
        action = stack[-1].actions.get(kind)
        while isinstance(action, tuple):
            size, origin, make = action
            if make is None:
                stack.pop()
            elif size == 1:
                values[-1] = make([values[-1]])
                stack.pop()
            elif size:
                values[-size:] = [make(values[-size:])]
                del stack[-size:]
            else:
                values.append(make([]))
            state = states[stack[-1].following[origin]]
            stack.append(state)
            action = state.actions.get(kind)
        return action

    def accepts(self, kind: str) -> bool:
        """Tell whether a token of a kind could really stand here."""
        stack = list(self.stack)
        action = stack[-1].actions.get(kind)
        while isinstance(action, tuple):
            size, origin, _ = action
            del stack[len(stack) - size :]
            stack.append(self.table.states[stack[-1].following[origin]])
            action = stack[-1].actions.get(kind)
        return action is not None
