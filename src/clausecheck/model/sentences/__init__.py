"""What a sentence says: who, how bindingly, does what to what, found through the vocabulary.

Before its modality stands who (`subjects`), after it what is done (`deeds`), both made of phrases
(`phrases`) whose words are looked up (`finding`). What none of these understands is kept as words,
never guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
from typing import cast

from clausecheck.model import nodes
from clausecheck.model.names import Names
from clausecheck.model.sentences.deeds import Predicate, under_to
from clausecheck.model.sentences.finding import Finder, Found, references_in, text_of
from clausecheck.model.sentences.meanings import (
    DUTIES,
    FIRM,
    Amount,
    Deed,
    How,
    Meaning,
    Mention,
    MentionKind,
    ProvisionKind,
    Who,
    is_group,
)
from clausecheck.model.sentences.phrases import Phrases
from clausecheck.model.sentences.sorting import Gathered
from clausecheck.model.sentences.subjects import Subject, everyone, who_of
from clausecheck.model.sentences.verbs import spoken_act
from clausecheck.model.sentences.words import (
    BEING,
    DETERMINERS,
    JOINING,
    ONES_OWN,
    POSSESSIVES,
    PREPOSITIONS,
    UNITS,
    is_adverb,
    is_time,
)
from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.values import evolve
from clausecheck.vocabulary import Act, Vocabulary

__all__ = [
    "DUTIES",
    "FIRM",
    "HOW_BINDINGLY",
    "Amount",
    "Deed",
    "How",
    "Meaning",
    "Mention",
    "MentionKind",
    "ProvisionKind",
    "Who",
    "read_sentence",
]

_OBLIGED = frozenset({"obliged", "required", "bound", "obligated", "compelled", "obligation"})
_ALLOWED = frozenset({"entitled", "free", "authorised", "authorized", "right", "liberty"})
_BARRED = frozenset({"prohibited", "forbidden", "banned", "barred"})
HOW_BINDINGLY = _OBLIGED | _ALLOWED | _BARRED | {"have"}
"""Words that say no more before the act: "shall be entitled to open"."""
_ABOUT_OTHERS = frozenset({"recommends", "guarantees"})
"""Duties that bear on what somebody shall do: "recommends that both sides should meet"."""
_OPINIONS = frozenset({"expresses", "recalls", "shares the view"})
_IN_MIND = frozenset(
    {"intends to", "intends not to", "expresses willingness to", "aspires to", "may", "may not"}
)
_EXPECTED = frozenset({"will", "will not", "may"})
"""After a word of opinion these promise and allow nothing: "hopes that the talks will succeed"."""
_TOUCHING = frozenset(
    "affect prejudice limit impair alter diminish restrict require oblige obligate compel commit"
    " bind imply entail prevent preclude prohibit forbid bar hinder construed interpreted deemed"
    " understood read taken".split()
)
"""What a savings clause says that the text does not do, or is not to be taken to do."""
_BEFORE_TOUCHING = frozenset("not be in any no way".split())
_CONJUNCTIONS = frozenset({"and", "but"})
_EACH = (["neither"], ["none"], ["each"], ["both"])
_ITSELF = frozenset({"it", "they", "he", "she"})
_PRICES = frozenset("charge charges cost costs expense fee fees payment price".split())
_COMPARED = frozenset({"later", "more", "fewer", "less", "longer", "earlier", "sooner"})
_TOWARD = frozenset("to of for from in at on with by".split())
_ENDING = _TOWARD | frozenset(
    ", ; and or that which who until if when where unless while after before once".split()
)
"""Words after which a `no` no longer denies the object of the act."""
_DENYING_THINGS = frozenset({"no", "none", "nothing", "nobody", "neither"})
_SOMEBODY = frozenset("state party side power country government one other third".split())
_CONDUCTED = ("test", "exercise")
"""Things that are acts themselves, so that who refrains from them does not conduct them."""
_ENSURING = frozenset({"ensure", "guarantee"})


def read_sentence(
    sentence: nodes.Sentence,
    names: Names,
    vocabulary: Vocabulary,
    spoken_of: Sequence[str] = (),
) -> tuple[Meaning, ...]:
    """Return what a sentence without brackets says: one meaning, or two where it declares a duty.

    Empty where it has no modality. `spoken_of` are those whom the sentence before it binds.
    """

    def meaning(
        before: Sequence[nodes.Part], modality: nodes.Modality, after: Sequence[nodes.Part]
    ) -> Meaning:
        return _meaning(sentence.span, before, modality, after, names, vocabulary, spoken_of)

    parts = sentence.parts
    at = [number for number, part in enumerate(parts) if isinstance(part, nodes.Modality)]
    if not at:
        return ()
    first = at[0]
    outer = cast("nodes.Modality", parts[first])
    says = outer.kind == "statement" or outer.name in _ABOUT_OTHERS
    second = at[1] if len(at) > 1 and says else None
    before, after = parts[:first], parts[first + 1 : second]
    if second is None:
        return (meaning(before, outer, after),)
    inner = cast("nodes.Modality", parts[second])
    done = parts[second + 1 :]
    if after and text_of(after[-1]).lower() in _CONJUNCTIONS:
        # "reaffirms X and shall do Y": one subject, two things said of it.
        return (
            meaning(before, outer, after[:-1]),
            meaning(before, inner, done),
        )
    if outer.name == "it is agreed" or not after:
        return (meaning(after, inner, done),)
    if outer.name in _OPINIONS and inner.name in _EXPECTED:
        return (meaning(before, outer, (*after, *done)),)
    said = meaning(before, outer, ())
    words = [text_of(part).lower() for part in after]
    if "that" in words:
        # "assures X that it will do Y": X is told.
        said = meaning(before, outer, after[: words.index("that")])
        after = after[words.index("that") + 1 :]
    itself = len(after) == 1 and text_of(after[0]).lower() in _ITSELF
    told = _told_to(said, meaning(before if itself else after, inner, done))
    if _is_of_them(after):
        told = evolve(told, who=evolve(told.who, names=said.who.names, how="each"))
    if outer.name == "affirms" and inner.name in _IN_MIND:
        return (_affirmed(said, told, vocabulary),)
    return (said, told)


def _is_of_them(subject: Sequence[nodes.Part]) -> bool:
    """Tell whether those who speak say what each of them does: "that neither of them will"."""
    words = [text_of(part).lower() for part in subject]
    return words[:1] in _EACH and words[1:] in ([], ["of", "them"])


def _told_to(said: Meaning, told: Meaning) -> Meaning:
    """Return what is said, with those to whom it is said among what its deeds speak of."""
    hearers = tuple(
        under_to(mention)
        for deed in said.deeds
        for mention in deed.mentions
        if mention.kind == "actor" and mention.name not in told.who.names
    )
    return evolve(
        told, deeds=tuple(evolve(deed, others=(*deed.others, *hearers)) for deed in told.deeds)
    )


def _affirmed(said: Meaning, told: Meaning, vocabulary: Vocabulary) -> Meaning:
    """Return the statement that somebody means to do something, or has a right to, as a fact."""
    spoken = spoken_act(said.modality, vocabulary)
    act = cast("Act | None", spoken.term) if spoken else None
    deed = Deed(
        told.span,
        act,
        said.modality.span,
        act.name if act else said.modality.text,
        others=tuple(under_to(mention) for deed in told.deeds for mention in deed.mentions),
        inner=told.deeds,
    )
    return evolve(
        said,
        deeds=(deed,),
        references=told.references,
        periods=told.periods,
        vague=told.vague,
        open_words=told.open_words,
        unknown=(*said.unknown, *told.unknown),
    )


def _meaning(
    span: Span,
    before: Sequence[nodes.Part],
    modality: nodes.Modality,
    after: Sequence[nodes.Part],
    names: Names,
    vocabulary: Vocabulary,
    spoken_of: Sequence[str],
) -> Meaning:
    every = (*before, *after)
    before, after = _in_plain_order(before, modality, Finder(after, names, vocabulary))
    after, set_apart = _without_inserted(Finder(_without_fillers(after), names, vocabulary))
    if not set_apart and modality.kind in {"duty", "permission"}:
        begins = _behind_a_phrase(Finder(after, names, vocabulary))
        after, set_apart = after[begins:], after[:begins]
    spoken = [text_of(part).lower() for part in every]
    words = [text_of(part).lower() for part in (*before, *after)]
    never = _says_never(_lower(set_apart)) or _says_never(_set_in_front(_lower(before)))
    inserted = Phrases(Finder(() if never else set_apart, names, vocabulary))
    inserted.read()
    who, things, subject = who_of(
        Finder(before, names, vocabulary), modality, names, spoken, spoken_of
    )
    done_to = subject.mentions if subject else ()
    begins = _before_the_act(after)
    predicate = Predicate(
        Finder(after[begins:], names, vocabulary),
        vocabulary,
        modality,
        done_to,
        of_right=bool(_told(modality, words[len(before) :][:begins]) & _ALLOWED),
    )
    # "The state of war is hereby terminated": what it is done to stands before the modality.
    predicate.gathered.passive = modality.name == "hereby" and words[: len(before)][-1:] in _IS
    deeds = tuple(_with_inserted(deed, inserted.gathered) for deed in predicate.deeds())
    kind = _kind(modality, who, words[len(before) :], never=never)
    if kind == "prohibition" and who.how == "text" and _touches(words[len(before) :]):
        kind = "savings"
    if subject is not None and modality.name == "is not affected":
        things, deeds = (), (_left_alone(subject, deeds, predicate),)
    undone = [_refrained_from(deed, vocabulary) for deed in deeds]
    if kind == "duty" and deeds and all(undone):
        kind, deeds = "prohibition", tuple(chain(*undone))
    who, deeds = _with_doers(who, predicate, deeds, spoken, names)
    return Meaning(
        span=span,
        modality=modality,
        kind=kind,
        who=who,
        deeds=deeds,
        subject=things,
        references=references_in(every),
        periods=tuple(
            p for p in (*set_apart, *after) if isinstance(p, nodes.Quantity) and is_time(p)
        ),
        vague=(*(subject.vague if subject else ()), *inserted.vague, *predicate.vague),
        open_words=tuple(
            p for p in every if isinstance(p, nodes.Words) and not _is_declared(p.text, names)
        ),
        unknown=(
            *_unknown(subject, names, vocabulary),
            *_unknown(predicate, names, vocabulary),
            *_unknown(inserted, names, vocabulary),
        ),
        denied=kind == "statement" and _says_it_is_not_so(modality, words[len(before) :]),
        alone=words[:1] == ["only"] or _says_by_what_alone(words),
    )


def _left_alone(subject: Subject, deeds: Sequence[Deed], predicate: Predicate) -> Deed:
    """Return what "is not affected" as a deed, as where a text "does not affect" it.

    The text itself, by which it is not affected, is told of in neither.
    """
    act, parts = cast("Found", predicate.spoken), predicate.parts
    itself = {
        part.span.start
        for pair in pairwise(parts)
        if text_of(pair[0]).lower() in {"this", "present"}
        for part in pair
    }
    gathered = subject.gathered
    behind = (each for deed in deeds for each in deed.mentions if each.span.start not in itself)
    return Deed(
        subject.parts[0].span.to(subject.parts[-1].span),
        cast("Act", act.term),
        act.span,
        act.name,
        tuple(gathered.objects),
        tuple(gathered.amounts),
        tuple(gathered.places),
        tuple(gathered.beneficiaries),
        (*gathered.others, *gathered.asides, *behind),
    )


def _with_inserted(deed: Deed, told: Gathered) -> Deed:
    """Return a deed with what is told between commas, as if it stood behind the act."""
    if not (told or told.asides):
        return deed
    others = (*deed.others, *told.beneficiaries, *told.others, *told.asides)
    return evolve(deed, places=(*deed.places, *told.places), others=others)


def _in_plain_order(
    before: Sequence[nodes.Part], modality: nodes.Modality, after: Finder
) -> tuple[Sequence[nodes.Part], Sequence[nodes.Part]]:
    """Return what stands before the modality and after it as if the subject stood before it.

    "At no time shall X use force", "nor shall X use force", "it shall be the duty of X to go".
    """
    words, parts = _lower(before), after.parts
    bearer = _whose_duty(after.lower) if words == ["it"] and modality.text in _OWING else 0
    if bearer and "to" in after.lower[bearer:]:
        verb = after.lower.index("to", bearer)
        return parts[bearer:verb], parts[verb + 1 :]
    inverted = words in _NOT_EVER or (words[:1] != [] and words[0] in _NEVER and _says_never(words))
    ends = (at for at in range(1, len(parts)) if after.lower[at - 1] not in _BEFORE_A_NOUN)
    verb = next((at for at in ends if inverted and _an_act_begins(after, at)), 0)
    # "Under no circumstances, X shall use force": its subject stands where it should.
    if not verb or "," in words or modality.text not in _AUXILIARIES:
        return before, parts
    return parts[:verb], (*before, *parts[verb:])


def _whose_duty(after: Sequence[str]) -> int:
    """Return where stands whose duty it shall be: "be the duty of X"; 0 where it is nobody's."""
    said = after[:2] == ["be", "the"] and after[3:4] == ["of"]
    return len("be the duty of".split()) if said and after[2] in _DUTY else 0


