"""The best texts that brackets allow, and each party's own, as tables and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.findings import SEVERITIES
from clausecheck.model.decisions import together
from clausecheck.notes import listed
from clausecheck.reporters.alternatives_parts import (
    COUNTS,
    cells,
    drawn,
    found,
    in_short,
    unweighed,
)
from clausecheck.reporters.emptier_texts import emptier
from clausecheck.reporters.escaping import visible
from clausecheck.reporters.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from clausecheck.proposals import Alternatives, Counted, OwnText, Resolution

_MANY_TAKEN = 8
"""Choices that are told in words; of more, whose they are is told, and where."""


def best(made: Alternatives, room: int) -> list[str]:
    """Return the lines on the best texts: the verdict, the counts, what each takes, a legend."""
    if not made.open:
        return []
    rows = [
        [[str(number)], *cells(each), [_as_good(each, made)]]
        for number, each in enumerate(made.front, 1)
    ]
    lines = [line for text in _verdict(made) for line in wrap(text, room, indent="  ")]
    lines += drawn(["text", *COUNTS, "as good"], rows, room)
    for text in (*_taken(made), *emptier(made), *_legend(made)):
        lines += wrap(visible(text), room, indent="  ")
    return lines


def _verdict(made: Alternatives) -> Iterator[str]:
    these = "these" if len(made.front) > 1 else "this one"
    others = "no other text" if made.front_exact else "no other text that was checked"
    if made.unread:
        yield (
            "Some lines could not be read, and what they say is not weighed: mend them before "
            f"relying on this ranking. Of what could be read, {others} beats {these}."
        )
    else:
        yield f"{others[0].upper()}{others[1:]} beats {these}."
    yield _LEAST_SAID_AGAINST
    if len(made.front) > 1:
        yield f"They stand in the order of {_order(made.prefer)}."
    if made.left_out:
        yield f"{made.left_out} more trade one against the other as well; `--most` shows more."
    if not made.front_exact:
        texts = f"{made.checks:,} text{'' if made.checks == 1 else 's'}"
        yield (
            f"There was too much to look at to be sure that none is better: {texts} of some "
            f"{in_short(made.count)} were checked in full, and of the others only what was learned "
            f"on the way is known{_why_no_more(made)}."
        )
    elif made.strength is not None:
        yield (
            f"What hangs on up to {made.strength} choices is known, what hangs on more perhaps not."
        )
    if made.least is not None:
        sceptic, advocate = (found(made.least, lens) for lens in (0, 1))
        yield (
            f"Whatever is chosen, there are at least {sceptic} for the sceptic and {advocate} for "
            f"the advocate, by what was learned{_reaching(made, made.least)}."
        )


_LEAST_SAID_AGAINST = (
    "That is by what is said against a text, not by how much it settles: one that promises little "
    "may be unbeaten."
)


def _order(prefer: str | None) -> str:
    if prefer in {None, "errors"}:
        return "their errors, then their warnings, for both lenses"
    if prefer in {"sceptic", "advocate"}:
        return f"what is said against them for the {prefer}"
    return f"how much they take of what {visible(str(prefer))} proposes"


def _reaching(made: Alternatives, least: Counted) -> str:
    """Return which of the best texts have no more errors and warnings than any must have."""
    reached = [
        number
        for number, each in enumerate(made.front, 1)
        if all(
            has == must
            for has, must, severity in zip(
                each.counted.cost, least.cost, SEVERITIES * 2, strict=True
            )
            if severity != "info"
        )
    ]
    if not reached:
        return ""
    return f"; text {reached[0]} has no more errors or warnings than that"


def _why_no_more(made: Alternatives) -> str:
    """Return why no more texts were checked, where more might have been."""
    if made.checks_spent:
        return "; `--checks` allows more"
    return "; `--checks` was not used up: there are too many to weigh against each other"


# ── What each takes ──


def _taken(made: Alternatives) -> Iterator[str]:
    told_of = [_with_others(each) for each in made.front]
    first, *later = told_of
    common = [
        taken for taken, told in first.items() if all(each.get(taken) == told for each in later)
    ]
    idle = {c.words for each in made.open if not each.weighed for c in each.choices}
    told = (
        ("all of these take" if later else "it takes", False),
        (f"{unweighed(made)}, and the first proposal stands", True),
    )
    for label, plain in told:
        words = {taken: first[taken] for taken in common if (taken in idle) is plain}
        if words:
            yield f"{label}: {'; '.join(_in_brief(words, made))}"
    for number, each in enumerate(told_of if later else [], 1):
        own = {
            taken: words
            for taken, words in each.items()
            if (taken not in common if number == 1 else first.get(taken) != words)
        }
        label = f"{number} takes" if number == 1 else f"{number} is as 1, but takes"
        yield f"{label}: {'; '.join(_in_brief(own, made))}"


def _in_brief(told: Mapping[str, str], made: Alternatives) -> list[str]:
    """Return choices in words; of many, those of one party together, by their places alone."""
    if len(told) <= _MANY_TAKEN:
        return list(told.values())
    whose = {
        choice.words: (choice.proposed_by, each.addresses[0])
        for each in made.open
        for choice in each.choices
        if choice.proposed_by and len(each.addresses) == 1
    }
    places: dict[tuple[str, ...], list[str]] = {}
    others: list[str] = []
    plain: list[str] = []
    for taken, words in told.items():
        if taken != words:
            others.append(words)
        elif taken in whose:
            parties, place = whose[taken]
            places.setdefault(parties, []).append(place)
        else:
            plain.append(taken)
    by_party = [
        f"what {listed(parties)} propose{'' if parties[1:] else 's'} in {listed(where)}"
        for parties, where in places.items()
    ]
    return [*by_party, *together(plain), *others]


def _with_others(each: Resolution) -> dict[str, str]:
    """Return what a text takes, and the same with the choices that are as good in its place."""
    instead, perhaps = dict(each.instead), dict(each.perhaps)
    told = {}
    for taken in each.taken:
        sure = [_elsewhere(other, taken) for other in instead.get(taken, ())]
        unsure = [f"perhaps {_elsewhere(other, taken)}" for other in perhaps.get(taken, ())]
        told[taken] = " or ".join([taken, *sure, *unsure])
    return told


def _elsewhere(words: str, taken: str) -> str:
    """Return a choice without the place that the other has."""
    before, inside, place = taken.rpartition("` in ")
    return words.removesuffix(f" in {place}") if inside and before else words


# ── What the counts mean ──


def _as_good(each: Resolution, made: Alternatives) -> str:
    if each.as_good is None:
        return "?"
    return f"{in_short(each.as_good)}{'' if made.front_exact and each.as_good_exact else '+'}"


def _legend(made: Alternatives) -> Iterator[str]:
    as_read = ", but for what could not be read" if made.unread else ""
    yield (
        "Better is what has fewer errors (e) and warnings (w), meets more objections (m) and has "
        "more safeguards, for each lens; then fewer info (i), between texts that are the same in "
        f"all that. Each text shown was checked in full{as_read}."
    )
    told = [_as_good(each, made) for each in made.front]
    if any(each != "1" for each in told) or any(each.perhaps for each in made.front):
        unsure = {
            "+": "`+` at least so many, as not all were checked",
            "?": "`?` is not known, as not all were looked at",
        }
        marks = [words for mark, words in unsure.items() if any(mark in each for each in told)]
        within = "what stands after `or` is as good in that place, all else being as shown"
        instead = [within] if any(each.instead for each in made.front) else []
        if any(each.perhaps for each in made.front):
            instead.append(
                "what stands after `or perhaps` is so by what was learned, and was not checked"
            )
        how = "As good: how many texts count the same as the one shown, itself among them"
        yield f"{'; '.join([how, *marks, *instead])}."
    if made.versions:
        yield (
            "Over all language versions: what is found in one counts, and what is met or "
            "safeguarded only if it is in all."
        )


# ── Each party's own ──


def parties(made: Alternatives, room: int) -> list[str]:
    """Return the lines on the text that each party's own proposals make."""
    rows = [[[visible(each.party)], *cells(each.text), [_own(each, made)]] for each in made.parties]
    headings = ["party", *COUNTS, "decided as it proposes"]
    words = f"{_ELSEWHERE}{_SEVERAL if any(each.several for each in made.parties) else ''}"
    return [*wrap(words, room, indent="  "), *drawn(headings, rows, room)] if rows else []


_ELSEWHERE = (
    "What only others would add is left out; where else a party proposes nothing, the first "
    "proposal stands."
)
_SEVERAL = (
    " Of several that it makes in one bracket, the first that goes with its others is taken; "
    "`--choose` asks which."
)


def _own(each: OwnText, made: Alternatives) -> str:
    """Return how a party's text is decided, and whether it is one of the best."""
    as_best = [n for n, one in enumerate(made.front, 1) if one.counted == each.text.counted]
    told = [f"{each.own} of {len(made.open)}"]
    if each.left_out:
        told.append(f"{each.left_out} left out")
    if each.first:
        told.append(f"{each.first} by the first")
    if each.at_odds:
        own = f"its own in {listed(each.at_odds)}"
        told.append(f"{own} exclude each other by tags, so the first stands")
    if each.several:
        told.append(f"one of its several in {listed(each.several)}")
    if as_best:
        told.append(f"as good as text {as_best[0]}")
    return ", ".join(told)
