"""What is to be handed over in lots, and by what its progress is measured."""

from __future__ import annotations

from clausecheck.analyses.terms import acts, is_group
from clausecheck.model.reading import Provision, Reading
from clausecheck.model.sentences import Mention
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary

_DELIVERED: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("return", "repatriate", "recover", "release", "exchange", "transfer"), ("remains", "people")),
    (("provide", "supply", "deliver"), ("aid",)),
)
"""Acts, and the groups of things that come in lots; arms are judged by who verifies them."""
_SCHEDULES = (
    "on",
    "by",
    "before",
    "starts",
    "from",
    "until",
    "for",
    "every",
    "quota",
    "target",
    "after",
    "together with",
)
_TESTS = ("verified by", "reports", "according to")


@frozen
class Delivery:
    """One thing that somebody must deliver, and what of the three measures there is."""

    at: Span
    what: tuple[str, str]
    """The act and the thing, by name."""
    counted: bool
    """Whether a quantity, or `all`, says how much."""
    scheduled: bool
    """Whether a label or the sentence says when."""
    tested: bool
    """Whether somebody verifies or reports that it is done, or a protocol says when it is."""

    @property
    def measured(self) -> bool:
        """Whether anything at all tells how far it has come."""
        return self.counted or self.scheduled or self.tested


def analyse(reading: Reading, vocabulary: Vocabulary) -> tuple[Delivery, ...]:
    """Return the deliveries outside the preamble, in text order, one for each act and thing."""
    found: dict[Span, Delivery] = {}
    for provision in reading.operative_provisions:
        thing = provision.object
        if thing is not None and _is_delivered(provision, thing, reading, vocabulary):
            found.setdefault(thing.span, _delivery(provision, thing))
    return tuple(found.values())


def _is_delivered(
    provision: Provision, thing: Mention, reading: Reading, vocabulary: Vocabulary
) -> bool:
    """Tell whether it is a duty to deliver; a procedure in steps is a measure of its own."""
    stepwise = any("(step" in number for number in reading.names.below(provision.number))
    if provision.kind != "duty" or not provision.meaning.binding or stepwise:
        return False
    return not provision.meaning.references and any(
        acts(provision, vocabulary, ways) and is_group(thing, *things)
        for ways, things in _DELIVERED
    )


def _delivery(provision: Provision, thing: Mention) -> Delivery:
    labels = provision.labels
    return Delivery(
        thing.span,
        (provision.deed.act_text, thing.name),
        counted=_is_counted(provision) or labels.stated("limit"),
        scheduled=labels.stated(*_SCHEDULES) or bool(provision.meaning.periods),
        tested=labels.stated(*_TESTS),
    )


def _is_counted(provision: Provision) -> bool:
    """Tell whether it is said how much, be it by its equivalent: "aid worth 50,000 t of rice"."""
    if provision.deed.amounts:
        return True
    groups = [group for _, things in _DELIVERED for group in things]
    return any(
        m.amount is not None and (is_group(m, *groups) or m.preposition == "of")
        for m in provision.deed.mentions
    )