_DUTY = frozenset({"duty", "obligation", "responsibility", "task"})
_OWING = frozenset({"shall", "will"})
_AUXILIARIES = frozenset({"shall", "will", "may", "should"})
_NOT_EVER = (["never"], ["nor"])


def _lower(parts: Sequence[nodes.Part]) -> list[str]:
    return [text_of(part).lower() for part in parts]


def _without_inserted(finder: Finder) -> tuple[Sequence[nodes.Part], Sequence[nodes.Part]]:
    """Return what follows the modality without what commas set apart before the act, and that.

    "Shall, unless A objects, be free to stay", "shall be free, unless A objects, to stay": when it
    holds, and nothing that is done.
    """
    after, words = finder.parts, finder.lower
    begins = next((at for at, word in enumerate(words) if word not in _BEFORE_AN_ACT), 0)
    inside = begins > 0 and words[begins + 1 : begins + 2] != [] and words[begins + 1] in _INSERTING
    if words[begins : begins + 1] != [","] or not (begins == 0 or inside):
        return after, ()
    # "By the first day, and without delay,": one after the other.
    ends = [
        at
        for at in range(begins + 1, len(words) - 1)
        if words[at] == "," and words[at + 1] not in _CONJUNCTIONS
    ]
    if not ends:
        return after, ()
    # "In consultation with A, B and C,": the last comma of the list.
    end = next((at for at in ends if _an_act_begins(finder, at + 1)), ends[0])
    return _without_fillers((*after[:begins], *after[end + 1 :])), after[begins + 1 : end]


