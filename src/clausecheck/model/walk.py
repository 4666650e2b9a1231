"""Every node below a node, in text order."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.source import Span


def walk(node: object) -> Iterator[object]:
    """Yield the node and all below it; brackets with all their proposals."""
    if isinstance(node, tuple):
        for inner in node:
            yield from walk(inner)
        return
    fields = getattr(node, "__attrs_attrs__", None)
    if fields is None or isinstance(node, Span):
        return
    yield node
    for each in fields:
        value = getattr(node, each.name)
        if value is not None and not isinstance(value, (str, int, bool, Span)):
            yield from walk(value)
