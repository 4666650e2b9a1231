"""Where a verb stands, among words that may be nouns or adjectives as well."""

from __future__ import annotations

from collections.abc import Sequence

from clausecheck.model import nodes
from clausecheck.model.sentences.drafts import Draft, gives
from clausecheck.model.sentences.finding import Finder, Found
from clausecheck.model.sentences.meanings import ACTING_FOR_OTHERS, Mention
from clausecheck.model.sentences.phrases import Phrases
from clausecheck.model.sentences.words import (
    DETERMINERS,
    IN_RETURN,
    JOINING,
    POSSESSIVES,
    PREPOSITIONS,
    is_adverb,
)
from clausecheck.vocabulary import Vocabulary

_ASPECTS = ("halt", "begin", "continue", "end", "suspend", "renounce", "resume", "avoid", "prevent")
"""Acts that take another act as it goes on: "stop producing"."""

_BEGINNING_A_PHRASE = DETERMINERS | POSSESSIVES | {"all"}
_LEADING_TO_A_NOUN = DETERMINERS | POSSESSIVES | PREPOSITIONS
OF_GRAMMAR = _LEADING_TO_A_NOUN | {"all", "to"}
"""Words that are no verb, whatever the vocabulary knows."""

_HEARING = frozenset({"government", "official"})
_BETWEEN_VERBS = JOINING | {"not", "also", "then"}


