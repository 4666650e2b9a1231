"""What is open in a text with brackets, as tables that fit the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.reporters.alternatives_best import best, parties
from clausecheck.reporters.alternatives_choices import choices, differing, objections
from clausecheck.reporters.alternatives_parts import NOTHING, drawn, in_short, unweighed
from clausecheck.reporters.colours import heading
from clausecheck.reporters.escaping import visible
from clausecheck.reporters.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clausecheck.proposals import Alternatives, Tally, Version

_LEAST = 20
_ROUND = {
    "modality": "a modality",
    "value": "a value",
    "words": "words",
    "line": "a line",
    "sentence": "a sentence",
    "clause": "clauses",
}


def alternatives_text(made: Alternatives, *, width: int, color: bool) -> str:
    """Return the report, no line wider than `width` columns."""
    room = max(width, _LEAST)
    lines = [heading(line, color=color) for line in wrap(visible(made.source.name), room)]
    if made.title:
        lines += wrap(visible(made.title), room)
    for line in _summary(made):
        lines += wrap(line, room, indent="  ")
    parts = (
        ("open brackets, before and now", _before_and_now(made, room)),
        ("the best texts", best(made, room)),
        ("each party's own text", parties(made, room)),
        ("what each choice brings", choices(made, room)),
        ("the objections named above", objections(made, room)),
        ("language versions, which all stand", _versions(made, room)),
    )
    for name, part in parts:
        if part:
            lines += ["", heading(name, color=color), *part]
    return "\n".join(lines) + "\n"


def _summary(made: Alternatives) -> Iterator[str]:
    yield from (f"note: {visible(note)}" for note in made.notes)
    if not made.open:
        yield "no bracket is open" + (" in what could be read" if made.unread else "")
        return
    most = "" if made.count_exact else "at most "
    texts = f"{most}{in_short(made.count)} texts are to be had"
    yield f"open: {_counted(made.tally) if made.before is None else _total(made.tally)}; {texts}"
    plain = [address for each in made.open if not each.weighed for address in each.addresses]
    if plain:
        yield f"{unweighed(made)}: {', '.join(plain)}"


def _counted(tally: Tally) -> str:
    by_group: dict[str, list[str]] = {}
    for group, name, number in _groups(tally):
        by_group.setdefault(group, []).append(f"{number} {name}")
    told = "; ".join(", ".join(each) for each in by_group.values())
    return f"{_total(tally)} ({told})" if told else _total(tally)


def _total(tally: Tally) -> str:
    return f"{tally.total} bracket{'' if tally.total == 1 else 's'}"


def _groups(tally: Tally) -> Iterator[tuple[str, str, int]]:
    """Yield each count: of which group it is, of what in words, and how many."""
    yield from (("party", f"by {visible(name)}", number) for name, number in tally.by_party)
    if not all(name == NOTHING for name, _ in tally.by_article):
        yield from (("article", _in(name), number) for name, number in tally.by_article)
    yield from (("kind", f"round {_ROUND[kind]}", number) for kind, number in tally.by_kind)


def _in(article: str) -> str:
    return "outside of all articles" if article == NOTHING else f"in {visible(article)}"


def _before_and_now(made: Alternatives, room: int) -> list[str]:
    if made.before is None:
        return []
    before, now = (
        {(group, name): number for group, name, number in _groups(tally)}
        for tally in (made.before, made.tally)
    )
    groups = ("party", "article", "kind")
    counts = [("in all", made.before.total, made.tally.total)]
    counts += [
        (name, before.get((group, name), 0), now.get((group, name), 0))
        for group, name in sorted({**before, **now}, key=lambda key: groups.index(key[0]))
    ]
    rows = [
        [[name], [str(then)], [str(still)], [_change(then, still)]] for name, then, still in counts
    ]
    return drawn(["open", "before", "now", ""], rows, room)


def _change(before: int, now: int) -> str:
    if now == before:
        return "as many"
    return f"{abs(now - before)} {'more' if now > before else 'fewer'}"


def _versions(made: Alternatives, room: int) -> list[str]:
    rows = [
        [
            [address if number == 0 else ""],
            [each.language],
            [visible(each.words) or NOTHING],
            list(_commits(each, versions[0], number)),
        ]
        for address, versions in made.versions
        for number, each in enumerate(versions)
    ]
    return drawn(["bracket", "version", "has", "commits to"], rows, room) if rows else []


def _commits(each: Version, first: Version, number: int) -> Iterator[str]:
    """Yield what a version commits to, and in what that differs from the first."""
    if not each.words:
        yield "the bracket does not say"
        return
    yield visible(each.commits_to) or NOTHING
    differs = "; ".join(differing(each.differs))
    if number and differs:
        yield visible(f"beside {first.language}: {differs}")
