"""The tree as nested lists: every node with all that is known of it. The panel beside the drawing shows these parts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from pokin_docs.documents.kind import Dokumen
from pokin_docs.model.posts import with_degrees
from pokin_docs.model.rows import LintasRow
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold_sentence
from pokin_docs.model.tree import Kinerja
from pokin_docs.report.html.material import BahanLaporan, cells_of


@dataclass(frozen=True, slots=True)
class Node:
    """A kinerja, what belongs to it, and the nodes below it."""

    kinerja: Kinerja
    codes: list[tuple[str, bool, Decimal | None]]
    """Code, whether the sheet Program has it, and its budget in the year of the PK."""
    owners: list[tuple[str, int | None, str]]
    """Post, place of its PK, and name; JavaScript fetches the name from the PK where there is one."""
    documents: list[Dokumen]
    findings: list[tuple[int, str, str]]
    """Place in the list of findings, code, and cell or row."""
    helpers: list[LintasRow]
    cells: list[CellRef]
    children: list[Node]


def outline(bahan: BahanLaporan) -> dict[str, object]:
    """The nodes from the roots down, years that follow no year before, conditions that no agency helps with."""
    named = {fold_sentence(row.kinerja.teks) for row in bahan.buku.lintas}
    return {
        "roots": _nodes((kinerja for kinerja in bahan.rencana.pohon.kinerja if kinerja.induk is None), bahan),
        "gaps": {after for before, after in pairwise(bahan.tahun_target) if before != after - 1},
        "unnamed": [row for row in bahan.rencana.pohon.lintas if fold_sentence(row.kinerja.teks) not in named],
    }


def emphasis(bahan: BahanLaporan) -> str:
    """The rule of the style sheet that lets the year of the PK stand out among the targets."""
    if bahan.rencana.siklus.tahun not in bahan.tahun_target:
        return ""
    place = bahan.tahun_target.index(bahan.rencana.siklus.tahun) + 1
    return f"[start] > :nth-child({place}) {{ background: var(--aksen-lunak) !important; font-weight: 640; }}\n"


def _nodes(nodes: Iterable[Kinerja], bahan: BahanLaporan) -> list[Node]:
    common = {entry.jalur for entry in bahan.dokumen_semua}
    return [
        Node(
            kinerja,
            [_code(kode, bahan) for kode in kinerja.kode],
            [_owner(id_, bahan) for id_ in kinerja.pemilik],
            # Those that every node stands in are named once, above all.
            [entry for entry in bahan.dokumen_simpul(kinerja) if entry.jalur not in common],
            [_finding(index, bahan) for index in bahan.temuan_simpul(kinerja)],
            _helpers(kinerja, bahan),
            [cell.asal for cell in cells_of(kinerja)] or [kinerja.asal],
            _nodes(bahan.rencana.pohon.anak(kinerja), bahan),
        )
        for kinerja in nodes
    ]


def _helpers(kinerja: Kinerja, bahan: BahanLaporan) -> list[LintasRow]:
    key = fold_sentence(kinerja.teks.teks)
    return [row for row in bahan.buku.lintas if row.pd_pendukung and fold_sentence(row.kinerja.teks) == key]


def _code(kode: str, bahan: BahanLaporan) -> tuple[str, bool, Decimal | None]:
    entri, tahun = bahan.rencana.program.cari(kode), bahan.rencana.siklus.tahun
    return kode, entri is not None, bahan.pagu(entri, tahun).nilai if entri and tahun is not None else None


def _owner(id_: str, bahan: BahanLaporan) -> tuple[str, int | None, str]:
    post = bahan.rencana.pejabat.get(id_)
    if post is None:
        return id_, None, ""
    row = post.baris
    name = with_degrees(row.nama.teks, row.gelar_depan.teks, row.gelar_belakang.teks) if row.nama else ""
    return post.jabatan_lengkap or id_, bahan.nomor_perjanjian.get(id_), name


def _finding(index: int, bahan: BahanLaporan) -> tuple[int, str, str]:
    temuan = bahan.temuan[index]
    return index, temuan.kode, temuan.tempat.alamat or f"baris {temuan.tempat.baris}"
