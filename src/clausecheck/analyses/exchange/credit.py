"""What a text puts on record as done already, or promised beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from clausecheck.analyses.terms import acts, is_group, speaks_of
from clausecheck.model.reading import Provision, Reading
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary

_RECORDING = frozenset({"takes note", "recalls"})
_ACKNOWLEDGING = ("acknowledge", "credit", "note", "welcome")
_YET_TO_COME = ("look-forward",)
_HALTING = ("halt", "suspend")
_GIVING = (
    "close",
    "convert",
    "demine",
    "disable",
    "disarm",
    "dismantle",
    "eliminate",
    "reduce",
    "release",
    "remove",
    "return",
    "reunite",
    "withdraw",
)
_TESTING = ("test", "launch")
_PROMISING = ("pledge",)
_HALTED = ("moratorium", "steps-taken")
_DONE = frozenset({None, "with"})
"""How a deed is spoken of that took place: not "to close", nor "the need for a closure"."""
_TALKS = ("dialogue", "agreement")

What = Literal["step", "promise"]


@frozen
class Credit:
    """A sentence that records a step, or a promise made outside the text, and whose it was."""

    provision: Provision
    what: What
    of: frozenset[str]
    """The actors it names; empty where it names none."""


def analyse(reading: Reading, vocabulary: Vocabulary) -> tuple[Credit, ...]:
    """Return what is recorded, in text order; what somebody has not done, or may do, is no step."""
    return tuple(_credits(reading, vocabulary))


def _credits(reading: Reading, vocabulary: Vocabulary) -> Iterator[Credit]:
    for provision in reading.firsts.values():
        if _records(provision, vocabulary):
            what = _what(provision, vocabulary)
            if what is not None:
                yield Credit(provision, what, _named(provision, reading))


def _records(provision: Provision, vocabulary: Vocabulary) -> bool:
    noted = provision.modality.name in _RECORDING or acts(provision, vocabulary, _ACKNOWLEDGING)
    return provision.kind == "statement" and noted and not acts(provision, vocabulary, _YET_TO_COME)


def _what(provision: Provision, vocabulary: Vocabulary) -> What | None:
    deed, denied = provision.deed, provision.meaning.denied
    spoken = [
        each.name for each in deed.mentions if each.kind == "act" and each.preposition in _DONE
    ]
    done = [*spoken, *([deed.act.name] if deed.act is not None else [])]
    tested = any(is_group(each, "test") for each in deed.mentions)
    if denied:
        untested = tested or any(vocabulary.is_a("act", name, *_TESTING) for name in done)
        return "step" if untested else None
    if any(vocabulary.is_a("act", name, *_PROMISING) for name in done):
        return "promise"
    of_talks = any(is_group(each, *_TALKS) for each in deed.mentions)
    given = any(vocabulary.is_a("act", name, *_HALTING, *_GIVING) for name in done)
    if speaks_of(provision, vocabulary, *_HALTED) or (given and not of_talks):
        return "step"
    return None


def _named(provision: Provision, reading: Reading) -> frozenset[str]:
    """Return the actors whose deed it is said to be; those who speak, of what is their own."""
    mentions = provision.deed.mentions
    known = {each.name for each in mentions if each.kind == "actor"}
    known |= {each.owner for each in mentions if each.owner and each.owner in reading.names.actors}
    own = any(each.owner == "its" for each in mentions)
    return frozenset(known or (provision.meaning.who.names if own else ()))
