"""`clausecheck explain`: what a rule finds, what an objection says, and how both are met."""

from __future__ import annotations

import sys
from textwrap import dedent, indent
from typing import TYPE_CHECKING

import click

from clausecheck.cli import internal_errors, terminal
from clausecheck.cli.options import color_option, pack_option
from clausecheck.cli.packs import all_rules
from clausecheck.reporters.colours import heading, severity_word
from clausecheck.reporters.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from clausecheck.cli.terminal import ColorChoice
    from clausecheck.essays import Clash, Entry
    from clausecheck.rules import Rule

_MARGIN = "    "

_NONE = "none yet"

_EXAMPLES = (
    "Where an example is found, ^^^ stands under the words, and the message behind it. Most "
    "examples stand under a head that is left out here: a complete treaty between Northland, "
    "Southland and Westland."
)


def _completed(_: click.Context, __: click.Parameter, incomplete: str) -> list[str]:
    """Return the names that begin so, for the shell."""
    return sorted(
        name for name in _names(all_rules(())) if name.lower().startswith(incomplete.lower())
    )


def _names(listed: Sequence[Rule]) -> set[str]:
    """Return all that can be explained: rules, families, entries, and what they clash on."""
    from clausecheck.essays import clashes, entries

    rules = {name for rule in listed for name in (rule.name, rule.family)}
    objections = {name for entry in entries() for name in (entry.key, entry.family)}
    return {*rules, *objections, *(clash.key for clash in clashes())}


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("name", metavar="RULE, FAMILY, ENTRY or CLASH", shell_complete=_completed)
@pack_option
@color_option
@internal_errors.traceback_option
def explain(name: str, rule_pack: tuple[str, ...], color: ColorChoice) -> int:
    """Show what a rule finds or what an objection says, and how it is met.

    For a rule: why it asks, on whose authority, what the other side answers, and
    examples of what it finds and leaves alone. For a family: its rules and its
    objections, a line each. For an entry of the essays, as B08 or N28: what
    raises it, what meets it, and which rules look for it. For a question on which
    the two essays clash: what each says, and what structure of a text eases it.

    \b
    clausecheck explain soft-deadline
    clausecheck explain verification
    clausecheck explain B08
    clausecheck explain remains

    `clausecheck rules` lists the names.
    """  # noqa: D301 - click reads the mark
    from clausecheck.essays import clashes, entries

    listed = all_rules(rule_pack)
    rules = {rule.name: rule for rule in listed}
    by_key = {entry.key.lower(): entry for entry in entries()}
    families = {rule.family for rule in listed} | {entry.family for entry in entries()}
    questions = {clash.key: clash for clash in clashes()}
    room, in_color = terminal.width(sys.stdout), terminal.in_color(color, sys.stdout)
    asked = name.lower()
    if asked in by_key:
        lines = [*_entry(by_key[asked], listed, room=room, color=in_color)]
    elif asked in rules:
        lines = [*_rule(rules[asked], room=room, color=in_color)]
    elif asked in families:
        lines = [*_family(asked, listed, room=room, color=in_color)]
        if asked in questions:
            lines += ["", *_clash(questions[asked], room=room, color=in_color)]
    elif asked in questions:
        lines = [*_clash(questions[asked], room=room, color=in_color)]
    else:
        from clausecheck.cli.selection import suggestion

        message = (
            f"no rule, family, entry or clash is named {name}{suggestion(name, _names(listed))}"
        )
        raise click.ClickException(message)
    terminal.write("".join(f"{line}\n" for line in lines))
    return 0


def _rule(rule: Rule, *, room: int, color: bool) -> Iterator[str]:
    from clausecheck.essays import entry

    severity = severity_word(rule.severity, color=color)
    severity += rule.severities.removeprefix(rule.severity)
    yield f"{heading(rule.name, color=color)} ({severity}, {rule.family}, {rule.lens})"
    for paragraph in rule.docs.strip().split("\n\n"):
        yield ""
        yield from _paragraph(paragraph, room)
    sections = (
        ("asked for by", [rule.cites]),
        ("objections", [_titled(entry(key)) for key in rule.entries]),
        ("what the other side answers", [rule.answer]),
        ("where the evidence holds", [rule.scope]),
        ("false alarms known", [rule.false_alarms]),
    )
    for title, texts in sections:
        yield from _section(title, texts, room=room, color=color)
    yield ""
    yield from wrap(_EXAMPLES, room)
    for title, examples in (("found", rule.bad), ("left alone", rule.good)):
        for example in examples:
            yield ""
            yield heading(title, color=color)
            yield from indent(dedent(example).strip("\n").rstrip(), _MARGIN).split("\n")


