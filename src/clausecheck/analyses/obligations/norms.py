"""What a text orders, forbids and allows, made ready to be held against each other.

A norm is one provision with all that narrows it: what else its sentence names, the words that no
vocabulary explains, the labels that say where, how and on whose consent. One norm is within another
if whatever the narrower speaks of, the wider speaks of too; a word that is not understood narrows,
so that nothing is put together which may lie apart.
"""

from __future__ import annotations

from functools import cached_property

from attrs import field

from clausecheck.model import nodes
from clausecheck.model.numbers import Counted, in_order
from clausecheck.model.reading import Provision, Said
from clausecheck.model.sentences import Amount
from clausecheck.model.sentences.meanings import ProvisionKind
from clausecheck.source import Span
from clausecheck.values import frozen

Key = tuple[str, str]
"""What a term is, by its kind and name."""
_STARTING = ("after", "from", "on", "starts", "together with", "in parallel with")
_CONDITIONS = ("if", "unless")
_LICENCES = ("unless permitted by", "with consent of")
NARROWING = ("where", "in", "aim")
"""Labels that say where, in what forum and for what."""
_PLACING = (*_STARTING, "by", "before", "until", "for", "every", "quota", "target")
_LASTING = (
    "maintain", "continue", "halt", "suspend", "remain", "limit", "possess", "operate", "comply",
    "respect", "renounce",
)  # fmt: skip
"""Acts that are done all the time, and not once."""
FOREIGN: Key = ("object", "foreign-forces")
"""What one's forces are on another's land, beside what they are."""
ANYBODY = "anybody"
"""Marks what a recipient is who may be anybody of a kind, as in "to any state"."""
EVERYBODY = ""
"""Stands for whoever it may be, where a sentence names nobody."""
TRIES = 64
"""Of those that share who, what and the like with a norm, how many it is held against.

The first, for a text may say one thing thousands of times, and all against all would never end.
"""


@frozen
class Aspect:
    """Something that narrows a norm: what it is, with the preposition before it."""

    preposition: str
    keys: tuple[Key, ...]
    """What it is, and all that is wider."""
    words: frozenset[str] = frozenset()
    """Those by which it is named, where the vocabulary has several for one thing."""
    reach: float | None = None
    """Of a distance, up to how far: "within 10 km of the line"."""
    placed: bool = field(default=False, eq=False)
    """Whether a line says it that says where."""

    @property
    def itself(self) -> tuple[Key, frozenset[str], float | None]:
        """What it is, by what words, and how far it reaches."""
        return self.keys[0], self.words, self.reach

    def covers(self, other: Aspect) -> bool:
        """Tell whether the other is the same thing, or a narrower one, placed alike."""
        if self.preposition != other.preposition or self.keys[0] not in other.keys:
            return False
        if self.reach is not None and other.reach is not None:
            return other.reach <= self.reach
        return self.keys[0] != other.keys[0] or self.words <= other.words


