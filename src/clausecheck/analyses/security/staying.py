"""What says that foreign forces stay, or leaves them to those whose affair they are.

A treaty has many ways to say so: that they remain, that nobody objects to them, that there is a
right to keep them; that their alliance stands, that they are for the allies alone to decide. What
is only hoped for or taken note of is none of it, nor is what others may decide as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.obligations.figures import AT_MOST
from clausecheck.analyses.security.foreign_forces import (
    LEAVING,
    STAYING,
    WHERE,
    hosts,
    is_foreign,
    leaves,
    what_moves,
)
from clausecheck.analyses.terms import acts, is_group, is_one_of
from clausecheck.model import nodes
from clausecheck.model.names import Names
from clausecheck.model.reading import Provision
from clausecheck.model.sentences import Amount, Mention
from clausecheck.vocabulary import Place, Vocabulary

_ALLOWING = ("accept", "respect", "recognise", "tolerate")
_OBJECTING = ("reject", "oppose")
_SAID_IN_EARNEST = frozenset({"recognises", "accepts", "affirms", "reaffirms", "agrees that"})
_OPINIONS = frozenset({"takes note", "recalls", "expresses", "shares the view"})
_OF_OTHERS = frozenset({"is a matter for", "is for"})
_LASTING = frozenset({"until", "pending"})
_BELOW = frozenset({"below", "under"})
_BETWEEN = frozenset({None, "for", "between", "to", "by"})


def stays(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether it says that they stay, or are not to be asked to go, without an end set."""
    if has_end(provision) or is_capped(provision):
        return False
    if provision.kind == "prohibition" or provision.meaning.denied:
        return _keeps_them(provision, vocabulary)
    return (
        remain(provision, vocabulary)
        or _are_accepted(provision, vocabulary)
        or any(
            is_foreign(thing, provision, vocabulary)
            for thing in _kept_of_right(provision, vocabulary)
        )
    )


def in_a_foreign_land(provision: Provision, names: Names) -> bool:
    """Tell whether it is about forces in a land that is not their owner's: "on the peninsula"."""
    spoken_of = (*provision.deed.objects, *provision.meaning.subject)
    forces = next((thing for thing in spoken_of if is_group(thing, "forces")), None)
    if forces is None:
        return False
    owner = provision.actor if forces.owner in {None, "its"} else forces.owner
    known = names.actor(owner) if owner else None
    return known is not None and any(
        isinstance(place.term, Place) and place.term.states and known.title not in place.term.states
        for place in (*provision.deed.places, *provision.meaning.subject)
    )


