"""Who a sentence binds: what stands before its modality."""

from __future__ import annotations

from collections.abc import Sequence

from clausecheck.model import nodes
from clausecheck.model.names import Names
from clausecheck.model.sentences.finding import Finder
from clausecheck.model.sentences.meanings import ACTING_FOR_OTHERS, How, Mention, Who, is_group
from clausecheck.model.sentences.phrases import Phrases
from clausecheck.model.sentences.words import (
    DETERMINERS,
    JOINING,
    POSSESSIVES,
    PREPOSITIONS,
    UNITS,
    is_adverb,
    is_time,
)
from clausecheck.source import Span

_OF_THINGS = frozenset({"remains in force", "is a matter for", "is for"})
"""What is said of things, of other clauses among them: "6 and 8 remain in force"."""
_WITH_A_VERB = frozenset({"if", "when", "unless", "while", "where", "because", "once"}) | {"should"}
_SAYING_WHEN = _WITH_A_VERB - {"once"} | {"after", "before", "until"}
_BESIDE = frozenset(
    "save except subject pursuant contrary alongside provided together to having acting following"
    " building recalling recognising considering respecting seeking wishing".split()
)
"""First words of what stands before the subject: "subject to the consent of A, B shall"."""
_NEVER_LAST = PREPOSITIONS | JOINING | DETERMINERS | POSSESSIVES | _SAYING_WHEN | {"all", "once"}
"""Words with which no noun phrase ends."""
_LONGEST_NAME = 6
_PROVISIONS = frozenset("provision provisions article articles clause clauses part term".split())


class Subject(Phrases):
    """Reads the subject's phrases; one set before it ends at its comma, or where the next begins.

    "Upon signature, the parties", and "upon signature of this treaty the parties".
    """

    def __init__(self, finder: Finder) -> None:
        super().__init__(finder)
        self.begins = 0
        """Where the subject itself begins, behind what is set before it."""
        self.apart = self._begins_apart()
        self._leads_in = self._begins_beside()

    def _begins_apart(self) -> bool:
        """Tell whether something stands before the subject that says when, where or if."""
        at = next((at for at, word in enumerate(self.lower) if not is_adverb(word)), 0)
        after_a_time = len(self.lower) > at + 1 and (
            self._is_time(at) or self.lower[at + 1].removesuffix("s") in UNITS
        )
        return (
            self.lower[at] in PREPOSITIONS | _SAYING_WHEN
            or self.lower[at + 1 : at + 3] == ["later", "than"]
            or self._begins_a_time(at, self.lower[at])
            or after_a_time
        )

    def _begins_beside(self) -> bool:
        """Tell whether it begins with what is done beside, or heeded: "having consulted A, B"."""
        return self.lower[0] in _BESIDE or self.lower[:3] == ["in", "order", "to"]

    def _is_time(self, at: int) -> bool:
        part = self.parts[at]
        return isinstance(part, nodes.Date) or (isinstance(part, nodes.Quantity) and is_time(part))

    def step(self, at: int) -> int:
        """Read what stands here; return where to go on."""
        told = not all(thing.kind == "words" for thing in self.gathered.objects)
        apart = self.apart and not (told or (self.begins and self.gathered.objects))
        if apart and not self._leads_in and at > self.begins and self._next_begins(at):
            self._begin(at)
        after = super().step(at)
        goes_on = self.lower[after : after + 1] in (["and"], ["or"], ["but"])
        ends = self.lower[at] == "," and not (self.aside and goes_on)
        if self._ends_a_list(at):
            self._begin(after)
            self.apart = self._leads_in = False
        elif ends and ((apart and not self._names_more()) or self._follows_a_lead(after)):
            self._begin(after)
        return after

    def _follows_a_lead(self, at: int) -> bool:
        """Tell whether somebody is named behind what is done beside."""
        return self._leads_in and not self.begins and self._is_named(at)

    def _ends_a_list(self, at: int) -> bool:
        """Tell whether a comma ends those named before the subject: "with A, B and C, D"."""
        if self.lower[at] != "," or not (self.begins and (self.apart or self._leads_in)):
            return False
        listed = not {"and", "or"}.isdisjoint(self.lower[self.begins : at])
        named = listed and self._ends_in_a_name(self.begins - 1) and self._ends_in_a_name(at)
        return named and self._is_named(at + 1)

    def _names_more(self) -> bool:
        """Tell whether a comma parts those whom the subject names: "upon signature, A, B and C"."""
        named = any(thing.kind in {"actor", "group"} for thing in self.gathered.objects)
        return bool(self.begins) and named

    def _is_named(self, at: int) -> bool:
        """Tell whether somebody is named here."""
        found = self.finder.name(at) if at < len(self.parts) else None
        return found is not None and found.kind in {"actor", "group"}

    def _ends_in_a_name(self, at: int) -> bool:
        found = (self.finder.name(before) for before in range(max(at - _LONGEST_NAME, 0), at))
        return any(
            each is not None and each.end == at and each.kind in {"actor", "group"}
            for each in found
        )

    def _begin(self, at: int) -> None:
        """Take what follows for the subject itself."""
        self.close_phrase()
        self.go_to_top()
        self.gathered.objects = []  # "Sixty days after signature": words that are no subject.
        self.begins = at

    def _next_begins(self, at: int) -> bool:
        """Tell whether a noun phrase begins here behind one that is whole."""
        before = self.lower[at - 1]
        whole = bool(self.items) or self._is_time(at - 1)
        if self.aside is not None and not whole:
            return False
        if before in _NEVER_LAST or self._clause_goes_on():
            return False
        if self.lower[at] in DETERMINERS | POSSESSIVES | {"all"}:
            return whole or bool(self.bare or self.participles)
        found = self.finder.name(at)
        return whole and found is not None

    def _clause_goes_on(self) -> bool:
        """Tell whether a clause with a verb of its own is under way, whose end nothing shows."""
        return self.aside is not None and self.aside in _WITH_A_VERB

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """All that the subject speaks of."""
        return (*self.gathered.objects, *self.gathered.places, *self.gathered.others)


