"""Values and sentences as the language writes them, each on one line."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING

from clausecheck.model import nodes
from clausecheck.syntax.parser import words

if TYPE_CHECKING:
    from collections.abc import Iterable

_TIGHT_AFTER = ("(", "$", "€", "£", "₩", "§", "¶")
_TIGHT_BEFORE = (",", ";", ")", ".")


@singledispatch
def written(node: object) -> str:
    """Return a node as it is written, without line ends.

    Raises:
        TypeError: the node is none that stands within a line.
    """
    message = f"not a part of a line: {node!r}"
    raise TypeError(message)


def quotation(text: str) -> str:
    """Return a text between quotation marks: straight ones, unless it has such inside."""
    return f"“{text}”" if '"' in text else f'"{text}"'


def marks(proposal: nodes.Proposal) -> str:
    """Return who makes a proposal, its tag and its languages, each as it follows the words."""
    tag = f" @{proposal.tag}" if proposal.tag else ""
    names = (*map(_proposer, proposal.proposed_by), *proposal.languages)
    return tag + (f" {{{', '.join(names)}}}" if names else "")


def _proposer(name: str) -> str:
    """Return a name in an attribution, which need not say whether it was quoted."""
    word, reference = words().patterns["WORD"], words().patterns["REFERENCE"]
    plain = all(
        word.fullmatch(each) and (each.isalpha() or not reference.match(each))
        for each in name.split(" ")
    )
    return name if plain else quotation(name)


def _with(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)


def _joined(values: Iterable[nodes.Value]) -> str:
    """Return values in a list, with the drafter's own signs between them."""
    first, *others = values
    text = written(first)
    for value in others:
        sign = getattr(value, "joined_by", ",")
        text += f" and {written(value)}" if sign == "and" else f"{sign} {written(value)}"
    return text


def _commas(values: Iterable[nodes.Value]) -> str:
    return ", ".join(map(written, values))


def _spaced(tokens: Iterable[str]) -> str:
    """Return words and signs with a blank between them where one belongs."""
    text = ""
    for token in tokens:
        tight = (
            not text
            or token in _TIGHT_BEFORE
            or text.endswith("(")
            or (text.endswith(_TIGHT_AFTER) and token[0].isdigit())
        )
        text += token if tight else f" {token}"
    return text


# ── Alternatives and words ──


@written.register
def _(node: nodes.Bracket) -> str:
    return f"[{' | '.join(map(written, node.proposals))}]"


@written.register
def _(node: nodes.Proposal) -> str:
    return _spaced(map(written, node.content)) + marks(node)


@written.register
def _(node: nodes.Words) -> str:
    return quotation(node.text)


@written.register
def _(node: nodes.Name) -> str:
    return quotation(node.text) if node.quoted else node.text


@written.register(nodes.Word)
@written.register(nodes.Modality)
@written.register(nodes.Text)
@written.register(nodes.Quoted)
def _(node: nodes.Word | nodes.Modality | nodes.Text | nodes.Quoted) -> str:
    return node.text


@written.register
def _(node: nodes.Quantity) -> str:
    if node.words:
        return _with(node.qualifier, node.words)
    span = f"to {node.most}" if node.most else None
    number = _with(node.qualifier, node.least, span, node.multiplier)
    return f"{number}%" if node.unit == "%" else _with(number, node.unit)


@written.register
def _(node: nodes.Rate) -> str:
    return f"per {node.per}"


@written.register
def _(node: nodes.Phrase) -> str:
    return _spaced(map(written, node.parts))


@written.register
def _(node: nodes.Sentence) -> str:
    return f"{_with(*node.markers, _spaced(map(written, node.parts)))}."


@written.register
def _(node: nodes.Silence) -> str:
    by = f"by {_joined(node.by)}" if node.by else None
    return _with(node.kind, by)


@written.register
def _(node: nodes.Listed) -> str:
    kinds = {type(value) for value in node.values}
    if kinds == {nodes.Quota}:
        return ", then ".join(map(written, node.values))
    if kinds <= {nodes.Verifier, nodes.Baseline, nodes.Review}:
        return "; ".join(map(written, node.values))
    return _joined(node.values)


# ── Time ──


@written.register
def _(node: nodes.Period) -> str:
    span = f"to {node.most}" if node.most else None
    unit = node.unit if (node.most or node.least) == "1" else f"{node.unit}s"
    return _with(node.qualifier, node.least, span, unit)


@written.register
def _(node: nodes.Date) -> str:
    day = f"-{node.day:02}" if node.day is not None else ""
    return _with(f"{node.year:04}-{node.month:02}{day}", node.clock, node.zone)