def _an_act_begins(finder: Finder, at: int) -> bool:
    """Tell whether a plain verb stands here, perhaps behind words that say how."""
    while at < len(finder.parts) and (
        finder.lower[at] in _BEFORE_A_VERB or is_adverb(finder.lower[at])
    ):
        at += 1
    act = finder.act(at)
    opens = set(finder.lower[at : at + 1]) & _OPENING
    return bool(opens) or (act is not None and finder.is_plain(act))


_BEFORE_A_VERB = frozenset({"not", "never", "also", "then"})
_OPENING = frozenset({"be", "have", "to", "that"})
"""Words with which what is said begins, whatever it is."""


def _behind_a_phrase(finder: Finder) -> int:
    """Return where the act begins behind a phrase that no comma sets apart; 0 without one.

    "Shall at the request of A withdraw its troops", "may on no account withdraw".
    """
    lower = finder.lower
    start = _where_a_phrase_begins(lower)
    if start is None:
        return 0
    known = finder.thing(start)
    first = max(start + 2, known.end if known else 0)
    last = first + 1 if lower[start] in _BEFORE_ONE_WORD else len(lower)
    verb = _verb_among(finder, range(first, last))
    begins = verb - 1 if verb and lower[verb - 1] in _DENYING else verb
    if any(_is_of_a_clause(lower, at) for at in range(start + 1, begins)):
        return 0
    return begins


