"""The kinds of qualifiers: how each is said, and the label that would say it."""

from __future__ import annotations

from clausecheck.patterns import regex
from clausecheck.syntax.misreadings import NUMBER_WORDS
from clausecheck.values import frozen

_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = (
    r"\d{4}-\d\d(?:-\d\d)?"
    rf"|(?:the )?(?:\d\d?(?:st|nd|rd|th)? (?:of )?)?{_MONTH}(?: \d\d?)?,? \d{{4}}"
)
_THIS_TEXT = r"(?: of this (?:declaration|agreement|treaty|statement|resolution|text|act))?"
NUMBER = r"\d[\w.]*(?:\(\w+\))*"
_OF_A_CLAUSE = rf"(?:(?i:clause|article|paragraph) )?{NUMBER}"
STATES = {
    "complet": "is complete",
    "verif": "is verified",
    "beg": "begins",
    "breach": "is breached",
}
"""How a clause stands, by what begins the word for it."""
STATE = (
    rf"(?:{_OF_A_CLAUSE}|[A-Z][\w.]*) (?:begins|(?:is|has been) (?:completed?|verified|breached))"
    rf"|(?:the )?(?:completion|verification) of {_OF_A_CLAUSE}"
)
MOMENT = (
    rf"{_DATE}|(?:the |its )?(?:(?:date|day) of (?:the |its )?)?"
    rf"(?:signature|entry into force){_THIS_TEXT}(?! of )"
    rf"|{STATE}"
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

BREACHED = regex(
    rf"{_A_BREACH}s?(?: of (?:(?i:clause|article|paragraph) )?(?P<number>\d[\w.]*(?:\(\w+\))*)"
    r"| of (?:this|the) \w+| of its terms| by .*)?"
    r"|(?:(?:a|any|either|one|another|the other) (?:party|side)|[A-Z]\w*)"
    r" (?:breach|violat)es (?:(?:this|the) \w+|its obligations(?: under this \w+)?"
    r"|(?i:clause|article|paragraph) (?P<whole>\d[\w.]*(?:\(\w+\))*|[IVXLC]+(?:\.\d+)*))"
)
"""A breach in words, which a label has as the state of a clause."""

_A_CLAUSE = rf"(?:(?:clause|article|paragraph) )?(?P<thing>{NUMBER})"
_CONSENT = r"(?:\w+ )?(?:consent|agreement|approval) of (?P<who>(?:[^,;]|, (?=[A-Z]))+)"
_LICENCE = ("with consent of", "unless permitted by", "authority")
_OUTSIDE = r"(?:the )?(?:entry into force|conclusion|signature|ratification) of (?!this )[^,;]+"
"""What happens to another text."""

_NOT_SO_OFTEN = "(?!again|more|every|each|per|in|and|an? (?:da|wee|mont|yea))"


@frozen
class Kind:
    """One kind of qualifier: how it is said, and the label that would say it."""

    what: str
    cues: frozenset[str]
    """One of these stands in every text that holds such a qualifier."""
    also: frozenset[str]
    """So does one of these, where there are any."""
    words: str
    """A pattern; its groups `moment`, `act`, `thing`, `known`, `who` and `alone` are put as a label
    takes them."""
    line: str
    same: tuple[str, ...]
    """Labels that say it already."""


_BEGINNING = r"(?:starting|beginning|commencing|as of|(?:with )?effect(?:ive)?)(?: (?:on|from|at))?"
_CHECK = "(?:inspection|monitoring|verification|supervision)"
_OFTEN = "(?:(?:half-)?yearly|(?:semi-)?annually|quarterly|monthly|weekly|fortnightly|daily)"
_MEETINGS = "(?:meetings|talks|consultations|inspections|visits)"
_HOW_OFTEN = (
    rf"{_OFTEN}(?=$|[,;]| (?:to|with|in|on|at)\b)"
    rf"|(?:(?<=hold )|(?<=conduct )|(?<=convene ))(?:{_OFTEN}|annual)(?= {_MEETINGS})"
)
"""Not `monthly` before other things, which may be the name of one: "the monthly report"."""
_TIMES = (
    ("within|later than", rf"{_WITHIN} (?P<span>{_SPAN}) {_SINCE} (?P<moment>{MOMENT})",
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
    ("by |later than", rf"(?:by|{_LATER}) (?!the sig|its sig|sig)(?P<moment>{MOMENT})",
     "by: {moment}", _DUE),
    ("by the end", r"by the end of (?P<year>\d{4})",
     "by: {year}-12-31", _DUE),
    ("by |later than", rf"(?:by|{_LATER}) (?P<year>20(?!00)\d\d)(?! [a-z])",
     "by: {year}-12-31", _DUE),
    ("in 2", r"(?<!as )in (?P<year>20\d\d)(?=[,;]|$)",
     "by: {year}-12-31", _DUE),
    ("on ", rf"(?:up)?on (?P<moment>{STATE})",
     "after: {moment}", (*_DUE, "after", "from", "if")),
    ("on ", rf"(?:up)?on (?P<moment>{MOMENT})",
     "on: {moment}", _DUE),
    ("after|before", rf"(?P<label>after|before) (?P<moment>{MOMENT})",
     "{label}: {moment}", (*_DUE, "after", "from")),
    ("after|before", rf"(?P<span>{_SPAN}) (?P<label>after|before) (?P<moment>{MOMENT})",
     "on: {span} {label} {moment}", (*_DUE, "after", "from")),
    ("after|before|from", r"(?P<label>after|before|from) (?P<known>[^,;]+)",
     "{label}: {known}", (*_DUE, "after", "from")),
    ("after|upon|following", rf"(?:after|upon|following) (?P<thing>{_OUTSIDE})",
     "after: {thing}", (*_DUE, "after", "from")),
    ("once|following|when", rf"(?:once|following|when) (?P<moment>{STATE})",
     "after: {moment}", (*_DUE, "after", "from", "if")),
    ("once ", rf"(?<!at )once {_NOT_SO_OFTEN}(?P<thing>[^,;]+)",
     "after: {thing}", (*_DUE, "after", "from", "if")),
    ("pending ", r"pending (?P<thing>(?:the|an?|its|their) [^,;]+)",
     "until: {thing}", ("until", "for")),
    ("until", rf"until (?P<moment>{MOMENT})",
     "until: {moment}", ("until", "for")),
    ("until", r"until (?P<thing>[^,;]+)",
     "until: {thing}", ("until", "for")),
    ("starting|beginning|commencing|as of|effective|effect from",
     rf"{_BEGINNING} (?P<moment>{MOMENT})",
     "from: {moment}", ("from", "starts", "after", "on")),
    ("from", rf"from (?P<moment>{MOMENT})",
     "from: {moment}", ("from", "starts", "after", "on")),
    ("for |during ", rf"(?:for|during) (?:a (?:period|term) of )?(?P<span>{_TERM})",
     "for: {span}", ("for", "until")),
    ("every", rf"every (?P<span>{_SPAN})",
     "every: {span}", ("every", "quota")),
    ("every|each", r"(?:every|each) (?P<unit>day|week|month|year)",
     "every: 1 {unit}", ("every", "quota")),
    ("once |twice ", r"(?P<often>once a (?:day|week|month|year)|twice a (?:month|year))",
     "every: {often}", ("every", "quota")),
    ("ly|annual", rf"(?P<often>{_HOW_OFTEN})",
     "every: {often}", ("every", "quota")),
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
    ("in case", r"(?:(?<=, )|^)in (?:the )?case (?:of )?(?P<act>[^,;]+)",
     "if: {act}", ("if",)),
    ("notwithstanding", rf"notwithstanding {_A_CLAUSE}",
     "notwithstanding: {thing}", ("notwithstanding",)),
    ("provided", rf"(?:save|except) as (?:otherwise )?provided (?:for )?in {_A_CLAUSE}",
     "subject to: {thing}", ("subject to", "except")),
    ("except ", r"except (?:if|when|where) (?P<act>[^,;]+)",
     "unless: {act}", ("unless", "unless permitted by")),
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
    ("subject to", rf"(?:(?<=, )|^)subject to (?:the )?{_CHECK} by (?P<alone>[^,;]+)",
     "verified by: {alone}", ("verified by",)),
    ("subject to", rf"(?:(?<=, )|^)subject to (?P<alone>[^,;]+?)(?:['’]s?)? {_CHECK}",
     "verified by: {alone}", ("verified by",)),
    ("under", rf"under (?:the )?(?P<who>[\w ]+?)(?:['’]s)? {_CHECK}",
     "verified by: {who}", ("verified by",)),
    ("under", rf"under (?:the )?(?:\w+ )?{_CHECK} (?:of|by) (?P<who>.+)",
     "verified by: {who}", ("verified by",)),
    ("verified by", r"(?<=, )(?:as )?verified by (?P<alone>[^,;]+?) (?P<how>using [^;]+)",
     "verified by: {alone} {how}", ("verified by",)),
    ("verified by", r"(?<=, )(?:as )?verified by (?P<alone>[^,;]+)",
     "verified by: {alone}", ("verified by",)),
)  # fmt: skip
SUPPOSED = ("after signature", "of a request")
"""What a line says of itself, and no words of the sentence."""

_UNITS = frozenset({"minute", "hour", "day", "week", "month", "year"})
_TELLING_MOMENTS = frozenset("0123456789") | {"signature", "into force", " begins", " is "}
_AGREEING = frozenset({"consent", "agreement", "approval"})
_LOOKING = frozenset({"verification", "supervision", "inspection", "monitoring"})
_WITHIN_PATTERNS = (
    (_SPAN, _UNITS),
    (_TERM, _UNITS),
    ("day|week|month|year", _UNITS),
    (MOMENT, _TELLING_MOMENTS),
    ("consent|agreement|approval", _AGREEING),
    (_CHECK, _LOOKING),
)


def _cues_within(words: str) -> frozenset[str]:
    """Return what is in every text that a pattern fits, by the first part of it that tells."""
    return next((cues for part, cues in _WITHIN_PATTERNS if part in words), frozenset())


KINDS = tuple(
    Kind(what, frozenset(cues.split("|")), _cues_within(words), words, line, same)
    for what, kinds in (
        ("verification", _CHECKS),
        ("a time", _TIMES),
        ("a condition", _CONDITIONS),
    )
    for cues, words, line, same in kinds
)
CUES = frozenset().union(*(kind.cues | kind.also for kind in KINDS))
"""Looked for before any pattern: to compile them all took a thirtieth of a cold run."""
