"""What limits the forces of both sides, and what pledges not to attack."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausecheck.analyses.security.mirrored import mirrored
from clausecheck.analyses.terms import acts, is_group
from clausecheck.analyses.timing.moments import NO_MORE
from clausecheck.model.reading import Provision, Reading
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary

LIMITING = (
    "withdraw",
    "reduce",
    "limit",
    "cap",
    "eliminate",
    "dismantle",
    "remove",
    "notify",
    "cease",
    "halt",
    "suspend",
    "demine",
    "demolish",
    "disarm",
    "scale-down",
    "destroy",
)
_KEEPING = ("maintain", "deploy")
_ATTACKING = ("attack", "invade")
_FORSWEARING = ("refrain", "renounce")
_WAR = frozenset({"force", "aggression", "threat-of-force"})
_LIMITED = ("forces", "posture", "exercise", "weapons", "territory")


@frozen
class Pledge:
    """A pledge not to attack, at the words that make it."""

    provision: Provision
    at: Span
    by: tuple[str, ...]
    """All who pledge it to each other, be it in a sentence for each of two sides."""


def force_limits(reading: Reading, vocabulary: Vocabulary) -> tuple[Provision, ...]:
    """Return what limits or announces the forces of more than one party, in text order."""
    return tuple(_limits(reading, vocabulary))


def on_each(limits: Iterable[Provision], sides: Iterable[str]) -> tuple[Provision, ...]:
    """Return the limits that hold for each of the sides; all where no side is named."""
    wanted = frozenset(sides)
    return tuple(each for each in limits if wanted.issubset(each.meaning.who.names))


def _limits(reading: Reading, vocabulary: Vocabulary) -> Iterator[Provision]:
    for provision in reading.operative_provisions:
        mutual = len(provision.meaning.who.names) > 1
        if not mutual or not provision.meaning.binding or provision.object is None:
            continue
        limited = is_group(provision.object, *_LIMITED) or provision.object.kind == "place"
        bans = provision.kind == "prohibition" and limited
        limits = acts(provision, vocabulary, LIMITING) or _has_a_ceiling(provision, vocabulary)
        if bans or (limited and limits):
            yield provision


def _has_a_ceiling(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether so many are kept and no more."""
    amount = provision.quantity
    quantity = amount.quantity if amount is not None else None
    return (
        quantity is not None
        and (quantity.qualifier or "").lower() in NO_MORE
        and acts(provision, vocabulary, _KEEPING)
    )


def pledges(reading: Reading, vocabulary: Vocabulary) -> tuple[Pledge, ...]:
    """Return the pledges of more than one party not to attack another, in text order."""
    found: dict[Span, Pledge] = {}
    bans = [pair for pair in reading.sentences_and_provisions() if rules_out(pair[1], vocabulary)]
    others = mirrored(bans, reading)
    for provision in reading.operative_provisions:
        givers = (*provision.meaning.who.names, *others.get(provision.number, ()))
        if len(givers) < 2:  # noqa: PLR2004 - a pledge needs another side
            continue
        # "A and B shall not use force against C" is no pledge of A's to B.
        elsewhere = any(
            mention.kind == "actor" and mention.name not in givers
            for mention in provision.deed.mentions
        )
        for at in _attacks(provision, vocabulary, elsewhere=elsewhere):
            found.setdefault(at, Pledge(provision, at, givers))
    return tuple(found.values())


def _attacks(provision: Provision, vocabulary: Vocabulary, *, elsewhere: bool) -> Iterator[Span]:
    """Yield the words by which it gives up war; `elsewhere`, on somebody who gives up none."""
    for mention in provision.deed.objects:
        named = vocabulary.is_a("object", mention.name, "non-aggression")
        barred = rules_out(provision, vocabulary) and not elsewhere and mention.name in _WAR
        if mention.kind == "object" and (named or barred):
            yield mention.span
    if _spares_another(provision, vocabulary) and not elsewhere:
        yield provision.deed.act_span


def _spares_another(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether they shall not attack or invade each other."""
    attacks = provision.kind == "prohibition" and acts(provision, vocabulary, _ATTACKING)
    return attacks and any(each.kind in {"group", "actor"} for each in provision.deed.objects)


def gives_up_war(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether what it rules out is force or an attack on another, and no act short of war."""
    objects = provision.deed.objects
    forsworn = any(mention.name in _WAR for mention in objects)
    spares = acts(provision, vocabulary, (*_ATTACKING, "threaten")) and any(
        mention.kind in {"group", "actor"} for mention in objects
    )
    return rules_out(provision, vocabulary) and (forsworn or spares)


def rules_out(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether it forbids something, or makes it a duty to keep from it."""
    forsworn = provision.kind == "duty" and acts(provision, vocabulary, _FORSWEARING)
    return provision.kind == "prohibition" or forsworn
