"""What becomes of sanctions, and what one side gives the other in trade and aid."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from clausecheck.analyses.inspection.breach import Ladder
from clausecheck.analyses.inspection.returns import can_be_undone, reimposed, restored
from clausecheck.analyses.terms import acts, is_group, is_one_of, receiver
from clausecheck.analyses.ties import in_open_words
from clausecheck.findings import NOT_STATED, Stance
from clausecheck.model import nodes
from clausecheck.model.reading import Provision, Reading
from clausecheck.model.sentences import Mention
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary

_ENDING = ("cease", "end", "terminate", "lift", "repeal", "dissolve", "remove")
_PAUSING = ("suspend", "halt", "ease", "reduce", "exempt")
_GRANTING = ("provide", "allow")
_KEEPING = ("maintain", "continue", "enforce", "impose", "implement", "apply", "increase")
_GIVING = (
    "arrange",
    "construct",
    "finance",
    "invest",
    "open",
    "pay",
    "provide",
    "resume",
    "trade",
    "unfreeze",
)
_HUMANITARIAN = ("humanitarian-aid", "food")
_HUMANE = ("humanitarian-purpose", "humanitarian-exemption")
_TERMS = ("for", "until")
_LIMITS = ("for", "until", "quota", "limit", "aim", "verified by", "according to", "except")
_WORKS = ("begin", "complete", "conduct", "connect", "construct", "establish", "open")
_NAMING_SOME = frozenset({"including", "such"})
"""Words behind which some of what is done is named, and not when or for what it is."""
_BOUNDS = (*_LIMITS, "if", "in return for", "after")
Manner = Literal["ended", "suspended", "soft"]


@frozen
class Relief:
    """A provision by which sanctions become less, at the words that name them."""

    provision: Provision
    at: Span
    manner: Manner
    """`suspended` also where they are eased, in part or for some; `soft` where none is due yet."""
    returns: bool
    """Whether it is stated that they return after a breach."""
    undone: bool
    """Whether it is stated that the step itself can be undone, breach or not."""
    lapses: bool
    """Whether it holds for a span of time, or until something that can be told."""
    humanitarian: bool
    """Whether food, medicine and the like alone go free, or it serves such a purpose alone."""

    @property
    def revocable(self) -> bool:
        """Whether a way back is stated, for the step itself or after a breach."""
        return self.returns or self.undone or self.lapses


@frozen
class Sanctions:
    """The provisions that bear on sanctions and on what props up an economy, in text order."""

    relief: tuple[Relief, ...]
    kept: tuple[Provision, ...]
    """They are kept up, enforced or imposed, or may not be lifted."""
    gifts: tuple[tuple[Provision, Span], ...]
    """Trade opened or aid given by some to another, with no amount, term, use or check."""
    projects: tuple[tuple[Provision, Span], ...]
    """Works and zones of commerce, with no amount, term or condition, each sentence once."""
    reimposed: tuple[Provision, ...]
    """They are back once another clause is breached."""
    funded: bool
    """Whether the text says anywhere who pays for something."""

    @property
    def firm(self) -> tuple[Relief, ...]:
        """The relief that is due, not only spoken of."""
        return tuple(relief for relief in self.relief if relief.manner != "soft")


def analyse(reading: Reading, vocabulary: Vocabulary, ladders: Sequence[Ladder]) -> Sanctions:
    """Return every provision outside the preamble that bears on sanctions, trade and aid."""
    back_again = tuple(reimposed(ladders))
    told_as_back = {id(each) for each in back_again}
    again = restored(ladders, reading)
    relief: dict[Span, Relief] = {}
    kept, gifts = [], []
    projects: dict[tuple[nodes.Part, ...], tuple[Provision, Span]] = {}
    funded = False
    for clause in reading.operative_clauses:
        words = {said.number: said.sentence.parts for said in clause.said}
        for provision in clause.provisions:
            mention = _sanctions(provision)
            if id(provision) in told_as_back:
                continue
            if mention is not None:
                manner = _manner(provision, mention, vocabulary)
                if manner is not None:
                    found = Relief(
                        provision,
                        mention.span,
                        manner,
                        returns=provision.number in again,
                        undone=can_be_undone(provision.labels),
                        lapses=_lapses(provision, reading),
                        humanitarian=_is_humanitarian(provision, vocabulary),
                    )
                    relief.setdefault(mention.span, found)
                elif _keeps(provision, vocabulary):
                    kept.append(provision)
            elif (at := _gift(provision, vocabulary)) is not None:
                gifts.append((provision, at))
            elif (at := _project(provision, vocabulary)) is not None:
                projects.setdefault(words[provision.number], (provision, at))
            funded = funded or _is_paid_for(provision, vocabulary)
    return Sanctions(
        tuple(relief.values()),
        tuple(kept),
        tuple(dict.fromkeys(gifts)),
        tuple(projects.values()),
        back_again,
        funded,
    )


def stance(reading: Reading, sanctions: Sanctions) -> Stance:
    """Return the first that holds: ended, snapback, suspended, soft, none.

    `ended`: for good, with no way back stated. `snapback`: they return after a breach.
    `suspended`: also lifted, where the step says how it is undone. `soft`: relief is spoken of, and
    none is due.
    """
    firm = sanctions.firm
    for name, shown in (
        ("ended", [each for each in firm if each.manner == "ended" and not each.revocable]),
        ("snapback", [each for each in firm if each.returns]),
        ("suspended", firm),
        ("soft", sanctions.relief),
    ):
        if shown:
            numbers = dict.fromkeys(each.provision.number for each in shown)
            return Stance("sanctions", name, tuple(numbers))
    return Stance("sanctions", "none" if reading.complete else NOT_STATED)


def _sanctions(provision: Provision) -> Mention | None:
    spoken_of = (*provision.deed.mentions, *provision.meaning.subject)
    found = (m for m in spoken_of if is_group(m, "sanctions"))
    return next((m for m in found if not _says_when_or_why(m)), None)


def _says_when_or_why(mention: Mention) -> bool:
    """Tell whether it is no part of what is done: "until sanctions are lifted"."""
    apart = mention.aside is not None and mention.aside not in _NAMING_SOME
    return apart or mention.preposition == "upon"


def _lapses(provision: Provision, reading: Reading) -> bool:
    lines = [line for name in _TERMS for line in provision.labels.all(name)]
    stated = provision.labels.stated(*_TERMS)
    return stated and not all(
        isinstance(line.value, nodes.WithoutLimit) or in_open_words(line, reading) for line in lines
    )


def _is_humanitarian(provision: Provision, vocabulary: Vocabulary) -> bool:
    spoken_of = [m for m in provision.deed.mentions if m.kind == "object"]
    if any(is_one_of(each, vocabulary, *_HUMANE) for each in spoken_of):
        return True
    on = [each for each in spoken_of if not is_group(each, "sanctions") and each.name != "trade"]
    on_somebody = any(m.kind == "actor" and m.preposition == "on" for m in provision.deed.mentions)
    alone = all(is_one_of(each, vocabulary, *_HUMANITARIAN) for each in on)
    return bool(on) and alone and not on_somebody


def _manner(provision: Provision, mention: Mention, vocabulary: Vocabulary) -> Manner | None:
    """Return how sanctions become less by a provision; None where they do not."""
    if provision.kind in {"prohibition", "savings"}:
        return None
    named_as_relief = vocabulary.is_a("object", mention.name, "sanctions-relief")
    eases = _does(provision, vocabulary, _PAUSING) or (
        named_as_relief and acts(provision, vocabulary, _GRANTING)
    )
    ends = _does(provision, vocabulary, _ENDING)
    if provision.kind == "duty" and provision.meaning.binding and (eases or ends):
        return "ended" if ends and not named_as_relief else "suspended"
    spoken_of = eases or ends or named_as_relief or _leads_up_to_it(provision, vocabulary)
    return "soft" if spoken_of else None


def _leads_up_to_it(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether relief is begun, gone on with or considered: how far it goes is left open."""
    promised = (mention.name for mention in provision.deed.mentions if mention.kind == "act")
    return acts(provision, vocabulary, ("begin", "continue", "consider")) and any(
        vocabulary.is_a("act", act, *_ENDING, *_PAUSING) for act in promised
    )


