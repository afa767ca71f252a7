"""What transform hands over: the meaning of the workbook, and the documents that follow from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pokin_docs.model.documents import Dokumen
from pokin_docs.model.posts import Pejabat
from pokin_docs.model.programs import DaftarProgram
from pokin_docs.model.rows import BukuKerja, Isian, RenstraRow
from pokin_docs.model.texts import fold_sentence
from pokin_docs.model.tree import Kinerja, PohonKinerja

KOLOM_TAHUN = 6
"""Target columns of the Renstra's tables: five years of the period and the year after (Inmendagri 2/2025)."""


@dataclass(frozen=True, slots=True)
class Siklus:
    """The planning cycle: year and day of the PK, period of the Renstra; None where nobody said.

    ``periode`` is the first and last year: (2025, 2029).
    """

    tahun: int | None
    tanggal: date | None
    periode: tuple[int, int] | None
    tanggal_dpa: date | None
    tujuan_dalam_pk: bool
    asal_tahun: Isian | None = None
    asal_tanggal: Isian | None = None

    @property
    def tahun_renstra(self) -> tuple[int, ...]:
        """Years of the Renstra's target columns: its period and the year after (Inmendagri 2/2025)."""
        return tuple(range(self.periode[0], self.periode[1] + 2))[:KOLOM_TAHUN] if self.periode else ()


@dataclass(frozen=True)
class Rencana:
    """The tree, the posts in office, the programs and the documents of one workbook.

    ``pejabat`` maps the ID of each post to its holder on the day of the PK; ``semua_pejabat`` holds every row.
    ``atasan`` maps the ID of a post to that of its superior, where there is one.
    """

    siklus: Siklus
    pohon: PohonKinerja
    pejabat: dict[str, Pejabat]
    semua_pejabat: tuple[Pejabat, ...]
    atasan: dict[str, str]
    program: DaftarProgram
    dokumen: tuple[Dokumen, ...]

    @cached_property
    def tanpa_kinerja(self) -> tuple[Pejabat, ...]:
        """The posts in office that own no row, though they have a PK class."""
        owners = {id_ for kinerja in self.pohon.kinerja for id_ in kinerja.pemilik}
        return tuple(post for post in self.pejabat.values() if post.jenis_pk is not None and post.id not in owners)

    @cached_property
    def unit_tanpa_kinerja(self) -> dict[str, tuple[Pejabat, ...]]:
        """The units (Bidang) of which no post owns a row, each with its posts; by the name of the unit."""
        units: dict[str, list[Pejabat]] = {}
        for post in self.pejabat.values():
            if post.bidang and post.jenis_pk is not None:
                units.setdefault(post.bidang, []).append(post)
        idle = (posts for posts in units.values() if all(post in self.tanpa_kinerja for post in posts))
        return {posts[0].baris.bidang.bersih: tuple(posts) for posts in idle}


@dataclass(frozen=True)
class BahanRenstra:
    """What the tables of a Renstra are made from."""

    buku: BukuKerja
    siklus: Siklus
    pohon: PohonKinerja
    posts: dict[str, Pejabat]
    program: DaftarProgram

    @property
    def tahun(self) -> tuple[int, ...]:
        """Years of the target columns: the period, else the years the workbook has targets for."""
        if self.siklus.tahun_renstra:
            return self.siklus.tahun_renstra
        found = {year for row in self.buku.tahap5 for year in row.target}
        return tuple(sorted(found))[:KOLOM_TAHUN]

    def catatan_sasaran(self, kinerja: Kinerja) -> RenstraRow | None:
        """The row of the sheet Renstra about a sasaran."""
        key = fold_sentence(kinerja.teks.teks)
        return next((row for row in self.buku.renstra if fold_sentence(row.sasaran.teks) == key), None)
