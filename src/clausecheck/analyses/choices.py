"""On which proposals of a text with brackets each finding depends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausecheck.findings import Finding
from clausecheck.model.names import is_below
from clausecheck.model.resolve import Variant
from clausecheck.source import Span
from clausecheck.values import evolve

_Key = tuple[str, Span, str]


class Found:
    """The findings of every variant, and which variants have them.

    A variant that is no language version has a say only on the clauses in which it differs.
    """

    def __init__(self, ways: Sequence[Variant]) -> None:
        """Take the variants; the first is the one from which the others differ."""
        self.ways = ways
        self.seen: dict[_Key, tuple[Finding, set[int]]] = {}
        self.versions = [number for number, way in enumerate(ways) if number and way.version]
        self.changing: dict[str, list[int]] = {}
        for number, way in enumerate(ways):
            if number and not way.version:
                for clause in way.clauses:
                    self.changing.setdefault(clause, []).append(number)

    def add(self, way: int, finding: Finding) -> None:
        """Note a finding of one variant, by its number."""
        key = (finding.rule, finding.span, finding.message)
        self.seen.setdefault(key, (finding, set()))[1].add(way)

    def asked(self, finding: Finding) -> list[int]:
        """Return the numbers of the variants that have a say on a finding, the first among them."""
        asked = [0, *(() if finding.family == "language" else self.versions)]
        if finding.clause is not None:
            for clause, numbers in self.changing.items():
                if is_below(finding.clause, clause):
                    asked.extend(numbers)
        return asked

    def findings(self) -> Iterator[Finding]:
        """Yield each finding once; one that a choice only moves is said where it stands first."""
        merged: dict[tuple[str, str | None, str], list[tuple[Finding, set[int]]]] = {}
        for finding, present in self.seen.values():
            rivals = merged.setdefault((finding.rule, finding.clause, finding.message), [])
            same = None
            if finding.family != "language":  # a slip stands where it stands, and there may be many
                same = next((known for _, known in rivals if known.isdisjoint(present)), None)
            if same is None:
                rivals.append((finding, present))
            else:
                same.update(present)
        for rivals in merged.values():
            for finding, present in rivals:
                yield evolve(finding, choices=self.choices(finding, present))

    def choices(self, finding: Finding, present: set[int]) -> tuple[str, ...]:
        """Return the choices that bring a finding about; none when it holds whatever is chosen."""
        asked = self.asked(finding)
        absent = [self.ways[number] for number in asked if number not in present]
        if not absent or finding.family == "language":
            return ()
        versions = [number for number in asked if self.ways[number].version]
        spoken = [self.ways[number].label for number in versions if number in present]
        if spoken and len(spoken) < len(versions):
            labels = spoken
        elif 0 in present:
            labels = [label for way in absent for label in way.instead]
        else:
            labels = [self.ways[number].label for number in asked if number in present]
        return tuple(dict.fromkeys(labels))
