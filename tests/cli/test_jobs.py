from __future__ import annotations

import os
import signal
import time

import click
import pytest

from clausecheck.cli import jobs


def work(item: int) -> tuple[int, int]:
    """Take as many milliseconds as the item is large, and tell in which process."""
    time.sleep(item / 1000)
    return item, os.getpid()


def done(items: list[int], count: int) -> tuple[list[int], set[int]]:
    made = list(jobs.each(work, items, size=lambda item: item, jobs=count))
    return [item for item, _ in made], {process for _, process in made}


def test_what_several_make_comes_in_the_order_of_one() -> None:
    items = [60, 50, 1, 90, 20, 1, 1, 80, 70, 30, 1, 1, 40]
    made, processes = done(items, 3)

    assert made == items
    assert len(processes) == 4
    assert done(items, 1) == (items, {os.getpid()})


@pytest.mark.parametrize("items", [[], [90], [90, 1], [1] * 40, [90, 90]])
def test_where_little_is_left_to_do_no_other_is_started(items: list[int]) -> None:
    assert done(items, 2) == (items, {os.getpid()} if items else set())


def test_where_no_process_can_be_copied_one_does_it_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")

    assert done([60, 99, 99, 99], 2) == ([60, 99, 99, 99], {os.getpid()})


def test_a_process_that_is_ended_is_no_silent_end() -> None:
    here = os.getpid()

    def killed(item: int) -> int:
        time.sleep(0.06)
        if os.getpid() != here:
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
    jobs._take(work)  # noqa: SLF001 - what others do cannot be measured from here

    assert jobs._do(1) == (1, os.getpid())  # noqa: SLF001 - likewise
