"""One Perjanjian Kinerja per official: which rows, which parties, which budget (domain.md 1.5, 1.6)."""

from __future__ import annotations

import itertools
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pokin_docs.model.documents import (
    AnggaranPk,
    Dokumen,
    IndikatorPk,
    PerjanjianKinerja,
    Pihak,
    SasaranPk,
    Teks,
    filled,
    missing,
)  # fmt: skip
from pokin_docs.model.levels import JenisPk, KomponenPerencanaan
from pokin_docs.model.posts import Pejabat
from pokin_docs.model.printed import agency, identity, identity_text, party_of, target_of, written_year
from pokin_docs.model.printing import slug, tanggal
from pokin_docs.model.rencana import Siklus
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.source import CellRef
from pokin_docs.model.tree import Indikator, Kinerja, PohonKinerja

Anggaran = Callable[[JenisPk, tuple[Kinerja, ...]], tuple[tuple[AnggaranPk, ...], Teks]]

_MAKS_NAMA = 110
"""Characters of a file name before ``.docx``: 120 in all, with a number. Windows paths end at 260, folders nest."""
_MAKS_JABATAN, _MAKS_ID = 60, 24


@dataclass(frozen=True)
class Pembagian:
    """The rows of one PK: its class, and its post if one owns them."""

    kelas: JenisPk
    pejabat: Pejabat | None
    kinerja: tuple[tuple[Kinerja, tuple[Indikator, ...]], ...]


@dataclass(frozen=True)
class Bahan:
    """What every PK of a workbook is made from."""

    buku: BukuKerja
    siklus: Siklus
    pohon: PohonKinerja
    posts: dict[str, Pejabat]
    atasan: dict[str, str]
    anggaran: Anggaran


def split_by_owner(pohon: PohonKinerja, posts: dict[str, Pejabat], siklus: Siklus) -> tuple[Pembagian, ...]:
    """Every indicator of a PK class in the PK of each of its owners, in order of the sheet Pejabat.

    What has no owner makes PKs of its own, with marks for the names: one for all rows of class JPT, one per node of the
    others; so nothing is lost, and a workbook of Tahap 5 alone already gives its PKs.
    """
    parts: list[Pembagian] = []
    kelas_node = {kinerja.nomor: _class(kinerja, siklus) for kinerja in pohon.kinerja}
    for id_, pejabat in posts.items():
        rows = tuple(_rows_of(pohon, kelas_node, lambda indikator, id_=id_: id_ in indikator.pemilik))  # type: ignore[misc]
        if rows:
            kelas = pejabat.jenis_pk or kelas_node[rows[0][0].nomor]
            assert kelas is not None  # _rows_of yields only nodes with a class
            parts.append(Pembagian(kelas, pejabat, rows))
    orphans = tuple(
        _rows_of(pohon, kelas_node, lambda indikator: not any(id_ in posts for id_ in indikator.pemilik))
    )  # fmt: skip
    jpt = tuple(row for row in orphans if kelas_node[row[0].nomor] is JenisPk.JPT)
    if jpt:
        parts.append(Pembagian(JenisPk.JPT, None, jpt))
    for row in orphans:
        kelas = kelas_node[row[0].nomor]
        if kelas is not None and kelas is not JenisPk.JPT:
            parts.append(Pembagian(kelas, None, (row,)))
    return tuple(parts)


def _class(kinerja: Kinerja, siklus: Siklus) -> JenisPk | None:
    if kinerja.komponen is KomponenPerencanaan.TUJUAN:
        return JenisPk.JPT if siklus.tujuan_dalam_pk or kinerja.jenis_pk is JenisPk.JPT else None
    return kinerja.jenis_pk


def _rows_of(
    pohon: PohonKinerja, kelas: dict[int, JenisPk | None], belongs: Callable[[Indikator], bool]
) -> Iterator[tuple[Kinerja, tuple[Indikator, ...]]]:
    for kinerja in pohon.kinerja:
        if kelas[kinerja.nomor] is None:
            continue
        chosen = tuple(indikator for indikator in kinerja.indikator if belongs(indikator))
        if chosen:
            yield kinerja, chosen


def build_pk(part: Pembagian, bahan: Bahan, jalur: str) -> Dokumen:
    """The PK of one official as a document."""
    pertama = _party(part.pejabat, bahan, "pihak pertama")
    anggaran, total = bahan.anggaran(part.kelas, tuple(kinerja for kinerja, _ in part.kinerja))
    isi = PerjanjianKinerja(
        jenis_pk=part.kelas.value,
        tahun=written_year(bahan.siklus),
        nomor=identity(bahan.buku, "nomor").bersih,
        tempat=identity_text(bahan.buku, "tempat"),
        tanggal=_written_date(bahan.siklus),
        perangkat_daerah=agency(bahan.buku),
        pihak_pertama=pertama,
        pihak_kedua=_superior(part, bahan),
        daftar_sasaran=tuple(
            _sasaran(no, kinerja, indikator, bahan.siklus.tahun)
            for no, (kinerja, indikator) in enumerate(part.kinerja, start=1)
        ),
        daftar_anggaran=anggaran,
        total_anggaran=total,
    )
    return Dokumen("pk", jalur, (f"pk-{part.kelas.value}.docx", "pk.docx"), isi, tuple(_cells(part)))