def _where_a_phrase_begins(lower: Sequence[str]) -> int | None:
    """Return where a phrase begins, perhaps behind adverbs: "promptly and without delay"."""
    at = 0
    while at < len(lower) and (
        (is_adverb(lower[at]) and lower[at] not in _ALONE) or (at and lower[at] == "and")
    ):
        at += 1
    behind = lower[at + 1 : at + 2]
    if lower[at : at + 1] in (["subject"], ["together"]):
        return at + 1 if behind and behind[0] in PREPOSITIONS else None
    often = lower[at : at + 1] in (["each"], ["every"]) and set(behind) <= UNITS
    opens = lower[at : at + 1] != [] and lower[at] in PREPOSITIONS | _BEFORE_ONE_WORD
    return at if opens or often else None


def _verb_among(finder: Finder, every: Iterable[int]) -> int:
    """Return the first place at which a verb surely stands, or else may stand; 0 if none does."""
    places = [at for at in every if finder.lower[at - 1] not in _BEFORE_A_NOUN - {","}]
    sure = next((at for at in places if _is_surely_a_verb(finder, at)), 0)
    if sure:
        return sure
    places = [at for at in places if finder.lower[at - 1] != ","]
    first = next((at for at in places if _may_be_a_verb(finder, at)), 0)
    # "Upon request release prisoners": of two words that are nouns as well, the second.
    behind = first + 1 in places and _may_be_a_verb(finder, first + 1)
    return first + 1 if first and behind else first


