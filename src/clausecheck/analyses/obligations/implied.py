"""What an order, a ban or a leave says in other words than it has.

Who refrains from force, or renounces it, must not use it; who suspends exercises conducts none, and
who is to station none in a place keeps none there; in what several do jointly each has a part;
where no inspection shall take place, nobody may conduct one; and who allows an inspection,
inspects, or is to be verified by inspection, has one take place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from clausecheck.analyses.obligations.norms import EVERYBODY, Aspect, Norm, words_at
from clausecheck.analyses.obligations.supposed import as_owed
from clausecheck.analyses.obligations.worded import word
from clausecheck.analyses.terms import is_group, stems
from clausecheck.model import nodes
from clausecheck.model.names import Names
from clausecheck.model.sentences import Deed
from clausecheck.model.walk import walk
from clausecheck.values import evolve
from clausecheck.vocabulary import Object, Vocabulary

_ABSTAINING = frozenset({"refrain", "renounce"})
_GIVING_UP = frozenset({"halt", "renounce", "suspend"})
_WAR = "hostility"
_DOING = ("use", "commit", "conduct")
"""By what acts one does what one may only do in war."""
_DOING_NAMES = frozenset(_DOING)
_LISTING = frozenset({"means", "includes"})
_EVENTS = frozenset({"dialogue", "exercise", "exchange", "information", "test", "verification"})
"""Groups of what takes place, as an inspection does."""
_HAPPENING = "conduct"
_TESTING = "test"
_FLYING, _FLIGHT = "fly", "flight"
_BY_NOUN = frozenset({_TESTING, _FLYING})
_STATIONING, _KEEPING = frozenset({"station", "stationed", "base", "based"}), "maintain"
_INSPECTING, _INSPECTION = "inspect", "inspection"
_MOST_TOLD = 3
"""Things of which an inspection is told at once, fewer than these, of the first of as many."""
_FORCE, _ITS_USE = "force", "use"


def bans(norms: Sequence[Norm], names: Names, vocabulary: Vocabulary) -> Iterator[Norm]:
    """Yield the bans that norms are in other words."""
    everybody: frozenset[str] | None = None
    for norm in norms:
        if norm.kind == "duty" and not _ABSTAINING.isdisjoint(norm.acts):
            yield from _abstained_from(norm, vocabulary)
        if norm.kind == "duty" and not _GIVING_UP.isdisjoint(norm.acts):
            yield from _given_up(norm, vocabulary)
        if norm.kind == "prohibition":
            yield from done_together(norm, names)
        elif norm.kind == "permission" and norm.provision.meaning.alone:
            yield from _left_to_others(norm, names)
        if norm.kind == "prohibition" and not _BY_NOUN.isdisjoint(norm.acts):
            yield from as_nouns(norm, vocabulary)
        elif norm.kind == "prohibition" and _bars_from_a_place(norm):
            yield evolve(norm, acts=vocabulary.ancestors("act", _KEEPING))
        elif norm.kind == "prohibition" and _is_of_a_term(norm):
            yield from _of_the_defined(norm, names, vocabulary)
        elif norm.kind == "prohibition" and norm.provision.meaning.who.how == "thing":
            if everybody is None:
                everybody = frozenset(name for each in norms for name in each.actors)
            yield from _not_to_happen(norm, everybody | {EVERYBODY}, vocabulary)


def _not_to_happen(norm: Norm, binds: frozenset[str], vocabulary: Vocabulary) -> Iterator[Norm]:
    """Yield the ban on what is not to take place, or on inspecting what is not to be inspected."""
    thing = _what_happens(norm)
    if thing is not None:
        aspects = tuple(each for each in norm.aspects if each is not thing)
        told = evolve(norm.provision, object=norm.provision.meaning.subject[0])
        yield evolve(norm, provision=told, thing=thing, aspects=aspects, binds=binds)
    elif _INSPECTING in norm.acts and norm.thing is not None:
        aspects = tuple(dict.fromkeys((_of_or_in(norm.thing), *norm.aspects)))
        acts, thing = vocabulary.ancestors("act", _HAPPENING), _an_inspection(vocabulary)
        yield evolve(norm, acts=acts, thing=thing, aspects=aspects, binds=binds)


def _left_to_others(norm: Norm, names: Names) -> Iterator[Norm]:
    """Yield the ban on the other parties where "only Westland may", or Westland "alone"."""
    may = {*norm.provision.meaning.who.names, *norm.binds}
    others = frozenset(names.parties).difference(may)
    if others and not (norm.conditions or norm.licensed or norm.timed):
        aspects = tuple(a for a in norm.aspects if a.keys[0] not in _ALONE)
        yield evolve(norm, kind="prohibition", binds=others, aspects=aspects)


_ALONE = {("rest", "only"), ("rest", "alone")}


def _bars_from_a_place(norm: Norm) -> bool:
    """Tell whether none of something is to be somewhere: to deploy none may be to send no more."""
    placed = any(each.preposition == "in" or each.reach is not None for each in norm.aspects)
    placed = placed or any(name == "where" for name, _ in norm.lines)
    verb = words_at(norm.said.sentence, norm.provision.deed.act_span)
    return placed and verb.lower() in _STATIONING


def _is_of_a_term(norm: Norm) -> bool:
    """Tell whether it forbids to do what a definition of the text lists."""
    defined = norm.thing is not None and norm.thing.keys[0][0] == "definition"
    return (
        defined and not norm.aspects and not norm.amounts and not _DOING_NAMES.isdisjoint(norm.acts)
    )


def _of_the_defined(norm: Norm, names: Names, vocabulary: Vocabulary) -> Iterator[Norm]:
    """Yield the bans on each thing that a definition lists: to commit it is to conduct or do it."""
    thing = norm.thing
    term = names.definitions.get(thing.keys[0][1].lower()) if thing is not None else None
    lists = (line.value for line in term.labels if line.name in _LISTING) if term else ()
    for item in (each for value in lists for each in nodes.values_of(value)):
        parts = item.parts if isinstance(item, nodes.Phrase) else ()
        for each in as_owed((), (word(_HAPPENING), *parts), names, vocabulary) if parts else ():
            yield evolve(
                norm,
                acts=each.acts,
                thing=each.thing,
                aspects=each.aspects,
                amounts=each.amounts,
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


def _given_up(norm: Norm, vocabulary: Vocabulary) -> Iterator[Norm]:
    """Yield the bans on what does not go on while a thing is suspended, or once it is renounced."""
    for name in _GIVING_UP.intersection(norm.acts) if norm.thing is not None else ():
        act = vocabulary.act(name)
        for other in act.excludes if act is not None else ():
            acts = vocabulary.ancestors("act", other)
            yield evolve(norm, kind="prohibition", acts=acts, given_up=True)


def taken_part_in(norm: Norm) -> Iterator[Norm]:
    """Yield what several jointly have to do, or may do, as each one's part in it."""
    who = norm.provision.meaning.who
    if norm.kind in {"duty", "permission"} and who.how == "jointly":
        on_the_side = norm.binds.difference(norm.actors)
        names = who.names if len(who.names) > 1 else tuple(sorted(on_the_side))
        yield evolve(norm, actors=names, as_one=(), binds=frozenset(names), takes_part=True)


