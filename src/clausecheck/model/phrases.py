"""The phrases of a sentence, read from left to right: what each noun is to the act before it.

A noun phrase ends at a preposition, a joining word, a verb or a clause of its own. Its last term is
what it speaks of, and the preposition before it says how the deed bears on that. Nouns joined by
`and` stand alike, unless one is a place and the other is not: "of forces in X or the treaty".
"""

from __future__ import annotations

from typing import cast

from attrs import field, mutable

from clausecheck.model import nodes
from clausecheck.model.finding import Finder, Found
from clausecheck.model.meanings import Amount, Mention, MentionKind
from clausecheck.source import Span
from clausecheck.values import evolve
from clausecheck.vocabulary import Object, Vague

JOINING = frozenset({"and", "or", ",", ";", "and/or", "nor", "but", "plus"})
DETERMINERS = frozenset(
    "a an the this that these those any some each every both either no such".split()
)
POSSESSIVES = frozenset({"its", "their", "his", "own"})
BEING = frozenset({"be", "been", "is", "are", "was", "were"})
_FROM_ABROAD = frozenset({"foreign", "external"})
_AT = frozenset(
    "from in at on within into near along across inside outside around through throughout off onto"
    " over above below beside beyond".split()
)
_HELD_BY = _AT - {"on", "at", "through", "over", "onto", "above", "below"}
"""Prepositions that make a place of an actor: in its country, not on it."""
GIVING = frozenset({"for", "to", "towards", "toward"})
PREPOSITIONS = (
    _AT
    | GIVING
    | frozenset(
        "of by with against between among under upon as about without via per during despite"
        " concerning regarding amid behind facing".split()
    )
)
_ASIDES = frozenset(
    "who which whom whose where whereby including except excluding if when before after while"
    " unless until than because whether".split()
)
UNITS = frozenset({"minute", "hour", "day", "week", "month", "year"})
_APART = frozenset({"pending", "following"})
"""Prepositions before an article, "pending the talks"; behind one they describe."""
_HOW_OFTEN = frozenset("a an and again every each in more only per".split())
"""Words behind which `once` counts, and tells of no time: "once every year"."""
_SKIPPED = frozenset(
    "once twice again abroad together so far only here there now then back up down out away not"
    " also just them it itself themselves other others more most".split()
)
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
            self.objects or self.amounts or self.places or self.beneficiaries or self.others
        )


