"""How much a sentence speaks of: whether a figure owed, a floor, a ceiling or a threshold moved.

A ceiling that is raised on what may be kept or is forbidden binds less; on what is given, more. A
raised threshold, below which a duty or ban does not reach at all, binds less. Where so much is to
be given, up to so much is less; of a level to come down to, the lower is more. Of other levels and
ceilings, and of what otherwise is `up to` so much, which may be a promise as well as a cap, it is
said what changed, and no more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Literal, TypeAlias

from clausecheck.analyses.obligations.figures import AT_LEAST, AT_MOST
from clausecheck.changes import Change, Direction
from clausecheck.compare.ground.amounts import Figure, balance, figures
from clausecheck.compare.ground.canon import measured
from clausecheck.compare.ground.toward import FREEING, ceiling_of, of_ceiling, renounces, toward
from clausecheck.compare.ground.units import Unit, every_deed
from clausecheck.compare.sentence.wording import EACH, replaced
from clausecheck.layout.values import written
from clausecheck.model import nodes
from clausecheck.model.sentences import Amount, Meaning
from clausecheck.notes import listed
from clausecheck.source import Span
from clausecheck.values import evolve, frozen

_ALL = float("inf")
_BEYOND = frozenset({"more than", "over", "above"})
_BELOW = frozenset({"less than", "fewer than", "below", "under"})
_LOOSE = frozenset({"up to", "about", "approximately", "around"})
_CEILINGS = (AT_MOST - _LOOSE) | {"under"}
_DESCRIBING = frozenset("involving comprising numbering including of with exceeding".split())
"""Before a bound these say to which things a sentence applies, and not how much is to be done."""

_BEYOND_A_THING = frozenset({"above", "over"})
FAR = frozenset({"km", "m", "mile", "nautical mile", "kilometre"})
"""Units in which it is said how far something is."""

_Sense: TypeAlias = Literal["figure", "floor", "ceiling", "threshold", "open"]


def amounts(mine: Meaning, theirs: Meaning, one: Unit, other: Unit) -> Iterator[Change]:
    """Yield which amounts changed, in text order; one alone where the texts have as many not."""
    before, after = list(figures(mine)), list(figures(theirs))
    gone = _without(before, after)
    new = _without(after, before)
    for each in replaced(one, other):
        gone = [figure for figure in gone if not _is_of_each(figure, each.before, each.new)]
        new = [figure for figure in new if not _is_of_each(figure, each.after, each.old)]
    counted_otherwise = {mine.who.how, theirs.who.how} == {"each", "jointly"}
    for old, now in zip_longest(gone, new):
        if not (old and now) and _went_with_its_thing(old or now, mine, theirs):
            continue
        moved = _moved(_Said(old, mine, one), _Said(now, theirs, other))
        # What each gives is not held against what all give together.
        yield evolve(moved, direction="other") if counted_otherwise else moved
    if not any(each.amount.quantity is None for each in (*before, *after)):
        yield from _every_one(mine, theirs, one, other)


def _went_with_its_thing(figure: Figure | None, mine: Meaning, theirs: Meaning) -> bool:
    """Tell whether all that changed is that a thing stands in a list in one text, and how much."""
    things = [
        {each.name for deed in every_deed(of.deeds) for each in deed.objects}
        for of in (mine, theirs)
    ]
    alone = things[0] ^ things[1]
    listed = things[0] < things[1] or things[1] < things[0]
    return figure is not None and listed and figure.of in alone


def _every_one(mine: Meaning, theirs: Meaning, one: Unit, other: Unit) -> Iterator[Change]:
    """Yield that every one of the things is meant now, or no longer."""
    before, after = _each_of(mine, one), _each_of(theirs, other)
    if mine.kind != theirs.kind or (before is None) == (after is None):
        return
    at, unit = (before, one) if before else (after, other)
    assert at is not None  # noqa: S101 - one of both is there
    added = before is None
    spans = before or mine.modality.span, after or theirs.modality.span
    text = f"`{unit.words_of(at).lower()}` {'added' if added else 'dropped'}"
    yield Change("quantity", _of_all(mine, more=added), text, *spans, one.parties)


def _each_of(meaning: Meaning, unit: Unit) -> Span | None:
    """Return where it is said of a thing that each one of it is meant."""
    things = [
        thing.span
        for deed in every_deed(meaning.deeds)
        for thing in deed.objects
        if thing.kind == "object"
    ]
    behind = [each for each in unit.tokens if each[1].start >= meaning.modality.span.end]
    for number, (word, at) in enumerate(behind):
        between = _BEFORE_THEM | ({"other"} if word.lower() == "every" else set())
        after = (each for each in behind[number + 1 :] if each[0].lower() not in between)
        span = next((span for _, span in after), None)
        if word.lower() in EACH and span and any(thing.contains(span) for thing in things):
            return at
    return None


_BEFORE_THEM = frozenset("of the its their these those".split())
"""Words that may stand between `every` and the thing; "every other reactor" is not "each other"."""


def _of_all(meaning: Meaning, *, more: bool) -> Direction:
    """Return what it does that all of a thing is meant.

    A ban on all of it may be one on doing it to every one of them, or to any.
    """
    told = meaning.kind in {"prohibition", "savings"} or renounces(meaning)
    return "other" if told else toward(meaning, more=more)


def shared_amounts(ones: Sequence[Unit], others: Sequence[Unit]) -> Iterator[Change]:
    """Yield which amounts of some sentences are not in others that share them out, and the reverse.

    An amount is held against that of the same thing, and stands for all acts on that thing. Of what
    is the same in all nothing is told.
    """
    more = balance(ones, others)
    if more is not None:
        yield from _in_all(ones, others, more)
        return
    before, after = _said_of(ones), _said_of(others)
    gone = {key: each for key, each in before.items() if key not in after}
    new = {key: each for key, each in after.items() if key not in before}
    without = [
        [_Said(None, unit.main, unit) for unit in units if unit.main] for units in (ones, others)
    ]
    if not all(without):
        return
    for key, old in gone.items():
        like = next((each for each in new if each[0] == key[0]), None)
        yield _moved(old, new.pop(like) if like else without[1][0])
    for now in new.values():
        yield _moved(without[0][0], now)


def _in_all(ones: Sequence[Unit], others: Sequence[Unit], more: float) -> Iterator[Change]:
    """Yield that parts are less in all than the whole is that they share out, or more."""
    main = ones[0].main
    if main is None or not more:
        return
    before, after = (
        listed([_written(each) for unit in units for m in unit.meanings for each in figures(m)])
        for units in (ones, others)
    )
    spans = ones[0].words_at, others[0].words_at
    text = f"quantity: {before} → {after}"
    yield Change("quantity", toward(main, more=more > 0), text, *spans, ones[0].parties)


@frozen
class _Said:
    """A figure in what says it; what might say it, where there is none."""

    figure: Figure | None
    meaning: Meaning
    unit: Unit


def _said_of(units: Sequence[Unit]) -> dict[tuple[str, tuple[object, ...]], _Said]:
    """Return the figures of sentences by the thing they are of and how much they are."""
    return {
        (each.of, _value(each)): _Said(each, meaning, unit)
        for unit in reversed(units)
        for meaning in reversed(unit.meanings)
        for each in figures(meaning)
    }


def _moved(before: _Said, after: _Said) -> Change:
    """Return that a figure became another, is there no longer, or was not."""
    old, now = before.figure, after.figure
    spans = [
        each.figure.amount.span if each.figure else each.meaning.modality.span
        for each in (before, after)
    ]
    alike = before.meaning.kind == after.meaning.kind
    direction: Direction = "other"
    if old and now:
        text = f"quantity: {_written(old)} → {_written(now)}"
        if alike:
            senses = _sense(old, before), _sense(now, after)
            direction = _direction(old.amount, now.amount, senses, before.meaning)
    else:
        there = after if old is None else before
        text, direction = _come_or_gone(there, added=old is None, alike=alike)
    return Change("quantity", direction, text, spans[0], spans[1], before.unit.parties)


def _come_or_gone(there: _Said, *, added: bool, alike: bool) -> tuple[str, Direction]:
    """Return what is told of a figure in one text alone, and what it does if both bind alike."""
    assert there.figure is not None  # noqa: S101 - one of two figures is there
    meaning, words = there.meaning, _written(there.figure)
    if there.figure.amount.quantity is None:
        text = f"`all` {'added' if added else 'dropped'}"
        return text, _of_all(meaning, more=added) if alike else "other"
    if alike and meaning.kind == "savings":
        text = f"saves only {words}" if added else f"saves all, and not only {words}"
        return text, toward(meaning, more=not added)
    text = f"quantity {'set' if added else 'no longer set'}: {words}"
    if alike and _is_of_its_whole(there.figure.amount, there.unit):
        return text, toward(meaning, more=not added)
    return text, _of_bound(meaning, _sense(there.figure, there), added=added) if alike else "other"


def _is_of_its_whole(amount: Amount, unit: Unit) -> bool:
    """Tell whether so many of all that somebody has are meant: "two of its reactors"."""
    behind = unit.source.text[amount.span.end : unit.words_at.end].split()[:2]
    return amount.preposition is None and behind[:1] == ["of"] and behind[1:] in _OF_ONES_OWN


_OF_ONES_OWN = (["its"], ["their"])


def _of_bound(meaning: Meaning, sense: _Sense, *, added: bool) -> Direction:
    """Return what it does that a bound came or went: without a ceiling a ban is on all of it."""
    if sense == "threshold":
        return toward(meaning, more=not added)
    if sense == "ceiling" and meaning.kind == "duty" and ceiling_of(meaning) == "kept":
        return of_ceiling(meaning, up=not added)
    ceiling = sense == "ceiling" and meaning.kind != "duty"
    return toward(meaning, more=not added) if ceiling else "other"


def _without(every: Sequence[Figure], others: Sequence[Figure]) -> list[Figure]:
    """Return those that the others do not have."""
    left = Counter(_value(each) for each in others)
    found = []
    for each in every:
        if left[_value(each)]:
            left[_value(each)] -= 1
        else:
            found.append(each)
    return found


def _is_of_each(figure: Figure, at: Span | None, instead: str) -> bool:
    """Tell whether all of a thing is meant where each of them is: "every reactor"."""
    whole = figure.amount.quantity is None and at is not None and at.contains(figure.amount.span)
    return whole and not EACH.isdisjoint(instead.lower().split())


def _value(figure: Figure) -> tuple[object, ...]:
    amount = figure.amount
    said = measured(amount.quantity) if amount.quantity else ("all",)
    return (said, amount.rate, amount.preposition if amount.quantity else None)


def _written(figure: Figure) -> str:
    amount = figure.amount
    if amount.quantity is None:
        return "all"
    quantity = amount.quantity
    rate = f" per {amount.rate}" if amount.rate else ""
    plain = quantity.qualifier is None and amount.preposition in {"by", "to"}
    before = f"{amount.preposition} " if plain else ""
    return before + written(quantity) + rate


# ── Which way ────────────────────────────────────────────────────────────────────────────────────


def _sense(figure: Figure, said: _Said) -> _Sense:
    """Return what a figure does in its sentence, a ban on more being a ceiling."""
    meaning, unit = said.meaning, said.unit
    qualifier = ((figure.amount.quantity and figure.amount.quantity.qualifier) or "").lower()
    bound = qualifier or figure.amount.preposition or ""
    forbids = meaning.kind == "prohibition" or _refrains(meaning)
    if bound == "up to" and meaning.kind in FREEING:
        return "ceiling"
    if bound in _LOOSE:
        return "open"
    beyond = bound in _BEYOND_A_THING
    if (beyond or (bound in AT_LEAST and not figure.owned)) and _describes(figure.amount, unit):
        return "threshold"
    if forbids:
        return _forbidden(bound, meaning)
    if bound in _CEILINGS:
        return "ceiling"
    return "floor" if bound in AT_LEAST else "figure"


def _forbidden(bound: str, meaning: Meaning) -> _Sense:
    if bound in _BEYOND:
        return "ceiling"
    if bound in _BELOW:
        return "floor"
    if bound in _CEILINGS | AT_LEAST:
        return "open"
    exceeds = any(deed.act and deed.act.name == "exceed" for deed in every_deed(meaning.deeds))
    return "ceiling" if exceeds else "figure"


def _refrains(meaning: Meaning) -> bool:
    return any(deed.act and deed.act.name == "refrain" for deed in meaning.deeds)


def _describes(amount: Amount, unit: Unit) -> bool:
    """Tell whether the words before an amount make it one of the things the act is about."""
    assert unit.said is not None  # noqa: S101 - a sentence has the amount
    before = [part for part in unit.said.sentence.parts if part.span.end <= amount.span.start]
    words = [part.text.lower() if isinstance(part, nodes.Word) else "" for part in before[-2:]]
    if words[-1:] and words[-1] in _BEYOND_A_THING:
        # "exercises above 5,000 troops": what stands before is a thing, and no act.
        return words[0] != "" and words[0] not in _acts(unit)
    return words[-1:] != [] and words[-1] in _DESCRIBING


def _acts(unit: Unit) -> frozenset[str]:
    spans = (deed.act_span for meaning in unit.meanings for deed in every_deed(meaning.deeds))
    return frozenset(unit.words_of(span).lower() for span in spans)


def _direction(
    old: Amount, now: Amount, senses: tuple[_Sense, _Sense], meaning: Meaning
) -> Direction:
    """Return whether more or less is owed, where that can be told."""
    if senses == ("open", "open") and _about(old) == _about(now) != "":
        senses = "figure", "figure"
    if set(senses) == {"figure", "open"} and _is_of_giving(meaning):
        return _of_up_to(old, now)
    if "open" in senses or (old.rate != now.rate and not {old.rate, now.rate} <= _YEARLY.keys()):
        return "other"
    to_levels = "to" in {old.preposition, now.preposition} and not _are_distances(old, now, senses)
    if to_levels and old.preposition != now.preposition:
        return "other"
    if len({unit_of(each.quantity) for each in (old, now) if each.quantity}) > 1:
        return "other"
    if senses[0] != senses[1] or (to_levels and senses[0] != "figure"):
        return "other" if to_levels else _of_senses(senses, meaning)
    before, after = _size(old), _size(now)
    if before and after and old.rate != now.rate:
        before, after = before * _YEARLY[old.rate], after * _YEARLY[now.rate]
    if before is None or after is None or before == after:
        return "other"
    up = after > before
    return _of_level(meaning, up=up) if to_levels else raised(senses[0], meaning, up=up)


def _of_level(meaning: Meaning, *, up: bool) -> Direction:
    """Return what it does that something is to come to a higher level, or a lower one."""
    acts = [deed.act for deed in every_deed(meaning.deeds)]
    for name, more in (("reduce", not up), ("increase", up)):
        if acts and all(act is not None and name in act.wider for act in acts):
            return toward(meaning, more=more)
    return "other"


def _is_of_giving(meaning: Meaning) -> bool:
    """Tell whether a duty is no less kept the more is done: no force is kept by it, or limited."""
    return meaning.kind == "duty" and ceiling_of(meaning) != "kept" and not _refrains(meaning)


def _of_up_to(old: Amount, now: Amount) -> Direction:
    """Return what it does that so much is owed, and then up to so much, or less; or the reverse."""
    bounds = [((a.quantity and a.quantity.qualifier) or "").lower() for a in (old, now)]
    sizes = [_size(each) for each in (old, now)]
    if "up to" not in bounds or None in sizes or old.rate != now.rate:
        return "other"
    units = {unit_of(each.quantity) for each in (old, now) if each.quantity}
    before, after = sizes
    if len(units) > 1 or before is None or after is None:
        return "other"
    if bounds[1] == "up to":
        return "weaker" if after <= before else "other"
    return "stronger" if before <= after else "other"


def _about(amount: Amount) -> str:
    """Return the word by which an amount is not meant exactly, if that is all it does."""
    qualifier = ((amount.quantity and amount.quantity.qualifier) or "").lower()
    return qualifier if qualifier in _LOOSE - {"up to"} else ""


_YEARLY: Mapping[str | None, int] = {"year": 1, "month": 12, "week": 52, "day": 365}
"""How often a year holds what a rate is told by."""


def _are_distances(old: Amount, now: Amount, senses: tuple[_Sense, _Sense]) -> bool:
    """Tell whether something is to go at least so far: "to at least 20 km from the line"."""
    units = {unit_of(each.quantity) for each in (old, now) if each.quantity}
    return senses == ("floor", "floor") and units <= FAR


def unit_of(quantity: nodes.Quantity) -> object:
    """Return in what a quantity is counted, each of several units of one kind by one of them."""
    *_, last = measured(quantity)
    return None if isinstance(last, float) else last


def _of_senses(senses: tuple[_Sense, _Sense], meaning: Meaning) -> Direction:
    """Return what it does that a floor or figure became a ceiling, or the reverse."""
    if meaning.kind != "duty" or senses[0] == "threshold" or senses[1] == "threshold":
        return "other"
    if "ceiling" not in senses:
        return "other"
    return "weaker" if senses[1] == "ceiling" else "stronger"


def raised(sense: _Sense, meaning: Meaning, *, up: bool) -> Direction:
    """Return what it does that a figure went up, or down."""
    if sense == "ceiling":
        return of_ceiling(meaning, up=up)
    if sense == "threshold":
        if meaning.kind in FREEING:
            return "other"
        bound = toward(meaning, more=True) != "other"
        return ("weaker" if up else "stronger") if bound else "other"
    return toward(meaning, more=up)


def _size(amount: Amount) -> float | None:
    return _ALL if amount.whole else number_of(amount.quantity)


def number_of(quantity: nodes.Quantity | None) -> float | None:
    """Return how much a quantity is; None where it is in words, or there is none."""
    said = measured(quantity) if quantity else ()
    return next((each for each in said if isinstance(each, float)), None)
