"""What has been gathered for a deed, before it is one."""

from __future__ import annotations

from typing import cast

from attrs import field, mutable

from clausecheck.model.sentences.finding import Found
from clausecheck.model.sentences.meanings import Deed, Mention
from clausecheck.model.sentences.sorting import Gathered
from clausecheck.values import evolve
from clausecheck.vocabulary import Act

_PROMOTED = frozenset("of on in with to for at against from into toward towards about over".split())
"""Prepositions behind which an act that has no object keeps it: "engage in dialogue"."""


@mutable
class Draft:
    """A deed, or several with the same objects, as far as it has been read."""

    acts: list[Found] = field(factory=list)
    gathered: Gathered = field(factory=Gathered)
    inner: list[Deed] = field(factory=list)
    before: list[Deed] = field(factory=list)
    """Deeds already closed at the same depth."""


def gives(draft: Draft) -> bool:
    """Tell whether the act is one of which somebody gets something."""
    act = draft.acts[-1].term if draft.acts else None
    return isinstance(act, Act) and "recipient" in act.needs


def promote(gathered: Gathered, *, given: bool) -> None:
    """Give an act without an object the first thing behind a preposition.

    Where somebody is given something, "with" stands before what is given: "provide X with Y".
    """
    if gathered.objects:
        return
    for number, mention in enumerate(gathered.others):
        of_another = mention.preposition == "of" and number > 0
        thing = mention.kind in {"object", "act", "definition", "words"}
        if mention.preposition in _PROMOTED and thing and not of_another:
            end = number
            while (
                end < len(gathered.others)
                and gathered.others[end].preposition == mention.preposition
            ):
                end += 1
            gathered.objects = gathered.others[number:end]
            if given and mention.preposition == "with":
                gathered.objects = [_as_given(each) for each in gathered.objects]
                gathered.amounts += [m.amount for m in gathered.objects if m.amount]
            gathered.others = gathered.others[:number] + gathered.others[end:]
            return


def _as_given(thing: Mention) -> Mention:
    """Return what stands behind "with" as it would stand without: "provide X with oil"."""
    amount = thing.amount and evolve(thing.amount, preposition=None)
    return evolve(thing, preposition=None, amount=amount)


def carried_out(gathered: Gathered) -> tuple[Deed, ...]:
    """Return the deed that the only object is: "complete the withdrawal of its forces"."""
    if len(gathered.objects) != 1 or not isinstance(gathered.objects[0].term, Act):
        return ()
    thing = gathered.objects[0]
    done_to = tuple(
        m for m in gathered.others if m.preposition == "of" and m.kind not in {"actor", "group"}
    )
    if not (done_to or gathered.places or gathered.beneficiaries):
        return ()
    amounts = tuple(m.amount for m in done_to if m.amount is not None)
    return (
        Deed(
            thing.span, cast("Act", thing.term), thing.span, thing.name,
            done_to, amounts, tuple(gathered.places), tuple(gathered.beneficiaries),
        ),
    )  # fmt: skip
