"""Files checked by several processes where that saves time; what comes out is the same.

Whether it does is seen from the first files: this process checks until it knows how long the rest
will take, and only then are others started. They are copies of this one, which takes a system that
can fork; elsewhere one process does it all.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Item = TypeVar("Item")
Result = TypeVar("Result")

_LOOK = 0.05
"""Seconds of work after which it is told how long the rest will take."""

_WORTH = 0.25
"""Seconds of work left from which on others are started: to start them takes a fifth of that."""

_SHARES = 8
"""In how many parts each process gets its work, so that none waits long for another's last."""


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def each(
    work: Callable[[Item], Result],
    items: Sequence[Item],
    *,
    size: Callable[[Item], int],
    jobs: int,
) -> Iterator[Result]:
    """Yield what the work makes of each item, in their order, by at most so many processes.

    `size` tells how much work an item is beside the others; it is asked only where several
    processes may be used.

    Raises:
        click.ClickException: another process has been ended from outside.
    """
    rest = items
    if jobs > 1 and len(items) > 1 and hasattr(os, "fork"):
        left, done, began = sum(map(size, items)), 0, time.perf_counter()
        for number, item in enumerate(items[:-1], 1):
            yield work(item)
            done, left = done + size(item), left - size(item)
            spent, rest = time.perf_counter() - began, items[number:]
            if spent > _LOOK and spent * left > _WORTH * done:
                yield from _shared(work, rest, jobs)
                return
    yield from map(work, rest)


def _shared(work: Callable[[Item], Result], items: Sequence[Item], jobs: int) -> Iterator[Result]:
    from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(
        min(jobs, len(items)), get_context("fork"), initializer=_take, initargs=(work,)
    )
    try:
        yield from pool.map(_do, items, chunksize=-(-len(items) // (jobs * _SHARES)))
    except BrokenProcessPool:
        message = "a process that checked files was ended from outside; try `--jobs 1`"
        raise click.ClickException(message) from None
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


_work: Callable[[Any], Any]
"""What one of the other processes does: it cannot be sent with each item, but is inherited."""


def _take(work: Callable[[Any], Any]) -> None:
    global _work  # noqa: PLW0603 - the pool hands each process nothing else to keep it in
    _work = work


def _do(item: Any) -> Any:  # noqa: ANN401 - as the work that it is
    return _work(item)
