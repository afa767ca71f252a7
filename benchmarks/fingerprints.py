"""What the fingerprint of a PK costs, against filling it: processor time of one process, in turn.

.venv/bin/python benchmarks/fingerprints.py [JUMLAH]
"""

from __future__ import annotations

import math
import sys
import tempfile
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent)]

import render  # noqa: E402
from pokin_docs.files.fingerprints import fingerprint  # noqa: E402
from pokin_docs.model.findings import FindingLog  # noqa: E402
from pokin_docs.templating.fill import compile as word  # noqa: E402

ROUNDS = 15
MOST = 0.42
"""Of the time of filling."""


def ratio(count: int) -> float:
    """Time of fingerprints by that of filling: of each document the least of some rounds."""
    log = FindingLog()
    with tempfile.TemporaryDirectory() as folder:
        form = render.compiled(render.template(Path(folder)))
    least = [[math.inf, math.inf] for _ in range(count)]
    for _ in range(ROUNDS):
        for times, item in zip(least, render.contents(count), strict=True):
            parts: dict[str, bytes] = {}
            start = time.process_time()
            data = word.fill(form, item, "uji", log, parts)
            filled = time.process_time()
            fingerprint("PK.docx", data, parts)
            times[:] = min(times[0], filled - start), min(times[1], time.process_time() - filled)
    filling, reading = sum(times[0] for times in least) / count, sum(times[1] for times in least) / count
    print(f"{count} PK: mengisi {filling * 1000:.2f} ms, sidik {reading * 1000:.2f} ms")
    return reading / filling


if __name__ == "__main__":
    found = ratio(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
    print(f"sidik isi: {found:.2f} dari waktu mengisi (paling banyak {MOST})")
    sys.exit(found > MOST)
