"""One start at a time makes ``.venv``, and tells on one line what goes on; standard library only."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator

from pokin_docs.setup.requirements import SetupError
from pokin_docs.setup.venv_state import VENV

LOCK = "pokin.lock"
LONGEST_WAIT = 15 * 60.0


@contextlib.contextmanager
def told_on_one_line(text: str) -> Iterator[None]:
    """Tell on one line of stderr what goes on and, once done, how long it took."""
    print(f"{text} … ", end="", file=sys.stderr, flush=True)
    began = time.monotonic()
    try:
        yield
    except BaseException:
        print("gagal.", file=sys.stderr, flush=True)
        raise
    print(f"siap, {time.monotonic() - began:.0f} detik.", file=sys.stderr, flush=True)


@contextlib.contextmanager
def only_one(root: str) -> Iterator[None]:
    """Hold the lock of ``.venv``; the system frees it however this process, and a pip it left behind, end.

    Raises:
        SetupError: Another start has held it for too long.
    """
    path = os.path.join(root, VENV, LOCK)
    deadline = time.monotonic() + LONGEST_WAIT
    told = False
    while True:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "a", encoding="utf-8") as file:
            if _try_lock(file.fileno()):
                if os.name != "nt":
                    os.set_inheritable(file.fileno(), True)
                # A start that failed took the file away: then this is a lock on nothing.
                if os.path.exists(path) and os.path.samestat(os.fstat(file.fileno()), os.stat(path)):
                    yield
                    return
                continue
        if time.monotonic() > deadline:
            raise SetupError(f"Penyiapan lain di {os.path.dirname(path)} belum juga selesai. Tutup dulu yang itu.")
        if not told:
            print("Menunggu penyiapan .venv yang sedang berjalan …", file=sys.stderr, flush=True)
            told = True
        time.sleep(0.2)


def _try_lock(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
