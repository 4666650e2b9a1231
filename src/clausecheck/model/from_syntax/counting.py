"""Numbers and shares in words into quantities: "at least two reactors", "a third of its forces".

A number in words counts the noun that follows it, as one in digits does. What points at things
already named counts nothing ("the two sides"), nor does "one" where it picks somebody out ("one
side"). Spans of time stay words: where one is meant, it is asked for in digits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausecheck.model import nodes
from clausecheck.source import Span
from clausecheck.syntax.parser import words
from clausecheck.values import evolve, frozen


@frozen
class _Amount:
    """How many, in digits, and of which unit; `end` is where the next part stands."""

    least: str
    unit: str | None
    end: int
    most: str | None = None


def _numbered(listed: str, first: int) -> dict[str, int]:
    return {word: number for number, word in enumerate(listed.split(), first)}


_ONES = _numbered("one two three four five six seven eight nine", 1)
_TEENS = _numbered(
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 10
)
_TENS = _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 2)
_NUMBERS = (
    _ONES
    | _TEENS
    | {ten: 10 * many for ten, many in _TENS.items()}
    | {f"{ten}-{one}": 10 * many + _ONES[one] for ten, many in _TENS.items() for one in _ONES}
)
_TIMES = {"dozen": 12, "hundred": 100}
_SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
"""What is said behind these is counted anew, and comes on top."""
_MULTIPLIERS = _TIMES | _SCALES
_PARTS = _numbered("half third quarter fifth sixth seventh eighth ninth tenth", 2)
_PARTS |= {f"{part}s": many for part, many in _PARTS.items()}

_WHOLE = frozenset("its their the all these those".split())
"""After a share, or after a number with `of`, these begin the whole of which it is a part."""
_OWN = frozenset({"its", "their"})
_DETERMINING = frozenset("the its their a an this that each every first second".split())
_POINTING = frozenset("the these those both all other any every each first last next as".split())
_NO_NOUN = frozenset(
    "and or to is are was were be been has have does do in on at for from with within of by"
    " against before after if unless until under that which than shall will may not times"
    " minute minutes hour hours day days week weeks month months year years".split()
)
_PICKED_OUT = frozenset(
    "another side party person people nation state country hand way time".split()
)
"""What "one" does not count, though a noun may follow it."""
_COUNTING = _NUMBERS.keys() | _PARTS.keys()


def counted(parts: tuple[nodes.Part, ...], *, alone: bool = False) -> tuple[nodes.Part, ...]:
    """Return the parts, in order, with numbers in words as quantities that keep the words.

    In a sentence nothing is counted before its modality, where it is said who is meant. `alone`:
    the parts are a proposal in brackets, and what it counts may stand behind them.
    """
    parts = tuple(_ranging(parts))
    texts = [_text(part) for part in parts]
    if not any(text.rpartition("-")[2] in _COUNTING for text in texts):
        return parts
    at = _beginning(parts)
    found = list(parts[:at])
    while at < len(parts):
        amount = _share(texts, at, alone=alone) or _number(texts, at, alone=alone)
        if amount is None:
            found.append(parts[at])
            at += 1
            continue
        start, end = _qualified(texts, at), amount.end
        del found[len(found) - (at - start) :]
        span = Span(parts[start].span.start, parts[end - 1].span.end)
        qualifier, said = " ".join(texts[start:at]), " ".join(texts[at:end])
        found.append(
            nodes.Quantity(
                span,
                amount.least,
                amount.most,
                amount.unit,
                qualifier or None,
                words=said.replace("( ", "(").replace(" )", ")"),
            )
        )
        at = end
    return tuple(found)


def _ranging(parts: Sequence[nodes.Part]) -> Iterator[nodes.Part]:
    """Yield the parts, with "between 10 and 12 km" as one quantity."""
    at = 0
    while at < len(parts):
        match parts[at : at + 4]:
            case (
                nodes.Word(text="between") as before,
                nodes.Quantity(unit=None, most=None, multiplier=None) as least,
                nodes.Word(text="and"),
                nodes.Quantity(qualifier=None, most=None) as most,
            ):
                span = before.span.to(most.span)
                unit = "%" if most.unit == "%" else f" {most.unit}" if most.unit else ""
                times = f" {most.multiplier}" if most.multiplier else ""
                said = f"between {least.least} and {most.least}{times}{unit}"
                yield evolve(most, span=span, least=least.least, most=most.least, words=said)
                at += 4
            case _:
                yield parts[at]
                at += 1


def _text(part: nodes.Part) -> str:
    """Return a word, or a number that may repeat one: the (2) of "two (2)", (2,000)."""
    match part:
        case nodes.Word(text=text) | nodes.Reference(number=text, last=None):
            return text
        case nodes.Quantity(qualifier=None, least=digits, most=None, multiplier=None, unit=None):
            return digits
        case _:
            return ""


def _beginning(parts: Sequence[nodes.Part]) -> int:
    """Return where what is done begins: behind the modality, or the brackets that it may be in."""
    for kind in (nodes.Modality, nodes.Bracket):
        for at, part in enumerate(parts):
            if isinstance(part, kind):
                return at + 1
    return 0


_AFTER_A_SHARE = frozenset(", ; and before by from in no not within".split())
"""What may stand behind "by half", as it does not say half of what it is."""


def _share(texts: Sequence[str], at: int, *, alone: bool) -> _Amount | None:
    """Read a share of a whole: "half of its", "a third of the", "two-thirds of all", "by half"."""
    said, end = texts[at].split("-"), at + 1
    if len(said) == 1 and said[0] in {"a", *_ONES}:
        said, end = [*said, *texts[end : end + 1]], end + 1
    many, part = ("one", said[0]) if len(said) == 1 else (said[0], said[1])
    if part not in _PARTS or (len(said) == 1 and part != "half"):
        return None
    if not _DETERMINING.isdisjoint(texts[max(at - 2, 0) : at]):
        return None  # "the southern half of the zone" is a place
    after = texts[end : end + 2]
    whole = after[1:] if after[:1] == ["of"] else after[:1]
    ends = end >= len(texts) or texts[end] in _AFTER_A_SHARE
    by_so_much = texts[at - 1 : at] == ["by"] and ends
    if (whole and whole[0] in _WHOLE) or (alone and end == len(texts)) or by_so_much:
        return _Amount(f"{100 * _ONES.get(many, 1) / _PARTS[part]:.6g}", "%", end)
    return None


def _number(texts: Sequence[str], at: int, *, alone: bool) -> _Amount | None:
    """Read a number or a range with its unit, or before the noun that it counts."""
    if texts[at] not in _NUMBERS or (at and texts[at - 1] in _POINTING):
        return None
    least, end = _many(texts, at)
    most = None
    if texts[end : end + 1] in (["or"], ["to"]) and _is_number(texts, end + 1):
        most, end = _many(texts, end + 1)
    if not _counts(texts, end, alone=alone, one=least == 1 and most is None):
        return None
    counted_in = words().patterns["UNIT"]
    unit = texts[end] if end < len(texts) and counted_in.fullmatch(texts[end]) else None
    return _Amount(str(least), unit, end + bool(unit), str(most) if most else None)


def _counts(texts: Sequence[str], at: int, *, alone: bool, one: bool) -> bool:
    """Tell whether what stands at a place can be counted: a noun, a unit, or a whole."""
    word, following = [*texts[at : at + 2], "", ""][:2]
    if not word:
        return alone and at == len(texts)
    if word == "of":
        return following in (_OWN if one else _WHOLE)
    return (
        word.replace("-", "").isalpha()
        and word not in _NO_NOUN
        and not (one and word in _PICKED_OUT)
    )


def _many(texts: Sequence[str], at: int) -> tuple[int, int]:
    """Return what number is said from a place on, and where it ends: "two hundred and fifty"."""
    before, many, at = 0, _NUMBERS[texts[at]], at + 1
    while at < len(texts) and (times := _MULTIPLIERS.get(texts[at])):
        many, at = many * times, at + 1
        rest = at + (texts[at : at + 1] == ["and"])
        if _is_number(texts, rest):
            if times in _SCALES.values():
                before, many = before + many, 0
            many, at = many + _NUMBERS[texts[rest]], rest + 1
    many += before
    repeated = [text.replace(",", "") for text in texts[at : at + 3]] == ["(", str(many), ")"]
    return many, at + 3 * repeated


def _is_number(texts: Sequence[str], at: int) -> bool:
    return at < len(texts) and texts[at] in _NUMBERS


def _qualified(texts: Sequence[str], at: int) -> int:
    """Return where the words begin that say how exactly an amount is meant: "at least"."""
    pattern = words().patterns["QUALIFIER"]
    for length in (3, 2, 1):
        said = " ".join(texts[max(at - length, 0) : at])
        match = pattern.match(f"{said} 1")  # in the grammar a number in digits follows
        if length <= at and match and match.end() == len(said):
            return at - length
    return at
