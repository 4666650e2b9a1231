"""What is compared one by one: the sentences of a text, each with the labels that bind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TypeAlias

from attrs import field

from clausecheck.changes import Passage
from clausecheck.compare.ground.against import is_against_others
from clausecheck.compare.ground.canon import Canon, Value
from clausecheck.layout.values import written
from clausecheck.model import nodes
from clausecheck.model.reading import Clause, Labels, Reading, Said
from clausecheck.model.sentences import Deed, Meaning, Mention
from clausecheck.model.sentences.words import DETERMINERS
from clausecheck.patterns import regex
from clausecheck.source import Source, Span
from clausecheck.values import frozen
from clausecheck.vocabulary import Term
from clausecheck.vocabulary.wording import form_of, is_plain

REMARKS = frozenset({"source", "note", "certainty"})
"""Labels in which the encoder speaks, and not the text."""
_BEFORE_A_SIGN = regex(r" (?=[.,;])")
"""A blank left by what was not taken of a bracket."""
_BINDING = frozenset({"duty", "prohibition"})
_RENOUNCING = frozenset({"renounces"})
"""Statements that bind whoever makes them as a prohibition does."""
_ASKING = frozenset({"recommends"})
"""Duties by which others are asked for something: "calls upon both sides to"."""
_NORMS = ("duty", "prohibition", "permission", "exemption")
_TITLE, _ACT, _THING, _WHO, _WORD = 2.0, 3.0, 3.0, 2.0, 0.5
_TWO = 2
_RECIPROCAL = ("each other", "one another")
_OTHER = "other"
"""The name of a group: `each other`, `the other party`."""
_SHORT = 3
"""Letters of a word that is passed over."""

Placed: TypeAlias = "tuple[str, Span]"


@frozen(slots=False, eq=False)
class Unit:
    """A sentence of a clause; of a clause without one, all that stands in it.

    `at` counts the units of a text in the order in which they stand.
    """

    at: int
    number: str
    clause: Clause = field(repr=False)
    said: Said | None
    labels: Labels = field(repr=False)
    quoted: tuple[nodes.Quoted, ...] = field(repr=False)
    canon: Canon = field(repr=False)
    source: Source = field(repr=False)
    placed: tuple[nodes.Label, ...] = field(default=(), repr=False)
    """Those of the labels that stand in the sentence, as words of it."""
    supposed: tuple[nodes.Label, ...] = field(default=(), repr=False)
    """Those of them that say from when, where the words do not."""
    alone: str | None = field(default=None, repr=False)
    """The one of those bound for whom alone it is read: `each other` is then the other one."""

    @cached_property
    def content(self) -> Value:
        """All that it says, wherever it stands and whichever clauses it names."""
        return self.content_by(self.canon)

    def content_by(self, canon: Canon) -> Value:
        """Return all that it says as a canon has it."""
        sentence = canon.value(self.said.sentence) if self.said else ()
        return (
            sentence,
            self.clause.preamble,
            self.label_values(canon),
            tuple(map(canon.value, self.quoted)),
        )

    def label_values(self, canon: Canon) -> Value:
        """Return what the labels say, but for remarks; their order says nothing."""
        lines = [line for line in self.labels.lines if line.name not in REMARKS]
        return frozenset(Counter((line.name, canon.value(line.value)) for line in lines).items())

    @property
    def says_nothing(self) -> bool:
        """Whether it is a bare number."""
        titled = self.clause.block.heading.title is not None
        return not (self.said or self.labels.lines or self.quoted or titled)

    @cached_property
    def tokens(self) -> tuple[Placed, ...]:
        """The words of its sentence, names as the base has them, each with its place."""
        parts = self.said.sentence.parts if self.said else ()
        return tuple(
            (word, parts[first].span.to(parts[end - 1].span))
            for word, (first, end) in self.canon.words_at(parts)
        )

    @cached_property
    def meanings(self) -> tuple[Meaning, ...]:
        """What its sentence says."""
        return self.said.meanings if self.said else ()

    @cached_property
    def main(self) -> Meaning | None:
        """What of it binds or allows, or else the first that it says."""
        norms = (each for each in self.meanings if each.kind in _NORMS)
        return next(norms, self.meanings[0] if self.meanings else None)

    @cached_property
    def parties(self) -> tuple[str, ...]:
        """Whom it binds, as the base calls them; of a side its members."""
        return self.canon.everybody(self.main.who.names) if self.main else ()

    @cached_property
    def counterparts(self) -> tuple[str, ...]:
        """The two bound to each other by it.

        Who `the other party` is where a third takes part cannot be told; `each other` says it.
        """
        mutual = [
            self.words_of(each.owner_span or each.span).lower()
            for meaning in self.meanings
            for each in _mentioned(meaning)
            if _OTHER in {each.owner, each.kind == "group" and each.name}
        ]
        every = set(self.parties) == set(self.canon.everybody(self.canon.names.parties))
        told = bool(mutual) and (every or all(said.startswith(_RECIPROCAL) for said in mutual))
        return self.parties if told and len(self.parties) == _TWO else ()

    @property
    def counterpart(self) -> str | None:
        """Who `each other` is for the one for whom it is read."""
        others = (name for name in self.counterparts if self.alone and name != self.alone)
        return next(others, None)

    def owner_of(self, mention: Mention) -> str | None:
        """Return whose a thing is, as the base calls them."""
        if mention.owner == _OTHER and self.counterpart:
            return self.counterpart
        return self.canon.actor(mention.owner) if mention.owner else None

    @property
    def unread(self) -> bool:
        """Whether its sentence does not say how bindingly, by what is chosen in it."""
        return self.said is not None and self.main is None

    @property
    def promises(self) -> bool:
        """Whether somebody promises something by it, and does not only ask others for it."""
        if self.main is None or self.clause.preamble:
            return False
        name = self.main.modality.name
        return name in _RENOUNCING or (self.main.kind in _BINDING and name not in _ASKING)

    @cached_property
    def words_for(self) -> Mapping[str, str]:
        """Whom it binds, its acts and its things, each with the words for it."""
        found: dict[str, str] = {}
        for meaning in self.meanings:
            found |= {f"who {name}": name for name in self.canon.everybody(meaning.who.names)}
            mentions = list(meaning.subject)
            for deed in every_deed(meaning.deeds):
                found[f"act {_act(deed)}"] = self.words_of(deed.act_span)
                mentions += deed.mentions
            for mention in mentions:
                for name in self.names_of(mention):
                    found.setdefault(f"thing {name}", self.words_of(mention.span))
        return found

    @cached_property
    def features(self) -> Mapping[str, float]:
        """What it is about, and how much each of that tells."""
        weights = {"who": _WHO, "act": _ACT, "thing": _THING}
        found = {name: weights[name.partition(" ")[0]] for name in self.words_for}
        for words, _ in self.tokens:
            found.update(_words(words.strip('"')))
        for quoted in self.quoted if self.said is None else ():
            found.update(_words(quoted.text))
        title = self.clause.block.heading.title
        if title is not None:
            found[f"title {' '.join(title.text.lower().split())}"] = _TITLE
        return found

    def names_of(self, mention: Mention) -> tuple[str, ...]:
        """Return what is spoken of, as the base calls it; of a side each of its members."""
        if mention.kind == "actor":
            return self.canon.everybody((mention.name,))
        if mention.name == _OTHER and self.counterpart:
            return (self.counterpart,)
        if mention.defined is not None:
            return (self.canon.known.terms.get(mention.defined, mention.defined),)
        return (mention.name,)

    def said_of(self, mention: Mention) -> tuple[str, ...]:
        """Return what is spoken of with what its words say: euros are not the yen of one term."""
        names = self.names_of(mention)
        if mention.term is None or mention.defined is not None or mention.kind == "actor":
            return names
        return tuple(self.worded(name, mention.term, mention.span) for name in names)

    def worded(self, name: str, term: Term, at: Span) -> str:
        """Return a name with the form that the words for its term say, if they say more than it."""
        words = self.words_of(at)
        return name if is_plain(term, words) else f"{name}: {form_of(term, words)}"

    @cached_property
    def span(self) -> Span:
        """Its sentence, or its clause's heading, with all that stands below it and is its own."""
        if self.said is None:
            return self.clause.span
        every = [self.said.sentence.span, *(line.span for line in self.own_labels)]
        return self.said.sentence.span.to(max(every, key=lambda span: span.end))

    @cached_property
    def own_labels(self) -> tuple[nodes.Label, ...]:
        """The labels that stand below the sentence itself."""
        shared = {id(line) for line in self.clause.labels.lines}
        return tuple(line for line in self.labels.lines if id(line) not in shared)

    @cached_property
    def passage(self) -> Passage:
        """The unit as a reader is shown it."""
        lines = self.labels.lines if len(self.clause.said) == 1 else self.own_labels
        return Passage(
            self.number,
            self.span,
            self.words_of(self.words_at),
            self.main.kind if self.main and not self.clause.preamble else "",
            self.parties,
            tuple(self.line(each) for each in lines if each.name not in REMARKS),
            self.promises,
            self.promises and self.main is not None and self.main.binding,
            self.main is not None and is_against_others(self.main, self.labels),
        )

    def words_of(self, at: Span) -> str:
        """Return what stands in a place, in one line."""
        words = " ".join(self.source.text[at.start : at.end].split())
        return _BEFORE_A_SIGN.sub("", words)

    def led(self, at: Span, by: str | None) -> str:
        """Return what stands in a place, with the preposition if it stands there as well."""
        before = self.source.text[: at.start].lower().split()[-2:]
        stands = bool(by) and (before[-1] == by or (before[0] == by and before[-1] in DETERMINERS))
        return f"{by} {self.words_of(at)}" if stands else self.words_of(at)

    def line(self, label: nodes.Label) -> str:
        """Return a label in one line, or the words of the sentence that it stands for."""
        if label in self.placed:
            return f"`{self.words_of(label.span)}`"
        return f"`{label.name}: {' '.join(written(label.value).split())}`"

    @property
    def words_at(self) -> Span:
        """The sentence without its letter; of a clause without one, its heading."""
        if self.said is None:
            return self.clause.block.heading.span
        return self.said.sentence.parts[0].span.to(self.said.sentence.span)


