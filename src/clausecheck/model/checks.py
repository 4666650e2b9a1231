"""What a text gets wrong about its own names, numbers and labels, as slips."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator

from clausecheck.model import nodes
from clausecheck.model.names import PREDECLARED_EVENTS, Names, headed, lettered
from clausecheck.model.reading import TITLES, Reading
from clausecheck.model.walk import walk
from clausecheck.source import Span
from clausecheck.syntax.misreadings import misread_name
from clausecheck.syntax.slips import Slip
from clausecheck.vocabulary import Vocabulary, nearest

Lookup = Callable[[str], "Collection[str] | str"]
"""Gives the clause numbers of another text by its file's name, or says why it cannot."""

_ANYWHERE = frozenset({"source", "certainty", "note"})
_PERSONAL = _ANYWHERE | {"territory", "also called"}
_HEAD = _ANYWHERE | {
    "form", "date", "draft", "status", "scope", "signed by", "languages", "entry into force", "ratification",
    "duration", "exit", "amendment", "review", "disputes", "depositary", "endorsement", "supersedes",
    "continues", "implements", "incorporates", "reviewer",
}  # fmt: skip
_BODY = _PERSONAL | {"members", "decides by", "task", "established", "named by", "ends"}
_ELSEWHERE: dict[str, frozenset[str]] = {
    **dict.fromkeys(TITLES, _HEAD),
    **dict.fromkeys(("party", "guarantor", "actor", "side"), _PERSONAL),
    "body": _BODY,
    "define": _ANYWHERE | {"means", "includes"},
    "event": _ANYWHERE | {"when", "certified by"},
    **dict.fromkeys(("preamble", "part", "article", "annex"), _ANYWHERE),
}
_NOT_IN_A_CLAUSE = frozenset(
    "form date draft status scope languages ratification duration exit amendment review disputes depositary"
    " endorsement members task established means includes territory expires".split()
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
    "if", "unless", "except", "exception to", "implements", "incorporates", "subject to", "notwithstanding",
    "in return for", "mirrors", "where", "in", "according to", "aim", "after", "before", "reviewer", "territory",
}  # fmt: skip
_ACTOR_LABELS = frozenset(
    {
        "unless permitted by",
        "with consent of",
        "judged by",
        "named by",
        "certified by",
        "depositary",
    }
)
_CHOICES = {
    "form": "form",
    "status": "status",
    "scope": "scope",
    "certainty": "certainty",
    "access": "access",
    "decides by": "decides-by",
}
_GROUPS = re.compile(
    r"(?:(?:the|each|any|either|both|all|no|every)\s+)?(?:other\s+|others?\b|two\s+)*(?:part(?:y|ies)|sides?|others?)|both|all"
)
_TALKED_OF = re.compile(r"(?:an?|the|each|any)\s|request|notice|notification")


def check_blocks(declaration: nodes.Declaration, vocabulary: Vocabulary) -> Iterator[Slip]:
    """Yield what is wrong with headings, labels and brackets, proposals included."""
    blocks = tuple(node for node in walk(declaration.blocks) if isinstance(node, nodes.Block))
    yield from _titles(blocks)
    yield from _twice(declaration)
    for block in blocks:
        yield from _labels(block)
    for node in walk(declaration.blocks):
        if isinstance(node, nodes.Label):
            yield from _choice(node, vocabulary)
        elif isinstance(node, nodes.Bracket):
            yield from _tags(node)
            yield _open_bracket(node)


def check_names(
    declaration: nodes.Declaration, names: Names, vocabulary: Vocabulary, lookup: Lookup
) -> Iterator[Slip]:
    """Yield the names, events and numbers that stand for nothing, proposals included."""
    for node in walk(declaration.blocks):
        if isinstance(node, nodes.Label):
            yield from _names_in(node, names)
        elif isinstance(node, nodes.Event):
            yield from _event(node, names)
        elif isinstance(node, nodes.Offset) and node.relation.startswith("within"):
            pass
        elif isinstance(node, nodes.Reference):
            yield from _reference(node, names, lookup)
        elif isinstance(node, nodes.ClauseState) and node.state is None:
            yield _missing_state(node)
        elif isinstance(node, nodes.Proposal):
            yield from _proposers(node, names)
    yield from _unused(declaration, names)


