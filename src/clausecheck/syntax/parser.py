"""A text into trees, a block at a time; a finding where reading stopped."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from attrs import field

from clausecheck.source import Source, Span
from clausecheck.syntax import headings, tables
from clausecheck.syntax.driver import Driver, Unexpected
from clausecheck.syntax.lexer import Lexer
from clausecheck.syntax.lines import Block, Line, split
from clausecheck.syntax.signs import plain, strange_signs
from clausecheck.syntax.slip import Slip, Unreadable
from clausecheck.syntax.slips.labels import leads
from clausecheck.syntax.slips.sentences import missing_stop, stray_lines
from clausecheck.syntax.slips.unexpected import unexpected
from clausecheck.syntax.trees import Token, Tree
from clausecheck.syntax.words import Words
from clausecheck.values import evolve, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@frozen
class ParsedBlock:
    """A block's trees; `heading` is None where it could not be read or there is none.

    A block-bracket has its word (`[`, `|` or `]`) and, in `items`, its marks.
    """

    word: str
    at: Span
    heading: Tree | None
    items: tuple[Tree | Token, ...] = ()
    acceptances: tuple[Tree, ...] = ()
    broken: bool = False
    """Whether a line of it could not be read."""
    line: Line | None = field(default=None, eq=False)
    number: str | None = None
    """The number of a clause whose heading could not be read, where it can be told."""
    name: Token | None = None
    """The name in a heading that could not be read, if it has one."""


@cache
def _grammar() -> tables.Grammar:
    return tables.load()


@cache
def words() -> Words:
    """Return the grammar's words; the same for the life of the process."""
    return Words.from_grammar(_grammar().terminals, _grammar().rules)


def sentence_in(text: str, at: Span) -> Tree | None:
    """Return the tree of the one sentence that stands there; None where it cannot be read."""
    return _Reader(text).one("line", Line("sentence", at.start, at.end), silent=True)


