"""What a text gets wrong about its own names, numbers and labels, as slips."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import cast

from clausecheck.model import nodes
from clausecheck.model.bracket_checks import open_bracket, side_by_side, unbound, untagged
from clausecheck.model.name_checks import check_names, either, names_nobody, nobody, unknown_actor
from clausecheck.model.names import Names, headed, lettered
from clausecheck.model.qualifiers import unread
from clausecheck.model.range_checks import backward
from clausecheck.model.reading import TITLES, Clause, Reading
from clausecheck.model.resolve import blocks_of
from clausecheck.model.sentences import read_sentence
from clausecheck.model.sentences.finding import text_of
from clausecheck.model.sentences.meanings import Meaning
from clausecheck.model.walk import walk
from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.syntax.slip import Slip
from clausecheck.vocabulary import Vocabulary, nearest

_ANYWHERE = frozenset({"source", "certainty", "note"})
_PERSONAL = _ANYWHERE | {"territory", "also called"}
_HEAD = _ANYWHERE | {
    "form", "date", "draft", "status", "scope", "signed by", "languages", "entry into force",
    "ratification", "duration", "exit", "amendment", "review", "disputes", "depositary",
    "endorsement", "supersedes", "continues", "implements", "incorporates", "reviewer",
}  # fmt: skip
_BODY = _PERSONAL | {"members", "decides by", "task", "established", "named by", "ends"}
_ELSEWHERE: dict[str, frozenset[str]] = {
    **dict.fromkeys(TITLES, _HEAD),
    **dict.fromkeys(("party", "guarantor", "actor", "side"), _PERSONAL),
    "body": _BODY,
    "define": _ANYWHERE | {"means", "includes"},
    "event": _ANYWHERE | {"when", "certified by", "according to", "reports", "otherwise"},
    **dict.fromkeys(("preamble", "part", "article", "annex"), _ANYWHERE),
}
_NOT_IN_A_CLAUSE = frozenset(
    "form date draft status scope languages ratification duration exit amendment review disputes"
    " depositary endorsement members task established means includes territory expires".split()
) | {
    "signed by",
    "entry into force",
    "also called",
    "named by",
    "decides by",
    "certified by",
    "when",
    "because",
    "accepted by",
}
_BELONGS = {
    **dict.fromkeys(_HEAD - _ANYWHERE, "the head of the text"),
    **dict.fromkeys(_BODY - _PERSONAL, "a body"),
    **dict.fromkeys(("territory", "also called"), "a party, actor, side or body"),
    **dict.fromkeys(("means", "includes"), "a definition"),
    **dict.fromkeys(("when", "certified by"), "an event"),
    **dict.fromkeys(("because", "accepted by", "expires"), "an acceptance"),
}
_REPEATABLE = _ANYWHERE | {
    "if", "unless", "except", "exception to", "implements", "incorporates", "subject to",
    "notwithstanding", "in return for", "mirrors", "where", "in", "according to", "aim", "after",
    "before", "reviewer", "territory", "otherwise",
}  # fmt: skip
_CHOICES = {
    "form": "form",
    "status": "status",
    "scope": "scope",
    "certainty": "certainty",
    "access": "access",
    "decides by": "decides-by",
}
_KINDS = {"decides by": "way to decide", "access": "kind of access"}
_NOBODY_ELSE = frozenset({"", "there"})
"""Subjects of which nobody expects that they name somebody."""
_IN_A_ROLE = regex(r"[Tt]he [a-z]+(?:ed|ing) (?:side|party)")
"""Somebody by what befell it, as "the injured side"."""
_OWED = frozenset({"duty", "prohibition", "permission"})
_TIMES = frozenset("on by from until target after before starts for every duration ends".split())
_PRECISE = regex(
    r"\d{4}-\d\d(?:-\d\d)?|\d+ (?:minute|hour|day|week|month|year)s?(?: (?:after|before) .+)?"
)
_Key = tuple[str, str]
"""What kind of thing, and its number or name."""
_NAMING = {"define": "term", "event": "event"} | dict.fromkeys(
    ("party", "guarantor", "actor", "side", "body"), "actor"
)


def check_blocks(declaration: nodes.Declaration, vocabulary: Vocabulary) -> Iterator[Slip]:
    """Yield what is wrong with headings, labels and brackets, proposals included."""
    blocks = tuple(blocks_of(declaration))
    yield from _titles(blocks)
    yield from _empty(blocks)
    yield from _twice(declaration)
    for block in blocks:
        yield from _labels(block)
    rivals: dict[Span, tuple[str, str]] = {}
    for node in walk(declaration.blocks):
        if isinstance(node, nodes.Label):
            yield from _choice(node, vocabulary)
            yield from _prevailing(node)
            yield from _precise(node)
        elif isinstance(node, nodes.Bracket):
            yield from untagged(node)
            yield open_bracket(node, rivals.get(node.span))
        elif isinstance(node, nodes.Period):
            yield from backward(node)
        elif isinstance(node, nodes.Sentence):
            rivals.update(side_by_side(node.parts))


def check_reading(reading: Reading, vocabulary: Vocabulary) -> Iterator[Slip]:
    """Yield what a text without brackets says in words that do not count, or are unknown."""
    for clause in reading.clauses:
        yield from _qualifiers(clause, reading.names)
        yield from unbound(clause)
        for sentence, meanings in _sentences(clause):
            yield from _slips_of_the_pen(sentence)
            yield from _words(sentence, meanings, reading.names, vocabulary)
    for event in reading.names.events.values():
        for label in event.labels:
            if isinstance(label.value, nodes.Sentence):
                meanings = read_sentence(label.value, reading.names, vocabulary)
                yield from _words(label.value, meanings, reading.names, vocabulary)


def _words(
    sentence: nodes.Sentence, meanings: tuple[Meaning, ...], names: Names, vocabulary: Vocabulary
) -> Iterator[Slip]:
    for number, meaning in enumerate(meanings):
        # In "US declares that it will", "it" is who declares.
        yield from _subject(sentence, meaning, names, vocabulary, first=number == 0)
        for word in meaning.unknown:
            letter = len(word.text) == 1 and word.text.isupper()
            # A letter tells things of one kind apart, as in "Zone B".
            if not (letter or meaning.who.span.contains(word.span)):
                yield _unknown_word(word, vocabulary)


def _slips_of_the_pen(sentence: nodes.Sentence) -> Iterator[Slip]:
    """Yield words that are known, and that no reader can take as they stand."""
    for before, part in pairwise((None, *sentence.parts)):
        if not isinstance(part, nodes.Word):
            continue
        word = part.text.lower().replace("’", "'")
        denied = isinstance(before, nodes.Modality) and before.text.endswith(" not")
        if word == "and/or":
            what = f"`{part.text}` leaves open which"
            yield Slip("unknown-word", part.span, what, "write `and` or `or`")
        elif word == "it's":
            what = f"`{part.text}` is short for `it is`"
            yield Slip("unknown-word", part.span, what, "write `its` for what belongs to it")
        elif word == "not" and before is not None and (denied or text_of(before).lower() == word):
            what = "a second `not` takes back the first"
            yield Slip("unknown-word", part.span, what, "leave it out")


def _sentences(clause: Clause) -> Iterator[tuple[nodes.Sentence, tuple[Meaning, ...]]]:
    """Yield a clause's sentences, and then those on what follows a breach."""
    for said in clause.said:
        yield said.sentence, said.meanings
    for consequence in clause.consequences:
        yield cast("nodes.Sentence", consequence.line.value), consequence.meanings