@frozen(slots=False, eq=False)
class Norm:
    """A provision that binds or frees somebody, with what narrows it."""

    provision: Provision
    said: Said = field(repr=False)
    kind: ProvisionKind
    actors: tuple[str, ...]
    """Those bound, one by one; of a joint act, all of them in one."""
    binds: frozenset[str]
    """The actors and all who are on their side."""
    acts: tuple[str, ...]
    """The act and all that are wider; an unknown verb as it is written."""
    thing: Aspect | None
    """The object, None where there is none."""
    aspects: tuple[Aspect, ...] = ()
    lines: frozenset[tuple[str, nodes.Value]] = frozenset()
    """The labels that say where, how or for what."""
    amounts: tuple[Amount, ...] = ()
    as_one: tuple[str, ...] = ()
    """Other names of all whom its sentence binds: their side, or of an act of all, all in one."""
    of_a_body: bool = False
    """Whether those bound are bodies, agencies or roles, and nobody who makes war or peace."""
    ranked: frozenset[str] = frozenset()
    """The numbers over or under which it puts itself, or that it names otherwise."""
    over: frozenset[str] = frozenset()
    """Those over which it says it comes, or to which it is an exception."""
    under: frozenset[str] = frozenset()
    """Those to which it says it yields."""
    in_other_words: bool = False
    """Whether the text says something else from which this follows, as "shall refrain from"."""
    given_up: bool = False
    """Whether it is a ban on what goes on, by a duty to suspend, halt or renounce the thing."""
    takes_part: bool = False
    """Whether it is each one's part in what several do jointly."""
    after_a_breach: bool = False
    """Whether it holds only once the clause of its number is breached, as a line there says."""
    together: bool = False
    """Whether it counts what is in several places, or of several things, as one."""
    stage: tuple[str, ...] = ()
    """The titles above its clause that name a stage."""

    @property
    def about(self) -> tuple[Key, frozenset[str], float | None] | None:
        """The object and the words that name it."""
        return self.thing.itself if self.thing is not None else None

    @property
    def number(self) -> str:
        """Of its sentence."""
        return self.provision.number

    @property
    def counted(self) -> tuple[Counted, Span]:
        """What puts it in its place among others, wherever in the file its clause stands."""
        return in_order(self.number), self.at

    @property
    def bearers(self) -> tuple[str, ...]:
        """Those bound, and what they are together."""
        return *self.actors, *self.as_one

    @property
    def at(self) -> Span:
        """From how bindingly it speaks to its object, or to its act."""
        start, deed, thing = (
            self.provision.modality.span,
            self.provision.deed,
            self.provision.object,
        )
        ends = [start.end, deed.act_span.end]
        if thing is not None and thing.span.start > start.start:
            ends.append(thing.whole.end)
        return Span(start.start, max(ends))

    @cached_property
    def words(self) -> str:
        """What is to be done or not, in the words of the text."""
        deed, thing = self.provision.deed, self.provision.object
        spans = [deed.act_span, *([thing.whole] if thing is not None else ())]
        whole = Span(min(each.start for each in spans), max(each.end for each in spans))
        return words_at(self.said.sentence, whole)

    @property
    def quantities(self) -> tuple[str, ...]:
        """How much of its object it speaks of, so that it can be compared."""
        return tuple(str(amount.quantity) for amount in self.amounts)

    @property
    def firm(self) -> bool:
        """Whether the text states it as such, and wishes for nothing."""
        done_by_words = self.provision.kind == "statement"
        free = {self.kind, self.provision.kind} & {"permission", "exemption"}
        return self.provision.meaning.binding or bool(free) or done_by_words

    @property
    def conditions(self) -> tuple[nodes.Label, ...]:
        """The labels that say on what it hangs."""
        return self.said.labels.all(*_CONDITIONS)

    @property
    def licensed(self) -> bool:
        """Whether somebody may allow otherwise, or must agree."""
        return self.said.labels.stated(*_LICENCES)

    @property
    def starting(self) -> tuple[nodes.Label, ...]:
        """The labels that say from when on it holds."""
        return self.said.labels.all(*_STARTING)

    @property
    def starts_by_itself(self) -> bool:
        """Whether no label says from when on it holds."""
        return not self.starting

    @property
    def placing(self) -> tuple[nodes.Label, ...]:
        """The labels that say when."""
        return self.said.labels.all(*_PLACING)

    @property
    def times(self) -> frozenset[tuple[str, nodes.Value]]:
        """What these labels say, without where they stand."""
        return frozenset((label.name, label.value) for label in self.placing)

    @property
    def timed(self) -> bool:
        """Whether any label says when."""
        return bool(self.placing)

    @property
    def recurring(self) -> bool:
        """Whether it is done again and again."""
        return bool(self.said.labels.all("every", "quota"))

    @cached_property
    def choice(self) -> bool:
        """Whether a duty leaves a choice, as "shall dismantle or convert" does."""
        begins = self.provision.modality.span.end
        return self.kind == "duty" and any(
            part.text.lower() in {"or", "either", "and/or"}
            for part in self.said.sentence.parts
            if isinstance(part, nodes.Word) and part.span.start >= begins
        )

    @property
    def lasting(self) -> bool:
        """Whether it holds all the time, and is not done once."""
        if self.kind != "duty" or self.said.labels.all("until", "for", "every", "quota"):
            return True
        return self.provision.deed.lasts or not _LASTING_NAMES.isdisjoint(self.acts)

    @property
    def whole(self) -> bool:
        """Whether it is about all there is."""
        return all(amount.whole for amount in self.amounts)


_LASTING_NAMES = frozenset(_LASTING)


def words_at(sentence: nodes.Sentence, at: Span) -> str:
    """Return the words of a sentence at a place of it."""
    found = [
        part.text if isinstance(part, nodes.Word) else written(part)
        for part in sentence.parts
        if at.start <= part.span.start and part.span.end <= at.end
    ]
    text = " ".join(found)
    return text.replace(" ,", ",")


def written(part: object) -> str:
    """Return a number, a clause or quoted words as the text has them, as far as a message needs."""
    match part:
        case nodes.Quantity():
            bounds = f"{part.least} to {part.most}" if part.most is not None else part.least
            many = (part.words,) if part.words else (bounds, part.multiplier, part.unit)
            return " ".join(word for word in (part.qualifier, *many) if word)
        case nodes.Words():
            return f'"{part.text}"'
        case nodes.Modality():
            return part.text
        case nodes.Rate():
            return f"per {part.per}"
        case _:
            return getattr(part, "number", "")
