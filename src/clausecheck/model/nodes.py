"""A declaration as the drafter wrote it, typed.

Everything a text says is here, so that the formatter can write it again from nothing else. Nodes
are equal when they say the same, wherever they stand: spans take no part in it. Brackets may stand
round words, values, lines and clauses; `resolve` gives a declaration without them, and
`clausecheck.model.meaning` reads only such.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from attrs import field

from clausecheck.source import Span
from clausecheck.values import frozen


def _span() -> Span:
    span: Span = field(eq=False, repr=False)
    return span


Sign = Literal[",", ";", "and"]
"""What joins things in a list; the language reads all three alike."""


def _joined_by() -> Sign:
    sign: Sign = field(default=",", eq=False, repr=False, kw_only=True)
    return sign


# ── Alternatives ─────────────────────────────────────────────────────────────────────────────────


@frozen
class Proposal:
    """One alternative: what it says, who makes it, its tag, and the language versions it is of.

    `content` is words, one value, lines, or blocks, as the bracket's place has it.
    """

    span: Span = _span()
    content: tuple[object, ...] = ()
    proposed_by: tuple[str, ...] = ()
    tag: str | None = None
    languages: tuple[str, ...] = ()
    proposer_spans: tuple[Span, ...] = field(default=(), eq=False, repr=False)
    """Where each of `proposed_by` is named."""


@frozen
class Bracket:
    """Text not yet agreed: one proposal may be taken or left, of several one is taken.

    `address` is the clause's number and the bracket's place in it, as in `2.1#2`.
    """

    span: Span = _span()
    proposals: tuple[Proposal, ...] = ()
    address: str = field(default="", eq=False)

    @property
    def by_language(self) -> bool:
        """Whether the proposals are language versions: a standing conflict, not a choice."""
        return any(proposal.languages for proposal in self.proposals)


# ── Values ───────────────────────────────────────────────────────────────────────────────────────


@frozen
class Words:
    """Words in quotation marks: what could not or should not be put precisely."""

    span: Span = _span()
    text: str = ""


@frozen
class Name:
    """A name or a run of plain words, blanks made single; `quoted` if in quotation marks."""

    span: Span = _span()
    text: str = ""
    quoted: bool = False
    joined_by: Sign = _joined_by()
    """The sign between this and the one before, in a list."""


@frozen
class Silence:
    """A label that says that there is nothing to say."""

    span: Span = _span()
    kind: Literal["none", "unknown", "to be settled"] = "none"
    by: tuple[Name, ...] = ()


Unit = Literal["minute", "hour", "day", "week", "month", "year"]


@frozen
class Period:
    """A span of time; `most` differs from `least` in a range."""

    span: Span = _span()
    least: str = ""
    most: str | None = None
    unit: Unit = "day"
    qualifier: str | None = None


@frozen
class Date:
    """A day, or a month where `day` is None; `clock` and `zone` as written."""

    span: Span = _span()
    year: int = 0
    month: int = 0
    day: int | None = None
    clock: str | None = None
    zone: str | None = None


@frozen
class Reference:
    """A clause by its number, of this text or, with `instrument`, of the file of that name.

    With `last`, all clauses from the first to the last.
    """

    span: Span = _span()
    number: str = ""
    last: str | None = None
    instrument: str | None = None
    joined_by: Sign = _joined_by()


State = Literal["begins", "is complete", "is verified", "is breached", "point not stated"]


@frozen
class ClauseState:
    """A clause coming to a point; `state` is None where the text forgets to name it."""

    span: Span = _span()
    clause: Reference = field(kw_only=True)
    state: State | None = None
    plural: bool = field(default=False, eq=False)
    """Whether the text has `are`, as of a clause and all below it."""


@frozen
class Event:
    """An event by its name, with who brings it about where the text says so."""

    span: Span = _span()
    name: Name = field(kw_only=True)
    by: Name | None = None


@frozen
class Own:
    """The start or the end of the duty itself."""

    span: Span = _span()
    point: Literal["start", "end"] = "start"


@frozen
class Offset:
    """A span of time before or after a moment; `within`, counted from a request or event."""

    span: Span = _span()
    period: Period = field(kw_only=True)
    relation: Literal["after", "before", "within of", "within after"] = "after"
    moment: Time = field(kw_only=True)


@frozen
class Combined:
    """Several moments: `all`, `any`, or the `earlier` or `later` of them."""

    span: Span = _span()
    how: Literal["all", "any", "earlier", "later"] = "all"
    moments: tuple[Time, ...] = ()


@frozen
class Bound:
    """When something starts or is set up: `by` a time, `on` it, or neither word."""

    span: Span = _span()
    relation: Literal["by", "on"] | None = None
    time: Time = field(kw_only=True)


@frozen
class Within:
    """Within a span of time, from whatever the sentence or label speaks of."""

    span: Span = _span()
    period: Period = field(kw_only=True)


@frozen
class WithoutLimit:
    """A term without end."""

    span: Span = _span()


@frozen
class Until:
    """A term that ends at a time."""

    span: Span = _span()
    time: Time = field(kw_only=True)


Time: TypeAlias = Date | ClauseState | Event | Own | Offset | Combined


@frozen
class Frequency:
    """How often: every so long, or so many times in a unit of time."""

    span: Span = _span()
    every: Period | None = None
    times: str | None = None
    unit: Unit | None = None
    qualifier: str | None = None


@frozen
class Quota:
    """So many per unit of time, for a while."""

    span: Span = _span()
    number: str = ""
    per: str = ""
    term: Period | None = None
    unit: str | None = None
    """Of what so many, where it is said: `t`, `persons`."""


@frozen
class Phrase:
    """Free words with the quantities and references among them, read through the vocabulary."""

    span: Span = _span()
    parts: tuple[Part, ...] = ()
    joined_by: Sign = _joined_by()


@frozen
class Outside:
    """An event that this text does not govern."""

    span: Span = _span()
    words: Words = field(kw_only=True)


@frozen
class Approval:
    """Who signs, ratifies or authorises, and by what body or in what capacity."""

    span: Span = _span()
    actor: Name = field(kw_only=True)
    by: Phrase | None = None


@frozen
class Member:
    """A member of a body, or how many come from whom."""

    span: Span = _span()
    number: str | None = None
    actor: Name = field(kw_only=True)


@frozen
class Verifier:
    """Who verifies (jointly, if several), by which methods, and when."""

    span: Span = _span()
    actors: tuple[Name, ...] = ()
    methods: tuple[Name, ...] = ()
    timing: tuple[Frequency | Offset | Within, ...] = ()


@frozen
class Report:
    """When verification reports, and to whom."""

    span: Span = _span()
    timing: Frequency | Offset | Within | None = None
    to: tuple[Name, ...] = ()


@frozen
class Reversal:
    """Whether a step can be taken back, by whom and within what time."""

    span: Span = _span()
    possible: bool = True
    by: tuple[Name, ...] = ()
    within: Period | None = None


@frozen
class Notice:
    """How long before leaving the others must be told."""

    span: Span = _span()
    period: Period = field(kw_only=True)


@frozen
class Condition:
    """A condition within a value."""

    span: Span = _span()
    phrase: Phrase = field(kw_only=True)


@frozen
class Languages:
    """The authentic languages, and which prevails."""

    span: Span = _span()
    names: tuple[Name, ...] = ()
    prevailing: Name | None = None
    verb: str = field(default="prevails", eq=False)
    """`prevails`; of all of them `prevail` or `equally authentic`."""

    @property
    def ranked(self) -> bool:
        """Whether one comes before the others, which all cannot."""
        return self.prevailing is not None and self.verb == "prevails"


@frozen
class Baseline:
    """What is counted from when, for the parties named or for all."""

    span: Span = _span()
    time: Time = field(kw_only=True)
    actors: tuple[Name, ...] = ()


@frozen
class LimitsRow:
    """The ceilings of one zone or kind."""

    span: Span = _span()
    name: Name = field(kw_only=True)
    limits: tuple[Phrase, ...] = ()


@frozen
class Review:
    """The encoder's own judgement on what became of a clause."""

    span: Span = _span()
    state: Literal["done", "suspended", "ended", "reversible"] = "done"
    date: Date | None = None
    by: tuple[Name, ...] = ()
    within: Period | None = None


