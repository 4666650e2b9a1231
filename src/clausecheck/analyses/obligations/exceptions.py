"""Whether what is done falls among what a ban leaves out by its `except:`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from clausecheck.analyses.obligations.norms import Norm
from clausecheck.analyses.terms import stems
from clausecheck.model import nodes
from clausecheck.model.walk import walk
from clausecheck.vocabulary import Vocabulary


def left_out(deed: Norm, ban: Norm, vocabulary: Vocabulary) -> Literal["no", "unknown", "perhaps"]:
    """Tell whether a ban leaves out what is done; `unknown` of another kind than it names.

    A kind may well be of two kinds at once, as an exercise at sea with live fire is. What is no
    kind at all, but the thing itself, can always be done as one of the exceptions.
    """
    if not ban.said.labels.stated("except"):
        return "no"
    if deed.thing is None or ban.thing is None or deed.thing.keys[0] == ban.thing.keys[0]:
        return "perhaps"
    own = deed.thing.words - ban.thing.words
    if not own.isdisjoint(stems(" ".join(_words(ban)))):
        return "perhaps"
    terms = (match.term.name for match in vocabulary.find(_words(ban), ("object",)))
    related = any(_is_related(name, deed.thing.keys[0][1], vocabulary) for name in terms)
    return "perhaps" if related else "unknown"


def _words(ban: Norm) -> list[str]:
    return [word for line in ban.said.labels.all("except") for word in _texts(line)]


def _texts(line: nodes.Label) -> Iterator[str]:
    for node in walk(line.value):
        if isinstance(node, (nodes.Word, nodes.Words, nodes.Name)):
            yield from node.text.split()


def _is_related(one: str, other: str, vocabulary: Vocabulary) -> bool:
    return vocabulary.is_a("object", one, other) or vocabulary.is_a("object", other, one)
