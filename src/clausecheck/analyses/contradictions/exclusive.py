"""Acts of which each undoes the other: two duties, or a duty and a right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice, product

from clausecheck.analyses.contradictions.pairs import (
    Found,
    Grade,
    is_settled,
    names_the_bound,
    swallows,
)
from clausecheck.analyses.obligations import implied, listed
from clausecheck.analyses.obligations.conditions import hold_together
from clausecheck.analyses.obligations.holding import Calendar, lacks_end
from clausecheck.analyses.obligations.linked_acts import from_inside
from clausecheck.analyses.obligations.norms import EVERYBODY, FOREIGN, TRIES, Aspect, Key, Norm
from clausecheck.analyses.obligations.opposite import are_opposite
from clausecheck.analyses.obligations.scope import picks_out_a_kind, same_owner, subject, within
from clausecheck.analyses.terms import is_group, of_this_text
from clausecheck.values import evolve
from clausecheck.vocabulary import Vocabulary


def exclusive(norms: tuple[Norm, ...], vocabulary: Vocabulary, calendar: Calendar) -> Found:
    """Yield what two sentences on one thing do to each other by acts that exclude each other."""
    excluded = vocabulary.exclusions
    said = [n for n in norms if n.kind in {"duty", "permission"} and not n.choice]
    fit = [*said, *(part for norm in said for part in implied.taken_part_in(norm))]
    buckets: dict[tuple[str, str, object], list[Norm]] = {}
    of_all_kinds: dict[tuple[str, str, Key], list[Norm]] = {}
    for norm in fit:
        if any(act in excluded for act in norm.acts):
            about = subject(norm)
            of_all = listed.as_defined(norm)
            for name, act in product((*norm.bearers, *_unowned(norm)), norm.acts):
                buckets.setdefault((name, act, about), []).append(norm)
                if of_all is not None and norm.kind == "duty":
                    buckets.setdefault((name, act, of_all), []).append(norm)
                if norm.thing is not None and _says_all(norm):
                    of_all_kinds.setdefault((name, act, norm.thing.keys[0]), []).append(norm)
    nouns = (each for norm in fit for each in implied.as_nouns(norm, vocabulary))
    target = _one_target(fit)
    for norm in chain(fit, nouns):
        against = frozenset().union(*(excluded.get(act, frozenset()) for act in norm.acts))
        same = subject(norm) if against else None
        for name, act in product((*norm.bearers, *_anybody(norm)), against):
            for other in islice(buckets.get((name, act, same), ()), TRIES):
                if _speak_of_all(norm, other):
                    yield from _of_pair(norm, other, calendar, vocabulary)
        for name, act, wider in product(norm.bearers, against, listed.as_listed(norm)):
            for other in islice(buckets.get((name, act, wider), ()), TRIES):
                if _speak_of_all(norm, other):
                    yield from _of_one_of_all(norm, other, calendar, vocabulary)
        keys = norm.thing.keys if norm.thing is not None and of_all_kinds else ()
        everybody = (EVERYBODY,) if norm.kind == "duty" and FOREIGN in keys else ()
        for asked in product((*norm.actors, *everybody), against, keys):
            for other in islice(of_all_kinds.get(asked, ()), TRIES):
                if same != subject(other) and _is_part(norm, other, target):
                    yield from _of_one_of_all(norm, other, calendar, vocabulary)


_ANYBODYS = "*"
"""In the place of whoever owes it, a duty on what the sentence does not say to be anybody's."""


def _unowned(norm: Norm) -> tuple[str, ...]:
    """Return by what a duty is found, whoever owes it, that names no owner of its thing."""
    return (_ANYBODYS,) if norm.kind == "duty" and norm.provision.owner is None else ()


def _anybody(norm: Norm) -> tuple[str, ...]:
    """Return by what duties are found that may be another's: nobody's, or for such a one all.

    Whoever it is, of "the road shall remain closed" and of "A shall open the road" one is broken.
    """
    return (EVERYBODY,) if norm.actors != (EVERYBODY,) else _unowned(norm)


def _says_all(norm: Norm) -> bool:
    """Tell whether it is a duty on all there is of something, in as many words.

    So it is where foreign forces are to go and nobody is named who is to see to it.
    """
    left_out = norm.said.labels.stated("except")
    foreign = norm.thing is not None and norm.thing.keys[0] == FOREIGN
    every = bool(norm.amounts) or (foreign and norm.actors == (EVERYBODY,))
    return norm.kind == "duty" and every and norm.whole and not left_out


