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

from pokin_docs.model.findings import GangguanMesin
from pokin_docs.render.filling import worker

__all__ = ["Batas", "Gugur", "Sebab", "cores", "forks", "run"]

Gugur = worker.Gugur
Sebab = worker.Sebab

T = TypeVar("T")
R = TypeVar("R")

DETIK = 20.0
"""Wall-clock seconds that one task may take."""
BITA = 1_200_000_000
"""Bytes of memory that a worker may address, where the system can limit it."""
_MULAI = 60.0
"""Seconds in which a worker must have started; a slow disk and a virus scanner are no fault of a template."""
_BAGIAN = 4
_TERBANYAK = 16
"""A worker gets the tasks in pieces: a fourth of its share of what is left, at most sixteen."""


@dataclass(frozen=True, slots=True)
class Batas:
    """What one task may take."""

    detik: float = DETIK
    bita: int = BITA


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
class _Pekerja(Generic[T]):
    """A worker with the tasks it holds; ``didengar`` is when it was last heard of, ``papan`` what it writes."""

    proses: BaseProcess
    saluran: Connection
    papan: worker.Papan | None
    tugas: deque[int] = field(default_factory=deque)
    siap: bool = False
    didengar: float = field(default_factory=time.monotonic)

    @property
    def sejak(self) -> float:
        """The time of its last sign of life."""
        return max(self.didengar, self.papan.read()[1]) if self.papan else self.didengar

    def take_begun(self) -> int:
        """Take away the task it is at, or was at when it ended."""
        place = min(self.papan.read()[0] if self.papan else 0, len(self.tugas) - 1)
        begun = self.tugas[place]
        del self.tugas[place]
        return begun

    def end(self) -> None:
        self.proses.kill()
        self.proses.join()
        self.saluran.close()


def run(
    kerja: Callable[[Any, T], R],
    bahan: object,
    tugas: Sequence[T],
    *,
    pekerja: int,
    batas: Batas,
    lepas: tuple[int, ...] = (),
    salin: bool | None = None,
) -> Generator[tuple[int, R | Gugur], None, None]:
    """The number of each task with its result, in the order in which they are done.

    Args:
        kerja: A function of a module, called in a worker with ``bahan`` and a task.
        bahan: What all tasks share; a worker that is a copy of this process keeps it as it is.
        tugas: The tasks.
        pekerja: How many workers at most.
        batas: What one task may take.
        lepas: Open files of this process that no worker may keep.
        salin: Whether workers are copies of this process; None where that is possible.

    Raises:
        GangguanMesin: What a task raised, or workers cannot be started.
    """
    copies = forks() if salin is None else salin
    context = multiprocessing.get_context("fork" if copies else "spawn")
    waiting = deque(range(len(tugas)))
    crew: list[_Pekerja[T]] = []
    share = max(1, min(pekerja, len(tugas)))
    try:
        while waiting or any(one.tugas for one in crew):
            while len(crew) < share and len(crew) < len(waiting) + sum(bool(one.tugas) for one in crew):
                crew.append(_hire(context, kerja, bahan, tugas if copies else None, batas, lepas, crew))
            for one in crew:
                if one.siap and not one.tugas and waiting:
                    _hand_out(one, waiting, None if copies else tugas, share)
            yield from _next_results(crew, batas, waiting)
    finally:
        for one in crew:
            one.end()


def _hire(
    context: BaseContext,
    kerja: Callable[[Any, T], R],
    bahan: object,
    tugas: Sequence[T] | None,
    batas: Batas,
    lepas: tuple[int, ...],
    crew: list[_Pekerja[T]],
) -> _Pekerja[T]:
    here, there = context.Pipe()
    # A copy holds our ends of the pipes too: while any lives, no worker would see that this process is gone.
    ours = (*lepas, *(one.saluran.fileno() for one in crew), here.fileno()) if _is_fork(context) else ()
    papan = worker.Papan() if _is_fork(context) else None
    process: BaseProcess = context.Process(  # type: ignore[attr-defined]
        target=worker.live, args=(there, kerja, bahan, tugas, batas.detik, batas.bita, ours, papan), daemon=True
    )
    with _without_interrupt():
        try:
            process.start()
        except OSError as fault:
            raise GangguanMesin(
                f"Proses pembantu tidak dapat dijalankan ({fault.strerror}).", "Tutup program lain, lalu jalankan lagi."
            ) from fault
    there.close()
    return _Pekerja(process, here, papan)


def _is_fork(context: BaseContext) -> bool:
    return context.get_start_method() == "fork"


def _hand_out(one: _Pekerja[T], waiting: deque[int], tugas: Sequence[T] | None, share: int) -> None:
    """Give an idle worker its next tasks, or their numbers if it has all; it is reading, so that this never waits."""
    count = min(_TERBANYAK, max(1, len(waiting) // (share * _BAGIAN)))
    one.tugas.extend(waiting.popleft() for _ in range(min(count, len(waiting))))
    one.didengar = time.monotonic()
    if one.papan:
        one.papan.write(0)
    # One that has just ended is seen by its silence.
    with contextlib.suppress(OSError):
        one.saluran.send([tugas[index] if tugas else index for index in one.tugas])


def _next_results(crew: list[_Pekerja[T]], batas: Batas, waiting: deque[int]) -> Iterator[tuple[int, Any]]:
    """What the workers say next; a worker that is over its time, or gone, leaves the crew."""
    now = time.monotonic()
    left = [one.sejak + _allowed(one, batas) - now for one in crew if one.tugas or not one.siap]
    heard = wait([one.saluran for one in crew], timeout=max(0.0, min(left, default=0.0)))
    for one in list(crew):
        if one.saluran in heard:
            try:
                kind, value = one.saluran.recv()
            except (EOFError, OSError):
                yield from _lose(one, crew, waiting, Sebab.MATI)
                continue
            one.didengar = time.monotonic()
            if kind == "siap":
                one.siap = True
            elif kind == "hasil":
                for result in value:
                    yield one.tugas.popleft(), result
            else:
                _raise(kind, value)
        elif (one.tugas or not one.siap) and time.monotonic() - one.sejak >= _allowed(one, batas):
            yield from _lose(one, crew, waiting, Sebab.WAKTU)


def _allowed(one: _Pekerja[T], batas: Batas) -> float:
    return batas.detik if one.siap else max(_MULAI, batas.detik)


def _lose(one: _Pekerja[T], crew: list[_Pekerja[T]], waiting: deque[int], sebab: Sebab) -> Iterator[tuple[int, Gugur]]:
    """Take leave of a worker: the task it was at has failed, the others it held go to another."""
    crew.remove(one)
    one.end()
    if not one.siap:
        raise GangguanMesin(
            "Proses pembantu berhenti sebelum mulai bekerja.", "Tutup program lain, lalu jalankan lagi."
        )
    if sebab is Sebab.MATI and one.proses.exitcode == -getattr(signal, "SIGXCPU", 0):
        sebab = Sebab.WAKTU
    if one.tugas:
        yield one.take_begun(), Gugur(sebab)
    waiting.extendleft(reversed(one.tugas))


def _raise(kind: str, value: Any) -> None:
    if kind == "mesin":
        raise GangguanMesin(*value)
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
