"""What a comparison says: which clause became which, what changed in it, and what follows."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Literal

from attrs import field

from clausecheck.findings import Failure, Finding, LedgerEntry, Material, Stance
from clausecheck.source import Source, Span
from clausecheck.values import evolve, frozen

Direction = Literal["reversed", "weaker", "stronger", "other"]
"""Whether a text binds less or more by a change; `reversed` where it turns a duty round."""

Kind = Literal[
    "modality",
    "kind",
    "actor",
    "act",
    "object",
    "quantity",
    "place",
    "beneficiary",
    "wording",
    "vague words",
    "deadline",
    "time",
    "wait",
    "term",
    "rhythm",
    "verifier",
    "access",
    "condition",
    "exception",
    "consent",
    "breach",
    "reversal",
    "exchange",
    "limit",
    "quotation",
    "acceptance",
    "declared",
    "head",
    "label",
    "preamble",
    "placed",
    "reworded",
]
"""What of a clause, of the head or of what a text declares a change concerns.

`placed`: what stood in a sentence stands on a line below it, or the reverse.
"""
SAME: frozenset[Kind] = frozenset({"placed", "reworded"})
"""After these a clause says what it said."""


@frozen
class Change:
    """One thing that changed; `message` says from what to what."""

    kind: Kind
    direction: Direction
    message: str
    before: Span | None = None
    after: Span | None = None
    parties: tuple[str, ...] = ()
    """Whom the sentence binds, by their names in the base."""
    reaches: tuple[str, ...] = ()
    """The clauses that use what is declared, of which it tells."""
    of_place: bool = False
    """Whether a place is named in one of the texts alone: what holds there may hold still."""
    begun: bool = False
    """Whether the same is to be done in both texts, and is only to be begun in one of them."""


What = Literal[
    "waits for less",
    "waits for more",
    "harder to undo",
    "easier to undo",
    "loses a veto",
    "gains a veto",
    "loses a say",
    "gains a say",
    "loses an answer",
    "gains an answer",
    "loses a counterpart",
    "gains a counterpart",
    "owed less",
    "owed more",
    "saved less",
    "saved more",
]
EFFECTS: Mapping[What, tuple[str, str]] = {
    "waits for less": ("waits for less", "wait for less"),
    "waits for more": ("waits for more", "wait for more"),
    "harder to undo": ("gives what is harder to undo", "give what is harder to undo"),
    "easier to undo": ("gives what is easier to undo", "give what is easier to undo"),
    "loses a veto": ("loses a veto", "lose a veto"),
    "gains a veto": ("gains a veto", "gain a veto"),
    "loses a say": ("loses a say", "lose a say"),
    "gains a say": ("gains a say", "gain a say"),
    "loses an answer": ("loses an answer to a breach", "lose an answer to a breach"),
    "gains an answer": ("gains an answer to a breach", "gain an answer to a breach"),
    "loses a counterpart": ("loses a counterpart", "lose a counterpart"),
    "gains a counterpart": ("gains a counterpart", "gain a counterpart"),
    "owed less": ("is owed less", "are owed less"),
    "owed more": ("is owed more", "are owed more"),
    "saved less": ("has less left alone", "have less left alone"),
    "saved more": ("has more left alone", "have more left alone"),
}
"""How an effect is told of one party, and of several."""
UNOWNED: Mapping[What, str] = {
    "saved less": "less is left alone",
    "saved more": "more is left alone",
}
"""How it is told of what is no party's own."""


@frozen
class Effect:
    """What a sentence's changes do beside binding less or more, to those whom it concerns.

    Who waits, or gives, is bound by it; others have a say in it, are owed something by it, may
    answer its breach, or have something left alone. `told` says from what to what.
    """

    what: What
    told: str
    parties: tuple[str, ...] = ()
    certainty: str | None = None
    """How surely acts are harder or easier to undo, where their grades alone say it."""


How = Literal[
    "unchanged", "reworded", "changed", "split", "merged", "added", "removed", "not compared"
]
"""`not compared`: a line in the clause's place could not be read in the other text."""
Shift = Literal["renumbered", "moved"]


