"""Norms of one text that cannot all be kept, or of which one takes back the other.

Norms are gathered by who is bound, what is done and to what, so that only those are compared which
may meet: in a text of any size a norm is held against a few others. Where very many norms share all
three, each is held against the first of them alone (`_TRIES`).

What is said here is certain as far as the text goes, or says how it is not: the two may lie apart
by a condition (`conditional`), one may be meant as an exception and does not say so (`narrower`),
or be something else (`other words`), or only be wished for; or it cannot be told whether two
conditions can hold together (`undecided`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice, product
from typing import Literal, get_args

from clausecheck.analyses.obligations import implied, listed
from clausecheck.analyses.obligations.conditions import hold_together
from clausecheck.analyses.obligations.exceptions import asks_another, is_unreserved, left_out
from clausecheck.analyses.obligations.holding import Calendar, Overlap, lacks_end
from clausecheck.analyses.obligations.linked_acts import entailed
from clausecheck.analyses.obligations.norms import EVERYBODY, Aspect, Key, Norm
from clausecheck.analyses.obligations.ranking import comes_first, in_steps, ranked
from clausecheck.analyses.obligations.scope import same_owner, subject, within
from clausecheck.analyses.terms import is_group, of_this_text
from clausecheck.analyses.timing.schedule import Schedule
from clausecheck.model import nodes
from clausecheck.model.names import Names
from clausecheck.values import evolve, frozen
from clausecheck.vocabulary import Vocabulary

What = Literal["forbidden", "outranked", "exclusive", "emptied"]
"""What `outranked` says is forbidden by a clause to which it yields: it never applies."""
Grade = Literal[
    "certain", "for a while", "gone", "past due", "conditional", "jointly", "in part", "narrower",
    "other words", "wished", "undecided", "licensed", "excepted", "unended",
]  # fmt: skip
"""The worst first. `gone` is what may go on once it is to have ended for good; `past due` is what
need not be done until after the day by which it is due; `in part` is what may be kept of a thing
that is given up altogether.

