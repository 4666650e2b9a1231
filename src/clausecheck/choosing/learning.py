"""Which choices bring an effect about, learned from an oracle by asking it little."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from itertools import islice
from operator import ne
from typing import Generic, TypeAlias, TypeVar

from clausecheck.choosing.rows import Assignment, with_option
from clausecheck.choosing.trees import Split, Tree, holds, split

Topic = TypeVar("Topic", bound=Hashable)
Effect = TypeVar("Effect", bound=Hashable)


_Answer: TypeAlias = tuple[Assignment, bool]
"""Choices, and whether they bring about the effect that is learned."""

_TWO = 2

MOST_ANSWERS = 1_000
"""Answers that are looked through for one effect."""

MOST_FOR_ONE = 300
"""Questions to learn of one effect; to find one decision among hundreds takes eight."""

ENOUGH = 8
"""Answers that agree, after which no more are asked for where a decision is likely to matter."""

MANY = 5
"""Decisions likely to matter from which on it is first asked whether any one of them is enough."""

FEWER_FOR_ONE = 60
"""Questions to learn of one effect where another of its topic took more than those."""

MOST_LEAVES = 64
"""Ways in which an effect may hang on choices before only those are told that are known by then."""


class Learner(Generic[Topic, Effect]):
    """Asks an oracle about topics, remembers its answers, and learns what each effect hangs on.

    An effect is first looked for in all answers there are. Where two differ, what they differ in
    is halved until one decision is left: the effect hangs on it, and is learned for each of its
    options in turn. So a tree needs few questions where few decisions matter, however many there
    are.
    """

    def __init__(
        self,
        sizes: Sequence[int],
        oracle: Callable[[Assignment, Topic], Iterable[Effect]],
        *,
        most: int,
        scope: Callable[[Topic], Collection[int]] | None = None,
        likely: Callable[[Topic, Effect], Collection[int]] | None = None,
    ) -> None:
        """Take how many options each decision has, and the oracle; it is asked some `most` times.

        `scope` gives the decisions that matter to a topic, where that is known: of the others the
        first option is taken in every question on it. `likely` gives those that an effect may hang
        on most of all: where the answers bear that out, no others are looked for.
        """
        self.sizes = tuple(sizes)
        self.asked = 0
        """How many questions were asked; who answers may add what an answer took beside."""
        self.rough = False
        """Whether some effect hangs on more than was looked into, so that not all may be said."""
        self._vast: set[Topic] = set()
        """Topics of which some effect hung on more than was looked into: others are likely to."""
        self._leaves = 0
        self.most = self._allowed = most
        self._oracle = oracle
        self._scope = scope
        self._likely_of = likely
        self._likely: Collection[int] = ()
        self._first = tuple(0 for _ in sizes)
        self._known: dict[Topic, dict[Assignment, frozenset[Effect]]] = {}
        self._learned: dict[tuple[Topic, Effect], tuple[Tree, int]] = {}
        """What was learned, and how many answers it was held against."""

    @property
    def spent(self) -> bool:
        """Whether it may ask no more, so that what it says need not be all."""
        return self.asked >= min(self.most, self._allowed)

    def see(self, topic: Topic, assignment: Assignment) -> frozenset[Effect]:
        """Return the effects that an assignment has on a topic, and remember them."""
        assignment = self._projected(topic, assignment)
        known = self._known.setdefault(topic, {})
        if assignment not in known:
            self.asked += 1
            known[assignment] = frozenset(self._oracle(assignment, topic))
        return known[assignment]

    def _projected(self, topic: Topic, assignment: Assignment) -> Assignment:
        if self._scope is None:
            return assignment
        scope = self._scope(topic)
        if len(scope) == len(self.sizes):
            return assignment
        projected = list(self._first)
        for at in scope:
            projected[at] = assignment[at]
        return tuple(projected)

    def seen(self, topic: Topic) -> tuple[frozenset[Effect], ...]:
        """Return all answers on a topic so far, in the order in which they were given."""
        return tuple(self._known.get(topic, {}).values())

    def rename(self, topic: Topic, name: Callable[[Effect], Effect]) -> None:
        """Take effects of a topic for one that get one name; the oracle must name them so too."""
        known = self._known[topic]
        for assignment, effects in known.items():
            known[assignment] = frozenset(map(name, effects))
        for key in [key for key in self._learned if key[0] == topic]:
            del self._learned[key]

    def learn(self, topic: Topic, effect: Effect) -> Tree:
        """Return what an effect hangs on, as far as all answers on its topic show.

        Where it hangs on too much, or no more may be asked, that is what is sure to bring it about;
        False, for an effect that is seen, where nothing is. What was learned stays until an answer
        contradicts it.
        """
        known = self._known.get(topic, {})
        if (topic, effect) in self._learned:
            tree, held = self._learned[topic, effect]
            later = islice(known.items(), held, None)
            if all(holds(tree, one) is (effect in effects) for one, effects in later):
                self._learned[topic, effect] = tree, len(known)
                return tree
        self._leaves = 0
        self._likely = self._likely_of(topic, effect) if self._likely_of else ()
        self._allowed = self.asked + (FEWER_FOR_ONE if topic in self._vast else MOST_FOR_ONE)
        answers = [(one, effect in effects) for one, effects in known.items()]
        if len(answers) > MOST_ANSWERS:  # the first are chosen with care, the last are the nearest
            answers = [*answers[: MOST_ANSWERS // 2], *answers[-MOST_ANSWERS // 2 :]]
        simple = self._of_any_one(topic, effect) if len(self._likely) > MANY else None
        self._allowed = self.asked + (FEWER_FOR_ONE if topic in self._vast else MOST_FOR_ONE)
        grown = self._grow(topic, effect, {}, answers) if simple is None else simple
        self._allowed = self.most
        self._learned[topic, effect] = grown, len(self._known.get(topic, {}))
        return grown

    def _of_any_one(self, topic: Topic, effect: Effect) -> Tree | None:
        """Return the tree of what any one of many choices brings about, or any one takes away.

        None where the answers show that it is neither, or where no more may be asked.
        """
        known = self._known[topic]
        for there in (False, True):
            bases = [one for one, its in known.items() if (effect in its) is there]
            for among in (self._likely, range(len(self.sizes))) if bases else ():
                tree = self._by_each(topic, effect, bases[0], among)
                if not isinstance(tree, Split):
                    break
                told = [(holds(tree, one), effect in effects) for one, effects in known.items()]
                if all(one is other for one, other in told):
                    return tree
                if (not there, there) in told:
                    break  # one choice is not always enough, and to ask of more is no help
        return None

    def _by_each(
        self, topic: Topic, effect: Effect, base: Assignment, among: Collection[int]
    ) -> Tree | None:
        """Return the tree of which choices change by themselves whether there is the effect.

        They are looked for `among` some decisions, and whether that is all is asked once with all
        others changed. None where no more may be asked.
        """
        known = self._known[topic]
        there = effect in known[base]
        tree: Tree = there
        for decision in sorted(among, reverse=True):
            then: list[Tree] = []
            for option in range(self.sizes[decision]):
                changed = with_option(base, decision, option)
                if changed not in known and self.spent:
                    return None
                same = (effect in self.see(topic, changed)) is there
                then.append(tree if same else not there)
            tree = split(decision, then)
        for step in range(1, max(self.sizes)):
            others = ((option + step) % size for option, size in zip(base, self.sizes, strict=True))
            self.see(topic, tuple(base[n] if n in among else o for n, o in enumerate(others)))
        return tree

    def _grow(
        self, topic: Topic, effect: Effect, fixed: dict[int, int], answers: list[_Answer]
    ) -> Tree:
        """Return the tree under these choices, from the answers on them and from new ones."""
        if fixed and _agree(answers) and not self._is_borne_out(answers):
            # One more look where it would show most: at the other end of what is left open.
            last = (size - 1 for size in self.sizes)
            end = tuple(fixed.get(at, option) for at, option in enumerate(last))
            answers = [*answers, *self._new(topic, effect, [end])]
        if _agree(answers):
            self._leaves += 1
            return bool(answers) and answers[0][1]
        decision = None
        if self._leaves <= MOST_LEAVES:
            decision = self._parting(fixed, answers)
            if decision is None:
                decision, more = self._telling(topic, effect, answers)
                answers = [*answers, *more]
        if decision is None:
            self.rough = True
            self._vast.add(topic)
            return False
        branches: list[Tree] = []
        for option in range(self.sizes[decision]):
            inner = {**fixed, decision: option}
            first = tuple(inner.get(at, other) for at, other in enumerate(self._first))
            own = [answer for answer in answers if answer[0][decision] == option]
            if not self._is_borne_out(own):
                own += self._new(topic, effect, [first])
            branches.append(self._grow(topic, effect, inner, own))
        return split(decision, branches)

    def _is_borne_out(self, answers: Sequence[object]) -> bool:
        """Tell whether there are answers enough where one knows which decisions may matter."""
        return bool(self._likely) and len(answers) >= ENOUGH

    def _parting(self, fixed: Mapping[int, int], answers: Sequence[_Answer]) -> int | None:
        """Return the likely decision that parts the answers best, at no cost; None for no such one.

        It is one of which some option leaves enough answers, and all of them with the effect or
        all without: by chance that is rare.
        """
        found: list[tuple[int, int]] = []
        for decision in self._likely:
            if decision in fixed:
                continue
            for option in range(self.sizes[decision]):
                own = [there for one, there in answers if one[decision] == option]
                if self._is_borne_out(own) and len(set(own)) == 1:
                    found.append((-len(own), decision))
        return min(found)[1] if found else None

    def _new(
        self, topic: Topic, effect: Effect, assignments: Iterable[Assignment]
    ) -> list[_Answer]:
        """Return answers that were not there before, as far as more may be asked."""
        known = self._known.setdefault(topic, {})
        found: list[_Answer] = []
        for assignment in assignments:
            projected = self._projected(topic, assignment)
            if projected not in known and not self.spent:
                found.append((projected, effect in self.see(topic, projected)))
        return found

    def _telling(
        self, topic: Topic, effect: Effect, answers: list[_Answer]
    ) -> tuple[int | None, list[_Answer]]:
        """Return a decision on which it hangs, found between two answers, and what was asked.

        None where no more may be asked to find one.
        """
        one = next(assignment for assignment, there in answers if there)
        other = min(
            (assignment for assignment, there in answers if not there),
            key=lambda each: (sum(map(ne, one, each)), each),
        )
        asked: list[_Answer] = []
        apart = _apart(one, other)
        while len(apart) > 1:
            half = set(apart[: len(apart) // 2])
            between = tuple(other[at] if at in half else option for at, option in enumerate(one))
            known = self._known[topic].get(between)
            if known is None:
                if self.spent:
                    return None, asked
                known = self.see(topic, between)
                asked.append((between, effect in known))
            if effect in known:
                one = between
            else:
                other = between
            apart = _apart(one, other)
        return apart[0], asked


def _agree(answers: Iterable[_Answer]) -> bool:
    return len({there for _, there in answers}) < _TWO


def _apart(one: Assignment, other: Assignment) -> list[int]:
    return [at for at, option in enumerate(other) if option != one[at]]