@frozen
class Passage:
    """A sentence with its labels, or whatever else is compared as one, in its own text."""

    place: str
    """Its number, or what it is, as `head` and `body JMC`."""
    span: Span
    words: str
    """The sentence in one line; empty where there is none."""
    what: str = ""
    """What kind of provision it is, as `duty`; empty for what is none."""
    parties: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    """The lines below the sentence, each in one line: what it hangs on, and by when."""
    promises: bool = False
    """Whether somebody promises something by it, and does not only ask others for it."""
    binds: bool = False
    """Whether what is promised is owed, and not only meant or hoped for."""
    against: bool = False
    """Whether it is done against others, or where they breach: that it is owed is no gain."""


@frozen
class Row:
    """What became of something: of the base what is `before`, of the other text what is `after`."""

    how: How
    before: tuple[Passage, ...]
    after: tuple[Passage, ...]
    changes: tuple[Change, ...] = ()
    shift: Shift | None = None
    effects: tuple[Effect, ...] = ()

    @property
    def same(self) -> bool:
        """Whether it says the same in the same place."""
        return self.how == "unchanged" and self.shift is None

    @property
    def saves(self) -> bool:
        """Whether it is a savings clause and nothing else, of which less or more is left alone."""
        return all(passage.what == "savings" for passage in (*self.before, *self.after))

    @property
    def against(self) -> bool:
        """Whether something is owed in it that is done against others, and nothing else is."""
        every = (*self.before, *self.after)
        return any(e.what == "duty" for e in every) and all(each.against for each in every)

    @property
    def place(self) -> str:
        """Where it stands: in the base, or else in the other text."""
        return ", ".join(passage.place for passage in self.before or self.after)

    @property
    def where(self) -> str:
        """Where it stands, as it is said in a sentence, and whether it is new there."""
        place = "the head" if self.place == "head" else self.place
        return place if self.before else f"new {place}"

    def where_bound(self, parties: Collection[str]) -> str:
        """Where some are bound, of several sentences those alone that bind any of them."""
        theirs = tuple(each for each in self.before if {*parties} & {*each.parties})
        return evolve(self, before=theirs).where if theirs else self.where


@frozen
class Brackets:
    """Where two texts leave something else open, beside their first proposals, by address."""

    closed: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()
    proposed: tuple[str, ...] = ()
    """Where other proposals or language versions stand."""
    reordered: tuple[str, ...] = ()
    """Where the same proposals stand in another order."""
    proposers: tuple[tuple[str, str], ...] = ()
    """Where the same proposals stand, and others make them; and who makes which now."""

    @property
    def same(self) -> bool:
        """Whether both leave the same open."""
        return not any((self.closed, self.opened, self.proposed, self.reordered, self.proposers))


@frozen
class Exposed:
    """What one party has given and cannot take back, at its longest; None where nothing is."""

    given: str | None = None
    days: int | None = None
    """None with a step that is given: no limit ends it, or none that counts from when it is."""
    endless: bool = False
    """Whether no limit ends it."""

    @property
    def length(self) -> tuple[bool, int | None, bool]:
        """For how long, whichever the step is."""
        return self.given is None, self.days, self.endless


@frozen
class Burden:
    """How many firm duties and prohibitions one party bears, alone and with others."""

    alone: int = 0
    shared: int = 0


@frozen
class Phrase:
    """One thing of a line at the end: the words, and the objections they are said of."""

    words: str
    entries: tuple[str, ...] = ()
    """The weightiest first."""


LESS_PROMISED = "less is promised"
"""Why something is raised no longer though nothing answers it."""

UNWEIGHED = "changed, and not weighed"
"""With this begins, of what is told for whom, what names no party."""


@frozen
class Verdict:
    """The three lines at the end, as far as each has anything to say."""

    better: tuple[Phrase, ...]
    worse: tuple[Phrase, ...]
    parties: tuple[str, ...]
    gains: tuple[str, ...] = ()
    """Who gains over another, and by what."""
    gone: tuple[Phrase, ...] = ()
    """The objections that the text no longer comes to, and why: neither better nor worse."""
    arisen: tuple[Phrase, ...] = ()
    """Those that it comes to now, and what becomes of them, likewise."""


