"""What the reader must know of a check beside its findings: what was not seen or not decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from clausecheck.analyses.ties import WAITING, awaited, counterparts
from clausecheck.model import nodes
from clausecheck.model.checks.qualifiers import unlabelled_qualifiers
from clausecheck.model.decisions import Decision, large, resolutions
from clausecheck.model.reading import Provision, Reading
from clausecheck.model.walk import walk
from clausecheck.model.wishes import Chosen
from clausecheck.rolling import RollingText
from clausecheck.source import Source
from clausecheck.syntax.slip import Slip
from clausecheck.vocabulary import Vocabulary

_MOST_NAMED = 8
_TIMES = (*WAITING, "before", "together with")


def notes_on(reading: Reading, unread: Sequence[int]) -> Iterator[str]:
    """Yield why what a text leaves out is not judged, where it is not.

    `unread` are the numbers of the lines that could not be read.
    """
    if reading.broken:
        where = lines_in_words(unread).capitalize() if unread else "Some lines"
        yield (
            f"{where} could not be read, so no objection to what the text leaves out is judged: "
            f"mend {'it' if len(unread) == 1 else 'them'} first, and more may be found."
        )
    elif not reading.complete:
        yield (
            "The text is partial, so what it leaves out is not judged; "
            "say `scope: complete` if it is whole."
        )


def on_two_clocks(reading: Reading) -> Iterator[str]:
    """Yield that two steps given for each other are due by two clocks, as no date is set.

    One is due at signature, the other on a day of the calendar.
    """
    if reading.head.get("date") is not None:
        return
    firsts = reading.firsts
    pairs = (
        (number, other)
        for number, others in counterparts(reading).items()
        for other in others
        if number in firsts
        and other in firsts
        and _is_due(firsts[number], at_signature=True)
        and _is_due(firsts[other], at_signature=False)
        and not _names(firsts[number], other, reading)
        and not _names(firsts[other], number, reading)
    )
    for number, other in islice(pairs, 1):
        yield (
            f"The text has no `date:`, so nothing tells whether {number}, which counts from "
            f"signature, or {other}, which has a day, comes first."
        )


def _names(step: Provision, other: str, reading: Reading) -> bool:
    """Tell whether a step says itself how it stands to another in time."""
    return any(each.number == other for each in awaited(step, reading, *_TIMES))


def _is_due(provision: Provision, *, at_signature: bool) -> bool:
    """Tell whether it is due at or so long after signature; or else on a day of the calendar."""
    return any(
        (isinstance(node, nodes.Event) and node.name.text == "signature")
        if at_signature
        else isinstance(node, nodes.Date)
        for line in provision.timing.due
        for node in walk(line.value)
    )


def on_brackets(text: RollingText) -> Iterator[str]:
    """Yield how many texts there are to be had, and how surely what hangs on choices is found."""
    open_ones = sum(not decision.version for decision in text.decisions)
    if not open_ones:
        return
    decided = "1 decision is open" if open_ones == 1 else f"{open_ones} decisions are open"
    count, exact = resolutions(text.decisions)
    texts = f"{'' if exact else 'at most '}{large(count)} {'text' if count == 1 else 'texts'}"
    if text.learner.rough:
        sure = "there was too much to look at, so what hangs on choices may not be all"
    elif text.strength is None:
        sure = "all were judged"
    else:
        together = {2: "two", 3: "three", 4: "four"}[text.strength]
        sure = f"what hangs on up to {together} choices is found, what hangs on more perhaps not"
    yield f"{decided}, which makes {texts}: {sure}."


def on_uncounted(reading: Reading, vocabulary: Vocabulary) -> Iterator[str]:
    """Yield in which clauses a time or condition stands among words, and so is not counted."""
    where = [
        clause.number
        for clause in reading.clauses
        if any(True for _ in unlabelled_qualifiers(clause, reading, vocabulary))
    ]
    if where:
        yield (
            f"A time or condition among the words of {some(where, _MOST_NAMED)} is not counted: "
            "`clausecheck lint` says how to write it."
        )


def on_first_proposals(every: Iterable[Decision]) -> Iterator[str]:
    """Yield in which brackets nothing is chosen, so that the first proposal stands for them."""
    brackets = [bracket for each in every if not each.version for bracket in each.brackets]
    if brackets:
        open_ones = _addresses(sorted(brackets, key=lambda each: each.span))
        yield f"Brackets are open, and of each the first proposal is taken: {open_ones}."


def on_versions(every: Sequence[Decision], taken: Sequence[int]) -> Iterator[str]:
    """Yield where language versions differ, and which of them is told of."""
    for decision, at in zip(every, taken, strict=True):
        if not decision.version:
            continue
        others = [f"`--language {o.language}`" for n, o in enumerate(decision.options) if n != at]
        more = f"; {listed(others)} {'show' if others[1:] else 'shows'} the other" if others else ""
        yield (
            f"The language versions differ in {_addresses(decision.brackets)}, and this is "
            f"{decision.options[at].words}{more}{'s' if others[1:] else ''}."
        )


def on_untold(every: Sequence[Decision], taken: Sequence[int]) -> Iterator[str]:
    """Yield of which brackets it is not told what the language version has that is taken."""
    for decision, at in zip(every, taken, strict=True):
        version = decision.options[at]
        told = dict(version.choices)
        untold = [each for each in decision.brackets if each.address not in told]
        if decision.version and untold:
            yield (
                f"What {version.words} has in {_addresses(untold)} is not told: what another has "
                "there is taken, and may not be the same."
            )


def _addresses(brackets: Sequence[nodes.Bracket]) -> str:
    """Return where brackets are, or where the first of them are and how many more there are."""
    every = [each.address for each in brackets]
    if len(every) > _MOST_NAMED:
        every[_MOST_NAMED - 1 :] = [f"{len(every) - _MOST_NAMED + 1} more"]
    return listed(every)


def on_chosen(chosen: Chosen) -> Iterator[str]:
    """Yield of what was chosen nothing is taken, and what is left out as only others propose it."""
    if chosen.idle:
        yield (
            f"Nothing that goes by {listed([f'`{each}`' for each in chosen.idle])} is taken, as "
            "another choice goes before it."
        )
    if chosen.left_out:
        who = listed(chosen.parties)
        do = "do" if chosen.parties[1:] else "does"
        told = listed(chosen.left_out)
        yield f"Left out, as others would add it and {who} {do} not: {told}."


def unread_lines(source: Source, slips: Iterable[Slip]) -> tuple[int, ...]:
    """Return the numbers of the lines that could not be read, where brackets may stand unseen."""
    lines = (
        source.place_of(slip.at.start).line for slip in slips if slip.rule == "unreadable-line"
    )
    return tuple(dict.fromkeys(lines))


def lines_in_words(lines: Sequence[int]) -> str:
    """Return where something is, as in “line 8”, “lines 8 and 12” and “lines 8, 12 and 3 more”."""
    told = [str(line) for line in lines[:_MOST_NAMED]]
    more = [f"{len(lines) - _MOST_NAMED} more"] if len(lines) > _MOST_NAMED else []
    return f"line{'' if len(lines) == 1 else 's'} {listed([*told, *more])}"


def some(places: Iterable[str], most: int) -> str:
    """Return the places, each once, or the first of them with how many more there are."""
    every = list(dict.fromkeys(places))
    shown = every if len(every) <= most else every[: most - 1]
    more = len(every) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


def listed(words: Sequence[str]) -> str:
    """Return words with commas, and `and` before the last."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
