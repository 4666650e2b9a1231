"""A text from a draft, made harmless in what a report is written in.

Everywhere, characters that deceive the eye or drive a terminal are made
visible. Beyond that each form has its own: JSON, Markdown, the commands that a
runner of GitHub Actions takes from the output of a step.
"""

from __future__ import annotations

import re
from itertools import pairwise

from clausecheck.patterns import regex

_UNSEEN = regex(
    "["
    r"\x00-\x1f\x7f-\x9f"  # what drives a terminal: C0, DEL, C1
    r"\xad\u034f\u180e\u200b-\u200f\u2060-\u2064\ufeff"  # no width
    r"\u3164\uffa0"  # letters that show as nothing
    r"\u061c\u202a-\u202e\u2066-\u206f"  # what turns the direction of reading
    r"\u2028\u2029\ufff9-\ufffb"  # line and annotation marks
    r"\ufffe\uffff"  # no characters at all, and forbidden in XML
    r"\ud800-\udfff"  # halves of a pair: a file's name that is not UTF-8
    r"\U000e0000-\U000e007f"  # tags
    "]"
)
_SHORT = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}


def visible(text: str) -> str:
    r"""Return the text with every such character written out, as in `\x1b` or `\u202e`."""
    return _UNSEEN.sub(_written, text)


def in_json(text: str) -> str:
    r"""Return a JSON document that has the same values and no such character in a string.

    A byte of a file's name that is no UTF-8 is no character either: its value becomes `\xff`, in
    four characters. Line feeds between the values stay. `##[`, which a runner of GitHub Actions
    takes for a command wherever it stands, is broken up in the same way.
    """
    escaped = _UNSEEN.sub(_in_json, text)
    return escaped.replace("##[", r"\u0023#[")


_MARKS = str.maketrans(
    {character: f"&#{ord(character)};" for character in "\\*_~[]<>&|!$`"}
    | {character: f"{character}<!-- -->" for character in "@#"}
)
_AHEAD = frozenset(" ([")
_OPENING = regex(r"\A[-+=]|(?<=\A\d)\.")
_ADDRESS = regex(r"(?i)(\bwww(?=\.)|:(?=\S))")


def in_markdown(text: str) -> str:
    """Return the text as Markdown in one line that shows it as it is, fit for a table's cell.

    No character of it has a meaning to Markdown, HTML or a table; nobody is
    notified and nothing becomes a link, for a comment that shows as nothing
    stands in between. What is between two backticks, as in our own messages,
    is shown as code, with those that a draft has within it; one without a
    partner stays a backtick.
    """
    parts = _parted(visible(text))
    shown = (
        f"<code>{_unmarked(part)}</code>" if at % 2 else _unmarked(part)
        for at, part in enumerate(parts)
    )
    return _OPENING.sub(lambda found: f"&#{ord(found[0])};", "".join(shown))


def _parted(text: str) -> list[str]:
    """Return what is said, what is quoted, what is said again and so on, without their marks.

    A mark with a blank or a bracket ahead of it opens, and where one is open stands with its
    partner in what is quoted.
    """
    parts, depth = [""], 0
    pieces = text.split("`")
    for before, after in pairwise(pieces):
        parts[-1] += before
        opens = not depth or (before[-1:] in _AHEAD and after[:1].strip() != "")
        depth += 1 if opens else -1
        if depth > 1 or (depth and not opens):
            parts[-1] += "`"
        else:
            parts.append("")
    parts[-1] += pieces[-1]
    if not depth:
        return parts
    parts = text.split("`")
    return parts if len(parts) % 2 else [*parts[:-2], f"{parts[-2]}`{parts[-1]}"]


def _unmarked(text: str) -> str:
    return _ADDRESS.sub(r"\1<!-- -->", text.translate(_MARKS))


def in_command(text: str) -> str:
    """Return the text as the message of a workflow command of GitHub Actions, in one line.

    Line feeds are kept as the runner's own escapes; all else that could end
    the command or begin another is visible.
    """
    lines = (visible(line).replace("%", "%25") for line in text.split("\n"))
    return "%0A".join(lines).replace("##[", "## [")


def in_property(text: str) -> str:
    """Return the text as a property of such a command, such as its file or title."""
    return in_command(visible(text)).replace(":", "%3A").replace(",", "%2C")


def _written(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    if character in _SHORT:
        return _SHORT[character]
    if 0xDC80 <= code <= 0xDCFF:  # noqa: PLR2004 - how Python keeps a byte that is no UTF-8
        code -= 0xDC00
    if code <= 0xFF:  # noqa: PLR2004 - two digits are enough
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 - likewise


def _in_json(match: re.Match[str]) -> str:
    character = match[0]
    if character == "\n":
        return character
    if "\ud800" <= character <= "\udfff":  # no value of JSON's: what can be said of it in words
        return f"\\{_written(match)}"
    units = character.encode("utf-16-be").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
