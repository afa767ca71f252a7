"""The flow for the drawing alone: what is read and checked is laid out on paper and written."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from pokin_docs.drawing.page import Gambar, PilihanGambar
from pokin_docs.files.whole_file import write_whole
from pokin_docs.model.findings import GangguanMesin

if TYPE_CHECKING:
    from pokin_docs.flow.examine import Pemeriksaan


def draw_tree(pemeriksaan: Pemeriksaan, pilihan: PilihanGambar) -> Gambar:
    """The tree of a workbook that was understood, laid out on paper."""
    from pokin_docs.drawing.draw import draw

    assert pemeriksaan.rencana is not None
    assert pemeriksaan.buku is not None
    return draw(pemeriksaan.rencana, pemeriksaan.buku, pilihan)


def write_tree(gambar: Gambar, bentuk: Collection[str], folder: Path, nama: str) -> tuple[Path, ...]:
    """Write the drawing into a folder and return its files; nothing where it has no page.

    Raises:
        GangguanMesin: The folder cannot be written, or a file is open elsewhere.
    """
    from pokin_docs.drawing.draw import files

    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files(gambar, bentuk, nama):
            write_whole(folder / name, data)
            written.append(folder / name)
    except OSError as error:
        raise GangguanMesin(
            f"Gambar pohon tidak dapat ditulis ke {folder} ({error.strerror}).",
            "Tutup berkas yang masih terbuka atau pilih folder lain dengan --keluaran.",
        ) from error
    return tuple(written)
