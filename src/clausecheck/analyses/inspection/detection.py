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
from clausecheck.analyses.timing.times import most_days, most_days_between, most_days_of
from clausecheck.analyses.timing.undoing import TimeToUndo, time_to_undo
from clausecheck.model import nodes
from clausecheck.model.reading import Labels, Provision
from clausecheck.model.walk import walk
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary


@frozen
class Detection:
    """How soon a breach of one sentence would be found and answered, at the slowest, in days.

    Each is None where the text does not say. Who decides alone, or sees for itself, needs no time
    to be told.
    """

    provision: Provision
    at: Span
    """What says how it is verified."""
    found: int | None
    reported: int | None
    decided: int | None
    answered: int | None
    undo: TimeToUndo
    spread: bool = False
    """Whether it is found so soon only if so many looks in a month are evenly spread over it."""
    by: str = ""
    """The number of another sentence by which it is verified, if one says so."""

    @property
    def _parts(self) -> tuple[int | None, ...]:
        return self.found, self.reported, self.decided, self.answered

    @property
    def silent(self) -> bool:
        """Whether the text gives no time for any of it but what is done at once."""
        return not self.stated

    @property
    def whole(self) -> bool:
        """Whether the text gives a time for all of it."""
        return None not in self._parts

    @property
    def stated(self) -> int:
        """The days that the text gives for all of it, so far as it says."""
        return sum(days or 0 for days in self._parts)

    @property
    def verdict(self) -> Literal["in time", "too late", "not known"]:
        """Whether all of it takes no longer than the least that it takes to undo the step.

        What is stated may be too long already, whatever else is not known.
        """
        if self.undo.by == "never":
            return "in time"
        if self.undo.days is None:
            return "not known"
        if self.stated > self.undo.days[0]:
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


def _found(duty: Checked) -> tuple[int | None, bool]:
    """Return the most days between two looks, and whether these are only taken as spread so."""
    frequencies = [
        node
        for node in walk(duty.line.value if duty.line else ())
        if isinstance(node, nodes.Frequency)
    ]
    said = [(most_days_between(each), each.every is None) for each in frequencies]
    under = [line.value for line in duty.labels.all("every")]
    said += [(most_days(each), False) for each in under if isinstance(each, nodes.Period)]
    in_words = duty.watch.every if duty.watch is not None else None
    said.append((most_days_of(in_words) if in_words is not None else None, False))
    known = [(days, spread) for days, spread in said if days is not None]
    return min(known, default=(None, False))


def _reported(duty: Checked, acting: Sequence[Rung]) -> int | None:
    """Return the most days until a report is due; who sees for itself needs none."""
    line = duty.labels.get("reports") or duty.provision.labels.get("reports")
    timing = line.value.timing if line and isinstance(line.value, nodes.Report) else None
    if isinstance(timing, nodes.Within):
        return most_days(timing.period)
    if isinstance(timing, nodes.Frequency):
        return most_days_between(timing)
    doing = {name for rung in acting[:1] for meaning in rung.meanings for name in meaning.who.names}
    return 0 if duty.verifiers & doing else None


def _decided(deciding: Sequence[Rung], acting: Sequence[Rung], labels: Labels) -> int | None:
    """Return the most days until it is decided what follows; who judges alone needs none."""
    if deciding:
        return _longest(deciding[0])
    return 0 if acting and not labels.stated("judged by") else None


def _longest(rung: Rung) -> int | None:
    """Return the most days that a sentence of what follows a breach allows."""
    every = (
        most_days(each) if isinstance(each, nodes.Period) else most_days_of(each)
        for each in rung.days
    )
    return max(every, default=None)
