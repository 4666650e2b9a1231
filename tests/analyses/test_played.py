"""Small texts made up and played out, step by step and day by day, against what is told of them."""

from __future__ import annotations

from collections import Counter
from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from clausecheck.analyses.exchange.exposure import exposures, worst
from clausecheck.analyses.timing.deadlocks import Circle, never
from clausecheck.analyses.timing.schedule import Window
from clausecheck.analyses.timing.waits import Wait
from tests.analyses.texts import VOCABULARY, Text

PARTIES = ("Northland", "Westland")

# ── Who waits for whom ───────────────────────────────────────────────────────────────────────────

Asked = tuple[int, str]
"""A step, and the state in which it is waited for."""
Waits = tuple[str, tuple[Asked, ...]]
"""How a step waits (`and`, `or`, `together`, `if` the act is done, or not at all) and for what."""

ACTS = ("open the border", "freeze its reactors", "suspend sanctions", "leave the valley")
DONE = ("opens the border", "freezes its reactors", "suspends sanctions", "leaves the valley")

asked = st.tuples(st.integers(0, 3), st.sampled_from(["begins", "is complete", "is verified"]))
waits = st.one_of(
    st.just(("and", ())),
    st.tuples(st.sampled_from(["and", "or"]), st.lists(asked, min_size=1, max_size=2).map(tuple)),
    st.tuples(
        st.sampled_from(["together", "if"]), st.integers(0, 3).map(lambda step: ((step, "begins"),))
    ),
)


def written(every: list[Waits]) -> Text:
    lines = []
    for number, (how, others) in enumerate(every, start=1):
        lines += [f"clause {number}", f"  {PARTIES[number % 2]} shall {ACTS[number - 1]}."]
        told = [f"{step + 1} {state}" for step, state in others]
        if how == "together":
            lines.append(f"  together with: {told[0]}")
        elif how == "if":
            lines.append(f"  if: {PARTIES[(others[0][0] + 1) % 2]} {DONE[others[0][0]]}")
        elif told:
            lines.append(f"  after: {f' {how} '.join(told)}")
    return Text("\n".join(lines))


def stuck(every: list[Waits]) -> set[int]:
    """Let every step begin as soon as it may, and return those that never do.

    Steps that begin together begin as a group, once nothing else holds one of them back.
    """
    groups = [{step} for step in range(len(every))]
    for step, (how, others) in enumerate(every):
        if how == "together":
            joined = groups[step] | groups[others[0][0]]
            for each in joined:
                groups[each] = joined
    begun: set[int] = set()
    while True:
        free = {
            step
            for step, (how, others) in enumerate(every)
            if how == "together"
            or not others
            or (how == "if" and others[0][0] in groups[step])
            or (any if how == "or" else all)(other in begun for other, _ in others)
        }
        later = {step for step in range(len(every)) if groups[step] <= free} - begun
        if not later:
            return set(range(len(every))) - begun
        begun |= later


def barred(every: list[Waits]) -> set[int]:
    """Return those that never begin though acts be done unasked, where these can be done at all."""
    plain: list[Waits] = [("and", ()) if way[0] == "if" else way for way in every]
    while True:
        left = stuck(plain)
        closed = [way if way[0] == "if" and way[1][0][0] in left else None for way in every]
        more = [way or each for way, each in zip(closed, plain, strict=True)]
        if more == plain:
            return left
        plain = more


def steps_of(circle: Circle) -> set[int]:
    return {int(wait.waiting.of) - 1 for wait in circle.waits}


