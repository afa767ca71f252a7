"""Work in other processes: on all cores, and where a task that does not end can be ended from outside (promise 4).

Neither a signal nor the sandbox stops one long call in C. A worker has a limit of memory and of processor time that the
system enforces, and is killed when it does not finish a task in time.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

from pokin_docs.model.findings import MachineTrouble
from pokin_docs.model.refusals import refusal
from pokin_docs.render.filling import worker
from pokin_docs.render.filling.allowance import Limits

__all__ = ["Limits", "LossReason", "WorkerLost", "cores", "forks", "run"]

WorkerLost = worker.WorkerLost
LossReason = worker.LossReason

T = TypeVar("T")
R = TypeVar("R")

_START_SECONDS = 60.0
"""Seconds in which a worker must have started; a slow disk and a virus scanner are no fault of a template."""
_PIECES_PER_WORKER = 4
_MOST = 16
"""A worker gets the tasks in pieces: a fourth of its share of what is left, at most sixteen."""


def cores() -> int:
    """Processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def forks() -> bool:
    """Whether a worker is a copy of this process, made in milliseconds, or a Python started anew.

    Copying a process that has threads may lock up the copy, and on macOS system libraries do not survive it.
    """
    return sys.platform.startswith("linux") and threading.active_count() == 1


@dataclass(slots=True)
class _Worker(Generic[T]):
    """A worker with the tasks it holds; ``last_heard`` is when it was last heard of, ``board`` what it writes."""

    process: BaseProcess
    channel: Connection
    board: worker.TaskBoard | None
    task: deque[int] = field(default_factory=deque)
    ready: bool = False
    last_heard: float = field(default_factory=time.monotonic)

    @property
    def since(self) -> float:
        """The time of its last sign of life."""
        return max(self.last_heard, self.board.read()[1]) if self.board else self.last_heard

    def take_begun(self) -> int:
        """Take away the task it is at, or was at when it ended."""
        place = min(self.board.read()[0] if self.board else 0, len(self.task) - 1)
        begun = self.task[place]
        del self.task[place]
        return begun

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.channel.close()


def run(
    work: Callable[[Any, T], R],
    material: object,
    task: Sequence[T],
    *,
    workers: int,
    limits: Limits,
    handles_to_close: tuple[int, ...] = (),
    by_copy: bool | None = None,
) -> Generator[tuple[int, R | WorkerLost], None, None]:
    """The number of each task (from 0) with its result, in the order in which they are done.

    Args:
        work: A function of a module, called in a worker with ``material`` and a task.
        material: What all tasks share; a worker that is a copy of this process keeps it as it is.
        task: The tasks.
        workers: How many workers at most.
        limits: What one task may take.
        handles_to_close: File descriptors of this process that no worker may keep open.
        by_copy: Whether workers are copies of this process; None where that is possible.

    Raises:
        MachineTrouble: What a task raised, or workers cannot be started.
        RuntimeError: A task raised anything else; its traceback is the message.
    """
    copies = forks() if by_copy is None else by_copy
    context = multiprocessing.get_context("fork" if copies else "spawn")
    waiting = deque(range(len(task)))
    crew: list[_Worker[T]] = []
    share = max(1, min(workers, len(task)))
    try:
        while waiting or any(one.task for one in crew):
            while len(crew) < share and len(crew) < len(waiting) + sum(bool(one.task) for one in crew):
                crew.append(_hire(context, work, material, task if copies else None, limits, handles_to_close, crew))
            for one in crew:
                if one.ready and not one.task and waiting:
                    _hand_out(one, waiting, None if copies else task, share)
            yield from _next_results(crew, limits, waiting)
    finally:
        for one in crew:
            one.end()


