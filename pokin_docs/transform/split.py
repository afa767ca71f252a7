"""Which rows each official answers for (domain.md 1.5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pokin_docs.model.cycle import Siklus
from pokin_docs.model.levels import JenisPk, KomponenPerencanaan
from pokin_docs.model.owned_rows import Pembagian
from pokin_docs.model.posts import Pejabat
from pokin_docs.model.tree import Indikator, Kinerja, PohonKinerja


def split_by_owner(pohon: PohonKinerja, posts: dict[str, Pejabat], siklus: Siklus) -> tuple[Pembagian, ...]:
    """Every indicator of a PK class in the PK of each of its owners, in order of the sheet Pejabat.

    What has no owner makes PKs of its own, with marks for the names: one for all rows of class JPT, one per node of the
    others; so nothing is lost, and a workbook of Tahap 5 alone already gives its PKs.
    """
    parts: list[Pembagian] = []
    kelas_node = {kinerja.nomor: _class(kinerja, siklus) for kinerja in pohon.kinerja}
    for id_, pejabat in posts.items():
        rows = tuple(_rows_of(pohon, kelas_node, lambda indikator, id_=id_: id_ in indikator.pemilik))  # type: ignore[misc]
        if rows:
            kelas = pejabat.jenis_pk or kelas_node[rows[0][0].nomor]
            assert kelas is not None  # _rows_of yields only nodes with a class
            parts.append(Pembagian(kelas, pejabat, rows))
    orphans = tuple(
        _rows_of(pohon, kelas_node, lambda indikator: not any(id_ in posts for id_ in indikator.pemilik))
    )  # fmt: skip
    jpt = tuple(row for row in orphans if kelas_node[row[0].nomor] is JenisPk.JPT)
    if jpt:
        parts.append(Pembagian(JenisPk.JPT, None, jpt))
    for row in orphans:
        kelas = kelas_node[row[0].nomor]
        if kelas is not None and kelas is not JenisPk.JPT:
            parts.append(Pembagian(kelas, None, (row,)))
    return tuple(parts)


def _class(kinerja: Kinerja, siklus: Siklus) -> JenisPk | None:
    if kinerja.komponen is KomponenPerencanaan.TUJUAN:
        return JenisPk.JPT if siklus.tujuan_dalam_pk or kinerja.jenis_pk is JenisPk.JPT else None
    return kinerja.jenis_pk


def _rows_of(
    pohon: PohonKinerja, kelas: dict[int, JenisPk | None], belongs: Callable[[Indikator], bool]
) -> Iterator[tuple[Kinerja, tuple[Indikator, ...]]]:
    for kinerja in pohon.kinerja:
        if kelas[kinerja.nomor] is None:
            continue
        chosen = tuple(indikator for indikator in kinerja.indikator if belongs(indikator))
        if chosen:
            yield kinerja, chosen
