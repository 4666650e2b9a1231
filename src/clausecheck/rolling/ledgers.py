"""What becomes of each objection in a text without brackets, from what was found in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from clausecheck.analyses.ledger import ledger
from clausecheck.essays import entry as entry_of
from clausecheck.findings import Finding, LedgerEntry
from clausecheck.judging import Settings
from clausecheck.model.reading import Reading
from clausecheck.rolling.effects import Answered, Effect, Said
from clausecheck.source import Span


def ledger_from(
    effects: Iterable[Effect],
    known: Mapping[Said, Finding],
    reading: Reading,
    settings: Settings,
    keys: Collection[str] | None = None,
    opened: Collection[str] = (),
) -> tuple[LedgerEntry, ...]:
    """Return what becomes of objections; what comes in no order is told in the text's.

    `known` are the findings by their effects.
    """
    met: dict[str, list[str | Span]] = {}
    found: list[Finding] = []
    for effect in effects:
        if isinstance(effect, Answered):
            met.setdefault(effect.entry, []).append(effect.where)
        elif isinstance(effect, Said):
            found.append(known[effect])
    found.sort(key=lambda finding: (finding.span, finding.rule, finding.message))
    for places in met.values():
        places.sort(key=reading.place_of)
    complete = reading.complete and not reading.broken
    return ledger_of(found, met, settings, complete=complete, keys=keys, opened=opened)


def with_parts(key: str) -> frozenset[str]:
    """Return an objection with those from which it follows what becomes of it."""
    entry = entry_of(key)
    return frozenset({key, entry.same_as, *entry.boosts, *entry.parts})


def ledger_of(
    findings: Sequence[Finding],
    met: Mapping[str, Sequence[str | Span]],
    settings: Settings,
    *,
    complete: bool,
    keys: Collection[str] | None = None,
    opened: Collection[str] = (),
) -> tuple[LedgerEntry, ...]:
    """Return what becomes of the objections that some rule looks for; of `keys` alone if given.

    Those of a lens that is not asked for are left out: the rules of that lens alone did not run.
    """
    covered = dict.fromkeys(entry for rule in settings.counting for entry in rule.entries)
    every = ledger(
        covered if keys is None else [key for key in covered if key in keys],
        findings,
        met,
        silences=settings.silences,
        silence_counts=complete,
        opened=opened,
        keys=keys,
    )
    if settings.lens is None:
        return every
    return tuple(each for each in every if entry_of(each.entry).lens in {settings.lens, "both"})
