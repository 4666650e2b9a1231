"""What a rule is: a function that judges, and all a reader needs to weigh its judgement."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import Literal

from attrs import field

from clausecheck.analyses.facts import Facts
from clausecheck.essays import Citation, require
from clausecheck.findings import Lens, Met, Problem, Severity
from clausecheck.values import frozen

LooksAt = Literal["clause", "text", "acceptances"]
Judge = Callable[[Facts], Iterator[Problem | Met]]
Family = Literal[
    "reunification",
    "troop-withdrawal",
    "verification",
    "reversibility",
    "reciprocity",
    "sequence",
    "vagueness",
    "durability",
    "sanctions",
    "recognition",
    "security-assurance",
    "provocations",
    "human-rights",
    "substance",
    "legitimacy",
    "alliance",
    "overreach",
    "trust",
    "parties",
    "instrument",
    "consistency",
    "language",
]


@frozen
class Rule:
    """A rule under its name, with what `explain` shows of it."""

    name: str
    family: Family
    lens: Lens
    severity: Severity
    at_times: tuple[Severity, ...]
    """The lower severities that it has where less hangs on it."""
    entries: tuple[str, ...]
    citation: Citation
    answer: str
    """What the other side would say; empty for rules of the language."""
    scope: str
    """Where the evidence holds, where it is bounded."""
    false_alarms: str
    """Where the rule is known to speak in vain; empty where no such text has been met."""
    looks_at: LooksAt
    """Whether one clause is enough to judge, it takes the whole text, or its acceptances."""
    silence: bool
    """Whether it judges what the text leaves out."""
    bad: tuple[str, ...]
    good: tuple[str, ...]
    judge: Judge = field(repr=False)
    docs: str = field(repr=False)

    @property
    def severities(self) -> str:
        """How serious its findings are, as in “warning, at times info”."""
        lower = f", at times {' or '.join(self.at_times)}" if self.at_times else ""
        return f"{self.severity}{lower}"

    @property
    def cites(self) -> str:
        """The passage that asks for the rule."""
        return self.citation.text


def rule(
    *,
    family: Family,
    lens: Lens,
    severity: Severity,
    cites: Citation,
    bad: tuple[str, ...],
    good: tuple[str, ...],
    at_times: tuple[Severity, ...] = (),
    entries: tuple[str, ...] = (),
    answer: str = "",
    scope: str = "",
    false_alarms: str = "",
    looks_at: LooksAt = "clause",
    silence: bool = False,
) -> Callable[[Judge], Rule]:
    """Make a rule of a function, which lends it its name, and its module's docstring its text.

    Raises:
        KeyError: an entry is not in the catalogue.
    """
    require(entries)

    def make(judge: Judge) -> Rule:
        name = judge.__name__.replace("_", "-")
        docs = sys.modules[judge.__module__].__doc__ or ""
        return Rule(
            name,
            family,
            lens,
            severity,
            at_times,
            entries,
            cites,
            answer,
            scope,
            false_alarms,
            looks_at,
            silence,
            bad,
            good,
            judge,
            docs.strip(),
        )

    return make