def _is_part(norm: Norm, other: Norm, target: Aspect | None) -> bool:
    """Tell whether a norm is on what another one speaks of, there or of one kind."""
    as_there = _aimed(evolve(from_inside(norm), acts=other.acts), target)
    whole = _aimed(from_inside(other), None)
    # "On arms exports": of what kind they are picks out some of them.
    plain = tuple(each for each in as_there.aspects if not picks_out_a_kind(each))
    ways = (as_there, evolve(as_there, aspects=plain))
    return any(within(each, whole) in {"same", "narrower"} for each in ways)


_AIMED, _AT = ("object", "sanctions"), frozenset({"in", "against", "to"})


def _targets(norm: Norm) -> Iterator[Aspect]:
    """Yield on whom the sanctions are of which it speaks, if it does: "on" and "against" them."""
    if norm.thing is not None and _AIMED in norm.thing.keys:
        for each in norm.aspects:
            if each.preposition in _AT and each.keys[0][0] == "actor":
                yield each


def _one_target(norms: Iterable[Norm]) -> Aspect | None:
    """Return on whom the sanctions of a text are, if all that say so name the same one."""
    found = {each.keys[0]: each for norm in norms for each in _targets(norm)}
    return next(iter(found.values())) if len(found) == 1 else None


def _aimed(norm: Norm, target: Aspect | None) -> Norm:
    """Return a norm on sanctions with whom they are on, as it says, or as the text says."""
    named = tuple(_targets(norm))
    aimed = norm.thing is not None and _AIMED in norm.thing.keys
    told = named or ((target,) if aimed and target is not None else ())
    others = tuple(each for each in norm.aspects if each not in named)
    return evolve(norm, aspects=(*others, *(evolve(each, preposition="in") for each in told)))


def _of_one_of_all(norm: Norm, other: Norm, calendar: Calendar, vocabulary: Vocabulary) -> Found:
    """Yield what a norm about one thing and a duty about all of its kind do to each other."""
    first = norm.kind == "permission" or norm.counted > other.counted
    pair = (norm, other) if first else (other, norm)
    for what, one, another, grade in _of_pair(*pair, calendar, vocabulary):
        # A right to one of them leaves the duty for the others.
        emptied = what == "emptied" and grade == "certain"
        yield what, one, another, "in part" if emptied else grade


def _speak_of_all(one: Norm, other: Norm) -> bool:
    """Tell whether both are about all there is, or one is to end it all and the other keeps some.

    Who shall withdraw the troops and keep 500 may mean the others; `all` says that it does not.
    """
    if one.whole and other.whole:
        return True
    lasting, once = (one, other) if one.lasting else (other, one)
    return lasting.lasting and not once.lasting and bool(once.amounts) and once.whole


def _of_pair(norm: Norm, other: Norm, calendar: Calendar, vocabulary: Vocabulary) -> Found:
    """Yield what two norms with exclusive acts do to each other, the later of two duties first."""
    for_all_of_it = norm.kind == "permission" and norm.whole and swallows(norm, other)
    if (is_settled(norm, other) and not for_all_of_it) or not same_owner(norm, other):
        return
    for one, another in ((norm, other), (other, norm)):
        if one.takes_part and not (another.takes_part or names_the_bound(another, calendar.names)):
            return
    if norm.licensed or other.licensed or hold_together(norm, other) == "no":
        return
    if any(_leaves_it_there(each) for each in (norm, other)) or are_opposite(norm, other):
        return
    if norm.kind == "duty" and other.kind == "duty":
        if norm.counted < other.counted:
            return  # it is told from the other
        grade = _of_duties(norm, other, calendar, vocabulary)
        if norm.takes_part or other.takes_part:
            grade = "jointly" if grade == "certain" else None
        if grade is not None:
            yield "exclusive", norm, other, grade
    elif norm.kind == "permission" and other.kind == "duty" and not other.takes_part:
        grade = "certain" if for_all_of_it else _empties(norm, other, calendar)
        if grade is None and _is_gone(norm, other, calendar, vocabulary):
            grade = "gone"
        if grade is None and _may_be_kept(norm, other, calendar, vocabulary):
            grade = "no end"
        if grade == "certain" and not norm.whole:
            grade = "in part"  # who may keep some is still to part with the others
        if grade is not None:
            yield "emptied", norm, other, grade if other.firm else "wished"


def _leaves_it_there(norm: Norm) -> bool:
    """Tell whether its giver may still have it: at the place of its return, or having told it."""
    thing = norm.provision.object
    told = "release" in norm.acts and thing is not None and not is_group(thing, "people")
    return told or ("return" in norm.acts and bool(norm.aspects))


