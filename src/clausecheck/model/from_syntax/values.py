"""Trees of labelled lines, and of what stands behind the label, into the model."""

from __future__ import annotations

from typing import Any, cast

from clausecheck.model import nodes
from clausecheck.model.from_syntax.leaves import leaf, text_of, words_of
from clausecheck.model.from_syntax.sentences import Sentences
from clausecheck.syntax import misreadings
from clausecheck.syntax.trees import Token, Tree
from clausecheck.values import evolve

_SIGNS = {"COMMA": ",", "SEMICOLON": ";", "AND": "and"}


class Values(Sentences):
    """Trees of labelled lines, and of what stands behind the label, into the model."""

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

    def quotas(self, tree: Tree) -> nodes.Listed:
        return nodes.Listed(tree.span, self.joined(tree))

    approvals = instruments = baselines = members = verifiers = phrases = reviews = quotas
    exit = limits = quotas

    def references(self, tree: Tree) -> nodes.Value:
        only = tree.children[0]
        return words_of(only) if isinstance(only, Token) else self.quotas(tree)

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

    def outside(self, tree: Tree) -> nodes.Outside:
        return nodes.Outside(tree.span, words=words_of(cast("Token", tree.children[-1])))

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
            tree.span, text_of(leaf(tree, "NUMBER")), actor=self.each(tree.children)[0]
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
        return nodes.Reversal(tree.span, leaf(tree, "NO") is None, cast("Any", by), within)

    def languages(self, tree: Tree) -> nodes.Languages:
        names = self.each(tree.children)
        verb = leaf(tree, "PREVAIL")
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
        return self.review("suspended" if leaf(tree, "SUSPENDED") is not None else "ended", tree)

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
