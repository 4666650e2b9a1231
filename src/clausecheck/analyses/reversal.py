"""Which ways out a text leaves: back after a breach, on conditions, on notice, or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from clausecheck.analyses.breach import Ladder
from clausecheck.analyses.terms import acts, is_group, is_one_of, of_this_text
from clausecheck.analyses.troops import is_total, what_moves
from clausecheck.findings import Stance
from clausecheck.model import nodes
from clausecheck.model.reading import Provision, Reading, Said
from clausecheck.model.sentences import Mention
from clausecheck.model.walk import walk
from clausecheck.vocabulary import Vocabulary

_LEAVING = ("withdraw", "terminate", "end", "suspend", "leave")
_CONDITIONS = ("if", "unless", "until")


def stance(reading: Reading, vocabulary: Vocabulary, ladders: Sequence[Ladder]) -> Stance:
    """Return the first that holds: snapback, conditions, notice, none.

    `snapback`: after a breach something may be taken back. `conditions`: whoever leaves, or ends
    the text, needs a reason that it names. `notice`: leaving takes no more than telling. What
    undoes a single step, as `reversible:` says, is a fact of that step.
    """
    back = [ladder.number for ladder in ladders if ladder.takes_back]
    if back:
        return _stance("snapback", back)
    exits = list(_exits(reading, vocabulary))
    conditions = [number for number, conditional in exits if conditional]
    if conditions:
        return _stance("conditions", conditions)
    if exits:
        return _stance("notice", [number for number, _ in exits])
    denied = reading.head.get("exit") is not None and not reading.head.stated("exit")
    return Stance("reversal", "none" if reading.complete or denied else "not stated")


def _stance(name: str, numbers: Sequence[str]) -> Stance:
    return Stance("reversal", name, tuple(dict.fromkeys(number for number in numbers if number)))


def _exits(reading: Reading, vocabulary: Vocabulary) -> Iterator[tuple[str, bool]]:
    """Yield where each way to leave is stated, empty in the head, and if it needs a reason."""
    line = reading.head.get("exit")
    if line is not None and reading.head.stated("exit"):
        conditional = any(isinstance(node, nodes.Condition) for node in walk(line.value))
        pointed = [node.number for node in walk(line.value) if isinstance(node, nodes.Reference)]
        if not pointed:
            yield "", conditional
        for clause in reading.clauses:
            for said in clause.said:
                if clause.number in pointed or said.number in pointed:
                    yield said.number, conditional or _is_conditional(said)
    for clause in reading.clauses:
        for provision in clause.provisions:
            if _leaves_the_text(provision, vocabulary):
                yield (
                    provision.number,
                    any(provision.labels.stated(name) for name in _CONDITIONS),
                )


def _is_conditional(said: Said) -> bool:
    return any(said.labels.stated(name) for name in _CONDITIONS)


def _leaves_the_text(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether a party may leave: "Each party may withdraw from this treaty"."""
    leaves = provision.kind == "permission" and acts(provision, vocabulary, _LEAVING)
    return leaves and of_this_text(provision)


def closing(
    reading: Reading, vocabulary: Vocabulary, withdrawals: Iterable[Provision]
) -> tuple[tuple[Provision, Mention], ...]:
    """Return what ends an alliance, sanctions or exercises, and then all forces that leave.

    Each for good, and with what goes.
    """
    ending = [
        (provision, provision.object)
        for clause in reading.clauses
        for provision in (() if clause.preamble else clause.provisions)
        if provision.object is not None and _ends_it(provision, provision.object, vocabulary)
    ]
    leaving = [
        (provision, moved)
        for provision in withdrawals
        if (moved := what_moves(provision, vocabulary)) is not None and is_total(provision)
    ]
    return (*ending, *leaving)


def _ends_it(provision: Provision, thing: Mention, vocabulary: Vocabulary) -> bool:
    if is_group(thing, "exercise"):
        return _bans_it_everywhere(provision, vocabulary)
    if provision.kind not in {"duty", "permission", "statement"}:
        return False
    if not acts(provision, vocabulary, ("terminate", "end", "repeal", "lift", "dissolve")):
        return False
    return is_group(thing, "sanctions") or is_one_of(thing, vocabulary, "alliance")


def _bans_it_everywhere(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether it rules out what it names altogether, and not in a zone or beyond a size."""
    limited = provision.place or provision.quantity or provision.meaning.references
    bound = any(map(provision.labels.stated, ("where", "limit", "except", "unless permitted by")))
    if limited or bound or not provision.meaning.binding:
        return False
    holds = provision.kind == "prohibition" and acts(provision, vocabulary, ("conduct", "hold"))
    ends = provision.kind == "duty" and acts(provision, vocabulary, ("end", "terminate", "cease"))
    return holds or ends
