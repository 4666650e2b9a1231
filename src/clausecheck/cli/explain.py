"""`clausecheck explain`: what a rule finds, why, and how to meet it."""

from __future__ import annotations

import sys
from textwrap import dedent, indent
from typing import TYPE_CHECKING

import click

from clausecheck.cli import internal_errors, terminal
from clausecheck.cli.options import color_option
from clausecheck.reporters.colours import heading, severity_word
from clausecheck.reporters.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clausecheck.cli.terminal import ColorChoice
    from clausecheck.rules import Rule

_MARGIN = "    "


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("rule")
@color_option
@internal_errors.traceback_option
def explain(rule: str, color: ColorChoice) -> int:
    """Show what a rule finds, why, and how to meet it.

    With examples of what it finds and what it leaves alone, the passage that
    asks for it, and the answer the other side gives.

    \b
    clausecheck explain undated-obligation

    `clausecheck rules` lists the names.
    """  # noqa: D301 - click reads the mark
    from clausecheck.cli.selection import suggestion
    from clausecheck.rules import RULES

    known = {each.name: each for each in RULES}
    if rule not in known:
        message = f"no rule is named {rule}{suggestion(rule, set(known))}"
        raise click.ClickException(message)
    lines = _explained(
        known[rule],
        room=terminal.width(sys.stdout),
        color=terminal.in_color(color, sys.stdout),
    )
    terminal.write("".join(f"{line}\n" for line in lines))
    return 0


def _explained(rule: Rule, *, room: int, color: bool) -> Iterator[str]:
    severity = severity_word(rule.severity, color=color)
    yield f"{heading(rule.name, color=color)} ({severity}, {rule.family}, {rule.lens})"
    for paragraph in rule.docs.strip().split("\n\n"):
        yield ""
        yield from _paragraph(paragraph, room)
    yield ""
    facts = (
        ("asked for by", rule.cites),
        ("entries", ", ".join(rule.entries)),
        ("answer", rule.answer),
        ("scope", rule.scope),
    )
    for label, text in facts:
        if text:
            yield from wrap(f"{label}: {text}", room, indent="  ")
    for label, examples in (("found", rule.bad), ("left alone", rule.good)):
        for example in examples:
            yield ""
            yield heading(f"{label}:", color=color)
            yield from indent(dedent(example).strip("\n").rstrip(), _MARGIN).split("\n")


def _paragraph(paragraph: str, room: int) -> list[str]:
    """Return a paragraph wrapped anew; one that has its own layout, as a list, as it is."""
    lines = paragraph.split("\n")
    if any(line.startswith((" ", "-", "*")) for line in lines):
        return lines
    return wrap(" ".join(lines), room)
