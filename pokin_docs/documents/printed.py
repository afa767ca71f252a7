"""Parts of the workbook as every document prints them: a text, or the mark that names the cell to fill."""

from __future__ import annotations

from pokin_docs.documents.values import PerangkatDaerah, Pihak, Teks, filled, missing
from pokin_docs.model.cycle import Siklus
from pokin_docs.model.posts import PANGKAT, Pejabat, plain_nip, with_degrees
from pokin_docs.model.programs import DaftarProgram
from pokin_docs.model.rows import BukuKerja, Isian
from pokin_docs.model.source import CellRef
from pokin_docs.model.tree import Indikator, Kinerja
from pokin_docs.model.workbook_spec import KUNCI_IDENTITAS


def target_of(indikator: Indikator, tahun: int | None) -> Teks:
    """Target of a year as printed, or the mark."""
    if tahun is None:
        return missing("target", "tahun PK belum diketahui")
    isian = indikator.target.get(tahun, Isian("", indikator.baris.asal))
    return filled(isian, f"target {tahun}")


def identity(buku: BukuKerja, kunci: str) -> Isian:
    """A line of the sheet Identitas, blank when the sheet lacks it."""
    return buku.identitas.get(kunci, Isian("", CellRef(buku.lembar.get("identitas", ""))))


def identity_text(buku: BukuKerja, kunci: str) -> Teks:
    """The text of a line of Identitas or its mark."""
    judul = next(entri.judul for entri in KUNCI_IDENTITAS if entri.kunci == kunci)
    isian = identity(buku, kunci)
    return isian.bersih if isian else missing(judul, isian.asal if isian.asal.lembar else "lembar Identitas")


def agency(buku: BukuKerja) -> PerangkatDaerah:
    """The agency as the kop and the headings print it."""
    plain = {
        kunci: identity(buku, kunci).bersih
        for kunci in ("singkatan", "alamat", "kode_pos", "telepon", "laman", "pos_el", "sebutan_kepala_daerah")
    }
    return PerangkatDaerah(nama=identity_text(buku, "nama_pd"), pemda=identity_text(buku, "pemda"), **plain)


def written_year(siklus: Siklus) -> Teks:
    """The year of the PK or its mark."""
    if siklus.tahun is not None:
        return str(siklus.tahun)
    asal = siklus.asal_tahun.asal if siklus.asal_tahun and siklus.asal_tahun.asal.lembar else "lembar Identitas"
    return missing("tahun", asal)


def party_of(pejabat: Pejabat) -> Pihak:
    """A post's holder as a party: name with degrees, post with Plt., rank, NIP (none for the head of the region)."""
    row = pejabat.baris
    depan, belakang = row.gelar_depan.bersih, row.gelar_belakang.bersih
    nama = row.nama.bersih
    golongan = row.golongan.bersih
    head_of_region = pejabat.jenis_pk is None and pejabat.atasan is None
    nip: Teks = plain_nip(row.nip.bersih) if row.nip else "" if head_of_region else missing("NIP", row.nip.asal)
    return Pihak(
        nama=with_degrees(nama, depan, belakang) if nama else missing("nama", row.nama.asal),
        nama_cetak=with_degrees(nama.upper(), depan, belakang) if nama else missing("nama", row.nama.asal),
        jabatan=pejabat.jabatan_lengkap if row.jabatan else missing("jabatan", row.jabatan.asal),
        pangkat=row.pangkat.bersih or PANGKAT.get(golongan, ""),
        golongan=golongan,
        nip=nip,
    )


def component_names(kinerja: Kinerja, program: DaftarProgram) -> str:
    """Code and official name of the components of a node, one per line; empty when it has none."""
    lines = []
    for kode in kinerja.kode:
        entri = program.cari(kode)
        lines.append(f"{kode} {entri.nama.bersih}" if entri else kode)
    return "\n".join(lines)
