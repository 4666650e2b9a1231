"""Sentences about how many there are: "the number of A's tanks shall be 50", "shall not exceed 50".

Nobody is said to do anything there. What is said is that so many are kept, or that they are limited
to so many, and it is for the one to do whose they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.obligations.figures import AT_LEAST, AT_MOST
from clausecheck.analyses.obligations.norms import EVERYBODY, Norm
from clausecheck.analyses.obligations.unexplained import Told, rest_of
from clausecheck.analyses.terms import is_group
from clausecheck.model import nodes
from clausecheck.model.names import Names
from clausecheck.model.sentences import Amount, Mention
from clausecheck.source import Span
from clausecheck.values import evolve

_THERE = ("forces", "weapons", "material", "facility", "posture")
"""What can be so many at one time; visits and meetings come one after the other."""


def as_counted(norm: Norm, told: tuple[Told, ...], names: Names) -> tuple[Norm, tuple[Told, ...]]:
    """Return such a norm as what is kept or limited, with what else is told; another as it is."""
    thing = _counted(norm)
    level = _level(norm, thing) if thing is not None else None
    if thing is None or level is None:
        return norm, told
    acts, amount = level
    aspect = norm.thing or next(each.aspect for each in told if each.mention is thing)
    provision = evolve(norm.provision, object=thing)
    kept = evolve(
        norm, provision=provision, kind="duty", acts=acts, thing=aspect, amounts=(amount,)
    )
    owner = thing.owner if thing.owner in names.actors else None
    if owner is not None and norm.actors == (EVERYBODY,):
        kept = evolve(kept, actors=(owner,), binds=frozenset((owner,)))
    others = (*told, *_narrowed(norm, thing))
    return kept, tuple(each for each in others if not _is_read(each, thing, amount))


def _counted(norm: Norm) -> Mention | None:
    """Return the one thing that a sentence is about; what it is in, or has with it, narrows it."""
    if _begins(norm) == "there":
        return norm.provision.object
    subject = norm.provision.meaning.subject
    things = [each for each in subject if each.kind == "object" and each.preposition is None]
    return things[0] if len(things) == 1 else None


def _begins(norm: Norm) -> str:
    return getattr(norm.said.sentence.parts[0], "text", "").lower()


_OF_NUMBERS = frozenset({"number", "total", "there"})


def _narrowed(norm: Norm, thing: Mention) -> Iterator[Told]:
    """Yield the words before the verb that nothing explains: they say which are counted."""
    meaning, sentence = norm.provision.meaning, norm.said.sentence
    begins = meaning.modality.span.start
    nobody = evolve(meaning.who, span=Span(begins, begins))
    provision = evolve(norm.provision, meaning=evolve(meaning, who=nobody))
    for each in rest_of(provision, sentence):
        owned = thing.owner_span is not None and thing.owner_span.contains(each.at)
        (_, word), *_ = each.aspect.keys
        if each.at.end <= begins and not owned and word not in _OF_NUMBERS:
            yield each


def _is_read(told: Told, thing: Mention, amount: Amount) -> bool:
    """Tell whether it is the thing, its owner or the figure."""
    mention = told.mention
    whose = mention is not None and mention.preposition == "of" and mention.name == thing.owner
    return mention is thing or whose or told.at == amount.span


def _level(norm: Norm, thing: Mention) -> tuple[tuple[str, ...], Amount] | None:
    """Return whether so many are kept or are a limit, and the figure that the sentence ends with.

    After "there shall be" it comes before the thing.
    """
    ends = norm.provision.modality.span.end
    behind = [each for each in norm.said.sentence.parts if each.span.start >= ends]
    there = _begins(norm) == "there" and is_group(thing, *_THERE)
    figure = behind[1] if len(behind) == _LAST or (there and behind[1:]) else None
    if not isinstance(figure, nodes.Quantity) or figure.unit is not None:
        return None
    verb, qualifier = getattr(behind[0], "text", "").lower(), (figure.qualifier or "").lower()
    at = figure.span
    match norm.kind, verb:
        case ("prohibition", "exceed") if not qualifier:
            return ("limit",), Amount(at, evolve(figure, qualifier="up to"), preposition="to")
        case ("prohibition", "be") if qualifier in AT_LEAST:
            return ("limit",), Amount(at, evolve(figure, qualifier="up to"), preposition="to")
        case ("prohibition", "be") if qualifier in AT_MOST:
            return ("maintain",), Amount(at, evolve(figure, qualifier="at least"))
        case ("duty", "be") if there or qualifier or _is_a_number(norm, thing):
            return ("maintain",), Amount(at, figure)
        case _:
            return None


_LAST = 2
"""Verb and figure, and then nothing."""


def _is_a_number(norm: Norm, thing: Mention) -> bool:
    """Tell whether it speaks of the number of a thing, and not of the thing."""
    before = (part for part in norm.said.sentence.parts if part.span.end <= thing.span.start)
    return any(isinstance(part, nodes.Word) and part.text.lower() == "number" for part in before)
