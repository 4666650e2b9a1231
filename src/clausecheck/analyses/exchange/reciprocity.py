"""What each side does for the other, and whether the order of the two is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from clausecheck.analyses.exchange.exchanges import are_two_sides, is_over_first
from clausecheck.analyses.security.assurances import Assurance
from clausecheck.analyses.security.disarmament import hands_over
from clausecheck.analyses.terms import acts, is_group, receiver
from clausecheck.analyses.ties import WAITING, Awaited, awaited, is_ordered, needed, one_a_sentence
from clausecheck.analyses.timing.times import open_words
from clausecheck.model import nodes
from clausecheck.model.reading import Provision, Reading
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary

AS_BEFORE = (
    "comply",
    "continue",
    "maintain",
    "reaffirm",
    "remain",
    "respect",
)
"""Acts by which somebody promises what is there today."""
_UNDOING = ("end", "dissolve", "withdraw", "denounce")
"""What is done to an alliance or a treaty with somebody, and gives them nothing."""
_PLACES = ("by", "on", "starts", "after", "before", "from", "if")
_DONE = frozenset({"is complete", "is verified"})


@frozen
class Prepaid:
    """A step that is over before anything of what it is exchanged for need be done."""

    given: Provision
    gained: Provision


def prepaid(reading: Reading, exchanged: Mapping[str, tuple[str, ...]]) -> tuple[Prepaid, ...]:
    """Return the steps whose counterpart is due only once they are complete, in text order."""
    return tuple(_prepaid(reading, exchanged))


def _prepaid(reading: Reading, exchanged: Mapping[str, tuple[str, ...]]) -> Iterator[Prepaid]:
    firsts = reading.firsts
    for given in firsts.values():
        if given.kind != "duty" or not given.meaning.binding or _can_be_undone(given):
            continue
        for number in exchanged.get(given.number, ()):
            gained = firsts.get(number)
            if gained is None or not are_two_sides(given, gained):
                continue
            done = Awaited(given.number, "is complete")
            waits = {step.number for step in awaited(given, reading, *WAITING, "together with")}
            begun = Awaited(number, "begins") in awaited(given, reading, "before")
            later = begun or done in needed(gained, reading, *WAITING)
            later = later or is_over_first(given, gained)
            if later and number not in waits:
                yield Prepaid(given, gained)


def _can_be_undone(provision: Provision) -> bool:
    grade = provision.act.grade if provision.act else None
    soft = grade is not None and grade.step in {"R0", "R1", "R2"}
    return soft or provision.labels.stated("reversible")


@frozen
class OneSided:
    """A party that receives and gives nothing new, or that gives all and receives nothing."""

    party: str
    steps: tuple[Provision, ...]


def one_sided(reading: Reading, vocabulary: Vocabulary) -> tuple[OneSided, ...]:
    """Return the parties that receive and give nothing; a duty that both bear is a gift of both."""
    operative = [
        provision for provision in reading.operative_provisions if provision.meaning.binding
    ]
    giving = {
        name
        for provision in operative
        if not acts(provision, vocabulary, AS_BEFORE)
        for name in provision.meaning.who.names
    }
    found = []
    for party in reading.names.parties:
        received = tuple(
            one_a_sentence(
                each
                for each in operative
                if receiver(each) == party and _is_given(each, vocabulary)
            )
        )
        if received and party not in giving:
            found.append(OneSided(party, received))
    return tuple(found)


def borne_by_one(reading: Reading) -> OneSided | None:
    """Return the party that alone bears every firm duty of the text, with them, if one does.

    One duty is no list.
    """
    firm = tuple(
        one_a_sentence(
            provision
            for provision in reading.operative_provisions
            if provision.meaning.binding and provision.meaning.who.names
        )
    )
    bearers = {each.meaning.who.names for each in firm}
    (names, *others) = bearers or {()}
    if others or len(names) != 1 or len(firm) < 2:  # noqa: PLR2004 - a list has two
        return None
    several = names[0] in reading.names.parties and len(reading.names.parties) > 1
    return OneSided(names[0], firm) if several else None


def _is_given(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether the receiver is better off: not by arms that are surrendered, nor by an end."""
    ends = acts(provision, vocabulary, _UNDOING)
    relief = provision.object is not None and is_group(provision.object, "sanctions")
    return not hands_over(provision.deed, vocabulary) and (relief or not ends)


def given_to(
    party: str, reading: Reading, assurances: Sequence[Assurance], others: Sequence[Provision]
) -> tuple[Provision, ...]:
    """Return what others are to do for a party, however softly it is worded, in text order.

    What is said by the words themselves comes with the signature, and is not among it. `others` are
    provisions known to be for it whatever they name, such as new relations.
    """
    for_it = [each.provision for each in assurances if each.to == party]
    named = [each for each in reading.provisions if receiver(each) == party]
    duties = [each for each in (*for_it, *others, *named) if each.kind == "duty"]
    return tuple(one_a_sentence(sorted(duties, key=lambda provision: provision.counted)))


def is_placed(provision: Provision, reading: Reading) -> bool:
    """Tell whether a step has a place in the order: by another step, an event, or a day.

    That it is given in return for another says nothing of which comes first.
    """
    if is_ordered(provision, reading):
        return True
    return any(
        not isinstance(label.value, nodes.Silence)
        and not any(True for _ in open_words(label.value, reading.names))
        for label in provision.labels.all(*_PLACES)
    )


def first_by_all(
    steps: Sequence[Provision], reading: Reading
) -> tuple[Provision, tuple[Provision, ...]] | None:
    """Return the first of one side's steps for which all that the other side does has to wait.

    With it, what waits. None where anything of the other side comes without it.
    """
    bearers = {name for step in steps for name in step.meaning.who.names}
    others = tuple(
        one_a_sentence(
            provision
            for provision in reading.operative_provisions
            if provision.meaning.binding and not bearers >= set(provision.meaning.who.names)
        )
    )
    for step in steps:
        if any(
            other.number == each.number
            for each in awaited(step, reading, *WAITING)
            for other in others
        ):
            continue  # It waits itself for what the other side does.
        if others and all(
            any(each.number == step.number and each.state in _DONE for each in waits)
            for waits in (needed(other, reading, *WAITING) for other in others)
        ):
            return step, others
    return None
