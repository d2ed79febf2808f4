"""Doing the same with many things, on all cores where that is safe."""

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")


class InOrder(Protocol):
    """Does something with every item; the results stand in the order of the items."""

    def __call__(self, do: Callable[[T], R], items: Sequence[T]) -> list[R]: ...


def one_by_one(do: Callable[[T], R], items: Sequence[T]) -> list[R]:
    """In this process, one after the other."""
    return [do(item) for item in items]


def on_all_cores(do: Callable[[T], R], items: Sequence[T]) -> list[R]:
    """In a process for each core, which inherits what this one holds.

    Only where a fork is safe, that is in a process with a single thread; else, and on
    systems without a fork, one by one.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    forks = "fork" in multiprocessing.get_all_start_methods()
    if cores < 2 or not forks or threading.active_count() > 1:
        return one_by_one(do, items)
    with _inherited(do, items), multiprocessing.get_context("fork").Pool(cores) as pool:
        return pool.map(_work, range(len(items)), chunksize=max(1, len(items) // 16))


_inheritance: list[tuple[Callable[[Any], Any], Sequence[Any]]] = []


@contextmanager
def _inherited(do: Callable[[T], R], items: Sequence[T]) -> Iterator[None]:
    """Large things are not sent to the children: they are there when they begin."""
    _inheritance.append((do, items))
    try:
        yield
    finally:
        _inheritance.pop()


def _work(at: int) -> Any:  # noqa: ANN401
    do, items = _inheritance[-1]
    return do(items[at])
