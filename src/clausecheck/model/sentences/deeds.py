"""What a sentence says after its modality: the acts, and what each is done to."""

from __future__ import annotations

from typing import cast

from clausecheck.model import nodes
from clausecheck.model.sentences.drafts import Draft, carried_out, gives, promote
from clausecheck.model.sentences.finding import Found
from clausecheck.model.sentences.meanings import Amount, Deed, Mention
from clausecheck.model.sentences.sorting import Gathered, give
from clausecheck.model.sentences.verbs import OF_GRAMMAR, Verbs
from clausecheck.model.sentences.words import (
    BEING,
    DETERMINERS,
    JOINING,
    POSSESSIVES,
    PREPOSITIONS,
    is_adverb,
)
from clausecheck.source import Span
from clausecheck.values import evolve
from clausecheck.vocabulary import Act, Vague

_DEEPEST = 3
_LEADING = DETERMINERS | POSSESSIVES
_SAME = frozenset({"it", "them"})
_MAKING_ONES_OWN = frozenset({"impose", "deploy", "operate", "possess"})
_GRANTING = frozenset({"allow", "deny"})
_CARRYING_OUT = frozenset({"conduct", "complete", "implement"})
_KEEPING = frozenset({"maintain", "leave"})
_UNSETTLED = frozenset("question questions issue issues matter matters option options".split())
_STATES = frozenset({"open", "close", "freeze", "suspend", "seal", "disable"})
"""Acts of which what they bring about can be kept up."""
_HAVING = frozenset({"has", "have", "had"})
_LEADING_TO_A_VERB = JOINING | frozenset(
    "not never ever also then so be been to first together again forthwith thereafter henceforth"
    " nevertheless now thereupon each both either".split()
)


