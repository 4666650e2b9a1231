"""The objections, one by one: raised, met, or neither; never netted off against each other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from clausecheck.essays import Entry, entries
from clausecheck.essays import entry as entry_of
from clausecheck.findings import STATES, Finding, LedgerEntry, State, Status
from clausecheck.model.numbers import in_order
from clausecheck.source import Span
from clausecheck.values import evolve


def ledger(
    covered: Collection[str],
    findings: Sequence[Finding],
    met: Mapping[str, Sequence[str | Span]],
    *,
    silences: Mapping[str, str],
    silence_counts: bool,
    opened: Collection[str] = (),
    keys: Collection[str] | None = None,
) -> tuple[LedgerEntry, ...]:
    """Return the state of every covered entry, and of those judged by others, in catalogue order.

    Of `keys` alone if given.

    An entry of several parts is as bad as its worst; one that is the same as another, or boosts it,
    shares its state. What is only worth a look, an info, raises nothing: an entry of which
    no more is said is not judged, or accepted where that is.

    `met` maps an entry to the clauses that meet it, or to places in none; `silences` maps a rule
    that judges silence to the entry it judges; `opened` is what the text does of all that opens
    a question.
    """
    judged = {
        key: evolve(
            _judge(key, findings, met, silences, silence_counts=silence_counts),
            opened_by=tuple(each for each in entry_of(key).opened_by if each in opened),
        )
        for key in covered
    }
    told = (entry for entry in entries() if keys is None or entry.key in keys)
    return tuple(_in_order(judged, told))


def _in_order(judged: Mapping[str, LedgerEntry], told: Iterable[Entry]) -> Iterator[LedgerEntry]:
    for entry in told:
        if entry.key in judged:
            yield judged[entry.key]
        else:
            yield from _by_others(entry, judged)


def _by_others(entry: Entry, judged: Mapping[str, LedgerEntry]) -> Iterator[LedgerEntry]:
    """Yield what becomes of an entry that no rule looks for by itself."""
    if entry.note and judged:
        yield LedgerEntry(entry.key, "not applicable", why="shown, and never raised")
    for others, why in (
        (entry.boosts, "boosts"),
        (entry.parts, "is as bad as"),
        ((entry.same_as,), "is judged as"),
    ):
        if copied := [judged[key] for key in others if key in judged]:
            yield _copied(entry.key, copied, why)


def _copied(key: str, others: Iterable[LedgerEntry], why: str) -> LedgerEntry:
    """Return an entry that is as bad as the worst of others, and says which that is."""
    worst = min(others, key=lambda known: (STATES.index(known.state), not known.arises))
    return evolve(worst, entry=key, why=f"{why} {worst.entry}")


def _judge(
    key: str,
    findings: Sequence[Finding],
    met: Mapping[str, Sequence[str | Span]],
    silences: Mapping[str, str],
    *,
    silence_counts: bool,
) -> LedgerEntry:
    about = [f for f in findings if key in f.entries]
    raising = [f for f in about if f.severity != "info"]
    meeting = met.get(key, ())
    states: list[State] = ["not applicable"]
    for finding in raising:
        if finding.status == "new":
            states.append("silent" if finding.rule in silences else "raised")
        elif finding.status == "accepted":
            states.append("accepted")
    if meeting:
        states.append("met")
    elif (key in silences.values() and not silence_counts) or _worth_a_look(about, "new"):
        states.append("not judged")
    elif _worth_a_look(about, "accepted"):
        states.append("accepted")
    state = min(states, key=STATES.index)
    return LedgerEntry(
        key,
        state,
        _numbers(f.clause for f in raising if f.status == "new"),
        _numbers(place for place in meeting if isinstance(place, str)),
        met_at=tuple(dict.fromkeys(place for place in meeting if isinstance(place, Span))),
    )


def _worth_a_look(findings: Iterable[Finding], status: Status) -> bool:
    """Tell whether the text opens the question, and no more is made of it than an info."""
    return any(f.severity == "info" and f.status == status for f in findings)


def _numbers(clauses: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({clause for clause in clauses if clause is not None}, key=in_order))
