"""Characters that nobody sees, in what is kept to the letter: quotations, remarks and comments.

Elsewhere no line with one can be read. Here one may show the words in another order than they have,
or hide some of them on a screen.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.syntax.slip import Slip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clausecheck.findings import Severity

_OVERRIDES = "\u202d\u202e"
_EMBEDDINGS = "\u202a\u202b\u2066-\u2068"
_HIDDEN = regex(
    rf"(?P<control>[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f])|(?P<override>[{_OVERRIDES}])"
    rf"|(?P<embedding>[{_EMBEDDINGS}])"
)
_TOLD: dict[str, tuple[str, Severity]] = {
    "control": ("may hide words on a screen", "warning"),
    "override": ("shows words in another order than they have", "warning"),
    "embedding": ("may show words in another order than they have", "info"),
}
"""What each kind does. Texts in Arabic and Hebrew have embeddings for honest reasons."""


def described(sign: str) -> str:
    """Return what a character is that nobody sees, with its number."""
    name = unicodedata.name(sign, "").lower()
    kind = f"character, {name}" if name else "control character"
    return f"an invisible {kind} (U+{ord(sign):04X})"


def hides(text: str) -> bool:
    """Tell whether there is such a character anywhere."""
    return _HIDDEN.search(text) is not None


def hidden(text: str, start: int) -> Iterator[tuple[str, Slip]]:
    """Yield each such character of what is kept, which begins at a place: its kind and a slip."""
    for match in _HIDDEN.finditer(text):
        sign, kind = match.group(), match.lastgroup or ""
        what, severity = _TOLD[kind]
        at = Span(start + match.start(), start + match.end())
        yield kind, Slip("stray-character", at, f"{described(sign)} {what}", "delete it", severity)
