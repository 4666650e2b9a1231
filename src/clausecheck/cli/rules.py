"""`clausecheck rules`: every rule in one line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Literal

import click

from clausecheck import __version__
from clausecheck.cli import internal_errors, terminal
from clausecheck.cli.options import color_option, format_option, pack_option
from clausecheck.cli.packs import all_rules
from clausecheck.reporters.colours import severity_word
from clausecheck.reporters.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clausecheck.cli.terminal import ColorChoice
    from clausecheck.rules import Rule

_HEADINGS = ("rule", "family", "lens", "severity", "finds")

_NARROW = 100
"""Below this many columns what a rule finds has a line of its own."""

_VERSION = 1
"""Of the JSON: keys may be added within a version, never renamed."""


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@format_option
@pack_option
@color_option
@internal_errors.traceback_option
def rules(
    output_format: Literal["table", "json"], rule_pack: tuple[str, ...], color: ColorChoice
) -> int:
    """List the rules: name, family, lens, severity, and what each finds.

    \b
    clausecheck rules
    clausecheck rules --output-format json
    """  # noqa: D301 - click reads the mark
    listed = all_rules(rule_pack)
    if output_format == "json":
        terminal.write_data(_json(listed))
    else:
        width = terminal.width(sys.stdout)
        in_color = terminal.in_color(color, sys.stdout)
        terminal.write(_table(listed, room=width, color=in_color))
    return 0


def _json(listed: Sequence[Rule]) -> str:
    import json

    document = {
        "version": _VERSION,
        "tool": f"clausecheck {__version__}",
        "rules": [
            {
                "name": rule.name,
                "family": rule.family,
                "lens": rule.lens,
                "severity": rule.severity,
                "entries": list(rule.entries),
                "summary": summary(rule),
            }
            for rule in listed
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def summary(rule: Rule) -> str:
    """Return the first sentence of the documentation, in one line."""
    return " ".join(rule.docs.strip().split("\n\n")[0].split())


def _table(listed: Sequence[Rule], *, room: int, color: bool) -> str:
    """Return the rules in columns, or one below the other where the terminal is narrow."""
    from clausecheck.reporters.columns import BETWEEN, columns, needed

    cells: list[list[list[str]]] = [
        [[rule.name], [rule.family], [rule.lens], [rule.severity], [summary(rule)]]
        for rule in listed
    ]
    name, family, lens, severity, _ = needed(_HEADINGS, cells)
    name, family = min(name, room // 4), min(family, room // 5)
    left = room - name - family - lens - severity - BETWEEN * (len(_HEADINGS) - 1)
    rooms = name, family, lens, severity, left
    lines: list[str] = []
    rows: list[list[list[str]]] = []
    for rule, row in zip(listed, cells, strict=True):
        word = severity_word(rule.severity, color=color)
        lines += [f"{rule.name} ({word}, {rule.family}, {rule.lens})"]
        lines += wrap(summary(rule), room, opening="  ", indent="  ")
        wrapped = [wrap(text, each) for (text,), each in zip(row, rooms, strict=True)]
        wrapped[3] = [word]
        rows.append(wrapped)
    return "".join(f"{line}\n" for line in (lines if room < _NARROW else columns(_HEADINGS, rows)))
