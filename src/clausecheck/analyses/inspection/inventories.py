"""Duties to say what one has: which sites, how much material, which weapons."""

from __future__ import annotations

from clausecheck.analyses.terms import acts, is_group
from clausecheck.model.reading import Provision
from clausecheck.model.sentences import Mention
from clausecheck.vocabulary import Vocabulary

_LISTED = ("facility", "material", "weapons", "disarmament")
_TELLING = ("declare", "disclose")
_HANDING_OVER = ("provide", "submit")


def listed(provision: Provision, vocabulary: Vocabulary) -> Mention | None:
    """Return what somebody is bound to declare, or the declaration that is to be handed over.

    None where what is declared is a state of affairs, as that a war is over.
    """
    thing = provision.object
    if thing is None or provision.kind != "duty" or not provision.meaning.binding:
        return None
    if acts(provision, vocabulary, _TELLING):
        return thing if is_group(thing, *_LISTED) else None
    hands_over = thing.name == "declaration" and acts(provision, vocabulary, _HANDING_OVER)
    of_things = any(is_group(mention, *_LISTED) for mention in provision.deed.mentions)
    return thing if hands_over and of_things else None