def _hire(
    context: BaseContext,
    work: Callable[[Any, T], R],
    material: object,
    task: Sequence[T] | None,
    limits: Limits,
    handles_to_close: tuple[int, ...],
    crew: list[_Worker[T]],
) -> _Worker[T]:
    here, there = context.Pipe()
    # A copy holds our ends of the pipes too: while any lives, no worker would see that this process is gone.
    ours = (*handles_to_close, *(one.channel.fileno() for one in crew), here.fileno()) if _is_fork(context) else ()
    board = worker.TaskBoard() if _is_fork(context) else None
    process: BaseProcess = context.Process(  # type: ignore[attr-defined]
        target=worker.live,
        args=(there, work, material, task, limits.seconds, limits.memory_bytes, ours, board),
        daemon=True,
    )
    with _without_interrupt():
        try:
            process.start()
        except OSError as fault:
            raise MachineTrouble(
                f"Proses pembantu tidak dapat dijalankan ({refusal(fault)}).",
                "Tutup program lain, lalu jalankan lagi.",
            ) from fault
    there.close()
    return _Worker(process, here, board)


def _is_fork(context: BaseContext) -> bool:
    return context.get_start_method() == "fork"


def _hand_out(one: _Worker[T], waiting: deque[int], task: Sequence[T] | None, share: int) -> None:
    """Give an idle worker its next tasks, or their numbers if it has all; it is reading, so that this never waits."""
    count = min(_MOST, max(1, len(waiting) // (share * _PIECES_PER_WORKER)))
    one.task.extend(waiting.popleft() for _ in range(min(count, len(waiting))))
    one.last_heard = time.monotonic()
    if one.board:
        one.board.write(0)
    # One that has just ended is seen by its silence.
    with contextlib.suppress(OSError):
        one.channel.send([task[index] if task else index for index in one.task])


def _next_results(crew: list[_Worker[T]], limits: Limits, waiting: deque[int]) -> Iterator[tuple[int, Any]]:
    """What the workers say next; a worker that is over its time, or gone, leaves the crew."""
    now = time.monotonic()
    left = [one.since + _allowed(one, limits) - now for one in crew if one.task or not one.ready]
    heard = wait([one.channel for one in crew], timeout=max(0.0, min(left, default=0.0)))
    for one in list(crew):
        if one.channel in heard:
            try:
                kind, value = one.channel.recv()
            except (EOFError, OSError):
                yield from _lose(one, crew, waiting, LossReason.DEAD)
                continue
            one.last_heard = time.monotonic()
            if kind == "siap":
                one.ready = True
            elif kind == "hasil":
                for result in value:
                    yield one.task.popleft(), result
            else:
                _raise(kind, value)
        elif (one.task or not one.ready) and time.monotonic() - one.since >= _allowed(one, limits):
            yield from _lose(one, crew, waiting, LossReason.TIME)


def _allowed(one: _Worker[T], limits: Limits) -> float:
    return limits.seconds if one.ready else max(_START_SECONDS, limits.seconds)


def _lose(
    one: _Worker[T], crew: list[_Worker[T]], waiting: deque[int], reason: LossReason
) -> Iterator[tuple[int, WorkerLost]]:
    """Take leave of a worker: the task it was at has failed, the others it held go to another."""
    crew.remove(one)
    one.end()
    if not one.ready:
        raise MachineTrouble(
            "Proses pembantu berhenti sebelum mulai bekerja.", "Tutup program lain, lalu jalankan lagi."
        )
    if reason is LossReason.DEAD and one.process.exitcode == -getattr(signal, "SIGXCPU", 0):
        reason = LossReason.TIME
    if one.task:
        yield one.take_begun(), WorkerLost(reason)
    waiting.extendleft(reversed(one.task))


def _raise(kind: str, value: Any) -> None:
    if kind == "mesin":
        raise MachineTrouble(*value)
    raise RuntimeError(f"in a worker:\n{value}")


if sys.platform == "win32":

    @contextlib.contextmanager
    def _without_interrupt() -> Iterator[None]:
        """Nothing to hold back: a new process does not inherit what this one has pending."""
        yield

else:

    @contextlib.contextmanager
    def _without_interrupt() -> Iterator[None]:
        """Hold Ctrl+C back while a process starts, until that process knows to ignore it."""
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
