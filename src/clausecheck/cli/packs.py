"""Rules of others: from an installed package, and only where the command line names it.

A checkout can name nothing here and hold nothing that is found: its own folders are left out of
where packages are looked for.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clausecheck.cli.paths import project_root
from clausecheck.cli.selection import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from importlib.metadata import EntryPoint

    from clausecheck.rules import Rule

GROUP = "clausecheck.rules"
"""The entry points that name packs; each leads to a list of rules."""


def all_rules(packs: Iterable[str]) -> tuple[Rule, ...]:
    """Return our own rules, and those of the packs that are named.

    Raises:
        click.ClickException: a pack is not installed, cannot be loaded, or
            holds something else.
    """
    from clausecheck.rules import RULES

    names = dict.fromkeys(packs)
    rules = list(RULES)
    installed = {point.name: point for point in _installed()} if names else {}
    for name in names:
        if name not in installed:
            message = f"no rule pack named {name} is installed{suggestion(name, set(installed))}"
            raise click.ClickException(message)
        rules += _loaded(installed[name], rules)
    return tuple(rules)


def _installed() -> Iterator[EntryPoint]:
    """Yield the packs of packages that lie outside of what is checked."""
    from importlib.metadata import distributions

    root = project_root(Path.cwd())
    prefix = Path(sys.prefix).resolve()
    path = [
        each
        for each in sys.path
        if not (whole := Path(each).resolve()).is_relative_to(root) or whole.is_relative_to(prefix)
    ]
    for distribution in distributions(path=path):
        yield from distribution.entry_points.select(group=GROUP)


def _loaded(point: EntryPoint, known: Sequence[Rule]) -> Iterable[Rule]:
    from clausecheck.rules import Rule

    try:
        held = tuple(point.load())
    except Exception as error:
        message = f"the rule pack {point.name} cannot be loaded: {type(error).__name__}: {error}"
        raise click.ClickException(message) from error
    names = {rule.name for rule in known}
    for rule in held:
        if not isinstance(rule, Rule):
            message = f"the rule pack {point.name} holds something that is no rule"
            raise click.ClickException(message)
        if rule.name in names:
            message = f"the rule pack {point.name} has another rule named {rule.name}"
            raise click.ClickException(message)
        names.add(rule.name)
    return held
