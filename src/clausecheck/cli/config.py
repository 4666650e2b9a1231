"""`clausecheck config`: what a project asks for, and where it says so."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Literal

import click

from clausecheck import __version__
from clausecheck.cli import internal_errors, terminal
from clausecheck.cli.configuration import KEYS, configuration_of, said
from clausecheck.cli.options import (
    ConfigurationOptions,
    PackOptions,
    a_file,
    color_option,
    configuration_options,
    format_option,
    pack_option,
)
from clausecheck.cli.packs import all_rules

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Unpack

    from clausecheck.cli.configuration import Configuration
    from clausecheck.cli.policy import Policy
    from clausecheck.cli.terminal import ColorChoice

Row = tuple[str, Any, str]
"""A key, its value, and where it comes from."""

_VERSION = 1
"""Of the JSON: keys may be added within a version, never renamed."""

_DEFAULT = "default"

_SETTINGS = {"help_option_names": ["-h", "--help"]}


class Options(ConfigurationOptions, PackOptions):
    """All that can be asked of `config show`."""

    path: str
    output_format: Literal["table", "json"]
    color: ColorChoice


@click.group(context_settings=_SETTINGS)
@internal_errors.traceback_option
def config() -> None:
    """Show what a project's configuration asks for.

    \b
    clausecheck config show                what counts in this folder
    clausecheck config show draft.clause   what counts for this draft
    """  # noqa: D301 - click reads the mark


@config.command(context_settings=_SETTINGS)
@click.argument(
    "path", metavar="[FILE]", type=click.UNPROCESSED, shell_complete=a_file, default="."
)
@format_option
@configuration_options
@pack_option
@color_option
@internal_errors.traceback_option
def show(**options: Unpack[Options]) -> int:
    """Say what counts for a file or folder: each value, and where it comes from.

    A configuration is the file clausecheck.toml, or [tool.clausecheck] in
    pyproject.toml, in the nearest folder from the file upwards to the folder
    with .git. What is said of single files is shown where it meets FILE.

    Exits with 0, or with 2 where the configuration says something wrong.
    """
    from clausecheck.cli.policy import policy_of
    from clausecheck.cli.selection import Words

    configuration = configuration_of(options, (options["path"],))
    policy = policy_of(configuration, all_rules(options["rule_pack"]), Words())
    rows = [*_rows(configuration), *_of_file(configuration, policy, options["path"])]
    if options["output_format"] == "json":
        terminal.write_data(_json(configuration, policy, rows))
    else:
        terminal.write(_table(configuration, policy, rows, options["color"]))
    return 0


def _rows(configuration: Configuration) -> Iterator[Row]:
    """Yield every key; one of which nothing is said with its default."""
    from clausecheck.rules import RULE_SETS

    defaults = {"rule-set": RULE_SETS[-1], "fail-level": "warning", "lens": "both"}
    for key in KEYS:
        if key in configuration.values and key != "per-file":
            yield key, configuration.values[key], configuration.where(key)
        elif key != "per-file":
            yield key, defaults.get(key), _DEFAULT


def _of_file(configuration: Configuration, policy: Policy, path: str) -> Iterator[Row]:
    for pattern in policy.patterns_for(path):
        said = configuration.values["per-file"][pattern]
        for key, value in said.items():
            name = f"per-file.{pattern}.{key}"
            yield name, value, configuration.where("per-file", pattern, key)


def _json(configuration: Configuration, policy: Policy, rows: list[Row]) -> str:
    import json

    from clausecheck.reporters.escaping import in_json

    document = {
        "version": _VERSION,
        "tool": f"clausecheck {__version__}",
        "file": configuration.name or None,
        "values": {key: {"value": value, "from": origin} for key, value, origin in rows},
        "rules": [rule.name for rule in policy.rules],
    }
    return in_json(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _table(
    configuration: Configuration, policy: Policy, rows: list[Row], color: ColorChoice
) -> str:
    from clausecheck.reporters.colours import heading
    from clausecheck.reporters.columns import columns
    from clausecheck.reporters.escaping import visible
    from clausecheck.reporters.wrapping import wrap

    in_color = terminal.in_color(color, sys.stdout)
    room = terminal.width(sys.stdout)
    title = visible(configuration.name) or "no configuration; everything is as it is by itself"
    cells = [[visible(key), visible(said(value)), visible(origin)] for key, value, origin in rows]
    taken = [max(len(row[at]) for row in cells) for at in (0, 2)]
    left = max(room - sum(taken) - 4, 20)
    drawn = columns(
        ["key", "value", "from"],
        [[[key], wrap(value, left), [origin]] for key, value, origin in cells],
        apart=False,
    )
    rules = f"{len(policy.rules)} rules run"
    return "\n".join([heading(title, color=in_color), "", *drawn, "", rules]) + "\n"