def _does(provision: Provision, vocabulary: Vocabulary, names: Sequence[str]) -> bool:
    """Tell whether one of these is done, or carried out: "fulfil its commitment to lift them"."""
    if acts(provision, vocabulary, names):
        return True
    promised = (mention.name for mention in provision.deed.mentions if mention.kind == "act")
    return acts(provision, vocabulary, ("implement",)) and any(
        vocabulary.is_a("act", act, *names) for act in promised
    )


def _keeps(provision: Provision, vocabulary: Vocabulary) -> bool:
    if provision.kind == "prohibition":
        return acts(provision, vocabulary, (*_ENDING, *_PAUSING))
    stands = provision.modality.name == "remains in force"
    if provision.kind != "duty" and not stands:
        return False
    if stands or acts(provision, vocabulary, ("remain",)):
        # "Sanctions shall remain in force": nobody is named who keeps them up.
        return any(is_group(mention, "sanctions") for mention in provision.meaning.subject)
    return acts(provision, vocabulary, _KEEPING)


def _gift(provision: Provision, vocabulary: Vocabulary) -> Span | None:
    """Return what is given without amount, term, use or check to one who does not give as well."""
    thing = provision.object
    if thing is None or not provision.meaning.binding or provision.kind == "prohibition":
        return None
    # What is unfrozen goes to whom it belongs.
    owned = acts(provision, vocabulary, ("unfreeze",)) and thing.owner is not None
    if receiver(provision) is None and not owned:
        return None
    if not is_group(thing, "aid", "economy") or not acts(provision, vocabulary, _GIVING):
        return None
    humanitarian = vocabulary.is_a("object", thing.name, *_HUMANITARIAN)
    # "Energy equivalent to 50,000 t of oil": the amount may be that of another thing.
    counted = provision.quantity or any(each.amount for each in provision.deed.mentions)
    limited = counted or provision.labels.stated(*_LIMITS)
    return None if humanitarian or limited else thing.span


def _project(provision: Provision, vocabulary: Vocabulary) -> Span | None:
    """Return the works that a provision promises, where nothing bounds them."""
    thing = provision.object
    if thing is None or not is_group(thing, "economy") or not provision.meaning.binding:
        return None
    bounded = provision.quantity is not None or provision.labels.stated(*_BOUNDS)
    works = provision.kind == "duty" and acts(provision, vocabulary, _WORKS)
    return thing.span if works and not bounded else None


def _is_paid_for(provision: Provision, vocabulary: Vocabulary) -> bool:
    names = (mention.name for mention in provision.deed.mentions if mention.kind == "act")
    return acts(provision, vocabulary, ("pay",)) or any(
        vocabulary.is_a("act", name, "pay") for name in names
    )
