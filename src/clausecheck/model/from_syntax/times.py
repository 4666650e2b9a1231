"""Trees of days, spans and moments into the model."""

from __future__ import annotations

import calendar
from typing import Any, Literal, cast

from clausecheck.model import nodes
from clausecheck.model.from_syntax.building import Building
from clausecheck.model.from_syntax.leaves import leaf, leaves, text_of, words_of
from clausecheck.source import Span
from clausecheck.syntax.dates import ends_beyond_calendar
from clausecheck.syntax.trees import Token, Tree
from clausecheck.values import evolve

_LAST_MINUTE = 59
_MINUTES_IN_A_DAY = 24 * 60
_MONTHS_IN_A_YEAR = 12


class Times(Building):
    """Trees of days, spans and moments into the model."""

    def date(self, tree: Tree) -> nodes.Date:
        day = self.day(cast("Token", tree.children[0]))
        clock = leaf(tree, "CLOCK")
        if clock is not None:
            self.time_of_day(clock)
        return evolve(
            day,
            span=tree.span,
            clock=text_of(clock),
            zone=text_of(leaf(tree, "WORD")),
        )

    def time_of_day(self, token: Token) -> None:
        hours, minutes = map(int, token.split(":"))
        if minutes > _LAST_MINUTE or hours * 60 + minutes > _MINUTES_IN_A_DAY:
            self.slip(
                token.span,
                f"`{token}` is no time of day",
                "write one from `00:00` to `24:00`",
                "impossible-date",
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
        numbers = leaves(tree, "NUMBER")
        unit = leaves(tree, "TIME_UNIT")[0]
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
            text_of(leaf(tree, "QUALIFIER")),
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
            leaf(child, "ARE") is not None for child in tree.children if isinstance(child, Tree)
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
        relation = "after" if leaf(tree, "AFTER") is not None else "before"
        return nodes.Offset(tree.span, period=period, relation=cast("Any", relation), moment=moment)

    def on_request(self, tree: Tree) -> nodes.Offset:
        period, moment = self.each(tree.children)
        relation = "within of" if leaf(tree, "OF") is not None else "within after"
        return nodes.Offset(tree.span, period=period, relation=cast("Any", relation), moment=moment)

    def start(self, tree: Tree) -> nodes.Bound:
        relation = (
            "by" if leaf(tree, "BY") is not None else "on" if leaf(tree, "ON") is not None else None
        )
        return nodes.Bound(tree.span, cast("Any", relation), time=self.each(tree.children)[0])

    def term(self, tree: Tree) -> nodes.Value:
        if leaf(tree, "WITHOUT") is not None:
            return nodes.WithoutLimit(tree.span)
        value = self.each(tree.children)[0]
        if leaf(tree, "UNTIL") is not None:
            return nodes.Until(tree.span, time=value)
        return cast("nodes.Value", value)

    def recurrence(self, tree: Tree) -> nodes.Value:
        return cast("nodes.Value", self.each(tree.children)[0])

    def frequency(self, tree: Tree) -> nodes.Frequency:
        times = leaf(tree, "NUMBER")
        unit = leaf(tree, "TIME_UNIT")
        name = cast("nodes.Unit | None", unit.removesuffix("s") if unit is not None else None)
        if leaf(tree, "EVERY") is not None:
            periods = self.each(tree.children)
            every = periods[0] if periods else nodes.Period(tree.span, "1", None, name or "day")
            return nodes.Frequency(tree.span, every)
        return nodes.Frequency(
            tree.span, None, text_of(times), name, text_of(leaf(tree, "QUALIFIER"))
        )

    def open(self, tree: Tree) -> nodes.Words:
        return words_of(cast("Token", tree.children[0]))
