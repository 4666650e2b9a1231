"""Who checks a sentence, and how: how strong that is counts more than how it is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from clausecheck.analyses.inspection.methods import LADDER
from clausecheck.analyses.timing.times import most_days_between
from clausecheck.changes import Change, Direction
from clausecheck.compare.canon import Canon
from clausecheck.compare.lines import ByName, Lines, Pair, by_name
from clausecheck.model import nodes
from clausecheck.model.walk import walk
from clausecheck.notes import listed

CHECKING = ("verified by", "access", "on notice of", "reports", "verification ends")
"""Labels that say who checks, and how."""
_UNVERIFIED = frozenset({"none", "adjective"})


def checked(pair: Pair, changed: Sequence[Lines]) -> Iterator[Change | Lines]:
    """Yield how verification changed, and the lines of which that tells nothing."""
    before, after = by_name(pair.one), by_name(pair.other)
    old, new = _strengths(pair, before, after)
    if old != new:
        yield _strength_changed(pair, (old, new), before, after)
        changed = [each for each in changed if each.name not in {"verified by", "access"}]
    for each in changed:
        if each.name == "verified by" and each.one is not None and each.other is not None:
            yield _verifiers(pair, each.one, each.other)
        else:
            yield each


def _strengths(pair: Pair, before: ByName, after: ByName) -> tuple[str, str]:
    """Return how strongly either sentence is verified, by one measure for both.

    Of what is no duty in one of the texts, or is verified by words of the sentence, it is not
    judged how strongly, but only by whom.
    """
    old, new = (
        strengths.get(unit.number)
        for unit, strengths in zip((pair.one, pair.other), pair.beside.strengths, strict=True)
    )
    placed = (line.name for unit in (pair.one, pair.other) for line in unit.placed)
    if old is None or new is None or "verified by" in placed:
        return _strength(before), _strength(after)
    return old, new


def _strength_changed(
    pair: Pair, strengths: tuple[str, str], before: ByName, after: ByName
) -> Change:
    old, new = strengths
    direction: Direction = "weaker"
    what = "verification weaker"
    if new in _UNVERIFIED and old not in _UNVERIFIED:
        what = "verifier dropped"
    if LADDER.index(new) > LADDER.index(old):
        direction, what = "stronger", "verification stronger"
        if old in _UNVERIFIED and new not in _UNVERIFIED:
            what = "verifier added"
    one = next(iter(before.get("verified by", ())), None)
    other = next(iter(after.get("verified by", ())), None)
    shown = f"{old} → {new}"
    if (one is None) != (other is None):
        shown = pair.line(one, other)
    access = [next(iter(of.get("access", ())), None) for of in (before, after)]
    return pair.change(
        "verifier", direction, f"{what}: {shown}", one or access[0], other or access[1]
    )


def _verifiers(pair: Pair, one: nodes.Label, other: nodes.Label) -> Change:
    """Return who verifies no longer, or as well; or else in which words it is said now."""
    mine, theirs = _actors(one, pair.beside.mine), _actors(other, pair.beside.theirs)
    gone = [name for name in mine if name not in theirs]
    new = [name for name in theirs if name not in mine]
    if bool(gone) == bool(new):
        words = pair.both(one, other)
        often = _rhythm(pair, one, other)
        if not often:
            return pair.change("verifier", "other", words, one, other)
        direction: Direction = "weaker" if often == "less" else "stronger"
        return pair.change("verifier", direction, f"verified {often} often: {words}", one, other)
    text = f"verifier {'dropped' if gone else 'added'}: {listed(gone or new)}"
    return pair.change("verifier", "weaker" if gone else "stronger", text, one, other)


def _rhythm(pair: Pair, one: nodes.Label, other: nodes.Label) -> str:
    """Return whether the same verifiers look `more` or `less` often, by the same methods."""
    before, after = (
        [node for node in walk(line.value) if isinstance(node, nodes.Verifier)]
        for line in (one, other)
    )
    mine = [(pair.beside.mine.value((v.actors, v.methods)), _between(v)) for v in before]
    theirs = [(pair.beside.theirs.value((v.actors, v.methods)), _between(v)) for v in after]
    if [who for who, _ in mine] != [who for who, _ in theirs]:
        return ""
    days = [(old, new) for (_, old), (_, new) in zip(mine, theirs, strict=True) if old != new]
    ways = {"" if None in each else "less" if each < each[::-1] else "more" for each in days}
    return ways.pop() if len(ways) == 1 else ""


def _between(verifier: nodes.Verifier) -> int | None:
    """Return the most days between two looks; None where it is not said."""
    found = (
        most_days_between(each) for each in verifier.timing if isinstance(each, nodes.Frequency)
    )
    return next(found, None)


def _actors(line: nodes.Label, canon: Canon) -> dict[str, None]:
    verifiers = (node for node in walk(line.value) if isinstance(node, nodes.Verifier))
    return {canon.actor(name): None for name in _names(verifiers, canon)}


def _names(verifiers: Iterable[nodes.Verifier], canon: Canon) -> Iterator[str]:
    for verifier in verifiers:
        for actor in verifier.actors:
            known = canon.names.actor(actor.text)
            yield known.name if known else actor.text


def _strength(lines: ByName) -> str:
    """Return how a sentence is verified of which nobody asks that it be: by somebody, or not."""
    line = next(iter(lines.get("verified by", ())), None)
    if line is None or isinstance(line.value, nodes.Silence):
        return "none"
    values = [access.value for access in lines.get("access", ())]
    gated = any(
        isinstance(value, nodes.Name) and value.text in {"by consent", "agreed sites"}
        for value in values
    )
    return "consent-gated" if gated else "named"
