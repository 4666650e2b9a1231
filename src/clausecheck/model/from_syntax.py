"""Trees into the model: one method for each rule of the grammar, named after it."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Any, Literal, cast

from clausecheck.model import nodes
from clausecheck.patterns import regex
from clausecheck.source import Source, Span
from clausecheck.syntax import misreadings
from clausecheck.syntax.dates import ends_beyond_calendar
from clausecheck.syntax.lexer import MAX_DEPTH, TooDeep
from clausecheck.syntax.parser import ParsedBlock, Parsing
from clausecheck.syntax.slip import Slip
from clausecheck.syntax.trees import Token, Tree
from clausecheck.values import evolve

_MARKERS = {"LETTER", "STEP"}
_LANGUAGE = regex(r"[a-z]{2}(?:-[A-Z]+)?")
_SIGNS = {"COMMA": ",", "SEMICOLON": ";", "AND": "and"}
_QUOTED = regex(r'"([^"]*)"|“([^“”]*)”')
_MONTHS_IN_A_YEAR = 12


def from_syntax(source: Source) -> tuple[nodes.Declaration, tuple[Slip, ...]]:
    """Return the declaration that a text makes, and every slip found while reading it.

    Raises:
        TooDeep: brackets are nested deeper than anyone can mean.
    """
    parsing = Parsing(source)
    builder = Builder()
    blocks = tuple(_bracketed(parsing.blocks(), builder))
    comments = tuple(nodes.Comment(c.at, c.text, c.alone) for c in parsing.comments)
    slips = sorted((*parsing.slips(), *builder.slips), key=lambda slip: slip.at)
    return nodes.Declaration(blocks, comments), tuple(slips)


def _bracketed(
    blocks: Iterable[ParsedBlock], builder: Builder
) -> Iterator[nodes.Block | nodes.Bracket]:
    """Yield the blocks, those between bracket lines gathered into their bracket."""
    opened: list[tuple[ParsedBlock, list[nodes.Proposal], list[object]]] = []
    for block in blocks:
        if block.word == "[":
            opened.append((block, [], []))
            if len(opened) > MAX_DEPTH:
                raise TooDeep
        elif block.word in {"|", "]"}:
            # One that belongs to no bracket begins no block: it stays a line of another.
            start, proposals, content = opened[-1]
            span = Span(start.at.start, block.at.end)
            marks = block.items[-1] if block.items else None
            proposals.append(builder.proposal(span, tuple(content), marks))
            content.clear()
            if block.word == "]":
                opened.pop()
                bracket = nodes.Bracket(span, tuple(proposals))
                bracket = evolve(bracket, address=builder.outer_address(_first_number(bracket)))
                if opened:
                    opened[-1][2].append(bracket)
                else:
                    yield bracket
        else:
            built = builder.block(block)
            if opened:
                opened[-1][2].append(built)
            else:
                yield built
    for start, proposals, content in opened:
        builder.slip(
            start.at, "this bracket is not closed", "close it with `]` on a line of its own"
        )
        for proposal in proposals:
            yield from cast("tuple[nodes.Block | nodes.Bracket, ...]", proposal.content)
        yield from cast("list[nodes.Block | nodes.Bracket]", content)


def _first_number(bracket: nodes.Bracket) -> str:
    for proposal in bracket.proposals:
        for content in proposal.content:
            if isinstance(content, nodes.Bracket):
                return _first_number(content)
            if isinstance(content, nodes.Block) and content.heading.number:
                return content.heading.number
    return "text"


class Builder:
    """Builds nodes from trees; what cannot be is a slip, never an error."""

    def __init__(self) -> None:
        self.slips: list[Slip] = []
        self.clause = "text"
        self.brackets: dict[str, int] = {}

    def slip(self, at: Span, message: str, help: str, rule: str = "unreadable-line") -> None:  # noqa: A002 - the field's name
        self.slips.append(Slip(rule, at, message, help))

    def build(self, tree: Tree | Token) -> Any:  # noqa: ANN401 - each rule has its own type
        assert isinstance(tree, Tree)  # noqa: S101 - the grammar has no bare token here
        method: Callable[[Tree], object] = getattr(self, tree.rule)
        return method(tree)

    def each(self, children: Iterable[Tree | Token]) -> tuple[Any, ...]:
        """Build every tree among the children, leaving tokens out."""
        return tuple(self.build(child) for child in children if isinstance(child, Tree))

    # ── Blocks ──

    def block(self, block: ParsedBlock) -> nodes.Block:
        if block.heading is not None:
            heading = self.build(block.heading)
        else:
            heading = self.broken_heading(block)
        self.clause = heading.number or heading.word or "text"
        items = self.each(block.items)
        acceptances = self.each(block.acceptances)
        return nodes.Block(
            block.at, heading=heading, items=items, acceptances=acceptances, broken=block.broken
        )

    def broken_heading(self, block: ParsedBlock) -> nodes.Heading:
        """Return what can be told of a heading that could not be read."""
        span = (
            Span(block.line.start, block.line.end)
            if block.line
            else Span(block.at.start, block.at.start)
        )
        if block.name is None or block.number is not None:
            return nodes.Heading(span, block.word, block.number)
        at, text = block.name.span, str(block.name)
        if block.word == "define":
            return nodes.Heading(span, block.word, title=nodes.Words(at, text))
        return nodes.Heading(span, block.word, name=nodes.Name(at, text))

    def title_header(self, tree: Tree) -> nodes.Heading:
        return self.heading(tree)

    party_header = body_header = definition_header = event_header = title_header
    preamble_header = part_header = article_header = annex_header = clause_header = title_header

    def heading(self, tree: Tree) -> nodes.Heading:
        word, number, number_span, name, title = "", None, None, None, None
        for child in tree.children:
            if isinstance(child, Tree):
                name = self.build(child)
            elif child.type.endswith("_HEADER"):
                word = child.lower()
                if child != word:
                    self.slip(
                        child.span, f"`{child}` is written in small letters", f"write `{word}`"
                    )
            elif child.type == "NUMERAL":
                number, number_span = str(child), child.span
            else:
                title = _words(child)
        return nodes.Heading(tree.span, word, number, name, title, (), number_span)

    def side_header(self, tree: Tree) -> nodes.Heading:
        word, name, _, members = tree.children
        return nodes.Heading(
            tree.span, str(word).lower(), None, self.build(name), None, self.build(members)
        )

    def acceptance(self, tree: Tree) -> nodes.Acceptance:
        header, *labels = tree.children
        assert isinstance(header, Tree)  # noqa: S101 - the grammar puts it first
        rule = _token(header, "RULE_NAME")
        values: dict[str, Any] = {}
        for label in labels:
            assert isinstance(label, Tree)  # noqa: S101 - only labels follow
            name, value = label.children
            key = "_".join(str(name)[:-1].lower().split())
            if key in values:
                self.twice(name)
            values[key] = str(value).rstrip() if isinstance(value, Token) else self.build(value)
        because = values.get("because")
        accepted_by = values.get("accepted_by")
        return nodes.Acceptance(
            tree.span,
            str(rule or ""),
            any(_is_token(child, "EVERYWHERE") for child in header.children),
            _unquoted(because) if because is not None else None,
            accepted_by.values if accepted_by is not None else (),
            values.get("expires"),
            values.get("note"),
            rule_span=rule.span if rule is not None else header.span,
        )

    def twice(self, name: Tree | Token) -> None:
        self.slip(
            name.span, f"`{name}` stands here twice", "keep one of the two", "duplicate-label"
        )

    # ── Lines ──

    def quoted(self, tree: Tree) -> nodes.Quoted:
        token = cast("Token", tree.children[0])
        return nodes.Quoted(token.span, str(token))

    def items_in_brackets(self, tree: Tree) -> nodes.Bracket:
        address = self.address()
        return nodes.Bracket(tree.span, self.each(tree.children), address)

    words_in_brackets = value_in_brackets = items_in_brackets

    def address(self) -> str:
        """Return a bracket's address; blocks of one number go on counting."""
        number = self.brackets[self.clause] = self.brackets.get(self.clause, 0) + 1
        return f"{self.clause}#{number}"

    def outer_address(self, number: str) -> str:
        """Return the address of a bracket round clauses, by the first of them."""
        address = f"{number}#0"
        seen = self.brackets[address] = self.brackets.get(address, 0) + 1
        return address if seen == 1 else f"{address}-{seen}"

    def items_proposal(self, tree: Tree) -> nodes.Proposal:
        *content, marks = tree.children
        return self.proposal(tree.span, self.each(content), marks)

    def words_proposal(self, tree: Tree) -> nodes.Proposal:
        *parts, marks = tree.children
        return self.proposal(tree.span, self.parts(parts), marks)

    def value_proposal(self, tree: Tree) -> nodes.Proposal:
        value, marks = tree.children
        return self.proposal(tree.span, (self.value(value),), marks)

    def proposal(
        self, span: Span, content: tuple[object, ...], marks: Tree | Token | None
    ) -> nodes.Proposal:
        by: list[nodes.Name] = []
        languages: list[str] = []
        tag = None
        for mark in marks.children if isinstance(marks, Tree) else ():
            if isinstance(mark, Tree):
                for name in self.each(mark.children):
                    if _LANGUAGE.fullmatch(name.text):
                        languages.append(name.text)
                    else:
                        by.append(name)
            elif tag is None:
                tag = str(mark)[1:]
            else:
                self.slip(
                    mark.span, f"a second tag, `{mark}`, on one proposal", "keep one of the two"
                )
        names = tuple(name.text for name in by)
        spans = tuple(name.span for name in by)
        return nodes.Proposal(span, content, names, tag, tuple(languages), spans)

    def label(self, tree: Tree) -> nodes.Label:
        name, value = tree.children
        assert isinstance(name, Token)  # noqa: S101 - the grammar puts the label first
        text = " ".join(str(name)[:-1].split())
        if name.type != "LIMITS_BY_LABEL":
            text = text.lower()
        return nodes.Label(tree.span, text, value=self.value(value), name_span=name.span)

    def value(self, value: Tree | Token) -> nodes.Value:
        if isinstance(value, Token):
            if value.type == "FREE_TEXT":
                return nodes.Text(value.span, str(value).rstrip())
            return nodes.Silence(value.span, "none" if value.type == "NONE" else "unknown")
        return cast("nodes.Value", self.build(value))

    def to_be_settled(self, tree: Tree) -> nodes.Silence:
        by = self.each(tree.children)
        return nodes.Silence(tree.span, "to be settled", by[0].values if by else ())

    # ── Sentences ──

    def sentence(self, tree: Tree) -> nodes.Sentence:
        *children, _ = tree.children  # without the full stop
        marks = list(takewhile(_is_marker, children))
        markers = tuple(" ".join(str(mark).split()) for mark in marks)
        return nodes.Sentence(tree.span, markers, self.parts(children[len(marks) :]))

    def parts(self, children: Sequence[Tree | Token]) -> tuple[nodes.Part, ...]:
        """Build the parts of a sentence or phrase; another text's article is only words."""
        return tuple(
            [
                nodes.Word(Span(child.start, child.end), str(child))
                if isinstance(child, Token)
                and (
                    child.type == "WORD" or _is_of_another(child, children[number + 1 : number + 3])
                )
                else self.part(child)
                for number, child in enumerate(children)
            ]
        )

    def part(self, child: Tree | Token) -> nodes.Part:
        if isinstance(child, Tree):
            return cast("nodes.Part", self.build(child))
        if child.type == "STRING":
            return _words(child)
        if child.type == "REFERENCE":
            return nodes.Reference(child.span, str(child))
        if child.type == "DATE":
            return self.day(child)
        return nodes.Word(child.span, str(child))

    def duty(self, tree: Tree) -> nodes.Modality:
        token = cast("Token", tree.children[0])
        name = token.type.lower().replace("_", " ")
        return nodes.Modality(
            token.span, name, cast("nodes.ModalKind", tree.rule), " ".join(token.split())
        )

    permission = statement = savings = duty

    def quantity(self, tree: Tree) -> nodes.Quantity:
        numbers = _tokens(tree, "NUMBER")
        man = _token(tree, "MAN_FOR_MAN")
        if man is not None:
            return nodes.Quantity(tree.span, " ".join(man.split()))
        unit = _token(tree, "UNIT") or _token(tree, "TIME_UNIT") or _token(tree, "PERCENT")
        if unit is not None and unit.type == "TIME_UNIT" and _token(tree, "MULTIPLIER") is None:
            self.plural(numbers, unit)
        return nodes.Quantity(
            tree.span,
            str(numbers[0]),
            str(numbers[1]) if len(numbers) > 1 else None,
            _text(unit),
            _text(_token(tree, "QUALIFIER")),
            _text(_token(tree, "MULTIPLIER")),
        )

    def rate(self, tree: Tree) -> nodes.Rate:
        return nodes.Rate(tree.span, str(tree.children[-1]))

    # ── Time ──

    def date(self, tree: Tree) -> nodes.Date:
        day = self.day(cast("Token", tree.children[0]))
        return evolve(
            day,
            span=tree.span,
            clock=_text(_token(tree, "CLOCK")),
            zone=_text(_token(tree, "WORD")),
        )

    def day(self, token: Token) -> nodes.Date:
        year, month, *rest = (int(part) for part in token.split("-"))
        day = rest[0] if rest else None
        if not 1 <= month <= _MONTHS_IN_A_YEAR:
            self.slip(
                token.span,
                f"`{token}`: there is no month {month}",
                "write the month as 01 to 12",
                "impossible-date",
            )
        elif not year:
            self.slip(
                token.span,
                f"`{token}`: there is no year 0",
                "write the year in four figures, as in `2027-03-01`",
                "impossible-date",
            )
        elif day is not None and not 1 <= day <= calendar.monthrange(year, month)[1]:
            last = calendar.monthrange(year, month)[1]
            self.slip(
                token.span,
                f"`{token}`: this month has {last} days",
                f"write `{year:04}-{month:02}-{last:02}`, or another day",
                "impossible-date",
            )
        return nodes.Date(token.span, year, month, day)

    def period(self, tree: Tree) -> nodes.Period:
        numbers = _tokens(tree, "NUMBER")
        unit = _tokens(tree, "TIME_UNIT")[0]
        self.plural(numbers, unit)
        if ends_beyond_calendar(numbers[-1], unit):
            self.slip(
                Span(numbers[-1].start, unit.end),
                f"`{numbers[-1]} {unit}` ends beyond the calendar",
                "write a shorter span, or `without limit` for what has no end",
                "impossible-date",
            )
        return nodes.Period(
            tree.span,
            str(numbers[0]),
            str(numbers[1]) if len(numbers) > 1 else None,
            cast("nodes.Unit", unit.removesuffix("s")),
            _text(_token(tree, "QUALIFIER")),
        )

    def plural(self, numbers: list[Token], unit: Token) -> None:
        single = numbers[-1] == "1"
        if not float(numbers[-1].replace(",", "")):
            at = Span(numbers[-1].start, unit.end)
            what = f"`{numbers[-1]} {unit}` is no span of time"
            self.slip(at, what, "write a number above 0, as in `30 days`")
        elif unit.isalpha() and single == unit.endswith("s"):  # not in "24 hours' notice"
            right = unit.removesuffix("s") + ("" if single else "s")
            wrong = f"{numbers[-1]} {unit}"
            self.slip(
                Span(numbers[-1].span.start, unit.span.end),
                f"`{wrong}` needs the {'singular' if single else 'plural'}",
                f"write `{numbers[-1]} {right}`",
            )

    def every_one(self, tree: Tree) -> nodes.Combined:
        return nodes.Combined(tree.span, "all", self.each(tree.children))

    condition_states = every_one

    def any_one(self, tree: Tree) -> nodes.Combined:
        return nodes.Combined(tree.span, "any", self.each(tree.children))

    def chosen(self, tree: Tree) -> nodes.Combined:
        how = cast("Literal['earlier', 'later']", str(tree.children[0]))
        return nodes.Combined(tree.span, how, self.each(tree.children))

    def clause_state(self, tree: Tree) -> nodes.ClauseState:
        clause, *state = self.each(tree.children)
        are = any(
            _token(child, "ARE") is not None for child in tree.children if isinstance(child, Tree)
        )
        return nodes.ClauseState(
            tree.span, clause=clause, state=state[0] if state else None, plural=are
        )

    def state(self, tree: Tree) -> nodes.State:
        types = {child.type for child in tree.children if isinstance(child, Token)}
        if "BEGINS" in types:
            return "begins"
        if "POINT" in types:
            return "point not stated"
        if "COMPLETE" in types:
            return "is complete"
        return "is verified" if "VERIFIED" in types else "is breached"

    def event(self, tree: Tree) -> nodes.Event:
        name, *by = self.each(tree.children)
        return nodes.Event(tree.span, name=name, by=by[0] if by else None)

    def own(self, tree: Tree) -> nodes.Own:
        return nodes.Own(tree.span, cast("Literal['start', 'end']", str(tree.children[-1])))

    def offset(self, tree: Tree) -> nodes.Offset:
        period, moment = self.each(tree.children)
        relation = "after" if _token(tree, "AFTER") is not None else "before"
        return nodes.Offset(tree.span, period=period, relation=cast("Any", relation), moment=moment)

    def on_request(self, tree: Tree) -> nodes.Offset:
        period, moment = self.each(tree.children)
        relation = "within of" if _token(tree, "OF") is not None else "within after"
        return nodes.Offset(tree.span, period=period, relation=cast("Any", relation), moment=moment)

    def start(self, tree: Tree) -> nodes.Bound:
        relation = (
            "by"
            if _token(tree, "BY") is not None
            else "on"
            if _token(tree, "ON") is not None
            else None
        )
        return nodes.Bound(tree.span, cast("Any", relation), time=self.each(tree.children)[0])

    def term(self, tree: Tree) -> nodes.Value:
        if _token(tree, "WITHOUT") is not None:
            return nodes.WithoutLimit(tree.span)
        value = self.each(tree.children)[0]
        if _token(tree, "UNTIL") is not None:
            return nodes.Until(tree.span, time=value)
        return cast("nodes.Value", value)

    def open(self, tree: Tree) -> nodes.Words:
        return _words(cast("Token", tree.children[0]))

    def recurrence(self, tree: Tree) -> nodes.Value:
        return cast("nodes.Value", self.each(tree.children)[0])

    def frequency(self, tree: Tree) -> nodes.Frequency:
        times = _token(tree, "NUMBER")
        unit = _token(tree, "TIME_UNIT")
        name = cast("nodes.Unit | None", unit.removesuffix("s") if unit is not None else None)
        if _token(tree, "EVERY") is not None:
            periods = self.each(tree.children)
            every = periods[0] if periods else nodes.Period(tree.span, "1", None, name or "day")
            return nodes.Frequency(tree.span, every)
        return nodes.Frequency(
            tree.span, None, _text(times), name, _text(_token(tree, "QUALIFIER"))
        )

    def quotas(self, tree: Tree) -> nodes.Listed:
        return nodes.Listed(tree.span, self.joined(tree))

    approvals = instruments = baselines = members = verifiers = phrases = reviews = quotas
    exit = limits = quotas

    def references(self, tree: Tree) -> nodes.Value:
        only = tree.children[0]
        return _words(only) if isinstance(only, Token) else self.quotas(tree)

    def joined(self, tree: Tree) -> tuple[Any, ...]:
        """Build every tree among the children; those that can, keep the sign that joins them."""
        values: list[Any] = []
        sign = ","
        for child in tree.children:
            if isinstance(child, Token):
                sign = _SIGNS.get(child.type, sign)
                continue
            value = self.build(child)
            keeps = isinstance(value, nodes.Name | nodes.Reference | nodes.Phrase)
            values.append(evolve(value, joined_by=sign) if keeps and values else value)
            sign = ","
        return tuple(values)

    def quota(self, tree: Tree) -> nodes.Quota:
        tokens = [str(child) for child in tree.children if isinstance(child, Token)]
        at = tokens.index("per")
        term = self.each(tree.children)
        return nodes.Quota(
            tree.span,
            tokens[0],
            tokens[at + 1],
            term[0] if term else None,
            " ".join(tokens[1:at]) or None,
        )

    def act_phrase(self, tree: Tree) -> nodes.Phrase:
        return nodes.Phrase(tree.span, self.parts(tree.children))

    phrase = act_phrase

    def outside(self, tree: Tree) -> nodes.Outside:
        return nodes.Outside(tree.span, words=_words(cast("Token", tree.children[-1])))

    # ── Who, verification, the rest ──

    def actors(self, tree: Tree) -> nodes.Listed:
        return nodes.Listed(tree.span, self.joined(tree))

    def names(self, tree: Tree) -> tuple[nodes.Name, ...]:
        return self.each(tree.children)

    def name(self, tree: Tree) -> nodes.Name:
        first = cast("Token", tree.children[0])
        if first.type == "STRING":
            return nodes.Name(tree.span, first[1:-1], quoted=True)
        return nodes.Name(tree.span, " ".join(str(child) for child in tree.children))

    choice = name

    def method(self, tree: Tree) -> nodes.Name:
        name = self.name(tree)
        often = misreadings.OFTEN.get(name.text)
        if often:
            what = f"`{name.text}` is not how a span of time is written"
            self.slip(tree.span, what, f"write `every {often}`")
        return name

    def approval(self, tree: Tree) -> nodes.Approval:
        actor, *by = self.each(tree.children)
        return nodes.Approval(tree.span, actor=actor, by=by[0] if by else None)

    def member(self, tree: Tree) -> nodes.Member:
        return nodes.Member(
            tree.span, _text(_token(tree, "NUMBER")), actor=self.each(tree.children)[0]
        )

    def verifier(self, tree: Tree) -> nodes.Verifier:
        actors: list[nodes.Name] = []
        methods: list[nodes.Name] = []
        timing: list[Any] = []
        for child in tree.children:
            if not isinstance(child, Tree):
                continue
            if child.rule == "name":
                actors.append(self.build(child))
            elif child.rule == "methods":
                for part in self.build(child):
                    (methods if isinstance(part, nodes.Name) else timing).append(part)
            else:
                timing.append(self.build(child))
        return nodes.Verifier(tree.span, tuple(actors), tuple(methods), tuple(timing))

    def methods(self, tree: Tree) -> tuple[Any, ...]:
        return self.joined(tree)

    def within(self, tree: Tree) -> nodes.Within:
        return nodes.Within(tree.span, period=self.each(tree.children)[0])

    def reports(self, tree: Tree) -> nodes.Report:
        timing: Any = None
        to: Any = ()
        for value in self.each(tree.children):
            if isinstance(value, nodes.Listed):
                to = value.values
            else:
                timing = value
        return nodes.Report(tree.span, timing, to)

    def reversal(self, tree: Tree) -> nodes.Reversal:
        by, within = (), None
        for value in self.each(tree.children):
            if isinstance(value, nodes.Within):
                within = value.period
            else:
                by = value.values
        return nodes.Reversal(tree.span, _token(tree, "NO") is None, cast("Any", by), within)

    def reference(self, tree: Tree) -> nodes.Reference:
        return nodes.Reference(tree.span, str(tree.children[0]))

    def reference_range(self, tree: Tree) -> nodes.Reference:
        first, last = _tokens(tree, "REFERENCE")
        return nodes.Reference(tree.span, str(first), str(last))

    def other_clause(self, tree: Tree) -> nodes.Reference:
        instrument = _text(_token(tree, "AGREEMENT"))
        first, *last = _tokens(tree, "REFERENCE")
        return nodes.Reference(tree.span, str(first), str(last[0]) if last else None, instrument)

    def languages(self, tree: Tree) -> nodes.Languages:
        names = self.each(tree.children)
        verb = _token(tree, "PREVAIL")
        if verb is None:
            return nodes.Languages(tree.span, names)
        return nodes.Languages(tree.span, names[:-1], names[-1], " ".join(verb.split()))

    def notice(self, tree: Tree) -> nodes.Notice:
        return nodes.Notice(tree.span, period=self.each(tree.children)[0])

    def exit_condition(self, tree: Tree) -> nodes.Condition:
        return nodes.Condition(tree.span, phrase=self.each(tree.children)[0])

    def baseline(self, tree: Tree) -> nodes.Baseline:
        time, *actors = self.each(tree.children)
        return nodes.Baseline(tree.span, time=time, actors=actors[0].values if actors else ())

    def limits_row(self, tree: Tree) -> nodes.LimitsRow:
        name, *limits = self.each(tree.children)
        return nodes.LimitsRow(tree.span, name=name, limits=tuple(limits))

    def review_done(self, tree: Tree) -> nodes.Review:
        return self.review("done", tree)

    def review_stopped(self, tree: Tree) -> nodes.Review:
        return self.review("suspended" if _token(tree, "SUSPENDED") is not None else "ended", tree)

    def review_reversible(self, tree: Tree) -> nodes.Review:
        return self.review("reversible", tree)

    def review(self, state: str, tree: Tree) -> nodes.Review:
        date, by, within = None, (), None
        for value in self.each(tree.children):
            if isinstance(value, nodes.Date):
                date = value
            elif isinstance(value, nodes.Within):
                within = value.period
            else:
                by = value.values
        return nodes.Review(tree.span, cast("Any", state), date, cast("Any", by), within)


