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
from pokin_docs.report.html.material import ReportMaterial, cells_of


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
    """Place of its cause in the list of findings, code, and cell or row."""
    helpers: list[LintasRow]
    cells: list[CellRef]
    children: list[Node]


def outline(material: ReportMaterial) -> dict[str, object]:
    """The nodes from the roots down, years that follow no year before, conditions that no agency helps with."""
    named = {fold_sentence(row.kinerja.text) for row in material.buku.lintas}
    return {
        "roots": _nodes((kinerja for kinerja in material.plan.pohon.kinerja if kinerja.induk is None), material),
        "gaps": {after for before, after in pairwise(material.target_years) if before != after - 1},
        "unnamed": [row for row in material.plan.pohon.lintas if fold_sentence(row.kinerja.text) not in named],
    }


def emphasis(material: ReportMaterial) -> str:
    """The rule of the style sheet that lets the year of the PK stand out among the targets."""
    if material.plan.cycle.tahun not in material.target_years:
        return ""
    place = material.target_years.index(material.plan.cycle.tahun) + 1
    return f"[start] > :nth-child({place}) {{ background: var(--aksen-lunak) !important; font-weight: 640; }}\n"


def _nodes(nodes: Iterable[Kinerja], material: ReportMaterial) -> list[Node]:
    common = {entry.path for entry in material.documents_of_all}
    return [
        Node(
            kinerja,
            [_code(kode, material) for kode in kinerja.kode],
            [_owner(id_, material) for id_ in kinerja.pemilik],
            # Those that every node stands in are named once, above all.
            [entry for entry in material.documents_of_node(kinerja) if entry.path not in common],
            [_finding(index, material) for index in material.findings_of_node(kinerja)],
            _helpers(kinerja, material),
            [cell.source for cell in cells_of(kinerja)] or [kinerja.source],
            _nodes(material.plan.pohon.children(kinerja), material),
        )
        for kinerja in nodes
    ]


def _helpers(kinerja: Kinerja, material: ReportMaterial) -> list[LintasRow]:
    key = fold_sentence(kinerja.text.text)
    return [row for row in material.buku.lintas if row.pd_pendukung and fold_sentence(row.kinerja.text) == key]


def _code(kode: str, material: ReportMaterial) -> tuple[str, bool, Decimal | None]:
    entry, tahun = material.plan.program.find(kode), material.plan.cycle.tahun
    return kode, entry is not None, material.pagu(entry, tahun).value if entry and tahun is not None else None


def _owner(id_: str, material: ReportMaterial) -> tuple[str, int | None, str]:
    post = material.plan.pejabat.get(id_)
    if post is None:
        return id_, None, ""
    row = post.baris
    name = with_degrees(row.nama.text, row.gelar_depan.text, row.gelar_belakang.text) if row.nama else ""
    return post.full_jabatan or id_, material.agreement_number.get(id_), name


def _finding(index: int, material: ReportMaterial) -> tuple[int, str, str]:
    temuan = material.temuan[index]
    return material.cause_number[temuan], temuan.kode, temuan.tempat.address or f"baris {temuan.tempat.baris}"