def _subject(
    sentence: nodes.Sentence, meaning: Meaning, names: Names, vocabulary: Vocabulary, *, first: bool
) -> Iterator[Slip]:
    """Yield what is not known of a subject: who it is, or else its words."""
    who = meaning.who
    if first and who.how == "unnamed" and who.span.start == who.span.end and meaning.kind in _OWED:
        what = "this sentence does not say who"
        offer = "begin it with a name, or with `Unnamed` where the text names nobody"
        yield Slip("unknown-actor", meaning.modality.span, what, offer)
        return
    unknown = [word for word in meaning.unknown if who.span.contains(word.span)]
    parts = [part for part in sentence.parts if who.span.contains(part.span)]
    text = " ".join(map(text_of, parts))
    if who.how in {"thing", "unnamed"} and _IN_A_ROLE.fullmatch(text):
        what = f"it is not said who is `{text}`"
        role = text[0].lower() + text[1:]
        offer = f'write `The other side`, or introduce it, as in `Any party ("{role}") may …`'
        yield Slip("unknown-actor", who.span, what, offer)
    elif who.how == "thing" and names_nobody(text):
        yield nobody(who.span, text)
    elif who.how != "unnamed" or not all(map(text_of, parts)) or text.lower() in _NOBODY_ELSE:
        for word in unknown:
            yield _unknown_word(word, vocabulary)
        for part in parts if who.names else ():
            if isinstance(part, nodes.Word) and _is_nobodys(part, names, vocabulary):
                yield unknown_actor(part.span, part.text, names)
    elif unknown and not names_nobody(text):
        at = unknown[0].span.to(unknown[-1].span)
        yield unknown_actor(at, " ".join(word.text for word in unknown), names)
    elif "," not in text and (first or text.lower() not in {"it", "they"}):
        # What ends at a comma is no subject but a condition, which has a finding of its own.
        meant = next((name for name in names.actors if name.lower() == text.lower()), None)
        if meant:
            what = f"nobody is named `{text}`"
            yield Slip("unknown-actor", who.span, what, f"did you mean `{meant}`?")
        elif names_nobody(text) or not text[:1].isupper() or not text.isupper():
            yield nobody(who.span, text)
        else:
            yield unknown_actor(who.span, text, names)


