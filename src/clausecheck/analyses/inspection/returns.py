"""What is taken back after a breach, and whether a step can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausecheck.analyses.inspection.breach import Ladder
from clausecheck.analyses.terms import is_group
from clausecheck.model import nodes
from clausecheck.model.reading import Labels, Provision, Reading

_GOING_ON = ("sanctions", "exercise")
"""What is back as soon as its suspension is suspended; forces that left are not."""


def reimposed(ladders: Iterable[Ladder]) -> Iterator[Provision]:
    """Yield the clauses of their own by which sanctions are back after a breach."""
    for ladder in ladders:
        for rung in ladder.rungs:
            if rung.own and rung.takes_back:
                yield from (each for each in rung.provisions if _is_about(each, "sanctions"))


def restored(ladders: Iterable[Ladder], reading: Reading) -> frozenset[str]:
    """Return the sentences of which it is said that what they gave is taken back, by number.

    A rung by which sanctions return, and that names no sentence, means all of them.
    """
    found: set[str] = set()
    rungs = [rung for ladder in ladders for rung in ladder.rungs if rung.takes_back]
    # Asked once and not for each rung, of which a long text has as many as it has steps.
    going_on = frozenset(_about(reading, *_GOING_ON) if rungs else ())
    on_sanctions = frozenset(_about(reading, "sanctions") if rungs else ())
    for rung in rungs:
        named = [
            each
            for meaning in rung.meanings
            for each in meaning.references
            if each.instrument is None
        ]
        numbers = {n for each in named for n in reading.names.between(each.number, each.last)}
        found |= numbers if rung.brings_back else numbers & going_on
        if rung.about_sanctions and not named:
            found |= on_sanctions
    return frozenset(found)


def _about(reading: Reading, *groups: str) -> Iterator[str]:
    """Yield the sentences that speak of such things, by number."""
    for provision in reading.provisions:
        if _is_about(provision, *groups):
            yield provision.number


def _is_about(provision: Provision, *groups: str) -> bool:
    spoken_of = (*provision.deed.mentions, *provision.meaning.subject)
    return any(is_group(mention, *groups) for mention in spoken_of)


def ways_back(reading: Reading) -> Iterator[nodes.Label]:
    """Yield every line that says what follows a breach, or how a step is undone."""
    for clause in reading.clauses:
        for said in clause.said:
            for label in said.labels.all("if breached", "reversible"):
                if Labels((label,)).stated(label.name) and not rules_out_return(label):
                    yield label


def can_be_undone(labels: Labels) -> bool:
    """Tell whether it is stated that a step can be undone."""
    lines = labels.all("reversible") if labels.stated("reversible") else ()
    return any(not rules_out_return(line) for line in lines)


def rules_out_return(label: nodes.Label) -> bool:
    """Tell whether a line says that a step cannot be undone: `reversible: no`."""
    return isinstance(label.value, nodes.Reversal) and not label.value.possible
