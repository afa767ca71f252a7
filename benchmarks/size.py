"""Large workbooks: the whole command on the example repeated, from 89 rows of Tahap 5 to as many as are read.

    .venv/bin/python benchmarks/size.py [tulis] [KALI ...]

KALI are how often it is repeated (2 12 24; 113 gives 4,973 rows of the 5,000 that are read). ``tulis`` writes the table
of ``docs/kecepatan.md``. Exits 1 when time grows more than the rows do, or more memory is used than is promised.
"""

from __future__ import annotations

import math
import sys
import tempfile
from itertools import pairwise
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent.parent), str(Path(__file__).resolve().parent)]

import command  # noqa: E402
from speed_page import Baris, at_most, print_rows, write_tables  # noqa: E402

TITLE = "Buku kerja besar: contoh yang diulang"
SIZES = (2, 12, 24)
MOST_POWER = 1.1
"""Of the growth with the rows; 1 is as fast as they grow."""
MOST_MEGABYTES = 400
"""Peak of about 1,000 rows."""


def measured(sizes: tuple[int, ...]) -> list[Baris]:
    """The measures of each size, and how they grow from the one before."""
    rows: list[Baris] = []
    with tempfile.TemporaryDirectory() as name:
        found = [command.of_size(Path(name), copies) for copies in sizes]
    for count, documents, spent, peak in found:
        said = f"{documents} dokumen, {spent:.1f} detik prosesor di luar impor, {peak:.0f} MB"
        rows.append(Baris(f"{count} baris Tahap 5", said))
        if 900 <= count <= 1_200:
            rows.append(at_most(f"memori puncak {count} baris (MB)", peak, MOST_MEGABYTES, 0))
    for (before, _, least, _), (count, _, spent, _) in pairwise(found):
        power = math.log(spent / least) / math.log(count / before)
        rows.append(at_most(f"pangkat pertumbuhan waktu dari {before} ke {count} baris", power, MOST_POWER, 2))
    return rows


if __name__ == "__main__":
    table = measured(tuple(int(word) for word in sys.argv[1:] if word.isdigit()) or SIZES)
    print_rows(table)
    if "tulis" in sys.argv[1:]:
        write_tables({TITLE: table})
    sys.exit(any(row.tercapai is False for row in table))
