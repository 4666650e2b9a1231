"""What changed around the clauses: the head, those whom a text names, what it accepts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import define

from clausecheck.analyses.acceptances import standing
from clausecheck.analyses.facts import Facts
from clausecheck.changes import Change, Row
from clausecheck.compare.around.declarations import Declarations, passage
from clausecheck.compare.around.head import Heads
from clausecheck.compare.around.uses import Uses
from clausecheck.compare.ground.canon import Canon, Value
from clausecheck.source import Span
from clausecheck.values import frozen


@frozen
class _Accepted:
    """What a text accepts on record, and on which terms."""

    span: Span
    because: str
    terms: Value


@define
class Frames:
    """Two texts as far as they stand around the clauses."""

    base: Facts
    other: Facts
    mine: Canon
    theirs: Canon
    uses: Uses

    def rows(self) -> Iterator[Row]:
        """Yield what changed, the head first."""
        head = self.heads.row()
        if head is not None:
            yield head
        both = (self.base, self.other), (self.mine, self.theirs)
        yield from Declarations(*both, self.uses).rows()
        yield from self._accepted()

    @property
    def heads(self) -> Heads:
        """The heads of both."""
        return Heads(self.base, self.other, self.mine, self.theirs)

    def _accepted(self) -> Iterator[Row]:
        before, after = _acceptances(self.base, self.mine), _acceptances(self.other, self.theirs)
        for key in dict.fromkeys((*before, *after)):
            one, two = before.get(key), after.get(key)
            place = f"accept {key[0]}"
            mine = (passage(place, one.span),) if one else ()
            theirs = (passage(place, two.span),) if two else ()
            spans = one.span if one else None, two.span if two else None
            new = "new " if key[1].startswith("+") else ""
            where = f"in {new}{key[1].lstrip('+-')}" if key[1] else "for the whole text"
            if one is None and two is not None:
                text = f"objection accepted on record {where}"
                text += f", because: {two.because}" if two.because else ""
                yield Row("added", mine, theirs, (Change("acceptance", "other", text, *spans),))
            elif two is None:
                text = f"objection no longer accepted {where}"
                yield Row("removed", mine, theirs, (Change("acceptance", "other", text, *spans),))
            elif one is not None and one.terms != two.terms:
                text = f"accepted on other terms {where}"
                yield Row("changed", mine, theirs, (Change("acceptance", "other", text, *spans),))


def _acceptances(facts: Facts, canon: Canon) -> Mapping[tuple[str, str], _Accepted]:
    """Return what a text accepts, by rule and by the clause of the base for which it does."""
    found: dict[tuple[str, str], _Accepted] = {}
    for each in standing(facts.reading.declaration):
        acceptance = each.acceptance
        whole = acceptance.everywhere or each.clause is None
        place = "" if whole or each.clause is None else canon.number(each.clause)
        because = " ".join((acceptance.because or "").split())
        terms = (because, canon.value(acceptance.accepted_by), canon.value(acceptance.expires))
        found.setdefault((acceptance.rule, place), _Accepted(acceptance.span, because, terms))
    return found
