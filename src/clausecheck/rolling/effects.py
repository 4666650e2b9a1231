"""What one text of many has on a question, as far as it can be told again in another."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import TypeAlias

from clausecheck.analyses.safeguards import Safeguard
from clausecheck.findings import Finding, LedgerEntry, Stance
from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.values import evolve, frozen

Topic: TypeAlias = Hashable
"""A rule's name; a clause's number, for all rules that need no more; or a question."""


@frozen
class Said:
    """A finding as far as it is the same under several choices: `number` tells like ones apart."""

    rule: str
    clause: str | None
    message: str
    severity: str
    status: str
    number: int = 0


@frozen
class Answered:
    """That a rule finds an objection met in a clause, or at a place outside all clauses."""

    entry: str
    where: str | Span


@frozen
class State:
    """What becomes of an objection, or what a text does on a question."""

    of: str
    state: str


Effect: TypeAlias = Said | Answered | State | Safeguard

_MOST_WORDINGS = 6
"""Wordings of what one rule finds in one place, beyond which they are one finding."""

_COUNTED = regex(r"\b\d+(?= (?:of|more|places|ways|sentences)\b)|(?<= of )\d+(?= sentences)")
"""How many of something a message tells: no reason to take two for different findings."""


class Seen:
    """Every finding and state that was met, each as it was met first."""

    def __init__(self) -> None:
        """Begin with none."""
        self.findings: dict[Said, Finding] = {}
        self.states: dict[State, LedgerEntry | Stance] = {}
        self._loose: set[Said] = set()
        """Where what a rule finds is one finding, however it is worded."""

    def said(self, findings: Iterable[Finding]) -> Iterator[Said]:
        """Yield the findings of one text as far as they are the same in others."""
        counted: dict[Said, int] = {}
        for finding in findings:
            message = _COUNTED.sub("some", finding.message)
            said_once = Said(
                finding.rule, finding.clause, message, finding.severity, finding.status
            )
            number = counted[said_once] = counted.get(said_once, -1) + 1
            effect = self._said(evolve(said_once, number=number) if number else said_once)
            self.findings.setdefault(effect, finding)
            yield effect

    def state(self, of: str, state: str, shown: LedgerEntry | Stance) -> State:
        """Return the state of an objection or of a question."""
        effect = State(of, state)
        self.states.setdefault(effect, shown)
        return effect

    def loosen(self, answers: Iterable[Iterable[Effect]]) -> bool:
        """Take what a rule finds in a place for one finding, where choices vary its words.

        Tells whether there is any such finding that was not known for one.
        """
        wordings: dict[Said, set[Said]] = {}
        for effects in answers:
            for effect in effects:
                if isinstance(effect, Said):
                    wordings.setdefault(_unworded(effect), set()).add(effect)
        loose = {key for key, known in wordings.items() if len(known) > _MOST_WORDINGS}
        new = loose - self._loose
        self._loose |= new
        for key in new:
            for effect in sorted(wordings[key], key=repr):
                self.findings.setdefault(key, self.findings[effect])
        return bool(new)

    def named(self, effect: Effect) -> Effect:
        """Return an effect by the one name that it has under all choices."""
        return self._said(effect) if isinstance(effect, Said) else effect

    def _said(self, effect: Said) -> Said:
        plain = _unworded(effect)
        return plain if plain in self._loose else effect


def _unworded(effect: Said) -> Said:
    return evolve(effect, message="", number=0)
