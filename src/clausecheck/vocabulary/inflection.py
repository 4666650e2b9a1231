"""The shapes that one English word takes: inflections, spellings, hyphens."""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_IRREGULAR_VERBS = {
    "arise": "arose arisen",
    "bear": "bore borne",
    "become": "became become",
    "begin": "began begun",
    "bind": "bound",
    "break": "broke broken",
    "bring": "brought",
    "build": "built",
    "buy": "bought",
    "choose": "chose chosen",
    "come": "came come",
    "cut": "cut",
    "do": "did done",
    "draw": "drew drawn",
    "drive": "drove driven",
    "find": "found",
    "fly": "flew flown",
    "forbid": "forbade forbidden",
    "forgo": "forwent forgone",
    "forswear": "forswore forsworn",
    "freeze": "froze frozen",
    "get": "got gotten",
    "give": "gave given",
    "go": "went gone",
    "grow": "grew grown",
    "have": "had",
    "hold": "held",
    "keep": "kept",
    "know": "knew known",
    "lay": "laid",
    "lead": "led",
    "leave": "left",
    "let": "let",
    "lose": "lost",
    "make": "made",
    "meet": "met",
    "pay": "paid",
    "put": "put",
    "say": "said",
    "see": "saw seen",
    "seek": "sought",
    "sell": "sold",
    "send": "sent",
    "set": "set",
    "shoot": "shot",
    "show": "showed shown",
    "shrink": "shrank shrunk",
    "shut": "shut",
    "sink": "sank sunk",
    "speak": "spoke spoken",
    "spend": "spent",
    "spread": "spread",
    "stand": "stood",
    "strike": "struck",
    "strive": "strove striven strived",
    "swear": "swore sworn",
    "take": "took taken",
    "tell": "told",
    "think": "thought",
    "throw": "threw thrown",
    "win": "won",
    "withdraw": "withdrew withdrawn",
    "write": "wrote written",
}
_PREFIXES = ("under", "over", "fore", "with", "out", "mis", "re", "un", "up")
"""Before an irregular verb they leave its forms as they are: `undertook`, `rebuilt`."""
_DOUBLING = frozenset(
    [
        "abet",
        "admit",
        "commit",
        "compel",
        "concur",
        "confer",
        "control",
        "defer",
        "dispel",
        "equip",
        "expel",
        "incur",
        "infer",
        "occur",
        "omit",
        "patrol",
        "permit",
        "prefer",
        "propel",
        "rebel",
        "recommit",
        "refer",
        "regret",
        "remit",
        "repel",
        "resubmit",
        "submit",
        "transfer",
        "transmit",
    ],
)
"""Verbs of several syllables whose last consonant doubles: `permitted`."""
_EITHER_DOUBLING = frozenset(
    [
        "cancel",
        "channel",
        "counsel",
        "fuel",
        "label",
        "level",
        "marshal",
        "model",
        "refuel",
        "signal",
        "travel",
    ],
)
"""Doubled in British spelling, single in American: `cancelled`, `canceled`."""
_SHORT = r"(?:[^aeiou]*|.*qu)[aeiou][bdgklmnprtz]"
"""A syllable that ends in one vowel and one consonant: `stop`."""

_IRREGULAR_NOUNS = {
    "aircraft": "aircraft",
    "analysis": "analyses",
    "basis": "bases",
    "child": "children",
    "crisis": "crises",
    "criterion": "criteria",
    "datum": "data",
    "foot": "feet",
    "half": "halves",
    "headquarters": "headquarters",
    "life": "lives",
    "man": "men",
    "personnel": "personnel",
    "serviceman": "servicemen",
    "woman": "women",
}
_AFTER_THE_HEAD = frozenset(
    ["against", "at", "between", "by", "for", "from", "in", "of", "on", "to", "with"]
)
"""Words behind the noun that takes the plural: `prisoner of war`."""

_SPELLINGS = (
    (r"(.{2,})is(e[drs]?|ing|ations?|ers)", r"\1iz\2"),
    (r"(.{2,})iz(e[drs]?|ing|ations?|ers)", r"\1is\2"),
    (r"(.{2,})ys(e[drs]?|ing)", r"\1yz\2"),
    (r"(.+[bdilmnv])our(s|ed|ing|able|hood|ly|ers?)?", r"\1or\2"),
    (r"(cent|met|kilomet|millimet|theat|lit)re(s?)", r"\1er\2"),
    (r"(defen|offen|licen)ce(s?)", r"\1se\2"),
    (r"programme(s?)", r"program\1"),
    (r"manoeuvre(s?)", r"maneuver\1"),
    (r"manoeuvr(ed|ing)", r"maneuver\1"),
    (r"(fulfi)l(s|ment)?", r"\1ll\2"),
    (r"judgement(s?)", r"judgment\1"),
    (r"calibre(s?)", r"caliber\1"),
    (r"aeroplane(s?)", r"airplane\1"),
    (r"sabre", r"saber"),
)
"""British spellings with their American counterparts; for -ise, either way round."""
_NEVER_IZE = (
    r"(?:adv|appra|ar|comprom|compr|dev|disgu|enterpr|exerc|merchand|pr|pra|prec|prem|prom|ra|rev|se|superv|surpr)"
    r"i[sz].*"
)
"""Words in -ise or -ize that are spelt one way everywhere: `exercise`, `seize`."""


