"""What somebody shall or may do, and another clause forbids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice, product

from clausecheck.analyses.contradictions.pairs import (
    UNDECIDED,
    Found,
    Grade,
    names_the_bound,
    swallows,
)
from clausecheck.analyses.contradictions.some_of_all import some_of_all
from clausecheck.analyses.obligations import implied, listed
from clausecheck.analyses.obligations.conditions import adding, hold_together
from clausecheck.analyses.obligations.exceptions import asks_another, left_out
from clausecheck.analyses.obligations.holding import Calendar, lacks_end
from clausecheck.analyses.obligations.linked_acts import entailed
from clausecheck.analyses.obligations.norms import EVERYBODY, FOREIGN, TRIES, Key, Norm
from clausecheck.analyses.obligations.ranking import comes_first, in_steps, ranked
from clausecheck.analyses.obligations.scope import subject, within
from clausecheck.model import nodes
from clausecheck.model.names import Names
from clausecheck.model.walk import walk
from clausecheck.vocabulary import Vocabulary

_ENOUGH = 16
"""Bans on one thing after which no more are looked for."""
_Bans = dict[tuple[str, str, Key | None, Key | None], list[Norm]]
"""Bans by who is bound, by act, by object, and by one thing that narrows them, if any does."""


def forbidden(
    norms: tuple[Norm, ...],
    vocabulary: Vocabulary,
    calendar: Calendar,
    after_breaches: Iterable[Norm] = (),
) -> Found:
    """Yield what is owed or allowed, and what forbids it, in these words or in others.

    Of what follows a breach only what a ban in as many words, without an end, does to it.
    """
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
            together = implied.done_together(norm, calendar.names)
            parts = (*implied.taken_part_in(norm), *implied.of_each_member(norm))
            own = (norm, *parts, *together)
            others = chain.from_iterable(entailed(each, vocabulary) for each in own)
            deeds = (*own, *others, *implied.deeds(norm, vocabulary))
            found = (
                each
                for deed in deeds
                if not banned.isdisjoint(deed.acts)
                for ban in _candidates(deed, bans)
                for each in _against(deed, ban, calendar, vocabulary)
            )
            yield from islice(found, _ENOUGH)
    yield from some_of_all(norms, firm, vocabulary, calendar)
    for norm in after_breaches if bans else ():
        found = (
            each
            for deed in (norm, *entailed(norm, vocabulary))
            for ban in _candidates(deed, bans)
            if ban.provision.kind == "prohibition" and calendar.term(ban).closes == "never"
            for each in _against(deed, ban, calendar, vocabulary)
            if each[0] == "forbidden" and each[3] not in UNDECIDED
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
        yield from islice(bans.get(asked, ()), TRIES)


def _against(norm: Norm, ban: Norm, calendar: Calendar, vocabulary: Vocabulary) -> Found:
    """Yield what a ban does to a deed, and so to one that yields to the ban."""
    if norm.number == ban.number or in_steps(norm, ban) or _exclude(norm, ban, vocabulary):
        return
    yields = comes_first(ban, norm) and not comes_first(norm, ban)
    if ranked(norm, ban) and not yields:
        if norm.kind == "permission" and swallows(norm, ban) and within(ban, norm) == "same":
            yield "emptied", norm, ban, "certain"
        return
    if ban.given_up and not _goes_on(norm, ban):
        return
    if _leaves_some(ban) and not _is_on_all(norm, ban):
        return
    if norm.takes_part and not names_the_bound(ban, calendar.names):
        return
    grade = _grade(norm, ban, calendar)
    apart = ban.in_other_words or _is_measured(norm, calendar.names)
    if apart and grade in {"narrower", "other words"}:
        return  # self-defence is no exception to a ban on force that anybody need declare
    left = left_out(norm, ban, calendar.names, vocabulary)
    if ban.licensed or left != "no":
        if left == "in part" and norm.kind == "permission" and not (ban.licensed or yields):
            if grade in {"certain", "for a while"}:
                yield "forbidden", norm, ban, "save some"
            return
        told = norm.kind == "duty" or (left == "unknown" and not ban.licensed)
        sure = grade == "certain" and told and norm.starts_by_itself
        other = grade == "narrower" and asks_another(norm, ban, calendar.names)
        sure = sure or (other and within(norm, ban) == "same")
        if sure and left in {"no", "unknown"} and not yields:
            yield "forbidden", norm, ban, "licensed" if ban.licensed else "excepted"
        return
    if grade is not None and not yields:
        special = grade == "certain" and norm.kind == "permission" and _is_of_a_kind(norm, ban)
        yield "forbidden", norm, ban, "narrower" if special else grade
    elif grade == "certain":
        yield "outranked", norm, ban, grade


def _is_measured(norm: Norm, names: Names) -> bool:
    """Tell whether a definition with a figure says what it is about, and it says a figure, too.

    By the definition it may be nothing of what is forbidden.
    """
    kind, name = norm.thing.keys[0] if norm.thing is not None else ("", "")
    definition = names.definitions.get(name.lower()) if kind == "definition" else None
    lines = (line.value for line in definition.labels) if definition is not None else ()
    measured = any(isinstance(each, nodes.Quantity) for value in lines for each in walk(value))
    return measured and any(isinstance(p, nodes.Quantity) for p in norm.said.sentence.parts)


def _exclude(norm: Norm, ban: Norm, vocabulary: Vocabulary) -> bool:
    """Tell whether one goes on with what the other ends, which is told of these two acts."""
    goes_on, ends = norm.provision.deed.act, ban.provision.deed.act
    if ban.provision.kind != "duty" or goes_on is None or ends is None:
        return False
    if goes_on.name in norm.acts or ends.name in ban.acts:
        return False
    ending = vocabulary.ancestors("act", ends.name)
    excluded = (vocabulary.exclusions.get(name, frozenset()) for name in ending)
    return (
        not frozenset[str]().union(*excluded).isdisjoint(vocabulary.ancestors("act", goes_on.name))
    )


def _grade(norm: Norm, ban: Norm, calendar: Calendar) -> Grade | None:
    scope = within(norm, ban)
    together = hold_together(norm, ban) if scope is not None else "no"
    if together == "no":
        return None
    shared = calendar.shared(norm, ban)
    if shared is None:
        plain = scope == "same" and together == "yes" and not (norm.licensed or norm.conditions)
        return _doubt(norm, ban, calendar) if plain else None
    if together == "unknown":
        return "undecided"
    named = not norm.binds.isdisjoint(ban.binds)
    special = scope == "narrower" or norm.licensed or not named
    if norm.kind == "permission":
        # What nobody may do alone, some may do together.
        special = special or norm.takes_part
        special = special or calendar.takes_part_of(norm, ban)
        special = special or (together == "one alone" and bool(adding(norm, ban)))
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
    while_it_lasts = shared == "for a while" and not calendar.are_one(norm, ban)
    return "for a while" if while_it_lasts and norm.kind == "permission" else "certain"


def _doubt(norm: Norm, ban: Norm, calendar: Calendar) -> Grade | None:
    """Return what cannot be told of a deed and a ban, of which one comes nobody knows when."""
    if norm.lasting:
        late = not norm.starts_by_itself and calendar.may_still_hold(ban, norm)
        return "unended" if late else None
    if calendar.may_hold_when_due(ban, norm):
        return "due first"
    return "begun first" if calendar.may_begin_first(ban, norm) else None


def _leaves_some(ban: Norm) -> bool:
    """Tell whether some may be done: who shall "not close all bases" may close one."""
    provision = ban.provision
    denied = " not" in provision.modality.name or provision.meaning.who.negated
    return denied and provision.kind == "prohibition" and bool(ban.amounts) and ban.whole


def _is_on_all(norm: Norm, ban: Norm) -> bool:
    """Tell whether a deed is on all that a ban names, and on no less."""
    every = bool(norm.amounts) or norm.provision.owner is not None
    return norm.whole and every and norm.about == ban.about and within(norm, ban) == "same"


def _is_of_a_kind(norm: Norm, ban: Norm) -> bool:
    """Tell whether a deed is about one kind of what a ban names: naval exercises of all.

    What a definition lists is meant by the word for it, as if the ban had named it.
    """
    thing = ban.provision.object
    kinds = norm.thing.keys[1:] if norm.thing is not None else ()
    return (
        _first(ban) in kinds and _first(ban) != FOREIGN and (thing is None or thing.defined is None)
    )


def _goes_on(norm: Norm, ban: Norm) -> bool:
    """Tell whether it is to go on, for all that is given up, without any reserve of its own.

    All of the same is told as an act that excludes the other, and what begins by a line of its own
    may be what follows a pause without an end. So many as are to be kept are told by their figure.
    """
    if norm.conditions or (norm.kind == "permission" and not norm.starts_by_itself):
        return False
    if (
        norm.whole
        and not set(norm.bearers).isdisjoint(ban.bearers)
        and (subject(norm) == subject(ban) or listed.as_defined(ban) in listed.as_listed(norm))
    ):
        return False
    if norm.kind == "duty" and norm.amounts and ban.acts[0] in {"maintain", "possess"}:
        return False
    return norm.starts_by_itself or not lacks_end(ban)
