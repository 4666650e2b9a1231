"""The best texts that are to be had, each checked in full before it is shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from clausecheck.alternatives.weighing import (
    Counting,
    Weight,
    bare,
    counted,
    counted_bare,
    counting,
    counting_in,
    counting_of,
    total,
    weight_of,
)
from clausecheck.check import check_resolved
from clausecheck.choosing.front import Front, Point, front, unbeaten
from clausecheck.choosing.rows import Assignment, with_option
from clausecheck.choosing.trees import (
    Split,
    Tree,
    all_of,
    any_of,
    both,
    decisions_of,
    either,
    holds,
    split,
)
from clausecheck.findings import Report
from clausecheck.model.decisions import choices_of, gone_where, in_force
from clausecheck.model.resolve import resolve
from clausecheck.model.wishes import as_proposed, makes_several, only_others_add, proposes
from clausecheck.proposals import Counted, OwnText, Resolution
from clausecheck.rolling import RollingText, Said
from clausecheck.values import evolve, frozen

_WIDTH = 10
"""What a text weighs, and last whether the choices are no text of their own."""

_ALIKE: Weight = (0,) * 9


Choice: TypeAlias = tuple[int, tuple[int, ...]]
"""A decision, and options of it."""


@frozen
class Best:
    """The texts that no other beats, as far as they are shown."""

    texts: tuple[Resolution, ...]
    left_out: int
    """How many more there are."""
    least: Counted | None = None
    """What no text can have less of, by what was learned; None where these are surely the best."""


class Search:
    """Looks for the best texts, and checks each before it is shown."""

    def __init__(self, text: RollingText, checks: int) -> None:
        """Take a text, and after how many checks to look for no better ones."""
        self.text = text
        self.checks = checks
        self.checked = 0
        self.version = next((n for n, each in enumerate(text.decisions) if each.version), None)
        self._known: dict[Assignment, tuple[Weight, Report]] = {}

    def best(self, prefer: str | None, most: int) -> Best:
        """Return the best texts, ranked, and at most so many.

        What is learned is corrected by each check that shows something else, until nothing does.
        When the checks are used up, or show nothing new, the best of the texts checked are told.
        """
        while True:
            weighed = self._weighed()
            found = self._front(weighed)
            shown = _spread(self._ranked(found.points, prefer), most)
            before = self.checked
            wrong = [point.assignment for point in shown if not self._is_right(point)]
            beside: list[tuple[Choice, ...]] = []
            if not wrong:
                beside = [tuple(self._instead(point.assignment, weighed)) for point in shown]
                wrong = self._wrong_beside(shown, beside)
                if not wrong or (self.checked == before and not self._beaten(shown)):
                    exact = found.exact and not self.text.learner.rough and not wrong
                    made = tuple(
                        self._told(point, choices, exact=exact)
                        for point, choices in zip(shown, beside, strict=True)
                    )
                    least = None if exact else _least(weighed, self.text.sizes)
                    return Best(made, len(found.points) - len(shown), least)
            used_up = not beside and self.checked >= self.checks
            if used_up or self.checked == before:
                best = self._best_checked(prefer, most)
                shown = _spread(best, most)
                made = tuple(self.resolution(point.assignment) for point in shown)
                least = _least(weighed, self.text.sizes)
                return Best(made, len(best) - len(shown), least)
            for assignment in wrong:
                for each in self._in_every_version(assignment):
                    self.text.look_at(each)

    def _is_right(self, point: Point) -> bool:
        """Tell whether a text, checked in full, weighs what was learned of it."""
        return self.proven(point.assignment)[0] == point.cost

    def _wrong_beside(
        self, shown: Sequence[Point], beside: Sequence[Sequence[Choice]]
    ) -> list[Assignment]:
        """Return the texts said to be as good with one other choice that, checked, are not."""
        wrong = []
        for point, choices in zip(shown, beside, strict=True):
            for at, options in choices:
                for option in options:
                    text = with_option(point.assignment, at, option)
                    if (text in self._known or self.checked < self.checks) and not self._is_right(
                        Point(point.cost, text)
                    ):
                        wrong.append(text)
        return wrong

    def _beaten(self, shown: Iterable[Point]) -> bool:
        """Tell whether a text that was checked beats one that is shown."""
        checked = [Point(weight, text) for text, (weight, _) in self._known.items()]
        costs = {point.cost for point in unbeaten(checked)}
        return any(point.cost not in costs for point in shown)

    def _told(self, point: Point, beside: Iterable[Choice], *, exact: bool) -> Resolution:
        """Return a text with how many are as good, and which choices are so in whose place.

        They are all counted where all texts were judged; else those that were checked.
        """
        instead: list[tuple[str, tuple[str, ...]]] = []
        perhaps: list[tuple[str, tuple[str, ...]]] = []
        for at, options in beside:
            words = [each.words for each in self.text.decisions[at].options]
            texts = {option: with_option(point.assignment, at, option) for option in options}
            same = [n for n, text in texts.items() if self._weighs(text, point.cost)]
            unknown = [n for n, text in texts.items() if text not in self._known]
            for told, which in ((instead, same), (perhaps, unknown)):
                if which:
                    told.append((words[point.assignment[at]], tuple(words[n] for n in which)))
        every = exact and self.text.all_judged
        as_good = {
            tuple(
                (at, text[at]) for at in in_force(self.text.decisions, text) if at != self.version
            )
            for text in self._known
            if self._weighs(text, point.cost)
        }
        return evolve(
            self.resolution(point.assignment),
            as_good=point.ways if every else len(as_good),
            as_good_exact=every,
            instead=tuple(instead),
            perhaps=tuple(perhaps),
        )

    def _weighs(self, text: Assignment, weight: Weight) -> bool:
        return text in self._known and self._known[text][0] == weight

    def _front(self, weighed: Sequence[tuple[Tree, Weight]]) -> Front:
        """Return the texts that no other beats, each counted with those that weigh the same.

        Choices that differ only in what stands within a proposal not taken are one text.
        """
        costs = [(tree, (*weight, 0)) for tree, weight in weighed]
        costs += [(tree, (*_ALIKE, 1)) for tree in self._no_text_of_its_own()]
        found = front(self.text.sizes, costs, _WIDTH)
        languages = self.text.sizes[self.version] if self.version is not None else 1
        points = tuple(
            Point(point.cost[:-1], point.assignment, point.ways // languages)
            for point in found.points
        )
        return Front(points, found.exact)

    def _no_text_of_its_own(self) -> Iterator[Tree]:
        """Yield where an option other than the first is taken of what is not left to take."""
        sizes = self.text.sizes
        for at, within in gone_where(self.text.decisions):
            if at != self.version:
                there: Tree = False
                for choices in within:
                    one: Tree = True
                    for decision, options in choices:
                        taken = split(decision, [n in options for n in range(sizes[decision])])
                        one = both(one, taken)
                    there = either(there, one)
                again = both(_not(there), split(at, [n > 0 for n in range(sizes[at])]))
                yield again if self.version is None else all_of(again, self.version)

    def _instead(
        self, assignment: Assignment, weighed: Sequence[tuple[Tree, Weight]]
    ) -> Iterator[Choice]:
        """Yield each decision where other options weigh as much by what was learned, and these."""
        of: dict[int, list[tuple[Tree, Weight]]] = {}
        for tree, weight in weighed:
            for at in decisions_of(tree):
                of.setdefault(at, []).append((tree, weight))
        for at in in_force(self.text.decisions, assignment):
            own = _paid(of.get(at, ()), assignment)
            others = tuple(
                option
                for option in range(self.text.sizes[at])
                if at in of
                and option != assignment[at]
                and _paid(of[at], with_option(assignment, at, option)) == own
            )
            if others:
                yield at, others

    def _ranked(self, points: Iterable[Point], prefer: str | None) -> list[Point]:
        return sorted(
            points,
            key=lambda point: (
                _rank(point.cost, self._own(point.assignment, prefer), prefer),
                point.assignment,
            ),
        )

    def _best_checked(self, prefer: str | None, most: int) -> list[Point]:
        """Return the best of all texts checked, and of those judged in any case the likely ones."""
        judged = (Point(self._judged(row), row) for row in self.text.rows)
        for point in self._ranked(unbeaten(judged), prefer)[:most]:
            if self.checked < self.checks:
                self.proven(self._in_every_version(point.assignment)[0])
        checked = (Point(weight, assignment) for assignment, (weight, _) in self._known.items())
        return self._ranked(unbeaten(checked), prefer)

    def _judged(self, assignment: Assignment) -> Weight:
        return total(weight_of(each, self.text) for each in counting_of(assignment, self.text))

    def of_party(self, party: str) -> OwnText:
        """Return the text of a party's own proposals, without what only others would add.

        Where others alone propose one thing or another, the first stands; where the party does, the
        first of its own.
        """
        every = self.text.decisions
        own = {at: taken[0] for at, each in enumerate(every) if (taken := as_proposed(each, party))}
        several = tuple(
            bracket.address
            for each in every
            for bracket in each.brackets
            if makes_several(bracket, party)
        )
        out = {
            at: len(each.options) - 1
            for at, each in enumerate(every)
            if at not in own and only_others_add(each, [party])
        }
        known = {**own, **out}
        assignment = tuple(known.get(at, 0) for at in range(len(every)))
        there = {at for at in in_force(every, assignment) if not every[at].version}
        at_odds = {
            at: [bracket.address for bracket in each.brackets if proposes(bracket, party)]
            for at, each in enumerate(every)
            if at not in own
        }
        first = there - known.keys() - {at for at, places in at_odds.items() if places}
        return OwnText(
            party,
            self.resolution(assignment),
            sum(not any(b.address in several for b in every[at].brackets) for at in own),
            len(there & out.keys()),
            len(first),
            tuple(address for places in at_odds.values() for address in places),
            several,
        )

    def proven(self, assignment: Assignment) -> tuple[Weight, Report]:
        """Return what a text weighs by checking it in full, in every language version.

        What is found in one version is found, and what only one meets or safeguards is not.
        """
        if assignment not in self._known:
            every: list[set[Counting]] = []
            reports = []
            for each in self._in_every_version(assignment):
                self.checked += 1
                chosen = resolve(self.text.declaration, choices_of(self.text.decisions, each))
                report = check_resolved(
                    self.text.source, chosen, (), self.text.vocabulary, self.text.settings
                )
                reports.append(report)
                every.append(counting_in(report, self.text.reading(each), self.text))
            said = {each for one in every for each in one if isinstance(each, Said)}
            weight = total(weight_of(each, self.text) for each in said | set.intersection(*every))
            self._known[assignment] = (weight, reports[0])
        return self._known[assignment]

    def _in_every_version(self, assignment: Assignment) -> list[Assignment]:
        at = self.version
        if at is None:
            return [assignment]
        return [with_option(assignment, at, option) for option in range(self.text.sizes[at])]

    def _weighed(self) -> list[tuple[Tree, Weight]]:
        weighed = []
        for what, tree in counting(self.text):
            weight = weight_of(what, self.text)
            if any(weight):
                in_versions = any_of if isinstance(what, Said) else all_of
                one = tree if self.version is None else in_versions(tree, self.version)
                weighed.append((one, weight))
        return weighed

    def _own(self, assignment: Assignment, party: str | None) -> int:
        return sum(
            party is not None and option in as_proposed(decision, party)
            for decision, option in zip(self.text.decisions, assignment, strict=True)
        )

    def resolution(self, assignment: Assignment) -> Resolution:
        """Return one text, checked in full, with what is chosen in it."""
        weight, report = self.proven(assignment)
        decisions = self.text.decisions
        taken = tuple(
            decisions[at].options[assignment[at]].words
            for at in in_force(decisions, assignment)
            if not decisions[at].version
        )
        return Resolution(taken, counted(weight), report)


def _paid(weighed: Iterable[tuple[Tree, Weight]], assignment: Assignment) -> Weight:
    return total(weight for tree, weight in weighed if holds(tree, assignment))


def _not(tree: Tree) -> Tree:
    if not isinstance(tree, Split):
        return not tree
    return split(tree.decision, [_not(each) for each in tree.then])


def _least(weighed: Iterable[tuple[Tree, Weight]], sizes: Sequence[int]) -> Counted:
    """Return what no text can have less of: what is always found, and by one decision or other."""
    always: list[Weight] = []
    by_one: dict[int, list[list[Weight]]] = {}
    for tree, heavy in weighed:
        weight = bare(heavy)
        if min(weight) < 0:
            continue
        if not isinstance(tree, Split):
            always += [weight] * tree
        elif not any(isinstance(each, Split) for each in tree.then):
            options = by_one.setdefault(tree.decision, [[] for _ in range(sizes[tree.decision])])
            for option, there in enumerate(tree.then):
                options[option] += [weight] * bool(there)
    least = [tuple(map(min, *(total(option) for option in options))) for options in by_one.values()]
    return counted_bare(total([*always, *least]))


def _spread(ranked: Sequence[Point], most: int) -> list[Point]:
    """Return the first, and of the others some from all along the ranking."""
    if len(ranked) <= most:
        return list(ranked)
    last = len(ranked) - 1
    places = dict.fromkeys(at * last // max(most - 1, 1) for at in range(most))
    return [ranked[at] for at in places]


def _rank(weight: Weight, own: int, prefer: str | None) -> tuple[int, ...]:
    """Return where a text stands for whom it is ranked: errors, warnings, what is met, info."""
    e_s, e_a, w_s, w_a, met_s, met_a, safe, i_s, i_a = bare(weight)
    sceptic = (e_s, w_s, met_s + safe, i_s)
    advocate = (e_a, w_a, met_a + safe, i_a)
    both = tuple(a + b for a, b in zip(sceptic, advocate, strict=True))
    if prefer == "sceptic":
        return (*sceptic, *advocate)
    if prefer == "advocate":
        return (*advocate, *sceptic)
    return both if prefer in {None, "errors"} else (-own, *both)
