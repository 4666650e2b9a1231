"""What each noun is to the act before it, once its phrase has ended.

Its last term is what a phrase speaks of, and the preposition before it says how the deed bears on
that. Nouns joined by `and` stand alike, unless one is a place and the other is not: "of forces in X
or the treaty".
"""

from __future__ import annotations

from typing import cast

from attrs import field, mutable

from clausecheck.model import nodes
from clausecheck.model.sentences.doers import has_own_doer, is_whose
from clausecheck.model.sentences.finding import Finder, Found
from clausecheck.model.sentences.meanings import Amount, Mention, MentionKind, is_group
from clausecheck.model.sentences.words import AT, GIVING
from clausecheck.source import Span
from clausecheck.values import evolve
from clausecheck.vocabulary import Vague

_HELD_BY = AT - {"on", "at", "through", "over", "onto", "above", "below"}
"""Prepositions that make a place of an actor: in its country, not on it."""

_SPOKEN_OF = frozenset({"of", "on", "about"})
_SITES = frozenset({"territory", "site", "facility", "posture"})
_DEEPEST = 6


@mutable
class Gathered:
    """What has been gathered for one deed."""

    objects: list[Mention] = field(factory=list)
    amounts: list[Amount] = field(factory=list)
    places: list[Mention] = field(factory=list)
    beneficiaries: list[Mention] = field(factory=list)
    agents: list[Mention] = field(factory=list)
    others: list[Mention] = field(factory=list)
    asides: list[Mention] = field(factory=list)
    passive: bool = False

    def __bool__(self) -> bool:
        return bool(
            self.objects
            or self.amounts
            or self.places
            or self.beneficiaries
            or self.agents
            or self.others
        )


def give(gathered: Gathered) -> bool:
    """Take somebody who is told or given something for who gains: "notify X of Y".

    Return whether anybody is.
    """
    if gathered.objects and all(m.kind in {"actor", "group"} for m in gathered.objects):
        gets = [evolve(each, preposition="to") for each in gathered.objects]
        gathered.beneficiaries = gets + gathered.beneficiaries
        gathered.objects = []
        return True
    return False


