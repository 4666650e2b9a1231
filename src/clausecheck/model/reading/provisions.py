"""One duty, prohibition, permission or statement, with the labels that bind it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from attrs import field

from clausecheck.model import nodes
from clausecheck.model.numbers import Counted, in_order
from clausecheck.model.sentences import Amount, Deed, Meaning, Mention, ProvisionKind
from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Act

_ENDING_TOO: Mapping[ProvisionKind, tuple[str, ...]] = {
    "prohibition": ("before", "on"),
    "permission": ("before", "by", "on"),
    "exemption": ("before", "by", "on"),
}
_GOING_ON = frozenset({"from", "until", "for", "every", "quota"})
"""Lines beside which `on:` says only when it begins."""


@frozen(slots=False)
class Labels:
    """The labels that bind a sentence, its own before those of the whole clause."""

    lines: tuple[nodes.Label, ...] = ()

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset([line.name for line in self.lines])

    def get(self, name: str) -> nodes.Label | None:
        """Return the first label of that name."""
        found = self.all(name)
        return found[0] if found else None

    def all(self, *names: str) -> tuple[nodes.Label, ...]:
        """Return every label of these names, in order."""
        if not self.lines or self._names.isdisjoint(names):
            return ()  # as it is nearly always
        return tuple([line for line in self.lines if line.name in names])

    def stated(self, *names: str) -> bool:
        """Tell whether one of the labels is there and says more than `none`."""
        if not self.lines or self._names.isdisjoint(names):
            return False  # likewise
        return not all(map(_says_none, self.all(*names)))

    def ending(self, kind: ProvisionKind) -> tuple[nodes.Label, ...]:
        """Return the lines that say until when something of that kind holds, in order.

        What is forbidden or allowed `before:` something is so until that comes, what is allowed
        `by:` a day until that day; and what is so `on:` a day, on that day alone.
        """
        if not self.lines or kind not in _ENDING_TOO:
            return self.all("for", "until")
        goes_on = not self._names.isdisjoint(_GOING_ON)
        return tuple(
            line
            for line in self.all("for", "until", *_ENDING_TOO[kind])
            if not (goes_on and line.name == "on")
        )

    def known(self, name: str) -> bool:
        """Tell whether the label holds a value, and no kind of silence."""
        return not all(isinstance(each.value, nodes.Silence) for each in self.all(name))


@frozen
class Timing:
    """When a provision is due and when it holds; each label as written, None where there is none.

    begin ≤ complete ≤ verified. A deed begins no earlier than `after` and `starts`, is complete by
    `on`, `by` and `before`; a continuing duty holds from `since` to `until` or for `term`. Nothing
    begins before entry into force (signature, where the head has no such label) unless a label of
    its own says so: `default_start` is that moment where the provision has no such label.
    """

    due: tuple[nodes.Label, ...] = ()
    """`on:`, `by:` and `before:`: complete no later than each."""
    earliest: tuple[nodes.Label, ...] = ()
    """`after:`, `starts:`, `together with:`, `in parallel with:`, `from:` and `on:`."""
    since: nodes.Label | None = None
    until: nodes.Label | None = None
    term: nodes.Label | None = None
    recurring: nodes.Label | None = None
    target: nodes.Label | None = None
    default_start: str | None = None


@frozen
class Provision:
    """One duty, prohibition, permission or statement of one actor, about one act and object.

    `number` is the sentence's own, as in `13(a)(i)`; of what follows a breach, that of the sentence
    broken. `actor` is None where the text names nobody or
    all act together; `meaning.who` says which.
    """

    number: str
    span: Span
    kind: ProvisionKind
    modality: nodes.Modality
    meaning: Meaning = field(repr=False)
    deed: Deed = field(repr=False)
    actor: str | None = None
    object: Mention | None = None
    labels: Labels = field(factory=Labels, repr=False)
    timing: Timing = field(factory=Timing, repr=False)
    clause: str | None = None

    @property
    def counted(self) -> tuple[Counted, Span]:
        """What puts it in its place among others, wherever in the file its clause stands."""
        return in_order(self.number), self.span

    @property
    def act(self) -> Act | None:
        """The act, where the vocabulary knows it."""
        return self.deed.act

    @property
    def quantity(self) -> Amount | None:
        """How much of the object."""
        return self.deed.amounts[0] if self.deed.amounts else None

    @property
    def owner(self) -> str | None:
        """Whose the object is: an actor's name, or `foreign`."""
        if self.object is None or self.object.owner != "its":
            return self.object.owner if self.object else None
        return self.actor

    @property
    def matter_at(self) -> Span:
        """The place of the object, or of the act where there is none."""
        return self.object.span if self.object else self.deed.act_span

    @property
    def place(self) -> Mention | None:
        """Where."""
        return self.deed.places[0] if self.deed.places else None

    @property
    def beneficiary(self) -> Mention | None:
        """For or to whom."""
        return self.deed.beneficiaries[0] if self.deed.beneficiaries else None


_BARRED = regex(
    r"(?:withdrawal|termination|denunciation|exit)?\s*(?:is )?(?:not (?:permitted|allowed|possible)"
    r"|prohibited|forbidden|excluded)|no (?:withdrawal|termination|denunciation|exit|right to \w+)"
    r"|(?:no party|none|nobody) (?:may|can|shall) \w+"
)


def _says_none(label: nodes.Label) -> bool:
    """Tell whether a line says that there is none; of leaving, also that it is not permitted."""
    value = label.value
    if isinstance(value, nodes.Silence):
        return value.kind == "none"
    if label.name != "exit" or not isinstance(value, nodes.Listed):
        return False
    return all(
        isinstance(each, nodes.Name) and _BARRED.fullmatch(each.text.lower()) is not None
        for each in value.values
    )
