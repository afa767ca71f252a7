"""Parts of the workbook as every document prints them: a text, or the mark that names the cell to fill."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pokin_docs.documents.values import PerangkatDaerah, Pihak, Tanda, Text, filled, missing
from pokin_docs.model.cycle import Cycle
from pokin_docs.model.posts import PANGKAT, Pejabat, with_degrees
from pokin_docs.model.printing import plain_nip
from pokin_docs.model.programs import ProgramList
from pokin_docs.model.rows import BukuKerja, Isian
from pokin_docs.model.source import CellRef
from pokin_docs.model.tree import Indikator, Kinerja
from pokin_docs.model.workbook_spec import IDENTITAS_KEYS

_PLACES_NAMED = 3
"""Cells that the mark of a total names; of more it says how many."""


def target_of(indikator: Indikator, tahun: int | None) -> Text:
    """Target of a year as printed, or the mark."""
    if tahun is None:
        return missing("target", "tahun PK belum diketahui")
    isian = indikator.target.get(tahun, Isian("", indikator.baris.source))
    return filled(isian, f"target {tahun}")


def identity(buku: BukuKerja, kunci: str) -> Isian:
    """A line of the sheet Identitas, blank when the sheet lacks it."""
    return buku.identitas.get(kunci, Isian("", CellRef(buku.lembar.get("identitas", ""))))


def identity_text(buku: BukuKerja, kunci: str) -> Text:
    """The text of a line of Identitas or its mark."""
    title = next(entry.title for entry in IDENTITAS_KEYS if entry.kunci == kunci)
    isian = identity(buku, kunci)
    return isian.clean if isian else missing(title, isian.source if isian.source.lembar else "lembar Identitas")


def agency(buku: BukuKerja) -> PerangkatDaerah:
    """The agency as the kop and the headings print it."""
    plain = {
        kunci: identity(buku, kunci).clean
        for kunci in ("singkatan", "alamat", "kode_pos", "telepon", "laman", "pos_el", "sebutan_kepala_daerah")
    }
    return PerangkatDaerah(nama=identity_text(buku, "nama_pd"), pemda=identity_text(buku, "pemda"), **plain)


def written_year(cycle: Cycle) -> Text:
    """The year of the PK or its mark."""
    if cycle.tahun is not None:
        return str(cycle.tahun)
    source = (
        cycle.tahun_source.source if cycle.tahun_source and cycle.tahun_source.source.lembar else "lembar Identitas"
    )
    return missing("tahun", source)


def vacancy_mark(vacant: Isian) -> Tanda:
    """The mark for the holder of a vacant post, naming the cell that says so."""
    return Tanda(f"[jabatan lowong, isi Plt.: {vacant.source}]")


def party_of(pejabat: Pejabat) -> Pihak:
    """A post's holder as a party: name with degrees, post with Plt., rank, NIP (none for the head of the region)."""
    row = pejabat.baris
    if pejabat.vacant:
        nobody = vacancy_mark(pejabat.vacant)
        title = pejabat.full_jabatan if row.jabatan else missing("jabatan", row.jabatan.source)
        return Pihak(nobody, nobody, title, "", "", nobody)
    before, behind = row.gelar_depan.clean, row.gelar_belakang.clean
    nama = row.nama.clean
    golongan = row.golongan.clean
    head_of_region = pejabat.jenis_pk is None and pejabat.atasan is None
    nip: Text = plain_nip(row.nip.clean) if row.nip else "" if head_of_region else missing("NIP", row.nip.source)
    return Pihak(
        nama=with_degrees(nama, before, behind) if nama else missing("nama", row.nama.source),
        nama_cetak=with_degrees(nama.upper(), before, behind) if nama else missing("nama", row.nama.source),
        jabatan=pejabat.full_jabatan if row.jabatan else missing("jabatan", row.jabatan.source),
        pangkat=row.pangkat.clean or PANGKAT.get(golongan, ""),
        golongan=golongan,
        nip=nip,
    )


def component_names(kinerja: Kinerja, program: ProgramList) -> str:
    """Code and official name of the components of a node, one per line; empty when it has none."""
    lines = []
    for kode in kinerja.kode:
        entry = program.find(kode)
        lines.append(f"{kode} {entry.nama.clean}" if entry else kode)
    return "\n".join(lines)


def total_mark(what: str, cells: Iterable[CellRef]) -> Tanda:
    """The mark of a total that lacks amounts: it names their cells, of many the first and how many more."""
    first, *others = cells
    places = ", ".join(map(str, (first, *others[: _PLACES_NAMED - 1])))
    more = f" dan {len(others) - _PLACES_NAMED + 1} sel lain" if len(others) >= _PLACES_NAMED else ""
    tanda = missing(what, first)
    return replace(tanda, text=tanda.text.replace(str(first), places + more, 1))