def _may_be_a_verb(finder: Finder, at: int) -> bool:
    """Tell whether a plain verb stands here that is a noun as well, and something behind it."""
    act, noun = finder.act(at), finder.thing(at)
    if act is None or (noun is not None and noun.end > act.end):
        return False
    return finder.is_plain(act) and at + 1 < len(finder.parts)


def _is_surely_a_verb(finder: Finder, at: int) -> bool:
    """Tell whether a plain verb is no noun or adjective: by what it is, or by what follows it."""
    if finder.lower[at] == "be":
        return True
    act = finder.act(at)
    if act is None or not finder.is_plain(act):
        return False
    led = finder.lower[act.end : act.end + 1]
    verb_alone = finder.thing(at) is None and not finder.may_describe(act)
    return verb_alone or (led != [] and led[0] in _LEADING)


def _is_of_a_clause(lower: Sequence[str], at: int) -> bool:
    """Tell whether a word there is of a clause, or may deny the act: not "to that end"."""
    of_a_phrase = lower[at] in {"no", "that"} and lower[at - 1] in PREPOSITIONS
    return lower[at] in _NEVER_IN_A_PHRASE and not of_a_phrase


def _says_never(phrase: Sequence[str]) -> bool:
    """Tell whether a phrase denies the act: "on no account", and not "at no cost"."""
    denied = (
        phrase[at + 2 : at + 4]
        for at, (before, word) in enumerate(pairwise(phrase))
        if before in _NEVER and word == "no" and phrase[max(at - 1, 0)] != "subject"
    )
    return any(not _AT_WHICH.isdisjoint(behind) and _PRICES.isdisjoint(behind) for behind in denied)


