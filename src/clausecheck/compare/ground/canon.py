"""What a text says, freed of what says nothing: layout, short names, the numbers of clauses."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias, cast

from attrs import define, fields, has

from clausecheck.compare.ground.names import Known
from clausecheck.model import nodes
from clausecheck.model.names import Names

Value: TypeAlias = Hashable
_UNORDERED = (
    nodes.Name,
    nodes.Reference,
    nodes.Member,
    nodes.Approval,
    nodes.Phrase,
    nodes.LimitsRow,
)
"""Values whose order in a list says nothing."""
_WORDS = str.maketrans("’‘“”–—", "''\"\"--")
_SIGNS = '"(),.;:>[]'
_MULTIPLIED = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}


@define
class Canon:
    """Writes the nodes of one text as values that are equal where they say the same.

    `numbers` gives the numbers of clauses in the base; what names no clause is marked as such.
    Without numbers no reference to a clause differs from another.
    """

    names: Names
    known: Known
    numbers: Mapping[str, str] | None = None
    measuring: bool = False
    """Whether a year is written as twelve months, and so on."""

    def actor(self, name: str) -> str:
        """Return what the base calls an actor."""
        return self.known.actors.get(name, name)

    def everybody(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return what the base calls actors, a side being its members, each once."""
        return tuple(dict.fromkeys(self.actor(each) for name in names for each in self._of(name)))

    def named(self, name: nodes.Name) -> tuple[str, ...]:
        """Return whom a name means, a side being its members; nobody where it is no actor's.

        Of an actor that the vocabulary knows it is the name as it is written.
        """
        actor = self.names.actor(name.text)
        if actor is None:
            return ()
        return (name.text,) if actor.kind == "standing" else self.everybody((actor.name,))

    def _of(self, name: str) -> tuple[str, ...]:
        """Return who an actor is: of a side its members."""
        actor = self.names.actors.get(name)
        return actor.members if actor and actor.kind == "side" and actor.members else (name,)

    def number(self, number: str) -> str:
        """Return what the base calls a clause."""
        if self.numbers is None:
            return "#" if self.names.number(number) else number
        return self.numbers.get(number, f"?{number}")

    def words(self, parts: Sequence[object]) -> tuple[str, ...]:
        """Return the words of a sentence or phrase, with names as the base has them."""
        return tuple(word for word, _ in self.words_at(parts))

    def words_at(self, parts: Sequence[object]) -> Iterator[tuple[str, tuple[int, int]]]:
        """Yield the words, and which parts each stands for."""
        texts = [_text(part) for part in parts]
        at = 0
        while at < len(parts):
            part = parts[at]
            match = self._name(texts, at) if isinstance(part, nodes.Word) else None
            if match is not None:
                name, end = match
                yield name, (at, end)
                at = end
                continue
            yield self._word(part), (at, at + 1)
            at += 1

    def _name(self, texts: Sequence[str], at: int) -> tuple[str, int] | None:
        """Return the name that begins here, in angle brackets, and where it ends."""
        actor = self.names.match(texts, at)
        term = self.names.match_term(texts, at)
        if actor and (term is None or actor[1] >= term[1]):
            ending = "'s" if texts[actor[1] - 1].endswith(("'s", "’s", "s'", "s’")) else ""
            return f"<{' and '.join(sorted(self.everybody(actor[:1])))}>{ending}", actor[1]
        if term:
            return f"<{self.known.terms.get(term[0], term[0])}>", term[1]
        return None

    def _word(self, part: object) -> str:
        match part:
            case nodes.Words():
                return f'"{self.free(part.text)}"'
            case nodes.Reference():
                return str(self.value(part))
            case nodes.Quantity():
                return " ".join(str(each) for each in self._quantity(part))
            case nodes.Rate():
                return f"per {part.per}"
            case nodes.Date():
                return str(self.value(part))
            case _:
                return _text(part).translate(_WORDS)

    def _quantity(self, node: nodes.Quantity | nodes.Period) -> tuple[object, ...]:
        return measured(node) if self.measuring else quantity(node)

    def free(self, text: str) -> str:
        """Return free text in one line, with names as the base has them."""
        words = [part for word in text.translate(_WORDS).split() for part in _apart(word)]
        found: list[str] = []
        at = 0
        while at < len(words):
            match = self._name(words, at)
            found.append(match[0] if match else words[at])
            at = match[1] if match else at + 1
        return " ".join(found)

    def value(self, node: object) -> Value:
        """Return what a node says."""
        match node:
            case nodes.Sentence() | nodes.Phrase():
                return self.words(node.parts)
            case nodes.Name():
                return self._name_value(node)
            case nodes.Reference():
                ends = (node.number, node.last)
                if node.instrument is None:
                    ends = (self.number(node.number), node.last and self.number(node.last))
                return ("reference", node.instrument, *ends)
            case nodes.Words():
                return ("words", self.free(node.text))
            case nodes.Quoted() | nodes.Text():
                return self.free(node.text)
            case nodes.Listed():
                values = list(self._each(node.values))
                if all(isinstance(each, _UNORDERED) for each in node.values):
                    return frozenset(values)
                return values[0] if len(values) == 1 else tuple(values)
            case nodes.Combined() if node.how in {"all", "any", "earlier", "later"}:
                return (node.how, frozenset(map(self.value, node.moments)))
            case nodes.LimitsRow():
                return (self.value(node.name), frozenset(map(self.value, node.limits)))
            case nodes.Period() | nodes.Quantity():
                return self._quantity(node)
            case tuple():
                said = tuple(self._each(node))
                names = bool(node) and all(isinstance(each, nodes.Name) for each in node)
                return frozenset(said) if names else said
            case _ if has(type(node)):
                return self._fields(node)
            case _:
                return node

    def _each(self, values: Iterable[object]) -> Iterator[Value]:
        """Yield what each of several says, a side as if its members stood there."""
        for each in values:
            found = self.value(each)
            if isinstance(each, nodes.Name) and isinstance(found, frozenset):
                yield from found
            else:
                yield found

    def _fields(self, node: object) -> Value:
        kind = type(node)
        names = [each.name for each in fields(cast("type", kind)) if each.eq]
        return (kind.__name__, *(self.value(getattr(node, name)) for name in names))

    def _name_value(self, name: nodes.Name) -> Value:
        text = " ".join(name.text.translate(_WORDS).split())
        actor = self.names.actor(text)
        if actor is not None:
            every = [("name", each) for each in self.everybody((actor.name,))]
            return every[0] if len(every) == 1 else frozenset(every)
        if text in self.names.events:
            return ("event", self.known.events.get(text, text))
        return ("words" if name.quoted else "name", self.free(text))


