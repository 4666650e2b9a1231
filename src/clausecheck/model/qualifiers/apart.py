"""A sentence without the qualifiers that stand in it, and each of them as a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar, cast

import attrs

from clausecheck.model import nodes
from clausecheck.model.from_syntax import from_syntax
from clausecheck.model.qualifiers.lines import Qualifier
from clausecheck.source import Source, Span
from clausecheck.values import evolve

T = TypeVar("T")

_SEPARATE = frozenset({",", ";"})


def without(parts: Sequence[nodes.Part], spans: Sequence[Span]) -> Iterator[nodes.Part]:
    """Yield the parts outside these places, without the commas that set those apart."""
    inside = [any(span.contains(part.span) for span in spans) for part in parts]
    for at, part in enumerate(parts):
        near = inside[max(at - 1, 0) : at + 2]
        if not inside[at] and not (is_comma(part) and any(near)):
            yield part


def is_comma(part: nodes.Part) -> bool:
    """Tell whether it is a comma or a semicolon."""
    return isinstance(part, nodes.Word) and part.text in _SEPARATE


def lines_of(qualifier: Qualifier) -> list[nodes.Label]:
    """Return the line that would say it, at the words that do; none where it cannot be read."""
    source = Source("", f'declaration "-"\nclause 1\n  {qualifier.line}\n')
    declaration, slips = from_syntax(source)
    blocks = [block for block in declaration.blocks if isinstance(block, nodes.Block) and not slips]
    return [
        _standing_at(item, qualifier.span)
        for block in blocks
        for item in block.items
        if isinstance(item, nodes.Label)
    ]


def _standing_at(node: T, span: Span) -> T:
    """Return a node with all that is in it as if it stood there."""
    if isinstance(node, tuple):
        return cast("T", tuple(_standing_at(each, span) for each in node))
    kind: Any = type(node)
    if isinstance(node, Span) or not attrs.has(kind):
        return node
    return evolve(
        node,
        **{
            field.name: span
            if field.name in _PLACES
            else _standing_at(getattr(node, field.name), span)
            for field in attrs.fields(kind)
        },
    )


_PLACES = frozenset({"span", "name_span"})