class Sorting:
    """Sorts noun phrases into what is gathered; those who read them build on it."""

    def __init__(self, finder: Finder) -> None:
        self.finder = finder
        self.parts = finder.parts
        self.lower = finder.lower
        self.gathered = Gathered()
        self.vague: list[tuple[Vague, Span]] = []
        self.told: set[int] = set()
        """The parts that a name or term explains."""
        self.preposition: str | None = None
        self.outer: list[str | None] = []
        """The prepositions before this one, up to the noun that they all hang on."""
        self.joined = False
        self.aside: str | None = None
        self.last: tuple[list[Mention], int] | None = None
        self.owned: tuple[list[Mention], int] | None = None
        """The thing that was last given an owner behind it: "the forces of X"."""
        self.items: list[Found] = []
        self.participles: list[Found] = []
        self.bare: list[nodes.Word] = []
        self.owner: tuple[str, Span] | None = None
        self.amount: Amount | None = None
        self.article: str | None = None
        self.waiting = False
        """Whether an adjective before `and` waits for its noun."""
        self.row_begins: int | None = None
        """Where the row begins of those that wait, or share a noun: "chemical, biological and"."""
        self.hanging = False
        """Whether nothing stands behind the preposition yet: "within, from or against"."""
        self.done_by_others = False
        """Whether `by` may tell who does what a noun says: "lifted upon ratification by X"."""
        self.top: str | None = None
        """A preposition that leads back to the object: "consult on X and on Y"."""

    def go_under(self, word: str) -> None:
        """Take a preposition; one that is repeated after `and` goes back to where it stood."""
        self.owner = None
        if self.joined and word == self.top:
            self.go_to_top()
            return
        if self.joined and self.hanging and self.preposition in _HELD_BY:
            return
        if self.joined and word in {self.preposition, *self.outer}:
            while self.outer and self.preposition != word:
                self.preposition = self.outer.pop()
        else:
            if len(self.outer) < _DEEPEST:
                self.outer.append(self.preposition)
            self.preposition = word
        self.joined, self.hanging = False, True

    def go_to_top(self) -> None:
        """Take what follows for an object again."""
        self.preposition, self.outer, self.last, self.owner = None, [], None, None
        self.aside, self.joined, self.hanging = None, False, False
        self.done_by_others = False

    def begin_phrase(self) -> None:
        """Begin another phrase where one is under way, as at an article."""
        if self.items or self.bare or self.participles:
            self.close_phrase()
        if self._is_object_due():
            self.go_to_top()
        if not self.joined and self.preposition is None and self.gives():
            give(self.gathered)

    def gives(self) -> bool:
        """Tell whether the act is one of which somebody gets something."""
        return False

    def is_led_to(self) -> bool:
        """Tell whether `to` stands before what is given: "provide to X"."""
        return False

    def _is_object_due(self) -> bool:
        """Tell whether what is given follows who gets it: "return to X the prisoners"."""
        gathered = self.gathered
        gets = self.last is not None and self.last[0] is gathered.beneficiaries
        undergone = gathered.passive or gathered.objects
        return gets and self.preposition == "to" and not (self.joined or undergone)

    def close_phrase(self) -> None:
        """Sort what the phrase speaks of by the preposition before it."""
        head = self._head()
        self._note_whose_doer(head)
        if head is not None:
            self._close_named(head)
        elif self._is_in_words():
            self._close_words()
        elif self.amount is not None and self._counts_objects():
            self.gathered.amounts.append(self.amount)
        self.items, self.participles, self.bare, self.amount = [], [], [], None
        self.article, self.waiting = None, False

    def _note_whose_doer(self, head: Found | None) -> None:
        """Note whether a doer behind this phrase may be its own, or that of one it hangs on."""
        somebody = head is not None and head.kind in {"actor", "group"}
        if has_own_doer(self.finder, self.preposition, self.items, self.participles, self.bare):
            told = self.owner is not None or any(
                each.kind in {"actor", "group"} for each in self.items
            )
            self.done_by_others = not told
        elif somebody and is_whose(self.preposition, self.outer[-1] if self.outer else None):
            self.done_by_others = False

    def _head(self) -> Found | None:
        """Return what the phrase speaks of: its last term, else quoted words, else an act's name.

        None where that is plain words, or nothing.
        """
        if self.items:
            named = [item for item in self.items if item.kind != "words"]
            return (named or self.items)[-1]
        if self.participles and (self._ends_in_a_noun() or not self._is_in_words()):
            return self.participles[-1]
        return None

    def _counts_objects(self) -> bool:
        """Tell whether a bare number says how many: "to 20,000", not "with a range of 500 km"."""
        return self.aside is None and not self.bare and self.preposition != "with"

    def _ends_in_a_noun(self) -> bool:
        """Tell whether the phrase ends in an act's name: "joint patrols", not "measures taken"."""
        last = self.participles[-1]
        noun = self.lower[last.start].endswith(("ing", "s")) or self.finder.is_plain(last)
        return noun and not any(word.span > last.span for word in self.bare)

    def _is_in_words(self) -> bool:
        """Tell whether the phrase is an object in words that nothing explains."""
        told = all(thing.kind in {"actor", "group"} for thing in self.gathered.objects)
        direct = self.preposition is None or (self.preposition in _SPOKEN_OF and told)
        return bool(self.bare) and direct and self.aside is None and self.takes_words()

    def _close_words(self) -> None:
        span = self.bare[0].span.to(self.bare[-1].span)
        words = " ".join(word.text for word in self.bare)
        owner, owner_span = self.owner or (None, None)
        for act in self.participles:
            self.gathered.others.append(_mention(act, None, None))
        self._place(
            Mention(span, "words", words, None, self.preposition, owner, owner_span, self.amount)
        )

    def takes_words(self) -> bool:
        """Tell whether plain words here can be an object."""
        return True

    def _close_named(self, head: Found) -> None:
        first = self.items[0] if self.items else head
        if first is not head and first.kind in {"actor", "group"}:
            if self.is_recipient(first, head):
                self.gathered.beneficiaries.append(_mention(first, "to", None))
                if self.preposition is not None:
                    self.go_to_top()
            else:
                self.owner = (first.name, first.span)
            self.items = self.items[1:]
        self._rise(head)
        mention = _mention(head, self.preposition, self.owner, self.amount)
        mention = evolve(mention, article=self.article) if self.article else mention
        for item in (*self.participles, *self.items):
            if item is not head:
                aside = self.gathered.others if self.aside is None else self.gathered.asides
                more = _mention(item, "of" if item.kind != "act" else None, None)
                aside.append(evolve(more, describes=head.span))
        self._place(mention)

    def is_recipient(self, found: Found, thing: Found) -> bool:
        """Tell whether a name before a noun is who gets it: "provide X oil"."""
        del found, thing
        return False

    def _rise(self, head: Found) -> None:
        """Leave a place for the noun that it stands with: "forces in X or the treaty"."""
        if not self.joined or self.last is None or self.preposition is None or self.aside:
            return
        mentions, number = self.last
        if head.kind == "words":
            return
        if _is_where(mentions[number]) and not _is_where(_mention(head, None, None)):
            while self.outer[-1:] == ["of"]:
                self.outer.pop()
            self.preposition = self.outer.pop() if self.outer else None

    def _place(self, mention: Mention) -> None:
        if self.aside is not None:
            mention = evolve(mention, aside=self.aside)
        into = self._into(mention)
        self.joined = self.hanging = False
        if into is self.gathered.objects and mention.amount is not None:
            self.gathered.amounts.append(mention.amount)
        into.append(mention)
        self.last = (into, len(into) - 1)

    def _into(self, mention: Mention) -> list[Mention]:
        """Return where a mention belongs."""
        gathered, preposition = self.gathered, mention.preposition
        somebody = mention.kind in {"actor", "group"}
        if self.aside is not None:
            return gathered.asides
        if preposition is None:
            return gathered.objects
        if preposition == "of" and somebody:
            self._own(mention)
        elif preposition == "by" and somebody and gathered.passive and not self.done_by_others:
            return gathered.agents
        elif (
            mention.kind == "words"
            and self.joined
            and self.last
            and self.last[0] is gathered.places
        ) or (preposition in AT and self._is_place(mention, preposition)):
            return gathered.places
        elif (
            preposition in GIVING and (somebody or is_group(mention, "people")) and self.is_given()
        ):
            return gathered.beneficiaries
        return gathered.others

    def is_given(self) -> bool:
        """Tell whether `to` leads to who gains, not to where a way leads: "travel to X"."""
        return not {"on", "through", "between"} & set(self.outer)

    def _is_place(self, mention: Mention, preposition: str) -> bool:
        if mention.kind == "actor":
            return preposition in _HELD_BY and self.finder.is_country(mention.name)
        becomes = preposition == "into" and self.article in {"a", "an"}
        return mention.kind == "place" or (is_group(mention, *_SITES) and not becomes)

    def _own(self, owner: Mention) -> None:
        """Give the thing before "of" its owner; of two owners each has a thing of its own."""
        if self.last is None:
            return
        mentions, number = self.last
        thing = mentions[number]
        if thing.kind not in {"actor", "group"}:
            self.owned = self.last if thing.owner is None else None
            if self.owned:
                for at, each in enumerate(mentions):
                    if at == number or (each.shared and each.shared.row.contains(thing.span)):
                        mentions[at] = evolve(each, owner=owner.name, owner_span=owner.span)
        elif self.joined and self.owned is not None:
            mentions, number = self.owned
            its = evolve(mentions[number], owner=owner.name, owner_span=owner.span)
            mentions.insert(number + 1, its)
            self.owned = mentions, number + 1


def _is_where(mention: Mention) -> bool:
    return mention.kind in {"actor", "group", "place"} or is_group(mention, *_SITES)


def _mention(
    found: Found,
    preposition: str | None,
    owner: tuple[str, Span] | None,
    amount: Amount | None = None,
) -> Mention:
    kind = cast("MentionKind", "act" if found.kind == "noun" else found.kind)
    name, span = owner or (None, None)
    if found.owner is not None and (name is None or found.owner == "foreign"):
        name, span = found.owner, found.span
    return Mention(
        found.span,
        kind,
        found.name,
        found.term,
        preposition,
        name,
        span,
        amount,
        found.defined,
        shared=found.shared,
    )
