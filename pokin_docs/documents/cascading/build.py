"""The cascading of the agency, once as a workbook and once in Word: the same content."""

from __future__ import annotations

from collections.abc import Iterator

from pokin_docs.documents.cascading.content import (
    Cascading,
    IndikatorCascading,
    LevelsThere,
    NodeCascading,
    PathCascading,
    PathLevel,
)
from pokin_docs.documents.head import head_of_agency
from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.material import Material
from pokin_docs.documents.official_papers import agency_date
from pokin_docs.documents.printed import (
    agency,
    component_names,
    identity_text,
    measure_of,
    target_of,
    written_year,
    year_of_files,
)
from pokin_docs.documents.responsible import post_titles, responsible
from pokin_docs.documents.values import ABOVE, filled
from pokin_docs.model.levels import JenjangKinerja, KomponenPerencanaan
from pokin_docs.model.tree import Indikator, Kinerja

_LONG = 20
"""Rows after which upper nodes are said again where another branch begins: a page then names what it goes on with."""
_NOBODY = PathLevel("", "", ())
_GOES_ON = PathLevel(ABOVE, ABOVE, ())


def _build(kode: str, suffix: str, material: Material) -> tuple[Dokumen, ...]:
    nodes = material.tree.kinerja
    if not nodes:
        return ()
    cells = [cell for node in nodes for cell in (node.source, *(one.text.source for one in node.indikator))]
    path = f"Kinerja/Cascading_{year_of_files(material.cycle)}.{suffix}"
    return (Dokumen(kode, path, (f"cascading.{suffix}",), content_of(material), tuple(cells)),)


def build_cascading(material: Material) -> tuple[Dokumen, ...]:
    """The workbook: paths with merged cells, and a flat sheet to filter by."""
    return _build("cascading", "xlsx", material)


def build_cascading_word(material: Material) -> tuple[Dokumen, ...]:
    """The paper: the nodes in the order of the tree, signed by the head."""
    return _build("cascading-word", "docx", material)


_LAST: list[tuple[Material, Cascading]] = []
"""The content of the last workbook, which its two documents share."""


def content_of(material: Material) -> Cascading:
    """The cascading of a tree."""
    if not _LAST or _LAST[0][0] is not material:
        _LAST[:] = [(material, _content(material))]
    return _LAST[0][1]


def _content(material: Material) -> Cascading:
    nodes = material.tree.kinerja
    levels = {node.komponen for node in nodes}
    return Cascading(
        perangkat_daerah=agency(material.workbook),
        tahun=written_year(material.cycle),
        tempat=identity_text(material.workbook, "tempat"),
        tanggal=agency_date(material.cycle),
        kepala=head_of_agency(material),
        ada=LevelsThere(
            **{_name(komponen): komponen in levels for komponen in KomponenPerencanaan},
            program=any(node.kode for node in nodes),
        ),
        daftar_jalur=tuple(_paths(material)),
        daftar_simpul=tuple(_node(node, material) for node in nodes),
    )


def _name(komponen: KomponenPerencanaan) -> str:
    return komponen.name.lower()


def _node(node: Kinerja, material: Material) -> NodeCascading:
    above = material.tree.induk(node)
    return NodeCascading(
        nomor=_number(node),
        nomor_induk=_number(above) if above else "",
        komponen=node.komponen.label,
        jenjang=node.komponen.jenjang.value,
        strategis=node.komponen.jenjang is JenjangKinerja.STRATEGIS,
        kinerja=filled(node.text, "kinerja"),
        program=component_names(node, material.programs),
        penanggung_jawab=responsible(node, material),
        daftar_indikator=_indicators(node, material),
    )


def _number(node: Kinerja) -> str:
    return ".".join(map(str, node.order))


def _indicators(node: Kinerja, material: Material) -> tuple[IndikatorCascading, ...]:
    return tuple(_indicator(one, material) for one in node.indikator)


def _indicator(one: Indikator, material: Material) -> IndikatorCascading:
    year = material.cycle.tahun
    return IndikatorCascading(
        indikator=filled(one.text, "indikator"),
        satuan=filled(one.baris.satuan, "satuan"),
        kondisi_awal=measure_of(one.baris.kondisi_awal, one, "kondisi awal"),
        target=written_year(material.cycle) if year is None else target_of(one, year),
        penanggung_jawab=post_titles(one.pemilik, material),
    )


def _paths(material: Material) -> Iterator[PathCascading]:
    """A row for each node that nothing serves; a node that the row before has too goes on from it."""
    tree = material.tree
    before: dict[KomponenPerencanaan, int] = {}
    sasaran: list[int] = []
    rows = 0
    for leaf in tree.kinerja:
        if tree.children(leaf):
            continue
        nodes = {node.komponen: node for node in (*tree.ancestors(leaf), leaf)}
        group = nodes.get(KomponenPerencanaan.SASARAN)
        if group is not None and group.number not in sasaran:
            sasaran.append(group.number)
        begun = [node for node in nodes.values() if before.get(node.komponen) != node.number]
        if rows >= _LONG and any(tree.children(node) for node in begun):
            before, rows = {}, 0
        rows += 1
        shown = {}
        for komponen in KomponenPerencanaan:
            node = nodes.get(komponen)
            same = node is not None and before.get(komponen) == node.number
            shown[_name(komponen)] = _NOBODY if node is None else _GOES_ON if same else _level(node, material)
        before = {komponen: node.number for komponen, node in nodes.items()}
        yield PathCascading(
            warna=bool(sasaran) and len(sasaran) % 2 == 0,
            **shown,
            program=component_names(leaf, material.programs),
            penanggung_jawab=responsible(leaf, material),
        )


def _level(node: Kinerja, material: Material) -> PathLevel:
    return PathLevel(filled(node.text, "kinerja"), "", _indicators(node, material))
