"""A text with brackets as negotiators see it: what is open, what each choice costs, how to end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from clausecheck.changes import LESS_PROMISED, What
from clausecheck.findings import Finding, LedgerEntry, Report, Stance
from clausecheck.source import Source
from clausecheck.values import frozen

Cost = tuple[int, ...]
"""The sceptic's errors, warnings and info, and then the advocate's."""


@frozen
class Counted:
    """What is counted in a text; less is better in what is found, and more in the rest."""

    cost: Cost
    met: tuple[int, int]
    """Objections met: the sceptic's, and the advocate's."""
    safeguards: int
    """Lines by which somebody looks, a step can be undone, or a breach has an answer."""


@frozen
class Price:
    """What a choice brings: by itself, or, with `others` in words, together with other choices."""

    what: Finding | Stance | LedgerEntry
    others: str = ""
    count: int = 0
    """How many other choices it takes."""


How = Literal["turned round", "bound less", "bound more", "not weighed"] | What
"""What is known of a difference: whom a text binds how, what it does to a step, or nothing."""


@frozen
class Difference:
    """One thing in which a choice differs from the first; `told` says from what to what."""

    how: How
    place: str
    told: str
    parties: tuple[str, ...] = ()


@frozen
class Asked:
    """Objections that arise with a choice alone, or with the first alone, and why."""

    why: str
    arises: bool
    entries: tuple[str, ...]
    findings: tuple[Finding, ...] = ()
    """What rules find likewise; told where the why is how much is promised or waited for."""
    unanswered: bool = False
    """Whether the choice that has less said against it answers nothing, and only says less."""


TOLD = frozenset({"raised", "silent", "met"})
"""What may become of an objection that is told of a choice."""


@frozen
class Beside:
    """What a choice alone changes, all else being the first; both are empty where nothing does."""

    brings: tuple[Finding | Stance | LedgerEntry, ...] = ()
    no_longer: tuple[Finding | LedgerEntry, ...] = ()


@frozen
class Choice:
    """One way to decide, who proposes it, and what it brings that another way would not."""

    words: str
    proposed_by: tuple[str, ...]
    prices: tuple[Price, ...]
    differs: tuple[Difference, ...] = ()
    """In what it differs from the first choice, whatever rules say; nothing, for the first."""
    same_words: bool = False
    """Whether it says to the letter what the first does."""
    asked: tuple[Asked, ...] = ()
    """What is asked of it otherwise than of the first, of what some choice here raises or meets;
    and what one of both alone raises, for no other reason than that more is promised by it."""
    beside: Beside = Beside()
    """What it alone changes, where nothing was traced to any choice of its decision."""


@frozen
class Open:
    """What is to be decided: its brackets by address, where it begins, the ways to decide it."""

    addresses: tuple[str, ...]
    kind: str
    line: int
    choices: tuple[Choice, ...]

    @property
    def weighed(self) -> bool:
        """Whether a rule weighs it, so that something that is judged hangs on it."""
        return any(choice.prices or choice.beside != Beside() for choice in self.choices)

    @property
    def lesser(self) -> Mapping[str, str]:
        """The choices, in words, that have less said against them and answer nothing, and why."""
        first, *others = self.choices
        told = [(choice, each) for choice in others for each in choice.asked if each.unanswered]
        return dict(
            (first.words, LESS_PROMISED) if each.arises else (choice.words, each.why)
            for choice, each in told
        )


@frozen
class Resolution:
    """One text without brackets, checked in full."""

    taken: tuple[str, ...]
    """What is chosen in every bracket that is then there, in words."""
    counted: Counted
    report: Report
    as_good: int | None = None
    """How many texts count the same, this one among them; None if unknown."""
    as_good_exact: bool = True
    """Whether that is all there are; if not, so many were checked."""
    instead: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Each choice in words in place of which others, one at a time, count the same, as checked."""
    perhaps: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """The same of others that were not checked, by what was learned."""


@frozen
class OwnText:
    """The text of a party's own proposals, without what only others would add."""

    party: str
    text: Resolution
    own: int
    """How many of the decisions it takes as the party proposes, and in one way alone."""
    left_out: int
    """How many it leaves out, as only others would add it."""
    first: int
    """In how many the first proposal stands, as the party makes none."""
    at_odds: tuple[str, ...] = ()
    """Brackets in which its own proposals exclude each other by tags, so that the first stands."""
    several: tuple[str, ...] = ()
    """Brackets in which it makes several proposals: the first that goes with its others."""


@frozen
class Version:
    """What one language version has in one bracket, and commits to there."""

    language: str
    words: str
    """What it has; empty where the bracket does not tell of it."""
    commits_to: str
    """The sentence with which it does, after its kind."""
    differs: tuple[Difference, ...] = ()
    """In what the clause differs from the first version."""


@frozen
class Tally:
    """How many brackets are open: by article, by party and by kind."""

    total: int
    by_article: tuple[tuple[str, int], ...]
    by_party: tuple[tuple[str, int], ...]
    by_kind: tuple[tuple[str, int], ...]


@frozen
class Alternatives:
    """A text with brackets, as its negotiators see it."""

    source: Source
    title: str | None
    open: tuple[Open, ...]
    count: int
    count_exact: bool
    front: tuple[Resolution, ...]
    front_exact: bool
    left_out: int
    """How many of the front are not shown."""
    least: Counted | None
    """What no text can have less of, by what was learned; None where the front says it all."""
    parties: tuple[OwnText, ...]
    versions: tuple[tuple[str, tuple[Version, ...]], ...]
    tally: Tally
    before: Tally | None
    """Of an earlier state of the text, where that was asked for."""
    strength: int | None
    """How many choices have met in the texts looked at, whichever they are; None for all."""
    rough: bool
    """Whether something hangs on more choices than was looked into."""
    checks: int
    """Texts that were checked in full."""
    checks_spent: bool = False
    """Whether no more were allowed."""
    notes: tuple[str, ...] = ()
    """What the reader must know of the text and of its earlier state, a sentence each."""
    prefer: str | None = None
    """By what or for whom the front is ranked, where that was asked for."""
    unread: tuple[int, ...] = ()
    """Lines that could not be read, so that no bracket of theirs is here."""
    knows_all: bool = True
    """Whether all texts were asked about, so that nothing hangs on choices that is not told."""
