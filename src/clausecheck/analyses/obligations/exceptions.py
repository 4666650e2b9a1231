"""What falls among the exceptions of a ban, by its `except:`, and what is no exception at all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from clausecheck.analyses.obligations.norms import Norm
from clausecheck.analyses.terms import stems
from clausecheck.model import nodes
from clausecheck.model.names import Names
from clausecheck.model.walk import walk
from clausecheck.vocabulary import Vocabulary

LeftOut = Literal["no", "unknown", "perhaps", "in part"]


def left_out(deed: Norm, ban: Norm, names: Names, vocabulary: Vocabulary) -> LeftOut:
    """Tell whether a ban leaves out what is done; `unknown` of another kind than it names.

    A kind may well be of two kinds at once, as an exercise at sea with live fire is. What is no
    kind at all, but the thing itself, can always be done as one of the exceptions: of it a ban
    leaves out a part, if it names some kinds of it, whoever does it. A deed
    that leaves out the same has no part in what the ban does.
    """
    if not ban.said.labels.stated("except") or _leaves_out_all(deed, ban):
        return "no"
    if deed.thing is None or ban.thing is None:
        return "perhaps"
    thing, own = deed.thing.keys[0], deed.thing.words - ban.thing.words
    words = _words(ban)
    terms = [match.term.name for match in vocabulary.find(words, ("object",))]
    if thing == ban.thing.keys[0]:
        by_kind = any(_is_related(name, thing[1], vocabulary) for name in terms)
        named = any(names.match(words, at) is not None for at in range(len(words)))
        return "in part" if by_kind and not (named or own) else "perhaps"
    if not own.isdisjoint(stems(" ".join(words))):
        return "perhaps"
    related = any(_is_related(name, thing[1], vocabulary) for name in terms)
    return "perhaps" if related else "unknown"


def asks_another(deed: Norm, ban: Norm, names: Names) -> bool:
    """Tell whether the consent that a deed needs is of others than those who may permit it."""
    asked, permitting = (
        {name for line in norm.said.labels.all(label) for name in _named(line, names)}
        for norm, label in ((deed, "with consent of"), (ban, "unless permitted by"))
    )
    return bool(asked and permitting) and asked.isdisjoint(permitting)


def _named(line: nodes.Label, names: Names) -> Iterator[str]:
    """Yield those whom a line names, with those who are on their side."""
    for node in walk(line.value):
        actor = names.actor(node.text) if isinstance(node, nodes.Name) else None
        if actor is not None:
            yield actor.name
            yield from actor.members


def is_unreserved(leave: Norm, other: Norm) -> bool:
    """Tell whether a leave frees all whom another norm binds, on no condition and at all its times.

    As an exception it leaves nothing of what the other asks, if it is for all of the same.
    """
    who, bound = leave.provision.meaning.who, other.provision.meaning.who.names
    for_all = bool(bound) and who.how != "jointly" and set(bound) <= set(who.names)
    at_all_times = not leave.timed or leave.times == other.times
    return for_all and at_all_times and not (leave.conditions or leave.licensed)


def _leaves_out_all(deed: Norm, ban: Norm) -> bool:
    """Tell whether all that a ban excepts is excepted from the deed, in the same words."""
    own, excepted = (
        {each for line in norm.said.labels.all("except") for each in nodes.values_of(line.value)}
        for norm in (deed, ban)
    )
    return excepted <= own


def _words(ban: Norm) -> list[str]:
    return [word for line in ban.said.labels.all("except") for word in _texts(line)]


def _texts(line: nodes.Label) -> Iterator[str]:
    for node in walk(line.value):
        if isinstance(node, (nodes.Word, nodes.Words, nodes.Name)):
            yield from node.text.split()


def _is_related(one: str, other: str, vocabulary: Vocabulary) -> bool:
    return vocabulary.is_a("object", one, other) or vocabulary.is_a("object", other, one)
