"""How bindingly a sentence speaks: which of its words are the modality, and which are not.

A sentence has one. Other verbs of the same look belong to clauses within it ("measures that shall
be agreed"), or are nouns ("the will of the people"), and stay words. A second modality is found
only where it surely is one: next to the first, or joined to it by "and", "or", "but" or a
semicolon, with a subject of its own or without. One that repeats the first ("shall not use and
shall not threaten to use") is kept.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from attrs import Factory, define

from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.syntax.slip import Unreadable

if TYPE_CHECKING:
    from clausecheck.syntax.words import Words

_AUXILIARIES = frozenset(
    {"SHALL", "SHALL_NOT", "WILL", "WILL_NOT", "MAY", "MAY_NOT", "SHOULD", "SHOULD_NOT"}
)
_SHALL = frozenset({"SHALL", "SHALL_NOT"})
"""Those that in a clause of a thing no text has without "that": "the sites A and B will visit"."""
_OF_OTHERS = frozenset({"RECOMMENDS", "GUARANTEES"})
"""Duties that may be followed by what somebody shall do."""
_OF_THINGS = frozenset({"REMAINS_IN_FORCE", "IS_A_MATTER_FOR"})
"""Statements on what stands or is left to others, which a party may declare: "that X is …"."""
_FIRST_WORDS = frozenset({"shall", "will", "may", "should"})
_ALSO_NOUNS = frozenset(
    "note notes recall recalls welcome regret regrets support supports guarantee guarantees promise"
    " promises pledge pledges hope hopes wish wishes desire desires resolve express consent"
    " consents".split()
)
"""Verbs that are other words as well: "the wish to leave", "notes shall be exchanged"."""
_SUBORDINATORS = frozenset(
    {"that", "which", "who", "whom", "whose", "what", "whatever", "where", "when", "whenever"}
    | {"if", "unless", "while", "until", "because", "whether", "as"}
)
_BEFORE_A_NOUN = frozenset(
    {"the", "its", "their", "a", "an", "any", "no", "of", "with", "without"}
    | {"free", "good", "political", "joint", "own", "popular", "common", "mutual"}
)
_BEFORE_A_VERB = frozenset({"shall", "will", "may", "should", "must", "can", "cannot", "not", "to"})
_CONJUNCTIONS = frozenset({"and", "or", "but", "nor"})
_NOT_OURS = frozenset({"must", "cannot", "can", "ought"})
TELLING = _SUBORDINATORS | _NOT_OURS | {"nothing"}
"""Words of which `Modalities.word` takes more note than that they stand there."""
_DENYING = regex(
    r"(?:nothing|no (?:provision|article|clause|part|term)s?|none of|neither)\s", re.IGNORECASE
)
_WORD_OR_SIGN = regex(r"[^\W\d_]+|[\[\]|;]")
_ADVERB = r"[^\W\d_]+ly|also|then|thereafter|always|further|even|not"
_NEXT_TO = regex(rf"(?:[\s,]|\b(?:{_ADVERB}|and|or|but)\b)*", re.IGNORECASE)
_NAME = r"(?:[A-Z][^\W_]*|each|both|it|they)"
_JOINED = regex(
    rf"(?P<before>[^\s,;]+)(?P<comma>,?)\s+(?:and|or|but|nor)\s+(?:(?:{_ADVERB})\s+)*"
    rf"(?P<who>(?:{_NAME}\s+){{0,3}})$"
    rf"|;\s+(?:(?:and|or|but)\s+)?(?P<next>(?:\S+\s+){{0,4}})$"
)
_A_THING = regex(
    r"\s(?:and|or|but|nor)\s+(?:the|an?|all|any|no|its|their|[a-z]+s)\s+(?:[^\W\d_]+\s+){0,5}$"
)
"""A subject that is no name."""
_LED = regex(
    r"\s(?:by|to|from|with|of|on|in|for|against|between)\s+(?:the\s+)?(?:[A-Z]\S*\s+)+"
    rf"(?:and|or|but|nor)\s+(?:{_NAME}\s+){{1,3}}$"
)
"""A name before which a preposition stands, so that no clause of a thing begins with it."""
_SOMEBODY = regex(r"\s+(?:[A-Z]|(?:the|an?|any|either|one|another|such|it|they)\b)")
_SIGNS = regex(r"[\[\]|]")
_LONGEST = 12
"""Words; no modality has as many."""
_REACH = 150
"""Characters about a modality in which its "and", or the next one, is sought."""


@define
class Modalities:
    """Follows one sentence, word by word, and tells its modality from look-alikes."""

    text: str
    words: Words
    denied: bool = False
    """Whether the subject denies what follows, as "Nothing in this treaty" does."""
    name: str | None = None
    """The terminal of the modality that holds here."""
    end: int = 0
    """Where that modality ends."""
    may_follow: bool = True
    """Whether a modality may still come: the first, or the one that a party declares."""
    before: str = ""
    subordinate: str = ""
    """The word that began the clause within the sentence in which reading stands, if any."""
    foreign: Span | None = None
    """A verb such as "must", where the modality should stand."""
    outer: list[tuple[str | None, int, bool, str]] = Factory(list)
    inner: list[tuple[str, int] | None] = Factory(list)

    @classmethod
    def of(cls, text: str, words: Words, at: int) -> Modalities:
        """Return the start of a sentence."""
        return cls(text, words, denied=bool(_DENYING.match(text, at)))

    def word(self, lower: str, at: int, stop: int) -> None:
        """Take note of a word that is no modality."""
        if lower in _SUBORDINATORS:
            self.subordinate = lower
        elif lower == "nothing":
            self.denied = True
        elif lower in _NOT_OURS and self.name is None and not self.subordinate:
            self.foreign = self.foreign or Span(at, stop)
        self.before = lower

    def sign(self, sign: str) -> None:
        """Take note of a sign: proposals in a bracket all begin from what stands before it."""
        if sign == "[":
            self.outer.append((self.name, self.end, self.may_follow, self.subordinate))
            self.inner.append(None)
        elif sign in "|]" and self.outer:
            if self.name is not None:
                self.inner[-1] = self.inner[-1] or (self.name, self.end)
            self.name, self.end, self.may_follow, subordinate = self.outer[-1]
            if sign == "|":
                self.subordinate = subordinate
            else:
                self.outer.pop()
                proposed = self.inner.pop()
                if proposed and self.name is None:
                    self.name, self.end = proposed
                    self.may_follow = False
        elif sign == "," and self.name is None:
            # A clause in front of the subject ends here: "If talks fail, US may …".
            self.subordinate = ""
        self.before = sign

    def read(self, at: int, end: int, lower: str) -> tuple[str, int] | None:
        """Return the modality that begins at a word and where it ends, or None for a plain word.

        Raises:
            Unreadable: it is a second modality in one sentence.
        """
        found = self.phrase(at, end, lower)
        if found is None or self.is_noun(at, lower):
            return None
        name, stop = found
        if name == "SHOULD" and self.begins_a_condition(at, stop, end):
            self.subordinate = "if"
            return None
        auxiliary = name in _AUXILIARIES and lower in _FIRST_WORDS
        if not auxiliary and (self.before in _BEFORE_A_VERB or self.follows_at_once()):
            return None
        if self.name is None:
            if self.is_of_a_clause(stop, end) or self.is_another_word(lower, stop, end):
                self.subordinate = ""
                return None
            self.may_follow = self.words.modal_kinds[name] == "statement" or name in _OF_OTHERS
        elif self.may_follow:
            owed = name in _AUXILIARIES or name.endswith(("_TO", "_NOT"))
            saved = self.words.modal_kinds[name] == "savings" or name in _OF_THINGS
            if not (owed or saved) or lower in _ALSO_NOUNS or self.is_in_a_relative_clause():
                return None
            self.may_follow = False
        elif not self.is_second(at, stop, name):
            return None
        self.name, self.end = name, stop
        self.before = ""
        self.subordinate = ""
        return found

    def phrase(self, at: int, end: int, lower: str) -> tuple[str, int] | None:
        """Return the longest phrase of the grammar that begins here, and where it ends."""
        # Plain words first: few of the phrases that begin so are worth a pattern.
        here = " ".join(self.text[at:end].lower().split(None, _LONGEST)[:_LONGEST])
        for phrase, name in self.words.modalities[lower]:
            if not here.startswith(phrase):
                continue
            if self.denied or name != "AFFECTS":
                match = _phrase(phrase).match(self.text, at, end)
                if match:
                    return name, match.end()
        return None

    def begins_a_condition(self, at: int, stop: int, end: int) -> bool:
        """Tell "Should talks fail, X may" and "X may go should Y fail" from a duty."""
        if self.name is not None:
            return _SOMEBODY.match(self.text, stop, end) is not None
        return self.text.startswith("Should", at)

    def is_noun(self, at: int, lower: str) -> bool:
        """Tell "the will of the people" and the month of May from the verbs.

        A capital before a small letter is a name, as in "A may leave", and no article.
        """
        if lower == "may" and self.text.startswith("May", at):
            return True
        named = lower in {"will", "may"} and self.text[max(at - 2, 0) : at] == "A "
        if named and not self.text.startswith(" to ", at + len(lower)):
            return False
        return lower in _ALSO_NOUNS | {"will", "may"} and self.before in _BEFORE_A_NOUN

    def is_another_word(self, lower: str, stop: int, end: int) -> bool:
        """Tell whether a word that may be a noun stands before the sentence's own modality."""
        last = self.text[stop - 8 : stop].rsplit(maxsplit=1)[-1].lower()
        unsure = last in {"on", "upon"} or (lower in _ALSO_NOUNS and last != "that")
        return unsure and self.auxiliary_follows(stop, end)

    def is_in_a_relative_clause(self) -> bool:
        """Tell whether a verb belongs to a thing spoken of: "welcomes what X will do"."""
        within = self.subordinate not in {"", "that"} and self.before not in _CONJUNCTIONS
        return within and not self.text.startswith("that", self.end - len("that"))

    def follows_at_once(self) -> bool:
        """Tell whether a modality stands right before: "shall have the right to"."""
        return self.name is not None and self.before in {"", "]"}

    def is_of_a_clause(self, stop: int, end: int) -> bool:
        """Tell whether a first modality belongs to a clause within the subject.

        It does after "that" and the like, and where the same clause is followed by another: in
        "The sites that US will declare shall be open" the sentence's own is "shall".
        """
        if self.before in _SUBORDINATORS:
            return True
        return bool(self.subordinate) and self.auxiliary_follows(stop, end)

    def auxiliary_follows(self, stop: int, end: int) -> bool:
        """Tell whether "shall" or the like comes before any other clause begins."""
        before = ""
        elsewhere = False
        for match in _WORD_OR_SIGN.finditer(self.text, stop, min(end, stop + _REACH)):
            word = match.group().lower()
            if word in "|]":
                # What the other proposals say does not follow on this one.
                elsewhere = word == "|"
            elif elsewhere:
                continue
            elif word in _SUBORDINATORS or not word.isalpha():
                return False
            elif word in self.words.modalities and before not in _CONJUNCTIONS | _BEFORE_A_NOUN:
                found = self.phrase(match.start(), end, word)
                if found and found[0] in _AUXILIARIES:
                    return True
            before = word
        return False

    def is_second(self, at: int, stop: int, name: str) -> bool:
        """Tell whether a verb repeats the sentence's modality; False if it is a plain word.

        Raises:
            Unreadable: it is surely a modality, and another one.
        """
        gap = _SIGNS.sub(" ", self.text[max(self.end, at - _REACH) : at])
        near = at - self.end <= _REACH and _NEXT_TO.fullmatch(gap) is not None
        joined = _JOINED.search(gap)
        shall = name in _SHALL
        if joined and joined["who"] and not joined["comma"]:
            # In "the sites JMC and ROK will visit", "and" joins names.
            names = joined["before"][0].isupper() and not (shall and _LED.search(gap))
            joined = None if names else joined
        elif joined is None and shall and not self.subordinate and _A_THING.search(gap):
            near = True
        if name not in _AUXILIARIES:
            # "to agree to" is an act; only with a subject of its own it is a modality.
            near = False
            if self.words.modal_kinds[name] != "duty" or not (joined and joined["who"]):
                joined = None
        if not near and (joined is None or (self.subordinate and joined["next"] is None)):
            return False
        if joined and name == self.name and not joined["who"] and joined["next"] is None:
            return True
        raise Unreadable(
            Span(at, stop),
            f"a second modality, `{self.text[at:stop]}`, in one sentence",
            "keep one; a second duty is a sentence of its own",
        )


@cache
def _phrase(phrase: str) -> re.Pattern[str]:
    """Return the pattern of a phrase, over any blanks, that does not end within a word."""
    spaced = re.escape(phrase).replace(r"\ ", r"\s+")
    return regex(rf"{spaced}(?![\w-])", re.IGNORECASE)