@frozen
class Side:
    """One of the texts: its name, title, source, and what the reader must know of it."""

    name: str
    title: str | None
    source: Source = field(repr=False)
    shown: Source = field(repr=False)
    """The same with blanks for what is not taken of brackets, each word in its place."""
    material: Material
    notes: tuple[str, ...] = ()
    renamed_from: str = ""
    """What the file was called in the base, as far as its lines tell; empty if the same."""


@frozen
class Comparison:
    """All that is said of one text beside another, its base."""

    base: Side
    other: Side
    clauses: tuple[Row, ...]
    """In the order of the other text; what was removed stands where it stood."""
    frame: tuple[Row, ...]
    """The head, and what the texts declare, as far as it changed."""
    remarks: tuple[str, ...]
    """Labels that only the encoder speaks in, and where they changed; they bind nobody."""
    gained: tuple[Finding, ...]
    cleared: tuple[Finding, ...]
    accepted: tuple[Finding, ...]
    """Findings that the base had as well, and that the other text now accepts on record."""
    kept: tuple[tuple[Finding, Finding], ...]
    """Findings that stand in both, as each text has them, in the order of the other."""
    stances: tuple[tuple[Stance, Stance], ...]
    ledger: tuple[tuple[LedgerEntry, LedgerEntry], ...]
    exposure: tuple[tuple[str, Exposed | None, Exposed | None], ...]
    """By party; None where a timetable cannot be kept, so that no exposure is told."""
    burden: tuple[tuple[str, Burden, Burden], ...]
    verdict: Verdict
    unread: tuple[str, ...] = ()
    """Where the texts differ and a line could not be read, so that they may say anything."""
    brackets: Brackets = field(factory=Brackets)
    since: Mapping[str, str] = field(factory=dict)
    """By question, why it is answered otherwise where no answer to it was bettered, or worsened."""
    unjudged: tuple[Finding, ...] = ()
    """Findings of the base that may stand in the other text, which is a part, or was not read."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """All that changed, be it in the frame or in a clause."""
        return tuple(row for row in (*self.clauses, *self.frame) if not row.same)

    @property
    def why_unjudged(self) -> str:
        """Why it is not known whether findings of the base stand in the other text as well."""
        return "a line could not be read" if self.unread else "the text is only a part here"

    @property
    def same(self) -> bool:
        """Whether nothing that a text says changed, for all that can be told.

        What only the encoder says may have.
        """
        return not self.rows and not self.unread and self.brackets.same

    @property
    def weaker(self) -> bool:
        """Whether the other text binds less anywhere, or may where it could not be read."""
        return bool(self.unread) or any(
            change.direction in {"weaker", "reversed"} for r in self.rows for change in r.changes
        )


@frozen
class Alone:
    """A text that is in one state of a project alone: as it was added, or before it was removed."""

    side: Side
    findings: tuple[Finding, ...]


@frozen
class Compared:
    """All that one run compared: what has a base in common, and what stands alone."""

    groups: tuple[tuple[Comparison, ...], ...] = ()
    added: tuple[Alone, ...] = ()
    removed: tuple[Alone, ...] = ()
    failures: tuple[Failure, ...] = ()
    exit_status: int = 0

    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        """Every comparison, in order."""
        return tuple(made for group in self.groups for made in group)

    @property
    def weaker(self) -> bool:
        """Whether anything binds less: a text that is gone does, if it bound anybody."""
        gone = (text.side.material for text in self.removed)
        bound = any(material.duties or material.prohibitions for material in gone)
        return bound or any(made.weaker for made in self.comparisons)

    @property
    def new(self) -> bool:
        """Whether anything is found that was not."""
        return any(text.findings for text in self.added) or any(
            made.gained for made in self.comparisons
        )

    @property
    def any(self) -> bool:
        """Whether anything is said that was not, or no longer."""
        lone = self.added or self.removed
        return bool(lone) or any(not made.same for made in self.comparisons)
