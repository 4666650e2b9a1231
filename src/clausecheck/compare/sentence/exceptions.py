"""What a sentence leaves out: whether that is wider than it was, or narrower.

A kind that is left out is narrower where words are added to its name, where the vocabulary has it
as a kind of the other, or where a figure in it moved: exercises of fewer than 500 troops are more
than those of fewer than 100.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, TypeAlias, cast

from clausecheck.analyses.obligations.figures import AT_LEAST, AT_MOST
from clausecheck.changes import Change
from clausecheck.compare.ground.canon import Canon, Value
from clausecheck.compare.ground.lines import Pair
from clausecheck.compare.ground.toward import toward
from clausecheck.compare.ground.units import Placed, Unit
from clausecheck.compare.sentence.figures import number_of, unit_of
from clausecheck.compare.sentence.wording import span_of
from clausecheck.layout.values import written
from clausecheck.model import nodes
from clausecheck.notes import listed
from clausecheck.values import evolve, frozen
from clausecheck.vocabulary import Vocabulary

_Way: TypeAlias = Literal["widened", "narrowed"]


def exception(pair: Pair, one: nodes.Label | None, other: nodes.Label | None) -> Change:
    """Return what became of the kinds that are left out."""
    mine, theirs = _kinds(one, pair.beside.mine), _kinds(other, pair.beside.theirs)
    gone = [each for key, each in mine.items() if key not in theirs]
    new = [each for key, each in theirs.items() if key not in mine]
    if gone and new:
        way = _of_lists(pair, gone, new)
        text = f"exception {way or 'changed'}: {pair.both(one, other)}"
        direction = pair.wider(more=way == "narrowed") if way else "other"
        return pair.change("exception", direction, text, one, other)
    if one and other and not gone and not new:
        return pair.change("reworded", "other", pair.both(one, other), one, other)
    what = "exception widened" if one else "exception added"
    if gone:
        what = "exception narrowed" if other else "exception dropped"
    text = f"{what}: {listed([f'`{written(each)}`' for each in gone or new])}"
    return pair.change("exception", pair.wider(more=bool(gone)), text, one, other)


def left_out(one: Unit, other: Unit) -> Iterator[Change]:
    """Yield what became of the kinds that the words of a sentence leave out, if it changed."""
    before, after = excepting(one), excepting(other)
    words = [[word for word, _ in tail] for tail in (before, after)]
    if words[0] == words[1] or one.main is None or other.main is None:
        return
    spans = span_of(before) or one.main.modality.span, span_of(after) or other.main.modality.span
    old, new = (f"`{unit.words_of(at)}`" for unit, at in zip((one, other), spans, strict=True))
    if before and after:
        wider = _falls_within(words[0], words[1])
        way = "changed" if wider is None else "widened" if wider else "narrowed"
        text = f"exception {way}: {old} → {new}"
    else:
        wider = not before
        text = f"exception {'added' if wider else 'dropped'}: {new if wider else old}"
    ways = {toward(each, more=not wider) for each in (one.main, other.main)}
    direction = ways.pop() if wider is not None and len(ways) == 1 else "other"
    yield Change("exception", direction, text, *spans, one.parties)


def excepting(unit: Unit) -> Sequence[Placed]:
    """Return the words from those that leave something out to the end of a sentence."""
    placed = unit.tokens if unit.main is not None else ()
    words = [word.lower() for word, _ in placed]
    behind = unit.main.modality.span.end if unit.main is not None else 0
    for at, (_, span) in enumerate(placed):
        found = any(words[at : at + len(each)] == each for each in _LEAVING_OUT)
        if found and span.start >= behind:
            return placed[at:]
    return ()


_LEAVING_OUT = [
    words.split()
    for words in (
        "except",
        "other than",
        "apart from",
        "with the exception of",
        "excluding",
        "not including",
        "save",
    )
]


def kinds_in(tail: Sequence[Placed]) -> Sequence[Placed]:
    """Return the words for what is left out, behind those that leave it out."""
    words = [word.lower() for word, _ in tail]
    leading = max(len(each) for each in _LEAVING_OUT if words[: len(each)] == each)
    return tail[leading + (words[leading : leading + 1] == ["for"]) :]


def _kinds(line: nodes.Label | None, canon: Canon) -> Mapping[Value, nodes.Phrase]:
    """Return what a line leaves out, by what it says: the grammar takes phrases alone there."""
    if line is None or isinstance(line.value, nodes.Silence):
        return {}
    measuring = evolve(canon, measuring=True)
    phrases = cast("tuple[nodes.Phrase, ...]", nodes.values_of(line.value))
    return {measuring.value(each): each for each in phrases}


def _of_lists(pair: Pair, gone: Sequence[nodes.Phrase], new: Sequence[nodes.Phrase]) -> _Way | None:
    """Return which way all that changed in two lists moved, if it moved one way."""
    left = list(new)
    ways: set[_Way] = set()
    alone = []
    for before in gone:
        became = ((each, _way(pair, before, each)) for each in left)
        after, way = next(((each, way) for each, way in became if way), (None, None))
        if after is None or way is None:
            alone.append(before)
        else:
            left.remove(after)
            ways.add(way)
    if alone and left:
        return None  # other kinds
    ways |= {"narrowed"} if alone else {"widened"} if left else set()
    return ways.pop() if len(ways) == 1 else None


def _way(pair: Pair, one: nodes.Phrase, other: nodes.Phrase) -> _Way | None:
    """Return which way one kind became another; None where that cannot be told."""
    before, after = _figure(one), _figure(other)
    if before and after and before.of == after.of and before.size != after.size:
        more = (after.size > before.size) == (before.bound == "at most")
        return "widened" if more else "narrowed"
    words = pair.beside.mine.words(one.parts), pair.beside.theirs.words(other.parts)
    vocabulary = pair.beside.base.vocabulary
    if _is_kind_of(words[0], words[1], vocabulary):
        return "widened"
    return "narrowed" if _is_kind_of(words[1], words[0], vocabulary) else None


def _is_kind_of(one: Sequence[str], other: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Tell whether all of one kind is of another: with words added, listed, or as is known."""
    by_words = _falls_within(one, other)
    if by_words is not None:
        return by_words
    matches = [vocabulary.match(each, 0, ("object",)) for each in (one, other)]
    names = [
        match.term.name
        for match, words in zip(matches, (one, other), strict=True)
        if match and match.end == len(words)
    ]
    return len(set(names)) > 1 and names[1] in vocabulary.ancestors("object", names[0])


