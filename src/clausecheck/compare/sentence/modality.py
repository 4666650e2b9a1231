"""How bindingly a sentence says it, and whether it is owed, allowed, or done by the words.

Stronger and weaker hold within a kind, by the language's own order. A duty lost, a permission
gained or a prohibition dropped is weaker; what was owed and is now forbidden, or the reverse, is
turned round.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import get_args

from clausecheck.changes import Change, Direction
from clausecheck.compare.ground.toward import BINDING, FREEING, rank_of, renounces
from clausecheck.compare.ground.units import Unit, every_deed
from clausecheck.compare.sentence.acts import acts_of
from clausecheck.compare.sentence.wording import speak_of_one_act, told
from clausecheck.model.sentences import FIRM, Deed, Meaning, Mention
from clausecheck.model.sentences.meanings import ProvisionKind

_AS_SAID = frozenset({*get_args(ProvisionKind)} - {"savings", "permission"})
"""Kinds in which another modality may say something else: "may" and "is free to" give one leave."""
_DOING = frozenset({"declares", "hereby"})
"""Statements that do what they say."""
_DOING_IT = _DOING | {"recognises", "supersedes"}
"""Statements that are themselves the act that may be owed: to recognise is to recognise."""
_REPLACING = frozenset({"replace", "end", "terminate", "transform", "dissolve", "repeal"})
"""Acts that a text does by superseding another."""
_HOPING = frozenset({"aspires to"})
"""Duties that bind nobody, and say no more than a statement does."""
_WISHES = frozenset(
    "wish hope desire aspiration intention intent will willingness readiness determination "
    "aim goal objective purpose commitment".split()
)
"""What is declared of a thing by whoever does not do it."""
_RECOGNISING = frozenset({"recognises", "takes note"})
"""Who takes note of a state has taken cognisance of a fact, and gives no recognition."""
_WISHING = frozenset({"expresses", "shares the view", "recalls", "takes note"})
"""Statements that say what somebody feels, holds or has heard, and do nothing by that."""
_AFFIRMING = frozenset({"affirm", "reaffirm"})
"""Acts of who affirms a thing, and not that it is so: an aim, or what is to be done."""


def modality(mine: Meaning, theirs: Meaning, one: Unit, other: Unit) -> Iterator[Change]:
    """Yield that a sentence is of another kind, or binds less or more within its kind."""
    spans = mine.modality.span, theirs.modality.span
    words = f"`{mine.modality.text}` → `{theirs.modality.text}`"
    if mine.kind != theirs.kind and not _refrain_alike(mine, theirs):
        direction, what = _of_kinds(mine, theirs, one, other)
        if mine.modality.text == theirs.modality.text:
            words = told(one, other)
        yield Change("kind", direction, f"{what}: {words}", *spans, one.parties or other.parties)
        return
    if (change := _of_doing(mine, theirs, one, other)) is not None:
        yield change
        return
    before, after = rank_of(mine), rank_of(theirs)
    if before is not None and after is not None and before != after:
        direction = "weaker" if after > before else "stronger"
        yield Change("modality", direction, f"modality: {words}", *spans, one.parties)
    elif {mine.modality.name, theirs.modality.name} == _RECOGNISING:
        less = theirs.modality.name == "takes note"
        what = "recognised before, and now only taken note of"
        if not less:
            what = "only taken note of before, and now recognised"
        way: Direction = "weaker" if less else "stronger"
        yield Change("modality", way, f"{what}: {words}", *spans, one.parties)
    elif mine.modality.name != theirs.modality.name and before is None and mine.kind in _AS_SAID:
        yield Change("modality", "other", f"another modality: {words}", *spans, one.parties)


def _of_doing(mine: Meaning, theirs: Meaning, one: Unit, other: Unit) -> Change | None:
    """Return that what statements did by their words is only spoken of now, or the reverse."""
    if not is_of_doing(mine, theirs):
        return None
    undone = _is_done(mine)
    what = "only spoken of before, and now done by the words themselves"
    if undone:
        what = "done by the words themselves before, and now only spoken of"
    spans = mine.modality.span, theirs.modality.span
    words = told(one, other, (mine.who.span, theirs.who.span))
    direction: Direction = "weaker" if undone else "stronger"
    return Change("kind", direction, f"{what}: {words}", *spans, one.parties)


def is_of_doing(mine: Meaning, theirs: Meaning) -> bool:
    """Tell whether one statement does a thing by its words, and another only wishes or holds it."""
    done = _is_done(mine), _is_done(theirs)
    if not mine.kind == theirs.kind == "statement" or done[0] == done[1]:
        return False
    wished = theirs if done[0] else mine
    return _is_wished(wished) and (
        _of_one_matter(mine, theirs)
        or _speak_of_one(mine, theirs)
        or (_ends_the_war(theirs if wished is mine else mine) and _speaks_of_peace(wished))
    )


def _ends_the_war(done: Meaning) -> bool:
    deeds = every_deed(done.deeds)
    return any("war" in _words_of(each.name for each in deed.objects) for deed in deeds)


def _speaks_of_peace(wished: Meaning) -> bool:
    deeds = every_deed(wished.deeds)
    return any("peace" in _words_of(each.name for each in deed.mentions) for deed in deeds)


def _is_wished(meaning: Meaning) -> bool:
    deeds = list(every_deed(meaning.deeds))
    objects = {thing.name for deed in deeds for thing in deed.objects}
    affirms = any(deed.act and deed.act.name in _AFFIRMING for deed in deeds)
    wishes = meaning.modality.name in _WISHING or not _WISHES.isdisjoint(objects)
    return wishes or (affirms and not any(map(_is_an_end, objects)))


def _is_an_end(thing: str) -> bool:
    return thing.startswith("end-of")


def _of_kinds(mine: Meaning, theirs: Meaning, one: Unit, other: Unit) -> tuple[Direction, str]:
    before, after = mine.kind, theirs.kind
    what = f"{_named(mine)} became {_named(theirs)}"
    if {before, after} == BINDING:
        # To halt a thing and not to do it are no opposites.
        same = _is_of_the_same(mine, theirs) or speak_of_one_act(one, other)
        return ("reversed" if same else "other"), what
    if _does_it(mine, theirs):
        was = "owed" if mine.modality.name in FIRM else "still to come"
        return "stronger", f"what was {was} is done by the words themselves"
    if _does_it(theirs, mine):
        now = "owed" if theirs.modality.name in FIRM else "still to come"
        return "weaker", f"what was done by the words themselves is {now}"
    if _is_done(mine) or _is_done(theirs):
        # What is done binds whether or not anybody owes anything for it.
        if not _of_one_matter(mine, theirs):
            return "other", what
        done = "what was done by the words themselves is still to come"
        undone = "what was still to come is done by the words themselves"
        return ("weaker", done) if _is_done(mine) else ("stronger", undone)
    change = _weight(theirs) - _weight(mine)
    return ("weaker" if change < 0 else "stronger" if change > 0 else "other"), what


def _weight(meaning: Meaning) -> int:
    """Return whether a sentence binds or frees, and how much: what is renounced is given up."""
    if renounces(meaning) or meaning.modality.name == "supersedes":
        return 2
    if meaning.kind in BINDING and meaning.modality.name not in _HOPING:
        return 2 if meaning.modality.name.replace(" not", "") in FIRM else 1
    return -1 if meaning.kind in FREEING else 0


def _named(meaning: Meaning) -> str:
    return f"{_a(meaning.kind)}{' to refrain' if _refrains(meaning) else ''}"


def _refrains(meaning: Meaning) -> bool:
    acts = {deed.act.name for deed in meaning.deeds if deed.act}
    return meaning.kind == "duty" and "refrain" in acts


def _refrain_alike(mine: Meaning, theirs: Meaning) -> bool:
    """Tell whether one has somebody refrain, and the other is a ban in words as firm."""
    same = rank_of(mine) == rank_of(theirs)
    return same and {mine.kind, theirs.kind} == BINDING and any(map(_refrains, (mine, theirs)))


def _is_of_the_same(mine: Meaning, theirs: Meaning) -> bool:
    """Tell whether the same is to be done in both, be it with more beside it in one."""
    things = [
        {thing.name for deed in every_deed(each.deeds) for thing in deed.objects}
        for each in (mine, theirs)
    ]
    return acts_of(mine) == acts_of(theirs) and (things[0] <= things[1] or things[1] <= things[0])


def _does_it(duty: Meaning, statement: Meaning) -> bool:
    """Tell whether a statement is itself the act that was owed, as to declare a war ended."""
    if duty.kind != "duty" or statement.modality.name not in _DOING_IT:
        return False
    acts = acts_of(duty)
    if statement.modality.name == "supersedes" and acts & _REPLACING:
        return _of_one_matter(duty, statement)
    return any(statement.modality.name.startswith(act) for act in acts if act) or bool(
        acts & {deed.act.name for deed in statement.deeds if deed.act}
    )


def _is_done(meaning: Meaning) -> bool:
    """Tell whether something is done by the words themselves, as to declare that it is ended."""
    if meaning.kind != "statement" or meaning.modality.name not in _DOING:
        return False
    deeds = list(every_deed(meaning.deeds))
    if _is_wished(meaning):
        return False
    ends = (thing for deed in deeds for thing in deed.objects if _is_an_end(thing.name))
    done = any(deed.act and deed.act.name != "declare" for deed in deeds)
    return meaning.modality.name == "hereby" or done or any(True for _ in ends)


def _of_one_matter(mine: Meaning, theirs: Meaning) -> bool:
    """Tell whether an act or thing of the one is one of the other's, be it as part of a name."""
    one, other = (_spoken_of(each, lambda deed: deed.objects) for each in (mine, theirs))
    return not one.isdisjoint(other)


def _speak_of_one(mine: Meaning, theirs: Meaning) -> bool:
    """Tell whether both speak of one act and its thing: to hope "that the war will be ended"."""
    one, other = (_spoken_of(each, lambda deed: deed.mentions) for each in (mine, theirs))
    return len(one & other) > 1


def _spoken_of(meaning: Meaning, things: Callable[[Deed], Iterable[Mention]]) -> frozenset[str]:
    """Return the words in the names of acts, and of some of what stands with each."""
    return _words_of(
        name
        for deed in every_deed(meaning.deeds)
        for name in (deed.act.name if deed.act else "", *(each.name for each in things(deed)))
    )


def _words_of(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word for name in names for word in name.split("-")) - {"", "of"}


def _a(kind: str) -> str:
    if kind == "savings":
        return "a savings clause"
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