_EACH_HAS_SOME = ("forces", "posture", "weapons")


def of_each_member(norm: Norm) -> Iterator[Norm]:
    """Yield what a side has to do with all its forces, as what each member has to do with its own.

    What a side has to do once, one of its members may do for all.
    """
    who, thing = norm.provision.meaning.who, norm.provision.object
    members = norm.binds.difference(norm.actors)
    one = who.how == "each" and len(norm.actors) == 1 and norm.actors[0] in who.names
    if one and members and norm.kind == "duty" and norm.whole and norm.thing is not None:
        own = norm.provision.owner in norm.actors
        if own and thing is not None and is_group(thing, *_EACH_HAS_SOME):
            yield evolve(norm, actors=tuple(sorted(members)), as_one=(), binds=members)


_OF_BOTH = ("dialogue", "exchange", "exercise", "test")
_TOGETHER, _JOINT = ("", ("rest", "together")), "joint"


def done_together(norm: Norm, names: Names) -> Iterator[Norm]:
    """Yield what one does with another, or two do "together", as what they do jointly."""
    who = norm.provision.meaning.who
    thing = norm.provision.object
    # Who shares a thing with another is not shared with; an exercise is one of both.
    of_both = thing is not None and is_group(thing, *_OF_BOTH)
    with_them = [each for each in norm.aspects if of_both and _is_done_with(each)]
    known = (names.actor(each.keys[0][1]) for each in with_them)
    partners = {each.name for each in known if each is not None}
    together = norm.thing is not None and _JOINT in norm.thing.words
    together = together or any((a.preposition, a.keys[0]) == _TOGETHER for a in norm.aspects)
    if together and who.how == "each":
        partners |= set(who.names)
    everyone = sorted({*norm.actors, *partners})
    # Who may do it with another has the leave for one of the two alone.
    one_sided = norm.kind == "permission" and not set(everyone) <= set(who.names)
    if len(norm.actors) != 1 or len(everyone) == 1 or one_sided:
        return
    rest = (a for a in norm.aspects if (a.preposition, a.keys[0]) != _TOGETHER)
    aspects = tuple(each for each in rest if each not in with_them)
    name, about = " and ".join(everyone), norm.thing
    if about is not None:
        about = evolve(about, words=about.words - {_JOINT})
    binds = frozenset({name})
    yield evolve(norm, actors=(name,), as_one=(), binds=binds, thing=about, aspects=aspects)


