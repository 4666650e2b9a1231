"""What an order, a ban or a leave says in other words than it has.

Who refrains from force, or renounces it, must not use it; where no inspection shall take place,
nobody may conduct one; and who allows an inspection lets one take place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausecheck.analyses.obligations.norms import EVERYBODY, Aspect, Norm
from clausecheck.values import evolve
from clausecheck.vocabulary import Object, Vocabulary

_ABSTAINING = frozenset({"refrain", "renounce"})
_WAR = "hostility"
_DOING = ("use", "commit", "conduct")
"""By what acts one does what one may only do in war."""
_EVENTS = frozenset({"dialogue", "exercise", "exchange", "information", "test", "verification"})
"""Groups of what takes place, as an inspection does."""
_HAPPENING = "conduct"
_FORCE, _ITS_USE = "force", "use"


def bans(norms: Sequence[Norm], vocabulary: Vocabulary) -> Iterator[Norm]:
    """Yield the bans that norms are in other words."""
    everybody: frozenset[str] | None = None
    for norm in norms:
        if norm.kind == "duty" and not _ABSTAINING.isdisjoint(norm.acts):
            yield from _abstained_from(norm, vocabulary)
        elif norm.kind == "prohibition" and norm.provision.meaning.who.how == "thing":
            thing = _what_happens(norm)
            if thing is not None:
                if everybody is None:
                    everybody = frozenset(name for each in norms for name in each.actors)
                aspects = tuple(each for each in norm.aspects if each is not thing)
                binds = everybody | {EVERYBODY}
                told = evolve(norm.provision, object=norm.provision.meaning.subject[0])
                yield evolve(
                    norm,
                    provision=told,
                    thing=thing,
                    aspects=aspects,
                    binds=binds,
                    in_other_words=True,
                )


def _abstained_from(norm: Norm, vocabulary: Vocabulary) -> Iterator[Norm]:
    term = norm.provision.object.term if norm.provision.object is not None else None
    if norm.thing is None or not isinstance(term, Object) or term.group != _WAR:
        return
    words = norm.thing.words - {_ITS_USE}
    things = [evolve(norm.thing, words=words)]
    if words != norm.thing.words and term.name != _FORCE:  # "the threat or use of force"
        keys = (("object", name) for name in vocabulary.ancestors("object", _FORCE))
        things.append(Aspect("", tuple(keys), frozenset({_FORCE}) & words))
    for act in _DOING:
        for thing in things:
            acts = vocabulary.ancestors("act", act)
            yield evolve(norm, kind="prohibition", acts=acts, thing=thing, in_other_words=True)


def _what_happens(norm: Norm) -> Aspect | None:
    """Return what is not to take place: the subject, where nothing else is its object."""
    subject = norm.provision.meaning.subject
    if norm.acts[0] != _HAPPENING or norm.thing is not None or len(subject) != 1:
        return None
    key = (subject[0].kind, subject[0].name)
    return next((each for each in norm.aspects if each.keys[0] == key), None)


def deeds(norm: Norm, vocabulary: Vocabulary) -> Iterator[Norm]:
    """Yield what takes place if a duty or a leave is kept, whoever does it."""
    thing = norm.provision.object
    happens = thing is not None and isinstance(thing.term, Object) and thing.term.group in _EVENTS
    if happens and "allow" in norm.acts:
        acts = vocabulary.ancestors("act", _HAPPENING)
        nobody = (EVERYBODY,)
        yield evolve(norm, acts=acts, actors=nobody, binds=frozenset(nobody), of_a_body=False)
