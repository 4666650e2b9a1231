"""What brings a text into force: the line of its head, and the clauses by which it is ratified.

Nothing is ratified before it is signed. Where clauses bind all whose ratification counts, the text
is ratified once the last of these has done so, and not before.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.terms import TEXTS, include_this_text
from clausecheck.analyses.timing.moments import Moment
from clausecheck.model import nodes
from clausecheck.model.names import RATIFICATION_EVENTS
from clausecheck.model.reading import Reading, Said
from clausecheck.model.sentences import Deed
from clausecheck.model.walk import every
from clausecheck.values import frozen

_INSTRUMENT = "ratification-instrument"


@frozen
class Ratified:
    """A ratification on which the entry into force hangs, and the sentences that bring it about."""

    moment: Moment
    by: tuple[Said, ...]
    whole: bool
    """Whether it comes with the last of them, and takes nobody else."""


def ratifications(reading: Reading) -> Iterator[Ratified]:
    """Yield the ratifications for which the text waits to be in force.

    Who hands over an instrument has ratified before, and may do so later than that.
    """
    line = reading.head.get("entry into force")
    events = every(nodes.Event, line.value) if line is not None else ()
    moments = [name for node in events if (name := node.name.text) in RATIFICATION_EVENTS]
    if line is None or not moments or (len(moments) > 1 and _is_either(line.value)):
        return
    asked = who_ratifies(reading)
    ratifying = [
        (said, acts)
        for clause in reading.whole_clauses
        for said in clause.said
        if (acts := _ratifying(said)) and (asked is None or not asked.isdisjoint(_who(said)))
    ]
    needed = asked or reading.names.parties
    for name in dict.fromkeys(moments):
        act = next((each for each in ("deposit", "exchange") if name.startswith(each)), "ratify")
        by = tuple(said for said, acts in ratifying if acts & {act, "ratify"})
        last = {who for said, acts in ratifying if act in acts for who in _who(said)}
        whole = last.issuperset(needed) and name not in reading.names.events
        doing = tuple(said for said, acts in ratifying if act in acts)
        yield Ratified(Moment(name), doing if whole else by, whole)


def _is_either(value: nodes.Value) -> bool:
    """Tell whether the ratification of one or another is enough."""
    return any(each.either for each in every(nodes.Combined, value))


def who_ratifies(reading: Reading) -> frozenset[str] | None:
    """Return the parties by whose ratification the text enters into force; None for all of them."""
    line = reading.head.get("entry into force")
    found: set[str] = set()
    for node in every(nodes.Event, line.value) if line is not None else ():
        if node.name.text in RATIFICATION_EVENTS:
            if node.by is None or node.by.text not in reading.names.parties:
                return None
            found.add(node.by.text)
    return frozenset(found) or None


def _who(said: Said) -> tuple[str, ...]:
    return said.meanings[0].who.names


def _ratifying(said: Said) -> set[str]:
    """Return which of the acts of ratifying the text itself a sentence asks for."""
    return {
        deed.act.name
        for meaning in said.meanings
        for deed in meaning.deeds
        if deed.act is not None and meaning.kind == "duty"
        if (deed.act.name == "ratify" and _is_of_this_text(deed, said))
        or (
            deed.act.name in {"deposit", "exchange"}
            and any(mention.name == _INSTRUMENT for mention in deed.mentions)
        )
    }


def _is_of_this_text(deed: Deed, said: Said) -> bool:
    """Tell whether "this treaty" is ratified, or "the treaty", and not "the treaty on mines"."""
    texts = [each for each in deed.mentions if each.kind == "object" and each.name in TEXTS]
    words = [part for part in said.sentence.parts if isinstance(part, nodes.Word)]
    more = (
        word.text.lower() for text in texts for word in words if word.span.start >= text.span.end
    )
    return bool(texts) and next(more, "") not in {"on", "of", "for"}


def brings_in_force(said: Said) -> bool:
    """Tell whether it is done to bring the text into force, and so before that."""
    return any(
        include_this_text(deed.mentions if deed.act.name == "ratify" else deed.objects)
        or not deed.mentions
        or any(mention.name == _INSTRUMENT for mention in deed.mentions)
        for meaning in said.meanings
        for deed in meaning.deeds
        if deed.act is not None and deed.act.name in _BRINGING_IN_FORCE
    )


_BRINGING_IN_FORCE = frozenset({"approve", "deposit", "exchange", "ratify", "sign", "submit"})