@settings(max_examples=60, deadline=None)
@given(st.lists(waits, min_size=4, max_size=4))
def test_what_is_told_of_circles_is_what_a_play_finds(every: list[Waits]) -> None:
    facts = written(every).facts
    circles = facts.waiting.circles
    left = stuck(every)

    assert bool(circles) is bool(left)
    lost = barred(every)
    assert {int(number) - 1 for number in facts.coming.lost_steps} == lost
    for step in facts.coming.steps.values():
        if int(step.number) - 1 in lost:
            assert facts.coming.window(step.given) == Window(None, None)
    assert not any(int(pair.given.number) - 1 in lost for pair in facts.open_answers)
    assert len({circle.steps for circle in circles}) == len(circles)
    for circle in circles:
        following = (*circle.waits[1:], circle.waits[0])
        assert all(
            then.waiting in wait.on for wait, then in zip(circle.waits, following, strict=True)
        )
        assert steps_of(circle) <= left
        assert {int(number) - 1 for number in circle.behind} <= left


ways = st.tuples(st.sampled_from(["and", "or"]), st.lists(asked, max_size=2).map(tuple))


@settings(max_examples=60, deadline=None)
@given(st.lists(ways, min_size=4, max_size=4))
def test_a_circle_names_all_that_keeps_it_closed(every: list[Waits]) -> None:
    """With the lines alone that are told of, none of what waits in it ever comes."""
    circles = written(every).facts.waiting.circles
    for circle in circles:
        own = (*circle.waits, *circle.beside)
        others = (wait for each in circles for wait in (*each.waits, *each.beside))
        assert {wait.waiting for wait in own} <= never((*own, *others), {})
        assert not {wait.cause for wait in circle.waits} & {
            wait.cause for wait in circle.beside if wait.cause is not None
        }


def mended(every: list[Waits], circle: Circle) -> list[Waits]:
    """Let two steps of a circle begin together, as the finding advises."""
    stated: list[Wait] = [wait for wait in circle.waits if wait.cause is not None]
    first, other = (int(wait.waiting.of) - 1 for wait in stated[:2])
    found = list(every)
    found[first], found[other] = ("together", ((other, "begins"),)), ("and", ())
    return found


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.just("and"), st.lists(asked, max_size=1).map(tuple)), min_size=4, max_size=4
    )
)
def test_two_steps_that_begin_together_break_the_circle(every: list[Waits]) -> None:
    for circle in written(every).facts.waiting.circles:
        if len(steps_of(circle)) > 1:
            assert not steps_of(circle) & stuck(mended(every, circle))


# ── Who has given, and not received ──────────────────────────────────────────────────────────────

SIDES = (*PARTIES, "Southland")
FAR = 1000
"""Days on which nothing is due any more."""

Due = tuple[str, int, int]
"""What a step is due by: `day` of so many days, or `term` of so many days after another step."""

dues = st.one_of(
    st.none(),
    st.tuples(st.just("day"), st.integers(2, 30), st.just(0)),
    st.tuples(st.just("term"), st.integers(2, 10), st.integers(0, 3)),
)
plans = st.lists(
    st.tuples(dues, st.none() | st.integers(0, 3), st.none() | st.integers(0, 3)),
    min_size=4,
    max_size=4,
)
Plan = list[tuple[Due | None, int | None, int | None]]
"""By step: when it is due, which step it waits for, and for which it is given."""


def timetable(plan: Plan) -> Text:
    lines = []
    for number, (due, awaited, answered) in enumerate(plan):
        lines += [f"clause {number + 1}", f"  {SIDES[number % 3]} shall open its border."]
        lines.append("  reversible: no")
        if due is not None:
            how, days, other = due
            since = "signature" if how == "day" else f"{other + 1} is complete"
            lines.append(f"  by: {days} days after {since}")
        if awaited is not None:
            lines.append(f"  after: {awaited + 1} is complete")
        if answered is not None:
            lines.append(f"  in return for: {answered + 1}")
    return Text("\n".join(lines))


def played(plan: Plan) -> list[int]:
    """Return the day on which each step is done if everybody uses all the time there is.

    Nobody hurries because a step of another's waits; whose own step waits leaves itself the time.
    """
    days = [FAR] * len(plan)
    for _ in range(2 * FAR):
        before = list(days)
        for step, (due, awaited, _) in enumerate(plan):
            if due is not None:
                how, most, other = due
                days[step] = min(days[step], most if how == "day" else days[other] + most)
            if awaited is not None and awaited % 3 == step % 3:
                days[awaited] = min(days[awaited], days[step])
        if days == before:
            break
    return days