@cache
def units(phrase: str) -> str:
    """Return the form by which phrases are compared.

    Lower case, hyphens as spaces, no possessive, a comma as a word of its own. Texts have far fewer
    words than places where one stands, so each is remembered.
    """
    text = phrase.lower().replace("’", "'").replace("-", " ").replace("‑", " ")  # noqa: RUF001 - typed by drafters
    if "'" in text:
        text = text.replace("'s", "").replace("'", "")
    if "," in text:
        text = " ".join(text.replace(",", " , ").split())
    return text


def verb_inflections(verb: str) -> tuple[str, ...]:
    """Return the verb, its -s, past, participle and -ing forms, the plain verb first."""
    stem, irregular = _irregular_past(verb)
    ending = _doubled(verb) if _doubles(verb) else verb
    progressive = _with_ing(ending)
    if irregular:
        return (verb, _with_s(verb), *(stem + past for past in irregular.split()), progressive)
    either = (_with_ed(verb + "l"), _with_ing(verb + "l")) if verb in _EITHER_DOUBLING else ()
    return (verb, _with_s(verb), _with_ed(ending), progressive, *either)


def noun_inflections(noun: str) -> tuple[str, ...]:
    """Return the noun and its plural; one that ends in a single s stands as it is."""
    if noun in _IRREGULAR_NOUNS:
        return (noun, _IRREGULAR_NOUNS[noun])
    if noun.endswith("s") and not noun.endswith("ss"):
        return (noun,)
    return (noun, _with_s(noun))


def verb_phrases(form: str) -> Iterator[str]:
    """Give the form with its first word inflected as a verb: `pulls out`."""
    first, space, rest = form.partition(" ")
    prefix, hyphen, verb = first.rpartition("-")
    for inflected in verb_inflections(verb):
        yield prefix + hyphen + inflected + space + rest


def noun_phrases(form: str) -> Iterator[str]:
    """Give the form with its head noun in the singular and plural: `prisoners of war`."""
    words = form.split(" ")
    head = next(
        (i - 1 for i, word in enumerate(words) if i and word in _AFTER_THE_HEAD), len(words) - 1
    )
    prefix, hyphen, noun = words[head].rpartition("-")
    for inflected in noun_inflections(noun):
        yield " ".join((*words[:head], prefix + hyphen + inflected, *words[head + 1 :]))


def adverb_bases(word: str) -> tuple[str, ...]:
    """Return what an adverb in -ly may come from: `possible` for `possibly`."""
    if not word.endswith("ly"):
        return ()
    return (word[:-2], word[:-1] + "e", word[:-3] + "y")


def spellings(phrase: str) -> Iterator[str]:
    """Give the phrase with each word as it is spelt on either side of the Atlantic."""
    return map(" ".join, product(*map(_spellings, phrase.split(" "))))


def variants(phrases: Iterable[str]) -> Iterator[str]:
    """Give each spelling of the phrases as it is looked up."""
    for phrase in phrases:
        yield from map(units, spellings(phrase.lower()))


@cache
def _spellings(word: str) -> tuple[str, ...]:
    prefix, hyphen, last = word.rpartition("-")
    if re.fullmatch(_NEVER_IZE, last):
        return (word,)
    for pattern, replacement in _SPELLINGS:
        found = re.fullmatch(pattern, last)
        if found:
            return (word, prefix + hyphen + found.expand(replacement))
    return (word,)


def _irregular_past(verb: str) -> tuple[str, str | None]:
    """Return a prefix and the past forms of the irregular verb behind it."""
    if verb in _IRREGULAR_VERBS:
        return "", _IRREGULAR_VERBS[verb]
    for prefix in _PREFIXES:
        if verb.startswith(prefix) and verb[len(prefix) :] in _IRREGULAR_VERBS:
            return prefix, _IRREGULAR_VERBS[verb[len(prefix) :]]
    return "", None


def _doubles(verb: str) -> bool:
    return (
        verb in _DOUBLING
        or re.fullmatch(_SHORT, verb) is not None
        or verb.endswith(("put", "set", "let", "begin"))
    )


def _doubled(verb: str) -> str:
    return verb + verb[-1]


def _with_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh", "go")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def _with_ed(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + "ed"


def _with_ing(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return verb + "ing"
