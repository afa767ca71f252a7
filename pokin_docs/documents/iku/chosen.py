"""The IKU of an agency: what the column IKU marks, else the indicators of tujuan and sasaran."""

from __future__ import annotations

from collections.abc import Iterator

from pokin_docs.documents.material import Material
from pokin_docs.documents.printed import identity
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.printing import tanggal
from pokin_docs.model.source import CellRef
from pokin_docs.model.tree import Indikator, Kinerja, PohonKinerja

_TOP = (KomponenPerencanaan.TUJUAN, KomponenPerencanaan.SASARAN)


def chosen(pohon: PohonKinerja) -> Iterator[tuple[Kinerja, tuple[Indikator, ...]]]:
    """The kinerja that have IKU, in row order, with them."""
    every = [(kinerja, tuple(one for one in kinerja.indikator if one.text)) for kinerja in pohon.kinerja]
    marked = [(kinerja, tuple(one for one in found if one.baris.is_iku)) for kinerja, found in every]
    if not any(found for _, found in marked):
        marked = [(kinerja, found if kinerja.komponen in _TOP else ()) for kinerja, found in every]
    yield from ((kinerja, found) for kinerja, found in marked if found)


def tujuan_of(pohon: PohonKinerja, kinerja: Kinerja) -> Kinerja | None:
    """The tujuan that a kinerja serves, or is."""
    lineage = (kinerja, *pohon.ancestors(kinerja))
    return next((node for node in lineage if node.komponen is KomponenPerencanaan.TUJUAN), None)


def titles_of(indikator: Indikator, material: Material) -> str:
    """The posts that answer for an indicator, one per line; empty where none is known."""
    return "\n".join(material.posts[id_].full_jabatan for id_ in indikator.pemilik if id_ in material.posts)


def cells_of(material: Material) -> Iterator[CellRef]:
    """The cells that the IKU come from."""
    for kinerja, found in chosen(material.tree):
        yield kinerja.source
        yield from (one.text.source for one in found)


def day_of_decree(material: Material) -> str:
    """The day of the decree, else that of the PK; dots to write it by hand where nobody said one."""
    said = identity(material.workbook, "tanggal_iku").tanggal or material.cycle.tanggal
    return "……………………" if said is None else tanggal(said)
