"""Whether a sentence reaches further or less far: by a wider kind, or by one thing or place more.

What `and` puts beside a thing is owed, forbidden or allowed as well. What `or` puts beside it in a
duty may be a choice between both, and then nothing tells which way it moves.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from clausecheck.changes import Change, Direction
from clausecheck.compare.ground.toward import renounces, toward
from clausecheck.compare.ground.units import Placed, Unit, every_deed
from clausecheck.compare.sentence.wording import replaced, told
from clausecheck.model import nodes
from clausecheck.model.sentences import Meaning
from clausecheck.model.sentences.words import JOINING, PREPOSITIONS
from clausecheck.source import Span

OF_ITS_OBJECT = frozenset("on of about against with concerning regarding".split())
"""Prepositions before what an act bears on through its object: sanctions on coal, talks on arms."""
_OR = frozenset({"or", "and/or"})
_NEAR = 8
"""Words that may stand between two things of one list."""


def joined(unit: Unit, at: Span, beside: Sequence[Span]) -> frozenset[str]:
    """Return the words that join what stands in a place to the nearest of others, if any do."""
    words = unit.tokens
    found: list[frozenset[str]] = []
    for other in beside:
        first, last = sorted((at, other))
        between = [word.lower() for word, span in words if first.end <= span.start < last.start]
        if len(between) <= _NEAR:
            found.append(JOINING & {*between})
    return next((each for each in found if each), frozenset())


def is_choice(meaning: Meaning, joining: Collection[str]) -> bool:
    """Tell whether a duty may leave it open which of two things is meant."""
    return meaning.kind == "duty" and not _OR.isdisjoint(joining)


def joined_otherwise(one: Unit, other: Unit) -> Iterator[Change]:
    """Yield that `or` stands between acts or things where `and` did, or the reverse.

    Which of two is done is then up to whoever owes them, and both are forbidden, each by itself.
    """
    mine, theirs = one.main, other.main
    for each in replaced(one, other):
        words = each.old.lower(), each.new.lower()
        if {*words} != {"and", "or"} or not (mine and theirs and each.before and each.after):
            continue
        if mine.who.span.contains(each.before) and mine.who.how != theirs.who.how:
            continue  # it is told how they are bound
        if _is_in_a_term(each.before, mine) and _is_in_a_term(each.after, theirs):
            continue  # "the threat and use of force" is renounced as that "or use" is
        direction: Direction = "other"
        if mine.kind == theirs.kind and _joins(each.before, one) and _joins(each.after, other):
            direction = _of_or(mine, added=words[1] == "or")
        text = f"joined otherwise: {told(one, other)}"
        yield Change("wording", direction, text, each.before, each.after, one.parties)


def _is_in_a_term(at: Span, meaning: Meaning) -> bool:
    """Tell whether a word is of one expression for what the act is done to."""
    return any(thing.contains(at) for thing in things_at(meaning, OF_ITS_OBJECT | {"from", "to"}))


def _of_or(meaning: Meaning, *, added: bool) -> Direction:
    """Return what it does that `or` took the place of `and`, or the reverse."""
    if may_choose(meaning):
        return toward(meaning, more=not added)
    refrains = any(deed.act and deed.act.name == "refrain" for deed in every_deed(meaning.deeds))
    bans = meaning.kind == "prohibition" or refrains or renounces(meaning)
    return toward(meaning, more=added) if bans else "other"


def may_choose(meaning: Meaning) -> bool:
    """Tell whether a duty to do one thing or another is done by either."""
    acts = {deed.act.name for deed in every_deed(meaning.deeds) if deed.act}
    return meaning.kind == "duty" and not acts & _OF_EACH


_OF_EACH = frozenset(
    "refrain renounce halt prevent prohibit report notify verify inspect monitor".split()
)
"""Acts that are done to whichever of several comes, as to notify of tests or launches."""


def _joins(at: Span, unit: Unit) -> bool:
    """Tell whether a word stands between acts, or between things that they bear on."""
    before = [word.lower() for word, span in unit.tokens if span.end <= at.start]
    if _ANY.intersection(before[-_NEAR:]):
        return False
    for meaning in unit.meanings:
        acts = [deed.act_span for deed in every_deed(meaning.deeds)]
        between = any(
            any(each.end <= at.start for each in spans)
            and any(each.start >= at.end for each in spans)
            for spans in (acts, things_at(meaning))
        )
        if between:
            return True
    return False


_ANY = frozenset({"any", "each", "every", "either", "whether", "no", "if"})


def things_at(meaning: Meaning, before: Collection[str] = OF_ITS_OBJECT) -> tuple[Span, ...]:
    """Return where that stands which an act is done to, or bears on by the prepositions before."""
    return tuple(
        mention.span
        for deed in every_deed(meaning.deeds)
        for mention in deed.mentions
        if mention in deed.objects or mention.preposition in before
    )


def one_more(mine: Meaning, theirs: Meaning, one: Unit, other: Unit) -> Direction:
    """Return what it does that words nobody knows were put into a list, or left out of it.

    `other` where that is not what changed first, or where it is no list of what the act is about.
    """
    first = replaced(one, other)[0]
    at, added = first.before or first.after, first.before is None
    if at is None or (first.before and first.after) or mine.kind != theirs.kind:
        return "other"
    less, more = (one, other) if added else (other, one)
    words = [word.lower() for word, span in more.tokens if at.contains(span)]
    if mine.kind == "prohibition" and _is_another_way(words, more, at):
        return toward(mine, more=added)
    if not _are_listed(words, more, at) or not _stands_by_a_thing(less, more, at, words):
        return "other"
    meaning = theirs if added else mine
    return "other" if is_choice(meaning, frozenset(words)) else toward(meaning, more=added)


def _is_another_way(words: Sequence[str], unit: Unit, at: Span) -> bool:
    """Tell whether words put a way of doing a thing beside one led by the same preposition.

    A ban on doing it "by force or by fraud" is one on either.
    """
    before = [word.lower() for word, span in unit.tokens if span.end <= at.start]
    led = len(words) > len(("or", "by")) and words[0] == "or" and words[1] in PREPOSITIONS
    plain = (_BREAKING | JOINING).isdisjoint(words[2:])
    return led and plain and words[1] in before[-_BESIDE:] and not JOINING & {*before[-_BESIDE:]}


_BESIDE = 3
"""Words of which the first may lead to the thing beside which another is put."""


def _are_listed(words: Sequence[str], unit: Unit, at: Span) -> bool:
    """Tell whether words are names and a word that joins them to those before or behind."""
    assert unit.said is not None  # noqa: S101 - words of it were replaced
    parts = [part for part in unit.said.sentence.parts if at.contains(part.span)]
    plain = all(isinstance(part, nodes.Word) for part in parts)
    named = [word for word in words if word not in JOINING]
    at_an_end = words[0] in JOINING or words[-1] in JOINING
    return plain and at_an_end and bool(named) and not _BREAKING.intersection(named)


_BREAKING = (PREPOSITIONS - OF_ITS_OBJECT) | frozenset(
    "not no if unless except other until when after before only which that who".split()
)
"""Words that say more than what stands in a list."""


def _stands_by_a_thing(less: Unit, more: Unit, at: Span, words: Sequence[str]) -> bool:
    """Tell whether the words next to an insertion are of what the act is done to, or bears on."""
    before: list[Placed] = [each for each in more.tokens if each[1].end <= at.start]
    here = len(before) if words[0] not in JOINING else len(before) - 1
    if here >= len(less.tokens):
        return False
    near = less.tokens[here][1]
    return any(thing.contains(near) for meaning in less.meanings for thing in things_at(meaning))
