"""What to say of a line that cannot be read: where reading stopped, why, and what to type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.nearness import nearest
from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.syntax import dates, misreadings, moments
from clausecheck.syntax.slip import Slip, Unreadable
from clausecheck.syntax.trees import Token

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from clausecheck.syntax.lines import Line
    from clausecheck.syntax.words import Words


# ── What a label or heading takes, for the help ──────────────────────────────────────────────────

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
    ("languages", "languages, as in `{label}: English, Korean; both prevail`"),
    ("exit", "who, on what notice, as in `{label}: any party, on notice of 6 months`"),
    ("because note source", "a remark, to the end of the line"),
)
_TAKES = {name.replace("_", " "): value for names, value in _VALUES for name in names.split()}
_OTHER_VALUE = "words, as in `{label}: …`"

_HEADINGS = {
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
_TITLES = ("declaration", "agreement", "treaty", "statement", "resolution", "bill")
_NAMED = {"party", "guarantor", "actor", "body"}
_FIRST_LABELS = {"define": "means: {}", "accept": 'because: "{}"', "event": "when: {}"}
"""What is meant by the words behind a heading's colon."""

_SYNONYMS = {
    other: label
    for label, others in (
        ("by", "deadline, due, due by, no later than, not later than, complete by, within"),
        ("by", "time limit, completion"),
        ("if", "condition, conditions, provided that, in case, subject to the condition that"),
        ("if", "only if, on condition that, in the event that"),
        ("verified by", "verification, verifier, verifiers, inspection, monitoring, inspected by"),
        ("verified by", "monitored by, supervised by, checked by, verification by"),
        ("aim", "purpose, object, objective, goal"),
        ("note", "remark, remarks, comment, comments, explanation, footnote, commentary"),
        ("starts", "start, begins, commencement"),
        ("from", "effective, effective from, as of, as from"),
        ("until", "end, expiry, through, till"),
        ("every", "frequency, interval"),
        ("signed by", "signatories, signature, signatures, signatory"),
        ("where", "place, location, area"),
        ("for", "term, period"),
        ("exit", "withdrawal, termination, denunciation"),
        ("entry into force", "in force, enters into force, comes into force, in force from"),
        ("entry into force", "effective date, commencement date"),
        ("decides by", "decides, decide by, decision, decisions, decision making, voting, votes by"),
        ("amendment", "amendments, modification, revision"),
        ("ratification", "ratified by, ratifications"),
        ("depositary", "depository, deposited with"),
        ("if breached", "breach, violation, in case of breach, sanction, consequence"),
        ("if breached", "consequences, remedy, on breach, in the event of breach"),
        ("with consent of", "consent, approval, approved by"),
        ("except", "exceptions, exception, excluding"),
        ("source", "sources, reference, references, see"),
        ("in return for", "in exchange for, consideration, quid pro quo"),
        ("duration", "validity"),
        ("after", "following, once, upon, subsequent to"),
        ("before", "prior to"),
        (
            "together with",
            "simultaneously with, simultaneously, at the same time as, concurrently with",
        ),
        ("in parallel with", "parallel with, parallel to, in parallel to"),
        ("disputes", "dispute settlement, settlement of disputes"),
        ("languages", "language, authentic texts"),
    )
    for other in others.split(", ")
}

# ── Dates and spans of time ──────────────────────────────────────────────────────────────────────


def misdated(text: str, start: int, end: int) -> Unreadable | None:
    """Return a slip if there is a date in another notation between two places."""
    date = dates.date_in(text[start:end])
    if date is None:
        return None
    wrong, right = date
    at = text.index(wrong, start)
    dash = dates.dash_in(wrong)
    message = f"`{' '.join(wrong.split())}` is not how a date is written"
    if dash:
        message = f"{dash} stands for the hyphens of a date"
    return Unreadable(Span(at, at + len(wrong)), message, f"write {right}")


def silence(text: str, at: int, end: int, label: str) -> Unreadable | None:
    """Return a slip for a value that says in other words that there is none, or none yet."""
    value = " ".join(text[at:end].split())
    kind = misreadings.silence_in(value)
    if kind is None:
        return None
    return Unreadable(
        Span(at, end), f"`{value}` is not how a silence is written", f"write `{label}: {kind}`"
    )


def authentic(text: str, at: int, end: int) -> Unreadable | None:
    """Return a slip for languages of which it is said in other words which one prevails."""
    value = " ".join(text[at:end].split())
    said = _AUTHENTIC.search(text, at, end)
    if said is None or value[0] in '["“':
        return None
    named = " ".join(text[at : said.start()].split()).strip(" ,;")
    prevailing = _PREVAILING.search(value)
    equal = "both prevail" if named.count(",") == 1 else "all prevail"
    prevails = f"{prevailing['which']} prevails" if prevailing else equal
    return Unreadable(
        Span(*said.span()),
        f"`{' '.join(said.group().split())}` is not how it is said which language prevails",
        f"write `languages: {named}; {prevails}`",
    )


