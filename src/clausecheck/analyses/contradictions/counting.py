"""When the text is in force, on what notice it is left, how often it is reviewed: otherwise.

The head says it in a line, and a clause may say it in another, or in as many words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias, cast

from clausecheck.analyses.contradictions.manners import Found
from clausecheck.analyses.contradictions.plain import is_plain
from clausecheck.analyses.obligations.membership import is_this_text, leaves
from clausecheck.analyses.terms import acts, names_this_text
from clausecheck.analyses.ties import NOTHING_MORE
from clausecheck.analyses.timing.moments import days_meant
from clausecheck.model import nodes
from clausecheck.model.names import RATIFICATION_EVENTS
from clausecheck.model.reading import Provision, Reading, Said
from clausecheck.model.walk import walk
from clausecheck.source import Span
from clausecheck.vocabulary import Vocabulary

_Count: TypeAlias = tuple[str, nodes.Period | None]
"""The one event or day from which a time counts, and how long after it."""
_AT_ONCE = nodes.Period(Span(0, 0), "0", None, "day")
_EVENTS = frozenset({"signature", "ratification"})
_ENTERING = frozenset(
    "upon on at with after following the of its their this treaty agreement declaration by all both"
    " each every party parties signatory signatories date day last exchange deposit instrument"
    " instruments".split()
)
"""All that a sentence says beside the event by which the text is in force."""
_GIVING_NOTICE = frozenset("on upon notice of by giving with written prior after".split())


def entered_otherwise(reading: Reading, vocabulary: Vocabulary) -> Iterator[Found]:
    """Yield the clauses by which the text is in force at another time."""
    line = reading.head.get("entry into force")
    for said, provision in reading.sentences_and_provisions() if line is not None else ():
        meaning = provision.meaning
        whole = meaning.who.how == "text" and not (meaning.subject or meaning.references)
        enters = provision.kind == "duty" and acts(provision, vocabulary, ("enter-into-force",))
        if whole and enters:
            own = provision.labels.all("on", "after")
            yield from _otherwise(line, own, provision)
            yield from _in_words(line, _entering(said, provision), provision)


def left_otherwise(reading: Reading) -> Iterator[Found]:
    """Yield the clauses by which a party leaves on another notice."""
    line = reading.head.get("exit")
    for said, provision in reading.sentences_and_provisions() if line is not None else ():
        if leaving(provision) is not None and provision.kind == "permission":
            yield from _otherwise(line, provision.labels.all("on notice of"), provision)
            yield from _in_words(line, _notice(said, provision), provision)


def reviewed_otherwise(reading: Reading, vocabulary: Vocabulary) -> Iterator[Found]:
    """Yield the clauses by which the text is reviewed at other times."""
    line = reading.head.get("review")
    for _, provision in reading.sentences_and_provisions() if line is not None else ():
        if provision.kind == "duty" and acts(provision, vocabulary, ("review",)):
            often = provision.labels.all("every") if names_this_text(provision.deed) else ()
            yield from _otherwise(line, often, provision)


def leaving(provision: Provision) -> Span | None:
    """Return where a provision speaks of leaving the text: "withdraw from this treaty"."""
    treaty = leaves(provision)
    if treaty is None or not is_this_text(treaty, provision):
        return None
    return Span(provision.deed.act_span.start, treaty.span.end)


def differ(one: nodes.Period, other: nodes.Period) -> bool:
    """Tell whether no span of time is meant by both."""
    (least, most), (fewest, longest) = days_meant(one), days_meant(other)
    return most < fewest or longest < least


def _otherwise(
    line: nodes.Label | None, own: Sequence[nodes.Label], provision: Provision
) -> Iterator[Found]:
    if len(own) == 1 and not provision.labels.all("notwithstanding", "if", "unless"):
        count = _count(own[0].value)
        yield from _in_words(line, count and (own[0].span, count), provision)


def _in_words(
    line: nodes.Label | None, own: tuple[Span, _Count] | None, provision: Provision
) -> Iterator[Found]:
    said = _count(line.value) if line is not None and own is not None else None
    if line is None or own is None or said is None:
        return
    at, (event, span) = own
    if event[:1].isdigit() != said[0][:1].isdigit():
        return  # an event may come on that day
    if event != said[0] or differ(span or _AT_ONCE, said[1] or _AT_ONCE):
        yield at, line, provision.number


def _count(value: nodes.Value) -> _Count | None:
    """Return the one event and the one span that a time counts from; None of any other."""
    named = tuple(walk(value))
    events = [node for node in named if isinstance(node, (nodes.Event, nodes.Date))]
    spans = [node for node in named if isinstance(node, nodes.Period)]
    others = any(isinstance(n, (nodes.Combined, nodes.ClauseState)) for n in named)
    if others or len(events) > 1 or len(spans) > 1 or not (events or spans):
        return None
    return "".join(map(_named, events)), next(iter(spans), None)


def _named(event: nodes.Event | nodes.Date) -> str:
    if isinstance(event, nodes.Date):
        return f"{event.year}-{event.month}-{event.day}"
    return "ratification" if event.name.text in RATIFICATION_EVENTS else event.name.text


def _entering(said: Said, provision: Provision) -> tuple[Span, _Count] | None:
    """Return from what event a sentence has the text in force, in words alone."""
    if not {each.name for each in provision.labels.lines} <= NOTHING_MORE:
        return None
    spans = provision.meaning.periods
    begins = provision.deed.act_span.end
    parts = [part for part in said.sentence.parts if part.span.start >= begins]
    words = [part.text.lower() for part in parts if isinstance(part, nodes.Word)]
    events = [word for word in words if word in _EVENTS]
    told = len(words) + len(spans) == len(parts) and _ENTERING.issuperset({*words} - _EVENTS)
    if not told or len(events) != 1 or len(spans) > 1:
        return None
    at = Span(parts[0].span.start, parts[-1].span.end)
    return at, (events[0], next(map(period_of, spans), None))


def _notice(said: Said, provision: Provision) -> tuple[Span, _Count] | None:
    """Return on what notice a sentence lets a party leave, in words alone."""
    spans = provision.meaning.periods
    told = any(mention.name == "notice" for mention in provision.deed.mentions)
    if len(spans) != 1 or not told or not is_plain(said, provision, _GIVING_NOTICE):
        return None
    return spans[0].span, ("", period_of(spans[0]))


def period_of(words: nodes.Quantity) -> nodes.Period:
    """Return the span of time that words give."""
    unit = cast("nodes.Unit", (words.unit or "").removesuffix("s"))
    return nodes.Period(words.span, words.least, words.most, unit)
