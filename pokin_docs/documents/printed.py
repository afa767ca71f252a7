"""Parts of the workbook as every document prints them: a text, or the mark that names the cell to fill."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pokin_docs.documents.values import PerangkatDaerah, Pihak, Tanda, Text, filled, missing
from pokin_docs.model.budget_versions import BudgetVersion, read_version
from pokin_docs.model.cycle import Cycle
from pokin_docs.model.measured import measured, unbroken
from pokin_docs.model.posts import PANGKAT, Pejabat, is_pppk, unbroken_name
from pokin_docs.model.printing import plain_nip
from pokin_docs.model.programs import ProgramList
from pokin_docs.model.rows import BukuKerja, Isian
from pokin_docs.model.source import CellRef
from pokin_docs.model.tree import Indikator, Kinerja
from pokin_docs.model.workbook_spec import IDENTITAS_KEYS

YEAR_UNKNOWN = "tahun PK belum diketahui"
"""What a mark names as its place where no year of the amounts is known."""
_PLACES_NAMED = 3
"""Cells that the mark of a total names; of more it says how many."""


NO_YEAR = "tanpa-tahun"
"""What stands in the name of a file where its year would, while nobody said it."""


def target_of(indikator: Indikator, tahun: int) -> Text:
    """Target of a year as printed, or the mark."""
    isian = indikator.target.get(tahun, Isian("", indikator.baris.source))
    return measure_of(isian, indikator, f"target {tahun}")


def measure_of(isian: Isian, indikator: Indikator, what: str) -> Text:
    """A measured value of an indicator as printed beside its satuan, or the mark.

    Args:
        isian: Its cell.
        indikator: The indicator.
        what: The value in Indonesian.
    """
    return unbroken(measured(isian, indikator.baris.satuan)) if isian else filled(isian, what)


def identity(buku: BukuKerja, kunci: str) -> Isian:
    """A line of the sheet Identitas, blank when the sheet lacks it."""
    return buku.identitas.get(kunci, Isian("", CellRef(buku.lembar.get("identitas", ""))))


def is_changed(buku: BukuKerja) -> bool:
    """Whether the papers of the year are those of a changed budget, by the line APBD of Identitas."""
    return read_version(identity(buku, "apbd").clean) is BudgetVersion.CHANGED


def is_changed_plan(buku: BukuKerja) -> bool:
    """Whether the Renstra is a changed one: the line Periode Renstra says so, ``Perubahan 2025-2029``."""
    return "perubahan" in identity(buku, "periode").clean.casefold()


def identity_text(buku: BukuKerja, kunci: str) -> Text:
    """The text of a line of Identitas or its mark."""
    title = next(entry.title for entry in IDENTITAS_KEYS if entry.kunci == kunci)
    isian = identity(buku, kunci)
    return (
        isian.clean
        if isian
        else missing(title, isian.source if isian.source.lembar else "lembar Identitas", unread=isian.unread)
    )


def agency(buku: BukuKerja) -> PerangkatDaerah:
    """The agency as the kop and the headings print it."""
    plain = {
        kunci: identity(buku, kunci).clean
        for kunci in ("singkatan", "kode_pos", "telepon", "laman", "pos_el", "sebutan_kepala_daerah")
    }
    return PerangkatDaerah(
        nama=identity_text(buku, "nama_pd"),
        pemda=identity_text(buku, "pemda"),
        alamat=identity_text(buku, "alamat"),
        induk=identity(buku, "pd_induk").clean,
        **plain,
    )


def written_year(cycle: Cycle) -> Text:
    """The year of the PK or its mark."""
    if cycle.tahun is not None:
        return str(cycle.tahun)
    return of_identity("tahun", cycle.tahun_source)


def year_of_files(cycle: Cycle) -> str:
    """The year as the names of files have it."""
    return str(cycle.tahun) if cycle.tahun is not None else NO_YEAR


def of_identity(what: str, isian: Isian | None) -> Tanda:
    """The mark for a line of Identitas that is blank, says nothing that can be read, or is not there (None)."""
    if isian is None or not isian.source.lembar:
        return missing(what, "lembar Identitas")
    return missing(what, isian.source, unread=isian.unread or not isian.is_blank)


def vacancy_mark(vacant: Isian) -> Tanda:
    """The mark for the holder of a vacant post, naming the cell that says so."""
    return Tanda(f"[jabatan lowong, isi Plt.: {vacant.source}]", "pemegang jabatan", vacant.source)


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
    nip: Text = plain_nip(row.nip.clean) if row.nip else "" if head_of_region else filled(row.nip, "NIP")
    pppk = is_pppk(golongan, nip if isinstance(nip, str) else "")
    return Pihak(
        nama=unbroken_name(nama, before, behind) if nama else filled(row.nama, "nama"),
        nama_cetak=unbroken_name(nama.upper(), before, behind) if nama else filled(row.nama, "nama"),
        jabatan=pejabat.full_jabatan if row.jabatan else filled(row.jabatan, "jabatan"),
        pangkat="" if pppk else row.pangkat.clean or PANGKAT.get(golongan, ""),
        golongan=golongan,
        nip=nip,
        pppk=pppk,
    )


def component_names(kinerja: Kinerja, program: ProgramList) -> str:
    """Code and official name of the components of a node, one per line; empty when it has none."""
    lines = []
    for kode in kinerja.kode:
        entry = program.find(kode)
        lines.append(f"{kode} {entry.nama.clean}" if entry else kode)
    return "\n".join(lines)


def total_mark(what: str, cells: Iterable[CellRef], program: ProgramList, year: int | None) -> Tanda:
    """The mark of an amount of a year that lacks others: it names their cells, of many the first and how many more.

    Args:
        what: The amount in Indonesian.
        cells: The cells without an amount, at least one; a row where the sheet has no column of the year.
        program: The sheet Program.
        year: The year of the amounts.
    """
    first, *others = cells
    if first.kolom is None:
        return missing(what, first, column=f"Pagu {year}") if year is not None else missing(what, YEAR_UNKNOWN)
    places = ", ".join(map(str, (first, *others[: _PLACES_NAMED - 1])))
    more = f" dan {len(others) - _PLACES_NAMED + 1} sel lain" if len(others) >= _PLACES_NAMED else ""
    tanda = missing(what, first, unread=first in program.unread)
    return replace(tanda, text=tanda.text.replace(str(first), places + more, 1))
