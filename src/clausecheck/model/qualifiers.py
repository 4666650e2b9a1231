"""Times, conditions and the like among the words of a sentence, where nothing counts with them.

A qualifier stands on a line of its own. One in a sentence is read as words: the duty then seems to
have no day and no condition. Each is told with the line to type, unless such a line stands there.
What may be something else stays untold: "the sites that X opened before …", "within the zone".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import takewhile
from typing import cast

from clausecheck.model import nodes
from clausecheck.model.names import Names
from clausecheck.model.sentences.meanings import Meaning
from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.syntax.dates import date_in
from clausecheck.syntax.misreadings import NUMBER_WORDS
from clausecheck.values import evolve, frozen
from clausecheck.vocabulary.inflection import verb_inflections

_NORMS = frozenset({"duty", "prohibition", "permission", "exemption"})
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = (
    r"\d{4}-\d\d(?:-\d\d)?"
    rf"|(?:the )?(?:\d\d?(?:st|nd|rd|th)? (?:of )?)?{_MONTH}(?: \d\d?)?,? \d{{4}}"
)
_THIS_TEXT = r"(?: of this (?:declaration|agreement|treaty|statement|resolution|text|act))?"
_MOMENT = (
    rf"{_DATE}|(?:the |its )?(?:(?:date|day) of (?:the |its )?)?"
    rf"(?:signature|entry into force){_THIS_TEXT}(?! of )"
    r"|[\dA-Z][\w.]*(?:\(\w+\))* (?:begins|is complete|is verified|is breached)"
)
_FIGURE = rf"(?:[\d,.]+|(?:{'|'.join(NUMBER_WORDS)})(?: \(\d+\))?)"
_SPAN = (
    r"(?:(?:about|approximately|around|up to|at least|at most|(?:no|not) more than) )?"
    rf"{_FIGURE}(?: to {_FIGURE})? (?:minute|hour|day|week|month|year)s?"
)
_TERM = rf"{_FIGURE}(?: to {_FIGURE})? (?:month|year)s?"
"""A span long enough to say how long a duty holds: not "meet for 3 days"."""
_SINCE = "(?:after|of|from|following)"
_LATER = "(?:no|not) later than"
_WITHIN = f"(?:within|{_LATER})"
_REQUEST = (
    r"an? (?:request|notice)(?: by (?:(?:the other|either|any|each) (?:side|party)|[A-Z]\w+))?"
)
_NOTICE = r"(?:['’]s?)? (?:(?:prior|advance|written) )*notice"
_DUE = ("on", "by", "before", "starts", "target", "until")
_A_BREACH = r"(?:(?:an?|any|the|each|every) )?(?:material |serious |alleged )*(?:breach|violation)"
_SOMEBODY = r"(?=should (?:[A-Z]|(?:the|an?|any|either|one|another|such|it|they)\b))"
"""What stands behind a "should" that turns a condition round: not "before it should act"."""
_BREACHED = regex(
    rf"{_A_BREACH}s?(?: of (?:(?i:clause|article|paragraph) )?(?P<number>\d[\w.]*(?:\(\w+\))*)"
    r"| of (?:this|the) \w+| of its terms| by .*)?"
    r"|(?:(?:a|any|either|one|another|the other) (?:party|side)|[A-Z]\w*)"
    r" (?:breach|violat)es (?:(?:this|the) \w+|its obligations(?: under this \w+)?"
    r"|(?i:clause|article|paragraph) (?P<whole>\d[\w.]*(?:\(\w+\))*|[IVXLC]+(?:\.\d+)*))"
)
"""A breach in words, which a label has as the state of a clause."""
_NUMBER = r"\d[\w.]*(?:\(\w+\))*"
_A_CLAUSE = rf"(?:(?:clause|article|paragraph) )?(?P<thing>{_NUMBER})"
_CONSENT = r"(?:\w+ )?(?:consent|agreement|approval) of (?P<who>.+)"
_LICENCE = ("with consent of", "unless permitted by", "authority")
_OF_A_THING = regex(r"\b(?:that|which|who|whom|whose|where|when|whether)\b")
_PARTICIPLE = regex(r"\b(?:\w+ed|made|held|given|taken|built|sent) $")
_INFINITIVE = regex(r"\bto [a-z]")
_IF = frozenset({"if", "unless"})
_EVENTS = frozenset({"until", "after"})
_OF_IT = regex(r"^(?:the )?(?:entry into force|conclusion|signature|ratification) of ")
_PASSED = regex(r"^(?:(?:it|they) (?:is|are) )?(?:replaced|superseded|followed|succeeded) by ")
"""What comes in the place of something: its event is named for that."""
_OUTSIDE = r"(?:the )?(?:entry into force|conclusion|signature|ratification) of (?!this )[^,;]+"
"""What happens to another text."""
_NOT_SO_OFTEN = "(?!again|more|every|each|per|in|and|an? (?:da|wee|mont|yea))"
_ARTICLE = regex(r"^(?:an?|the) ")
_THIRD = {"be": "is", "have": "has", "not": "does not"}
_DONE = regex(r"(?P<done>.+? (?:has|have) (?:not )?(?:been )?\w+)\b.*")
"""What somebody has done, which its event is named for; not the one who does it."""
_EVENT = regex(r" (?:is|are|has|have|was|were|enters?|comes?|takes?|begins?|ends?|shall|will)\b.*")
"""What is told of a thing, which its event is named for."""
_SHOWN = 6
"""Words of a qualifier that a message repeats."""


@frozen
class Qualifier:
    """Words of a sentence that a label would say: what they are, and the line to type."""

    span: Span
    words: str
    what: str
    line: str
    """The line, with its label."""
    open: str = ""
    """The words that are still open on that line."""
    supposed: bool = False
    """Whether the line says from when, and the words do not."""

    @property
    def meant(self) -> str:
        """That the clause on the line only stands for the one meant, which the words leave out."""
        if self.supposed and self.line.endswith("after signature"):
            return ", or after another moment"
        breach = self.line.endswith("is breached")
        left_out = breach and self.line.split()[1] not in self.words.split()
        return ", with the clause that is meant" if left_out else ""

    @property
    def remedy(self) -> str:
        """What to type; what is only awaited from outside the text is an event."""
        label = self.line.partition(":")[0]
        if self.open and label in _EVENTS:
            return as_event(self.open, label)
        if self.open and label in _IF:
            return (
                f"put it on a line of its own: `{self.line}`, with `judged by:` and who decides, "
                f'or declare an `event` with `when: outside this text, "{self.open}"`'
            )
        return f"put it on a line of its own: `{self.line}`{self.meant}"


def as_event(words: str, label: str = "until") -> str:
    """Return how words are declared as an event outside the text, and the line that awaits it."""
    if words.startswith(("such ", "this ", "that ", "it ")):
        return "name what ends it as an `event`, and under it `when:` or `certified by:`"
    bare = _ARTICLE.sub("", _OF_IT.sub("", _PASSED.sub("", words)))
    done = _DONE.fullmatch(bare)
    name = done["done"] if done else _EVENT.sub("", bare) or words
    return (
        f'declare `event "{name}"`, and below it `when: outside this text, "{words}"`, '
        f'and write `{label}: "{name}"`'
    )


@cache
def _pattern(words: str) -> re.Pattern[str]:
    """Return a pattern that ends within no word; compiled only for a text that may need it."""
    return re.compile(rf"(?<!\w){words}(?!\w)")


@frozen
class _Kind:
    """One kind of qualifier: how it is said, and the label that would say it."""

    what: str
    cues: frozenset[str]
    """One of these stands in every text that holds such a qualifier."""
    also: frozenset[str]
    """So does one of these, where there are any."""
    words: str
    """A pattern; its groups `moment`, `act`, `thing`, `known` and `who` are put as a label takes
    them."""
    line: str
    same: tuple[str, ...]
    """Labels that say it already."""


_TIMES = (
    ("within|later than", rf"{_WITHIN} (?P<span>{_SPAN}) {_SINCE} (?P<moment>{_MOMENT})",
     "by: {span} after {moment}", _DUE),
    ("within", rf"within (?P<span>{_SPAN}) of (?P<event>{_REQUEST})",
     "by: within {span} of {event}", _DUE),
    ("within|later than", rf"{_WITHIN} (?P<span>{_SPAN}) {_SINCE} (?P<thing>[^,;]+)",
     "by: {span} after {thing}", _DUE),
    ("within", r"within (?P<span>[\d,.]+ (?:minute|hour)s?)",
     "by: within {span} of a request by the other side", _DUE),
    ("within", rf"within (?P<span>{_SPAN})",
     "by: {span} after signature", _DUE),
    ("notice", rf"(?:on|upon|with|at|after|subject to) (?P<span>{_SPAN}){_NOTICE}",
     "on notice of: {span}", ("on notice of", "exit")),
    ("by |later than", rf"(?:by|{_LATER}) (?!the sig|its sig|sig)(?P<moment>{_MOMENT})",
     "by: {moment}", _DUE),
    ("by the end", r"by the end of (?P<year>\d{4})",
     "by: {year}-12-31", _DUE),
    ("by |later than", rf"(?:by|{_LATER}) (?P<year>20\d\d)(?! [a-z])",
     "by: {year}-12-31", _DUE),
    ("in 2", r"(?<!as )in (?P<year>20\d\d)(?=[,;]|$)",
     "by: {year}-12-31", _DUE),
    ("on ", rf"(?:up)?on (?P<moment>{_MOMENT})",
     "on: {moment}", _DUE),
    ("after|before", rf"(?P<label>after|before) (?P<moment>{_MOMENT})",
     "{label}: {moment}", (*_DUE, "after", "from")),
    ("after|before", rf"(?P<span>{_SPAN}) (?P<label>after|before) (?P<moment>{_MOMENT})",
     "on: {span} {label} {moment}", (*_DUE, "after", "from")),
    ("after|before|from", r"(?P<label>after|before|from) (?P<known>[^,;]+)",
     "{label}: {known}", (*_DUE, "after", "from")),
    ("after|upon|following", rf"(?:after|upon|following) (?P<thing>{_OUTSIDE})",
     "after: {thing}", (*_DUE, "after", "from")),
    ("once ", rf"(?<!at )once {_NOT_SO_OFTEN}(?P<thing>[^,;]+)",
     "after: {thing}", (*_DUE, "after", "from", "if")),
    ("pending ", r"pending (?P<thing>(?:the|an?|its|their) [^,;]+)",
     "until: {thing}", ("until", "for")),
    ("until", rf"until (?P<moment>{_MOMENT})",
     "until: {moment}", ("until", "for")),
    ("until", r"until (?P<thing>[^,;]+)",
     "until: {thing}", ("until", "for")),
    ("from", rf"from (?P<moment>{_MOMENT})",
     "from: {moment}", ("from", "starts", "after", "on")),
    ("for ", rf"for (?:a (?:period|term) of )?(?P<span>{_TERM})",
     "for: {span}", ("for", "until")),
    ("every", rf"every (?P<span>{_SPAN})",
     "every: {span}", ("every", "quota")),
    ("every|each", r"(?:every|each) (?P<unit>day|week|month|year)",
     "every: 1 {unit}", ("every", "quota")),
)  # fmt: skip
_CONDITIONS = (
    ("if ", r"(?:only )?(?<!as )(?<!even )if (?P<act>[^,;]+)",
     "if: {act}", ("if",)),
    ("condition|provided", r"(?:provided|on (?:the )?condition) that (?P<act>[^,;]+)",
     "if: {act}", ("if",)),
    ("in the event", r"(?:(?<=, )|^)in the event (?:of|that) (?P<act>[^,;]+)",
     "if: {act}", ("if",)),
    ("breach|violation", rf"(?:up)?on (?P<act>{_A_BREACH}[^,;]*)",
     "if: {act}", ("if",)),
    ("should ", rf"(?:^|(?<= ){_SOMEBODY})should (?P<inverted>[^,;]+)",
     "if: {inverted}", ("if",)),
    ("in case", r"(?:(?<=, )|^)in (?:the )?case of (?P<act>[^,;]+)",
     "if: {act}", ("if",)),
    ("notwithstanding", rf"notwithstanding {_A_CLAUSE}",
     "notwithstanding: {thing}", ("notwithstanding",)),
    ("provided", rf"(?:save|except) as (?:otherwise )?provided (?:for )?in {_A_CLAUSE}",
     "subject to: {thing}", ("subject to", "except")),
    ("unless", r"unless (?P<act>[^,;]+)",
     "unless: {act}", ("unless", "unless permitted by")),
    ("subject to", rf"subject to {_A_CLAUSE}",
     "subject to: {thing}", ("subject to",)),
    ("subject to", r"(?:(?<=, )|^)subject to (?P<thing>[^,;]+)",
     "subject to: {thing}", ("subject to", "if", "verified by", "with consent of")),
    ("in return for|in exchange for", rf"in (?:return|exchange) for {_A_CLAUSE}",
     "in return for: {thing}", ("in return for",)),
    ("with the", rf"with the {_CONSENT}",
     "with consent of: {who}", _LICENCE),
    ("without the", rf"without the {_CONSENT}",
     "unless permitted by: {who}", _LICENCE),
)  # fmt: skip
_CHECKS = (
    ("under", r"under (?:the )?(?P<who>[\w ]+?)(?:['’]s)? (?:verification|supervision)",
     "verified by: {who}", ("verified by",)),
    ("under the", r"under the (?:\w+ )?(?:verification|supervision) (?:of|by) (?P<who>.+)",
     "verified by: {who}", ("verified by",)),
)  # fmt: skip
_SUPPOSED = ("after signature", "of a request")
"""What a line says of itself, and no words of the sentence."""
_UNITS = frozenset({"minute", "hour", "day", "week", "month", "year"})
_TELLING_MOMENTS = frozenset("0123456789") | {"signature", "into force", " begins", " is "}


_AGREEING = frozenset({"consent", "agreement", "approval"})
_CHECKING = frozenset({"verification", "supervision"})
_WITHIN_PATTERNS = (
    (_SPAN, _UNITS),
    (_TERM, _UNITS),
    ("day|week|month|year", _UNITS),
    (_MOMENT, _TELLING_MOMENTS),
    ("consent|agreement|approval", _AGREEING),
    ("verification|supervision", _CHECKING),
)


def _cues_within(words: str) -> frozenset[str]:
    """Return what is in every text that a pattern fits, by the first part of it that tells."""
    return next((cues for part, cues in _WITHIN_PATTERNS if part in words), frozenset())


_KINDS = tuple(
    _Kind(what, frozenset(cues.split("|")), _cues_within(words), words, line, same)
    for what, kinds in (
        ("a time", _TIMES),
        ("a condition", _CONDITIONS),
        ("verification", _CHECKS),
    )
    for cues, words, line, same in kinds
)
_CUES = frozenset().union(*(kind.cues | kind.also for kind in _KINDS))
"""Looked for before any pattern: to compile them all took a thirtieth of a cold run."""


def as_written(parts: tuple[nodes.Part, ...]) -> str:
    """Return parts without brackets as words with single blanks."""
    return _region(parts).text


def unread(
    sentence: nodes.Sentence, meanings: Iterable[Meaning], labels: Collection[str], names: Names
) -> Iterator[Qualifier]:
    """Yield the qualifiers among a sentence's words for which none of its `labels` stands."""
    for meaning in meanings:
        if meaning.kind in _NORMS or meaning.modality.name == "remains in force":
            for words in _regions(sentence, meaning):
                yield from _in(words, meaning, labels, names)


