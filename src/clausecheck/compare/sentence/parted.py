"""What changed where one sentence became several, or several one: for each who is bound, in turn.

Who was bound by one sentence and is by one now is held to it as to any other: it owes half, or owes
it later, whatever became of the others. Where several sentences bind somebody in either text, they
share out among them what was said at once, and it is their sum that is held against the whole.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from clausecheck.changes import Change, Kind
from clausecheck.compare.ground.amounts import SHARING, are_shared_out
from clausecheck.compare.ground.toward import toward
from clausecheck.compare.ground.units import Unit, every_deed
from clausecheck.compare.sentence.figures import shared_amounts
from clausecheck.compare.sentence.given import moved
from clausecheck.compare.sentence.limiting import limited
from clausecheck.compare.sentence.scope import is_choice
from clausecheck.compare.sentence.sentences import only_some, open_words_moved
from clausecheck.compare.sentence.untold import OfParts, untold_of_parts
from clausecheck.notes import listed
from clausecheck.values import evolve, frozen

SHARED_OUT: frozenset[Kind] = frozenset(
    {
        "actor",
        "act",
        "object",
        "quantity",
        "place",
        "beneficiary",
        "wording",
        "vague words",
        "quotation",
    }
)
"""What the parts of a sentence share out among them, so that no part has it all."""


@frozen
class _Share:
    """Who is bound, and by which sentences of either text."""

    parties: tuple[str, ...]
    ones: tuple[Unit, ...]
    others: tuple[Unit, ...]


def parted(
    befores: Sequence[Unit],
    afters: Sequence[Unit],
    between: Callable[[Unit, Unit], Iterable[Change]],
    among: Callable[[Sequence[Unit], Sequence[Unit]], Iterable[Change]],
) -> tuple[Change, ...]:
    """Return what changed from some sentences to others; `between` tells it of two, but for whom.

    `among` tells what they share out beside their words: which clauses they name, what they quote.
    What is the same for several parties is told once, of all of them.
    """
    found: dict[tuple[str, str, str], Change] = {}
    of: dict[tuple[str, str, str], set[str]] = {}
    is_split = len(befores) == 1
    for share in _shares(befores, afters):
        for change, *pair in _of_share(share, between, among):
            key = change.kind, change.direction, change.message
            same = found.setdefault(key, change)
            every = tuple(dict.fromkeys((*same.parties, *change.parties)))
            found[key] = evolve(same, parties=every)
            of.setdefault(key, set()).update(unit.number for unit in pair[is_split:][:1])
    parts = list(dict.fromkeys(unit.number for unit in (afters if is_split else befores)))
    word = "in" if is_split else "of"
    return tuple(_of_parts(change, of[key], parts, word) for key, change in found.items())


def _of_parts(change: Change, of: Collection[str], parts: Sequence[str], word: str) -> Change:
    """Return a change behind the numbers of the parts that it is told of, if it is not of all."""
    some = [number for number in parts if number in of]
    if not some or len(some) == len(parts):
        return change
    return evolve(change, message=f"{word} {listed(some)}: {change.message}")


def _shares(befores: Sequence[Unit], afters: Sequence[Unit]) -> Iterator[_Share]:
    """Yield who is bound by the same sentences; all as one where it is not said of each."""
    names = dict.fromkeys(name for unit in (*befores, *afters) for name in unit.parties)
    if not all(map(_binds_alike, (*befores, *afters))):
        yield _Share(befores[0].parties, tuple(befores), tuple(afters))
        return
    found: dict[tuple[tuple[int, ...], tuple[int, ...]], _Share] = {}
    for name in names:
        ones, others = (
            tuple(unit for unit in units if name in unit.parties) for units in (befores, afters)
        )
        key = tuple(unit.at for unit in ones), tuple(unit.at for unit in others)
        same = found.get(key, _Share((), ones, others))
        found[key] = evolve(same, parties=(*same.parties, name))
    yield from found.values()


def _binds_alike(unit: Unit) -> bool:
    """Tell whether all that a sentence says binds the same parties, and some."""
    whom = {frozenset(unit.canon.everybody(each.who.names)) for each in unit.meanings}
    return len(whom) == 1 and frozenset() not in whom


def _of_share(
    share: _Share,
    between: Callable[[Unit, Unit], Iterable[Change]],
    among: Callable[[Sequence[Unit], Sequence[Unit]], Iterable[Change]],
) -> Iterator[OfParts]:
    """Yield what changed for those who are bound alike, with the two sentences if it is of two."""
    if not share.ones or not share.others:
        yield (_of_presence(share),)
        return
    whole = len(share.ones) == len(share.others) == 1 and _binds_alike(share.ones[0])
    found: list[OfParts] = []
    for one in share.ones:
        for other in share.others:
            for change in between(_for(share, one), _for(share, other)):
                if change.kind != "reworded" and (whole or not _is_shared_out(change, one, other)):
                    own = change.parties in {one.parties, other.parties}
                    made = evolve(change, parties=share.parties) if own else change
                    found.append((made, one, other))
    yield from found
    if not whole:
        amounts = shared_amounts(share.ones, share.others)
        beside = among(share.ones, share.others)
        shared = [
            (evolve(change, parties=share.parties),)
            for change in (
                *_shared_out(share),
                *_no_longer_together(share),
                *_moved(share),
                *amounts,
                *beside,
            )
        ]
        yield from shared
        yield from _in_other_words(share, [*found, *shared])


def _is_shared_out(change: Change, one: Unit, other: Unit) -> bool:
    """Tell whether the parts of a sentence share out what changed; a line is that of one part."""
    lines = {line.span for unit in (one, other) for line in unit.labels.lines}
    return change.kind in SHARED_OUT and lines.isdisjoint({change.before, change.after})


def _in_other_words(share: _Share, found: Sequence[OfParts]) -> Iterator[OfParts]:
    """Yield what of the rest no part says of the whole, or a part says beside it."""
    ones, others = ([_for(share, unit) for unit in units] for units in (share.ones, share.others))
    for change, one, other in untold_of_parts(ones, others, found):
        of_a_part = len(others if change.message.endswith("added") else ones) > 1
        made = evolve(_weighed(change, one, other), parties=share.parties)
        yield (made, one, other) if of_a_part else (made,)


def _weighed(change: Change, one: Unit, other: Unit) -> Change:
    """Return what is told of words that came or went as it is told of them where nothing is split.

    They may say that not all of a thing is meant, or leave open what is.
    """
    mine, theirs = one.main, other.main
    if mine is None or theirs is None or mine.kind != theirs.kind:
        return change
    added = change.message.endswith("added")
    unit, at = (other, change.after) if added else (one, change.before)
    assert at is not None  # noqa: S101 - the words stand in one of both
    words = unit.words_of(at).strip(" ,;")
    told = limited(at, unit, theirs if added else mine, added=added)
    if told is not None:
        text, direction = told
        return evolve(change, direction=direction, message=f"{text} `{words}`")
    of_both = mine, theirs, one, other
    every = (*only_some(*of_both), *open_words_moved(*of_both))
    return next((each for each in every if f"`{words.lower()}`" in each.message.lower()), change)


def _for(share: _Share, unit: Unit) -> Unit:
    """Return a sentence as it is read for one alone, if it is one who is bound so."""
    return evolve(unit, alone=share.parties[0]) if len(share.parties) == 1 else unit


def _of_presence(share: _Share) -> Change:
    """Return that somebody is bound no longer, or was not."""
    unit = (*share.ones, *share.others)[0]
    new = not share.ones
    direction = toward(unit.main, more=new) if unit.main else "other"
    names = listed([f"`{name}`" for name in share.parties])
    text = f"{'with' if new else 'without'} {names}"
    before, after = (None, unit.words_at) if new else (unit.words_at, None)
    return Change("actor", direction, text, before, after, share.parties)


def _shared_out(share: _Share) -> Iterator[Change]:
    """Yield what no part has of the whole, and the whole did not have of its parts."""
    main = share.ones[0].main
    kinds: tuple[tuple[str, Kind], ...] = (("who ", "actor"), ("act ", "act"), ("thing ", "object"))
    before, after = _told_of(share.ones), _told_of(share.others)
    passed = SHARING if are_shared_out(share.ones, share.others) else frozenset[str]()
    for start, kind in kinds:
        if start == "who " and all(map(_binds_alike, (*share.ones, *share.others))):
            continue  # told of each party
        for mine, theirs, added in ((before, after, False), (after, before, True)):
            words = [
                f"`{text}`"
                for name, text in mine.items()
                if name.startswith(start) and name not in {*theirs, *passed}
            ]
            if words:
                text = f"{listed(words)} {'added' if added else 'dropped'}"
                spans = share.ones[0].words_at, share.others[0].words_at
                direction = toward(main, more=added) if main else "other"
                yield Change(kind, direction, text, *spans, share.parties)


def _no_longer_together(share: _Share) -> Iterator[Change]:
    """Yield which act is done to which thing by no part, though both are spoken of, or newly."""
    main = share.ones[0].main
    before, after = _done_to(share.ones), _done_to(share.others)
    if main is None or before is None or after is None:
        return
    spans = share.ones[0].words_at, share.others[0].words_at
    joining = {word.lower() for unit in (*share.ones, *share.others) for word, _ in unit.tokens}
    for mine, theirs, added in ((before, after, False), (after, before, True)):
        acts, things = {act for act, _ in theirs}, {thing for _, thing in theirs}
        words = [
            f"`{text}`"
            for (act, thing), text in mine.items()
            if (act, thing) not in theirs and act in acts and thing in things
        ]
        if words:
            direction = "other" if is_choice(main, joining) else toward(main, more=added)
            text = f"{listed(words)} {'added' if added else 'dropped'}"
            yield Change("act", direction, text, *spans, share.parties)


def _done_to(units: Sequence[Unit]) -> dict[tuple[str, str], str] | None:
    """Return what is done to what, with the words for it; None where some of it is not known."""
    found: dict[tuple[str, str], str] = {}
    deeds = [(unit, deed) for unit in units if unit.main for deed in unit.main.deeds]
    for unit, deed in deeds:
        if deed.act is None or deed.inner or not deed.objects:
            return None
        for thing in deed.objects:
            words = f"{unit.words_of(deed.act_span)} {unit.words_of(thing.span)}"
            found |= {(deed.act.name, name): words for name in unit.names_of(thing)}
    return found


def _moved(share: _Share) -> Iterator[Change]:
    """Yield what is given to somebody, or done somewhere, by no part any longer, or newly."""
    spans = share.ones[0].words_at, share.others[0].words_at
    for every, word in zip(moved(share.ones, share.others), ("dropped", "added"), strict=True):
        for each in dict.fromkeys(every):
            yield Change(each.kind, "other", f"{each.words} {word}", *spans, share.parties)


def _told_of(units: Sequence[Unit]) -> dict[str, str]:
    """Return what sentences are about, with the words for it, but for where, to whom and by whom.

    Less of that may be more of a ban.
    """
    return {
        name: words
        for unit in reversed(units)
        for name, words in unit.words_for.items()
        if name not in _beside_what_is_done(unit)
    }


def _beside_what_is_done(unit: Unit) -> frozenset[str]:
    beside: set[str] = set()
    things: set[str] = set()
    for meaning in unit.meanings:
        for deed in every_deed(meaning.deeds):
            for each in deed.mentions:
                apart = each in (*deed.places, *deed.beneficiaries) or each.preposition == "by"
                names = {f"thing {name}" for name in unit.names_of(each)}
                (beside if apart else things).update(names)
    return frozenset(beside - things)
