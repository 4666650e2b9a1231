"""What a text says of foreign forces: that they leave, that they stay, or nothing."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from clausecheck.analyses.terms import acts, is_group, speaks_of
from clausecheck.findings import Stance
from clausecheck.model.reading import Provision, Reading
from clausecheck.model.sentences import Mention
from clausecheck.vocabulary import Object, Vocabulary

_LEAVING = ("withdraw", "reduce", "evacuate", "leave", "scale-down")
_STAYING = ("remain", "maintain", "deploy", "continue")
_ENDING = ("end", "terminate", "replace", "supersede", "transform", "dissolve", "conclude", "repeal")
_ENDED = ("state-of-war", "war", "armistice")


@frozen
class Troops:
    """The provisions that bear on foreign forces, each kind in text order."""

    withdrawals: tuple[Provision, ...]
    """They leave, or may: duties and permissions outside the preamble."""
    stays: tuple[Provision, ...]
    savings: tuple[Provision, ...]
    """A savings clause covers them or the alliance on which they rest."""
    openings: tuple[Provision, ...]
    """The clauses that open the question: the war ends, the armistice is replaced, a command goes."""
    mentions: tuple[Provision, ...]
    """Every provision that speaks of foreign forces or of the alliance at all."""


def analyse(reading: Reading, vocabulary: Vocabulary) -> Troops:
    """Return every provision that bears on foreign forces."""
    withdrawals, stays, savings, openings, mentions = [], [], [], [], []
    preambles = {clause.number for clause in reading.clauses if clause.preamble}
    for provision in reading.provisions:
        foreign = any(_is_foreign(mention, provision, vocabulary) for mention in provision.deed.mentions)
        allied = speaks_of(provision, vocabulary, "alliance")
        if foreign or allied:
            mentions.append(provision)
        if provision.kind == "savings":
            if foreign or allied:
                savings.append(provision)
            continue
        if provision.clause in preambles:
            continue
        if foreign and _concerns(provision, provision.object, vocabulary):
            if acts(provision, vocabulary, _LEAVING) and provision.kind != "prohibition":
                withdrawals.append(provision)
            if acts(provision, vocabulary, _STAYING) and provision.kind != "prohibition":
                stays.append(provision)
        if _opens(provision, reading, vocabulary):
            openings.append(provision)
    return Troops(tuple(withdrawals), tuple(stays), tuple(savings), tuple(openings), tuple(mentions))


def stance(reading: Reading, troops: Troops) -> Stance:
    """Return the first that holds: total or partial withdrawal, stay, saved, implied, silent."""
    if troops.withdrawals:
        total = [provision for provision in troops.withdrawals if is_total(provision)]
        kind: Literal["total", "partial"] = "total" if total else "partial"
        shown = total or troops.withdrawals
        dated = any(provision.timing.due for provision in shown)
        return _stance(f"explicit-{kind}, {'dated' if dated else 'undated'}", shown)
    if troops.stays:
        return _stance("stay", troops.stays)
    if troops.savings:
        return _stance("saved", troops.savings)
    if not reading.complete and not troops.mentions:
        return Stance("troops", "not stated")
    return _stance("silent", ())


def is_total(provision: Provision) -> bool:
    """Tell whether a withdrawal is of all: it says so, or names no number."""
    return provision.quantity is None or provision.quantity.whole


def _stance(name: str, provisions: tuple[Provision, ...] | list[Provision]) -> Stance:
    return Stance("troops", name, tuple(dict.fromkeys(provision.number for provision in provisions)))


def _is_foreign(mention: Mention, provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether a mention is of forces on another's soil.

    A party's own forces leaving a zone or a line are not.
    """
    if not isinstance(mention.term, Object) or mention.term.group != "forces":
        return False
    if vocabulary.is_a("object", mention.name, "foreign-forces") or mention.owner == "foreign":
        return True
    owner = provision.actor if mention.owner == "its" else mention.owner
    soil = [place.name for place in provision.deed.places if place.kind == "actor"]
    return bool(owner and soil and owner not in soil)


def _concerns(provision: Provision, thing: Mention | None, vocabulary: Vocabulary) -> bool:
    return thing is not None and _is_foreign(thing, provision, vocabulary)


def _opens(provision: Provision, reading: Reading, vocabulary: Vocabulary) -> bool:
    """Tell whether the provision ends the war, replaces the armistice, or ends a command."""
    mentions = provision.deed.mentions
    if any(mention.name == "end-of-war" for mention in mentions):
        return True
    if not acts(provision, vocabulary, _ENDING) or provision.kind in {"prohibition", "savings"}:
        return False
    for mention in mentions:
        if mention.kind == "object" and any(vocabulary.is_a("object", mention.name, name) for name in _ENDED):
            return True
        if mention.kind == "actor" and mention.name in vocabulary.actors:
            if vocabulary.actors[mention.name].role == "command":
                return True
        if is_group(mention, "institution") and vocabulary.is_a("object", mention.name, "military-command"):
            return True
    return False
