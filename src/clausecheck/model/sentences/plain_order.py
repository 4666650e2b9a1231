"""A sentence in plain order: who, the modality, the act, and apart what is set between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clausecheck.model import nodes
from clausecheck.model.sentences.binding import (
    ALLOWED,
    ALONE,
    BARRED,
    DENYING,
    DENYING_THINGS,
    HOW_BINDINGLY,
    NEVER,
    NO_OBLIGATION,
    OBLIGED,
    says_never,
)
from clausecheck.model.sentences.finding import Finder, lowered, text_of
from clausecheck.model.sentences.words import (
    CONJUNCTIONS,
    DETERMINERS,
    JOINING,
    ONES_OWN,
    POSSESSIVES,
    PREPOSITIONS,
    UNITS,
    is_adverb,
)

_DUTY = frozenset({"duty", "obligation", "responsibility", "task"})
_OWING = frozenset({"shall", "will"})
_AUXILIARIES = frozenset({"shall", "will", "may", "should"})
_NOT_EVER = (["never"], ["nor"])
_BEFORE_A_VERB = frozenset({"not", "never", "also", "then"})
_OPENING = frozenset({"be", "have", "to", "that"})
"""Words with which what is said begins, whatever it is."""
_BEFORE_ONE_WORD = frozenset("if once when where".split())
"""Words that open a phrase of two, "if necessary"."""
_NEVER_IN_A_PHRASE = DENYING_THINGS | frozenset("not never nor that which who when if".split())
"""Words of a clause, or that may deny the act."""
_BEFORE_A_NOUN = PREPOSITIONS | DETERMINERS | POSSESSIVES | JOINING
_LEADING = DETERMINERS | POSSESSIVES | {"all"}
_BEFORE_AN_ACT = HOW_BINDINGLY | {"not", "be"}
_INSERTING = frozenset(
    "unless if when where while until after before upon pending subject with without for as in on"
    " at by notwithstanding except save".split()
)
"""Words with which begins what commas set apart there: not "free, open and fair"."""
_FILLERS = (["also"], ["likewise"], ["always"], ["at", "all", "times"], ["at", "any", "time"])
_HELD = (
    ["have", "the", "right", "to"],
    ["have", "no", "right", "to"],
    ["be", "at", "liberty", "to"],
    [*NO_OBLIGATION, "to"],
)


def in_plain_order(
    before: Sequence[nodes.Part], modality: nodes.Modality, after: Finder
) -> tuple[Sequence[nodes.Part], Sequence[nodes.Part]]:
    """Return what stands before the modality and after it as if the subject stood before it.

    "At no time shall X use force", "nor shall X use force", "it shall be the duty of X to go".
    """
    words, parts = lowered(before), after.parts
    bearer = _whose_duty(after.lower) if words == ["it"] and modality.text in _OWING else 0
    if bearer and "to" in after.lower[bearer:]:
        verb = after.lower.index("to", bearer)
        return parts[bearer:verb], parts[verb + 1 :]
    inverted = words in _NOT_EVER or (words[:1] != [] and words[0] in NEVER and says_never(words))
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


def without_inserted(finder: Finder) -> tuple[Sequence[nodes.Part], Sequence[nodes.Part]]:
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
        if words[at] == "," and words[at + 1] not in CONJUNCTIONS
    ]
    if not ends:
        return after, ()
    # "In consultation with A, B and C,": the last comma of the list.
    end = next((at for at in ends if _an_act_begins(finder, at + 1)), ends[0])
    return without_fillers((*after[:begins], *after[end + 1 :])), after[begins + 1 : end]


def _an_act_begins(finder: Finder, at: int) -> bool:
    """Tell whether a plain verb stands here, perhaps behind words that say how."""
    while at < len(finder.parts) and (
        finder.lower[at] in _BEFORE_A_VERB or is_adverb(finder.lower[at])
    ):
        at += 1
    act = finder.act(at)
    opens = set(finder.lower[at : at + 1]) & _OPENING
    return bool(opens) or (act is not None and finder.is_plain(act))


def behind_a_phrase(finder: Finder) -> int:
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
    begins = verb - 1 if verb and lower[verb - 1] in DENYING else verb
    if any(_is_of_a_clause(lower, at) for at in range(start + 1, begins)):
        return 0
    return begins


def _where_a_phrase_begins(lower: Sequence[str]) -> int | None:
    """Return where a phrase begins, perhaps behind adverbs: "promptly and without delay"."""
    at = 0
    while at < len(lower) and (
        (is_adverb(lower[at]) and lower[at] not in ALONE) or (at and lower[at] == "and")
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


def without_fillers(after: Sequence[nodes.Part]) -> Sequence[nodes.Part]:
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


def before_the_act(after: Sequence[nodes.Part]) -> int:
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
        owed = how in OBLIGED | ALLOWED and preposition == "to"
        barred = how in BARRED and preposition in {"from", "to"}
        return start + 3 if owed or barred else 0
    return 0
