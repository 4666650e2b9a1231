"""Names and terms among the words of a sentence, each found where it begins."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache
from typing import Literal, cast

from clausecheck.model import nodes
from clausecheck.model.names import Names
from clausecheck.model.sentences.meanings import Shared
from clausecheck.model.sentences.words import (
    DETERMINERS,
    JOINING,
    POSSESSIVES,
    PREPOSITIONS,
    is_time,
)
from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.syntax.misreadings import NUMBER_WORDS
from clausecheck.values import evolve, frozen
from clausecheck.vocabulary import Act, Match, Term, Vocabulary
from clausecheck.vocabulary.inflection import units, variants

FoundKind = Literal[
    "actor", "group", "definition", "words", "object", "noun", "place", "method", "vague", "act"
]
_THINGS = ("object", "place", "method", "vague", "noun")
_IN_A_ROW = frozenset({"and", "or", "and/or", ","})
_NO_ROW = DETERMINERS | POSSESSIVES | PREPOSITIONS
_NAMING = ("object", "act", "place")
"""Kinds of terms with which an actor's name may begin: the "US forces"."""
_LONGEST_GAP = 8
"""Words between a verb and its particle, as in "bring more than 1,000 persons into"."""
_PARTICLES = frozenset("back down up out over into in off away on home".split())
_OPEN_NUMBER = regex(r"\((e?s)\)\Z")
"""An ending that leaves open how many are meant, as in `site(s)`."""
_GROUP_WORDS = frozenset("each any either neither both all no every the other others one".split())
_GROUPS = regex(
    r"(?P<other>each other|one another|the others"
    r"|(?:the )?others?(?: two)? (?:part(?:y|ies)|sides?)"
    r"|the other(?= (?:and|or|in|on|of|at|to|from|within|by|for|,)|$))"
    r"|(?:each|any|either|neither|both|all|no|every|the)(?: of the)?(?: two)?"
    r" (?:part(?:y|ies)|sides?|(?:(?:high )?contracting |signatory |states )part(?:y|ies)"
    r"|signator(?:y|ies)|undersigned|signatory states?)"
)
_SOME = frozenset(NUMBER_WORDS) | frozenset("some several most many few majority minority".split())
_LONGEST_GROUP = 6
_GIVEN = [[word] for word in ("the", "all", *POSSESSIVES)]
_ADJECTIVES = [
    [word]
    for word in ("complete", "separate", "open", "clear", "secure", "free", "lower", "direct")
]


@frozen
class Found:
    """A name or term; `start` and `end` count parts."""

    kind: FoundKind
    start: int
    end: int
    span: Span
    name: str
    term: Term | None = None
    possessive: bool = False
    defined: str | None = None
    """The defined term by which it is spoken of."""
    owner: str | None = None
    """Whose the definition says that it is."""
    lasts: bool = False
    """Whether it is an act of which what it brings about is kept up: "keep the road open"."""
    shared: Shared | None = None
    """The noun that it has from what stands behind it, where it has one."""