def _falls_within(one: Sequence[str], other: Sequence[str]) -> bool | None:
    """Tell whether all of one kind is of another; None where neither is the other with more words.

    What words describe is less of a kind, what they put beside it is more.
    """
    added, added_there = _added(one, other), _added(other, one)
    if added:
        return not _lists(added)
    return _lists(added_there) if added_there else None


def _added(one: Sequence[str], other: Sequence[str]) -> Sequence[str]:
    """Return the words of a name before or behind another that it begins or ends with."""
    more = len(one) - len(other)
    if more > 0 and tuple(one[:-more]) == tuple(other):
        return one[-more:]
    return one[:more] if more > 0 and tuple(one[more:]) == tuple(other) else ()


def _lists(words: Sequence[str]) -> bool:
    """Tell whether words put something else beside what they stand by."""
    return any(word.lower() in _JOINING for word in words)


_JOINING = frozenset({"and", "or", ",", ";", "/", "including", "whether"})


@frozen
class _Figure:
    """How many of what, at the most or at the least."""

    size: float
    bound: Literal["at most", "at least"]
    of: tuple[object, ...]


def _figure(phrase: nodes.Phrase) -> _Figure | None:
    """Return the one figure of a kind; None where it has none, or may be exact.

    Of the kind itself it is how many are left out: one of 500 guards leaves out 100 as well.
    """
    figures = [part for part in phrase.parts if isinstance(part, nodes.Quantity)]
    size = number_of(figures[0]) if len(figures) == 1 else None
    if size is None:
        return None
    at = phrase.parts.index(figures[0])
    before = phrase.parts[at - 1] if at else None
    word = before.text.lower() if isinstance(before, nodes.Word) else ""
    bounds = {(figures[0].qualifier or "").lower(), word}
    words = (part.text.lower() for part in phrase.parts if isinstance(part, nodes.Word))
    of = (unit_of(figures[0]), *bounds, at, *words)
    if bounds & AT_LEAST:
        return _Figure(size, "at least", of)
    return _Figure(size, "at most", of) if at == 0 or bounds & (AT_MOST | {"within"}) else None
