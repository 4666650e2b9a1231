"""Whether a breach would be found and answered in time, and whether the checking lasts so long.

Verification is effective if a breach is seen early enough to answer it: the days until somebody
looks, reports, decides and acts, against the days it takes to undo the step.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from clausecheck.analyses.inspection.breach import Ladder
from clausecheck.analyses.inspection.rungs import Rung
from clausecheck.analyses.inspection.verification import Checked
from clausecheck.analyses.terms import acts
from clausecheck.analyses.timing.lengths import AT_ONCE, Length, length_of, of_days
from clausecheck.analyses.timing.times import as_period, most_days_between
from clausecheck.analyses.timing.undoing import TimeToUndo, time_to_undo
from clausecheck.model import nodes
from clausecheck.model.reading import Labels, Provision
from clausecheck.model.walk import walk
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary


@frozen
class Detection:
    """How soon a breach of one sentence would be found and answered, at the slowest.

    Each is None where the text does not say. Who decides alone, or sees for itself, needs no time
    to be told.
    """

    provision: Provision
    at: Span
    """What says how it is verified."""
    found: Length | None
    reported: Length | None
    decided: Length | None
    answered: Length | None
    undo: TimeToUndo
    spread: bool = False
    """Whether it is found so soon only if so many looks in a month are evenly spread over it."""
    by: str = ""
    """The number of another sentence by which it is verified, if one says so."""

    @property
    def parts(self) -> tuple[Length | None, ...]:
        """What it takes to find it, to report and decide on it, and to answer it."""
        return self.found, self.reported, self.decided, self.answered

    @property
    def silent(self) -> bool:
        """Whether the text gives no time for any of it but what is done at once."""
        return not self.stated

    @property
    def whole(self) -> bool:
        """Whether the text gives a time for all of it."""
        return None not in self.parts

    @property
    def stated(self) -> Length:
        """What the text gives for all of it, so far as it says."""
        return sum((each for each in self.parts if each is not None), start=AT_ONCE)

    @property
    def verdict(self) -> Literal["in time", "too late", "not known"]:
        """Whether all of it takes no longer than the least that it takes to undo the step.

        What is stated may be too long already, whatever else is not known.
        """
        if self.undo.by == "never":
            return "in time"
        least = self.undo.least
        if least is None:
            return "not known"
        if self.stated.can_exceed(least):
            return "too late"
        return "in time" if self.whole else "not known"


def analyse(
    duties: Iterable[Checked], vocabulary: Vocabulary, ladders: Sequence[Ladder]
) -> tuple[Detection, ...]:
    """Return for each duty that somebody is named to verify how soon a breach would be answered."""
    return tuple(
        _detection(duty, duty.told_at, ladders, vocabulary)
        for duty in duties
        if duty.told_at is not None
        and (duty.line is None or not isinstance(duty.line.value, nodes.Silence))
    )


def _detection(
    duty: Checked, at: Span, ladders: Sequence[Ladder], vocabulary: Vocabulary
) -> Detection:
    labels = duty.provision.labels
    number = duty.provision.number
    rungs = [rung for ladder in ladders if number in ladder.of for rung in ladder.rungs]
    deciding = [rung for rung in rungs if _decides(rung, vocabulary)]
    acting = [rung for rung in rungs if rung not in deciding]
    found, spread = _found(duty)
    return Detection(
        duty.provision,
        at,
        found,
        _reported(duty, acting),
        _decided(deciding, acting, labels),
        _longest(acting[0]) if acting else None,
        time_to_undo(duty.provision, vocabulary),
        spread,
        duty.by,
    )


def _decides(rung: Rung, vocabulary: Vocabulary) -> bool:
    return any(acts(provision, vocabulary, ("decide",)) for provision in rung.provisions)


def _found(duty: Checked) -> tuple[Length | None, bool]:
    """Return the most there is between two looks, and whether these are only taken as spread so."""
    frequencies = [
        node
        for node in walk(duty.line.value if duty.line else ())
        if isinstance(node, nodes.Frequency)
    ]
    said = [(_between(each), each.every is None) for each in frequencies]
    # Under the duty's own sentence `every:` is the rhythm of the duty, not that of the looks.
    under = [line.value for line in duty.labels.all("every")] if duty.by else []
    said += [(_longest_of(each), False) for each in under if isinstance(each, nodes.Period)]
    in_words = duty.watch.every if duty.watch is not None else None
    said.append((_longest_of(in_words) if in_words is not None else None, False))
    known = [(length, spread) for length, spread in said if length is not None]
    return min(known, default=(None, False), key=lambda each: (each[0].days, each[1]))


def _between(frequency: nodes.Frequency) -> Length | None:
    """Return the most from one time to the next; so many in a month are spread evenly over it."""
    if frequency.every is not None:
        return _longest_of(frequency.every)
    days = most_days_between(frequency)
    if days is not None and frequency.unit is not None and frequency.times == "1":
        return length_of(nodes.Period(frequency.span, "1", None, frequency.unit), longest=True)
    return of_days(days) if days is not None else None


def _longest_of(span: nodes.Quantity | nodes.Period) -> Length:
    period = span if isinstance(span, nodes.Period) else as_period(span)
    return length_of(period, longest=True)


def _reported(duty: Checked, acting: Sequence[Rung]) -> Length | None:
    """Return the most until a report is due; who sees for itself needs none."""
    line = duty.labels.get("reports") or duty.provision.labels.get("reports")
    timing = line.value.timing if line and isinstance(line.value, nodes.Report) else None
    if isinstance(timing, nodes.Within):
        return _longest_of(timing.period)
    if isinstance(timing, nodes.Frequency):
        return _between(timing)
    doing = {name for rung in acting[:1] for meaning in rung.meanings for name in meaning.who.names}
    return AT_ONCE if duty.verifiers & doing else None


def _decided(deciding: Sequence[Rung], acting: Sequence[Rung], labels: Labels) -> Length | None:
    """Return the most until it is decided what follows; who judges alone needs none."""
    if deciding:
        return _longest(deciding[0])
    return AT_ONCE if acting and not labels.stated("judged by") else None


def _longest(rung: Rung) -> Length | None:
    """Return the most that a sentence of what follows a breach allows."""
    return max(map(_longest_of, rung.days), default=None, key=lambda each: each.days)