def _set_in_front(before: Sequence[str]) -> Sequence[str]:
    """Return the few words set before the subject, or between it and the modality.

    "At no time, X shall" and "X at no time shall"; nothing of "in no way bound by it, X shall".
    """
    if not before or before[0] not in _NEVER:
        return before[-len("at no time".split()) :]
    end = before.index(",") if "," in before else len(before)
    return before[:end] if end <= len("under no circumstances whatsoever".split()) else ()


_NEVER = frozenset("at by for from in on to under".split())
_AT_WHICH = _SOMEBODY | frozenset(
    "time times way manner means circumstances circumstance account event case instance reason"
    " pretext purpose condition conditions stage point".split()
)
"""Of what it is said that there is none: "under no circumstances", "to no state"."""
_BEFORE_ONE_WORD = frozenset("if once when where".split())
"""Words that open a phrase of two, "if necessary"."""
_NEVER_IN_A_PHRASE = _DENYING_THINGS | frozenset("not never nor that which who when if".split())
"""Words of a clause, or that may deny the act."""
_BEFORE_A_NOUN = PREPOSITIONS | DETERMINERS | POSSESSIVES | JOINING
_LEADING = DETERMINERS | POSSESSIVES | {"all"}


def _without_fillers(after: Sequence[nodes.Part]) -> Sequence[nodes.Part]:
    """Return it without "also" and the like before "be free", "be entitled", "have the right".

    "At its sole discretion" tells no more of what is done, whatever that is.
    """
    words = [text_of(part).lower() for part in after[:6]]
    end = next((at for at in range(2, len(words)) if words[at] not in ONES_OWN), 0)
    whose = {*words[1:2]} <= POSSESSIVES | {"the"}
    if words[:1] in (["at"], ["in"]) and whose and words[end : end + 1] == ["discretion"]:
        return after[end + 1 :]
    for filler in _FILLERS:
        said = len(filler) > 1 or words[len(filler) :][:1] in (["be"], ["have"])
        if words[: len(filler)] == filler and said:
            return after[len(filler) :]
    return after


_BEFORE_AN_ACT = HOW_BINDINGLY | {"not", "be"}
_INSERTING = frozenset(
    "unless if when where while until after before upon pending subject with without for as in on"
    " at by notwithstanding except save".split()
)
"""Words with which begins what commas set apart there: not "free, open and fair"."""
_FILLERS = (["also"], ["likewise"], ["always"], ["at", "all", "times"], ["at", "any", "time"])

_IS = (["is"], ["are"])
_ALONE = frozenset({"alone", "exclusively", "solely"})
_WITH_WHAT = frozenset({"by", "on", "through", "with", "upon"})


def _says_by_what_alone(words: Sequence[str]) -> bool:
    """Tell whether something is done by one alone, or in one way: "only by agreement"."""
    only = any(word == "only" and after in _WITH_WHAT for word, after in pairwise(words))
    return only or not _ALONE.isdisjoint(words)


_DOING = frozenset({"do", "does", "did"})
_SAYING_WHAT_IS = BEING | {"has", "have", "had", "can", "could", "cannot"} | _DOING
_HAVING = (["has"], ["have"], ["had"])
_DENYING = frozenset({"not", "never"})


def _says_it_is_not_so(modality: nodes.Modality, after: Sequence[str]) -> bool:
    """Tell whether the first verb of a that-clause is denied: "affirms that X is not"."""
    in_that_clause = modality.text.lower().endswith("that") or "that" in after
    if not in_that_clause:
        return False
    first = next((at for at, word in enumerate(after) if word in _SAYING_WHAT_IS), len(after))
    doing = next((at for at, word in enumerate(after) if word in _DOING), len(after))
    # "has conducted no test" is the denial of a deed; "has no plan" says what somebody is without.
    nothing_done = after[first : first + 1] in _HAVING and after[first + 2 : first + 3] == ["no"]
    return (
        after[first : first + 1] == ["cannot"]
        or nothing_done
        or not _DENYING.isdisjoint((*after[first + 1 : first + 2], *after[doing + 1 : doing + 2]))
    )


