"""What binds a text beyond the governments that sign it: ratification, legislatures, a council."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.final_clauses import FinalClauses
from clausecheck.findings import Stance
from clausecheck.model import nodes
from clausecheck.model.reading import Reading
from clausecheck.model.walk import walk
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary


@frozen
class Durability:
    """Who approves the text beside those who sign it."""

    at: Span | None
    """Where the text speaks of ratification, if only to say that there is none."""
    ratified_by: frozenset[str]
    """The parties whose approval takes more than their own government, by name."""
    by_legislature: frozenset[str]
    """Those among them whose legislature has a part in it."""
    by_all: bool
    """Whether that is every party."""
    endorsed: bool
    """Whether a council endorses the text."""
    unknown: bool
    """Whether what it says of ratification was not seen, or is still to be settled."""
    clause: str | None = None
    """The clause that says it, where it is not the head."""

    @property
    def entrenched(self) -> bool:
        """Whether more than the parties' governments would have to undo it."""
        return self.by_all and (self.endorsed or self.by_legislatures_of_all)

    @property
    def by_legislatures_of_all(self) -> bool:
        """Whether the legislature of every party has a part in it."""
        return self.by_all and self.ratified_by == self.by_legislature


def analyse(reading: Reading, vocabulary: Vocabulary, final: FinalClauses) -> Durability:
    """Return what the head says of ratification and endorsement, or a clause that is about it.

    A clause says it of all parties; approval by a party's own leader or cabinet adds nothing to
    a signature.
    """
    label = reading.head.get("ratification")
    value = label.value if label is not None else None
    approvals = dict(_approvals(value, reading))
    ratified = frozenset(
        name
        for name, approval in approvals.items()
        if not _is_by(approval, vocabulary, "leader", "government")
    )
    by_legislature = frozenset(
        name for name in ratified if _is_by(approvals[name], vocabulary, "congress")
    )
    at = final.said.get("ratification") or final.denied.get("ratification")
    clause = next((node.number for node in walk(value) if isinstance(node, nodes.Reference)), None)
    if value is None and at is not None:
        clause = reading.clause_at(at)
    parties = frozenset(reading.names.parties)
    ratified = parties if clause is not None else ratified
    denied = "ratification" in final.denied
    return Durability(
        at,
        ratified,
        by_legislature,
        parties <= ratified,
        _is_endorsed(reading, vocabulary),
        label is not None and not denied and not approvals and clause is None,
        clause,
    )


def stance(reading: Reading, durability: Durability) -> Stance:
    """Return the first that holds: entrenched, ratified, signature, unstated.

    `entrenched`: every party ratifies, and by its legislature, or a council endorses the text as
    well. `ratified`: a party at least does. `signature`: it is said who signs, or that nobody
    ratifies.
    """
    shown = (durability.clause,) if durability.clause is not None else ()
    if durability.entrenched:
        return Stance("durability", "entrenched", shown)
    if durability.ratified_by:
        return Stance("durability", "ratified", shown)
    if not durability.unknown and (durability.at is not None or reading.head.stated("signed by")):
        return Stance("durability", "signature")
    return Stance("durability", "unstated" if reading.complete else "not stated")


def _approvals(value: nodes.Value | None, reading: Reading) -> Iterator[tuple[str, nodes.Approval]]:
    """Yield each approval of somebody known, by name."""
    for node in walk(value):
        if isinstance(node, nodes.Approval):
            actor = reading.names.actor(node.actor.text)
            if actor is not None:
                yield actor.name, node


def _is_by(approval: nodes.Approval, vocabulary: Vocabulary, *names: str) -> bool:
    """Tell whether an approval is given by one of these, or a narrower one."""
    words = [part.text for part in walk(approval.by) if isinstance(part, nodes.Word)]
    return any(
        vocabulary.is_a("object", match.term.name, name)
        for match in vocabulary.find(words, ("object",))
        for name in names
    )


def _is_endorsed(reading: Reading, vocabulary: Vocabulary) -> bool:
    line = reading.head.get("endorsement")
    endorsing = [name for name, _ in _approvals(line.value if line is not None else None, reading)]
    actors = vocabulary.actors
    return any(name in actors and actors[name].role == "council" for name in endorsing)
