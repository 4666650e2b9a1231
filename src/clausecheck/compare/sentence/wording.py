"""Which words of a sentence changed, and whether any did that the reader of sentences weighs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from clausecheck.compare.ground.toward import BINDING, FREEING, rank_of
from clausecheck.compare.ground.units import Placed, Unit, every_deed, stem
from clausecheck.model import nodes
from clausecheck.model.sentences import HOW_BINDINGLY, Meaning
from clausecheck.source import Span
from clausecheck.values import evolve, frozen

_MOST = 3
_MOST_WORDS = 14
_GRAMMAR = frozenset(
    "the a an this that these those its their his her of to and in on , ; which as with by for"
    " it they is are be been being has have had each both also".split()
)

EACH = frozenset({"each", "every"})
"""Before a thing these mean all of it."""

_TO_REFRAIN = frozenset({"refrain", "refrains", "refraining"})
_REFRAINING = _TO_REFRAIN | {"not"}
"""In a prohibition these say no more than that it is one."""
_DENYING = frozenset({"no", "neither"})
"""So do these, where nothing else does: "use no force", "use neither force nor threats"."""

_SAVING = frozenset(
    "nothing provision no not text declaration statement treaty agreement resolution bill act"
    " shall may without prejudice prejudices affect affects affected affecting unaffected impair"
    " impairs alter alters diminish diminishes restrict restricts limit limits".split()
)
"""In a savings clause these say no more than that it is one."""


@frozen
class Replaced:
    """Words of one sentence and what stands in their place in another; either may be missing."""

    before: Span | None
    after: Span | None
    old: str
    new: str


def replaced(
    one: Unit, other: Unit, behind: tuple[Span, Span] | None = None
) -> tuple[Replaced, ...]:
    """Return what was replaced in the sentence, or `behind` a place in each, in text order."""
    ones, others = _both(one, other, behind)
    matcher = SequenceMatcher(None, [w for w, _ in ones], [w for w, _ in others], autojunk=False)
    return tuple(
        Replaced(
            span_of(ones[i:j]),
            span_of(others[k:m]),
            _words(one, ones[i:j]),
            _words(other, others[k:m]),
        )
        for tag, i, j, k, m in matcher.get_opcodes()
        if tag != "equal"
    )


def _both(
    one: Unit, other: Unit, behind: tuple[Span, Span] | None
) -> tuple[Sequence[Placed], Sequence[Placed]]:
    if one.said is None or other.said is None:
        return (), ()
    if behind is None:
        return one.tokens, other.tokens
    ones = [each for each in one.tokens if each[1].start >= behind[0].end]
    others = [each for each in other.tokens if each[1].start >= behind[1].end]
    return ones, others


def told(one: Unit, other: Unit, behind: tuple[Span, Span] | None = None) -> str:
    """Return what was replaced in a line: in several places, from the first to the last of them.

    Where that is long, place by place, as far as it is short. Empty where nothing was.
    """
    changes = replaced(one, other, behind)
    if len(changes) > 1:
        old, new = _stretches(one, other, behind)
        if max(len(old.split()), len(new.split())) <= _MOST_WORDS:
            return f"`{old}` → `{new}`"
    texts = [told_of(each) for each in changes[:_MOST]]
    more = len(changes) - len(texts)
    return "; ".join(texts) + (f"; and {more} more" if more else "")


def _stretches(one: Unit, other: Unit, behind: tuple[Span, Span] | None) -> tuple[str, str]:
    """Return all from the first word that differs to the last, in either sentence."""
    ones, others = _both(one, other, behind)
    words = [word for word, _ in ones], [word for word, _ in others]
    first = _alike(*words)
    last = _alike(words[0][first:][::-1], words[1][first:][::-1])
    return (
        _words(one, ones[first : len(ones) - last]),
        _words(other, others[first : len(others) - last]),
    )


def _alike(words: Sequence[str], others: Sequence[str]) -> int:
    """Return with how many of the same words both begin."""
    pairs = enumerate(zip(words, others, strict=False))
    shorter = min(len(words), len(others))
    return next((at for at, (word, other) in pairs if word != other), shorter)


def told_of(each: Replaced) -> str:
    """Return what was replaced in one place, in a line."""
    old, new = (short(words.strip(" ,;") or words) for words in (each.old, each.new))
    if not new:
        return f"`{old}` dropped"
    return f"`{old}` → `{new}`" if old else f"`{new}` added"


def short(words: str, most: int = 12) -> str:
    """Return the first words of several, if they are many."""
    every = words.split(" ")
    return words if len(every) <= most else " ".join(every[: most - 1]) + " …"


def says_as_much(one: Unit, other: Unit) -> bool:
    """Tell whether sentences differ only in grammar, and in words that mean the same thing.

    These are the forms of a term that are the same words, or stated to be, and those of a modality.
    """
    return _weighed(one) == _weighed(other)


def is_of_number(each: Replaced) -> bool:
    """Tell whether one of several is meant now, or several where it was one."""
    old, new = each.old.lower(), each.new.lower()
    return bool(old and new) and (f"{old}s" == new or old == f"{new}s")


def is_of_order(changes: Sequence[Replaced]) -> bool:
    """Tell whether what went from one place stands in another, word for word."""
    gone, new = (
        sorted(" ".join(words).split())
        for words in zip(*((c.old, c.new) for c in changes), strict=True)
    )
    return gone == new


def _weighed(unit: Unit) -> list[str]:
    """Return in alphabetical order what the words stand for, and those that stand for nothing."""
    found = [key for key, _ in weighed_at(unit)]
    found += ["jointly"] * _is_together(unit)  # wherever it stands
    # "A or B or C" says no more than "A, B or C".
    return sorted([word for word in found if word != "or"] + ["or"] * ("or" in found))


def _is_together(unit: Unit) -> bool:
    return any(each.kind == "duty" and each.who.how == "jointly" for each in unit.meanings)


def weighed_at(unit: Unit) -> Iterator[Placed]:
    """Yield what the words stand for, and those that stand for nothing, each with its place.

    What says no more than the grammar, or than what kind of sentence it is, is passed over.
    """
    assert unit.said is not None  # noqa: S101 - words of it were replaced
    there = [part.span for part in unit.said.sentence.parts]
    known = {at: keys for at, keys in _known(unit) if any(map(at.contains, there))}
    ranks = {each.modality.span: rank_of(each) for each in unit.meanings}
    prohibits = any(meaning.kind == "prohibition" for meaning in unit.meanings)
    saves = all(meaning.kind == "savings" for meaning in unit.meanings)
    ignored = _GRAMMAR | (_SAVING if saves else frozenset())
    ignored |= {"jointly"} if _is_together(unit) else set()
    if prohibits:
        ignored |= _REFRAINING | (_DENYING if _is_denied_once(unit) else frozenset())
    leaves = {each.modality.span: each for each in unit.meanings if each.kind == "permission"}
    starts = sorted(known, key=lambda span: span.start)
    whole = [span for span in starts if not _inside(span, starts)]
    yield from ((key, span) for span in whole for key in known[span])
    for word, (first, end) in evolve(unit.canon, measuring=True).words_at(unit.said.sentence.parts):
        parts = unit.said.sentence.parts[first:end]
        span = parts[0].span.to(parts[-1].span)
        if word.lower() in EACH and _is_before_a_thing(span, known, unit):
            word = "all"  # noqa: PLW2901 - each of them is all of them
        if any(each.contains(span) for each in starts) or word.lower() in ignored:
            continue
        if prohibits and word.lower() == "from" and _refrains(unit.said.sentence.parts[:first]):
            continue
        modal = parts[0]
        if saves and isinstance(modal, nodes.Modality):
            continue
        if prohibits and word.lower() == "nor":
            word = "or"  # noqa: PLW2901 - both are banned
        if modal.span in leaves or any(_gives_leave(word, span, each) for each in leaves.values()):
            continue
        rank = ranks.get(modal.span)
        said = modal.name if isinstance(modal, nodes.Modality) else word
        yield (said if rank is None else f"rank {rank}"), span


def _gives_leave(word: str, at: Span, leave: Meaning) -> bool:
    """Tell whether a word before the act says no more than that it may be done: "be free to"."""
    acts = min((deed.act_span.start for deed in leave.deeds), default=0)
    return word.lower() in HOW_BINDINGLY and leave.modality.span.end <= at.start < acts


def _is_before_a_thing(at: Span, known: Mapping[Span, Sequence[str]], unit: Unit) -> bool:
    """Tell whether what comes next is a thing that the sentence speaks of, and no act."""
    after = [each for each in unit.tokens if each[1].start >= at.end]
    of_them = after[0][0].lower() == "of" if after else False
    passed = _OF_THEM if of_them else frozenset[str]()
    behind = next((span for word, span in after if word.lower() not in passed), None)
    keys = (key for span, keys in known.items() if behind and span.contains(behind) for key in keys)
    return any(not key.startswith("act ") for key in keys)


_OF_THEM = frozenset({"of", "the", "its", "their", "these", "those"})
"""Words between `each` and the thing: "each of its missiles"."""


def _is_denied_once(unit: Unit) -> bool:
    """Tell whether one word behind the modality alone makes a ban of a sentence."""
    start = max((meaning.modality.span.end for meaning in unit.meanings), default=0)
    words = [word.lower() for word, at in unit.tokens if at.start >= start]
    denied = sum(word in _DENYING | _REFRAINING for word in words)
    elsewhere = any("not" in each.modality.name or each.who.negated for each in unit.meanings)
    return denied == 1 and not elsewhere


def _refrains(parts: Sequence[object]) -> bool:
    """Tell whether a sentence has come to "refrain", which leads on with "from"."""
    last = parts[-1] if parts else None
    return isinstance(last, nodes.Word) and last.text.lower() in _REFRAINING


def refrains_alike(one: Unit, other: Unit) -> bool:
    """Tell whether one sentence forbids what another has somebody refrain from: "the use of X"."""
    if one.said is None or other.said is None or one.main is None or other.main is None:
        return False
    if {one.main.kind, other.main.kind} != {"duty", "prohibition"}:
        return False
    duty = one if one.main.kind == "duty" else other
    acts = {f"act {deed.act.name}" for m in duty.meanings for deed in m.deeds if deed.act}
    return acts == {"act refrain"} and _abstained(one) == _abstained(other)


def joint_alike(one: Unit, other: Unit) -> bool:
    """Tell whether a thing is joint in one sentence and what is done jointly in another."""
    words = [[word.lower() for word, _ in unit.tokens] for unit in (one, other)]
    how = [_JOINT.intersection(each) for each in words]
    rest = [[word for word in each if word not in _JOINT] for each in words]
    return how[0] | how[1] == _JOINT and len(how[0]) == len(how[1]) and rest[0] == rest[1]


_JOINT = frozenset({"joint", "jointly"})


def one_act_in_other_words(one: Unit, other: Unit) -> bool:
    """Tell whether sentences say the same by a verb and by the noun of it: "conduct missile tests".

    Such a noun stands behind a verb that says no more than that it is done, or that it is not.
    """
    if one.said is None or other.said is None or one.main is None or other.main is None:
        return False
    mine, theirs = one.main, other.main
    ranks = rank_of(mine), rank_of(theirs)
    alike = mine.kind == theirs.kind or {mine.kind, theirs.kind} == {"duty", "prohibition"}
    if not alike or ranks[0] != ranks[1] or _forbids(mine) != _forbids(theirs):
        return False
    if ranks[0] is None and mine.modality.name != theirs.modality.name:
        return False
    otherwise = _acts(mine) != _acts(theirs) or _one_alone_refrains(one, other)
    return otherwise and speak_of_one_act(one, other)


def speak_of_one_act(one: Unit, other: Unit) -> bool:
    """Tell whether sentences have the same words for what is to be done, or is not, by the same.

    It counts for nothing in which form each stands, nor how bindingly it is said.
    """
    assert one.main is not None  # noqa: S101 - both are sentences
    assert other.main is not None  # noqa: S101
    kinds = {each.main.kind for each in (one, other) if each.main and not _has_no_intention(each)}
    intends = any(map(_has_no_intention, (one, other)))
    if not kinds <= ({"prohibition"} if intends else BINDING | FREEING):
        return False
    mine, theirs = _stems(one, one.main), _stems(other, other.main)
    banned = theirs if _is_said_to_refrain(one) else mine
    if _one_alone_refrains(one, other) and "or" in banned:
        # Not to do one or another is to refrain from the one and from the other.
        mine, theirs = ([word for word in each if word != "or"] for each in (mine, theirs))
    return mine == theirs


def _one_alone_refrains(one: Unit, other: Unit) -> bool:
    return _is_said_to_refrain(one) != _is_said_to_refrain(other)


def _is_said_to_refrain(unit: Unit) -> bool:
    return not _TO_REFRAIN.isdisjoint(word.lower() for word, _ in unit.tokens)


def _has_no_intention(unit: Unit) -> bool:
    """Tell whether somebody states that it has no intention of what it might do."""
    return not _NO_INTENTION.isdisjoint(word.lower() for word, _ in unit.tokens)


def _acts(meaning: Meaning) -> set[str]:
    return {deed.act.name for deed in meaning.deeds if deed.act}


def _forbids(meaning: Meaning) -> bool:
    return meaning.kind == "prohibition" or _acts(meaning) == {"refrain"}


def _stems(unit: Unit, meaning: Meaning) -> list[str]:
    """Return the words behind a modality, each without its ending, in alphabetical order."""
    found = (word.lower() for word, at in unit.tokens if at.start >= meaning.modality.span.end)
    intends = _NO_INTENTION | {"it", "they"} if _has_no_intention(unit) else frozenset()
    words = [word for word in found if word not in _GRAMMAR | _DOING | intends]
    if any(stem(word) in _TOLD for word in words):
        words = [word for word in words if word not in _HANDING_OVER]
    whom = unit.canon.everybody(meaning.who.names)
    return [*sorted(whom), *sorted(word if word[0] == "<" else stem(word) for word in words)]


_NO_INTENTION = frozenset(
    f"{has} no intention {to}" for has in ("has", "have") for to in ("to", "of")
)

_DOING = _REFRAINING | frozenset(
    "conduct conducting carry carrying out perform performing commit committing achieve achieving"
    " attain attaining from against any".split()
)
"""Words before the noun of an act that say no more than that it is done, or is not."""
_TOLD = frozenset({"declar", "report"})
_HANDING_OVER = frozenset("provide make submit give".split())
"""Before a declaration or a report so do these."""


def _abstained(unit: Unit) -> list[str]:
    """Return what a sentence says but for how it says that something is not done."""
    return [word for word in _weighed(unit) if word not in _ABSTAINING]


_ABSTAINING = frozenset({"act refrain", "act use", "from", "not", "use"})
"""To use no force is to refrain from force, and from its use."""


def _known(unit: Unit) -> Iterator[tuple[Span, Sequence[str]]]:
    for meaning in unit.meanings:
        if meaning.who.names and _names_alone(meaning.who.span, unit):
            every = unit.canon.everybody(meaning.who.names)
            yield meaning.who.span, tuple(f"actor {name}" for name in every)
        mentions = list(meaning.subject)
        for deed in every_deed(meaning.deeds):
            if deed.act is not None:
                act = unit.worded(deed.act.name, deed.act, deed.act_span)
                yield deed.act_span, (f"act {act}",)
            mentions += deed.mentions
        for mention in mentions:
            if mention.term is not None or mention.kind == "actor":
                names = unit.said_of(mention)
                yield mention.span, tuple(f"{mention.kind} {name}" for name in names)
            elif unit.names_of(mention) != (mention.name,):
                yield mention.span, tuple(f"actor {name}" for name in unit.names_of(mention))
            if mention.owner_span and unit.owner_of(mention) not in {mention.owner, None}:
                ending = "'s" if unit.words_of(mention.owner_span).endswith("s") else ""
                yield mention.owner_span, (f"<{unit.owner_of(mention)}>{ending}",)


def _names_alone(at: Span, unit: Unit) -> bool:
    """Tell whether a subject is those bound and nothing beside, as `no party`, or `A and B`."""
    words = (word for word, span in unit.tokens if at.contains(span))
    return all(word.startswith("<") or word.lower() in _WHOLE for word in words)


_WHOLE = frozenset(
    "no neither each every any all both either party parties side sides of the and jointly"
    " ,".split()
)
"""Words for all who are bound, as against those of them whom a subject describes."""


def _inside(span: Span, every: Sequence[Span]) -> bool:
    return any(other != span and other.contains(span) for other in every)


def span_of(tokens: Sequence[Placed]) -> Span | None:
    """Return from where to where words stand, that are next to each other; None for no words."""
    return tokens[0][1].to(tokens[-1][1]) if tokens else None


def _words(unit: Unit, tokens: Sequence[Placed]) -> str:
    span = span_of(tokens)
    return " ".join(unit.source.text[span.start : span.end].split()) if span else ""
