"""Which finding of one text is which of another: those gained, cleared and kept.

A finding stands on one clause, and many are said of several, or of the whole text, on whichever
clause comes first. So what is said in one place of a text, and in another of the next, need not be
two findings.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence

from clausecheck.compare.ground.canon import Canon
from clausecheck.compare.matching.numbers import Sentences
from clausecheck.findings import Finding, Report
from clausecheck.source import Span
from clausecheck.values import frozen


@frozen
class _Places:
    """What the base calls a clause of one text, or a sentence of it."""

    canon: Canon
    sentences: Sentences

    def of(self, clause: str | None, at: Span) -> str:
        """Return where something is found."""
        if clause is None:
            return ""
        return self._sentence(clause, at)[1] or self.canon.number(clause)

    def sentence(self, finding: Finding) -> Hashable:
        """Return the sentence of which something is found, in its own text."""
        return finding.clause, self._sentence(finding.clause or "", finding.span)[0]

    def _sentence(self, clause: str, at: Span) -> tuple[Span | None, str]:
        every = self.sentences.get(clause, ())
        return next((each for each in every if each[0].contains(at)), (None, ""))


@frozen
class Objections:
    """Findings of one text that another does not have, and the reverse."""

    gained: tuple[Finding, ...]
    cleared: tuple[Finding, ...]
    accepted: tuple[Finding, ...]
    kept: tuple[tuple[Finding, Finding], ...]


def objections(
    base: Report,
    other: Report,
    mine: Canon,
    theirs: Canon,
    *,
    reordered: bool,
    sentences: tuple[Sentences, Sentences] = ({}, {}),
) -> Objections:
    """Return which findings are new and which are gone.

    `sentences` tell those of one number apart, in either text.

    What the other text accepts on record is neither: it stands, and is not counted. Where the other
    only has the same clauses in another order (`reordered`), where a finding stands says nothing.
    """
    places = _Places(mine, sentences[0]), _Places(theirs, sentences[1])
    before = [each for each in base.findings if each.status == "new"]
    after = [each for each in other.findings if each.status == "new"]
    accepted = [each for each in other.findings if each.status == "accepted"]
    kept = _pairs(before, after, places, reordered=reordered)
    gone = [each for at, each in enumerate(before) if at not in kept]
    held = _pairs(gone, accepted, places, reordered=reordered)
    met = {two: one for one, two in kept.items()}
    new = [each for at, each in enumerate(after) if at not in met]
    lost = [each for at, each in enumerate(gone) if at not in held]
    stays = [before[at] for at in kept], [after[at] for at in met]
    return Objections(
        tuple(each for each in new if not _is_of_a_part(each, stays[1], places[1])),
        tuple(each for each in lost if not _is_of_a_part(each, stays[0], places[0])),
        tuple(gone[at] for at in sorted(held)),
        tuple((before[met[at]], after[at]) for at in sorted(met)),
    )


def _is_of_a_part(finding: Finding, stays: Sequence[Finding], places: _Places) -> bool:
    """Tell whether the same is found of another part of what is one sentence in the other text."""
    words = set(_in_words_here(finding, places))
    return any(
        places.sentence(each) != places.sentence(finding)
        and words.intersection(_in_words_here(each, places))
        for each in stays
    )


_Keys = Callable[[Finding, _Places], Iterable[Hashable]]


def _pairs(
    befores: Sequence[Finding],
    afters: Sequence[Finding],
    places: tuple[_Places, _Places],
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
                for key in keys(befores[at], places[0]):
                    waiting.setdefault(key, []).append(at)
        for at, each in enumerate(afters):
            alike = (_first(waiting.get(key, []), found) for key in keys(each, places[1]))
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


def _in_words_here(finding: Finding, places: _Places) -> Iterable[Hashable]:
    yield finding.rule, places.of(finding.clause, finding.span), finding.message, finding.choices


def _of_all_its_clauses(finding: Finding, places: _Places) -> Iterable[Hashable]:
    """Yield the clauses of which it is said, whichever of them it stands on."""
    if finding.related:
        yield finding.rule, frozenset(_places(finding, places))


def _here(finding: Finding, places: _Places) -> Iterable[Hashable]:
    yield finding.rule, places.of(finding.clause, finding.span)


def _in_words_of_a_clause(finding: Finding, places: _Places) -> Iterable[Hashable]:
    """Yield each clause of which it is said with what is said: one is enough if that is the same.

    Of a whole text the same is said wherever it stands, and of how many others is no matter.
    """
    message = finding.message.partition(", nor ")[0]
    if finding.of_text:
        yield from _in_words(finding, places)
    for place in _places(finding, places):
        yield finding.rule, place, message, finding.choices


def _in_words(finding: Finding, _places: _Places) -> Iterable[Hashable]:
    yield finding.rule, finding.message, finding.choices


def _of_its_rule(finding: Finding, _places: _Places) -> Iterable[Hashable]:
    yield (finding.rule,)


def _places(finding: Finding, places: _Places) -> tuple[str, ...]:
    every = ((finding.clause, finding.span), *((each.clause, each.at) for each in finding.related))
    return tuple(dict.fromkeys(places.of(*each) for each in every))
