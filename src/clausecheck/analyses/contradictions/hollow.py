"""Duties that a line of their own leaves nothing of.

What is owed only if it is done is not owed, nor is anything of which the exception takes out all,
that ends with what breaks it, or that is left to the one whom it binds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from clausecheck.analyses.obligations.conditions import acts_in
from clausecheck.analyses.obligations.norms import Norm
from clausecheck.analyses.obligations.scope import subject, within
from clausecheck.analyses.terms import stems
from clausecheck.model import nodes
from clausecheck.model.names import Names
from clausecheck.model.walk import walk
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary


@frozen(slots=False, eq=False)
class Hollow:
    """A duty or ban, and the line by which it asks for nothing."""

    norm: Norm
    line: nodes.Label
    how: Literal["its own act", "its own breach", "its own leave", "all left out"]


def hollow(norms: Sequence[Norm], names: Names, vocabulary: Vocabulary) -> tuple[Hollow, ...]:
    """Return such lines in text order, each once."""
    things: dict[str, set[object]] = {}
    for norm in norms:
        if norm.said.labels.stated("except"):
            things.setdefault(norm.number, set()).add(norm.about)
    found: dict[object, Hollow] = {}
    for norm in norms:
        if norm.kind in {"duty", "prohibition"}:
            alone = len(things.get(norm.number, ())) == 1
            for each in (
                *_owed_if_done(norm, names, vocabulary),
                *_ended_by_breach(norm, names, vocabulary),
                *_left_to_itself(norm, names),
                *_left_out(norm, alone=alone),
            ):
                found.setdefault(each.line.span, each)
    return tuple(sorted(found.values(), key=lambda each: each.line.span))


def _owed_if_done(norm: Norm, names: Names, vocabulary: Vocabulary) -> Iterator[Hollow]:
    lines = norm.said.labels.all("if") if norm.kind == "duty" else ()
    for line in lines:
        for act in acts_in(line.value, names, vocabulary):
            same = norm.binds == act.binds and norm.acts[0] == act.acts[0]
            if same and within(norm, act) == within(act, norm) == "same":
                yield Hollow(norm, line, "its own act")


def _ended_by_breach(norm: Norm, names: Names, vocabulary: Vocabulary) -> Iterator[Hollow]:
    """Yield the act that breaks it and frees from it: of who shall open a road, to close it."""
    breaking = norm.acts[:1]
    if norm.kind == "duty":
        breaking = tuple(vocabulary.exclusions.get(norm.acts[0], ()))
    for line in norm.said.labels.all("unless"):
        for act in acts_in(line.value, names, vocabulary):
            breaks = norm.binds == act.binds and not set(breaking).isdisjoint(act.acts)
            if breaks and subject(norm) == subject(act) and norm.amounts == act.amounts:
                yield Hollow(norm, line, "its own breach")


def _left_to_itself(norm: Norm, names: Names) -> Iterator[Hollow]:
    """Yield the line by which the one who is bound, alone, says whether to be.

    Who does not sign is bound by consent alone.
    """
    label = "with consent of" if norm.kind == "duty" else "unless permitted by"
    for line in norm.said.labels.all(label):
        asked = [node.text for node in walk(line.value) if isinstance(node, nodes.Name)]
        found = names.actor(asked[0]) if len(asked) == 1 else None
        signs = found is not None and found.kind in {"party", "side", "guarantor"}
        if found is not None and signs and norm.provision.meaning.who.names == (found.name,):
            yield Hollow(norm, line, "its own leave")


_WHOLE = frozenset("all any each every its the their".split())


def _left_out(norm: Norm, *, alone: bool) -> Iterator[Hollow]:
    """Yield the exception that names what the norm is about, and nothing less."""
    for line in norm.said.labels.all("except") if alone and norm.thing is not None else ():
        words = [
            node.text for node in walk(line.value) if isinstance(node, (nodes.Word, nodes.Name))
        ]
        text = " ".join(word for word in words if word.lower() not in _WHOLE)
        plain = not any(isinstance(node, (nodes.Quantity, nodes.Reference)) for node in walk(line))
        if plain and text and norm.thing is not None and set(stems(text)) == norm.thing.words:
            yield Hollow(norm, line, "all left out")