def put_off(plan: Plan) -> list[int]:
    """Return the same where what waits for others comes no sooner than they do.

    And what is due so many days after that, so many days later.
    """
    days = played(plan)
    late = list(days)
    hangs = [
        {
            due[2] if due is not None and due[0] == "term" else step,
            step if awaited is None else awaited,
        }
        for step, (due, awaited, _) in enumerate(plan)
    ]
    on = [reached(hangs, step) for step in range(len(plan))]
    for _ in plan:
        for step, (due, awaited, _) in enumerate(plan):
            if days[step] == FAR:
                continue
            of_term = due is not None and due[0] == "term" and step not in on[due[2]]
            if due is not None and of_term and days[step] == days[due[2]] + due[1]:
                late[step] = max(late[step], late[due[2]] + due[1])
            if awaited is not None and days[awaited] < FAR and step not in on[awaited]:
                late[step] = max(late[step], late[awaited])
    return late


def reached(hangs: list[set[int]], step: int) -> set[int]:
    """Return all on which a step hangs, and itself where it is one of them."""
    found: set[int] = set()
    left = [*hangs[step] - {step}]
    while left:
        each = left.pop()
        if each not in found:
            found.add(each)
            left += hangs[each] - {each}
    return found


def follows(plan: Plan, given: int) -> list[int]:
    """Return by how many days each step follows one that is done: what it waited for was done.

    Another's step hurries nobody while it waits.
    """
    days = [FAR] * len(plan)
    days[given] = 0
    for _ in range(2 * len(plan)):
        for step, (due, awaited, _) in enumerate(plan):
            if due is not None and due[0] == "term":
                days[step] = min(days[step], days[due[2]] + due[1])
            own = awaited is not None and awaited % 3 == step % 3
            if awaited is not None and (days[step] <= 0 or (own and days[step] < FAR)):
                days[awaited] = min(days[awaited], days[step])
    return days


def open_for(plan: Plan, given: int, gained: int) -> int:
    """Return how many days a step is done and its answer is not; FAR if nothing ends it."""
    days, late = played(plan), put_off(plan)
    if days[gained] == FAR == follows(plan, given)[gained]:
        return FAR
    if (days[given], days[gained]) != (late[given], late[gained]):
        return max(0, late[gained] - late[given])
    return max(0, min(days[gained] - days[given], follows(plan, given)[gained]))


@pytest.mark.no_cover
@settings(max_examples=60, deadline=None)
@given(plans)
def test_exposure_is_what_a_play_day_by_day_finds(plan: Plan) -> None:
    text = timetable(plan)
    facts = text.facts
    assume(not facts.schedule.broken and not facts.waiting.circles)
    days = put_off(plan)
    found = exposures(facts.open_answers, facts.schedule, VOCABULARY, {}, {})
    told = {
        (int(each.answer.given.number) - 1, int(each.answer.gained.number) - 1): each.gap.days
        for each in found
    }

    for pair in facts.answering:
        given, gained = int(pair.given.number) - 1, int(pair.gained.number) - 1
        if days[given] < FAR:
            open_on = open_for(plan, given, gained)
            expected = {0: "none", FAR: None}.get(open_on, open_on)
            assert told.get((given, gained), "none") == expected
    for each in worst(found, 30):
        mine = [pair for pair in told if SIDES[pair[0] % 3] == each.party]
        if all(days[given] < FAR for given, _ in mine):
            longest = {
                given: max(open_for(plan, given, gained) for one, gained in mine if one == given)
                for given, _ in mine
            }
            busiest = Counter(
                day
                for given, most in longest.items()
                for day in range(days[given], days[given] + most)
            )
            now = {exposed.answer.given.number for exposed in each.open}
            assert each.day is not None
            assert len(now) == busiest[each.day.days] == max(busiest.values())


