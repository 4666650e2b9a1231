"""Trees of headings, clauses, brackets and acceptances into the model."""

from __future__ import annotations

from typing import Any, cast

from clausecheck.model import nodes
from clausecheck.model.from_syntax.leaves import is_leaf, leaf, words_of
from clausecheck.model.from_syntax.values import Values
from clausecheck.patterns import regex
from clausecheck.source import Span
from clausecheck.syntax.parser import ParsedBlock
from clausecheck.syntax.trees import Token, Tree

_LANGUAGE = regex(r"[a-z]{2}(?:-[A-Z]\w*)?")
_QUOTED = regex(r'"([^"]*)"|“([^“”]*)”')


class Builder(Values):
    """Trees of headings, clauses, brackets and acceptances into the model."""

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
                title = words_of(child)
        return nodes.Heading(tree.span, word, number, name, title, (), number_span)

    def side_header(self, tree: Tree) -> nodes.Heading:
        word, name, _, members = tree.children
        return nodes.Heading(
            tree.span, str(word).lower(), None, self.build(name), None, self.build(members)
        )

    def acceptance(self, tree: Tree) -> nodes.Acceptance:
        header, *labels = tree.children
        assert isinstance(header, Tree)  # noqa: S101 - the grammar puts it first
        rule = leaf(header, "RULE_NAME")
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
            any(is_leaf(child, "EVERYWHERE") for child in header.children),
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
        return self.proposal(tree.span, self.parts(parts, alone=True), marks)

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


def _unquoted(text: str) -> str:
    """Return free text without the one pair of quotation marks that is round all of it."""
    match = _QUOTED.fullmatch(text)
    return text[1:-1] if match else text
