"""What a sentence can say, as values: who, how bindingly, does what to what."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Literal

from clausecheck.model import nodes
from clausecheck.model.sentences.words import IN_RETURN
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Act, Object, Term, Vague

How = Literal[
    "each", "jointly", "all", "any", "none", "nobody", "unnamed", "automatic", "thing", "text"
]
ProvisionKind = Literal["duty", "prohibition", "permission", "exemption", "statement", "savings"]
MentionKind = Literal["object", "act", "place", "method", "actor", "group", "definition", "words"]

DUTIES = (
    "shall",
    "undertakes to",
    "guarantees",
    "agrees to",
    "commits to",
    "will",
    "is to",
    "endeavours to",
    "commits to work toward",
    "agrees to consult",
    "agrees to discuss",
    "should",
    "recommends",
    "intends to",
    "expresses willingness to",
    "aspires to",
)
"""The duties from strong to weak, each also in its negative."""
FIRM = frozenset(DUTIES[:7])
"""Duties that a text states as such, however bindingly; the others only try, talk or wish."""
_BINDING = FIRM | {"may"}
ACTING_FOR_OTHERS = ("people", "forces", "institution")
"""Groups of objects that act for whom they belong to: its commanders, its forces."""


@frozen
class Who:
    """The subject: the actors named, and how the sentence binds them.

    `thing`: the subject is no actor, as in "the line shall be marked", and nobody is named who is
    to act; `nobody`: the text says that it names nobody; `text`: the text itself.
    """

    span: Span
    names: tuple[str, ...]
    how: How
    negated: bool = False
    front: Span | None = None
    """What is set before the subject: "upon signature"."""
    apart: Span | None = None
    """By which words it is told who is none of them: "other than Westland", "other", if known."""


@frozen
class Amount:
    """How much: a quantity, or `all`; with its rate and the preposition before it.

    So "by 30%" differs from "to 30%".
    """

    span: Span
    quantity: nodes.Quantity | None = None
    rate: str | None = None
    preposition: str | None = None

    @property
    def whole(self) -> bool:
        """Whether it is all there is."""
        quantity = self.quantity
        return quantity is None or (
            quantity.unit in {"%", "percent", "per cent"} and quantity.least == "100"
        )


@frozen
class Shared:
    """A noun that several things have together: the "tests" of "nuclear and missile tests"."""

    noun: Span
    row: Span
    """All of it, from the first that is so named to the noun."""


@frozen
class Mention:
    """A term in a sentence, with the preposition before it and whom it belongs to.

    Who gets something is behind `to`, also where no preposition says so: "provide X with oil".

    `owner` is an actor's name, `its` for the subject's own, `foreign`, `all` for the parties', or
    `other` for the other side's.
    """

    span: Span
    kind: MentionKind
    name: str
    """The term's name in the vocabulary, or the words; of a group `all`, `some` or `other`."""
    term: Term | None = None
    preposition: str | None = None
    owner: str | None = None
    owner_span: Span | None = None
    amount: Amount | None = None
    defined: str | None = None
    """The defined term by which it is spoken of, where it is by one."""
    aside: str | None = None
    """The word that opens the clause of its own in which it stands: `which`, `until`, `once`."""
    shared: Shared | None = None
    """The noun that it has from what stands behind it, where it has one."""
    describes: Span | None = None
    """Where the noun stands that it tells more of, as "missile" does in "missile facilities"."""
    article: str | None = None
    """The word before it that points at it: `the`, `this`, `a`, `any`."""

    @property
    def whole(self) -> Span:
        """From its first word to its noun."""
        return self.span if self.shared is None else self.span.to(self.shared.noun)

    def is_named_at(self, at: Span) -> bool:
        """Tell whether a word there is one of those that name it."""
        its_noun = self.shared is not None and self.shared.noun.contains(at)
        return its_noun or self.span.contains(at)


def is_group(mention: Mention, *groups: str) -> bool:
    """Tell whether a mention is of an object of one of these groups."""
    return isinstance(mention.term, Object) and mention.term.group in groups


@frozen(slots=False)
class Deed:
    """One act with what it is done to."""

    span: Span
    act: Act | None
    act_span: Span
    act_text: str
    objects: tuple[Mention, ...] = ()
    amounts: tuple[Amount, ...] = ()
    """How much of the objects; that of anything else is with its mention."""
    places: tuple[Mention, ...] = ()
    beneficiaries: tuple[Mention, ...] = ()
    others: tuple[Mention, ...] = ()
    """Everything else the deed speaks of: with what, on what, by whom."""
    agents: tuple[Mention, ...] = ()
    """Who does it, where that is not the subject: "by" somebody, or the subject after "that"."""
    inner: tuple[Deed, ...] = ()
    """The deeds that this one allows, asks for, ceases or carries out: "to inspect the reactor",
    "the withdrawal of its forces"."""
    lasts: bool = False
    """Whether what it brings about is to be kept up: "keep the road open"."""
    undergone: bool = False
    """Whether the subject is not who does it: "the line shall be marked", "X shall be told"."""
    who: Who | None = None
    """Whom it binds, where the sentence binds others to other deeds: "closed by X, opened by Y"."""

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """All that the deed speaks of, in text order, but for what others do in return for it."""
        others = (each for each in self.others if each.aside != IN_RETURN)
        every = (*self.objects, *self.places, *self.beneficiaries, *others, *self.agents)
        return tuple(sorted(every, key=lambda mention: mention.span))

    @property
    def in_return(self) -> tuple[Mention, ...]:
        """What others do, or have done, for which this is done."""
        return tuple(each for each in self.others if each.aside == IN_RETURN)

    @cached_property
    def things(self) -> frozenset[str]:
        """The objects that it speaks of, and all that are wider, by name."""
        return _things(self.mentions)


@frozen(slots=False)
class Meaning:
    """What one modality of a sentence says."""

    span: Span
    modality: nodes.Modality
    kind: ProvisionKind
    who: Who
    deeds: tuple[Deed, ...]
    subject: tuple[Mention, ...] = ()
    """What the subject speaks of beside actors."""
    references: tuple[nodes.Reference, ...] = ()
    periods: tuple[nodes.Quantity, ...] = ()
    """Spans of time in the sentence itself, as in "within 30 days"."""
    vague: tuple[tuple[Vague, Span], ...] = ()
    open_words: tuple[nodes.Words, ...] = ()
    """Words in quotation marks that are no declared name."""
    unknown: tuple[nodes.Word, ...] = ()
    denied: bool = False
    """Whether a statement says that something is not so: "affirms that it does not demand X"."""
    alone: bool = False
    """Whether it is for those named and nobody else: "A and B alone", "only A"."""

    @cached_property
    def things(self) -> frozenset[str]:
        """The objects that the subject speaks of, and all that are wider, by name."""
        return _things(self.subject)

    @cached_property
    def binding(self) -> bool:
        """Whether it is a duty or prohibition that the text states as such."""
        firm = self.modality.name.replace(" not", "") in _BINDING
        return self.kind in {"duty", "prohibition"} and (firm or self._bars_the_attempt)

    @property
    def _bars_the_attempt(self) -> bool:
        """Whether nobody may so much as try: "No party shall seek to overthrow the other"."""
        tries = self.modality.name == "endeavours to" and self.modality.text.lower().startswith(
            ("shall ", "will ")
        )
        return tries and self.kind == "prohibition" and self.who.negated


def _things(mentions: Iterable[Mention]) -> frozenset[str]:
    return frozenset().union(
        *(each.term.wider for each in mentions if each.kind == "object" and each.term is not None)
    )
