"""docs/objections.md, made from the catalogue of objections and the rules that look for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from clausecheck.essays import Clash, Entry
    from clausecheck.rules import Rule

_TOP = """\
# The objections

Made from the catalogue and the rules: `clausecheck explain B08` shows an entry at the terminal.
Two essays argue over a Korean peace declaration. The entries B01 to B31 retell the one that doubts it,
Mitchell Blatt, “Is a Korean Peace Deal Impossible?”, The National Interest, 15 August 2018; N01 to N33
the one that wants it, “Why a Korean Peace Treaty Is Necessary”, The National Interest, 18 September
2018, of which no author is named in the copy we read. Every entry has its place: a rule looks for it, it adds
weight to another, it is judged with others, or it is a note.
"""

_CLASHES = """\
## Clashes

Where meeting one side's objection leaves the other's open, `clausecheck lint --show clashes` shows
both, and what structure of a text eases it; `clausecheck explain remains` explains one by its
name. They are never netted off.

| clash | question | the sceptic | the advocate | eased by |
|---|---|---|---|---|
"""


def places(entry: Entry, rules: Sequence[Rule]) -> str:
    """Return what judges an entry; "" where nothing does."""
    found = [f"[{rule.name}](rules.md#{rule.name})" for rule in rules if entry.key in rule.entries]
    for label, keys in (
        ("adds weight to", entry.boosts),
        ("the worst of", entry.parts),
        ("judged with", (entry.same_as,) if entry.same_as else ()),
    ):
        if keys:
            found.append(f"{label} {', '.join(keys)}")
    if entry.note:
        found.append("a note, shown and never raised")
    return "; ".join(found)


def page(entries: Iterable[Entry], clashes: Iterable[Clash], rules: Sequence[Rule]) -> str:
    """Return the page: the entries in the catalogue's order, then the clashes."""
    listed = list(entries)
    sections = "\n".join("\n".join(_section(entry, rules)) for entry in listed)
    table = "".join(f"{_clash(clash)}\n" for clash in clashes)
    return f"{_TOP}\n{sections}\n{_CLASHES}{table}"


def _section(entry: Entry, rules: Sequence[Rule]) -> Iterator[str]:
    yield f"## {entry.key} {entry.title}"
    yield ""
    yield f"*{entry.family}, {entry.lens}*"
    yield ""
    yield entry.says
    facts = (
        ("Looked for by", places(entry, rules)),
        ("What raises it", entry.raised_by),
        ("When it is asked", entry.asked),
        ("What meets it", entry.met_by),
        ("What the other side answers", entry.answer),
        ("Figures", " ".join(filter(None, (entry.figures, entry.standing)))),
        ("Said by", entry.citation.full),
    )
    for label, text in facts:
        if text:
            yield ""
            yield f"**{label}:** {text}"
    yield ""


def _clash(clash: Clash) -> str:
    sides = (
        " ".join(filter(None, (says, f"({', '.join(keys)})" if keys else "")))
        for says, keys in (
            (clash.sceptic_says, clash.sceptic),
            (clash.advocate_says, clash.advocate),
        )
    )
    name = f"`{clash.key}`"
    return f"| {' | '.join((name, clash.title, *sides, clash.eases))} |"