@frozen
class _Region:
    """Parts of a sentence as words with single blanks, and where each part begins in them."""

    text: str
    starts: tuple[int, ...]
    parts: tuple[nodes.Part, ...]

    def parts_of(self, start: int, end: int) -> tuple[nodes.Part, ...]:
        """Return the parts among which some of the words lie."""
        first, last = bisect_right(self.starts, start), bisect_right(self.starts, end - 1)
        return self.parts[first - 1 : last]


def _regions(sentence: nodes.Sentence, meaning: Meaning) -> Iterator[_Region]:
    """Yield what stands after the modality and, set off by a comma, before the subject."""
    parts = sentence.parts
    at = next(number for number, part in enumerate(parts) if part is meaning.modality)
    commas = [number for number, part in enumerate(parts[:at]) if _written(part) == ","]
    front = meaning.who.front
    apart = tuple(part for part in parts[:at] if front is not None and front.contains(part.span))
    if commas or apart:
        before = _region(parts[: commas[0]] if commas else apart)
        yield evolve(before, text=before.text[:1].lower() + before.text[1:])
    yield _region(
        tuple(takewhile(lambda part: not isinstance(part, nodes.Modality), parts[at + 1 :]))
    )


def _region(parts: tuple[nodes.Part, ...]) -> _Region:
    text = ""
    starts = []
    for part in parts:
        word = _written(part)
        text += " " if text and word not in {",", ";", ")"} and not text.endswith("(") else ""
        starts.append(len(text))
        text += word
    return _Region(text, tuple(starts), parts)


