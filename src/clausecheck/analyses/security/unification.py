"""Where a text speaks of unification, and as what."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Literal

from clausecheck.analyses.terms import acts, is_group, is_left_as_it_is, is_one_of, speaks_of
from clausecheck.findings import NOT_STATED, Stance
from clausecheck.model.reading import Provision, Reading
from clausecheck.model.sentences import Mention
from clausecheck.values import frozen
from clausecheck.vocabulary import Vocabulary

Manner = Literal["goal", "by-consent", "renounced", "saved", "preamble"]
MANNERS: tuple[Manner, ...] = ("goal", "by-consent", "renounced", "saved", "preamble")
"""In the order in which a text is said to take them; `saved` is left open on purpose."""
_ACKNOWLEDGING = frozenset({"recognises", "takes note"})
_SWALLOWING = frozenset({"absorb", "annex", "incorporate"})
_UNANSWERED = ("dispute", "open-question")
_SETTLING = frozenset({"conclude", "decide", "settle"})
_GIVING_UP = ("renounce", "abandon", "cease", "end", "refrain", "reject")
_THROUGH = frozenset({"through", "by", "via", "as"})
_BY = frozenset({"by", "on", "through", "with"})
_PARTS = (
    "economy", "exchange", "facility", "forces", "hostility", "information", "institution", "law",
    "material", "weapons",
)  # fmt: skip
"""Of what there is union without one of the states."""
_OF_WHOM = frozenset({"of", "with", "between", "among", "for"})


@frozen
class Use:
    """One mention of unification, and what the sentence makes of it."""

    provision: Provision
    mention: Mention
    manner: Manner

    @property
    def acknowledged(self) -> bool:
        """Whether it is only recognised or supported, which sets nobody a goal or a duty."""
        support = any(mention.name == "support" for mention in self.provision.deed.mentions)
        return self.provision.kind == "statement" and (
            support or self.provision.modality.name in _ACKNOWLEDGING
        )


def analyse(reading: Reading, vocabulary: Vocabulary) -> tuple[Use, ...]:
    """Return the mentions of unification in text order, one for each sentence and place."""
    uses: dict[tuple[int, int], Use] = {}
    for clause in reading.clauses:
        for provision in clause.provisions:
            for mention in _mentions(provision, vocabulary):
                key = (mention.span.start, mention.span.end)
                manner = _manner(provision, vocabulary, preamble=clause.preamble)
                # To settle the claims is not to set a goal.
                if manner != "goal" or mention.name != "unification-claim":
                    uses.setdefault(key, Use(provision, mention, manner))
    return tuple(uses.values())


def stance(reading: Reading, uses: tuple[Use, ...]) -> Stance:
    """Return the first that holds: goal, by consent, renounced, left open, preamble, absent."""
    for manner in MANNERS:
        shown = tuple(dict.fromkeys(use.provision.number for use in uses if use.manner == manner))
        if shown:
            return Stance("reunification", "left-open" if manner == "saved" else manner, shown)
    return Stance("reunification", "absent" if reading.complete else NOT_STATED)


def _mentions(provision: Provision, vocabulary: Vocabulary) -> list[Mention]:
    spoken_of = (*provision.deed.mentions, *provision.meaning.subject)
    found = [
        mention
        for number, mention in enumerate(spoken_of)
        if _is_unity(mention)
        and not _is_of_parts(number, spoken_of, vocabulary)
        and not _is_the_way(number, spoken_of)
    ]
    act = provision.act
    if act is not None and vocabulary.is_a("act", act.name, "unify"):
        whom = provision.deed.objects
        if not whom or not all(_is_a_part(thing, act.name, vocabulary) for thing in whom):
            found.append(Mention(provision.deed.act_span, "act", act.name, act))
    if act is not None and _spares_each_other(provision):
        found.append(Mention(provision.deed.act_span, "act", act.name, act))
    return found


def _spares_each_other(provision: Provision) -> bool:
    """Tell whether each keeps from making the other a part of itself: "shall not absorb it".

    To annex is said of any neighbour, so that it counts only where it is ruled out for both.
    """
    deed = provision.deed
    if provision.kind != "prohibition" or deed.act is None or deed.act.name not in _SWALLOWING:
        return False
    whole = next(iter(deed.objects), None)
    mutual = len(provision.meaning.who.names) > 1 or deed.act.name != "annex"
    return whole is not None and whole.kind in {"actor", "group"} and mutual


def _is_the_way(number: int, mentions: Sequence[Mention]) -> bool:
    """Tell whether it is how they unite, and not that they do: "through a confederation"."""
    here = mentions[number]
    return here.preposition in _THROUGH and any(
        _is_unity(other) and other.preposition not in _THROUGH for other in mentions[:number]
    )


def _is_unity(mention: Mention) -> bool:
    united = mention.kind == "act" and mention.name in {"unify", "integrate"}
    return united or is_group(mention, "unification")


def method_of(use: Use) -> bool:
    """Tell whether the sentence says what they unite in, beside saying that they do."""
    return any(
        (is_group(other, "unification") or other.name == "election")
        and other.preposition in _THROUGH
        for other in use.provision.deed.mentions
        if other != use.mention
    )


def _is_of_parts(number: int, mentions: Sequence[Mention], vocabulary: Vocabulary) -> bool:
    """Tell whether relatives come together, or parts: "family reunification", "of railways"."""
    beside = mentions[number - 1] if number else None
    if beside is not None and beside.span.end + 1 == mentions[number].span.start:
        return is_one_of(beside, vocabulary, "families")
    people = takewhile(lambda m: is_group(m, "people"), mentions[number + 1 :])
    if any(
        is_one_of(thing, vocabulary, "families") and thing.preposition in _OF_WHOM
        for thing in people
    ):
        return True
    behind = mentions[number + 1 : number + 2]
    name = mentions[number].name
    return any(m.preposition == "of" and _is_a_part(m, name, vocabulary) for m in behind)


def _is_a_part(thing: Mention, act: str, vocabulary: Vocabulary) -> bool:
    """Tell whether what is united is no country: families, railways, fighters who join an army.

    What is integrated is one only where it is known as one, or as somebody.
    """
    joins = act == "integrate" and (thing.kind == "words" or is_group(thing, "people"))
    return joins or is_group(thing, *_PARTS) or is_one_of(thing, vocabulary, "families")


def _manner(provision: Provision, vocabulary: Vocabulary, *, preamble: bool) -> Manner:
    alone = provision.kind == "savings" or is_left_as_it_is(provision)
    if alone or _is_left_open(provision, vocabulary):
        return "saved"
    consent = takes_consent(provision, vocabulary)
    if provision.kind == "prohibition" or acts(provision, vocabulary, _GIVING_UP):
        return "by-consent" if consent and not _names_force(provision) else "renounced"
    if preamble:
        return "preamble"
    return "by-consent" if consent else "goal"


def _is_left_open(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether it says that they differ on it, or that nothing is settled."""
    deed, denied = provision.deed, provision.meaning.denied
    if acts(provision, vocabulary, ("differ",)):
        return True
    spoken = {mention.name for mention in deed.mentions if mention.kind == "act"}
    if acts(provision, vocabulary, ("leave", "remain")) and "open" in spoken:
        return provision.kind != "prohibition" and not denied
    if provision.kind != "statement":
        return False
    if denied:
        return not spoken.isdisjoint(_SETTLING) or acts(provision, vocabulary, _SETTLING)
    return "differ" in spoken or speaks_of(provision, vocabulary, *_UNANSWERED)


