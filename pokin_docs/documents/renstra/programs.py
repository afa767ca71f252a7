"""Table 4.1 of the Renstra and the cascading table: the tree beside its programs (domain.md 2.2, 4.5)."""

from __future__ import annotations

from collections.abc import Iterator

from pokin_docs.documents.material import Material
from pokin_docs.documents.printed import component_names
from pokin_docs.documents.renstra.direction import goal_note, noted
from pokin_docs.documents.renstra.funding import with_own_field
from pokin_docs.documents.renstra.records import KinerjaCascading, PerumusanProgram
from pokin_docs.documents.renstra.years import indikator_renstra
from pokin_docs.documents.responsible import responsible
from pokin_docs.documents.values import Text, filled
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.tree import Kinerja


def _component_or_mark(kinerja: Kinerja, material: Material) -> Text:
    if kinerja.komponen in (KomponenPerencanaan.TUJUAN, KomponenPerencanaan.SASARAN):
        return ""
    names = with_own_field(component_names(kinerja, material.programs), material)
    return names if names or kinerja.without_budget else filled(kinerja.baris[0].kode, "kode")


def formulation(material: Material) -> Iterator[PerumusanProgram]:
    """Table 4.1: each kinerja in the column of its level (domain.md 2.2, mapping of the pohon kinerja to 4.1).

    The first sasaran below a tujuan has its reference in the row of the tujuan, whose cell runs down to it.
    """
    nodes, references = material.tree.kinerja, dict[int, Text]()
    for count, kinerja in enumerate((one for one in nodes if one.komponen is KomponenPerencanaan.SASARAN), start=1):
        above = nodes[kinerja.number - 1] if kinerja.number else None
        begins = above is not None and above.komponen is KomponenPerencanaan.TUJUAN
        references[kinerja.number - begins] = _reference(material, kinerja, count)
    for kinerja in nodes:
        komponen, text = kinerja.komponen, kinerja.text.text
        yield PerumusanProgram(
            tingkat=_column_of(komponen),
            acuan=references.get(kinerja.number, ""),
            tujuan=text if komponen is KomponenPerencanaan.TUJUAN else "",
            sasaran=text if komponen is KomponenPerencanaan.SASARAN else "",
            outcome=text if komponen is KomponenPerencanaan.SASARAN_PROGRAM else "",
            output=text if komponen.value > KomponenPerencanaan.SASARAN_PROGRAM.value else "",
            program=_component_or_mark(kinerja, material),
            daftar_indikator=tuple(indikator_renstra(item, material) for item in kinerja.indikator),
        )


def _column_of(komponen: KomponenPerencanaan) -> str:
    """The column of table 4.1 in which a kinerja of this level stands."""
    if komponen is KomponenPerencanaan.TUJUAN:
        return "tujuan"
    if komponen is KomponenPerencanaan.SASARAN:
        return "sasaran"
    return "outcome" if komponen is KomponenPerencanaan.SASARAN_PROGRAM else "output"


def _reference(material: Material, kinerja: Kinerja, number: int) -> Text:
    """NSPK and sasaran RPJMD of a sasaran, by its number; where it has neither the mark that table 3.1 has too."""
    row = goal_note(material, kinerja)
    said = [isian.text for isian in (row.nspk, row.sasaran_rpjmd) if isian] if row else []
    return "\n".join(said) or noted(material, row.nspk if row else None, f"NSPK Sasaran {number}")


def cascading(material: Material) -> Iterator[KinerjaCascading]:
    """The cascading table: every node in row order with its number in the tree and who answers for it."""
    for kinerja in material.tree.kinerja:
        yield KinerjaCascading(
            nomor=".".join(map(str, kinerja.order)),
            komponen=kinerja.komponen.label,
            kinerja=filled(kinerja.text, "kinerja"),
            daftar_indikator=tuple(indikator_renstra(item, material) for item in kinerja.indikator),
            program=with_own_field(component_names(kinerja, material.programs), material),
            penanggung_jawab=responsible(kinerja, material),
        )