def _in(
    region: _Region, meaning: Meaning, labels: Collection[str], names: Names
) -> Iterator[Qualifier]:
    """Yield the qualifiers in one region, in text order; of two at one place the first kind."""
    cues = {cue for cue in _CUES if cue in region.text}
    found = sorted(
        (
            (match, kind)
            for kind in _KINDS
            if not kind.cues.isdisjoint(cues) and not (kind.also and kind.also.isdisjoint(cues))
            for match in _pattern(kind.words).finditer(region.text)
            if not _may_be_else(region.text[: match.start()], kind)
        ),
        key=lambda each: each[0].start(),
    )
    end = 0
    for match, kind in found:
        values = {name: _value(name, words, names) for name, words in match.groupdict().items()}
        if match.start() < end or not all(values.values()):
            continue
        end = match.end()
        parts = region.parts_of(*match.span())
        span = parts[0].span.to(parts[-1].span)
        open_words = any(isinstance(part, nodes.Words) for part in parts[:1])
        vague = any(span.contains(at) for _, at in meaning.vague)
        if not (open_words or vague or set(labels) & set(kind.same)):
            still = next((v[1:-1] for v in values.values() if v.startswith('"')), "")
            line = kind.line.format(**values)
            supposed = any(each in kind.line for each in _SUPPOSED)
            yield Qualifier(span, _shown(match.group()), kind.what, line, still, supposed)


