"""Which rows each official answers for (domain.md 1.5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pokin_docs.model.cycle import Cycle
from pokin_docs.model.levels import JenisPk, KomponenPerencanaan
from pokin_docs.model.owned_rows import PkShare
from pokin_docs.model.posts import Pejabat
from pokin_docs.model.tree import Indikator, Kinerja, PohonKinerja


def split_by_owner(pohon: PohonKinerja, posts: dict[str, Pejabat], cycle: Cycle) -> tuple[PkShare, ...]:
    """Every indicator of a PK class in the PK of each of its owners, in order of the sheet Pejabat.

    What has no owner makes PKs of its own, with marks for the names: one for all rows of class JPT, one per node of the
    others; so nothing is lost, and a workbook of Tahap 5 alone already gives its PKs.

    Args:
        pohon: The tree.
        posts: Holder of each post by the ID of the post, in order of the sheet Pejabat.
        cycle: Tells whether the tujuan belong into the PK of the head of the agency.
    """
    parts: list[PkShare] = []
    class_node = {kinerja.number: _class(kinerja, cycle) for kinerja in pohon.kinerja}
    of_owner = _by_owner(pohon, class_node)
    for id_, pejabat in posts.items():
        rows = tuple(of_owner.get(id_, ()))
        if rows:
            pk_class = pejabat.jenis_pk or class_node[rows[0][0].number]
            assert pk_class is not None  # _by_owner holds only nodes with a class
            parts.append(PkShare(pk_class, pejabat, rows))
    orphans = tuple(
        _rows_of(pohon, class_node, lambda indikator: not any(id_ in posts for id_ in indikator.pemilik))
    )  # fmt: skip
    jpt = tuple(row for row in orphans if class_node[row[0].number] is JenisPk.JPT)
    if jpt:
        parts.append(PkShare(JenisPk.JPT, None, jpt))
    for row in orphans:
        pk_class = class_node[row[0].number]
        if pk_class is not None and pk_class is not JenisPk.JPT:
            parts.append(PkShare(pk_class, None, (row,)))
    return tuple(parts)


def _class(kinerja: Kinerja, cycle: Cycle) -> JenisPk | None:
    if kinerja.komponen is KomponenPerencanaan.TUJUAN:
        printed = cycle.tujuan_dalam_pk
        return JenisPk.JPT if printed or (printed is None and kinerja.jenis_pk is JenisPk.JPT) else None
    return kinerja.jenis_pk


def _by_owner(
    pohon: PohonKinerja, pk_class: dict[int, JenisPk | None]
) -> dict[str, list[tuple[Kinerja, tuple[Indikator, ...]]]]:
    """For each owner's ID what ``_rows_of`` yields; all in one walk, as there are thousands of both."""
    found: dict[str, list[tuple[Kinerja, tuple[Indikator, ...]]]] = {}
    for kinerja in pohon.kinerja:
        if pk_class[kinerja.number] is None:
            continue
        for id_ in dict.fromkeys(id_ for indikator in kinerja.indikator for id_ in indikator.pemilik):
            own = tuple(indikator for indikator in kinerja.indikator if id_ in indikator.pemilik)
            found.setdefault(id_, []).append((kinerja, own))
    return found


def _rows_of(
    pohon: PohonKinerja, pk_class: dict[int, JenisPk | None], belongs: Callable[[Indikator], bool]
) -> Iterator[tuple[Kinerja, tuple[Indikator, ...]]]:
    for kinerja in pohon.kinerja:
        if pk_class[kinerja.number] is None:
            continue
        chosen = tuple(indikator for indikator in kinerja.indikator if belongs(indikator))
        if chosen:
            yield kinerja, chosen