def _cells(part: Pembagian) -> Iterator[CellRef]:
    for kinerja, daftar in part.kinerja:
        yield kinerja.asal
        yield from (indikator.teks.asal for indikator in daftar)
    if part.pejabat:
        yield part.pejabat.baris.id.asal


def _sasaran(no: int, kinerja: Kinerja, daftar: tuple[Indikator, ...], tahun: int | None) -> SasaranPk:
    return SasaranPk(str(no), filled(kinerja.teks, "kinerja"), tuple(_indikator(item, tahun) for item in daftar))


def _indikator(indikator: Indikator, tahun: int | None) -> IndikatorPk:
    return IndikatorPk(
        indikator=filled(indikator.teks, "indikator"),
        target=target_of(indikator, tahun),
        satuan=filled(indikator.baris.satuan, "satuan"),
    )


def _written_date(siklus: Siklus) -> Teks:
    if siklus.tanggal is not None:
        return tanggal(siklus.tanggal)
    asal = siklus.asal_tanggal.asal if siklus.asal_tanggal and siklus.asal_tanggal.asal.lembar else "lembar Identitas"
    return missing("tanggal", asal)


def _superior(part: Pembagian, bahan: Bahan) -> Pihak:
    if part.pejabat is not None and part.pejabat.id in bahan.atasan:
        id_ = bahan.atasan[part.pejabat.id]
        if id_ in bahan.posts:
            return _party(bahan.posts[id_], bahan, "pihak kedua")
    if part.kelas is JenisPk.JPT:
        nama = identity_text(bahan.buku, "nama_kepala_daerah")  # with degrees already: printed as given
        return Pihak(nama, nama, identity_text(bahan.buku, "sebutan_kepala_daerah"), "", "", "")
    return _party(None, bahan, "pihak kedua")


def _party(pejabat: Pejabat | None, bahan: Bahan, sebutan: str) -> Pihak:
    if pejabat is not None:
        return party_of(pejabat)
    asal = bahan.buku.lembar.get("pejabat", "lembar Pejabat")
    nama = missing(f"nama {sebutan}", asal)
    return Pihak(nama, nama, missing(f"jabatan {sebutan}", asal), "", "", missing("NIP", asal))


def name_files(parts: Iterable[Pembagian], pohon: PohonKinerja, siklus: Siklus) -> tuple[str, ...]:
    """A path for each PK: ``PK/Ess-3/PK_2026_Ess-3_Kepala-Bidang-…_KABID-IKP.docx``.

    The name follows from the document's own post, title and ID, never from the others: it stays when they come, go
    or are renamed, and two builds of one workbook agree whatever was built before. The person does not matter.
    """
    tahun = str(siklus.tahun) if siklus.tahun is not None else "tanpa-tahun"
    used: set[str] = set()
    names: list[str] = []
    for part in parts:
        stem = f"PK_{tahun}_{part.kelas.folder}_"
        whole = f"PK/{part.kelas.folder}/{stem}{_label(part, pohon, _MAKS_NAMA - len(stem))}"
        # Only what agrees in everything that names it is numbered: the same kinerja twice below the same one.
        name = next(name for name in _numbered(whole) if name.casefold() not in used)
        used.add(name.casefold())
        names.append(name + ".docx")
    return tuple(names)


def _numbered(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}_{number}" for number in itertools.count(2))


def _label(part: Pembagian, pohon: PohonKinerja, panjang: int) -> str:
    """What tells a PK from all others of its class, in so many characters."""
    if part.pejabat is None and part.kelas is JenisPk.JPT:
        return "tanpa-pejabat"
    if part.pejabat is not None:
        title, own = part.pejabat.jabatan.bersih, _id_slug(part.pejabat.id)
        if title == part.pejabat.id:  # a workbook without the sheet Pejabat: the title is all that tells a post
            short = slug(title, _MAKS_JABATAN)
            return short if short.replace("-", " ") == title else f"{short}_{_mark_of(title)}".lstrip("_")
    else:
        kinerja = part.kinerja[0][0]
        above = pohon.induk(kinerja)
        title, own = kinerja.teks.teks, _mark_of(kinerja.teks.teks, above.teks.teks if above else "")
    return f"{slug(title, min(_MAKS_JABATAN, panjang - len(own) - 1))}_{own}".lstrip("_")


def _id_slug(id_: str) -> str:
    """The ID as part of a name, with a mark where letters of it were lost: IDs that look the same there stay apart."""
    short = slug(id_, _MAKS_ID)
    return short if short == id_ else f"{short}-{_mark_of(id_)}".lstrip("-")


def _mark_of(*texts: str) -> str:
    return f"{zlib.crc32(chr(0).join(texts).encode()):08x}"
