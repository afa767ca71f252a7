"""A process that works for another one: its life, its limits, and the board on which it writes what it is at."""

from __future__ import annotations

import contextlib
import gc
import mmap
import os
import signal
import struct
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from pokin_docs.model.findings import MachineTrouble

T = TypeVar("T")
R = TypeVar("R")


class LossReason(Enum):
    """Why a task was not finished."""

    TIME = "waktu"
    MEMORY = "memori"
    DEAD = "mati"


@dataclass(frozen=True, slots=True)
class WorkerLost:
    """In place of a result: the worker ended, or was ended, at this task."""

    reason: LossReason


class TaskBoard:
    """Memory shared with a copy of this process, in which it writes which task of its piece it begins, and when.

    So its results can come together at the end of a piece, and it is still known what it was at when it is ended. Every
    message wakes this process, which needs a processor that the workers could use.
    """

    _FORMAT = struct.Struct("dd")

    def __init__(self) -> None:
        self.shared = mmap.mmap(-1, self._FORMAT.size)

    def write(self, number: int) -> None:
        """Write that the task of this place in the piece is begun now; places count from 0."""
        self._FORMAT.pack_into(self.shared, 0, number, time.monotonic())

    def read(self) -> tuple[int, float]:
        """The place in the piece of the task that was begun last, and when, by the monotonic clock in seconds."""
        number, moment = self._FORMAT.unpack_from(self.shared)
        return int(number), moment


def live(
    channel: Connection,
    work: Callable[[Any, T], R],
    material: object,
    task: Sequence[T] | None,
    seconds: float,
    memory_bytes: int,
    handles_to_close: tuple[int, ...],
    board: TaskBoard | None,
) -> None:
    """Life of a worker: tasks, or their numbers, are taken and results sent until the other side is gone.

    Args:
        channel: Its end of the pipe.
        work: Called with ``material`` and a task.
        material: What all tasks share.
        task: All tasks, where their numbers are sent; None where the tasks themselves are.
        seconds: Processor time that one task may take.
        memory_bytes: Memory that it may take beside what it began with.
        handles_to_close: File descriptors to be closed first.
        board: Where it writes which task it is at; None for a worker that tells after each.
    """
    gc.freeze()  # what a copy was born with is not looked through, nor copied for that
    # Ctrl+C reaches every process of the terminal; only the first one answers it, and ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _heed_interrupts()
    for handle in handles_to_close:
        os.close(handle)
    _limit_memory(memory_bytes)
    try:
        channel.send(("siap", None))
        while True:
            done: list[object] = []
            piece = channel.recv()
            for number, given in enumerate(piece, 1):
                _limit_processor(seconds)
                kind, value = _result(work, material, task[given] if task is not None else given)
                done.append(value)
                if board and number < len(piece):
                    board.write(number)
                if kind != "hasil":
                    channel.send((kind, value))
                elif board is None or number == len(piece):
                    channel.send((kind, done))
                    done = []
    except (EOFError, OSError):
        return  # nobody waits for results any more


def _result(work: Callable[[Any, T], R], material: object, task: T) -> tuple[str, object]:
    try:
        return "hasil", work(material, task)
    except MemoryError:
        return "hasil", WorkerLost(LossReason.MEMORY)
    except MachineTrouble as trouble:
        return "mesin", (trouble.message, trouble.saran)
    except Exception:  # noqa: BLE001  # a fault of the program is told where it can be reported
        return "rusak", traceback.format_exc()


if sys.platform == "win32":

    def _limit_memory(memory_bytes: int) -> None:
        """Windows has no such limit for a process that is running already; the limit of time must do."""

    def _limit_processor(seconds: float) -> None:
        """The one who waits ends a worker that takes too long."""

    def _heed_interrupts() -> None:
        """Nothing was held back."""

else:
    import resource

    def _heed_interrupts() -> None:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})

    def _limit_memory(memory_bytes: int) -> None:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (max(memory_bytes, _addressed() + memory_bytes // 2),) * 2)

    def _addressed() -> int:
        """Bytes that this process has mapped already; a copy begins with all of its parent's."""
        try:
            with open("/proc/self/statm", encoding="ascii") as stream:  # noqa: PTH123  # read in a process under limits
                return int(stream.read().split()[0]) * resource.getpagesize()
        except (OSError, ValueError):
            return 0

    def _limit_processor(seconds: float) -> None:
        """Let the system end this process when a task eats more than its time, also when nobody is left to do it."""
        used = time.process_time()
        with contextlib.suppress(ValueError, OSError):
            _, hard = resource.getrlimit(resource.RLIMIT_CPU)
            resource.setrlimit(resource.RLIMIT_CPU, (int(used + seconds) + 2, hard))
