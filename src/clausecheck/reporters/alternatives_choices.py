"""What each choice of a text with brackets brings, and the objections that are named for it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from clausecheck.changes import EFFECTS, UNOWNED
from clausecheck.essays import entries
from clausecheck.findings import SEVERITIES, Finding, LedgerEntry, Stance
from clausecheck.notes import listed
from clausecheck.reporters.alternatives_parts import NOTHING, drawn
from clausecheck.reporters.escaping import visible
from clausecheck.reporters.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from clausecheck.proposals import Alternatives, Beside, Choice, Difference, How, Price

_MOST_TIED = 3
"""Sets of other choices that are told of a choice; JSON has them all."""

_MOST_OTHERS = 2
"""Other choices that it may take, for that to be told; errors are told whatever it takes."""

_MANY_OPEN = 12
"""Decisions beyond which one set of other choices is told of each choice."""

_STATES = {"raised": "raises", "silent": "raises", "met": "meets"}


def choices(made: Alternatives, room: int) -> list[str]:
    """Return the lines on every bracket: its choices, and what each of them brings."""
    if not made.open:
        return []
    tied = _MOST_TIED if len(made.open) <= _MANY_OPEN else 1
    rows = []
    for each in made.open:
        place = ", ".join(each.addresses)
        always = frozenset.intersection(*map(_found_alone, each.choices))
        for number, choice in enumerate(each.choices):
            where = [place, f"line {each.line}"] if number == 0 else [""]
            brings = list(_brings(choice, tied, always, differs=number > 0)) or [NOTHING]
            rows.append([where, [_bare(choice.words, each.addresses)], brings])
    legend = [line for text in _legend(made) for line in wrap(text, room, indent="  ")]
    return [*legend, *drawn(["bracket", "choice", "brings"], rows, room)]


def _legend(made: Alternatives) -> Iterator[str]:
    """Yield what the parts of a cell are, and whether they are all there is."""
    yield _LEGEND
    if made.rough:
        yield f"There was too much to look at, so more may hang on choices than is told.{_ALONE}"
    elif not made.knows_all:
        most = f"up to {made.strength or _TWO} choices"
        yield f"What hangs on {most} is told, what hangs on more perhaps not.{_ALONE}"


_TWO = 2
_ALONE = (
    " Where nothing was traced to any choice of a bracket, what each of them alone changes is told "
    "beside the first."
)
_LEGEND = (
    "Beside the first: in what a choice differs from the first of its bracket, whatever the rules "
    "say, with the first of every other bracket. What follows is there with that choice, and not "
    "with every other; `with` names what else it takes."
)


def _bare(words: str, addresses: Sequence[str]) -> str:
    """Return a choice without the place that stands beside it."""
    if len(addresses) == 1:
        words = words.removesuffix(f" in {addresses[0]}").removeprefix(f"{addresses[0]} ")
    return visible(words)


def _found_alone(choice: Choice) -> frozenset[tuple[str, str]]:
    """Return what rules find with a choice by itself, by severity and rule."""
    return frozenset(
        (price.what.severity, price.what.rule)
        for price in choice.prices
        if not price.others and isinstance(price.what, Finding)
    )


def _brings(
    choice: Choice, most: int, always: Collection[tuple[str, str]], *, differs: bool
) -> Iterator[str]:
    """Yield how a choice differs from the first, what it brings by itself, and with others.

    What a rule finds `always` here, in other words for each choice, is told of the first.
    """
    if differs:
        nothing = _EQUAL if choice.same_words else _SAME
        yield visible(f"beside the first: {'; '.join(differing(choice.differs)) or nothing}")
    for each in choice.asked:
        names = list(dict.fromkeys([*each.entries, *(found.rule for found in each.findings)]))
        verb = "arises" if len(names) == 1 else "arise"
        how = f"{verb} now" if each.arises else f"no longer {verb}"
        yield f"{listed(names)} {how}, as {each.why}"
    yield from _changed_alone(choice.beside)
    alone = [price for price in choice.prices if not price.others]
    same = [price for price in alone if _is_found(price, always)]
    if not differs:
        yield from (f"{told}, whichever is chosen here, in other words" for told in _together(same))
    yield from _together([price for price in alone if price not in same])
    tied: dict[str, list[Price]] = {}
    for price in choice.prices:
        if price.others and _tells(price):
            tied.setdefault(price.others, []).append(price)
    ranked = sorted(tied.values(), key=lambda group: (_seriousness(group), group[0].count))
    shown = [each for each in ranked if each[0].count <= _MOST_OTHERS or not _seriousness(each)]
    for group in shown[:most]:
        yield visible(f"{group[0].others}: {'; '.join(_together(group))}")
    more = sum(map(len, tied.values())) - sum(map(len, shown[:most]))
    if more:
        yield f"and {more} more with other choices"


def _changed_alone(beside: Beside) -> Iterator[str]:
    """Yield what a choice alone changes; a rule that only says it elsewhere is told as such."""
    now, before = (
        Counter((each.severity, each.rule) for each in them if isinstance(each, Finding))
        for them in (beside.brings, beside.no_longer)
    )
    parts = (
        ("", now - before, beside.brings),
        ("no longer ", before - now, beside.no_longer),
        ("elsewhere or in other words: ", now & before, ()),
    )
    told = [
        f"{head}{'; '.join(_in_words(list(counted), them))}"
        for head, counted, them in parts
        if counted or any(not isinstance(each, Finding) for each in them)
    ]
    if told:
        yield f"beside the first, alone: {'; '.join(told)}"


def _is_found(price: Price, among: Collection[tuple[str, str]]) -> bool:
    what = price.what
    return isinstance(what, Finding) and (what.severity, what.rule) in among


def _together(prices: Sequence[Price]) -> Iterator[str]:
    """Yield what is brought: findings by severity, then stances, then objections."""
    whats = [price.what for price in prices]
    found = [(each.severity, each.rule) for each in whats if isinstance(each, Finding)]
    yield from _in_words(found, whats)


def _in_words(
    found: Sequence[tuple[str, str]], whats: Iterable[Finding | Stance | LedgerEntry]
) -> Iterator[str]:
    """Yield what rules find, by severity, and then the stances and objections of `whats`."""
    for severity in SEVERITIES:
        rules = [rule for its, rule in found if its == severity]
        if rules:
            yield f"{severity} {', '.join(dict.fromkeys(rules))}"
    states: dict[str, list[str]] = {}
    for what in whats:
        if isinstance(what, Stance):
            yield f"{what.question}: {what.stance}"
        elif isinstance(what, LedgerEntry) and what.state in _STATES:
            states.setdefault(_STATES[what.state], []).append(what.entry)
    if states:
        yield "; ".join(f"{verb} {', '.join(keys)}" for verb, keys in states.items())


def _tells(price: Price) -> bool:
    return not isinstance(price.what, LedgerEntry) or price.what.state in _STATES


def _seriousness(prices: Iterable[Price]) -> int:
    """Return where the first of them comes: errors at 0, then warnings, info, and all else."""
    return min(
        SEVERITIES.index(price.what.severity)
        if isinstance(price.what, Finding)
        else len(SEVERITIES) + isinstance(price.what, LedgerEntry)
        for price in prices
    )


# ── Beside the first ──


def differing(differs: Iterable[Difference]) -> Iterator[str]:
    """Yield whom a choice binds otherwise, what else it does, and what is not weighed."""
    whose: dict[tuple[How, str], list[str]] = {}
    for each in differs:
        whose.setdefault((each.how, each.told), []).extend(each.parties)
    alike: dict[str, list[str]] = {}
    for (how, told), them in whose.items():
        parties = list(dict.fromkeys(them))
        one, many = _HOW[how]
        who = f"{listed(parties)} " if parties and many else ""
        head = f"{who}{many if len(parties) > 1 and many else one}"
        if not parties:
            head = _OF_NOBODY.get(how, head)
        alike.setdefault(head, []).append(told)
    unweighed = alike.pop(_UNWEIGHED, None)
    yield from (f"{head} ({', '.join(told)})" for head, told in alike.items())
    if unweighed:
        yield f"{_UNWEIGHED}: {', '.join(unweighed)}"


_UNWEIGHED = "not weighed"
_OF_NOBODY = {str(what): words for what, words in UNOWNED.items()}
_SAME = "other words, read as the same"
_EQUAL = "the same words as the first"
_HOW: Mapping[str, tuple[str, str]] = {
    "turned round": ("turned round", "turned round"),
    "bound less": ("bound less", "bound less"),
    "bound more": ("bound more", "bound more"),
    **{str(what): words for what, words in EFFECTS.items()},
    _UNWEIGHED: (_UNWEIGHED, ""),
}
"""How a difference is told of one party, and of several."""


# ── The objections that are named ──


def objections(made: Alternatives, room: int) -> list[str]:
    """Return the lines that say what the objections are that hang on choices."""
    named = {
        what.entry
        for each in made.open
        for choice in each.choices
        for what in (
            *(price.what for price in choice.prices),
            *choice.beside.brings,
            *choice.beside.no_longer,
        )
        if isinstance(what, LedgerEntry) and what.state in _STATES
    }
    asked = (one for each in made.open for choice in each.choices for one in choice.asked)
    named.update(key for one in asked for key in one.entries)
    rows = [[[each.key], [str(each.lens)], [each.title]] for each in entries() if each.key in named]
    return drawn(["entry", "lens", "objection"], rows, room) if rows else []