@frozen
class Listed:
    """Several values in one label, in text order."""

    span: Span = _span()
    values: tuple[Value, ...] = ()


@frozen
class Text:
    """Free text to the end of the line, to the letter."""

    span: Span = _span()
    text: str = ""


# ── The sentence ─────────────────────────────────────────────────────────────────────────────────

ModalKind = Literal["duty", "permission", "statement", "savings"]


@frozen
class Word:
    """A word or sign of a sentence, as written."""

    span: Span = _span()
    text: str = ""


@frozen
class Modality:
    """How bindingly a sentence speaks: `name` is the language's own, `text` as written."""

    span: Span = _span()
    name: str = ""
    kind: ModalKind = "duty"
    text: str = ""


@frozen
class Quantity:
    """A number as written, with its qualifier, range and unit."""

    span: Span = _span()
    least: str = ""
    most: str | None = None
    unit: str | None = None
    qualifier: str | None = None
    multiplier: str | None = None


@frozen
class Rate:
    """`per` a unit of time or a thing."""

    span: Span = _span()
    per: str = ""


Part: TypeAlias = Word | Words | Modality | Quantity | Rate | Reference | Date | Bracket


@frozen
class Sentence:
    """A sentence with its letters or step, as in `(a)`, `(i)` or `step 2 (optional)`."""

    span: Span = _span()
    markers: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()