def stays_there(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether what is in a foreign land is to stay there, without an end set."""
    stay = provision.kind == "duty" and acts(provision, vocabulary, STAYING)
    bounded = has_end(provision) or is_capped(provision) or provision.meaning.who.negated
    return stay and _in_earnest(provision) and not bounded


def stays_for_a_time(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether they stay only as long as it says: "shall not withdraw", with `until:`."""
    kept = remain(provision, vocabulary) or (
        provision.kind == "prohibition" and _keeps_them(provision, vocabulary)
    )
    return kept and has_end(provision)


def is_capped(provision: Provision) -> bool:
    """Tell whether somebody is to keep no more than a number; who may keep as many, may stay."""
    bounded = any(
        (amount.quantity.qualifier or "").lower() in AT_MOST or amount.preposition in _BELOW
        for amount in amounts_of(provision)
        if amount.quantity is not None
    )
    return provision.kind == "duty" and (bounded or provision.labels.stated("limit"))


def amounts_of(provision: Provision) -> tuple[Amount, ...]:
    """Return how much a provision speaks of, be it of its subject: "no more than 20 troops"."""
    mentions = (*provision.deed.mentions, *provision.meaning.subject)
    its_own = (mention.amount for mention in mentions if mention.amount is not None)
    return (*provision.deed.amounts, *its_own)


def _keeps_them(provision: Provision, vocabulary: Vocabulary) -> bool:
    return _speaks_of_them(provision, vocabulary) and _rules_out_leaving(provision, vocabulary)


def saves(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether it keeps up the alliance on which they rest, or leaves them to the allies."""
    if provision.kind in {"prohibition", "savings"} or provision.meaning.denied:
        return False
    return not has_end(provision) and (
        _keeps_the_alliance(provision, vocabulary) or _is_left_to_allies(provision, vocabulary)
    )


def remain(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether they are there, or may be, as far as it goes: an end may be set to it."""
    if provision.kind == "prohibition" or provision.meaning.denied or not _in_earnest(provision):
        return False
    stay = acts(provision, vocabulary, STAYING) or hosts(provision)
    moved = what_moves(provision, vocabulary)
    return moved is not None and stay and not leaves(provision, vocabulary)


def has_end(provision: Provision) -> bool:
    """Tell whether it holds only for a time: a day, a span, or until something comes."""
    ends = any(
        not isinstance(line.value, (nodes.Silence, nodes.WithoutLimit))
        for line in provision.labels.ending(provision.kind)
    )
    until = any(mention.preposition in _LASTING for mention in provision.deed.others)
    return ends or until or bool(provision.meaning.periods)


def _in_earnest(provision: Provision) -> bool:
    """Tell whether it is more than hoped for, meant or said in passing."""
    if provision.kind == "duty":
        return provision.meaning.binding
    return provision.modality.name not in _OPINIONS


def _speaks_of_them(provision: Provision, vocabulary: Vocabulary) -> bool:
    mentions = (*provision.deed.mentions, *provision.meaning.subject)
    return any(is_foreign(mention, provision, vocabulary) for mention in mentions)


def _rules_out_leaving(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether their leaving is ruled out, so much as speaking of it, or objecting to them."""
    leaving = leaves(provision, vocabulary) or _speaks_of_leaving(provision, vocabulary)
    return leaving is not acts(provision, vocabulary, _OBJECTING)


def _speaks_of_leaving(provision: Provision, vocabulary: Vocabulary) -> bool:
    mentions = (*provision.deed.mentions, *provision.meaning.subject)
    return any(m.kind == "act" and vocabulary.is_a("act", m.name, *LEAVING) for m in mentions)


def _allows(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether somebody lets something be that is another's."""
    said = provision.kind == "statement" and provision.modality.name in _SAID_IN_EARNEST
    owed = provision.kind == "duty" and provision.meaning.binding
    allowing = acts(provision, vocabulary, _ALLOWING)
    return (said or (owed and allowing)) and not provision.meaning.who.negated


def _are_accepted(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether their presence is accepted or respected, and not their departure."""
    if not _allows(provision, vocabulary) or not acts(provision, vocabulary, _ALLOWING):
        return False
    thing = provision.object
    being_there = thing is not None and (
        is_group(thing, "forces") or (thing.kind == "act" and thing.name in STAYING)
    )
    spoken_of = being_there and _speaks_of_them(provision, vocabulary)
    return spoken_of and not _speaks_of_leaving(provision, vocabulary)


def _kept_of_right(provision: Provision, vocabulary: Vocabulary) -> Iterator[Mention]:
    """Yield what somebody is said to have a right to keep: "the right to maintain forces"."""
    if provision.object is not None and is_one_of(provision.object, vocabulary, "right"):
        for deed in provision.deed.inner if _allows(provision, vocabulary) else ():
            if deed.act is not None and vocabulary.is_among(deed.act, (*STAYING, "hold")):
                yield from deed.objects


def _keeps_the_alliance(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether it stands, is to be kept up, or there is a right to it."""
    stands = provision.modality.name == "remains in force"
    firm = provision.kind == "duty" and provision.meaning.binding
    kept = firm and acts(provision, vocabulary, (*STAYING, "respect"))
    things: list[Mention] = [*_kept_of_right(provision, vocabulary)]
    if stands or kept:
        things += (m for m in provision.meaning.subject if m.preposition is None)
    if kept and provision.object is not None:
        things.append(provision.object)
    return any(is_one_of(thing, vocabulary, "alliance") for thing in things)


def _is_left_to_allies(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether those whose forces they are, or on whose soil, decide, and nobody else."""
    decided = provision.meaning.binding and acts(provision, vocabulary, ("decide",))
    reserved = provision.modality.name in _OF_OTHERS
    if not reserved and not (decided and provision.meaning.alone):
        return False
    if not _speaks_of_them(provision, vocabulary) or _speaks_of_leaving(provision, vocabulary):
        return False
    deciding = _named_after(provision) if reserved else _bound(provision)
    return bool(deciding) and deciding <= concerned(provision)


def is_among_allies(provision: Provision) -> bool:
    """Tell whether nobody is bound but those whose forces they are, or on whose soil."""
    bound = _bound(provision)
    return bool(bound) and bound <= concerned(provision)


def _named_after(provision: Provision) -> frozenset[str]:
    """Return to whom it is left, by name; parties that are not named are all of them."""
    somebody = (m for m in provision.deed.mentions if m.kind in {"actor", "group"})
    return frozenset(m.name for m in somebody if m.preposition in _BETWEEN)


def _bound(provision: Provision) -> frozenset[str]:
    return frozenset(m.name for m in provision.deed.agents) or frozenset(
        provision.meaning.who.names
    )


def concerned(provision: Provision) -> frozenset[str]:
    """Return whose forces they are, and on whose soil they stand."""
    mentions = (*provision.meaning.subject, *provision.deed.mentions)
    owners = {m.owner for m in mentions if is_group(m, "forces") and m.owner is not None}
    soil = {m.name for m in mentions if m.kind == "actor" and m.preposition in WHERE}
    return frozenset(owners | soil)