def _may_be_else(before: str, kind: _Kind) -> bool:
    """Tell whether what follows may tell of a thing or of an act within the act.

    As in "forces deployed before …", "the sites that … in", "ways to celebrate it every year".
    """
    passive = before.startswith(("be ", "not be "))
    inner = kind.line.startswith("every") and _INFINITIVE.search(before)
    return bool(inner or _OF_A_THING.search(before) or (_PARTICIPLE.search(before) and not passive))


def _value(name: str, words: str, names: Names) -> str:
    """Return what a pattern found as a label takes it; empty where it cannot be told."""
    if name == "moment":
        return _moment(words)
    if name == "act":
        words = words.rstrip(" ,")
        breach = _BREACHED.fullmatch(words)
        if breach:
            return f"{breach['number'] or breach['whole'] or _any_clause(names)} is breached"
        plain = "," not in words and '"' not in words and names.match(words.split(), 0)
        return words if plain or re.fullmatch(_MOMENT, words) else _quoted(words)
    if name == "inverted":
        return _turned(words.rstrip(" ,"), names)
    if name == "thing":
        known = words in names.events or re.fullmatch(_NUMBER, words)
        return words if known else _quoted(words)
    if name == "known":
        return words if words in names.events else ""
    if name == "span":
        without = re.sub(r" \(\d+\)", "", words)
        return " ".join(NUMBER_WORDS.get(word, word) for word in without.split())
    if name == "who":
        return " and ".join(_actors(words, names))
    return words


