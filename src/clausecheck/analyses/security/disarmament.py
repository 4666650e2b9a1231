"""Who gives up weapons, or what makes them."""

from __future__ import annotations

from clausecheck.analyses.terms import is_group, is_one_of
from clausecheck.analyses.ties import one_a_sentence
from clausecheck.model.reading import Provision, Reading
from clausecheck.model.sentences import DUTIES, Deed, Mention
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary

_GIVING_UP = (
    "abandon",
    "convert",
    "denuclearise",
    "disable",
    "disarm",
    "dismantle",
    "dispose",
    "eliminate",
    "remove",
    "renounce",
)
_WEAPONS = ("weapons-of-mass-destruction", "missile")
_HANDING_OVER = ("transfer", "deliver")
_ONES_OWN = frozenset({"its", "all"})
_MAKING = ("material", "facility")
_WHOLE = ("disarmament", "nuclear-programme", "dismantlement", "disablement")
_WISHES = frozenset(DUTIES[DUTIES.index("agrees to consult") :])
"""Duties so soft that nothing is given up yet; to work toward it is more."""
_CARRYING_OUT = frozenset({"conduct", "implement", "complete", "work-toward"})


@frozen
class Disarmament:
    """The duties to disarm outside the preamble, one for each sentence and in text order."""

    steps: tuple[Provision, ...]
    """To give up weapons of mass destruction, missiles, or what makes them; not to pause."""
    alone: str | None
    """The party that disarms where no other does; None where several or none do."""


def analyse(reading: Reading, vocabulary: Vocabulary) -> Disarmament:
    """Return every duty to disarm, however soft its words so long as it is one."""
    steps = tuple(
        one_a_sentence(
            provision
            for provision in reading.operative_provisions
            if _disarms(provision, vocabulary)
        )
    )
    parties = {
        name for step in steps for name in step.meaning.who.names if name in reading.names.parties
    }
    return Disarmament(steps, parties.pop() if len(parties) == 1 else None)


def _disarms(provision: Provision, vocabulary: Vocabulary) -> bool:
    if provision.kind != "duty" or provision.modality.name in _WISHES:
        return False
    deed = provision.deed
    carried_out = deed.act is None or deed.act.name in _CARRYING_OUT
    if deed.act is not None and deed.act.name == "denuclearise":
        return True
    if carried_out and any(_names_disarmament(mention, vocabulary) for mention in deed.objects):
        return True
    return any(
        _gives_up(each, vocabulary) for each in ((deed, *deed.inner) if carried_out else (deed,))
    )


def hands_over(deed: Deed, vocabulary: Vocabulary) -> bool:
    """Tell whether somebody lets go of their weapons of mass destruction by giving them away.

    To hand others some that are not said to be all, or one's own, may be to arm them.
    """
    if deed.act is None or not vocabulary.is_a("act", deed.act.name, *_HANDING_OVER):
        return False
    everything = any(amount.whole for amount in deed.amounts)
    return any(
        is_one_of(mention, vocabulary, "weapons-of-mass-destruction")
        and (everything or mention.owner in _ONES_OWN)
        for mention in deed.objects
    )


def _gives_up(deed: Deed, vocabulary: Vocabulary) -> bool:
    if hands_over(deed, vocabulary):
        return True
    act = deed.act
    if act is None or not vocabulary.is_a("act", act.name, *_GIVING_UP):
        return False
    return any(
        is_group(mention, *_MAKING)
        or _names_disarmament(mention, vocabulary)
        or is_one_of(mention, vocabulary, *_WEAPONS)
        for mention in deed.objects
    )


def _names_disarmament(mention: Mention, vocabulary: Vocabulary) -> bool:
    return is_one_of(mention, vocabulary, *_WHOLE)