class Predicate(Verbs):
    """Reads acts and their phrases; an infinitive is a deed within a deed."""

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
        # "Aspires to complete denuclearization": not to bring it to its end, as one hopes to.
        of_a_thing = self.gathered.passive or self.modality.text.lower().startswith("aspire")
        if act is not None and of_a_thing and self._describes(act):
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
            act = self._kept_open(self.finder.given_back(act) if self.gathered.passive else act)
            self.told.update(range(act.start, act.end))
            vague = self.finder.thing(act.start)
            if vague is not None and vague.kind == "vague":
                self.vague.append((cast("Vague", vague.term), vague.span))
        self.draft.acts.append(act)
        return act.end

    def _kept_open(self, act: Found) -> Found:
        """Return a verb with the state behind it, before what is kept so: "keep open the road"."""
        state = self.finder.act(act.end) if act.name in _KEEPING else None
        led = state is not None and self.lower[state.end : state.end + 1]
        if state is None or state.name not in _STATES or not (led and led[0] in _LEADING):
            return act
        return evolve(state, start=act.start, span=act.span.to(state.span), lasts=True)

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
            self.drafts.append(Draft([act]))
            self.gathered = self.draft.gathered
            self.go_to_top()
        return act.end

    def _next_unknown(self, at: int) -> bool:
        """Go on to the next act if a verb that nobody knows follows "and to"."""
        apart = self.joined and len(self.drafts) == 1 and self.modality.text.endswith(" to")
        if not apart or at >= len(self.parts) or not isinstance(self.parts[at], nodes.Word):
            return False
        known = self.finder.name(at) or self.finder.thing(at)
        if known or self.lower[at] in OF_GRAMMAR:
            return False
        self._next_verb(at)
        return True

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

    def _act_by_those_before(self) -> None:
        self.gathered.agents, self.gathered.objects = self.gathered.objects, []

    def _found_finite(self, act: Found) -> int:
        self.draft.acts.append(act)
        if act.term is not None:
            self.told.update(range(act.start, act.end))
        self.wants_finite = False
        return act.end

    def _is_undergoer(self, mention: Mention) -> bool:
        somebody = mention.kind in {"actor", "group"}
        return mention.preposition is None and (self.acts_on_subject or not somebody)

    def _ends_by_itself(self, draft: Draft) -> bool:
        """Tell whether the subject is what comes to an end: "the treaty shall expire"."""
        act = draft.acts[0].term if draft.acts else None
        heads = [mention for mention in self.subject if mention.preposition is None]
        somebody = any(mention.kind in {"actor", "group"} for mention in heads)
        # "The command shall cease to exist" asks it to do nothing.
        ending = "expire" if somebody else "end"
        return isinstance(act, Act) and self.vocabulary.is_a("act", act.name, ending)

    def _befalls_subject(self, draft: Draft) -> bool:
        """Tell whether something is done to the subject, or given to it: "shall be paid a sum"."""
        if len(self.drafts) > 1 or not self.subject:
            return False
        gathered, act = draft.gathered, draft.acts[0] if draft.acts else None
        known = act is not None and act.term is not None
        if gathered.objects:
            given = known and (gives(draft) or draft.acts[-1].name in _GRANTING)
            return given and gathered.passive
        passive = gathered.passive
        if draft.before:  # "shall be closed, and remain so": only the first is done to it.
            passive = passive and known and not self.finder.is_plain(draft.acts[0])
        return passive or self._ends_by_itself(draft)

    def _kept_so(self, act: Found, gathered: Gathered) -> Mention | None:
        """Return the state in which something is to stay: "keep the road open"."""
        if act.name not in _KEEPING or not gathered.objects:
            return None
        if not _UNSETTLED.isdisjoint(self.lower):
            return None  # to leave a question open is to open nothing
        thing = gathered.objects[-1]
        behind = (
            each
            for each in gathered.others
            if each.kind == "act" and each.preposition is None and each.span > thing.span
        )
        return next((each for each in behind if each.name in _STATES), None)

    def _keep_subject_so(self, draft: Draft) -> None:
        """Take a state for what the subject is to be in: "the road shall be kept open"."""
        gathered, acts = draft.gathered, draft.acts
        state = gathered.objects[0] if len(gathered.objects) == 1 else None
        stays = acts and (
            acts[-1].name == "remain" or (gathered.passive and acts[-1].name in _KEEPING)
        )
        if not stays or state is None or state.kind != "act" or state.name not in _STATES:
            return
        heads = [mention for mention in self.subject if mention.preposition is None]
        if heads and all(map(self._is_undergoer, heads)):
            acts[-1] = _as_kept(acts[-1], state)
            gathered.objects, gathered.passive = [], True

    def _carries_out(self, draft: Draft) -> bool:
        """Take what is carried out for what is done: "complete the withdrawal of its forces"."""
        gathered, act = draft.gathered, draft.acts[0]
        if draft.inner or len(draft.acts) > 1 or act.name not in _CARRYING_OUT:
            return False
        if len(gathered.objects) != 1:
            return False
        named = gathered.objects
        gathered.objects = [self._as_act(named[0])]
        deed = next(iter(carried_out(gathered)), None)
        if deed is None or not deed.objects:
            gathered.objects = named
            return False
        span = act.span if act.span > deed.act_span else act.span.to(deed.act_span)
        draft.acts = [evolve(act, span=span, name=deed.act_text, term=deed.act)]
        gathered.others = [each for each in gathered.others if each not in deed.objects]
        gathered.objects = [evolve(each, preposition=None) for each in deed.objects]
        gathered.amounts += deed.amounts
        return True

    def _as_act(self, thing: Mention) -> Mention:
        """Return a thing whose name is that of an act too as the act: "dismantlement"."""
        match = self.vocabulary.match([thing.name], 0, ("noun",))
        if thing.kind != "object" or match is None:
            return thing
        return evolve(thing, kind="act", name=match.term.name, term=match.term)

    def _close(self, draft: Draft) -> None:
        """Turn what was gathered into deeds, one for each act."""
        gathered = draft.gathered
        self._keep_subject_so(draft)
        undergone = self._befalls_subject(draft)
        known = undergone and bool(draft.acts) and draft.acts[0].term is not None
        self.acts_on_subject |= known
        if undergone and gathered.objects:
            heads = (m for m in self.subject if m.preposition is None)
            gathered.beneficiaries += [evolve(each, preposition="to") for each in heads]
        elif undergone:
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
        promote(gathered, given=gives(draft) and give(gathered))
        _own_by_act(gathered)
        kept = self._kept_so(draft.acts[-1], gathered)
        if kept is not None:
            gathered.others.remove(kept)
            draft.acts[-1] = _as_kept(draft.acts[-1], kept)
        inner = () if self._carries_out(draft) else tuple(draft.inner) or carried_out(gathered)
        span = self.parts[0].span.to(self.parts[-1].span)
        others = (*gathered.others, *gathered.asides)
        shared = frozenset(act.name for act in draft.acts[:-1]) & frozenset(
            deed.act.name for deed in draft.inner if deed.act
        )
        for number, act in enumerate(draft.acts):
            # "Use or threaten to use force": it is force that is used.
            directly = bool(shared) and number < len(draft.acts) - 1
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
                    tuple(m for m in others if not (directly and _is_act_of(m, shared))),
                    tuple(gathered.agents),
                    () if directly else inner,
                    lasts=act.lasts,
                    undergone=known,
                )
            )


def _own_by_act(gathered: Gathered) -> None:
    """Give things to those who are said to have made them theirs: "sanctions imposed by X"."""
    for at, thing in enumerate(gathered.objects):
        behind = [each for each in gathered.others if each.span > thing.span][:2]
        if thing.owner is not None or len(behind) < len(("act", "by")):
            continue
        act, owner = behind
        follows = act.span.start == thing.span.end + 1 and act.preposition is None
        by = owner.kind == "actor" and owner.preposition == "by"
        if follows and by and act.name in _MAKING_ONES_OWN:
            at_whole = act.span.to(owner.span)
            gathered.objects[at] = evolve(thing, owner=owner.name, owner_span=at_whole)
            gathered.others = [each for each in gathered.others if each not in behind]


def _as_kept(act: Found, state: Mention) -> Found:
    """Return what keeps something in a state, as the act that brings it about, and lasts."""
    return evolve(act, span=act.span.to(state.span), name=state.name, term=state.term, lasts=True)


def _by_place(amount: Amount) -> Span:
    return amount.span


def _is_act_of(mention: Mention, names: frozenset[str]) -> bool:
    return mention.kind == "act" and mention.preposition == "to" and mention.name in names


def _act_mention(act: Found) -> Mention:
    return Mention(act.span, "act", act.name, act.term, "to")


def under_to(mention: Mention) -> Mention:
    """Return what an act within another is done to, as that other's."""
    return mention if mention.preposition else evolve(mention, preposition="to")
