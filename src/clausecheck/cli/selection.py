"""Which rules run: by rule or by family, the closer word deciding."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clausecheck.rules import Rule


def selected(
    rules: Sequence[Rule], *, select: Sequence[str], extend: Sequence[str], ignore: Sequence[str]
) -> tuple[Rule, ...]:
    """Return the rules to run, in their order.

    Without `select` all run. What is said of a rule by its name outweighs what
    is said of its family; of two words as close, `ignore` outweighs the other.
    What cannot be understood is reported whatever is selected: a text that
    nobody could read must not pass for one without findings.

    Raises:
        click.ClickException: A word is neither a rule nor a family, or names a
            rule to ignore that always runs.
    """
    for word in (*select, *extend, *ignore):
        _must_be_known(word, rules)
    for rule in rules:
        if _always_runs(rule) and rule.name in ignore:
            message = f"{rule.name} cannot be ignored: a text that is not understood is not checked"
            raise click.ClickException(message)
    wanted = {*select, *extend}
    return tuple(
        rule
        for rule in rules
        if _always_runs(rule)
        or next(
            (
                word not in ignore
                for word in (rule.name, rule.family)
                if word in wanted or word in ignore
            ),
            not select,
        )
    )


def _always_runs(rule: Rule) -> bool:
    return rule.family == "language" and rule.severity == "error"


def _must_be_known(word: str, rules: Sequence[Rule]) -> None:
    known = {name for rule in rules for name in (rule.name, rule.family)}
    if word not in known:
        message = f"no rule or family is named {word}{suggestion(word, known)}"
        raise click.ClickException(message)


def suggestion(word: str, known: set[str]) -> str:
    """Return the nearest of the known names as the end of a message; "" where none is near."""
    from clausecheck.vocabulary import nearest

    names = nearest(word, sorted(known))
    return f"; did you mean {' or '.join(names)}?" if names else ""
