"""Which hostile acts short of war a text ends, and whether peace is owed at all."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Literal

from clausecheck.analyses.inspection.breach import Ladder
from clausecheck.analyses.security.limits import Pledge
from clausecheck.analyses.terms import acts, is_one_of, speaks_of
from clausecheck.findings import NOT_STATED, Stance
from clausecheck.model.reading import Provision, Reading
from clausecheck.model.sentences import Mention
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary

WIDE = frozenset({"hostile-act", "provocation", "hostilities"})
"""Words for hostile acts that leave open which they are."""
_SPECIFIC_ACTS = (
    "annex",
    "attack",
    "blockade",
    "fire",
    "infiltrate",
    "jam",
    "lay",
    "occupy",
    "overthrow",
    "spy",
    "undermine",
)
_WAR_ITSELF = ("annex", "attack", "occupy")
_ENDING = ("halt", "suspend", "prevent", "end", "renounce", "prohibit")
_PEACE = ("peace", "peace-regime", "peace-on-peninsula")
_AMONG_THEM = frozenset({"including", "such", "as"})
"""Before acts that are named among those that are meant; such a list is open, and it is one."""
_MESSAGES = ("propaganda", "slander")
_PUBLISHING = ("publish", "slander")
Manner = Literal["listed", "soft"]


@frozen
class Ended:
    """A provision that ends or forbids hostile acts, at the words that name them."""

    provision: Provision
    at: Span
    manner: Manner
    """`listed`: it says which acts; `soft`: in a wide word that is not defined, or not firmly."""


@frozen
class Conduct:
    """What the text says of conduct short of war, in text order."""

    ended: tuple[Ended, ...]
    messages: tuple[Provision, ...]
    """What ends hostile messages, or makes the text itself known."""
    listed: tuple[Span, ...]
    """Where two or more such acts are banned by their names, wherever in the text: a list."""
    peace: tuple[Span, ...]
    """Where peace is owed, or aggression given up, as a duty stated as such."""


def analyse(reading: Reading, vocabulary: Vocabulary, pledges: tuple[Pledge, ...]) -> Conduct:
    """Return what the text says of conduct short of war outside its preamble."""
    defined = _defined(reading, vocabulary)
    ended: dict[Span, Ended] = {}
    named: dict[str, Span] = {}
    messages: list[Provision] = []
    peace: list[Span] = [pledge.at for pledge in pledges if pledge.provision.meaning.binding]
    for provision in reading.operative_provisions:
        found = _ended(provision, defined, vocabulary)
        if found is not None:
            ended.setdefault(found.at, found)
            for name, at in _named(provision, vocabulary):
                named.setdefault(name, at)
        if speaks_of(provision, vocabulary, *_MESSAGES) or acts(provision, vocabulary, _PUBLISHING):
            messages.append(provision)
        if provision.kind == "duty" and provision.meaning.binding:
            peace.extend(
                mention.span
                for mention in provision.deed.objects
                if is_one_of(mention, vocabulary, *_PEACE)
            )
    listed = tuple(named.values()) if len(named) > 1 else ()
    return Conduct(
        tuple(ended.values()),
        tuple(messages),
        listed,
        tuple(sorted(set(peace), key=reading.counted)),
    )


def stance(reading: Reading, conduct: Conduct, ladders: Sequence[Ladder]) -> Stance:
    """Return the first that holds: listed with breach, listed, soft, none.

    `listed-with-breach`: of a listed act the text says what follows if it is done all the same.
    """
    listed = [each.provision for each in conduct.ended if each.manner == "listed"]
    for name, shown in (
        ("listed-with-breach", [each for each in listed if _is_answered(each, ladders)]),
        ("listed", listed),
        ("soft", [each.provision for each in conduct.ended]),
    ):
        if shown:
            return Stance("provocations", name, tuple(dict.fromkeys(each.number for each in shown)))
    return Stance("provocations", "none" if reading.complete else NOT_STATED)


def _is_answered(provision: Provision, ladders: Sequence[Ladder]) -> bool:
    """Tell whether the text says what follows if it is broken, under a label or in a clause."""
    return provision.labels.stated("if breached") or any(
        ladder.follows(provision.number) for ladder in ladders
    )


def _defined(reading: Reading, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the wide words that the text defines, by their names in the vocabulary and its own."""
    found = set()
    for definition in reading.names.definitions.values():
        match = vocabulary.match(definition.name.split(), 0, ("object",))
        if match is not None and match.term.name in WIDE:
            found |= {match.term.name, definition.name}
    return frozenset(found)


def _ended(provision: Provision, defined: Collection[str], vocabulary: Vocabulary) -> Ended | None:
    """Return the hostile acts that a provision ends or forbids, if it does."""
    if provision.kind not in {"duty", "prohibition"}:
        return None
    forbids = provision.kind == "prohibition"
    if forbids and _is_war_itself(provision, vocabulary):
        return None
    if forbids and acts(provision, vocabulary, _SPECIFIC_ACTS):
        return Ended(provision, provision.deed.act_span, _manner(provision, specific=True))
    if not forbids and not acts(provision, vocabulary, _ENDING):
        return None
    hostile = [
        mention
        for mention in _what(provision)
        if mention.name in defined or is_one_of(mention, vocabulary, "hostile-act")
    ]
    if not hostile:
        return None
    specific = any(mention.name in defined or _is_specific(mention) for mention in hostile)
    return Ended(provision, hostile[0].span, _manner(provision, specific=specific))


def _what(provision: Provision) -> Iterator[Mention]:
    """Yield what a provision ends or forbids, and what it names among it."""
    for mention in provision.deed.mentions:
        if mention in provision.deed.objects or mention.preposition in _AMONG_THEM:
            yield mention


def _is_war_itself(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether what is forbidden is to attack another as such, which any peace rules out.

    Its armed forces are no less than the other itself.
    """
    thing = provision.object
    whole = thing is not None and (
        thing.kind in {"actor", "group"} or is_one_of(thing, vocabulary, "forces")
    )
    return whole and acts(provision, vocabulary, _WAR_ITSELF)


def _named(provision: Provision, vocabulary: Vocabulary) -> Iterator[tuple[str, Span]]:
    """Yield the acts that a firm provision ends or forbids by their names."""
    deed = provision.deed
    if not provision.meaning.binding:
        return
    if deed.act is not None and acts(provision, vocabulary, _SPECIFIC_ACTS):
        yield deed.act.name, deed.act_span
    for mention in _what(provision):
        if is_one_of(mention, vocabulary, "hostile-act") and _is_specific(mention):
            yield mention.name, mention.span


def _is_specific(mention: Mention) -> bool:
    """Tell whether a word for a hostile act says which; aggression is what any peace rules out."""
    return mention.name not in WIDE | {"aggression"}


def _manner(provision: Provision, *, specific: bool) -> Manner:
    return "listed" if specific and provision.meaning.binding else "soft"
