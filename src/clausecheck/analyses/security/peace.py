"""The steps of peace, what they wait for, and where complete disarmament is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from clausecheck.analyses.security.assurances import Assurance
from clausecheck.analyses.security.disarmament import Disarmament
from clausecheck.analyses.security.troops import ends_of_itself
from clausecheck.analyses.terms import acts, is_group, is_one_of, named_in
from clausecheck.analyses.ties import WAITING, awaited, in_open_words, one_a_sentence
from clausecheck.analyses.timing.times import most_days, most_days_of
from clausecheck.analyses.timing.waits import Promised
from clausecheck.model import nodes
from clausecheck.model.names import PREDECLARED_EVENTS
from clausecheck.model.reading import Provision, Reading
from clausecheck.model.sentences import Amount
from clausecheck.model.walk import walk
from clausecheck.source import Span
from clausecheck.vocabulary import Vocabulary

_ALL_OF_IT = ("denuclearization", "nuclear-programme", "weapons-of-mass-destruction")
_OUTSIDE_THE_NUCLEAR_FILE = (
    "economy",
    "exchange",
    "exercise",
    "forces",
    "hostility",
    "people",
    "posture",
    "relations",
    "remains",
    "territory",
)
_TRUSTED = ("exchange", "remains", "territory")
_TRUSTED_THINGS = (
    "abductee",
    "confidence-measure",
    "families",
    "guard-post",
    "hotline",
    "humanitarian-issue",
    "liaison-office",
    "mission",
    "prisoner",
)
_UNDOING = ("close", "end", "leave", "suspend", "terminate", "renounce", "dissolve")
_OTHER_TALKS = ("aid", "economy", "exchange", "relations", "sanctions", "unification")
Gate = Literal["waits", "free", "not told"]
_FOLLOW_ON = ("disarmament", "facility", "material", "test", "weapons")


def complete_disarmament(disarmament: Disarmament, vocabulary: Vocabulary) -> tuple[Provision, ...]:
    """Return the duties to give up all of a kind of weapon, or the programme for it."""
    return tuple(step for step in disarmament.steps if _is_complete(step, vocabulary))


def _is_complete(step: Provision, vocabulary: Vocabulary) -> bool:
    whole = step.quantity is None or step.quantity.whole
    all_of_it = any(is_one_of(each, vocabulary, *_ALL_OF_IT) for each in step.deed.objects)
    return whole and (all_of_it or acts(step, vocabulary, ("denuclearise",)))


def comes_without(guard: Provision, step: Provision, reading: Reading) -> bool:
    """Tell whether a step has a time of its own that does not wait for another's, nor follow it."""
    if waits_for(guard, [step], reading) or guard.meaning.who.names == step.meaning.who.names:
        return False
    if any(each.number == step.number for each in awaited(guard, reading, "together with")):
        return False
    due = days_until(guard, reading)
    if due is None:
        return False
    later = days_until(step, reading)
    return later is None or later[0] > due[0]


def before_the_whole(whole: Iterable[Provision], reading: Reading) -> Iterator[Provision]:
    """Yield what is firmly owed on weapons, tests or plants short of giving all of them up."""
    numbers = {step.number for step in whole}
    for provision in reading.operative_provisions:
        owed = provision.kind in {"duty", "prohibition"} and provision.meaning.binding
        about = any(is_group(mention, *_FOLLOW_ON) for mention in provision.deed.objects)
        if owed and about and provision.number not in numbers:
            yield provision


def days_until(step: Provision, reading: Reading) -> tuple[int, Span] | None:
    """Return the most days from the text's date or force by which a step is due, and the line.

    None where no line counts from there.
    """
    found = [
        (days, label.span)
        for label in step.timing.due
        if (days := _days(label.value, reading)) is not None
    ]
    found += [(most_days_of(within), step.deed.act_span) for within in step.meaning.periods]
    return min(found, default=None)


def _days(value: nodes.Value, reading: Reading) -> int | None:
    if isinstance(value, nodes.Offset) and value.relation == "after":
        moment = value.moment
        starts = isinstance(moment, nodes.Event) and moment.name.text in PREDECLARED_EVENTS
        return most_days(value.period) if starts else None
    signed = reading.head.get("date")
    if isinstance(value, nodes.Date) and signed and isinstance(signed.value, nodes.Date):
        years = value.year - signed.value.year
        return years * 366 + (value.month - signed.value.month) * 31
    return None


def awaited_by_the_text(steps: Iterable[Provision], reading: Reading) -> Span | None:
    """Return the line by which the text enters into force only after one of these, if it does."""
    line = reading.head.get("entry into force")
    numbers = {step.number for step in steps}
    if line is not None:
        for node in walk(line.value):
            if isinstance(node, nodes.ClauseState) and numbers.intersection(
                reading.names.between(node.clause.number, node.clause.last)
            ):
                return line.span
    return None


def steps_of_peace(
    ending: Iterable[Provision],
    relations: Iterable[Provision],
    assurances: Iterable[Assurance],
    relief: Iterable[Provision],
) -> tuple[Provision, ...]:
    """Return the steps of peace in text order: the war's end, relations, assurances, relief."""
    found = [*ending, *relations, *(each.provision for each in assurances), *relief]
    return tuple(one_a_sentence(sorted(found, key=lambda provision: provision.counted)))