def _qualifiers(clause: Clause, names: Names) -> Iterator[Slip]:
    """Yield the times and conditions that stand among a sentence's words."""
    for said in () if clause.preamble else clause.said:
        labels = {line.name for line in said.labels.lines}
        for found in unread(said.sentence, said.meanings, labels, names):
            yield Slip(
                "unlabelled-qualifier",
                found.span,
                f"`{found.words}` is read as words, not as {found.what}",
                found.remedy,
            )


# ── Headings and labels ──


def _titles(blocks: tuple[nodes.Block, ...]) -> Iterator[Slip]:
    titles = [block for block in blocks if block.heading.word in TITLES]
    if not titles and blocks and blocks[0].broken and not blocks[0].heading.word:
        # What stands above the first heading is no title, and has a finding that says so.
        return
    if not titles:
        at = blocks[0].heading.span if blocks else Span(0, 0)
        what = "this text has no title" if blocks else "this text is empty"
        yield Slip(
            "missing-title",
            at,
            what,
            'begin with `declaration "…"`, or agreement, treaty, statement, resolution or bill',
        )
        return
    first, *others = titles
    if blocks[0] is not first and not blocks[0].broken:
        yield Slip(
            "missing-title",
            first.heading.span,
            f"`{first.heading.word}` does not come first",
            "put it at the head of the text",
        )
    for other in others:
        yield Slip(
            "missing-title",
            other.heading.span,
            "a second title in one text",
            "put the other text in a file of its own",
            related=((first.heading.span, "the first"),),
        )


def _empty(blocks: tuple[nodes.Block, ...]) -> Iterator[Slip]:
    """Yield the clauses that say nothing, and under whose number nothing else is said."""
    numbers = [block.heading.number or "" for block in blocks if block.heading.word == "clause"]
    outer = {number[: match.start()] for number in numbers for match in _LEVEL.finditer(number)}
    for block in blocks:
        heading = block.heading
        silent = heading.word == "clause" and not block.broken and heading.number not in outer
        if silent and not any(map(_says, block.items)):
            what = f"clause {heading.number} says nothing"
            offer = "write its sentence, the treaty's words after `>`, or `note:` and why"
            yield Slip("empty-clause", heading.span, what, offer)


def _says(item: object) -> bool:
    return not isinstance(item, nodes.Label) or item.name == "note"


_LEVEL = regex(r"[.(-]")
"""What parts a number from that of the clause it stands under."""


def _twice(declaration: nodes.Declaration) -> Iterator[Slip]:
    """Yield what is numbered or named twice; proposals of one bracket may repeat one another."""
    yield from _repeated(declaration.blocks, {}, [])


