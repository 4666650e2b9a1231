"""What binds a text beyond those who sign it, and what in it reaches past them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from clausecheck.analyses.drafting import ratification
from clausecheck.analyses.drafting.final_clauses import FinalClauses
from clausecheck.analyses.terms import acts
from clausecheck.analyses.timing.times import fewest_years
from clausecheck.findings import NOT_STATED, Stance
from clausecheck.model import nodes
from clausecheck.model.names import PREDECLARED_EVENTS
from clausecheck.model.reading import Provision, Reading
from clausecheck.model.walk import walk
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary


@frozen
class Durability:
    """Who approves the text beside those who sign it."""

    at: Span | None
    """Where the text speaks of ratification, if only to say that there is none, or of endorsement
    at home."""
    ratified_by: frozenset[str]
    """The parties whose approval takes more than their own government, by name."""
    by_legislature: frozenset[str]
    """The parties whose legislature has a part in either."""
    by_all: bool
    """Whether every party ratifies."""
    endorsed: bool
    """Whether a council endorses the text."""
    endorsed_by: frozenset[str]
    """The parties of which more than the government endorses it, by name."""
    unknown: bool
    """Whether what it says of ratification was not seen, or is still to be settled."""
    clause: str | None = None
    """The clause that says it, where it is not the head."""
    submitted_by: frozenset[str] = frozenset()
    """The parties that lay it before their legislature, by name, where nobody ratifies it."""

    @property
    def entrenched(self) -> bool:
        """Whether more than the parties' governments would have to undo it."""
        return self.by_all and (self.endorsed or self.by_legislatures_of_all)

    @property
    def by_legislatures_of_all(self) -> bool:
        """Whether the legislature of every party has a part in it."""
        return self.by_all and self.ratified_by <= self.by_legislature


def analyse(reading: Reading, vocabulary: Vocabulary, final: FinalClauses) -> Durability:
    """Return what the head says of ratification and endorsement, or a clause that is about it.

    A clause that names nobody says it of all parties, and so does a text that waits for
    ratification. To lay a text before parliaments binds none of them to approve it. Approval by a
    party's own leader or cabinet adds nothing to a signature. A political text is not ratified; a
    legislature can endorse it, by a resolution or a motion.
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
    pointed_to = clause is not None
    if value is None and at is not None:
        clause = reading.clause_at(at)
    parties = frozenset(reading.names.parties)
    waits = value is None and ratification.awaits_ratification(reading) is not None
    told = ratification.analyse(reading, vocabulary)
    if value is None or pointed_to:
        unnamed = pointed_to and not (told.by or told.before_legislatures)
        ratified = parties if waits or unnamed else told.by
        by_legislature = told.legislatures
    denied = "ratification" in final.denied
    endorsing = _endorsing(reading, vocabulary)
    if endorsing and not ratified:
        at = next(iter(reading.head.all("endorsement"))).span
    return Durability(
        at,
        ratified,
        by_legislature | endorsing,
        parties <= ratified,
        _is_endorsed(reading, vocabulary),
        endorsing,
        label is not None and not denied and not approvals and clause is None,
        clause,
        told.before_legislatures if not ratified and not endorsing else frozenset(),
    )


def stance(reading: Reading, durability: Durability) -> Stance:
    """Return the first that holds: entrenched, ratified, endorsed, signature, unstated.

    `entrenched`: every party ratifies, and by its legislature, or a council endorses the text as
    well. `ratified`: a party at least does. `endorsed`: a party's legislature at least stands
    behind it, or has it laid before it. `signature`: it is said who signs, or that nobody ratifies.
    """
    shown = (durability.clause,) if durability.clause is not None else ()
    if durability.entrenched:
        return Stance("durability", "entrenched", shown)
    if durability.ratified_by:
        return Stance("durability", "ratified", shown)
    if durability.endorsed_by or durability.submitted_by:
        return Stance("durability", "endorsed", () if durability.endorsed_by else shown)
    if not durability.unknown and (durability.at is not None or reading.head.stated("signed by")):
        return Stance("durability", "signature")
    return Stance("durability", "unstated" if reading.complete else NOT_STATED)


@frozen
class Reach:
    """A duty with a day, or a term, that can be counted from the text's own beginning."""

    provision: Provision
    at: Span
    """The value that says it."""
    years: float