def waits_for(provision: Provision, steps: Iterable[Provision], reading: Reading) -> bool:
    """Tell whether a step is not due before one of these is done."""
    numbers = {step.number for step in steps}
    return any(step.number in numbers for step in awaited(provision, reading, *WAITING))


def gate(
    provision: Provision,
    steps: Iterable[Provision],
    reading: Reading,
    vocabulary: Vocabulary,
    promised: Promised,
) -> Gate:
    """Tell whether a step waits for one of these to be done, in whatever words it says so.

    `not told`: it waits for something in open words, which may mean it or not.
    """
    whole = tuple(steps)
    numbers = {step.number for step in whole}
    if waits_for(provision, whole, reading):
        return "waits"
    asked: dict[Span, set[str]] = {
        label.span: {number for act in promised.get(label.span, ()) for number in act}
        for label in provision.labels.all("if")
    }
    lines = provision.labels.all("if", "after", "from", "unless")
    if any(asked.get(line.span, set()) & numbers and not _names_a_number(line) for line in lines):
        return "waits"
    open_lines = [line for line in lines if not asked.get(line.span)]
    open_lines += _happening(open_lines, reading)
    unsure = any(_may_mean_it(line, reading, vocabulary) for line in open_lines)
    return "not told" if unsure else "free"


def _names_a_number(line: nodes.Label) -> bool:
    """Tell whether it asks for so many of them: the first ten are not yet all."""
    quantities = (node for node in walk(line.value) if isinstance(node, nodes.Quantity))
    return any(not Amount(each.span, each).whole for each in quantities)


def _happening(lines: Iterable[nodes.Label], reading: Reading) -> Iterator[nodes.Label]:
    """Yield what brings about the events that these lines name."""
    for line in lines:
        for node in walk(line.value):
            event = (
                reading.names.events.get(node.name.text) if isinstance(node, nodes.Event) else None
            )
            yield from (label for label in (event.labels if event else ()) if label.name == "when")


def _may_mean_it(line: nodes.Label, reading: Reading, vocabulary: Vocabulary) -> bool:
    open_words = line.name != "unless" and in_open_words(line, reading)
    return open_words or any(
        vocabulary.is_among(thing, _ALL_OF_IT) for thing in named_in(line, vocabulary)
    )


def outside_the_nuclear_file(reading: Reading) -> Iterator[Provision]:
    """Yield the duties about people, forces, lines and goods, in text order."""
    for provision in reading.operative_provisions:
        owed = provision.kind in {"duty", "prohibition"} and provision.meaning.binding
        if owed and any(
            is_group(mention, *_OUTSIDE_THE_NUCLEAR_FILE) or mention.name == "hotline"
            for mention in provision.deed.objects
        ):
            yield provision


def builds_trust(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether a duty is of the kind that builds trust: remains, families, offices, zones.

    What is lessened or only not done is no such step, nor is a delivery or the end of a presence.
    """
    done = provision.kind == "duty" and not acts(provision, vocabulary, _UNDOING)
    thing = any(
        is_group(mention, *_TRUSTED) or is_one_of(mention, vocabulary, *_TRUSTED_THINGS)
        for mention in provision.deed.objects
    )
    return done and thing


def follow_on(reading: Reading, vocabulary: Vocabulary) -> Iterator[Provision]:
    """Yield the duties to hold the negotiations that are to follow, outside the preamble."""
    for provision in reading.operative_provisions:
        talks = acts(provision, vocabulary, ("negotiate",)) or any(
            is_one_of(mention, vocabulary, "talks", "negotiation")
            for mention in provision.deed.objects
        )
        elsewhere = acts(provision, vocabulary, _UNDOING) or any(
            is_group(mention, *_OTHER_TALKS) for mention in provision.deed.mentions
        )
        if talks and not elsewhere and provision.kind == "duty":
            yield provision


def is_on_arms(provision: Provision) -> bool:
    """Tell whether arms, tests or plants are what a duty speaks of."""
    return any(is_group(mention, *_FOLLOW_ON) for mention in provision.deed.mentions)


def leads_on(reading: Reading, vocabulary: Vocabulary) -> Iterator[Provision]:
    """Yield what speaks of disarmament or of further negotiation, preamble and all."""
    for provision in reading.provisions:
        if any(
            is_group(mention, *_FOLLOW_ON) or is_one_of(mention, vocabulary, "talks")
            for mention in (*provision.deed.mentions, *provision.meaning.subject)
        ):
            yield provision


def comes_early(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether the war is declared over, or is to be, with nothing that has to come before.

    A treaty that is to be concluded is the end of the way and not its first step.
    """
    said = (
        provision.kind == "statement"
        or ends_of_itself(provision, vocabulary)
        or acts(provision, vocabulary, ("declare", "end"))
        or any((each.kind, each.name) == ("act", "declare") for each in provision.deed.mentions)
    )
    return said and not any(map(provision.labels.stated, ("after", "if", "unless")))
