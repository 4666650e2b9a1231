"""A text into trees, a block at a time; a finding where reading stopped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from attrs import field, frozen
from lark import Lark, Token, Tree, UnexpectedToken

from clausecheck.source import Source, Span
from clausecheck.syntax import tables
from clausecheck.syntax.lexer import Lexer
from clausecheck.syntax.lines import Block, Comment, Line, split
from clausecheck.syntax.slips import Slip, Unreadable, missing_stop, strange_signs, unexpected
from clausecheck.syntax.words import Words

Node = Tree[Token]


@frozen
class ParsedBlock:
    """A block's trees; `heading` is None where it could not be read or there is none.

    A block-bracket has its word (`[`, `|` or `]`) and, in `items`, its marks.
    """

    word: str
    at: Span
    heading: Node | None
    items: tuple[Node | Token, ...] = ()
    acceptances: tuple[Node, ...] = ()
    broken: bool = False
    """Whether a line of it could not be read."""
    line: Line | None = field(default=None, eq=False)


@frozen
class Parsed:
    """A whole text's blocks and comments in text order, and its unreadable lines."""

    blocks: tuple[ParsedBlock, ...]
    comments: tuple[Comment, ...]
    slips: tuple[Slip, ...]


@cache
def _parser() -> Lark:
    return tables.load()


@cache
def words() -> Words:
    """Return the grammar's words; the same for the life of the process."""
    parser = _parser()
    return Words.from_grammar(
        (
            (terminal.name, terminal.pattern.value, terminal.pattern.type == "re")
            for terminal in parser.terminals
        ),
        ((rule.origin.name, tuple(s.name for s in rule.expansion)) for rule in parser.rules),
    )


def parse(source: Source) -> Parsed:
    """Return the trees of a text.

    One slip for each unreadable line; everything else in its block is still there.

    Raises:
        TooDeep: brackets are nested deeper than anyone can mean.
    """
    reader = _Reader(source.text)
    blocks, comments = split(source.text, words())
    parsed = tuple(reader.block(block) for block in blocks)
    slips = [*reader.slips, *strange_signs(source.text)]
    return Parsed(parsed, comments, tuple(sorted(slips, key=lambda slip: slip.at)))


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.lexer = Lexer(text, words())
        self.slips: list[Slip] = []

    def block(self, block: Block) -> ParsedBlock:
        heading = block.heading
        lines = (heading, *block.lines) if heading else block.lines
        at = Span(lines[0].start, lines[-1].end)
        if heading and heading.kind == "block-bracket":
            return self.bracket(block, heading, at)
        word = heading.word if heading else ""
        if heading:
            try:
                tree = self.run("block", lines)
            except Unreadable:
                pass
            else:
                broken = self.take_missing_stops()
                _, *items = tree.children
                acceptances = tuple(i for i in items if _is(i, "acceptance"))
                others = tuple(i for i in items if not _is(i, "acceptance"))
                return ParsedBlock(
                    word, at, _tree(tree.children[0]), others, acceptances, broken, heading
                )
        return self.line_by_line(word, at, heading, block.lines)

    def bracket(self, block: Block, heading: Line, at: Span) -> ParsedBlock:
        items: tuple[Node | Token, ...] = ()
        try:
            items = tuple(self.run("bracket_line", (heading,), ended=False).children)
        except Unreadable as slip:
            self.slips.append(Slip("unreadable-line", slip.at, slip.message, slip.help))
        for line in block.lines:
            self.slips.append(_stray(self.text, line))
        return ParsedBlock(heading.word, at, None, items, (), bool(block.lines), heading)

    def line_by_line(
        self, word: str, at: Span, heading: Line | None, lines: Iterable[Line]
    ) -> ParsedBlock:
        """Read each line by itself, so that a broken one spoils no other."""
        tree = None
        items: list[Node | Token] = []
        acceptances: list[Node] = []
        broken = False
        if heading:
            found = self.one("line", heading)
            broken = found is None
            tree = _tree(found) if found is not None else None
        for line in lines:
            if not heading:
                self.slips.append(_stray(self.text, line))
                broken = True
                continue
            accepting = line.kind == "accept" or (acceptances and line.kind == "label")
            if acceptances and not accepting:
                self.slips.append(_late(self.text, line))
            found = self.one("acceptance_line" if accepting else "line", line)
            broken = broken or found is None
            if found is None:
                if line.kind == "accept":
                    acceptances.append(Tree("acceptance", []))
            elif accepting and line.kind == "accept":
                acceptances.append(Tree("acceptance", [found]))
            elif accepting:
                acceptances[-1].children.append(found)
            else:
                items.append(found)
        whole = tuple(tree for tree in acceptances if tree.children and _is(tree.children[0], "acceptance_header"))
        return ParsedBlock(word, at, tree, tuple(items), whole, broken, heading)

    def one(self, start: str, line: Line) -> Node | Token | None:
        try:
            tree = self.run(start, (line,))
        except Unreadable as slip:
            self.lexer.missing_stops.clear()
            self.slips.append(Slip("unreadable-line", slip.at, slip.message, slip.help))
            return None
        self.take_missing_stops()
        return tree.children[0]

    def take_missing_stops(self) -> bool:
        found = bool(self.lexer.missing_stops)
        self.slips.extend(missing_stop(self.text, at) for at in self.lexer.missing_stops)
        self.lexer.missing_stops.clear()
        return found

    def run(self, start: str, lines: Iterable[Line], *, ended: bool = True) -> Node:
        """Parse some lines as one of the grammar's start rules.

        Raises:
            Unreadable: at the first place where reading stops.
        """
        self.lexer.missing_stops.clear()
        parser = _parser().parse_interactive(start=start)
        state = parser.parser_state
        states = state.parse_conf.states
        lexer = self.lexer
        line = None
        token = None
        try:
            for line in lines:  # noqa: B007 - named in the finding
                lexer.accepts = states[state.position]
                for token in self.check(line):
                    state.feed_token(token)
                    lexer.accepts = states[state.position]
                if ended:
                    token = lexer.token("_NL", line.end, line.end)
                    state.feed_token(token)
            tree: Node = parser.feed_eof(token)
        except UnexpectedToken as error:
            assert line is not None  # noqa: S101 - an empty block is never parsed
            raise unexpected(self.text, line, error.token, parser.accepts(), words()) from None
        return tree

    def check(self, line: Line) -> Iterator[Token]:
        if line.kind == "unknown-label":
            raise unexpected(self.text, line, None, (), words())
        return self.lexer.line(line)


def _stray(text: str, line: Line) -> Slip:
    shown = text[line.start : line.end].split("\n")[0].strip()
    return Slip(
        "unreadable-line",
        Span(line.start, line.start + len(shown)),
        "this line stands under no heading",
        "begin with `declaration \"…\"`; after a bracket, with `clause` and its number",
    )


def _late(text: str, line: Line) -> Slip:
    shown = text[line.start : line.end].split("\n")[0].strip()
    return Slip(
        "unreadable-line",
        Span(line.start, line.start + len(shown)),
        "this line follows an acceptance",
        "an acceptance stands last in its clause; move this line above it",
    )


def _is(node: object, name: str) -> bool:
    return isinstance(node, Tree) and node.data == name


def _tree(node: Node | Token) -> Node:
    assert isinstance(node, Tree)  # noqa: S101 - a heading is never a bare token
    return node
