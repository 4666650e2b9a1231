"""Whether the checking lasts as long as the duty, and what still looks when it has ended.

Inspections that end are not all there is: another may inspect on, and what looks from afar, as
satellites do, needs no leave and goes on by itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain

from clausecheck.analyses.inspection.methods import Nearness, nearness
from clausecheck.analyses.inspection.verification import Checked, numbers_of
from clausecheck.analyses.obligations.norms import words_at
from clausecheck.analyses.terms import acts, is_group
from clausecheck.analyses.timing.bodies import dissolved, ending_bodies
from clausecheck.analyses.timing.bounds import verifying_each
from clausecheck.analyses.timing.moments import Moment, When, days_meant
from clausecheck.analyses.timing.saying_when import reckoned
from clausecheck.analyses.timing.schedule import Schedule
from clausecheck.model import nodes
from clausecheck.model.reading import Provision, Reading, Said
from clausecheck.model.walk import every
from clausecheck.source import Span
from clausecheck.values import evolve, frozen
from clausecheck.vocabulary import Vocabulary

_HINDERING = ("interfere",)


@frozen
class Sunset:
    """A line by which the checking ends, and a duty that it checks and that outlasts it."""

    at: Span
    duty: Provision
    due: nodes.Label | None
    """The line by which the duty is due only then; None where it goes on."""
    days: int | None
    """For how many days it goes on, or how many after the last look it is due, if known."""
    apart: bool = False
    """Whether the line stands under another clause, or under a body."""
    afar: Afar | None = None
    """What still looks, though nobody inspects."""


@frozen
class Afar:
    """A method that sees from afar and goes on, and where the text says so."""

    method: str
    at: Span


def analyse(
    reading: Reading, schedule: Schedule, duties: Iterable[Checked], vocabulary: Vocabulary
) -> tuple[Sunset, ...]:
    """Return where checking ends before a duty does, one for each line, in text order.

    Where another inspects on without an end, nothing is told of that duty.
    """
    every_duty = tuple(duties)
    under: dict[str, list[Provision]] = {}
    for duty in every_duty:
        for number in {duty.provision.number, duty.provision.clause or ""}:
            under.setdefault(number, []).append(duty.provision)
    looking = _Looking(reading, vocabulary)
    of_sentences = (
        found
        for clause in reading.clauses
        for said in clause.said
        for found in _of_line(said, under, looking, schedule)
    )
    return (*of_sentences, *_of_bodies(every_duty, looking, schedule))


def unseen_when_due(
    reading: Reading, schedule: Schedule, duties: Iterable[Checked], vocabulary: Vocabulary
) -> frozenset[str]:
    """Return by number the duties that are due only when nobody looks at them any more.

    Nothing where a timetable fails: its days would be those of another one.
    """
    looking = _Looking(reading, vocabulary)
    return frozenset(
        duty.provision.number
        for duty in duties
        if not schedule.broken
        and any(
            duty.provision.number in schedule.steps
            and _due(duty.provision, ends, schedule) is not None
            and not looking.goes_on(duty.provision, by)
            for ends, by in looking.ends_of(duty)
        )
    )


def _of_line(
    said: Said, under: Mapping[str, Sequence[Provision]], looking: _Looking, schedule: Schedule
) -> Iterator[Sunset]:
    """Yield the first duty that outlasts the checking which a sentence ends, if it ends any."""
    end = _end(said)
    if end is None:
        return
    verified = (numbers_of(line, looking.reading) for line in said.labels.all("verifies"))
    ends = _moment_of(end, said)
    for number in (said.number, *chain.from_iterable(verified)):
        for provision in under.get(number, ()):
            outlasts = (
                _outlasts(provision, ends, schedule)
                or _is_longer(provision, end)
                or _ends_with_one_step(provision, end, schedule)
            )
            if outlasts and not looking.goes_on(provision, said):
                sunset = _sunset(end, provision, ends, schedule)
                apart = provision.number != said.number
                yield evolve(sunset, apart=apart, afar=looking.from_afar(provision, said))
                return


def _end(said: Said) -> nodes.Label | None:
    """Return the line by which a sentence ends its checking: a verifier's own by its term, too."""
    names = ("verification ends", *(_TERMS if said.labels.stated("verifies") else ()))
    lines = (line for line in said.labels.lines if line.name in names)
    endless = (nodes.Silence, nodes.WithoutLimit)
    return next((line for line in lines if not isinstance(line.value, endless)), None)


