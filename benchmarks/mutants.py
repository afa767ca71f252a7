"""Whether the tests notice it when a decision of the program is changed: each mutant of ``mutants.toml`` by itself.

    .venv/bin/python benchmarks/mutants.py [tulis] [WORD …]

A mutant is a text of one file that is replaced by another: half of a condition, a limit, a part of a sum. It runs
against the tests that it names in a copy of the checkout, one copy and one worker per core, never in the checkout
itself. With words only the mutants whose file or text holds one of them run. ``tulis`` writes ``docs/mutan.md``.

A mutant whose text does not stand exactly once in its file, or whose tests are not there, is a failure of the run:
the code has moved and the table must follow. So is a test that already fails without any mutant.
"""

from __future__ import annotations

import os
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "benchmarks" / "mutants.toml"
REPORT = ROOT / "docs" / "mutan.md"
SOURCES = "pokin_docs"
EACH, LIMIT = 40, 240
"""Seconds for one test and for all tests of a mutant: a loop without end counts as noticed."""
LEAST = 0.9
_LEFT_OUT = shutil.ignore_patterns(".git", ".venv", ".*_cache", "__pycache__", "build", "node_modules")


@dataclass(frozen=True)
class Mutant:
    """One change of one file. ``file`` is relative to the package; ``stands`` says why it may survive."""

    file: str
    find: str
    replace: str
    tests: str
    kind: str
    stands: str = ""

    @property
    def area(self) -> str:
        return self.file.partition("/")[0]

    def mutated(self, source: str) -> str:
        """The source with the change. Raises ValueError where the text does not stand in it exactly once."""
        count = source.count(self.find)
        if count != 1:
            raise ValueError(f"{self.file}: «{self.find}» stands {count} times, not once")
        changed = source.replace(self.find, self.replace)
        if changed == source:
            raise ValueError(f"{self.file}: «{self.find}» is replaced by itself")
        compile(changed, self.file, "exec")
        return changed


class End(Enum):
    """How the tests of a mutant ended."""

    KILLED = "killed"
    TIME = "killed: no end"
    SURVIVED = "survived"


def mutants() -> tuple[Mutant, ...]:
    """The table. Raises TypeError for an entry with a column too many or too few."""
    return tuple(Mutant(**entry) for entry in tomllib.loads(TABLE.read_text(encoding="utf-8"))["mutant"])


def faults(table: Iterable[Mutant]) -> Iterator[str]:
    """What keeps mutants from being what they say: text not found once, no Python, tests that are not there."""
    for mutant in table:
        try:
            mutant.mutated((ROOT / SOURCES / mutant.file).read_text(encoding="utf-8"))
        except (OSError, ValueError, SyntaxError) as error:
            yield str(error)
        for test in mutant.tests.split():
            name, _, function = test.partition("::")
            path = ROOT / "tests" / name
            if not path.is_file() or f"def {function.partition('[')[0]}" not in path.read_text(encoding="utf-8"):
                yield f"{mutant.file}: the test {test} is not there"