def _is_done_with(aspect: Aspect) -> bool:
    return aspect.preposition == "with" and aspect.keys[0][0] == "actor"


_ABSTAIN = (("refrain", "from"), ("abstain", "from"), ("decline", "to"), ("refuse", "to"))
_CHOOSING = frozenset({"choose", "decide", "determine", "elect", "opt"})
_WHICH = (("not", "to"), ("whether", "to"), ("whether", "or", "not", "to"))
_LEFT_OPEN = frozenset((*_ABSTAIN, *((verb, *rest) for verb in _CHOOSING for rest in _WHICH)))
"""With what words a leave begins that is one not to do what follows."""


def freedoms(norm: Norm, names: Names, vocabulary: Vocabulary) -> Iterator[Norm]:
    """Yield what a leave says that one need not do: "may refrain from opening", "open or not"."""
    if norm.kind != "permission":
        return
    begins = norm.provision.modality.span.end
    parts = [part for part in norm.said.sentence.parts if part.span.start >= begins]
    words = [part.text.lower() if isinstance(part, nodes.Word) else "" for part in parts]
    if words[-2:] == ["or", "not"]:
        yield evolve(norm, kind="exemption")
    length = next((at for at in (2, 3, 5) if tuple(words[:at]) in _LEFT_OPEN), None)
    if length is not None:
        who = [part for part in norm.said.sentence.parts if part.span.end <= begins][:-1]
        for each in as_owed(who, parts[length:], names, vocabulary):
            whole = evolve(norm.provision.deed, act_span=parts[0].span.to(parts[-1].span))
            yield evolve(
                norm,
                provision=evolve(norm.provision, deed=whole, object=None),
                kind="exemption",
                acts=each.acts,
                thing=each.thing,
                aspects=each.aspects,
                amounts=each.amounts,
            )


def as_nouns(norm: Norm, vocabulary: Vocabulary) -> Iterator[Norm]:
    """Yield what a verb says as "conduct" and its noun do: "conduct missile tests", "flights"."""
    yield from _as_tests(norm, vocabulary)
    yield from _as_flights(norm, vocabulary)


def _as_tests(norm: Norm, vocabulary: Vocabulary) -> Iterator[Norm]:
    """Yield what "test missiles" says as "conduct missile tests", where there is a word for it."""
    thing = norm.provision.object if _TESTING in norm.acts else None
    if thing is None or thing.kind != "object" or thing.defined is not None:
        return
    parts = (part for part in norm.said.sentence.parts if thing.is_named_at(part.span))
    words = " ".join(part.text.lower() for part in parts if isinstance(part, nodes.Word))
    named = (*words.removesuffix("s").split(), _TESTING)
    match = vocabulary.match(named, 0, ("object",))
    if match is not None and match.end == len(named):
        keys = (("object", name) for name in vocabulary.ancestors("object", match.term.name))
        about = Aspect("", tuple(keys), frozenset(stems(" ".join(named))))
        yield evolve(norm, acts=vocabulary.ancestors("act", _HAPPENING), thing=about)


def _as_flights(norm: Norm, vocabulary: Vocabulary) -> Iterator[Norm]:
    """Yield what "fly over the line" says as "conduct flights over the line"."""
    if _FLYING in norm.acts and norm.thing is None:
        keys = (("object", name) for name in vocabulary.ancestors("object", _FLIGHT))
        about = Aspect("", tuple(keys), frozenset(stems(_FLIGHT)))
        yield evolve(norm, acts=vocabulary.ancestors("act", _HAPPENING), thing=about)


def _what_happens(norm: Norm) -> Aspect | None:
    """Return what is not to take place: the subject, where nothing else is its object.

    What more the subject names narrows it: "no inspection of the reactors".
    """
    subject = norm.provision.meaning.subject
    bare = [each for each in subject if each.preposition is None]
    if norm.acts[0] != _HAPPENING or norm.thing is not None or bare != [*subject[:1]]:
        return None
    key = (subject[0].kind, subject[0].name)
    return next((each for each in norm.aspects if each.keys[0] == key), None)


