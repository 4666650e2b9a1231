"""Headings without what they take, or with what they do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.syntax.slip import Unreadable
from clausecheck.syntax.slips.examples import HEADINGS, NAMED, example_of
from clausecheck.syntax.slips.places import words_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from clausecheck.syntax.lines import Line


_WHERE = frozenset({"in", "for", "of", "on", "under", "at"})
_FIRST_LABELS = {"define": "means: {}", "accept": 'because: "{}"', "event": "when: {}"}
"""What is meant by the words behind a heading's colon."""


_ENTRY = regex(r"[A-Z]\d\d[a-z]?")
_BETWEEN_NAMES = regex(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*;\s*")
_WHO = regex(r"[^{}|\n]*(?P<who>\{[^{}\n]*\})")
"""Who makes a proposal, behind it on its line."""
_A_RULE = regex(r"[A-Z]\d\d[a-z]?|[a-z]+(?:-[a-z]+)+")
"""What looks like an objection of the catalogue, as B08."""


def in_heading(
    text: str, line: Line, here: Span, accepts: Callable[[str], bool], *, ended: bool
) -> Unreadable:
    """Say what is wrong with a heading, at the word where reading stopped."""
    word = line.word
    if text[: line.start].rstrip(" \t").endswith("["):
        return _in_a_bracket(text, line)
    example, missing = HEADINGS[word]
    rest = text[line.start + len(word) : line.end].strip()
    write = f"write `{example_of(word)}`"
    if not rest:
        return Unreadable(Span(line.start, line.end), f"`{word}` has no {missing}", write)
    if text[here.start] == ":":
        named = f"{text[line.start + len(word) : here.start]}{text[here.end : line.end]}".strip()
        plain = word in {*NAMED, "accept", "event"} or named.startswith(('"', "“"))
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
        several = _several(rest, here)
        if several is not None:
            return several
        rule = "-".join(rest.removesuffix("everywhere").split())
        if _ENTRY.fullmatch(rule):
            return Unreadable(
                here,
                f"`{rule}` names an objection, and what is accepted is what a rule finds",
                f"name the rule: `clausecheck explain {rule}` lists those that look for it",
            )
        message = f"`{words_at(text, here)}` does not fit here"
        named, _, where = rest.partition(" ")
        if where.partition(" ")[0] in _WHERE:
            remedy = f"write `accept {named.lower()}` in the clause that it concerns"
            return Unreadable(here, message, f"{remedy}, or `accept {named.lower()} everywhere`")
        return Unreadable(here, message, f"write `accept {rule.lower()}`")
    if word == "side" and ":" not in rest and " " in rest:
        name, *members = rest.replace(",", "").split()
        at = line.start + text[line.start : line.end].index(name, len(word)) + len(name)
        remedy = f"write `side {name}: {', '.join(members)}`"
        return Unreadable(Span(at, line.end), "a side's members follow a colon", remedy)
    if text[here.start] == "," and word in NAMED:
        first = text[line.start + len(word) : here.start].strip()
        other = text[here.end : line.end].strip()
        remedy = f"write `{word} {first}`, and `{word} {other}` on the next line"
        return Unreadable(here, f"one name stands on each `{word}` line", remedy)
    if text[here.start] == "(" and word in NAMED and not accepts("STRING"):
        other = text[here.end : line.end].strip(' ()"“”')
        remedy = f"write `also called: {other}` on the next line"
        return Unreadable(Span(here.start, line.end), "another name stands in a label", remedy)
    if accepts("STRING") and not ended:
        between = text[line.start + len(word) : here.start].strip().rstrip(".:,–—-")
        title = text[here.start : line.end].strip(' "“”:–—-()')
        what = "full name" if word in NAMED else "title"
        lead = " ".join(part for part in (word, between) if part)
        return Unreadable(
            Span(here.start, line.end),
            f"a {what} stands in quotation marks",
            f'write `{lead} "{title}"`',
        )
    if ended and word == "side" and rest:
        name = rest.rstrip(": ")
        remedy = f"write them behind the name, as in `side {name}: KPA, CPV`"
        return Unreadable(here, f"the members of `{name}` are not named", remedy)
    if ended:
        return Unreadable(here, f"this `{word}` line breaks off", write)
    return Unreadable(here, f"`{words_at(text, here)}` does not fit here", write)


def _in_a_bracket(text: str, line: Line) -> Unreadable:
    """Return how a bracket stands round whole blocks: it may not open on a heading's line."""
    who = _WHO.match(text, line.end)
    last = f"] {who['who']}" if who else "]"
    heading = f"`{text[line.start : line.end].strip()}`"
    below = "" if line.word in NAMED else " with what stands below it"
    return Unreadable(
        Span(line.start, line.end),
        f"a bracket round a whole `{line.word}` has lines of its own",
        f"write `[`, {heading}{below} and `{last}`, each on a line of its own",
    )


def _several(rest: str, here: Span) -> Unreadable | None:
    """Return what is wrong where an acceptance names more than one thing, if it does."""
    names = _BETWEEN_NAMES.split(rest)
    if len(names) == 1 or not all(map(_A_RULE.fullmatch, names)):
        return None
    rules = [name for name in names if not _ENTRY.fullmatch(name)]
    if not rules:
        return Unreadable(
            here,
            "these name objections, and what is accepted is what a rule finds",
            f"name each rule on its own line: `clausecheck explain {names[0]}` lists them",
        )
    one, *others = rules
    more = f", and below it `accept {others[0]}` with its own `because:`" if others else ""
    return Unreadable(here, "one rule stands on each `accept` line", f"write `accept {one}`{more}")