def run_tests(checkout: Path, tests: Iterable[str], *more: str, seconds: int | None) -> tuple[int | None, str]:
    """pytest's exit code in a copy of the checkout (None when it was killed for want of an end), and what it said."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--no-header"]
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as said:
        process = subprocess.Popen(
            [*command, *more, *(f"tests/{test}" for test in tests)], cwd=checkout, start_new_session=True, stdout=said,
            stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            code = process.wait(seconds)
        except subprocess.TimeoutExpired:
            code = None
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        said.seek(0)
        return code, said.read()


def outcome(mutant: Mutant, checkout: Path, number: int) -> End:
    """How one mutant ends in a copy of the checkout, which is afterwards as it was before."""
    path = checkout / SOURCES / mutant.file
    source, before = path.read_bytes(), path.stat()
    path.write_bytes(mutant.mutated(source.decode()).encode())
    # Python knows compiled files by time (in whole seconds) and size: two mutants of a file must not look the same.
    os.utime(path, (10**9 + 10 * number,) * 2)
    try:
        code, said = run_tests(checkout, mutant.tests.split(), f"--timeout={EACH}", seconds=LIMIT)
    finally:
        path.write_bytes(source)
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    if code not in (None, 0, 1, 2):  # 2: the mutant fails where the tests import it
        raise RuntimeError(f"{mutant.file}: pytest ended with {code} for {mutant.tests}\n{said}")
    if code is None or "Failed: Timeout" in said:
        return End.TIME
    return End.KILLED if code else End.SURVIVED


def run(table: tuple[Mutant, ...], cores: int) -> list[End]:
    """How every mutant ends. Raises RuntimeError when a test fails without any mutant."""
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(cores) as crew:
        copies: queue.SimpleQueue[Path] = queue.SimpleQueue()
        for number in range(cores):
            copy = Path(name) / f"{number}"
            shutil.copytree(ROOT, copy, ignore=_LEFT_OUT)
            copies.put(copy)
        tests = sorted({test for mutant in table for test in mutant.tests.split()})
        code, said = run_tests(Path(name) / "0", tests, "-n", str(cores), seconds=None)
        if code:
            raise RuntimeError(f"{said}\nThe tests fail without any mutant.")

        def one(number: int) -> End:
            checkout = copies.get()
            try:
                end = outcome(table[number], checkout, number)
            finally:
                copies.put(checkout)
            print(f"{end.value:15}{table[number].file}: {_line(table[number].find)}", flush=True)
            return end

        return list(crew.map(one, range(len(table))))


def _line(text: str) -> str:
    return " ".join(text.split())


def _code(text: str) -> str:
    return f"`` {_line(text)} ``" if text.strip() else "nothing"


def page(table: tuple[Mutant, ...], ends: list[End]) -> str:
    """The page ``docs/mutan.md``."""
    survivors = [mutant for mutant, end in zip(table, ends, strict=True) if end is End.SURVIVED]
    lines = [
        "# Mutants",
        "",
        "Written by `benchmarks/mutants.py tulis`. Each mutant of `benchmarks/mutants.toml` changes one decision of",
        "the program (half of a condition, a limit, a part of a sum, who signs, which row counts) and runs by itself",
        "against the tests it names. Killed: a test failed, as it should. The places were chosen by hand, among them",
        "every one that was once found to be guarded by no test; so the share says how well these places are guarded,",
        "not how well the rest is.",
        "",
        "| Area | Mutants | Killed | of these without end | Survived |",
        "|---|---|---|---|---|",
    ]
    for area in [*sorted({mutant.area for mutant in table}), ""]:
        found = [end for mutant, end in zip(table, ends, strict=True) if area in ("", mutant.area)]
        survived = found.count(End.SURVIVED)
        lines.append(
            f"| {f'`{area}`' if area else 'all'} | {len(found)} | {len(found) - survived} | {found.count(End.TIME)} "
            f"| {survived} |"
        )
    lines += ["", f"Killed: {_share(ends):.1%}. At least {LEAST:.0%} shall be.", "", "## Survivors", ""]
    lines += [
        f"- `{mutant.file}` ({mutant.kind}): {_code(mutant.find)} → {_code(mutant.replace)}. "
        f"{mutant.stands or 'No reason is given: an assert is missing.'}"
        for mutant in survivors
    ] or ["None."]
    return "\n".join([*lines, ""])


def _share(ends: list[End]) -> float:
    return 1 - ends.count(End.SURVIVED) / len(ends)


def main() -> int:
    """Run, print, and write the page when asked."""
    words = [word for word in sys.argv[1:] if word != "tulis"]
    table = tuple(m for m in mutants() if not words or any(word in m.file or word in m.find for word in words))
    found = list(faults(table))
    if found or not table:
        print("\n".join(found) or "no mutant holds these words")
        return 1
    try:
        ends = run(table, os.cpu_count() or 1)
    except RuntimeError as error:
        print(error)
        return 1
    text = page(table, ends)
    print(f"\n{text}")
    if "tulis" in sys.argv[1:]:
        if words:
            print("Not written: only some mutants ran.")
            return 1
        REPORT.write_text(text, encoding="utf-8")
    return 0 if _share(ends) >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main())