def deeds(norm: Norm, vocabulary: Vocabulary) -> Iterator[Norm]:
    """Yield what takes place if a duty or a leave is kept, whoever does it."""
    yield from as_nouns(norm, vocabulary)
    thing = norm.provision.object
    happens = thing is not None and isinstance(thing.term, Object) and thing.term.group in _EVENTS
    if happens and "allow" in norm.acts:
        for aspects in _less(norm.aspects):
            yield _taking_place(evolve(norm, aspects=aspects), vocabulary)
    elif _INSPECTING in norm.acts and norm.thing is not None:
        yield from _inspected(norm, _INSPECTION, norm.provision.owner, vocabulary)
    elif norm.of_a_body and thing is not None and thing.name == "access":
        # Who has access to a place may look at it, and may have other business there.
        for each in _inspected(evolve(norm, thing=None), _INSPECTION, None, vocabulary):
            yield evolve(each, aspects=(*each.aspects, _OTHER_BUSINESS))


_OTHER_BUSINESS = Aspect("", (("rest", "access"),))


def _less(aspects: tuple[Aspect, ...]) -> Iterator[tuple[Aspect, ...]]:
    """Yield what an inspection is of and where, in few words and in more: a ban may have fewer."""
    for more in range(_MOST_TOLD):
        yield from combinations(aspects[:_MOST_TOLD], more)


def inspections(norms: Sequence[Norm], vocabulary: Vocabulary) -> Iterator[Norm]:
    """Yield the inspections by which the text has something verified, as if they were owed."""
    for norm in norms:
        for line in norm.said.labels.all("verified by"):
            for name in walk(line.value):
                if isinstance(name, nodes.Name) and _is_an_inspection(name.text, vocabulary):
                    told, owner = _verifying(norm, name), norm.provision.owner
                    yield from _inspected(told, name.text, owner, vocabulary)


def _is_an_inspection(name: str, vocabulary: Vocabulary) -> bool:
    words = name.split()
    match = vocabulary.match(words, 0, ("object",))
    whole = match is not None and match.end == len(words)
    return match is not None and whole and match.term.name == _INSPECTION


def _verifying(norm: Norm, name: nodes.Name) -> Norm:
    """Return a norm by which what a line names is to take place, with its words and its place."""
    deed = Deed(name.span, None, name.span, name.text)
    modality = evolve(norm.provision.modality, span=name.span)
    words = nodes.Sentence(name.span, (), (nodes.Word(name.span, name.text),))
    told = evolve(norm.provision, deed=deed, object=None, modality=modality, kind="duty")
    said = evolve(norm.said, sentence=words)
    return evolve(norm, provision=told, said=said, kind="duty", amounts=(), lines=frozenset())


def _inspected(norm: Norm, name: str, owner: str | None, vocabulary: Vocabulary) -> Iterator[Norm]:
    """Yield an inspection of what a norm speaks of, there where its owner is."""
    thing = _an_inspection(vocabulary, name)
    of = (_of_or_in(norm.thing),) if norm.thing is not None else ()
    owners = [Aspect("of", (("actor", owner.lower()),))] if owner is not None else []
    where = [evolve(each, preposition="in") for each in owners]
    told = (*of, *owners, *where, *(each for each in norm.aspects if each not in owners))
    for aspects in _less(told):
        yield _taking_place(evolve(norm, thing=thing, aspects=aspects), vocabulary)


def _an_inspection(vocabulary: Vocabulary, name: str = _INSPECTION) -> Aspect:
    keys = (("object", each) for each in vocabulary.ancestors("object", _INSPECTION))
    return Aspect("", tuple(keys), frozenset(stems(name)))


def _of_or_in(thing: Aspect) -> Aspect:
    """Return what is inspected as that of which an inspection is, or where it is."""
    return evolve(thing, preposition="in" if thing.keys[0][0] == "place" else "of")


def inspections_of_all(norm: Norm, vocabulary: Vocabulary) -> Iterator[Norm]:
    """Yield what takes place where all of something is inspected: sites are wherever one looks."""
    if _INSPECTING in norm.acts and norm.thing is not None:
        told = evolve(norm, thing=_an_inspection(vocabulary))
        of = _of_or_in(norm.thing)
        yield _taking_place(evolve(told, aspects=(of, *norm.aspects)), vocabulary)
        if norm.thing.keys[0][1] in _SITES and len(norm.thing.words) == 1 and not norm.aspects:
            yield _taking_place(told, vocabulary)


_SITES = frozenset({"facility", "site"})


def _taking_place(norm: Norm, vocabulary: Vocabulary) -> Norm:
    acts, nobody = vocabulary.ancestors("act", _HAPPENING), (EVERYBODY,)
    return evolve(norm, acts=acts, actors=nobody, binds=frozenset(nobody), of_a_body=False)