def check_reading(reading: Reading, vocabulary: Vocabulary) -> Iterator[Slip]:
    """Yield the unknown words and unknown subjects of a text without brackets."""
    for clause in reading.clauses:
        for said in clause.said:
            for meaning in said.meanings:
                who = meaning.who
                subject = [word for word in meaning.unknown if who.span.contains(word.span)]
                if who.how == "unnamed" and who.span.start < who.span.end and subject:
                    at = subject[0].span.to(subject[-1].span)
                    text = " ".join(word.text for word in subject)
                    yield _unknown_actor(at, text, reading.names)
                else:
                    for word in subject:
                        yield _unknown_word(word, vocabulary)
                for word in meaning.unknown:
                    if word not in subject:
                        yield _unknown_word(word, vocabulary)


# ── Headings and labels ──


def _titles(blocks: tuple[nodes.Block, ...]) -> Iterator[Slip]:
    titles = [block for block in blocks if block.heading.word in TITLES]
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


def _twice(declaration: nodes.Declaration) -> Iterator[Slip]:
    """Yield what is numbered or named twice; proposals of one bracket may repeat one another."""
    seen: dict[tuple[str, str], Span] = {}
    for block in _first_proposals(declaration.blocks):
        heading = block.heading
        if heading.number and heading.word in {"clause", "article", "annex"}:
            at = heading.number_span or heading.span
            kind = heading.word
            yield from _once(
                seen,
                (kind, heading.number),
                at,
                "duplicate-number",
                f"a second {kind} {heading.number}",
                "give it a number of its own",
            )
        if heading.word == "clause":
            for sentence, letters in lettered(block):
                if letters:
                    number = f"{heading.number}{letters}"
                    yield from _once(
                        seen,
                        ("sentence", number),
                        sentence.span,
                        "duplicate-number",
                        f"a second {number}",
                        "give it a letter of its own",
                    )
        for nested, _ in headed(block):
            name = (
                nested.name or nested.title
                if nested.word in {"define", "event", "party", "guarantor", "actor", "side", "body"}
                else None
            )
            if name is not None:
                group = (
                    "term"
                    if nested.word == "define"
                    else "event"
                    if nested.word == "event"
                    else "actor"
                )
                text = name.text.lower() if group == "term" else name.text
                yield from _once(
                    seen,
                    (group, text),
                    name.span,
                    "duplicate-name",
                    f"`{name.text}` is declared twice",
                    "keep one, or give the other a name of its own",
                )


def _once(
    seen: dict[tuple[str, str], Span],
    key: tuple[str, str],
    at: Span,
    rule: str,
    message: str,
    fix: str,
) -> Iterator[Slip]:
    if key in seen:
        yield Slip(rule, at, message, fix, related=((seen[key], "the first"),))
    else:
        seen[key] = at


def _first_proposals(blocks: Iterable[object]) -> Iterator[nodes.Block]:
    for block in blocks:
        if isinstance(block, nodes.Bracket):
            yield from _first_proposals(block.proposals[0].content)
        elif isinstance(block, nodes.Block):
            yield block


def _labels(block: nodes.Block) -> Iterator[Slip]:
    """Yield labels that belong elsewhere, and those that stand twice where one can be meant."""
    word = block.heading.word
    seen: dict[str, Span] = {}
    for item in block.items:
        if isinstance(item, nodes.Heading):
            word, seen = item.word, {}
        elif isinstance(item, nodes.Sentence):
            word, seen = block.heading.word, {}
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
    if block.heading.word not in {"clause", *_ELSEWHERE}:
        return
    if block.heading.word != "clause":
        for item in block.items:
            if isinstance(item, nodes.Sentence):
                yield Slip(
                    "unreadable-line",
                    item.span,
                    f"a sentence stands under `{block.heading.word}`, in no clause",
                    "put `clause` and its number above it",
                )


def _misplaced(label: nodes.Label, word: str) -> Iterator[Slip]:
    allowed = _ELSEWHERE.get(word)
    name = label.name
    wrong = name not in allowed if allowed is not None else name in _NOT_IN_A_CLAUSE
    if wrong and word:
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
            near = nearest(value.text, known)
            offer = f"did you mean `{near[0]}`?" if near else f"use one of {_listed(known)}"
            yield Slip("unknown-value", value.span, f"`{value.text}` is no {label.name}", offer)