def _family(family: str, rules: Sequence[Rule], *, room: int, color: bool) -> Iterator[str]:
    from clausecheck.essays import entries

    yield heading(family, color=color)
    sections = (
        ("rules", [_listed(rule) for rule in rules if rule.family == family] or [_NONE]),
        ("objections", [_titled(entry) for entry in entries() if entry.family == family]),
        ("clashes", list(_clashing(e.key for e in entries() if e.family == family))),
    )
    for title, texts in sections:
        yield from _section(title, texts, room=room, color=color)


def _entry(entry: Entry, rules: Sequence[Rule], *, room: int, color: bool) -> Iterator[str]:
    yield f"{heading(f'{entry.key}: {entry.title}', color=color)} ({entry.family}, {entry.lens})"
    yield ""
    yield from wrap(entry.says, room)
    sections = (
        ("what raises it", [entry.raised_by]),
        ("when it is asked", [entry.asked] if entry.asked else []),
        ("what meets it", [entry.met_by]),
        ("what the other side answers", [entry.answer, *_others(entry.opposed_by)]),
        ("where both agree", _others(entry.agrees_with)),
        ("clashes", list(_clashing([entry.key]))),
        ("figures", [entry.figures, entry.standing]),
        ("how it is judged", list(_judged(entry))),
        ("said by", [entry.citation.full, *_works(entry.sources)]),
        ("rules that look for it", list(_looking(entry, rules))),
    )
    for title, texts in sections:
        yield from _section(title, texts, room=room, color=color)


def _clash(clash: Clash, *, room: int, color: bool) -> Iterator[str]:
    yield f"{heading(f'{clash.key}: {clash.title}', color=color)} (clash)"
    sections = (
        ("the sceptic says", [clash.sceptic_says, *_others(clash.sceptic)]),
        ("the advocate says", [clash.advocate_says, *_others(clash.advocate)]),
        ("eased by", [clash.eases]),
        ("where a draft shows it", ["clausecheck lint --show clashes"]),
    )
    for title, texts in sections:
        yield from _section(title, texts, room=room, color=color)


def _section(title: str, texts: Iterable[str], *, room: int, color: bool) -> Iterator[str]:
    """Yield a heading with texts below it; nothing where they are all empty."""
    said = [text for text in texts if text]
    if said:
        yield ""
        yield heading(title, color=color)
    for text in said:
        yield from wrap(text, room, opening=_MARGIN, indent=f"{_MARGIN}  ")


def _listed(rule: Rule) -> str:
    from clausecheck.cli.rules import summary

    return f"{rule.name} ({rule.severities}): {summary(rule)}"


def _titled(entry: Entry) -> str:
    return f"{entry.key}: {entry.title} ({entry.lens})"


def _clashing(keys: Iterable[str]) -> Iterator[str]:
    """Yield the clashes in which any of these entries takes part."""
    from clausecheck.essays import clashes

    taking_part = set(keys)
    for clash in clashes():
        if taking_part & {*clash.sceptic, *clash.advocate}:
            yield f"{clash.key}: {clash.title}"


def _others(keys: Iterable[str]) -> list[str]:
    from clausecheck.essays import entry

    return [_titled(entry(key)) for key in keys]


def _works(keys: Iterable[str]) -> list[str]:
    from clausecheck.essays import work

    return [work(key).text for key in keys]


def _judged(entry: Entry) -> Iterator[str]:
    """Yield how an entry is judged where that is not by rules of its own."""
    if entry.note:
        yield "It is shown and never raised."
    for label, keys in (
        ("It is the same as", [entry.same_as] if entry.same_as else []),
        ("It adds weight to what raises it, and goes with", entry.boosts),
        ("It is as bad as the worst of", entry.parts),
    ):
        if keys:
            yield f"{label}:"
            yield from _others(keys)


def _looking(entry: Entry, rules: Sequence[Rule]) -> Iterator[str]:
    keys = {entry.key, entry.same_as, *entry.boosts, *entry.parts}
    found = [rule for rule in rules if keys & set(rule.entries)]
    for rule in found:
        yield _listed(rule)
    if not found and not entry.note:
        yield _NONE


def _paragraph(paragraph: str, room: int) -> list[str]:
    """Return a paragraph wrapped anew; one that has its own layout, as a list, as it is."""
    lines = paragraph.split("\n")
    if any(line.startswith((" ", "-", "*")) for line in lines):
        return lines
    return wrap(" ".join(lines), room)
