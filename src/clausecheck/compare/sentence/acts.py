"""What is to be done, and whether it is another thing now, or the opposite."""

from __future__ import annotations

from typing import Literal, TypeAlias

from clausecheck.changes import Change, Direction
from clausecheck.compare.ground.toward import BINDING, toward
from clausecheck.compare.ground.units import Unit, every_deed
from clausecheck.compare.sentence.scope import is_choice
from clausecheck.compare.sentence.wording import replaced, told
from clausecheck.model.sentences import Deed, Meaning
from clausecheck.vocabulary import Vocabulary
from clausecheck.vocabulary.inflection import verb_inflections

_Said: TypeAlias = "tuple[Meaning, Unit]"
_Done: TypeAlias = frozenset[tuple[str, frozenset[str]]]
"""Acts, each with its things."""


def another_act(
    mine: Meaning, theirs: Meaning, one: Unit, other: Unit, vocabulary: Vocabulary
) -> Change:
    """Return that something else is to be done, in the words of both."""
    behind = mine.modality.span, theirs.modality.span
    words = replaced(one, other, behind)
    text = told(one, other, behind) or f"`{mine.modality.text}` → `{theirs.modality.text}`"
    spans = (
        next((each.before for each in words if each.before), mine.modality.span),
        next((each.after for each in words if each.after), theirs.modality.span),
    )
    joining = {word for each in words for word in f"{each.old} {each.new}".lower().split()}
    either = is_choice(mine, joining) or is_choice(theirs, joining)
    done = None if either else (_done(mine, one), _done(theirs, other))
    kind, direction, what = _became((mine, one), (theirs, other), done, vocabulary)
    begun = what.endswith("only to begin")
    return Change(kind, direction, f"{what}: {text}", *spans, one.parties, begun=begun)


def _became(
    before: _Said, after: _Said, done: tuple[_Done, _Done] | None, vocabulary: Vocabulary
) -> tuple[Literal["act", "modality"], Direction, str]:
    """Return what became of an act, which way, and in which words.

    `done` is what is to be done side by side; None where it is one thing or another. Of two acts
    one alone, or another beside one, is less or more. Whether one act is more than another cannot
    be told: to seek a thing is less than to do it. But to keep up what was to be lifted is to do
    the opposite.
    """
    (mine, _), (theirs, _) = before, after
    if _are_opposite(mine, theirs, vocabulary):
        return "act", "reversed", "the opposite act"
    if (first := _comes_before(after, mine)) is not None:
        return "modality", "weaker", f"only to {first}"
    if (first := _comes_before(before, theirs)) is not None:
        return "modality", "stronger", f"no longer only to {first}"
    if mine.kind == theirs.kind and done is not None and all(done):
        if done[0] > done[1]:
            return "act", toward(mine, more=False), "one act fewer"
        if done[0] < done[1]:
            return "act", toward(mine, more=True), "one act more"
    return "act", "other", "another act"


def is_of_leading_up(change: Change) -> bool:
    """Tell whether a change is that an act only leads up to what is done in the other text."""
    return change.message.startswith(("only to ", "no longer only to "))


def ends_one_presence(mine: Meaning, theirs: Meaning, one: Unit, other: Unit) -> bool:
    """Tell whether the same forces leave: one text withdraws them, and one ends their presence."""
    ways = _leaving(mine), _leaving(theirs)
    if None in ways or ways[0] == ways[1] or mine.kind != theirs.kind:
        return False
    things = [
        {
            (name, each.owner and unit.canon.actor(each.owner))
            for deed in every_deed(meaning.deeds)
            for each in (*deed.mentions, *deed.objects)
            if each.kind != "act" and each.name != _PRESENCE
            for name in unit.names_of(each)
        }
        for meaning, unit in ((mine, one), (theirs, other))
    ]
    return things[0] == things[1]


_PRESENCE = "military-presence"


def _leaving(meaning: Meaning) -> str | None:
    """Return by which act forces leave, if a sentence is of that and of nothing else."""
    acts = {deed.act.name if deed.act else "" for deed in meaning.deeds}
    objects = {each.name for deed in meaning.deeds for each in deed.objects}
    if acts == {"withdraw"} and objects == {"forces"}:
        return "withdraw"
    return "end" if acts <= {"end", "terminate", "cease"} and objects == {_PRESENCE} else None


_FIRST = frozenset({"begin", "consider"})
"""Acts that lead up to another, and leave open whether it is ever done."""


