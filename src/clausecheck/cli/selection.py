"""Which rules run: by rule or by family, the closer word deciding."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from clausecheck.values import frozen

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from clausecheck.rules import Rule


@frozen
class Words:
    """Names of rules and families: those that alone are to run, those besides, and those not."""

    select: tuple[str, ...] = ()
    extend: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


def selected(rules: Sequence[Rule], words: Words, kept: Collection[str] = ()) -> tuple[Rule, ...]:
    """Return the rules to run, in their order.

    Without `select` all run. What is said of a rule by its name outweighs what
    is said of its family; of two words as close, `ignore` outweighs the other.
    What cannot be understood is reported whatever is selected: a text that
    nobody could read must not pass for one without findings. So is what is
    found by the rules to be `kept`.

    Raises:
        click.ClickException: A word is neither a rule nor a family, or names a
            rule to ignore that always runs.
    """
    for word in (*words.select, *words.extend, *words.ignore):
        if unknown := unknown_name(word, rules):
            raise click.ClickException(unknown)
    for rule in rules:
        if rule.name in words.ignore and (why := why_kept(rule, kept)):
            message = f"{rule.name} cannot be ignored: {why}"
            raise click.ClickException(message)
    wanted = {*words.select, *words.extend}
    return tuple(
        rule
        for rule in rules
        if why_kept(rule, kept)
        or next(
            (
                word not in words.ignore
                for word in (rule.name, rule.family)
                if word in wanted or word in words.ignore
            ),
            not words.select,
        )
    )


def why_kept(rule: Rule, kept: Collection[str] = ()) -> str:
    """Return why a rule always runs and nothing silences it; "" where it is like others."""
    if rule.family == "language" and rule.severity == "error":
        return "a text that is not understood is not checked"
    return "it is unsuppressible" if rule.name in kept else ""


def named(words: Collection[str], rules: Iterable[Rule]) -> frozenset[str]:
    """Return the names of the rules that the words name, by rule or by family."""
    return frozenset(rule.name for rule in rules if rule.name in words or rule.family in words)


def unknown_name(word: str, rules: Iterable[Rule]) -> str:
    """Return what to say where no rule and no family has the name; "" where one has."""
    known = {name for rule in rules for name in (rule.name, rule.family)}
    return "" if word in known else f"no rule or family is named {word}{suggestion(word, known)}"


def suggestion(word: str, known: set[str]) -> str:
    """Return the nearest of the known names as the end of a message; "" where none is near."""
    from clausecheck.vocabulary import nearest

    names = nearest(word, sorted(known))
    return f"; did you mean {' or '.join(names)}?" if names else ""