_AUTHENTIC = regex(
    r"(?:(?:both|all|each|the)\s+(?:texts?\s+)?)?(?:being\s+|are\s+)?(?:equally\s+)?authentic"
    r"|(?:in\s+)?case\s+of\s+(?:any\s+)?(?:divergence|difference|doubt)"
)
_PREVAILING = regex(r"(?P<which>[A-Z]\w+)\s+(?:text\s+|version\s+)?(?:shall\s+)?prevails?")


def span_in_words(text: str, start: int, end: int) -> Unreadable | None:
    """Return a slip for a span of time whose number is a word, counted from a moment."""
    match = misreadings.SPAN_BEFORE_A_MOMENT.match(text, start, end)
    span = misreadings.span_in(match.group()) if match else None
    return _mistimed(start, span) if span else None


def _mistimed(start: int, span: tuple[str, str]) -> Unreadable:
    wrong, right = span
    return Unreadable(
        Span(start, start + len(wrong)),
        f"`{wrong}` is not how a span of time is written",
        f"write `{right}`",
    )


def run_together(text: str, start: int, end: int) -> Unreadable | None:
    """Return a slip for a word that begins with a digit if it is a date or span, as `60days`."""
    span = misreadings.span_in(text[start:end])
    if span and span[0] == text[start:end]:
        return _mistimed(start, span)
    return misdated(text, start, end)


def year_alone(start: int, end: int, year: str) -> Unreadable:
    """Say that a year stands where a day or a clause does."""
    return Unreadable(
        Span(start, end),
        f"`{year}` is a year, not a day or a clause",
        f"write a day, as in `{year}-12-31`, or a month, as in `{year}-12`",
    )


# ── Sentences ────────────────────────────────────────────────────────────────────────────────────

_JOINED_ON = regex(r"[,;] (?:and|or)\Z")
_LAST_WORD = regex(r"\S+\Z")
_ENTRY = regex(r"[A-Z]\d\d[a-z]?")
"""What looks like an objection of the catalogue, as B08."""
_LONGEST_WORD = 60


def missing_stop(text: str, at: Span) -> Slip:
    """Return the slip of a sentence that runs into the next line without a full stop."""
    last = _LAST_WORD.search(text, max(0, at.end - _LONGEST_WORD), at.end)
    start = last.start() if last else at.start
    sign = text[at.end - 1]
    remedy = "end it with `.`"
    joined = _JOINED_ON.search(text, max(0, at.end - _LONGEST_WORD), at.end)
    if joined:
        start = joined.start()
        remedy = f"write `.` in place of `{joined.group()}`"
    elif sign in ",;:!?":
        remedy = f"write `.` in place of `{sign}`"
    elif sign in '"”' and text[at.end - 2] == ".":
        remedy = f"put the full stop after the quotation mark: `{sign}.`"
    return Slip("unreadable-line", Span(start, at.end), "this sentence has no full stop", remedy)


def stray_stop(text: str, at: int, end: int, words: Words, *, in_sentence: bool) -> Unreadable:
    """Say what is wrong with a full stop in the middle of a line, or after a value."""
    here = Span(at, at + 1)
    label = _label_within(text, at + 1, end, words)
    if label:
        return label
    if text.startswith("..", at):
        dots = regex(r"\.+").match(text, at, end)
        here = Span(at, dots.end() if dots else end)
        if in_sentence and here.end == end == at + 2:
            return Unreadable(here, "this sentence has two full stops", "end it with `.`")
        return Unreadable(
            here,
            f"`{text[at : min(here.end, at + 3)]}` has no meaning here",
            "write the words out, or put them in quotation marks",
        )
    if in_sentence:
        following = regex(r"\s*([^\W_]+)?").match(text, at + 1, end)
        if text.endswith("etc", 0, at):
            return Unreadable(
                Span(at - 3, at + 1),
                "`etc.` ends the sentence here, by its full stop",
                "name what else is meant, or write `etc` without the full stop",
            )
        if following and following.group(1):
            here = Span(*following.span(1))
        return Unreadable(
            here,
            "a second sentence begins on this line",
            "begin each sentence on a line of its own",
        )
    if text.endswith("etc", 0, at):
        return Unreadable(
            Span(at - 3, at + 1),
            "`etc.` leaves open what else is meant",
            "leave it out, or put the whole value in quotation marks",
        )
    if text[at - 1] in '"”' and not _OF_A_LABEL.match(text, text.rfind("\n", 0, at) + 1):
        return Unreadable(here, "a heading has no full stop", "leave it out")
    return misdated(text, text.rfind("\n", 0, at) + 1, end) or Unreadable(
        here,
        "a label's value has no full stop",
        "leave the full stop out; only sentences end in one",
    )


_FORMULA = regex(
    r"(?i:(?:done|signed) (?:at|in|on)|in (?:witness|faith) whereof|for the government)\b"
)
_RECITAL = regex(
    r"(?i:(?:re)?affirming|recall(?:ing|ed)|desiring|having|noting|considering|recogni[sz]ing|mindful"
    r"|convinced|determined|whereas|bearing|guided|believing|seeking|wishing|resolved|conscious)\b"
)