def _of_duties(one: Norm, other: Norm, calendar: Calendar, vocabulary: Vocabulary) -> Grade | None:
    together = hold_together(one, other)
    if together == "one alone" and any(
        _takes_back(late, early) for late, early in ((one, other), (other, one))
    ):
        return None
    grade: Grade = {"one alone": "conditional", "unknown": "undecided"}.get(together, "certain")  # type: ignore[assignment]
    if not (one.firm and other.firm):
        grade = "wished"
    unnamed = [EVERYBODY in each.actors for each in (one, other)]
    if one.lasting and other.lasting:
        if calendar.overlap(one, other) not in {"always", "for a while"}:
            return None
        return "narrower" if grade == "certain" and len({*unnamed}) > 1 else grade
    if not (one.lasting or other.lasting):
        # Done once each, the one may come after the other, as in a ladder of steps.
        return grade if one.times == other.times else None
    lasting, once = (one, other) if one.lasting else (other, one)
    if _is_gone(lasting, once, calendar, vocabulary):
        return grade
    if not calendar.holds_throughout(lasting, once):
        return None
    if lacks_end(lasting):
        # It may be meant to last until the other begins.
        if not once.starts_by_itself:
            return None
        if once.timed and grade == "certain":
            return "narrower"
    return "narrower" if grade == "certain" and any(unnamed) else grade


def _takes_back(norm: Norm, other: Norm) -> bool:
    """Tell whether it says on what condition the other is over: who resumes has suspended."""
    act, hangs = norm.provision.deed.act, norm.said.labels.stated("if")
    return hangs and act is not None and not set(act.reverses).isdisjoint(other.acts)


_FOR_GOOD = frozenset({"R3", "R4", "R5"})
"""Grades of what does not come back by itself: it takes a new decision, or years."""
_GOING_ON = frozenset({"maintain", "possess", "continue", "remain"})
"""Acts by which a thing goes on, and that do not bring it back."""


def _is_gone(lasting: Norm, once: Norm, calendar: Calendar, vocabulary: Vocabulary) -> bool:
    """Tell whether what is to go on must have been ended for good by then.

    What begins once that is due has to go on by its words, or be such as nothing brings back.
    """
    if not _ends_for_good(lasting, once, vocabulary):
        return False
    if calendar.outlasts(lasting, once):
        return True
    grade = vocabulary.grade(once.acts[0])
    for_years = grade is not None and grade.step != "R3" and "operate" in lasting.acts
    goes_on = for_years or not _GOING_ON.isdisjoint(lasting.acts)
    return goes_on and calendar.opens_after_due(lasting, once)


def _ends_for_good(lasting: Norm, once: Norm, vocabulary: Vocabulary) -> bool:
    """Tell whether an act ends what goes on for good, both on no condition."""
    grade = vocabulary.grade(once.acts[0])
    for_good = grade is not None and grade.step in _FOR_GOOD
    return for_good and not (lasting.conditions or once.conditions)


_KEEPING = frozenset({"maintain", "possess"})


def _may_be_kept(norm: Norm, duty: Norm, calendar: Calendar, vocabulary: Vocabulary) -> bool:
    """Tell whether all of a thing may be kept, with no end, that is to be gone by a day for good.

    Who may operate it may do so until then; to keep it is what the duty takes away. Who may keep
    one of them may be left that one.
    """
    kept = norm.whole and not _KEEPING.isdisjoint(norm.acts) and norm.starts_by_itself
    ends = kept and not duty.lasting and _ends_for_good(norm, duty, vocabulary)
    return ends and lacks_end(norm) and calendar.holds_when_due(norm, duty)


def _empties(permission: Norm, duty: Norm, calendar: Calendar) -> Grade | None:
    """Tell whether somebody may do, on no condition, what undoes what is owed.

    At once, or for a while before what is owed for a term has ended.
    """
    if permission.conditions:
        return None
    passes = not _LIVES_OF_BODIES.isdisjoint(permission.acts) or of_this_text(permission.provision)
    if passes and "remain" not in duty.acts:
        return None  # nor is a text by a way out of it
    if not permission.starts_by_itself:
        has_term = duty.lasting and not lacks_end(duty)
        return "for a while" if has_term and calendar.overlap(permission, duty) else None
    if duty.lasting:
        return "certain" if calendar.overlap(permission, duty) else None
    return "certain" if not duty.timed and calendar.term(permission).closes == "never" else None


_LIVES_OF_BODIES = frozenset({"dissolve", "leave"})
"""What is set up or joined may be dissolved or left one day, and nobody thinks it undone."""