def _any_clause(names: Names) -> str:
    """Return the first clause that is no recital's and no annex's, to stand for the one meant."""
    return next((number for number in names.numbers if number[0] not in "AP"), "1")


def _turned(words: str, names: Names) -> str:
    """Return "X resume tests", as it stands behind "should", as "X resumes tests"."""
    every = words.split()
    actor = names.match(every, 0)
    at = actor[1] if actor else next((n for n, word in enumerate(every) if word == "be"), 0)
    if 0 < at < len(every):
        verb = every[at]
        every[at] = _THIRD.get(verb) or verb_inflections(verb)[1]
    turned = " ".join(every)
    if _BREACHED.fullmatch(turned):
        return f"{_any_clause(names)} is breached"
    return turned if actor and '"' not in turned else _quoted(turned)


def _moment(words: str) -> str:
    date = date_in(words)
    if date:
        return date[1].strip("`")
    return re.sub(r"^(?:(?:the|its) )?(?:(?:date|day) of )?(?:the |its )?| of this \w+$", "", words)


def _actors(words: str, names: Names) -> Iterator[str]:
    """Yield the actors with which some words begin, as they are named there."""
    every = words.replace(",", " ,").split()
    at = 0
    while found := names.match(every, at):
        yield found[0]
        at = found[1]
        if every[at : at + 1] not in (["and"], [","]):
            return
        at += 1


def _quoted(words: str) -> str:
    inner = words.replace('"', "'")
    return f'"{inner}"'


def _shown(words: str) -> str:
    every = words.split()
    return " ".join(every) if len(every) <= _SHOWN else " ".join(every[:_SHOWN]) + " …"


def _written(part: nodes.Part) -> str:
    """Return a part as it stands in a sentence, its blanks single."""
    match part:
        case nodes.Word() | nodes.Modality():
            return part.text
        case nodes.Words():
            return f'"{part.text}"'
        case nodes.Reference():
            return part.number
        case nodes.Rate():
            return f"per {part.per}"
        case nodes.Date():
            day = f"-{part.day:02}" if part.day is not None else ""
            return f"{part.year:04}-{part.month:02}{day}"
        case _:  # a quantity, for what is read has no brackets
            number = cast("nodes.Quantity", part)
            most = f"to {number.most}" if number.most else None
            words = (number.qualifier, number.least, most, number.multiplier, number.unit)
            return " ".join(word for word in words if word)
