"""How bindingly a sentence speaks, by the words around its modality, and what denies it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from clausecheck.model import nodes
from clausecheck.model.sentences.meanings import ProvisionKind, Who
from clausecheck.model.sentences.words import BEING

OBLIGED = frozenset({"obliged", "required", "bound", "obligated", "compelled", "obligation"})
ALLOWED = frozenset({"entitled", "free", "authorised", "authorized", "right", "liberty"})
BARRED = frozenset({"prohibited", "forbidden", "banned", "barred"})
HOW_BINDINGLY = OBLIGED | ALLOWED | BARRED | {"have"}
"""Words that say no more before the act: "shall be entitled to open"."""
_TOUCHING = frozenset(
    "affect prejudice limit impair alter diminish restrict require oblige obligate compel commit"
    " bind imply entail prevent preclude prohibit forbid bar hinder construed interpreted deemed"
    " understood read taken".split()
)
"""What a savings clause says that the text does not do, or is not to be taken to do."""
_BEFORE_TOUCHING = frozenset("not be in any no way".split())
_PRICES = frozenset("charge charges cost costs expense fee fees payment price".split())
_COMPARED = frozenset({"later", "more", "fewer", "less", "longer", "earlier", "sooner"})
_TOWARD = frozenset("to of for from in at on with by".split())
_ENDING = _TOWARD | frozenset(
    ", ; and or that which who until if when where unless while after before once".split()
)
"""Words after which a `no` no longer denies the object of the act."""
DENYING_THINGS = frozenset({"no", "none", "nothing", "nobody", "neither"})
_SOMEBODY = frozenset("state party side power country government one other third".split())
_ENSURING = frozenset({"ensure", "guarantee"})
NEVER = frozenset("at by for from in on to under".split())
_AT_WHICH = _SOMEBODY | frozenset(
    "time times way manner means circumstances circumstance account event case instance reason"
    " pretext purpose condition conditions stage point".split()
)
"""Of what it is said that there is none: "under no circumstances", "to no state"."""
ALONE = frozenset({"alone", "exclusively", "solely"})
_WITH_WHAT = frozenset({"by", "on", "through", "with", "upon"})
_DOING = frozenset({"do", "does", "did"})
_SAYING_WHAT_IS = BEING | {"has", "have", "had", "can", "could", "cannot"} | _DOING
_HAVING = (["has"], ["have"], ["had"])
DENYING = frozenset({"not", "never"})
NO_OBLIGATION = ["be", "under", "no", "obligation"]
_DENIED = (["not"], ["never"], ["neither"], ["nor"])


def kind_of(
    modality: nodes.Modality, who: Who, after: Sequence[str], *, never: bool
) -> ProvisionKind:
    """Return what the sentence does to whom it binds, by its modality and what denies it."""
    if who.how == "text" and who.negated:
        return "savings"
    if modality.kind not in {"duty", "permission"}:
        return modality.kind
    told = told_how(modality, after)
    denied = never or who.negated or after[:1] in _DENIED
    denied = denied or after[:2] == ["no", "longer"]
    denied = denied or after[:4] == NO_OBLIGATION
    denied = denied or (" not" in modality.name and not BARRED & set(modality.text.split()))
    if after[:1] == ["only"] or after[:2] == ["not", "only"]:
        denied = False
    if told & OBLIGED or modality.name == "need not":
        return "exemption" if denied else "duty"
    if told & BARRED:
        return "permission" if denied else "prohibition"
    if denied or _denies_its_object(after):
        return "prohibition"
    permits = modality.kind == "permission" or modality.name == "may not" or told & ALLOWED
    return "permission" if permits else "duty"


def says_never(phrase: Sequence[str]) -> bool:
    """Tell whether a phrase denies the act: "on no account", and not "at no cost"."""
    denied = (
        phrase[at + 2 : at + 4]
        for at, (before, word) in enumerate(pairwise(phrase))
        if before in NEVER and word == "no" and phrase[max(at - 1, 0)] != "subject"
    )
    return any(not _AT_WHICH.isdisjoint(behind) and _PRICES.isdisjoint(behind) for behind in denied)


def set_in_front(before: Sequence[str]) -> Sequence[str]:
    """Return the few words set before the subject, or between it and the modality.

    "At no time, X shall" and "X at no time shall"; nothing of "in no way bound by it, X shall".
    """
    if not before or before[0] not in NEVER:
        return before[-len("at no time".split()) :]
    end = before.index(",") if "," in before else len(before)
    return before[:end] if end <= len("under no circumstances whatsoever".split()) else ()


def says_by_what_alone(words: Sequence[str]) -> bool:
    """Tell whether something is done by one alone, or in one way: "only by agreement"."""
    only = any(word == "only" and after in _WITH_WHAT for word, after in pairwise(words))
    return only or not ALONE.isdisjoint(words)


def says_it_is_not_so(modality: nodes.Modality, after: Sequence[str]) -> bool:
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
        or not DENYING.isdisjoint((*after[first + 1 : first + 2], *after[doing + 1 : doing + 2]))
    )


def told_how(modality: nodes.Modality, after: Sequence[str]) -> frozenset[str]:
    """Return the words that say whether it is owed or allowed: "is to", "shall be entitled to"."""
    start = 1 if after[:1] == ["not"] else 0
    said = after[start : start + 4] if after[start : start + 1] in (["be"], ["have"]) else ()
    if said[1:2] == ["free"] and said[2:3] != ["to"]:
        said = ()  # "shall be free of mines" allows nobody anything.
    return frozenset((*modality.text.lower().split(), *said))


def touches(after: Sequence[str]) -> bool:
    """Tell whether the sentence is on what the text changes: "shall not be construed as …"."""
    return next((word for word in after if word not in _BEFORE_TOUCHING), "") in _TOUCHING


def _denies_its_object(words: Sequence[str]) -> bool:
    """Tell whether nothing is to be done: "withdraw no troops", "use neither force nor threats"."""
    if not _ENSURING.isdisjoint(words[:1]):
        return False  # "shall ensure no troops enter": it is others who are not to.
    for number, word in enumerate(words):
        behind = words[number + 1 : number + 2]
        if word in DENYING_THINGS:
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