def quantity(node: nodes.Quantity | nodes.Period) -> tuple[object, ...]:
    """Return a quantity or a span of time as numbers, so that `1,000` is `1000`."""
    by = _MULTIPLIED.get(getattr(node, "multiplier", None) or "", 1)
    unit = (node.unit or "").removesuffix("s") if node.unit != "%" else "%"
    unit = {"percent": "%", "per cent": "%"}.get(unit, unit)
    most = node.most
    said = (node.qualifier, number(node.least, by), number(most, by) if most else None, unit)
    return tuple(each for each in said if each not in {None, ""})


def measured(node: nodes.Quantity | nodes.Period) -> tuple[object, ...]:
    """Return a quantity in the unit that others are so many of: a year as twelve months."""
    *sizes, unit = quantity(node)
    unit = nodes.measure_of(unit) if isinstance(unit, str) else unit
    into, times = _EQUAL.get(unit, (unit, 1.0))
    many = [each * times if isinstance(each, float) else each for each in sizes]
    if unit == "hour" and any(isinstance(each, float) and each % 1 for each in many):
        return (*sizes, unit)  # 30 hours are no number of days
    return (*many, into)


_EQUAL: Mapping[object, tuple[object, float]] = {
    "year": ("month", 12),
    "week": ("day", 7),
    "hour": ("day", 1 / 24),
    "kg": ("t", 1 / 1000),
    "m": ("km", 1 / 1000),
}
"""Units that are so many of another."""


def number(text: str, by: int = 1) -> float | str:
    """Return a number as written as a number; words such as `all` stay words."""
    try:
        return float(text.replace(",", "").replace(" ", "")) * by
    except ValueError:
        return text


def _apart(word: str) -> Iterator[str]:
    """Yield a word of free text and the signs around it, one by one."""
    inner = word.strip(_SIGNS)
    before, _, after = word.partition(inner) if inner else (word, "", "")
    yield from before
    if inner:
        yield inner
    yield from after


def _text(part: object) -> str:
    return part.text if isinstance(part, (nodes.Word, nodes.Modality)) else ""
