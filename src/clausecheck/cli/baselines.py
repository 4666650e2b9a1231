"""Findings that were there when a project began to be checked, kept in a file and set apart.

An entry is told by rule, file, clause number and the words that are found, without their layout:
lines may be added, moved and put into another layout, clauses may change places. It is told by no
line and by no message. Where a clause holds the same words twice, it counts how often.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import field

from clausecheck.cli import files
from clausecheck.cli.paths import without_waiting
from clausecheck.cli.trees import DISK
from clausecheck.findings import Failure
from clausecheck.values import evolve, frozen

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from clausecheck.cli.configuration import Configuration
    from clausecheck.cli.trees import Tree
    from clausecheck.findings import Finding, Report
    from clausecheck.source import Source

FILE = "clausecheck-baseline.json"

_VERSION = 1
_MOST_BYTES = 20_000_000
_MOST_WORDS = 60
"""Characters of what is found that an entry shows."""
_TOLD = 3
"""Entries that a message tells one by one."""


@frozen
class Entry:
    """What is set apart: `key` stands for the rule, the clause and the words together."""

    file: str
    """As seen from the folder of the baseline."""
    rule: str
    clause: str | None
    words: str = field(eq=False)
    """The beginning of what is found, for people."""
    key: str

    def __str__(self) -> str:
        """Tell it in one line."""
        clause = f" {self.clause}" if self.clause else ""
        return f"{self.file}{clause}: {self.rule} ({self.words})"


@frozen
class Baseline:
    """The entries, how often each stands, and the file that they are kept in."""

    path: Path
    entries: Counter[Entry] = field(factory=Counter)

    def entry_of(self, source: Source, finding: Finding) -> Entry:
        """Return what a finding is set apart as."""
        words = source.words(finding.span)
        shown = words if len(words) <= _MOST_WORDS else f"{words[: _MOST_WORDS - 1]}…"
        key = finding.fingerprint.partition("-")[0]
        return Entry(self.seen_from(source.name), finding.rule, finding.clause, shown, key)

    def seen_from(self, name: str) -> str:
        """Return a file as entries name it."""
        return Path(os.path.relpath(name, self.path.parent)).as_posix()

    def file_of(self, entry: Entry) -> Path:
        """Return where the file of an entry is."""
        return self.path.parent / entry.file


def path_of(named: str | None, configuration: Configuration) -> Path:
    """Return the file that is named, by the command line first, or else the usual one."""
    if named is not None:
        return Path(named)
    return configuration.path_of(configuration.values.get("baseline", FILE))


def read(path: Path, tree: Tree = DISK) -> Baseline:
    """Return the baseline in a file.

    Raises:
        click.ClickException: it cannot be read. Without it old findings would
            pass for new ones; with half of it new ones would pass for old.
    """
    content = tree.read(path, _MOST_BYTES)
    if isinstance(content, Failure):
        hint = "; `clausecheck baseline write` makes one" if content.kind == "missing" else ""
        message = f"{content.path}: {content.message}{hint}"
        raise click.ClickException(message)
    return parsed(path, content.source.text)


_OPENING = re.compile(rb'\s*\{\s*"version"\s*:\s*\d+\s*,\s*"entries"\s*:')
_ENOUGH = 4_096
"""Bytes, to tell a baseline by."""


def seems_to_be_one(path: Path) -> bool:
    """Tell whether a file begins as baselines do, whatever follows."""
    real = files.resolved(path)
    try:
        if not real.is_file():
            return False
        with open(real, "rb", opener=without_waiting) as stream:
            return bool(_OPENING.match(stream.read(_ENOUGH)))
    except OSError:
        return False


def there(path: Path, tree: Tree) -> Baseline:
    """Return the baseline in a file; an empty one where there is no such file."""
    return read(path, tree) if tree.present(path) else Baseline(path)


def parsed(path: Path, text: str) -> Baseline:
    """Return the baseline that a text is.

    Raises:
        click.ClickException: it is none.
    """
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        said = None
    entries = said.get("entries") if isinstance(said, dict) else None
    if not isinstance(said, dict) or said.get("version") != _VERSION:
        message = f"{path.as_posix()}: not a baseline of version {_VERSION}"
        raise click.ClickException(message)
    if not isinstance(entries, list):
        message = f"{path.as_posix()}: not a baseline: it has no list of entries"
        raise click.ClickException(message)
    counted: Counter[Entry] = Counter()
    for number, entry in enumerate(entries, 1):
        if not _is_entry(entry):
            message = f"{path.as_posix()}: entry {number} is not as `baseline write` writes it"
            raise click.ClickException(message)
        counted[Entry(**{name: entry[name] for name in _NAMES})] += entry["count"]
    return Baseline(path, counted)


_NAMES = ("file", "rule", "clause", "words", "key")


def _is_entry(entry: Any) -> bool:  # noqa: ANN401 - whatever the file holds
    return (
        isinstance(entry, dict)
        and set(entry) == {*_NAMES, "count"}
        and all(isinstance(entry[name], str) for name in _NAMES if name != "clause")
        and isinstance(entry["clause"], str | None)
        and type(entry["count"]) is int
        and entry["count"] > 0
    )


def written(baseline: Baseline) -> str:
    """Return a baseline's text, an entry a line, the same for the same entries."""
    listed = sorted(
        baseline.entries.items(),
        key=lambda item: (item[0].file, item[0].rule, item[0].clause or "", item[0].key),
    )
    rows = [
        json.dumps(
            {**{name: getattr(entry, name) for name in _NAMES}, "count": count}, ensure_ascii=True
        )
        for entry, count in listed
    ]
    body = "".join(f"\n    {row}," for row in rows).removesuffix(",")
    closing = "\n  " if rows else ""
    return f'{{\n  "version": {_VERSION},\n  "entries": [{body}{closing}]\n}}\n'