def _moment_of(end: nodes.Label, said: Said) -> Moment:
    looks = end.name == "verification ends"
    return Moment(said.number, "is no longer verified" if looks else "is complete")


_TERMS = ("until", "for")


def _of_bodies(
    duties: Iterable[Checked], looking: _Looking, schedule: Schedule
) -> Iterator[Sunset]:
    """Yield for each body that ends the first duty that it alone verifies and that outlasts it.

    One that is due only then comes before one that goes on.
    """
    told: dict[str, Sunset] = {}
    for duty in duties if looking.ending else ():
        (name, *others) = looking.verifiers_of(duty) or ("",)
        end, gone = looking.ending.get(name, (None, Moment(name)))
        provision = duty.provision
        if end is None or others or looking.goes_on(provision):
            continue
        if _outlasts(provision, gone, schedule):
            sunset = evolve(_sunset(end, provision, gone, schedule), apart=True)
            if told.setdefault(name, sunset).due is None and sunset.due is not None:
                told[name] = sunset
    yield from told.values()


class _Looking:
    """Who looks at what with no end set to it, and what the text lets be seen from afar."""

    def __init__(self, reading: Reading, vocabulary: Vocabulary) -> None:
        self.reading = reading
        self._vocabulary = vocabulary
        self.ending = dict(_ending(reading, vocabulary))
        self._said = {said.number: said for clause in reading.clauses for said in clause.said}

    @cached_property
    def _endless(self) -> frozenset[str]:
        """The clauses that somebody looks at by a sentence of its own, with no end to it."""
        return frozenset(
            number
            for said in self._said.values()
            if _end(said) is None and not _names(said) <= self.ending.keys()
            for line in said.labels.all("verifies")
            for number in numbers_of(line, self.reading)
        )

    def verifiers_of(self, duty: Checked) -> frozenset[str]:
        """Return who verifies a duty, by its own line or by another sentence."""
        by = self._said.get(duty.by)
        return duty.verifiers or (_names(by) if by is not None else frozenset())

    def ends_of(self, duty: Checked) -> Iterator[tuple[Moment, Said | None]]:
        """Yield when the looking at a duty ends, and the sentence that says so, unless a body."""
        said = self._said.get(duty.by or duty.provision.number)
        end = _end(said) if said is not None else None
        if said is not None and end is not None:
            yield _moment_of(end, said), said
        names = self.verifiers_of(duty)
        if len(names) == 1 and names <= self.ending.keys():
            yield self.ending[next(iter(names))][1], None

    def goes_on(self, duty: Provision, ending: Said | None = None) -> bool:
        """Tell whether somebody else inspects a duty on when the checking of a sentence ends."""
        if not {duty.number, duty.clause}.isdisjoint(self._endless):
            return True
        if ending is None:
            return False
        its = _names(ending)
        return any(
            self._is_anothers(verifier, its) and not self._is_from_afar(verifier)
            for verifier in self._of_its_own(duty, ending)
        )

    def from_afar(self, duty: Provision, ending: Said) -> Afar | None:
        """Return the first method by which a duty can still be seen, as far as the text says."""
        for verifier in self._of_its_own(duty, ending):
            for method in verifier.methods:
                if nearness(method, self._vocabulary) is Nearness.AFAR:
                    return Afar(method.text, method.span)
        bound = set(duty.meaning.who.names)
        return next((means for names, means in self._means_spared() if bound <= names), None)

    def _of_its_own(self, duty: Provision, ending: Said) -> Iterator[nodes.Verifier]:
        """Yield those whom a duty's own line names, where another sentence ends the checking."""
        if duty.number != ending.number:
            for line in duty.labels.all("verified by"):
                yield from every(nodes.Verifier, line.value)

    def _is_anothers(self, verifier: nodes.Verifier, its: Collection[str]) -> bool:
        actors = [self.reading.names.actor(name.text) for name in verifier.actors]
        return all(actor is not None and actor.name not in its for actor in actors)

    def _is_from_afar(self, verifier: nodes.Verifier) -> bool:
        near = [nearness(method, self._vocabulary) for method in verifier.methods]
        return bool(near) and all(each is Nearness.AFAR for each in near)

    def _means_spared(self) -> Iterator[tuple[frozenset[str], Afar]]:
        """Yield those who may not hinder what is seen from afar, and by what it is seen."""
        for said, provision in self.reading.sentences_and_provisions():
            lasts = not said.labels.stated("until", "for", "verification ends")
            bans = provision.kind == "prohibition" and provision.meaning.binding and lasts
            for thing in provision.deed.objects if bans else ():
                if acts(provision, self._vocabulary, _HINDERING) and is_group(
                    thing, "verification"
                ):
                    means = nodes.Name(thing.span, words_at(said.sentence, thing.span))
                    if nearness(means, self._vocabulary) is Nearness.AFAR:
                        names = frozenset(provision.meaning.who.names)
                        yield names, Afar(means.text, thing.span)


