"""What a label or a heading takes, as the help shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clausecheck.syntax.words import Words


_VALUES = (
    (
        "on by from until target after before ends date",
        "a day or a moment, as in `{label}: 2018-12-31` or `{label}: 60 days after signature`",
    ),
    ("expires", "a day, as in `{label}: 2018-12-31`"),
    ("accepted_by", "who, as in `{label}: US, ROK`"),
    ("verification_ends entry_into_force", "a day or a moment, as in `{label}: 2018-12-31`"),
    ("together_with in_parallel_with", "a moment, as in `{label}: 2.1 begins`"),
    ("starts established", "a time, as in `{label}: by 3 months after signature`"),
    ("for duration", "a span of time, as in `{label}: 5 years` or `{label}: without limit`"),
    ("every restores_in on_notice_of", "a span of time, as in `{label}: 30 days`"),
    ("review", "how often, as in `{label}: every 2 years`"),
    ("quota", "numbers over time, as in `{label}: 20 per year for 3 years`"),
    (
        "if unless when",
        'a moment, an act or words, as in `{label}: 2.1 is complete` or `{label}: "talks fail"`',
    ),
    (
        "unless_permitted_by with_consent_of judged_by named_by certified_by depositary",
        "who, as in `{label}: US, ROK`",
    ),
    (
        "signed_by ratification authority endorsement",
        "who and by what body, as in `{label}: US by its Senate`",
    ),
    (
        "verified_by",
        "who and how, as in `{label}: IAEA using on-site inspection, every 30 days`",
    ),
    ("reports", "when and to whom, as in `{label}: within 10 days to JMC`"),
    (
        "reversible",
        "`yes`, `no`, or who within what time, as in `{label}: by US within 30 days`",
    ),
    (
        "if_breached otherwise",
        "a sentence, as in `{label}: US may resume the measures suspended in 3.1.`",
    ),
    ("mirrors in_return_for exception_to verifies", "clauses, as in `{label}: 2.1, 2.2`"),
    (
        "subject_to notwithstanding supersedes continues implements incorporates",
        'clauses or other texts, as in `{label}: 2.1` or `{label}: "the Charter"`',
    ),
    ("counted_from", "a time, as in `{label}: signature`"),
    ("members", "how many from whom, as in `{label}: 3 from ROK, 3 from DPRK`"),
    ("limits_by", "write indented rows below it, as in `Zone A: 22,000 troops; 230 tanks`"),
    (
        "reviewer",
        "`done`, `suspended`, `ended` or `reversible`, as in `{label}: done 1990-11-14`",
    ),
    ("languages", "languages, as in `{label}: English, Korean; both equally authentic`"),
    ("exit", "who, on what notice, as in `{label}: any party, on notice of 6 months`"),
    ("because note source", "a remark, to the end of the line"),
)


_TAKES = {name.replace("_", " "): value for names, value in _VALUES for name in names.split()}
_OTHER_VALUE = "words; within quotation marks, any"
HEADINGS = {
    name: (example, missing)
    for names, example, missing in (
        ("declaration agreement treaty statement resolution bill", '{word} "…"', "title"),
        ("define", '{word} "…"', "term"),
        ("party guarantor actor body", '{word} NAME "full name"', "name"),
        ("side", "{word} North: KPA, CPV", "name"),
        ("event", '{word} "transfer of authority"', "name"),
        ("preamble", "{word}", "title"),
        ("part", '{word} "…"', "title"),
        ("article annex", '{word} 1 "…"', "number"),
        ("clause", '{word} 2.1 "…"', "number"),
        ("accept", "{word} RULE", "rule"),
    )
    for name in names.split()
}


TITLES = ("declaration", "agreement", "treaty", "statement", "resolution", "bill")
NAMED = {"party", "guarantor", "actor", "body"}


def takes(label: str, words: Words) -> str:
    """Return what a label takes, with an example."""
    value = _TAKES.get(label, _OTHER_VALUE).format(label=label)
    return f"`{label}:` takes {value}" if label in words.labels else value


def example_of(heading: str) -> str:
    """Return a heading as it is written, with an example of what it takes."""
    return HEADINGS[heading][0].format(word=heading)
