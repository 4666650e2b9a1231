"""Duties to say what one has: which sites, how much material, which weapons."""

from __future__ import annotations

from clausecheck.analyses.terms import acts, is_group, is_one_of
from clausecheck.model.reading import Provision
from clausecheck.model.sentences import Mention
from clausecheck.vocabulary import Vocabulary

_LISTED = ("facility", "material", "weapons", "disarmament")
_TELLING = ("declare", "disclose")
_HANDING_OVER = ("provide", "submit", "transfer")


def listed(provision: Provision, vocabulary: Vocabulary) -> Mention | None:
    """Return what somebody is bound to declare, or the declaration that is to be handed over.

    None where what is declared is a state of affairs, as that a war is over.
    """
    thing = provision.object
    if thing is None or provision.kind != "duty" or not provision.meaning.binding:
        return None
    if acts(provision, vocabulary, _TELLING):
        return thing if is_group(thing, *_LISTED) else None
    return thing if _is_handed_over(provision, "declaration", vocabulary) else None


def lists_all(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether it is a list of all there is: an inventory, and no partial or first one."""
    whole = provision.quantity is not None and provision.quantity.whole
    told = whole and acts(provision, vocabulary, (*_TELLING, "report"))
    partial = _is_handed_over(provision, "partial-declaration", vocabulary)
    return told or (_is_handed_over(provision, "declaration", vocabulary) and not partial)


def _is_handed_over(provision: Provision, what: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a list of arms, plants or material is to be given to somebody."""
    thing = provision.object
    return (
        thing is not None
        and is_one_of(thing, vocabulary, what)
        and acts(provision, vocabulary, _HANDING_OVER)
        and any(is_group(mention, *_LISTED) for mention in provision.deed.mentions)
    )