def who_of(
    finder: Finder,
    modality: nodes.Modality,
    names: Names,
    everything: Sequence[str],
    spoken_of: Sequence[str] = (),
) -> tuple[Who, tuple[Mention, ...], Subject | None]:
    """Return the subject, what it speaks of beside actors, and how it was read.

    `everything` are the words of the whole sentence in small letters: `jointly` may stand anywhere.
    `spoken_of` are those whom the sentence before binds, so that others are known as the others.
    """
    if not finder.parts:
        return Who(Span(modality.span.start, modality.span.start), (), "unnamed"), (), None
    span = finder.parts[0].span.to(finder.parts[-1].span)
    first = finder.lower[0]
    if modality.name == "is not affected":
        subject = Subject(finder)
        subject.read()
        return Who(span, (), "text"), subject.mentions, subject
    denied = _denies(finder.lower)
    if modality.kind == "savings" or denied or first in {"nothing", "this"}:
        return Who(span, (), "text", denied), (), None
    if first == "unnamed":
        return Who(span, (), "nobody"), (), None
    subject = Subject(finder)
    if first == "automatically":
        subject.told.add(0)
    subject.read()
    things = tuple(mention for mention in subject.mentions if _is_thing(mention))
    if first == "automatically":
        return Who(span, (), "automatic"), things, subject
    words = finder.lower[subject.begins :] or finder.lower
    last = finder.parts[subject.begins - 1] if subject.begins else None
    front = finder.parts[0].span.to(last.span) if last else None
    negated = words[0] in {"no", "neither", "none"}
    apart, left_out = _set_apart(finder, names, spoken_of)
    bearers = _bearers(subject.gathered.objects, finder, names, spoken_of)
    if bearers is None and negated and _is_any_state(finder, subject.begins, names, apart):
        bearers, things = names.parties, ()
        left_out = left_out or (tuple(spoken_of) if apart is not None else ())
    bearers = tuple(name for name in bearers or () if name not in left_out) or None
    if bearers is None:
        strange = not things and not negated and modality.name not in _OF_THINGS
        how: How = (
            "none" if negated and not _acted_on(subject) else "unnamed" if strange else "thing"
        )
        return Who(span, (), how, negated, front), things, subject
    some = any(head.kind == "group" and head.name == "some" for head in subject.gathered.objects)
    how = "any" if some else _how(words[0], bearers, words, modality, everything)
    return Who(span, bearers, how, negated, front, apart), things, subject


def _denies(words: Sequence[str]) -> bool:
    """Tell whether the subject is nothing in the text: "No provision of this treaty"."""
    if words[0] == "nothing":
        return words[1:2] in (["in"], ["of"], ["contained"], ["herein"])
    provisions = words[0] == "no" and set(words[1:2]) <= _PROVISIONS
    return (provisions or words[0] in {"none", "neither"}) and "this" in words


def _is_thing(mention: Mention) -> bool:
    return mention.kind not in {"actor", "group", "words"} or mention.preposition is not None


