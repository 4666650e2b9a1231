"""Every node below a node, in text order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from attrs import fields, has

_Node = TypeVar("_Node")

_PLAIN = frozenset(
    {"str", "str | None", "tuple[str, ...]", "int", "int | None", "bool", "Sign", "Unit"}
)
"""How fields are annotated that hold what is said of the node itself."""


def walk(node: object) -> Iterator[Any]:
    """Yield the node and all below it; brackets with all their proposals."""
    found: list[object] = []
    _gather(node if isinstance(node, tuple) else (node,), found)
    return iter(found)


def every(kind: type[_Node], node: object) -> Iterator[_Node]:
    """Yield the nodes of one kind, among the node and all below it, likewise."""
    return (each for each in walk(node) if isinstance(each, kind))


def _gather(content: Iterable[object], found: list[object]) -> None:
    """Add all nodes and what is below them: generators in generators take three times as long.

    Most have nothing below them, and to call this for each of those would take as long again.
    """
    for node in content:
        names = _HOLDING[type(node)]
        if names is None:
            continue
        found.append(node)
        for name in names:
            value = getattr(node, name)
            if type(value) is tuple:
                _gather(value, found)
                continue
            below = _HOLDING[type(value)]
            if below:
                _gather((value,), found)
            elif below is not None:
                found.append(value)


class _Holding(dict[type, "tuple[str, ...] | None"]):
    """The fields of each kind of node that may hold others; None for what is no node.

    What takes no part in comparing nodes says where they stand, and holds none.
    """

    def __missing__(self, kind: type) -> tuple[str, ...] | None:
        every = fields(kind) if has(kind) else ()
        holding = tuple(each.name for each in every if each.eq and each.type not in _PLAIN)
        names = self[kind] = holding if every else None
        return names


_HOLDING = _Holding()
