"""What a drafter wrote in another notation, and how it is written here."""

from __future__ import annotations

import re
from itertools import islice

from clausecheck.nearness import distance
from clausecheck.patterns import regex
from clausecheck.syntax.dates import date_in

UNIT = r"(?:minute|hour|day|week|month|year)s?"
NUMBER_WORDS = {
    word: str(number)
    for number, word in enumerate(
        ("a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    )
} | {"eleven": "11", "twelve": "12", "fifteen": "15", "eighteen": "18", "twenty": "20"}
NUMBER_WORDS |= {"thirty": "30", "sixty": "60", "ninety": "90", "a": "1", "an": "1"}
ORDINALS = {
    word: str(number)
    for number, word in enumerate(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"), 1
    )
}
SPAN_BEFORE_A_MOMENT = regex(
    rf"({'|'.join(NUMBER_WORDS)})[\s-]+(?:\(\d+\)\s*)?({UNIT})(?=\s+(?:after|before|from|of|following)\b)",
    re.IGNORECASE,
)
_SPAN_IN_WORDS = regex(
    rf"\b({'|'.join(NUMBER_WORDS)}|\d+)[\s-]*(?:\(\d+\)\s*)?({UNIT})\b", re.IGNORECASE
)
_SILENCES = {
    **dict.fromkeys(("n/a", "na", "not applicable", "nil", "-", "–", "—"), "none"),
    **dict.fromkeys(("tbd", "tba", "tbc", "to be determined", "to be agreed"), "to be settled"),
    **dict.fromkeys(("to be decided", "to be confirmed", "to be defined"), "to be settled"),
    **dict.fromkeys(("?", "??", "???", "not known", "unclear"), "unknown"),
}
_LONGEST_SILENCE = 20
OFTEN = {
    "daily": "1 day",
    "day": "1 day",
    "weekly": "1 week",
    "week": "1 week",
    "fortnightly": "2 weeks",
    "monthly": "1 month",
    "month": "1 month",
    "quarter": "3 months",
    "quarterly": "3 months",
    "half-yearly": "6 months",
    "semi-annually": "6 months",
    "annual": "1 year",
    "annually": "1 year",
    "yearly": "1 year",
    "year": "1 year",
    "once a year": "1 year",
    "once a month": "1 month",
    "twice a month": "15 days",
    "twice a year": "6 months",
    "once a week": "1 week",
    "once a day": "1 day",
}
_TIMES_PER = regex(r"(\d+) times (?:per|a) (day|week|month|year)")
_WITHOUT_LIMIT = frozenset(
    {"indefinitely", "indefinite", "permanently", "permanent", "forever", "for ever", "unlimited"}
    | {"in perpetuity", "an indefinite period", "perpetually"}
)
_MODALITIES = {
    "shall": "shall",
    "should": "should",
    "undertakes": "undertakes to",
    "undertake": "undertake to",
    "agrees": "agrees to",
    "agree": "agree to",
    "commits": "commits to",
    "intends": "intends to",
    "declares": "declares that",
    "declare": "declare that",
    "reaffirms": "reaffirms that",
    "recognises": "recognises that",
}
_OFFERS = tuple(
    (regex(pattern, re.IGNORECASE), offer)
    for pattern, offer in (
        (r"(?:must|can)\s+not\b|cannot\b|can't\b|won't\b|shan't\b", "shall not"),
        (r"(?:can|could|might)\b", "may"),
        (r"must\b|ought\s+to\b|(?:has|have|needs?)\s+to\b", "shall"),
        (r"would\b|wil+\b", "will"),
        (r"agreed\s+not\s+to\b", "agrees not to"),
        (r"agreed\s+to\b", "agrees to"),
        (r"undertook\s+to\b", "undertakes to"),
        (r"committed\s+to\b", "commits to"),
        (r"(?:declared|stated)\s+that\b", "declares that"),
        (r"reaffirmed\b", "reaffirms that"),
        (r"may/shall\b|shall/may\b", "[may | shall]"),
    )
)
_WORD = regex(r"[^\W\d_]+(?:[/'’][^\W\d_]+)?")
_FIRST_WORDS = 40
"""A sentence's verb stands early; words beyond these are not held against the modalities."""


def span_in(value: str) -> tuple[str, str] | None:
    """Return a span of time in words or run together, and as it is written here, or None."""
    match = _SPAN_IN_WORDS.search(value)
    if match is None:
        return None
    number = NUMBER_WORDS.get(match.group(1).lower(), match.group(1))
    unit = match.group(2).lower().removesuffix("s") + ("" if number == "1" else "s")
    right = f"{number} {unit}"
    return None if right == match.group() else (match.group(), right)


def silence_in(value: str) -> str | None:
    """Return the kind of silence that a value means in other words, or None."""
    return _SILENCES.get(value.lower().strip(".")) if len(value) <= _LONGEST_SILENCE else None


def often_in(value: str, label: str) -> str | None:
    """Return how often something recurs, as a label has it, from words such as `monthly`."""
    lower = " ".join(value.lower().split()).removeprefix("every ")
    times = _TIMES_PER.fullmatch(lower)
    if times and label == "every":
        return f"quota: {times[1]} per {times[2]}"
    span = OFTEN.get(lower)
    if label in {"for", "duration"} and lower in _WITHOUT_LIMIT:
        return f"{label}: without limit"
    if span is None or label not in {"every", "review"}:
        return None
    return f"{label}: {'every ' * (label == 'review')}{span}"


def misread_name(name: str) -> str | None:
    """Return what a name that is not known was probably meant to say, as a line of help."""
    silent = silence_in(name)
    if silent:
        return f"write `{silent}`"
    if name.lower() in OFTEN:
        often = OFTEN[name.lower()]
        return f"write `every: {often}`, or after another label `every {often}`"
    date = date_in(name)
    if date:
        return f"write {'the date as ' * date[1].startswith('`')}{date[1]}"
    span = span_in(name)
    return f"write the span of time as `{span[1]}`" if span else None


def modality_in(sentence: str) -> tuple[int, int, str, bool] | None:
    """Return where a sentence has what was meant as its modality, and what to write.

    The last value tells whether it is the same word misspelt. None if no word looks like one.
    """
    for match in islice(_WORD.finditer(sentence), _FIRST_WORDS):
        for pattern, offer in _OFFERS:
            found = pattern.match(sentence, match.start())
            if found:
                return found.start(), found.end(), offer, False
        word = match.group().lower()
        for known, offer in _MODALITIES.items():
            if word not in _MODALITIES and word[0] == known[0] and distance(word, known, 1) == 1:
                return match.start(), match.end(), offer, True
    return None
