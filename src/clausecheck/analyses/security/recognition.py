"""Whether the parties recognise one another as states, and in what words."""

from __future__ import annotations

from clausecheck.analyses.terms import acts, is_group, is_one_of, speaks_of
from clausecheck.findings import NOT_STATED, Stance
from clausecheck.model.reading import Provision, Reading
from clausecheck.model.sentences import Mention
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary

_FULL = ("embassy", "ambassador", "diplomatic-relations")
_PARTIAL = ("mission", "territorial-integrity")
_CHANGING = ("amend", "dissolve", "end", "introduce")
_CLAIMED = ("territorial-claim", "unification-claim")
_ITS_OWN = ("territory", "independence", "government")
_RAISING = frozenset({"establish", "normalise", "open", "rebuild", "upgrade"})


@frozen
class Recognition:
    """The provisions that recognise, or take care not to, each kind in text order."""

    full: tuple[Provision, ...]
    """As a state: in so many words, by embassies, or by a final border."""
    partial: tuple[Provision, ...]
    """In fact though not in name: missions, frontiers that are recognised or not to be violated, a
    state that is acknowledged as one and not recognised."""
    bordering: tuple[Provision, ...]
    """Those of them by which a line becomes the border between two, final or not."""
    upgrading: tuple[Provision, ...]
    """New or normal relations, or higher ones, without a word on recognition."""
    avoiding: tuple[Provision, ...]
    """The relation is called special, or the question is left open on purpose."""
    disowning: tuple[Provision, ...]
    """Those of them by which the text says of itself that it recognises nobody."""
    reserving: tuple[Provision, ...]
    """What keeps the question of unity open: self-determination, differing views, consent."""
    confining: tuple[Provision, ...]
    """By which each acts for its own territory, or claims neither the other's nor the whole."""


def analyse(reading: Reading, vocabulary: Vocabulary) -> Recognition:
    """Return the provisions that bear on recognition; of states, never of systems or rights."""
    full, partial, upgrading, avoiding, disowning, reserving = [], [], [], [], [], []
    confining = tuple(each for each in reading.provisions if _confines(each, vocabulary))
    for provision in reading.provisions:
        disowned = _disowns(provision, vocabulary)
        if disowned:
            disowning.append(provision)
        if disowned or speaks_of(provision, vocabulary, "special-relation"):
            avoiding.append(provision)
        if _reserves(provision, vocabulary):
            reserving.append(provision)
            continue
        if (
            recognises_a_state(provision, vocabulary)
            or _exchanges(provision, vocabulary, _FULL)
            or _draws_a_border(provision, vocabulary)
        ):
            full.append(provision)
        elif (
            _exchanges(provision, vocabulary, _PARTIAL)
            or speaks_of(provision, vocabulary, "territorial-integrity")
            or _acknowledges_a_state(provision, vocabulary)
            or _recognises_frontiers(provision, vocabulary)
            or _makes_a_border(provision)
        ):
            partial.append(provision)
        elif _upgrades(provision, vocabulary):
            upgrading.append(provision)
    return Recognition(
        tuple(full),
        tuple(partial),
        tuple(each for each in partial if _makes_a_border(each)),
        tuple(upgrading),
        tuple(avoiding),
        tuple(disowning),
        tuple(reserving),
        confining,
    )


def stance(reading: Reading, recognition: Recognition) -> Stance:
    """Return the first that holds: de jure, de facto, avoided, none.

    Relations that are made normal, and are not only to become so, are such as states have.
    """
    normal = [each for each in recognition.upgrading if _makes_normal(each)]
    for name, provisions in (
        ("de-jure", recognition.full),
        ("de-facto", (*recognition.partial, *normal)),
        ("avoided", recognition.avoiding),
    ):
        if provisions:
            return Stance("recognition", name, tuple(dict.fromkeys(p.number for p in provisions)))
    return Stance("recognition", "none" if reading.complete else NOT_STATED)