def _is_marker(child: Tree | Token) -> bool:
    return isinstance(child, Token) and child.type in _MARKERS


def _is_of_another(number: Token, following: Sequence[Tree | Token]) -> bool:
    """Tell whether a number is said to be of something else: `2 of the Charter`."""
    if number.type != "REFERENCE":
        return False
    words = [str(child).lower() for child in following if isinstance(child, Token)]
    return len(words) == 2 and words[0] == "of" and words[1] not in {"this", "it"}  # noqa: PLR2004 - `of` and what


def _words(token: Token) -> nodes.Words:
    return nodes.Words(token.span, str(token)[1:-1])


def _unquoted(text: str) -> str:
    """Return free text without the one pair of quotation marks that is round all of it."""
    match = _QUOTED.fullmatch(text)
    return text[1:-1] if match else text


def _tokens(tree: Tree, name: str) -> list[Token]:
    return [child for child in tree.children if isinstance(child, Token) and child.type == name]


def _token(tree: Tree, name: str) -> Token | None:
    return next(
        (child for child in tree.children if isinstance(child, Token) and child.type == name), None
    )


def _is_token(child: Tree | Token, name: str) -> bool:
    return isinstance(child, Token) and child.type == name


def _text(token: Token | None) -> str | None:
    return " ".join(token.split()) if token is not None else None
