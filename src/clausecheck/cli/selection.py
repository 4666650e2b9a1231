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

    Raises:
        click.ClickException: A word is neither a rule nor a family.
    """
    for word in (*select, *extend, *ignore):
        _must_be_known(word, rules)
    wanted = {*select, *extend}
    return tuple(
        rule
        for rule in rules
        if next(
            (
                word not in ignore
                for word in (rule.name, rule.family)
                if word in wanted or word in ignore
            ),
            not select,
        )
    )


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
