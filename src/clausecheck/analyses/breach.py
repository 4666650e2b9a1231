"""What follows a breach, rung by rung, as `if breached:` and `otherwise:` say."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.analyses.terms import acts, is_group
from clausecheck.analyses.verification import Checked
from clausecheck.model import nodes
from clausecheck.model.reading import Consequence, Labels, Provision, Reading, Said
from clausecheck.model.sentences import Deed, Meaning
from clausecheck.model.walk import walk
from clausecheck.source import Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Act, Vocabulary

_TAKING_BACK = (
    "suspend",
    "resume",
    "reimpose",
    "terminate",
    "withdraw",
    "halt",
    "end",
    "return",
    "deploy",
)
_PUTTING_BACK = "rebuild"
_PUT_BACK = ("sanctions", "exercise", "posture")
"""What is back in force once it is restored; to restore a plant or a seal is to mend it."""
_REIMPOSING = ("reimpose", "resume", "apply", "return", _PUTTING_BACK)
_TELLING = frozenset({"body", "standing"})


@frozen
class Rung:
    """One sentence of what follows a breach."""

    at: Span
    meanings: tuple[Meaning, ...]
    takes_back: bool
    """Whether somebody may then take back what was given, or stop keeping to it."""

    @property
    def doers(self) -> tuple[str, ...]:
        """Who may or must then act, by name."""
        return tuple(name for meaning in self.meanings for name in meaning.who.names)

    @property
    def days(self) -> tuple[nodes.Quantity, ...]:
        """The spans of time in it."""
        return tuple(period for meaning in self.meanings for period in meaning.periods)


@frozen
class Ladder:
    """What follows when the duty of one sentence is broken."""

    number: str
    at: Span
    rungs: tuple[Rung, ...]
    judged: bool
    """Whether somebody is there to find that there was a breach: a judge, a verifier, a body."""

    @property
    def timed(self) -> bool:
        """Whether it says within what time."""
        return any(rung.days for rung in self.rungs)

    @property
    def takes_back(self) -> bool:
        """Whether it ends in something that is taken back."""
        return any(rung.takes_back for rung in self.rungs)


def analyse(
    reading: Reading, vocabulary: Vocabulary, duties: tuple[Checked, ...]
) -> tuple[Ladder, ...]:
    """Return the ladders in text order; one that binds a whole clause stands once."""
    verified = {duty.provision.number for duty in duties if duty.strength in {"named", "full"}}
    return tuple(_ladders(reading, vocabulary, verified))


def _ladders(reading: Reading, vocabulary: Vocabulary, verified: set[str]) -> Iterator[Ladder]:
    seen: set[Span] = set()
    for clause in reading.clauses:
        for said in clause.said:
            lines = said.labels.all("if breached", "otherwise")
            rungs = tuple(
                _rung(consequence, vocabulary)
                for consequence in clause.consequences
                if any(consequence.line is line for line in lines)
            )
            if rungs and rungs[0].at not in seen:
                seen.add(rungs[0].at)
                judged = said.number in verified or _is_judged(said, rungs, reading)
                yield Ladder(said.number, lines[0].span, rungs, judged)


def _rung(consequence: Consequence, vocabulary: Vocabulary) -> Rung:
    takes_back = any(
        deed.act is not None and _takes_back(deed, deed.act, vocabulary)
        for meaning in consequence.meanings
        for deed in meaning.deeds
    )
    return Rung(consequence.line.value.span, consequence.meanings, takes_back)


def _takes_back(deed: Deed, act: Act, vocabulary: Vocabulary) -> bool:
    if vocabulary.is_a("act", act.name, _PUTTING_BACK):
        return any(is_group(thing, *_PUT_BACK) for thing in deed.objects)
    return vocabulary.is_among(act, _TAKING_BACK)


def _is_judged(said: Said, rungs: tuple[Rung, ...], reading: Reading) -> bool:
    if said.labels.stated("judged by"):
        return True
    names = {name for rung in rungs for name in rung.doers}
    names.update(
        mention.name
        for rung in rungs
        for meaning in rung.meanings
        for deed in meaning.deeds
        for mention in deed.mentions
        if mention.kind == "actor"
    )
    actors = reading.names.actors
    return any(actors[name].kind in _TELLING for name in names if name in actors)


def reimposed(reading: Reading, vocabulary: Vocabulary) -> Iterator[Provision]:
    """Yield the clauses of their own by which sanctions are back once another is breached."""
    for clause in reading.clauses:
        for provision in () if clause.preamble else clause.provisions:
            spoken_of = (*provision.deed.objects, *provision.meaning.subject)
            if (
                provision.kind in {"duty", "permission"}
                and acts(provision, vocabulary, _REIMPOSING)
                and any(is_group(mention, "sanctions") for mention in spoken_of)
                and _follows_a_breach(provision)
            ):
                yield provision


def _follows_a_breach(provision: Provision) -> bool:
    return any(
        isinstance(node, nodes.ClauseState) and node.state == "is breached"
        for line in provision.labels.all("if")
        for node in walk(line.value)
    )


def ways_back(reading: Reading) -> Iterator[nodes.Label]:
    """Yield every line that says what follows a breach, or how a step is undone."""
    for clause in reading.clauses:
        for said in clause.said:
            for label in said.labels.all("if breached", "reversible"):
                if Labels((label,)).stated(label.name) and not rules_out_return(label):
                    yield label


def rules_out_return(label: nodes.Label) -> bool:
    """Tell whether a line says that a step cannot be undone: `reversible: no`."""
    return isinstance(label.value, nodes.Reversal) and not label.value.possible
