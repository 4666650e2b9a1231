"""Which findings a text accepts on record, and which of its acceptances are at fault."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from clausecheck.findings import Finding
from clausecheck.model import nodes
from clausecheck.model.names import above, is_below
from clausecheck.nearness import Spelling
from clausecheck.syntax.misreadings import silence_in
from clausecheck.syntax.slip import Slip
from clausecheck.values import evolve, frozen

UNACCEPTABLE = frozenset(
    {
        "unreadable-line",
        "unknown-acceptance",
        "unused-acceptance",
        "expired-acceptance",
        "reasonless-acceptance",
    }
)
"""Rules whose findings no acceptance covers: a text must be readable, and its record sound."""


@frozen
class Standing:
    """An acceptance and where it stands; `clause` is None before the first."""

    acceptance: nodes.Acceptance
    clause: str | None

    def covers(self, finding: Finding) -> bool:
        """Tell whether a finding is one that this acceptance speaks of."""
        if finding.rule != self.acceptance.rule or finding.rule in UNACCEPTABLE:
            return False
        if self.acceptance.everywhere or self.clause == finding.clause:
            return True
        return (
            self.clause is not None
            and finding.clause is not None
            and is_below(finding.clause, self.clause)
        )


def standing(declaration: nodes.Declaration) -> tuple[Standing, ...]:
    """Return the acceptances of a text without brackets, in text order."""
    return tuple(
        Standing(acceptance, block.heading.number if block.heading.word == "clause" else None)
        for block in declaration.blocks
        if isinstance(block, nodes.Block)
        for acceptance in block.acceptances
    )


def accept(
    findings: Iterable[Finding],
    acceptances: Sequence[Standing],
    today: datetime.date,
    holds: Callable[[Standing, Finding], bool] | None = None,
) -> Iterator[Finding]:
    """Yield the findings, the accepted ones marked; an expired acceptance covers nothing.

    `holds` tells of an acceptance that covers a finding whether it counts; without it each does.
    """
    valid = [
        each
        for each in acceptances
        if _is_reasoned(each.acceptance) and not _expired(each.acceptance, today)
    ]
    by_place: dict[tuple[str, str | None], list[Standing]] = {}
    for each in valid:
        place = _EVERYWHERE if each.acceptance.everywhere else each.clause
        by_place.setdefault((each.acceptance.rule, place), []).append(each)
    for finding in findings:
        found = next(
            (
                each.acceptance
                for place in _places(finding)
                for each in by_place.get(place, ())
                if each.covers(finding) and (holds is None or holds(each, finding))
            ),
            None,
        )
        if found is None:
            yield finding
            continue
        last = _last_day(found.expires)
        yield evolve(
            finding,
            status="accepted",
            because=found.because,
            accepted_by=tuple(name.text for name in found.accepted_by),
            accepted_until=last.isoformat() if last else "",
        )


_EVERYWHERE = "everywhere"
"""Stands for the clause of an acceptance that covers every clause; no number is such a word."""


def _places(finding: Finding) -> Iterator[tuple[str, str | None]]:
    """Yield the places at which an acceptance of a finding can stand, the nearest first."""
    numbers = (None,) if finding.clause is None else above(finding.clause)
    for number in numbers:
        yield finding.rule, number
    yield finding.rule, _EVERYWHERE


def faults(
    findings: Sequence[Finding],
    acceptances: Sequence[Standing],
    today: datetime.date,
    *,
    known: Collection[str],
    ran: Collection[str],
) -> Iterator[Slip]:
    """Yield what is wrong with the acceptances themselves, at most one slip for each.

    `known` are all rules there are, `ran` those that ran: of a rule that did not, nothing is said.
    """
    met = {place for finding in findings for place in _places(finding)}
    spelling = Spelling(known)
    for each in acceptances:
        acceptance = each.acceptance
        place = _EVERYWHERE if acceptance.everywhere else each.clause
        rule, at = acceptance.rule, acceptance.rule_span
        if rule not in known:
            near = spelling.nearest(rule)
            offer = f"did you mean `{near[0]}`?" if near else "`clausecheck rules` lists them"
            yield Slip("unknown-acceptance", at, f"no rule is named `{rule}`", offer)
        elif not _is_reasoned(acceptance):
            yield Slip(
                "reasonless-acceptance",
                at,
                f"`{rule}` is accepted without a reason",
                'add `because: "…"`',
            )
        elif _expired(acceptance, today):
            day = _last_day(acceptance.expires)
            yield Slip(
                "expired-acceptance",
                at,
                f"the acceptance of `{rule}` ended on {day}",
                "renew it with a new day, or mend the clause",
            )
        elif rule in ran and (rule in UNACCEPTABLE or (rule, place) not in met):
            yield Slip(
                "unused-acceptance",
                at,
                f"nothing here is found by `{rule}`",
                "leave the acceptance out",
            )


def _is_reasoned(acceptance: nodes.Acceptance) -> bool:
    """Tell whether it gives a reason: neither a blank, nor a word for there being none."""
    because = (acceptance.because or "").strip().lower()
    return because not in _NO_REASON and silence_in(because) is None


_NO_REASON = frozenset({"", "none", "unknown", "to be settled"})


def _expired(acceptance: nodes.Acceptance, today: datetime.date) -> bool:
    last = _last_day(acceptance.expires)
    return last is not None and last < today


def _last_day(expires: nodes.Date | None) -> datetime.date | None:
    """Return the last day on which an acceptance holds; None where no day can be told."""
    if expires is None:
        return None
    try:
        if expires.day is not None:
            return datetime.date(expires.year, expires.month, expires.day)
        following = datetime.date(expires.year + expires.month // 12, expires.month % 12 + 1, 1)
    except ValueError:
        return None
    return following - datetime.timedelta(days=1)
