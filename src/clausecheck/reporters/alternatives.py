"""What is open in a text with brackets, as tables that fit the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.changes import EFFECTS, UNOWNED
from clausecheck.findings import SEVERITIES, Finding, LedgerEntry, Stance
from clausecheck.notes import listed
from clausecheck.reporters.colours import heading
from clausecheck.reporters.columns import BETWEEN, NARROW, columns, needed
from clausecheck.reporters.escaping import visible
from clausecheck.reporters.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from clausecheck.proposals import (
        Alternatives,
        Choice,
        Counted,
        OwnText,
        Price,
        Resolution,
        Tally,
    )

_LEAST = 20
_CHOICE_ROOM = 26
_PLACE_ROOM = 14
_MOST_TIED = 3
"""Lines for what a choice brings only with others, one for a rule; JSON has them all."""

_STATES = {"raised": "raises", "silent": "raises", "met": "meets"}
_MANY = 10**9
_ROUND = {
    "modality": "a modality",
    "value": "a value",
    "words": "words",
    "line": "a line",
    "sentence": "a sentence",
    "clause": "clauses",
}
_NOTHING = "–"


def alternatives_text(made: Alternatives, *, width: int, color: bool) -> str:
    """Return the report, no line wider than `width` columns."""
    room = max(width, _LEAST)
    lines = [heading(line, color=color) for line in wrap(visible(made.source.name), room)]
    if made.title:
        lines += wrap(visible(made.title), room)
    for line in _summary(made):
        lines += wrap(line, room, indent="  ")
    parts = (
        ("the best texts", _front(made, room)),
        ("each party's own text", _parties(made, room)),
        ("what each choice brings", _open(made, room)),
        ("language versions, which all stand", _versions(made, room)),
    )
    for name, part in parts:
        if part:
            lines += ["", heading(name, color=color), *part]
    return "\n".join(lines) + "\n"


def _summary(made: Alternatives) -> Iterator[str]:
    yield from (f"note: {visible(note)}" for note in made.notes)
    if not made.open:
        yield "no bracket is open" + (" in what could be read" if made.unread else "")
        if made.before is not None:
            yield f"before: {_counted(made.before)}"
        return
    most = "" if made.count_exact else "at most "
    yield f"open: {_counted(made.tally)}; {most}{_count(made)} texts are to be had"
    if made.before is not None:
        yield f"before: {_counted(made.before)}; {_change(made)}"
    unweighed = [address for each in made.open if not each.weighed for address in each.addresses]
    if unweighed:
        yield f"no rule weighs these: {', '.join(unweighed)}"


def _count(made: Alternatives) -> str:
    return _in_short(made.count)


def _in_short(count: int) -> str:
    return f"{count:,}" if count < _MANY else f"some 10^{len(str(count)) - 1}"


def _counted(tally: Tally) -> str:
    articles = [] if all(name == _NOTHING for name, _ in tally.by_article) else tally.by_article
    groups = (
        [f"{number} by {visible(name)}" for name, number in tally.by_party],
        [f"{number} {_in(name)}" for name, number in articles],
        [f"{number} round {_ROUND[kind]}" for kind, number in tally.by_kind],
    )
    told = [", ".join(group) for group in groups if group]
    return f"{tally.total} bracket{'' if tally.total == 1 else 's'}" + (
        f" ({'; '.join(told)})" if told else ""
    )


def _in(article: str) -> str:
    return "outside of all articles" if article == _NOTHING else f"in {visible(article)}"


def _change(made: Alternatives) -> str:
    assert made.before is not None  # noqa: S101 - the caller has seen to it
    change = made.tally.total - made.before.total
    return "as many" if not change else f"{abs(change)} {'more' if change > 0 else 'fewer'} now"


def _open(made: Alternatives, room: int) -> list[str]:
    if not made.open:
        return []
    rows = []
    for each in made.open:
        place = ", ".join(each.addresses)
        for number, choice in enumerate(each.choices):
            where = [place, f"line {each.line}"] if number == 0 else [""]
            brings = list(_brings(choice, differs=number > 0)) or [_NOTHING]
            rows.append([where, [_bare(choice.words, each.addresses)], brings])
    beside = wrap(_BESIDE, room, indent="  ")
    return [*beside, *_drawn(["bracket", "choice", "brings"], rows, room)]


_BESIDE = (
    "Beside the first: in what a choice differs from the first of its bracket, whatever the rules "
    "say, with the first proposal of every other bracket."
)


def _bare(words: str, addresses: Sequence[str]) -> str:
    """Return a choice without the place that stands beside it."""
    if len(addresses) == 1:
        words = words.removesuffix(f" in {addresses[0]}").removeprefix(f"{addresses[0]} ")
    return visible(words)


def _brings(choice: Choice, *, differs: bool) -> Iterator[str]:
    """Yield how a choice differs from the first, what it brings by itself, and with others."""
    if differs:
        same = _EQUAL if choice.same_words else _SAME
        yield visible(f"beside the first: {'; '.join(_differing(choice)) or same}")
    alone = [price.what for price in choice.prices if not price.others]
    for severity in SEVERITIES:
        rules = [w.rule for w in alone if isinstance(w, Finding) and w.severity == severity]
        if rules:
            yield f"{severity}: {', '.join(dict.fromkeys(rules))}"
    for what in alone:
        if isinstance(what, Stance):
            yield f"{what.question}: {what.stance}"
    states: dict[str, list[str]] = {}
    for what in alone:
        if not isinstance(what, Finding | Stance) and what.state in _STATES:
            states.setdefault(_STATES[what.state], []).append(what.entry)
    if states:
        yield "; ".join(f"{verb} {', '.join(keys)}" for verb, keys in states.items())
    tied = [price for price in choice.prices if price.others and _tells(price.what)]
    shown: dict[str, str] = {}
    for price in sorted(tied, key=_seriousness):
        if len(shown) < _MOST_TIED:
            shown.setdefault(_told(price), price.others)
    for told, others in shown.items():
        yield visible(f"{told}, {others}")
    if len(tied) > len(shown):
        yield f"and {len(tied) - len(shown)} more with other choices"


def _differing(choice: Choice) -> Iterator[str]:
    """Yield whom a choice binds otherwise, what else it does, and what is not weighed."""
    alike: dict[str, list[str]] = {}
    for each in choice.differs:
        one, many = _HOW[each.how]
        who = f"{listed(each.parties)} " if each.parties and many else ""
        head = f"{who}{many if len(each.parties) > 1 and many else one}"
        if not each.parties:
            head = _OF_NOBODY.get(each.how, head)
        alike.setdefault(head, []).append(each.told)
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


def _tells(what: Finding | Stance | LedgerEntry) -> bool:
    return not isinstance(what, LedgerEntry) or what.state in _STATES


def _seriousness(price: Price) -> int:
    """Return where it comes: findings by their severity, then stances, then objections."""
    if isinstance(price.what, Finding):
        return SEVERITIES.index(price.what.severity)
    return len(SEVERITIES) + isinstance(price.what, LedgerEntry)


def _told(price: Price) -> str:
    if isinstance(price.what, Finding):
        return f"{price.what.severity}: {price.what.rule}"
    if isinstance(price.what, Stance):
        return f"{price.what.question}: {price.what.stance}"
    return f"{_STATES[price.what.state]} {price.what.entry}"


def _front(made: Alternatives, room: int) -> list[str]:
    if not made.open:
        return []
    told_of = [_with_others(each) for each in made.front]
    common = [
        taken
        for taken, told in told_of[0].items()
        if all(other.get(taken) == told for other in told_of)
    ]
    rows = [
        [
            [str(number)],
            *_cells(each),
            [_as_good(each, exact=made.front_exact)],
            _choices(told_of[number - 1], common, told_of[0] if number > 1 else None),
        ]
        for number, each in enumerate(made.front, 1)
    ]
    unweighed = {c.words for each in made.open if not each.weighed for c in each.choices}
    told = (
        ("all of these take: " if len(made.front) > 1 else "it takes: ", False),
        ("no rule weighs these, and the first proposal stands: ", True),
    )
    lines = [line for text in _on_front(made) for line in wrap(text, room, indent="  ")]
    for label, plain in told:
        words = [told_of[0][taken] for taken in common if (taken in unweighed) is plain]
        if words:
            lines += wrap(visible(label + "; ".join(words)), room, indent="  ")
    return [*lines, *_drawn(["", *_COUNTS, "as good", "choices"], rows, room)]


def _choices(
    told: Mapping[str, str], common: Collection[str], first: Mapping[str, str] | None
) -> list[str]:
    """Return what a text takes beyond what is common; of a later one, what the first does not."""
    if first is None:
        return [visible(words) for taken, words in told.items() if taken not in common] or [
            _NOTHING
        ]
    but = [visible(words) for taken, words in told.items() if first.get(taken) != words]
    return ["as 1, but", *but] if but else ["as 1, with nothing within"]


def _with_others(each: Resolution) -> dict[str, str]:
    """Return what a text takes, and the same with the choices that are as good in its place."""
    instead = dict(each.instead)
    return {
        taken: " or ".join([taken, *(_elsewhere(o, taken) for o in instead.get(taken, ()))])
        for taken in each.taken
    }


def _elsewhere(words: str, taken: str) -> str:
    """Return a choice without the place that the other has."""
    before, inside, place = taken.rpartition("` in ")
    return words.removesuffix(f" in {place}") if inside and before else words


def _as_good(each: Resolution, *, exact: bool) -> str:
    if each.as_good is None:
        return "?"
    count = _in_short(each.as_good)
    return count if exact else f"{count}+"


def _on_front(made: Alternatives) -> Iterator[str]:
    if made.unread:
        yield (
            "Some lines could not be read, and what they say is not weighed: mend them before "
            "relying on this ranking."
        )
    others = "No other text" if made.front_exact else "No other text that was checked"
    these = "these" if len(made.front) > 1 else "this one"
    yield (
        f"{others} beats {these}. What counts, for each lens: errors (e), warnings (w), objections "
        "met (m) and safeguards; then info (i), between texts that are the same in all else. "
        f"Each text shown was checked in full{_as_read(made)}."
    )
    if any(each.as_good != 1 for each in made.front):
        yield (
            "As good: how many texts count the same as the one shown, itself among them; what "
            "stands after `or` is as good in that place, all else being as shown."
        )
    yield from _on_duties(made)
    if made.left_out:
        yield f"{made.left_out} more trade one against the other as well; `--most` shows more."
    if not made.front_exact:
        texts = f"{made.checks:,} text{'' if made.checks == 1 else 's'}"
        yield (
            f"There was too much to look at to be sure that none is better: {texts} "
            f"of the {_count(made)} were checked in full, and of the others only what was learned "
            f"on the way is known{_why_no_more(made)}."
        )
    elif made.strength is not None:
        yield (
            f"What hangs on up to {made.strength} choices is known, what hangs on more perhaps not."
        )
    if made.least is not None:
        sceptic, advocate = (_found(made.least, lens) for lens in (0, 1))
        yield (
            f"Whatever is chosen, there are at least {sceptic} for the sceptic and {advocate} for "
            "the advocate, by what was learned."
        )


def _on_duties(made: Alternatives) -> Iterator[str]:
    """Yield which of the best texts promise less than one of those shown does."""
    whose = {"": max(made.front, key=_duties), **{each.party: each.text for each in made.parties}}
    party, fullest = max(whose.items(), key=lambda each: _duties(each[1]))
    most = _duties(fullest)
    fewer = [
        f"{number} has {_duties(each)}"
        for number, each in enumerate(made.front, 1)
        if _duties(each) < most
    ]
    if fewer:
        where = f"{visible(party)}'s own text" if party else "another of these"
        yield (
            "Duties and prohibitions weigh nothing, and a text that promises less has less found "
            f"in it: {where} has {most}, {listed(fewer)}."
        )


def _why_no_more(made: Alternatives) -> str:
    """Return why no more texts were checked, where more might have been."""
    if made.checks_spent:
        return "; `--checks` allows more"
    return "; `--checks` was not used up: there are too many to weigh against each other"


def _as_read(made: Alternatives) -> str:
    return ", but for what could not be read" if made.unread else ""


_COUNTS = ("sceptic", "advocate", "safeguards", "duties")


def _cells(each: Resolution) -> list[list[str]]:
    counted = each.counted
    lenses = [[_found(counted, lens, f"{counted.met[lens]}m")] for lens in (0, 1)]
    return [*lenses, [str(counted.safeguards)], [str(_duties(each))]]


def _duties(each: Resolution) -> int:
    return each.report.material.duties + each.report.material.prohibitions


def _found(counted: Counted, lens: int, met: str = "") -> str:
    """Return what is found for one lens, with what it has met: `0e 7w 12m 3i`."""
    half = len(SEVERITIES)
    counts = counted.cost[lens * half : (lens + 1) * half]
    *told, info = (f"{count}{name[0]}" for count, name in zip(counts, SEVERITIES, strict=True))
    return " ".join([*told, *([met] if met else []), info])


def _parties(made: Alternatives, room: int) -> list[str]:
    rows = [
        [[visible(each.party)], *_cells(each.text), [_own(each, made)]] for each in made.parties
    ]
    headings = ["party", *_COUNTS, "decided as it proposes"]
    return [*wrap(_ELSEWHERE, room, indent="  "), *_drawn(headings, rows, room)] if rows else []


_ELSEWHERE = (
    "Where a party proposes nothing, what others would add is left out, and else the first "
    "proposal stands."
)


def _own(each: OwnText, made: Alternatives) -> str:
    """Return how a party's text is decided, and whether it is one of the best."""
    best = [n for n, one in enumerate(made.front, 1) if one.counted == each.text.counted]
    told = [f"{each.own} of {len(made.open)}"]
    if each.left_out:
        told.append(f"{each.left_out} left out")
    if each.first:
        told.append(f"{each.first} by the first")
    if each.at_odds:
        own = f"its own in {listed(each.at_odds)}"
        told.append(f"{own} exclude each other by tags, so the first stands")
    if best:
        told.append(f"as good as {best[0]} above")
    return ", ".join(told)


