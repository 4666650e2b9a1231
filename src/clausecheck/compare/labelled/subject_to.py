"""A check that a text has as a condition: `subject to: "inspection by X"`.

Whoever owes a step is not freed by it, but looked at. That it is gone is a verifier gone, and no
condition less; unless the step is one that nobody could look at, as relief, for then what is looked
at is another's step, on which it hangs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausecheck.changes import Change
from clausecheck.compare.ground.lines import Lines, Pair
from clausecheck.layout.values import written
from clausecheck.model import nodes
from clausecheck.patterns import regex

_CHECK = regex(
    r"(?:(?!of |that )[\w-]+ )*(?:(?:verification|inspection|monitoring)s?(?! of)|supervision)"
    r"(?P<whose> (?:by|of)(?: (?!of |that |whether )[\w-]+)+)?"
)
"""Who looks, if anybody is named, and not at what."""


def is_in_words(pair: Pair, lines: Lines) -> bool:
    """Tell whether a line that is in one text alone says in words that somebody looks."""
    line = lines.one if lines.other is None else lines.other if lines.one is None else None
    if lines.name != "subject to" or line is None or not _can_be_seen(pair):
        return False
    return bool(_CHECK.fullmatch(_words(line)))


def _words(line: nodes.Label | None) -> str:
    return " ".join(written(line.value).split()).strip('"') if line is not None else ""


def _can_be_seen(pair: Pair) -> bool:
    numbers = pair.one.number, pair.other.number
    return any(n in of for n, of in zip(numbers, pair.beside.strengths, strict=True))


def with_words(pair: Pair, changed: Sequence[Lines]) -> Iterator[Lines]:
    """Yield the lines, with a check in words and the verifier in the place of it as one."""
    words = next((each for each in changed if is_in_words(pair, each)), None)
    named = next((each for each in changed if each.name == "verified by"), None)
    one_sided = words and named and (words.one is None) != (named.one is None)
    if words is None or named is None or not one_sided or (named.one and named.other):
        yield from changed
        return
    yield Lines("verified by", words.one or named.one, words.other or named.other)
    yield from (each for each in changed if each is not words and each is not named)


def in_words(pair: Pair, lines: Lines) -> Change:
    """Return that somebody looks no longer, or newly, as it is said in words."""
    one, other = lines.one, lines.other
    found = _CHECK.fullmatch(_words(one or other))
    what = "verifier" if found and found["whose"] else "verification"
    became = "dropped" if other is None else "added"
    direction = pair.tighter(more=one is None)
    return pair.change(
        "verifier", direction, f"{what} {became}: {pair.line(one, other)}", one, other
    )


def is_of_another(pair: Pair, one: nodes.Label | None, other: nodes.Label | None) -> bool:
    """Tell whether the words of one sentence alone, on who looks, are of what it is given for."""
    lines = {id(line) for unit in (pair.one, pair.other) for line in unit.placed}
    line, unit = (one, pair.one) if one is not None else (other, pair.other)
    if (one is None) == (other is None) or line is None or id(line) not in lines:
        return False
    return not _can_be_seen(pair) and unit.words_of(line.span).lower().startswith("subject to")
