"""The tokens of a tree, by their types, and what they say."""

from __future__ import annotations

from clausecheck.model import nodes
from clausecheck.syntax.trees import Token, Tree


def words_of(token: Token) -> nodes.Words:
    """Return what stands between quotation marks."""
    return nodes.Words(token.span, str(token)[1:-1])


def leaves(tree: Tree, name: str) -> list[Token]:
    """Return the tokens of that type right below a tree, in order."""
    return [child for child in tree.children if isinstance(child, Token) and child.type == name]


def leaf(tree: Tree, name: str) -> Token | None:
    """Return the first of them."""
    return next(
        (child for child in tree.children if isinstance(child, Token) and child.type == name), None
    )


def is_leaf(child: Tree | Token, name: str) -> bool:
    """Tell whether a child is a token of that type."""
    return isinstance(child, Token) and child.type == name


def text_of(token: Token | None) -> str | None:
    """Return what a token says, with single spaces; None where there is no token."""
    return " ".join(token.split()) if token is not None else None
