"""The strongly connected parts of what leads to what.

Tarjan, “Depth-first search and linear graph algorithms”, SIAM Journal on Computing 1, 1972; without
recursion.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)


def parts(nodes: Iterable[Node], following: Callable[[Node], Iterable[Node]]) -> list[list[Node]]:
    """Return the parts in which each leads to all others, those without a way out first."""
    order: dict[Node, int] = {}
    low: dict[Node, int] = {}
    open_, stack = set[Node](), list[Node]()
    found: list[list[Node]] = []
    for root in nodes:
        work = [(root, iter(following(root)))] if root not in order else []
        while work:
            node, others = work[-1]
            if node not in order:
                order[node] = low[node] = len(order)
                stack.append(node)
                open_.add(node)
            for other in others:
                if other not in order:
                    work.append((other, iter(following(other))))
                    break
                if other in open_:
                    low[node] = min(low[node], order[other])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == order[node]:
                    part = [stack.pop()]
                    while part[-1] != node:
                        part.append(stack.pop())
                    found.append(part[::-1])
                    open_.difference_update(part)
    return found