class Finder:
    """Finds names and terms among parts; remembers which parts it has told of."""

    def __init__(self, parts: Sequence[nodes.Part], names: Names, vocabulary: Vocabulary) -> None:
        self.parts = parts
        self.words = [text_of(part) for part in parts]
        self.lower = [word if _is_a_name(word, names) else word.lower() for word in self.words]
        self._names = names
        self._vocabulary = vocabulary
        self._matches: list[Sequence[Match] | None] = [None] * len(parts)
        """The terms that begin at each part, once it has been asked: it is, up to three times."""

    def name(self, at: int) -> Found | None:
        """Return the actor, group of actors, defined term or quoted words that begin here."""
        part = self.parts[at]
        if isinstance(part, nodes.Words):
            return self._quoted(part, at)
        if not isinstance(part, nodes.Word):
            return None
        if self._names.begins(self.words[at]):
            term = self._names.match_term(self.words, at)
            actor = self._names.match(self.words, at)
            if term and not (actor and actor[1] > term[1]):
                longer = self._match(at, _THINGS)
                if longer and longer.end > term[1]:
                    return None
                return self._defined(term[0], self._found("definition", at, term[1], term[0]))
            if actor:
                longer = self._match(at, _NAMING)
                if not (longer and longer.end > actor[1]):
                    return self._found("actor", at, actor[1], actor[0])
                return None
        return self._group(at)

    def _match(self, at: int, kinds: Collection[str]) -> Match | None:
        """Return the longest term of these kinds that begins here."""
        matches = self._matches[at]
        if matches is None:
            matches = self._matches[at] = self._vocabulary.matches(self.words, at)
        for match in matches:
            if match.kind in kinds:
                return match
        return None

    def is_country(self, name: str) -> bool:
        """Tell whether an actor has a country, so that something can be in it."""
        actor = self._names.actors.get(name)
        return actor is not None and actor.kind not in {"body", "standing", "role"}

    def _quoted(self, part: nodes.Words, at: int) -> Found:
        text = " ".join(part.text.split())
        term = self._names.match_term(text.split(), 0)
        if term and term[1] == len(text.split()):
            return self._defined(term[0], Found("definition", at, at + 1, part.span, term[0]))
        actor = self._names.actor(text)
        if actor is not None:
            return Found("actor", at, at + 1, part.span, actor.name)
        return Found("words", at, at + 1, part.span, part.text)

    def _defined(self, name: str, found: Found) -> Found:
        """Return a defined term as what it stands for, where that is known."""
        thing = self._names.things.get(name)
        if thing is None:
            return evolve(found, defined=name)
        return evolve(
            found,
            kind="noun" if isinstance(thing.term, Act) else "object",
            name=thing.term.name,
            term=thing.term,
            defined=name,
            owner=thing.owner,
        )

    def _group(self, at: int) -> Found | None:
        if self.lower[at] not in _GROUP_WORDS:
            return None
        text = " ".join(self.lower[at : at + _LONGEST_GROUP])
        match = _GROUPS.match(text)
        end = match.end() if match else 0
        if match is None or text[end : end + 1].isalnum():
            return None
        count = len(match.group().split())
        name = "other" if match["other"] else "some" if self._takes_part_of(at) else "all"
        return self._found("group", at, at + count, name)

    def _takes_part_of(self, at: int) -> bool:
        """Tell whether only some are meant: "half of the parties", "a majority of the parties"."""
        if at < len(("half", "of")) or self.lower[at - 1] != "of":
            return False
        part = self.parts[at - 2]
        if isinstance(part, nodes.Quantity):
            return not (part.unit in {"%", "percent"} and part.least == "100")
        return self.lower[at - 2] in _SOME

    def thing(self, at: int) -> Found | None:
        """Return the longest term that begins here and is no verb."""
        if not self.words[at]:
            return None
        match = self._match(at, _THINGS)
        if match is None or (match.end == at + 1 and not isinstance(self.parts[at], nodes.Word)):
            return None
        return self._found(
            cast("FoundKind", match.kind), at, match.end, match.term.name, match.term
        )

    def sharing_noun(self, at: int, begins: int) -> Found | None:
        """Return what a word names by the noun that all have with which it is joined.

        In "nuclear and missile tests" and "nuclear and missile facilities" it is tests, and
        facilities, that are nuclear. `begins` is where the row does of which it is one.
        """
        last = self._end_of_row(at) if _may_describe(self.lower[at]) else None
        if last is None or self.lower[last] == self.lower[at]:
            return None
        first = last + 1
        head = self.thing(last)
        if head is not None and head.end == first and head.kind == "object":
            head = self.thing(first) if first < len(self.parts) else None
        if head is None:
            return None
        for noun in range(first, head.end):
            found = self._with_noun(at, noun, head)
            if found is not None:
                of, row = self.parts[noun].span, self.parts[begins].span
                return evolve(found, shared=Shared(of.to(head.span), row.to(head.span)))
        return None

    def _with_noun(self, at: int, noun: int, head: Found) -> Found | None:
        """Return what a word and the last words of a term name together."""
        words = [self.words[at], *self.words[noun : head.end]]
        match = self._vocabulary.match(words, 0, (head.kind,))
        if match is None or match.end < len(words):
            return None
        # "Joint and combined exercises" are one thing; the land of "land and sea mines" is none.
        if match.term.name == head.name and self.thing(at) is None:
            return None
        return self._found(head.kind, at, at + 1, match.term.name, match.term)

    def _end_of_row(self, at: int) -> int | None:
        """Return where the last of single words stands that `and` or `or` joins to this one."""
        by_a_word, place = False, at
        while True:
            behind = place + 1
            while behind < len(self.parts) and self.lower[behind] in _IN_A_ROW:
                by_a_word |= self.lower[behind] != ","
                behind += 1
            if behind == place + 1:
                return place if by_a_word else None
            word = self.parts[behind] if behind < len(self.parts) else None
            if not isinstance(word, nodes.Word) or self.lower[behind] in _NO_ROW:
                return None
            place = behind

    def act(self, at: int) -> Found | None:
        """Return the longest verb that begins here, whatever its inflection."""
        if at >= len(self.parts) or not isinstance(self.parts[at], nodes.Word):
            return None
        match = self._match(at, ("act",))
        if match is None or self.lower[at : at + 3] == ["free", "of", "charge"]:
            return None  # nobody is freed who is given something free of charge
        found = self._found("act", at, match.end, match.term.name, match.term)
        return self.given_back(found) if self._leads_to_who_gets(match.end - 1) else found

    def given_back(self, act: Found) -> Found:
        """Return what somebody does who returns things: not to rejoin, as by "return to"."""
        at = act.start
        back = self._vocabulary.match(self.words[at : at + 1], 0, ("act",))
        if act.name != "rejoin" or back is None:
            return act
        return self._found("act", at, at + 1, back.term.name, back.term)

    def _leads_to_who_gets(self, at: int) -> bool:
        """Tell whether `to` leads to who is given what follows: "return to X its prisoners"."""
        gets = self.name(at + 1) if self.lower[at] == "to" else None
        if gets is None or gets.end == len(self.parts):
            return False
        part = self.parts[gets.end]
        counted = isinstance(part, nodes.Quantity) and not is_time(part)
        return counted or [self.lower[gets.end]] in _GIVEN

    def parted_act(self, at: int) -> tuple[Found, int] | None:
        """Return the verb that begins here with its particle further on, and where that stands."""
        for other in range(at + 2, min(len(self.lower), at + _LONGEST_GAP)):
            if self.lower[other] in _PARTICLES:
                match = self._vocabulary.match((self.words[at], self.words[other]), 0, ("act",))
                if match and match.end == len(("verb", "particle")):
                    return self._found("act", at, at + 1, match.term.name, match.term), other
        return None

    def names_an_act(self, at: int) -> bool:
        """Tell whether a word is the noun of a verb: "inspection", "request"."""
        return self._match(at, ("noun",)) is not None

    def is_plain(self, act: Found) -> bool:
        """Tell whether a verb stands uninflected, as after `shall` and `to`."""
        return units(" ".join(self.words[act.start : act.end])) in _plain_forms(
            cast("Act", act.term).forms
        )

    def may_describe(self, act: Found) -> bool:
        """Tell whether a verb is an adjective too: "to complete denuclearization"."""
        return self.lower[act.start : act.end] in _ADJECTIVES

    def _found(
        self, kind: FoundKind, at: int, end: int, name: str, term: Term | None = None
    ) -> Found:
        last = self.lower[end - 1]
        span = self.parts[at].span.to(self.parts[end - 1].span)
        return Found(kind, at, end, span, name, term, last.endswith(("'s", "’s", "s'", "s’")))


