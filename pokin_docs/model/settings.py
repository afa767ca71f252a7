"""What the person who runs the program asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

KELOMPOK_DOKUMEN = ("pk", "renstra", "pohon", "laporan")
"""Names for ``--hanya``."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Year, date, strictness and paths; None means: as the workbook says.

    ``templat`` are folders searched in order; ``keluaran`` is the folder that gets one folder per workbook. ``ulang``
    asks for documents to be made again although nothing they follow from has changed, ``pratinjau`` for pages that show
    them in a browser.
    """

    keluaran: Path
    templat: tuple[Path, ...]
    tahun: int | None = None
    tanggal: date | None = None
    final: bool = False
    hanya: tuple[str, ...] = KELOMPOK_DOKUMEN
    ulang: bool = False
    pratinjau: bool = False
