"""Names that are nobody's, and who may have been meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausecheck.model.checks.offers import either
from clausecheck.model.names import Names
from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.syntax.misreadings import NUMBER_WORDS, OFTEN, UNIT
from clausecheck.syntax.slip import Slip
from clausecheck.vocabulary import nearest

_BY_MEANS_OF = regex(r"\A(?:via|through|by|with|by means of|on the basis of)\s")
_EVERY = regex(
    rf",?\s+(?:every\s+(?:(?P<span>\d+\s+{UNIT})|(?P<unit>\w+))"
    r"|(?P<word>daily|weekly|monthly|quarterly|yearly|annually))\Z"
)
_ANYBODY = regex(
    r"(?:(?:the|an?|each|every|all|any|both|either|neither|no|one|such|said|these|those|high|other"
    r"|contracting|signatory|signing|relevant|respective|concerned|present|two|three|four|state"
    r"|states|member)\s+)*"
    r"(?:part(?:y|ies)|sides?|signator(?:y|ies)|undersigned|participants?|delegations?|former|latter"
    r"|(?:the\s+)?(?:two|both|three|four|contracting|signatory|member)\s+"
    r"(?:states?|countries|nations|governments|powers))"
    r"(?:\s+(?:hereto|concerned|involved|thereto))?"
    r"|both|each|they|it|he|she|we|everyone|everybody|nobody|somebody|someone|anyone|others"
)
_SO_MANY_FROM = regex(rf"({'|'.join(NUMBER_WORDS)}) (?:\w+ )?(?:from|of) (.+)", re.IGNORECASE)
_ANYBODY_MAY_BE = "name it, or write `each party`, `any party`, `all parties` or `either side`"
_BY_WHAT_IT_DOES = regex(
    r"(?:(?:the|that|any|each|a|an) )?\w+(?:ing|ed) (?:party|side|state)"
    r"|(?:the|that|this|any) (?:party|side|state)(?: (?:that|which|who) .+)?"
    r"|itself|themselves|that party itself"
)
"""A party that is told by what it does: "the withdrawing party", "the party that leaves"."""


def unknown_actor(at: Span, text: str, names: Names) -> Slip:
    """Return that nobody is named so, with the nearest names or what may have been meant."""
    if names_nobody(text):
        return nobody(at, text)
    if _BY_WHAT_IT_DOES.fullmatch(text.lower()):
        offer = "name it, or write `each party` if whichever does so is meant"
        return Slip("unknown-actor", at, f"`{text}` does not say who", offer)
    words = text.removeprefix("the ").split()
    if "and/or" in words:
        return Slip("unknown-actor", at, "`and/or` leaves open which", "write `and` or `or`")
    known = next((n for n in range(1, len(words)) if names.actor(" ".join(words[:n]))), None)
    near = near_actors(text, names)
    offer = f'declare it, as in `actor {text.removeprefix("the ")} "…"`'
    many = _SO_MANY_FROM.fullmatch(text)
    if many and names.actor(many[2]):
        offer = f"write how many in digits, as in `{NUMBER_WORDS[many[1].lower()]} from {many[2]}`"
    elif near:
        offer = f"did you mean {either(near)}?"
    elif known is not None and words[known] not in {"and", "or"}:
        who, how = " ".join(words[:known]), _BY_MEANS_OF.sub("", " ".join(words[known:]))
        offer = f"put a method after `using`, as in `{who} using {_how(how)}`"
    return Slip("unknown-actor", at, f"nobody is named `{text}`", offer)


def _how(words: str) -> str:
    """Return a method as `verified by:` takes it, how often it is used behind a comma."""
    often = _EVERY.search(words)
    span = often and (often["span"] or OFTEN.get(often["unit"] or often["word"]))
    return f"{words[: often.start()]}, every {span}" if often and span else words


def nobody(at: Span, text: str) -> Slip:
    """Return that words leave open who it is."""
    none = text.lower().startswith(("nobody", "no one"))
    offer = "write `no party` or `no person`" if none else _ANYBODY_MAY_BE
    return Slip("unknown-actor", at, f"`{text}` does not say who", offer)


def names_nobody(text: str) -> bool:
    """Tell whether words speak of parties or states, or of somebody just mentioned, by no name."""
    return _ANYBODY.fullmatch(text.lower()) is not None


def near_actors(text: str, names: Names) -> Sequence[str]:
    """Return the actors whose name or title is spelled much the same, best first."""
    spelled = _letters(text)
    same = dict.fromkeys(
        known for alias, known in names.aliases.items() if _letters(alias) == spelled
    )
    if same:
        return tuple(same)
    within = [known for alias, known in names.aliases.items() if text.lower() in alias.split()]
    near = nearest(text, names.actors)
    if within or near:
        return tuple(dict.fromkeys(within)) if len({*within}) == 1 else near
    titles = dict.fromkeys(names.aliases[title] for title in nearest(text.lower(), names.aliases))
    if titles or not text.isupper():
        return tuple(titles)
    return [name for name in names.actors if name.isupper() and sorted({*name}) == sorted({*text})]


def _letters(name: str) -> str:
    """Return a name as it sounds: without its article, full stops and blanks."""
    return re.sub(r"\W", "", name.lower().removeprefix("the "))
