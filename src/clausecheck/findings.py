"""What the checker says: a rule's problems, and findings ready to be reported."""

from __future__ import annotations

from typing import Literal

from attrs import field

from clausecheck.source import Source, Span
from clausecheck.values import frozen

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""From the most to the least serious."""

Lens = Literal["sceptic", "advocate", "both", "neutral"]
LENSES: tuple[Lens, ...] = ("sceptic", "advocate", "both", "neutral")

Status = Literal["new", "accepted", "suppressed", "baselined"]

UNREADABLE = "unreadable-line"
"""The rule that says that a line could not be read; of such a text nothing else is sure."""

UNRESOLVED = "bracket-unresolved"
"""The rule that says of a bracket that it is open; nothing silences it in a text to be signed."""


@frozen
class Related:
    """Another place that takes part in a problem, and what it contributes."""

    at: Span
    message: str
    clause: str | None = None
    path: str | None = None
    """The file, where it is not the one that is checked."""


@frozen
class Problem:
    """What a rule finds wrong in one place; `severity` only where it is lowered."""

    at: Span
    message: str
    help: str
    severity: Severity | None = None
    clause: str | None = None
    """The clause's number; filled in from the place where a rule leaves it out."""
    related: tuple[Related, ...] = ()
    entries: tuple[str, ...] = ()
    """The entries raised, where they are fewer than the rule's."""
    cites: str = ""
    """The work on which it rests, where that is another than the rule's; empty where not."""
    of_text: bool = False
    """Whether it is said once, of the whole text, on the first place that shows it."""


@frozen
class Met:
    """Evidence that the text answers an objection: the entry, and the words that do it."""

    entry: str
    at: Span
    because: str


@frozen
class Finding:
    """A problem with everything a reader needs to know of its rule.

    `choices` are the smallest sets of choices of which each brings it about, as in
    “with `all {DPRK}` in 2.1#2”; it is empty when it holds whatever is chosen.
    """

    rule: str
    family: str
    lens: Lens
    severity: Severity
    status: Status
    clause: str | None
    span: Span
    message: str
    help: str
    why: str
    answer: str
    scope: str
    entries: tuple[str, ...]
    choices: tuple[str, ...]
    related: tuple[Related, ...]
    fingerprint: str
    because: str = ""
    """Why the text accepts it, in its own words; empty where it does not."""
    accepted_by: tuple[str, ...] = ()
    """Who does, by the names the text uses; empty where it does not say."""
    accepted_until: str = ""
    """The last day on which it does; empty where there is none."""
    of_text: bool = False
    """Whether it is said of the whole text: its clause is but the first that shows it."""


NOT_STATED = "not stated"
"""What a part of a text that is silent on a question answers."""


@frozen
class Stance:
    """What a text does on one question, and the clauses that show it."""

    question: str
    stance: str
    clauses: tuple[str, ...] = ()
    duties: tuple[tuple[str, str], ...] = ()
    """For verification alone: each duty's clause and stance, in text order."""
    choices: tuple[str, ...] = ()
    """The choices under which a text with brackets takes it; empty where they do not matter."""


State = Literal["raised", "silent", "not judged", "accepted", "met", "not applicable"]
STATES: tuple[State, ...] = ("raised", "silent", "not judged", "accepted", "met", "not applicable")
"""From the worst to the best; an entry has the worst of its occurrences."""


@frozen
class LedgerEntry:
    """What a text does about one objection, with the clauses that raise and that meet it."""

    entry: str
    state: State
    raised_by: tuple[str, ...] = ()
    met_by: tuple[str, ...] = ()
    why: str = ""
    """For an entry judged by another, which it boosts, equals or contains: how, and which one."""
    met_at: tuple[Span, ...] = ()
    """What meets it outside all clauses: in the head, in a definition, in a body."""
    choices: tuple[str, ...] = ()
    """The choices that bring the state about; empty when it is so whatever is chosen."""
    otherwise: tuple[State, ...] = ()
    """What else may become of it under other choices, from the worst to the best."""
    opened_by: tuple[str, ...] = ()
    """What the text does by which it is asked, by the catalogue's keys, the weightiest first."""

    @property
    def arises(self) -> bool:
        """Whether the text comes to it at all.

        What is not applicable may be a question that is open, and that nothing raises nor meets.
        """
        return self.state != "not applicable" or bool(self.opened_by)


@frozen
class Clash:
    """A question on which the text meets one side at the other's cost, by the catalogue's name."""

    name: str
    sceptic: tuple[str, ...]
    """The sceptic's entries that take part, be they met or open."""
    advocate: tuple[str, ...]
    """The advocate's, likewise."""
    clauses: tuple[str, ...]
    """What raises and what meets them."""
    choices: tuple[str, ...] = ()
    """The choices under which a text with brackets shows it; empty where they do not matter."""


@frozen
class Material:
    """How much there was to check, so that "no findings" is not taken for "sound"."""

    clauses: int = 0
    duties: int = 0
    prohibitions: int = 0
    deadlines: int = 0
    verified: int = 0


@frozen
class Report:
    """One checked file: its findings in text order and what it holds."""

    source: Source
    title: str | None
    findings: tuple[Finding, ...]
    stances: tuple[Stance, ...]
    """By question; several on one where they hang on choices."""
    material: Material
    notes: tuple[str, ...] = ()
    """What the reader must know about the check itself, a sentence each."""
    ledger: tuple[LedgerEntry, ...] = ()
    """The objections that some rule looks for, in the catalogue's order."""
    clashes: tuple[Clash, ...] = ()
    """Where meeting one side's objection leaves the other's open, in the catalogue's order."""
    notices: tuple[str, ...] = ()
    """What of the text's own acceptances does not count, and why."""
    bound: tuple[str, ...] = ()
    """Those of the notes that say how much was looked at, where it was not all."""


_UNDONE = {"unwritable": "not written", "stale-baseline": "out of date"}


@frozen
class Failure:
    """A file that could not be dealt with, and why; `kind` is a word for programs."""

    path: str
    kind: str
    message: str

    @property
    def undone(self) -> str:
        """What became of the file, in words that stand before its name."""
        return _UNDONE.get(self.kind, "not checked")


@frozen
class Notice:
    """What the reader must know of a run, about one file, and nobody need mend."""

    path: str
    message: str


@frozen
class Outcome:
    """All that one run found: reports in path order, failures, and the exit status."""

    reports: tuple[Report, ...]
    failures: tuple[Failure, ...]
    exit_status: int
    counts: dict[str, int] = field(factory=dict)
    """How many findings: `error`, `warning`, `info` (new ones), and each other status."""
    level: Severity | None = "warning"
    """From which severity on findings count; None where none does."""
    notices: tuple[Notice, ...] = ()
