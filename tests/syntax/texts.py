"""Texts to read: every draft at hand, and one that uses every word of the grammar."""

from __future__ import annotations

import re
from pathlib import Path

from clausecheck.source import Source
from clausecheck.syntax.lines import Comment
from clausecheck.syntax.parser import ParsedBlock, Parsing, words
from clausecheck.syntax.slip import Slip
from clausecheck.values import frozen

_FOLDERS = (
    Path(__file__).parents[2] / "clauses",
    Path(__file__).parents[1] / "layout" / "examples",
)
DRAFTS = {
    path.name: path.read_text(encoding="utf-8")
    for folder in _FOLDERS
    for path in sorted(folder.glob("*.clause"))
}


@frozen
class Parsed:
    """A whole text's blocks and comments in text order, and its unreadable lines."""

    blocks: tuple[ParsedBlock, ...]
    comments: tuple[Comment, ...]
    slips: tuple[Slip, ...]


def parse(source: Source) -> Parsed:
    """Return all that is made of a text."""
    parsing = Parsing(source)
    return Parsed(tuple(parsing.blocks()), parsing.comments, parsing.slips())


_VALUES = """
on: 2018-12-31
by: 60 days after signature
starts: by 3 months after 2.1 begins
starts: on 2015-02-15 00:00 Kyiv
from: its start
until: its end
for: until 2.1 is breached
for: without limit
target: within 6 hours of a request by the other side
every: up to 3 to 4 years
quota: 20 per year for 3 years, then 15 per year for 5 years
after: 2.1 is complete and 2.2 are verified
before: earlier of signature, later of signature
before: later of 2.1, 2.2
from: 1 week before signature
on: signature or entry into force
after: 2.1 (point not stated)
if: outside this text, "the war ends"
verified by: IAEA using seismic monitoring, at least 2 times per month; US
reports: every 2 years to JMC
reversible: yes
reversible: no
in return for: 13(e) to 13(j), agreed-framework-1994 I.3
by: to be settled by JMC
aim: to end the war
task: to confirm that steps are complete
where: to the north of MDL
by: unknown
by: none
exit: any party, on notice of 6 months, if all talks fail
members: 3 from ROK
languages: English, Korean; both prevail
reviewer: done 1990-11-14; suspended by UNC since 1957-06-21; ended; reversible within 1 day
counted from: signature for US
limit: 2 million t of oil (50% of all) or 5 km man for man
note: free
limits by zone:
    Zone A: 22,000 troops; 230 tanks
[by: none @a {US, ROK}]
"""


def _generated() -> str:
    """Return a text with every heading, label, modality and keyword."""
    lines = [
        *(f'{heading} "x"' for heading in words().headings if heading in _TITLED),
        *('party US "x"', 'guarantor PRC "x"', 'actor UN "x"', "side North: KPA, CPV"),
        *('body JMC "x"', "event x", "preamble", 'part "x"', "article 1", "annex 1"),
        "clause 1",
        "  > quoted",
    ]
    for phrases in words().modalities.values():
        for phrase, name in phrases:
            lead = "Nothing here" if words().modal_kinds[name] == "savings" else "US"
            lines.append(f"  {lead} {phrase} leave.")
    lines.append(
        "  (a) step 1 US [shall @a | may] leave all its tanks; 5 km, about 5% and 2018-12-31 at 12:00."
    )
    lines += [f"  {line}" for line in _VALUES.strip().split("\n")]
    used = set(re.findall(r"^\W*([a-z ]+):", _VALUES, re.MULTILINE))
    others = set(words().labels) - used - words().acceptance_labels
    lines += [f"  {label}: none" for label in sorted(others)]
    lines += [
        "  accept x everywhere",
        "    because: y",
        "    accepted by: US",
        "    expires: 2019-01-01",
    ]
    return "\n".join([*lines, "    note: z", ""])


_TITLED = ("declaration", "agreement", "treaty", "statement", "resolution", "bill", "define")
GENERATED = _generated()