def _values(value: object) -> Iterator[object]:
    if isinstance(value, nodes.Bracket):
        for proposal in value.proposals:
            for content in proposal.content:
                yield from _values(content)
    else:
        yield value


def _open_bracket(bracket: nodes.Bracket) -> Slip:
    count = len(bracket.proposals)
    if bracket.by_language:
        return Slip(
            "bracket-unresolved",
            bracket.span,
            "the language versions differ here",
            "settle one meaning, or which version prevails",
        )
    what = (
        "this proposal may be taken or left" if count == 1 else f"{count} proposals are still open"
    )
    return Slip(
        "bracket-unresolved", bracket.span, what, "settle it, or accept on record that it is open"
    )


def _tags(bracket: nodes.Bracket) -> Iterator[Slip]:
    tagged = [proposal for proposal in bracket.proposals if proposal.tag]
    if tagged and len(tagged) < len(bracket.proposals):
        bare = next(proposal for proposal in bracket.proposals if not proposal.tag)
        yield Slip(
            "untagged-proposal",
            bare.span,
            "this proposal has no tag, though another of its bracket has",
            f"tag it, as in `@{tagged[0].tag}`, so that it is clear what moves together",
        )


# ── Names ──


def _names_in(label: nodes.Label, names: Names) -> Iterator[Slip]:
    whole = label.name in _ACTOR_LABELS
    for node in walk(label.value):
        found: Iterable[nodes.Name] = ()
        if isinstance(node, (nodes.Approval, nodes.Member)):
            found = (node.actor,)
        elif isinstance(node, nodes.Verifier):
            found = node.actors
        elif isinstance(node, nodes.Report):
            found = node.to
        elif isinstance(node, (nodes.Reversal, nodes.Review, nodes.Silence)):
            found = node.by
        elif isinstance(node, nodes.Baseline):
            found = node.actors
        elif isinstance(node, nodes.Listed) and whole:
            found = (value for value in node.values if isinstance(value, nodes.Name))
        elif isinstance(node, nodes.Event) and node.by is not None:
            found = (node.by,)
        for name in found:
            if not _is_somebody(name, names):
                yield _unknown_actor(name.span, name.text, names)


def _is_somebody(name: nodes.Name, names: Names) -> bool:
    return (
        name.quoted
        or names.actor(name.text) is not None
        or _GROUPS.fullmatch(name.text.lower()) is not None
        or names.actor(name.text.removeprefix("the ")) is not None
    )


def _proposers(proposal: nodes.Proposal, names: Names) -> Iterator[Slip]:
    for name in proposal.proposed_by:
        if names.actor(name) is None:
            yield _unknown_actor(Span(proposal.span.end, proposal.span.end), name, names)


def _unknown_actor(at: Span, text: str, names: Names) -> Slip:
    words = text.split()
    known = next(
        (w for n, w in enumerate(words) if names.actor(" ".join(words[: n + 1])) is not None), None
    )
    if known is not None and len(words) > 1:
        rest = " ".join(words[words.index(known) + 1 :])
        if not rest.startswith(("and ", "or ")):
            return Slip(
                "unknown-actor",
                at,
                f"nobody is named `{text}`",
                f"put a method after `using`, as in `{known} using {rest}`",
            )
    near = nearest(text, [name for name, actor in names.actors.items()])
    offer = (
        f"did you mean {_or(near)}?"
        if near
        else f'declare it, as in `actor {words[0] if words else "X"} "…"`'
    )
    return Slip("unknown-actor", at, f"nobody is named `{text}`", offer)


def _event(event: nodes.Event, names: Names) -> Iterator[Slip]:
    name = event.name
    if name.quoted or name.text in names.events or name.text in PREDECLARED_EVENTS:
        return
    if _TALKED_OF.match(name.text.lower()) or names.actor(name.text.split()[0]) is not None:
        return
    known = (*PREDECLARED_EVENTS, *names.events)
    near = nearest(name.text, known)
    misread = misread_name(name.text)
    if misread:
        offer = misread
    elif near:
        offer = f"did you mean {_or(near)}?"
    else:
        offer = f"declare it with `event {name.text}`, or put open words in quotation marks"
    yield Slip("unknown-event", name.span, f"no event is named `{name.text}`", offer)