What is `licensed` somebody may permit, what is `excepted` a ban may leave out, and what is
`unended` may still be forbidden.
"""
UNDECIDED = frozenset[Grade]({"undecided", "licensed", "excepted", "unended"})
"""Grades of what can be kept together or not, as far as the text can be understood."""
GRADES: tuple[Grade, ...] = get_args(Grade)
_TRIES = 64
"""Norms of one bucket against which another is held."""
_ENOUGH = 16
"""Bans on one thing after which no more are looked for."""


@frozen(slots=False, eq=False)
class Conflict:
    """A norm and those that it cannot stand with, as they are counted, all in one way."""

    what: What
    norm: Norm
    against: tuple[Norm, ...]
    grade: Grade
    term: str | None = None
    """The defined term among which what the one speaks of is listed, and of which the others do."""
    in_part: bool = False
    """Whether the others ask for something else as well."""

    @property
    def for_all_of_it(self) -> bool:
        """Whether a leave, as an exception to the others, would leave nothing of them."""
        one, other = self.norm, self.against[0]
        same = self.what == "emptied" or within(other, one) == "same"
        whole = same and not self.in_part and self.grade != "in part"
        return whole and is_unreserved(one, other)


_Found = Iterator[tuple[What, Norm, Norm, Grade]]
_Pair = tuple[What, str, str]
"""What two sentences do to each other, by their numbers."""


def conflicts(
    norms: Iterable[Norm], vocabulary: Vocabulary, schedule: Schedule
) -> tuple[Conflict, ...]:
    """Return the conflicts as they are counted, each pair of sentences once, in its worst grade."""
    calendar = Calendar(schedule)
    every = listed.widened(tuple(norms), calendar.names, vocabulary)
    pairs: dict[_Pair, tuple[Norm, Norm, Grade]] = {}
    met: dict[_Pair, set[object]] = {}
    for what, norm, other, grade in (
        *_forbidden(every, vocabulary, calendar),
        *_exclusive(every, vocabulary, calendar),
        *_left_free(every, vocabulary, calendar),
    ):
        key = (what, norm.number, other.number)
        known = pairs.get(key)
        if known is None or GRADES.index(grade) < GRADES.index(known[2]):
            pairs[key] = (norm, other, grade)
        met.setdefault(key, set()).add(_asked(other))
    partly = _partly(every, met)
    told = sorted(_told(pairs, partly), key=lambda each: each.norm.counted)
    # An exception for a part is what exceptions are for.
    return tuple(
        each
        for each in told
        if not (each.what == "emptied" and each.in_part and ranked(each.norm, each.against[0]))
    )


def _partly(norms: Iterable[Norm], met: Mapping[_Pair, set[object]]) -> frozenset[_Pair]:
    """Return the pairs in which the second sentence asks for more than the first speaks of."""
    numbers = {other for _, _, other in met}
    asked: dict[str, set[object]] = {}
    for norm in norms if met else ():
        if norm.number in numbers and norm.kind in {norm.provision.kind, "duty"}:
            asked.setdefault(norm.number, set()).add(_asked(norm))
    return frozenset(pair for pair, found in met.items() if not asked[pair[2]] <= found)


def _asked(norm: Norm) -> object:
    """Return which act of its sentence a norm speaks of, and what is done to what."""
    thing = norm.provision.object
    return norm.provision.deed.span, thing.span if thing is not None else None, norm.about


def _told(
    pairs: Mapping[_Pair, tuple[Norm, Norm, Grade]], partly: frozenset[_Pair]
) -> Iterator[Conflict]:
    """Yield the pairs of one norm in one grade, by one definition or by none, together."""
    grouped: dict[tuple[What, str, Grade, str | None], list[tuple[Norm, Norm]]] = {}
    for (what, number, _), (norm, other, grade) in pairs.items():
        term = listed.term_between(norm, other)
        grouped.setdefault((what, number, grade, term), []).append((norm, other))
    for (what, number, grade, term), found in grouped.items():
        others = sorted((other for _, other in found), key=lambda other: other.counted)
        in_part = any((what, number, other.number) in partly for other in others)
        yield Conflict(what, found[0][0], tuple(others), grade, term, in_part)


# ── Owed or allowed, and forbidden ───────────────────────────────────────────────────────────────

_Bans = dict[tuple[str, str, Key | None, Key | None], list[Norm]]
"""Bans by who is bound, by act, by object, and by one thing that narrows them, if any does."""


def _forbidden(norms: tuple[Norm, ...], vocabulary: Vocabulary, calendar: Calendar) -> _Found:
    said = (norm for norm in norms if norm.kind == "prohibition")
    firm = [
        ban
        for ban in (*said, *implied.bans(norms, calendar.names, vocabulary))
        if not ban.said.labels.stated("with consent of")
    ]
    common = Counter(aspect.keys[0] for ban in firm for aspect in ban.aspects)
    bans: _Bans = {}
    for ban in firm:
        # What narrows few bans leaves few to compare.
        rarest = min((each.keys[0] for each in ban.aspects), key=common.__getitem__, default=None)
        for name in ban.binds:
            bans.setdefault((name, ban.acts[0], _first(ban), rarest), []).append(ban)
    banned = {ban.acts[0] for ban in firm}
    inspected = implied.inspections(norms, vocabulary) if "conduct" in banned else ()
    for norm in (*norms, *inspected) if bans else ():
        if norm.kind in {"duty", "permission"} and not norm.choice:
            others = entailed(norm, vocabulary), implied.taken_part_in(norm)
            deeds = (norm, *chain(*others), *implied.deeds(norm, vocabulary))
            found = (
                each
                for deed in deeds
                if not banned.isdisjoint(deed.acts)
                for ban in _candidates(deed, bans)
                for each in _against(deed, ban, calendar, vocabulary)
            )
            yield from islice(found, _ENOUGH)


def _first(norm: Norm) -> Key | None:
    return norm.thing.keys[0] if norm.thing is not None else None


def _candidates(norm: Norm, bans: _Bans) -> Iterator[Norm]:
    """Yield the bans on the act or a wider one, on the object or a wider one, and so on."""
    names = {*norm.actors} if norm.of_a_body else {*norm.actors, EVERYBODY}
    things = norm.thing.keys if norm.thing is not None else (None,)
    aspects = {None, *(key for aspect in norm.aspects for key in aspect.keys)}
    for asked in product(names, norm.acts, things, aspects):
        yield from islice(bans.get(asked, ()), _TRIES)


def _against(norm: Norm, ban: Norm, calendar: Calendar, vocabulary: Vocabulary) -> _Found:
    """Yield what a ban does to a deed, and so to one that yields to the ban."""
    if norm.number == ban.number or in_steps(norm, ban):
        return
    yields = comes_first(ban, norm) and not comes_first(norm, ban)
    if ranked(norm, ban) and not yields:
        if norm.kind == "permission" and _swallows(norm, ban) and within(ban, norm) == "same":
            yield "emptied", norm, ban, "certain"
        return
    if ban.given_up and not _goes_on(norm, ban):
        return
    if norm.takes_part and not _names_the_bound(ban, calendar.names):
        return
    grade = _grade(norm, ban, calendar)
    if ban.in_other_words and grade in {"narrower", "other words"}:
        return  # self-defence is no exception to a ban on force that anybody need declare
    left = left_out(norm, ban, vocabulary)
    if ban.licensed or left != "no":
        sure = grade == "certain" and norm.kind == "duty" and norm.starts_by_itself
        other = grade == "narrower" and asks_another(norm, ban, calendar.names)
        sure = sure or (other and within(norm, ban) == "same")
        if sure and left != "perhaps" and not yields:
            yield "forbidden", norm, ban, "licensed" if ban.licensed else "excepted"
        return
    if grade is not None and not yields:
        yield "forbidden", norm, ban, grade
    elif grade == "certain":
        yield "outranked", norm, ban, grade


def _grade(norm: Norm, ban: Norm, calendar: Calendar) -> Grade | None:
    scope = within(norm, ban)
    together = hold_together(norm, ban) if scope is not None else "no"
    if together == "no":
        return None
    shared: Overlap | None = "always"
    if norm.lasting:
        shared = calendar.overlap(norm, ban)
    elif not calendar.holds_throughout(ban, norm):
        shared = None
    if shared is None:
        begins = norm.kind == "permission" and not (norm.starts_by_itself or norm.conditions)
        told = begins and scope == "same" and together == "yes" and not norm.licensed
        return "unended" if told and calendar.may_still_hold(ban, norm) else None
    if together == "unknown":
        return "undecided"
    named = not norm.binds.isdisjoint(ban.binds)
    special = scope == "narrower" or norm.licensed or not named
    if norm.kind == "permission":
        # What nobody may do alone, some may do together.
        special = special or norm.takes_part
        begins_later = not norm.starts_by_itself and calendar.term(ban).closes == "never"
        special = special or together == "one alone" or begins_later
    if scope == "other words":
        return "other words"
    if norm.takes_part and not special and together != "one alone":
        return "jointly"
    if special:
        renounced = ban.given_up and ban.provision.modality.name == "renounces"
        return "in part" if renounced and not norm.whole else "narrower"
    if together == "one alone":
        return "conditional"
    if not (norm.firm and ban.firm):
        return "wished"
    return "for a while" if shared == "for a while" and norm.kind == "permission" else "certain"


def _goes_on(norm: Norm, ban: Norm) -> bool:
    """Tell whether it is to go on, for all that is given up, without any reserve of its own.

    All of the same is told as an act that excludes the other, and what begins by a line of its own
    may be what follows a pause without an end. So many as are to be kept are told by their figure.
    """
    if norm.conditions or (norm.kind == "permission" and not norm.starts_by_itself):
        return False
    if norm.whole and (
        subject(norm) == subject(ban) or listed.as_defined(ban) in listed.as_listed(norm)
    ):
        return False
    if norm.kind == "duty" and norm.amounts and ban.acts[0] in {"maintain", "possess"}:
        return False
    return norm.starts_by_itself or not lacks_end(ban)


def _names_the_bound(ban: Norm, names: Names) -> bool:
    """Tell whether it names those whom it binds: "no party shall" may leave them free together."""
    who = ban.provision.meaning.who.span
    parts = (part for part in ban.said.sentence.parts if who.contains(part.span))
    words = [part.text for part in parts if isinstance(part, nodes.Word)]
    return any(names.match(words, at) is not None for at in range(len(words)))


def _swallows(norm: Norm, other: Norm) -> bool:
    """Tell whether it is called an exception to another, or put above it, and without reserve."""
    return ranked(norm, other) and comes_first(norm, other) and is_unreserved(norm, other)


def _is_settled(one: Norm, other: Norm) -> bool:
    """Tell whether both are of one sentence, of one procedure, or ranked by the text."""
    return one.number == other.number or in_steps(one, other) or ranked(one, other)


# ── Acts that exclude each other ─────────────────────────────────────────────────────────────────


def _exclusive(norms: tuple[Norm, ...], vocabulary: Vocabulary, calendar: Calendar) -> _Found:
    excluded = vocabulary.exclusions
    fit = [n for n in norms if n.kind in {"duty", "permission"} and not n.choice]
    buckets: dict[tuple[str, str, object], list[Norm]] = {}
    for norm in fit:
        if any(act in excluded for act in norm.acts):
            about = subject(norm)
            of_all = listed.as_defined(norm)
            for name, act in product(norm.actors, norm.acts):
                buckets.setdefault((name, act, about), []).append(norm)
                if of_all is not None and norm.kind == "duty":
                    buckets.setdefault((name, act, of_all), []).append(norm)
    parts = (
        part for norm in fit if norm.kind == "permission" for part in implied.taken_part_in(norm)
    )
    for norm in chain(fit, parts):
        against = frozenset().union(*(excluded.get(act, frozenset()) for act in norm.acts))
        same = subject(norm) if against else None
        for name, act in product(norm.actors, against):
            for other in islice(buckets.get((name, act, same), ()), _TRIES):
                if _speak_of_all(norm, other):
                    yield from _of_pair(norm, other, calendar, vocabulary)
        for name, act, wider in product(norm.actors, against, listed.as_listed(norm)):
            for other in islice(buckets.get((name, act, wider), ()), _TRIES):
                if _speak_of_all(norm, other):
                    yield from _of_one_of_all(norm, other, calendar, vocabulary)


def _of_one_of_all(norm: Norm, other: Norm, calendar: Calendar, vocabulary: Vocabulary) -> _Found:
    """Yield what a norm about one thing and a duty about all of a definition do to each other."""
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


def _of_pair(norm: Norm, other: Norm, calendar: Calendar, vocabulary: Vocabulary) -> _Found:
    """Yield what two norms with exclusive acts do to each other, the later of two duties first."""
    swallows = norm.kind == "permission" and norm.whole and _swallows(norm, other)
    if (_is_settled(norm, other) and not swallows) or not same_owner(norm, other):
        return
    if norm.takes_part and not _names_the_bound(other, calendar.names):
        return
    if norm.licensed or other.licensed or hold_together(norm, other) == "no":
        return
    if any(_leaves_it_there(each) for each in (norm, other)):
        return
    if norm.kind == "duty" and other.kind == "duty":
        if norm.counted < other.counted:
            return  # it is told from the other
        grade = _of_duties(norm, other, calendar, vocabulary)
        if grade is not None:
            yield "exclusive", norm, other, grade
    elif norm.kind == "permission" and other.kind == "duty":
        grade = "certain" if swallows else _empties(norm, other, calendar)
        if grade is None and _is_gone(norm, other, calendar, vocabulary):
            grade = "gone"
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
    grade: Grade = {"one alone": "conditional", "unknown": "undecided"}.get(together, "certain")  # type: ignore[assignment]
    if not (one.firm and other.firm):
        grade = "wished"
    if one.lasting and other.lasting:
        shared = calendar.overlap(one, other)
        return grade if shared in {"always", "for a while"} else None
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
    return grade


_FOR_GOOD = frozenset({"R3", "R4", "R5"})
"""Grades of what does not come back by itself: it takes a new decision, or years."""
_GOING_ON = frozenset({"maintain", "possess", "continue", "remain"})
"""Acts by which a thing goes on, and that do not bring it back."""


def _is_gone(lasting: Norm, once: Norm, calendar: Calendar, vocabulary: Vocabulary) -> bool:
    """Tell whether what is to go on must have been ended for good by then.

    What begins once that is due has to go on by its words, or be such as nothing brings back.
    """
    grade = vocabulary.grade(once.acts[0])
    if grade is None or grade.step not in _FOR_GOOD or lasting.conditions or once.conditions:
        return False
    if calendar.outlasts(lasting, once):
        return True
    for_years = grade.step != "R3" and "operate" in lasting.acts
    goes_on = for_years or not _GOING_ON.isdisjoint(lasting.acts)
    return goes_on and calendar.opens_after_due(lasting, once)


def _empties(permission: Norm, duty: Norm, calendar: Calendar) -> Grade | None:
    """Tell whether somebody may do, on no condition, what undoes what is owed.

    At once, or for a while before what is owed for a term has ended.
    """
    if permission.conditions:
        return None
    if not _LIVES_OF_BODIES.isdisjoint(permission.acts) or of_this_text(permission.provision):
        return None  # nor is a text by a way out of it
    if not permission.starts_by_itself:
        has_term = duty.lasting and not lacks_end(duty)
        return "for a while" if has_term and calendar.overlap(permission, duty) else None
    if duty.lasting:
        return "certain" if calendar.overlap(permission, duty) else None
    return "certain" if not duty.timed and calendar.term(permission).closes == "never" else None


_LIVES_OF_BODIES = frozenset({"dissolve", "leave"})
"""What is set up or joined may be dissolved or left one day, and nobody thinks it undone."""


# ── Owed here and left free there ────────────────────────────────────────────────────────────────


def _left_free(norms: tuple[Norm, ...], vocabulary: Vocabulary, calendar: Calendar) -> _Found:
    """Yield what somebody shall do, and by another sentence need not do, on no condition.

    Who waits as long as the duty leaves time is to be free of it by then. That somebody may do it
    takes nothing from the duty: who must, may.
    """
    free = [
        each
        for norm in norms
        for each in (norm, *implied.freedoms(norm, calendar.names, vocabulary))
        if each.kind == "exemption" and not (each.conditions or each.licensed)
    ]
    left = {norm.acts[0] for norm in free}
    duties: dict[tuple[object, ...], list[Norm]] = {}
    for norm in norms:
        if norm.kind == "duty" and norm.firm and norm.acts[0] in left and not _hangs(norm):
            # Who need not deliver any need not deliver so many, nor to anybody.
            for name, asked in product(norm.actors, (norm, *_lesser(norm))):
                duties.setdefault((name, *_same(asked)), []).append(norm)
    for norm in free:
        for name in norm.actors:
            for duty in islice(duties.get((name, *_same(norm)), ()), _TRIES):
                settled = _is_settled(norm, duty) and not _swallows(norm, duty)
                apart = settled or not same_owner(norm, duty)
                if not apart and (not norm.timed or calendar.holds_when_due(norm, duty)):
                    for_good = calendar.term(norm).closes == "never"
                    yield "emptied", norm, duty, "certain" if for_good else "past due"


def _hangs(norm: Norm) -> bool:
    """Tell whether it is owed only at times, or only if something is so."""
    return norm.choice or norm.licensed or bool(norm.conditions)


def _lesser(duty: Norm) -> Iterator[Norm]:
    """Yield a duty without how much is owed, without to whom, and without both."""
    others = tuple(each for each in duty.aspects if not _is_a_receiver(each))
    aspects = dict.fromkeys((duty.aspects, others))
    amounts = dict.fromkeys((duty.amounts, ()))
    for less in islice(product(aspects, amounts), 1, None):
        yield evolve(duty, aspects=less[0], amounts=less[1])


def _is_a_receiver(aspect: Aspect) -> bool:
    return aspect.preposition in {"", "to", "with"} and aspect.keys[0][0] in {"actor", "group"}


def _same(norm: Norm) -> tuple[object, ...]:
    """Return what must be the same in two norms that speak of one thing to do, so much of it."""
    amounts = tuple(str(amount.quantity) for amount in norm.amounts)
    aspects = frozenset((aspect.preposition, aspect.itself) for aspect in norm.aspects)
    return norm.acts[0], norm.about, aspects, norm.lines, amounts
