"""Who holds a post by its row in Pejabat: name, degrees and Plt. wherever they were typed, or that nobody does."""

from __future__ import annotations

from dataclasses import replace

from pokin_docs.model.catalogue import proposal
from pokin_docs.model.cell_words import is_blank_word
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.levels import read_jenis_pk
from pokin_docs.model.person_names import (
    acting_status,
    name_and_status,
    named_status,
    says_vacant,
    split_degrees,
    title_and_status,
)
from pokin_docs.model.posts import Pejabat
from pokin_docs.model.rows import Isian, PejabatRow
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold, nearest
from pokin_docs.model.workbook_spec import JENIS_PK_CHOICES, POST_STATUS


def read_holder(row: PejabatRow, log: FindingLog) -> Pejabat:
    """The post of a row and who holds it.

    A row whose Nama says "(kosong)" has nobody: its other cells about the person do not count.
    """
    jenis_pk = read_jenis_pk(row.jenis_pk.text) if row.jenis_pk else None
    if row.jenis_pk and jenis_pk is None:
        proposals = proposal(nearest(row.jenis_pk.clean, JENIS_PK_CHOICES))
        log.note("P40", row.jenis_pk.source, teks=row.jenis_pk.clean, usul=proposals)
    nama, beside = name_and_status(row.nama.text)
    atasan = row.atasan.clean or None
    title, of_title = title_and_status(row.jabatan.text)
    if of_title and not acting_status(row.jabatan.text):  # "Kepala Dinas (Plt.)" is printed with it in front
        row = replace(row, jabatan=replace(row.jabatan, text=f"{of_title} {title}"))
    if says_vacant(nama) or (not nama and not beside and _says_vacant(row.status)):
        said = row.nama if row.nama else row.status
        return Pejabat(row.id.clean, jenis_pk, atasan, "", nobody(row, said.source), vacant=said)
    status = _status(row, beside, log)
    return Pejabat(row.id.clean, jenis_pk, atasan, status, _with_bare_name(row, nama))


def _says_vacant(status: Isian) -> bool:
    """Whether Status says in a word that nobody holds the post: "-" and "n/a" there are only blank."""
    return says_vacant(status.text) and not is_blank_word(status.text)


def nobody(row: PejabatRow, place: CellRef) -> PejabatRow:
    """The row of a post without its holder: all that is of a person is blank, and is missing at the given cell."""
    blank = Isian("", place)
    return replace(row, nama=blank, gelar_depan=blank, gelar_belakang=blank, nip=blank, golongan=blank, pangkat=blank)


def _status(row: PejabatRow, beside: str, log: FindingLog) -> str:
    """The Status of a holder, of the three cells that may say it; what the title says is printed, so it counts."""
    own, of_title = named_status(row.status.text), acting_status(row.jabatan.text)
    said = of_title or own or beside
    lain, used = next(
        (title, isian)
        for title, isian, status in (
            ("Jabatan", row.jabatan, of_title),
            ("Status", row.status, own),
            ("Nama", row.nama, ""),
        )
        if status or title == "Nama"
    )
    denied = (said and fold(row.status.text) == fold(POST_STATUS[0])) or _says_vacant(row.status)
    if denied or own not in ("", said):
        log.note("P67", row.status.source, kolom="Status", teks=row.status.clean, lain=lain, isi=used.clean)
    elif beside not in ("", said):
        log.note("P67", row.nama.source, kolom="Nama", teks=row.nama.clean, lain=lain, isi=used.clean)
    elif beside and not (own or of_title):
        log.note("N11", row.nama.source, status=beside, teks=row.nama.clean)
    return said


def _with_bare_name(row: PejabatRow, nama: str) -> PejabatRow:
    """The row with the bare name in Nama, its degrees in their columns: joined again nothing of them is lost."""
    written = split_degrees(nama)
    before = _joined(written.before, row.gelar_depan.clean, " ")
    behind = _joined(written.behind, row.gelar_belakang.clean, ", ")
    if nama == row.nama.text and not (written.before or written.behind):
        return row
    return replace(
        row,
        nama=replace(row.nama, text=written.bare),
        gelar_depan=replace(row.gelar_depan, text=before),
        gelar_belakang=replace(row.gelar_belakang, text=behind),
    )


def _joined(own: str, column: str, between: str) -> str:
    """Degrees typed with the name and those of the column, each once."""
    if fold(own) in fold(column):
        return column
    return own if fold(column) in fold(own) else f"{own.rstrip(', ')}{between}{column}"
