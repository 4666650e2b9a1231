"""A fault in how a text is written, a line that cannot be read, and a text that goes too deep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from clausecheck.source import Span
from clausecheck.values import frozen

if TYPE_CHECKING:
    from clausecheck.findings import Severity

MAX_DEPTH = 40
"""Brackets in brackets; negotiators have been seen to need four."""


@frozen
class Slip:
    """A fault in how a text is written; `rule` is the language rule that reports it."""

    rule: str
    at: Span
    message: str
    help: str
    severity: Severity | None = None
    related: tuple[tuple[Span, str], ...] = ()
    clause: str | None = None
    """The clause it concerns, where that is not the one in which it stands."""


@frozen(eq=False)
class Unreadable(Exception):  # noqa: N818 - it is a state of a line, not an error of ours
    """A line that cannot be read, where reading stopped, and what to do about it."""

    at: Span
    message: str
    help: str = field(default="")

    def slip(self) -> Slip:
        """Return it as a finding's words."""
        return Slip("unreadable-line", self.at, self.message, self.help)


class TooDeep(Exception):  # noqa: N818 - likewise, of a text
    """Brackets nested deeper than `MAX_DEPTH`."""
