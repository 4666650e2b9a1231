"""What is to be decided in a text with brackets, what each choice costs, and the best texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from clausecheck.check import Settings, UnknownChoice, check_resolved, read_source
from clausecheck.choosing.front import Point, front, unbeaten
from clausecheck.choosing.rows import Assignment
from clausecheck.choosing.trees import Tree, any_of, causes, decisions_of
from clausecheck.findings import SEVERITIES, Finding, LedgerEntry, Report, Stance
from clausecheck.model import nodes
from clausecheck.model.decisions import (
    Decision,
    choices_of,
    clause_of,
    kind_of,
    resolutions,
    words_of,
)
from clausecheck.model.resolve import blocks_of, brackets, resolve
from clausecheck.notes import lines_in_words, notes_on, unread_lines
from clausecheck.proposals import (
    Alternatives,
    Choice,
    Cost,
    Open,
    Price,
    Resolution,
    Tally,
    Version,
)
from clausecheck.rolling import RollingText, Said
from clausecheck.source import Source
from clausecheck.values import evolve
from clausecheck.vocabulary import Vocabulary

_LENSES = ("sceptic", "advocate")

MOST_CHECKS = 60
"""Texts that are checked in full before no better ones are looked for."""


def alternatives(
    source: Source,
    vocabulary: Vocabulary,
    settings: Settings,
    *,
    prefer: str | None = None,
    most: int = 6,
    checks: int = MOST_CHECKS,
    since: Source | None = None,
) -> Alternatives:
    """Return what is to be decided in a text and the best ways to do it, at most `most` of them.

    They are ranked by `prefer`: a lens, errors, or a party, whose proposals then count first.
    `since` is an earlier state of the text, whose open brackets are counted too.

    Raises:
        LimitExceeded: the text is of a kind that nobody writes.
        UnknownChoice: something is chosen that is not there, or preferred that proposes nothing.
    """
    declaration, slips = read_source(source, settings.choose)
    unread = unread_lines(source, slips)
    text = RollingText(source, declaration, vocabulary, settings)
    proposers = _proposers(text.decisions)
    known = (*_LENSES, "errors", *proposers)
    if prefer is not None and prefer not in known:
        message = f"nothing can be preferred as {prefer}; there are {', '.join(known)}"
        raise UnknownChoice(message)
    found = _Search(text, checks)
    parties = tuple(found.of_party(party) for party in proposers)
    best, exact, left_out = found.front(prefer, most)
    count, count_exact = resolutions(text.decisions)
    before, unread_before = _earlier(since) if since is not None else (None, ())
    reading = text.reading(text.first)
    states = [(source, unread), *([(since, unread_before)] if since is not None else [])]
    return Alternatives(
        source,
        reading.title,
        tuple(_open(text)),
        count,
        count_exact,
        best,
        exact,
        left_out,
        parties,
        tuple(_versions(text)),
        tally(declaration),
        before,
        text.strength,
        text.learner.rough,
        found.checked,
        (
            *(_on_unread(each.name, lines) for each, lines in states if lines),
            *notes_on(reading),
        ),
        unread,
    )


def _earlier(since: Source) -> tuple[Tally, tuple[int, ...]]:
    """Return what was open in an earlier state, and which of its lines could not be read."""
    declaration, slips = read_source(since)
    return tally(declaration), unread_lines(since, slips)


def _on_unread(name: str, lines: Sequence[int]) -> str:
    where = lines_in_words(lines)
    return (
        f"{where[0].upper()}{where[1:]} of {name} could not be read, and what is open there is "
        "left out; `clausecheck lint` says why."
    )


class _Search:
    """Looks for the best texts, and checks each before it is shown."""

    def __init__(self, text: RollingText, checks: int) -> None:
        self.text = text
        self.checks = checks
        self.checked = 0
        self.version = next((n for n, each in enumerate(text.decisions) if each.version), None)
        self._known: dict[Assignment, tuple[Cost, Report]] = {}

    def front(self, prefer: str | None, most: int) -> tuple[tuple[Resolution, ...], bool, int]:
        """Return the best texts, whether they are surely all of the best, and how many more.

        What is learned is corrected by each check that shows something else, until nothing does.
        When the checks are used up, or show nothing new, the best of the texts checked are told.
        """
        while True:
            found = front(self.text.sizes, self._costs(), 2 * len(SEVERITIES))
            shown = _spread(self._ranked(found.points, prefer), most)
            before = self.checked
            wrong = [
                point.assignment
                for point in shown
                if self.proven(point.assignment)[0] != point.cost
            ]
            if not wrong:
                exact = found.exact and not self.text.learner.rough
                made = tuple(self._resolution(point.assignment) for point in shown)
                return made, exact, len(found.points) - len(shown)
            if self.checked >= self.checks or self.checked == before:
                best = self._best_checked(prefer, most)
                shown = _spread(best, most)
                made = tuple(self._resolution(point.assignment) for point in shown)
                return made, False, len(best) - len(shown)
            for assignment in wrong:
                for each in self._in_every_version(assignment):
                    self.text.said_of(each)

    def _ranked(self, points: Iterable[Point], prefer: str | None) -> list[Point]:
        return sorted(
            points,
            key=lambda point: (
                _rank(point.cost, self._own(point.assignment, prefer), prefer),
                point.assignment,
            ),
        )

    def _best_checked(self, prefer: str | None, most: int) -> list[Point]:
        """Return the best of all texts checked, and of those judged in any case the likely ones."""
        judged = (Point(self._judged(row), row) for row in self.text.rows)
        for point in self._ranked(unbeaten(judged), prefer)[:most]:
            if self.checked < self.checks:
                self.proven(self._in_every_version(point.assignment)[0])
        checked = (Point(cost, assignment) for assignment, (cost, _) in self._known.items())
        return self._ranked(unbeaten(checked), prefer)

    def _judged(self, assignment: Assignment) -> Cost:
        return _sum(_weight(said, self.text) for said in self.text.said_of(assignment))

    def of_party(self, party: str) -> Resolution:
        """Return the text made of a party's own proposals; of others, the first proposals."""
        taken = []
        for decision in self.text.decisions:
            own = [n for n, o in enumerate(decision.options) if party in o.proposed_by]
            single = all(len(bracket.proposals) == 1 for bracket in decision.brackets)
            taken.append(own[0] if own else len(decision.options) - 1 if single else 0)
        assignment = tuple(
            0 if d.version else t for d, t in zip(self.text.decisions, taken, strict=True)
        )
        made = self._resolution(assignment)
        return evolve(made, party=party, own=self._own(assignment, party))

    def proven(self, assignment: Assignment) -> tuple[Cost, Report]:
        """Return what a text costs by checking it in full, in every language version."""
        if assignment not in self._known:
            said: dict[Said, Finding] = {}
            reports = []
            for each in self._in_every_version(assignment):
                self.checked += 1
                chosen = resolve(self.text.declaration, choices_of(self.text.decisions, each))
                report = check_resolved(
                    self.text.source, chosen, (), self.text.vocabulary, self.text.settings
                )
                reports.append(report)
                judging = {rule.name for rule in self.text.settings.judging}
                counting = [each for each in report.findings if each.rule in judging]
                said.update(
                    (one, one_of)
                    for one, one_of in zip(self.text.said(counting), counting, strict=True)
                )
            cost = _sum(_weight(each, self.text) for each in said)
            self._known[assignment] = (cost, reports[0])
        return self._known[assignment]

    def _in_every_version(self, assignment: Assignment) -> list[Assignment]:
        at = self.version
        if at is None:
            return [assignment]
        return [
            (*assignment[:at], option, *assignment[at + 1 :])
            for option in range(self.text.sizes[at])
        ]

    def _costs(self) -> list[tuple[Tree, Cost]]:
        return [
            (any_of(tree, self.version) if self.version is not None else tree, weight)
            for tree, weight in weighed(self.text)
        ]

    def _own(self, assignment: Assignment, party: str | None) -> int:
        return sum(
            party in decision.options[option].proposed_by
            for decision, option in zip(self.text.decisions, assignment, strict=True)
        )

    def _resolution(self, assignment: Assignment) -> Resolution:
        cost, report = self.proven(assignment)
        telling = {at for _, tree in self.text.every_effect() for at in decisions_of(tree)}
        taken = tuple(
            decision.options[option].words
            for at, (decision, option) in enumerate(
                zip(self.text.decisions, assignment, strict=True)
            )
            if at in telling and not decision.version
        )
        return Resolution(taken, cost, report)