def no_modality(text: str, at: int, end: int, foreign: Span | None) -> Unreadable:
    """Say that a sentence does not say how bindingly, offering the nearest reading."""
    start = foreign.start if foreign else at
    found = misreadings.modality_in(text[start:end])
    if found:
        first, last, offer, misspelt = found
        here = Span(start + first, start + last)
        shown = " ".join(text[here.start : here.end].split())
        return Unreadable(
            here,
            f"`{shown}` is not a modality",
            f"did you mean `{offer}`?" if misspelt else f"write `{offer}`",
        )
    first_line = text[at:end].split("\n", 1)[0].rstrip()
    if first_line.startswith("parties "):
        names = [name.strip(" .") for name in first_line.removeprefix("parties ").split(",")]
        remedy = " and ".join(f"`party {name}`" for name in names)
        return Unreadable(
            Span(at, at + len(first_line)),
            "each party has a line of its own",
            f"write {remedy}, each on its line",
        )
    if _FORMULA.match(first_line):
        return Unreadable(
            Span(at, at + len(first_line)),
            "a closing formula binds nobody",
            f"write it as quoted text: `> {first_line}`",
        )
    if _RECITAL.match(first_line):
        return Unreadable(
            Span(at, at + len(first_line)),
            "a recital does not say who speaks",
            "say who, as in `ROK and DPRK recall …`, or quote it: `> …`",
        )
    return Unreadable(
        Span(at, at + len(first_line)),
        "this sentence does not say how bindingly",
        "say `shall`, `will`, `may` or `declares that`, as in `US shall …`",
    )


def dashed_name(text: str, line: Line) -> Unreadable | None:
    """Return a slip for a heading whose full name stands behind a dash."""
    match = _DASHED_NAME.match(text, line.start + len(line.word), line.end)
    if match is None or line.word not in _NAMED:
        return None
    full = Span(*match.span("full"))
    return Unreadable(
        full,
        "a full name stands in quotation marks",
        f'write `{line.word} {match["name"]} "{match["full"]}"`',
    )


_DASHED_NAME = regex(r'\s+(?P<name>[^"“–—:]+?)\s+[–—-]\s+["“]?(?P<full>[^"“”]*[^"“”\s])')


def stepped(text: str, start: int, end: int, number: str) -> Unreadable:
    """Say how a step is marked."""
    shown = " ".join(text[start:end].split())
    right = misreadings.NUMBER_WORDS.get(number.lower(), number)
    return Unreadable(
        Span(start, end), f"`{shown}` is not how a step begins", f"write `step {right}`"
    )


def listed(text: str, start: int, end: int) -> Unreadable:
    """Say how a sentence of several is marked."""
    return Unreadable(
        Span(start, end),
        f"`{text[start:end]}` has no meaning here",
        "begin the sentences of a clause with `(a)`, `(b)` and so on",
    )


def empty_sentence(text: str, line: Line, words: Words) -> Unreadable:
    """Say that nothing stands after a letter, a step or a label that takes a sentence."""
    if line.kind == "label":
        return _no_value(text, line, words)
    shown = " ".join(text[line.start : line.end].split())
    return Unreadable(
        Span(line.start, line.end),
        f"`{shown}` has no sentence",
        f"write it on the same line, as in `{shown} US shall …`",
    )


def colonless_label(text: str, line: Line, words: Words) -> Unreadable | None:
    """Return a slip if a sentence without modality begins like a label that lacks its colon."""
    if line.kind == "label":
        return None
    first = text[line.start : line.end].split("\n", 1)[0]
    for label in sorted(words.labels, key=len, reverse=True):
        if first.startswith(label) and _NOT_A_COLON.match(first, len(label)):
            rest = first[len(label) :].strip(" ;,.=-–—>")
            return Unreadable(
                Span(line.start, line.start + len(label)),
                f"`{label}` looks like a label without its colon",
                f"write `{label}: {rest}`",
            )
    return None


_OF_A_LABEL = regex(r"[^\n:\"“]*:")
_NOT_A_COLON = regex(r" ?[;,.=–—>-]? ")


def stray_lines(text: str, lines: Sequence[Line]) -> Slip:
    """Return the slip of lines that stand under no heading."""
    first = text[lines[0].start : lines[0].end].split("\n", 1)[0].rstrip()
    count = len(lines)
    title = first.removeprefix("title").strip(' "“”:.')
    kind = next((word for word in _TITLES if word in title.lower().split()), "declaration")
    named = count == 1 and lines[0].kind == "sentence" and lines[0].start == 0
    return Slip(
        "unreadable-line",
        Span(lines[0].start, lines[0].start + len(first)),
        "this line stands under no heading"
        if count == 1
        else f"{count} lines, from this one, stand under no heading",
        f'write `{kind} "{title}"`'
        if named
        else 'begin the text with `declaration "…"`, and each clause with `clause` and its number',
    )