@cache
def _plain_forms(forms: tuple[str, ...]) -> frozenset[str]:
    return frozenset(variants(forms))


def _may_describe(word: str) -> bool:
    """Tell whether a word may stand before a noun; a plural does not."""
    return not word.endswith("s") or word.endswith(("ous", "less"))


def references_in(parts: Sequence[nodes.Part]) -> tuple[nodes.Reference, ...]:
    """Return the numbers that name a clause: not the one that repeats a word, "thirty (30)"."""
    return tuple(
        part
        for number, part in enumerate(parts)
        if isinstance(part, nodes.Reference)
        and not _repeats_a_word(parts[max(number - 2, 0) : number])
    )


def annexes_in(parts: Sequence[nodes.Part]) -> tuple[tuple[nodes.Reference, bool], ...]:
    """Return the numbers of annexes, or in one, and whether of this text: "annexes 1 and 3(a)".

    Another's are those of "annex 2 to the Armistice Agreement" and of "resolution 1718, annex 2".
    """
    words = [text_of(part).lower() for part in parts]
    found: list[tuple[nodes.Reference, bool]] = []
    named = own = False
    for at, part in enumerate(parts):
        if isinstance(part, nodes.Reference) and named:
            if part.instrument is None and part.number[0].isdigit():
                belongs = words[at + 1 : at + 2] == ["to"] and words[at + 2 : at + 3] != ["this"]
                found.append((part, own and not belongs))
        elif words[at] in _ANNEXES:
            named, own = True, words[max(at - 1, 0) : at] != [","]
        else:
            named = named and words[at] in _JOINING
    return tuple(found)


_ANNEXES = frozenset({"annex", "annexes"})
_JOINING = frozenset({"and", "or", ","})


def _repeats_a_word(before: Sequence[nodes.Part]) -> bool:
    words = [text_of(part).lower() for part in before]
    return words[1:] == ["("] and words[0] in NUMBER_WORDS


def _is_a_name(word: str, names: Names) -> bool:
    """Tell whether a small word in capitals is somebody's short name: a party named `NOR`."""
    small = word.isupper() and len(word) > 1 and word.lower() in _SMALL
    return small and names.actor(word) is not None


_SMALL = JOINING | PREPOSITIONS | DETERMINERS | POSSESSIVES | {"no", "all"}


def text_of(part: nodes.Part) -> str:
    """Return a part as it can stand in a name; empty where it cannot."""
    if isinstance(part, nodes.Word):
        text = part.text
        return _OPEN_NUMBER.sub(r"\1", text) if text[-1] == ")" else text
    if isinstance(part, nodes.Reference) and part.instrument is None and part.last is None:
        return part.number
    if isinstance(part, nodes.Quantity) and not (part.most or part.qualifier or part.multiplier):
        return f"{part.least} {part.unit}" if part.unit else part.least
    return ""


def lowered(parts: Sequence[nodes.Part]) -> list[str]:
    """Return the words of parts in lower case."""
    return [text_of(part).lower() for part in parts]
