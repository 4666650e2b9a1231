"""Which of the best texts have less found in them because they promise, or say, less."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.essays import entry as entry_of
from clausecheck.findings import SEVERITIES, LedgerEntry
from clausecheck.model.decisions import together, with_all
from clausecheck.notes import listed, some
from clausecheck.reporters.alternatives_parts import duties

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clausecheck.proposals import Alternatives, Counted, Resolution

_MOST_KEYS = 6
_MOST_CHOICES = 6
_RAISED = frozenset({"raised", "silent"})


def emptier(made: Alternatives) -> Iterator[str]:
    """Yield which of the best texts promise less, and to what each of them does not come."""
    yield from _on_duties(made)
    yield from _on_choices(made)
    yield from _on_questions(made)


def _on_duties(made: Alternatives) -> Iterator[str]:
    """Yield which of the best texts promise less than one of those shown, and have less found."""
    whose = {"": max(made.front, key=duties), **{each.party: each.text for each in made.parties}}
    party, fullest = max(whose.items(), key=lambda each: duties(each[1]))
    most = duties(fullest)
    fewer = [
        f"text {number} has {duties(each)}"
        for number, each in enumerate(made.front, 1)
        if duties(each) < most and _has_less_found(each.counted, fullest.counted)
    ]
    if fewer:
        where = f"{party}'s own text" if party else "another of these"
        yield (
            "Where less is promised, less is said against it: of duties and prohibitions "
            f"{where} has {most}, {listed(fewer)}."
        )


def _on_choices(made: Alternatives) -> Iterator[str]:
    """Yield with which choices the best texts have less said against them, and answer nothing."""
    lesser = {words: why for each in made.open for words, why in each.lesser.items()}
    alike: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for number, each in enumerate(made.front, 1):
        for why in dict.fromkeys(lesser.values()):
            if taken := tuple(words for words in each.taken if lesser.get(words) == why):
                alike.setdefault((why, taken), []).append(f"text {number}")
    for (why, taken), numbers in alike.items():
        few = len(taken) <= _MOST_CHOICES
        with_these = with_all(together(taken)) if few else f"with {len(taken)} of its choices"
        yield (
            f"Some of what is not said against {listed(numbers)} is not answered there: {why} "
            f"{with_these}."
        )


def _has_less_found(one: Counted, other: Counted) -> bool:
    """Tell whether there are fewer errors or warnings for either lens."""
    found = zip(one.cost, other.cost, SEVERITIES * 2, strict=True)
    return any(a < b for a, b, severity in found if severity != "info")


def _on_questions(made: Alternatives) -> Iterator[str]:
    """Yield to which of the objections that some choice raises each of the best does not come."""
    raised = {
        price.what.entry
        for each in made.open
        for choice in each.choices
        for price in choice.prices
        if isinstance(price.what, LedgerEntry) and price.what.state in _RAISED
    }
    alike: dict[str, list[str]] = {}
    for number, each in enumerate(made.front, 1):
        keys = [key for key in not_asked(each) if key in raised]
        if keys:
            alike.setdefault(some(keys, _MOST_KEYS), []).append(f"text {number}")
    if alike:
        told = "; ".join(
            f"{listed(numbers)} {'do' if len(numbers) > 1 else 'does'} not come to {keys}"
            for keys, numbers in alike.items()
        )
        yield f"Of the objections that some choice raises, {told}, and so answers nobody on them."


def not_asked(each: Resolution) -> list[str]:
    """Return the objections to which a text does not come, but for those judged by others."""
    return [
        entry.entry
        for entry in each.report.ledger
        if not entry.arises and entry_of(entry.entry).judged_by_itself
    ]