def _ending(
    reading: Reading, vocabulary: Vocabulary
) -> Iterator[tuple[str, tuple[nodes.Label, Moment]]]:
    """Yield the bodies that end or are dissolved, with the line by when, and the moment."""
    for each in dissolved(reading, vocabulary):
        if each.due is not None:
            yield each.name, (each.due, Moment(each.number, "is complete"))
    for name, line in ending_bodies(reading):
        yield name, (line, Moment(name, "is no more"))


def _names(said: Said) -> frozenset[str]:
    return frozenset(name for meaning in said.meanings for name in meaning.who.names)


def _sunset(end: nodes.Label, provision: Provision, ends: Moment, schedule: Schedule) -> Sunset:
    due = _due(provision, ends, schedule)
    days = None
    if due is None:
        over = Moment(provision.number, "is complete")
        gap, back = schedule.most_after(over, ends), schedule.most_after(ends, over)
        days = back if back is not None and gap == -back else None
    elif _is_exact(due, provision.number, schedule) and _is_exact(end, ends.of, schedule):
        days = schedule.after_all_time(ends, schedule.steps[provision.number].given)
    return Sunset(end.span, provision, due, days)


def _is_exact(label: nodes.Label, number: str, schedule: Schedule) -> bool:
    """Tell whether a line names one day, and not months that count from no date."""
    time = reckoned(label.value, schedule.reckoner, number)
    return isinstance(time, When) and time.fewest == time.most


def _outlasts(provision: Provision, ends: Moment, schedule: Schedule) -> bool:
    """Tell whether a duty goes on after the last look, or is due only then, as far as is told."""
    step = schedule.steps.get(provision.number)
    if step is None:
        return False
    if not step.lasting:
        return _due(provision, ends, schedule) is not None
    if not _has_end(provision):
        return provision.kind == "prohibition" or provision.labels.stated("for")
    after = schedule.most_after(Moment(step.number, "is complete"), ends)
    return after is not None and after < 0


def _is_longer(provision: Provision, end: nodes.Label) -> bool:
    """Tell whether a duty's term is longer than the verifier's, whenever that begins."""
    terms = [line.value for line in (*provision.labels.all("for"), end) if line.name == "for"]
    spans = [days_meant(term) for term in terms if isinstance(term, nodes.Period)]
    return len(spans) == len(terms) > 1 and spans[0][0] > spans[-1][1]


def _ends_with_one_step(provision: Provision, end: nodes.Label, schedule: Schedule) -> bool:
    """Tell whether the checking ends when a step begins, and the duty when that is complete.

    Where somebody looks at that step, or it is done on one day, there is nothing between.
    """
    reckoner, number = schedule.reckoner, provision.number
    last = reckoned(end.value, reckoner, number)
    step = schedule.steps.get(last.moment.of) if isinstance(last, When) else None
    if step is None or last != When(Moment(step.number, "begins")):
        return False
    over = (reckoned(line.value, reckoner, number) for line in provision.labels.all("until"))
    seen = step.said.labels.stated("on", "verified by") or step.number in verifying_each(
        schedule.steps, reckoner.names
    )
    return When(Moment(step.number, "is complete")) in over and not seen


def _has_end(provision: Provision) -> bool:
    return any(
        isinstance(line.value, nodes.Period)
        if line.name == "for"
        else not isinstance(line.value, nodes.Silence)
        for line in provision.labels.ending(provision.kind)
    )


def _due(provision: Provision, ends: Moment, schedule: Schedule) -> nodes.Label | None:
    step = schedule.steps[provision.number]
    gap = None if step.lasting else schedule.after_all_time(step.given, ends)
    return provision.timing.due[0] if gap is not None and gap < 0 else None
