"""What the lines of a sentence say of when it begins and ends."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.timing.moments import Moment, Reckoned, Reckoner, When, day_range
from clausecheck.model import nodes
from clausecheck.model.reading import Labels
from clausecheck.model.sentences import ProvisionKind
from clausecheck.model.walk import walk


def reckoned(value: nodes.Value, reckoner: Reckoner, own: str) -> Reckoned | None:
    """Return what a label's value comes to; None for no time, or one that cannot be told."""
    if isinstance(value, nodes.Bound):
        value = value.time
    if isinstance(value, nodes.Phrase):
        words = [getattr(part, "text", "") for part in value.parts]
        return reckoner.event(" ".join(words))
    if isinstance(
        value,
        (nodes.Date, nodes.ClauseState, nodes.Event, nodes.Own, nodes.Offset, nodes.Combined),
    ):
        return reckoner.reckon(value, own)
    return None


_LASTING = ("from", "until", "for", "every", "quota")


def lasts(labels: Labels) -> bool:
    """Tell whether a line has a duty hold for a time."""
    return labels.stated(*_LASTING)


FREE_OR_BARRED = frozenset[ProvisionKind]({"prohibition", "permission", "exemption"})
"""What holds all the time, and is not done once."""


def holding_until(labels: Labels, kind: ProvisionKind) -> tuple[nodes.Label, ...]:
    """Return the lines until which something of that kind holds, so that it is over no sooner.

    What may be done `before:` or `by:` a day may be done with before it; and whether what is
    forbidden or allowed `on:` a step or an event goes on from there is not said.
    """
    return tuple(line for line in labels.ending(kind) if _is_when_it_ends(line, kind))


def _is_when_it_ends(line: nodes.Label, kind: ProvisionKind) -> bool:
    if line.name == "before":
        return kind == "prohibition"
    return line.name == "until" or (line.name == "on" and isinstance(line.value, nodes.Date))


def has_term(labels: Labels) -> bool:
    """Tell whether a line says for how long it holds."""
    return any(spans(label.value) for label in labels.all("for", "quota"))


def end_of_term(value: nodes.Value, begins: Moment, reckoner: Reckoner) -> When | None:
    """Return when a term or a row of quotas that begins at a moment is over, if it ends."""
    every = spans(value)
    if not every:
        return None
    ends = When(begins)
    for span in every:
        ends = reckoner.after(ends, span)
    return ends


def spans(value: nodes.Value) -> tuple[nodes.Period, ...]:
    """Return the spans of a term, one after the other; none if one of them is not said."""
    if isinstance(value, nodes.Period):
        return (value,)
    quotas = nodes.values_of(value)
    terms = [each.term for each in quotas if isinstance(each, nodes.Quota)]
    told = tuple(term for term in terms if term is not None)
    return told if len(told) == len(terms) else ()


_SETTING_THE_START = frozenset({"after", "together with", "from", "on"})


def sets_the_start(label: nodes.Label) -> bool:
    """Tell whether a label says from when on a step may begin, and not only by when it must."""
    by = isinstance(label.value, nodes.Bound) and label.value.relation == "by"
    return label.name in _SETTING_THE_START or (label.name == "starts" and not by)


def hangs_on_a_step(labels: Labels) -> bool:
    """Tell whether an `if:` names what must come of a clause before there is anything to keep."""
    lines = labels.all("if")
    return any(isinstance(node, nodes.ClauseState) for line in lines for node in walk(line.value))


def reviews(labels: Labels) -> Iterator[nodes.Review]:
    """Yield what the reviewer says became of a sentence."""
    for label in labels.all("reviewer"):
        values = nodes.values_of(label.value)
        yield from (value for value in values if isinstance(value, nodes.Review))


def done_on(labels: Labels) -> tuple[int, int] | None:
    """Return the first and last day that the reviewer's date of a done step can mean.

    What is done is past: whether it was done as its own lines say is no question of the text.
    """
    dates = (each.date for each in reviews(labels) if each.state == "done" and each.date)
    return next(filter(None, map(day_range, dates)), None)
