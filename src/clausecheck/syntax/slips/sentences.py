"""Sentences that do not end, say nothing or say how bindingly nowhere; lines that stand nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.syntax import misreadings
from clausecheck.syntax.slip import Slip, Unreadable
from clausecheck.syntax.slips.examples import NAMED, TITLES
from clausecheck.syntax.slips.labels import OF_A_LABEL, label_within, no_value
from clausecheck.syntax.slips.places import LAST_WORD, LONGEST_WORD
from clausecheck.syntax.slips.times import misdated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clausecheck.syntax.lines import Line
    from clausecheck.syntax.words import Words


_JOINED_ON = regex(r"[,;] (?:and|or)\Z")


def missing_stop(text: str, at: Span) -> Slip:
    """Return the slip of a sentence that runs into the next line without a full stop."""
    last = LAST_WORD.search(text, max(0, at.end - LONGEST_WORD), at.end)
    start = last.start() if last else at.start
    sign = text[at.end - 1]
    remedy = "end it with `.`"
    joined = _JOINED_ON.search(text, max(0, at.end - LONGEST_WORD), at.end)
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
    label = label_within(text, at + 1, end, words)
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
    if text[at - 1] in '"”' and not OF_A_LABEL.match(text, text.rfind("\n", 0, at) + 1):
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

_OVER = regex(
    r"(?:(?i:clause) )?(?P<number>[A-Z]?\d[\w.()]*?)"
    r" (?P<how>ends|lapses|expires|ceases|falls away|no longer applies|is suspended)\.?"
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
    force = _IN_FORCE.match(first_line)
    if force:
        when = (
            f"entry into force: {force['when']}`"
            if force["when"]
            else "entry into force:` and when"
        )
        return Unreadable(
            Span(at, at + len(first_line)),
            "this sentence does not say how bindingly",
            f"write `{when} in the head, or say `shall enter into force`",
        )
    told = _fact(text, first_line)
    return Unreadable(
        Span(at, at + len(first_line)),
        "this sentence does not say how bindingly",
        told or "say `shall`, `will`, `may` or `declares that`, as in `US shall …`",
    )


def _fact(text: str, sentence: str) -> str | None:
    """Return how a sentence is written that tells a fact or keeps a right, and not who says so.

    What ends once another clause is breached is such a fact: "3 ends".
    """
    right = _RIGHT.match(sentence)
    if right:
        title = _TITLE.search(text, 0, _LATEST_TITLE)
        this = title.group() if title else "declaration"
        return f"write `Nothing in this {this} affects {right['right']}.`"
    over = _OVER.fullmatch(sentence)
    if over:
        how = "be suspended" if over["how"] == "is suspended" else "cease to apply"
        return f"write `Clause {over['number']} shall {how}.`"
    if _IS.fullmatch(sentence):
        first = sentence[0].lower() + sentence[1:] if _ARTICLED.match(sentence) else sentence
        return f"say who declares it, as in `The parties declare that {first}`"
    return None


_IN_FORCE = regex(
    r"(?:This|The)(?: present)? \w+ (?:enters|comes) into force"
    r"(?: (?:on|upon|at)(?: its)? (?P<when>signature|ratification|\d{4}-\d\d-\d\d))?\b"
)
_LATEST_TITLE = 10_000
"""Characters among which a title is looked for: a text without one is not read for each line."""
_TITLE = regex(rf"(?m)^(?:{'|'.join(TITLES)})\b")
_RIGHT = regex(
    r"[\w ]{1,80}? (?:retains?|keeps?|has|have|reserves?|enjoys?|preserves?) "
    r"(?P<right>(?:the|its|their) (?:inherent |sovereign )?rights? [^.;:]*[^.;:\s])\.?\Z"
)
_IS = regex(r"[^.;:]{1,200}? (?:is|are) [^.;:]{1,200}\.")
_ARTICLED = regex(r"(?:The|An?|All|Any|Each|Every|This|These|No)\b")


def dashed_name(text: str, line: Line) -> Unreadable | None:
    """Return a slip for a heading whose full name stands behind a dash."""
    match = _DASHED_NAME.match(text, line.start + len(line.word), line.end)
    if match is None or line.word not in NAMED:
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
    remedy = "begin the sentences of a clause with `(a)`, `(b)` and so on"
    number = text[start:end].rstrip(".")
    if "." in number:
        remedy = f"write `clause {number}` on a line of its own above it, or {remedy}"
    return Unreadable(Span(start, end), f"`{text[start:end]}` has no meaning here", remedy)


def empty_sentence(text: str, line: Line, words: Words) -> Unreadable:
    """Say that nothing stands after a letter, a step or a label that takes a sentence."""
    if line.kind == "label":
        return no_value(text, line, words)
    shown = " ".join(text[line.start : line.end].split())
    return Unreadable(
        Span(line.start, line.end),
        f"`{shown}` has no sentence",
        f"write it on the same line, as in `{shown} US shall …`",
    )


def stray_lines(text: str, lines: Sequence[Line]) -> Slip:
    """Return the slip of lines that stand under no heading."""
    first = text[lines[0].start : lines[0].end].split("\n", 1)[0].rstrip()
    count = len(lines)
    title = first.removeprefix("title").strip(' "“”:.')
    kind = next((word for word in TITLES if word in title.lower().split()), "declaration")
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
