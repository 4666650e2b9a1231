"""Times, conditions and the like among the words of a sentence, where nothing counts with them.

A qualifier stands on a line of its own. One in a sentence is read as words: the duty then seems to
have no day and no condition. Each is told with the line to type, unless such a line stands there.
What may be something else stays untold: "the sites that X opened before …", "within the zone".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import takewhile
from typing import cast

from clausecheck.model import nodes
from clausecheck.model.names import Names
from clausecheck.model.qualifiers.kinds import CUES, KINDS, SUPPOSED, Kind
from clausecheck.model.qualifiers.lines import Qualifier, as_event, value_of
from clausecheck.model.sentences.meanings import Meaning
from clausecheck.patterns import regex
from clausecheck.values import evolve, frozen

_NORMS = frozenset({"duty", "prohibition", "permission", "exemption"})
_OF_A_THING = regex(r"\b(?:that|which|who|whom|whose|where|when|whether)\b")
_PARTICIPLE = regex(r"\b(?:\w+ed|made|held|given|taken|built|sent) $")
_INFINITIVE = regex(r"\bto [a-z]")
_SHOWN = 6
"""Words of a qualifier that a message repeats."""


@cache
def _pattern(words: str) -> re.Pattern[str]:
    """Return a pattern that ends within no word; compiled only for a text that may need it."""
    return re.compile(rf"(?<!\w){words}(?!\w)")


def as_written(parts: tuple[nodes.Part, ...]) -> str:
    """Return parts without brackets as words with single blanks."""
    return _region(parts).text


def unread(
    sentence: nodes.Sentence, meanings: Iterable[Meaning], labels: Collection[str], names: Names
) -> Iterator[Qualifier]:
    """Yield the qualifiers among a sentence's words for which none of its `labels` stands."""
    for meaning in meanings:
        if meaning.kind in _NORMS or meaning.modality.name == "remains in force":
            for words in _regions(sentence, meaning):
                yield from _in(words, meaning, labels, names)


@frozen
class _Region:
    """Parts of a sentence as words with single blanks, and where each part begins in them."""

    text: str
    starts: tuple[int, ...]
    parts: tuple[nodes.Part, ...]

    def parts_of(self, start: int, end: int) -> tuple[nodes.Part, ...]:
        """Return the parts among which some of the words lie."""
        first, last = bisect_right(self.starts, start), bisect_right(self.starts, end - 1)
        return self.parts[first - 1 : last]


def _regions(sentence: nodes.Sentence, meaning: Meaning) -> Iterator[_Region]:
    """Yield what stands after the modality and, set off by a comma, before the subject."""
    parts = sentence.parts
    at = next(number for number, part in enumerate(parts) if part is meaning.modality)
    commas = [number for number, part in enumerate(parts[:at]) if _written(part) == ","]
    front = meaning.who.front
    apart = tuple(part for part in parts[:at] if front is not None and front.contains(part.span))
    if commas or apart:
        before = _region(apart or parts[: commas[0]])
        yield evolve(before, text=before.text[:1].lower() + before.text[1:])
    yield _region(
        tuple(takewhile(lambda part: not isinstance(part, nodes.Modality), parts[at + 1 :]))
    )


def _region(parts: tuple[nodes.Part, ...]) -> _Region:
    text = ""
    starts = []
    for part in parts:
        word = _written(part)
        text += " " if text and word not in {",", ";", ")"} and not text.endswith("(") else ""
        starts.append(len(text))
        text += word
    return _Region(text, tuple(starts), parts)


def _in(
    region: _Region, meaning: Meaning, labels: Collection[str], names: Names
) -> Iterator[Qualifier]:
    """Yield the qualifiers in one region, in text order; of two at one place the first kind."""
    cues = {cue for cue in CUES if cue in region.text}
    found = sorted(
        (
            (match, kind)
            for kind in KINDS
            if not kind.cues.isdisjoint(cues) and not (kind.also and kind.also.isdisjoint(cues))
            for match in _pattern(kind.words).finditer(region.text)
            if not _may_be_else(region.text[: match.start()], kind)
        ),
        key=lambda each: each[0].start(),
    )
    end = 0
    for match, kind in found:
        values = {name: value_of(name, words, names) for name, words in match.groupdict().items()}
        if match.start() < end or not all(values.values()):
            continue
        end = match.end()
        parts = region.parts_of(*match.span())
        span = parts[0].span.to(parts[-1].span)
        open_words = any(isinstance(part, nodes.Words) for part in parts[:1])
        vague = any(span.contains(at) for _, at in meaning.vague)
        if not (open_words or vague or set(labels) & set(kind.same)):
            still = next((v[1:-1] for v in values.values() if v.startswith('"')), "")
            line = kind.line.format(**values)
            supposed = any(each in kind.line for each in SUPPOSED)
            yield Qualifier(span, _shown(match.group()), kind.what, line, still, supposed)


def _may_be_else(before: str, kind: Kind) -> bool:
    """Tell whether what follows may tell of a thing or of an act within the act.

    As in "forces deployed before …", "the sites that … in", "ways to celebrate it every year".
    """
    passive = before.startswith(("be ", "not be "))
    inner = kind.line.startswith("every") and _INFINITIVE.search(before)
    return bool(inner or _OF_A_THING.search(before) or (_PARTICIPLE.search(before) and not passive))


def _shown(words: str) -> str:
    every = words.split()
    return " ".join(every) if len(every) <= _SHOWN else " ".join(every[:_SHOWN]) + " …"


def _written(part: nodes.Part) -> str:
    """Return a part as it stands in a sentence, its blanks single."""
    match part:
        case nodes.Word() | nodes.Modality():
            return part.text
        case nodes.Words():
            return f'"{part.text}"'
        case nodes.Reference():
            return part.number
        case nodes.Rate():
            return f"per {part.per}"
        case nodes.Date():
            day = f"-{part.day:02}" if part.day is not None else ""
            return f"{part.year:04}-{part.month:02}{day}"
        case _:  # a quantity, for what is read has no brackets
            number = cast("nodes.Quantity", part)
            most = f"to {number.most}" if number.most else None
            digits = (number.least, most, number.multiplier, number.unit)
            words = (number.qualifier, *([number.words] if number.words else digits))
            return " ".join(word for word in words if word)


__all__ = ["Qualifier", "as_event", "as_written", "unread"]
