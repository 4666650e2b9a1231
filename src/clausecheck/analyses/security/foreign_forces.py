"""Forces on another's soil: which forces a sentence speaks of, whose they are, and if they go."""

from __future__ import annotations

from clausecheck.analyses.terms import acts, is_group
from clausecheck.model.nodes import Name
from clausecheck.model.reading import Provision
from clausecheck.model.sentences import Deed, Mention
from clausecheck.model.walk import walk
from clausecheck.vocabulary import Object, Place, Vocabulary

_NEEDED = frozenset({"necessary", "needed", "required", "indispensable"})
LEAVING = ("withdraw", "reduce", "evacuate", "leave", "scale-down", "repatriate")
STAYING = ("remain", "maintain", "deploy", "continue")
WHERE = frozenset({"in", "from"})
_ENDING_A_PRESENCE = frozenset({"end", "terminate", "phase-out", "cease", "remove"})
"""These alone: the dissolution of a command is told as what it is."""
_MOVING = ("redeploy", "move", "transfer")
_AWAY = frozenset({"from", "out of"})


def leaves(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether what forces do, or is done with them, is that they go from where they are.

    To move them is that only where it is said from where: "redeploy its forces out of Southland".
    """
    act = provision.deed.act
    if act is not None and act.name in _ENDING_A_PRESENCE:
        return True
    if acts(provision, vocabulary, LEAVING) or begun_leaving(provision, vocabulary):
        return True
    if not acts(provision, vocabulary, _MOVING):
        return False
    return any(m.kind == "actor" and m.preposition in _AWAY for m in provision.deed.mentions)


def begun_leaving(provision: Provision, vocabulary: Vocabulary) -> Deed | None:
    """Return the departure that somebody is to begin, which is one of some at the least."""
    if not acts(provision, vocabulary, ("begin",)):
        return None
    inner = provision.deed.inner
    going = (each for each in inner if each.act and vocabulary.is_a("act", each.act.name, *LEAVING))
    return next(going, None)


def ought_to_leave(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether it is held necessary that they go, though nobody is bound to see to it."""
    needed = False
    for mention in () if provision.meaning.denied else provision.deed.mentions:
        needed |= mention.kind == "words" and mention.name in _NEEDED
        going = mention.kind == "act" and vocabulary.is_a("act", mention.name, *LEAVING)
        if needed and going and mention.preposition == "to":
            return provision.kind == "statement"
    return False


def what_moves(provision: Provision, vocabulary: Vocabulary) -> Mention | None:
    """Return the foreign forces that a provision moves or keeps: its object, or its subject."""
    begun = begun_leaving(provision, vocabulary)
    thing = next(iter(begun.objects), None) if begun is not None else provision.object
    if thing is not None and is_foreign(thing, provision, vocabulary):
        return thing
    subject = provision.meaning.subject
    return next((m for m in subject if is_foreign(m, provision, vocabulary)), None)


def is_foreign(mention: Mention, provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether a mention is of forces on another's soil.

    A party's own forces leaving a zone or a line are not. Whoever withdraws or keeps forces that
    the text gives to nobody moves its own.
    """
    if not isinstance(mention.term, Object) or mention.term.group != "forces":
        return False
    if vocabulary.is_a("object", mention.name, "foreign-forces") or mention.owner == "foreign":
        return True
    moves = leaves(provision, vocabulary) or acts(provision, vocabulary, STAYING)
    moved = mention.owner is None and moves
    if mention.owner == "its" and provision.kind == "savings":
        # Whose they are is known from no verb; that a land is named beside them says enough.
        return any(m.kind == "actor" and m.preposition in WHERE for m in provision.deed.mentions)
    if hosts(provision) and mention.owner not in {None, "its", provision.actor}:
        return True
    if mention.owner == "its" and _of_those_asked(mention, provision):
        return False
    owner = provision.actor if mention.owner == "its" or moved else mention.owner
    at_home = owner is not None and owner == (provision.actor or mention.owner)
    return is_abroad(owner, provision) or (at_home and _goes_home(provision, vocabulary))


def asks_the_host(provision: Provision) -> bool:
    """Tell whether those on whose soil forces would be may allow them, by a line or by its words.

    "Without the consent of Southland", in Southland, ends nothing to which Southland agrees.
    """
    lands = {each.name for each in provision.deed.places if each.kind == "actor"}
    lines = provision.labels.all("unless permitted by")
    asked = {node.text for line in lines for node in walk(line.value) if isinstance(node, Name)}
    without = (each for each in provision.deed.others if each.preposition == "without")
    asked |= {each.owner for each in without if is_group(each, "agreement") and each.owner}
    return not lands.isdisjoint(asked)


def hosts(provision: Provision) -> bool:
    """Tell whether somebody has others' forces on its soil: "continue to host forces of X"."""
    deeds = (provision.deed, *provision.deed.inner)
    return provision.actor is not None and any(
        deed.act is not None
        and deed.act.name == "hold"
        and any(is_group(thing, "forces") for thing in deed.objects)
        for deed in deeds
    )


def _goes_home(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether it is to where they came from: "bring its soldiers home"."""
    return acts(provision, vocabulary, ("repatriate",))


def _of_those_asked(mention: Mention, provision: Provision) -> bool:
    """Tell whether "their forces" are those of whom the sentence asks to do something."""
    asked = [thing for thing in provision.deed.objects if thing.kind == "actor"]
    return bool(asked) and mention not in provision.deed.objects


def is_abroad(owner: str | None, provision: Provision) -> bool:
    """Tell whether what somebody owns is on another's soil, as far as the sentence says where."""
    spoken_of = (*provision.meaning.subject, *provision.deed.others)
    named = (place for place in spoken_of if place.preposition in WHERE)
    # Nobody leaves a whole region that is its own.
    out_of_a_region = any(
        isinstance(place.term, Place)
        and place.term.group == "region"
        and (place.preposition in _AWAY or place in provision.deed.objects)
        for place in provision.deed.mentions
    )
    # Where nothing is done, as in "is a matter for X", those named have it and are no place.
    done_to = provision.deed.objects if provision.act is not None else ()
    soil = [p.name for p in (*provision.deed.places, *done_to, *named) if p.kind == "actor"]
    return bool(owner and (out_of_a_region or (soil and owner not in soil)))
