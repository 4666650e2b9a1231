"""Which choices bring an effect about, learned from an oracle by asking it little."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from clausecheck.choosing.rows import Assignment
from clausecheck.choosing.trees import Tree, split

Topic = TypeVar("Topic", bound=Hashable)
Effect = TypeVar("Effect", bound=Hashable)


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
    ) -> None:
        """Take how many options each decision has, and the oracle; it is asked some `most` times.

        `scope` gives the decisions that matter to a topic, where that is known: of the others the
        first option is taken in every question on it.
        """
        self.sizes = tuple(sizes)
        self.asked = 0
        self.rough = False
        """Whether some effect hangs on more than was looked into, so that not all may be said."""
        self._leaves = 0
        self.most = most
        self._oracle = oracle
        self._scope = scope
        self._first = tuple(0 for _ in sizes)
        self._known: dict[Topic, dict[Assignment, frozenset[Effect]]] = {}

    @property
    def spent(self) -> bool:
        """Whether it may ask no more, so that what it says need not be all."""
        return self.asked >= self.most

    def see(self, topic: Topic, assignment: Assignment) -> frozenset[Effect]:
        """Return the effects that an assignment has on a topic, and remember them."""
        if self._scope is not None:
            scope = self._scope(topic)
            assignment = tuple(o if at in scope else 0 for at, o in enumerate(assignment))
        known = self._known.setdefault(topic, {})
        if assignment not in known:
            self.asked += 1
            known[assignment] = frozenset(self._oracle(assignment, topic))
        return known[assignment]

    def seen(self, topic: Topic) -> tuple[frozenset[Effect], ...]:
        """Return all answers on a topic so far, in the order in which they were given."""
        return tuple(self._known.get(topic, {}).values())

    def learn(self, topic: Topic, effect: Effect) -> Tree:
        """Return what an effect hangs on, as far as all answers on its topic show.

        Where it hangs on too much, or no more may be asked, that is what is sure to bring it about:
        at least the choices of one assignment that has it.
        """
        self._leaves = 0
        tree = self._grow(topic, effect, {})
        present, _ = self._sorted(topic, effect, {})
        if tree is False and present:
            tree = True
            for decision in range(len(self.sizes)):
                options = range(self.sizes[decision])
                tree = split(
                    decision, [tree if o == present[0][decision] else False for o in options]
                )
        return tree

    def _grow(self, topic: Topic, effect: Effect, fixed: dict[int, int]) -> Tree:
        present, absent = self._sorted(topic, effect, fixed)
        if self.spent or self._leaves > MOST_LEAVES:
            self.rough |= bool(present and absent)
            return not absent
        if not (present and absent) and fixed:
            # One more look where it would show most: at the other end of what is left open.
            last = (size - 1 for size in self.sizes)
            self.see(topic, tuple(fixed.get(at, option) for at, option in enumerate(last)))
            present, absent = self._sorted(topic, effect, fixed)
        if not (present and absent):
            self._leaves += 1
            return bool(present)
        decision = self._telling(topic, effect, present[0], absent)
        branches: list[Tree] = []
        for option in range(self.sizes[decision]):
            inner = {**fixed, decision: option}
            self.see(topic, tuple(inner.get(at, first) for at, first in enumerate(self._first)))
            branches.append(self._grow(topic, effect, inner))
        return split(decision, branches)

    def _sorted(
        self, topic: Topic, effect: Effect, fixed: dict[int, int]
    ) -> tuple[list[Assignment], list[Assignment]]:
        """Return the assignments with these choices that have the effect, and that have it not."""
        present: list[Assignment] = []
        absent: list[Assignment] = []
        for assignment, effects in self._known.get(topic, {}).items():
            if all(assignment[at] == option for at, option in fixed.items()):
                (present if effect in effects else absent).append(assignment)
        return present, absent

    def _telling(
        self, topic: Topic, effect: Effect, one: Assignment, others: Iterable[Assignment]
    ) -> int:
        """Return a decision on which it hangs, between an assignment and its nearest other."""

        def differing(other: Assignment) -> list[int]:
            return [at for at, option in enumerate(other) if option != one[at]]

        other = min(others, key=lambda each: (len(differing(each)), each))
        has = effect in self.see(topic, one)
        apart = differing(other)
        while len(apart) > 1:
            half = apart[: len(apart) // 2]
            between = tuple(other[at] if at in half else option for at, option in enumerate(one))
            if (effect in self.see(topic, between)) == has:
                one = between
            else:
                other = between
            apart = differing(other)
        return apart[0]
