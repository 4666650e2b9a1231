"""What the parser makes of a line: tokens, and trees of them.

Lark has both, but importing it takes longer than reading a draft, and only the making of the
tables needs it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from clausecheck.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self


class Token(str):
    """A stretch of the text, with its terminal's name and where it starts and ends."""

    __slots__ = ("end", "start", "type")

    type: str
    start: int
    end: int

    def __new__(cls, type: str, text: str, start: int = 0, end: int = 0) -> Self:  # noqa: A002, D102 - a constructor
        token = str.__new__(cls, text)
        token.type = type
        token.start = start
        token.end = end
        return token

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@define
class Tree:
    """What a rule of the grammar is made of here; tokens that every such line has are left out."""

    rule: str
    children: list[Tree | Token]

    @property
    def span(self) -> Span:
        """The stretch from its first token to its last; there is one."""
        first: Tree | Token = self
        while isinstance(first, Tree):
            first = next(filter(_is_something, first.children))
        last: Tree | Token = self
        while isinstance(last, Tree):
            last = next(filter(_is_something, reversed(last.children)))
        return Span(first.start, last.end)

    def tokens(self) -> Iterator[Token]:
        """Yield every token in it, in text order."""
        for child in self.children:
            if isinstance(child, Token):
                yield child
            else:
                yield from child.tokens()


def _is_something(node: Tree | Token) -> bool:
    return isinstance(node, Token) or bool(node.children)
