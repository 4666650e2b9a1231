"""One sentence for a finding that choices word otherwise, and where else it stands with them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from clausecheck.findings import Finding, Related
from clausecheck.model.numbers import Counted, in_order
from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.values import evolve

_ONE_OTHER = regex(r"\b1 other\b")
_COUNT = r"(?P<count>\b\d+(?= (?:of|others|places|ways|sentences)\b)|(?<= of )\d+(?= sentences))"
_NAMED, _COUNTED = "\0", "\1"
"""What stands in a frame for clauses that are named in a row, and for a count."""

_SLOT = regex(f"[{_NAMED}{_COUNTED}]")
_BETWEEN = regex(", | and ")
_MOST_NAMED = 5
"""Clauses that a sentence names before it counts the rest, as a rule does by itself."""


def in_one(findings: Iterable[Finding]) -> Finding:
    """Return one finding for several of a rule in one place.

    It names every clause that one of them names, and says from how many of something to how many.
    Where they differ in more than that, it is worded as the first, and says so.
    """
    every = sorted(findings, key=lambda each: (list(map(_counted, each.related)), each.message))
    first = every[0]
    messages = list(dict.fromkeys(each.message for each in every))
    if len(messages) == 1:
        return first
    related = {_counted(other): other for each in every for other in each.related}
    told = _in_one(messages, every) or f"{first.message}, in these or other words by what is chosen"
    return evolve(first, message=told, related=tuple(related[key] for key in sorted(related)))


def otherwise(*, choices: bool, versions: bool) -> str:
    """Return by what a text may read otherwise, where it has choices or language versions."""
    ways = ["with other choices"] * choices + ["in another language version"] * versions
    return " or ".join(ways)


def either_help(first: str, helps: Iterable[str], how: str) -> str:
    """Return one remedy for all that were met, the first of them first: the next, if there is one.

    `how` says by what it is another. Of more than two it is only said that there are others.
    """
    others = [each for each in helps if each != first]
    if not others:
        return first
    more = " or another" if others[1:] else ""
    return f"{first}; or, {how}, {others[0]}{more}"


def or_at(finding: Finding, others: Iterable[Finding], how: str) -> Finding:
    """Return a finding that may stand in other clauses, and says in which, and by what."""
    places = {each.clause: each for each in others if each.clause != finding.clause}
    if not places:
        return finding
    named = sorted((each for each in places if each), key=in_order)
    if len(named) > _MOST_NAMED:
        named = [*named[:_MOST_NAMED], f"{len(named) - _MOST_NAMED} more"]
    *most, last = [*named, *_OUTSIDE[: None in places]]
    told = f"{', '.join(most)} or {last}" if most else last
    here = (Related(each.span, _OR_HERE, each.clause) for each in places.values())
    return evolve(
        finding,
        message=f"{finding.message} ({how}, {'in clause ' * bool(named)}{told} instead)",
        related=(*finding.related, *here),
    )


_OUTSIDE = ["outside the clauses"]
_OR_HERE = "or here"


def _counted(other: Related) -> tuple[Counted, Span, str]:
    """Return what puts a place among others, wherever in the file its clause stands."""
    return in_order(other.clause or ""), other.at, other.message


def _in_one(messages: Sequence[str], findings: Sequence[Finding]) -> str | None:
    """Return one message for all; None where they differ in more than whom and how many."""
    names = {other.clause for each in findings for other in each.related if other.clause}
    framed = [_framed(each, names) for each in messages]
    longest = max((frame for frame, _ in framed), key=len)
    shorter = {frame for frame, _ in framed} - {longest}
    if not all(_lacks_a_count(frame, longest) for frame in shorter):
        return None
    columns = zip(*(parts for frame, parts in framed if frame == longest), strict=True)
    told = (
        _names(column, findings) if slot == _NAMED else _range(column, none=bool(shorter))
        for slot, column in zip(_SLOT.findall(longest), columns, strict=True)
    )
    return _SLOT.sub(lambda _: next(told), longest).replace(" 1 others", " 1 other")


def _framed(message: str, names: Collection[str]) -> tuple[str, list[str]]:
    """Return a message without the clauses and counts that it tells, and these in their order."""
    one = rf"(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True)) or '(?!)'})"
    row = rf"(?<![\w.]){one}(?:, {one})*(?: and (?:\d+ more|{one}))?(?![\w(]|\.\w)"
    parts: list[str] = []

    def slot(found: re.Match[str]) -> str:
        parts.append(found[0])
        return _COUNTED if found["count"] else _NAMED

    return re.sub(f"{_COUNT}|{row}", slot, _ONE_OTHER.sub("1 others", message)), parts


def _lacks_a_count(frame: str, longer: str) -> bool:
    """Tell whether a frame is the longer one without a few words of which one is a count."""
    ahead = next(n for n, (a, b) in enumerate(zip(frame + "\n", longer, strict=False)) if a != b)
    without = longer[ahead : ahead + len(longer) - len(frame)]
    return f"{longer[:ahead]}{longer[ahead + len(without) :]}" == frame and _SLOT.findall(
        without
    ) == [_COUNTED]


def _names(rows: Sequence[str], findings: Sequence[Finding]) -> str:
    """Return the clauses that stand in one row or other; some of what a row counts is not in it."""
    if len(set(rows)) == 1:
        return rows[0]
    named = {each for row in rows for each in _BETWEEN.split(row)}
    if any(each.endswith(" more") for each in named):
        every = [other for each in findings for other in each.related]
        roles = {other.message for other in every if other.clause in named}
        named |= {other.clause for other in every if other.clause and other.message in roles}
    told = sorted((each for each in named if not each.endswith(" more")), key=in_order)
    if len(told) > _MOST_NAMED:
        told = [*told[:_MOST_NAMED], f"{len(told) - _MOST_NAMED} more"]
    *most, last = told
    return f"one or more of {', '.join(most)} and {last}"


def _range(counts: Sequence[str], *, none: bool) -> str:
    """Return how many of something there are, from the fewest to the most."""
    numbers = sorted(map(int, counts))
    if none:
        return f"up to {numbers[-1]}"
    return f"{numbers[0]} to {numbers[-1]}" if numbers[0] < numbers[-1] else counts[0]
