"""Pieces of work spread over processes, where the system can fork; results in order."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkContext, ForkProcess

Item = TypeVar("Item")
Result = TypeVar("Result")


def spread(
    work: Callable[[Item], Result], items: Sequence[Item], pays: bool = True
) -> list[Result]:
    """The result of each item: where that `pays`, all but the last in processes of their own.

    A process that fails says nothing: its item is worked on again here, where an error has a
    trace and reaches the caller.
    """
    if not pays or len(items) < 2 or not _can_fork():
        return [work(item) for item in items]
    import multiprocessing  # small documents do without

    context = multiprocessing.get_context("fork")
    started = [_start(context, work, item) for item in items[:-1]]
    try:
        last = work(items[-1])
        found: list[tuple[Result] | None] = [_received(connection) for _, connection in started]
    finally:
        for process, connection in started:
            _end(process, connection)
    made = [got[0] if got else work(item) for got, item in zip(found, items, strict=False)]
    return [*made, last]


def _can_fork() -> bool:
    """Threads do not survive a fork, and the libraries of macOS do not like one."""
    alone = threading.active_count() == 1
    return alone and hasattr(os, "fork") and sys.platform != "darwin" and (os.cpu_count() or 1) > 1


def _start(
    context: ForkContext, work: Callable[[Item], Result], item: Item
) -> tuple[ForkProcess, Connection]:
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(there, work, item))
    with suppress(OSError):  # no process to be had: the same as one that fails
        process.start()
    there.close()
    return process, here


def _send(connection: Connection, work: Callable[[Item], Result], item: Item) -> None:
    with suppress(BaseException):
        connection.send((work(item),))


def _received(connection: Connection) -> tuple[Result] | None:
    try:
        got: tuple[Result] = connection.recv()
        return got
    except (EOFError, OSError):
        return None


def _end(process: ForkProcess, connection: Connection) -> None:
    connection.close()
    if process.pid is not None:
        process.terminate()
        process.join()
