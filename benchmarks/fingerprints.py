"""What the fingerprint of a PK costs, against filling it: processor time of one process, in turn.

.venv/bin/python benchmarks/fingerprints.py [JUMLAH]
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent)]

import render  # noqa: E402
from pokin_docs.files.fingerprints import fingerprint  # noqa: E402
from pokin_docs.model.findings import FindingLog  # noqa: E402
from pokin_docs.templating.fill import compile as word  # noqa: E402

ROUNDS = 5
MOST = 0.35
"""Of the time of filling."""


def ratio(count: int) -> float:
    """Time of fingerprints by that of filling, the least of some rounds each."""
    log = FindingLog()
    with tempfile.TemporaryDirectory() as folder:
        form = render.compiled(render.template(Path(folder)))
    items = render.contents(count)
    fill_times, times = [], []
    for _ in range(ROUNDS):
        start = time.process_time()
        parts: list[dict[str, bytes]] = [{} for _ in items]
        made = [word.fill(form, item, "uji", log, part) for item, part in zip(items, parts, strict=True)]
        fill_times.append(time.process_time() - start)
        start = time.process_time()
        for data, part in zip(made, parts, strict=True):
            fingerprint("PK.docx", data, part)
        times.append(time.process_time() - start)
    print(f"{count} PK: mengisi {min(fill_times) / count * 1000:.2f} ms, sidik {min(times) / count * 1000:.2f} ms")
    return min(times) / min(fill_times)


if __name__ == "__main__":
    found = ratio(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
    print(f"sidik isi: {found:.2f} dari waktu mengisi (paling banyak {MOST})")
    sys.exit(found > MOST)
