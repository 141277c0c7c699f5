"""Work spread over processes: order, errors, and where there are none."""

from __future__ import annotations

import os
import threading

import pytest

from generator import workers

FORKS = pytest.mark.skipif(not workers._can_fork(), reason="this system has one process for all")


@FORKS
def test_all_but_the_last_are_made_elsewhere() -> None:
    found = workers.spread(lambda item: (item, os.getpid()), "abc")
    assert [item for item, _ in found] == ["a", "b", "c"]
    assert len({pid for _, pid in found}) == 3
    assert found[-1][1] == os.getpid()


@FORKS
def test_a_large_result_comes_whole() -> None:
    assert workers.spread(lambda item: item * 10_000_000, "xy") == ["x" * 10**7, "y" * 10**7]


def test_an_error_reaches_the_caller() -> None:
    def work(item: int) -> int:
        return 1 // item

    with pytest.raises(ZeroDivisionError):
        workers.spread(work, (0, 1))
    with pytest.raises(ZeroDivisionError):
        workers.spread(work, (1, 0))


@FORKS
def test_a_process_that_dies_or_cannot_answer_is_replaced() -> None:
    here = os.getpid()

    def dies(item: str) -> str:
        if os.getpid() != here:
            os._exit(9)
        return item

    def unsendable(item: str) -> object:
        return item if os.getpid() == here else lambda: item

    assert workers.spread(dies, "ab") == ["a", "b"]
    assert workers.spread(unsendable, "ab") == ["a", "b"]


@FORKS
def test_no_process_to_be_had_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", full)
    assert workers.spread(lambda item: os.getpid(), "ab") == [os.getpid()] * 2


@FORKS
def test_an_interrupt_leaves_no_process() -> None:
    here = os.getpid()

    def work(item: str) -> str:
        if os.getpid() == here:
            raise KeyboardInterrupt
        threading.Event().wait(60)
        return item

    with pytest.raises(KeyboardInterrupt):
        workers.spread(work, "ab")
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_one_process_does_it_all_where_more_do_not_pay(monkeypatch: pytest.MonkeyPatch) -> None:
    def work(_: str) -> int:
        return os.getpid()

    assert workers.spread(work, "ab", False) == [os.getpid()] * 2
    assert workers.spread(work, "a") == [os.getpid()]
    assert workers.spread(work, "") == []
    monkeypatch.setattr(workers, "_can_fork", lambda: False)
    assert workers.spread(work, "ab") == [os.getpid()] * 2


def test_a_process_with_threads_does_not_fork() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert not workers._can_fork()
    finally:
        done.set()
        thread.join()
