"""Which ways out a text leaves: back after a breach, on conditions, on notice, or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from clausecheck.analyses.inspection.breach import Ladder
from clausecheck.analyses.security.foreign_forces import what_moves
from clausecheck.analyses.security.troops import is_total
from clausecheck.analyses.terms import LEAVING, acts, is_group, is_one_of, of_this_text
from clausecheck.findings import NOT_STATED, Stance
from clausecheck.model import nodes
from clausecheck.model.reading import Provision, Reading, Said
from clausecheck.model.sentences import Mention
from clausecheck.model.walk import walk
from clausecheck.vocabulary import Vocabulary

_LEAVING = (*LEAVING, "end", "suspend")
_PAUSING = ("suspend", "halt")
_SENDING = frozenset({"deploy", "dispatch"})
_SHOWN = ("bomber-visit",)
"""What an ally sends for a time to show that it would come."""
_CONDITIONS = ("if", "unless", "until")


def stance(reading: Reading, vocabulary: Vocabulary, ladders: Sequence[Ladder]) -> Stance:
    """Return the first that holds: snapback, conditions, notice, none.

    `snapback`: after a breach something may be taken back. `conditions`: whoever leaves, or ends
    the text, needs a reason that it names. `notice`: leaving takes no more than telling. What
    undoes a single step, as `reversible:` says, is a fact of that step.
    """
    back = [rung.number for ladder in ladders for rung in ladder.rungs if rung.takes_back]
    if back:
        return _stance("snapback", back)
    exits = list(_exits(reading, vocabulary))
    conditions = [number for number, conditional in exits if conditional]
    if conditions:
        return _stance("conditions", conditions)
    if exits:
        return _stance("notice", [number for number, _ in exits])
    denied = reading.head.get("exit") is not None and not reading.head.stated("exit")
    return Stance("reversal", "none" if reading.complete or denied else NOT_STATED)


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
                    provision.labels.stated(*_CONDITIONS),
                )


def _is_conditional(said: Said) -> bool:
    return said.labels.stated(*_CONDITIONS)


def _leaves_the_text(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether a party may leave: "Each party may withdraw from this treaty"."""
    leaves = provision.kind == "permission" and acts(provision, vocabulary, _LEAVING)
    return leaves and of_this_text(provision)


def closing(
    reading: Reading, vocabulary: Vocabulary, withdrawals: Iterable[Provision]
) -> tuple[tuple[Provision, Mention], ...]:
    """Return what ends an alliance, its cover, sanctions or exercises, then all forces that leave.

    Each for good, and with what goes.
    """
    ending = [
        (provision, thing)
        for provision in reading.operative_provisions
        for thing in _ended(provision, vocabulary)
    ]
    leaving = [
        (provision, moved)
        for provision in withdrawals
        if (moved := what_moves(provision, vocabulary)) is not None and is_total(provision)
    ]
    return (*ending, *leaving)


def pausing(reading: Reading, vocabulary: Vocabulary) -> tuple[Provision, ...]:
    """Return what only suspends what `closing` would end, so that it need not be restored anew."""
    return tuple(
        provision
        for provision in reading.operative_provisions
        if provision.kind in {"duty", "permission", "statement"}
        and provision.object is not None
        and acts(provision, vocabulary, _PAUSING)
        and _is_given_up(provision, provision.object, vocabulary)
    )


def _is_given_up(provision: Provision, thing: Mention, vocabulary: Vocabulary) -> bool:
    if is_one_of(thing, vocabulary, "extended-deterrence"):
        return _is_for_another(provision)
    groups = is_group(thing, "sanctions") or is_group(thing, "exercise")
    return groups or is_one_of(thing, vocabulary, "alliance")


def _ended(provision: Provision, vocabulary: Vocabulary) -> Iterator[Mention]:
    """Yield what it ends: its object, or what it stops being sent: "end the deployment of X"."""
    thing = provision.object
    if thing is None:
        return
    if _ends_it(provision, thing, vocabulary):
        yield thing
    elif thing.kind == "act" and thing.name in _SENDING and _stops(provision, vocabulary):
        sent = (m for deed in provision.deed.inner for m in deed.objects)
        yield from (each for each in sent if is_one_of(each, vocabulary, *_SHOWN))


def _stops(provision: Provision, vocabulary: Vocabulary) -> bool:
    ends = acts(provision, vocabulary, ("end", "terminate", "cease"))
    return ends and provision.kind == "duty" and provision.meaning.binding


def _ends_it(provision: Provision, thing: Mention, vocabulary: Vocabulary) -> bool:
    if is_group(thing, "exercise"):
        return _bans_it_everywhere(provision, vocabulary)
    if provision.kind not in {"duty", "permission", "statement"}:
        return False
    if not acts(provision, vocabulary, ("terminate", "end", "repeal", "lift", "dissolve")):
        return False
    if is_one_of(thing, vocabulary, "extended-deterrence"):
        return _is_for_another(provision)
    return is_group(thing, "sanctions") or is_one_of(thing, vocabulary, "alliance")


def _is_for_another(provision: Provision) -> bool:
    """Tell whether somebody else is covered as well: a deterrent of one's own is a weapon."""
    bound = provision.meaning.who.names
    others = (m for m in provision.deed.mentions if m.kind == "actor" and m.name not in bound)
    return len(bound) > 1 or any(True for _ in others)


def _bans_it_everywhere(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether it rules out what it names altogether, and not in a zone or beyond a size."""
    limited = provision.place or provision.quantity or provision.meaning.references
    bound = provision.labels.stated("where", "limit", "except", "unless permitted by")
    if limited or bound or not provision.meaning.binding:
        return False
    holds = provision.kind == "prohibition" and acts(provision, vocabulary, ("conduct", "hold"))
    return holds or _stops(provision, vocabulary)
