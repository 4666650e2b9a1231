"""What one text of many has on a question, as far as it can be told again in another."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from clausecheck.analyses.inspection.safeguards import Safeguard
from clausecheck.essays import entries
from clausecheck.findings import Finding, LedgerEntry, Stance
from clausecheck.model import nodes
from clausecheck.patterns import regex
from clausecheck.rolling.wording import either_help, in_one, or_at
from clausecheck.source import Span
from clausecheck.values import evolve, frozen

Topic: TypeAlias = Hashable
"""A rule's name; a clause's number, for all rules that need no more; or a question."""


class Said(NamedTuple):
    """A finding as far as it is the same under several choices.

    Like ones are told apart by the `line` of their clause, as it is written with all proposals, and
    within a line by a `number`. `entries` are the objections it raises, which may hang on choices
    where its words do not.

    It is a tuple as it is looked up a million times, and Python compares those by itself.
    """

    rule: str
    clause: str | None
    message: str
    severity: str
    status: str
    entries: tuple[str, ...]
    line: int = 0
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

    def __init__(self, how: str, blocks: Iterable[nodes.Block] = ()) -> None:
        """Begin with none; `how` says by what a finding may be another, `blocks` hold the lines."""
        self._how = how
        self._lines = sorted(
            (item.span.start, line)
            for block in blocks
            for line, item in enumerate((block.heading, *block.items))
        )
        self.findings: dict[Said, Finding] = {}
        self.states: dict[State, LedgerEntry | Stance] = {}
        self._wordings: dict[Said, dict[str, Finding]] = {}
        """Of what is one finding however it is worded, every wording that was met."""
        self._raised: dict[Said, dict[str, None]] = {}
        """Of what is one finding whatever it raises, all objections that were met."""
        self._helps: dict[Said, dict[str, None]] = {}
        """Likewise every remedy."""
        self._loose: set[Said] = set()
        """Where what a rule finds is one finding, however it is worded."""
        self._moved: dict[Said, set[str | None]] = {}
        """What is one finding in whichever clause it stands, and the clauses where it was met."""

    def said(self, findings: Iterable[Finding]) -> Iterator[Said]:
        """Yield the findings of one text as far as they are the same in others."""
        counted: dict[Said, int] = {}
        for finding in findings:
            message = _COUNTED.sub("some", finding.message)
            effect = self._said(
                Said(
                    finding.rule,
                    finding.clause,
                    message,
                    finding.severity,
                    finding.status,
                    finding.entries,
                    self._line_of(finding.span),
                )
            )
            if effect not in self._loose:
                number = counted[effect] = counted.get(effect, -1) + 1
                effect = effect._replace(number=number) if number else effect
            self.findings.setdefault(effect, finding)
            one = _whatever(effect)
            self._raised.setdefault(one, {}).update(dict.fromkeys(finding.entries))
            self._helps.setdefault(one, {})[finding.help] = None
            if finding.message != effect.message:
                self._wordings.setdefault(effect, {}).setdefault(finding.message, finding)
            self._moved.get(_anywhere(effect), set()).add(finding.clause)
            yield effect

    def _line_of(self, at: Span) -> int:
        """Return in which line of its block something stands; what choices put there is one."""
        place = bisect(self._lines, at.start, key=lambda each: each[0])
        return self._lines[place - 1][1] if place else 0

    def shown(self, effect: Said, elsewhere: Iterable[Said] = ()) -> Finding:
        """Return a finding in words that are true of it under all the choices that were met.

        It raises what it does under any of them, there or `elsewhere`, where it stands with others.
        """
        met = self._wordings.get(effect)
        finding = in_one(met.values()) if met else self.findings[effect]
        same = {_whatever(each): None for each in (effect, *elsewhere)}
        raised = {entry for each in same for entry in self._raised.get(each, ())}
        helps = dict.fromkeys(told for each in same for told in self._helps.get(each, ()))
        order = [each.key for each in entries()]
        shown = evolve(
            finding,
            entries=finding.entries
            if raised <= set(finding.entries)
            else tuple(sorted(raised, key=order.index)),
            help=either_help(finding.help, helps, self._how),
        )
        return or_at(shown, [self.findings[each] for each in elsewhere], self._how)

    def state(self, of: str, state: str, shown: LedgerEntry | Stance) -> State:
        """Return the state of an objection or of a question."""
        effect = State(of, state)
        self.states.setdefault(effect, shown)
        return effect

    def clauses_of(self, effect: Said) -> Iterator[str | None]:
        """Yield the clauses of which a finding speaks, wherever it was met."""
        finding = self.shown(effect)
        yield from self._moved.get(_anywhere(effect), ())
        yield finding.clause
        yield from (each.clause for each in finding.related)

    def loosen(self, answers: Sequence[Iterable[Effect]]) -> bool:
        """Take for one finding what choices word in many ways, or only move among many clauses.

        Tells whether there is any such finding that was not known for one.
        """
        said = [[e for e in effects if isinstance(e, Said)] for effects in answers]
        return self._loosen_words(said) | self._loosen_places(said)

    def _loosen_words(self, answers: Iterable[Iterable[Said]]) -> bool:
        wordings: dict[Said, set[Said]] = {}
        for effects in answers:
            for effect in effects:
                wordings.setdefault(_unworded(effect), set()).add(effect)
        loose = {key for key, known in wordings.items() if len(known) > _MOST_WORDINGS}
        new = loose - self._loose
        self._loose |= new
        for key in new:
            for effect in sorted(wordings[key], key=repr):
                self.findings.setdefault(key, self.findings[effect])
                met = self._wordings.get(effect, {}).values() or [self.findings[effect]]
                self._wordings.setdefault(key, {}).update((each.message, each) for each in met)
                self._join(key, effect)
        return bool(new)

    def _join(self, key: Said, effect: Said) -> None:
        """Take over what was met of an effect that goes by another name from now on."""
        for known in (self._raised, self._helps):
            known.setdefault(_whatever(key), {}).update(known.get(_whatever(effect), {}))

    def _loosen_places(self, answers: Iterable[Iterable[Said]]) -> bool:
        places: dict[Said, set[Said]] = {}
        apart: set[Said] = set()
        for effects in answers:
            counted = Counter(map(_anywhere, effects))
            apart.update(key for key, count in counted.items() if count > 1)
            for effect in effects:
                places.setdefault(_anywhere(effect), set()).add(effect)
        new = [
            key
            for key, known in places.items()
            if len(known) > _MOST_WORDINGS and key not in apart and key not in self._moved
        ]
        for key in new:
            known = sorted(places[key], key=lambda each: self.findings[each].span)
            self._moved[key] = {self.findings[each].clause for each in known}
            self.findings[key] = self.findings[known[0]]
            for effect in known:
                self._join(key, effect)
        return bool(new)

    def named(self, effect: Effect) -> Effect:
        """Return an effect by the one name that it has under all choices."""
        return self._said(effect) if isinstance(effect, Said) else effect

    def _said(self, effect: Said) -> Said:
        plain = _unworded(effect)
        effect = plain if plain in self._loose else effect
        anywhere = _anywhere(effect)
        return anywhere if anywhere in self._moved and not effect.number else effect


def _whatever(effect: Said) -> Said:
    return effect._replace(entries=())


def _unworded(effect: Said) -> Said:
    return effect._replace(message="", line=0, number=0)


def _anywhere(effect: Said) -> Said:
    return effect._replace(clause=None, line=0, number=0)
