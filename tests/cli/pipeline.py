"""A pipeline small enough to foresee, in place of the real one.

It finds `shall` without `by:` on the same line and `oddly` (warnings), `nicely`
and `barely` (info), and an unreadable line wherever there is a `$` (an error).
What is found in a text with `accept` is accepted until the end of 2026.
`crash` raises, `[[[` is nested too deep, `wait` waits a minute.
"""

from __future__ import annotations

import re
import signal
import sys
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from clausecheck.findings import Finding, LedgerEntry, Material, Report, Stance
from clausecheck.source import Span
from clausecheck.syntax.slip import TooDeep
from clausecheck.values import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from clausecheck.findings import Lens, Severity
    from clausecheck.source import Source


@frozen
class Rule:
    name: str
    family: str
    lens: Lens
    severity: Severity
    pattern: str
    docs: str = "A duty in bare words.\n\nIt matters\nto all.\n\n- a list\n- of things"
    entries: tuple[str, ...] = ("B20",)
    cites: str = "A. Writer, “On Keeping Dates”, §2"
    answer: str = "dates can wait"
    scope: str = ""
    false_alarms: str = ""
    bad: tuple[str, ...] = ("\n    clause 1\n      A shall.\n        ^^^^^ no day\n    ",)
    good: tuple[str, ...] = ("\n    clause 1\n      A shall by: 2027.\n    ",)

    @property
    def severities(self) -> str:
        return self.severity


RULES = (
    Rule("undated-obligation", "vagueness", "sceptic", "warning", r"shall(?!.*by:)"),
    Rule("soft-word", "vagueness", "advocate", "info", "nicely"),
    Rule("bare-word", "substance", "both", "info", "barely"),
    Rule("odd-word", "language", "neutral", "warning", "oddly"),
    Rule("unreadable-line", "language", "neutral", "error", r"\$"),
)

LATER = {"odd-word": "2027.1"}


@frozen
class Settings:
    rules: tuple[Rule, ...]
    lens: Lens | None
    accept: bool = True
    today: date = date(2026, 12, 31)
    lookup: object = None
    unsuppressible: frozenset[str] = frozenset()
    stood: Source | None = None
    choose: tuple[str, ...] = ()
    final: bool = False
    ledger: bool = True

    def counts(self, rule: Rule) -> bool:
        return (
            self.lens is None
            or rule.lens in {self.lens, "both", "neutral"}
            or rule.name in self.unsuppressible
        )


@frozen
class Problem:
    path: str
    line: int | None
    message: str


@frozen
class Slip:
    rule: str
    at: Span
    message: str
    help: str
    severity: Severity | None
    related: tuple[tuple[Span, str], ...]


class LimitExceeded(Exception):  # noqa: N818 - the pipeline's name for it
    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message


class UnknownChoice(Exception):  # noqa: N818 - the pipeline's name for it
    """A choice that names nothing there is."""


def finding(rule: Rule, span: Span, status: str = "new") -> Finding:
    return Finding(
        rule=rule.name,
        family=rule.family,
        lens=rule.lens,
        severity=rule.severity,
        status=status,  # type: ignore[arg-type]  # a word of the text decides
        clause="1",
        span=span,
        message=f"{rule.name} is here",
        help="write it otherwise",
        why="",
        answer="",
        scope="",
        entries=(),
        choices=(),
        related=(),
        fingerprint="f",
        because="it can wait" if status == "accepted" else "",
    )


def check(source: Source, vocabulary: tuple[str, ...], settings: Settings) -> Report:
    refuse(source)
    wanted = [rule for rule in settings.rules if settings.counts(rule)]
    accepted = "accept" in source.text and settings.accept and settings.today <= date(2026, 12, 31)
    doubted = accepted and settings.stood is not None and settings.stood.text != source.text
    accepted = accepted and not doubted
    findings = [
        finding(
            rule,
            Span(*match.span()),
            "accepted" if accepted and rule.name not in settings.unsuppressible else "new",
        )
        for rule in reversed(wanted)
        for match in re.finditer(rule.pattern, source.text)
    ]
    stances = (Stance("troops", "silent"), Stance("words", ",".join(vocabulary)))
    ledger = (LedgerEntry("B20", "raised", ("1",)),)
    notices = ("it is not agreed to",) if doubted else ()
    return Report(
        source, None, tuple(findings), stances, Material(1, 1), (), ledger, notices=notices
    )


def changed_clauses(
    before: Source, now: Source, clauses: Iterable[str | None]
) -> tuple[str | None, ...]:
    """Return all of them where the first line has changed."""
    same = before.text.split("\n")[0] == now.text.split("\n")[0]
    return () if same else tuple(dict.fromkeys(clauses))


def refuse(source: Source) -> None:
    if "interrupt" in source.text:
        signal.raise_signal(signal.SIGINT)
    if "crash" in source.text:
        message = "crash\x1b[31m"
        raise KeyError(message)
    if "[[[" in source.text:
        kind = "too-deep"
        raise LimitExceeded(kind, "brackets nested too deep")


def layout(source: Source) -> tuple[str | None, tuple[Slip, ...]]:
    if "[[[" in source.text:
        raise TooDeep
    refuse(source)
    if "$" in source.text:
        at = source.text.index("$")
        related = ((Span(0, 1), "it begins here"),)
        return None, (Slip("unreadable-line", Span(at, at + 1), "no $", "leave it", None, related),)
    lines = (line.strip(" \r") for line in source.text.removesuffix("\n").split("\n"))
    return "".join(f"{line}\n" for line in lines), ()


def load(extra: Sequence[tuple[str, str]]) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    problems = tuple(
        Problem(path, 3 if "line" in text else None, "redefines\x1b `withdraw`")
        for path, text in extra
        if "wrong" in text
    )
    return tuple(path for path, _ in extra), problems


def nearest(word: str, known: Sequence[str], limit: int = 3) -> tuple[str, ...]:
    return tuple(name for name in known if name[:3] == word[:3])[:limit]


class OtherTexts:
    """No other texts: nothing here refers to one."""

    def __init__(self, files: object) -> None:
        self.files = files

    def near(self, folder: Path) -> None:
        """Find nothing."""


def module(name: str, **contents: object) -> ModuleType:
    made = ModuleType(name)
    for key, value in contents.items():
        setattr(made, key, value)
    return made


MODULES = (
    module(
        "clausecheck.check",
        check=check,
        changed_clauses=changed_clauses,
        Settings=Settings,
        LimitExceeded=LimitExceeded,
        UnknownChoice=UnknownChoice,
    ),
    module(
        "clausecheck.rules", RULES=RULES, Rule=Rule, RULE_SETS=("2026.1", "2027.1"), LATER=LATER
    ),
    module("clausecheck.vocabulary", load=load, nearest=nearest),
    module("clausecheck.layout", layout=layout),
    module("clausecheck.model.other_texts", OtherTexts=OtherTexts),
)


def install() -> None:
    """Take the place of the real pipeline for as long as the process lives."""
    sys.modules.update({fake.__name__: fake for fake in MODULES})
    # One that is started in the background, as a run of tests may be, ignores the keyboard.
    signal.signal(signal.SIGINT, signal.default_int_handler)