def weighed(text: RollingText) -> list[tuple[Tree, Cost]]:
    """Return what counts in a text, as what it hangs on and what it costs where it is there."""
    every = ((tree, _weight(said, text)) for said, tree in text.every_effect())
    return [(tree, weight) for tree, weight in every if any(weight)]


def _spread(ranked: Sequence[Point], most: int) -> list[Point]:
    """Return the first, and of the others some from all along the ranking."""
    if len(ranked) <= most:
        return list(ranked)
    last = len(ranked) - 1
    places = dict.fromkeys(at * last // max(most - 1, 1) for at in range(most))
    return [ranked[at] for at in places]


def _rank(cost: Cost, own: int, prefer: str | None) -> tuple[int, ...]:
    half = len(SEVERITIES)
    sceptic, advocate = cost[:half], cost[half:]
    both = tuple(a + b for a, b in zip(sceptic, advocate, strict=True))
    if prefer == "sceptic":
        return (*sceptic, *advocate)
    if prefer == "advocate":
        return (*advocate, *sceptic)
    return both if prefer in {None, "errors"} else (-own, *both)


def _weight(said: Said, text: RollingText) -> Cost:
    """Return what a finding counts: for one lens or, where it is of both or neither, for each."""
    if said.status != "new":
        return (0,) * (2 * len(SEVERITIES))
    lens = text.findings[said].lens
    return tuple(
        int(severity == said.severity and lens in {each, "both", "neutral"})
        for each in _LENSES
        for severity in SEVERITIES
    )


def _sum(costs: Iterable[Cost]) -> Cost:
    nothing = (0,) * (2 * len(SEVERITIES))
    return tuple(map(sum, zip(nothing, *costs, strict=True)))


def _proposers(every: Iterable[Decision]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            who
            for decision in every
            for bracket in decision.brackets
            for proposal in bracket.proposals
            for who in proposal.proposed_by
        )
    )


