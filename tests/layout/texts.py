"""Texts that say everything the language can, laid out as oddly as it allows.

`VALUES` has values for every label of the grammar; `texts()` draws whole texts, in which they stand
among sentences, quotations, brackets, acceptances and comments, with blanks, line ends, quotation
marks and indentation as careless drafters leave them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from clausecheck.values import frozen

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

NAMES = (
    "US",
    "ROK",
    "Joint Commission",
    "the other party",
    '"Korean People’s Army"',
    '“so-called "party"”',
)
ACTORS = ("US", "US, ROK", "US and Joint Commission", '"UN, New York", ROK and DPRK')
PERIODS = ("30 days", "1 hour", "about 3 to 4 weeks", "at least 0.5 years")
POINTS = (
    "2018-12-31",
    "2018-12",
    "2015-02-15 00:00 Kyiv",
    "2015-02-15 9:30",
    "2.1 begins",
    "2.1 is complete",
    "13(e) are verified",
    "I.3(a) is breached",
    "2.1 (point not stated)",
    "P1",
    "signature",
    "entry into force",
    "signature by all parties",
    '"peace and unity day"',
    "its start",
    "its end",
    "60 days after signature",
    "3 to 4 years before 2.1 is complete",
    "within 6 hours of a request by the other side",
    "within 1 day after 2018-12-31",
)
TIMES = (
    *POINTS,
    "2.1 is complete and 2.2 is verified and signature",
    "signature or 2018-12-31",
    "earlier of signature, 2.1 begins",
    "later of 2018-12-31, 60 days after signature, 2.1",
    "30 days after earlier of signature, 2.1 begins",
)
STARTS = (*TIMES, "by 3 months after signature", "on 2018-12-31")
SPANS = (*PERIODS, '"a reasonable time"')
TERMS = (*SPANS, "without limit", "until 2.1 is complete", "2.1")
FREQUENCIES = ("every 2 years", "every year", "at least 2 times per month", "3 times per day")
CONDITIONS = (
    "2.1 is complete",
    "2.1 is complete and 2.2 is verified",
    "later of signature, 2.1",
    "1 month before later of signature, 2.1",
    "2018-12-31",
    "its end",
    "3 days after signature",
    "within 3 days of signature",
    'outside this text, "the war ends"',
    "DPRK conducts 2 nuclear tests (or more) in 2018-12",
    '"talks fail"',
    "all parties and 5% of others agree under 4.2",
)
REFERENCES = (
    "2.1",
    "2.1, 13(c) and P1",
    "13(e) to 13(j)",
    "agreed-framework-1994 I.3, A2.3",
    "agreed-framework-1994 I.3 to I.5",
    '"assurances"',
)
INSTRUMENTS = (*REFERENCES[:-1], "the Charter and 2.1", '"UN Charter", 3')
PHRASES = (
    "Pyongyang",
    "22,000 troops, 230 tanks; up to 5 thousand guns",
    'within 5 km of MDL, "the line" and all (other) lines',
    "500,000 t of oil per year; 10% of stocks, 3 to 4 km per visit",
    "man for man, § 5, $5 million",
    "the state on 2018-12-31 or 13(c)",
)
APPROVALS = (
    "US",
    "US by its Senate, ROK by 2 thirds of its National Assembly",
    "61",
    '"All" by each "as it will"',
)
VERIFIERS = (
    "IAEA",
    'IAEA and JMC using satellite imagery, inspection and “odd "means"”, every 30 days',
    "CTBTO using seismic monitoring; IAEA, every day, within 48 hours of a request by the other side",
    "the other party, within 3 days; UNSC using inspection, within 2 days after signature",
)
REMARKS = ("x", 'It is # odd: [ {US} | “a” "b', "step 1 (a) > clause 5.", "Ünïcode – 한국어 ¶")
CHOICES = ("political declaration", "3", "each alone", '"by lot"')
SENTENCES = (
    "US may resume the measures suspended in 3.1 within 30 days.",
    "(a) [US | ROK] shall report to all parties.",
)

VALUES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("on", "by", "from", "until", "target", "after", "before", "ends"), TIMES),
    **dict.fromkeys(("verification ends", "entry into force", "date"), TIMES),
    **dict.fromkeys(("together with", "in parallel with"), TIMES),
    **dict.fromkeys(("starts", "established"), STARTS),
    **dict.fromkeys(("for", "duration"), TERMS),
    **dict.fromkeys(("every", "restores in", "on notice of"), SPANS),
    "review": (*FREQUENCIES, *TIMES),
    "quota": (
        "20 per year for 3 years, then 15 per visit",
        "5 per day",
        "2 million t per year",
        '"a few"',
    ),
    **dict.fromkeys(("if", "unless", "when"), CONDITIONS),
    **dict.fromkeys(("unless permitted by", "with consent of", "judged by", "named by"), ACTORS),
    **dict.fromkeys(("certified by", "depositary"), ACTORS),
    **dict.fromkeys(("signed by", "ratification", "authority", "endorsement"), APPROVALS),
    "verified by": VERIFIERS,
    "reports": (
        "within 10 days to JMC",
        "every month",
        "to JMC and US",
        "at least 3 times per year to US",
        '"often"',
    ),
    "reversible": (
        "yes",
        "no",
        "by US within 30 days",
        "within 1 day",
        "by US, ROK and PRC",
        '"soon"',
    ),
    **dict.fromkeys(("if breached", "otherwise"), SENTENCES),
    **dict.fromkeys(("mirrors", "in return for", "exception to", "verifies"), REFERENCES),
    **dict.fromkeys(("subject to", "notwithstanding", "supersedes", "continues"), INSTRUMENTS),
    **dict.fromkeys(("implements", "incorporates"), INSTRUMENTS),
    "counted from": ("2018-12-31", "signature for US; 2.1 begins for ROK and DPRK"),
    "members": ("3 from ROK, 1 from US", "US, Joint Commission"),
    **dict.fromkeys(("except", "limit", "where", "in", "according to", "aim", "task"), PHRASES),
    **dict.fromkeys(("territory", "also called", "means", "includes", "amendment"), PHRASES),
    "disputes": PHRASES,
    **dict.fromkeys(("form", "status", "scope", "certainty", "access", "decides by"), CHOICES),
    "draft": CHOICES,
    "languages": (
        "English",
        "English, Korean; both prevail",
        "English, Korean; both equally authentic",
        "English, Korean; English prevails",
    ),
    "exit": ("on notice of 90 days", 'US, 3.1, if “the "war" resumes”, on notice of 1 year'),
    "limits by zone": (
        "Zone A: 22,000 troops; 230 tanks\nZone B: all (or 5%)",
        '"a: b": 3 t per day',
    ),
    "reviewer": (
        "done 1990-11-14; suspended by UNC and US since 1957-06; reversible within 1 day",
        "done; ended",
        "ended since 2018-12-31; suspended by UNC",
    ),
    **dict.fromkeys(("source", "note"), REMARKS),
}
"""For each label, values of every kind it takes, written as the one layout writes them."""

FREE = frozenset({"source", "note"})
SPEAKING = frozenset({"if breached", "otherwise"})
UNBRACKETED = frozenset({*SPEAKING, *FREE, "reviewer", "limits by zone"})
"""Labels whose value takes no brackets round the whole of it."""
SILENCES = ("none", "unknown", "to be settled", "to be settled by JMC and US")
MARKS = ("", " {US}", " @full", " @full {DPRK, ROK}", " {en}", ' {"U.S. & Co., Ltd"}')
HEADINGS = (
    'declaration "Peace, at last"',
    'agreement "A"',
    'treaty "A"',
    'statement "A"',
    'resolution "A"',
    'bill “On "peace"”',
    "party US",
    'party ROK "Republic of Korea"',
    'party DPRK “the "DPRK"”',
    'guarantor PRC "China"',
    "actor Poland",
    "side North: KPA, CPV",
    'side "The South": UNC',
    "body JMC",
    'body "MAC" "Military Armistice Commission"',
    'define "hostile act"',
    "event peace day",
    "preamble",
    'preamble "Whereas"',
    'part "One"',
    'part II "Two"',
    "article 1",
    'article 2 "Forces"',
    "annex A1",
    'annex 2 "Zones"',
    "clause P1",
    "clause 2.1",
    'clause 13(c) "Rotation"',
    "clause I.3(a)",
    "clause A2.3",
)
NESTED = (
    'define "fire"',
    'body JMC "Joint Commission"',
    "event “peace and unity day”",
    "event thaw",
)
QUOTED = (
    "> The Parties # agree, [so] to say: clause 5 {US}.",
    ">",
    '>   "unclosed | “odd',
    "> \t한국어",
)
COMMENTS = ("# why", "#", '# "quoted', "# [ clause 5: > {US}")
MARKERS = ("", "(a) ", "(b) (iv) ", "step 1 ", "step 2 (optional) (a) ")
SUBJECTS = (
    "US shall",
    "ROK and DPRK each shall not",
    'Any party ("the complainant") may',
    "Party A agrees to",
    "[US {US} | ROK] will",
    "US [may @phased {ROK} | shall @full]",
    "All parties hereby declare that",
    "Treaty bodies are to",
    "Nothing in this declaration affects",
    "Unnamed shares the view that",
)
ENDINGS = (
    "withdraw",
    "8,500 troops",
    "from ROK",
    "up to 3 to 4 thousand km",
    "10% of its tanks",
    "500,000 t of oil per year",
    "man for man",
    "all and any",
    "or 13(c)",
    'an “"open"” word',
    '"words [in quotation | marks] # here"',
    ", including mines",
    "; then",
    "(a depot)",
    "(sic)",
    "the treaty party of article 5(a)",
    "step 3(a)",
    "$5 million",
    "pp. 4–5 of U.S. Code No. 12, § 5(b)",
    "[10% @phased {US} | all @full {DPRK, ROK}]",
    "[with care {en}]",
    "[by [sea | air] {US} | by land, if dry]",
    "Mutual Defense Treaty",
)


@frozen
class Logical:
    """A line as the one layout writes it without wrapping; `comment` if one may end it."""

    text: str
    wraps: str = ""
    """The sign after which it may go on below: any blank, or a comma or semicolon."""
    comment: bool = True
    nested: bool = False


@st.composite
def sentences(draw: DrawFn) -> str:
    subject = draw(st.sampled_from(SUBJECTS))
    endings = draw(st.lists(st.sampled_from(ENDINGS), max_size=12))
    marker = draw(st.sampled_from(MARKERS))
    text = marker + " ".join((subject, "keep", *endings)).replace(" ,", ",").replace(" ;", ";")
    return text.rstrip() + "."


@st.composite
def values(draw: DrawFn, label: str, *, depth: int = 0) -> str:
    """Draw a value of a label that has no words to the letter and no rows: plain or in brackets."""
    plain = st.sampled_from(VALUES[label])
    kind = draw(st.integers(0, 9))
    if kind == 0 and label != "reviewer":
        return draw(st.sampled_from(SILENCES))
    if kind in {1, 2} and depth <= 1 and label not in UNBRACKETED:
        return draw(bracketed(values(label, depth=depth + 1)))
    return draw(plain)


def bracketed(content: SearchStrategy[str]) -> SearchStrategy[str]:
    proposal = st.builds("{}{}".format, content, st.sampled_from(MARKS))
    return st.lists(proposal, min_size=1, max_size=3).map(lambda each: f"[{' | '.join(each)}]")


@st.composite
def labels(draw: DrawFn) -> Logical:
    label = draw(st.sampled_from(sorted(VALUES)))
    if label in FREE:
        return Logical(f"{label}: {draw(st.sampled_from(VALUES[label]))}", comment=False)
    if label == "limits by zone":
        rows = draw(st.sampled_from(VALUES[label])).split("\n")
        return Logical("\n".join((f"{label}:", *(f"        {row}" for row in rows))))
    value = draw(values(label))
    wraps = "any" if value.endswith(".") else "sign"
    return Logical(f"{label}: {value}", wraps)


short_labels = labels().filter(lambda line: line.comment and "\n" not in line.text)


@st.composite
def brackets(draw: DrawFn, depth: int = 0) -> Logical:
    """Draw a bracket round lines, on one line or with one item on each."""
    inner: SearchStrategy[str] = sentences() | short_labels.map(lambda line: line.text)
    if depth == 0:
        inner |= brackets(depth=1).map(lambda line: line.text)
    if draw(st.booleans()):
        return Logical(draw(bracketed(inner)))
    every = inner | st.sampled_from(QUOTED[1:2]) | st.just("note: see # above")
    proposals = draw(st.lists(st.lists(every, min_size=1, max_size=3), min_size=1, max_size=3))
    said = [
        "\n      ".join(items)
        + ("\n     " + mark if (mark := draw(st.sampled_from(MARKS))) else "")
        for items in proposals
    ]
    return Logical("[\n      " + "\n      |\n      ".join(said) + "\n      ]")


def items(heading: str) -> SearchStrategy[Logical]:
    """Draw what may stand below a heading; below an article, no sentence."""
    kinds = [
        labels(),
        labels(),
        st.sampled_from(QUOTED).map(lambda text: Logical(text, comment=False)),
        brackets(),
    ]
    if not heading.startswith("article"):
        kinds.append(sentences().map(lambda text: Logical(text, "any")))
    if heading.startswith("clause"):
        kinds.append(st.sampled_from(NESTED).map(lambda text: Logical(text, nested=True)))
    return st.one_of(kinds)


@st.composite
def acceptances(draw: DrawFn) -> list[Logical]:
    rule = draw(st.sampled_from(("accept troops-silent", "accept order everywhere")))
    said = [Logical(rule)]
    if draw(st.booleans()):
        said.append(Logical(f"because: {draw(st.sampled_from(REASONS))}", comment=False))
    if draw(st.booleans()):
        said.append(Logical(f"accepted by: {draw(st.sampled_from(ACTORS))}", "sign"))
    if draw(st.booleans()):
        said.append(Logical("expires: 2019-03-01"))
    if draw(st.booleans()):
        said.append(Logical(f"note: {draw(st.sampled_from(REMARKS))}", comment=False))
    return said


REASONS = ('"Both leave it to the review."', '“So "they" say # so.”', '""')


@st.composite
def blocks(draw: DrawFn) -> list[Logical]:
    heading = draw(st.sampled_from(HEADINGS))
    below = draw(st.lists(items(heading), max_size=5))
    accepted = draw(st.lists(acceptances(), max_size=1))
    return [Logical(heading), *below, *(line for each in accepted for line in each)]


@st.composite
def groups(draw: DrawFn, depth: int = 0) -> list[Logical]:
    """Draw some blocks, or a bracket round them."""
    if depth > 1 or draw(st.integers(0, 4)):
        return draw(blocks())
    proposals = draw(
        st.lists(st.lists(groups(depth=depth + 1), max_size=2), min_size=1, max_size=2)
    )
    lines = [Logical("["), *draw(blocks())]
    for number, proposal in enumerate(proposals, 1):
        lines.extend(line for group in proposal for line in group)
        sign = "]" if number == len(proposals) else "|"
        lines.append(Logical(sign + draw(st.sampled_from(MARKS))))
    return lines


# ── As drafters leave it ──

_ATOM = re.compile(r'(?:"[^"\n]*"|“[^”\n]*”|\{[^}]*\}|[^\s"“{])+')
_CURLED = re.compile(r'(“[^”\n]*”)|"([^"“”\n]*)"')
_BEGINS = re.compile(
    r"[([|>{@]|(?:declaration|treaty|party|article|body|event|clause|step)\b", re.IGNORECASE
)
SINGLE = frozenset({"step", "up", "at", "man", "for"})
"""First words of pairs that are read as one sign, on one line."""
_GAPS = st.sampled_from((" ", " ", " ", "  ", "\t", "\n   ", "  # in it\n  "))


@st.composite
def careless(draw: DrawFn, line: Logical, *, curled: bool) -> str:
    """Draw a line as a careless drafter might leave it; a bracket that runs on stays as it is."""
    text = line.text
    if line.wraps:
        first, *atoms = _ATOM.findall(text)
        held = heading_like(text)
        opening = True
        text = last = first
        for atom in atoms:
            gap = draw(_GAPS)
            ends = last[-1] in ",;" if line.wraps == "sign" else not last.endswith((".", ":"))
            on_the_line = held or opening or not ends or _BEGINS.match(atom) is not None
            split = "#" in gap and last[-1] not in ",;" and last not in {"keep", "withdraw"}
            if split or ("\n" in gap and (on_the_line or last.lstrip("[") in SINGLE)):
                gap = " "
            text += gap + atom
            opening = opening and atom != "keep" and not atom.endswith(":")
            last = atom
    if curled and line.comment:
        text = _CURLED.sub(lambda found: found[1] or f"“{found[2]}”", text)
    if line.comment and draw(st.integers(0, 5)) == 0:
        text += f"  {draw(st.sampled_from(COMMENTS))}"
    return text + draw(st.sampled_from(("", "", " ", "\t")))


def heading_like(text: str) -> bool:
    return bool(_BEGINS.match(text))


@st.composite
def texts(draw: DrawFn) -> str:
    """Draw a text that can be read whole, in any layout."""
    curled = draw(st.booleans())
    rows: list[str] = []
    for group in draw(st.lists(groups(), max_size=3)):
        for line in group:
            heads = line.text in HEADINGS or (line.text[0] in "[|]" and "\n" not in line.text)
            blanks = ["    "] if line.text.startswith("limits") else ["  ", "    ", "\t"]
            above = draw(st.lists(st.sampled_from(COMMENTS), max_size=1))
            rows.extend(draw(st.sampled_from(("", "   "))) + comment for comment in above)
            blank = "" if heads else draw(st.sampled_from(blanks))
            rows.append(blank + draw(careless(line, curled=curled)))
            rows.extend([""] * draw(st.integers(0, 1)))
    rows.extend(draw(st.lists(st.sampled_from(COMMENTS), max_size=2)))
    end = draw(st.sampled_from(("\n", "\r\n")))
    text = "\n".join(rows) + draw(st.sampled_from(("", "\n", "\n\n")))
    return text.replace("\n", end)