Value: TypeAlias = (
    Date
    | ClauseState
    | Event
    | Own
    | Offset
    | Combined
    | Bound
    | Within
    | WithoutLimit
    | Until
    | Period
    | Frequency
    | Quota
    | Words
    | Name
    | Silence
    | Reference
    | Phrase
    | Outside
    | Approval
    | Member
    | Verifier
    | Report
    | Reversal
    | Notice
    | Condition
    | Languages
    | Baseline
    | LimitsRow
    | Review
    | Listed
    | Text
    | Sentence
    | Bracket
)


def values_of(value: Value) -> tuple[Value, ...]:
    """Return the values of a label in text order, of which one alone is no list."""
    return value.values if isinstance(value, Listed) else (value,)


# ── Lines and blocks ─────────────────────────────────────────────────────────────────────────────


@frozen
class Label:
    """A labelled line; `name` without its colon, with what the limits are by."""

    span: Span = _span()
    name: str = ""
    value: Value = field(kw_only=True)
    name_span: Span = field(eq=False, repr=False, kw_only=True)


@frozen
class Quoted:
    """A line of the treaty's own words, to the letter, with its `>`."""

    span: Span = _span()
    text: str = ""


@frozen
class Heading:
    """What opens a block: its word, number, name and title, as far as it has them."""

    span: Span = _span()
    word: str = ""
    number: str | None = None
    name: Name | None = None
    title: Words | None = None
    members: tuple[Name, ...] = ()
    """For a side, those it is made of."""
    number_span: Span | None = field(default=None, eq=False, repr=False)


Item: TypeAlias = "Sentence | Label | Quoted | Heading | Bracket"


@frozen
class Acceptance:
    """An objection accepted on record."""

    span: Span = _span()
    rule: str = ""
    everywhere: bool = False
    because: str | None = None
    accepted_by: tuple[Name, ...] = ()
    expires: Date | None = None
    note: str | None = None
    rule_span: Span = field(eq=False, repr=False, kw_only=True)


@frozen
class Block:
    """A heading and what stands below it; `broken` if a line of it could not be read."""

    span: Span = _span()
    heading: Heading = field(kw_only=True)
    items: tuple[Item, ...] = ()
    acceptances: tuple[Acceptance, ...] = ()
    broken: bool = field(default=False, eq=False)


@frozen
class Comment:
    """A comment to the letter, with its `#`; `alone` on its line, or after something.

    Where it stands is a matter of layout, as a span is.
    """

    span: Span = _span()
    text: str = ""
    alone: bool = field(default=True, eq=False)


@frozen
class Declaration:
    """A whole text: its blocks in text order, some perhaps in brackets, and its comments."""

    blocks: tuple[Block | Bracket, ...]
    comments: tuple[Comment, ...] = ()