# ── Brackets ─────────────────────────────────────────────────────────────────────────────────────


def unclosed_bracket(at: int) -> Unreadable:
    """Say that a bracket is not closed."""
    return Unreadable(
        Span(at, at + 1), "this bracket is not closed", "close it with `]`, after the last proposal"
    )


def proposer_first(at: Span, who: str) -> Unreadable:
    """Say where it stands whose proposal one is."""
    return Unreadable(at, "who proposes stands behind a proposal", f"write `[… {{{who}}}]`")


def unclosed_parenthesis(at: int) -> Unreadable:
    """Say that a parenthesis in a sentence is not closed."""
    remedy = "close it with `)`, or leave it out"
    return Unreadable(Span(at, at + 1), "this parenthesis is not closed", remedy)


def unopened_parenthesis(at: int) -> Unreadable:
    """Say that a parenthesis in a sentence was never opened."""
    remedy = "leave it out, or open one before it with `(`"
    return Unreadable(Span(at, at + 1), "`)` closes no parenthesis", remedy)


def closing_brackets(text: str, start: int, end: int) -> dict[int, int]:
    """Return, for each place between two where a bracket opens, the place after it closes."""
    closing: dict[int, int] = {}
    opened: list[int] = []
    for match in _OPENING_OR_CLOSING.finditer(text, start, end):
        if match.group() == "[":
            opened.append(match.start())
        elif match.group() == "]" and opened:
            closing[opened.pop()] = match.end()
    return closing


def unit_outside(text: str, start: int, stop: int, end: int) -> Unreadable:
    """Say that a unit behind a bracket belongs into its proposals."""
    right = _distributed(text, start, stop, "", text[stop:end])
    return Unreadable(
        Span(start, end), "a number in brackets takes its unit with it", f"write `{right}`"
    )


def _distributed(text: str, start: int, stop: int, before: str, after: str) -> str:
    """Return a bracket with what stands before and after it in each of its proposals."""
    proposals = []
    depth, at = 0, start + 1
    for match in _BAR_OR_BRACKET.finditer(text, start, stop):
        sign = match.group()
        depth += (sign == "[") - (sign == "]")
        if (sign == "|" and depth == 1) or depth == 0:
            words, marks = _without_marks(text[at : match.start()])
            if words.startswith("[") and words.endswith("]"):
                words = _distributed(words, 0, len(words), before, after)
            else:
                words = f"{before}{words}{after}"
            proposals.append(" ".join(f"{words} {marks}".split()))
            at = match.end()
    return f"[{' | '.join(proposals)}]"


def _without_marks(proposal: str) -> tuple[str, str]:
    """Return a proposal's words, and the tag and attribution behind them."""
    words = proposal.strip()
    while mark := _MARK.search(words, max(0, len(words) - _LONGEST_MARK)):
        words = words[: mark.start()].rstrip()
    return words, proposal.strip()[len(words) :]


def _not_whole(text: str, line: Line, start: int) -> Unreadable | None:
    """Return a slip if the one bracket in a value takes only a part of it."""
    closing = closing_brackets(text, start, line.end)
    opened = min(closing, default=None)
    if opened is None:
        return None
    if any(place > closing[opened] for place in closing):
        return _in_brackets(text, Token("LSQB", "["), Span(opened, closing[opened]), "label")
    stop = closing[opened]
    before, (after, marks) = text[start:opened].strip(), _without_marks(text[stop : line.end])
    if not before and not after:
        return None
    right = _distributed(text, opened, stop, f"{before} ", f" {after}")
    whole = " ".join(f"{line.word}: {right} {marks}".split())
    return Unreadable(
        Span(opened, stop), "a bracket within a value takes the whole value", f"write `{whole}`"
    )


def _unclosed(text: str, line: Line) -> Unreadable | None:
    """Return a slip if a bracket or brace opens on a line and does not close."""
    opened: list[int] = []
    brace = None
    for match in _OPENING_OR_CLOSING.finditer(text, line.start, line.end):
        sign = match.group()
        if sign == "[":
            opened.append(match.start())
        elif sign == "]" and opened:
            opened.pop()
        elif sign == "{" and brace is None:
            brace = match.start()
        elif sign == "}":
            brace = None
    if brace is not None:
        return Unreadable(
            Span(brace, brace + 1), "this brace is not closed", "close it with `}`, as in `{US}`"
        )
    return unclosed_bracket(opened[-1]) if opened else None


