"""What every tree is built with: a method by the name of its rule, and slips for what cannot be."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from clausecheck.source import Span
from clausecheck.syntax.slip import Slip
from clausecheck.syntax.trees import Token, Tree


class Building:
    """Builds nodes from trees; what cannot be is a slip, never an error."""

    def __init__(self, text: str = "") -> None:
        self.text = text
        self.slips: list[Slip] = []
        self.clause = "text"
        self.brackets: dict[str, int] = {}

    def slip(self, at: Span, message: str, help: str, rule: str = "unreadable-line") -> None:  # noqa: A002 - the field's name
        self.slips.append(Slip(rule, at, message, help))

    def build(self, tree: Tree | Token) -> Any:  # noqa: ANN401 - each rule has its own type
        assert isinstance(tree, Tree)  # noqa: S101 - the grammar has no bare token here
        method: Callable[[Tree], object] = getattr(self, tree.rule)
        return method(tree)

    def each(self, children: Iterable[Tree | Token]) -> tuple[Any, ...]:
        """Build every tree among the children, leaving tokens out."""
        return tuple(self.build(child) for child in children if isinstance(child, Tree))
