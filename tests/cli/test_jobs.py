"""Work shared by several processes. How long it takes is made up: no test waits."""

from __future__ import annotations

import multiprocessing
import os
import signal
from types import SimpleNamespace
from typing import TYPE_CHECKING

import click
import pytest

from clausecheck.cli import jobs

if TYPE_CHECKING:
    from collections.abc import Callable

    Done = Callable[[list[int], int], tuple[list[int], set[int]]]

HERE = os.getpid()


@pytest.fixture
def spend(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Return what lets so many milliseconds pass."""
    clock = SimpleNamespace(now=0.0)

    def pass_by(milliseconds: float) -> None:
        clock.now += milliseconds / 1000

    monkeypatch.setattr(jobs, "time", SimpleNamespace(perf_counter=lambda: clock.now))
    return pass_by


@pytest.fixture
def done(spend: Callable[[float], None]) -> Done:
    """Return what does the work on items, each as long as it is large, and tells in which processes.

    Where there are others, each has something to do before any goes on.
    """

    def do(items: list[int], count: int) -> tuple[list[int], set[int]]:
        all_there = multiprocessing.get_context("fork").Barrier(count)
        met: set[int] = set()

        def work(item: int) -> tuple[int, int]:
            spend(item)
            if os.getpid() not in {HERE, *met}:
                met.add(os.getpid())
                all_there.wait(60)  # and fail, should too few be started
            return item, os.getpid()

        made = list(jobs.each(work, items, size=lambda item: item, jobs=count))
        return [item for item, _ in made], {process for _, process in made}

    return do


def test_what_several_make_comes_in_the_order_of_one(done: Done) -> None:
    items = [60, 50, 1, 90, 20, 1, 1, 80, 70, 30, 1, 1, 40]
    made, processes = done(items, 3)

    assert made == items
    assert len(processes) == 4
    assert done(items, 1) == (items, {HERE})


@pytest.mark.parametrize("items", [[], [90], [90, 1], [1] * 40, [90, 90]])
def test_where_little_is_left_to_do_no_other_is_started(items: list[int], done: Done) -> None:
    assert done(items, 2) == (items, {HERE} if items else set())


def test_where_no_process_can_be_copied_one_does_it_all(
    monkeypatch: pytest.MonkeyPatch, done: Done
) -> None:
    monkeypatch.delattr(os, "fork")

    assert done([60, 99, 99, 99], 2) == ([60, 99, 99, 99], {HERE})


def test_a_process_that_is_ended_is_no_silent_end(spend: Callable[[float], None]) -> None:
    def killed(item: int) -> int:
        spend(60)
        if os.getpid() != HERE:
            os.kill(os.getpid(), signal.SIGKILL)
        return item

    with pytest.raises(click.ClickException, match="ended from outside"):
        list(jobs.each(killed, [1] * 9, size=lambda _: 1, jobs=2))


def test_as_many_are_used_as_there_are_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 3}, raising=False)

    assert jobs.processors() == 2

    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: None)

    assert jobs.processors() == 1


def test_a_process_does_the_work_it_is_started_with() -> None:
    jobs._take(str)  # noqa: SLF001 - what others do cannot be measured from here

    assert jobs._do(1) == "1"  # noqa: SLF001 - likewise