def _comes_before(said: _Said, full: Meaning) -> str | None:
    """Return the act by which a duty only leads up to what another duty is to do."""
    less, unit = said
    if not less.kind == full.kind == "duty" or len(less.deeds) != 1:
        return None
    deed = less.deeds[0]
    act = deed.act.name if deed.act else ""
    if act == _TOWARD and _reaches(full, deed):
        return "work toward"
    done = {deed.act.name if deed.act else "" for deed in full.deeds}
    spoken_of = {each.name for each in deed.mentions if each.kind == "act"}
    first = _asking(deed, act)
    if not first:
        return act if act in _FIRST and done <= spoken_of else None
    sought = deed.objects if act == first else deed.mentions
    words = {word for each in sought for word in unit.words_of(each.span).lower().split()}
    spoken_of = {each.name for each in sought if each.kind == "act"}
    spoken_of |= {name for name in done if name and words.intersection(verb_inflections(name))}
    agreed = first == "negotiate" and done <= _AGREEING
    of_it = bool(done) and (agreed or done <= spoken_of)
    return first if of_it and _is_of_all(deed, full) else None


def _asking(deed: Deed, act: str) -> str:
    """Return by what a thing is only asked for, or talked about; empty where it is by neither."""
    objects = {each.name for each in deed.objects}
    talks = act in _HOLDING and bool(objects) and objects <= _TALKS
    return "negotiate" if talks or act == "negotiate" else act if act == "seek" else ""


def _is_of_all(less: Deed, full: Meaning) -> bool:
    """Tell whether all is spoken of to which something is done; relief names what is relieved."""
    spoken_of = {each.name for each in less.mentions}
    things = {thing.name for deed in full.deeds for thing in deed.objects}
    return all(name in spoken_of or f"{name}-relief" in spoken_of for name in things)


_HOLDING = frozenset({"hold", "conduct", "begin", "continue", "resume"})
_TALKS = frozenset({"talks", "negotiation", "dialogue", "consultation"})
_AGREEING = frozenset({"conclude", "sign", "adopt"})
"""Acts by which an agreement is made, and not only talked about."""
_TOWARD = "work-toward"
_REACHING = frozenset("achieve attain accomplish realise complete conduct".split())
"""Acts that bring about the thing itself, to which another only works."""


def _reaches(full: Meaning, less: Deed) -> bool:
    """Tell whether one duty brings about the thing to which another only works."""
    acts = {deed.act.name if deed.act else deed.act_text.lower() for deed in full.deeds}
    things = {thing.name for deed in full.deeds for thing in deed.objects}
    return acts <= _REACHING and things == {thing.name for thing in less.objects}


def _done(meaning: Meaning, unit: Unit) -> _Done:
    """Return what is to be done side by side, each act with its things; empty if one is unknown.

    A term that a text defines goes by its name, for what it means is compared by itself.
    """
    found = {
        (
            deed.act.name if deed.act else "",
            frozenset(name for thing in deed.objects for name in unit.names_of(thing)),
        )
        for deed in meaning.deeds
    }
    known = all(act for act, _ in found) and not any(deed.inner for deed in meaning.deeds)
    return frozenset(found) if known else frozenset()


def _are_opposite(mine: Meaning, theirs: Meaning, vocabulary: Vocabulary) -> bool:
    """Tell whether the same is bound to be done and its opposite, to the same thing."""
    if mine.kind != theirs.kind or mine.kind not in BINDING:
        return False
    deeds = [list(every_deed(each.deeds)) for each in (mine, theirs)]
    things = [{thing.name for deed in of for thing in deed.objects} for of in deeds]
    acts = [{deed.act.name if deed.act else "" for deed in of} for of in deeds]
    return bool(things[0] & things[1]) and all(
        vocabulary.exclusive(act, opposite) for act in acts[0] for opposite in acts[1]
    )


def do_the_same(mine: Meaning, theirs: Meaning) -> bool:
    """Tell whether the same acts are to be done, whichever others are spoken of beside them.

    "Hold talks at the request of A" asks for no other act than "hold talks".
    """
    done = [
        {deed.act.name if deed.act else deed.act_text.lower() for deed in every_deed(each.deeds)}
        for each in (mine, theirs)
    ]
    acts = acts_of(mine), acts_of(theirs)
    return done[0] == done[1] and (acts[0] <= acts[1] or acts[1] <= acts[0])


def acts_of(meaning: Meaning) -> frozenset[str]:
    """Return the acts that a sentence is about: those to be done, and those it speaks of."""
    deeds = list(every_deed(meaning.deeds))
    done = {deed.act.name if deed.act else deed.act_text.lower() for deed in deeds}
    spoken_of = {each.name for deed in deeds for each in deed.mentions if each.kind == "act"}
    return frozenset(done | spoken_of)