def _bearers(
    heads: Sequence[Mention], finder: Finder, names: Names, spoken_of: Sequence[str]
) -> tuple[str, ...] | None:
    """Return the actors that the subject names; None where it is about something else."""
    found: list[str] = []
    for head in heads:
        if head.kind == "actor":
            found.append(head.name)
        elif head.kind == "group":
            every = everyone(finder.lower, names)
            others = [name for name in every if name not in spoken_of]
            found.extend(others if head.name == "other" and others else every)
        elif head.owner is not None and is_group(head, *ACTING_FOR_OTHERS):
            found.extend(
                everyone(finder.lower, names) if head.owner in {"all", "other"} else (head.owner,)
            )
        elif head.kind != "words" and not is_group(head, "people"):
            return None
    return tuple(dict.fromkeys(name for name in found if name not in {"its", "foreign"})) or None


def everyone(words: Sequence[str], names: Names) -> tuple[str, ...]:
    """Return all parties, or all sides where the words speak of sides."""
    sides = any(word.startswith("side") for word in words)
    return names.sides if sides else names.parties


def _set_apart(
    finder: Finder, names: Names, spoken_of: Sequence[str]
) -> tuple[Span | None, tuple[str, ...]]:
    """Return by which words it is told who is none of those named, and who these are.

    "No party other than Westland" names them; "no other party" does where others were spoken of.
    """
    lower, parts = finder.lower, finder.parts
    for at in range(1, len(lower)):
        leaving = next((each for each in _LEAVING_OUT if lower[at : at + len(each)] == each), [])
        named = _named_to_the_end(finder, at + len(leaving), names) if leaving else ()
        if named:
            return parts[at].span.to(parts[-1].span), named
    other = next((at for at, word in enumerate(lower) if word in {"other", "others"}), None)
    if other is None or not spoken_of or lower[other - 1 : other] in (["each"], ["its"]):
        return None, ()
    return parts[other].span, ()


_LEAVING_OUT = [
    each.split()
    for each in (
        "other than",
        "apart from",
        "except for",
        "except",
        "excluding",
        "and not",
        "but not",
    )
]


def _named_to_the_end(finder: Finder, start: int, names: Names) -> tuple[str, ...]:
    """Return the actors that all words from there on name, with those on their side."""
    found: list[str] = []
    at = start
    while at < len(finder.words):
        match = names.match(finder.words, at)
        if match is None and finder.lower[at] not in JOINING | {"the"}:
            return ()
        if match is not None:
            found += [match[0], *names.actors[match[0]].members]
        at = match[1] if match is not None else at + 1
    return tuple(found)


_STATES = frozenset("state states country countries nation nations".split())
_ANY_STATE = _STATES | frozenset("no neither none of the single sovereign party".split())


def _is_any_state(finder: Finder, begins: int, names: Names, apart: Span | None) -> bool:
    """Tell whether it speaks of states and of nothing else, so that each party is one of them."""
    words = {
        word
        for part, word in zip(finder.parts[begins:], finder.lower[begins:], strict=True)
        if apart is None or not apart.contains(part.span)
    }
    of_two = len(names.parties) == 2  # noqa: PLR2004 - as `neither` says
    return (
        not _STATES.isdisjoint(words) and words <= _ANY_STATE and ("neither" not in words or of_two)
    )


def _acted_on(subject: Subject) -> bool:
    """Tell whether the subject is a thing in the vocabulary."""
    return any(
        mention.kind in {"object", "act", "definition"} for mention in subject.gathered.objects
    )


def _bars_joint_acts(first: str, words: Sequence[str], everything: Sequence[str]) -> bool:
    """Tell whether what no party is to do is what it would do with the others: "jointly conduct".

    What no party is to do jointly with a third each is not to do.
    """
    behind = everything[everything.index("jointly") + 1 :][:1]
    return first in {"no", "neither"} and "jointly" not in words and behind != ["with"]


def _how(
    first: str,
    bearers: tuple[str, ...],
    words: Sequence[str],
    modality: nodes.Modality,
    everything: Sequence[str],
) -> How:
    if "jointly" in everything and (
        first not in {"any", "either", "no", "neither"}
        or _bars_joint_acts(first, words, everything)
    ):
        return "jointly"
    group = len(words) > 1 and any(word.startswith(("part", "side")) for word in words)
    if group and first == "all":
        prohibits = " not" in f" {modality.name}"
        return "each" if prohibits or modality.kind == "permission" else "all"
    if group and (first in {"any", "either"} or "either" in words):
        return "any"
    if group and "other" in words and modality.kind == "permission":
        return "any"
    if first == "either" or ("or" in words and len(bearers) > 1 and first != "neither"):
        return "any"
    return "each"
