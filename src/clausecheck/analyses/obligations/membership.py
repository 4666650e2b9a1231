"""Who is to stay bound by a treaty, and who may leave it or shall.

"Shall remain a party to the treaty" and "may withdraw from it" speak of one thing in words that
have little in common. Both are read here as what they come to: to remain in the treaty, or to
leave it.
"""

from __future__ import annotations

from clausecheck.analyses.obligations.norms import Aspect, Norm
from clausecheck.analyses.terms import LEAVING, TEXTS, is_group
from clausecheck.model import nodes
from clausecheck.model.reading import Provision, Said
from clausecheck.model.sentences import Mention
from clausecheck.values import evolve
from clausecheck.vocabulary import Object

_STAYING = frozenset({"remain", "continue", "maintain"})
_AS_WHAT = frozenset("party parties member members membership signatory bound adherence".split())
_BETWEEN = _AS_WHAT | frozenset(
    "a an the this present full state contracting to be its their of in within by and".split()
)


def stays_in(provision: Provision, said: Said) -> Mention | None:
    """Return the treaty by which a sentence says that somebody goes on being bound."""
    act = provision.deed.act
    treaty = _treaty(provision)
    if act is None or treaty is None or _STAYING.isdisjoint(act.wider):
        return None
    start = provision.deed.act_span.end
    named = [mention.span for mention in provision.deed.mentions if mention.kind == "object"]
    between = [
        part.text.lower() if isinstance(part, nodes.Word) else ""
        for part in said.sentence.parts
        if start <= part.span.start < treaty.span.start
        and not any(span.contains(part.span) for span in named)
    ]
    objects = provision.deed.objects
    told = {*between, *(each.name for each in objects if each.kind == "object")}
    inside = act.name == "remain" and not {"in", "within"}.isdisjoint(between)
    as_what = not _AS_WHAT.isdisjoint(told) or any(each.name == "bind" for each in objects)
    return treaty if (inside or as_what) and set(between) <= _BETWEEN else None


def leaves(provision: Provision) -> Mention | None:
    """Return the treaty that a sentence has somebody leave, or lets them.

    What "the parties" may terminate they may together, and nobody leaves the others.
    """
    act, who = provision.deed.act, provision.meaning.who
    treaty = _treaty(provision)
    if act is None or treaty is None or act.wider.isdisjoint(LEAVING):
        return None
    if "terminate" in act.wider and who.how != "any" and len(who.names) != 1:
        return None
    return treaty if ("withdraw" in act.wider) == (treaty.preposition == "from") else None


def _treaty(provision: Provision) -> Mention | None:
    found = [each for each in provision.deed.mentions if is_group(each, "agreement")]
    return found[0] if len(found) == 1 else None


def is_this_text(treaty: Mention, provision: Provision) -> bool:
    """Tell whether it is the text itself: of another one it is said what it is on.

    "The weapons convention" and "the treaty on the reactors" are others.
    """
    mentions = provision.deed.mentions
    at = mentions.index(treaty)
    before = [each for each in mentions[:at] if each.preposition == "of"]
    after = [each for each in mentions[at + 1 : at + 2] if each.preposition in _ON]
    described = any(each.kind == "object" and each.name != "notice" for each in (*before, *after))
    return treaty.name in TEXTS and not described


_ON = frozenset({"on", "of", "about", "concerning", "regarding"})


def as_member(norm: Norm) -> Norm:
    """Return what a norm comes to: to remain in a treaty, or to leave it; any other as it is."""
    stays = stays_in(norm.provision, norm.said)
    treaty = stays or leaves(norm.provision)
    told = (norm.thing, *norm.aspects) if treaty is not None else ()
    about = next((each for each in told if each and _is_of(each, treaty)), None)
    if treaty is None or about is None:
        return norm
    aspects = tuple(
        each
        for each in norm.aspects
        if each is not about
        and each.keys[0][0] not in {"words", "act"}
        and each.keys[0] not in _OF_A_PARTY
    )
    ends = ("terminate",) if "terminate" in norm.acts else ()
    acts = ("remain",) if stays is not None else (*ends, "leave")
    # One that has a name of its own is one, whatever it is called.
    named = isinstance(treaty.term, Object) and all(form[0].isupper() for form in treaty.term.forms)
    thing = Aspect("", about.keys[:1], frozenset() if named else about.words)
    return evolve(norm, acts=acts, thing=thing, aspects=aspects)


def _is_of(aspect: Aspect, treaty: Mention | None) -> bool:
    return treaty is not None and aspect.keys[0] in {
        ("object", treaty.name),
        ("definition", treaty.defined),
    }


_OF_A_PARTY = {("rest", word) for word in _BETWEEN}
