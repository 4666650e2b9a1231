"""What changed in what a sentence says: how bindingly, whom it binds, to do what to what.

What the two texts say in other words that nobody weighed is told as such.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausecheck.changes import Change, Kind
from clausecheck.compare.ground.phrases import is_urgent, phrases
from clausecheck.compare.ground.toward import toward
from clausecheck.compare.ground.units import Unit, every_deed
from clausecheck.compare.sentence.acts import acts_of, another_act, do_the_same, ends_one_presence
from clausecheck.compare.sentence.bound import actors
from clausecheck.compare.sentence.exceptions import left_out
from clausecheck.compare.sentence.figures import amounts
from clausecheck.compare.sentence.kinship import ON_A_LIST
from clausecheck.compare.sentence.limiting import limits
from clausecheck.compare.sentence.listed import but_for_lists, of_lists
from clausecheck.compare.sentence.modality import is_of_doing, modality
from clausecheck.compare.sentence.savings import saved
from clausecheck.compare.sentence.scope import joined_otherwise, one_more
from clausecheck.compare.sentence.things import things
from clausecheck.compare.sentence.untold import untold
from clausecheck.compare.sentence.wording import (
    is_of_number,
    is_of_order,
    joint_alike,
    one_act_in_other_words,
    refrains_alike,
    replaced,
    says_as_much,
    speak_of_one_act,
    told,
    told_of,
)
from clausecheck.model.sentences import Meaning
from clausecheck.notes import listed
from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.values import evolve
from clausecheck.vocabulary import Vocabulary


def differences(
    one: Unit, other: Unit, vocabulary: Vocabulary, *, whom: bool = True
) -> Iterator[Change]:
    """Yield what changed in the sentence, the modality first; a last line if only words did.

    Without `whom` it is passed over who is bound, and in which words.
    """
    same = (refrains_alike, one_act_in_other_words, joint_alike)
    if any(alike(one, other) for alike in same):
        text = told(one, other)
        spans = one.words_at, other.words_at
        yield Change("reworded", "other", text, *spans, one.parties)
        return
    pairs = list(_paired(one, other))
    found = [
        change
        for mine, theirs in pairs
        for change in _of_meanings(mine, theirs, one, other, vocabulary)
        if whom or change.kind != "actor"
    ]
    outside = [*left_out(one, other), *phrases(one, other)]
    found = [each for each in found if each.kind not in _WORDED or not _is_within(each, outside)]
    found += outside
    found += joined_otherwise(one, other)
    listed_things = list(of_lists(one, other))
    found = [*but_for_lists(found, listed_things), *listed_things]
    yield from found
    if not whom:
        one, other = _but_for_whom(one), _but_for_whom(other)
    if found:
        yield from untold(one, other, found)
    else:
        yield from _of_words(one, other)


def _of_words(one: Unit, other: Unit) -> Iterator[Change]:
    """Yield what became of words where that is all: what came into a list, and what beside it."""
    words = replaced(one, other)
    if not words:
        return
    weighed = not says_as_much(one, other) or any(map(is_of_number, words))
    if weighed and one.main is not None and other.main is not None:
        direction = one_more(one.main, other.main, one, other)
        if direction != "other":
            first = words[0]
            spans = first.before, first.after
            change = Change("object", direction, told_of(first), *spans, one.parties)
            yield change
            yield from untold(one, other, [change])
            return
    before = next((each.before for each in words if each.before), None)
    after = next((each.after for each in words if each.after), None)
    kind: Kind = "wording" if weighed else "reworded"
    text = "in another order" if is_of_order(words) else told(one, other)
    yield Change(kind, "other", text, before, after, one.parties)


_WORDED: frozenset[Kind] = frozenset({"wording", "act", "object", "vague words"})
"""What is told in words that may be those of an exception, or of another phrase."""


def _but_for_whom(unit: Unit) -> Unit:
    """Return a sentence without the words for those whom it binds."""
    whom = [each.who.span for each in unit.meanings]
    sentence = unit.said and evolve(
        unit.said.sentence,
        parts=tuple(
            part
            for part in unit.said.sentence.parts
            if not any(at.contains(part.span) for at in whom)
        ),
    )
    return evolve(unit, said=sentence and unit.said and evolve(unit.said, sentence=sentence))


def _paired(one: Unit, other: Unit) -> Iterator[tuple[Meaning, Meaning]]:
    """Yield what is held together: each in turn, or where one says more, what binds in both."""
    if len(one.meanings) == len(other.meanings):
        yield from zip(one.meanings, other.meanings, strict=True)
    elif one.main is not None and other.main is not None:
        yield one.main, other.main


def _of_meanings(
    mine: Meaning, theirs: Meaning, one: Unit, other: Unit, vocabulary: Vocabulary
) -> Iterator[Change]:
    yield from modality(mine, theirs, one, other)
    yield from actors(mine, theirs, one, other)
    limiting = list(limits(mine, theirs, one, other))
    yield from limiting
    of_things: list[Change] = []
    acted: list[Change] = []
    behind = mine.modality.span, theirs.modality.span
    if mine.kind == theirs.kind == "savings":
        yield from saved(mine, theirs, one, other)
    elif is_of_doing(mine, theirs) or _is_of_one_act(mine, theirs, one, other):
        pass  # how bindingly it is said, or not done by that, is told in the words of both
    elif ends_one_presence(mine, theirs, one, other):
        text = told(one, other, behind)
        acted = [Change("reworded", "other", text, *behind, one.parties)]
    elif do_the_same(mine, theirs):
        of_things = [
            each for each in things(mine, theirs, one, other) if not _is_within(each, limiting)
        ]
    elif {mine.kind, theirs.kind} == {"savings", "statement"}:
        pass  # nothing is to be done by either
    elif mine.modality.name == theirs.modality.name or replaced(one, other, behind):
        acted = [another_act(mine, theirs, one, other, vocabulary)]
    yield from acted
    yield from of_things
    others = [*limiting, *(each for each in of_things if each.kind == "place")]
    sizes = [each for each in amounts(mine, theirs, one, other) if not _is_within(each, others)]
    some = list(only_some(mine, theirs, one, other))
    # More of another act, or of another thing, is neither more nor less of this one.
    apart = acted or [each for each in of_things if each.kind == "object"]
    yield from (evolve(each, direction="other") if apart else each for each in some or sizes)
    for each in open_words_moved(mine, theirs, one, other):
        if not _is_within(each, limiting):
            yield each


def _is_of_one_act(mine: Meaning, theirs: Meaning, one: Unit, other: Unit) -> bool:
    """Tell whether a verb stands in the place of the noun of it, or the reverse."""
    return acts_of(mine) != acts_of(theirs) and speak_of_one_act(one, other)


def _is_within(change: Change, others: Sequence[Change]) -> bool:
    """Tell whether what changed stands in what another change has told of already."""
    pairs = [
        (at, theirs)
        for each in others
        for at, theirs in ((change.before, each.before), (change.after, each.after))
    ]
    return any(at and theirs and theirs.contains(at) for at, theirs in pairs)


def open_words_moved(mine: Meaning, theirs: Meaning, one: Unit, other: Unit) -> Iterator[Change]:
    """Yield that words which leave open what is meant came, went, or became others."""
    before, after = _open_in(mine, one), _open_in(theirs, other)
    gone = [name for name in before if name not in after]
    new = [name for name in after if name not in before]
    spans = (
        _first(before, gone, mine.modality.span),
        _first(after, new, theirs.modality.span),
    )
    if gone and new:
        text = f"open words: {_quoted(gone)} → {_quoted(new)}"
        yield Change("vague words", "other", text, *spans, one.parties)
    elif new:
        loose = _leave_open(theirs, after, new)
        direction = toward(theirs, more=False) if loose else "other"
        text = f"open words added: {_quoted(new)}"
        yield Change("vague words", direction, text, *spans, one.parties)
    elif gone:
        loose = _leave_open(mine, before, gone)
        direction = toward(mine, more=True) if loose else "other"
        text = f"open words dropped: {_quoted(gone)}"
        yield Change("vague words", direction, text, *spans, one.parties)


def _leave_open(meaning: Meaning, places: dict[str, Span], names: Sequence[str]) -> bool:
    """Tell whether words take from what is owed: "completely" and "faithfully" do not.

    Nor does "in a timely manner": haste is not a date, and where none is set it puts nothing off.
    """
    firm = {
        span
        for vague, span in meaning.vague
        if vague.about in {"term", "emphasis"} or vague.name == "as-soon-as-possible"
    }
    return not firm.intersection(places[name] for name in names)


def _open_in(meaning: Meaning, unit: Unit) -> dict[str, Span]:
    found = {unit.words_of(span).strip('"“”'): span for _, span in meaning.vague}
    found = {words: span for words, span in found.items() if not is_urgent(words)}
    for each in meaning.open_words:
        found.setdefault(" ".join(each.text.split()), each.span)
    return found


def only_some(mine: Meaning, theirs: Meaning, one: Unit, other: Unit) -> Iterator[Change]:
    """Yield that only some of the things are meant now, of whichever it likes, or no longer."""
    words = _words(one), _words(other)
    before, after = (
        _a_number_of(each, others) or _PARTIAL.intersection(each)
        for each, others in (words, words[::-1])
    )
    counted = len({_is_counted(each) for each in (mine, theirs)}) > 1
    if bool(before) == bool(after) or mine.kind != theirs.kind or counted:
        return
    if after:
        text = f"only {_quoted(sorted(after))} of it now"
        text += ", and not `all`" if "all" in words[0] else ""
    else:
        text = "`all` of it now" if "all" in words[1] else "all of it now"
        text += f", and not only {_quoted(sorted(before))}"
    spans = mine.modality.span, theirs.modality.span
    # The agreed number to be reduced may be the level it is to leave.
    levelled = not _PARTIAL & (before | after) and not _LEVELLING.isdisjoint(words[0])
    direction = "other" if levelled else toward(mine, more=not after)
    yield Change("quantity", direction, text, *spans, one.parties)


_LEVELLING = frozenset({"reduce", "limit", "increase"})
_PARTIAL = frozenset({"some", "certain", "selected", "a part"})


def _words(unit: Unit) -> tuple[str, ...]:
    words = [word.strip(".,;") for word in unit.words_of(unit.words_at).lower().split()]
    own = {("part", "of", "its"), ("part", "of", "their")}
    part = not own.isdisjoint(zip(words, words[1:], words[2:], strict=False))
    return (*words, "a part") if part else tuple(words)


def _is_counted(meaning: Meaning) -> bool:
    """Tell whether it is said in figures how many: of so many, a number need not be fewer."""
    return any(each.quantity for deed in every_deed(meaning.deeds) for each in deed.amounts)


def _a_number_of(words: Sequence[str], others: Sequence[str]) -> frozenset[str]:
    """Return the words by which only a number of what others speak of is meant, if there are any.

    It is as many as several, and more than the one that "an office" is.
    """
    said = _A_NUMBER.search(" ".join(words))
    if said is None or not _LOOSELY.isdisjoint(others):
        return frozenset()
    return frozenset({said["how"]}) if {*said["what"].split()} <= {*others} else frozenset()


_A_NUMBER = regex(
    rf"(?P<how>\ban? (?:\w+ )?number|\b(?:its|their|the) (?:{'|'.join(sorted(ON_A_LIST))}) number)"
    r" of (?:(?:its|their|the) )?(?P<what>(?:[a-z-]+ )??[a-z-]+s\b)"
)
_LOOSELY = frozenset("several various many multiple numerous few most majority half".split())


def _first(places: dict[str, Span], names: Sequence[str], otherwise: Span) -> Span:
    return places[names[0]] if names else otherwise


def _quoted(names: Sequence[str]) -> str:
    return listed([f"`{name}`" for name in names])
