"""The page ``docs/kecepatan.md``: its tables are measured by several benchmarks, each of which writes its own."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

REPORT = Path(__file__).resolve().parent.parent / "docs" / "kecepatan.md"
_HEAD = """# Kecepatan

Halaman ini dibuat oleh `benchmarks/render.py tulis`, `benchmarks/size.py tulis`, dan
`benchmarks/large_agency.py tulis`. Yang dapat dibandingkan antarkomputer adalah nisbahnya, bukan waktunya.
Komputer yang mengukur mempunyai {cores} inti prosesor, dan dapat sedang mengerjakan hal lain. Dokumen dibuat
bergantian dengan docxtpl dalam satu proses; teksnya sama paragraf demi paragraf. «Pemeriksaan hasil»: setiap bagian
yang diisi dibaca ulang sebagai XML yang ketat.
"""
_SECTION = re.compile(r"^## ", re.MULTILINE)


@dataclass(frozen=True)
class Baris:
    """A line of the report: what was measured, how it came out, what it should be, and whether that is reached."""

    ukuran: str
    hasil: str
    sasaran: str = ""
    tercapai: bool | None = None


def at_least(ukuran: str, value: float, goal: float, digits: int = 1) -> Baris:
    """A line that reaches its goal from below."""
    return Baris(ukuran, f"{value:.{digits}f}", f"paling sedikit {goal:g}", value >= goal)


def at_most(ukuran: str, value: float, goal: float, digits: int = 1) -> Baris:
    """A line that stays under its goal."""
    return Baris(ukuran, f"{value:.{digits}f}", f"paling banyak {goal:g}", value <= goal)


def print_rows(rows: list[Baris]) -> None:
    """Say each measure as soon as it is known."""
    for row in rows:
        print(f"{row.ukuran}: {row.hasil}  {row.sasaran}{'' if row.tercapai is not False else '  BELUM'}", flush=True)


def write_tables(tables: dict[str, list[Baris]]) -> None:
    """Write these tables into the page; those of other benchmarks stay as they are, new ones come last."""
    _, *parts = _SECTION.split(REPORT.read_text(encoding="utf-8"))
    sections = {part.partition("\n")[0]: part.partition("\n")[2].strip() for part in parts}
    sections |= {title: _table(rows) for title, rows in tables.items()}
    whole = [_HEAD.format(cores=os.cpu_count()), *(f"## {title}\n\n{text}\n" for title, text in sections.items())]
    REPORT.write_text("\n".join(whole), encoding="utf-8")


def _table(rows: list[Baris]) -> str:
    said = {True: "ya", False: "belum", None: ""}
    lines = [f"| {row.ukuran} | {row.hasil} | {row.sasaran} | {said[row.tercapai]} |" for row in rows]
    return "\n".join(["| Ukuran | Hasil | Sasaran | Tercapai |", "|---|---|---|---|", *lines])
