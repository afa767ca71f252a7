"""How long the official list takes: a search, an examination with it and without, and reading it for the first time.

Run as ``.venv/bin/python benchmarks/nomenclature.py BERKAS`` with a list of SIPD. Ratios count: machines differ.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "inputs" / "diskominfo-balangan.xlsx"
ROUNDS = 5


def main() -> None:
    """Print each figure with its ratio to a start of the program that does nothing."""
    listed = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        office = Path(folder)
        cache = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": folder, "LOCALAPPDATA": folder}
        shutil.copy(EXAMPLE, office)
        start = _seconds(("--versi",), office, cache)
        without = _seconds(("periksa", EXAMPLE.name), office, cache)
        shutil.copy(listed, office)
        first = _seconds(("nomenklatur", "relasi", "media"), office, cache, rounds=1)
        search = _seconds(("nomenklatur", "relasi", "media"), office, cache)
        misspelt = _seconds(("nomenklatur", "penyusnan", "konten"), office, cache)
        with_list = _seconds(("periksa", EXAMPLE.name), office, cache)
    for name, seconds in (
        ("start alone", start), ("first reading", first), ("search", search), ("search, misspelt", misspelt),
        ("periksa without the list", without), ("periksa with the list", with_list),
    ):  # fmt: skip
        print(f"{name:<26}{seconds:6.2f} s  {seconds / start:5.1f} times the start")
    print(f"the list costs periksa    {with_list - without:6.2f} s")


def _seconds(words: tuple[str, ...], cwd: Path, environment: dict[str, str], rounds: int = ROUNDS) -> float:
    """Median of the time a command takes, in a process of its own."""
    spent = []
    for _ in range(rounds):
        begun = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "pokin_docs.cli.main", *words],
            cwd=cwd,
            env=environment,
            capture_output=True,
            check=False,
        )
        spent.append(time.perf_counter() - begun)
    return median(spent)


if __name__ == "__main__":
    main()