class Phrases:
    """Reads noun phrases into what is gathered; those who know of verbs build on it."""

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
        self.indefinite = False
        self.waiting = False
        """Whether an adjective before `and` waits for its noun."""
        self.hanging = False
        """Whether nothing stands behind the preposition yet: "within, from or against"."""
        self.top: str | None = None
        """A preposition that leads back to the object: "consult on X and on Y"."""

    def read(self) -> None:
        """Read every part."""
        at = 0
        while at < len(self.parts):
            at = self.step(at)
        self.close_phrase()

    def step(self, at: int) -> int:
        """Read what stands here; return where to go on."""
        part, word = self.parts[at], self.lower[at]
        if isinstance(part, nodes.Rate):
            self._rate(part)
        elif word in JOINING:
            self._join(at, word)
        elif word == "as" and self.lower[at : at + 3] == ["as", "well", "as"]:
            self.close_phrase()
            self.joined = True
            return at + 3
        else:
            return self._name_or_term(at) or self._plain(at, part, word)
        return at + 1

    def _join(self, at: int, word: str) -> None:
        """End a phrase before `and` or a comma; adjectives so joined wait for their noun."""
        if word != ";" and self._may_wait() and self._noun_follows(at + 1):
            self.bare = []
            self.waiting = True
        elif self._are_quoted(at - 1, at + 1):
            self.waiting = True
        else:
            self.close_phrase()
            self.joined = True

    def _may_wait(self) -> bool:
        """Tell whether the phrase is one plain word, perhaps an adjective."""
        single = not self.items and not self.participles and len(self.bare) == 1
        return single and _may_be_adjective(self.bare[0].text)

    def _are_quoted(self, *places: int) -> bool:
        """Tell whether words in quotation marks stand at each place: '"timely" and "useful"'."""
        return all(
            0 <= at < len(self.parts) and isinstance(self.parts[at], nodes.Words) for at in places
        )

    def _noun_follows(self, at: int) -> bool:
        """Tell whether what comes after `and` can go on with this phrase."""
        return (
            at < len(self.parts)
            and self.lower[at] not in DETERMINERS | POSSESSIVES
            and not self.is_verb(at)
        )

    def is_verb(self, at: int) -> bool:
        """Tell whether a verb stands here."""
        del at
        return False

    # ── What stands in a phrase ──

    def _name_or_term(self, at: int) -> int | None:
        found = self.finder.name(at) or self.finder.thing(at)
        if found is None:
            return None
        self.told.update(range(found.start, found.end))
        if found.kind == "vague":
            self._vague(found)
        else:
            self._take(found)
        return found.end

    def _vague(self, found: Found) -> None:
        self.vague.append((cast("Vague", found.term), found.span))
        word, last = self.lower[found.start], self.lower[found.end - 1]
        if self._begins_aside(found.start, word):
            self._open_aside(word)
        elif last in PREPOSITIONS:
            self.close_phrase()
            self.go_under(last)

    def _take(self, found: Found) -> None:
        """Add a name or term to the phrase; a name after a full phrase begins another."""
        if found.kind in {"actor", "group"} and any(item.kind != "words" for item in self.items):
            aimed = bool(self.participles)
            self.close_phrase()
            if aimed:
                self.go_under("at")
        self.items.append(found)
        if found.possessive:
            self.owner = (_owner(found), found.span)

    def _plain(self, at: int, part: nodes.Part, word: str) -> int:
        """Read a part that is no name and no term."""
        if isinstance(part, nodes.Quantity):
            self._quantity(at, part)
        elif word in {"(", ")"}:
            self.close_phrase()
            self.aside = "(" if word == "(" else None
        elif self._begins_aside(at, word):
            self._open_aside(word)
        elif word in {"all", "100%"}:
            self.begin_phrase()
            self.amount = Amount(part.span, preposition=self.preposition)
        elif word in POSSESSIVES:
            self.begin_phrase()
            self.owner = ("its", part.span)
        elif word in _FROM_ABROAD:
            self.owner = ("foreign", part.span)
        elif word in PREPOSITIONS:
            out_of = word == "of" and self.lower[at - 1 : at] == ["out"]
            self._preposition("from" if out_of else word)
        elif word in DETERMINERS:
            self.begin_phrase()
            self.owner = None
            self.indefinite = word in {"a", "an"}
        elif isinstance(part, nodes.Word):
            return self._word(at, part)
        return at + 1

    def _begins_aside(self, at: int, word: str) -> bool:
        if word == "that":
            return bool(self.items or self.bare) or (at > 0 and at - 1 in self.told)
        return (
            word in _ASIDES
            or (word == "such" and self.lower[at + 1 : at + 2] == ["as"])
            or self._begins_a_time(at, word)
        )

    def _begins_a_time(self, at: int, word: str) -> bool:
        """Tell whether what follows only says when: "pending the talks", "once peace is made"."""
        before, behind = self.lower[max(at - 1, 0) : at], self.lower[at + 1 : at + 3]
        if word in _APART:
            led = behind[:1] and behind[0] in DETERMINERS | POSSESSIVES
            return bool(led) and not (before and before[0] in DETERMINERS | POSSESSIVES)
        if word != "once" or before == ["at"] or not behind:
            return False
        counts = behind[0] in _HOW_OFTEN
        of_a_thing = behind[0] in {"a", "an"} and set(behind[1:]).isdisjoint(UNITS)
        return not counts or of_a_thing

    def _open_aside(self, word: str) -> None:
        self.close_phrase()
        self.aside = self.preposition = word
        self.owner = None

    def _word(self, at: int, word: nodes.Word) -> int:
        act = self.finder.act(at)
        if act is not None and not is_adverb(self.lower[at]):
            self.told.update(range(act.start, act.end))
            self.participles.append(act)
            return act.end
        if self.lower[at] not in _SKIPPED and not is_adverb(self.lower[at]):
            self.bare.append(word)
        return at + 1

    def _quantity(self, at: int, part: nodes.Quantity) -> None:
        if is_time(part) or self._is_designation(at, part):
            return
        amount = Amount(part.span, part, None, self.preposition)
        if self.items or (self.amount and self.bare):
            self.gathered.amounts.append(amount)
        else:
            self.amount = amount

    def _is_designation(self, at: int, part: nodes.Quantity) -> bool:
        """Tell whether a number names a thing: "the 50 MW plant"."""
        if self.lower[at - 1 : at] != ["the"] or part.qualifier or part.unit is None:
            return False
        return at + 1 < len(self.parts) and self.lower[at + 1] not in PREPOSITIONS | JOINING

    def _rate(self, rate: nodes.Rate) -> None:
        if self.amount is not None:
            self.amount = evolve(self.amount, rate=rate.per)
        elif self.gathered.amounts:
            self.gathered.amounts[-1] = evolve(self.gathered.amounts[-1], rate=rate.per)

    # ── Prepositions ──

    def _preposition(self, word: str) -> None:
        partly = self.amount is not None or (bool(self.bare) and not self.joined)
        if word == "of" and not self.items and not self.participles and partly:
            # "30% of its troops", "the southern half of the zone": what follows is what is meant.
            self.bare = []
            self.owner = None
            return
        self.close_phrase()
        self.go_under(word)

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

    # ── The end of a phrase ──

    def begin_phrase(self) -> None:
        """Begin another phrase where one is under way, as at an article."""
        if self.items or self.bare or self.participles:
            self.close_phrase()

    def close_phrase(self) -> None:
        """Sort what the phrase speaks of by the preposition before it."""
        named = [item for item in self.items if item.kind != "words"]
        nominal = self.participles if self._ends_in_a_noun() or not self._is_in_words() else []
        heads = named or self.items or nominal
        if heads:
            self._close_named(heads[-1])
        elif self._is_in_words():
            self._close_words()
        elif self.amount is not None and self._counts_objects():
            self.gathered.amounts.append(self.amount)
        self.items, self.participles, self.bare, self.amount = [], [], [], None
        self.indefinite = self.waiting = False

    def _counts_objects(self) -> bool:
        """Tell whether a bare number says how many: "to 20,000", not "with a range of 500 km"."""
        return self.aside is None and not self.bare and self.preposition != "with"

    def _ends_in_a_noun(self) -> bool:
        """Tell whether the phrase ends in an act's name: "joint patrols", not "measures taken"."""
        if not self.participles:
            return False
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
            if self.is_recipient(first):
                self.gathered.beneficiaries.append(_mention(first, None, None))
            else:
                self.owner = (_owner(first), first.span)
            self.items = self.items[1:]
        self._rise(head)
        mention = _mention(head, self.preposition, self.owner, self.amount)
        for item in (*self.participles, *self.items):
            if item is not head:
                aside = self.gathered.others if self.aside is None else self.gathered.asides
                aside.append(_mention(item, "of" if item.kind != "act" else None, None))
        self._place(mention)

    def is_recipient(self, found: Found) -> bool:
        """Tell whether a name before a noun is who gets it: "provide X oil"."""
        del found
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
        elif preposition == "by" and somebody and gathered.passive:
            return gathered.agents
        elif (
            mention.kind == "words"
            and self.joined
            and self.last
            and self.last[0] is gathered.places
        ) or (preposition in _AT and self._is_place(mention, preposition)):
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
        becomes = preposition == "into" and self.indefinite
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
                mentions[number] = evolve(thing, owner=owner.name, owner_span=owner.span)
        elif self.joined and self.owned is not None:
            mentions, number = self.owned
            its = evolve(mentions[number], owner=owner.name, owner_span=owner.span)
            mentions.insert(number + 1, its)
            self.owned = mentions, number + 1


def is_adverb(word: str) -> bool:
    """Tell whether a word says how; shorter ones in -ly are `only`, `ally`."""
    return (
        len(word) > len("only")
        and word.endswith("ly")
        and word not in {"family", "supply", "assembly", "apply", "comply"}
    )


def is_time(quantity: nodes.Quantity) -> bool:
    """Tell whether a quantity is a span of time."""
    return (quantity.unit or "").removesuffix("s") in UNITS


def is_group(mention: Mention, *groups: str) -> bool:
    """Tell whether a mention is of an object of one of these groups."""
    return isinstance(mention.term, Object) and mention.term.group in groups


def _is_where(mention: Mention) -> bool:
    return mention.kind in {"actor", "group", "place"} or is_group(mention, *_SITES)


def _may_be_adjective(word: str) -> bool:
    """Tell whether a word before `and` can describe what follows; a plural cannot."""
    return not word.endswith("s") or word.endswith(("ous", "less"))


def _owner(found: Found) -> str:
    return found.name


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
        found.span, kind, found.name, found.term, preposition, name, span, amount, found.defined
    )