@written.register
def _(node: nodes.Reference) -> str:
    return _with(node.instrument, node.number, f"to {node.last}" if node.last else None)


@written.register
def _(node: nodes.ClauseState) -> str:
    state = f"({node.state})" if node.state == "point not stated" else node.state
    if state and node.plural:
        state = state.replace("is", "are")
    return _with(written(node.clause), state)


@written.register
def _(node: nodes.Event) -> str:
    return _with(written(node.name), f"by {written(node.by)}" if node.by else None)


@written.register
def _(node: nodes.Own) -> str:
    return f"its {node.point}"


@written.register
def _(node: nodes.Offset) -> str:
    period, moment = written(node.period), written(node.moment)
    if node.relation in {"after", "before"}:
        return f"{period} {node.relation} {moment}"
    return f"within {period} {node.relation.removeprefix('within ')} {moment}"


@written.register
def _(node: nodes.Combined) -> str:
    moments = map(written, node.moments)
    if node.how == "all":
        return " and ".join(moments)
    if node.how == "any":
        return " or ".join(moments)
    return f"{node.how} of {', '.join(moments)}"


@written.register
def _(node: nodes.Bound) -> str:
    return _with(node.relation, written(node.time))


@written.register
def _(node: nodes.Within) -> str:
    return f"within {written(node.period)}"


@written.register
def _(_node: nodes.WithoutLimit) -> str:
    return "without limit"


@written.register
def _(node: nodes.Until) -> str:
    return f"until {written(node.time)}"


@written.register
def _(node: nodes.Frequency) -> str:
    if node.every is None:
        return _with(node.qualifier, node.times, f"times per {node.unit}")
    single = node.every.least == "1" and not (node.every.most or node.every.qualifier)
    return f"every {node.every.unit if single else written(node.every)}"


@written.register
def _(node: nodes.Quota) -> str:
    term = f"for {written(node.term)}" if node.term else None
    return _with(node.number, node.unit, f"per {node.per}", term)


@written.register
def _(node: nodes.Outside) -> str:
    return f"outside this text, {written(node.words)}"


# ── Who, verification, the rest ──


@written.register
def _(node: nodes.Approval) -> str:
    return _with(written(node.actor), f"by {written(node.by)}" if node.by else None)


@written.register
def _(node: nodes.Member) -> str:
    return _with(f"{node.number} from" if node.number else None, written(node.actor))


@written.register
def _(node: nodes.Verifier) -> str:
    actors = " and ".join(map(written, node.actors))
    timing = "".join(f", {written(time)}" for time in node.timing)
    return _with(actors, f"using {_joined(node.methods)}" if node.methods else None) + timing


@written.register
def _(node: nodes.Report) -> str:
    to = f"to {_joined(node.to)}" if node.to else None
    return _with(written(node.timing) if node.timing else None, to)


@written.register
def _(node: nodes.Reversal) -> str:
    by = f"by {_joined(node.by)}" if node.by else None
    within = f"within {written(node.within)}" if node.within else None
    return _with(by, within) or ("yes" if node.possible else "no")


@written.register
def _(node: nodes.Notice) -> str:
    return f"on notice of {written(node.period)}"


@written.register
def _(node: nodes.Condition) -> str:
    return f"if {written(node.phrase)}"


@written.register
def _(node: nodes.Languages) -> str:
    prevailing = f"; {written(node.prevailing)} {node.verb}" if node.prevailing else ""
    return _commas(node.names) + prevailing


@written.register
def _(node: nodes.Baseline) -> str:
    return _with(written(node.time), f"for {_joined(node.actors)}" if node.actors else None)


@written.register
def _(node: nodes.LimitsRow) -> str:
    return f"{written(node.name)}: {'; '.join(map(written, node.limits))}"


@written.register
def _(node: nodes.Review) -> str:
    by = f"by {_joined(node.by)}" if node.by else None
    date = written(node.date) if node.date else None
    since = f"since {date}" if date and node.state != "done" else date
    within = f"within {written(node.within)}" if node.within else None
    return _with(node.state, by, since, within)


# ── Lines ──


@written.register
def _(node: nodes.Label) -> str:
    return f"{node.name}: {written(node.value)}"


@written.register
def _(node: nodes.Heading) -> str:
    name = written(node.name) if node.name else None
    head = _with(node.word, node.number, name, written(node.title) if node.title else None)
    return f"{head}: {_commas(node.members)}" if node.members else head