def _repeated(
    blocks: Iterable[nodes.Block | nodes.Bracket], seen: dict[_Key, Span], new: list[_Key]
) -> Iterator[Slip]:
    """Yield what repeats what is seen, and add to that; `new` gathers what is added."""
    article = None
    for block in blocks:
        if isinstance(block, nodes.Block):
            article = block.heading.number if block.heading.word == "article" else article
            for key, at, rule, what, fix in _declared_in(block, article):
                if key in seen:
                    yield Slip(rule, at, what, fix, related=((seen[key], "the first"),))
                else:
                    seen[key] = at
                    new.append(key)
        else:
            held: dict[_Key, Span] = {}
            for proposal in block.proposals:
                inside: list[_Key] = []
                content = cast("tuple[nodes.Block | nodes.Bracket, ...]", proposal.content)
                yield from _repeated(content, seen, inside)
                held.update((key, seen.pop(key)) for key in inside)
            seen.update(held)
            new.extend(held)


def _declared_in(
    block: nodes.Block, article: str | None
) -> Iterator[tuple[_Key, Span, str, str, str]]:
    """Yield each number and name: what it is, where, and the finding if it is there already.

    `article` is the number of the one that the block stands in.
    """
    heading = block.heading
    word, number = heading.word, heading.number
    if number and word in {"clause", "article", "annex"}:
        at = heading.number_span or heading.span
        what = f"a second {word} {number}"
        fix = "give it a number of its own"
        if word == "clause" and article and not number.startswith(f"{article}."):
            fix = f"number it with its article: `clause {article}.{number}`"
        yield (word, number), at, "duplicate-number", what, fix
    if word == "clause" and number:  # one that cannot be read is no number
        for sentence, letters in lettered(block):
            if letters:
                what = f"a second {number}{letters}"
                key = ("sentence", f"{number}{letters}")
                yield key, sentence.span, "duplicate-number", what, "give it a letter of its own"
    for nested, _ in headed(block):
        name = nested.name or nested.title
        if name is not None and nested.word in _NAMING:
            text = name.text.lower() if nested.word == "define" else name.text
            what = f"`{name.text}` is declared twice"
            fix = "keep one, or give the other a name of its own"
            yield (_NAMING[nested.word], text), name.span, "duplicate-name", what, fix


def _labels(block: nodes.Block) -> Iterator[Slip]:
    """Yield labels that belong elsewhere or stand twice, and sentences that belong to no clause."""
    word = block.heading.word
    yield from _labels_among(block.items, word)
    stray = [item for item in block.items if isinstance(item, nodes.Sentence)]
    if word in _ELSEWHERE and stray:
        what = "a sentence stands" if len(stray) == 1 else f"{len(stray)} sentences stand"
        number = "`clause P1`" if word == "preamble" else "`clause` and its number"
        message = f"{what} under `{word}`, in no clause"
        yield Slip("unreadable-line", stray[0].span, message, f"put {number} above it")


def _labels_among(items: Iterable[object], outer: str) -> Iterator[Slip]:
    """Yield labels that stand twice where one can be meant, or under the wrong word."""
    word = outer
    seen: dict[str, Span] = {}
    for item in items:
        if isinstance(item, nodes.Heading):
            word, seen = item.word, {}
        elif isinstance(item, nodes.Sentence):
            word, seen = outer, {}
        elif isinstance(item, nodes.Bracket):
            for proposal in item.proposals:
                yield from _labels_among(proposal.content, word)
        elif isinstance(item, nodes.Label):
            yield from _misplaced(item, word)
            if item.name in seen and item.name not in _REPEATABLE:
                yield Slip(
                    "duplicate-label",
                    item.name_span,
                    f"`{item.name}:` stands here twice",
                    "keep one, or put the second duty in a sentence of its own",
                    related=((seen[item.name], "the first"),),
                )
            seen.setdefault(item.name, item.name_span)