# ── Deadlines that count from each other ─────────────────────────────────────────────────────────

counted = st.lists(st.lists(st.integers(0, 4), max_size=2), min_size=4, max_size=4)
"""By step, the steps from which its deadlines count; 4 for signature."""


def without_a_day(every: list[list[int]]) -> set[int]:
    """Let each step with no deadline come, and each whose clock has started; return the others."""
    come = {len(every)}
    for _ in every:
        come |= {step for step, others in enumerate(every) if not others or come & set(others)}
    return {*range(len(every))} - come


@settings(max_examples=60, deadline=None)
@given(counted)
def test_deadlines_that_never_run_are_those_of_which_no_play_starts_the_clock(
    every: list[list[int]],
) -> None:
    every = [[other for other in others if other != step] for step, others in enumerate(every)]
    lines = []
    for step, others in enumerate(every):
        lines += [f"clause {step + 1}", f"  {SIDES[step % 3]} shall open its border."]
        since = [f"{other + 1} is verified" if other < 4 else "signature" for other in others]
        told = ", ".join(f"9 days after {moment}" for moment in since)
        if told:
            lines.append(f"  by: {'earlier of ' if len(others) > 1 else ''}{told}")
    left = without_a_day(every)
    idle = Text("\n".join(lines)).facts.idle

    assert bool(idle) is bool(left)
    for each in idle:
        assert {int(limit.later.of) - 1 for limit in each.limits} <= left


# ── What can be kept at all ──────────────────────────────────────────────────────────────────────

Time = tuple[int, str]
"""So many days after signature (""), or after a moment of one of the two steps."""
Line = tuple[str, str, tuple[Time, ...]]
"""A label, how it takes its times (none, `earlier of`, `later of`), and the times."""

MOMENTS = ("", "1 begins", "1 is complete", "2 begins", "2 is complete")
times = st.tuples(st.integers(2, 3), st.sampled_from(MOMENTS))
lines_ = st.one_of(
    st.tuples(
        st.sampled_from(["by:", "after:", "on:", "before:", "starts: by", "starts: on"]),
        st.just(""),
        st.tuples(times),
    ),
    st.tuples(
        st.sampled_from(["by:", "after:", "before:"]),
        st.sampled_from(["earlier of", "later of"]),
        st.tuples(times, times),
    ),
)
steps_ = st.lists(lines_, max_size=2, unique_by=lambda line: line[0].split(":")[0])


def is_kept(day: dict[str, int], number: str, lines: list[Line]) -> bool:
    """Tell whether a step that begins and ends on these days keeps its lines, as they read."""
    begins, complete = day[f"{number} begins"], day[f"{number} is complete"]
    for label, how, every in lines:
        found = [day[moment] + days for days, moment in every]
        time = min(found) if how == "earlier of" else max(found)
        kept = {
            "by:": complete <= time,
            "before:": complete <= time,
            "after:": begins >= time,
            "on:": begins >= time >= complete,
            "starts: by": begins <= time,
            "starts: on": begins == time,
        }
        if not kept[label]:
            return False
    return begins <= complete


@pytest.mark.no_cover
@settings(max_examples=60, deadline=None)
@given(steps_, steps_)
def test_what_can_be_kept_is_what_a_trial_of_all_days_keeps(
    one: list[Line], other: list[Line]
) -> None:
    text = []
    for number, lines in (("1", one), ("2", other)):
        text += [f"clause {number}", "  Northland shall open its border."]
        for label, how, every in lines:
            told = ", ".join(f"{days} days after {moment or 'signature'}" for days, moment in every)
            text.append(f"  {label} {how} {told}".replace("  ", " ").replace(" ", "  ", 1))
    schedule = Text("\n".join(text)).facts.schedule
    possible = any(
        is_kept(day, "1", one) and is_kept(day, "2", other)
        for days in product(range(13), repeat=4)
        if (day := dict(zip(MOMENTS, (0, *days), strict=True)))
    )

    assert schedule.decided
    assert bool(schedule.broken) is not possible
