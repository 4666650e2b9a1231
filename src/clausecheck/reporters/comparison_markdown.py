"""A comparison as the comment on a pull request: in_markdown, for a draft may hold anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.notes import some
from clausecheck.reporters.comparison_order import weightiest_first
from clausecheck.reporters.comparison_parts import (
    MOST_PLACES,
    by_rule,
    called,
    closing,
    gathered,
    holds,
    is_quiet,
    lines,
    no_longer_new,
    notes,
    shifted,
    tables,
    telling,
)
from clausecheck.reporters.comparison_summary import summary
from clausecheck.reporters.escaping import in_markdown
from clausecheck.reporters.summary import WHOLE_TEXT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from clausecheck.changes import Compared, Comparison

_MOST = 200
"""Changes; a comment holds 65,536 characters."""


def comparison_markdown(whole: Compared) -> str:
    """Return all that was compared as Markdown that shows what is in the texts and does nothing."""
    parts: list[str] = []
    quiet: list[str] = []
    for group in whole.groups:
        if len(whole.groups) > 1 and all(map(is_quiet, group)):
            quiet += [called(made) for made in group]
            continue
        for made in group:
            parts += _of_one(made)
        parts += _ending([made for made in group if not made.same])
    parts += _alone(whole)
    parts += [f"Nothing changed in {in_markdown(some(quiet, MOST_PLACES))}."] if quiet else []
    for each in whole.failures:
        parts.append(f"Not compared: {in_markdown(each.path)}: {in_markdown(each.message)}")
    return "\n\n".join(part for part in parts if part) + "\n"


def _of_one(made: Comparison) -> Iterator[str]:
    yield f"### {in_markdown(made.base.name)} → {in_markdown(made.other.name)}"
    for of, note in notes(made):
        yield f"*{in_markdown(of)}{': ' if of else ''}{in_markdown(note)}*"
    yield "\n".join(f"- {in_markdown(sentence)}" for sentence in summary(made))
    if made.same:
        yield _remarks(made)
        return
    every = gathered(weightiest_first(lines(made), made))
    rows = [
        (
            f"**{each.word}**" if each.direction in {"weaker", "reversed"} else each.word,
            in_markdown(each.place),
            in_markdown(each.text),
        )
        for each in every[:_MOST]
    ]
    if rows:
        yield _table(("change", "clause", "what changed"), rows)
    if len(every) > _MOST:
        yield f"{len(every) - _MOST} more changes are not shown here."
    for text in shifted(made):
        yield in_markdown(text)
    yield from _findings(made)
    yield _remarks(made)


def _findings(made: Comparison) -> Iterator[str]:
    told = telling(made.gained)
    rows = [
        (
            each.severity,
            in_markdown(each.clause or WHOLE_TEXT),
            f"{in_markdown(each.message)} ({in_markdown(each.rule)})",
        )
        for each in told
    ]
    if rows:
        yield "**Findings gained**"
        yield _table(("severity", "clause", "finding"), rows)
    if len(told) < len(made.gained):
        yield f"{len(made.gained) - len(told)} info gained, not listed here"
    for title, every in no_longer_new(made):
        yield f"**{title.capitalize()}**: {in_markdown('; '.join(by_rule(every)))}"


def _remarks(made: Comparison) -> str:
    told = in_markdown("; ".join(made.remarks))
    return f"Also changed, and binding nobody: {told}" if told else ""


def _ending(every: Sequence[Comparison]) -> Iterator[str]:
    for each in tables(every):
        yield f"**{in_markdown(each.title)}**"
        yield _table(
            map(in_markdown, each.headings), [tuple(map(in_markdown, row)) for row in each.rows]
        )
    for made in every:
        of = f"{in_markdown(made.other.name)}: " if len(every) > 1 else ""
        yield "\n".join(f"- {of}**{label}**: {in_markdown(text)}" for label, text in closing(made))


def _alone(whole: Compared) -> Iterator[str]:
    for title, texts in (("Files added", whole.added), ("Files removed", whole.removed)):
        if texts:
            yield f"### {title}"
            yield "\n".join(
                f"- {in_markdown(text.side.name)}: {in_markdown(holds(text))}" for text in texts
            )


def _table(headings: Iterable[str], rows: Sequence[Sequence[str]]) -> str:
    heads = list(headings)
    drawn = [_line(heads), _line(["---"] * len(heads)), *map(_line, rows)]
    return "\n".join(drawn)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
