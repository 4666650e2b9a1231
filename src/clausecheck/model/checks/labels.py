"""Labels out of place or twice, and values that are none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausecheck.model import nodes
from clausecheck.model.checks.offers import listed
from clausecheck.model.reading import TITLES
from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.syntax.slip import Slip
from clausecheck.vocabulary import Vocabulary, nearest

_ANYWHERE = frozenset({"source", "certainty", "note"})
_PERSONAL = _ANYWHERE | {"territory", "also called"}
_HEAD = _ANYWHERE | {
    "form", "date", "draft", "status", "scope", "signed by", "languages", "entry into force",
    "ratification", "duration", "exit", "amendment", "review", "disputes", "depositary",
    "endorsement", "supersedes", "continues", "implements", "incorporates", "reviewer",
}  # fmt: skip
_BODY = _PERSONAL | {"members", "decides by", "task", "established", "named by", "ends"}
_ELSEWHERE: dict[str, frozenset[str]] = {
    **dict.fromkeys(TITLES, _HEAD),
    **dict.fromkeys(("party", "guarantor", "actor", "side"), _PERSONAL),
    "body": _BODY,
    "define": _ANYWHERE | {"means", "includes"},
    "event": _ANYWHERE | {"when", "certified by", "according to", "reports", "otherwise"},
    **dict.fromkeys(("preamble", "part", "article", "annex"), _ANYWHERE),
}
_NOT_IN_A_CLAUSE = frozenset(
    "form date draft status scope languages ratification duration exit amendment review disputes"
    " depositary endorsement members task established means includes territory expires".split()
) | {
    "signed by",
    "entry into force",
    "also called",
    "named by",
    "decides by",
    "certified by",
    "when",
    "because",
    "accepted by",
}
_BELONGS = {
    **dict.fromkeys(_HEAD - _ANYWHERE, "the head of the text"),
    **dict.fromkeys(_BODY - _PERSONAL, "a body"),
    **dict.fromkeys(("territory", "also called"), "a party, actor, side or body"),
    **dict.fromkeys(("means", "includes"), "a definition"),
    **dict.fromkeys(("when", "certified by"), "an event"),
    **dict.fromkeys(("because", "accepted by", "expires"), "an acceptance"),
}
_REPEATABLE = _ANYWHERE | {
    "if", "unless", "except", "exception to", "implements", "incorporates", "subject to",
    "notwithstanding", "in return for", "mirrors", "where", "in", "according to", "aim", "after",
    "before", "reviewer", "territory", "otherwise",
}  # fmt: skip
_CHOICES = {
    "form": "form",
    "status": "status",
    "scope": "scope",
    "certainty": "certainty",
    "access": "access",
    "decides by": "decides-by",
}
_KINDS = {"decides by": "way to decide", "access": "kind of access"}
_TIMES = frozenset("on by from until target after before starts for every duration ends".split())
_PRECISE = regex(
    r"\d{4}-\d\d(?:-\d\d)?|\d+ (?:minute|hour|day|week|month|year)s?(?: (?:after|before) .+)?"
)


def misplaced_labels(block: nodes.Block) -> Iterator[Slip]:
    """Yield labels that belong elsewhere or stand twice, and sentences that belong to no clause."""
    word = block.heading.word
    yield from _labels_among(block.items, word)
    stray = [item for item in block.items if isinstance(item, nodes.Sentence)]
    if word in _ELSEWHERE and stray:
        what = "a sentence stands" if len(stray) == 1 else f"{len(stray)} sentences stand"
        number = "`clause P1`" if word == "preamble" else "`clause` and its number"
        message = f"{what} under `{word}`, in no clause"
        yield Slip("unreadable-line", stray[0].span, message, f"put {number} above it")


def _labels_among(items: Iterable[object], outer: str) -> Iterator[Slip]:
    """Yield labels that stand twice where one can be meant, or under the wrong word."""
    word = outer
    seen: dict[str, Span] = {}
    for item in items:
        if isinstance(item, nodes.Heading):
            word, seen = item.word, {}
        elif isinstance(item, nodes.Sentence):
            word, seen = outer, {}
        elif isinstance(item, nodes.Bracket):
            for proposal in item.proposals:
                yield from _labels_among(proposal.content, word)
        elif isinstance(item, nodes.Label):
            yield from _misplaced(item, word)
            if item.name in seen and item.name not in _REPEATABLE:
                yield Slip(
                    "duplicate-label",
                    item.name_span,
                    f"`{item.name}:` stands here twice",
                    "keep one, or put the second duty in a sentence of its own",
                    related=((seen[item.name], "the first"),),
                )
            seen.setdefault(item.name, item.name_span)


def _misplaced(label: nodes.Label, word: str) -> Iterator[Slip]:
    allowed = _ELSEWHERE.get(word)
    name = label.name
    wrong = name not in allowed if allowed is not None else name in _NOT_IN_A_CLAUSE
    if name == "when" and word == "clause":
        offer = "write `after:` if it is when a duty begins, `if:` if it is a condition"
        yield Slip("misplaced-label", label.name_span, "`when:` belongs to an event", offer)
    elif name == "members" and word == "side":
        offer = "write them behind the side's name, as in `side North: KPA, CPV`"
        yield Slip("misplaced-label", label.name_span, "`members:` belongs to a body", offer)
    elif wrong and word:
        where = _BELONGS.get(name, "a clause")
        yield Slip(
            "misplaced-label",
            label.name_span,
            f"`{name}:` belongs to {where}",
            f"move it there; under `{word}` it has no meaning",
        )


def unknown_choice(label: nodes.Label, vocabulary: Vocabulary) -> Iterator[Slip]:
    """Yield a value that is none of those that its label takes."""
    if label.name not in _CHOICES:
        return
    known = vocabulary.names(_CHOICES[label.name])
    for value in _values(label.value):
        if isinstance(value, nodes.Name) and not value.quoted and value.text not in known:
            near = nearest(value.text, known) or _with_word(value.text, known)
            offer = f"did you mean `{near[0]}`?" if near else f"use one of {listed(known)}"
            kind = _KINDS.get(label.name, label.name)
            yield Slip("unknown-value", value.span, f"`{value.text}` is no {kind}", offer)


def unnamed_language(label: nodes.Label) -> Iterator[Slip]:
    """Yield a language that is to prevail and is none of those named."""
    value = label.value
    if isinstance(value, nodes.Languages) and value.ranked and value.prevailing is not None:
        known = [name.text for name in value.names]
        named = value.prevailing
        if named.text not in known:
            near = nearest(named.text, known)
            offer = f"did you mean `{near[0]}`?" if near else f"use one of {listed(known)}"
            what = f"`{named.text}` is none of the languages named"
            yield Slip("unknown-value", named.span, what, offer)


def _with_word(text: str, known: Iterable[str]) -> list[str]:
    """Return the names that have a word among theirs."""
    return [name for name in known if text.lower() in name.split()]


def quoted_time(label: nodes.Label) -> Iterator[Slip]:
    """Yield a day or span in quotation marks, which make open words of what is precise."""
    for value in _values(label.value) if label.name in _TIMES else ():
        quoted = value.name if isinstance(value, nodes.Event) and value.name.quoted else value
        if isinstance(quoted, nodes.Name | nodes.Words) and _PRECISE.fullmatch(quoted.text):
            what = f"`{quoted.text}` in quotation marks is read as open words"
            offer = f"write `{label.name}: {quoted.text}`"
            yield Slip("unknown-value", quoted.span, what, offer, "warning")


def _values(value: object) -> Iterator[object]:
    if isinstance(value, nodes.Bracket):
        for proposal in value.proposals:
            for content in proposal.content:
                yield from _values(content)
    else:
        yield value
