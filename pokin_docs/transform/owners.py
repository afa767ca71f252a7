"""Owners and superiors as IDs, where a planner typed a name, a title or a NIP instead."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from pokin_docs.model.findings import FindingLog, Temuan
from pokin_docs.model.levels import JenisPk, read_jenis_pk, read_komponen
from pokin_docs.model.post_index import PostIndex, id_key, index_posts
from pokin_docs.model.posts import KEPALA_DAERAH
from pokin_docs.model.ranges import first_cells
from pokin_docs.model.rows import BukuKerja, Isian, KinerjaRow, PejabatRow
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold

_PARTED = re.compile(r"[\W_]+")


@dataclass
class _Typed:
    """What was typed for an ID other than the ID itself: by text and ID, the cells."""

    places: dict[tuple[str, str], list[CellRef]] = field(default_factory=dict)

    def note(self, typed: str, id_: str, place: CellRef) -> None:
        # Capitals do not count, nor a blank for a hyphen or one too many.
        if id_key(typed) != id_key(id_) or _runs_together(typed, id_):
            self.places.setdefault((typed, id_), []).append(place)


def _runs_together(typed: str, id_: str) -> bool:
    """Whether a text lacks what parts an ID: LURAHA is told to be read as LURAH-A, which another post might be."""
    return len(_PARTED.findall(typed.strip())) < len(_PARTED.findall(id_.strip()))


def by_id(buku: BukuKerja) -> tuple[BukuKerja, tuple[Temuan, ...]]:
    """The workbook with IDs in Pemilik and Atasan where exactly one post fits what was typed; said once per text.

    What fits none or several stays as typed. Without the sheet Pejabat nothing changes: there the titles are the posts.
    """
    index = index_posts(buku)
    if not index.ids:
        return buku, ()
    owners, superiors = _Typed(), _Typed()
    tahap5 = tuple(_with_owners(row, index, owners) for row in buku.tahap5)
    head = frozenset(fold(buku.identitas[kunci].text) for kunci in _HEAD if buku.identitas.get(kunci)) | _HEADS
    pejabat = tuple(_with_superior(row, index, superiors, head) for row in buku.pejabat)
    log = FindingLog()
    for kode, typed in (("P68", owners), ("P69", superiors)):
        for (text, id_), places in typed.places.items():
            log.note(kode, places[0], teks=text, id=id_, jabatan=_post(buku, id_), sel=first_cells(places))
    return replace(buku, tahap5=tahap5, pejabat=pejabat), tuple(log)


_HEAD = ("sebutan_kepala_daerah", "nama_kepala_daerah")
_HEADS = frozenset((*KEPALA_DAERAH, "kepala daerah"))


def _with_owners(row: KinerjaRow, index: PostIndex, typed: _Typed) -> KinerjaRow:
    isian = row.pemilik
    if not isian or isian.text in index.ids:
        return row
    names = []
    for text, fits in index.split(isian.text, _class_of(row)):
        if len(fits) == 1:
            typed.note(text, fits[0], isian.source)
        names.append(fits[0] if len(fits) == 1 else text)
    return replace(row, pemilik=replace(isian, text="; ".join(names)))


def _class_of(row: KinerjaRow) -> JenisPk | None:
    if row.jenis_pk:
        return read_jenis_pk(row.jenis_pk.text)
    komponen = read_komponen(row.komponen.text)
    return komponen.jenis_pk if komponen else None


def _with_superior(row: PejabatRow, index: PostIndex, typed: _Typed, head: frozenset[str]) -> PejabatRow:
    isian = row.atasan
    if not isian or isian.clean in index.ids:
        return row
    own = read_jenis_pk(row.jenis_pk.text) if row.jenis_pk else None
    found = index.split(isian.text, own.atasan if own else None)
    fits = tuple(id_ for id_ in (found[0][1] if len(found) == 1 else ()) if id_ != row.id.clean)
    if len(fits) == 1:
        typed.note(isian.clean, fits[0], isian.source)
        return replace(row, atasan=replace(isian, text=fits[0]))
    if not fits and own is JenisPk.JPT and fold(isian.text) in head:
        return replace(row, atasan=Isian("", isian.source))  # no row of Pejabat is needed for him: Identitas names him
    return row


def _post(buku: BukuKerja, id_: str) -> str:
    row = next(row for row in buku.pejabat if row.id.clean == id_)
    return row.jabatan.clean or row.nama.clean or id_