def _open(text: RollingText) -> Iterator[Open]:
    """Yield what is to be decided, in text order, with what each choice brings."""
    prices: dict[tuple[int, int], list[Price]] = {}
    effects: list[tuple[Finding | Stance | LedgerEntry, Tree]] = [
        *((each, tree) for each, tree in text.learned() if each.status == "new"),
        *text.stances(),
        *text.entries(),
    ]
    for what, tree in effects:
        for cause in causes(tree, text.sizes):
            for at, option in cause:
                others = tuple(each for each in cause if each != (at, option))
                price = Price(what, text.worded(others) if others else "")
                prices.setdefault((at, option), []).append(price)
    for at, decision in enumerate(text.decisions):
        if decision.version:
            continue
        first = decision.brackets[0]
        choices = tuple(
            Choice(option.words, option.proposed_by, tuple(prices.get((at, number), ())))
            for number, option in enumerate(decision.options)
        )
        kinds = dict.fromkeys(kind_of(bracket) for bracket in decision.brackets)
        yield Open(
            tuple(bracket.address for bracket in decision.brackets),
            ", ".join(kinds),
            text.source.place_of(first.span.start).line,
            choices,
        )


def _versions(text: RollingText) -> Iterator[tuple[str, tuple[Version, ...]]]:
    """Yield each bracket in which language versions differ, with what each commits to."""
    for at, decision in enumerate(text.decisions):
        if not decision.version:
            continue
        for bracket in decision.brackets:
            yield bracket.address, tuple(_in_versions(text, at, bracket))


def _in_versions(text: RollingText, at: int, bracket: nodes.Bracket) -> Iterator[Version]:
    for option, version in enumerate(text.decisions[at].options):
        proposals = [
            bracket.proposals[number]
            for address, number in version.choices
            if address == bracket.address
        ]
        assignment = tuple(option if n == at else 0 for n in range(len(text.sizes)))
        clause = text.reading(assignment).clause(clause_of(bracket))
        said = [
            provision
            for provision in (clause.provisions if clause else ())
            if provision.span.start <= bracket.span.start < provision.span.end
            or bracket.span.contains(provision.span)
        ]
        acts = (provision.act.name if provision.act else "" for provision in said)
        told = dict.fromkeys(
            f"{provision.kind}, `{provision.modality.text}`{f', to {act}' if act else ''}"
            for provision, act in zip(said, acts, strict=True)
        )
        words = words_of(proposals[0], text.source) if proposals else ""
        yield Version(version.words, words, "; ".join(told))


def tally(declaration: nodes.Declaration) -> Tally:
    """Return how many brackets are open, language versions apart."""
    every = [bracket for bracket in brackets(declaration) if not bracket.by_language]
    articles = _articles(declaration)
    by_party = Counter(
        who
        for bracket in every
        for who in dict.fromkeys(
            who for proposal in bracket.proposals for who in proposal.proposed_by
        )
    )
    return Tally(
        len(every),
        tuple(Counter(articles.get(clause_of(each), "–") for each in every).items()),
        tuple(sorted(by_party.items(), key=lambda item: (-item[1], item[0]))),
        tuple(Counter(kind_of(each) for each in every).most_common()),
    )


def _articles(declaration: nodes.Declaration) -> dict[str, str]:
    """Return the heading under which each clause stands, by the clause's number."""
    found: dict[str, str] = {}
    above = "–"
    for block in blocks_of(declaration):
        heading = block.heading
        if heading.word in {"preamble", "part", "article", "annex"}:
            above = f"{heading.word} {heading.number or ''}".rstrip()
        elif heading.word == "clause":
            found.setdefault(heading.number or "", above)
    return found