def _reserves(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether it speaks of self-determination, or saves what it says of unity."""
    if speaks_of(provision, vocabulary, "self-determination"):
        return True
    return provision.kind == "savings" and speaks_of(provision, vocabulary, "unification")


def mends_the_law(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether somebody is to change their own law, and not only to act by it."""
    deed = provision.deed
    changed = deed.act is None or acts(provision, vocabulary, _CHANGING)
    laws = (each for each in deed.mentions if is_one_of(each, vocabulary, "domestic-law"))
    return provision.kind == "duty" and changed and any(law.preposition is None for law in laws)


def _confines(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether it bounds what each acts for or claims; where exercises are held is neither."""
    deed = provision.deed
    spoken = {each.name for each in deed.mentions if each.kind == "act"}
    done = spoken | ({deed.act.name} if deed.act else set())
    if provision.kind == "prohibition" or "renounce" in done:
        claimed = [each for each in deed.mentions if is_one_of(each, vocabulary, *_CLAIMED)]
        given_up = any(each.preposition is None for each in claimed)
        others = any("other" in {each.name, each.owner} for each in deed.mentions)
        return given_up or (others and bool(done & {"claim", "represent"}))
    if provision.meaning.denied or not done & {"limit", "represent"}:
        return False
    things = [each for each in deed.mentions if each.kind == "object"]
    bounds = any(is_one_of(each, vocabulary, "territory") for each in things)
    return bounds and all(is_one_of(each, vocabulary, *_ITS_OWN) for each in things)


def _disowns(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether the text says of itself that it recognises nobody."""
    denied = provision.kind in {"savings", "prohibition"}
    if not denied or provision.meaning.who.how != "text":
        return False
    return _is_of_a_state(provision, vocabulary) or speaks_of(provision, vocabulary, "recognition")


def _recognises(provision: Provision, vocabulary: Vocabulary) -> bool:
    accepted = provision.modality.name == "accepts"
    as_a_state = accepted and speaks_of(provision, vocabulary, "sovereign-state")
    by_modality = provision.modality.name == "recognises" or as_a_state
    if by_modality and provision.modality.text.endswith("that"):
        return False
    return by_modality or acts(provision, vocabulary, ("recognise",))


def recognises_a_state(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether it recognises somebody as a state in so many words."""
    denied = provision.kind in {"prohibition", "savings"}
    return not denied and _is_of_a_state(provision, vocabulary)


def _is_of_a_state(provision: Provision, vocabulary: Vocabulary) -> bool:
    if not _recognises(provision, vocabulary):
        return False
    as_such = speaks_of(provision, vocabulary, "sovereign-state", "recognition")
    # To respect both is short of recognition; one alone, or a people's right to both, is no state.
    named = {each.name for each in provision.deed.mentions if each.preposition is None}
    both = named >= {"independence", "territorial-integrity"}
    return as_such or both or _is_of_a_party(provision)


def _acknowledges_a_state(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether somebody is acknowledged as a state; a claim that is acknowledged is not."""
    if not provision.modality.text.lower().startswith("acknowledge"):
        return False
    first = next(iter(provision.deed.mentions), None)
    somebody = (
        first is not None
        and first.kind == "actor"
        and first.span.start - provision.modality.span.end <= len(" the ")
    )
    return somebody and speaks_of(provision, vocabulary, "sovereign-state")


def _is_of_a_party(provision: Provision) -> bool:
    """Tell whether somebody is recognised, and not as this or that, nor their system or right."""
    mentions = provision.deed.mentions
    return bool(mentions) and all(
        (mention.kind in {"actor", "group"} and mention.preposition is None)
        or (number and _is_border(mention) and mention.preposition == "within")
        for number, mention in enumerate(mentions)
    )


def _is_border(mention: Mention) -> bool:
    return mention.kind == "object" and mention.name == "border"


def _recognises_frontiers(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether it is the other's frontiers that are recognised, as they are."""
    denied = provision.kind in {"prohibition", "savings"} or provision.meaning.denied
    first = next(iter(provision.deed.mentions), None)
    frontiers = first is not None and _is_border(first) and first.preposition is None
    return frontiers and not denied and _recognises(provision, vocabulary)


def _makes_a_border(provision: Provision) -> bool:
    """Tell whether a line is to be the border between two, and is not called final."""
    first = next(iter(provision.deed.mentions), None)
    line = any(m.kind == "place" or is_group(m, "territory") for m in provision.meaning.subject)
    of_both = sum(
        mention.kind in {"actor", "group"} and mention.preposition == "between"
        for mention in provision.deed.mentions
    )
    made = provision.kind == "duty" and provision.act is None and provision.meaning.binding
    return made and line and first is not None and _is_border(first) and of_both > 0


def _draws_a_border(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether it makes a line a final border, which only states have."""
    stated = provision.kind == "statement" or provision.meaning.binding
    denied = provision.kind in {"prohibition", "savings"}
    return stated and not denied and speaks_of(provision, vocabulary, "final-border")


def _exchanges(provision: Provision, vocabulary: Vocabulary, names: tuple[str, ...]) -> bool:
    if speaks_of(provision, vocabulary, "liaison-office"):
        return False
    sets_up = acts(
        provision,
        vocabulary,
        ("establish", "open", "exchange", "upgrade", "normalise", "appoint", "join"),
    )
    return (
        sets_up
        and provision.kind == "duty"
        and provision.meaning.binding
        and speaks_of(provision, vocabulary, *names)
    )


def _upgrades(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether relations are made or raised by it, or steps are taken to that end."""
    if provision.kind != "duty" or not provision.meaning.binding:
        return False
    return any(
        deed.act is not None
        and deed.act.name in _RAISING
        and any(_is_relations(mention, vocabulary) for mention in deed.objects)
        for deed in (provision.deed, *provision.deed.inner)
    )


def _makes_normal(provision: Provision) -> bool:
    return provision.act is not None and provision.act.name == "normalise"


def _is_relations(mention: Mention, vocabulary: Vocabulary) -> bool:
    special = is_one_of(mention, vocabulary, "special-relation")
    return is_one_of(mention, vocabulary, "relations") and not special