def _reference(reference: nodes.Reference, names: Names, lookup: Lookup) -> Iterator[Slip]:
    if reference.instrument is not None:
        known = lookup(reference.instrument)
        if isinstance(known, str):
            yield Slip(
                "unresolved-reference",
                reference.span,
                known,
                "name the file without its ending, and see that it is there once",
            )
            return
        for number in (reference.number, reference.last):
            if number and not any(
                k == number or (k.startswith(number) and k[len(number)] in ".(-") for k in known
            ):
                near = nearest(number, known)
                offer = f"did you mean {_or(near)}?" if near else "see its numbers"
                yield Slip(
                    "unresolved-reference",
                    reference.span,
                    f"`{reference.instrument}` has no {number}",
                    offer,
                )
        return
    for number in (reference.number, reference.last):
        if number and names.number(number) is None:
            near = nearest(number, names.numbers)
            offer = (
                f"did you mean {_or(near)}?"
                if near
                else "number the clause so, or name one that is there"
            )
            yield Slip(
                "unresolved-reference", reference.span, f"there is no clause {number}", offer
            )


def _missing_state(state: nodes.ClauseState) -> Slip:
    number = state.clause.number
    return Slip(
        "missing-state",
        state.span,
        f"`{number}` is a clause, not a moment",
        f"say `{number} begins`, `{number} is complete` or `{number} is verified`; if the text is silent, `{number} (point not stated)`",
    )


def _unknown_word(word: nodes.Word, vocabulary: Vocabulary) -> Slip:
    near = vocabulary.nearest(word.text)
    if near:
        offer = f"did you mean {_or(near)}? If not, define it or put it in quotation marks"
    else:
        offer = "define it, put it in quotation marks, or add it to `vocabulary.toml`"
    return Slip("unknown-word", word.span, f"`{word.text}` is not in the vocabulary", offer)


# ── What is declared and never used ──


def _unused(declaration: nodes.Declaration, names: Names) -> Iterator[Slip]:
    said = _all_words(declaration)
    for definition in names.definitions.values():
        if not _occurs(definition.name, said):
            yield Slip(
                "unused-name",
                definition.span,
                f"`{definition.name}` is defined and never used",
                "use it, or leave the definition out",
            )
    for event in names.events.values():
        if not _occurs(event.name, said):
            yield Slip(
                "unused-name",
                event.span,
                f"the event `{event.name}` is never referred to",
                "refer to it, or leave it out",
            )
    for actor in names.actors.values():
        if actor.kind in {"actor", "guarantor", "side", "body"} and actor.span is not None:
            if not any(_occurs(form, said) for form in (actor.name, actor.title) if form):
                yield Slip(
                    "unused-name",
                    actor.span,
                    f"`{actor.name}` is declared and never mentioned",
                    "give it a part, or leave it out",
                    "info",
                )


def _all_words(declaration: nodes.Declaration) -> str:
    """Return every word outside headings as one string, in small letters, with single blanks."""
    words: list[str] = []
    for block in walk(declaration.blocks):
        if not isinstance(block, nodes.Block):
            continue
        for item in (*block.items, *block.acceptances):
            for node in walk(item):
                if isinstance(node, nodes.Heading):
                    words.extend(member.text for member in node.members)
                elif isinstance(
                    node, (nodes.Word, nodes.Words, nodes.Name, nodes.Quoted, nodes.Text)
                ):
                    words.append(node.text)
        words.extend(member.text for member in block.heading.members)
    return f" {' '.join(' '.join(words).lower().split())} "


def _occurs(name: str, said: str) -> bool:
    stem = re.escape(name.lower())
    return re.search(rf"(?<![\w]){stem}(?:s|es|'s|’s)?(?![\w])", said) is not None


def _or(names: Iterable[str]) -> str:
    return " or ".join(f"`{name}`" for name in names)


def _listed(names: Iterable[str]) -> str:
    *others, last = [f"`{name}`" for name in names]
    return f"{', '.join(others)} or {last}" if others else last
