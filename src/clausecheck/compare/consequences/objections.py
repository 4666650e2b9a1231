"""Which finding of one text is which of another: those gained, cleared and kept.

A finding stands on one clause, and many are said of several, or of the whole text, on whichever
clause comes first. So what is said in one place of a text, and in another of the next, need not be
two findings.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence

from clausecheck.compare.ground.canon import Canon
from clausecheck.findings import Finding, Report
from clausecheck.values import frozen


@frozen
class Objections:
    """Findings of one text that another does not have, and the reverse."""

    gained: tuple[Finding, ...]
    cleared: tuple[Finding, ...]
    accepted: tuple[Finding, ...]
    kept: tuple[tuple[Finding, Finding], ...]


def objections(
    base: Report, other: Report, mine: Canon, theirs: Canon, *, reordered: bool
) -> Objections:
    """Return which findings are new and which are gone.

    What the other text accepts on record is neither: it stands, and is not counted. Where the other
    only has the same clauses in another order (`reordered`), where a finding stands says nothing.
    """
    canons = mine, theirs
    before = [each for each in base.findings if each.status == "new"]
    after = [each for each in other.findings if each.status == "new"]
    accepted = [each for each in other.findings if each.status == "accepted"]
    kept = _pairs(before, after, canons, reordered=reordered)
    gone = [each for at, each in enumerate(before) if at not in kept]
    held = _pairs(gone, accepted, canons, reordered=reordered)
    met = {two: one for one, two in kept.items()}
    new = [each for at, each in enumerate(after) if at not in met]
    lost = [each for at, each in enumerate(gone) if at not in held]
    stays = [before[at] for at in kept], [after[at] for at in met]
    return Objections(
        tuple(each for each in new if not _is_of_a_part(each, stays[1], theirs)),
        tuple(each for each in lost if not _is_of_a_part(each, stays[0], mine)),
        tuple(gone[at] for at in sorted(held)),
        tuple((before[met[at]], after[at]) for at in sorted(met)),
    )


def _is_of_a_part(finding: Finding, stays: Sequence[Finding], canon: Canon) -> bool:
    """Tell whether the same is found of another part of what is one sentence in the other text."""
    words = set(_in_words_here(finding, canon))
    return any(
        each.clause != finding.clause and words.intersection(_in_words_here(each, canon))
        for each in stays
    )


_Keys = Callable[[Finding, Canon], Iterable[Hashable]]


def _pairs(
    befores: Sequence[Finding],
    afters: Sequence[Finding],
    canons: tuple[Canon, Canon],
    *,
    reordered: bool,
) -> dict[int, int]:
    """Return which finding became which, by their places: what agrees in most comes first."""
    found: dict[int, int] = {}
    taken: set[int] = set()
    ways: tuple[_Keys, ...] = (_in_words_here, _of_all_its_clauses, _here, _in_words_of_a_clause)
    for keys in (*ways, _in_words, _of_its_rule) if reordered else ways:
        waiting: dict[Hashable, list[int]] = {}
        for at in reversed(range(len(befores))):
            if at not in found:
                for key in keys(befores[at], canons[0]):
                    waiting.setdefault(key, []).append(at)
        for at, each in enumerate(afters):
            alike = (_first(waiting.get(key, []), found) for key in keys(each, canons[1]))
            one = None if at in taken else next((one for one in alike if one is not None), None)
            if one is not None:
                found[one] = at
                taken.add(at)
    return found


def _first(waiting: list[int], found: Collection[int]) -> int | None:
    """Return the first, which is the last of the list, that is still waiting."""
    while waiting and waiting[-1] in found:
        waiting.pop()
    return waiting[-1] if waiting else None


def _in_words_here(finding: Finding, canon: Canon) -> Iterable[Hashable]:
    yield finding.rule, _place(finding.clause, canon), finding.message, finding.choices


def _of_all_its_clauses(finding: Finding, canon: Canon) -> Iterable[Hashable]:
    """Yield the clauses of which it is said, whichever of them it stands on."""
    if finding.related:
        yield finding.rule, frozenset(_places(finding, canon))


def _here(finding: Finding, canon: Canon) -> Iterable[Hashable]:
    yield finding.rule, _place(finding.clause, canon)


def _in_words_of_a_clause(finding: Finding, canon: Canon) -> Iterable[Hashable]:
    """Yield each clause of which it is said with what is said: one is enough if that is the same.

    Of a whole text the same is said wherever it stands, and of how many others is no matter.
    """
    message = finding.message.partition(", nor ")[0]
    if finding.of_text:
        yield from _in_words(finding, canon)
    for place in _places(finding, canon):
        yield finding.rule, place, message, finding.choices


def _in_words(finding: Finding, _canon: Canon) -> Iterable[Hashable]:
    yield finding.rule, finding.message, finding.choices


def _of_its_rule(finding: Finding, _canon: Canon) -> Iterable[Hashable]:
    yield (finding.rule,)


def _places(finding: Finding, canon: Canon) -> tuple[str, ...]:
    every = (finding.clause, *(each.clause for each in finding.related))
    return tuple(dict.fromkeys(_place(clause, canon) for clause in every))


def _place(clause: str | None, canon: Canon) -> str:
    return canon.number(clause) if clause else ""