def set_apart(
    baseline: Baseline, reports: Iterable[Report], kept: Collection[str]
) -> tuple[list[Report], Counter[Entry]]:
    """Return the reports with what the baseline holds marked, and what is left of it.

    Of the same words found more often than the baseline says, the last are new.
    What no one may silence is `kept` new.
    """
    left = Counter(baseline.entries)

    def marked(report: Report) -> Iterator[Finding]:
        for finding in report.findings:
            entry = baseline.entry_of(report.source, finding)
            if finding.status == "new" and left[entry] > 0 and finding.rule not in kept:
                left[entry] -= 1
                yield evolve(finding, status="baselined")
            else:
                yield finding

    done = [evolve(report, findings=tuple(marked(report))) for report in reports]
    return done, +left


def stale(
    baseline: Baseline, left: Counter[Entry], reports: Iterable[Report], idle: Collection[str]
) -> Counter[Entry]:
    """Return the entries that nothing meets any more.

    Nothing is said of a file that was not checked, unless it is gone, nor of an
    `idle` rule, which exists and did not run.
    """
    checked = {baseline.seen_from(report.source.name) for report in reports}
    return Counter(
        {
            entry: count
            for entry, count in left.items()
            if (entry.file in checked and entry.rule not in idle)
            or not os.path.lexists(baseline.file_of(entry))
        }
    )


def told(entries: Counter[Entry]) -> str:
    """Return how many entries there are, and the first of them one by one."""
    number = entries.total()
    first = sorted(map(str, entries))[:_TOLD]
    listed = "; ".join(first)
    more = len(entries) - len(first)
    rest = f"; and {more} more" if more else ""
    return f"{number} {'entry' if number == 1 else 'entries'}: {listed}{rest}"


def stale_failure(baseline: Baseline, entries: Counter[Entry]) -> Failure:
    """Return what to tell of stale entries: one left standing would hide the fault's return."""
    message = f"nothing meets {told(entries)}; `clausecheck baseline prune` takes them out"
    return Failure(baseline.path.as_posix(), "stale-baseline", message)


def all_of(baseline: Baseline, reports: Sequence[Report], kept: Collection[str]) -> Baseline:
    """Return a baseline that holds what is new in the reports, and of other files what it held."""
    checked = {baseline.seen_from(report.source.name) for report in reports}
    entries = Counter(
        {
            entry: count
            for entry, count in baseline.entries.items()
            if entry.file not in checked and os.path.lexists(baseline.file_of(entry))
        }
    )
    entries.update(
        baseline.entry_of(report.source, finding)
        for report in reports
        for finding in report.findings
        if finding.status == "new" and finding.rule not in kept
    )
    return Baseline(baseline.path, entries)
