"""Every node below a node, in text order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import fields, has

_PLAIN = frozenset(
    {"str", "str | None", "tuple[str, ...]", "int", "int | None", "bool", "Sign", "Unit"}
)
"""How fields are annotated that hold what is said of the node itself."""


def walk(node: object) -> Iterator[Any]:
    """Yield the node and all below it; brackets with all their proposals."""
    found: list[object] = []
    _gather((node,), found)
    return iter(found)


def _gather(content: Iterable[object], found: list[object]) -> None:
    """Add all nodes and what is below them: generators in generators take three times as long."""
    for node in content:
        if isinstance(node, tuple):
            _gather(node, found)
            continue
        kind = type(node)
        names = _HOLDING[kind] if kind in _HOLDING else _learn(kind)
        if names is None:
            continue
        found.append(node)
        for name in names:
            value = getattr(node, name)
            if value:
                _gather(value if isinstance(value, tuple) else (value,), found)


_HOLDING: dict[type, tuple[str, ...] | None] = {}


def _learn(kind: type) -> tuple[str, ...] | None:
    """Return the fields of a kind of node that may hold others; None for what is no node.

    What takes no part in comparing nodes says where they stand, and holds none.
    """
    names = (
        tuple(field.name for field in fields(kind) if field.eq and field.type not in _PLAIN)
        if has(kind)
        else None
    )
    return _HOLDING.setdefault(kind, names)