def _misplaced(label: nodes.Label, word: str) -> Iterator[Slip]:
    allowed = _ELSEWHERE.get(word)
    name = label.name
    wrong = name not in allowed if allowed is not None else name in _NOT_IN_A_CLAUSE
    if name == "when" and word == "clause":
        offer = "write `after:` if it is when a duty begins, `if:` if it is a condition"
        yield Slip("misplaced-label", label.name_span, "`when:` belongs to an event", offer)
    elif name == "members" and word == "side":
        offer = "write them behind the side's name, as in `side North: KPA, CPV`"
        yield Slip("misplaced-label", label.name_span, "`members:` belongs to a body", offer)
    elif wrong and word:
        where = _BELONGS.get(name, "a clause")
        yield Slip(
            "misplaced-label",
            label.name_span,
            f"`{name}:` belongs to {where}",
            f"move it there; here it stands under `{word}`",
        )


def _choice(label: nodes.Label, vocabulary: Vocabulary) -> Iterator[Slip]:
    if label.name not in _CHOICES:
        return
    known = vocabulary.names(_CHOICES[label.name])
    for value in _values(label.value):
        if isinstance(value, nodes.Name) and not value.quoted and value.text not in known:
            near = nearest(value.text, known) or _with_word(value.text, known)
            offer = f"did you mean `{near[0]}`?" if near else f"use one of {_listed(known)}"
            kind = _KINDS.get(label.name, label.name)
            yield Slip("unknown-value", value.span, f"`{value.text}` is no {kind}", offer)


def _prevailing(label: nodes.Label) -> Iterator[Slip]:
    """Yield a language that is to prevail and is none of those named."""
    value = label.value
    if isinstance(value, nodes.Languages) and value.ranked and value.prevailing is not None:
        known = [name.text for name in value.names]
        named = value.prevailing
        if named.text not in known:
            near = nearest(named.text, known)
            offer = f"did you mean `{near[0]}`?" if near else f"use one of {_listed(known)}"
            what = f"`{named.text}` is none of the languages named"
            yield Slip("unknown-value", named.span, what, offer)


def _with_word(text: str, known: Iterable[str]) -> list[str]:
    """Return the names that have a word among theirs."""
    return [name for name in known if text.lower() in name.split()]


def _precise(label: nodes.Label) -> Iterator[Slip]:
    """Yield a day or span in quotation marks, which make open words of what is precise."""
    for value in _values(label.value) if label.name in _TIMES else ():
        quoted = value.name if isinstance(value, nodes.Event) and value.name.quoted else value
        if isinstance(quoted, nodes.Name | nodes.Words) and _PRECISE.fullmatch(quoted.text):
            what = f"`{quoted.text}` in quotation marks is read as open words"
            offer = f"write `{label.name}: {quoted.text}`"
            yield Slip("unknown-value", quoted.span, what, offer, "warning")


def _values(value: object) -> Iterator[object]:
    if isinstance(value, nodes.Bracket):
        for proposal in value.proposals:
            for content in proposal.content:
                yield from _values(content)
    else:
        yield value


def _is_nobodys(word: nodes.Word, names: Names, vocabulary: Vocabulary) -> bool:
    """Tell whether letters stand for nobody here, though they occur in a term: "the A-B treaty"."""
    letters = word.text
    if not (letters.isalpha() and letters.isupper() and len(letters) > 1):
        return False
    known = names.actor(letters) or vocabulary.matches([letters], 0)
    return vocabulary.knows(letters) and not known


def _unknown_word(word: nodes.Word, vocabulary: Vocabulary) -> Slip:
    if word.text[0].isdigit():
        what = f"`{word.text}` is neither a number nor a word"
        offer = "write a number as `8,500`, or put it in quotation marks"
        return Slip("unknown-word", word.span, what, offer)
    near = vocabulary.nearest(word.text)
    either_word = word.text.split("/")
    if len(either_word) > 1:
        offer = f"write `{' or '.join(either_word)}`, or `[{' | '.join(either_word)}]` of proposals"
    elif near:
        offer = f"did you mean {either(near)}? If not, define it or put it in quotation marks"
    else:
        offer = "define it, put it in quotation marks, or add it to `vocabulary.toml`"
    return Slip("unknown-word", word.span, f"`{word.text}` is not in the vocabulary", offer)


def _listed(names: Iterable[str]) -> str:
    *others, last = [f"`{name}`" for name in names]
    return f"{', '.join(others)} or {last}" if others else last


__all__ = ["check_blocks", "check_names", "check_reading"]