def _versions(made: Alternatives, room: int) -> list[str]:
    rows = [
        [
            [address if number == 0 else ""],
            [each.language],
            [visible(each.words)],
            [each.commits_to],
        ]
        for address, versions in made.versions
        for number, each in enumerate(versions)
    ]
    return _drawn(["bracket", "version", "has", "commits to"], rows, room) if rows else []


def _drawn(
    headings: Sequence[str], rows: Sequence[Sequence[Sequence[str]]], room: int
) -> list[str]:
    """Return rows in columns, of which the last takes what room the others leave."""
    if room < NARROW:
        return [line for row in rows for line in _stacked(headings, row, room)]
    rooms = [
        min(each, _PLACE_ROOM if name == "bracket" else _CHOICE_ROOM)
        for name, each in zip(headings, needed(headings, rows), strict=True)
    ]
    rooms[-1] = room - BETWEEN * (len(rooms) - 1) - sum(rooms[:-1])
    cells = [
        [
            [line for text in cell for line in wrap(text, space, indent="  ")]
            for cell, space in zip(row, rooms, strict=True)
        ]
        for row in rows
    ]
    return columns(headings, cells)


def _stacked(headings: Sequence[str], row: Sequence[Sequence[str]], room: int) -> list[str]:
    first, *others = row
    lines = wrap(f"{headings[0]} {', '.join(first)}".strip(), room, indent="  ")
    for name, texts in zip(headings[1:], others, strict=True):
        lines += wrap("; ".join(texts), room, opening=f"  {name}: ", indent="    ")
    return lines
