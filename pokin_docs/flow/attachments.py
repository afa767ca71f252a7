"""What goes into a build folder beside the documents: the tree drawn, the report, previews, the correction workbook."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pokin_docs import __version__
from pokin_docs.drawing.page import Gambar, Kertas, PilihanGambar
from pokin_docs.model.documents import Dokumen, Lampiran, Renstra
from pokin_docs.model.settings import Settings

if TYPE_CHECKING:
    from pokin_docs.flow.examine import Pemeriksaan

KOREKSI, POHON, LAPORAN, PRATINJAU = "koreksi", "pohon", "laporan", "pratinjau"
"""Groups of these files in a build."""
HALAMAN_LAPORAN = "laporan.html"


class Lukisan:
    """The tree of a workbook drawn on A3, for all that shows it: laid out and painted once, and only when needed."""

    def __init__(self, pemeriksaan: Pemeriksaan, kabar: Callable[[str], None]) -> None:
        self.pemeriksaan = pemeriksaan
        self.kabar = kabar

    @cached_property
    def gambar(self) -> Gambar:
        """The drawing."""
        return _draw(self.pemeriksaan, Kertas.A3)

    @cached_property
    def lukis(self) -> Callable[[], tuple[bytes, ...]]:
        """What makes the picture of each page."""
        from pokin_docs.drawing.draw import paint

        return paint(self.gambar, kabar=self.kabar)


def with_tree(dokumen: tuple[Dokumen, ...], lukisan: Lukisan) -> tuple[Dokumen, ...]:
    """The documents of a build, each Renstra with the tree drawn in it."""
    if not any(isinstance(entry.isi, Renstra) for entry in dokumen):
        return dokumen
    from pokin_docs.drawing.draw import illustrate

    rencana, buku = lukisan.pemeriksaan.rencana, lukisan.pemeriksaan.buku
    assert rencana is not None
    assert buku is not None
    pages = illustrate(rencana, buku, lukisan.gambar, lukisan.lukis)
    return tuple(
        replace(entry, isi=replace(entry.isi, daftar_pohon=pages)) if isinstance(entry.isi, Renstra) else entry
        for entry in dokumen
    )


def attachments(
    path: Path,
    pemeriksaan: Pemeriksaan,
    dokumen: tuple[Dokumen, ...],
    koreksi: bytes | None,
    settings: Settings,
    lukisan: Lukisan,
) -> tuple[Lampiran, ...]:
    """The files that this build makes beside its documents.

    Args:
        path: The workbook.
        pemeriksaan: What is known of it; it was understood.
        dokumen: The documents of this build, and those that an earlier one left in its folder.
        koreksi: The correction workbook, if it could be made.
        settings: What was asked for.
        lukisan: The tree drawn.
    """
    found: tuple[Lampiran, ...] = ()
    if POHON in settings.hanya:
        found += _tree(pemeriksaan, lukisan)
    if koreksi is not None:
        places = tuple(finding.tempat for finding in pemeriksaan.temuan if finding.tempat.lembar)
        found += (Lampiran(KOREKSI, f"{KOREKSI}{path.suffix.lower()}", koreksi, places),)
    if LAPORAN in settings.hanya:
        found += (_report(pemeriksaan, dokumen, lukisan.gambar, tuple(entry.jalur for entry in found), settings),)
    if settings.pratinjau:
        found += _previews(tuple(entry for entry in dokumen if entry.jenis in settings.hanya), settings)
    return found


def groups(settings: Settings) -> frozenset[str]:
    """The groups of files that a run is answerable for: what it does not make of them does not stay."""
    return frozenset((*settings.hanya, *(f"{PRATINJAU}-{jenis}" for jenis in settings.hanya), KOREKSI))


def _draw(pemeriksaan: Pemeriksaan, kertas: Kertas) -> Gambar:
    from pokin_docs.drawing.draw import draw

    assert pemeriksaan.rencana is not None
    assert pemeriksaan.buku is not None
    return draw(pemeriksaan.rencana, pemeriksaan.buku, PilihanGambar(kertas))


def _tree(pemeriksaan: Pemeriksaan, lukisan: Lukisan) -> tuple[Lampiran, ...]:
    from pokin_docs.drawing.draw import draw_all

    assert pemeriksaan.rencana is not None
    places = tuple(kinerja.asal for kinerja in pemeriksaan.rencana.pohon.kinerja)
    return draw_all(lukisan.gambar, places, lukis=lukisan.lukis)


def _report(
    pemeriksaan: Pemeriksaan,
    dokumen: tuple[Dokumen, ...],
    gambar: Gambar,
    lampiran: tuple[str, ...],
    settings: Settings,
) -> Lampiran:
    from pokin_docs.report.texts import page

    assert pemeriksaan.rencana is not None
    assert pemeriksaan.buku is not None
    # On the screen the whole tree is one sheet, however large.
    whole = gambar if len(gambar.halaman) <= 1 else _draw(pemeriksaan, Kertas.POSTER)
    data = page(
        pemeriksaan.rencana, pemeriksaan.buku, pemeriksaan.temuan, pemeriksaan.diabaikan, dokumen, whole,
        final=settings.final, versi=__version__, lampiran=lampiran,
        pratinjau=_preview_paths(dokumen, settings),
    )  # fmt: skip
    places = tuple(kinerja.asal for kinerja in pemeriksaan.rencana.pohon.kinerja)
    return Lampiran(LAPORAN, HALAMAN_LAPORAN, data, places)


def _preview_paths(dokumen: tuple[Dokumen, ...], settings: Settings) -> dict[str, str]:
    if not settings.pratinjau:
        return {}
    from pokin_docs.report.preview.page import preview_path

    return {entry.jalur: preview_path(entry.jalur) for entry in dokumen if entry.jenis in settings.hanya}


def _previews(dokumen: tuple[Dokumen, ...], settings: Settings) -> tuple[Lampiran, ...]:
    """A preview of each document; each kind is a group of its own, as with --hanya the other kinds stay."""
    from pokin_docs.report.preview.page import previews

    laporan = HALAMAN_LAPORAN if LAPORAN in settings.hanya else ""
    return tuple(
        extra
        for jenis in dict.fromkeys(entry.jenis for entry in dokumen)
        for extra in previews(
            [entry.jalur for entry in dokumen if entry.jenis == jenis], jenis=f"{PRATINJAU}-{jenis}", laporan=laporan
        )
    )
