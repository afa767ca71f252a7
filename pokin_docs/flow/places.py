"""Where the files made from a workbook go."""

from __future__ import annotations

from pathlib import Path

from pokin_docs.model.printing import slug
from pokin_docs.model.settings import Settings


def build_folder(path: Path, settings: Settings) -> Path:
    """The folder that holds everything made from one workbook."""
    return settings.keluaran / (slug(path.stem, 60) or "buku-kerja")