def takes_consent(provision: Provision, vocabulary: Vocabulary) -> bool:
    """Tell whether it takes leave, as a label or in the sentence: "only by mutual consent".

    To agree on a way is less: only where there is no other way does either have to agree.
    """
    asked = speaks_of(provision, vocabulary, "consent", "referendum")
    if provision.labels.stated("with consent of") or asked:
        return True
    agreed = {"consensus", "agreement"} if provision.meaning.alone else {"consensus"}
    return any(m.name in agreed and m.preposition in _BY for m in provision.deed.mentions)


def mutual(use: Use, uses: Sequence[Use] = ()) -> bool:
    """Tell whether more than one binds itself by it, to more than giving up a name.

    A renunciation that rules out force or absorption does; a bare one does not. `uses` are those of
    the whole text, in which the other side may have a sentence of its own.
    """
    return rules_out_force(use) and given_up_by_both(use, [*filter(rules_out_force, uses)])


def given_up_by_both(use: Use, uses: Sequence[Use] = ()) -> bool:
    """Tell whether another gives the same up, in this sentence or in one of its own."""
    who = use.provision.meaning.who
    if len(who.names) > 1:
        return who.how in {"each", "all", "jointly"}
    others = (other.provision.meaning.who.names for other in uses if other.manner == use.manner)
    return bool(who.names) and any(not set(names) <= set(who.names) for names in others)


def rules_out_force(use: Use) -> bool:
    """Tell whether unity is given up by force or absorption only, and left open otherwise."""
    by_itself = use.mention.name in _SWALLOWING | {"absorption"}
    return by_itself or _names_force(use.provision)


def _names_force(provision: Provision) -> bool:
    return any(
        mention.name in {"force", "absorption", "coercion"} for mention in provision.deed.mentions
    )