class Verbs(Phrases):
    """Reads phrases among verbs; those who make deeds of them build on it."""

    def __init__(
        self,
        finder: Finder,
        vocabulary: Vocabulary,
        modality: nodes.Modality,
        subject: Sequence[Mention],
        *,
        of_right: bool = False,
    ) -> None:
        """Begin with the parts after the modality; `of_right` if it allows an act or a thing."""
        super().__init__(finder)
        self.vocabulary = vocabulary
        self.modality = modality
        self.subject = subject
        self.drafts = [Draft(gathered=self.gathered)]
        self.acts_on_subject = False
        """Whether the subject is what something known is done to: "the line shall be marked"."""
        self.spoken = spoken_act(modality, vocabulary)
        """The act that the modality itself says: it declares, discusses, takes note."""
        says = modality.kind in {"statement", "savings"} and modality.name != "hereby"
        self.in_that_clause = modality.text.lower().endswith("that")
        talks = modality.kind == "duty" and modality.text.lower().endswith(
            (" on", " toward", " towards")
        )
        self.wants_verb = not (
            says or self.spoken or self.in_that_clause or talks or (of_right and not self._acts())
        )
        self.top = "on" if modality.text.lower().endswith(" on") else None
        self.wants_finite = not self.wants_verb
        self.plain = modality.kind != "statement"

    @property
    def draft(self) -> Draft:
        """The deed that is being read."""
        return self.drafts[-1]

    def takes_words(self) -> bool:
        """Tell whether plain words here can be an object."""
        return bool(self.draft.acts) or self.spoken is not None

    def is_given(self) -> bool:
        """Tell whether `to` and `for` lead to who gains."""
        return self.gives() or super().is_given()

    def is_recipient(self, found: Found, thing: Found) -> bool:
        """Tell whether a name before a noun is who gets it: "provide X oil", "provide to X oil".

        Whoever acts for others is behind `to` who gets it: "report to X authorities".
        """
        if found.possessive or self.aside is not None:
            return False
        if self.preposition is None:
            return self.gives()
        return self.is_led_to() and not self._hears(thing)

    def _hears(self, thing: Found) -> bool:
        """Tell whether somebody to whom something is told or given is named by a thing."""
        tells = self.vocabulary.is_a("act", self.draft.acts[-1].name, "report")
        acting = thing.term is not None and thing.term.group in ACTING_FOR_OTHERS
        return thing.name in _HEARING or (tells and acting)

    def is_led_to(self) -> bool:
        """Tell whether `to` stands before what is given: "provide to X"."""
        gathered, acts = self.gathered, self.draft.acts
        right_behind = self.preposition == "to" and self.outer == [None]
        given = self.gives() or (bool(acts) and acts[-1].name == "return")
        return right_behind and given and not (gathered.objects or gathered.passive)

    def gives(self) -> bool:
        """Tell whether the act is one of which somebody gets something."""
        return gives(self.draft)

    def is_verb(self, at: int) -> bool:
        """Tell whether a verb stands here."""
        act = self.finder.act(at)
        return bool(self.draft.acts) and act is not None and self._reads_as_verb(act)

    def _acts(self) -> bool:
        """Tell whether the sentence goes on with a verb: "the right to inspect", not "to life"."""
        at = 0
        while at < len(self.parts) and is_adverb(self.lower[at]):
            at += 1
        act = self.finder.act(at)
        return act is not None and self.finder.is_plain(act)

    def _describes(self, act: Found) -> bool:
        """Tell whether a word after `be` is no verb but begins a term: "be free of mines"."""
        thing = self.finder.thing(act.start)
        return thing is not None and thing.end > act.end and self.finder.is_plain(act)

    def _joins_verbs(self, at: int) -> bool:
        """Tell whether a verb follows a joining word, not a noun."""
        while at < len(self.parts) and (
            self.lower[at] in _BETWEEN_VERBS or is_adverb(self.lower[at]) or self._repeats(at)
        ):
            at += 1
        if at >= len(self.parts) or not (self.draft.acts or self.spoken) or self.waiting:
            return False
        if self._repeats(at - 1):
            return True
        comma = self.lower[at - 2 : at - 1] == [","] or self.lower[at - 1] == ";"
        if self.aside not in {None, IN_RETURN} and not comma:
            return False
        act = self.finder.act(at)
        if not self.draft.acts:
            return act is not None and self._goes_on(act)
        if not self.gathered and self.aside is None:
            return self._coordinates(at, act)
        return act is not None and self._reads_as_verb(act)

    def _goes_on(self, act: Found) -> bool:
        """Tell whether a statement goes on with a second verb: "recognises X and respects Y"."""
        finite = self.finder.is_plain(act) or self.lower[act.start].endswith("s")
        return finite and not self.finder.may_describe(act) and self._begins_phrase(act.end)

    def _repeats(self, at: int) -> bool:
        """Tell whether the modality stands here again: "shall stop X and shall end Y"."""
        after_a_comma = self.lower[at - 1 : at + 1] in ([",", "shall"], [",", "will"])
        return after_a_comma or isinstance(
            next(iter(self.parts[at : at + 1]), None), nodes.Modality
        )

    def _coordinates(self, at: int, act: Found | None) -> bool:
        """Tell whether a second verb follows a first that has no object yet."""
        if act is not None:
            return True
        word = self.lower[at]
        ends = self.draft.acts[-1].end
        return (
            isinstance(self.parts[at], nodes.Word)
            and self.lower[ends : ends + 1] != ["to"]
            and word not in OF_GRAMMAR
            and self.finder.name(at) is None
            and self.finder.thing(at) is None
            and self.lower[at - 1] != ","
            and ends >= at - 2
        )

    def _reads_as_verb(self, act: Found) -> bool:
        plain = self.gathered.passive or not self.plain or self.finder.is_plain(act)
        if not plain:
            return False
        noun = self.finder.thing(act.start)
        if noun is None or noun.end < act.end:
            return True
        return noun.end == act.end and self._begins_phrase(act.end)

    def _begins_phrase(self, at: int) -> bool:
        """Tell whether a noun phrase begins here, as after a verb."""
        if at >= len(self.parts):
            return False
        word = self.lower[at]
        if word in _BEGINNING_A_PHRASE:
            return True
        if isinstance(self.parts[at], (nodes.Quantity, nodes.Words)):
            return True
        return self.finder.name(at) is not None or self.finder.thing(at) is not None

    def _is_infinitive(self, act: Found) -> bool:
        """Tell whether a verb, not a noun, follows `to`."""
        if not self.finder.is_plain(act):
            return False
        after = act.end
        if self.finder.may_describe(act):
            return self.lower[after : after + 1] == ["the"]
        if self._reads_as_verb(act):
            return True
        joined = self.lower[after : after + 1] in (["and"], ["or"], [","])
        second = self.finder.act(after + 1) if joined else None
        return second is not None and self.finder.is_plain(second) and not self._is_noun(second)

    def _going_on(self, at: int) -> Found | None:
        """Return the verb in -ing right after an act that takes one: "stop producing"."""
        acts = self.draft.acts
        if not acts or acts[-1].end != at or acts[-1].term is None:
            return None
        noun = self.finder.thing(at)
        if noun is not None and not (noun.end == at + 1 and self._has_an_object(at)):
            return None
        takes = any(self.vocabulary.is_a("act", acts[-1].name, aspect) for aspect in _ASPECTS)
        return self.finder.act(at) if takes else None

    def _has_an_object(self, at: int) -> bool:
        """Tell whether a word is a verb in -ing with a thing: "testing and launching missiles"."""
        act = self.finder.act(at)
        if act is not None and self.lower[at + 1 : at + 2] in (["and"], ["or"]):
            act = self.finder.act(at + 2)
        if act is None or not all(self.lower[n].endswith("ing") for n in (at, act.start)):
            return False
        if self.lower[act.end : act.end + 1] == [] or self.lower[act.end] in _BEGINNING_A_PHRASE:
            return act.end < len(self.parts)
        thing = self.finder.thing(act.end)  # "training exercises" and "training camps" are held
        return thing is not None and thing.term is not None and thing.term.group in _DONE_TO

    def _unknown_verb(self, at: int) -> Found | None:
        """Return a verb that no vocabulary knows between a name and a noun: "that X harms Y"."""
        after_a_name = bool(self.items) and self.items[-1].end == at and not self.bare
        word = self.lower[at]
        if not (after_a_name and word.endswith("s") and self._begins_phrase(at + 1)):
            return None
        if word in _LEADING_TO_A_NOUN or self.finder.name(at) or self.finder.thing(at):
            return None
        return Found("act", at, at + 1, self.parts[at].span, self.finder.words[at])

    def _is_noun(self, act: Found) -> bool:
        thing = self.finder.thing(act.start)
        return thing is not None and thing.kind != "vague"

    def _is_finite(self, act: Found) -> bool:
        by_somebody = bool(self.items) and self.items[-1].kind in {"actor", "group"}
        if self._is_noun(act) and not (by_somebody and self._begins_phrase(act.end)):
            return False
        if self.finder.is_plain(act):
            return self._begins_phrase(act.end)
        return self.lower[act.start].endswith("s")


_DONE_TO = frozenset({"forces", "material", "people", "weapons"})
"""Kinds of things that a verb in -ing is done to: before others it may be a noun."""


def spoken_act(modality: nodes.Modality, vocabulary: Vocabulary) -> Found | None:
    """Return the act that the modality itself says, as "declares" does; None if it says none."""
    if modality.kind in {"duty", "permission"} and modality.text.lower().endswith(" to"):
        return None
    denied = not {"not", "no"}.isdisjoint(modality.text.split())
    for text in (modality.name,) if denied else (modality.text, modality.name):
        # What is not objected to is accepted.
        words = text.removesuffix(" that").removesuffix(" of").split()
        for start in range(len(words)):
            match = vocabulary.match(words, start, ("act",))
            if match and match.end == len(words):
                return Found("act", 0, 0, modality.span, match.term.name, match.term)
    return None
