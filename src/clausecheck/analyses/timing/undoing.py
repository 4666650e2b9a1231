"""How long it takes to take a step back, who says so, and what is not known."""

from __future__ import annotations

import math
from typing import Literal

from attrs import field

from clausecheck.analyses.timing.lengths import Length, length_of, of_days
from clausecheck.analyses.timing.moments import days_meant
from clausecheck.model import nodes
from clausecheck.model.reading import Provision
from clausecheck.model.sentences import Mention
from clausecheck.values import evolve, frozen
from clausecheck.vocabulary import Place, Vocabulary


@frozen
class TimeToUndo:
    """The fewest and the most days it takes to take a step back, where they are known.

    `by` says whose figure it is: the `clause`'s own, or one `assumed` by the vocabulary; `never`
    where the clause says that it cannot be taken back. `source` is the vocabulary's.
    """

    by: Literal["clause", "assumed", "unknown", "never"]
    days: tuple[int, int] | None = None
    source: str = ""
    restores: tuple[int, int] | None = None
    """In how many days the other side is where it was, once this is taken back, if it is said."""
    period: nodes.Period | None = field(default=None, eq=False, repr=False)
    """The span that the clause gives."""

    @property
    def least(self) -> Length | None:
        """The least that it takes, to the hour where the clause says so."""
        if self.days is None:
            return None
        if self.period is None or self.period.qualifier is not None:
            return of_days(self.days[0])
        return length_of(self.period, longest=False)

    def within(self, days: int) -> bool | None:
        """Tell whether the step can be taken back in so many days; None if that is not known."""
        if self.by == "never":
            return False
        if self.days is None:
            return None
        fewest, most = self.days
        return True if most <= days else False if fewest > days else None


def time_to_undo(provision: Provision, vocabulary: Vocabulary) -> TimeToUndo:
    """Return the time to undo one step, by its `reversible:` line, else by the vocabulary."""
    found = _time_to_undo(provision, vocabulary)
    line = provision.labels.get("restores in")
    if line is None or not isinstance(line.value, nodes.Period):
        return found
    return evolve(found, restores=_days(line.value))


def _time_to_undo(provision: Provision, vocabulary: Vocabulary) -> TimeToUndo:
    line = provision.labels.get("reversible")
    if line is not None and isinstance(line.value, nodes.Reversal):
        if not line.value.possible:
            return TimeToUndo("never")
        if line.value.within is not None:
            return _by_clause(line.value.within)
    for label in provision.labels.all("reviewer"):
        for value in nodes.values_of(label.value):
            if isinstance(value, nodes.Review) and value.within is not None:
                return _by_clause(value.within)
    if provision.kind == "prohibition":
        return TimeToUndo("unknown", source="no figure tells how soon a ban can be broken")
    if provision.act is None:
        return TimeToUndo("unknown", source="the vocabulary does not know the act")
    known = vocabulary.undo(provision.act.name, _object_of(provision.object))
    if known is None:
        return TimeToUndo("unknown", source="the vocabulary has no figure for this act")
    return TimeToUndo("assumed" if known.days else "unknown", known.days, known.source)


_SITE = "site"


def _object_of(thing: Mention | None) -> str | None:
    """Return what object a thing is, if it is one; a place that is a site is that."""
    if thing is not None and isinstance(thing.term, Place) and thing.term.group == _SITE:
        return _SITE
    return thing.name if thing is not None and thing.kind == "object" else None


def _by_clause(period: nodes.Period) -> TimeToUndo:
    days = _days(period)
    if days is None:
        return TimeToUndo("unknown", source="the clause does not say how long at the most")
    return TimeToUndo("clause", days, period=period)


def _days(period: nodes.Period) -> tuple[int, int] | None:
    """Return the fewest and the most days that a span can take; None where it has no most."""
    fewest, most = days_meant(period)
    return None if most == math.inf else (fewest, int(most))


def is_easier(one: TimeToUndo, other: TimeToUndo) -> bool:
    """Tell whether one is known to take less time to undo than the other."""
    if other.by == "never":
        return one.days is not None
    return one.days is not None and other.days is not None and one.days[1] < other.days[0]