def _before_the_act(after: Sequence[nodes.Part]) -> int:
    """Count the words between the modality and the act that only say how bindingly."""
    words = [text_of(part).lower() for part in after[:5]]
    if words[1:3] and words[0] in {"under", "in", "at"} and words[1] in {"no", "any"}:
        return 3
    start = 1 if words[:1] == ["not"] and words[1:2] in (["only"], ["be"], ["have"]) else 0
    if words[start : start + 1] in (["only"], ["neither"]):
        return start + 1
    if words[start : start + 2] == ["no", "longer"]:
        return start + 2
    for held in _HELD:
        if words[start : start + len(held)] == held:
            return start + len(held)
    if words[start : start + 1] == ["be"] and len(words) > start + 2:
        how, preposition = words[start + 1 : start + 3]
        owed = how in _OBLIGED | _ALLOWED and preposition == "to"
        barred = how in _BARRED and preposition in {"from", "to"}
        return start + 3 if owed or barred else 0
    return 0


_NO_OBLIGATION = ["be", "under", "no", "obligation"]
_HELD = (
    ["have", "the", "right", "to"],
    ["have", "no", "right", "to"],
    ["be", "at", "liberty", "to"],
    [*_NO_OBLIGATION, "to"],
)


def _told(modality: nodes.Modality, after: Sequence[str]) -> frozenset[str]:
    """Return the words that say whether it is owed or allowed: "is to", "shall be entitled to"."""
    start = 1 if after[:1] == ["not"] else 0
    said = after[start : start + 4] if after[start : start + 1] in (["be"], ["have"]) else ()
    if said[1:2] == ["free"] and said[2:3] != ["to"]:
        said = ()  # "shall be free of mines" allows nobody anything.
    return frozenset((*modality.text.lower().split(), *said))


def _kind(
    modality: nodes.Modality, who: Who, after: Sequence[str], *, never: bool
) -> ProvisionKind:
    """Return what the sentence does to whom it binds, by its modality and what denies it."""
    if who.how == "text" and who.negated:
        return "savings"
    if modality.kind not in {"duty", "permission"}:
        return modality.kind
    told = _told(modality, after)
    denied = never or who.negated or after[:1] in _DENIED
    denied = denied or after[:2] == ["no", "longer"]
    denied = denied or after[:4] == _NO_OBLIGATION
    denied = denied or (" not" in modality.name and not _BARRED & set(modality.text.split()))
    if after[:1] == ["only"] or after[:2] == ["not", "only"]:
        denied = False
    if told & _OBLIGED or modality.name == "need not":
        return "exemption" if denied else "duty"
    if told & _BARRED:
        return "permission" if denied else "prohibition"
    if denied or _denies_its_object(after):
        return "prohibition"
    permits = modality.kind == "permission" or modality.name == "may not" or told & _ALLOWED
    return "permission" if permits else "duty"


_DENIED = (["not"], ["never"], ["neither"], ["nor"])


def _touches(after: Sequence[str]) -> bool:
    """Tell whether the sentence is on what the text changes: "shall not be construed as …"."""
    return next((word for word in after if word not in _BEFORE_TOUCHING), "") in _TOUCHING


def _refrained_from(deed: Deed, vocabulary: Vocabulary) -> tuple[Deed, ...]:
    """Return what a deed is to do not: "refrain from testing missiles", "from missile tests".

    None of it where it is to do something, or where nothing tells what is done to its object.
    """
    if deed.act is None or deed.act.name != "refrain":
        return ()
    conducted = bool(deed.objects) and all(is_group(m, *_CONDUCTED) for m in deed.objects)
    held = (evolve(deed, act=vocabulary.act("conduct")),) if conducted else ()
    return deed.inner or held


def _denies_its_object(words: Sequence[str]) -> bool:
    """Tell whether nothing is to be done: "withdraw no troops", "use neither force nor threats"."""
    if not _ENSURING.isdisjoint(words[:1]):
        return False  # "shall ensure no troops enter": it is others who are not to.
    for number, word in enumerate(words):
        behind = words[number + 1 : number + 2]
        if word in _DENYING_THINGS:
            return not set(behind) & _COMPARED
        subject_to = words[max(number - 1, 0) : number] == ["subject"]
        denies = _denies_to_whom(word, words[number + 1 : number + 5]) and not subject_to
        if word in _ENDING and not denies:
            return False
    return False