def _in_brackets(text: str, token: Token, here: Span, within: str) -> Unreadable:
    before = text[: here.start].rstrip()
    if token.type in {"RSQB", "PIPE", "LBRACE", "TAG"} and before.endswith(("[", "|")):
        return Unreadable(
            Span(len(before) - 1, here.end),
            "an empty proposal",
            "write its words; a single proposal, `[…]`, may be taken or left",
        )
    if token.type == "RSQB":
        return Unreadable(here, "`]` closes no bracket", "leave it out, or open one with `[`")
    if token.type == "PIPE":
        return Unreadable(
            here,
            "`|` stands outside brackets",
            "put the proposals in brackets, as in `[10% | all]`",
        )
    if token.type in {"LBRACE", "TAG"}:
        attribution = _ATTRIBUTION.match(text, here.start)
        here = Span(*attribution.span()) if attribution else here
        shown = _shown(text, here)
        return Unreadable(
            here,
            f"`{shown}` stands outside brackets",
            f"write `[{shown[1:-1].strip()}]`" if "|" in shown else _AS_PROPOSED,
        )
    if token.type == "RBRACE" and before.endswith("{"):
        return Unreadable(
            Span(len(before) - 1, here.end), "`{}` names nobody", "write who proposes, as in `{US}`"
        )
    if token.type == "RBRACE":
        return Unreadable(
            here, "`}` closes nothing", "leave it out, or open a brace before it, as in `{US}`"
        )
    if within == "label":
        return Unreadable(
            here,
            "a bracket within a value takes the whole value",
            "write every proposal in full, as in "
            "`[60 days after signature | 90 days after signature]`",
        )
    return Unreadable(
        here, "a bracket cannot stand here", "put it round words of a sentence, a value or a line"
    )


_OPENING_OR_CLOSING = regex(r'"[^"\n]*"|“[^“”\n]*”|[\[\]{}]')
_AS_PROPOSED = "put it after a proposal in square brackets, as in `[10% {US} @phased | all {DPRK}]`"
_BAR_OR_BRACKET = regex(r'"[^"\n]*"|“[^“”\n]*”|[\[\]|]')
_MARK = regex(r"(?:\{[^{}\n]*\}|@[\w-]+)\Z")
_LONGEST_MARK = 80
_ATTRIBUTION = regex(r"\{[^{}\n]*\}")
_BRACKET_SIGNS = frozenset({"LSQB", "RSQB", "PIPE", "LBRACE", "RBRACE", "TAG"})

# ── Labels and headings ──────────────────────────────────────────────────────────────────────────

