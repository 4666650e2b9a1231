"""What norms hang on: whether two conditions can hold at once, and which clause asks for one.

"if: Westland suspends sanctions" names no clause's number, and yet hangs on the clause by which
Westland shall suspend them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice, pairwise
from typing import Literal

from clausecheck.analyses.obligations.norms import TRIES, Norm
from clausecheck.analyses.obligations.scope import within
from clausecheck.analyses.obligations.supposed import as_owed
from clausecheck.analyses.timing.waits import THE_OTHER, Promised, speaks_of_the_other
from clausecheck.model import nodes
from clausecheck.model.names import Names
from clausecheck.model.reading import Reading
from clausecheck.model.walk import walk
from clausecheck.source import Span
from clausecheck.values import evolve
from clausecheck.vocabulary import Vocabulary

# ── Whether two can hold at once ─────────────────────────────────────────────────────────────────

_NEGATIVE = frozenset("not no never nothing nobody none neither without fails fail refuses".split())
_AUXILIARY = frozenset("does do did is are was were has have had be been to the a an of".split())


def hold_together(one: Norm, other: Norm) -> Literal["yes", "one alone", "no", "unknown"]:
    """Tell whether the conditions of both can hold at once; `one alone`, if one has none.

    Likewise if the one lasts, and all it waits for has come about with what the other waits for:
    what is verified is complete. Conditions in other words are not understood: whether they can
    hold together is unknown.
    """
    ours, theirs = _conditions(one), _conditions(other)
    if ours == theirs:
        return "yes"
    if any(_deny_each_other(mine, his) for mine in ours for his in theirs):
        return "no"
    if ours <= theirs or theirs <= ours:
        return "one alone"
    still = one.lasting and _come_with(ours, theirs)
    return "one alone" if still or (other.lasting and _come_with(theirs, ours)) else "unknown"


def denies(words: Sequence[str]) -> bool:
    """Tell whether a condition is that something is not done, or not there."""
    return any(word.lower() in _NEGATIVE for word in words)


def adding(norm: Norm, other: Norm) -> tuple[nodes.Label, ...]:
    """Return the conditions of a norm that another does not have."""
    shared = {(line.name, line.value) for line in other.conditions}
    return tuple(line for line in norm.conditions if (line.name, line.value) not in shared)


def _come_with(some: frozenset[_Condition], others: frozenset[_Condition]) -> bool:
    """Tell whether each of some holds at last once all of the others do."""
    return all(any(_comes_with(one, other) for other in others) for one in some)


def _comes_with(one: _Condition, other: _Condition) -> bool:
    early, late = _state(one), _state(other)
    if one == other or early is None or late is None:
        return one == other
    in_a_row = early.state in _ROW and late.state in _ROW[_ROW.index(early.state) :]
    return one[0] and other[0] and in_a_row and early.clause == late.clause


def _state(condition: _Condition) -> nodes.ClauseState | None:
    """Return the one state of a clause that is waited for."""
    value = condition[2]
    if isinstance(value, nodes.Combined) and len(value.moments) == 1:
        value = value.moments[0]
    return value if isinstance(value, nodes.ClauseState) else None


_ROW = ("begins", "is complete", "is verified")
"""The states of a step in the order in which they come about."""


_Condition = tuple[bool, frozenset[str], nodes.Value | None]
"""Whether it must hold, and its words without negations; a moment as it is."""


def _conditions(norm: Norm) -> frozenset[_Condition]:
    return frozenset(_condition(label) for label in norm.conditions)


def _condition(label: nodes.Label) -> _Condition:
    texts = [node.text for node in walk(label.value) if isinstance(node, (nodes.Word, nodes.Words))]
    words = " ".join(texts).lower().split()
    holds = label.name == "if"
    if not words:
        return holds, frozenset(), label.value
    denials = sum(word in _NEGATIVE for word in words)
    content = frozenset(_stem(word) for word in words if word not in _NEGATIVE | _AUXILIARY)
    return holds == (denials % 2 == 0), content, None


def _stem(word: str) -> str:
    for ending in ("ies", "es", "ed", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending).removesuffix("e")
    return word.removesuffix("e")


def _deny_each_other(one: _Condition, other: _Condition) -> bool:
    return one[0] != other[0] and one[1:] == other[1:]


# ── An act that some clause asks for ─────────────────────────────────────────────────────────────

_BEFORE_THE_ACT = frozenset({"has", "have", "first", "also"})
_UNREAD = _NEGATIVE | {"or", "either"}


def promised(reading: Reading, vocabulary: Vocabulary, norms: Sequence[Norm]) -> Promised:
    """Return the conditions that are acts of somebody, each of which another clause asks for.

    One that denies an act, or leaves a choice, is not read.
    """
    labels = {label.span: (label, norm) for norm in norms for label in norm.said.labels.all("if")}
    found: dict[Span, tuple[tuple[str, ...], ...]] = {}
    duties = _Duties(norms if labels else ())
    for at, (label, norm) in labels.items():
        acts = acts_in(_by_name(label, norm), reading.names, vocabulary)
        numbers = tuple(duties.asking_for(act) for act in acts)
        if any(numbers):
            found[at] = tuple(filter(None, numbers))
    return found


def _by_name(label: nodes.Label, norm: Norm) -> nodes.Value:
    """Return a condition with a bearer of its duty in place of "the other party"."""
    who, value = norm.provision.meaning.who, label.value
    if not isinstance(value, nodes.Phrase) or len(who.names) != 2:  # noqa: PLR2004 - of two
        return value
    if who.how == "jointly" or not speaks_of_the_other(label):
        return value
    name = nodes.Word(value.parts[0].span, who.names[0])
    return evolve(value, parts=(name, *value.parts[len(THE_OTHER) + 1 :]))


def acts_in(value: nodes.Value, names: Names, vocabulary: Vocabulary) -> Iterator[Norm]:
    """Yield what somebody does in a condition, read as if it were owed, one act after the other."""
    return acts_of(value.parts if isinstance(value, nodes.Phrase) else (), names, vocabulary)


def acts_of(parts: Sequence[nodes.Part], names: Names, vocabulary: Vocabulary) -> Iterator[Norm]:
    """Yield the same of the words of a condition."""
    words = [getattr(part, "text", "") for part in parts]
    if any(word.lower() in _UNREAD for word in words):
        return
    begins = [0, *further_acts(words, names, vocabulary), len(words) + 1]
    who: Sequence[nodes.Part] = ()
    for start, end in pairwise(begins):
        actor = names.match(words, start)
        who = parts[start : actor[1]] if actor is not None else who
        done = list(parts[start + (len(who) if actor is not None else 0) : end - 1])
        while done and getattr(done[0], "text", "") in _BEFORE_THE_ACT:
            del done[0]
        if done and who:
            yield from as_owed(who, done, names, vocabulary)


def further_acts(words: Sequence[str], names: Names, vocabulary: Vocabulary) -> Iterator[int]:
    """Yield where another act begins after `and`, with or without another name before it."""
    for place, word in enumerate(words[:-1], start=1):
        if word == "and":
            actor = names.match(words, place)
            verb = actor[1] if actor is not None else place
            while words[verb : verb + 1] and words[verb] in _BEFORE_THE_ACT:
                verb += 1
            if words[verb:] and _is_a_verb(words, verb, vocabulary):
                yield place


def _is_a_verb(words: Sequence[str], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a word can only be what somebody does or has done."""
    ends = words[at].endswith(("s", "ed", "en"))
    thing = vocabulary.match(words, at, ("object", "noun", "place"))
    return ends and thing is None and vocabulary.match(words, at, ("act",)) is not None


class _Duties:
    """The firm duties of a text by who is bound and what is done."""

    def __init__(self, norms: Sequence[Norm]) -> None:
        self._by_act: dict[tuple[str, str], list[Norm]] = {}
        for norm in norms:
            if norm.kind == "duty" and norm.firm and not norm.choice:
                for name in norm.actors:
                    for act in norm.acts:
                        self._by_act.setdefault((name, act), []).append(norm)

    def asking_for(self, deed: Norm) -> tuple[str, ...]:
        """Return the numbers of those that ask for a deed, for more than it, or for part of it."""
        buckets = (
            islice(self._by_act.get((name, act), ()), TRIES)
            for name in deed.actors
            for act in deed.acts
        )
        found = (
            duty.number
            for duty in chain.from_iterable(buckets)
            if within(duty, deed) is not None or within(deed, duty) is not None
        )
        return tuple(dict.fromkeys(found))
