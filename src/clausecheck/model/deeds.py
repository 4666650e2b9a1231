"""What a sentence says after its modality: the acts, and what each is done to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from attrs import field, mutable

from clausecheck.model import nodes
from clausecheck.model.finding import Finder, Found
from clausecheck.model.meanings import Amount, Deed, Mention
from clausecheck.model.phrases import (
    BEING,
    DETERMINERS,
    JOINING,
    POSSESSIVES,
    PREPOSITIONS,
    Gathered,
    Phrases,
    is_adverb,
)
from clausecheck.source import Span
from clausecheck.values import evolve
from clausecheck.vocabulary import Act, Vague, Vocabulary

_PROMOTED = frozenset("of on in with to for at against from into toward towards about over".split())
"""Prepositions behind which an act that has no object keeps it: "engage in dialogue"."""
_ASPECTS = ("halt", "begin", "continue", "end", "suspend", "renounce", "resume", "avoid", "prevent")
"""Acts that take another act as it goes on: "stop producing"."""
_DEEPEST = 3
_SAME = frozenset({"it", "them"})
_HAVING = frozenset({"has", "have", "had"})
_BEGINNING_A_PHRASE = DETERMINERS | POSSESSIVES | {"all"}
_LEADING_TO_A_NOUN = DETERMINERS | POSSESSIVES | PREPOSITIONS
_OF_GRAMMAR = _LEADING_TO_A_NOUN | {"all", "to"}
_BETWEEN_VERBS = JOINING | {"not", "also", "then"}
_LEADING_TO_A_VERB = JOINING | frozenset(
    {"not", "also", "then", "so", "be", "been", "to", "first", "together", "again"}
)


@mutable
class _Draft:
    """A deed, or several with the same objects, as far as it has been read."""

    acts: list[Found] = field(factory=list)
    gathered: Gathered = field(factory=Gathered)
    inner: list[Deed] = field(factory=list)
    before: list[Deed] = field(factory=list)
    """Deeds already closed at the same depth."""


class Predicate(Phrases):
    """Reads acts and their phrases; an infinitive is a deed within a deed."""

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
        self.drafts = [_Draft(gathered=self.gathered)]
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

    def deeds(self) -> tuple[Deed, ...]:
        """Return the deeds of all parts, in text order."""
        if not self.parts:
            return ()
        self.read()
        while len(self.drafts) > 1:
            self._close_inner()
        draft = self.drafts[0]
        self._close(draft)
        return tuple(draft.before)

    @property
    def draft(self) -> _Draft:
        """The deed that is being read."""
        return self.drafts[-1]

    def step(self, at: int) -> int:
        """Read what stands here; return where to go on."""
        if self.wants_verb:
            return self._verb(at)
        if self.wants_finite and self.aside is None:
            after = self._finite(at)
            if after is not None:
                return after
        word = self.lower[at]
        if word in JOINING:
            after = super().step(at)
            if self._joins_verbs(after):
                self._next_verb(after)
            return after
        if word == "to" or word.endswith("ing"):
            return self._infinitive(at) or super().step(at)
        return (word in _SAME and self._same_again(at)) or super().step(at)

    def _same_again(self, at: int) -> int | None:
        """Read `it` or `them` right after a verb as what the deed before is done to."""
        acts, before = self.draft.acts, self.draft.before
        if not (acts and acts[-1].end == at and before):
            return None
        self.gathered.objects = list(before[-1].objects)
        self.gathered.amounts = list(before[-1].amounts)
        return at + 1

    def takes_words(self) -> bool:
        """Tell whether plain words here can be an object."""
        return bool(self.draft.acts) or self.spoken is not None

    def is_given(self) -> bool:
        """Tell whether `to` and `for` lead to who gains."""
        act = self.draft.acts[-1].term if self.draft.acts else None
        return (isinstance(act, Act) and "recipient" in act.needs) or super().is_given()

    def is_recipient(self, found: Found) -> bool:
        """Tell whether a name before a noun is who gets it: "provide X oil"."""
        act = self.draft.acts[-1].term if self.draft.acts else None
        gets = isinstance(act, Act) and "recipient" in act.needs
        return gets and self.preposition is None and not found.possessive and self.aside is None

    # ── Verbs ──

    def _acts(self) -> bool:
        """Tell whether the sentence goes on with a verb: "the right to inspect", not "to life"."""
        at = 0
        while at < len(self.parts) and is_adverb(self.lower[at]):
            at += 1
        act = self.finder.act(at)
        return act is not None and self.finder.is_plain(act)

    def _verb(self, at: int) -> int:
        """Read a verb where one must stand; what is not known is kept as words."""
        word = self.lower[at]
        act = self.finder.act(at)
        if word in BEING and act is None:
            self.gathered.passive = True
            return at + 1
        if self._repeats(at):
            return at + 1
        if act is None and self.gathered.passive and word in DETERMINERS:
            self.wants_verb = False  # "shall be the border": it is one, and nothing is done to it.
            return at
        if act is not None and self.gathered.passive and self._describes(act):
            self.wants_verb = False
            return at
        if act is None and (word in _LEADING_TO_A_VERB or is_adverb(word)):
            vague = self.finder.thing(at)
            return (
                super()._name_or_term(at) or at + 1 if vague and vague.kind == "vague" else at + 1
            )
        parted = self.finder.parted_act(at) if isinstance(self.parts[at], nodes.Word) else None
        if parted is not None and (act is None or self.lower[parted[1]] not in PREPOSITIONS):
            act, particle = parted
            self.told.add(particle)
        self.wants_verb = False
        if act is None:
            text = self.finder.words[at]
            act = Found("act", at, at + 1, self.parts[at].span, text)
        else:
            self.told.update(range(act.start, act.end))
            vague = self.finder.thing(act.start)
            if vague is not None and vague.kind == "vague":
                self.vague.append((cast("Vague", vague.term), vague.span))
        self.draft.acts.append(act)
        return act.end

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
        if self.aside is not None and not comma:
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

    def is_verb(self, at: int) -> bool:
        """Tell whether a verb stands here."""
        act = self.finder.act(at)
        return bool(self.draft.acts) and act is not None and self._reads_as_verb(act)

    def _coordinates(self, at: int, act: Found | None) -> bool:
        """Tell whether a second verb follows a first that has no object yet."""
        if act is not None:
            return True
        word = self.lower[at]
        ends = self.draft.acts[-1].end
        return (
            isinstance(self.parts[at], nodes.Word)
            and self.lower[ends : ends + 1] != ["to"]
            and word not in _OF_GRAMMAR
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
        return noun is None or noun.end < act.end or self._begins_phrase(act.end)

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

    def _next_verb(self, at: int) -> None:
        """Make ready for the verb that follows: of the deed under way, or of the next."""
        repeated = self._repeats(at)
        self.aside = None
        self.joined = False
        self.wants_verb = True
        if not self.gathered:
            return
        # "agrees to cease to produce X and to destroy Y": Y is destroyed, not ceased.
        if len(self.drafts) > 1 and not self.drafts[-2].gathered.objects:
            self._close_inner()
        passive = self.gathered.passive and not repeated
        self._close(self.draft)
        self._reopen(Gathered(passive=passive))

    def _reopen(self, gathered: Gathered) -> None:
        self.draft.acts, self.draft.gathered, self.draft.inner = [], gathered, []
        self.gathered = gathered
        self.go_to_top()

    # ── Infinitives ──

    def _infinitive(self, at: int) -> int | None:
        """Read `to` and a verb, or a verb in -ing, as a deed within this one."""
        verb = at
        if self.lower[at] == "to":
            verb = at + 1
            while verb < len(self.parts) and (
                is_adverb(self.lower[verb]) or self.lower[verb] == "not"
            ):
                verb += 1
            act = self.finder.act(verb)
            if act is None:
                return verb if self._next_unknown(verb) else None
            if not self._is_infinitive(act):
                return None
        else:
            act = self._going_on(at)
            if act is None:
                return None
        self.close_phrase()
        self.told.update(range(act.start, act.end))
        if self.aside is not None or len(self.drafts) > _DEEPEST:
            self.gathered.asides.append(_act_mention(act))
        elif self.joined and len(self.drafts) == 1 and self.modality.text.endswith(" to"):
            self._next_verb(verb)
            return verb
        elif self.joined and len(self.drafts) > 1:
            self._close(self.draft)
            self._reopen(Gathered())
            self.draft.acts.append(act)
        else:
            self.drafts.append(_Draft([act]))
            self.gathered = self.draft.gathered
            self.go_to_top()
        return act.end

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

    def _next_unknown(self, at: int) -> bool:
        """Go on to the next act if a verb that nobody knows follows "and to"."""
        apart = self.joined and len(self.drafts) == 1 and self.modality.text.endswith(" to")
        if not apart or at >= len(self.parts) or not isinstance(self.parts[at], nodes.Word):
            return False
        known = self.finder.name(at) or self.finder.thing(at)
        if known or self.lower[at] in _OF_GRAMMAR:
            return False
        self._next_verb(at)
        return True

    def _going_on(self, at: int) -> Found | None:
        """Return the verb in -ing right after an act that takes one: "stop producing"."""
        acts = self.draft.acts
        if not acts or acts[-1].end != at or acts[-1].term is None:
            return None
        if self.finder.thing(at) is not None:
            return None
        takes = any(self.vocabulary.is_a("act", acts[-1].name, aspect) for aspect in _ASPECTS)
        return self.finder.act(at) if takes else None

    def _close_inner(self) -> None:
        """Close an infinitive: it shares its objects with an act that has none of its own."""
        inner = self.drafts.pop()
        self._close(inner)
        outer = self.draft.gathered
        light = self.modality.kind != "statement" and all(m.kind == "words" for m in outer.objects)
        shares = (light or not outer.objects) and not outer.passive
        for number, deed in enumerate(inner.before):
            act = Mention(
                deed.act_span, "act", deed.act.name if deed.act else deed.act_text, deed.act, "to"
            )
            outer.others.append(act)
            if shares and number == 0:
                outer.objects = list(deed.objects) or outer.objects
                outer.amounts.extend(deed.amounts)
                outer.places.extend(deed.places)
                outer.beneficiaries.extend(deed.beneficiaries)
                outer.others.extend(deed.others)
            else:
                outer.others.extend(under_to(mention) for mention in deed.mentions)
            self.draft.inner.append(deed)
        self.gathered = outer

    # ── The verb of a statement ──

    def _finite(self, at: int) -> int | None:
        """Read the verb of a clause inside the sentence: "that the war is ended"."""
        word = self.lower[at]
        if word in BEING | _HAVING:
            verb = at + 1
            while verb < len(self.parts) and (
                self.lower[verb] in BEING or is_adverb(self.lower[verb])
            ):
                verb += 1
            act = self.finder.act(verb)
            self.close_phrase()
            self.go_to_top()
            self.wants_finite = False
            active = word in _HAVING and not BEING & set(self.lower[at:verb])
            done = act is not None and not self.finder.is_plain(act) and not self._is_noun(act)
            if act is None or not done or not (active or self.gathered.objects):
                if word in BEING and self.gathered.objects:
                    self.go_under("as")
                return verb
            if active:
                self._act_by_those_before()
            else:
                self.gathered.passive = True
            return self._found_finite(act)
        if (
            not self.in_that_clause
            or self.joined
            or self.preposition
            or not (self.items or self.bare or self.gathered.objects)
        ):
            return None
        act = self.finder.act(at) or self._unknown_verb(at)
        if act is None or (act.term is not None and not self._is_finite(act)):
            return None
        self.close_phrase()
        self._act_by_those_before()
        self.go_to_top()
        return self._found_finite(act)

    def _unknown_verb(self, at: int) -> Found | None:
        """Return a verb that no vocabulary knows between a name and a noun: "that X harms Y"."""
        after_a_name = bool(self.items) and self.items[-1].end == at and not self.bare
        word = self.lower[at]
        if not (after_a_name and word.endswith("s") and self._begins_phrase(at + 1)):
            return None
        if word in _LEADING_TO_A_NOUN or self.finder.name(at) or self.finder.thing(at):
            return None
        return Found("act", at, at + 1, self.parts[at].span, self.finder.words[at])

    def _act_by_those_before(self) -> None:
        self.gathered.agents, self.gathered.objects = self.gathered.objects, []

    def _found_finite(self, act: Found) -> int:
        self.draft.acts.append(act)
        if act.term is not None:
            self.told.update(range(act.start, act.end))
        self.wants_finite = False
        return act.end

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

    # ── The end of a deed ──

    def _is_undergoer(self, mention: Mention) -> bool:
        somebody = mention.kind in {"actor", "group"}
        return mention.preposition is None and (self.acts_on_subject or not somebody)

    def _ends_by_itself(self, draft: _Draft) -> bool:
        """Tell whether the subject is what comes to an end: "the treaty shall expire"."""
        act = draft.acts[0].term if draft.acts else None
        heads = [mention for mention in self.subject if mention.preposition is None]
        somebody = any(mention.kind in {"actor", "group"} for mention in heads)
        # "The command shall cease to exist" asks it to do nothing.
        ending = "expire" if somebody else "end"
        return isinstance(act, Act) and self.vocabulary.is_a("act", act.name, ending)

    def _close(self, draft: _Draft) -> None:
        """Turn what was gathered into deeds, one for each act."""
        gathered = draft.gathered
        first = len(self.drafts) <= 1 and not draft.before
        undergone = gathered.passive or self._ends_by_itself(draft)
        if first and undergone and not gathered.objects and self.subject:
            self.acts_on_subject = bool(draft.acts) and draft.acts[0].term is not None
            gathered.objects.extend(m for m in self.subject if self._is_undergoer(m))
            gathered.amounts += [m.amount for m in gathered.objects if m.amount]
            gathered.others.extend(m for m in self.subject if m.preposition is not None)
        if not draft.acts:
            if self.spoken is not None:
                draft.acts = [self.spoken]
            elif not gathered:
                return
            else:
                draft.acts = [Found("act", 0, 0, self.modality.span, self.modality.text)]
        _promote(gathered, given=_give(draft.acts[-1], gathered))
        inner = tuple(draft.inner) or _carried_out(gathered)
        span = self.parts[0].span.to(self.parts[-1].span)
        for act in draft.acts:
            draft.before.append(
                Deed(
                    span,
                    cast("Act | None", act.term),
                    act.span,
                    act.name,
                    tuple(gathered.objects),
                    tuple(sorted(gathered.amounts, key=_by_place)),
                    tuple(gathered.places),
                    tuple(gathered.beneficiaries),
                    (*gathered.others, *gathered.asides),
                    tuple(gathered.agents),
                    inner,
                )
            )


def _by_place(amount: Amount) -> Span:
    return amount.span


def _give(act: Found, gathered: Gathered) -> bool:
    """Take somebody who is told or given something for who gains: "notify X of Y".

    Return whether anybody is.
    """
    needs = isinstance(act.term, Act) and "recipient" in act.term.needs
    if needs and gathered.objects and all(m.kind in {"actor", "group"} for m in gathered.objects):
        gathered.beneficiaries = gathered.objects + gathered.beneficiaries
        gathered.objects = []
        return True
    return False


def _promote(gathered: Gathered, *, given: bool) -> None:
    """Give an act without an object the first thing behind a preposition.

    Where somebody is given something, "with" stands before what is given: "provide X with Y".
    """
    if gathered.objects:
        return
    for number, mention in enumerate(gathered.others):
        of_another = mention.preposition == "of" and number > 0
        thing = mention.kind in {"object", "act", "definition", "words"}
        if mention.preposition in _PROMOTED and thing and not of_another:
            end = number
            while (
                end < len(gathered.others)
                and gathered.others[end].preposition == mention.preposition
            ):
                end += 1
            gathered.objects = gathered.others[number:end]
            if given and mention.preposition == "with":
                gathered.objects = [evolve(m, preposition=None) for m in gathered.objects]
                gathered.amounts += [m.amount for m in gathered.objects if m.amount]
            gathered.others = gathered.others[:number] + gathered.others[end:]
            return


def _carried_out(gathered: Gathered) -> tuple[Deed, ...]:
    """Return the deed that the only object is: "complete the withdrawal of its forces"."""
    if len(gathered.objects) != 1 or not isinstance(gathered.objects[0].term, Act):
        return ()
    thing = gathered.objects[0]
    done_to = tuple(
        m for m in gathered.others if m.preposition == "of" and m.kind not in {"actor", "group"}
    )
    if not (done_to or gathered.places or gathered.beneficiaries):
        return ()
    amounts = tuple(m.amount for m in done_to if m.amount is not None)
    return (
        Deed(
            thing.span, cast("Act", thing.term), thing.span, thing.name,
            done_to, amounts, tuple(gathered.places), tuple(gathered.beneficiaries),
        ),
    )  # fmt: skip


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


def _act_mention(act: Found) -> Mention:
    return Mention(act.span, "act", act.name, act.term, "to")


def under_to(mention: Mention) -> Mention:
    """Return what an act within another is done to, as that other's."""
    return mention if mention.preposition else evolve(mention, preposition="to")