def _denies_to_whom(preposition: str, behind: Sequence[str]) -> bool:
    """Tell whether a thing is done to or for nobody: "to no state", and not "with no delay"."""
    if preposition not in _TOWARD or behind[:1] not in (["no"], ["neither"]):
        return False
    if not (_PRICES.isdisjoint(behind[1:3]) and _COMPARED.isdisjoint(behind[1:2])):
        return False
    if preposition == "with":
        return behind[0] == "neither" or not _SOMEBODY.isdisjoint(behind)
    return behind[0] == "no" or preposition != "of"


def _with_doers(
    who: Who, predicate: Predicate, deeds: tuple[Deed, ...], words: Sequence[str], names: Names
) -> tuple[Who, tuple[Deed, ...]]:
    """Return who is to act where a sentence is passive, whom it names or nobody; and the deeds.

    Each deed tells whom it binds where that is not the same for all.
    """
    heads = [mention for mention in predicate.subject if mention.preposition is None]
    somebody = any(mention.kind in {"actor", "group"} for mention in heads)
    if not predicate.acts_on_subject or not (who.how == "thing" or somebody):
        return who, deeds
    doers = [
        _doer(who, _agents_of(deeds, at), words, names) if deed.undergone or deed.agents else who
        for at, deed in enumerate(deeds)
    ]
    if all(doer == doers[0] for doer in doers):
        return doers[0], deeds
    every = tuple(dict.fromkeys(name for doer in doers for name in doer.names))
    parted = tuple(evolve(deed, who=doer) for deed, doer in zip(deeds, doers, strict=True))
    return evolve(who, names=every, how="each"), parted


def _doer(who: Who, agents: Sequence[Mention], words: Sequence[str], names: Names) -> Who:
    """Return whom a deed binds that these do: nobody, if there are none."""
    every = [(each.name,) if each.kind == "actor" else everyone(words, names) for each in agents]
    named = tuple(dict.fromkeys(chain.from_iterable(every)))
    how: How = "thing" if not named else "jointly" if "jointly" in words else "each"
    return evolve(who, names=named, how=how)


def _agents_of(deeds: Sequence[Deed], at: int) -> tuple[Mention, ...]:
    """Return who does a deed: whom it names, or else the next one does, or the one before.

    Nobody does it where `by` stands in it before who does something else: "under inspection by X".
    """
    behind = (each for each in deeds[at].others if each.preposition == "by")
    if not deeds[at].agents and any(each.kind in {"actor", "group"} for each in behind):
        return ()
    near = (*deeds[at:], *reversed(deeds[:at]))
    return next((deed.agents for deed in near if deed.agents), ())


def _is_declared(text: str, names: Names) -> bool:
    words = text.split()
    term = names.match_term(words, 0)
    return (
        (term is not None and term[1] == len(words))
        or text in names.events
        or names.actor(text) is not None
    )


def _unknown(read: Phrases | None, names: Names, vocabulary: Vocabulary) -> tuple[nodes.Word, ...]:
    """Return the words that neither the text nor the vocabulary knows."""
    if read is None:
        return ()
    return tuple(
        part
        for number, part in enumerate(read.parts)
        if number not in read.told
        and isinstance(part, nodes.Word)
        and (part.text[0].isalpha() or _GARBLED.fullmatch(part.text))
        and not vocabulary.knows(part.text)
        and part.text not in names.event_words
    )


_GARBLED = regex(r"\d+(?!(?:st|nd|rd|th|s|[cm]m|[A-Z])\Z)[^\W\d_][^\W_]*")
"""A number that runs on in letters, and is none of "38th", "1990s", "155mm" and "1A"."""
