"""What the boxes of the tree say, from the plan and the workbook."""

from __future__ import annotations

from collections.abc import Iterator

from pokin_docs.documents.plan import Rencana
from pokin_docs.documents.values import Tanda, filled
from pokin_docs.drawing.page import Gaya, JenisKotak, Kepala, Lintas, Paragraf, PilihanGambar, Simpul
from pokin_docs.model.rows import BukuKerja, KinerjaRow, LintasRow
from pokin_docs.model.texts import fold_sentence, squeeze
from pokin_docs.model.tree import Indikator, Kinerja


def heading(buku: BukuKerja, rencana: Rencana) -> Kepala:
    """Agency, government and year; blank what the workbook does not say."""
    said = {key: buku.identitas[key].bersih if key in buku.identitas else "" for key in ("nama_pd", "pemda")}
    year = rencana.siklus.tahun
    return Kepala(said["nama_pd"], said["pemda"], "" if year is None else str(year))


def trees(rencana: Rencana, pilihan: PilihanGambar) -> tuple[Simpul, ...]:
    """Every kinerja with all its texts, as trees from those without a parent."""
    pohon = rencana.pohon

    def node(kinerja: Kinerja) -> Simpul:
        children = tuple(node(child) for child in pohon.anak(kinerja))
        texts = tuple(_paragraphs(kinerja, rencana, pilihan))
        return Simpul(kinerja.nomor, kinerja.komponen, JenisKotak.KINERJA, texts, children)

    return tuple(node(kinerja) for kinerja in pohon.kinerja if kinerja.induk is None)


def crosscutting(buku: BukuKerja, rencana: Rencana) -> tuple[Lintas, ...]:
    """The conditions that other agencies help to reach, in sheet order.

    A condition of its own in Tahap 5 stands for the whole agency: the official table gives it no place in the tree.
    """
    helpers: dict[str, list[LintasRow]] = {}
    for row in buku.lintas:
        if row.kinerja:
            helpers.setdefault(fold_sentence(row.kinerja.teks), []).append(row)
    own = tuple(
        Lintas(tuple(_own_condition(row, helpers.pop(fold_sentence(row.kinerja.teks), []))), None)
        for row in rencana.pohon.lintas
        if row.kinerja
    )
    places: dict[str, int] = {}
    for kinerja in rencana.pohon.kinerja:
        places.setdefault(fold_sentence(kinerja.teks.teks), kinerja.nomor)
    beside = []
    for key, rows in helpers.items():
        number = places.get(key)
        lead = () if number is not None else (Paragraf(rows[0].kinerja.bersih, Gaya.KINERJA),)
        beside.append(Lintas((*lead, *_partners(rows)), number))
    return own + tuple(beside)


def _own_condition(row: KinerjaRow, rows: list[LintasRow]) -> Iterator[Paragraf]:
    yield Paragraf(row.kinerja.bersih, Gaya.KINERJA)
    if row.indikator:
        yield Paragraf(row.indikator.bersih, Gaya.INDIKATOR)
    yield from _partners(rows)


def _partners(rows: list[LintasRow]) -> Iterator[Paragraf]:
    for row in rows:
        if row.pd_pendukung:
            role = f": {row.peran.bersih}" if row.peran else ""
            yield Paragraf(row.pd_pendukung.bersih + role, Gaya.MITRA)
        else:
            mark = filled(row.pd_pendukung, "PD pendukung")
            yield Paragraf(mark.teks if isinstance(mark, Tanda) else mark, Gaya.MITRA, tanda=True)


def _paragraphs(kinerja: Kinerja, rencana: Rencana, pilihan: PilihanGambar) -> Iterator[Paragraf]:
    yield Paragraf(kinerja.teks.bersih, Gaya.KINERJA)
    for indikator in kinerja.indikator:
        yield _measure(indikator, rencana.siklus.tahun if pilihan.target else None)
    parts = [", ".join(kinerja.kode), kinerja.jenis_pk.label if kinerja.jenis_pk else ""]
    if pilihan.pemilik:
        posts = ((rencana.pejabat.get(id_), id_) for id_ in kinerja.pemilik)
        parts.append("; ".join(dict.fromkeys(squeeze(post.jabatan_lengkap) if post else id_ for post, id_ in posts)))
    if any(parts):
        yield Paragraf("\u00a0· ".join(part for part in parts if part), Gaya.KODE)


def _measure(indikator: Indikator, tahun: int | None) -> Paragraf:
    if not indikator.teks:
        mark = filled(indikator.teks, "indikator")
        return Paragraf(mark.teks if isinstance(mark, Tanda) else mark, Gaya.INDIKATOR, tanda=True)
    text = indikator.teks.bersih
    target = indikator.target.get(tahun) if tahun is not None else None
    if target:
        text += f" — target {target.bersih} {indikator.baris.satuan.bersih}".rstrip()
    return Paragraf(text, Gaya.INDIKATOR)