_MOMENTS = frozenset(
    "on by from until target after before ends date starts established if unless when every for"
    " duration".split()
) | {
    "verification ends",
    "entry into force",
    "together with",
    "in parallel with",
    "counted from",
}
"""The labels whose value is, or may be, a moment or span of time."""
_TERM_FROM = regex(
    rf"(?P<span>\d+\s+{misreadings.UNIT})\s+(?P<from>from|after|of|since)\s+(?P<moment>\S.*)"
)
_DAY = r"\d{4}-\d\d(?:-\d\d)?"
_STEP = regex(r"(?<!\()\bstep \d{1,2}")
_ROW = regex(r"\s*(?P<row>(?P<name>[^\n:\d]*[^\n:\d\s])(?P<colon>:)?[^\n]*)")
_HOW_OFTEN = regex(
    rf"(?<!,)\s+every\s+(?P<span>\d+\s+{misreadings.UNIT})\b|,?\s+(?P<word>daily|weekly|monthly|quarterly|yearly|annually)\b"
)
_ELSEWHERE = regex(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+ (?:[AP]?\d|[IVXLC]+[.(])[\w.()]*")
_FROM_TO = regex(rf"(?:between\s+)?(?P<first>{_DAY})\s+(?:to|and|until|till)\s+(?P<last>{_DAY})")
_LABELLED = frozenset({"label", "sentence"})
_LABEL_WITHIN = regex(r'"[^"\n]*"|“[^“”\n]*”|(?P<words>\b[a-z]+(?: [a-z]+){0,3}) ?:')
_ONLY_SPAN = regex(rf"(?:within\s+)?(\d+\s+{misreadings.UNIT})")


def _label_within(text: str, start: int, end: int, words: Words) -> Unreadable | None:
    """Return a slip if a label stands within a line, outside quotation marks."""
    for match in _LABEL_WITHIN.finditer(text, start, end):
        parts = (match["words"] or "").split()
        for number in range(len(parts)):
            label = " ".join(parts[number:])
            if label in words.labels:
                at = text.rindex(parts[number], match.start(), match.end())
                rest = " ".join(text[at : match.end()].split() + text[match.end() : end].split())
                rest = rest if label in words.sentence_labels else rest.removesuffix(".")
                return Unreadable(
                    Span(at, match.end()),
                    f"`{label}:` begins a line of its own",
                    f"write `{rest}` on the next line",
                )
    return None


def unexpected(
    text: str, line: Line, token: Token, accepts: Callable[[str], bool], words: Words
) -> Unreadable:
    """Say what is wrong with a line at the token where the grammar could go no further."""
    at = token.start
    ended = token.type in {"_NL", "$END"} or at >= line.end
    here = token.span if not ended else _last_word(text, line)
    unclosed = _unclosed(text, line) if line.kind not in {"heading", "accept"} else None
    if unclosed:
        return unclosed
    own = text.index(":", line.start) + 1 if line.kind == "label" else line.start + 1
    inner = _label_within(text, own, line.end, words) if line.kind in _LABELLED else None
    if inner:
        return inner
    if line.kind == "label":
        return _in_label(text, line, token, here, accepts, words, ended=ended)
    if line.kind in {"heading", "accept"}:
        return _in_heading(text, line, here, accepts, ended=ended)
    if token.type in _BRACKET_SIGNS:
        return _in_brackets(text, token, here, line.kind)
    if token.type == "COLON":
        return _colon(here)
    if token.type == "STOP" or ended:
        return Unreadable(
            here,
            "this line breaks off",
            "write who, how bindingly, does what, and a full stop",
        )
    return Unreadable(
        here,
        f"`{_shown(text, here)}` does not fit here",
        "put it in quotation marks if it is a name or open words",
    )


def _colon(here: Span) -> Unreadable:
    return Unreadable(
        here, "a colon stands only after a label", "leave it out, or begin the line with a label"
    )


_ENDS_IN_A_MODALITY = regex(r"\b(?:shall|will|may|should|not|to):\Z")


def leads(line: Line, words: Words) -> bool:
    """Tell whether a line has a modality where a label would be, as in `US shall:`."""
    named = line.kind == "unknown-label" and line.word not in _SYNONYMS
    parts = line.word.split() if named else ()
    return any(part in words.modalities for part in parts)


def unknown_label(text: str, line: Line, words: Words) -> Unreadable:
    """Say what label, or what else, a line with an unknown one was meant to begin with."""
    here = Span(line.start, text.index(":", line.start) + 1)
    word = line.word
    shown = " ".join(text[here.start : here.end].split())
    if leads(line, words):
        if text[here.end : line.end].strip():
            return _colon(Span(here.end - 1, here.end))
        return Unreadable(
            here,
            "a sentence does not run on in its letters",
            f"say it in each, as in `(a) {shown.removesuffix(':').rstrip()} …`"
            if _ENDS_IN_A_MODALITY.search(shown)
            else "say in each who shall do it, as in `(a) US shall …`",
        )
    near: tuple[str, ...] = ()
    if word not in _SYNONYMS:
        near = nearest(word, words.labels, limit=1)
    if not near:
        near = tuple(_SYNONYMS[other] for other in nearest(word, _SYNONYMS, limit=1))
    offer = " or ".join(f"`{label}:`" for label in near)
    remedy = f"did you mean {offer}?" if near else "write `note:` if it is a remark"
    return Unreadable(here, f"`{shown}` is not a label", remedy)


def _no_value(text: str, line: Line, words: Words) -> Unreadable:
    colon = text.index(":", line.start) + 1
    return Unreadable(
        Span(line.start, colon),
        f"`{text[line.start : colon]}` has no value",
        _takes(line.word, words),
    )


def _in_label(
    text: str,
    line: Line,
    token: Token,
    here: Span,
    accepts: Callable[[str], bool],
    words: Words,
    *,
    ended: bool,
) -> Unreadable:
    colon = text.index(":", line.start) + 1
    value = text[colon : line.end].strip()
    if not value:
        return _no_value(text, line, words)
    label = line.word
    if token.start == line.start:
        return _misplaced_label(text, line, colon)
    date = misdated(text, colon, line.end)
    if date:
        return date
    start = colon + len(text[colon : line.end]) - len(text[colon : line.end].lstrip())
    part = _not_whole(text, line, start)
    if part:
        return part
    if token.type == "PIPE" and "[" not in value:
        return Unreadable(
            here, "`|` stands outside brackets", f"write `{label}: [{' '.join(value.split())}]`"
        )
    inner = _bracket_at(text, line, token, start, here)
    if inner:
        return _in_brackets(text, Token("LSQB", "["), inner, "label")
    if token.type in _BRACKET_SIGNS:
        return _in_brackets(text, token, here, "label")
    if token.type in {"COMMA", "SEMICOLON"} and value[0] == "[" and value[-1] == "]":
        return Unreadable(here, f"`{token}` parts no proposals", "write `|` in its place")
    at = Span(start, start + len(value))
    return (
        _untimed(label, value, at, accepts)
        or _unnumbered(label, value, at)
        or _misfit(text, line, value, here, words, _offers(text, here, accepts, words), ended=ended)
    )


def _bracket_at(text: str, line: Line, token: Token, start: int, here: Span) -> Span | None:
    """Return the bracket in a value in which, or right behind which, reading stopped."""
    closing = closing_brackets(text, start, line.end)
    within = token.type in {"PIPE", "RSQB"}
    about = [
        Span(place, stop)
        for place, stop in closing.items()
        if (within and place < here.start < stop)
        or (stop <= here.start and not text[stop : here.start].strip())
    ]
    return max(about, default=None)


def _untimed(label: str, value: str, at: Span, accepts: Callable[[str], bool]) -> Unreadable | None:
    """Return a slip for a time that is in other words or counts from no moment."""
    term = _TERM_FROM.match(value) if label in {"for", "duration"} else None
    if term:
        return Unreadable(
            Span(at.start + term.start("from"), at.end),
            f"`{label}:` says how long, not from when",
            f"write `{label}: {term['span']}`, and `from: {term['moment']}` below it",
        )
    both = _FROM_TO.fullmatch(value) if label in _MOMENTS else None
    if both:
        begins, ends = ("from", "until") if label in {"from", "until"} else ("after", "by")
        return Unreadable(
            Span(at.start + both.start("first"), at.end),
            f"`{label}:` takes one moment",
            f"write `{begins}: {both['first']}`, and `{ends}: {both['last']}` below it",
        )
    elsewhere = _ELSEWHERE.search(value) if label in _MOMENTS else None
    if elsewhere:
        return Unreadable(
            Span(at.start + elsewhere.start(), at.start + elsewhere.end()),
            "the state of another text's clause is no moment of this one",
            f'write `event` and a name for it, and below that `when: outside this text, "{value}"`',
        )
    if label in _MOMENTS:
        other = moments.said(value)
        if other:
            here = Span(at.start + other.start, at.start + other.end)
            return Unreadable(here, other.message, f"write `{label}: {other.right}`")
    often = misreadings.often_in(value, label)
    if often:
        return Unreadable(at, f"`{value}` is not how a span of time is written", f"write `{often}`")
    working = moments.working_days(value)
    if working:
        wrong, days = working
        start = at.start + value.index(wrong)
        return Unreadable(
            Span(start, start + len(wrong)),
            "a span of time counts the days of the calendar",
            f'write about as many, `{days} days`, or `{label}: "{value}"`',
        )
    span = misreadings.span_in(value)
    if span:
        return _mistimed(at.start + value.index(span[0]), span)
    only = _ONLY_SPAN.fullmatch(value) if accepts("AFTER") or accepts("OF") else None
    if only:
        return Unreadable(
            at,
            f"`{value}` counts from no moment",
            f"write `{label}: {only.group(1)} after signature`, or another moment",
        )
    return None


def clause_by_its_word(text: str, line: Line, at: int) -> Unreadable:
    """Say of a value, which begins at a place, that it names a clause by its word."""
    value = text[at : line.end]
    other = moments.said(value)
    assert other is not None  # noqa: S101 - the value was seen to begin with the word
    here = Span(at + other.start, at + other.end)
    return Unreadable(here, other.message, f"write `{line.word}: {other.right}`")


_QUOTED = regex("[\"“”]")


def _unnumbered(label: str, value: str, at: Span) -> Unreadable | None:
    """Return a slip for a clause that is named by its word; one of another text is quoted."""
    match = moments.CLAUSE_BY_ITS_WORD.search(value)
    if match is None or _QUOTED.search(value):
        return None
    here = Span(at.start + match.start(), at.start + match.end() - match.group()[-1].isspace())
    right = moments.CLAUSE_BY_ITS_WORD.sub("", value)
    if " of " in right:
        return Unreadable(
            at, "a clause of another text is put in quotation marks", f'write `{label}: "{value}"`'
        )
    return Unreadable(here, "a clause is named by its number alone", f"write `{label}: {right}`")


def _misfit(
    text: str,
    line: Line,
    value: str,
    here: Span,
    words: Words,
    offers: tuple[str, ...],
    *,
    ended: bool,
) -> Unreadable:
    shown = f"`{line.word}:`"
    if ended and value.endswith((",", ";")):
        return Unreadable(
            here,
            f"{shown} breaks off after `{value[-1]}`",
            "write what follows, or leave the sign out",
        )
    if ended:
        return Unreadable(here, f"{shown} breaks off", _takes(line.word, words))
    remedy = _takes(line.word, words)
    row = _ROW.match(text, text.rfind("\n", 0, here.start) + 1, line.end)
    if line.word == "limits by" and row and not row["colon"]:
        shown = row["row"].rstrip()
        return Unreadable(
            Span(row.start("row"), row.start("row") + len(shown)),
            "a row of limits has no colon",
            f"put one, as in `{row['name']}: {shown.removeprefix(row['name']).strip()}`",
        )
    step = _STEP.search(value)
    turned = {"if": "unless", "unless": "if"}.get(line.word)
    if turned and _shown(text, here) == "not":
        remedy = f"write `{turned}: {' '.join(value.replace(' not', '', 1).split())}`"
    elif step:
        remedy = f"write it with its clause's number, as in `2.1({step.group()})`"
    elif offers:
        remedy = f"did you mean `{offers[0]}`?"
    elif line.word == "verified by" and _shown(text, here) == "using":
        remedy = "leave the comma out before `using`"
    elif line.word == "verified by" and _shown(text, here) == "(":
        remedy = "put a method after `using`, as in `verified by: IAEA using on-site inspection`"
    elif _shown(text, here) == "(":
        remedy = "leave the words in parentheses out, or put them below as `note: …`"
    elif line.word == "verified by" and (often := _HOW_OFTEN.search(value)):
        span = often["span"] or misreadings.OFTEN[often["word"]]
        remedy = f"write `verified by: {value[: often.start()]}, every {span}`"
    elif line.word == "verified by" and text[: here.start].rstrip().endswith(","):
        remedy = "put `;` between verifiers, as in `verified by: IAEA; CTBTO`"
    return Unreadable(here, f"`{_shown(text, here)}` does not fit here", remedy)


def _offers(text: str, here: Span, accepts: Callable[[str], bool], words: Words) -> tuple[str, ...]:
    """Return the keyword nearest to a word that does not fit, among those that would."""
    fitting = (word for word, names in words.keywords.items() if any(map(accepts, names)))
    return nearest(_shown(text, here), fitting, limit=1)


def _misplaced_label(text: str, line: Line, colon: int) -> Unreadable:
    """Say that only an acceptance takes a label, for the other cases are no fault of syntax."""
    here = Span(line.start, colon)
    message = f"`{text[line.start : colon]}` belongs to an acceptance"
    return Unreadable(here, message, f"put it below `{_example('accept')}`")


def _in_heading(
    text: str, line: Line, here: Span, accepts: Callable[[str], bool], *, ended: bool
) -> Unreadable:
    word = line.word
    example, missing = _HEADINGS[word]
    rest = text[line.start + len(word) : line.end].strip()
    write = f"write `{_example(word)}`"
    if not rest:
        return Unreadable(Span(line.start, line.end), f"`{word}` has no {missing}", write)
    if text[here.start] == ":":
        named = f"{text[line.start + len(word) : here.start]}{text[here.end : line.end]}".strip()
        plain = word in {*_NAMED, "accept", "event"} or named.startswith(('"', "“"))
        write = f"write `{word} {named}`" if named and plain else write
        behind = text[here.end : line.end].strip()
        before = text[line.start + len(word) : here.start].strip()
        if behind and before and word in _FIRST_LABELS:
            first = _FIRST_LABELS[word].format(behind.strip('"“”'))
            write = f"write `{word} {before}`, and `{first}` below it"
        return Unreadable(here, f"`{word}` opens a block and takes no colon", write)
    if accepts("NUMERAL") and not accepts("STRING"):
        title = example.replace('"…"', text[here.start : line.end])
        return Unreadable(
            Span(line.start, line.start + len(word)),
            f"`{word}` has no {missing}",
            f"write `{title.format(word=word)}`",
        )
    if word == "accept":
        rule = "-".join(rest.removesuffix("everywhere").split())
        if _ENTRY.fullmatch(rule):
            return Unreadable(
                here,
                f"`{rule}` names an objection, and what is accepted is what a rule finds",
                f"name the rule: `clausecheck explain {rule}` lists those that look for it",
            )
        return Unreadable(
            here, f"`{_shown(text, here)}` does not fit here", f"write `accept {rule.lower()}`"
        )
    if word == "side" and ":" not in rest and " " in rest:
        name, *members = rest.replace(",", "").split()
        at = line.start + text[line.start : line.end].index(name, len(word)) + len(name)
        remedy = f"write `side {name}: {', '.join(members)}`"
        return Unreadable(Span(at, line.end), "a side's members follow a colon", remedy)
    if text[here.start] == "," and word in _NAMED:
        first = text[line.start + len(word) : here.start].strip()
        other = text[here.end : line.end].strip()
        remedy = f"write `{word} {first}`, and `{word} {other}` on the next line"
        return Unreadable(here, f"one name stands on each `{word}` line", remedy)
    if text[here.start] == "(" and word in _NAMED and not accepts("STRING"):
        other = text[here.end : line.end].strip(' ()"“”')
        remedy = f"write `also called: {other}` on the next line"
        return Unreadable(Span(here.start, line.end), "another name stands in a label", remedy)
    if accepts("STRING") and not ended:
        between = text[line.start + len(word) : here.start].strip().rstrip(".:,–—-")
        title = text[here.start : line.end].strip(' "“”:–—-()')
        what = "full name" if word in _NAMED else "title"
        lead = " ".join(part for part in (word, between) if part)
        return Unreadable(
            Span(here.start, line.end),
            f"a {what} stands in quotation marks",
            f'write `{lead} "{title}"`',
        )
    if ended:
        return Unreadable(here, f"this `{word}` line breaks off", write)
    return Unreadable(here, f"`{_shown(text, here)}` does not fit here", write)


def _takes(label: str, words: Words) -> str:
    value = _TAKES.get(label, _OTHER_VALUE).format(label=label)
    return f"`{label}:` takes {value}" if label in words.labels else value


def _example(heading: str) -> str:
    return _HEADINGS[heading][0].format(word=heading)


def _last_word(text: str, line: Line) -> Span:
    last = _LAST_WORD.search(text, max(line.start, line.end - _LONGEST_WORD), line.end)
    return Span(last.start() if last else line.start, line.end)


def _shown(text: str, here: Span) -> str:
    return text[here.start : here.end].split("\n", 1)[0]
