"""The line that would say what a qualifier says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausecheck.model.names import Names
from clausecheck.model.qualifiers.kinds import BREACHED, MOMENT, NUMBER, STATE, STATES
from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.syntax.dates import date_in
from clausecheck.syntax.misreadings import NUMBER_WORDS, OFTEN
from clausecheck.values import frozen
from clausecheck.vocabulary.inflection import verb_inflections

_IF = frozenset({"if", "unless"})
_EVENTS = frozenset({"until", "after"})
_OF_IT = regex(r"^(?:the )?(?:entry into force|conclusion|signature|ratification) of ")
_PASSED = regex(r"^(?:(?:it|they) (?:is|are) )?(?:replaced|superseded|followed|succeeded) by ")
"""What comes in the place of something: its event is named for that."""

_ARTICLE = regex(r"^(?:an?|the) ")
_THIRD = {"be": "is", "have": "has", "not": "does not"}
_DONE = regex(r"(?P<done>.+? (?:has|have) (?:not )?(?:been )?\w+)\b.*")
"""What somebody has done, which its event is named for; not the one who does it."""

_EVENT = regex(r" (?:is|are|has|have|was|were|enters?|comes?|takes?|begins?|ends?|shall|will)\b.*")
"""What is told of a thing, which its event is named for."""


@frozen
class Qualifier:
    """Words of a sentence that a label would say: what they are, and the line to type."""

    span: Span
    words: str
    what: str
    line: str
    """The line, with its label."""
    open: str = ""
    """The words that are still open on that line."""
    supposed: bool = False
    """Whether the line says from when, and the words do not."""

    @property
    def meant(self) -> str:
        """That the clause on the line only stands for the one meant, which the words leave out."""
        if self.supposed and self.line.endswith("after signature"):
            return ", or after another moment"
        breach = self.line.endswith("is breached")
        left_out = breach and self.line.split()[1] not in self.words.split()
        return ", with the clause that is meant" if left_out else ""

    @property
    def remedy(self) -> str:
        """What to type; what is only awaited from outside the text is an event."""
        label = self.line.partition(":")[0]
        if self.open and label in _EVENTS:
            return as_event(self.open, label)
        if self.open and label in _IF:
            return (
                f"put it on a line of its own: `{self.line}`, with `judged by:` and who decides, "
                f'or declare an `event` with `when: outside this text, "{self.open}"`'
            )
        return f"put it on a line of its own: `{self.line}`{self.meant}"


def as_event(words: str, label: str = "until") -> str:
    """Return how words are declared as an event outside the text, and the line that awaits it."""
    if words.startswith(("such ", "this ", "that ", "it ")):
        return "name what ends it as an `event`, and under it `when:` or `certified by:`"
    bare = _ARTICLE.sub("", _OF_IT.sub("", _PASSED.sub("", words)))
    done = _DONE.fullmatch(bare)
    name = done["done"] if done else _EVENT.sub("", bare) or words
    return (
        f'declare `event "{name}"`, and below it `when: outside this text, "{words}"`, '
        f'and write `{label}: "{name}"`'
    )


def value_of(name: str, words: str, names: Names) -> str:
    """Return what a pattern found as a label takes it; empty where it cannot be told."""
    if name == "moment":
        return _moment(words)
    if name == "act":
        words = words.rstrip(" ,")
        breach = BREACHED.fullmatch(words)
        if breach:
            return f"{breach['number'] or breach['whole'] or _any_clause(names)} is breached"
        plain = "," not in words and '"' not in words and names.match(words.split(), 0)
        if re.fullmatch(STATE, words):
            return _state(words)
        return words if plain or re.fullmatch(MOMENT, words) else _quoted(words)
    if name == "inverted":
        return _turned(words.rstrip(" ,"), names)
    if name == "thing":
        known = words in names.events or re.fullmatch(NUMBER, words)
        return words if known else _quoted(words)
    if name == "known":
        return words if words in names.events else ""
    if name == "span":
        without = re.sub(r" \(\d+\)", "", words)
        return " ".join(NUMBER_WORDS.get(word, word) for word in without.split())
    if name == "often":
        return OFTEN[words]
    if name == "who":
        return " and ".join(_actors(words, names))
    if name == "alone":
        every = list(_found(words, names))
        whole = every and every[-1][1] == len(words.replace(",", " ,").split())
        return " and ".join(name for name, _ in every) if whole else ""
    return words


def _any_clause(names: Names) -> str:
    """Return the first clause that is no recital's and no annex's, to stand for the one meant."""
    return next((number for number in names.numbers if number[0] not in "AP"), "1")


def _turned(words: str, names: Names) -> str:
    """Return "X resume tests", as it stands behind "should", as "X resumes tests"."""
    every = words.split()
    actor = names.match(every, 0)
    at = actor[1] if actor else next((n for n, word in enumerate(every) if word == "be"), 0)
    if 0 < at < len(every):
        verb = every[at]
        every[at] = _THIRD.get(verb) or verb_inflections(verb)[1]
    turned = " ".join(every)
    if BREACHED.fullmatch(turned):
        return f"{_any_clause(names)} is breached"
    return turned if actor and '"' not in turned else _quoted(turned)


def _moment(words: str) -> str:
    date = date_in(words)
    if date:
        return date[1].strip("`")
    if re.fullmatch(STATE, words):
        return _state(words)
    return re.sub(r"^(?:(?:the|its) )?(?:(?:date|day) of )?(?:the |its )?| of this \w+$", "", words)


def _state(words: str) -> str:
    """Return how a clause stands: "completion of clause 2" is that 2 is complete."""
    every = words.split()
    how = next(said for word in every for start, said in STATES.items() if word.startswith(start))
    which = next((word for word in every if word[0].isdigit()), every[0])
    return f"{which} {how}"


def _actors(words: str, names: Names) -> Iterator[str]:
    """Yield the actors with which some words begin, as they are named there."""
    yield from (name for name, _ in _found(words, names))


def _found(words: str, names: Names) -> Iterator[tuple[str, int]]:
    """Yield the actors with which some words begin, each with how many words there are so far."""
    every = words.replace(",", " ,").split()
    at = 0
    while found := names.match(every, at + (every[at : at + 1] == ["the"])):
        yield found
        at = found[1]
        if every[at : at + 1] not in (["and"], [","]):
            return
        at += 1


def _quoted(words: str) -> str:
    inner = words.replace('"', "'")
    return f'"{inner}"'
