"""What to say of a line at the word where the grammar could go no further."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.syntax.slip import Unreadable
from clausecheck.syntax.slips.brackets import BRACKET_SIGNS, in_brackets, unclosed_in
from clausecheck.syntax.slips.headings import in_heading
from clausecheck.syntax.slips.labels import in_label, label_within, stray_colon
from clausecheck.syntax.slips.places import last_word, words_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from clausecheck.syntax.lines import Line
    from clausecheck.syntax.trees import Token
    from clausecheck.syntax.words import Words


_LABELLED = frozenset({"label", "sentence"})


def unexpected(
    text: str, line: Line, token: Token, accepts: Callable[[str], bool], words: Words
) -> Unreadable:
    """Say what is wrong with a line at the token where the grammar could go no further."""
    at = token.start
    ended = token.type in {"_NL", "$END"} or at >= line.end
    here = token.span if not ended else last_word(text, line)
    unclosed = unclosed_in(text, line) if line.kind not in {"heading", "accept"} else None
    if unclosed:
        return unclosed
    own = text.index(":", line.start) + 1 if line.kind == "label" else line.start + 1
    inner = label_within(text, own, line.end, words) if line.kind in _LABELLED else None
    if inner:
        return inner
    if line.kind == "label":
        return in_label(text, line, token, here, accepts, words, ended=ended)
    if line.kind in {"heading", "accept"}:
        return in_heading(text, line, here, accepts, ended=ended)
    if token.type in BRACKET_SIGNS:
        return in_brackets(text, token, here, line.kind)
    if token.type == "COLON":
        return stray_colon(here)
    if token.type == "STOP" or ended:
        return Unreadable(
            here,
            "this line breaks off",
            "write who, how bindingly, does what, and a full stop",
        )
    return Unreadable(
        here,
        f"`{words_at(text, here)}` does not fit here",
        "put it in quotation marks if it is a name or open words",
    )
