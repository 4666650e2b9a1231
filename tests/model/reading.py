"""Sentences into one short line for each deed, and pages of such lines."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from clausecheck.model import nodes
from clausecheck.model.from_syntax import from_syntax
from clausecheck.model.names import Names, collect
from clausecheck.model.reading import Reading, read
from clausecheck.model.resolve import resolve
from clausecheck.model.sentences import read_sentence
from clausecheck.model.sentences.meanings import Amount, Deed, Meaning, Mention
from clausecheck.source import Source
from clausecheck.values import evolve
from clausecheck.vocabulary import Vocabulary, load

HEAD = """\
declaration "A text"
  scope: complete

party US   "United States of America"
party ROK  "Republic of Korea"
party DPRK "Democratic People's Republic of Korea"
actor PRC  "People's Republic of China"
body JMC "Joint Military Commission"

define "hostile act"
  means: shelling

define "peace and unity day"
  means: "a day in June"

event handover
  when: "outside"

"""


@cache
def vocabulary() -> Vocabulary:
    loaded, problems = load()
    assert not problems
    return loaded


def declaration(text: str) -> nodes.Declaration:
    built, slips = from_syntax(Source("test.clause", text))
    assert [slip.message for slip in slips] == []
    return built


def reading(text: str, choices: dict[str, int] | None = None) -> Reading:
    chosen = resolve(declaration(text), choices or {})
    return read(chosen, names_of(chosen), vocabulary())


def names_of(chosen: nodes.Declaration) -> Names:
    return collect([b for b in chosen.blocks if isinstance(b, nodes.Block)], vocabulary())


def meanings(sentence: str, head: str = HEAD, clause: str = "1") -> tuple[Meaning, ...]:
    """Return what a sentence says below a head, perhaps after sentences above it."""
    text = f"{head}\nclause {clause}\n  {sentence}\n"
    chosen = resolve(declaration(text), {})
    names = names_of(chosen)
    last = chosen.blocks[-1]
    assert isinstance(last, nodes.Block)
    said = [item for item in last.items if isinstance(item, nodes.Sentence)]
    return read_sentence(said[-1], names, vocabulary())


def drawn(sentence: str, head: str = HEAD) -> list[str]:
    """Return the sentence's meanings, a line for each and for each of its deeds."""
    return [line for meaning in meanings(sentence, head) for line in _meaning(meaning)]


def _meaning(meaning: Meaning) -> Iterator[str]:
    who = ", ".join(meaning.who.names)
    line = f"{meaning.kind}: {meaning.who.how} {who}".rstrip()
    if meaning.subject:
        line += f"; of {_mentions(meaning.subject)}"
    notes = {
        "within": [f"{p.least} {p.unit}" for p in meaning.periods],
        "see": [reference.number for reference in meaning.references],
        "open": [words.text for words in meaning.open_words],
        "vague": [term.name for term, _ in meaning.vague],
        "unknown": [word.text for word in meaning.unknown],
    }
    for name, values in notes.items():
        if values:
            line += f"; {name} {', '.join(values)}"
    yield line
    for deed in meaning.deeds:
        yield from _deed(deed, "  ")


def _deed(deed: Deed, indent: str) -> Iterator[str]:
    line = f"{indent}{deed.act.name if deed.act else '?' + deed.act_text}"
    if deed.objects:
        line += f" {_mentions(deed.objects)}"
    fields = {
        "much": ", ".join(map(_amount, deed.amounts)),
        "where": _mentions(deed.places),
        "gains": _mentions(deed.beneficiaries),
        "doer": _mentions(deed.agents),
        "bound": ", ".join(deed.who.names or ["nobody"]) if deed.who else "",
        "also": _mentions(deed.others),
    }
    yield line + "".join(f"; {name} {value}" for name, value in fields.items() if value)
    for inner in deed.inner:
        yield from _deed(inner, indent + "  > ")


def _mentions(mentions: tuple[Mention, ...]) -> str:
    return ", ".join(map(_mention, mentions))


def _mention(mention: Mention) -> str:
    owner = {None: "", "its": "its ", "foreign": "foreign "}.get(
        mention.owner, f"{mention.owner}'s "
    )
    name = {"words": f'"{mention.name}"', "group": f"the {mention.name}"}.get(
        mention.kind, mention.defined or mention.name
    )
    amount = (
        f"{_amount(evolve(mention.amount, preposition=None))} "
        if mention.amount and mention.preposition
        else ""
    )
    before = f"{mention.preposition} " if mention.preposition else ""
    return f"{before}{amount}{owner}{name}"


def _amount(amount: Amount) -> str:
    quantity = amount.quantity
    words = ["all"] if quantity is None else [quantity.qualifier, quantity.least]
    if quantity is not None:
        words += [
            f"to {quantity.most}" if quantity.most else None,
            quantity.multiplier,
            quantity.unit,
        ]
    rate = f"per {amount.rate}" if amount.rate else None
    before = amount.preposition or None
    return " ".join(word for word in (before, *words, rate) if word)


def page(name: str) -> list[tuple[str, str, list[str]]]:
    """Return a page's sentences, each with its heading and the lines expected below it."""
    cases: list[tuple[str, str, list[str]]] = []
    heading = ""
    for number, line in enumerate((Path(__file__).parent / name).read_text().splitlines(), 1):
        if line.startswith("## "):
            heading = line[3:]
        elif line.startswith("    "):
            if line.startswith("    | "):
                cases[-1][2].append(line[6:])
            else:
                cases.append((heading, line.strip(), []))
        else:
            assert not line.startswith((" ", "|")), f"line {number} is not read: {line}"
    return cases
