"""A thing of its own that was put into a list with its place, or left out of it.

"The reactor at A and the plant at A" is one plant more than "the reactor at A", though each place
is named in both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from clausecheck.changes import Change
from clausecheck.compare.ground.toward import toward
from clausecheck.compare.ground.units import Unit, every_deed
from clausecheck.compare.sentence.wording import Replaced, replaced, told_of
from clausecheck.model.sentences import Mention
from clausecheck.model.sentences.words import DETERMINERS, JOINING, POSSESSIVES
from clausecheck.patterns import regex
from clausecheck.source import Span

_QUOTED = regex(r"`([^`]*)`")
_JOINED = frozenset({"and", ","})


def of_lists(one: Unit, other: Unit) -> Iterator[Change]:
    """Yield which things of their own came into a list of what an act is done to, or went.

    So of places in a duty, of which it cannot be told whether that is more: one may withdraw
    from them.
    """
    if one.main is None or other.main is None or one.main.kind != other.main.kind:
        return
    for each in replaced(one, other):
        unit, added = (other, True) if each.before is None else (one, False)
        at = _item(unit, each.after if added else each.before)
        part = _part_of(unit, at) if at and not (each.before and each.after) else None
        if at is None or part is None:
            continue
        words = unit.words_of(at)
        text = told_of(Replaced(None, at, "", words) if added else Replaced(at, None, words, ""))
        direction = toward(one.main, more=added) if part == "object" else "other"
        before, after = (None, at) if added else (at, None)
        yield Change(part, direction, text, before, after, one.parties)


def but_for_lists(found: Sequence[Change], listed: Sequence[Change]) -> list[Change]:
    """Return changes but for those that tell of nothing but what stands in a list."""
    return [each for each in found if not any(_tells_the_same(each, item) for item in listed)]


def _tells_the_same(change: Change, item: Change) -> bool:
    quoted, whole = (
        {word for words in _QUOTED.findall(of.message) for word in words.lower().split()}
        for of in (change, item)
    )
    alike = change.message.rpartition(" ")[2] == item.message.rpartition(" ")[2]
    return alike and bool(quoted) and quoted <= whole


def _item(unit: Unit, at: Span | None) -> Span | None:
    """Return where an item stands with the word that joins it, if that is what stands there.

    What is left is the same without "the A and" as it is without "A and the".
    """
    words = [word.lower() for word, _ in unit.tokens]
    here = [number for number, (_, span) in enumerate(unit.tokens) if at and at.contains(span)]
    first, end = here[0], here[-1] + 1
    while first and words[first - 1] == words[end - 1]:
        first, end = first - 1, end - 1
    while not _JOINED & {words[first], words[end - 1]} and [words[first]] == words[end : end + 1]:
        first, end = first + 1, end + 1
    inner = [word for word in words[first:end] if word not in JOINING]
    led = not (DETERMINERS | POSSESSIVES).isdisjoint(inner[:1]) and len(inner) == end - first - 1
    joined = not _JOINED.isdisjoint((words[first], words[end - 1]))
    return unit.tokens[first][1].to(unit.tokens[end - 1][1]) if led and joined else None


def _part_of(unit: Unit, at: Span) -> Literal["object", "place"] | None:
    """Return what an item is one more of, by those beside it; None where nothing tells."""
    assert unit.main is not None  # noqa: S101 - it has been asked of what kind it is
    deeds = list(every_deed(unit.main.deeds))
    within = [each for deed in deeds for each in deed.mentions if at.contains(each.span)]
    things = [each for each in within if each.kind != "place"]
    if things != within[:1] or not things:
        return None
    objects = [each for deed in deeds for each in deed.objects]
    places = [each for deed in deeds for each in deed.places]
    group = _group(things[0])
    if group not in _groups(at, [*objects, *places]):
        return None
    if things[0] in objects or group in _groups(at, objects):
        return "object"
    return "place" if unit.main.kind == "duty" else None


def _groups(at: Span, mentions: Sequence[Mention]) -> set[str | None]:
    return {_group(each) for each in mentions if not at.contains(each.span)} - {None}


def _group(mention: Mention) -> str | None:
    return mention.term.group if mention.kind == "object" and mention.term else None
