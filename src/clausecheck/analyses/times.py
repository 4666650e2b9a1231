"""What labels say of time, where it cannot be told when."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.model import nodes
from clausecheck.model.names import PREDECLARED_EVENTS, Names
from clausecheck.model.walk import walk
from clausecheck.source import Span


def open_words(value: nodes.Value, names: Names) -> Iterator[Span]:
    """Yield the places of words in quotation marks that are no declared event.

    An event outside the text is its drafters' own choice and is not among them.
    """
    if isinstance(value, nodes.Outside):
        return
    for node in walk(value):
        if isinstance(node, nodes.Name) and node.quoted:
            if node.text not in names.events and node.text not in PREDECLARED_EVENTS:
                yield node.span
        elif isinstance(node, nodes.Words) and node.text not in names.events:
            yield node.span