class Parsing:
    """A text whose trees are made one block at a time: those of a long one fill half its memory."""

    def __init__(self, source: Source) -> None:
        """Find the blocks of a text, and its comments."""
        text = plain(source.text)
        self.text = text
        """The text with plain signs, each in the place of the one that was written."""
        self._source, self._reader = source, _Reader(text)
        self._blocks, self.comments = split(text, words())

    def blocks(self) -> Iterator[ParsedBlock]:
        """Yield the blocks in text order.

        Raises:
            TooDeep: brackets are nested deeper than anyone can mean.
        """
        return map(self._reader.block, self._blocks)

    def slips(self) -> tuple[Slip, ...]:
        """Return one slip for each line that could not be read in the blocks that were given."""
        slips = [*self._reader.slips, *strange_signs(self._source.text, self.text)]
        return tuple(sorted(slips, key=lambda slip: slip.at))


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.lexer = Lexer(text, words())
        self.slips: list[Slip] = []

    def block(self, block: Block) -> ParsedBlock:
        heading = block.heading
        lines = (heading, *block.lines) if heading else block.lines
        at = Span(lines[0].start, lines[-1].end)
        if heading is None or heading.kind == "block-bracket":
            return self.headless(block, at)
        try:
            tree = self.run("block", lines)
        except Unreadable:
            number = (heading.meant and heading.meant.number) or None
            unread = ParsedBlock(heading.word, at, None, line=heading, number=number)
            return self.line_by_line(unread, block.lines)
        broken = self.take_slips()
        first, *others = (_tree(child) for child in tree.children)
        return ParsedBlock(
            heading.word,
            at,
            first,
            tuple(i for i in others if i.rule != "acceptance"),
            tuple(i for i in others if i.rule == "acceptance"),
            broken,
            heading,
        )

    def headless(self, block: Block, at: Span) -> ParsedBlock:
        """Return a bracket round blocks, or what stands before the first heading."""
        marks: tuple[Tree, ...] = ()
        if block.heading:
            try:
                line = self.run("bracket_line", (block.heading,), ended=False)
            except Unreadable as unreadable:
                self.slips.append(unreadable.slip())
            else:
                marks = tuple(child for child in line.children if isinstance(child, Tree))
        if block.lines:
            self.slips.append(stray_lines(self.text, block.lines))
        return ParsedBlock(
            block.heading.word if block.heading else "",
            at,
            None,
            marks,
            broken=bool(block.lines),
            line=block.heading,
        )

    def line_by_line(self, block: ParsedBlock, lines: Iterable[Line]) -> ParsedBlock:
        """Read each line by itself, so that a broken one spoils no other."""
        assert block.line is not None  # noqa: S101 - a block without heading is not read so
        found = self.one("line", block.line)
        heading, broken = found, found is None
        if found is None:
            after = block.line.start + len(block.line.word)
            name = headings.name_in(self.text, block.word, after, block.line.end)
            block = evolve(block, name=name and self.lexer.token("WORD", name.start, name.end))
        items: list[Tree] = []
        acceptances: list[Tree] = []
        accepting = led = False
        for line in lines:
            begins = line.kind == "accept"
            # What a line such as "US shall:" leads has no modality of its own; that is said once.
            led = leads(self.text, line, words()) or (led and self.text[line.start] == "(")
            labelled = line.kind == "label" and line.word in words().acceptance_labels
            late = accepting and not (begins or labelled)
            accepting = accepting or begins
            start = "acceptance_line" if begins or (accepting and labelled) else "line"
            found = self.one(start, line, silent=late or (led and self.text[line.start] == "("))
            if late:
                self.slips.append(_late(self.text, line))
            if found is None:
                broken = True
                if begins:
                    # Its labels, which can be read, belong to it and to nothing before it.
                    acceptances.append(Tree("acceptance", []))
            elif begins:
                acceptances.append(Tree("acceptance", [found]))
            elif start == "acceptance_line":
                acceptances[-1].children.append(found)
            else:
                items.append(found)
        whole = tuple(
            acceptance
            for acceptance in acceptances
            if any(_tree(child).rule == "acceptance_header" for child in acceptance.children)
        )
        return evolve(block, heading=heading, items=tuple(items), acceptances=whole, broken=broken)

    def one(self, start: str, line: Line, *, silent: bool = False) -> Tree | None:
        try:
            tree = self.run(start, (line,))
        except Unreadable as unreadable:
            if not silent:
                self.slips.append(unreadable.slip())
            return None
        self.take_slips()
        return _tree(tree.children[-1])

    def take_slips(self) -> bool:
        found = bool(self.lexer.missing_stops)
        self.slips.extend(missing_stop(self.text, at) for at in self.lexer.missing_stops)
        self.slips.extend(self.lexer.mended)
        return found

    def run(self, start: str, lines: Iterable[Line], *, ended: bool = True) -> Tree:
        """Parse some lines as one of the grammar's start rules.

        Raises:
            Unreadable: at the first place where reading stops.
        """
        lexer = self.lexer
        lexer.missing_stops.clear()
        lexer.mended.clear()
        driver = Driver.at(_grammar().table, start)
        lexer.accepts = driver.expected
        feed = driver.feed
        end = lexer.token("$END", 0, 0)
        try:
            for line in lines:
                for token in lexer.line(line):
                    lexer.accepts = feed(token)
                end = lexer.token("_NL", line.end, line.end)
                if ended:
                    lexer.accepts = feed(end)
            return driver.finish(end)
        except Unexpected as error:
            slip = unexpected(self.text, lexer.current, error.token, driver.accepts, words())
        raise slip


def _late(text: str, line: Line) -> Slip:
    first = text[line.start : line.end].split("\n", 1)[0].rstrip()
    return Slip(
        "unreadable-line",
        Span(line.start, line.start + len(first)),
        "this line follows an acceptance",
        "move it above the acceptance, which stands last in its clause",
    )


def _tree(node: Tree | Token) -> Tree:
    assert isinstance(node, Tree)  # noqa: S101 - lines are never bare tokens
    return node
