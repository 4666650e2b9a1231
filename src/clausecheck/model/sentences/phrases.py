"""The phrases of a sentence, read from left to right.

A noun phrase ends at a preposition, a joining word, a verb or a clause of its own.
"""

from __future__ import annotations

from typing import cast

from clausecheck.model import nodes
from clausecheck.model.sentences.finding import Found
from clausecheck.model.sentences.meanings import Amount
from clausecheck.model.sentences.sorting import Sorting
from clausecheck.model.sentences.words import (
    DETERMINERS,
    IN_RETURN,
    JOINING,
    POSSESSIVES,
    PREPOSITIONS,
    UNITS,
    is_adverb,
    is_time,
)
from clausecheck.values import evolve
from clausecheck.vocabulary import Vague

_FROM_ABROAD = frozenset({"foreign", "external"})
_ASIDES = frozenset(
    "who which whom whose where whereby including except excluding if when before after while"
    " unless until than because whether should".split()
)
_APART = frozenset({"pending", "following"})
"""Prepositions before an article, "pending the talks"; behind one they describe."""

_GIVEN_FOR = [
    words.split()
    for words in ("in return for", "in exchange for", "in response to", "in consideration of")
]
_BECAUSE_OF = [words.split() for words in ("in view of", "in light of", "in the light of")]
"""What is spoken of behind these is why a thing is done, and no part of it."""
_HOW_OFTEN = frozenset("a an and again every each in more only per".split())
"""Words behind which `once` counts, and tells of no time: "once every year"."""

_SKIPPED = frozenset(
    "once twice again abroad together so far only here there now then back up down out away not"
    " also just them it itself themselves other others more most".split()
)


class Phrases(Sorting):
    """Reads noun phrases; those who know of verbs build on it."""

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
        elif self.lower[at : at + 2] == ["subject", "to"]:
            self._preposition("subject to")
            return at + 2
        elif self.lower[at : at + 3] in _GIVEN_FOR:
            self._open_aside(IN_RETURN)
            return at + 3
        elif why := next((w for w in _BECAUSE_OF if self.lower[at : at + len(w)] == w), None):
            self._open_aside(" ".join(why))
            return at + len(why)
        else:
            return self._name_or_term(at) or self._plain(at, part, word)
        return at + 1

    def _join(self, at: int, word: str) -> None:
        """End a phrase before `and` or a comma; adjectives so joined wait for their noun."""
        begins = at - 1 if self.row_begins is None or not self.waiting else self.row_begins
        shared = self._sharing_noun(at - 1, begins) if word != ";" else None
        if shared is not None:
            self.told.add(at - 1)
            self.bare = [each for each in self.bare if each is not self.parts[at - 1]]
            self.items = [each for each in self.items if each.end != at]
            self.items.append(shared)
            self.close_phrase()
            self.joined = True
        elif word != ";" and self._may_wait() and self._noun_follows(at + 1):
            self.row_begins = begins
            self.bare = []
            self.waiting = True
        elif self._are_quoted(at - 1, at + 1):
            self.waiting = True
        else:
            self.close_phrase()
            self.joined = True

    def _sharing_noun(self, at: int, begins: int) -> Found | None:
        """Return what the last word of the phrase names with the noun of what follows, if any."""
        if self.participles or not (self.items or self.bare):
            return None
        last = self.items[-1] if self.items else None
        if last is not None and (last.kind != "object" or (last.start, last.end) != (at, at + 1)):
            return None
        plain = last is not None or self.bare[-1] is self.parts[at]
        return self.finder.sharing_noun(at, begins) if plain else None

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
            self.owner = (found.name, found.span)

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
            self.article = word
        elif isinstance(part, nodes.Word):
            return self._word(at, part)
        return at + 1

    def _begins_aside(self, at: int, word: str) -> bool:
        if word == "that":
            return bool(self.items or self.bare) or (at > 0 and at - 1 in self.told)
        return (
            word in _ASIDES
            or self.lower[at : at + 2] in (["such", "as"], ["provided", "that"])
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
        how_often = self.lower[at] in UNITS and self.lower[at - 1] in {"each", "every"}
        if self.lower[at] not in _SKIPPED and not is_adverb(self.lower[at]) and not how_often:
            self.bare.append(word)
        return at + 1

    def _quantity(self, at: int, part: nodes.Quantity) -> None:
        if is_time(part) or self._is_designation(at, part):
            return
        if self.items and self.items[-1].kind == "actor" and self.is_led_to():
            self.begin_phrase()  # "pay to X 20 million"
        amount = Amount(part.span, part, None, self.preposition)
        named = bool(self.items) and not self.items[-1].possessive
        if named or (self.amount and self.bare):
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

    def _preposition(self, word: str) -> None:
        partly = self.amount is not None or (bool(self.bare) and not self.joined)
        if word == "of" and not self.items and not self.participles and partly:
            # "30% of its troops", "the southern half of the zone": what follows is what is meant.
            self.bare = []
            self.owner = None
            return
        self.close_phrase()
        self.go_under(word)


def _may_be_adjective(word: str) -> bool:
    """Tell whether a word before `and` can describe what follows; a plural cannot."""
    return not word.endswith("s") or word.endswith(("ous", "less"))
