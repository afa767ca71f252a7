"""The console as this program needs it, whatever it is; standard library only."""

from __future__ import annotations

import sys


def use_utf8() -> None:
    """Make both output streams UTF-8 whatever the console is: a cp1252 one would crash on a name."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)  # None where a stream was closed or replaced
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")
