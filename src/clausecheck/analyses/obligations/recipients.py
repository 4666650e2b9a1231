"""To whom something goes where that may be anybody of a kind: "to any state", "to anyone"."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.obligations.norms import ANYBODY, Key
from clausecheck.model import nodes
from clausecheck.model.names import Actor
from clausecheck.patterns import regex
from clausecheck.source import Span

_ANY = r"any(?: other)?"
_TO = regex(
    rf"(?<!\S)to (?:(?P<state>{_ANY} (?:foreign )?(?:state|country|nation|government|power))"
    rf"|(?P<party>{_ANY} party)|(?P<one>any(?:one|body)|others|{_ANY} recipient))"
    r"(?: else)?(?!\S)"
)


def anybody(sentence: nodes.Sentence) -> Iterator[tuple[Span, Key]]:
    """Yield where a sentence says that something goes to anybody of a kind, with the kind."""
    words = [part.text.lower() if isinstance(part, nodes.Word) else "-" for part in sentence.parts]
    text = " ".join(words)
    for found in _TO.finditer(text):
        first, last = (text.count(" ", 0, at) for at in found.span())
        at = sentence.parts[first].span.to(sentence.parts[last].span)
        yield at, (ANYBODY, found.lastgroup or "")


def of_kinds(actor: Actor) -> Iterator[Key]:
    """Yield the kinds of recipients of which somebody is one."""
    if actor.kind == "party":
        yield ANYBODY, "party"
    if actor.kind in {"party", "guarantor", "actor"}:
        yield ANYBODY, "state"
    yield ANYBODY, "one"