def reaching(reading: Reading) -> tuple[Reach, ...]:
    """Return how far firm duties reach, in text order; days that cannot be counted are left out.

    A hoped-for day counts as well: work goes on until then.
    """
    line = reading.head.get("date")
    start = line.value if line is not None and isinstance(line.value, nodes.Date) else None
    found: dict[Span, Reach] = {}
    for provision in reading.operative_provisions:
        owed = provision.kind in {"duty", "prohibition"} and provision.meaning.binding
        for label in provision.labels.all(*_REACHING) if owed else ():
            years = _years(label.value, start)
            if years is not None:
                found.setdefault(label.span, Reach(provision, label.value.span, years))
    return tuple(found.values())


_REACHING = ("on", "by", "before", "until", "for", "target")


def _years(value: nodes.Value, start: nodes.Date | None) -> float | None:
    if isinstance(value, nodes.Period):
        return fewest_years(value)
    if isinstance(value, nodes.Offset) and value.relation == "after":
        moment = value.moment
        counted = isinstance(moment, nodes.Event) and moment.name.text in PREDECLARED_EVENTS
        return fewest_years(value.period) if counted else None
    if isinstance(value, nodes.Date) and start is not None:
        months = (value.year - start.year) * 12 + value.month - start.month
        return (months + ((value.day or 1) - (start.day or 1)) / 31) / 12
    return None


@frozen
class Personal:
    """A duty that hangs on one leader: on the person, or, where it is light, on a visit or word."""

    at: Span
    light: bool


def on_a_leader(reading: Reading, vocabulary: Vocabulary) -> tuple[Personal, ...]:
    """Return what hangs on a head of state or government, in text order, one for each place."""
    found: dict[Span, Personal] = {}
    actors = reading.names.actors.values()
    leaders = {actor.name for actor in actors if _is_leader(actor.title.split(), vocabulary)}
    for provision in reading.operative_provisions:
        for personal in _personal(provision, leaders, vocabulary):
            found.setdefault(personal.at, personal)
    return tuple(found.values())


def _personal(
    provision: Provision, leaders: Collection[str], vocabulary: Vocabulary
) -> Iterator[Personal]:
    if provision.kind != "duty" or not provision.meaning.binding:
        return
    met = acts(provision, vocabulary, _MEETING)
    for mention in provision.meaning.subject:
        if mention.kind == "object" and vocabulary.is_a("object", mention.name, _LEADER):
            yield Personal(mention.span, met)
    for name in provision.meaning.who.names:
        if name in leaders:
            yield Personal(provision.meaning.who.span, met)
    for mention in provision.deed.mentions:
        if mention.name == _LEADER and mention.preposition == "in":
            yield Personal(mention.span, met)
    for label in provision.labels.all("according to"):
        words = [part.text for part in walk(label.value) if isinstance(part, nodes.Word)]
        if _is_leader(words, vocabulary):
            yield Personal(label.value.span, light=True)


_LEADER = "head-of-government"
_MEETING = ("visit", "meet", "hold", "attend", "travel")


def _is_leader(words: list[str], vocabulary: Vocabulary) -> bool:
    return any(match.term.name == _LEADER for match in vocabulary.find(words, ("object",)))


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


def _endorsing(reading: Reading, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the parties that endorse the text by more than their government, by name."""
    line = reading.head.get("endorsement")
    return frozenset(
        name
        for name, approval in _approvals(line.value if line is not None else None, reading)
        if name in reading.names.parties
        and approval.by is not None
        and not _is_by(approval, vocabulary, "leader", "government")
    )


def _is_endorsed(reading: Reading, vocabulary: Vocabulary) -> bool:
    line = reading.head.get("endorsement")
    endorsing = [name for name, _ in _approvals(line.value if line is not None else None, reading)]
    actors = vocabulary.actors
    return any(name in actors and actors[name].role == "council" for name in endorsing)