def units(reading: Reading, canon: Canon, source: Source) -> tuple[Unit, ...]:
    """Return every sentence in text order; of a clause without one, the clause."""
    found: list[Unit] = []
    for clause in reading.in_the_file:
        quoted = _quoted(clause)
        if not clause.said:
            found.append(
                Unit(
                    len(found),
                    clause.number,
                    clause,
                    None,
                    clause.labels,
                    clause.quoted,
                    canon,
                    source,
                )
            )
        for said in clause.said:
            beside = tuple(quoted.get(id(said.sentence), ()))
            found.append(
                Unit(len(found), said.number, clause, said, said.labels, beside, canon, source)
            )
    return tuple(found)


def _quoted(clause: Clause) -> Mapping[int, list[nodes.Quoted]]:
    """Return the quoted lines by the sentence below which they stand, the first's if above all."""
    found: dict[int, list[nodes.Quoted]] = {}
    at = id(clause.said[0].sentence) if clause.said else 0
    for item in clause.block.items:
        if isinstance(item, nodes.Sentence):
            at = id(item)
        elif isinstance(item, nodes.Quoted):
            found.setdefault(at, []).append(item)
    return found


def every_deed(deeds: tuple[Deed, ...]) -> Iterator[Deed]:
    """Yield deeds and those within them."""
    for deed in deeds:
        yield deed
        yield from every_deed(deed.inner)


def _mentioned(meaning: Meaning) -> Iterator[Mention]:
    for deed in every_deed(meaning.deeds):
        yield from deed.mentions


def plain_words(unit: Unit) -> frozenset[str]:
    """Return the words of a sentence, without endings, but for names and how bindingly it is."""
    said = frozenset(name for words, _ in unit.tokens for name, _ in _words(words.strip('"')))
    return said - stems(unit.main.modality.text) if unit.main else said


def stems(text: str) -> frozenset[str]:
    """Return the words by which a text may be found, each without its ending."""
    return frozenset(name for name, _ in _words(text))


def _words(text: str) -> Iterator[tuple[str, float]]:
    """Yield the words of a text by which it may be found."""
    for word in text.lower().split():
        if len(word) > _SHORT and word[0].isalnum():
            yield f"word {stem(word)}", _WORD


def _act(deed: Deed) -> str:
    return deed.act.name if deed.act else deed.act_text.lower()


def stem(word: str) -> str:
    """Return a word without its ending, roughly: it only helps to find what is alike."""
    for ending in ("ations", "ation", "ions", "ion", "ments", "ment", "ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return word.removesuffix(ending).removesuffix("e")
    return word.removesuffix("e")
