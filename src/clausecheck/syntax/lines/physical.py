"""The lines of the file, each without its comment, and the signs in them."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.syntax import headings
from clausecheck.syntax.lines.logical import Comment, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator


QUOTES = r'"[^"\n]*"|“[^“”\n]*”'
"""A quotation. It holds no opening mark, lest each of many unclosed ones be sought to the end."""

REMARK = r"(?:>|(?i:note|source|because):)"
"""What begins a line that is the drafter's own, in which no sign has a meaning."""

ABBREVIATION = regex(
    r"(?:^|[^\w.])(?:nos?|arts?|paras?|cf|approx|e\.g|i\.e|vs|st|gen|mr|ms|dr|res|sec|vol|p|pp)\.$",
    re.IGNORECASE,
)
"""The full stop that ends one of these ends no sentence, even at the end of a line."""

SILENCE = regex(r"\s*(?:none|unknown|to\s+be\s+settled\b.*)", re.DOTALL)
"""In place of a sentence: that there is none, and no full stop to seek."""

_PHYSICAL = regex(r"[^\n]*\n|[^\n]+")
_COMMENT = regex(r"(?:(?<=\s)|^)#")
QUOTED = regex(QUOTES)
_QUOTED_OR_BRACKET = regex(rf"{QUOTES}|[\[\]]")
_STOPPED = regex(r"\.\s*(?:\{[^{}\n]*\}|@[\w-]+)\s*$")
_UNFINISHED = frozenset(
    "and or nor but the a an of to in on by for from with that which who whom what where when if"
    " unless until as than between against under within after before its their any each all no not"
    " whether because while toward towards at into".split()
)
"""Words with which no sentence ends."""

_MARK_ROOM = 80
_ABBREVIATION_ROOM = 8
_REMARKS = ("note:", "source:", "because:")
_LONGEST_REMARK = len("because:")


class Physical:
    """A line of the file: its text without comment, line end and outer blanks, and where it is."""

    __slots__ = ("beginning", "end", "indent", "meant", "start", "text")

    def __init__(self, text: str, start: int, indent: int) -> None:
        self.text = text
        self.start = start
        self.end = start + len(text)
        self.indent = indent
        self.beginning: tuple[Kind, str, int] | None = None
        self.meant: headings.Heading | None = None


def physical_lines(
    text: str, comments: list[Comment], start: int = 0, end: int = sys.maxsize
) -> Iterator[Physical]:
    """Yield the lines between two places, and add the comments on them to those given."""
    for match in _PHYSICAL.finditer(text, start, min(end, len(text))):
        letters = match.group().rstrip("\r\n")
        raw = letters.rstrip()
        stripped = raw.lstrip()
        if not stripped:
            yield Physical("", match.start(), 0)
            continue
        indent = len(raw) - len(stripped)
        begin = match.start() + indent
        hash_at = _comment_start(stripped)
        if hash_at >= 0:
            # To the letter: blanks at the end of a comment or of quoted text are the drafter's own.
            at = Span(begin + hash_at, match.start() + len(letters))
            comments.append(Comment(at, letters[indent + hash_at :], alone=hash_at == 0))
            stripped = stripped[:hash_at].rstrip()
            if not stripped:
                # Not even an empty line, which would end a value that goes on below the comment.
                continue
        yield Physical(letters[indent:] if stripped[0] == ">" else stripped, begin, indent)


def is_free(line: str) -> bool:
    """Tell whether a line is the drafter's own, in which no sign has a meaning."""
    return line[0] == ">" or line[:_LONGEST_REMARK].lower().startswith(_REMARKS)


def _comment_start(line: str) -> int:
    """Return where the comment on a line starts, or -1 where it has none."""
    if "#" not in line or is_free(line):
        return -1
    if '"' in line or "“" in line:
        line = QUOTED.sub(lambda quoted: "“" * len(quoted.group()), line)
    match = _COMMENT.search(line)
    return match.start() if match else -1


def is_unfinished(text: str) -> bool:
    """Tell whether a line ends with a word or sign that something must follow."""
    words = text.rsplit(maxsplit=1)
    return bool(words) and (words[-1].lower() in _UNFINISHED or words[-1][-1] in ",;-–")


def depth_of(text: str) -> int:
    """Return how many more brackets a line opens than it closes."""
    if ("[" not in text and "]" not in text) or is_free(text):
        return 0
    bare = QUOTED.sub("", text)
    return bare.count("[") - bare.count("]")


def closing_sign(text: str, depth: int) -> int:
    """Return the place after the sign that closes the outermost bracket; there is one."""
    signs = _QUOTED_OR_BRACKET.finditer(text)
    while True:
        match = next(signs)
        depth += (match.group() == "[") - (match.group() == "]")
        if depth == 0:
            return match.end()


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends in a full stop that is not an abbreviation's."""
    if not text.endswith("."):
        # Who proposes a sentence may be written after it by mistake.
        return text[-1:] not in {"", ",", ";"} and bool(_STOPPED.search(text[-_MARK_ROOM:]))
    return not ABBREVIATION.search(text[-_ABBREVIATION_ROOM:])
